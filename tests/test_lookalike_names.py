"""A name that may be another: it is asked which is meant, no dose is given before, and the reply answers the question asked before."""

import pytest

from assistant.records import Answer
from tests.conftest import Dialogue


def names(answer: Answer) -> list[str]:
    return [offer.name for offer in answer.offered]


@pytest.mark.parametrize(
    ("question", "both"),
    [
        ("prednisolne dose in polymyalgia", ["prednisolone", "prednisone"]),
        ("hydroxazine dose", ["hydroxyzine", "hydralazine"]),
        ("hydralazine dose for itching", ["hydralazine", "hydroxyzine"]),
    ],
)
def test_it_is_asked_which_is_meant_and_no_dose_is_given(ask: Dialogue, question: str, both: list[str]) -> None:
    answer = ask(question)[0]
    assert answer.kind == "clarification"
    assert names(answer) == both
    assert all(name in answer.bottom_line for name in both)
    assert not answer.figures
    assert not answer.calculations
    assert not answer.citations


@pytest.mark.parametrize("reply", ["prednisolone", "the first", "1", "i meant prednisolone"])
def test_the_reply_answers_the_question_asked_before(ask: Dialogue, reply: str) -> None:
    _, answer = ask("prednisolne dose in acute asthma, 30 years", reply)
    assert answer.kind == "answer"
    assert answer.question == reply
    assert "prednisolone_oral" in {calculation.calculator for calculation in answer.calculations}
    assert {fact.origin for fact in answer.understood} == {"earlier"}
    assert not answer.offered


def test_a_name_that_was_confirmed_is_not_asked_about_again(ask: Dialogue) -> None:
    _, answer = ask("hydralazine dose for itching", "hydralazine")
    assert "meant?" not in answer.bottom_line
    assert not names(answer)


def test_another_question_is_answered_instead(ask: Dialogue) -> None:
    _, answer = ask("hydroxazine dose", "how is severe hypokalaemia treated?")
    assert answer.kind == "answer"
    assert "potassium" in answer.markdown.lower()


def test_what_can_be_answered_is_answered_with_a_notice(ask: Dialogue) -> None:
    answer = ask("adult in DKA on prednisolne 5 mg, fluids in the first hour?")[0]
    assert answer.kind == "answer"
    assert any("prednisolne" in notice and "prednisone" in notice for notice in answer.notices)


def test_an_emergency_is_not_answered_with_a_question_alone(ask: Dialogue) -> None:
    answer = ask("anaphylaxis, hydroxazine dose?")[0]
    assert answer.banner is not None
    assert answer.bottom_line.startswith("Is hydroxyzine or hydralazine meant?")
    assert "adrenaline" in answer.bottom_line


def test_what_is_done_at_once_names_neither(ask: Dialogue) -> None:
    answer = ask("prednisolne dose in acute asthma, 30 years")[0]
    assert answer.kind == "clarification"
    assert answer.banner is not None
    told = [s.text for s in answer.statements[1:]]
    assert told
    assert not [text for text in told if "prednis" in text.lower()]
    assert "prednisolone" not in {c.calculator.split("_")[0] for c in answer.calculations}


def test_a_name_written_rightly_is_answered(ask: Dialogue) -> None:
    answer = ask("hydralazine dose for severe hypertension in pregnancy")[0]
    assert answer.kind == "answer"
    assert "hydralazine" in answer.bottom_line
