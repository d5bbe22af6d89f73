"""`assistant eval`: run the suites, print the score card, and judge it by its floors."""

import json
import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.errors import PlumblineError
from evals.cases import Case, read_cases
from evals.reading.sections import SUITES, print_sections, read_sections, write_picture
from evals.report import Scorecard, score
from evals.run import NAMES, Asked, run

CARD = "evaluation.json"
PYPROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


class EvaluationError(PlumblineError):
    """A suite, metric or floor that does not exist."""


def evaluate(
    assistant: Asked,
    suites: Sequence[str] = (),
    as_json: bool = False,
    floors: Sequence[str] = (),
    report: Path | None = None,
) -> int:
    """Run the cases of some suites and the labelled sets of reading (all but the slow when none is named); 0 when every floor is
    met, 1 when one is not. `report` is a folder for the card as JSON and the risk-coverage curve as a picture."""
    cases = _select(read_cases(), suites)
    wanted = _floors(floors)
    card = score(run(cases, assistant), NAMES, sum(len(case.turns) for case in cases))
    sections = read_sections(assistant, suites)
    below = _below(card, wanted)
    whole = {**card.as_dict(), "below_floor": below, "reading": [section.as_dict() for section in sections]}
    text = json.dumps(whole, indent=2, ensure_ascii=False) + "\n"
    if report:
        report.mkdir(parents=True, exist_ok=True)
        (report / CARD).write_text(text, encoding="utf-8")
        write_picture(sections, report)
    if as_json:
        sys.stdout.write(text)
        return 1 if below else 0
    if cases:
        _print(card, len(cases))
    console = Console()
    print_sections(sections, console)
    console.print(f"below its floor: {', '.join(below)}" if below else "all floors met")
    return 1 if below else 0


def _select(cases: tuple[Case, ...], suites: Sequence[str]) -> tuple[Case, ...]:
    known = {*(case.suite for case in cases), *SUITES}
    if unknown := [suite for suite in suites if suite not in known]:
        raise EvaluationError(f"no suite is called {', '.join(unknown)}; there are: {', '.join(sorted(known))}")
    return tuple(case for case in cases if not suites or case.suite in suites)


def _floors(given: Sequence[str]) -> dict[str, float]:
    """The floors of pyproject.toml, then those given as METRIC=VALUE."""
    table = tomllib.loads(PYPROJECT.read_text(encoding="utf-8")) if PYPROJECT.exists() else {}
    floors: dict[str, float] = dict(table.get("tool", {}).get("plumbline", {}).get("floors", {}))
    for text in given:
        name, _, value = text.partition("=")
        try:
            floors[name] = float(value)
        except ValueError as error:
            raise EvaluationError(f"--min takes METRIC=VALUE, such as kind=0.9 (given: {text!r})") from error
    if unknown := [name for name in floors if name not in NAMES]:
        raise EvaluationError(f"no metric is called {', '.join(unknown)}; there are: {', '.join(NAMES)}")
    return floors


def _below(card: Scorecard, floors: Mapping[str, float]) -> list[str]:
    """The metrics that were measured and fell below their floor."""
    means = {name: card.mean(name) for name in floors}
    return [name for name, floor in floors.items() if (mean := means[name]) is not None and mean < floor]


def _print(card: Scorecard, cases: int) -> None:
    console = Console()
    table = Table(title=f"{cases} cases, {card.turns} turns")
    for column in ("metric", "n", "mean", "95 % interval"):
        table.add_column(column, justify="left" if column == "metric" else "right")
    for metric in card.metrics:
        measured = metric.mean is not None
        mean = f"{metric.mean:.3f}" if measured else "n/a"
        interval = f"{metric.low:.3f}–{metric.high:.3f}" if measured else ""
        table.add_row(metric.name, str(metric.n), mean, interval)
    console.print(table)
    for failure in card.failures:
        console.print(
            f"[bold]{failure.case}[/bold] turn {failure.turn} · {failure.check} {failure.value:.2f} · {failure.reason}",
            highlight=False,
        )
