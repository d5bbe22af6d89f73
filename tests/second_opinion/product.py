"""The product's regimens as a black box: what every body answers a person, and whether it is the dose that we read."""

import math
import re
from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from pathlib import Path

from assistant.records import Calculation, Given, Missing, Refusal
from assistant.regimens import load_all
from second_opinion.doses import Dose
from second_opinion.formulas import exact, half_up

REGIMENS = Path(__file__).resolve().parents[2] / "corpus" / "regimens"
Outcome = Calculation | Missing | Refusal
Answers = dict[str, str]
"""What a person gives, as "number unit" or as a word."""

DAY = Fraction(4, 1461)
EDGES = [Fraction(edge) for edge in ("0.5", "1", "2", "3", "4", "6", "10", "12", "13", "14", "16", "18", "65")]
AGES = sorted(
    {Fraction(0), DAY, Fraction(120)}
    | {edge + step * DAY for edge in EDGES for step in (-1, 0, 1)}
    | {Fraction(quarter, 4) for quarter in range(480)}
)
"""Ages in years: every quarter of a life, and every edge, with the day before and the day after."""
TURNS = [
    age for age in AGES if any(abs(age - edge) <= DAY for edge in EDGES) or (age.denominator == 1 and age % 5 == 0)
]
"""The ages at which something may change, and a few between."""
WEIGHTS = [
    exact(w) for w in ("2", "7.377", "10", "29.999", "30", "30.001", "39.9", "40", "49.999", "50", "70.5", "80", "200")
]
MILLI = {"micrograms": Fraction(1, 1000), "µg": Fraction(1, 1000), "mg": Fraction(1), "g": Fraction(1000)}
RCUK, WAO = "Resuscitation Council UK", "World Allergy Organization"
SACHET = 10
"""mmol in a sachet (magnaspartate-smpc)."""


@cache
def regimens() -> dict[str, Callable[[dict[str, Given], str | None], tuple[Outcome, ...]]]:
    """The product's regimens as black boxes."""
    found, refused = load_all(REGIMENS)
    assert refused == ()
    return {each.name: each.calculate for each in found}


def ask(name: str, answers: Answers) -> tuple[Outcome, ...]:
    """What every body says to these answers."""
    return regimens()[name]({key: given(text) for key, text in answers.items()}, None)


def given(text: str) -> Given:
    """One answer as a caller hands it over."""
    number = re.fullmatch(r"([\d.]+) (.+)", text)
    if number is None:
        return Given(text=text, value=text)
    return Given(text=number[1], value=float(number[1]), unit=number[2])


def years(age: Fraction) -> str:
    """An age as given, to the ninth decimal of a year: the day that it names is kept."""
    return f"{half_up(age, 9)} years"


def kilograms(weight: Fraction) -> str:
    return f"{half_up(weight, 3)} kg"


def of(body: str, outcomes: Iterable[Outcome]) -> Calculation | None:
    """The one calculation of a body, or None where it refuses, asks, or is silent."""
    found = [o for o in outcomes if isinstance(o, Calculation) and f"({body})" in o.says]
    assert len(found) < 2, f"{body} answers twice"
    return found[0] if found else None


def size(unit: str) -> tuple[str, Fraction]:
    """A unit as (kind, size): masses meet in milligrams, all else only itself."""
    what, _, per = unit.partition("/")
    return (f"mass/{per}", MILLI[what]) if what in MILLI else (unit, Fraction(1))


def same(ours: Fraction, our_unit: str, theirs: float | None, their_unit: str | None) -> bool:
    """Two amounts are the same to nine places, in whichever unit of one kind they stand."""
    (kind, mine), (other, yours) = size(our_unit), size(str(their_unit))
    return theirs is not None and kind == other and math.isclose(ours * mine, theirs * float(yours), rel_tol=1e-9)


def agree(ours: Dose | None, theirs: Calculation | None) -> bool:
    """Both give nothing, or both give the same range."""
    if ours is None or theirs is None:
        return ours is None and theirs is None
    result = theirs.result
    low = result.value if result.low is None else result.low
    high = result.value if result.high is None else result.high
    if isinstance(low, str) or isinstance(high, str):
        return False
    lowest = ours.high if ours.low is None else ours.low
    return same(lowest, ours.unit, low, result.unit) and same(ours.high, ours.unit, high, result.unit)


def shows(text: str, ours: Fraction, unit: str) -> bool:
    """A limit in words ("200 mEq/24 h", "2 g") is this amount."""
    number = re.match(r"([\d.,]+) (\S+)", text)
    assert number, text
    return same(ours, unit, float(number[1].replace(",", "")), number[2].removesuffix("/24"))


def capped(ours: Dose, theirs: Calculation, uncapped: Fraction) -> bool:
    """The cap is the source's, and said to be applied just when the dose by weight is above it."""
    assert ours.cap is not None
    return (
        theirs.cap is not None
        and shows(theirs.cap.limit, ours.cap, ours.unit)
        and (theirs.cap.applied == (uncapped > ours.cap))
    )
