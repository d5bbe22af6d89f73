"""What was measured as tables, as JSON, and as plain text that the documentation takes over."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.retrieval.aims import Aim, judge_build, judge_quality, judge_speed
from benchmarks.retrieval.build_rate import Build
from benchmarks.retrieval.quality import FAST, Row, Standing, stand
from benchmarks.retrieval.speed import Speed


@dataclass(frozen=True)
class Report:
    """All that one run measured; what it did not is empty."""

    rows: Sequence[Row] = ()
    sizes: Sequence[int] = ()
    speeds: Sequence[Speed] = ()
    build: Build | None = None

    @property
    def views(self) -> list[str]:
        return list(dict.fromkeys(row.view for row in self.rows))

    @property
    def standings(self) -> list[Standing]:
        return [found for view in self.views if (found := stand(self.rows, view))]

    @property
    def aims(self) -> list[Aim]:
        """Every aim that this run can judge."""
        made = judge_build(self.build) if self.build else ()
        return [*judge_quality(self.rows), *judge_speed(self.speeds), *made]

    def as_dict(self) -> dict[str, Any]:
        """For JSON, without the marks of each question."""
        rows = [{"view": r.view, "system": r.system, "titled": r.titled, **_score(r)} for r in self.rows]
        return {
            "quality": rows,
            "against_the_best_peer": [asdict(standing) for standing in self.standings],
            "speed": [asdict(speed) for speed in self.speeds],
            "build": {**asdict(self.build), "share": self.build.share} if self.build else None,
            "aims": [asdict(aim) for aim in self.aims],
        }


def _score(row: Row) -> dict[str, Any]:
    score = row.score
    return {
        "ndcg@10": score.ndcg._asdict(),
        "recall@10": score.recall,
        "mrr@10": score.mrr,
        "questions": len(score.each),
    }


def print_report(report: Report) -> Iterator[str]:
    """The lines of a Markdown page."""
    for view in report.views:
        yield from _print_view(view, [row for row in report.rows if row.view == view])
    if report.speeds:
        yield from _print_speeds(report.speeds)
    if report.build:
        made = report.build
        yield "**Indexing**"
        yield ""
        yield f"{made.passages:,} passages in {made.whole:.0f} s, of which the encoder ran {made.encoding:.0f} s ({made.share:.1%});"
        yield f"again unchanged in {made.unchanged:.2f} s; from the start of a process to its first answer {made.start:.1f} s."
        yield ""
    yield from _table(
        ("aim", "found", "met"), ((a.wanted, a.found, "yes" if a.is_met else "**no**") for a in report.aims)
    )


def _print_view(view: str, rows: Sequence[Row]) -> Iterator[str]:
    yield f"**{view}**, {len(rows[0].score.each)} questions"
    yield ""
    ordered = sorted(rows, key=lambda row: -row.score.ndcg.mean)
    yield from _table(
        ("system", "titles", "nDCG@10", "95 %", "recall@10", "MRR@10"),
        (
            (
                f"**{row.system}**" if row.is_ours else row.system,
                "yes" if row.titled else "no",
                f"{row.score.ndcg.mean:.3f}",
                f"{row.score.ndcg.low:.3f} to {row.score.ndcg.high:.3f}",
                f"{row.score.recall:.3f}",
                f"{row.score.mrr:.3f}",
            )
            for row in ordered
        ),
    )


def _print_speeds(speeds: Sequence[Speed]) -> Iterator[str]:
    yield "**A question by stage**, milliseconds, median (95th percentile)"
    yield ""
    names = list(dict.fromkeys(stage.name for speed in speeds for stage in speed.stages))
    cells = []
    for name in names:
        found = [next((s for s in speed.stages if s.name == name), None) for speed in speeds]
        cells.append(
            (f"**{name}**" if name == FAST else name, *(f"{s.p50:.1f} ({s.p95:.1f})" if s else "" for s in found))
        )
    cells.append(("most memory, MB", *(f"{speed.megabytes:,.0f}" for speed in speeds)))
    cells.append(("library in memory to its first answer, s", *(f"{speed.load_s:.1f}" for speed in speeds)))
    yield from _table(("passages", *(f"{speed.size:,}" for speed in speeds)), cells)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{'--|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
