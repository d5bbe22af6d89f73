"""How good a ranking is, and how sure that is: nDCG, recall and reciprocal rank at ten, and the bootstrap over questions."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import NamedTuple

DEPTH = 10
SAMPLES = 2000
SEED = 20261128


class Marks(NamedTuple):
    """One ranking judged by one question."""

    ndcg: float
    recall: float
    mrr: float


class Interval(NamedTuple):
    """A mean and its 95 % interval."""

    mean: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Score:
    """The means over the questions; nDCG with its interval. `each` are the nDCG of the questions in their order."""

    ndcg: Interval
    recall: float
    mrr: float
    each: tuple[float, ...]


def judge(ranking: Sequence[str], right: Mapping[str, float]) -> Marks:
    """A ranking without repeats, nearest first, of which the first ten count; `right` has a gain above 0 for each answer."""
    gains = [right.get(key, 0.0) for key in ranking[:DEPTH]]
    best = _discount(sorted(right.values(), reverse=True)[:DEPTH])
    hits = [place for place, gain in enumerate(gains, start=1) if gain > 0]
    return Marks(_discount(gains) / best, len(hits) / len(right), 1 / hits[0] if hits else 0.0)


def _discount(gains: Sequence[float]) -> float:
    return sum(gain / math.log2(place + 1) for place, gain in enumerate(gains, start=1))


def sum_up(marks: Sequence[Marks]) -> Score:
    """The means over some questions, at least one."""
    each = tuple(mark.ndcg for mark in marks)
    return Score(resample(each), fmean(m.recall for m in marks), fmean(m.mrr for m in marks), each)


def compare(ours: Sequence[float], theirs: Sequence[float]) -> Interval:
    """The mean difference over the same questions; the interval is of a paired bootstrap."""
    return resample([a - b for a, b in zip(ours, theirs, strict=True)])


def resample(values: Sequence[float]) -> Interval:
    """The mean of some values and the interval of its bootstrap; always the same for the same values."""
    import numpy as np

    drawn = np.random.default_rng(SEED).integers(0, len(values), size=(SAMPLES, len(values)))
    low, high = np.quantile(np.asarray(values)[drawn].mean(axis=1), (0.025, 0.975))
    return Interval(fmean(values), float(low), float(high))
