"""Doses in a conversation: which rows answer, what stops them, and what is asked."""

from collections.abc import Callable

import pytest

from assistant.assembly import Assistant
from assistant.records import Answer

Dialogue = Callable[..., list[Answer]]


@pytest.mark.parametrize(
    "said", ["penicillin allergic", "allergic to penicillin", "pen allergy", "previous anaphylaxis to amoxicillin"]
)
def test_a_stated_allergy_stops_the_dose(ask: Dialogue, said: str) -> None:
    (answer,) = ask(f"co-amoxiclav iv dose, {said}, 70 kg adult")
    assert not answer.calculations
    assert "No dose of" in answer.bottom_line and "allergy" in answer.bottom_line


@pytest.mark.parametrize("said", ["NKDA", "no known allergies", "not allergic to anything"])
def test_a_denied_allergy_stops_nothing(ask: Dialogue, said: str) -> None:
    (answer,) = ask(f"buccal midazolam for a 4 year old of 16 kg fitting, {said}")
    assert [one.result.text for one in answer.calculations][:2] == ["5 mg", "4.8 mg"]
    assert not any("No allergy was stated" in text for one in answer.calculations for text in one.warnings)


def test_each_body_gives_its_own_dose_with_its_name(ask: Dialogue) -> None:
    (answer,) = ask("enoxaparin treatment dose for PE, 82 kg, CrCl 25 mL/min")
    assert {one.result.text for one in answer.calculations} == {"82 mg"}
    assert len({one.title for one in answer.calculations}) == len(answer.calculations) >= 3
    assert all("severely reduced kidney function" in one.tier.chosen for one in answer.calculations if one.tier)


def test_a_region_that_the_question_names_leads(ask: Dialogue) -> None:
    for place, region in (("UK", "uk"), ("US", "us")):
        (answer,) = ask(f"enoxaparin treatment dose for PE, adult, 82 kg, CrCl 25 mL/min, {place}")
        assert answer.calculations[0].region == region, place


def test_kidney_function_is_asked_where_it_decides(ask: Dialogue) -> None:
    first, second = ask("cefalexin by mouth for cellulitis, adult, no allergies", "CrCl 60 mL/min")
    assert "crcl" in {item.name for item in first.missing_inputs} and not first.calculations
    assert second.calculations and all("cefalexin" in one.sentence.lower() for one in second.calculations)


def test_the_maximum_bites_and_says_so(ask: Dialogue) -> None:
    (answer,) = ask("alteplase for stroke, adult 120 kg")
    first = answer.calculations[0]
    assert first.result.text == "9 mg" and first.cap and first.cap.applied
    assert "81 mg" in answer.bottom_line


def test_a_drug_that_is_not_held_is_said_to_be_missing(ask: Dialogue) -> None:
    (answer,) = ask("dose of ketamine for an adult")
    assert answer.kind == "abstention" and not answer.calculations
    assert "ketamine" in answer.markdown


def test_a_calculation_carries_its_monitoring(assistant: Assistant) -> None:
    answer = assistant.ask("iv potassium, K 2.8 mmol/L, adult, peripheral cannula, no ecg changes", None)
    rows = [row for one in answer.calculations for row in one.monitoring]
    assert rows and all(row.what and row.when for row in rows)
