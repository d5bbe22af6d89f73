"""More formulas written a second time, from what their sources state; nothing here knows how the product computes.

Arguments are exact (`Fraction`). A rational formula gives a `Fraction`; one with a power or a root gives a `Decimal` of
40 digits. Outside the range its source states, a formula raises ValueError instead of guessing what it would mean there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Context, Decimal, localcontext
from fractions import Fraction

from second_opinion.formulas import INCH, Sex

DIGITS = 40
"""Digits of a result that is not rational; the steps towards it carry 20 more."""

CARBON = Fraction("12.011")
HYDROGEN = Fraction("1.008")
OXYGEN = Fraction("15.999")
"""IUPAC abridged standard atomic weights, g/mol, as are the two above."""
CHOLESTEROL = 27 * CARBON + 46 * HYDROGEN + OXYGEN
"""Molar mass of cholesterol, g/mol (C27H46O): 386.664."""
TRIGLYCERIDE = 57 * CARBON + 104 * HYDROGEN + 6 * OXYGEN
"""Molar mass of triglyceride taken as triolein, g/mol (C57H104O6): 885.453."""
GLUCOSE = 6 * CARBON + 12 * HYDROGEN + 6 * OXYGEN
"""Molar mass of glucose, g/mol (C6H12O6): 180.156."""


@contextmanager
def guarded() -> Iterator[None]:
    """Arithmetic of decimals with 20 digits to spare, whatever context the caller is in."""
    with localcontext(Context(prec=DIGITS + 20)):
        yield


def rounded(value: Decimal) -> Decimal:
    """The value to 40 digits."""
    with localcontext(Context(prec=DIGITS)):
        return +value


def decimal(value: Fraction) -> Decimal:
    """The fraction in decimals, to the digits of the context."""
    return Decimal(value.numerator) / Decimal(value.denominator)


def power(base: Fraction, exponent: Fraction) -> Decimal:
    """A positive base to any power, as exp(exponent × ln base)."""
    return (decimal(exponent) * decimal(base).ln()).exp()


def centimetres(metres: Fraction) -> Fraction:
    """The height the papers ask for."""
    return metres * 100


def rr_interval(heart_rate: Fraction) -> Fraction:
    """Seconds from one R wave to the next: a minute shared among its beats."""
    return 60 / heart_rate


def egfr_ckd_epi(age: Fraction, sex: Sex, creatinine: Fraction) -> Decimal:
    """eGFR in mL/min/1.73 m² (CKD-EPI 2021; Inker, N Engl J Med 2021): age in years, creatinine in mg/dL."""
    woman = sex == "female"
    ratio = creatinine / (Fraction("0.7") if woman else Fraction("0.9"))
    with guarded():
        low = power(min(ratio, Fraction(1)), Fraction("-0.241") if woman else Fraction("-0.302"))
        high = power(max(ratio, Fraction(1)), Fraction("-1.200"))
        ageing = power(Fraction("0.9938"), age)
        value = 142 * low * high * ageing * (Decimal("1.012") if woman else 1)
    return rounded(value)


def egfr_bedside_schwartz(height: Fraction, creatinine: Fraction) -> Fraction:
    """A child's eGFR in mL/min/1.73 m² (Schwartz, J Am Soc Nephrol 2009): height in m, cm there; creatinine in mg/dL."""
    return Fraction("0.413") * centimetres(height) / creatinine


def body_surface_area(weight: Fraction, height: Fraction) -> Decimal:
    """Body surface area in m² (Mosteller, N Engl J Med 1987): kg, and m where the paper has cm."""
    with guarded():
        value = decimal(centimetres(height) * weight / 3600).sqrt()
    return rounded(value)


def body_surface_area_du_bois(weight: Fraction, height: Fraction) -> Decimal:
    """Body surface area in m² (Du Bois & Du Bois, Arch Intern Med 1916): kg, and m where the paper has cm."""
    with guarded():
        value = Decimal("0.007184") * power(weight, Fraction("0.425")) * power(centimetres(height), Fraction("0.725"))
    return rounded(value)


def expected_carbon_dioxide(bicarbonate: Fraction) -> Fraction:
    """The middle of the PaCO2 expected in metabolic acidosis, mmHg (Albert, Ann Intern Med 1967: ± 2): mmol/L."""
    return Fraction("1.5") * bicarbonate + 8


def corrected_sodium(sodium: Fraction, glucose: Fraction, factor: Fraction) -> Fraction:
    """Sodium plus `factor` for each 100 mg/dL of glucose above 100, carried on to a glucose below."""
    return sodium + factor * (glucose - 100) / 100


def corrected_sodium_katz(sodium: Fraction, glucose: Fraction) -> Fraction:
    """Sodium corrected for glucose, mmol/L, factor 1.6 (Katz, N Engl J Med 1973): mmol/L and mg/dL."""
    return corrected_sodium(sodium, glucose, Fraction("1.6"))


def corrected_sodium_hillier(sodium: Fraction, glucose: Fraction) -> Fraction:
    """Sodium corrected for glucose, mmol/L, factor 2.4 (Hillier, Am J Med 1999): mmol/L and mg/dL."""
    return corrected_sodium(sodium, glucose, Fraction("2.4"))


def ldl_cholesterol_friedewald(
    total_cholesterol: Fraction, hdl_cholesterol: Fraction, triglycerides: Fraction
) -> Fraction:
    """LDL cholesterol, all in mg/dL (Friedewald, Clin Chem 1972); ValueError: triglycerides of 400 or more, not valid."""
    if triglycerides >= 400:
        raise ValueError("not valid at triglycerides of 400 mg/dL or more")
    return total_cholesterol - hdl_cholesterol - triglycerides / 5


def qtc_bazett(qt: Fraction, heart_rate: Fraction) -> Decimal:
    """QTc in ms, QT over the square root of RR (Bazett, Heart 1920): ms and beats a minute."""
    with guarded():
        value = decimal(qt) / decimal(rr_interval(heart_rate)).sqrt()
    return rounded(value)


def qtc_fridericia(qt: Fraction, heart_rate: Fraction) -> Decimal:
    """QTc in ms, QT over the cube root of RR (Fridericia, Acta Med Scand 1920): ms and beats a minute."""
    with guarded():
        value = decimal(qt) / power(rr_interval(heart_rate), Fraction(1, 3))
    return rounded(value)


def qtc_hodges(qt: Fraction, heart_rate: Fraction) -> Fraction:
    """QTc in ms, linear in the heart rate (Hodges, J Am Coll Cardiol 1983): ms and beats a minute."""
    return qt + Fraction("1.75") * (heart_rate - 60)


def qtc_framingham(qt: Fraction, heart_rate: Fraction) -> Fraction:
    """QTc in ms, linear in RR (Framingham; Sagie, Am J Cardiol 1992): ms and beats a minute."""
    return qt + 154 * (1 - rr_interval(heart_rate))


def fractional_excretion_of_sodium(
    sodium: Fraction, urine_sodium: Fraction, creatinine: Fraction, urine_creatinine: Fraction
) -> Fraction:
    """FENa in per cent (Espinel, JAMA 1976): both sodiums in mmol/L, both creatinines in mg/dL."""
    return 100 * (urine_sodium * creatinine) / (sodium * urine_creatinine)


def holliday_segar(weight: Fraction) -> Fraction:
    """Maintenance water in mL a day (Holliday & Segar, Pediatrics 1957): 100, 50, then 20 mL for each kg."""
    first = min(weight, Fraction(10))
    second = min(weight - first, Fraction(10))
    return 100 * first + 50 * second + 20 * (weight - first - second)


def ideal_body_weight(sex: Sex, height: Fraction) -> Fraction:
    """Ideal body weight in kg (Devine, Drug Intell Clin Pharm 1974): height in m; ValueError: under 60 inches."""
    over = height / INCH - 60
    if over < 0:
        raise ValueError("stated for heights over 60 inches")
    return (Fraction("45.5") if sex == "female" else Fraction(50)) + Fraction("2.3") * over


def adjusted_body_weight(sex: Sex, height: Fraction, weight: Fraction) -> Fraction:
    """Adjusted body weight in kg, factor 0.4 (Winter, Pharmacotherapy 2012): m and kg; ValueError: under 60 inches."""
    ideal = ideal_body_weight(sex, height)
    return ideal + Fraction("0.4") * (weight - ideal)


def target_weight(body_mass_index: Fraction, height: Fraction) -> Fraction:
    """The weight in kg that has this index (Keys, J Chronic Dis 1972: weight over height squared): kg/m² and m."""
    return body_mass_index * height**2


WORKED: dict[str, list[tuple[dict[str, str], str]]] = {
    "egfr_ckd_epi": [
        ({"age": "50", "sex": "female", "creatinine": "0.7"}, "105.2976"),
        ({"age": "60", "sex": "male", "creatinine": "1.2"}, "69.2311"),
        ({"age": "35.5", "sex": "female", "creatinine": "0.55"}, "122.1305"),
    ],
    "egfr_bedside_schwartz": [
        ({"height": "1.2", "creatinine": "0.6"}, "82.6000"),
        ({"height": "0.95", "creatinine": "0.413"}, "95.0000"),
        ({"height": "1.455", "creatinine": "1.7"}, "35.3479"),
    ],
    "body_surface_area": [
        ({"weight": "80", "height": "1.8"}, "2.0000"),
        ({"weight": "72.5", "height": "1.65"}, "1.8229"),
        ({"weight": "9.5", "height": "0.74"}, "0.4419"),
    ],
    "body_surface_area_du_bois": [
        ({"weight": "70", "height": "1.7"}, "1.8097"),
        ({"weight": "3.4", "height": "0.505"}, "0.2076"),
        ({"weight": "110.4", "height": "1.88"}, "2.3626"),
    ],
    "expected_carbon_dioxide": [
        ({"bicarbonate": "12"}, "26.0000"),
        ({"bicarbonate": "7.5"}, "19.2500"),
        ({"bicarbonate": "24"}, "44.0000"),
    ],
    "corrected_sodium_katz": [
        ({"sodium": "130", "glucose": "600"}, "138.0000"),
        ({"sodium": "128", "glucose": "100"}, "128.0000"),
        ({"sodium": "131.5", "glucose": "437"}, "136.8920"),
    ],
    "corrected_sodium_hillier": [
        ({"sodium": "130", "glucose": "600"}, "142.0000"),
        ({"sodium": "128", "glucose": "100"}, "128.0000"),
        ({"sodium": "131.5", "glucose": "437"}, "139.5880"),
    ],
    "ldl_cholesterol_friedewald": [
        ({"total_cholesterol": "200", "hdl_cholesterol": "50", "triglycerides": "150"}, "120.0000"),
        ({"total_cholesterol": "243", "hdl_cholesterol": "38.5", "triglycerides": "399"}, "124.7000"),
        ({"total_cholesterol": "161", "hdl_cholesterol": "72", "triglycerides": "61"}, "76.8000"),
    ],
    "qtc_bazett": [
        ({"qt": "400", "heart_rate": "60"}, "400.0000"),
        ({"qt": "360", "heart_rate": "93.75"}, "450.0000"),
        ({"qt": "412", "heart_rate": "83"}, "484.5746"),
    ],
    "qtc_fridericia": [
        ({"qt": "400", "heart_rate": "60"}, "400.0000"),
        ({"qt": "400", "heart_rate": "117.1875"}, "500.0000"),
        ({"qt": "412", "heart_rate": "83"}, "459.0636"),
    ],
    "qtc_hodges": [
        ({"qt": "400", "heart_rate": "80"}, "435.0000"),
        ({"qt": "380", "heart_rate": "60"}, "380.0000"),
        ({"qt": "425", "heart_rate": "47"}, "402.2500"),
    ],
    "qtc_framingham": [
        ({"qt": "400", "heart_rate": "80"}, "438.5000"),
        ({"qt": "360", "heart_rate": "100"}, "421.6000"),
        ({"qt": "425", "heart_rate": "47"}, "382.4043"),
    ],
    "fractional_excretion_of_sodium": [
        ({"sodium": "140", "urine_sodium": "20", "creatinine": "2", "urine_creatinine": "100"}, "0.2857"),
        ({"sodium": "138", "urine_sodium": "65", "creatinine": "3.4", "urine_creatinine": "42"}, "3.8130"),
        ({"sodium": "131", "urine_sodium": "9", "creatinine": "1.85", "urine_creatinine": "187"}, "0.0680"),
    ],
    "holliday_segar": [
        ({"weight": "7.5"}, "750.0000"),
        ({"weight": "10.5"}, "1025.0000"),
        ({"weight": "70"}, "2500.0000"),
    ],
    "ideal_body_weight": [
        ({"sex": "male", "height": "1.778"}, "73.0000"),
        ({"sex": "female", "height": "1.524"}, "45.5000"),
        ({"sex": "female", "height": "1.65"}, "56.9094"),
    ],
    "adjusted_body_weight": [
        ({"sex": "male", "height": "1.778", "weight": "123"}, "93.0000"),
        ({"sex": "female", "height": "1.524", "weight": "85.5"}, "61.5000"),
        ({"sex": "female", "height": "1.65", "weight": "102.4"}, "75.1057"),
    ],
    "target_weight": [
        ({"body_mass_index": "22", "height": "1.75"}, "67.3750"),
        ({"body_mass_index": "18.5", "height": "1.6"}, "47.3600"),
        ({"body_mass_index": "24.9", "height": "1.883"}, "88.2877"),
    ],
}
"""For each formula three examples: arguments as written, and the result to 4 decimals, a half going away from nought."""
