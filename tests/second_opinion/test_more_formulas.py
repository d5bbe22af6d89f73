"""Every further formula agrees with a second implementation over a thousand seeded points, in each unit that people write."""

import math
import random
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction

import pytest

from assistant.calculators import Calculator, load
from assistant.errors import InputError
from assistant.records import Calculation, Given, Input
from second_opinion import formulas, more_formulas
from second_opinion.formulas import INCH, POUND, exact, half_up
from second_opinion.test_formulas import POINTS, SEED, written
from tests.samples import SAMPLE_AND_WHOLE

MOLAR = {
    "creatinine": formulas.CREATININE,
    "glucose": more_formulas.GLUCOSE,
    "cholesterol": more_formulas.CHOLESTEROL,
    "triglycerides": more_formulas.TRIGLYCERIDE,
}
PLAIN = {
    ("kg", "lb"): POUND,
    ("m", "cm"): Fraction(1, 100),
    ("m", "in"): INCH,
    ("mmol/L", "mEq/L"): Fraction(1),
    ("/min", "bpm"): Fraction(1),
}
PER_DECILITRE = {"µmol/L": 10_000, "mmol/L": 10}
NAMES = (
    *("adjusted_body_weight", "body_surface_area", "body_surface_area_du_bois", "corrected_sodium_hillier"),
    *("corrected_sodium_katz", "egfr_bedside_schwartz", "egfr_ckd_epi", "expected_carbon_dioxide"),
    *("fractional_excretion_of_sodium", "ideal_body_weight", "ldl_cholesterol_friedewald", "holliday_segar"),
    *("qtc_bazett", "qtc_framingham", "qtc_fridericia", "qtc_hodges"),
)
CALCULATORS = {each.name: each for each in load()}
OF_EACH = pytest.mark.parametrize("name", NAMES)
Point = Mapping[str, tuple[str, str | None]]


def size(needed: Input, unit: str) -> Fraction:
    """One of a unit in the unit that the calculator declares."""
    if unit == needed.unit:
        return Fraction(1)
    if needed.analyte in MOLAR:
        return MOLAR[needed.analyte] / PER_DECILITRE[unit]
    return PLAIN[(str(needed.unit), unit)]


def draw(needed: Input, dice: random.Random) -> tuple[str, str | None]:
    """One value as written: a bound in one draw of five, else anywhere between."""
    if needed.choices:
        return dice.choice(needed.choices), None
    unit, places, edge = dice.choice(needed.units or (str(needed.unit),)), dice.choice((2, 3, 6)), dice.random()
    low, high = (exact(bound or 0) / size(needed, unit) for bound in (needed.minimum, needed.maximum))
    value = low if edge < 0.1 else high if edge < 0.2 else low + (high - low) * exact(dice.random())
    return written(value, places, value < (low + high) / 2), unit


def points(calculator: Calculator, count: int) -> list[Point]:
    """As many as can be: what is refused, such as an LDL cholesterol below nought, is drawn again."""
    dice = random.Random(f"{SEED} {calculator.name}")
    found: list[Point] = []
    while len(found) < count:
        point = {i.name: draw(i, dice) for i in calculator.inputs}
        try:
            work(calculator, point)
        except InputError:
            continue
        found.append(point)
    return found


def work(calculator: Calculator, point: Point) -> Calculation:
    given = {
        key: Given(text=text, value=text if unit is None else float(text), unit=unit)
        for key, (text, unit) in point.items()
    }
    outcome = calculator.run(given)
    assert isinstance(outcome, Calculation)
    return outcome


def second(calculator: Calculator, point: Point) -> Fraction:
    """The same by the second implementation, in the unit in which the product prints it."""
    inputs = {i.name: i for i in calculator.inputs}
    values = {k: t if u is None else exact(t) * size(inputs[k], u) for k, (t, u) in point.items()}
    function: Callable[..., Fraction | Decimal] = getattr(more_formulas, calculator.name)
    result = Fraction(function(**values))
    if calculator.name == "ldl_cholesterol_friedewald" and point["total_cholesterol"][1] == "mmol/L":
        return result * 10 / more_formulas.CHOLESTEROL
    return result


@SAMPLE_AND_WHOLE
@OF_EACH
def test_both_implementations_give_the_same_value_and_print(name: str, whole: bool) -> None:
    calculator = CALCULATORS[name]
    for point in points(calculator, POINTS if whole else POINTS // 10):
        ours, theirs = work(calculator, point).result, second(calculator, point)
        assert isinstance(ours.value, float)
        assert math.isclose(ours.value, float(theirs), rel_tol=1e-9, abs_tol=1e-9), point
        shown = re.sub(r"[^\d.\-]", "", ours.text.replace("−", "-").split(" ")[0])
        assert float(shown) == float(half_up(theirs, len(shown.partition(".")[2]))), (point, ours.text)


@OF_EACH
def test_the_worked_examples_of_the_second_are_those_of_the_first(name: str) -> None:
    calculator = CALCULATORS[name]
    units = {i.name: i.unit for i in calculator.inputs}
    for arguments, result in more_formulas.WORKED[name]:
        point = {k: (text, None if units[k] is None else units[k]) for k, text in arguments.items()}
        assert math.isclose(float(str(work(calculator, point).result.value)), float(result), abs_tol=6e-5)
