"""The score card: for each metric its mean, its n and a 95 % interval; what was not measured is "n/a"."""

import random
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from evals.run import Verdict

RESAMPLES = 2000
SEED = 20261124


@dataclass(frozen=True, slots=True)
class Metric:
    """A mean over the turns to which a check applied. `mean` None: nothing was measured."""

    name: str
    n: int
    mean: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """All metrics, and every verdict that fell short."""

    metrics: tuple[Metric, ...]
    failures: tuple[Verdict, ...]
    turns: int

    def mean(self, name: str) -> float | None:
        """The mean of a metric, None when it was not measured or does not exist."""
        return next((m.mean for m in self.metrics if m.name == name), None)

    def as_dict(self) -> dict[str, object]:
        """The card as plain data for JSON."""
        return {
            "turns": self.turns,
            "metrics": [asdict(m) for m in self.metrics],
            "failures": [asdict(f) for f in self.failures],
        }


def score(verdicts: Iterable[Verdict], names: Sequence[str], turns: int) -> Scorecard:
    """The score card of some verdicts, in the order of the names."""
    verdicts = tuple(verdicts)
    metrics = tuple(_metric(name, [v.value for v in verdicts if v.check == name]) for name in names)
    return Scorecard(metrics, tuple(v for v in verdicts if v.value < 1.0), turns)


def _metric(name: str, values: Sequence[float]) -> Metric:
    if not values:
        return Metric(name, 0, None, None, None)
    generator = random.Random(SEED)
    means = sorted(sum(generator.choices(values, k=len(values))) / len(values) for _ in range(RESAMPLES))
    low, high = means[int(0.025 * RESAMPLES)], means[int(0.975 * RESAMPLES) - 1]
    return Metric(name, len(values), sum(values) / len(values), low, high)
