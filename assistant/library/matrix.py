"""Exact dense search: one matrix of vectors, one product; and how dense and lexical scores become one."""

import os
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.intp]
    Mask = NDArray[np.bool_]

# One thread is faster for a product this small, and more of them fight the embedding model for the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DENSE_WEIGHT = 0.7
LEXICAL_WEIGHT = 0.3
GATHERED = 8
"""Gathering a row costs as much as some such number of rows of the whole product."""
PROBES = 512
"""Rows whose farthest rows are looked for."""
FARTHEST = 8
"""Rows that are kept as farthest from each."""
BLOCK = 32
Span = tuple[float, float]
"""The lowest and the highest score of all that is searched."""


class Matrix:
    """One row for each passage: the mean of its two normalised vectors, so that a product is the mean cosine."""

    def __init__(self, rows: "Floats") -> None:
        self.rows = rows

    def score(self, question: "Floats", numbers: "Numbers") -> "Floats":
        """The mean cosine of a normalised question vector with the passages of the given rows."""
        few = len(numbers) * GATHERED < len(self.rows)
        every: Floats = self.rows[numbers] @ question if few else self.rows @ question
        return every if few or len(numbers) == len(self.rows) else every[numbers]

    def lowest(self, question: "Floats", left: "Mask | None") -> float:
        """About the lowest cosine of all that are left, told from the outermost rows; 1 when none of those is left."""
        outer, numbers = self._outermost
        scores = outer @ question if left is None else (outer @ question)[left[numbers]]
        return float(scores.min(initial=1.0))

    @cached_property
    def _outermost(self) -> "tuple[Floats, Numbers]":
        """The rows that are farthest from some of the rows, always the same, with their numbers.

        The lowest cosine of a plain sample lies a twentieth of the span too high, and shifts what is dense against what is
        lexical; that of these rows, half as many, lies half a hundredth too high (docs/decisions/0014-finding-a-passage.md).
        """
        import numpy as np

        drawn = np.random.default_rng(0).choice(len(self.rows), min(PROBES, len(self.rows)), replace=False)
        count = min(FARTHEST, len(self.rows))
        found = [np.empty(0, dtype=np.intp)]
        for start in range(0, len(drawn), BLOCK):
            near = np.ascontiguousarray((self.rows @ self.rows[drawn[start : start + BLOCK]].T).T)
            found.append(np.argpartition(near, count - 1, axis=1)[:, :count].ravel())
        numbers = np.unique(np.concatenate(found))
        return self.rows[numbers], numbers


def combine(dense: "Floats", lexical: "Floats", spans: tuple[Span, Span] | None = None) -> "Floats":
    """Seven parts dense, three parts lexical, each stretched to 0…1 over what is searched: over the given spans, or over
    the scores themselves where they are all there are."""
    of_dense, of_lexical = spans or (span_of(dense), span_of(lexical))
    mixed: Floats = DENSE_WEIGHT * _stretch(dense, of_dense) + LEXICAL_WEIGHT * _stretch(lexical, of_lexical)
    return mixed


def span_of(scores: "Floats") -> Span:
    """The lowest and the highest score."""
    return float(scores.min()), float(scores.max())


def find_top(scores: "Floats", limit: int) -> "Numbers":
    """Where the highest scores stand, highest first, the earlier first of equals; as sorting them all would have it."""
    import numpy as np

    if not 0 < limit < len(scores):
        return np.argsort(-scores, kind="stable")[: max(limit, 0)]
    least = np.partition(scores, -limit)[-limit]
    kept = np.flatnonzero(scores >= least)
    return kept[np.argsort(-scores[kept], kind="stable")][:limit]


def _stretch(scores: "Floats", span: Span) -> "Floats":
    import numpy as np

    low, high = span
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)
