"""Conditions and criteria: what a message says of the patient, what it denies, doubts, or says of somebody else."""

import pytest

from assistant.assembly import load_registry
from assistant.records import Fact
from assistant.settings import read_settings
from assistant.understanding.patient.conditions import (
    answer_criteria,
    load_conditions,
    name_condition,
    read_conditions,
    read_options,
)
from assistant.understanding.vocabulary import read_table
from assistant.understanding.words.phrases import fold, is_pattern, split_words

READ = [
    # said
    ("66M with T2DM and CKD4 on the ward", {"diabetes", "chronic kidney disease"}),
    ("dose of calcium in hyperkalaemia", {"hyperkalaemia"}),
    ("abx for CAP in a COPD pt", {"pneumonia", "COPD"}),
    ("wheezy toddler, coryzal, no stridor", {"wheeze", "coryza", "no stridor"}),
    ("haemoptisis and pleurtic chest pain", {"haemoptysis", "pleuritic chest pain"}),
    ("hypertensive, hypotensive or neither", {"hypertension", "hypotension"}),
    ("VF arrest in the lift", {"ventricular fibrillation", "cardiac arrest"}),
    ("lung ca on pembrolizumab", {"active cancer"}),
    ("lung ca, awaiting staging", {"cancer"}),
    ("colon cancer 2012", {"previous cancer"}),
    ("daughter says he is confused", {"confusion"}),
    ("brought in by his son with fever", {"fever"}),
    # denied
    ("no palpitations, syncope or dyspnoea but chest pain", {"no palpitations", "no syncope", "no dyspnoea", "chest pain"}),
    ("denies headache, vomiting, photophobia", {"no headache", "no vomiting", "no photophobia"}),
    ("otalgia, no fever, cough, tonsillar exudate", {"earache", "no fever", "cough", "tonsillar exudate"}),
    ("no fever, cough, rash", {"no fever"}),
    ("not diabetic, never smoked, didnt faint", {"no diabetes", "no smoker", "no syncope"}),
    ("asthma: no, epilepsy: yes", {"no asthma", "epilepsy"}),
    ("ascites -ve, varices neg", {"no ascites", "no oesophageal varices"}),
    ("PE ruled out on the scan", {"no pulmonary embolism"}),
    ("no longer confused", {"no confusion"}),
    ("without nausea or vomiting", {"no nausea", "no vomiting"}),
    ("afebrile, anicteric", {"no fever", "no jaundice"}),
    ("no known liver disease", {"no liver disease"}),
    ("AF, HTN, no stroke", {"atrial fibrillation", "hypertension", "no previous stroke"}),
    ("denies chest pain, has fever", {"no chest pain", "fever"}),
    ("no good evidence of PE", {"no pulmonary embolism"}),
    # not denied for all that
    ("no improvement in her asthma", {"asthma"}),
    ("no change in the cough", {"cough"}),
    ("not just a UTI", {"urinary tract infection"}),
    ("no response to salbutamol, wheeze persists", {"wheeze"}),
    ("how to stop vomiting on chemo", {"vomiting", "active cancer"}),
    # doubted
    ("?PE", {"? pulmonary embolism"}),
    ("query sepsis, possible meningitis", {"? sepsis", "? meningitis"}),
    ("rule out MI", {"? myocardial infarction"}),
    ("could this be appendicitis", {"? appendicitis"}),
    ("gcs 12, encephalitis?", {"? encephalitis"}),
    ("DVT not excluded", {"? deep vein thrombosis"}),
    ("probable pneumonia or heart failure", {"? pneumonia", "? heart failure"}),
    ("pericarditis vs dissection", {"? pericarditis", "? aortic dissection"}),
    ("steroids in croup?", {"croup"}),
    # of somebody else
    ("mother had a DVT, he is well", {"of another deep vein thrombosis"}),
    ("FHx: DM, IHD. PMH asthma", {"of another diabetes", "of another ischaemic heart disease", "asthma"}),
    ("father has epilepsy; pt has migraine", {"of another epilepsy", "migraine"}),
    ("lives with wife who has shingles", {"of another herpes zoster"}),
    ("next bed has C diff", {"of another Clostridioides difficile"}),
    ("stroke in her father", {"of another stroke"}),
    ("fever, mum says since friday", {"fever"}),
    ("brother died of PE, on COCP", {"of another pulmonary embolism", "oral contraceptive"}),
    # what lies back
    ("stroke 2016", {"previous stroke"}),
    ("prev TIA, hx of PE", {"previous TIA", "previous PE"}),
    ("PMH: MI, COPD", {"previous myocardial infarction", "COPD"}),
    ("no previous DVT", {"no previous DVT"}),
    ("65 yr old PE", {"pulmonary embolism"}),
    ("an old stroke", {"previous stroke"}),
    ("ex-smoker, quit 2011", {"ex-smoker"}),
    # nothing
    ("fit for theatre? Hb fell to 71", set()),
    ("4 METs, vt 450 mL", set()),
    ("Wells PE score please", set()),
    ("stroke risk and falls risk score", set()),
    ("VTE prophylaxis with enoxaparin", set()),
    ("after the third shock", set()),
    ("cap refill 2 s, which cap is the right one", set()),
    ("hearing aids, dress and party hat", set()),
    ("give 5 mg by injection, starting with an infusion", set()),
    ("CKD-EPI for a man of 60", set()),
    ("rhd negative blood", set()),
]  # fmt: skip


def told(message: str) -> set[str]:
    """The conditions of a message in short: what is denied, doubted or another's bears it before its name."""
    before = {"condition": "", "suspected": "? ", "family_history": "of another "}
    return {f"{'no ' if f.negated else before[f.fact]}{f.value}" for f in read_conditions(message)}


@pytest.mark.parametrize(("message", "expected"), READ, ids=[message for message, _ in READ])
def test_conditions_are_read_as_they_were_said(message: str, expected: set[str]) -> None:
    assert told(message) == expected
    for fact in read_conditions(message):
        assert message[slice(*fact.span)] == fact.text


@pytest.mark.parametrize(
    ("message", "when"),
    [
        ("stroke 2016", "2016"),
        ("seizure 6 weeks ago", "6 weeks ago"),
        ("previous pneumonia", "previous"),
        ("haemoptysis last year", "last year"),
        ("COPD diagnosed 2015", None),
        ("fever for 3 days", None),
        ("caesarean section tomorrow", "tomorrow"),
    ],
)
def test_what_is_past_or_planned_bears_its_time(message: str, when: str | None) -> None:
    assert [fact.when for fact in read_conditions(message)] == [when]


def test_a_reaction_of_an_allergy_is_no_condition() -> None:
    assert told("septrin rash in 2020, now cellulitis") == {"cellulitis"}
    assert told("anaphylaxis after a wasp sting") == {"anaphylaxis"}


def test_conditions_bear_one_name_by_any_of_their_words() -> None:
    assert name_condition("T2DM") == name_condition("diabetic") == "diabetes"
    assert name_condition("oesophageal varices") == name_condition("esophageal varices") == "oesophageal varices"
    assert name_condition("never smoked") == "smoker"
    assert name_condition("third shock") is None
    assert name_condition("a kettle") is None


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("no cough", {"no_cough": "yes"}),
        ("cough", {"no_cough": "no", "no_cough_or_coryza": "no"}),
        ("no cough and no coryza", {"no_cough": "yes", "no_cough_or_coryza": "yes"}),
        ("?diabetes", {}),
        ("mother diabetic", {}),
        ("haemoptysis last year", {}),
        ("melaena, no melaena", {}),
        ("no nausea", {}),
        ("no nausea or vomiting", {"nausea_or_vomiting": "no"}),
        ("haemoptysis no, active cancer no", {"haemoptysis": "no", "active_cancer": "no", "active_malignant_condition": "no", "metastases_or_recent_cancer_treatment": "no"}),
        ("surgery 6 weeks ago", {}),
        ("calf swelling", {}),
        ("calf swelling 4 cm", {"calf_swelling": "yes", "unilateral_leg_swelling": "yes"}),
        ("ex-smoker", {"current_smoking": "no"}),
    ],
)  # fmt: skip
def test_criteria_are_answered_only_by_what_meets_them(message: str, expected: dict[str, str]) -> None:
    assert answer_criteria(read_conditions(message)) == expected


def test_history_answers_the_inputs_that_ask_for_it() -> None:
    answers = answer_criteria(read_conditions("AF, HTN, diabetic, stroke 2019, no CCF, no PVD"))
    asked = ("hypertension", "diabetes", "stroke_tia_or_thromboembolism", "congestive_heart_failure")
    assert [answers[name] for name in asked] == ["yes", "yes", "yes", "no"]


def test_other_facts_answer_nothing() -> None:
    assert answer_criteria([Fact(fact="drug", text="aspirin", span=(0, 7), value="aspirin")]) == {}


@pytest.mark.parametrize(
    ("message", "inputs", "expected"),
    [
        ("E3 V4 M5", ("eye", "verbal", "motor"), {"eye": "to sound", "verbal": "confused", "motor": "localising"}),
        ("station -2, soft, anterior", ("station", "cervical_consistency", "cervical_position"), {"station": "above the spines", "cervical_consistency": "soft", "cervical_position": "anterior"}),
        ("no ascites, grade 3 encephalopathy", ("ascites", "encephalopathy"), {"ascites": "absent", "encephalopathy": "advanced"}),
        ("slurred speech, no weakness", ("clinical_features",), {"clinical_features": "speech disturbance without weakness"}),
        ("scale 2, alert", ("oxygen_scale", "consciousness"), {"oxygen_scale": "hypercapnic target", "consciousness": "alert"}),
        ("not alert", ("consciousness",), {}),
        ("alert, later unresponsive", ("consciousness",), {}),
        ("soft cervix", (), {}),
    ],
)  # fmt: skip
def test_options_are_read_of_what_is_asked_for(message: str, inputs: tuple[str, ...], expected: dict[str, str]) -> None:
    assert read_options(message, inputs) == expected


@pytest.fixture(scope="module")
def choices() -> dict[str, list[tuple[str, ...]]]:
    """The options of every choice of the calculators, by the name of the input."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for entry in load_registry(read_settings()).all():
        for item in entry.inputs if entry.kind == "calculator" else ():
            if item.choices:
                found.setdefault(item.name, []).append(tuple(item.choices))
    return found


def test_every_criterion_is_an_input_with_yes_and_no(choices: dict[str, list[tuple[str, ...]]]) -> None:
    kinds = ("criteria", "implies", "denies", "opposite", "excludes", "all_denied", "none_of")
    named = {name for row in load_conditions().values() for kind in kinds for name in getattr(row, kind)}
    assert not [name for name in named if not any(set(one) == {"yes", "no"} for one in choices.get(name, []))]


def test_every_option_is_one_of_its_input(choices: dict[str, list[tuple[str, ...]]]) -> None:
    for name, options in read_table("options").items():
        assert any(set(options) <= set(one) for one in choices[name]), name


def test_every_name_that_a_row_leads_to_is_in_the_table() -> None:
    rows = load_conditions()
    assert not [row.name for row in rows.values() for name in (row.previous, row.becomes) if name and name not in rows]


def test_no_word_stands_under_two_conditions() -> None:
    seen: dict[tuple[bool, tuple[str, ...]], str] = {}
    for name, row in load_conditions().items():
        for word in dict.fromkeys((name, *row.words, *row.absent)):
            if not is_pattern(word):
                key = (word.isupper(), tuple(one.folded for one in split_words(word)))
                assert seen.setdefault(key, name) == name, word


def test_hypo_is_no_misspelling_of_hyper() -> None:
    assert told("hypernatremia") == {"hypernatraemia"}
    assert told("hyponatremia") == {"hyponatraemia"}
    assert told("hypeokalaemia") <= {"hyperkalaemia"}
    assert fold("Haemoptysis") == fold("hemoptysis")
