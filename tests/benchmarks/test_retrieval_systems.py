"""The systems of the benchmark on a few entries, with a model that costs nothing: words as directions."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.library import Encoder
from benchmarks.retrieval.collection import Collection, Entry, Question
from benchmarks.retrieval.measures import Marks, sum_up
from benchmarks.retrieval.ours import Careful, as_corpus, make_generation, make_ours
from benchmarks.retrieval.picture import write_svg
from benchmarks.retrieval.quality import Row, measure_quality, stand, view_beir
from benchmarks.retrieval.report import Report, print_report
from benchmarks.retrieval.synthetic import enlarge
from benchmarks.retrieval.systems import Fused, Ranked, make_bm25, make_peers, texts_for
from benchmarks.retrieval.vectors import KeptEncoder

WORDS = ("copper", "magnesium", "asthma", "kidney", "thigh", "wheeze", "penicillamine", "wilson")
ENTRIES = tuple(
    Entry(f"e{n}", f"d{n}", title, "treatment", text)
    for n, (title, text) in enumerate(
        (
            ("Wilson disease", "Penicillamine removes copper."),
            ("Low magnesium", "Magnesium is halved when the kidney fails."),
            ("Asthma attack", "Salbutamol stops the wheeze."),
            ("Anaphylaxis", "Adrenaline is injected into the thigh."),
        )
    )
)


class WordEncoder(Encoder):
    """A direction for each known word, and one that all texts share."""

    digest = "words"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Any:
        self.asked += texts
        rows = np.asarray(
            [[1.0, *(3.0 * (word in text.lower()) for word in WORDS)] for text in texts], dtype=np.float32
        )
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def test_every_system_finds_the_one_text_about_a_word() -> None:
    encoder = WordEncoder()
    systems = [*make_peers(ENTRIES, True, encoder), *make_ours(as_corpus(ENTRIES), True, encoder)]
    assert len(systems) >= 8
    assert {system.name: system.rank("copper and penicillamine")[0] for system in systems} == {
        system.name: "e0" for system in systems
    }


@pytest.mark.parametrize("titled", [True, False])
def test_only_systems_with_titles_read_them(titled: bool) -> None:
    ours = make_ours(as_corpus(ENTRIES), titled, WordEncoder())[0]
    assert (ours.rank("wilson")[0] == "e0") is titled
    scores = make_bm25(texts_for(ENTRIES, titled))("wilson")
    assert bool(scores[0] > 0) is titled


def test_ours_without_titles_has_the_vectors_of_the_bare_texts() -> None:
    encoder = WordEncoder()
    made = make_generation(as_corpus(ENTRIES), False, encoder)
    assert np.allclose(made.vectors, encoder.encode([entry.text for entry in ENTRIES]))
    assert {passage.document_title for document in made.documents for passage in document.passages} == {""}


def test_fusion_adds_the_reciprocals_of_the_places() -> None:
    def ranked(*scores: float) -> Ranked:
        return Ranked("", True, ["a", "b", "c"], lambda _: np.asarray(scores, dtype=np.float32))

    # a: 1/61 + 1/63, b: 1/62 + 1/61, c: 1/63 + 1/62
    assert Fused("", True, (ranked(3, 2, 1), ranked(1, 3, 2))).rank("?") == ["b", "a", "c"]


def test_a_reranker_orders_the_nearest_and_leaves_the_rest() -> None:
    fast = make_ours(as_corpus(ENTRIES), True, WordEncoder())[0]
    careful = Careful("careful", True, fast, lambda _, texts: [float("Adrenaline" in text) for text in texts])  # type: ignore[arg-type]
    assert careful.rank("copper")[0] == "e3"
    assert set(careful.rank("copper")) == set(fast.rank("copper"))


def test_a_text_is_encoded_once_even_over_two_runs(tmp_path: Path) -> None:
    first, second = WordEncoder(), WordEncoder()
    made = KeptEncoder(first, tmp_path / "vectors.sqlite").encode(["copper", "asthma", "copper"])
    again = KeptEncoder(second, tmp_path / "vectors.sqlite").encode(["asthma", "kidney"])
    assert sorted(first.asked) == ["asthma", "copper"]
    assert second.asked == ["kidney"]
    assert np.array_equal(made[0], made[2])
    assert np.array_equal(made[1], again[0])


def test_vectors_of_other_weights_are_not_taken(tmp_path: Path) -> None:
    other = WordEncoder()
    other.digest = "others"  # type: ignore[misc]
    KeptEncoder(WordEncoder(), tmp_path / "vectors.sqlite").encode(["copper"])
    KeptEncoder(other, tmp_path / "vectors.sqlite").encode(["copper"])
    assert other.asked == ["copper"]


@pytest.mark.parametrize("size", [2, 9])
def test_a_made_corpus_has_its_size_and_is_always_the_same(size: int) -> None:
    vectors = WordEncoder().encode([entry.text for entry in ENTRIES])
    entries, rows = enlarge(ENTRIES, vectors, size)
    again, same = enlarge(ENTRIES, vectors, size)
    assert len(entries) == len(rows) == size
    assert entries == again and np.array_equal(rows, same)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1)
    assert len({entry.id for entry in entries}) == size


def test_ours_stands_against_the_best_peer_whether_it_has_titles_or_not() -> None:
    def row(system: str, titled: bool, *ndcg: float) -> Row:
        return Row("v", system, titled, sum_up([Marks(one, one, one) for one in ndcg]))

    rows = [row("ours, fast", True, 0.8, 0.6), row("weak", True, 0.1, 0.1), row("strong", False, 0.5, 0.7)]
    found = stand(rows, "v")
    assert found and found.peer == "strong, without titles"
    assert found.ahead.mean == pytest.approx(0.1)
    text = "\n".join(print_report(Report(rows)))
    assert text.index("ours, fast") < text.index("strong") < text.index("weak")
    assert write_svg(rows).count("<rect x=") == 3


def test_the_whole_runs_on_a_small_collection() -> None:
    pytest.importorskip("langchain_text_splitters")
    collection = Collection("small", ENTRIES, (Question("q", "copper", {"e0": 1.0}),))
    rows = list(measure_quality(collection, as_corpus(ENTRIES), view_beir(collection), WordEncoder(), lambda _: None))
    assert len(rows) >= 20
    assert {row.titled for row in rows} == {True, False}
    assert all(row.score.ndcg.mean == 1.0 for row in rows)
