"""A result is worked exactly, rounded once and half up, and its working is the formula that was evaluated."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.calculators import Calculator, load
from assistant.calculators.anion_gap import anion_gap
from assistant.calculators.body_mass_index import body_mass_index
from assistant.calculators.corrected_calcium import corrected_calcium
from assistant.calculators.creatinine_clearance import creatinine_clearance
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import Amount, convert, find_factor, read_print
from assistant.intake.declarations import Day
from assistant.records import Calculation, Given

VECTORS = [pytest.param(c, v, id=f"{c.name}-{i}") for c in load() for i, v in enumerate(c.vectors)]
TENTHS = {
    "sodium": st.integers(900, 2000),
    "chloride": st.integers(500, 1600),
    "bicarbonate": st.integers(10, 600),
}
CREATININE, CALCIUM = Fraction("113.12"), Fraction("40.078")
"""Grams in a mole: four carbons, seven hydrogens, three nitrogens, an oxygen; and calcium."""
FACTORS = {
    ("albumin", "g/dL", "g/L"): Fraction(10),
    ("bicarbonate", "mmol/L", "mEq/L"): Fraction(1),
    ("bilirubin", "mg/dL", "µmol/L"): 10_000 / Fraction("584.673"),
    ("calcium", "mg/dL", "mmol/L"): 10 / CALCIUM,
    ("chloride", "mmol/L", "mEq/L"): Fraction(1),
    ("cholesterol", "mg/dL", "mmol/L"): 10 / Fraction("386.664"),
    ("creatinine", "mg/dL", "µmol/L"): 10_000 / CREATININE,
    ("cystatin C", "mg/L", "mg/dL"): Fraction(1, 10),
    ("glycated haemoglobin", "%", "mmol/mol"): 1 / Fraction("0.09148"),
    ("haemoglobin", "g/dL", "g/L"): Fraction(10),
    ("insulin", "milliunits/L", "pmol/L"): Fraction(6),
    ("lactate", "mg/dL", "mmol/L"): 10 / Fraction("90.078"),
    ("uric acid", "mg/dL", "µmol/L"): 10_000 / Fraction("168.112"),
    ("digoxin", "ng/mL", "nmol/L"): 1000 / Fraction("780.949"),
    ("phenytoin", "mg/L", "µmol/L"): 1000 / Fraction("252.273"),
    ("ethanol", "mg/dL", "mmol/L"): 10 / Fraction("46.069"),
    ("glucose", "mg/dL", "mmol/L"): 10 / Fraction("180.156"),
    ("magnesium", "mg/dL", "mmol/L"): 10 / Fraction("24.305"),
    ("phosphate", "mg/dL", "mmol/L"): 10 / Fraction("30.974"),
    ("potassium", "mmol/L", "mEq/L"): Fraction(1),
    ("sodium", "mmol/L", "mEq/L"): Fraction(1),
    ("triglycerides", "mg/dL", "mmol/L"): 10 / Fraction("885.453"),
    ("urea", "mg/dL", "mmol/L"): 10 / Fraction("60.056"),
    ("urea nitrogen", "mg/dL", "mmol/L"): 10 / Fraction("28.014"),
}
"""How many of the second unit one of the first is: ten decilitres' worth of milligrams over the molar mass."""


def run(calculator: Calculator, texts: dict[str, Any]) -> Calculation:
    """The calculation of complete inputs as written."""
    outcome = calculator.run({name: Given(text=str(value), value=value) for name, value in texts.items()})
    assert isinstance(outcome, Calculation), outcome
    return outcome


def half_up(exact: Fraction, places: int) -> str:
    """An exact value rounded once, half up and away from nought, as the house prints it."""
    scaled = abs(exact) * 10**places + Fraction(1, 2)
    digits = scaled.numerator // scaled.denominator
    number = Decimal(digits).scaleb(-places).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return f"{-number if exact < 0 and digits else number:,f}"


# ---- conversion ----------------------------------------------------------------------------------------------------


def test_every_analyte_has_its_conversion_worked_by_hand() -> None:
    assert {name for name, _, _ in FACTORS} == set(ANALYTES)
    assert all({first, second} == set(ANALYTES[name].usual) for name, first, second in FACTORS)


@pytest.mark.parametrize(("analyte", "first", "second"), FACTORS)
def test_a_conversion_is_exact_both_ways(analyte: str, first: str, second: str) -> None:
    there, back = find_factor(first, second, analyte), find_factor(second, first, analyte)
    assert there == FACTORS[analyte, first, second]
    assert there * back == 1


def test_a_converted_creatinine_is_not_rounded_on_its_way() -> None:
    # 106 µmol/L is 1.199072 mg/dL, neither 1.2 nor 1.244
    outcome = run(creatinine_clearance, {"age": "40", "weight": "70 kg", "sex": "male", "creatinine": "106 µmol/L"})
    exact = Fraction(140 - 40) * 70 / (72 * (106 * CREATININE / 10_000))
    assert outcome.result.value == pytest.approx(float(exact), rel=1e-11)


@given(st.integers(50, 600), st.integers(20, 70))
@settings(max_examples=150, deadline=None)
def test_calcium_is_the_same_in_either_system(calcium: int, albumin: int) -> None:
    """Given in hundredths of a mmol/L and in g/L: the result follows the system in which the calcium was given."""
    level = Fraction(calcium, 100)
    si = run(corrected_calcium, {"calcium": f"{float(level)} mmol/L", "albumin": f"{albumin} g/L"})
    exact = level * CALCIUM / 10 - Fraction(albumin, 10) + 4
    assert si.result.unit == "mmol/L"
    assert si.result.text == f"{half_up(exact * 10 / CALCIUM, 2)} mmol/L"
    same = run(
        corrected_calcium, {"calcium": f"{float(level * CALCIUM / 10)} mg/dL", "albumin": f"{albumin / 10} g/dL"}
    )
    assert same.result.value == pytest.approx(float(exact), rel=1e-12)
    assert same.result.unit == "mg/dL"


# ---- rounding ------------------------------------------------------------------------------------------------------


@given(st.fixed_dictionaries(TENTHS))
@example({"sodium": 1019, "chloride": 731, "bicarbonate": 373})
@settings(max_examples=300, deadline=None)
def test_a_gap_is_rounded_once_half_up(tenths: dict[str, int]) -> None:
    exact = Fraction(tenths["sodium"] - tenths["chloride"] - tenths["bicarbonate"], 10)
    texts = {name: f"{value / 10} mmol/L" for name, value in tenths.items()}
    assert run(anion_gap, texts).result.text == f"{half_up(exact, 0)} mmol/L"


@given(st.integers(20, 4999), st.integers(40, 260))
@settings(max_examples=300, deadline=None)
def test_an_index_is_rounded_once_half_up(tenths_of_kg: int, centimetres: int) -> None:
    exact = Fraction(tenths_of_kg, 10) / Fraction(centimetres, 100) ** 2
    texts = {"weight": f"{tenths_of_kg / 10} kg", "height": f"{centimetres} cm"}
    assert run(body_mass_index, texts).result.text == f"{half_up(exact, 1)} kg/m²"


@pytest.mark.parametrize(
    ("sodium", "printed"),
    [("140.5", "13"), ("140.49", "12"), ("140.499", "12"), ("127.5", "-1"), ("127.6", "0"), ("128", "0")],
)
def test_rounding_is_neither_done_twice_nor_to_even(sodium: str, printed: str) -> None:
    # less 104 and 24: 12.5, 12.49, 12.499, -0.5, -0.4, 0
    outcome = run(anion_gap, {"sodium": sodium, "chloride": "104", "bicarbonate": "24"})
    assert outcome.result.text == f"{printed} mmol/L"


@pytest.mark.parametrize(("calculator", "vector"), VECTORS)
def test_the_value_is_kept_unrounded_beside_the_print(calculator: Calculator, vector: Any) -> None:
    result = run(calculator, vector.given).result
    if result.unit == "date":
        return
    printed = read_print(result.text)
    if result.value is None:
        assert (printed.low, printed.high) == pytest.approx((result.low, result.high), abs=0.5, rel=0.005)
        return
    assert isinstance(result.value, float) and printed.unit == (result.unit or "")
    assert printed.low == pytest.approx(result.value, abs=0.5, rel=0.005)


# ---- working -------------------------------------------------------------------------------------------------------

_NUMBER = r"-?[0-9]+(?:,[0-9]{3}(?![0-9]))*(?:\.[0-9]+)?"
_UNIT = r"(?:(?: mL/min/1\.73 m²| cmH2O| [A-Za-zµ%°]+(?:[·/][A-Za-z0-9.µ²]+)*(?:/1\.73 m²)?)|/min)?"
_QUANTITY = re.compile(rf"(?<![\w.])({_NUMBER})({_UNIT})")
_SIGNS = str.maketrans({"×": "*", "÷": "/", "−": "-", "²": "**2", "³": "**3", "^": "**"})


def evaluate(working: str, as_amounts: bool) -> Any:
    """What a line of working comes to, read as a person would."""

    def put(match: re.Match[str]) -> str:
        number, unit = match.group(1).replace(",", ""), match.group(2).strip()
        if not as_amounts:
            return number
        return f"W({number})" if unit == "kg" else f"A({number}, {unit!r})"

    plain = re.sub(r" × 10[³⁹]/µ?L| \[[^]]*\]", "", working).replace("10^(", "10**(")
    known = {"A": Amount.of, "W": Amount.body_weight, "ln": math.log, **vars(math)}
    return eval(_QUANTITY.sub(put, plain).translate(_SIGNS), known)


@pytest.mark.parametrize(("calculator", "vector"), VECTORS)
def test_the_working_comes_to_the_result(calculator: Calculator, vector: Any) -> None:
    calculation = run(calculator, vector.given)
    if calculation.result.unit == "date" or any(isinstance(slot.declared, Day) for slot in calculator.slots):
        return  # days are reckoned in tests of their own
    working, first, *rest = calculation.steps[-1].split(" = ")
    assert ([first, *rest])[-1] == calculation.result.text
    has_amounts = any(slot.is_amount for slot in calculator.slots)
    found = evaluate(working, has_amounts)
    value = found.to(calculation.result.unit) if has_amounts else found
    # Inputs are shown to five digits, so the working as read differs in the last of them.
    last_digit = 10.0 ** -len(first.split(" ")[0].partition(".")[2]) if "." in first else 0
    assert value == pytest.approx(read_print(first).low, rel=2e-4, abs=last_digit)


@pytest.mark.parametrize(("calculator", "vector"), VECTORS)
def test_a_conversion_says_both_ends_and_they_are_equal(calculator: Calculator, vector: Any) -> None:
    calculation = run(calculator, vector.given)
    for step in calculation.steps[:-1]:
        label, forms = step.split(": ", 1)
        slot = next((slot for slot in calculator.slots if slot.label == label), None)
        if slot is None:
            continue  # a step of the working, not a conversion
        ends = [read_print(form) for form in forms.split(" = ")]
        assert len(ends) > 1
        for end in ends[1:]:
            analyte = getattr(slot.declared, "analyte", None)
            assert convert(end.low, end.unit, ends[0].unit, analyte) == pytest.approx(ends[0].low, rel=1e-4)


def test_only_the_branch_that_was_taken_is_shown() -> None:
    woman = {"age": "67", "weight": "72 kg", "sex": "female", "creatinine": "1.8 mg/dL"}
    assert "0.85" in run(creatinine_clearance, woman).steps[-1]
    assert "0.85" not in run(creatinine_clearance, {**woman, "sex": "male"}).steps[-1]
