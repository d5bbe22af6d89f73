"""The promise, walked through whole Answers: every figure that a person reads has its provenance."""

from collections.abc import Iterator
from typing import Any

import pytest

from assistant.assembly import Assistant
from assistant.figures import Kind, find
from assistant.records import Answer, PassageSource
from evals.cases import read_cases
from evals.checks import figure_provenance, quote_exactness
from tests.samples import NAMES, SAMPLE_OR_WHOLE, spread

QUANTITIES = frozenset(Kind) - {Kind.NAME, Kind.UNIT, Kind.TEXT}
CASES = read_cases()
PRINTED = frozenset({"calculations"})
"""A calculator's own print."""
QUOTED = frozenset(
    {"question", "standalone_question", "understood", "markdown", "bottom_line", "statements", "figures"}
)
"""The person's words, and what is checked span by span."""
TYPED = frozenset({"citations", "disagreements", "created_at", "versions", "id", "conversation_id", "timings_ms"})
"""Passages verbatim, bibliographic data, identifiers and dates."""


def ask_all(assistant: Assistant, whole: bool) -> Iterator[Answer]:
    for case in spread(CASES, 4, whole):
        conversation = None
        for turn in case.turns:
            answer = assistant.ask(turn.ask, conversation, case.audience)
            conversation = answer.conversation_id
            yield answer


@pytest.fixture(scope="module", params=SAMPLE_OR_WHOLE, ids=NAMES)
def answers(assistant: Assistant, request: pytest.FixtureRequest) -> tuple[Answer, ...]:
    return tuple(ask_all(assistant, request.param))


def quantities(text: str) -> list[str]:
    return [figure.text for figure in find(text) if figure.kind in QUANTITIES]


def words_of(value: Any) -> Iterator[str]:
    """Every string inside a value of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from words_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_of(inner)


def test_every_figure_of_the_markdown_is_in_a_span_that_is_verbatim_in_its_source(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        for check in (figure_provenance, quote_exactness):
            finding = check(answer, None)  # type: ignore[arg-type]
            assert finding is None or finding.value == 1.0, (answer.question, finding)


def test_every_other_field_that_a_person_reads_holds_no_figure(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        fields = answer.model_dump(mode="json", by_alias=True)
        for name in fields.keys() - PRINTED - QUOTED - TYPED:
            if name == "missing_inputs":
                texts = [item["label"] for item in fields[name]]
            else:
                texts = list(words_of(fields[name]))
            for text in texts:
                assert quantities(text) == [], (answer.question, name, text)
        for statement in answer.statements:
            assert quantities(statement.heading or "") == [], (answer.question, statement.heading)


def test_a_disagreement_is_verbatim_in_a_passage_that_is_cited(answers: tuple[Answer, ...]) -> None:
    shown = 0
    for answer in answers:
        passages = [p.text for c in answer.citations for p in c.passages]
        for disagreement in answer.disagreements:
            assert quantities(disagreement.topic) == [], (answer.question, disagreement.topic)
            for position in disagreement.positions:
                assert any(position.text in passage for passage in passages), (answer.question, position.text)
                shown += 1
    assert shown


def test_every_figure_of_a_statement_cites_its_own_passage(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        figures = {figure.id: figure for figure in answer.figures}
        for statement in answer.statements:
            for key in statement.figures:
                source = figures[key].source
                if isinstance(source, PassageSource):
                    assert source.citation in statement.citations, (answer.question, statement.text)


def test_the_bottom_line_is_the_beginning_of_the_markdown(answers: tuple[Answer, ...]) -> None:
    for answer in answers:
        assert answer.markdown.startswith(answer.bottom_line)
        assert answer.bottom_line.strip()


def test_adults_and_children_never_stand_in_one_list(answers: tuple[Answer, ...], assistant: Assistant) -> None:
    passages = assistant.library.passages
    for answer in answers:
        by_place: dict[tuple[str, str | None], set[str]] = {}
        cited = {p.text: passages[p.id].population for c in answer.citations for p in c.passages if p.id in passages}
        for statement in answer.statements:
            if statement.role in ("differs", "bottom_line", "not_in_sources") or statement.text not in cited:
                continue
            by_place.setdefault((statement.role, statement.heading), set()).add(cited[statement.text])
        for place, people in by_place.items():
            assert not {"adult", "child"} <= people, (answer.question, place)
