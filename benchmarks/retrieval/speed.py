"""The time of a question by stage, and the memory, at one size. A process of its own: `python -m benchmarks.retrieval.speed SIZE`."""

import json
import resource
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from assistant.library import Encoder, Library
from assistant.library.corpus import Corpus
from assistant.library.generations import Generation
from assistant.library.index import all_passages, concord_documents, embed_corpus
from assistant.library.lexical import Lexical
from assistant.library.matrix import combine
from benchmarks.retrieval.cases import read_own
from benchmarks.retrieval.collection import Entry
from benchmarks.retrieval.ours import as_corpus
from benchmarks.retrieval.synthetic import enlarge
from benchmarks.retrieval.systems import BATCH, open_client, order
from benchmarks.retrieval.vectors import open_encoder

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

ASKED, WARM = 100, 5
LIMIT = 24
PEER_AT_MOST = 20_000
"""Passages; a larger graph of Chroma takes minutes to build."""


@dataclass(frozen=True)
class Stage:
    """Milliseconds."""

    name: str
    p50: float
    p95: float


@dataclass(frozen=True)
class Speed:
    """One size. `megabytes`: the most that the process held until its first answer. `load_s`: to make the library of records and
    vectors in memory and to answer once."""

    size: int
    megabytes: float
    load_s: float
    stages: tuple[Stage, ...]


def measure(size: int) -> Speed:
    """The stages are timed in turn on the same questions, each question through all before the next."""
    collection, _ = read_own()
    kept = open_encoder()
    encoder = kept.inner
    vectors = kept.encode([entry.titled for entry in collection.entries])
    encoder.encode(("warm",))
    entries, rows = enlarge(collection.entries, vectors, size)
    generation = _generation(as_corpus(entries), rows, encoder)
    asked = [question.text for question in collection.questions][: ASKED + WARM]
    begun = time.perf_counter()
    library = Library(generation, encoder)
    library.warm()
    load = time.perf_counter() - begun
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    chain = _open_chain(entries, rows, encoder) if size <= PEER_AT_MOST else None
    return Speed(size, held, load, tuple(time_stages(library, generation, encoder, asked, chain)))


def time_stages(
    library: Library, generation: Generation, encoder: Encoder, asked: Sequence[str], chain: Callable[[str], Any] | None
) -> list[Stage]:
    """Spelling, embedding, one exact product, BM25, fusion, the whole as the library does it, and the chain if there is one."""
    lexical = Lexical(concord_documents(generation.documents))
    taken: dict[str, list[float]] = {}
    for question in asked:
        spell, spelling = _time(library.spell, question)
        embed, vector = _time(lambda text: encoder.encode((text,))[0], spelling.question)
        product, dense = _time(lambda v: generation.vectors @ v, vector)
        words, lexic = _time(lexical.score, spelling.question)
        fusion, _ = _time(lambda pair: order(combine(*pair), LIMIT), (dense, lexic))
        whole, _ = _time(lambda text: library.search(text, LIMIT), question)
        for name, spent in (
            ("spelling", spell), ("embedding", embed), ("exact product", product), ("BM25", words), ("fusion", fusion),
            ("ours, fast", whole), ("embedding and product", embed + product),
        ):  # fmt: skip
            taken.setdefault(name, []).append(spent)
        if chain:
            taken.setdefault("LangChain with Chroma", []).append(_time(chain, question)[0])
    return [summarise(name, spent[WARM:]) for name, spent in taken.items()]


def summarise(name: str, spent: Sequence[float]) -> Stage:
    """The median and the 95th percentile of some times in milliseconds."""
    import numpy as np

    middle, late = np.quantile(spent, (0.5, 0.95))
    return Stage(name, float(middle), float(late))


def _time(call: Callable[[Any], Any], given: Any) -> tuple[float, Any]:
    """Milliseconds on the clock, and what came back."""
    begun = time.perf_counter()
    found = call(given)
    return (time.perf_counter() - begun) * 1000, found


def _generation(corpus: Corpus, vectors: "Floats", encoder: Encoder) -> Generation:
    documents = tuple(corpus.documents.values())
    blank = embed_corpus(Corpus(), encoder, {}, None)[0]
    keys = tuple(passage.id for passage in all_passages(documents))
    return replace(blank, documents=documents, vectors=vectors, keys=keys, words=None)


def _open_chain(entries: Sequence[Entry], vectors: "Floats", encoder: Encoder) -> Callable[[str], Any]:
    """LangChain's retriever over Chroma with its defaults, the same vectors put in."""
    from langchain_chroma import Chroma

    store = Chroma(f"speed-{len(entries)}", encoder.as_langchain(), client=open_client())
    for start in range(0, len(entries), BATCH):
        part = entries[start : start + BATCH]
        store._collection.add(
            ids=[entry.id for entry in part],
            embeddings=vectors[start : start + BATCH],
            documents=[entry.titled for entry in part],
            metadatas=[{"document": entry.document} for entry in part],
        )
    ask: Callable[[str], Any] = store.as_retriever(search_kwargs={"k": LIMIT}).invoke
    return ask


if __name__ == "__main__":
    print(json.dumps(asdict(measure(int(sys.argv[1])))))
