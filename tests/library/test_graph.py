"""Above the threshold the graph proposes and the exact scores decide: the same answers, and no harm when the graph is broken."""

import gc
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from shelf import snapshot

from assistant.library import Encoder, Holdings, Library, Where, generations, graph, ranking, store
from assistant.library.generations import Generation
from assistant.library.index import all_passages
from assistant.settings import Settings

DOCUMENTS = 60
EACH = 20
QUESTIONS = 40
AGREEMENT = 0.98
WORDS = "salt water kidney liver thigh vein mouth shock wheeze rash urine copper rhythm sedation bleeding".split()  # noqa: SIM905


class Pretended(Encoder):
    """Vectors in clusters, by the number with which a text ends; costs nothing."""

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Any:
        return np.stack([turn(int(text.split()[-1])) for text in texts])


def turn(number: int) -> Any:
    """A unit vector near that of its cluster."""
    middle = np.random.default_rng(number % 30).normal(size=384)
    drawn = middle + 1.2 * np.random.default_rng(1000 + number).normal(size=384)
    return (drawn / np.linalg.norm(drawn)).astype(np.float32)


@pytest.fixture(scope="module", name="held")
def _held(indexed: Holdings, tmp_path_factory: pytest.TempPathFactory) -> Generation:
    """A generation of more than a thousand passages on disk, its store with it."""
    shelf = generations.read_generation(indexed.data)
    model, statement = shelf.documents[0], shelf.documents[0].passages[0]
    documents = []
    for d in range(DOCUMENTS):
        passages = []
        for n in range(d * EACH, (d + 1) * EACH):
            said = f"The {WORDS[n % 15]} and the {WORDS[(n * 7 + d) % 15]} of bed {n}"
            known = {"id": f"ward-{d}#{n}", "document_id": f"ward-{d}", "document_title": f"Ward {d}", "text": said}
            passages.append(statement.model_copy(update=known | {"population": ("any", "child", "adult")[n % 3]}))
        own = {"id": f"ward-{d}", "title": f"Ward {d}", "passages": tuple(passages), "field": ("renal", "chest")[d % 2]}
        documents.append(model.model_copy(update=own))
    vectors = np.stack([turn(5000 + n) * 0.95 for n in range(DOCUMENTS * EACH)])
    folder = tmp_path_factory.mktemp("generation")
    store.write_store(folder, all_passages(documents), vectors)
    manifest = replace(shelf.manifest, passages=len(vectors), checksums=generations.take_checksums(folder))
    keys = tuple(str(n) for n in range(len(vectors)))
    return Generation(manifest, tuple(documents), shelf.references, vectors, keys, None, folder)


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few candidates, so that most passages are not looked at."""
    monkeypatch.setattr(ranking, "PROPOSED", 60)


@pytest.fixture(name="asked")
def _asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many passages the graph gave, at each question that it was asked."""
    seen: list[int] = []
    nearest = graph.Graph.nearest

    def count(self: graph.Graph, question: Any, wanted: int) -> Any:
        found = nearest(self, question, wanted)
        seen.append(-1 if found is None else len(found))
        return found

    monkeypatch.setattr(graph.Graph, "nearest", count)
    return seen


def questions() -> list[str]:
    """Questions near the clusters."""
    return [f"{WORDS[n % 15]} or {WORDS[n * 4 % 15]} in bed {900 + n}" for n in range(QUESTIONS)]


def names(library: Library, question: str, limit: int, where: Where) -> list[str]:
    return [hit.passage.id for hit in library.search(question, limit, where=where).hits]


@pytest.mark.parametrize("where", [Where(), Where(field="renal"), Where(population="child")])
def test_the_answers_are_the_same_on_either_side_of_the_threshold(
    held: Generation, asked: list[int], where: Where
) -> None:
    exact, large = Library(held, Pretended()), Library(held, Pretended(), 100)
    shared = []
    for question in questions():
        one, other = names(exact, question, 10, where), names(large, question, 10, where)
        shared.append(len({*one} & {*other}) / 10)
        assert one[0] == other[0]
    assert len(asked) == QUESTIONS
    assert 60 <= min(asked) <= max(asked) < DOCUMENTS * EACH / 4
    assert np.mean(shared) >= AGREEMENT


def test_scores_are_nearly_those_of_the_exact_search(held: Generation) -> None:
    exact, large = Library(held, Pretended()), Library(held, Pretended(), 100)
    for question in questions()[:10]:
        one, other = exact.search(question, 10), large.search(question, 10)
        assert other.top_dense == pytest.approx(one.top_dense, abs=1e-6)
        scores = {hit.passage.id: hit for hit in one.hits}
        for hit in other.hits:
            if hit.passage.id in scores:
                assert hit.dense == pytest.approx(scores[hit.passage.id].dense, abs=1e-6)
                assert hit.score == pytest.approx(scores[hit.passage.id].score, abs=0.03)


def test_folding_and_feedback_pass_through_the_graph_too(held: Generation, asked: list[int]) -> None:
    exact, large = Library(held, Pretended()), Library(held, Pretended(), 100)
    one, other = (library.search(questions()[0], 5, fold=True, feedback=0.3) for library in (exact, large))
    assert [hit.passage.id for hit in one.hits] == [hit.passage.id for hit in other.hits]
    assert asked == [60]


def test_a_small_rest_and_a_wide_question_are_compared_whole(held: Generation, asked: list[int]) -> None:
    large = Library(held, Pretended(), 100)
    assert len(large.search(questions()[0], 50, within=("ward-1", "ward-2")).hits) == 2 * EACH
    assert len(large.search(questions()[0], DOCUMENTS * EACH).hits) == DOCUMENTS * EACH
    assert len(large.search(questions()[0], DOCUMENTS, fold=True).hits) == DOCUMENTS
    assert all(found > 0 for found in asked)


def test_searching_through_the_graph_leaves_every_byte(held: Generation, asked: list[int]) -> None:
    assert held.folder
    before = snapshot(held.folder)
    large = Library(held, Pretended(), 100)
    for question in questions():
        large.search(question)
    assert snapshot(held.folder) == before
    del large
    gc.collect()
    assert snapshot(held.folder) == before
    assert min(asked) > 0


def test_the_copy_goes_with_the_library(held: Generation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    large = Library(held, Pretended(), 100)
    large.search(questions()[0])
    assert len(list(tmp_path.iterdir())) == 1
    del large
    gc.collect()
    assert list(tmp_path.iterdir()) == []


def flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def truncate(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


@pytest.mark.parametrize("damage", [flip, truncate, Path.unlink])
def test_a_damaged_graph_gives_way_to_the_exact_search(
    held: Generation, tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    assert held.folder
    exact = Library(held, Pretended()).search(questions()[0])
    for path in sorted(p for p in held.folder.rglob("*") if p.is_file()):
        folder = tmp_path / path.name
        shutil.copytree(held.folder, folder)
        damage(folder / path.relative_to(held.folder))
        caplog.clear()
        assert Library(replace(held, folder=folder), Pretended(), 100).search(questions()[0]) == exact
        assert "every search is exact and slower: the vector store is damaged" in caplog.text


def test_a_generation_that_is_gone_is_searched_exactly(held: Generation, tmp_path: Path) -> None:
    gone = Library(replace(held, folder=tmp_path / "gone"), Pretended(), 100)
    assert gone.search(questions()[0]) == Library(held, Pretended()).search(questions()[0])


def test_a_panic_of_chroma_reaches_nobody_and_is_said_once(
    held: Generation, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Panic(BaseException):
        """As the exceptions of its Rust are."""

    class Panicking:
        def query(self, **_: object) -> None:
            raise Panic

    monkeypatch.setattr(store, "open_copy", lambda *_: Panicking())
    large = Library(held, Pretended(), 100)
    for question in questions()[:3]:
        assert large.search(question) == Library(held, Pretended()).search(question)
    assert caplog.text.count("is not used") == 1


def test_an_interrupt_is_no_damage(held: Generation, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "open_copy", interrupt)
    with pytest.raises(KeyboardInterrupt):
        Library(held, Pretended(), 100).search(questions()[0])


def test_the_setting_is_the_default_of_the_library() -> None:
    assert Settings(_env_file=None).exact_up_to == ranking.EXACT_UP_TO
