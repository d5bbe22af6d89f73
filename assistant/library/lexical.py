"""Lexical search: BM25 over title, section, words and topics of each passage, stemmed, question words left out.

The tuning (k1, stop words, titles in the index) was measured on eight collections (docs/decisions/0002-index.md).
"""

from typing import TYPE_CHECKING, Any

from assistant.library.concordance import Concordance
from assistant.library.words import is_question_word, stem, tokenise

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K1 = 1.2
B = 0.75


class Lexical:
    """A BM25 index in memory; built in a fraction of a second, so it is never stored."""

    def __init__(self, held: Concordance) -> None:
        """`held`: the words of the texts, in the order in which scores are given."""
        self._size = len(held.ends)
        self._index: Any = None
        stems = [None if is_question_word(word) else stem(word) for word in held.words]
        tokens = [[found for n in text if (found := stems[n])] for text in held.texts()]
        if any(tokens):
            import bm25s

            self._index = bm25s.BM25(k1=K1, b=B)
            self._index.index(tokens, show_progress=False)

    def score(self, question: str) -> "NDArray[np.float32]":
        """The BM25 score of every text, 0 where no word is shared."""
        import numpy as np

        known = [] if self._index is None else [t for t in tokenise(question) if t in self._index.vocab_dict]
        if not known:
            return np.zeros(self._size, dtype=np.float32)
        scores: NDArray[np.float32] = self._index.get_scores(known)
        return scores
