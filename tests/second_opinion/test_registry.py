"""Every calculator agrees with an implementation by someone who has not read it, over a thousand seeded points.

Those of `WRITTEN_APART` are compared in tests of their own, each in the units that people write. The others are drawn here from what
they declare: bounds, edges and the numbers beside them as often as anything between.
"""

import inspect
import math
import random
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from types import ModuleType
from typing import Any

import pytest

from assistant.calculators import Calculator, load
from assistant.calculators.slots import Slot
from assistant.errors import PlumblineError
from assistant.figures.quantities import convert, is_same_kind
from assistant.intake.declarations import Choice, Day, Either, Measure
from assistant.records import Calculation, Given
from second_opinion import (
    acid_base_and_water,
    body_and_infusion,
    critical_illness,
    liver_and_lipids,
    pharmacokinetics,
    scales_and_opioids,
    thrombosis_and_heart,
)
from second_opinion.formulas import half_up
from tests.samples import SAMPLE_AND_WHOLE

MODULES: tuple[ModuleType, ...] = (
    acid_base_and_water,
    body_and_infusion,
    critical_illness,
    liver_and_lipids,
    pharmacokinetics,
    scales_and_opioids,
    thrombosis_and_heart,
)
FEW, MANY = 100, 1000
MOST_DRAWS = 40
"""Draws for each point that is compared: what both refuse counts for nothing."""
HAIR = Fraction(1, 10**6)
SECOND: Mapping[str, Callable[..., Any]] = {
    name: function
    for module in MODULES
    for name, function in vars(module).items()
    if inspect.isfunction(function) and function.__module__ == module.__name__
}
WRITTEN_APART = frozenset(
    {
        *("adjusted_body_weight", "anion_gap", "body_mass_index", "body_surface_area", "body_surface_area_du_bois"),
        *("corrected_calcium", "corrected_sodium_hillier", "corrected_sodium_katz", "creatinine_clearance"),
        *("drop_rate", "egfr_bedside_schwartz", "egfr_ckd_epi", "expected_carbon_dioxide", "fever_pain"),
        *("fractional_excretion_of_sodium", "glucose_infusion_rate", "holliday_segar", "ideal_body_weight"),
        *("infusion_dose", "infusion_rate", "ldl_cholesterol_friedewald", "mean_arterial_pressure", "qtc_bazett"),
        *("qtc_framingham", "qtc_fridericia", "qtc_hodges", "urine_output"),
    }
)
"""Compared in test_formulas, test_infusions, test_more_formulas and test_ward_arithmetic."""
ROUNDED = frozenset({"meld_original", "meld_na", "meld_3_0"})
"""The score itself is a whole number; the second gives it before that rounding."""
TOLERANCE = {"prevent_risk": 1e-6}
"""Two published prints of a coefficient differ in their seventh digit."""
ALL = {calculator.name: calculator for calculator in load()}
COMPARED = [calculator for name, calculator in ALL.items() if name in SECOND]


def test_every_calculator_has_a_second_implementation() -> None:
    assert set(ALL) - WRITTEN_APART - set(SECOND) == set()
    assert not WRITTEN_APART & set(SECOND)


@SAMPLE_AND_WHOLE
@pytest.mark.parametrize("calculator", COMPARED, ids=lambda calculator: calculator.name)
def test_both_implementations_agree(calculator: Calculator, whole: bool) -> None:
    points = MANY if whole else FEW
    dice = random.Random(calculator.name)
    second = SECOND[calculator.name]
    compared, apart = 0, []
    for _ in range(points * MOST_DRAWS):
        texts, values = draw(calculator, dice)
        ours, theirs = work(calculator, texts), ask(second, values)
        if ours is None or theirs is None:
            if (ours is None) != (theirs is None) and ours is None:
                continue  # beyond what the product takes; the second knows no plausible ranges
            if ours is not None:
                apart.append((texts, ours.result.text, "refused"))
            continue
        compared += 1
        if not agree(calculator, ours, theirs):
            apart.append((texts, ours.result.text, theirs))
        if compared == points or len(apart) > 5:
            break
    assert apart == []
    assert compared == points


def draw(calculator: Calculator, dice: random.Random) -> tuple[dict[str, str], dict[str, Any]]:
    """One point: as written for the product, and in the declared units for the second."""
    texts: dict[str, str] = {}
    values: dict[str, Any] = {}
    counted = dice.randrange(4)
    for slot in calculator.slots:
        values[slot.name] = None
        if slot.required or dice.random() < 0.7:
            texts[slot.name], values[slot.name] = draw_input(slot, dice, counted)
    return texts, values


def draw_input(slot: Slot, dice: random.Random, counted: int) -> tuple[str, Any]:
    """One input as written, and its value; what may count several things counts the same one in every input."""
    declared = slot.declared
    if isinstance(declared, Either):
        declared = declared.alternatives[counted % len(declared.alternatives)]
    if isinstance(declared, Choice):
        option = dice.choice(declared.options)
        return option, option
    if isinstance(declared, Day):
        day = date(2024, 1, 1) + timedelta(days=dice.randrange(1000))
        return day.isoformat(), day
    assert isinstance(declared, Measure), slot.name
    value = draw_value(declared, dice)
    text = str(Decimal(value.numerator) / Decimal(value.denominator))
    return f"{plain(text)} {declared.unit}".strip(), value


def draw_value(measure: Measure, dice: random.Random) -> Fraction:
    """A bound or an edge, the number beside it, or anything between, with few digits or many."""
    low, high = Fraction(str(measure.low)), Fraction(str(measure.high))
    chance = dice.random()
    if measure.whole:
        return Fraction(dice.randint(math.ceil(low), math.floor(high)))
    if chance < 0.1:
        return dice.choice((low, high))
    if chance < 0.45 and measure.edges:
        edge = Fraction(str(dice.choice(measure.edges)))
        return min(max(edge + dice.choice((-1, 0, 0, 1)) * HAIR, low), high)
    drawn = low + (high - low) * Fraction(str(dice.random())) ** dice.choice((1, 1, 3))
    return min(max(Fraction(str(round(float(drawn), dice.choice((0, 1, 2, 6))))), low), high)


def plain(text: str) -> str:
    """A number in full, without an exponent."""
    return f"{Decimal(text):f}"


def work(calculator: Calculator, texts: Mapping[str, str]) -> Calculation | None:
    """The product's calculation; None where it refuses or asks for more."""
    try:
        outcome = calculator.run({name: Given(text=text, value=text) for name, text in texts.items()})
    except PlumblineError:
        return None
    return outcome if isinstance(outcome, Calculation) else None


def ask(second: Callable[..., Any], values: Mapping[str, Any]) -> Any:
    """The second's result; None where it refuses."""
    try:
        return second(**{name: values[name] for name in inspect.signature(second).parameters})
    except (ValueError, ZeroDivisionError, OverflowError):
        return None


def agree(calculator: Calculator, ours: Calculation, theirs: Any) -> bool:
    """The same value in the calculator's unit, and the same print where the second is exact."""
    result = ours.result
    if isinstance(theirs, date):
        return result.value == theirs.isoformat()
    if isinstance(theirs, tuple):
        return (result.low, result.high) == pytest.approx(tuple(map(float, theirs)), rel=1e-9, abs=1e-9)
    value = result.low if result.value is None else result.value
    assert isinstance(value, float)
    unit = calculator.result.unit
    if result.unit == "micrograms" and unit != "micrograms":
        value = convert(value, "micrograms", "mg")  # small doses are printed so
    elif result.unit and unit and result.unit != unit and is_same_kind(result.unit, unit, calculator.result.analyte):
        value = convert(value, result.unit, unit, calculator.result.analyte)
    elif isinstance(theirs, Fraction) and result.value is not None and calculator.result.places is not None:
        printed = result.text.removesuffix("%").split(" ")[0].replace(",", "")
        places = 0 if unit == "points" and theirs.denominator == 1 else calculator.result.places
        if calculator.bands:  # beside the edge of a band it is printed with more decimals
            places = max(places, len(printed.partition(".")[2]))
        if printed != half_up(theirs, places):
            return False
    if calculator.name in ROUNDED:
        theirs = math.floor(theirs + Fraction(1, 2))
    return value == pytest.approx(float(theirs), rel=TOLERANCE.get(calculator.name, 1e-9), abs=1e-9)
