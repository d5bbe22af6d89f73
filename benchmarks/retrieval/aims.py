"""The aims of the search, each with what was measured and whether it is met; an aim whose part was not run is left out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.retrieval.build_rate import Build
from benchmarks.retrieval.quality import CAREFUL, FAST, Row, stand
from benchmarks.retrieval.speed import Speed

LEAD = 0.02
CAREFUL_LEAD = 1.15
CHAIN = "LangChain with Chroma"


@dataclass(frozen=True)
class Aim:
    """What is wanted, what was found, in words, and whether the one is the other."""

    wanted: str
    found: str
    is_met: bool


def judge_quality(rows: Sequence[Row]) -> Iterator[Aim]:
    """The aims of nDCG at ten."""
    for view in dict.fromkeys(row.view for row in rows):
        fast = stand(rows, view)
        if fast is None:
            continue
        least = 0.0 if view.startswith("own") else LEAD
        wanted = f"{view}: fast leads every peer" + (f" by {least}" if least else "")
        found = f"{fast.ahead.mean:+.3f} [{fast.ahead.low:+.3f}, {fast.ahead.high:+.3f}] against {fast.peer}"
        yield Aim(wanted, found, fast.ahead.mean >= least)
        careful = stand(rows, view, CAREFUL)
        bare = [row.score.ndcg.mean for row in rows if row.view == view and not row.is_ours and not row.titled]
        if careful and bare and not view.startswith("own"):
            ratio = careful.ours / max(bare)
            wanted = f"{view}: careful at least {CAREFUL_LEAD} times the best peer without titles"
            yield Aim(wanted, f"{ratio:.2f} times", ratio >= CAREFUL_LEAD)


def judge_speed(speeds: Iterable[Speed]) -> Iterator[Aim]:
    """The aims of time and memory."""
    for speed in speeds:
        stages = {stage.name: stage.p50 for stage in speed.stages}
        base = stages[FAST] / stages["embedding and product"]
        yield Aim(f"{speed.size:,}: fast at most 1.5 times embedding and product", f"{base:.2f} times", base <= 1.5)
        if CHAIN in stages:
            third = stages[FAST] / stages[CHAIN]
            yield Aim(f"{speed.size:,}: fast at most a third of {CHAIN}", f"{third:.2f} of it", third <= 1 / 3)
        if speed.size >= 200_000:
            yield Aim(f"{speed.size:,} within 4 GB", f"{speed.megabytes:,.0f} MB", speed.megabytes <= 4096)


def judge_build(made: Build) -> Iterator[Aim]:
    """The aims of indexing and starting."""
    again = made.unchanged / made.whole
    yield Aim("a build at 95 % of the rate of encoding alone", f"{made.share:.1%}", made.share >= 0.95)
    yield Aim("an unchanged corpus in 2 % of a build", f"{again:.2%}", again <= 0.02)
    yield Aim("first answer within 3 s of the start of the process", f"{made.start:.1f} s", made.start <= 3)
