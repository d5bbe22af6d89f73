"""What is not held for just these people leads where nothing is nearer; what was asked beside the topic is found whole."""

from typing import Any

import pytest
from composers.test_extractive import passage

from assistant.composers.draft import Material, Request
from assistant.composers.fitting import find_absence, find_answer_to, find_lacking, find_things, pool_of
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


ROW = passage("row", "administration", "Drug is given at 1 mg.", "How to give it › Drug, intravenous, adult")
OTHER = passage("other", "administration", "Tonic is given by mouth.", "How to give it › By mouth")
ABSENT = passage("absent", "not_in_sources", "Renal impairment, anuria and dialysis: no indexed source reduces it.")
BOLUS = passage("bolus", "not_in_sources", "Undiluted or bolus injection: not covered by an indexed source.")
WELL = passage("well", "not_in_sources", "A patient without symptoms: not covered by an indexed source.")
ON_PUMP = passage("pump", "administration", "Drug is given by pump.", "How to give it › Drug, intravenous, adult")
ALL = (ROW, OTHER, ABSENT, BOLUS, WELL, ON_PUMP, passage("diet", "not_in_sources", "Elixir: not covered here."))


def asked(**more: Any) -> Request:
    return Request(("doc",), ("administration",), {p.id: 0.5 for p in ALL}, True, None, **more)


@pytest.mark.parametrize(
    ("more", "found"),
    [
        ({"specific": ("dialysis",)}, ABSENT),
        ({"specific": ("renal", "dialysis")}, ABSENT),
        ({"specific": ("renal", "pump")}, None),
        ({"manner": "bolus"}, BOLUS),
        ({"manner": "pump"}, None),
        ({"without": "without symptoms"}, WELL),
        ({}, None),
    ],
)
def test_an_absence_answers_where_it_alone_holds_all_that_was_asked(more: Any, found: Passage | None) -> None:
    assert find_absence(asked(**more), held(ALL)) is found


def test_a_thing_has_its_own_heading_or_statement_or_is_only_not_held() -> None:
    words = ("drug", "tonic", "elixir", "mouth", "dialysis", "pump")
    assert find_things(asked(named=words), ALL) == ["drug", "tonic", "elixir", "mouth", "dialysis"]
    assert find_things(asked(specific=("tonic",)), ALL) == ["tonic"]
    assert find_things(asked(specific=("tonic", "evening")), ALL) == []
