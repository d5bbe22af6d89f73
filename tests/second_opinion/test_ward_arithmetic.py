"""The arithmetic of the ward and its first score agree with a second implementation over a thousand seeded points each."""

import math
import random
from collections.abc import Mapping
from fractions import Fraction

import pytest

from assistant.calculators import Calculator, load
from assistant.records import Calculation, Given, Input, Missing
from second_opinion import ward_arithmetic
from second_opinion.formulas import POUND, exact, half_up
from second_opinion.test_formulas import POINTS, SEED, written

HOUR, DAY, LITRE = 60, 24, 1000
MERCURY = Fraction("13.5951") * Fraction("9.80665") / 1000
"""One mmHg in kPa: the density of mercury in g/mL times the standard gravity in m/s², for a millimetre."""
SIZES = {
    ("min", "h"): Fraction(HOUR),
    ("h", "min"): Fraction(1, HOUR),
    ("days", "h"): Fraction(1, DAY),
    ("mL", "L"): Fraction(LITRE),
    ("mmHg", "kPa"): 1 / MERCURY,
    ("kg", "lb"): POUND,
}
SECOND_CALLS_IT = {"glucose_strength": "glucose", "urine_volume": "volume"}
"""Inputs that the second implementation names otherwise."""
NAMES = ("drop_rate", "glucose_infusion_rate", "mean_arterial_pressure", "urine_output")
CALCULATORS = {each.name: each for each in load()}
FINDINGS = {
    "fever": "fever",
    "purulence": "purulence",
    "severe_inflammation": "inflamed",
    "no_cough_or_coryza": "no_cough",
}
Point = Mapping[str, tuple[str, str]]


def size(needed: Input, unit: str) -> Fraction:
    """One of a unit in the unit that the calculator declares."""
    return Fraction(1) if unit == needed.unit else SIZES[(str(needed.unit), unit)]


def draw(needed: Input, dice: random.Random) -> tuple[str, str]:
    """One value as written: a bound in one draw of five, else anywhere between."""
    unit, places, edge = dice.choice(needed.units or ("",)), dice.choice((2, 3, 6)), dice.random()
    low, high = (exact(bound or 0) / size(needed, unit) for bound in (needed.minimum, needed.maximum))
    value = low if edge < 0.1 else high if edge < 0.2 else low + (high - low) * exact(dice.random())
    return written(value, places, value < (low + high) / 2), unit


def values(calculator: Calculator, point: Point) -> dict[str, Fraction]:
    """The point in the units that the calculator declares."""
    inputs = {needed.name: needed for needed in calculator.inputs}
    return {name: exact(text) * size(inputs[name], unit) for name, (text, unit) in point.items()}


def draw_point(calculator: Calculator, dice: random.Random) -> Point:
    """A patient that can be: the diastolic pressure lies below the systolic, and each value within its range."""
    inputs = {needed.name: needed for needed in calculator.inputs}
    while True:
        point = {needed.name: draw(needed, dice) for needed in calculator.inputs}
        found = values(calculator, point)
        ranges = {name: (exact(inputs[name].minimum or 0), exact(inputs[name].maximum or 0)) for name in found}
        within = all(ranges[name][0] <= value <= ranges[name][1] for name, value in found.items())
        if within and ("systolic" not in found or found["diastolic"] < found["systolic"]):
            return point


def second(name: str, found: Mapping[str, Fraction]) -> Fraction:
    """The same by the second implementation, which counts the time of a drop rate in hours."""
    given = {SECOND_CALLS_IT.get(key, key): value for key, value in found.items()}
    if name == "drop_rate":
        given["duration"] /= HOUR
    result: Fraction = getattr(ward_arithmetic, name)(**given)
    return result


def work(calculator: Calculator, point: Point) -> Calculation:
    given = {key: Given(text=text, value=float(text), unit=unit) for key, (text, unit) in point.items()}
    outcome = calculator.run(given)
    assert isinstance(outcome, Calculation)
    return outcome


@pytest.mark.parametrize("name", NAMES)
def test_both_implementations_give_the_same_value_and_print(name: str) -> None:
    calculator, dice = CALCULATORS[name], random.Random(f"{SEED} {name}")
    for _ in range(POINTS):
        point = draw_point(calculator, dice)
        ours, theirs = work(calculator, point).result, second(name, values(calculator, point))
        assert isinstance(ours.value, float)
        assert math.isclose(ours.value, float(theirs), rel_tol=1e-9), point
        shown = ours.text.split(" ")[0].replace(",", "")
        assert float(shown) == float(half_up(theirs, len(shown.partition(".")[2]))), (point, ours.text)


@pytest.mark.parametrize("name", NAMES)
def test_the_worked_examples_of_the_second_are_those_of_the_first(name: str) -> None:
    calculator = CALCULATORS[name]
    for arguments, result in ward_arithmetic.WORKED[name]:
        given = {}
        for needed in calculator.inputs:
            text = arguments[SECOND_CALLS_IT.get(needed.name, needed.name)]
            unit = "h" if needed.name == "duration" else str(needed.unit)
            given[needed.name] = (text, unit)
        assert math.isclose(float(str(work(calculator, given).result.value)), float(Fraction(result)), rel_tol=1e-9)


def draw_answers(dice: random.Random) -> tuple[dict[str, Given], dict[str, str]]:
    """Some of the five items of the score, and the same for the second implementation, which asks for early attendance."""
    given, answers = {}, {}
    for ours, theirs in FINDINGS.items():
        if dice.random() < 0.7:
            answers[theirs] = dice.choice(("yes", "no"))
            given[ours] = Given(text=answers[theirs], value=answers[theirs])
    if dice.random() < 0.7:
        hours = dice.choice(
            (Fraction(72), Fraction("71.999"), Fraction("72.001"), exact(round(dice.uniform(1, 200), 2)))
        )
        answers["attends_early"] = "yes" if hours <= 3 * DAY else "no"
        given["onset"] = Given(text=str(float(hours)), value=float(hours), unit="h")
    return given, answers


def test_the_score_and_its_range_are_those_of_the_second_implementation() -> None:
    dice, score = random.Random(f"{SEED} fever_pain"), CALCULATORS["fever_pain"]
    whole = parts = 0
    for _ in range(POINTS):
        given, answers = draw_answers(dice)
        first, *rest = score.calculate(given)
        if not answers:
            assert isinstance(first, Missing)
            continue
        assert isinstance(first, Calculation)
        if rest:
            assert (first.result.low, first.result.high) == ward_arithmetic.sore_throat_range(answers), given
            parts += 1
        else:
            assert first.result.value == ward_arithmetic.sore_throat_score(**answers), given
            whole += 1
    assert whole > 100 and parts > 500


def test_the_worked_examples_of_the_score_are_those_of_the_first() -> None:
    for answers, result in ward_arithmetic.WORKED["sore_throat_score"]:
        texts = {ours: answers[theirs] for ours, theirs in FINDINGS.items()}
        texts["onset"] = "2 days" if answers["attends_early"] == "yes" else "4 days"
        outcome = CALCULATORS["fever_pain"].run({k: Given(text=text, value=text) for k, text in texts.items()})
        assert isinstance(outcome, Calculation)
        assert outcome.result.value == int(result)
