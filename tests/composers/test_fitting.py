"""What is not held for just these people leads where nothing is nearer; what was asked beside the topic is found whole."""

import pytest
from composers.test_extractive import passage

from assistant.composers.draft import Material, Request
from assistant.composers.fitting import find_answer_to, find_lacking, pool_of
from assistant.records import Document, Passage, Population

LACKING = passage("lacking", "not_in_sources", "Child with drug: not covered by an indexed source.", population="child")
GROUP = passage("group", "special_groups", "Child: fluid is isotonic.", population="child")
BLOCK = passage("block", "cautions", "The drug is not given in heart block.")
HALF = passage("half", "cautions", "The drug is given slowly in heart failure.")
PASSAGES = (LACKING, GROUP, BLOCK, HALF)


def held(passages: tuple[Passage, ...] = PASSAGES) -> Material:
    document = Document(
        id="doc", title="Doc", field="f", kind="guideline", topics=(), population="adults", status="submitted", version="1",
        last_updated=BLOCK.last_updated, path="doc.md", hash="h", passages=passages,
    )  # fmt: skip
    return Material({p.id: p for p in passages}, {}, {"doc": document})


def wanted(scores: dict[str, float], population: Population | None = "child") -> Request:
    return Request(("doc",), ("administration",), scores, True, population)


@pytest.mark.parametrize(
    ("scores", "population", "found"),
    [
        ({"lacking": 0.8, "group": 0.6}, "child", LACKING),
        ({"lacking": 0.6, "group": 0.8}, "child", None),
        ({"lacking": 0.8, "group": 0.6}, None, None),
        ({}, "child", None),
    ],
)
def test_what_is_not_held_for_these_people(
    scores: dict[str, float], population: Population | None, found: Passage | None
) -> None:
    request = wanted(scores, population)
    assert find_lacking(pool_of(request, held()), request) is found


def test_what_is_asked_beside_the_topic_is_found_whole_or_not_at_all() -> None:
    request = wanted({"block": 0.5, "half": 0.9, "group": 0.9})
    assert find_answer_to({"heart", "block"}, request, held()) is BLOCK
    assert find_answer_to({"heart", "valve"}, request, held()) is None
    assert find_answer_to(set(), request, held()) is None


def test_special_people_answer_only_who_named_them() -> None:
    request = wanted({"group": 0.9})
    assert find_answer_to({"child"}, request, held()) is GROUP
    assert find_answer_to({"fluid"}, request, held()) is None
