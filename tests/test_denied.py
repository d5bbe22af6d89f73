"""What is denied, or only sounds alike, brings nothing: neither its document, nor its people's dose, nor another medicine's."""

import pytest

from assistant.assembly import Assistant
from assistant.composers.fitting import stems
from assistant.planning.spoken_against import is_against
from tests.conftest import Dialogue


@pytest.mark.parametrize(
    ("question", "held", "absent"),
    [
        ("72M cap no sepsis which abx", "pneumonia", "Child at high risk from sepsis"),
        ("copd exacerbation no pneumonia, abx?", "COPD", "Adult pneumonia"),
        ("not in dka, just hyperglycaemia, insulin?", "insulin", "diabetic ketoacidosis:"),
    ],
)
def test_a_condition_that_is_denied_does_not_bring_its_guideline(
    ask: Dialogue, question: str, held: str, absent: str
) -> None:
    (answer,) = ask(question)
    line = answer.bottom_line.replace("chronic obstructive pulmonary disease", "COPD")
    assert held.casefold() in line.casefold() and absent not in answer.bottom_line


def test_a_dose_for_those_who_have_what_is_denied_does_not_lead(ask: Dialogue) -> None:
    (denied,) = ask("K 6.8, salbutamol neb dose? no ihd")
    (told,) = ask("K 6.8 salbutamol neb in pt w angina")
    assert "no ischaemic heart disease" in denied.statements[0].text and "10–20 mg" in denied.statements[0].text
    assert "10–20 mg" not in told.bottom_line


@pytest.mark.parametrize("words", ["not in shock", "isn't in shock", "no longer in shock", "never in shock"])
def test_not_being_in_a_condition_denies_it(assistant: Assistant, words: str) -> None:
    answer = assistant.ask(f"sepsis, {words}, fluids?")
    assert [f.negated for f in answer.understood if f.value == "shock"] == [True]


def test_a_narrowed_contraindication_leads_only_where_what_narrows_it_holds(ask: Dialogue) -> None:
    valve = "mechanical heart valve"
    assert valve not in ask("af, which drugs must i not give with wpw")[0].bottom_line
    assert valve in ask("apixaban dose for AF with a mechanical heart valve")[0].statements[0].text


@pytest.mark.parametrize(
    ("one", "other"),
    [("hypertension", "hyperkalaemia"), ("hypotension", "hypothermia"), ("thrombosis", "thrombolysis")],
)
def test_words_that_begin_alike_are_not_one(one: str, other: str) -> None:
    assert not stems(one) & stems(other)
    assert stems("rechecked") == stems("recheck")


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Tonsillitis without penicillin allergy: phenoxymethylpenicillin first.", False),
        ("Adult without penicillin hypersensitivity: as above.", False),
        ("Treat without penicillin in this illness.", True),
        ("Avoid penicillin here.", True),
    ],
)
def test_who_is_without_an_allergy_may_have_the_drug(text: str, against: bool) -> None:
    assert is_against(text, ("penicillin",)) is against


@pytest.mark.parametrize("name", ["insulin glargine", "lantus", "insulin degludec"])
def test_a_medicine_is_not_answered_with_one_whose_name_stands_in_its_own(ask: Dialogue, name: str) -> None:
    (answer,) = ask(f"how much {name} for t1dm nbm")
    assert not answer.calculations and "soluble insulin" not in answer.bottom_line.casefold()


def test_thanks_and_where_it_comes_from_keep_what_was_worked_out(ask: Dialogue) -> None:
    first, origin, thanks, again = ask(
        "CrCl 80F 50 kg cr 140 umol/L", "where does that come from", "thanks", "and in a man?"
    )
    assert origin.citations and origin.citations[0].reference_id == first.citations[0].reference_id
    assert thanks.kind == "clarification"
    assert [c.calculator for c in again.calculations] == ["creatinine_clearance"]
    assert again.calculations[0].result.value != first.calculations[0].result.value


@pytest.mark.parametrize("question", ["bed 4 arresting, adrenaline?", "pt has arrested, adrenaline dose"])
def test_who_has_arrested_is_treated_as_in_arrest(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert "1 mg intravenously" in answer.bottom_line and answer.banner and answer.banner.topic == "cardiac arrest"


def test_a_second_emergency_is_told_beside_the_first(ask: Dialogue) -> None:
    (answer,) = ask("pt took 30 paracetamol tabs, wants to die")
    assert answer.banner and any("suicide" in notice for notice in answer.notices)
