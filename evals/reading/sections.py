"""The labelled sets of reading as a part of `assistant eval`: both halves, each told as such, and of no item more than its count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from evals.reading.labels import HALVES, SETS, Half, read_set
from evals.reading.measure import measure, print_scores
from evals.reading.risk import Curve, draw_curve, print_curve, write_svg
from evals.reading.score import Score, ask_all, list_outcomes, score_scope
from evals.run import Asked

SUITES = ("scope", "reading")
"""What can be named beside the suites of cases: the curve of the questions on scope; all sets, which takes minutes."""
PICTURE = "risk-coverage.svg"


@dataclass(frozen=True)
class Section:
    """What one half came to: the scores of its sets, and the curve of its questions on scope."""

    half: Half
    scores: tuple[Score, ...]
    curve: Curve | None

    def as_dict(self) -> dict[str, Any]:
        """For JSON: counts and figures, no item."""
        curve = self.curve.as_dict() if self.curve else None
        return {"half": self.half, "scores": [score.as_dict() for score in self.scores], "risk_coverage": curve}


def read_sections(assistant: Asked, suites: Sequence[str] = ()) -> tuple[Section, ...]:
    """Both halves. Where nothing is named, or `scope`, of the facts and the questions on scope; with `reading` of all sets."""
    if suites and not set(suites) & set(SUITES):
        return ()
    names = SETS if "reading" in suites else ("scope",) if suites else ("facts", "scope")
    return tuple(_read_half(half, names, assistant) for half in HALVES)


def _read_half(half: Half, names: Sequence[str], assistant: Asked) -> Section:
    scores: list[Score] = []
    pairs = ask_all(read_set("scope", half), assistant)
    for name in names:
        scores += score_scope(pairs) if name == "scope" else measure(name, read_set(name, half), assistant)
    outcomes = list_outcomes(pairs)
    both = {one.within for one in outcomes} == {True, False}
    return Section(half, tuple(scores), draw_curve(outcomes) if both else None)


def print_sections(sections: Sequence[Section], console: Console) -> None:
    """Of each half the table of scores, then the curve as table and picture."""
    for section in sections:
        print_scores(section.scores, section.half, console)
    for section in sections:
        if section.curve:
            print_curve(section.curve, section.half, console)


def write_picture(sections: Sequence[Section], folder: Path) -> None:
    """The curves as a picture in a folder, where there is any."""
    names: Mapping[str, str] = {"tune": "mending", "measure": "measuring"}
    curves = [(names[section.half], section.curve) for section in sections if section.curve]
    if curves:
        (folder / PICTURE).write_text(write_svg(curves), encoding="utf-8")
