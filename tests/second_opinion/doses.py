"""The doses read a second time, from the bibliography's facts alone, each as its source gives it.

A function answers `None` wherever its source gives nothing: no nearest band, no rule of thumb. Ages are years, weights
kilograms, levels mmol/L. Every band is read in completed years (or months), as a person's age is said: "6–12 years" is
from the sixth birthday to the day before the thirteenth, and where two bands name the same edge, the later band, which
opens with it, has it.
"""

from fractions import Fraction
from typing import NamedTuple

ADULT = 18
"""Completed years from which "adult" is read where a source says no more than adult."""
GRAMS_PER_MMOL = Fraction(1, 4)
"""Magnesium sulfate heptahydrate: the sources count one gram as four mmol (8 mmol is 2 g)."""


class Dose(NamedTuple):
    """A dose as (low, high), in `unit`, and the most that the source allows of it in the same unit, where it says so."""

    low: Fraction | None
    high: Fraction
    unit: str
    cap: Fraction | None = None


def fixed(amount: int | str, unit: str) -> Dose:
    """A dose without a range."""
    return Dose(Fraction(amount), Fraction(amount), unit)


def per_weight(low: str, high: str, weight: Fraction, unit: str, cap: str) -> Dose:
    """A dose by weight, held at its cap."""
    limit = Fraction(cap)
    return Dose(min(Fraction(low) * weight, limit), min(Fraction(high) * weight, limit), unit, limit)


# ---- adrenaline into the muscle, anaphylaxis ------------------------------------------------------------------------


def adrenaline_rcuk(age: Fraction, small_or_prepubertal: bool = False) -> Dose:
    """Micrograms by age (rcuk-anaphylaxis-2021): over 12 y 500, or 300 if small or prepubertal; 6–12 y 300; 6 months to
    6 y 150; under 6 months 100–150.

    Read in completed years: "over 12" has thirteen behind it, since a child is twelve, and so in "6–12", for the whole
    of that year. At six both bands claim the child; the one that opens there has it, and gives the larger dose. Six
    completed months open "6 months to 6 y", as "under 6 months" excludes them.
    """
    if age >= 13:
        return fixed(300 if small_or_prepubertal else 500, "µg")
    if age >= 6:
        return fixed(300, "µg")
    if age >= Fraction(1, 2):
        return fixed(150, "µg")
    return Dose(Fraction(100), Fraction(150), "µg")


def adrenaline_wao(age: Fraction, weight: Fraction) -> Dose:
    """Milligrams by weight (wao-2020, seen in secondary): 0.01 mg/kg, at most 0.5 mg in teenagers and adults, 0.3 mg in a child.

    "Teenagers and adults" follow "6–12 years", and so open at the thirteenth birthday; "child" is whoever is younger. The
    age of fourteen is of another guideline, and is not used.
    """
    return per_weight("0.01", "0.01", weight, "mg", "0.5" if age >= 13 else "0.3")


# ---- potassium into a vein ------------------------------------------------------------------------------------------


def potassium_rate_highland(age: Fraction) -> Dose | None:
    """The usual most in mmol/h (nhs-highland-hypok), adults; faster is for a senior prescriber, without a stated end."""
    return Dose(None, Fraction(10), "mmol/h") if age >= ADULT else None


def potassium_needs_a_senior_highland(rate: Fraction) -> bool:
    """Above 10 mmol/h (nhs-highland-hypok)."""
    return rate > 10


def potassium_needs_an_ecg_highland(rate: Fraction) -> bool:
    """Above 20 mmol/h (nhs-highland-hypok)."""
    return rate > 20


def potassium_needs_a_central_line_highland(strength: Fraction) -> bool:
    """Above 40 mmol/L (nhs-highland-hypok)."""
    return strength > 40


def potassium_rate_us_label(age: Fraction, level: Fraction, ecg_change_or_paralysis: bool) -> Dose | None:
    """The most in mEq/h, adults (kcl-us-label): 10 above 2.5 mmol/L; 40 below 2.0 with ECG change or paralysis.

    Both comparators are the source's own and exclude their edge: from 2.0 up to and with 2.5, and below 2.0 without
    ECG change or paralysis, the label says nothing.
    """
    if age < ADULT:
        return None
    if level > Fraction("2.5"):
        return Dose(None, Fraction(10), "mEq/h", Fraction(10))
    if level < 2 and ecg_change_or_paralysis:
        return Dose(None, Fraction(40), "mEq/h", Fraction(40))
    return None


def potassium_day_us_label(age: Fraction, level: Fraction, ecg_change_or_paralysis: bool) -> Dose | None:
    """The most in mEq in 24 h, adults (kcl-us-label): 200 where the rate is 10, 400 where it is 40."""
    rate = potassium_rate_us_label(age, level, ecg_change_or_paralysis)
    if rate is None:
        return None
    day = Fraction(200 if rate.high == 10 else 400)
    return Dose(None, day, "mEq", day)


def potassium_rate_icu(central: bool) -> Dose:
    """The most in mmol/h in adults in intensive care (kruse-1990-iv-kcl, seen in two protocols): 10, central line 20."""
    return Dose(None, Fraction(20 if central else 10), "mmol/h")


# ---- magnesium sulfate into a vein ----------------------------------------------------------------------------------


def magnesium_torsades_adult(age: Fraction) -> Dose | None:
    """Grams over 10 min, adults with a pulse (rcuk-tachy-2026): 2 g, which is 8 mmol."""
    return fixed(2, "g") if age >= ADULT else None


def magnesium_torsades_child(age: Fraction, weight: Fraction) -> Dose | None:
    """Milligrams over 10–15 min, children (rcuk-paeds-algorithms-2026): 25–50 mg/kg, at most 2 g, once more if needed."""
    return per_weight("25", "50", weight, "mg", "2000") if age < ADULT else None


def magnesium_low_highland(age: Fraction, level: Fraction, egfr: Fraction) -> Dose | None:
    """Millimoles IV for each of three doses, adults below 0.5 mmol/L (nhs-highland-hypomg): 20, half at eGFR below 30.

    From 0.5 to 0.7 the same source gives magnesium by mouth, so nothing into a vein; 0.5 itself is in that band, since
    the vein is for "below 0.5".
    """
    if age < ADULT or level >= Fraction("0.5"):
        return None
    return fixed(10 if egfr < 30 else 20, "mmol")


def magnesium_low_by_mouth_highland(age: Fraction, level: Fraction) -> Dose | None:
    """Millimoles a day as aspartate, adults from 0.5 to 0.7 mmol/L (nhs-highland-hypomg): 10 once or twice a day.

    The half dose of the same source at eGFR below 30 stands with the infusion, and is not read into this one.
    """
    return (
        Dose(Fraction(10), Fraction(20), "mmol")
        if age >= ADULT and Fraction("0.5") <= level <= Fraction("0.7")
        else None
    )


def magnesium_low_galway(age: Fraction, level: Fraction) -> Dose | None:
    """Grams IV, adults without symptoms (galway-iv-mg): 0.6–0.7 mmol/L 1–2; 0.4–0.6 2–4; below 0.4 4–8.

    Only "below 0.4" shows which end is open: 0.4 belongs to the band that opens with it, and 0.6 is read alike. The
    uppermost band has no neighbour and keeps both of its ends.
    """
    if age < ADULT or level > Fraction("0.7"):
        return None
    if level >= Fraction("0.6"):
        return Dose(Fraction(1), Fraction(2), "g")
    if level >= Fraction("0.4"):
        return Dose(Fraction(2), Fraction(4), "g")
    return Dose(Fraction(4), Fraction(8), "g")


def magnesium_low_leeds(age: Fraction, level: Fraction) -> Dose | None:
    """Grams IV in a litre, adults at 0.4 mmol/L or below (sps-hypomagnesaemia): 5."""
    return fixed(5, "g") if age >= ADULT and level <= Fraction("0.4") else None


def magnesium_severe_label() -> Dose:
    """Grams in a litre over 3 h in severe deficiency (mgso4-uk-smpc, mgso4-us-label, neither by level): 5."""
    return fixed(5, "g")


def magnesium_recurrent_fit_us() -> Dose:
    """Grams once more when eclampsia recurs (mgso4-d5w-us-label, which considers it): 2."""
    return fixed(2, "g")


def magnesium_rate_smpc(age: Fraction) -> Dose | None:
    """Grams an hour, adults (mgso4-20pc-uk-smpc): 1 usual, 2 at most."""
    return Dose(Fraction(1), Fraction(1), "g/h", Fraction(2)) if age >= ADULT else None


def magnesium_day_smpc(age: Fraction) -> Dose | None:
    """The most in grams in 24 h, adults (mgso4-20pc-uk-smpc): 28."""
    return Dose(None, Fraction(28), "g", Fraction(28)) if age >= ADULT else None


# ---- magnesium aspartate by mouth -----------------------------------------------------------------------------------


def magnesium_aspartate(age: Fraction, severe_renal_impairment: bool = False) -> Dose | None:
    """Sachets of 10 mmol (243 mg) a day (magnaspartate-smpc): adults 1–2; 10–18 y 1; 4–10 y a half to 1; 2–4 y a half.

    Not established under 2 y, contraindicated in severe renal impairment: `None`. The bands touch at 4, 10 and 18; each
    edge goes to the band that opens with it, so that a person of eighteen is an adult.
    """
    if age < 2 or severe_renal_impairment:
        return None
    if age >= ADULT:
        return Dose(Fraction(1), Fraction(2), "sachet")
    if age >= 10:
        return fixed(1, "sachet")
    return Dose(Fraction(1, 2), Fraction(1 if age >= 4 else "1/2"), "sachet")
