"""What speaks against a drug in this patient stands before its dose; what the patient has not, or what is asked to be treated, does not."""

import pytest

from assistant.assembly import Assistant

MET = (
    ("tenecteplase stroke platelets 60", "platelets < 100"),
    ("alteplase stroke, INR 2.4", "INR > 1.7"),
    ("labetalol iv dose severe hypertension, asthmatic man of 60", "not given in asthma"),
    ("propranolol thyroid storm asthmatic", "asthma"),
    ("terlipressin hepatorenal syndrome spo2 85", "SpO₂ below 90%"),
    ("ibuprofen dose adult with peptic ulcer", "not given in peptic ulcer"),
    ("tenecteplase for stemi, tia 3 months ago", "within 6 months"),
    ("doxycycline pneumonia pregnant", "contraindicated in pregnancy"),
    ("propranolol thyroid storm 15 year old girl, asthmatic", "asthma"),
    ("ibuprofen for 8 year old 25kg with peptic ulcer", "not given in peptic ulcer"),
    ("ibuprofen dose adult with peptic ulcer, penicillin anaphylaxis in the past", "not given in peptic ulcer"),
)
NOT_MET = (
    ("tenecteplase stroke platelets 240", "platelets"),
    ("alteplase stroke, INR 1.1", "INR > 1.7"),
    ("labetalol iv dose severe hypertension man of 60, no asthma", "not given in asthma"),
    ("propranolol thyroid storm, not asthmatic", "history of asthma"),
    ("terlipressin hepatorenal syndrome spo2 97", "contraindicated in hypoxia"),
    ("tenecteplase for stroke", "infarction is contraindicated"),
    ("adrenaline anaphylaxis, known heart failure", "contraindicated"),
)


@pytest.mark.parametrize(("question", "said"), MET)
def test_a_contraindication_that_is_met_leads(assistant: Assistant, question: str, said: str) -> None:
    answer = assistant.ask(question)
    assert answer.statements[0].role == "bottom_line"
    assert said in answer.statements[0].text
    assert answer.statements[0].citations


@pytest.mark.parametrize(("question", "unsaid"), NOT_MET)
def test_one_that_is_not_met_stands_in_its_place(assistant: Assistant, question: str, unsaid: str) -> None:
    assert unsaid not in assistant.ask(question).bottom_line


def test_a_contraindication_leads_once(assistant: Assistant) -> None:
    texts = [s.text for s in assistant.ask("nitrofurantoin uti adult woman g6pd deficiency").statements]
    assert "G6PD" in texts[0] and texts.count(texts[0]) == 1


def test_a_dose_for_women_who_are_not_pregnant_is_none_for_one_who_is(assistant: Assistant) -> None:
    answer = assistant.ask("trimethoprim pregnant uti")
    assert "not pregnant" not in answer.markdown
    assert "Child" not in answer.bottom_line
