"""Scores of the liver, lipids, glucose and osmolality written a second time, from the papers and not from the product.

Arguments are exact (`Fraction`) in the unit that each function names; results are exact wherever no logarithm, root or
exponential is needed, and never rounded. ValueError: a word that is not an option, a quantity that cannot be, and
whatever a function's docstring calls refused. `WORKED` holds examples worked with a pencil and a table of logarithms.
"""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

Kind = TypeVar("Kind")

CHILD_BILIRUBIN = (Fraction("1.9878"), Fraction(3))
"""Child-Pugh: the middle band of bilirubin, mg/dL; its lower end stands for 34 µmol/L."""
CHILD_ALBUMIN = (Fraction("2.8"), Fraction("3.5"))
"""Child-Pugh: the middle band of albumin, g/dL."""
CHILD_INR = (Fraction("1.7"), Fraction("2.3"))
"""Child-Pugh: the middle band of the INR."""
CHILD_ASCITES = {"absent": 1, "slight": 2, "moderate": 3}
"""Child-Pugh: points of ascites."""
CHILD_ENCEPHALOPATHY = {"none": 1, "minimal": 2, "advanced": 3}
"""Child-Pugh: points of encephalopathy."""

MELD_LEAST = Fraction(1)
"""MELD, every form: what creatinine, bilirubin (mg/dL) and INR count for at the least."""
MELD_MOST = 40
"""MELD and MELD-Na: the highest score."""
MELD_CREATININE = Fraction(4)
"""MELD and MELD-Na: what creatinine counts for at the most, and on dialysis, mg/dL."""
MELD_LOGARITHMS = (9.57, 3.78, 11.2)
"""MELD: tenfold coefficients of ln creatinine, ln bilirubin and ln INR (OPTN policy 9.1)."""
MELD_CONSTANT = 6.43
"""MELD: the tenfold constant (OPTN policy 9.1)."""
MELD_SODIUM = (Fraction(125), Fraction(137))
"""MELD-Na and MELD 3.0: what sodium counts for at the least and the most, mmol/L."""
MELD_NA_ABOVE = 11
"""MELD-Na: sodium counts only where MELD is above this."""
MELD_NA_POINT = Fraction("1.32")
"""MELD-Na: points for each mmol/L of sodium below the upper bound."""
MELD_NA_SHARE = Fraction("0.033")
"""MELD-Na: the share of MELD that each of those mmol/L takes away."""
MELD_3_CREATININE = Fraction(3)
"""MELD 3.0: what creatinine counts for at the most, and on dialysis, mg/dL."""
MELD_3_ALBUMIN = (Fraction("1.5"), Fraction("3.5"))
"""MELD 3.0: what albumin counts for at the least and the most, g/dL."""
MELD_3_SEX = {"female": 1.33, "male": 0.0}
"""MELD 3.0: points of sex."""

HOMA_NORMAL = Fraction("22.5")
"""HOMA1: glucose (mmol/L) times insulin (mU/L) where resistance is 1: 4.5 by 5."""
ETHANOL_MASS = Fraction("4.6")
"""mg/dL of ethanol in a mmol/L, by a molar mass of 46 g/mol."""

SAMPSON_TOTAL = Fraction("0.948")
"""Sampson, equation 2: divisor of total cholesterol."""
SAMPSON_HDL = Fraction("0.971")
"""Sampson, equation 2: divisor of HDL cholesterol."""
SAMPSON_TRIGLYCERIDES = Fraction("8.56")
"""Sampson, equation 2: divisor of triglycerides."""
SAMPSON_PRODUCT = 2140
"""Sampson, equation 2: divisor of triglycerides times non-HDL cholesterol, mg/dL."""
SAMPSON_SQUARE = 16100
"""Sampson, equation 2: divisor of triglycerides squared, mg/dL."""
SAMPSON_CONSTANT = Fraction("9.44")
"""Sampson, equation 2: what is taken away at the end, mg/dL."""
SAMPSON_RANGE = (1, 800)
"""Sampson: results that are given, mg/dL."""

STEROID_DOSES = {
    "hydrocortisone": Fraction(20),
    "cortisone": Fraction(25),
    "prednisolone": Fraction(5),
    "prednisone": Fraction(5),
    "methylprednisolone": Fraction(4),
    "triamcinolone": Fraction(4),
    "dexamethasone": Fraction("0.75"),
    "betamethasone": Fraction("0.75"),
    "deflazacort": Fraction(6),
}
"""Doses of one anti-inflammatory effect, mg (ELMMB formulary 6.3; prednisone from J Steroids Horm Sci 6:149)."""

MADDREY_SECOND = Fraction("4.6")
"""Discriminant function: points for each second of prothrombin time beyond the control."""
ADAG_SLOPE = Fraction("28.7")
"""ADAG: mg/dL of glucose for each per cent of HbA1c."""
ADAG_CONSTANT = Fraction("46.7")
"""ADAG: what is taken away, mg/dL."""
ALBI_BILIRUBIN = 0.66
"""ALBI: coefficient of the decimal logarithm of bilirubin in µmol/L."""
ALBI_ALBUMIN = -0.085
"""ALBI: coefficient of albumin, for each g/L."""

LILLE = {
    "constant": Fraction("3.19"),
    "age": Fraction("-0.101"),
    "albumin": Fraction("0.147"),
    "fall": Fraction("0.0165"),
    "kidneys": Fraction("-0.206"),
    "bilirubin": Fraction("-0.0065"),
    "prothrombin": Fraction("-0.0096"),
}
"""Lille: coefficients, by year, g/L, µmol/L fallen, renal insufficiency, µmol/L and second (Louvet 2007)."""
LILLE_CREATININE = Fraction("1.301")
"""Lille: renal insufficiency is above this, mg/dL; 115 µmol/L is not."""

PREVENT = {
    "constant": ("-3.307728", "-3.031168"),
    "age": ("0.7939329", "0.7688528"),
    "non_hdl": ("0.0305239", "0.0736174"),
    "hdl": ("-0.1606857", "-0.0954431"),
    "low_pressure": ("-0.2394003", "-0.4347345"),
    "high_pressure": ("0.360078", "0.3362658"),
    "diabetes": ("0.8667604", "0.7692857"),
    "smoking": ("0.5360739", "0.4386871"),
    "low_filtration": ("0.6045917", "0.5378979"),
    "high_filtration": ("0.0433769", "0.0164827"),
    "treated": ("0.3151672", "0.288879"),
    "statin": ("-0.1477655", "-0.1337349"),
    "treated high_pressure": ("-0.0663612", "-0.0475924"),
    "statin non_hdl": ("0.1197879", "0.150273"),
    "age non_hdl": ("-0.0819715", "-0.0517874"),
    "age hdl": ("0.0306769", "0.0191169"),
    "age high_pressure": ("-0.0946348", "-0.1049477"),
    "age diabetes": ("-0.27057", "-0.2251948"),
    "age smoking": ("-0.078715", "-0.0895067"),
    "age low_filtration": ("-0.1637806", "-0.1543702"),
}
"""PREVENT, base model, total cardiovascular disease in 10 years: coefficients of women and men (CDC KDSS, Q811).

A name of two words is the product of the two."""
PREVENT_SEXES = ("female", "male")
"""The order of those coefficients."""


def positive(**quantities: Fraction) -> None:
    """ValueError: one of the quantities is zero or less."""
    for name, quantity in quantities.items():
        if quantity <= 0:
            raise ValueError(f"{name} is not positive")


def option(options: Mapping[str, Kind], chosen: str) -> Kind:
    """What the chosen word stands for; ValueError: it is none of the options."""
    if chosen not in options:
        raise ValueError(f"not an option: {chosen!r}")
    return options[chosen]


def flag(answer: str) -> int:
    """1 for "yes" and 0 for "no"."""
    return option({"yes": 1, "no": 0}, answer)


def bounded(value: Fraction, bounds: tuple[Fraction, Fraction]) -> Fraction:
    """The value, or the bound that it lies beyond."""
    return sorted((bounds[0], value, bounds[1]))[1]


def band(value: Fraction, middle: tuple[Fraction, Fraction]) -> int:
    """1 below the middle band, 2 in it, its ends included, and 3 above."""
    return 1 + (value >= middle[0]) + (value > middle[1])


def nearest(value: float) -> int:
    """The nearest whole number, halves upwards."""
    return math.floor(value + 0.5)


def natural(value: Fraction) -> float:
    """The natural logarithm of what counts for one at the least."""
    return math.log(float(max(value, MELD_LEAST)))


def kidneys(creatinine: Fraction, dialysis: str, most: Fraction) -> Fraction:
    """The creatinine that a MELD counts, mg/dL: the most that it may be, where there was dialysis."""
    return most if flag(dialysis) else bounded(creatinine, (MELD_LEAST, most))


def other_cholesterol(total: Fraction, hdl: Fraction) -> Fraction:
    """Cholesterol outside HDL, in the unit of both; an HDL that is not below the total is refused."""
    if hdl >= total:
        raise ValueError("HDL cholesterol is not below total cholesterol")
    return total - hdl


def child_pugh(bilirubin: Fraction, albumin: Fraction, inr: Fraction, ascites: str, encephalopathy: str) -> int:
    """Child-Pugh points, 5 to 15, the version with INR: bilirubin in mg/dL, albumin in g/dL."""
    positive(bilirubin=bilirubin, albumin=albumin, inr=inr)
    low, high = CHILD_ALBUMIN
    blood = band(bilirubin, CHILD_BILIRUBIN) + band(-albumin, (-high, -low)) + band(inr, CHILD_INR)
    return blood + option(CHILD_ASCITES, ascites) + option(CHILD_ENCEPHALOPATHY, encephalopathy)


def meld_original(creatinine: Fraction, bilirubin: Fraction, inr: Fraction, dialysis_in_last_week: str) -> float:
    """MELD as UNOS used it from 2002, not yet rounded, at most 40: creatinine and bilirubin in mg/dL."""
    positive(creatinine=creatinine, bilirubin=bilirubin, inr=inr)
    counted = (kidneys(creatinine, dialysis_in_last_week, MELD_CREATININE), bilirubin, inr)
    score = MELD_CONSTANT + math.fsum(
        weight * natural(value) for weight, value in zip(MELD_LOGARITHMS, counted, strict=True)
    )
    return min(score, MELD_MOST)


def meld_na(
    creatinine: Fraction, bilirubin: Fraction, inr: Fraction, sodium: Fraction, dialysis_in_last_week: str
) -> Fraction:
    """MELD with sodium, OPTN 2016, from the MELD already rounded, itself not rounded, at most 40: sodium in mmol/L."""
    positive(sodium=sodium)
    meld = nearest(meld_original(creatinine, bilirubin, inr, dialysis_in_last_week))
    lacking = MELD_SODIUM[1] - bounded(sodium, MELD_SODIUM) if meld > MELD_NA_ABOVE else Fraction(0)
    return min(meld + lacking * (MELD_NA_POINT - MELD_NA_SHARE * meld), Fraction(MELD_MOST))


def meld_3_0(
    sex: str,
    bilirubin: Fraction,
    sodium: Fraction,
    inr: Fraction,
    creatinine: Fraction,
    albumin: Fraction,
    dialysis_in_last_week: str,
) -> float:
    """MELD 3.0 of Kim 2021, not rounded, without an upper limit: mg/dL, mmol/L, and g/dL of albumin."""
    positive(bilirubin=bilirubin, sodium=sodium, inr=inr, creatinine=creatinine, albumin=albumin)
    yellow = natural(bilirubin)
    kidney = natural(kidneys(creatinine, dialysis_in_last_week, MELD_3_CREATININE))
    lacking_sodium = float(MELD_SODIUM[1] - bounded(sodium, MELD_SODIUM))
    lacking_albumin = float(MELD_3_ALBUMIN[1] - bounded(albumin, MELD_3_ALBUMIN))
    return math.fsum(
        (
            option(MELD_3_SEX, sex),
            4.56 * yellow,
            (0.82 - 0.24 * yellow) * lacking_sodium,
            9.09 * natural(inr),
            11.14 * kidney,
            (1.85 - 1.83 * kidney) * lacking_albumin,
            6.0,
        )
    )


def fib_4(age: Fraction, ast: Fraction, alt: Fraction, platelets: Fraction) -> float:
    """FIB-4 index of fibrosis: years, U/L of both transaminases, 10⁹/L of platelets."""
    positive(age=age, ast=ast, alt=alt, platelets=platelets)
    return float(age * ast / platelets) / math.sqrt(float(alt))


def homa_ir(glucose: Fraction, insulin: Fraction) -> Fraction:
    """Insulin resistance by HOMA1 from fasting glucose in mmol/L and insulin in mU/L."""
    positive(glucose=glucose, insulin=insulin)
    return glucose * insulin / HOMA_NORMAL


def serum_osmolality(sodium: Fraction, glucose: Fraction, urea_nitrogen: Fraction) -> Fraction:
    """Calculated osmolality, mOsm/kg, all in mmol/L: sodium with its anions, glucose and urea."""
    positive(urea_nitrogen=urea_nitrogen)
    return effective_osmolality(sodium, glucose) + urea_nitrogen


def osmolal_gap(
    measured_osmolality: Fraction,
    sodium: Fraction,
    glucose: Fraction,
    urea_nitrogen: Fraction,
    ethanol: Fraction | None,
) -> Fraction:
    """Osmolality that is not accounted for, mOsm/kg; ethanol in mg/dL, where it was measured, counts by its moles."""
    positive(measured_osmolality=measured_osmolality)
    if ethanol is not None and ethanol < 0:
        raise ValueError("ethanol is negative")
    known = serum_osmolality(sodium, glucose, urea_nitrogen) + (ethanol or Fraction(0)) / ETHANOL_MASS
    return measured_osmolality - known


def effective_osmolality(sodium: Fraction, glucose: Fraction) -> Fraction:
    """Tonicity in hyperglycaemia, mOsm/kg, both in mmol/L: sodium with its anions, and glucose."""
    positive(sodium=sodium, glucose=glucose)
    return 2 * sodium + glucose


def ldl_cholesterol_sampson(
    total_cholesterol: Fraction, hdl_cholesterol: Fraction, triglycerides: Fraction
) -> Fraction:
    """LDL cholesterol by Sampson's equation 2, all in mg/dL; a result outside 1 to 800 is refused."""
    positive(hdl_cholesterol=hdl_cholesterol, triglycerides=triglycerides)
    non_hdl = other_cholesterol(total_cholesterol, hdl_cholesterol)
    remnants = triglycerides * (1 / SAMPSON_TRIGLYCERIDES + non_hdl / SAMPSON_PRODUCT - triglycerides / SAMPSON_SQUARE)
    ldl = total_cholesterol / SAMPSON_TOTAL - hdl_cholesterol / SAMPSON_HDL - remnants - SAMPSON_CONSTANT
    if not SAMPSON_RANGE[0] <= ldl <= SAMPSON_RANGE[1]:
        raise ValueError("the equation leaves no plausible LDL cholesterol")
    return ldl


def steroid_conversion(steroid: str, dose: Fraction, wanted_steroid: str) -> Fraction:
    """The dose of another glucocorticoid with the same anti-inflammatory effect, mg."""
    positive(dose=dose)
    return dose / option(STEROID_DOSES, steroid) * option(STEROID_DOSES, wanted_steroid)


def apri(ast: Fraction, ast_upper_limit: Fraction, platelets: Fraction) -> Fraction:
    """AST to platelet ratio index: AST and its upper limit in U/L, platelets in 10⁹/L."""
    positive(ast=ast, ast_upper_limit=ast_upper_limit, platelets=platelets)
    multiple = ast / ast_upper_limit
    return 100 * multiple / platelets


def maddrey_discriminant_function(
    prothrombin_time: Fraction, control_prothrombin_time: Fraction, bilirubin: Fraction
) -> Fraction:
    """Discriminant function of alcoholic hepatitis as modified in 1989: two prothrombin times in s, bilirubin in mg/dL."""
    positive(prothrombin_time=prothrombin_time, control_prothrombin_time=control_prothrombin_time, bilirubin=bilirubin)
    return bilirubin + MADDREY_SECOND * (prothrombin_time - control_prothrombin_time)


def estimated_average_glucose(hba1c: Fraction) -> Fraction:
    """Average glucose that an HbA1c in % stands for by the ADAG regression, mg/dL."""
    positive(hba1c=hba1c)
    return ADAG_SLOPE * hba1c - ADAG_CONSTANT


def non_hdl_cholesterol(total_cholesterol: Fraction, hdl_cholesterol: Fraction) -> Fraction:
    """Cholesterol outside HDL, mg/dL; an HDL that is not below the total is refused."""
    positive(hdl_cholesterol=hdl_cholesterol)
    return other_cholesterol(total_cholesterol, hdl_cholesterol)


def albi(bilirubin: Fraction, albumin: Fraction) -> float:
    """Albumin–bilirubin score of hepatocellular carcinoma: µmol/L and g/L."""
    positive(bilirubin=bilirubin, albumin=albumin)
    return ALBI_BILIRUBIN * math.log10(float(bilirubin)) + ALBI_ALBUMIN * float(albumin)


def lille(
    age: Fraction,
    albumin: Fraction,
    bilirubin: Fraction,
    bilirubin_after_a_week: Fraction,
    creatinine: Fraction,
    prothrombin_time: Fraction,
) -> float:
    """Lille model at day 7, 0 to 1: years, g/L, µmol/L on day 0 and on day 7, creatinine in mg/dL, s."""
    found = {
        "age": age,
        "albumin": albumin,
        "bilirubin": bilirubin,
        "prothrombin": prothrombin_time,
    }
    positive(**found, bilirubin_after_a_week=bilirubin_after_a_week, creatinine=creatinine)
    found["constant"] = Fraction(1)
    found["fall"] = bilirubin - bilirubin_after_a_week
    found["kidneys"] = Fraction(creatinine > LILLE_CREATININE)
    return logistic(-sum(LILLE[name] * value for name, value in found.items()))


def logistic(odds: Fraction | int) -> float:
    """The probability of which this is the logarithm of the odds."""
    return 1 / (1 + math.exp(-float(odds)))


def prevent_risk(
    age: Fraction,
    sex: str,
    total_cholesterol: Fraction,
    hdl_cholesterol: Fraction,
    systolic: Fraction,
    egfr: Fraction,
    diabetes: str,
    current_smoking: str,
    blood_pressure_treatment: str,
    statin: str,
) -> float:
    """PREVENT, base model: risk of any cardiovascular disease in 10 years, %: years, mmol/L, mmHg, mL/min/1.73 m²."""
    positive(age=age, hdl_cholesterol=hdl_cholesterol, systolic=systolic, egfr=egfr)
    single = {
        "constant": Fraction(1),
        "age": (age - 55) / 10,
        "non_hdl": other_cholesterol(total_cholesterol, hdl_cholesterol) - Fraction("3.5"),
        "hdl": (hdl_cholesterol - Fraction("1.3")) / Fraction("0.3"),
        "low_pressure": (min(systolic, Fraction(110)) - 110) / 20,
        "high_pressure": (max(systolic, Fraction(110)) - 130) / 20,
        "low_filtration": (60 - min(egfr, Fraction(60))) / 15,
        "high_filtration": (90 - max(egfr, Fraction(60))) / 15,
        "diabetes": Fraction(flag(diabetes)),
        "smoking": Fraction(flag(current_smoking)),
        "treated": Fraction(flag(blood_pressure_treatment)),
        "statin": Fraction(flag(statin)),
    }
    column = option({name: place for place, name in enumerate(PREVENT_SEXES)}, sex)
    odds = Fraction(0)
    for term, coefficients in PREVENT.items():
        odds += Fraction(coefficients[column]) * math.prod(single[name] for name in term.split())
    return 100 * logistic(odds)


WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "child_pugh": (
        # One point for each of the five.
        (
            {"bilirubin": "1.9", "albumin": "3.6", "inr": "1.6", "ascites": "absent", "encephalopathy": "none"},
            "5",
        ),
        # The lower ends of bilirubin and INR and the upper end of albumin are in the middle: 2 + 2 + 2; slight 2; minimal 2.
        (
            {"bilirubin": "2", "albumin": "3.5", "inr": "1.7", "ascites": "slight", "encephalopathy": "minimal"},
            "10",
        ),
        # The other ends are in the middle too: 2 + 2 + 2; moderate 3; none 1.
        (
            {"bilirubin": "3", "albumin": "2.8", "inr": "2.3", "ascites": "moderate", "encephalopathy": "none"},
            "10",
        ),
        # Three points for each of the five.
        (
            {"bilirubin": "3.1", "albumin": "2.7", "inr": "2.4", "ascites": "moderate", "encephalopathy": "advanced"},
            "15",
        ),
    ),
    "meld_original": (
        # 9.57 ln 2.7 = 9.5054194677; 3.78 ln 1.5 = 1.5326581086; 11.2 ln 1.1 = 1.0674740138; with 6.43: 18.53555159.
        ({"creatinine": "2.7", "bilirubin": "1.5", "inr": "1.1", "dialysis_in_last_week": "no"}, "18.53555159"),
        # Dialysis makes creatinine 4: 9.57 × 1.3862943611 = 13.2668370359; 3.78 ln 2 = 2.6200963425; INR 0.9 counts as 1.
        ({"creatinine": "0.6", "bilirubin": "2", "inr": "0.9", "dialysis_in_last_week": "yes"}, "22.31693338"),
        # All below 1: nothing but the constant.
        ({"creatinine": "0.8", "bilirubin": "0.7", "inr": "0.9", "dialysis_in_last_week": "no"}, "6.43"),
        # 6.43 + 13.27 + 3.78 × 4.09 + 11.2 × 3.00 = 68.7, held at 40.
        ({"creatinine": "9", "bilirubin": "60", "inr": "20", "dialysis_in_last_week": "no"}, "40"),
    ),
    "meld_na": (
        # MELD 18.54 is 19; 137 − 135 = 2: 2 × (1.32 − 0.033 × 19) = 2 × 0.693 = 1.386.
        (
            {
                "creatinine": "2.7",
                "bilirubin": "1.5",
                "inr": "1.1",
                "sodium": "135",
                "dialysis_in_last_week": "no",
            },
            "20.386",
        ),
        # MELD 22.32 is 22; sodium 120 counts as 125: 12 × (1.32 − 0.726) = 7.128.
        (
            {
                "creatinine": "0.6",
                "bilirubin": "2",
                "inr": "0.9",
                "sodium": "120",
                "dialysis_in_last_week": "yes",
            },
            "29.128",
        ),
        # MELD 6 is not above 11: sodium does not count.
        (
            {
                "creatinine": "0.8",
                "bilirubin": "0.7",
                "inr": "0.9",
                "sodium": "120",
                "dialysis_in_last_week": "no",
            },
            "6",
        ),
    ),
    "meld_3_0": (
        # 1.33 + 4.56 × 0.6931471806 = 3.1607511434; 0.82 × 7 = 5.74; −0.24 × 7 × 0.6931471806 = −1.1644872633;
        # 9.09 × 0.4054651081 = 3.6856778327; 11.14 × 0.1823215568 = 2.0310621427; 1.85 × 0.5 = 0.925;
        # −1.83 × 0.5 × 0.1823215568 = −0.1668242245; 6. Together 21.5411796309.
        (
            {
                "sex": "female",
                "bilirubin": "2",
                "sodium": "130",
                "inr": "1.5",
                "creatinine": "1.2",
                "albumin": "3",
                "dialysis_in_last_week": "no",
            },
            "21.54117963",
        ),
        # Sodium 120 counts as 125: 0.82 × 12 = 9.84. Creatinine 3: 11.14 × 1.0986122887 = 12.2385408958.
        # Albumin 1 counts as 1.5: 1.85 × 2 = 3.7; −1.83 × 2 × 1.0986122887 = −4.0209209765. With 6: 27.7576199193.
        (
            {
                "sex": "male",
                "bilirubin": "0.5",
                "sodium": "120",
                "inr": "1",
                "creatinine": "1.1",
                "albumin": "1",
                "dialysis_in_last_week": "yes",
            },
            "27.75761992",
        ),
    ),
    "fib_4": (
        # 50 × 80 = 4000; 100 × √64 = 800.
        ({"age": "50", "ast": "80", "alt": "64", "platelets": "100"}, "5"),
        # 60 × 80/120 = 40; √50 = 7.0710678119.
        ({"age": "60", "ast": "80", "alt": "50", "platelets": "120"}, "5.656854249"),
    ),
    "homa_ir": (
        # The model's normal: 4.5 × 5 = 22.5.
        ({"glucose": "4.5", "insulin": "5"}, "1"),
        # 7.2 × 12.5 = 90; 90/22.5 = 4.
        ({"glucose": "7.2", "insulin": "12.5"}, "4"),
    ),
    "serum_osmolality": (
        # 280 + 5 + 5.
        ({"sodium": "140", "glucose": "5", "urea_nitrogen": "5"}, "290"),
        # 257 + 35.2 + 18.
        ({"sodium": "128.5", "glucose": "35.2", "urea_nitrogen": "18"}, "310.2"),
    ),
    "osmolal_gap": (
        # 290 calculated; 92/4.6 = 20 of ethanol; 320 − 310.
        (
            {
                "measured_osmolality": "320",
                "sodium": "140",
                "glucose": "5",
                "urea_nitrogen": "5",
                "ethanol": "92",
            },
            "10",
        ),
        # 276 + 6 + 4 = 286, without ethanol; 300 − 286.
        ({"measured_osmolality": "300", "sodium": "138", "glucose": "6", "urea_nitrogen": "4"}, "14"),
        # 280 − 290.
        ({"measured_osmolality": "280", "sodium": "140", "glucose": "5", "urea_nitrogen": "5"}, "-10"),
    ),
    "effective_osmolality": (
        # 280 + 40.
        ({"sodium": "140", "glucose": "40"}, "320"),
        # 303 + 33.5.
        ({"sodium": "151.5", "glucose": "33.5"}, "336.5"),
    ),
    "ldl_cholesterol_sampson": (
        # 189.6/0.948 = 200; 48.55/0.971 = 50; 428/8.56 = 50; 428/2140 × 141.05 = 28.21; 428²/16100 = 45796/4025.
        # 200 − 50 − 50 − 28.21 − 9.44 = 62.35; 62.35 + 45796/4025 = 1187019/16100, near 73.73.
        (
            {"total_cholesterol": "189.6", "hdl_cholesterol": "48.55", "triglycerides": "428"},
            "1187019/16100",
        ),
        # 284.4/0.948 = 300; 50 again; 214/8.56 = 25; 214/2140 × 235.85 = 23.585; 214²/16100 = 11449/4025.
        # 300 − 50 − 25 − 23.585 − 9.44 = 191.975; 191.975 + 11449/4025 = 6273187/32200, near 194.82.
        (
            {"total_cholesterol": "284.4", "hdl_cholesterol": "48.55", "triglycerides": "214"},
            "6273187/32200",
        ),
    ),
    "steroid_conversion": (
        # 40/5 = 8 of 20 mg.
        ({"steroid": "prednisolone", "dose": "40", "wanted_steroid": "hydrocortisone"}, "160"),
        # 6/0.75 = 8 of 4 mg.
        ({"steroid": "dexamethasone", "dose": "6", "wanted_steroid": "methylprednisolone"}, "32"),
        # 37.5/25 = 1.5 of 5 mg.
        ({"steroid": "cortisone", "dose": "37.5", "wanted_steroid": "prednisone"}, "7.5"),
        # 1.5/0.75 = 2 of 6 mg.
        ({"steroid": "betamethasone", "dose": "1.5", "wanted_steroid": "deflazacort"}, "12"),
        # 10/4 = 2.5 of 0.75 mg.
        ({"steroid": "triamcinolone", "dose": "10", "wanted_steroid": "dexamethasone"}, "1.875"),
    ),
    "apri": (
        # A published case, 0.35: 65/40 = 1.625; 162.5/458 = 325/916.
        ({"ast": "65", "ast_upper_limit": "40", "platelets": "458"}, "325/916"),
        # Three times the limit; 300/75.
        ({"ast": "120", "ast_upper_limit": "40", "platelets": "75"}, "4"),
    ),
    "maddrey_discriminant_function": (
        # 4.6 × 8 = 36.8; + 10.
        ({"prothrombin_time": "20", "control_prothrombin_time": "12", "bilirubin": "10"}, "46.8"),
        # 4.6 × 3.5 = 16.1; + 14.2.
        ({"prothrombin_time": "16", "control_prothrombin_time": "12.5", "bilirubin": "14.2"}, "30.3"),
        # 4.6 × 5 = 23; + 9.
        ({"prothrombin_time": "17", "control_prothrombin_time": "12", "bilirubin": "9"}, "32"),
    ),
    "estimated_average_glucose": (
        # The paper's table has 154: 28.7 × 7 = 200.9; − 46.7.
        ({"hba1c": "7"}, "154.2"),
        # The paper's table has 126: 28.7 × 6 = 172.2; − 46.7.
        ({"hba1c": "6"}, "125.5"),
        # 28.7 × 9.5 = 272.65; − 46.7.
        ({"hba1c": "9.5"}, "225.95"),
    ),
    "non_hdl_cholesterol": (
        # 200 − 50.
        ({"total_cholesterol": "200", "hdl_cholesterol": "50"}, "150"),
        # 231.5 − 38.7.
        ({"total_cholesterol": "231.5", "hdl_cholesterol": "38.7"}, "192.8"),
    ),
    "albi": (
        # 0.66 × 1 = 0.66; 0.085 × 40 = 3.4.
        ({"bilirubin": "10", "albumin": "40"}, "-2.74"),
        # 0.66 × 2 = 1.32; 0.085 × 30 = 2.55.
        ({"bilirubin": "100", "albumin": "30"}, "-1.23"),
        # 0.66 × 1.3010299957 = 0.8586797971; 0.085 × 35 = 2.975.
        ({"bilirubin": "20", "albumin": "35"}, "-2.1163202029"),
    ),
    "lille": (
        # 3.19 − 5.05 + 4.116 + 0.0165 × 100 − 1.95 − 0.192 = 1.764; e^1.764 = 5.8357337; 1/6.8357337.
        (
            {
                "age": "50",
                "albumin": "28",
                "bilirubin": "300",
                "bilirubin_after_a_week": "200",
                "creatinine": "1",
                "prothrombin_time": "20",
            },
            "0.1462900755",
        ),
        # 3.19 − 6.06 + 2.94 − 0.0165 × 40 − 0.206 − 2.6 − 0.288 = −3.684; e^−3.684 = 0.0251223; 1/1.0251223.
        (
            {
                "age": "60",
                "albumin": "20",
                "bilirubin": "400",
                "bilirubin_after_a_week": "440",
                "creatinine": "1.4",
                "prothrombin_time": "30",
            },
            "0.9754933779",
        ),
    ),
    "prevent_risk": (
        # A woman at every centre: the constant alone. 100/(1 + e^3.307728) = 100/(1 + 27.3229771).
        (
            {
                "age": "55",
                "sex": "female",
                "total_cholesterol": "4.8",
                "hdl_cholesterol": "1.3",
                "systolic": "130",
                "egfr": "90",
                "diabetes": "no",
                "current_smoking": "no",
                "blood_pressure_treatment": "no",
                "statin": "no",
            },
            "3.530702287",
        ),
        # 200 and 45 mg/dL by 0.02586. Age −0.5; non-HDL 4.0083 − 3.5 = 0.5083; HDL −0.1363/0.3; pressure 30/20 = 1.5.
        # −3.307728 − 0.39696645 + 0.015515298 + 0.073004870 + 0.540117 + 0.8667604 + 0.3151672 − 0.0995418
        # + 0.020833057 + 0.006968769 + 0.0709761 + 0.135285 = −1.759608556; e^1.759608556 = 5.8101626; 100/6.8101626.
        (
            {
                "age": "50",
                "sex": "female",
                "total_cholesterol": "5.172",
                "hdl_cholesterol": "1.1637",
                "systolic": "160",
                "egfr": "90",
                "diabetes": "yes",
                "current_smoking": "no",
                "blood_pressure_treatment": "yes",
                "statin": "no",
            },
            "14.68393722",
        ),
        # Age 1; non-HDL 1; HDL −1; pressure −0.5 and −1; filtration 1 and 2; smoking and statin 1.
        # −3.031168 + 0.7688528 + 0.0736174 + 0.0954431 + 0.21736725 − 0.3362658 + 0.4386871 + 0.5378979 + 0.0329654
        # − 0.1337349 + 0.150273 − 0.0517874 − 0.0191169 + 0.1049477 − 0.0895067 − 0.1543702 = −1.39589825.
        # e^1.39589825 = 4.0386006; 100/5.0386006.
        (
            {
                "age": "65",
                "sex": "male",
                "total_cholesterol": "5.5",
                "hdl_cholesterol": "1",
                "systolic": "100",
                "egfr": "45",
                "diabetes": "no",
                "current_smoking": "yes",
                "blood_pressure_treatment": "no",
                "statin": "yes",
            },
            "19.84678041",
        ),
    ),
}
"""For each function, arguments and the result, both as written on paper."""
