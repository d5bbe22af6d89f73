"""Every system over a collection, with and without titles, judged by the same questions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.library import Encoder
from assistant.library.corpus import Corpus
from benchmarks.retrieval.cases import SPLITS, by_document, by_section
from benchmarks.retrieval.collection import Collection, Question, fold, split_off
from benchmarks.retrieval.langchain_chain import make_chains
from benchmarks.retrieval.measures import Interval, Score, compare, judge, sum_up
from benchmarks.retrieval.ours import make_ours
from benchmarks.retrieval.systems import System, make_peers

OURS = "ours"
FAST, CAREFUL = "ours, fast", "ours, careful"
Tell = Callable[[str], None]


@dataclass(frozen=True)
class View:
    """Some questions, and what each passage counts as when they are judged."""

    name: str
    questions: Sequence[Question]
    keys: Mapping[str, str]


@dataclass(frozen=True)
class Row:
    """One system on one view."""

    view: str
    system: str
    titled: bool
    score: Score

    @property
    def is_ours(self) -> bool:
        return self.system.startswith(OURS)


@dataclass(frozen=True)
class Standing:
    """Where ours stands on a view: against the best of the peers, which may be given titles or not."""

    view: str
    ours: float
    peer: str
    theirs: float
    ahead: Interval


def view_beir(collection: Collection) -> list[View]:
    """The whole split; an answer is a document."""
    return [View(collection.name, collection.questions, {entry.id: entry.id for entry in collection.entries})]


def view_own(collection: Collection) -> list[View]:
    """Both halves, judged by document and by section."""
    documents = {entry.id: entry.document for entry in collection.entries}
    places = {entry.id: entry.place for entry in collection.entries}
    views = []
    for split in SPLITS:
        half = split_off(collection.questions, split)
        views.append(View(f"own cases, {split}, documents", by_document(half), documents))
        views.append(View(f"own cases, {split}, sections", by_section(half), places))
    return views


def measure_quality(
    collection: Collection, corpus: Corpus, views: Sequence[View], encoder: Encoder, tell: Tell
) -> Iterator[Row]:
    """A row for each system on each view."""
    encoder.encode([question.text for question in collection.questions])
    for titled in (True, False):
        tell(f"{collection.name}, {'with' if titled else 'without'} titles: embedding and indexing")
        systems: list[System] = [
            *make_ours(corpus, titled, encoder),
            *make_peers(collection.entries, titled, encoder),
            *make_chains(collection, titled, encoder),
        ]
        for system in systems:
            tell(f"{collection.name}: {system.name}")
            found = {question.id: system.rank(question.text) for question in collection.questions}
            for view in views:
                marks = [judge(fold(found[q.id], view.keys), q.right) for q in view.questions]
                yield Row(view.name, system.name, titled, sum_up(marks))


def stand(rows: Sequence[Row], view: str, system: str = FAST) -> Standing | None:
    """Ours with titles against the best peer; None where ours was not measured."""
    here = [row for row in rows if row.view == view]
    ours = next((row for row in here if row.system == system and row.titled), None)
    peers = [row for row in here if not row.is_ours]
    if ours is None or not peers:
        return None
    best = max(peers, key=lambda row: row.score.ndcg.mean)
    name = f"{best.system}, {'with' if best.titled else 'without'} titles"
    ahead = compare(ours.score.each, best.score.each)
    return Standing(view, ours.score.ndcg.mean, name, best.score.ndcg.mean, ahead)
