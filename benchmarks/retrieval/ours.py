"""Ours: the product's own library over a collection in memory, and what could be set upon it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from importlib import import_module
from importlib.util import find_spec

from assistant.library import Encoder, Library
from assistant.library.corpus import Corpus
from assistant.library.generations import Generation
from assistant.library.index import all_passages, embed_corpus, texts_of
from assistant.records import Document, Passage
from benchmarks.retrieval.collection import Entry
from benchmarks.retrieval.systems import REACH, System

FEEDBACK_WEIGHT = 0.3
RERANKED = 20
RERANKER = "assistant.library.reranker"
DAY = date(2026, 1, 1)
"""Of entries that bear no day; the search does not look at it."""


@dataclass(frozen=True)
class Fast:
    """The library as it answers the assistant."""

    name: str
    titled: bool
    library: Library
    feedback: float = 0.0

    def rank(self, question: str) -> Sequence[str]:
        return [hit.passage.id for hit in self.library.search(question, REACH, feedback=self.feedback).hits]


@dataclass(frozen=True)
class Careful:
    """A first ranking of which the nearest are put in order by a re-ranker: question and texts to scores."""

    name: str
    titled: bool
    fast: Fast
    score: Callable[[str, Sequence[str]], Sequence[float]]

    def rank(self, question: str) -> Sequence[str]:
        hits = self.fast.library.search(question, REACH).hits
        near, far = hits[:RERANKED], hits[RERANKED:]
        texts = [texts_of(hit.passage)[1] if self.titled else hit.passage.text for hit in near]
        scores = self.score(question, texts)
        best = sorted(range(len(near)), key=lambda n: -scores[n])
        return [*(near[n].passage.id for n in best), *(hit.passage.id for hit in far)]


def make_ours(corpus: Corpus, titled: bool, encoder: Encoder) -> list[System]:
    """Ours as it is, with feedback, and with a re-ranker where the product has one."""
    generation = make_generation(corpus, titled, encoder)
    fast = Fast("ours, fast", titled, Library(generation, encoder))
    systems: list[System] = [fast, Fast("ours, with feedback", titled, fast.library, FEEDBACK_WEIGHT)]
    if find_spec(RERANKER):
        systems.append(Careful("ours, careful", titled, fast, import_module(RERANKER).Reranker().score))
    return systems


def make_generation(corpus: Corpus, titled: bool, encoder: Encoder) -> Generation:
    """A generation in memory. Without titles the vectors are those of the bare texts."""
    if titled:
        return embed_corpus(corpus, encoder, {}, None)[0]
    bare = Corpus({key: strip_titles(document) for key, document in corpus.documents.items()})
    passages = all_passages(bare.documents.values())
    vectors = encoder.encode([passage.text for passage in passages])
    blank = embed_corpus(Corpus(), encoder, {}, None)[0]
    documents, keys = tuple(bare.documents.values()), tuple(passage.id for passage in passages)
    return replace(blank, documents=documents, vectors=vectors, keys=keys, words=None)


def as_corpus(entries: Iterable[Entry]) -> Corpus:
    """Entries as the product's records: a document for each `document`, a passage for each entry."""
    held: dict[str, list[Passage]] = {}
    for entry in entries:
        held.setdefault(entry.document, []).append(_passage(entry))
    return Corpus({key: _document(key, passages) for key, passages in held.items()})


def strip_titles(document: Document) -> Document:
    """A document of which only the texts are left to be found by."""
    bare = tuple(p.model_copy(update={"document_title": "", "section": ""}) for p in document.passages)
    nothing = {"title": "", "topics": (), "questions": (), "passages": bare}
    return document.model_copy(update=nothing)


def _passage(entry: Entry) -> Passage:
    return Passage(
        id=entry.id,
        hash=entry.id,
        document_id=entry.document,
        document_title=entry.title,
        role="approach",
        section=entry.section,
        anchor=entry.id,
        text=entry.text,
        last_updated=DAY,
    )


def _document(key: str, passages: Sequence[Passage]) -> Document:
    return Document(
        id=key,
        title=passages[0].document_title,
        field="benchmark",
        kind="local",
        topics=(),
        population="any",
        status="submitted",
        version="1",
        last_updated=DAY,
        path=key,
        hash=key,
        passages=tuple(passages),
    )
