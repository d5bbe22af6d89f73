"""Risk and coverage: what goes wrong when only the questions of which the assistant is surest are answered.

The questions that it answered come first, the surest of them first, then those that it refused. At a coverage of ninety percent
the first ninety of a hundred count as answered. Of equals what lies outside comes first, so that a tie flatters nobody.
"""

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from rich.console import Console
from rich.table import Table

COVERAGES = (1.0, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One question: whether the sources hold it, whether it was answered, and how sure the assistant was."""

    within: bool
    answered: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Point:
    """So many questions answered: of those outside how many were answered, of those within how many refused, and the risk: the
    share of the answered that lie outside (None when nothing is answered)."""

    coverage: float
    wrongful_answers: float
    wrongful_refusals: float
    risk: float | None


@dataclass(frozen=True, slots=True)
class Curve:
    """The curve of one labelled set; `kept` is the point at which the assistant answers by itself."""

    questions: int
    points: tuple[Point, ...]
    risks: tuple[float, ...]
    kept: Point
    auroc: float
    aurc: float

    def as_dict(self) -> dict[str, Any]:
        """For JSON: figures alone, no question."""
        return asdict(self)


def draw_curve(outcomes: Sequence[Outcome]) -> Curve:
    """The curve of some outcomes, of which at least one lies within and one outside."""
    ordered = [one.within for one in sorted(outcomes, key=lambda one: (not one.answered, -one.confidence, one.within))]
    risks = tuple(ordered[:count].count(False) / count for count in range(1, len(ordered) + 1))
    return Curve(
        questions=len(ordered),
        points=tuple(_point(ordered, math.ceil(share * len(ordered) - 1e-9)) for share in COVERAGES),
        risks=risks,
        kept=_point(ordered, sum(one.answered for one in outcomes)),
        auroc=_auroc(outcomes),
        aurc=sum(risks) / len(risks),
    )


def _point(ordered: Sequence[bool], count: int) -> Point:
    answered, refused = ordered[:count], ordered[count:]
    return Point(
        coverage=count / len(ordered),
        wrongful_answers=answered.count(False) / ordered.count(False),
        wrongful_refusals=refused.count(True) / ordered.count(True),
        risk=answered.count(False) / count if count else None,
    )


def _auroc(outcomes: Sequence[Outcome]) -> float:
    """How often a question that is held stands before one that is not; of equals half."""
    within = [(one.answered, one.confidence) for one in outcomes if one.within]
    outside = [(one.answered, one.confidence) for one in outcomes if not one.within]
    before = sum((a > b) + (a == b) / 2 for a in within for b in outside)
    return before / (len(within) * len(outside))


def print_curve(curve: Curve, half: str, console: Console) -> None:
    """The curve as a table and as a picture of characters."""
    what = "mending" if half == "tune" else "measuring"
    table = Table(
        title=f"Scope, half for {what}: {curve.questions} questions, AUROC {curve.auroc:.3f}, AURC {curve.aurc:.3f}"
    )
    for column in ("coverage", "wrongful answers", "wrongful refusals", "risk of an answer"):
        table.add_column(column, justify="right")
    for point in curve.points:
        table.add_row(f"{point.coverage:.0%}", *_shares(point))
    table.add_section()
    table.add_row(f"{curve.kept.coverage:.0%} as it answers", *_shares(curve.kept))
    console.print(table)
    console.print(picture(curve), highlight=False, markup=False)


def _shares(point: Point) -> tuple[str, str, str]:
    risk = "n/a" if point.risk is None else f"{point.risk:.1%}"
    return f"{point.wrongful_answers:.1%}", f"{point.wrongful_refusals:.1%}", risk


def picture(curve: Curve, width: int = 60, height: int = 10) -> str:
    """The risk of an answer over the coverage, in characters; `o` stands where the assistant answers by itself."""
    top = max(curve.risks) or 1.0
    grid = [[" "] * width for _ in range(height)]

    def place(coverage: float, risk: float, mark: str) -> None:
        grid[height - 1 - round(risk / top * (height - 1))][min(width - 1, round(coverage * (width - 1)))] = mark

    for count, risk in enumerate(curve.risks, start=1):
        place(count / curve.questions, risk, "·")
    if curve.kept.risk is not None:
        place(curve.kept.coverage, curve.kept.risk, "o")
    lines = [f"{top if row == 0 else 0.0:>5.0%} │" if row in (0, height - 1) else "      │" for row in range(height)]
    rows = [f"{line}{''.join(marks)}".rstrip() for line, marks in zip(lines, grid, strict=True)]
    return "\n".join(["risk of an answer", *rows, f"      └{'─' * width}", f"       0%{'coverage':^{width - 7}}100%"])


_SVG = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 520 340" font-family="sans-serif" font-size="12">
<rect width="520" height="340" fill="white"/>
<text x="260" y="20" text-anchor="middle" font-size="14">Risk of an answer over coverage</text>
<path d="M60 40V290H500" fill="none" stroke="black"/>
{ticks}
<text x="280" y="330" text-anchor="middle">coverage</text>
{lines}
</svg>
"""
_STROKES = ("stroke-dasharray='4 3' stroke='#555'", "stroke='#1b6ca8'")


def write_svg(curves: Sequence[tuple[str, Curve]]) -> str:
    """The curves of some halves in one picture: a line for each, with a ring where the assistant answers by itself."""
    top = max((risk for _, curve in curves for risk in curve.risks), default=0.0) or 1.0

    def at(coverage: float, risk: float) -> tuple[float, float]:
        return round(60 + 440 * coverage, 1), round(290 - 250 * risk / top, 1)

    ticks = [f"<text x='{at(n / 4, 0)[0]}' y='306' text-anchor='middle'>{n / 4:.0%}</text>" for n in range(5)]
    ticks += [
        f"<text x='54' y='{at(0, top * n / 4)[1] + 4}' text-anchor='end'>{top * n / 4:.0%}</text>" for n in range(5)
    ]
    lines = []
    for place, (half, curve) in enumerate(curves):
        stroke = _STROKES[place % len(_STROKES)]
        dots = [at(count / curve.questions, risk) for count, risk in enumerate(curve.risks, start=1)]
        lines.append(f"<polyline fill='none' {stroke} points='{' '.join(f'{x},{y}' for x, y in dots)}'/>")
        if curve.kept.risk is not None:
            x, y = at(curve.kept.coverage, curve.kept.risk)
            lines.append(f"<circle cx='{x}' cy='{y}' r='5' fill='none' {stroke}/>")
        lines.append(f"<path d='M80 {58 + 18 * place}h24' {stroke}/>")
        lines.append(f"<text x='110' y='{62 + 18 * place}'>half for {half}, AUROC {curve.auroc:.3f}</text>")
    return _SVG.format(ticks="\n".join(ticks), lines="\n".join(lines))
