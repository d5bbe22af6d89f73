"""A conversation works out again what a message changes, takes back or gives, and nothing crosses from one patient to another."""

import pytest

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
