"""The first stage as the library searches: what a re-ranker is given to put in order, and what it has to beat."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.library.concordance import concord
from assistant.library.embeddings import Encoder
from assistant.library.index import texts_of
from assistant.library.lexical import Lexical
from assistant.library.matrix import Matrix, combine
from assistant.records import Passage

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class Found:
    """The places of the best passages, best first, with their combined scores (0…1)."""

    places: NDArray[np.int64]
    scores: Floats


class FirstStage:
    """Hybrid search over some passages, as `assistant.library.Library` does it; vectors are kept in a folder."""

    def __init__(self, passages: Sequence[Passage], kept: Path, encoder: Encoder, headings_only: bool = False) -> None:
        """`headings_only`: the vectors of title and section alone, which is quick and enough to find wrong passages."""
        self._passages = passages
        self._kept = kept
        self._encoder = encoder
        self._headings_only = headings_only

    def encode(self, texts: Sequence[str]) -> Floats:
        """Normalised vectors, one row a text; read from the folder where they were made before."""
        name = hashlib.sha256("\x00".join((self._encoder.digest, *texts)).encode()).hexdigest()[:16]
        path = self._kept / f"{name}.npy"
        if not path.exists():
            self._kept.mkdir(parents=True, exist_ok=True)
            unique = tuple(dict.fromkeys(texts))
            rows = dict(zip(unique, self._encoder.encode(unique), strict=True))
            np.save(path, np.asarray([rows[text] for text in texts], dtype=np.float32))
        vectors: Floats = np.load(path)
        return vectors

    @cached_property
    def _matrix(self) -> Matrix:
        headings, full = zip(*map(texts_of, self._passages), strict=True)
        rows = self.encode(headings)
        if not self._headings_only:
            rows = np.asarray((rows + self.encode(full)) / 2, dtype=np.float32)
        return Matrix(rows)

    @cached_property
    def _lexical(self) -> Lexical:
        return Lexical(concord(texts_of(p)[1] for p in self._passages))

    def search(self, questions: Sequence[str], limit: int) -> list[Found]:
        """The best passages for each question."""
        vectors = self.encode(questions)
        return [self._rank(question, vector, limit) for question, vector in zip(questions, vectors, strict=True)]

    def _rank(self, question: str, vector: Floats, limit: int) -> Found:
        scores = combine(self._matrix.rows @ vector, self._lexical.score(question))
        places = np.argpartition(-scores, limit)[:limit] if limit < len(scores) else np.arange(len(scores))
        places = places[np.argsort(-scores[places], kind="stable")]
        return Found(places.astype(np.int64), scores[places])
