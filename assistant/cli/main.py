"""The command `assistant`. Exit codes: 0 done, 1 ran and the answer is no, 2 wrong usage or bad input in one line."""

import json
from collections.abc import Callable, Sequence
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.cli.entries import calc, regimen
from assistant.cli.guard import AsJson, Audience, one_line
from assistant.cli.review import review
from assistant.errors import PlumblineError
from assistant.settings import read_settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
corpus = typer.Typer(no_args_is_help=True, help="The documents and their rules.")
model = typer.Typer(no_args_is_help=True, help="The configured chat model.")
app.add_typer(calc, name="calc")
app.add_typer(model, name="model")
app.add_typer(regimen, name="regimen")
app.add_typer(corpus, name="corpus")
app.add_typer(review, name="review")


@app.command()
@one_line
def serve(host: str = "127.0.0.1", port: int = 7860) -> None:
    """Index the corpus if it changed, then serve the chat page and the API on one port."""
    from assistant.assembly import assemble
    from assistant.terminal import show_progress
    from assistant.web.server import serve as serve_web

    settings = read_settings()
    with show_progress() as progress:
        serve_web(settings, assemble(settings, f"http://{host}:{port}", progress), host, port)


@app.command()
@one_line
def ask(
    question: str,
    audience: Audience = "physician",
    conversation: Annotated[str | None, typer.Option(help="id of the conversation that this follows up")] = None,
    full: Annotated[bool, typer.Option("--all", help="unfold every section")] = False,
    as_json: AsJson = False,
) -> None:
    """Answer one question on the terminal."""
    from assistant.assembly import connect
    from assistant.terminal import print_answer, show_progress

    with show_progress() as progress, connect(read_settings(), progress=progress) as assistant:
        answer = assistant.ask(question, conversation, audience)
        if as_json:
            typer.echo(answer.model_dump_json(by_alias=True, indent=2))
        else:
            print_answer(answer, unfold=full)


@app.command()
@one_line
def chat(audience: Audience = "physician") -> None:
    """The same conversation in a terminal; an empty line ends it."""
    from assistant.assembly import connect
    from assistant.terminal import print_answer, show_progress

    with show_progress() as progress, connect(read_settings(), progress=progress) as assistant:
        conversation: str | None = None
        typer.echo("Ask, or ask on; an empty line ends.")
        while question := _next_line():
            try:
                answer = assistant.ask(question, conversation, audience)
            except PlumblineError as error:
                typer.echo(f"assistant: {error}", err=True)
                continue
            conversation = answer.conversation_id
            print_answer(answer)


def _next_line() -> str:
    try:
        return input("\n> ").strip()
    except EOFError:
        return ""


@app.command()
@one_line
def index(
    paths: Annotated[list[Path] | None, typer.Argument()] = None, rebuild: bool = False, as_json: AsJson = False
) -> None:
    """Index the corpus and any files or folders given; unchanged statements are not embedded again."""
    from assistant.assembly import build_index
    from assistant.terminal import print_index_report, show_progress

    with show_progress() as progress:
        report = build_index(read_settings(), tuple(paths or ()), rebuild, progress)
    if as_json:
        typer.echo(json.dumps(report.as_dict(), indent=2, ensure_ascii=False))
    else:
        print_index_report(report)


@regimen.command("check")
@one_line
def check_regimens() -> None:
    """Prove that every patient whom a regimen covers falls in exactly one tier."""
    from assistant.assembly import check_regimen_files

    _report_breaches(check_regimen_files(read_settings()), "every regimen is proved")


@corpus.command("check")
@one_line
def check_corpus() -> None:
    """Check every rule of a corpus document, with file:line for each breach."""
    from assistant.assembly import check_corpus_files

    _report_breaches(check_corpus_files(read_settings()), "the corpus keeps every rule")


@corpus.command("new")
@one_line
def begin_document(
    field: Annotated[str, typer.Argument(help="folder of the ward's field, such as electrolytes")],
    title: str,
    drug: Annotated[bool, typer.Option("--drug", help="of the use of a drug or a class, not of a condition")] = False,
    folder: Annotated[Path | None, typer.Option(help="corpus folder; unset: the last that is read")] = None,
) -> None:
    """Make the skeleton of a document; `assistant corpus check` then lists what is to be written."""
    from datetime import date

    from assistant.proofreading.skeleton import write_skeleton

    where = folder or read_settings().corpus_folders[-1]
    typer.echo(str(write_skeleton(where, field, title, "drug" if drug else "condition", date.today())))


@model.command("check")
@one_line
def check_the_model(as_json: AsJson = False) -> None:
    """Try the configured chat model: drafts accepted at once, after a retry, or refused, by reason; latency."""
    from assistant.model_check import check_model
    from assistant.terminal import print_model_check

    report = check_model(read_settings())
    if as_json:
        typer.echo(json.dumps(report.as_dict(), indent=2))
    else:
        print_model_check(report.as_dict())
    raise typer.Exit(0 if report.first + report.retried else 1)


@model.callback()
def _the_model() -> None:
    """The configured chat model."""


@app.command("eval")
@one_line
def evaluate(
    suites: Annotated[list[str] | None, typer.Argument()] = None,
    as_json: AsJson = False,
    minimum: Annotated[list[str] | None, typer.Option("--min", help="METRIC=VALUE")] = None,
    report: Annotated[
        Path | None, typer.Option(help="folder for the card and the picture of risk and coverage")
    ] = None,
    composer: Annotated[str, typer.Option(help="extractive, model, or both side by side")] = "",
) -> None:
    """Run the evaluation and judge it by its floors."""
    from assistant.assembly import connect

    found = entry_points(group="assistant.commands", name="eval")
    if not found:
        raise PlumblineError("the evaluation harness is not installed; run `make install`")
    settings = read_settings()
    if composer == "both":
        raise typer.Exit(_compare(settings, next(iter(found)).load(), suites or ()))
    if composer not in ("", "model", "extractive"):
        raise PlumblineError(f"--composer takes extractive, model or both (given: {composer!r})")
    if composer == "extractive":
        settings = settings.model_copy(update={"model": "", "model_url": ""})
    with connect(settings, keep=False) as assistant:
        raise typer.Exit(next(iter(found)).load()(assistant, suites or (), as_json, minimum or (), report))


def _compare(settings: Any, evaluate_one: Callable[..., int], suites: Sequence[str]) -> int:
    """The same cases without and with the model, one card after the other; the worse of the two exit codes."""
    from assistant.assembly import connect

    if not (settings.model or settings.model_url):
        raise PlumblineError("no chat model is configured; set ASSISTANT_MODEL to provider:name")
    codes = []
    for name, update in (("extractive", {"model": "", "model_url": ""}), (settings.model or settings.model_url, {})):
        typer.echo(f"composer: {name}")
        with connect(settings.model_copy(update=update), keep=False) as assistant:
            codes.append(evaluate_one(assistant, suites, False, ()))
    return max(codes)


@app.command()
@one_line
def mcp() -> None:
    """Offer the calculators, the regimens and `ask` to a program that speaks the Model Context Protocol, on stdin and stdout."""
    from assistant.mcp import serve as serve_mcp

    serve_mcp(read_settings())


@app.command()
@one_line
def doctor(as_json: AsJson = False) -> None:
    """Say what is configured, what is reachable, and what is missing, with the fix."""
    from assistant.doctor import examine
    from assistant.terminal import print_findings

    findings = examine(read_settings())
    if as_json:
        typer.echo(json.dumps([finding.as_dict() for finding in findings], indent=2))
    else:
        print_findings(findings)
    raise typer.Exit(0 if all(finding.well for finding in findings) else 1)


def _report_breaches(breaches: tuple[PlumblineError, ...], praise: str) -> None:
    for breach in breaches:
        typer.echo(str(breach))
    if breaches:
        raise typer.Exit(1)
    typer.echo(praise)


def main() -> None:
    """The entry point."""
    app(prog_name="assistant")


if __name__ == "__main__":
    main()
