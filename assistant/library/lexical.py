"""Lexical search: BM25 over title, section and words of each passage, stemmed, question words left out.

The tuning (k1, stop words, titles in the index) was measured on eight collections (docs/decisions/0002-index.md); the formula is that
of Lucene, as bm25s has it, held to it by a test.
"""

from typing import TYPE_CHECKING

from assistant.library.concordance import Concordance
from assistant.library.words import is_question_word, stem, tokenise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K1 = 1.2
B = 0.75


class Lexical:
    """A BM25 index in memory: for each stem the texts that hold it, and what it adds to the score of each."""

    def __init__(self, held: Concordance) -> None:
        """`held`: the words of the texts, in the order in which scores are given."""
        import numpy as np

        self._size = len(held.ends)
        self._stems: dict[str, int] = {}
        numbers = [-1 if is_question_word(w) else self._stems.setdefault(stem(w), len(self._stems)) for w in held.words]
        stems = np.asarray(numbers, dtype=np.int64)[held.places]
        rows = np.repeat(np.arange(self._size), np.diff(held.ends, prepend=0))
        self._fill(stems[stems >= 0], rows[stems >= 0])

    def _fill(self, stems: "NDArray[np.int64]", rows: "NDArray[np.intp]") -> None:
        """Weigh each stem in each row; the arrays name stem and row of every word that is searched."""
        import numpy as np

        size = max(self._size, 1)
        pairs, times = np.unique(stems * size + rows, return_counts=True)
        lengths = np.bincount(rows, minlength=size)
        holding = np.bincount(pairs // size, minlength=len(self._stems))
        self._ends = np.concatenate(([0], np.cumsum(holding)))
        self._rows = (pairs % size).astype(np.int32)
        rarity = np.log1p((self._size - holding + 0.5) / (holding + 0.5))
        damping = K1 * (1 - B + B * lengths / max(float(lengths.mean()), 1e-9))
        weights = np.repeat(rarity, holding) * times / (times + damping[self._rows])
        self._adds: NDArray[np.float32] = weights.astype(np.float32)

    def score(self, question: str) -> "NDArray[np.float32]":
        """The BM25 score of every text, 0 where no word is shared."""
        import numpy as np

        scores = np.zeros(self._size, dtype=np.float32)
        for word in tokenise(question):
            if (number := self._stems.get(word)) is not None:
                held = slice(self._ends[number], self._ends[number + 1])
                scores[self._rows[held]] += self._adds[held]
        return scores
