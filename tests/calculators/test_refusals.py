"""What a calculator does with what it cannot use: it asks, or refuses in one line, and never guesses."""

from typing import Any

import pytest

from assistant.calculators.anion_gap import anion_gap
from assistant.calculators.body_mass_index import body_mass_index
from assistant.calculators.contract import Calculator
from assistant.calculators.corrected_calcium import corrected_calcium
from assistant.calculators.creatinine_clearance import creatinine_clearance
from assistant.errors import InputError, OutOfRange, UnitDoubt, UnreadableInput, WrongUnit
from assistant.records import Calculation, Given

MAN = {"age": "40 years", "weight": "70 kg", "sex": "male", "creatinine": "1.2 mg/dL"}


def run(calculator: Calculator, texts: dict[str, Any]) -> Calculation:
    """The calculation of complete inputs as written."""
    outcome = calculator.run({name: Given(text=str(value), value=value) for name, value in texts.items()})
    assert isinstance(outcome, Calculation), outcome
    return outcome


def refused(calculator: Calculator, texts: dict[str, Any], kind: type[InputError]) -> InputError:
    """The refusal of inputs, one line of exactly that kind."""
    with pytest.raises(InputError) as refusal:
        run(calculator, texts)
    assert type(refusal.value) is kind, refusal.value
    assert "\n" not in str(refusal.value)
    return refusal.value


class TestAValueThatIsTypicalInAnotherUnit:
    @pytest.mark.parametrize(
        ("calculator", "rest", "name", "text", "likely"),
        [
            (creatinine_clearance, MAN, "creatinine", "106 mg/dL", "µmol/L"),
            (creatinine_clearance, MAN, "creatinine", "1.2 µmol/L", "mg/dL"),
            (creatinine_clearance, MAN, "creatinine", "106", "µmol/L"),
            (corrected_calcium, {"albumin": "40 g/L"}, "calcium", "9.5 mmol/L", "mg/dL"),
            (corrected_calcium, {"calcium": "2.1 mmol/L"}, "albumin", "40 g/dL", "g/L"),
            (corrected_calcium, {"calcium": "2.1 mmol/L"}, "albumin", "40", "g/L"),
            (body_mass_index, {"weight": "70 kg"}, "height", "175 m", "cm"),
            (body_mass_index, {"weight": "70 kg"}, "height", "1.75 cm", "m"),
        ],
    )
    def test_is_asked_about_and_not_computed(
        self, calculator: Calculator, rest: dict[str, str], name: str, text: str, likely: str
    ) -> None:
        error = refused(calculator, {**rest, name: text}, UnitDoubt)
        assert isinstance(error, UnitDoubt)
        assert (error.name, error.given, error.likely_unit) == (name, text, likely)
        assert "which did you mean?" in str(error) and likely in str(error)

    def test_is_computed_once_the_unit_is_said(self) -> None:
        assert run(creatinine_clearance, {**MAN, "creatinine": "106 µmol/L"}).result.text == "81 mL/min"

    def test_in_no_other_unit_is_out_of_range(self) -> None:
        assert (
            refused(creatinine_clearance, {**MAN, "creatinine": "9000 µmol/L"}, OutOfRange).accepted == "0.2–40 mg/dL"
        )
        assert refused(corrected_calcium, {"calcium": "2.1 mmol/L", "albumin": "200 g/L"}, OutOfRange)

    @pytest.mark.parametrize(("text", "likely"), [("200 mmol/L", "µmol/L"), ("1.2 g/L", "mg/dL")])
    def test_a_level_that_cannot_be_is_asked_about_in_the_unit_in_which_it_can(self, text: str, likely: str) -> None:
        error = refused(creatinine_clearance, {**MAN, "creatinine": text}, UnitDoubt)
        assert isinstance(error, UnitDoubt) and error.likely_unit == likely


class TestAComma:
    @pytest.mark.parametrize(
        ("name", "text"), [("creatinine", "1,150 µmol/L"), ("creatinine", "1,200 mg/dL"), ("weight", "70,250 kg")]
    )
    def test_that_groups_thousands_or_marks_decimals_is_refused_with_both_readings(self, name: str, text: str) -> None:
        error = refused(creatinine_clearance, {**MAN, name: text}, UnreadableInput)
        number = text.split()[0]
        assert number.replace(",", "") in error.accepted and number.replace(",", ".") in error.accepted
        assert error.name == name and error.given == text

    def test_that_can_only_mark_decimals_is_read_so_and_shown(self) -> None:
        outcome = run(creatinine_clearance, {**MAN, "creatinine": "1,2 mg/dL"})
        assert outcome.result.value == run(creatinine_clearance, MAN).result.value
        assert outcome.steps[0] == "serum creatinine: 1,2 mg/dL = 1.2 mg/dL"


@pytest.mark.parametrize(
    "texts",
    [
        {"age": "٤٠ years", "weight": "٧٠ kg", "creatinine": "١٠٦ µmol/L"},
        {"age": "۴۰ years", "weight": "۷۰ kg", "creatinine": "۱۰۶ µmol/L"},
        {"age": "४० years", "weight": "७० kg", "creatinine": "१०६ µmol/L"},
        {"age": "４０ years", "weight": "７０ kg", "creatinine": "１０６ µmol/L"},
    ],
)
def test_the_digits_of_every_script_are_the_same_digits(texts: dict[str, str]) -> None:
    outcome = run(creatinine_clearance, {**texts, "sex": "male"})
    assert outcome.result.text == "81 mL/min"
    assert outcome.inputs["weight"].text == texts["weight"] and outcome.inputs["weight"].value == 70


@pytest.mark.parametrize(
    "text", ["7О kg", "7l kg", "70 кg", "二 kg", "½ kg", "7² kg", "70 kg 70 kg", "70 kg?", "about 70 kg"]
)
def test_a_look_alike_or_a_second_meaning_is_refused(text: str) -> None:
    with pytest.raises(InputError) as refusal:
        run(creatinine_clearance, {**MAN, "weight": text})
    assert refusal.value.name == "weight" and "\n" not in str(refusal.value)


class TestTheSex:
    @pytest.mark.parametrize("text", ["male", "MALE", " Male ", "m", "M", "ma"])
    def test_is_read_in_any_case_and_by_its_beginning(self, text: str) -> None:
        assert run(creatinine_clearance, {**MAN, "sex": text}).inputs["sex"].value == "male"

    @pytest.mark.parametrize("text", ["", " ", "x", "man", "unknown", "1", 1, "female male", "mmale"])
    def test_is_never_guessed(self, text: Any) -> None:
        assert refused(creatinine_clearance, {**MAN, "sex": text}, UnreadableInput).accepted == "female or male"


def test_a_value_and_its_unit_may_come_apart() -> None:
    given = {name: Given(text=text, value=text) for name, text in MAN.items()}
    apart = given | {"creatinine": Given(text="106", value=106, unit="umol/l", origin="form")}
    outcome = creatinine_clearance.run(apart)
    assert isinstance(outcome, Calculation)
    assert outcome.inputs["creatinine"].model_dump() == {
        "value": 106.0,
        "unit": "µmol/L",
        "text": "106",
        "origin": "form",
    }
    with pytest.raises(WrongUnit):
        creatinine_clearance.run(given | {"creatinine": Given(text="106", value=106, unit="foo")})


def test_an_age_in_months_is_the_age_in_years_and_a_child_is_refused() -> None:
    assert run(creatinine_clearance, {**MAN, "age": "480 months"}).result == run(creatinine_clearance, MAN).result
    assert refused(creatinine_clearance, {**MAN, "age": "17 years"}, OutOfRange).accepted == "18–110 years"
    assert refused(creatinine_clearance, {**MAN, "age": "4 weeks"}, OutOfRange)


def test_a_bare_electrolyte_is_taken_as_both_its_units_mean_the_same() -> None:
    bare = run(anion_gap, {"sodium": 140, "chloride": 104, "bicarbonate": 24})
    assert bare.result.text == "12 mmol/L"
    assert {item.unit for item in bare.inputs.values()} == {"mmol/L"}


@pytest.mark.parametrize(
    ("name", "text"), [("creatinine", "1.2"), ("creatinine", 1.2), ("weight", "70"), ("weight", 70)]
)
def test_a_bare_number_that_two_units_could_have_is_asked_about_even_where_it_is_plausible(
    name: str, text: Any
) -> None:
    error = refused(creatinine_clearance, {**MAN, name: text}, UnreadableInput)
    assert "a number with its unit" in error.accepted and " or " in error.accepted
