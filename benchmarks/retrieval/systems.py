"""The peers: BM25, dense search exact or by Chroma, and their fusion. Each ranks the entries of one collection."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from assistant.library import Encoder
from assistant.library.concordance import concord
from assistant.library.lexical import Lexical
from benchmarks.retrieval.collection import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

REACH = 300
"""Passages that a system returns, so that ten documents come back however many passages each has."""
RRF = 60
BATCH = 1000


class System(Protocol):
    """A way to search. `titled`: whether it is given titles and sections."""

    @property
    def name(self) -> str: ...
    @property
    def titled(self) -> bool: ...

    def rank(self, question: str) -> Sequence[str]:
        """Entry ids, nearest first."""


@dataclass(frozen=True)
class Ranked:
    """A system that gives every entry a score, in the order of `ids`."""

    name: str
    titled: bool
    ids: Sequence[str]
    score: Callable[[str], "Floats"]

    def rank(self, question: str) -> Sequence[str]:
        return [self.ids[n] for n in order(self.score(question))]


@dataclass(frozen=True)
class Fused:
    """Reciprocal rank fusion of some systems."""

    name: str
    titled: bool
    parts: Sequence[System]

    def rank(self, question: str) -> Sequence[str]:
        points: dict[str, float] = {}
        for part in self.parts:
            for place, key in enumerate(part.rank(question), start=1):
                points[key] = points.get(key, 0.0) + 1 / (RRF + place)
        return sorted(points, key=lambda key: -points[key])[:REACH]


@dataclass(frozen=True)
class Chroma:
    """A collection of Chroma with the space that it is told and its other settings as they come."""

    name: str
    titled: bool
    collection: Any
    encoder: Encoder
    reach: int

    def rank(self, question: str) -> Sequence[str]:
        vector = self.encoder.encode((question,))
        found: list[str] = self.collection.query(query_embeddings=vector, n_results=self.reach, include=[])["ids"][0]
        return found


def order(scores: "Floats", most: int = REACH) -> list[int]:
    """The places of the highest scores; of equals the earlier."""
    import numpy as np

    places: list[int] = np.argsort(-scores, kind="stable")[:most].tolist()
    return places


def texts_for(entries: Sequence[Entry], titled: bool) -> list[str]:
    """What a system reads of each entry."""
    return [entry.titled if titled else entry.text for entry in entries]


def make_peers(entries: Sequence[Entry], titled: bool, encoder: Encoder) -> list[System]:
    """All peers but LangChain, over one entry a passage."""
    ids = [entry.id for entry in entries]
    texts = texts_for(entries, titled)
    vectors = encoder.encode(texts)
    plain = Ranked("BM25, defaults", titled, ids, make_bm25(texts))
    tuned = Ranked("BM25, tuned as ours", titled, ids, Lexical(concord(texts)).score)
    dense = Ranked("dense, exact", titled, ids, lambda question: vectors @ encoder.encode((question,))[0])
    graphs = [make_chroma(ids, vectors, titled, encoder, space) for space in ("l2", "cosine")]
    return [plain, tuned, *graphs, dense, Fused(f"RRF k={RRF} of dense and BM25", titled, (dense, plain))]


def make_bm25(texts: Sequence[str]) -> Callable[[str], "Floats"]:
    """BM25 by bm25s as it comes: lower case, English stop words, no stemmer."""
    import bm25s
    import numpy as np

    def cut(some: list[str]) -> list[list[str]]:
        pieces: list[list[str]] = bm25s.tokenize(some, return_ids=False, show_progress=False)
        return pieces

    index = bm25s.BM25()
    index.index(cut(list(texts)), show_progress=False)

    def score(question: str) -> "Floats":
        known = [token for token in cut([question])[0] if token in index.vocab_dict]
        scores: Floats = index.get_scores(known) if known else np.zeros(len(texts), dtype=np.float32)
        return scores

    return score


def make_chroma(ids: Sequence[str], vectors: "Floats", titled: bool, encoder: Encoder, space: str) -> Chroma:
    """A collection in memory; l2 is Chroma's own default."""
    client = open_client()
    name = f"bench-{id(vectors)}-{space}"
    collection = client.create_collection(name, embedding_function=None, configuration={"hnsw": {"space": space}})
    for start in range(0, len(ids), BATCH):
        collection.add(ids=list(ids[start : start + BATCH]), embeddings=vectors[start : start + BATCH])
    return Chroma(f"Chroma, {space}", titled, collection, encoder, min(REACH, len(ids)))


def open_client() -> Any:
    """Chroma in memory; a process has only one, and its settings are those of the first who asked."""
    import chromadb

    return chromadb.EphemeralClient(chromadb.config.Settings(anonymized_telemetry=False, is_persistent=False))
