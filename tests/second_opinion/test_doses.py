"""Two readings of the same sources that never saw each other give the same dose to the same person, edge by edge."""

import random
import re
from collections.abc import Iterable
from fractions import Fraction

import pytest

from second_opinion import doses
from second_opinion.formulas import exact, half_up
from second_opinion.product import (
    AGES,
    DAY,
    RCUK,
    TURNS,
    WAO,
    WEIGHTS,
    Outcome,
    agree,
    ask,
    capped,
    kilograms,
    of,
    shows,
    years,
)

# ---- adrenaline -----------------------------------------------------------------------------------------------------


def in_dispute(age: Fraction) -> bool:
    """The thirteenth year of life: "6–12 years" in completed years, "over 12" by the birthday."""
    return 12 <= age < 13


def test_adrenaline_by_age_is_the_same_on_every_day_but_those_of_the_disputed_year() -> None:
    apart = [
        age
        for age in AGES
        if not in_dispute(age)
        and not agree(doses.adrenaline_rcuk(age), of(RCUK, ask("adrenaline_im_anaphylaxis", {"age": years(age)})))
    ]
    assert apart == []


def test_the_disputed_year_is_told_to_whoever_doses_in_it() -> None:
    """Ours is 300 until the thirteenth birthday, the product's 500 from the twelfth: the source says neither."""
    for age in filter(in_dispute, AGES):
        theirs = of(RCUK, ask("adrenaline_im_anaphylaxis", {"age": years(age)}))
        assert theirs and theirs.tier and "12 years" in (theirs.tier.near_boundary or "")
        assert theirs.result.value == 500 and "300 micrograms" in theirs.quotes.values()


def test_whoever_is_small_or_prepubertal_is_offered_the_smaller_dose() -> None:
    for age in (a for a in AGES if 13 <= a < 18):
        theirs = of(RCUK, ask("adrenaline_im_anaphylaxis", {"age": years(age)}))
        smaller = doses.adrenaline_rcuk(age, small_or_prepubertal=True)
        assert theirs and shows(theirs.quotes["alternative_a"], smaller.high, smaller.unit)


@pytest.mark.parametrize(("written", "age"), [("5 months", "5/12"), ("6 months", "1/2"), ("26 weeks", "182/365.25"),
                                              ("182 days", "182/365.25"), ("183 days", "183/365.25")])  # fmt: skip
def test_an_infant_s_age_may_come_in_months_weeks_or_days(written: str, age: str) -> None:
    top, bottom = age.split("/")
    theirs = of(RCUK, ask("adrenaline_im_anaphylaxis", {"age": written}))
    assert agree(doses.adrenaline_rcuk(Fraction(top) / Fraction(bottom)), theirs)


def test_adrenaline_by_weight_and_its_cap_are_the_same_at_every_age() -> None:
    apart = []
    for age in TURNS:
        for weight in WEIGHTS:
            ours = doses.adrenaline_wao(age, weight)
            answers = {"age": years(age), "weight": kilograms(weight)}
            theirs = of(WAO, ask("adrenaline_im_anaphylaxis", answers))
            if not (theirs and agree(ours, theirs) and capped(ours, theirs, weight / 100)):
                apart.append((answers, ours, theirs))
    assert apart == []


def test_adrenaline_by_weight_is_the_same_for_a_thousand_people() -> None:
    dice = random.Random("adrenaline")
    for _ in range(1000):
        age, weight = exact(round(dice.uniform(0, 100), 3)), exact(round(dice.uniform(2, 200), 3))
        answers = {"age": years(age), "weight": kilograms(weight)}
        assert agree(doses.adrenaline_wao(age, weight), of(WAO, ask("adrenaline_im_anaphylaxis", answers))), answers


# ---- potassium ------------------------------------------------------------------------------------------------------

LEVELS = [exact(k) for k in ("0.5", "0.9", "0.999", "1", "1.5", "1.999", "2", "2.001", "2.2", "2.499", "2.5", "2.501",
                             "2.9", "3", "3.2", "3.499")]  # fmt: skip
"""mmol/L, all of them low: from 3.5 on nobody has hypokalaemia, which is what the regimen is for."""
LOWEST = Fraction(1)
"""mmol/L below which the product refuses for all bodies; no source has such an edge."""


def potassium(age: Fraction, level: Fraction, signs: bool, access: str) -> tuple[Outcome, ...]:
    said = "present" if signs else "absent"
    answers = {"age": years(age), "potassium": f"{half_up(level, 3)} mmol/L", "access": access}
    return ask("potassium_iv", answers | {"ecg_change_or_paralysis": said})


CASES = [
    (age, level, signs, access)
    for age in (18 - DAY, Fraction(18), 18 + DAY, Fraction(5), Fraction(64))
    for level in LEVELS
    for signs in (True, False)
    for access in ("peripheral", "central")
]


def potassium_apart(cases: Iterable[tuple[Fraction, Fraction, bool, str]]) -> list[object]:
    """The cases in which a body's rate or its day's total differs."""
    apart: list[object] = []
    for age, level, signs, access in cases:
        outcomes = potassium(age, level, signs, access)
        icu = doses.potassium_rate_icu(access == "central") if age >= doses.ADULT else None
        for body, ours in (
            ("NHS Highland", doses.potassium_rate_highland(age)),
            ("US label", doses.potassium_rate_us_label(age, level, signs)),
            ("intensive care practice", icu),
        ):
            if not agree(ours, of(body, outcomes)):
                apart.append((body, float(age), float(level), signs, access))
        day, label = doses.potassium_day_us_label(age, level, signs), of("US label", outcomes)
        if day and label and not shows(label.quotes["daily_max"], day.high, day.unit):
            apart.append(("day", float(level), signs))
    return apart


def test_the_limits_of_potassium_are_the_same_at_every_level() -> None:
    assert potassium_apart(case for case in CASES if case[1] >= LOWEST) == []


def test_the_lowest_potassium_is_not_refused() -> None:
    assert potassium_apart(case for case in CASES if case[1] < LOWEST) == []


def test_a_peripheral_line_is_held_to_the_strength_above_which_the_source_wants_a_central_one() -> None:
    theirs = of("NHS Highland", potassium(Fraction(40), Fraction(3), False, "peripheral"))
    strength = Fraction(re.findall(r"[\d.]+", theirs.quotes["concentration_max"])[0]) if theirs else Fraction(0)
    assert not doses.potassium_needs_a_central_line_highland(strength)
    assert doses.potassium_needs_a_central_line_highland(strength + Fraction(1, 10**6))


def test_the_faster_rates_are_told_with_the_slow_one() -> None:
    theirs = of("NHS Highland", potassium(Fraction(40), Fraction(3), False, "central"))
    assert theirs
    senior = [int(rate) for w in theirs.warnings for rate in re.findall(r"faster than (\d+) mmol/h", w)]
    traced = [int(r) for m in theirs.monitoring if "ECG" in m.what for r in re.findall(r"above (\d+) mmol/h", m.when)]
    assert senior and all(doses.potassium_needs_a_senior_highland(exact(r + 0.001)) for r in senior)
    assert not any(map(doses.potassium_needs_a_senior_highland, map(Fraction, senior)))
    assert traced and all(doses.potassium_needs_an_ecg_highland(exact(r + 0.001)) for r in traced)
    assert not any(map(doses.potassium_needs_an_ecg_highland, map(Fraction, traced)))
