"""The extractive composer chooses statements; it never changes one, repeats one, or mixes people."""

from datetime import date
from typing import Any

import pytest

from assistant.composers.draft import Draft, Material, Request
from assistant.composers.extractive import MOST_IN_A_SECTION, compose
from assistant.composers.fitting import is_left_out
from assistant.records import Document, Passage, Role


def passage(key: str, role: Role, text: str, section: str = "Section › Subject", **more: Any) -> Passage:
    return Passage(
        id=key, hash=key, document_id="doc", document_title="Doc", role=role, section=section, anchor=key, text=text,
        citations=() if role == "not_in_sources" else ("ref",), last_updated=date(2026, 1, 1), **more,
    )  # fmt: skip


LINES = (
    passage("adult", "bottom_line", "Adult: give drug 2 g intravenously.", population="adult"),
    passage("child", "bottom_line", "Child: give drug 25 mg/kg intravenously, maximum 2 g.", population="child"),
    passage("tablet", "bottom_line", "Adult: drug 10 mmol by mouth.", population="adult"),
)
ROWS = tuple(
    passage(f"row-{n}", "administration", f"Band {n}: drug {n} mg.", "How to give it › Table, adult", regimen=f"r#{n}", population="adult")
    for n in range(1, 6)
)  # fmt: skip
WATCH = tuple(
    passage(f"watch-{n}", "monitoring", f"Level is checked after {n} h.", f"Monitoring › {n}") for n in range(1, 8)
)
CHILD = passage(
    "child-row", "administration", "Child: drug 5 mg/kg.", "How to give it › Table, child", population="child"
)
ABSENT = passage("absent", "not_in_sources", "Recheck on parenteral nutrition: no indexed source says how often.")
PASSAGES = (*LINES, *ROWS, CHILD, *WATCH, ABSENT)


def material(passages: tuple[Passage, ...] = PASSAGES) -> Material:
    document = Document(
        id="doc", title="Doc", field="f", kind="guideline", topics=(), population="adults", status="submitted", version="1",
        last_updated=date(2026, 1, 1), path="doc.md", hash="h", passages=passages,
    )  # fmt: skip
    return Material({p.id: p for p in passages}, {}, {"doc": document})


def ask(overview: bool = True, roles: tuple[Role, ...] = ("administration",), **more: Any) -> Draft:
    scores = more.pop("scores", {p.id: 1.0 - n / 100 for n, p in enumerate(PASSAGES)})
    return compose(Request(("doc",), roles, scores, overview, **more), material())


def shown(draft: Draft, role: Role) -> list[str]:
    return [key for s in draft.statements if s.role == role for key in s.cites]


def test_the_adults_line_leads_with_the_childs_beside_it() -> None:
    assert shown(ask(), "bottom_line") == ["adult", "child"]


def test_another_route_than_the_one_asked_for_does_not_lead() -> None:
    assert shown(ask(on_route=r"\bmouth\b", off_route=r"\bintravenous\w*"), "bottom_line") == ["tablet"]


def test_a_childs_question_gets_no_adults_statement() -> None:
    draft = ask(population="child")
    assert shown(draft, "bottom_line") == ["child"]
    assert not {p.id for p in PASSAGES if p.population == "adult"} & {key for s in draft.statements for key in s.cites}


def test_a_table_is_shown_whole_or_not_at_all() -> None:
    rows = {p.id for p in ROWS}
    given = rows & set(shown(ask(), "administration"))
    assert given == rows


def test_a_section_holds_few_statements() -> None:
    assert len(shown(ask(), "monitoring")) == MOST_IN_A_SECTION


def test_adults_stand_before_children_and_never_under_one_heading() -> None:
    statements = [s for s in ask().statements if s.role == "administration"]
    people = {
        s.heading: {PASSAGES[[p.id for p in PASSAGES].index(key)].population for key in s.cites} for s in statements
    }
    assert all(len(found) == 1 for found in people.values())
    assert [key for s in statements for key in s.cites][-1] == "child-row"


def test_nothing_is_said_twice() -> None:
    twice = (
        *LINES,
        passage("again", "approach", "An adult: give intravenously drug, 2 g.", population="adult"),
    )
    draft = compose(Request(("doc",), ("approach",), {p.id: 1.0 for p in twice}, True), material(twice))
    assert "again" not in shown(draft, "approach")


def test_statements_stand_as_they_are_in_their_passages() -> None:
    held = material()
    draft = compose(Request(("doc",), ("administration",), {p.id: 1.0 for p in PASSAGES}, True), held)
    for statement in draft.statements:
        assert held.ledger.show(statement.text) in {p.text for p in PASSAGES}
        assert not any(char.isdigit() for char in statement.text)


def test_what_is_just_not_held_is_said_first_and_alone() -> None:
    scores = {"absent": 0.8, "watch-1": 0.85, "adult": 0.7}
    draft = ask(False, ("monitoring",), scores=scores, question="how often recheck on parenteral nutrition")
    assert [s.role for s in draft.statements] == ["bottom_line"]
    assert draft.statements[0].cites == ()


def test_a_narrow_question_gets_only_what_it_asked_for() -> None:
    draft = ask(False, ("monitoring",), scores={"watch-1": 1.0, "watch-2": 0.9, "row-1": 0.95, "adult": 0.2})
    assert shown(draft, "bottom_line")[0] == "watch-1"
    assert shown(draft, "administration") == []


def test_a_draft_without_passages_is_empty() -> None:
    assert (
        ask(False, scores={}, roles=()).statements == ()
        or compose(Request(("doc",), (), {}, False), material(())).statements == ()
    )


@pytest.mark.parametrize(("population", "left_out"), [("child", True), ("adult", False)])
def test_it_is_told_when_the_nearest_is_for_other_people(population: Any, left_out: bool) -> None:
    request = Request(("doc",), (), {"adult": 1.0, "child": 0.5}, False, population)
    assert is_left_out(request, material()) is left_out


def test_a_heading_that_holds_a_figure_is_not_shown() -> None:
    odd = (passage("odd", "approach", "Drug is given.", "Approach by severity › Below 3 mmol/L"),)
    draft = compose(Request(("doc",), ("approach",), {"odd": 1.0}, True), material(odd))
    assert [s.heading for s in draft.statements] == [None]
