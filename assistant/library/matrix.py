"""Exact dense search: one matrix of vectors, one product. Below twenty thousand passages it beats a graph index."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

# One thread is faster for a product this small, and more of them fight the embedding model for the cores.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

DENSE_WEIGHT = 0.7
LEXICAL_WEIGHT = 0.3


@dataclass(frozen=True)
class Matrix:
    """One row for each passage: the mean of its two normalised vectors, so that a product is the mean cosine."""

    rows: "Floats"

    def score(self, question: "Floats") -> "Floats":
        """The mean cosine of a normalised question vector with every passage."""
        scores: Floats = self.rows @ question
        return scores


def combine(dense: "Floats", lexical: "Floats") -> "Floats":
    """Seven parts dense, three parts lexical, each stretched to 0…1 over what is searched."""
    mixed: Floats = DENSE_WEIGHT * _stretch(dense) + LEXICAL_WEIGHT * _stretch(lexical)
    return mixed


def _stretch(scores: "Floats") -> "Floats":
    import numpy as np

    low, high = float(scores.min()), float(scores.max())
    return (scores - low) / (high - low) if high > low else np.zeros_like(scores)
