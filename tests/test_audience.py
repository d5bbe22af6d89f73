"""Who asks changes the order, the opened sections and the glosses; statements, figures, cautions and citations do not change."""

from pathlib import Path

import pytest

from assistant.assembly import Assistant
from assistant.composers.audience import AUDIENCES, ORDERS, explain
from assistant.errors import QuestionRefused
from assistant.figures import find
from assistant.records import Answer

QUESTIONS = (
    "anaphylaxis in an adult, what do I give",
    "how is severe hypokalaemia treated",
    "gentamicin dose, creatinine clearance 35 mL/min, 70 kg",
    "enoxaparin for pulmonary embolism, 82 kg, crcl 25 mL/min",
    "diabetic ketoacidosis in a child",
    "corrected calcium: calcium 2.0 mmol/L albumin 22 g/L",
)
NO_CLINICIAN = (
    "I'm on warfarin, how much ibuprofen is safe",
    "I'm a patient, how much ibuprofen can I take?",
    "can i take amoxicillin with my pill",
    "my doctor gave me warfarin, what dose should I take",
    "I have been taking prednisolone 40 mg, should I stop taking it?",
    "my son has swallowed some tablets, how much acetylcysteine",
)
CLINICIANS = (
    "my consultant says give magnesium 2 g IV for torsades, confirm",
    "can i give magnesium in torsades",
    "my patient has anaphylaxis, adrenaline dose",
    "I'm on call, K 6.9 with ECG changes",
    "I'm on ITU, K 6.9 with ECG changes",
    "im adrenaline in anaphylaxis, adult",
    "can I take bloods from the arm with the drip",
    "what should I take into account in the dose of vancomycin in renal failure",
    "he takes warfarin, INR 9 and no bleeding",
)


def told(answer: Answer) -> tuple[object, ...]:
    """All that is said, whatever the order."""
    works = {c.number: c.reference_id for c in answer.citations}
    statements = {(s.role, s.heading, s.text, frozenset(works[n] for n in s.citations)) for s in answer.statements}
    figures = sorted((f.text, f.origin) for f in answer.figures)
    return (
        statements,
        figures,
        sorted(works.values()),
        answer.bottom_line.split(" [")[0],
        answer.kind,
        len(answer.calculations),
    )


@pytest.mark.parametrize("question", QUESTIONS)
def test_what_is_said_is_the_same_for_all(assistant: Assistant, question: str) -> None:
    answers = [assistant.ask(question, audience=name) for name in AUDIENCES]
    assert answers[0].statements
    assert all(told(answer) == told(answers[0]) for answer in answers)


def test_a_nurse_reads_first_how_it_is_given(assistant: Assistant) -> None:
    sections = {name: assistant.ask(QUESTIONS[1], audience=name).sections for name in AUDIENCES}
    assert [s.role for s in sections["nurse"]][1] == "administration"
    assert [s.role for s in sections["student"]][1] == "approach"
    assert all(s.open for s in sections["nurse"] if s.role == "monitoring")
    assert any(
        s.open != t.open or s.role != t.role for s, t in zip(sections["nurse"], sections["pharmacist"], strict=True)
    )


def test_every_order_names_every_section_once() -> None:
    assert len({frozenset(order) for order in ORDERS.values()}) == 1
    assert all(len(set(order)) == len(order) for order in ORDERS.values())


def test_terms_are_explained_to_a_student_alone(assistant: Assistant) -> None:
    student = assistant.ask(QUESTIONS[1], audience="student")
    assert student.glosses
    assert all(gloss.term.lower() in student.markdown.lower() and not find(gloss.text) for gloss in student.glosses)
    assert not any(assistant.ask(QUESTIONS[1], audience=name).glosses for name in AUDIENCES if name != "student")
    assert [gloss.term for gloss in explain("5 g IV; a vital sign", "student")] == ["IV"]


@pytest.mark.parametrize("question", NO_CLINICIAN)
def test_someone_who_asks_for_themselves_gets_no_dose(assistant: Assistant, question: str) -> None:
    answer = assistant.ask(question)
    assert (answer.kind, answer.reason) == ("abstention", "needs_judgement")
    assert "tool for clinicians" in answer.bottom_line
    assert not any(f.origin != "question" for f in answer.figures)


@pytest.mark.parametrize("question", CLINICIANS)
def test_a_clinician_is_not_taken_for_a_patient(assistant: Assistant, question: str) -> None:
    assert "tool for clinicians" not in assistant.ask(question).bottom_line


def test_an_audience_that_does_not_exist_is_refused_in_one_line(assistant: Assistant) -> None:
    with pytest.raises(QuestionRefused, match="no audience is called 'surgeon'; there are: physician, nurse"):
        assistant.ask("anaphylaxis", audience="surgeon")


def test_no_gloss_holds_a_figure() -> None:
    text = (Path(__file__).parents[1] / "assistant/composers/glosses.yaml").read_text(encoding="utf-8")
    assert not [figure.text for figure in find(text.replace("FiO2", "").replace("SpO2", "").replace("PaCO2", ""))]
