"""Which use of a drug is meant, what a level measured again belongs to, and options that are said in words."""

import pytest

from assistant.understanding.patient.allergies import read_option
from tests.conftest import Dialogue

KETOACIDOSIS = "DKA adult 70 kg potassium 4.2 insulin rate"


@pytest.mark.parametrize(
    ("question", "uses", "not_said"),
    [
        ("sodium bicarbonate dose", ("tricyclic antidepressant poisoning", "hyperkalaemia"), "mmol/kg"),
        ("hydrocortisone dose adult", ("adrenal crisis", "acute asthma", "septic shock"), "100 mg"),
    ],
)
def test_a_drug_that_is_held_for_different_things_asks_which(
    ask: Dialogue, question: str, uses: tuple[str, ...], not_said: str
) -> None:
    (answer,) = ask(question)
    assert answer.kind == "clarification" and "which is it for?" in answer.bottom_line
    assert all(use in answer.bottom_line for use in uses) and not_said not in answer.bottom_line


@pytest.mark.parametrize(
    ("use", "dose"), [("for c diff", "vancomycin 125 mg orally"), ("for MRSA", "vancomycin 2000 mg intravenously")]
)
def test_what_it_is_for_is_taken_up(ask: Dialogue, use: str, dose: str) -> None:
    assert dose in ask("vancomycin serious infection adult 80 kg", use)[-1].bottom_line


@pytest.mark.parametrize(
    "question", ["naloxone dose adult", "levothyroxine dose adult, angina", "adrenaline dose adult"]
)
def test_a_drug_with_one_use_or_a_guideline_is_not_asked_about(ask: Dialogue, question: str) -> None:
    assert "which is it for?" not in ask(question)[-1].bottom_line


def test_a_potassium_that_falls_in_ketoacidosis_stays_with_it(ask: Dialogue) -> None:
    line = ask(KETOACIDOSIS, "K now 3.0")[-1].bottom_line
    assert "diabetic ketoacidosis" in line and "holds soluble insulin" in line


@pytest.mark.parametrize(
    ("said", "meant"), [("K now 7.1", "hyperkalaemia ≥ 6.5 mmol/L"), ("glucose now 2.1 mmol/L", "hypoglycaemia")]
)
def test_an_emergency_within_a_treatment_is_answered_as_one(ask: Dialogue, said: str, meant: str) -> None:
    assert meant in ask(KETOACIDOSIS, said)[-1].bottom_line


@pytest.mark.parametrize(
    "question",
    ["pt w K 2.1 ecg u waves no central line wot do i do", "K 2.1 with ECG change", "potassium 1.9, ECG changes"],
)
def test_a_sign_of_two_disorders_is_of_the_one_that_was_measured(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert "hyperkalaemia" not in answer.bottom_line and "calcium gluconate" not in answer.markdown
    assert "hypokalaemia" in answer.markdown


def test_a_low_calcium_with_a_changed_ecg_is_no_high_potassium(ask: Dialogue) -> None:
    line = ask("ca 1.6 ecg change")[-1].bottom_line
    assert "hypocalcaemia" in line and "hyperkalaemia" not in line


def test_the_level_that_is_treated_is_a_new_question_when_it_turns(ask: Dialogue) -> None:
    line = ask("hyperkalaemia insulin dose K 6.8 adult", "K now 2.9")[-1].bottom_line
    assert "hypokalaemia" in line and "soluble insulin" not in line


@pytest.mark.parametrize(("said", "dose"), [("not obese", "1,600–2,800 mg"), ("obese", "1,600–2,000 mg")])
def test_a_calculator_takes_a_choice_in_words(ask: Dialogue, said: str, dose: str) -> None:
    (calculation,) = ask(f"vancomycin loading dose 80 kg {said}")[-1].calculations
    assert calculation.result.text == dose  # by hand: 80 × 20, 80 × 35 and 80 × 25 mg, none above 3,000 mg


@pytest.mark.parametrize(("region", "vials"), [("US", "3 vials"), ("UK", "2 vials")])
def test_a_calculator_takes_the_region_that_is_named(ask: Dialogue, region: str, vials: str) -> None:
    (calculation,) = ask(f"digifab vials digoxin level 4 ng/mL 70 kg {region}")[-1].calculations
    assert calculation.result.text == vials  # by hand: 4 × 70 / 100 = 2.8 and 4 × 70 / 200 = 1.4, made whole


def test_no_region_is_assumed(ask: Dialogue) -> None:
    answer = ask("digifab vials digoxin level 4 ng/mL 70 kg")[-1]
    assert not answer.calculations and "region" in {item.name for item in answer.missing_inputs}


def test_to_deny_one_of_three_options_names_none_of_the_others() -> None:
    said = {"present": ["frail"], "severe": ["liver failure"]}
    options = ("absent", "present", "severe")
    assert read_option(said, "not frail", options) is None
    assert read_option(said, "no liver failure", options) is None
    assert read_option(said, "liver failure", options) == "severe"
    assert read_option({"yes": ["obese"], "no": ["slim"]}, "not obese", ("yes", "no")) == "no"


def test_a_healthy_adult_is_not_refused_chlordiazepoxide(ask: Dialogue) -> None:
    line = ask("chlordiazepoxide alcohol withdrawal, adult, no liver disease, not frail")[-1].bottom_line
    assert "25–100 mg" in line and "contraindicated" not in line and "no maximum" in line


def test_a_withdrawal_score_chooses_its_row(ask: Dialogue) -> None:
    line = ask("alcohol withdrawal CIWA 18 in hospital, chlordiazepoxide")[-1].bottom_line
    assert "high score" in line and "30 mg orally, 4 times a day" in line


def test_an_allergy_brings_what_is_given_instead_and_refuses_the_drug_once(ask: Dialogue) -> None:
    line = ask("cellulitis, allergic to penicillin, what instead?")[-1].bottom_line
    assert "doxycycline" in line.lower() and line.count("No dose of flucloxacillin") == 1
    assert line.lower().index("doxycycline") < line.index("No dose of flucloxacillin")


def test_a_statement_for_another_age_is_left_out(ask: Dialogue) -> None:
    toddler, older = (ask(f"pneumonia {age}yo amoxicillin dose")[-1].bottom_line for age in (3, 7))
    assert "250 mg" in toddler and "125 mg" not in toddler and "500 mg three" not in toddler
    assert "500 mg three" in older and "250 mg" not in older


def test_a_failing_circulation_brings_what_it_calls_for(ask: Dialogue) -> None:
    answer = ask("massive PE BP 70/40")[-1]
    assert answer.banner and "apixaban" not in answer.bottom_line
    assert "alteplase" in answer.statements[0].text


def test_what_is_said_of_hours_is_no_syndrome(ask: Dialogue) -> None:
    assert "terlipressin" not in ask("stroke 6 hours ago")[-1].bottom_line


def test_a_drug_of_several_uses_is_answered_by_the_guideline_on_its_use(ask: Dialogue) -> None:
    (answer,) = ask("vancomycin serious infection adult 80 kg")
    assert "intravenous vancomycin load by actual weight" in answer.bottom_line and "125 mg" not in answer.bottom_line


@pytest.mark.parametrize("drug", ["naproxen", "lisinopril", "losartan"])
def test_a_medicine_is_not_answered_with_the_dose_of_another_of_its_class(ask: Dialogue, drug: str) -> None:
    line = ask(f"{drug} start dose, heart failure and pain")[-1].bottom_line
    assert f"a dose of {drug}" in line and "mg" not in line


def test_a_low_pressure_is_a_failing_circulation_in_an_adult_only(ask: Dialogue) -> None:
    assert "synchronised shock at once" in ask("AF with RVR BP 75/40 unstable")[-1].bottom_line
    assert "hypotension" not in ask("baby 3 months, BP 75/45, fluids in sepsis")[-1].standalone_question


def test_an_anaphylaxis_now_is_not_read_as_an_old_allergy(ask: Dialogue) -> None:
    assert "adrenaline" in ask("asthma pt, nut allergy anaphylaxis, what now")[-1].bottom_line
    assert "adrenaline" in ask("pneumonia, penicillin allergy, anaphylaxis now after the dose")[-1].bottom_line
    assert "adrenaline" not in ask("meningitis, penicillin allergy (anaphylaxis), antibiotics")[-1].bottom_line


@pytest.mark.parametrize(
    "question",
    [
        "wpw and fast af ok to give amiodarone iv",
        "afib with WPW, which drugs must i not give",
        "what must not be given in WPW with AF",
    ],
)
def test_what_must_not_be_given_leads_where_its_condition_is_named(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    first = answer.statements[0].text
    assert (
        "give no beta-blocker" in first or "amiodarone is contraindicated" in first
    ) and "300 mg" not in answer.bottom_line
    assert "without pre-excitation" not in answer.bottom_line


def test_what_is_for_people_without_a_condition_leads_where_it_is_denied(ask: Dialogue) -> None:
    (answer,) = ask("fast af no wpw what to give")
    assert "without pre-excitation" in answer.statements[0].text


def test_a_misspelt_word_beside_a_medicine_that_a_guideline_gives_is_no_end(ask: Dialogue) -> None:
    (answer,) = ask("codiene dose for 8 yr old after tonsillectmy")
    assert "only for a child over 12 years" in answer.bottom_line and "tonsillectmy" in " ".join(answer.notices)
