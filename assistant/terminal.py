"""Answers, calculations and reports on a terminal: every figure wears its origin there too."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.padding import Padding
from rich.progress import Progress, TaskID
from rich.table import Table
from rich.text import Text

from assistant.records import Answer, AnswerFigure, Banner, Calculation, MissingInput, Refusal, Section

if TYPE_CHECKING:
    from assistant.doctor import Finding

STYLES = {
    "passage": "underline blue",
    "calculation": "bold green underline2",
    "question": "dim underline",
    "declaration": "italic",
}
LEGEND = (("quoted", "passage"), ("calculated", "calculation"), ("yours", "question"))


def print_answer(answer: Answer, unfold: bool = False) -> None:
    """Bottom line, calculation, the open sections, what is asked for, references. Folded sections are named."""
    console = Console(highlight=False)
    if answer.banner:
        console.print(Text(_say_banner(answer.banner), style="bold red" if answer.banner.urgent else "bold yellow"))
    for notice in answer.notices:
        console.print(Text(notice, style="yellow"))
    bottom, rest = _split(answer)
    console.print(bottom)
    for calculation in answer.calculations:
        console.print(Padding(_card(calculation), (1, 0, 0, 2)))
    _print_sections(console, answer, rest, unfold)
    _print_missing(console, answer.missing_inputs)
    _print_references(console, answer)
    for question in answer.follow_ups:
        console.print(Text(f"  ask on: {question}", style="dim"))
    console.print(
        Text.assemble(*[(f"{name} ", STYLES[origin]) for name, origin in LEGEND], (f"· {answer.disclaimer}", "dim"))
    )
    console.print(Text(f"conversation {answer.conversation_id}", style="dim"))


def _say_banner(banner: Banner) -> str:
    """A banner on one line, with the numbers of what it quotes."""
    numbers = "".join(f"[{number}]" for number in banner.citations)
    return " ".join(part for part in (banner.lead, banner.text, numbers) if part)


def _split(answer: Answer) -> tuple[Text, list[tuple[Section, Text]]]:
    """The bottom line, and each section with its text."""
    whole = _marked(answer.markdown, answer.figures)
    cuts = [answer.markdown.find(f"### {s.title}\n") for s in answer.sections if s.role != "bottom_line"]
    sections = [s for s in answer.sections if s.role != "bottom_line"]
    ends = [*cuts[1:], len(answer.markdown)][: len(cuts)]
    parts = [(section, _slice(whole, cut, end)) for section, cut, end in zip(sections, cuts, ends, strict=True)]
    return _slice(whole, 0, cuts[0] if cuts else len(answer.markdown)), parts


def _slice(text: Text, start: int, end: int) -> Text:
    piece = text[start:end]
    piece.rstrip()
    return piece


def _marked(markdown: str, figures: Iterable[AnswerFigure]) -> Text:
    text = Text(markdown)
    for figure in figures:
        text.stylize(STYLES[figure.origin], figure.start, figure.end)
    return text


def _print_sections(console: Console, answer: Answer, parts: Sequence[tuple[Section, Text]], unfold: bool) -> None:
    folded = []
    for section, text in parts:
        if section.open or unfold:
            console.print()
            console.print(text)
        else:
            folded.append(section.title)
    if folded:
        console.print(Text(f"\nfolded: {' · '.join(folded)} (ask on, or --all)", style="dim"))


def _print_missing(console: Console, missing: Sequence[MissingInput]) -> None:
    if not missing:
        return
    console.print(
        Text("\nWould sharpen it:" if not any(m.required for m in missing) else "\nStill needed:", style="bold")
    )
    for item in missing:
        what = "/".join(item.choices) if item.choices else item.unit or ""
        what = "; ".join(filter(None, [what, item.counts]))
        console.print(Text(f"  {item.label}{f' ({what})' if what else ''}"))


def _print_references(console: Console, answer: Answer) -> None:
    if not answer.citations:
        return
    console.print(Text("\nReferences", style="bold"))
    for citation in answer.citations:
        dated = max((p.last_updated for p in citation.passages), default=None)
        status = {p.review_status.replace("_", " ") for p in citation.passages}
        line = f"[{citation.number}] {citation.type} · {citation.depth} · {citation.region} — {citation.formatted}"
        console.print(Text(line + (f" ({', '.join(sorted(status))}, text of {dated})" if dated else "")))


def _card(calculation: Calculation) -> Text:
    """A calculation with its inputs, working and cap."""
    card = Text(f"{calculation.title}: ", style="bold")
    card.append(calculation.result.text, STYLES["calculation"])
    card.append(f"\n  {calculation.sentence}")
    for name, value in calculation.inputs.items():
        card.append(f"\n  {name.replace('_', ' ')}: {value.text} ({value.origin})", "dim")
    for step in calculation.steps:
        card.append(f"\n  {step}")
    if calculation.cap:
        card.append(f"\n  maximum {calculation.cap.limit}{', applied' if calculation.cap.applied else ', not reached'}")
    if calculation.interpretation:
        card.append(f"\n  {calculation.interpretation}")
    if calculation.tier:
        card.append(f"\n  {calculation.tier.chosen}: {calculation.tier.why}", "dim")
        if calculation.tier.near_boundary:
            card.append(f"\n  {calculation.tier.near_boundary}", "yellow")
    for part in calculation.parts:
        extras = [text for text in (part.volume, part.rate, part.interval) if text]
        card.append(f"\n  {part.label}: {part.text}" + (f" ({', '.join(extras)})" if extras else ""))
    for row in calculation.monitoring:
        card.append(f"\n  monitor {row.what}: {row.when}{f'; {row.act_on}' if row.act_on else ''}")
    for warning in calculation.warnings:
        card.append(f"\n  {warning}", "yellow")
    return card


@contextmanager
def show_progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress bar on a terminal, on stderr; None where nobody watches."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    with Progress(console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=of)
            bar.update(tasks[stage], completed=done)
            if done >= of:
                bar.remove_task(tasks.pop(stage))

        yield tell


def print_refusal(refusal: Refusal) -> None:
    """Why a source gives no dose for this patient."""
    Console(highlight=False).print(Text.assemble((f"{refusal.title}: ", "bold"), refusal.text))


def print_calculation(calculation: Calculation) -> None:
    """One calculation on its own."""
    Console(highlight=False).print(_card(calculation))


def print_index_report(report: Any) -> None:
    """What indexing did, and every refused file with its reason."""
    console = Console(highlight=False)
    console.print(
        f"{report.added} added, {report.changed} changed, {report.unchanged} unchanged, {report.removed} removed, {len(report.refused)} refused"
    )
    for refusal in report.refused:
        console.print(Text(f"refused: {refusal}", style="yellow"))


def print_findings(findings: "Sequence[Finding]") -> None:
    """The doctor's findings, each with its fix."""
    table = Table(show_header=False, box=None)
    for finding in findings:
        table.add_row("ok" if finding.well else "!!", finding.name, finding.state, finding.fix)
    Console(highlight=False).print(table)


def print_model_check(report: dict[str, Any]) -> None:
    """How the configured model fared."""
    table = Table(title=f"{report['model']}: {report['tried']} questions", show_header=False)
    for name in ("accepted_first_time", "accepted_after_a_retry", "refused"):
        table.add_row(name.replace("_", " "), str(report[name]))
    for kind in ("reasons", "failures"):
        for reason, count in report[kind].items():
            table.add_row(f"  {reason}", str(count))
    seconds = report["median_seconds"]
    table.add_row("median seconds", "n/a" if seconds is None else f"{seconds:.1f}")
    Console(highlight=False).print(table)
