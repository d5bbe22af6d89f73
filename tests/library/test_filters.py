"""A filter leaves what a plain look at each passage leaves; folding gives the best passage of each document."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from assistant.library import Library, Where, generations
from assistant.library.index import Holdings
from assistant.records import Document, Passage

QUESTION = "adrenaline in a child with asthma"


@pytest.fixture(scope="module", name="mixed")
def _mixed(library: Library, indexed: Holdings) -> Library:
    """The shelf, its documents of several fields and standings, its statements for several populations."""
    held = generations.read_generation(indexed.data)
    fields, statuses, populations = ("renal", "chest"), ("approved", "rejected", "submitted"), ("any", "child", "adult")
    documents = tuple(
        document.model_copy(
            update={
                "field": fields[n % 2],
                "status": statuses[n % 3],
                "passages": tuple(
                    passage.model_copy(update={"population": populations[(n + m) % 3]})
                    for m, passage in enumerate(document.passages)
                ),
            }
        )
        for n, document in enumerate(held.documents)
    )
    return Library(replace(held, documents=documents), library._encoder)


WHERE: tuple[tuple[Where, Callable[[Document, Passage], bool]], ...] = (
    (Where(), lambda document, passage: True),
    (Where(population="child"), lambda document, passage: passage.population in ("child", "any")),
    (Where(population="any"), lambda document, passage: passage.population == "any"),
    (Where(population="pregnancy"), lambda document, passage: passage.population == "any"),
    (Where(field="renal"), lambda document, passage: document.field == "renal"),
    (Where(field=("renal", "chest")), lambda document, passage: True),
    (Where(field=()), lambda document, passage: False),
    (Where(status="approved"), lambda document, passage: document.status == "approved"),
    (
        Where(population="adult", field=["chest"], status={"rejected", "submitted"}),
        lambda document, passage: (
            document.field == "chest" and document.status != "approved" and passage.population in ("adult", "any")
        ),
    ),
)


@pytest.mark.parametrize(("where", "naive"), WHERE)
@pytest.mark.parametrize("within", [None, (), ("acute-asthma", "wilson-disease", "no-such"), {"low-magnesium"}])
def test_a_filter_leaves_what_a_plain_look_leaves(mixed: Library, where: Where, naive: Any, within: Any) -> None:
    found = mixed.search(QUESTION, 100, within, where)
    expected = {
        name
        for name, passage in mixed.passages.items()
        if naive(mixed.documents[passage.document_id], passage) and (within is None or passage.document_id in within)
    }
    assert {hit.passage.id for hit in found.hits} == expected
    assert found.top_dense == max((hit.dense for hit in found.hits), default=0.0)


def test_what_is_left_is_stretched_over_what_is_left(mixed: Library) -> None:
    hits = mixed.search(QUESTION, 100, where=Where(field="renal")).hits
    assert hits[0].score == pytest.approx(1, abs=0.31)
    assert min(hit.score for hit in hits) < 0.31
    assert {hit.dense for hit in hits} <= {hit.dense for hit in mixed.search(QUESTION, 100).hits}


def test_folding_gives_the_best_passage_of_each_document(library: Library) -> None:
    every = library.search(QUESTION, 100).hits
    best = {hit.passage.document_id: hit for hit in reversed(every)}
    expected = sorted(best.values(), key=lambda hit: -hit.score)
    assert list(library.search(QUESTION, 100, fold=True).hits) == expected
    assert list(library.search(QUESTION, 2, fold=True).hits) == expected[:2]


def test_a_folding_retriever_gives_as_many_documents_as_are_wanted(library: Library) -> None:
    found = library.as_retriever(limit=4, fold=True).invoke(QUESTION)
    assert len({document.metadata["document_id"] for document in found}) == 4


def test_a_retriever_keeps_to_its_filter_and_shows_the_neighbours(mixed: Library) -> None:
    found = mixed.as_retriever(limit=50, where=Where(field="chest")).invoke(QUESTION)
    assert {mixed.documents[document.metadata["document_id"]].field for document in found} == {"chest"}
    for document in found:
        texts = [passage.text for passage in mixed.documents[document.metadata["document_id"]].passages]
        place = texts.index(document.page_content)
        beside = ["", *texts, ""]
        assert (document.metadata["before"], document.metadata["after"]) == (beside[place], beside[place + 2])


def test_feedback_moves_a_search_towards_its_first_hits(library: Library) -> None:
    plain, fed = (library.search(QUESTION, 100, feedback=weight) for weight in (0.0, 0.3))
    assert plain.hits != fed.hits
    assert {hit.passage.id: hit.dense for hit in plain.hits} == {hit.passage.id: hit.dense for hit in fed.hits}
    assert fed.top_dense == plain.top_dense
