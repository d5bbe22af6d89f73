"""How well an order is: nDCG@10, by paired comparison with the order of the first stage, over all questions or some."""

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

DEPTH = 10
RESAMPLES = 2000


def ndcg(order: Sequence[int], answers: Collection[int], depth: int = DEPTH) -> float:
    """nDCG of places in an order, each answer counting one: 0…1."""
    gained = sum(1 / math.log2(n + 2) for n, place in enumerate(order[:depth]) if place in answers)
    ideal = sum(1 / math.log2(n + 2) for n in range(min(len(answers), depth)))
    return gained / ideal if ideal else 0.0


@dataclass(frozen=True, slots=True)
class Lift:
    """The mean nDCG@10 before and after, their difference and its 95% interval over resampled questions."""

    questions: int
    before: float
    after: float
    low: float
    high: float

    @property
    def lift(self) -> float:
        """After less before."""
        return self.after - self.before


def compare(before: Sequence[float], after: Sequence[float], seed: int = 0) -> Lift:
    """Compare two systems question by question."""
    a, b = np.asarray(before), np.asarray(after)
    draws = np.random.default_rng(seed).integers(0, len(a), (RESAMPLES, len(a)))
    low, high = np.percentile((b - a)[draws].mean(axis=1), [2.5, 97.5])
    return Lift(len(a), float(a.mean()), float(b.mean()), float(low), float(high))


def reorder(places: NDArray[np.int64], scores: NDArray[np.float32], top: int) -> list[int]:
    """The places with the first `top` of them put in the order of their scores; the others follow as they were."""
    first = np.argsort(-scores[:top], kind="stable")
    return [*places[:top][first].tolist(), *places[top:].tolist()]
