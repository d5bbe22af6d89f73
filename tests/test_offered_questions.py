"""Every question that a guideline offers is answered: by that guideline, or by the rows of a regimen on just that."""

import pytest

from assistant.assembly import Assistant
from assistant.records import Answer
from tests.samples import NAMES, SAMPLE_OR_WHOLE, spread

ELSEWHERE = 3
"""Offered questions, of over three hundred, that may be answered by other documents than the one that offers them."""


def cited(answer: Answer) -> set[str]:
    """The documents whose passages stand in the bottom line."""
    numbers = [c for c in answer.citations if f"[{c.number}]" in answer.bottom_line]
    return {passage.document_id for citation in numbers for passage in citation.passages}


@pytest.fixture(scope="module", params=SAMPLE_OR_WHOLE, ids=NAMES)
def answers(assistant: Assistant, request: pytest.FixtureRequest) -> list[tuple[str, set[str], str, Answer]]:
    """Each question that is offered, or the first and last of each guideline, with the document that offers it, its regimens,
    and the answer."""
    guides = [d for d in assistant.library.documents.values() if d.kind == "guideline"]
    offered = [(guide, question) for guide in guides for question in guide.questions]
    assert len(offered) > 300
    asked = spread(offered, len(offered), request.param, by=lambda one: one[0].id)
    return [(guide.id, {guide.id, *guide.regimens}, question, assistant.ask(question)) for guide, question in asked]


def test_an_offered_question_is_answered(answers: list[tuple[str, set[str], str, Answer]]) -> None:
    refused = [(own, question, a.bottom_line[:120]) for own, _, question, a in answers if a.kind == "abstention"]
    assert refused == []


def test_it_is_answered_by_what_offers_it(answers: list[tuple[str, set[str], str, Answer]]) -> None:
    elsewhere = [(own, question) for own, ids, question, a in answers if a.kind == "answer" and not cited(a) & ids]
    assert len(elsewhere) <= ELSEWHERE * len(answers) / 300, elsewhere
