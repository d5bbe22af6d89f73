"""Ranking the passages for a question: all of them by one exact product, or, in a large library, those that Chroma's graph and
BM25 propose, scored exactly and stretched as if all had been there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.library.graph import Graph
from assistant.library.matrix import Matrix, Span, combine, find_top, span_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Numbers = NDArray[np.intp]
    Mask = NDArray[np.bool_]

EXACT_UP_TO = 40_000
"""Passages up to which one exact product beats the graph."""
PROPOSED = 200
"""What the graph and BM25 each propose at the least; twice what is wanted where that is more."""
MOST_PROPOSED = 1000
"""A question that wants more is compared with all: the graph takes ever longer the more it is asked for."""
FED_BACK = 3
"""The first hits whose mean vector is fed back."""


@dataclass(frozen=True)
class Asked:
    """A question: its normalised vector, the BM25 score of every passage, and which passages are searched (None = all).

    `limit`: passages wanted, or documents where each is folded to its best passage. `feedback`: the weight with which the mean
    vector of the first hits is added to that of the question before it is asked again (Rocchio).
    """

    vector: "Floats"
    lexical: "Floats"
    left: "Mask | None"
    limit: int
    fold: bool = False
    feedback: float = 0.0


@dataclass(frozen=True)
class Pool:
    """The rows that are compared, in ascending order; whether they are all that is searched, or were proposed."""

    rows: "Numbers"
    whole: bool


@dataclass(frozen=True)
class Ranked:
    """The best rows, best first, with their scores; `top_dense` is the highest cosine of all that was searched."""

    rows: "Numbers"
    scores: "Floats"
    dense: "Floats"
    lexical: "Floats"
    top_dense: float


class Proposer:
    """What is worth comparing in a library too large to compare all of it."""

    def __init__(self, graph: Graph, ids: Sequence[str], exact_up_to: int) -> None:
        """`ids`: those of the passages, in the order of the rows."""
        self._graph = graph
        self._ids = ids
        self._exact_up_to = exact_up_to

    def propose(self, asked: Asked) -> "Numbers | None":
        """The rows that the graph and BM25 hold for best; None where all are as quickly compared, or where they are too few."""
        import numpy as np

        searched = len(self._ids) if asked.left is None else int(asked.left.sum())
        count = max(PROPOSED, 2 * asked.limit)
        if searched <= self._exact_up_to or count > MOST_PROPOSED:
            return None
        # the graph knows no filter: of what it gives, about so many are left as of all
        near = self._graph.nearest(asked.vector, min(MOST_PROPOSED, count * len(self._ids) // searched))
        if near is None:
            return None
        rows = np.asarray([self._rows[name] for name in near if name in self._rows], dtype=np.intp)
        lexical = asked.lexical if asked.left is None else asked.lexical * asked.left
        worded = find_top(lexical, count)
        rows = np.union1d(rows, worded[lexical[worded] > 0])
        rows = rows if asked.left is None else rows[asked.left[rows]]
        return rows if len(rows) >= asked.limit else None

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {name: row for row, name in enumerate(self._ids)}


class Ranker:
    """What ranks the passages of a library."""

    def __init__(self, matrix: Matrix, document: "NDArray[np.int32]", proposer: Proposer | None) -> None:
        """`document`: for each row the number of its document; `proposer`: None where every search is exact."""
        self._matrix = matrix
        self._document = document
        self._proposer = proposer

    def rank(self, asked: Asked) -> Ranked:
        """The best passages; `asked.left` leaves one at least."""
        pool = self._find_pool(asked)
        lexical = asked.lexical[pool.rows]
        dense, span = self._compare(asked.vector, asked, pool)
        searched = span_of(asked.lexical if asked.left is None else asked.lexical[asked.left])
        scores = combine(dense, lexical, (span, searched))
        if asked.feedback:
            again, its_span = self._compare(self._move(asked, pool.rows[find_top(scores, FED_BACK)]), asked, pool)
            scores = combine(again, lexical, (its_span, searched))
        best = self._fold(pool, scores, asked.limit) if asked.fold else find_top(scores, asked.limit)
        return Ranked(pool.rows[best], scores[best], dense[best], lexical[best], span[1])

    def _find_pool(self, asked: Asked) -> Pool:
        """What is compared."""
        import numpy as np

        rows = self._proposer.propose(asked) if self._proposer else None
        if rows is not None and (not asked.fold or len(np.unique(self._document[rows])) >= asked.limit):
            return Pool(rows, False)
        return Pool(np.arange(len(asked.lexical)) if asked.left is None else np.flatnonzero(asked.left), True)

    def _compare(self, vector: "Floats", asked: Asked, pool: Pool) -> "tuple[Floats, Span]":
        """The cosines of a pool with a vector, and their span over all that is searched."""
        dense = self._matrix.score(vector, pool.rows)
        lowest, highest = span_of(dense)
        return dense, (lowest if pool.whole else min(lowest, self._matrix.lowest(vector, asked.left)), highest)

    def _move(self, asked: Asked, first: "Numbers") -> "Floats":
        """The question's vector moved towards its first hits."""
        import numpy as np

        moved = asked.vector + asked.feedback * self._matrix.rows[first].mean(axis=0)
        unit: Floats = (moved / np.linalg.norm(moved)).astype(np.float32)
        return unit

    def _fold(self, pool: Pool, scores: "Floats", limit: int) -> "Numbers":
        """Where the best passage of each document stands, best first."""
        import numpy as np

        order = np.argsort(-scores, kind="stable")
        _, first = np.unique(self._document[pool.rows[order]], return_index=True)
        return order[np.sort(first)[:limit]]
