"""A conversation works out again what a message changes, takes back or gives, and nothing crosses from one patient to another."""

import re

import pytest

from assistant.assembly import Assistant
from assistant.records import Given
from tests.conftest import Dialogue

CHANGED = (
    ("crcl 60M 80 kg creatinine 1.0 mg/dL", "sorry, 60 kg", "creatinine_clearance"),
    ("crcl 60M 80 kg creatinine 1.0 mg/dL", "creatinine came back at 2.0 mg/dL", "creatinine_clearance"),
    ("BMI 70 kg 175 cm", "80 kg, not 70", "body_mass_index"),
    ("how much enoxaparin for a dvt, 82 kg, crcl 64 mL/min, adult", "weight is 87 kg", "enoxaparin_sc"),
)


@pytest.mark.parametrize(("first", "then", "name"), CHANGED)
def test_a_changed_figure_works_it_out_again_and_is_told(ask: Dialogue, first: str, then: str, name: str) -> None:
    before, after = ask(first, then)
    assert name in {c.calculator for c in before.calculations}
    assert name in {c.calculator for c in after.calculations} | {m.for_ for m in after.missing_inputs}
    assert any(notice.startswith("Changed since the answer before") for notice in after.notices)


def test_a_number_is_put_right_by_itself(ask: Dialogue) -> None:
    *_, last = ask("crcl 60M 80 kg creatinine 1.0 mg/dL", "sorry, 70 not 80")
    assert {f.fact: f.value for f in last.understood}["weight"] == 70
    assert last.calculations[0].calculator == "creatinine_clearance"


@pytest.mark.parametrize(
    "words", ["scrap the weight", "the weight can't be used, leave it out", "wrong patient's weight"]
)
def test_what_is_taken_back_is_asked_for_again(ask: Dialogue, words: str) -> None:
    *_, last = ask("crcl 60M 80 kg creatinine 1.0 mg/dL", words)
    assert "weight" not in {f.fact for f in last.understood}
    assert "weight" in {m.name for m in last.missing_inputs}
    assert "80" not in last.markdown


def test_the_same_is_asked_for_another_patient_without_anything_of_the_first(ask: Dialogue) -> None:
    *_, last = ask("crcl 60M 80 kg creatinine 1.0 mg/dL", "different patient, same question: 85F 45 kg")
    assert {f.fact for f in last.understood} >= {"age", "sex", "weight"}
    assert "creatinine" in {m.name for m in last.missing_inputs}
    assert not {"60", "80", "1.0"} & {str(f.text) for f in last.understood}


def test_inputs_are_filled_by_their_units_over_turns(ask: Dialogue) -> None:
    *_, last = ask("drip rate? 1 L bag, gravity set", "over 8 hours", "20 drops/mL")
    assert last.calculations and last.calculations[0].calculator == "drop_rate"


def test_criteria_are_answered_in_words_over_turns(ask: Dialogue) -> None:
    first, last = ask(
        "CHA2DS2-VASc for a 68 year old woman with AF, hypertension, diabetes",
        "no heart failure, no vascular disease, no stroke or TIA",
    )
    assert first.missing_inputs
    assert last.calculations[0].result.value == 4


def test_two_figures_of_a_kind_fill_nothing(ask: Dialogue) -> None:
    (answer,) = ask("drip rate? 1 L bag over 8 hours or over 10 hours")
    assert not any(f.fact == "duration" for f in answer.understood)


def test_a_pronoun_alone_works_nothing_out_again(ask: Dialogue) -> None:
    *_, last = ask("crcl 60F 80 kg creatinine 1.0 mg/dL", "she is vomiting now, cyclizine?")
    assert not last.calculations and "Creatinine clearance" not in last.bottom_line


def test_the_next_patient_with_another_matter_is_no_repetition(ask: Dialogue) -> None:
    *_, last = ask("crcl 60M 80 kg creatinine 1.0 mg/dL", "next patient: 70M wheezy and tight, known asthmatic")
    assert "creatinine_clearance" not in {m.for_ for m in last.missing_inputs}


ANSWERED = (
    (("maddrey, PT 21 s", "control 13 s", "bili 9.4 mg/dL"), "maddrey_discriminant_function"),
    (("red cell volume for a child, 9 kg, hb 62 g/L", "target 90 g/L", "haematocrit of the pack 60%"), "paediatric_transfusion_volume"),
    (("parkland for a burn, 25% tbsa", "72 kg, burnt 2 hours ago, nothing given yet", "3 mL per kg per %"), "burn_fluids"),
    (("norad pump: dose rate 0.1 mcg/kg/min, 80 micrograms/mL, 76 kg, what mL/h", "going up to 0.25 mcg/kg/min"), "infusion_rate"),
    (("vial dose: give 330 mg, strength 50 mg/mL, volume?", "pharmacy sent the 25 mg/mL ones instead"), "volume_for_dose"),
    (("bmi: weight 165 kg, height 1.70 m", "no, that was pounds"), "body_mass_index"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "name"), ANSWERED)
def test_what_was_asked_for_or_is_put_right_is_worked_out(ask: Dialogue, said: tuple[str, ...], name: str) -> None:
    *_, last = ask(*said)
    assert name in {c.calculator for c in last.calculations}, last.bottom_line
    assert last.kind == "answer"


def test_a_figure_named_as_another_thing_fills_no_input_by_its_unit(ask: Dialogue) -> None:
    *_, last = ask(
        "free water deficit, man, 102 kg, sodium 161", "different patient: same question", "creatinine 485 umol/L"
    )
    assert "sodium" not in {f.fact for f in last.understood}


def test_courtesy_changes_nothing_of_what_is_spoken_of(ask: Dialogue) -> None:
    *_, last = ask("crcl 60M 80 kg creatinine 1.0 mg/dL", "thank you so much :)", "sorry, 60 kg")
    assert [c.calculator for c in last.calculations] == ["creatinine_clearance"]
    assert last.calculations[0].inputs["age"].value == 60


def test_a_fact_beside_the_question_where_it_comes_from_is_kept(ask: Dialogue) -> None:
    *_, last = ask("crcl 61 yo F", "where does that come from, and she is 72 kg", "creatinine 1.1 mg/dL")
    assert last.calculations and last.calculations[0].inputs["weight"].value == 72


def test_a_medicine_of_a_guideline_on_several_is_told_of_alone(ask: Dialogue) -> None:
    (answer,) = ask("gentamicin dose 70kg 170cm man")
    given = [s.text for s in answer.statements if s.role in ("bottom_line", "administration")]
    assert any("gentamicin" in text.casefold() for text in given)
    assert not any("vancomycin" in text.casefold() for text in given)


def test_what_is_treated_speaks_against_nothing(ask: Dialogue) -> None:
    (answer,) = ask("insulin rate for dka in an adult")
    assert "child" not in answer.bottom_line.casefold() and "units/kg/h" in answer.bottom_line


def test_a_calculation_says_whose_formula_it_is(ask: Dialogue) -> None:
    *_, last = ask("crcl 61 yo F 72 kg creatinine 1.1 mg/dL", "where does that formula come from")
    assert "Cockcroft" in last.bottom_line and last.citations


def test_what_is_supposed_is_asked_of_such_a_patient(ask: Dialogue) -> None:
    *_, last = ask("pen v dose for a sore throat in an adult", "what if she's pregnant")
    assert ("population", "pregnancy") in {(f.fact, f.value) for f in last.understood}


def test_a_first_message_that_supposes_says_nothing_of_a_patient(ask: Dialogue) -> None:
    (answer,) = ask("what if she's pregnant, is nitrofurantoin safe")
    assert "pregnancy" not in {f.value for f in answer.understood if f.fact == "population"}


def test_the_rest_is_denied_only_in_so_many_words(ask: Dialogue) -> None:
    (whole,) = ask("Wells PE: hr 122, haemoptysis, PE most likely, otherwise none of them")
    (part,) = ask("Wells PE: hr 122, haemoptysis, PE most likely")
    assert not whole.missing_inputs and part.missing_inputs


@pytest.mark.parametrize("given", ["60 kg", "80 kg"])
def test_a_chip_that_is_put_right_is_told_like_a_sentence(assistant: Assistant, given: str) -> None:
    first = assistant.ask("crcl 60M 80 kg creatinine 1.0 mg/dL")
    form = {"weight": Given(text=given, value=given, origin="form")}
    second = assistant.ask(f"Weight {given}", first.conversation_id, form=form)
    assert second.calculations[0].inputs["weight"].text == given
    told = [notice for notice in second.notices if notice.startswith("Changed since the answer before")]
    assert told == (["Changed since the answer before: weight. What depended on it was worked out again."] if given == "60 kg" else [])  # fmt: skip


def test_a_changed_figure_that_went_into_nothing_is_told_without_more(ask: Dialogue) -> None:
    *_, last = ask("BMI 70 kg 175 cm, sodium 131 mmol/L", "how is sodium 121 mmol/L treated?")
    told = [notice for notice in last.notices if notice.startswith("Changed since the answer before")]
    assert not told or "worked out again" not in told[0]


def test_the_dose_of_one_bed_is_not_that_of_the_next(ask: Dialogue) -> None:
    first, second = ask("bed 4: enoxaparin for dvt 93 kg crcl 60", "enoxaparin for bed 12")
    assert "93 mg" in first.bottom_line
    assert not re.search(r"\b93\b", second.markdown) and not any(fact.value == 93.0 for fact in second.understood)


def test_an_ellipsis_about_any_patient_stays_with_the_drug(ask: Dialogue) -> None:
    _, second = ask("morphine dose for severe pain adult", "what about a patient with renal failure?")
    assert "morphine" in second.bottom_line.lower()
