"""The library in use: a question in, the nearest passages out, with what the corpus does not know of the question."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from assistant.errors import IndexBusy, IndexingError
from assistant.library import generations
from assistant.library.concordance import Concordance
from assistant.library.embeddings import Encoder
from assistant.library.filters import ANYWHERE, Rows, Where
from assistant.library.generations import Generation, Manifest
from assistant.library.graph import Graph
from assistant.library.index import Holdings, Progress, all_passages, build, concord_documents
from assistant.library.language import read_language
from assistant.library.lexical import Lexical
from assistant.library.matrix import Matrix
from assistant.library.ranking import EXACT_UP_TO, Asked, Proposer, Ranker
from assistant.library.vocabulary import Spelling, Vocabulary
from assistant.records import Document, Passage, Reference, Status

if TYPE_CHECKING:
    from langchain_core.retrievers import BaseRetriever


class Hit(NamedTuple):
    """A passage with its combined score (0…1 within this search), its mean cosine and its BM25 score."""

    passage: Passage
    score: float
    dense: float
    lexical: float


@dataclass(frozen=True)
class Search:
    """What was found, nearest first. `top_dense` is the highest cosine of all that was searched; `unknown` and
    `corrected` are as in `Spelling`, `question` is what was searched for."""

    question: str
    hits: tuple[Hit, ...]
    unknown: tuple[str, ...]
    top_dense: float
    corrected: Mapping[str, str]


class Library:
    """Documents, passages and references by id, and the search over them; safe between threads."""

    def __init__(self, generation: Generation, encoder: Encoder, exact_up_to: int = EXACT_UP_TO) -> None:
        """`exact_up_to`: the passages up to which every search is exact; above, Chroma's graph proposes what is compared."""
        self._generation = generation
        self.manifest: Manifest = generation.manifest
        self.documents: Mapping[str, Document] = {d.id: d for d in generation.documents}
        self.references: Mapping[str, Reference] = {r.id: r for r in generation.references}
        self._order = all_passages(generation.documents)
        self.passages: Mapping[str, Passage] = {p.id: p for p in self._order}
        self._rows = Rows(generation.documents)
        self._encoder = encoder
        self._exact_up_to = exact_up_to

    def search(
        self,
        question: str,
        limit: int = 24,
        within: Collection[str] | None = None,
        where: Where = ANYWHERE,
        *,
        fold: bool = False,
        feedback: float = 0.0,
    ) -> Search:
        """The passages nearest to a question; `within` keeps to these document ids, `where` to what it names.

        `fold` gives the best passage of each document, `limit` documents; `feedback` is the weight of the first hits in a second
        look (0 = none). Raises `EmbeddingError`.
        """
        spelling = self._vocabulary.read(question)
        left = self._rows.left(within, where)
        if not self._order or (left is not None and not left.any()):
            return Search(spelling.question, (), spelling.unknown, 0.0, spelling.corrected)
        vector = self._encoder.encode((spelling.question,))[0]
        lexical = self._lexical.score(spelling.question)
        found = self._ranker.rank(Asked(vector, lexical, left, limit, fold, feedback))
        order = (self._order[n] for n in found.rows.tolist())
        hits = tuple(map(Hit, order, found.scores.tolist(), found.dense.tolist(), found.lexical.tolist()))
        return Search(spelling.question, hits, spelling.unknown, found.top_dense, spelling.corrected)

    def neighbours(self, name: str) -> tuple[Passage | None, Passage | None]:
        """The statements before and after a passage in its document."""
        passages = self.documents[self.passages[name].document_id].passages
        place = next(n for n, passage in enumerate(passages) if passage.id == name)
        after = passages[place + 1] if place + 1 < len(passages) else None
        return passages[place - 1] if place else None, after

    def keeping(self, wanted: Callable[[Document], bool]) -> "Library":
        """The library with only the documents that are wanted."""
        rows = [n for n, p in enumerate(self._order) if wanted(self.documents[p.document_id])]
        if len(rows) == len(self._order):
            return self
        kept = replace(
            self._generation,
            documents=tuple(d for d in self._generation.documents if wanted(d)),
            vectors=self._generation.vectors[rows],
            keys=tuple(self._generation.keys[n] for n in rows),
            words=self._words.keep(rows),
        )
        return Library(kept, self._encoder, self._exact_up_to)

    def judged(self, statuses: Mapping[str, Status]) -> "Library":
        """The library with the review status of each document as it is given here, on its passages too."""
        if all(statuses.get(key, document.status) == document.status for key, document in self.documents.items()):
            return self
        documents = tuple(_judge(document, statuses) for document in self._generation.documents)
        return Library(replace(self._generation, documents=documents), self._encoder, self._exact_up_to)

    def spell(self, question: str, names: Collection[str] = ()) -> Spelling:
        """The question as the corpus can read it: misspellings corrected, unknown words named. `names` are words that the corpus
        need not hold to be right, such as those of scores."""
        return self._vocabulary.read(question, names)

    def likeness(self, text: str, others: Sequence[str]) -> float:
        """The highest cosine of a text with some others."""
        vectors = self._encoder.encode((text, *others))
        return float((vectors[1:] @ vectors[0]).max())

    def warm(self) -> None:
        """Load the model and build what is built on first use, so that the first question is as quick as the next."""
        self.search("warm", limit=1)

    @cached_property
    def _words(self) -> Concordance:
        return self._generation.words or concord_documents(self.documents.values())

    @cached_property
    def _lexical(self) -> Lexical:
        return Lexical(self._words)

    @cached_property
    def _vocabulary(self) -> Vocabulary:
        return Vocabulary((*_front_words(self.documents.values()), *self._words.spoken()), read_language())

    @cached_property
    def _ranker(self) -> Ranker:
        folder, sums = self._generation.folder, self.manifest.checksums
        large = folder is not None and len(self._order) > self._exact_up_to
        proposer = Proposer(Graph(folder, sums), tuple(self.passages), self._exact_up_to) if folder and large else None
        return Ranker(Matrix(self._generation.vectors), self._rows.document, proposer)

    def as_retriever(self, limit: int = 24, where: Where = ANYWHERE, fold: bool = False) -> "BaseRetriever":
        """The search as LangChain's `BaseRetriever`: passages as documents, source, score and neighbours in their metadata."""
        from assistant.library.langchain import LibraryRetriever

        return LibraryRetriever(library=self, limit=limit, where=where, fold=fold)


def open_library(holdings: Holdings, progress: Progress | None = None) -> Library:
    """The library of these holdings, indexed first where the files have changed or the index is damaged.

    While another process owns the data folder its current generation is read as it is. Raises `IndexBusy` when that
    process has none yet, `EmbeddingError`, `IndexingError`.
    """
    try:
        build(holdings, progress)
    except IndexBusy:
        if generations.read_manifest(holdings.data) is None:
            raise
    return read_library(holdings)


def read_library(holdings: Holdings) -> Library:
    """The library as the current generation has it; writes nothing. Raises `IndexingError` when there is none, or
    when it was made by another model."""
    generation = generations.read_generation(holdings.data)
    encoder = holdings.encoder()
    if generation.manifest.model != encoder.digest:
        raise IndexingError(f"the index in {holdings.data} was made by another embedding model; run assistant index")
    return Library(generation, encoder, holdings.exact_up_to)


def _judge(document: Document, statuses: Mapping[str, Status]) -> Document:
    status = statuses.get(document.id, document.status)
    passages = tuple(passage.model_copy(update={"review_status": status}) for passage in document.passages)
    return document.model_copy(update={"status": status, "passages": passages})


def _front_words(documents: Iterable[Document]) -> Iterable[str]:
    """What is said of documents and statements beside the words that are searched."""
    for document in documents:
        yield from (document.title, *document.topics, *document.questions, document.population, document.field)
        yield from (passage.topic for passage in document.passages if passage.topic)
