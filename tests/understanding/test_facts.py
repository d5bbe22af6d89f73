"""What is read of a message is what was said, with its span; what was not said is not there."""

import pytest

from assistant.records import Given
from assistant.understanding.facts import merge_facts, read_facts, read_form

READ = [
    ("and for a 23 kg child with torsades?", {"weight": (23, "kg"), "population": ("child", None)}),
    ("70yo F 60kg creat 1.4 mg/dl", {"age": (70, "years"), "sex": ("female", None), "weight": (60, "kg"), "creatinine": (1.4, "mg/dL")}),
    ("crcl 67M 72kg cr 1.8", {"age": (67, "years"), "sex": ("male", None), "weight": (72, "kg"), "creatinine": (1.8, None)}),
    ("6mo baby anaphylaxis", {"age": (6, "months"), "population": ("child", None)}),
    ("3 day old neonate", {"age": (3, "days"), "population": ("child", None)}),
    ("29F G2P1 34/40 labetalol", {"age": (29, "years"), "sex": ("female", None), "population": ("pregnancy", None)}),
    ("at 36+2/40, nitrofurantoin", {"population": ("pregnancy", None)}),
    ("neonate born 28/40", {"population": ("child", None)}),
    ("BP 70/40", {"systolic": (70, "mmHg"), "diastolic": (40, "mmHg")}),
    ("adrenaline 12 y girl", {"age": (12, "years"), "sex": ("female", None), "population": ("child", None)}),
    ("2-year-old, 12kg", {"age": (2, "years"), "weight": (12, "kg")}),
    ("weighs 12 stone", {"weight": (12, "st")}),
    ("BMI 70kg 1.75m", {"weight": (70, "kg"), "height": (1.75, "m")}),
    ("height 5 ft 10 in weight 70 kg", {"height": (70, "in"), "weight": (70, "kg")}),
    ("anion gap Na 140 Cl 104 HCO3 24", {"sodium": (140, None), "chloride": (104, None), "bicarbonate": (24, None)}),
    ("potassium is 2.5 mmol/l, peripheral line", {"potassium": (2.5, "mmol/L"), "access": ("peripheral", None)}),
    ("0.1 micrograms/kg/min, 80 kg, 4 mg in 50 mL", {"dose_rate": (0.1, "micrograms/kg/min"), "weight": (80, "kg"), "concentration": (0.08, "mg/mL")}),
    ("pump at 5 mL/h of 1 mg/mL", {"rate": (5, "mL/h"), "concentration": (1, "mg/mL")}),
    ("weight -5 kg", {"weight": (-5, "kg")}),
    ("is 500 mg safe?", {}),
    ("give it for 3 days", {}),
    ("check every 6 months", {}),
    ("creat 1.8 mg/dl yesterday", {}),
    ("weight 50 kg not 60 kg", {"weight": (50, "kg")}),
    ("11 stone 3", {"weight": (157, "lb")}),
    ("bp 120/80 then bp 90/60", {}),
    ("QT 420 ms HR 100", {"qt": (420, "ms"), "heart_rate": (100, None)}),
    ("lmp 3 May 2026", {"last_period": ("2026-05-03", None)}),
    ("lmp 03/05/2026", {}),
    ("bmi 13 not eaten 3 wks", {"body_mass_index": (13, None)}),
    ("headache 3 days", {}),
    ("for the last 2 years", {}),
    ("unwell 5 days, vomiting", {}),
    ("man, 50 years, 80 kg", {"sex": ("male", None), "population": ("adult", None), "age": (50, "years"), "weight": (80, "kg")}),
    ("mg 0.42 asymptomatic", {"magnesium": (0.42, None), "symptoms": ("absent", None)}),
    ("PO4 0.2, kidneys normal", {"phosphate": (0.2, None), "kidneys": ("normal", None)}),
    ("child 8 K 7.0", {"population": ("child", None), "potassium": (7.0, None)}),
    ("potassium chloride 40 mmol/h", {"dose_rate": (40, "mmol/h")}),
    ("give potassium 40 mmol", {}),
    ("eGFR 22 mL/min/1.73 m²", {"egfr": (22, "mL/min/1.73 m²")}),
]  # fmt: skip


@pytest.mark.parametrize(("message", "expected"), READ, ids=[message for message, _ in READ])
def test_a_message_is_read_as_it_was_said(message: str, expected: dict[str, tuple[object, object]]) -> None:
    facts = read_facts(message)
    assert {fact.fact: (fact.value, fact.unit) for fact in facts} == expected


@pytest.mark.parametrize("message", [message for message, _ in READ])
def test_every_fact_stands_where_it_says(message: str) -> None:
    for fact in read_facts(message):
        assert message[slice(*fact.span)] == fact.text


@pytest.mark.parametrize("message", ["creatinine > 2", "potassium below 3.0 mmol/L", "weight at least 50 kg"])
def test_a_bound_is_no_value(message: str) -> None:
    assert [fact.value for fact in read_facts(message)] == [None]


def test_what_is_denied_is_marked_so() -> None:
    (fact,) = read_facts("no central line")
    assert fact.fact == "access" and fact.negated


def test_a_new_fact_replaces_the_earlier_one_of_its_name() -> None:
    merged = merge_facts(read_facts("80 kg, age 40 years"), read_facts("sorry, 65 kg"))
    assert {fact.fact: (fact.value, fact.origin) for fact in merged} == {
        "age": (40, "earlier"),
        "weight": (65, "question"),
    }


def test_a_form_is_read_by_its_names() -> None:
    facts = read_form({"weight": Given(text="60 kg", value="60 kg", origin="form"), "sex": Given(text="female", value="female", origin="form")})  # fmt: skip
    assert [(f.fact, f.value, f.unit, f.origin) for f in facts] == [("weight", 60, "kg", "form"), ("sex", "female", None, "form")]  # fmt: skip


@pytest.mark.parametrize(
    "message", ["adrenaline dose for 4yo anaphylaxis", "adrenaline in 4 yo", "magnesium in 4 year old"]
)
def test_an_age_after_a_preposition_is_an_age(message: str) -> None:
    assert [fact.value for fact in read_facts(message) if fact.fact == "age"] == [4.0]


def test_an_age_without_the_word_old_is_read_of_a_person() -> None:
    assert [f.value for f in read_facts("actually he is 18 months") if f.fact == "age"] == [18.0]
    assert [f for f in read_facts("she is 3 days post op") if f.fact == "age"] == []


@pytest.mark.parametrize(
    ("message", "age"), [("low potassium in a ten year old", 10.0), ("one-year-old boy", 1.0), ("nineteen years old", 19.0), ("F 81y 48kg", 81.0),
    ("twenty-one year old", 21.0), ("sixty five yo anaphylaxis", 65.0), ("a forty-year-old man", 40.0), ("aged seventy two", 72.0)]
)  # fmt: skip
def test_an_age_is_read_written_out_or_beside_a_letter(message: str, age: float) -> None:
    assert [fact.value for fact in read_facts(message) if fact.fact == "age"] == [age]


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("QT 420 ms, HR 80/min", {"qt": 420.0, "heart_rate": 80.0}),
        ("QT 420 heart rate 80 bpm", {"qt": 420.0, "heart_rate": 80.0}),
        ("adult with a pulse 2 g over 10 min", {}),
    ],
)
def test_a_heart_rate_and_a_qt_are_read_in_their_own_units_only(message: str, found: dict[str, float]) -> None:
    said = {fact.fact: fact.value for fact in read_facts(message)}
    assert {name: said[name] for name in ("qt", "heart_rate") if name in said} == found
