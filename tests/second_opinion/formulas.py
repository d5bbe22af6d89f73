"""The formulas written a second time, from their definitions and in exact rationals.

Nothing here knows how the product computes: exact arithmetic shares neither its order of operations nor its rounding.
All arguments are exact (`Fraction`), all results too; `exact` reads what a person would write.
"""

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import Literal

Sex = Literal["female", "male"]

CREATININE = Fraction("113.12")
"""Molar mass of creatinine, g/mol (C4H7N3O)."""
CALCIUM = Fraction("40.078")
"""Molar mass of calcium, g/mol."""
POUND = Fraction("0.45359237")
"""Kilograms in a pound, by definition."""
INCH = Fraction("0.0254")
"""Metres in an inch, by definition."""

AMOUNTS: dict[str, tuple[str, Fraction]] = {
    "g": ("mass", Fraction(1)),
    "mg": ("mass", Fraction(1, 10**3)),
    "µg": ("mass", Fraction(1, 10**6)),
    "ng": ("mass", Fraction(1, 10**9)),
    "units": ("units", Fraction(1)),
    "mmol": ("amount", Fraction(1)),
    "mEq": ("charge", Fraction(1)),
}
HOURS = {"min": Fraction(1, 60), "h": Fraction(1)}
MILLILITRES = {"mL": Fraction(1), "L": Fraction(1000)}


def exact(written: float | str) -> Fraction:
    """The number as it is written in decimals, not as binary stores it."""
    return Fraction(str(written))


def half_up(value: Fraction, places: int) -> str:
    """The exact value in decimals, a half going away from nought."""
    with localcontext() as context:
        context.prec = 60
        step = Decimal(1).scaleb(-places)
        scaled = value * 10**places
        whole = (abs(scaled) + Fraction(1, 2)).__floor__() * (1 if scaled >= 0 else -1)
        return f"{Decimal(whole) * step:f}"


def creatinine_in_mg_per_dl(micromoles_per_litre: Fraction) -> Fraction:
    """Creatinine in mg/dL from µmol/L: µmol/L × g/mol is µg/L, and 1 mg/dL is 10,000 µg/L."""
    return micromoles_per_litre * CREATININE / 10_000


def creatinine_clearance(age: Fraction, weight: Fraction, sex: Sex, creatinine: Fraction) -> Fraction:
    """Creatinine clearance in mL/min (Cockcroft & Gault, Nephron 1976): age in years, weight in kg, creatinine in mg/dL."""
    man = (140 - age) * weight / (72 * creatinine)
    return man * Fraction(85, 100) if sex == "female" else man


def adjusted_calcium(calcium: Fraction, albumin: Fraction) -> Fraction:
    """Calcium adjusted for albumin in mg/dL, slope of one (Payne, BMJ 1973): calcium in mg/dL, albumin in g/dL."""
    return calcium - albumin + 4


def calcium_in_mg_per_dl(millimoles_per_litre: Fraction) -> Fraction:
    """Calcium in mg/dL from mmol/L: mmol/L × g/mol is mg/L, a tenth of it mg/dL."""
    return millimoles_per_litre * CALCIUM / 10


def calcium_in_mmol_per_l(milligrams_per_decilitre: Fraction) -> Fraction:
    """Calcium in mmol/L from mg/dL."""
    return milligrams_per_decilitre * 10 / CALCIUM


def anion_gap(sodium: Fraction, chloride: Fraction, bicarbonate: Fraction) -> Fraction:
    """Anion gap in mmol/L, potassium left out: the definition, Na − (Cl + HCO3)."""
    return sodium - (chloride + bicarbonate)


def body_mass_index(weight: Fraction, height: Fraction) -> Fraction:
    """Body mass index in kg/m², weight over height squared (Keys, J Chronic Dis 1972): kg and m."""
    return weight / height**2


def amount(unit: str) -> tuple[str, Fraction]:
    """What a unit of a drug counts (mass, units, amount, charge) and its size; one kind never turns into another."""
    return AMOUNTS[unit]


def dose_per_hour(unit: str, weight: Fraction | None) -> tuple[str, Fraction]:
    """What one `unit` ("µg/kg/min", "mg/h", "units/kg/h", …) gives in an hour; ValueError: per kg, and no weight."""
    what, *kilograms, time = unit.split("/")
    kind, size = amount(what)
    if kilograms and weight is None:
        raise ValueError(f"{unit} needs a weight")
    return kind, size / HOURS[time] * (weight if kilograms and weight is not None else 1)


def strength_per_ml(unit: str) -> tuple[str, Fraction]:
    """What a millilitre of one `unit` ("mg/mL", "mmol/L", …) holds."""
    what, volume = unit.split("/")
    kind, size = amount(what)
    return kind, size / MILLILITRES[volume]


def millilitres_per_hour(
    dose: tuple[Fraction, str], strength: tuple[Fraction, str], weight: Fraction | None = None
) -> Fraction:
    """Pump rate in mL/h: the drug wanted in an hour over the drug in a millilitre (arithmetic); ValueError: two kinds."""
    wanted, hourly = dose_per_hour(dose[1], weight)
    held, content = strength_per_ml(strength[1])
    if wanted != held:
        raise ValueError(f"{dose[1]} cannot be drawn from {strength[1]}")
    return dose[0] * hourly / (strength[0] * content)


def dose_of_rate(rate: Fraction, strength: tuple[Fraction, str], unit: str, weight: Fraction | None = None) -> Fraction:
    """The dose in `unit` that a pump at `rate` mL/h gives: the same balance, solved for the dose."""
    return rate / millilitres_per_hour((Fraction(1), unit), strength, weight)
