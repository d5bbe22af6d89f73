"""Two implementations that never saw each other give the same number, over the whole of what a calculator accepts."""

import math
import random
import re
from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import cast

import pytest

from assistant.calculators import load
from assistant.errors import InputError
from assistant.records import Calculation, Given, Input
from second_opinion import formulas
from second_opinion.formulas import INCH, POUND, Sex, exact, half_up

POINTS = 1000
SEED = 20261123
Point = Mapping[str, tuple[str, str | None]]
"""What a person gave: the number or word as written, and its unit."""

TO_UNIT: dict[tuple[str, str], Fraction] = {
    ("kg", "lb"): POUND,
    ("m", "cm"): Fraction(1, 100),
    ("m", "in"): INCH,
    ("mg/dL", "µmol/L"): formulas.CREATININE / 10_000,
    ("mg/dL", "mmol/L"): formulas.CALCIUM / 10,
    ("g/dL", "g/L"): Fraction(1, 10),
    ("mmol/L", "mEq/L"): Fraction(1),
}
"""One of the second unit in the first; µmol/L is asked of creatinine alone, mmol/L in mg/dL of calcium alone."""


class Calculator:
    """A calculator of the product as a black box: its declared inputs, and what comes out."""

    def __init__(self, name: str) -> None:
        found = {each.name: each for each in load()}
        self.inputs: tuple[Input, ...] = tuple(found[name].inputs)
        self._run = cast(Callable[[dict[str, Given]], Calculation], found[name].run)

    def __call__(self, point: Point) -> Calculation:
        """The product's own result for what was written."""
        return self._run({name: given(text, unit) for name, (text, unit) in point.items()})


calculator = cache(Calculator)


def given(text: str, unit: str | None) -> Given:
    """One input as a caller hands it over."""
    return Given(text=text, value=float(text) if text[0].isdigit() else text, unit=unit, origin="caller")


def factor(needed: Input, unit: str) -> Fraction:
    """The size of `unit` in the unit of the input."""
    return Fraction(1) if unit == needed.unit else TO_UNIT[(str(needed.unit), unit)]


def written(value: Fraction, places: int, upward: bool) -> str:
    """A decimal of so many places next to `value`, on the inner side of a bound."""
    scaled = value * 10**places
    return half_up(Fraction(math.ceil(scaled) if upward else math.floor(scaled), 10**places), places)


def draw(needed: Input, dice: random.Random) -> tuple[str, str | None]:
    """One value of an input as written: a bound in one draw of five, else anywhere between, in any of its units."""
    if needed.choices:
        return dice.choice(needed.choices), None
    unit = dice.choice(needed.units or (str(needed.unit),))
    size, places = factor(needed, unit), dice.choice((1, 2, 3, 6))
    low, high = exact(needed.minimum or 0) / size, exact(needed.maximum or 0) / size
    edge = dice.random()
    if edge < 0.2:
        return (written(low, places, True) if edge < 0.1 else written(high, places, False)), unit
    return written(low + (high - low) * exact(dice.random()), places, edge < 0.6), unit


def points(name: str) -> list[Point]:
    """The seeded points of a calculator, all of which it accepts."""
    dice = random.Random(f"{SEED} {name}")
    return [{i.name: draw(i, dice) for i in calculator(name).inputs} for _ in range(POINTS)]


def exactly(name: str, point: Point) -> dict[str, Fraction]:
    """The numbers of a point in the units of the calculator, exact."""
    inputs = {i.name: i for i in calculator(name).inputs}
    return {
        key: exact(text) * factor(inputs[key], str(unit))
        for key, (text, unit) in point.items()
        if not inputs[key].choices
    }


def second_creatinine_clearance(point: Point) -> Fraction:
    n = exactly("creatinine_clearance", point)
    return formulas.creatinine_clearance(n["age"], n["weight"], cast(Sex, point["sex"][0]), n["creatinine"])


def second_corrected_calcium(point: Point) -> Fraction:
    n = exactly("corrected_calcium", point)
    adjusted = formulas.adjusted_calcium(n["calcium"], n["albumin"])
    return formulas.calcium_in_mmol_per_l(adjusted) if point["calcium"][1] == "mmol/L" else adjusted


def second_anion_gap(point: Point) -> Fraction:
    n = exactly("anion_gap", point)
    return formulas.anion_gap(n["sodium"], n["chloride"], n["bicarbonate"])


def second_body_mass_index(point: Point) -> Fraction:
    n = exactly("body_mass_index", point)
    return formulas.body_mass_index(n["weight"], n["height"])


SECOND: dict[str, Callable[[Point], Fraction]] = {
    "anion_gap": second_anion_gap,
    "body_mass_index": second_body_mass_index,
    "corrected_calcium": second_corrected_calcium,
    "creatinine_clearance": second_creatinine_clearance,
}


@pytest.mark.parametrize("name", SECOND)
def test_the_unrounded_value_is_the_same_everywhere(name: str) -> None:
    apart = []
    for point in points(name):
        ours, theirs = SECOND[name](point), calculator(name)(point).result.value
        if not math.isclose(float(ours), float(cast(float, theirs)), rel_tol=1e-9, abs_tol=1e-9):
            apart.append((point, float(ours), theirs))
    assert apart == []


@pytest.mark.parametrize("name", SECOND)
def test_what_is_printed_is_the_exact_value_rounded_once_half_up(name: str) -> None:
    apart = []
    for point in points(name):
        text = calculator(name)(point).result.text
        number = re.match(r"[−-]?[\d.,]+", text)
        assert number, text
        shown = number[0].replace("−", "-").replace(",", "")
        places = len(shown.partition(".")[2])
        if float(shown) != float(half_up(SECOND[name](point), places)):
            apart.append((point, text, half_up(SECOND[name](point), places)))
    assert apart == []


@pytest.mark.parametrize("name", SECOND)
def test_a_value_just_outside_a_bound_is_not_computed(name: str) -> None:
    for needed in calculator(name).inputs:
        if needed.choices:
            continue
        inside = dict(points(name)[0])
        for bound, step in ((needed.minimum, Fraction(-1, 10**6)), (needed.maximum, Fraction(1, 10**6))):
            inside[needed.name] = (half_up(exact(bound or 0) + step, 6), needed.unit)
            with pytest.raises(InputError):
                calculator(name)(inside)


def test_a_whole_milligram_of_creatinine_is_what_its_molar_mass_says() -> None:
    assert formulas.creatinine_in_mg_per_dl(exact("106")) == exact("1.199072")


def test_payne_adds_as_much_calcium_as_albumin_is_short() -> None:
    assert formulas.adjusted_calcium(exact(8), exact(2)) == 10
    assert formulas.calcium_in_mmol_per_l(formulas.calcium_in_mg_per_dl(exact("2.2"))) == exact("2.2")


def test_a_half_is_rounded_up() -> None:
    assert [half_up(exact(x), 0) for x in ("0.5", "1.5", "2.5", "2.49", "-2.4")] == ["1", "2", "3", "2", "-2"]


DOSES = ("µg/kg/min", "µg/min", "mg/h", "mg/kg/h", "units/h", "units/kg/h", "mmol/h", "mmol/kg/h", "mEq/h", "mEq/kg/h")
STRENGTHS = {"µ": "µg/mL", "m": "mg/mL", "u": "units/mL", "o": "mmol/L", "E": "mEq/L"}


@pytest.mark.parametrize("unit", DOSES)
def test_a_rate_turned_back_is_the_dose_that_was_asked_for(unit: str) -> None:
    dice = random.Random(f"{SEED} {unit}")
    kind = "o" if unit.startswith("mmol") else "E" if unit.startswith("mEq") else unit[0]
    for _ in range(POINTS):
        dose, held, weight = (exact(round(dice.uniform(0.01, 200), 3)) for _ in range(3))
        strength = (held, STRENGTHS[kind])
        rate = formulas.millilitres_per_hour((dose, unit), strength, weight)
        assert formulas.dose_of_rate(rate, strength, unit, weight) == dose


def test_units_are_never_drawn_from_milligrams() -> None:
    for wanted, held in (("units/h", "mg/mL"), ("mmol/h", "mEq/L"), ("mg/h", "mmol/L")):
        with pytest.raises(ValueError, match="cannot be drawn"):
            formulas.millilitres_per_hour((Fraction(1), wanted), (Fraction(1), held))


def test_a_dose_by_weight_needs_the_weight() -> None:
    with pytest.raises(ValueError, match="needs a weight"):
        formulas.millilitres_per_hour((Fraction(1), "µg/kg/min"), (Fraction(1), "mg/mL"))


def test_noradrenaline_by_hand() -> None:
    """0.1 µg/kg/min at 70 kg is 7 µg/min, 420 µg/h, and 10.5 mL/h of 40 µg/mL."""
    dose, strength = (exact("0.1"), "µg/kg/min"), (exact("0.04"), "mg/mL")
    assert formulas.millilitres_per_hour(dose, strength, exact(70)) == exact("10.5")
