"""Pump rates and dose rates are the same both ways, in every unit that people write."""

import math
import random
import re
from collections.abc import Iterator
from fractions import Fraction

import pytest

from assistant.calculators import load
from assistant.errors import InputError, WrongUnit
from assistant.records import Calculation, Given, Missing
from second_opinion.formulas import POUND, dose_of_rate, exact, half_up, millilitres_per_hour

POINTS = 1000
STRENGTHS = {"g": "mg/mL µg/mL g/L mg/L", "units": "units/mL units/L", "mmol": "mmol/mL mmol/L", "mEq": "mEq/mL mEq/L"}
"""Strengths by what the dose counts."""
DOSES = (
    "µg/kg/min", "ng/kg/min", "µg/kg/h", "mg/kg/h", "µg/min", "µg/h", "mg/min", "mg/h", "units/kg/h", "units/kg/min",
    "units/h", "units/min", "mmol/kg/h", "mmol/h", "mEq/kg/h", "mEq/h",
)  # fmt: skip
THEIRS = {"µg": "micrograms", "ng": "nanograms"}
"""The product writes these out where it offers a choice."""


def run(name: str, **written: str) -> Calculation | Missing:
    """The product as a black box, each input as "number unit" or a word."""
    return {each.name: each for each in load()}[name].run({key: given(text) for key, text in written.items()})


def given(text: str) -> Given:
    number = re.fullmatch(r"([\d.]+) (.+)", text)
    return Given(text=number[1], value=float(number[1]), unit=number[2]) if number else Given(text=text, value=text)


def strengths(unit: str) -> list[str]:
    """The strengths from which a dose can be drawn."""
    return STRENGTHS[unit.split("/")[0] if unit[0] == "u" or ("m" in unit[:2] and unit[1] in "mE") else "g"].split()


def choose(dice: random.Random, low: float, high: float) -> Fraction:
    """A number that a person would write, evenly over the orders of magnitude."""
    return exact(float(f"{math.exp(dice.uniform(math.log(low), math.log(high))):.4g}"))


def plain(value: Fraction) -> str:
    return half_up(value, 8)


def infusions(unit: str) -> Iterator[tuple[Fraction, Fraction, str, Fraction, Fraction, str]]:
    """Endless (rate, strength, its unit, weight in kg, weight as written, its unit), seeded."""
    dice = random.Random(f"infusion {unit}")
    while True:
        rate, strength = choose(dice, 0.05, 1500), choose(dice, 0.001, 100)
        weight, pounds = choose(dice, 2, 200), dice.random() < 0.3
        yield (rate, strength, dice.choice(strengths(unit)), weight * POUND if pounds else weight, weight,
               "lb" if pounds else "kg")  # fmt: skip


def close(ours: Fraction, theirs: object) -> bool:
    return isinstance(theirs, float) and math.isclose(float(ours), theirs, rel_tol=1e-9)


@pytest.mark.parametrize("unit", DOSES)
def test_the_rate_of_the_pump_is_the_same(unit: str) -> None:
    compared = 0
    for rate, strength, of, weight, written, scale in infusions(unit):
        dose = exact(float(f"{float(dose_of_rate(rate, (strength, of), unit, weight)):.4g}"))
        said = {"dose_rate": f"{plain(dose)} {unit}", "concentration": f"{plain(strength)} {of}"}
        try:
            theirs = run("infusion_rate", **said, weight=f"{plain(written)} {scale}")
        except InputError:
            continue  # outside what the product accepts
        ours = millilitres_per_hour((exact(plain(dose)), unit), (strength, of), weight)
        assert isinstance(theirs, Calculation) and close(ours, theirs.result.value), (said, written, scale, float(ours))
        assert theirs.result.unit == "mL/h"
        if (compared := compared + 1) == POINTS // len(DOSES) + 1:
            return


@pytest.mark.parametrize("unit", DOSES)
def test_the_dose_that_runs_in_is_the_same(unit: str) -> None:
    compared = 0
    name = unit.replace(unit.split("/")[0], THEIRS.get(unit.split("/")[0], unit.split("/")[0]), 1)
    for rate, strength, of, weight, written, scale in infusions(unit):
        said = {"rate": f"{plain(rate)} mL/h", "concentration": f"{plain(strength)} {of}"}
        try:
            theirs = run("infusion_dose", **said, weight=f"{plain(written)} {scale}", dose_unit=name)
        except InputError:
            continue  # outside what the product accepts
        ours = dose_of_rate(rate, (strength, of), unit, weight)
        assert isinstance(theirs, Calculation) and close(ours, theirs.result.value), (said, written, scale, float(ours))
        assert theirs.result.unit == name
        if (compared := compared + 1) == POINTS // len(DOSES) + 1:
            return


@pytest.mark.parametrize("unit", [u for u in DOSES if "/kg/" in u])
def test_a_dose_by_weight_is_not_run_without_the_weight(unit: str) -> None:
    strength = f"1 {strengths(unit)[0]}"
    assert isinstance(run("infusion_rate", dose_rate=f"1 {unit}", concentration=strength), Missing)


@pytest.mark.parametrize(("dose", "strength"), [("2 mg/h", "1 units/mL"), ("2 units/h", "1 mg/mL"), ("2 mmol/h", "1 mEq/mL"),
                                                ("2 mEq/h", "1 mmol/mL"), ("2 mmol/h", "1 mg/mL")])  # fmt: skip
def test_one_kind_of_amount_is_never_drawn_from_another(dose: str, strength: str) -> None:
    with pytest.raises(WrongUnit):
        run("infusion_rate", dose_rate=dose, concentration=strength)
