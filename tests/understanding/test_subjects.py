"""Which drug a message asks for: never the one that did the harm, and by a word of what it is for where that is not named whole."""

import pytest

from assistant.assembly import Assistant
from assistant.understanding.facts import read_facts
from assistant.understanding.naming import Naming, name_levels, name_subjects, without_taken
from assistant.understanding.patient.allergies import read_option
from assistant.understanding.patient.medicines import list_spellings, name_medicines
from assistant.understanding.words.shorthand import expand


def name(assistant: Assistant, message: str) -> Naming:
    return name_subjects(expand(message), read_facts(message), assistant.desk.lexicon, written=message)


@pytest.mark.parametrize(
    ("message", "drug", "not_asked"),
    [
        ("overdose of paracetamol, acetylcysteine", "acetylcysteine_iv", "paracetamol_oral"),
        ("warfarin major bleed INR 5 PCC", "prothrombin_complex_iv", "warfarin_oral"),
        ("dabigatran bleeding idarucizumab", "idarucizumab_iv", "dabigatran_oral"),
        ("protamine after enoxaparin 80 mg", "protamine_iv", "enoxaparin_sc"),
        ("still fitting after 2 doses of lorazepam, phenytoin", "phenytoin_iv", "lorazepam_iv"),
        ("vitamin K, bleeding on warfarin", "phytomenadione_iv", "warfarin_oral"),
    ],
)
def test_the_drug_that_did_it_is_not_the_one_asked_for(
    assistant: Assistant, message: str, drug: str, not_asked: str
) -> None:
    drugs = name(assistant, message).drugs
    assert drug in drugs and not_asked not in drugs


def test_a_drug_that_is_taken_gives_way_to_what_the_patient_has(assistant: Assistant) -> None:
    assert not name(assistant, "hypo in an adult on insulin").drugs
    assert "insulin_soluble_iv" in name(assistant, "dka, put on insulin").drugs
    assert "warfarin_oral" in name(assistant, "warfarin 5 mg").drugs


@pytest.mark.parametrize("denied", ["no bleeding", "not bleeding", "without any bleeding", "no major bleed"])
def test_bleeding_that_is_denied_is_none(assistant: Assistant, denied: str) -> None:
    found = name(assistant, f"on warfarin, INR 6, {denied}").indications
    assert "phytomenadione_oral" in found and "prothrombin_complex_iv" not in found


def test_a_nosebleed_is_no_major_bleeding() -> None:
    assert expand("epistaxis on warfarin") == "nose bleeding on warfarin"
    assert expand("GI bleed on warfarin") == "GI bleeding on warfarin"


@pytest.mark.parametrize(
    ("message", "regimen"),
    [
        ("magnesium asthma adult", "magnesium_sulfate_iv_asthma"),
        ("cefuroxime pneumonia", "cefuroxime_iv"),
        ("hydrocortisone asthma child", "hydrocortisone_iv_asthma"),
    ],
)
def test_a_word_of_what_it_is_for_finds_the_regimen(assistant: Assistant, message: str, regimen: str) -> None:
    answer = assistant.ask(f"{message} dose")
    first = next(s for s in answer.statements if s.citations)
    cited = {p.document_id for c in answer.citations if c.number in first.citations for p in c.passages}
    assert regimen.replace("_", "-") in cited


@pytest.mark.parametrize(
    ("message", "age"),
    [
        ("82 years 58 kg creatinine 140", 82),
        ("tenecteplase STEMI 78 years", 78),
        ("tnk for STEMI 65 kg 80 years", 80),
        ("paracetamol 3 years 14 kg", 3),
        ("on lithium 12 years 70 kg", None),
        ("statin 2 years", None),
        ("warfarin for 60 years", None),
        ("risk over 20 years 65 kg", None),
        ("smoker 30 years", None),
    ],
)
def test_years_beside_figures_are_an_age(message: str, age: int | None) -> None:
    assert [fact.value for fact in read_facts(message) if fact.fact == "age"] == ([age] if age else [])


@pytest.mark.parametrize("written", ["100 micromol/L", "100 micromoles/l", "100 umol/L", "100 µmol/L"])
def test_micromoles_are_read_as_the_ward_writes_them(written: str) -> None:
    fact = next(fact for fact in read_facts(f"creatinine {written}, 70 kg") if fact.fact == "creatinine")
    assert (fact.value, fact.unit) == (100, "µmol/L")


def test_a_low_glucose_names_its_disorder_and_a_high_one_none() -> None:
    assert list(name_levels(read_facts("BM 2.1"))) == ["hypoglycaemia"]
    assert list(name_levels(read_facts("glucose 45 mg/dL"))) == ["hypoglycaemia"]
    assert not list(name_levels(read_facts("glucose 25 mmol/L")))
    assert not list(name_levels(read_facts("glucose 126 mg/dL")))


def test_an_option_is_denied_after_it_too() -> None:
    said = {"present": ["obesity", "obese"], "absent": ["not obese"]}
    assert [read_option(said, text) for text in ("obesity: no", "obesity no", "not obese", "obese")] == [
        "absent", "absent", "absent", "present",
    ]  # fmt: skip


def test_medicines_are_named_by_every_spelling() -> None:
    assert name_medicines("tylenol and Salbutamol neb, pip/taz") == (
        "paracetamol", "salbutamol", "piperacillin-tazobactam",
    )  # fmt: skip
    assert "norepinephrine" in list_spellings("noradrenaline")
    assert name_medicines("calcium, iron and glucose for the patient") == ()


def test_what_is_taken_or_not_tolerated_is_no_question() -> None:
    assert "clopidogrel" not in without_taken("on clopidogrel, what dose of aspirin")
    assert "codeine" not in without_taken("allergic to codeine, what for pain")
    assert "clopidogrel" in without_taken("clopidogrel dose")


def test_a_drug_without_its_last_letter_is_that_drug(assistant: Assistant) -> None:
    assert assistant.library.spell("atropin and methimazol").question == "atropine and methimazole"
    assert assistant.library.spell("prolong and HOMA-IR").question == "prolong and HOMA-IR"
