"""The command `assistant`. Exit codes: 0 done, 1 ran and the answer is no, 2 wrong usage or bad input in one line."""

import json
from collections.abc import Callable
from functools import wraps
from importlib.metadata import entry_points
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from assistant.errors import PlumblineError
from assistant.settings import read_settings

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help=__doc__)
calc = typer.Typer(no_args_is_help=True, help="The calculators without any question.")
regimen = typer.Typer(no_args_is_help=True, help="Doses and monitoring that are data.")
corpus = typer.Typer(no_args_is_help=True, help="The documents and their rules.")
app.add_typer(calc, name="calc")
app.add_typer(regimen, name="regimen")
app.add_typer(corpus, name="corpus")

F = TypeVar("F", bound=Callable[..., Any])
AsJson = Annotated[bool, typer.Option("--json", help="one JSON document on stdout, nothing else there")]
Audience = Annotated[str, typer.Option(help="physician, nurse or pharmacist")]


def one_line(command: F) -> F:
    """Say an expected error in one line on stderr and exit with 2."""

    @wraps(command)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except PlumblineError as error:
            typer.echo(f"assistant: {error}", err=True)
            raise typer.Exit(2) from error
        except KeyboardInterrupt as error:
            raise typer.Exit(130) from error

    return guarded  # type: ignore[return-value]


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


@calc.command("list")
@one_line
def list_calculators(as_json: AsJson = False) -> None:
    """The calculators by name."""
    _list("calculator", as_json)


@calc.command("show")
@one_line
def show_calculator(name: str) -> None:
    """The inputs of a calculator as JSON Schema."""
    _show(name, "calculator")


@calc.command("run")
@one_line
def run_calculator(
    name: str, inputs: Annotated[list[str] | None, typer.Argument(help="key=value …")] = None, as_json: AsJson = False
) -> None:
    """Calculate: assistant calc run creatinine_clearance age=67 sex=male weight=72kg creatinine=1.8mg/dL"""
    _run(name, "calculator", inputs or [], as_json)


@regimen.command("list")
@one_line
def list_regimens(as_json: AsJson = False) -> None:
    """The regimens by name."""
    _list("regimen", as_json)


@regimen.command("show")
@one_line
def show_regimen(name: str) -> None:
    """The inputs of a regimen as JSON Schema."""
    _show(name, "regimen")


@regimen.command("run")
@one_line
def run_regimen(
    name: str, inputs: Annotated[list[str] | None, typer.Argument(help="key=value …")] = None, as_json: AsJson = False
) -> None:
    """Work out a dose: assistant regimen run magnesium_sulfate_iv indication='torsades de pointes' population=child weight=23kg"""
    _run(name, "regimen", inputs or [], as_json)


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


@app.command("eval")
@one_line
def evaluate(
    suites: Annotated[list[str] | None, typer.Argument()] = None,
    as_json: AsJson = False,
    minimum: Annotated[list[str] | None, typer.Option("--min", help="METRIC=VALUE")] = None,
) -> None:
    """Run the evaluation and judge it by its floors."""
    from assistant.assembly import connect

    found = entry_points(group="assistant.commands", name="eval")
    if not found:
        raise PlumblineError("the evaluation harness is not installed; run `make install`")
    with connect(read_settings(), keep=False) as assistant:
        raise typer.Exit(next(iter(found)).load()(assistant, suites or (), as_json, minimum or ()))


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


def _list(kind: str, as_json: bool) -> None:
    from assistant.assembly import load_registry

    entries = [entry for entry in load_registry(read_settings()).all() if entry.kind == kind]
    if as_json:
        typer.echo(json.dumps([{"name": e.name, "title": e.title} for e in entries], indent=2, ensure_ascii=False))
        return
    for entry in entries:
        typer.echo(f"{entry.name:28} {entry.title}")


def _show(name: str, kind: str) -> None:
    from assistant.assembly import load_registry

    typer.echo(json.dumps(load_registry(read_settings()).get(name, kind).schema(), indent=2, ensure_ascii=False))


def _run(name: str, kind: str, inputs: list[str], as_json: bool) -> None:
    from assistant.assembly import load_registry
    from assistant.records import Calculation, Missing
    from assistant.terminal import print_calculation, print_refusal

    settings = read_settings()
    outcomes = load_registry(settings).get(name, kind).calculate(_read_inputs(inputs), settings.region)
    missing = [item for outcome in outcomes if isinstance(outcome, Missing) for item in outcome.inputs]
    if missing and not any(isinstance(outcome, Calculation) for outcome in outcomes):
        needed = {i.name: f"{i.name} ({i.unit or '/'.join(i.choices or ()) or 'value'})" for i in missing if i.required}
        raise PlumblineError(f"{name} needs {', '.join(needed.values())}")
    shown = [outcome for outcome in outcomes if not isinstance(outcome, Missing)]
    if as_json:
        printed = [outcome.model_dump(mode="json", by_alias=True) for outcome in shown]
        typer.echo(json.dumps(printed[0] if kind == "calculator" else printed, indent=2, ensure_ascii=False))
        return
    for outcome in shown:
        print_calculation(outcome) if isinstance(outcome, Calculation) else print_refusal(outcome)


def _read_inputs(inputs: list[str]) -> dict[str, Any]:
    """Inputs given as key=value."""
    from assistant.records import Given

    given = {}
    for text in inputs:
        key, equals, value = text.partition("=")
        if not equals or not value:
            raise PlumblineError(f"inputs are given as key=value (given: {text!r})")
        given[key] = Given(text=value, value=value, origin="caller")
    return given


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
