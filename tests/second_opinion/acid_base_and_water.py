"""Acid–base, water, sodium, gas exchange and kidney a second time, from what the sources say each quantity is.

Nothing here knows how the product computes. Arguments are exact (`Fraction`) or words, and so are results, save the
one equation with powers, a float. A number outside the range that is asked for raises ValueError, as does a word that
is not an option, and a goal on the wrong side of the value from which it starts. `WORKED` holds examples worked with
a pencil, not with these functions.
"""

import math
from collections.abc import Mapping
from fractions import Fraction

USUAL_ANION_GAP = 12
"""mmol/L, without potassium."""
USUAL_BICARBONATE = 24
"""mmol/L."""
RATIO_BICARBONATE = "60"
"""Highest bicarbonate for which a ratio to its fall is asked, mmol/L."""
USUAL_SODIUM = 140
"""mmol/L."""
USUAL_ALBUMIN = 4
"""g/dL."""
GAP_OF_ALBUMIN = Fraction("2.5")
"""mmol/L of anion gap that a g/dL of albumin makes (Figge 1998)."""
CALCIUM_OF_ALBUMIN = Fraction("0.8")
"""mg/dL of calcium that a g/dL of albumin carries, as commonly taught."""

BODY_WATER = {
    "child": Fraction("0.6"),
    "non-elderly man": Fraction("0.6"),
    "non-elderly woman": Fraction("0.5"),
    "elderly man": Fraction("0.5"),
    "elderly woman": Fraction("0.45"),
}
"""Litres of water in a kg of body."""
INFUSATE_SODIUM = {
    "5% saline": 855,
    "3% saline": 513,
    "0.9% saline": 154,
    "Ringer's lactate": 130,
    "0.45% saline": 77,
    "0.2% saline in 5% glucose": 34,
    "5% glucose": 0,
}
"""mmol of sodium in a litre."""
INFUSED = 1
"""The litre of infusate that mixes with the body's water, L."""

DAY = 24
"""Hours in a day."""
LITRE = 1000
"""mL in a litre."""
PER_CENT = 100
"""Parts that make a whole."""

WATER_VAPOUR = 47
"""Pressure of water vapour at 37 °C, mmHg."""
RESPIRATORY_QUOTIENT = Fraction("0.8")
"""Carbon dioxide given off for the oxygen taken up."""
OXYGEN_BOUND = Fraction("1.34")
"""mL of oxygen on a g of saturated haemoglobin."""
OXYGEN_DISSOLVED = Fraction("0.0031")
"""mL of oxygen dissolved in a dL of blood for each mmHg."""

QT_OFFSET, QT_STANDARD_RATE = 120, 60
"""Beats a minute: what is added to the heart rate, and the rate at which nothing is corrected (Rautaharju 2002)."""

MDRD_SCALE = 175.0
"""mL/min/1.73 m² of a man of one year with creatinine 1 mg/dL, for creatinine traceable to IDMS."""
MDRD_EXPONENTS = {"creatinine": -1.154, "age": -0.203}
"""Powers of mg/dL and of years."""
MDRD_SEX = {"male": 1.0, "female": 0.742}
MDRD_RACE = {None: 1.0, "not Black": 1.0, "Black": 1.212}
"""Factors, without a unit, as are the two above."""


def within(value: Fraction, low: int | str, high: int | str) -> None:
    """ValueError: the value lies below the least or above the most that is taken."""
    if not Fraction(low) <= value <= Fraction(high):
        raise ValueError(f"{value} is not from {low} to {high}")


def below(lesser: Fraction, greater: Fraction) -> None:
    """ValueError: the first is not less than the second."""
    if lesser >= greater:
        raise ValueError(f"{lesser} is not below {greater}")


def option(word: str, options: Mapping[str, Fraction] | Mapping[str, int]) -> Fraction:
    """What an option stands for; ValueError: it is none of them."""
    if word not in options:
        raise ValueError(f"not an option: {word!r}")
    return Fraction(options[word])


def water(patient: str, weight: Fraction) -> Fraction:
    """Water of the body, L: the share of the patient's group times the kg."""
    within(weight, 1, 350)
    return option(patient, BODY_WATER) * weight


def fraction_inspired(fio2: Fraction) -> Fraction:
    """Inspired oxygen as a part of one, from per cent."""
    within(fio2, 21, 100)
    return fio2 / PER_CENT


def gap(sodium: Fraction, chloride: Fraction, bicarbonate: Fraction, most: str = "60") -> Fraction:
    """Anion gap without potassium, mmol/L; `most` is the highest bicarbonate taken."""
    within(sodium, 90, 200)
    within(chloride, 50, 160)
    within(bicarbonate, 1, most)
    return sodium - (chloride + bicarbonate)


def lost_to_albumin(albumin: Fraction) -> Fraction:
    """Anion gap that albumin lacks for the usual, mmol/L; below nought when there is more albumin than usual."""
    within(albumin, "0.5", 7)
    return GAP_OF_ALBUMIN * (USUAL_ALBUMIN - albumin)


def over_fall(rise: Fraction, bicarbonate: Fraction) -> Fraction:
    """A rise of the anion gap for each mmol/L by which bicarbonate fell."""
    return rise / (USUAL_BICARBONATE - bicarbonate)


def delta_gap(sodium: Fraction, chloride: Fraction, bicarbonate: Fraction) -> Fraction:
    """Rise of the anion gap over the usual, mmol/L."""
    return gap(sodium, chloride, bicarbonate) - USUAL_ANION_GAP


def delta_gap_wrenn(
    sodium: Fraction,
    chloride: Fraction,
    bicarbonate: Fraction,
    normal_anion_gap: Fraction,
    normal_bicarbonate: Fraction,
) -> Fraction:
    """How far the gap's rise outruns the bicarbonate's fall, each from the laboratory's own usual value, mmol/L."""
    within(normal_anion_gap, 3, 20)
    within(normal_bicarbonate, 20, 30)
    rise = gap(sodium, chloride, bicarbonate) - normal_anion_gap
    fall = normal_bicarbonate - bicarbonate
    return rise - fall


def delta_ratio(sodium: Fraction, chloride: Fraction, bicarbonate: Fraction) -> Fraction:
    """The gap's rise for each mmol/L of the bicarbonate's fall."""
    rise = gap(sodium, chloride, bicarbonate, RATIO_BICARBONATE) - USUAL_ANION_GAP
    return over_fall(rise, bicarbonate)


def albumin_corrected_anion_gap(
    sodium: Fraction, chloride: Fraction, bicarbonate: Fraction, albumin: Fraction
) -> Fraction:
    """The anion gap that there would be at the usual albumin, mmol/L (Figge 1998)."""
    return gap(sodium, chloride, bicarbonate) + lost_to_albumin(albumin)


def albumin_corrected_delta_gap(
    sodium: Fraction, chloride: Fraction, bicarbonate: Fraction, albumin: Fraction
) -> Fraction:
    """Rise of the albumin-corrected gap over the usual, mmol/L."""
    return gap(sodium, chloride, bicarbonate) + lost_to_albumin(albumin) - USUAL_ANION_GAP


def albumin_corrected_delta_ratio(
    sodium: Fraction, chloride: Fraction, bicarbonate: Fraction, albumin: Fraction
) -> Fraction:
    """The albumin-corrected gap's rise for each mmol/L of the bicarbonate's fall."""
    corrected = gap(sodium, chloride, bicarbonate, RATIO_BICARBONATE) + lost_to_albumin(albumin)
    return over_fall(corrected - USUAL_ANION_GAP, bicarbonate)


def free_water_deficit(patient: str, weight: Fraction, sodium: Fraction) -> Fraction:
    """Litres of water that thin the present body water to the usual sodium."""
    within(sodium, 100, 200)
    return water(patient, weight) * (sodium / USUAL_SODIUM - 1)


def qtc_rautaharju(qt: Fraction, heart_rate: Fraction) -> Fraction:
    """QT in ms scaled linearly by the rate, unchanged at 60 a minute (Rautaharju and Zhang 2002)."""
    within(qt, 150, 800)
    within(heart_rate, 30, 220)
    return qt * (QT_OFFSET + heart_rate) / (QT_OFFSET + QT_STANDARD_RATE)


def mdrd_gfr(sex: str, age: Fraction, creatinine: Fraction, race: str | None = None) -> float:
    """Filtration by four variables for IDMS creatinine, mL/min/1.73 m²: years and mg/dL (Levey 2006)."""
    within(age, 18, 110)
    within(creatinine, "0.2", 40)
    if sex not in MDRD_SEX or race not in MDRD_RACE:
        raise ValueError(f"not an option: {sex!r} or {race!r}")
    powers = {"creatinine": creatinine, "age": age}
    logarithm = math.fsum(MDRD_EXPONENTS[name] * math.log(value) for name, value in powers.items())
    return MDRD_SCALE * math.exp(logarithm) * MDRD_SEX[sex] * MDRD_RACE[race]


def sodium_change_per_litre(
    patient: str, weight: Fraction, sodium: Fraction, infusate: str, infusate_potassium: Fraction
) -> Fraction:
    """Change of the sodium by one litre of infusate, mmol/L (Adrogué and Madias 2000); below nought is a fall."""
    within(sodium, 90, 200)
    within(infusate_potassium, 0, 80)
    cations = option(infusate, INFUSATE_SODIUM) + infusate_potassium
    return (cations - sodium) / (water(patient, weight) + INFUSED)


def sodium_deficit(patient: str, weight: Fraction, sodium: Fraction, target_sodium: Fraction) -> Fraction:
    """Sodium that the body's water lacks for the target, mmol."""
    within(sodium, 90, 150)
    within(target_sodium, 100, 150)
    below(sodium, target_sodium)
    return water(patient, weight) * (target_sodium - sodium)


def free_water_replacement_parts(
    patient: str, weight: Fraction, sodium: Fraction, target_sodium: Fraction, duration: Fraction
) -> tuple[Fraction, Fraction]:
    """Parts of the replacement: the volume in L, and the fall of the sodium in a day at its pace in mmol/L."""
    within(sodium, 110, 200)
    within(target_sodium, 100, 180)
    within(duration, 1, 120)
    below(target_sodium, sodium)
    volume = water(patient, weight) * (sodium / target_sodium - 1)
    return volume, (sodium - target_sodium) / duration * DAY


def free_water_replacement_rate(
    patient: str, weight: Fraction, sodium: Fraction, target_sodium: Fraction, duration: Fraction
) -> Fraction:
    """Electrolyte-free water that reaches the target evenly over the hours given, mL/h."""
    volume, _ = free_water_replacement_parts(patient, weight, sodium, target_sodium, duration)
    return volume * LITRE / duration


def bicarbonate_deficit(
    weight: Fraction, bicarbonate: Fraction, target_bicarbonate: Fraction, bicarbonate_space: Fraction
) -> Fraction:
    """Bicarbonate that its space lacks for the target, mmol; the space is given as per cent of the kg."""
    within(weight, 1, 350)
    within(bicarbonate, 1, 40)
    within(target_bicarbonate, 5, 45)
    within(bicarbonate_space, 30, 100)
    below(bicarbonate, target_bicarbonate)
    litres = weight * bicarbonate_space / PER_CENT
    return litres * (target_bicarbonate - bicarbonate)


def alveolar_arterial_gradient(
    fio2: Fraction,
    pao2: Fraction,
    paco2: Fraction,
    atmospheric_pressure: Fraction,
) -> Fraction:
    """Oxygen that the alveoli have over the arteries, mmHg, the alveoli by the short gas equation."""
    within(pao2, 15, 700)
    within(paco2, 5, 200)
    within(atmospheric_pressure, 400, 800)
    inspired = fraction_inspired(fio2) * (atmospheric_pressure - WATER_VAPOUR)
    alveolar = inspired - paco2 / RESPIRATORY_QUOTIENT
    return alveolar - pao2


def pao2_fio2_ratio(pao2: Fraction, fio2: Fraction) -> Fraction:
    """Arterial oxygen for the whole of inspired oxygen, mmHg."""
    within(pao2, 15, 700)
    return pao2 / fraction_inspired(fio2)


def corrected_calcium_conventional(calcium: Fraction, albumin: Fraction) -> Fraction:
    """Total calcium that there would be at the usual albumin by the coefficient in common use, mg/dL."""
    within(calcium, 2, 25)
    within(albumin, "0.5", 7)
    return calcium + CALCIUM_OF_ALBUMIN * (USUAL_ALBUMIN - albumin)


def fractional_excretion_of_urea(
    urea_nitrogen: Fraction, urine_urea_nitrogen: Fraction, creatinine: Fraction, urine_creatinine: Fraction
) -> Fraction:
    """Share of the filtered urea that leaves with the urine, per cent: its clearance over that of creatinine."""
    within(urea_nitrogen, 1, 300)
    within(urine_urea_nitrogen, 5, 5000)
    within(creatinine, "0.2", 40)
    within(urine_creatinine, 2, 500)
    of_urea, of_creatinine = urine_urea_nitrogen / urea_nitrogen, urine_creatinine / creatinine
    return of_urea / of_creatinine * PER_CENT


def urinary(urine_sodium: Fraction, urine_potassium: Fraction) -> Fraction:
    """Sodium and potassium of the urine together, mmol/L."""
    within(urine_sodium, 1, 300)
    within(urine_potassium, 1, 200)
    return urine_sodium + urine_potassium


def urine_anion_gap(urine_sodium: Fraction, urine_potassium: Fraction, urine_chloride: Fraction) -> Fraction:
    """Sodium and potassium of the urine over its chloride, mmol/L (Batlle 1988)."""
    within(urine_chloride, 1, 300)
    return urinary(urine_sodium, urine_potassium) - urine_chloride


def electrolyte_free_water_clearance(
    urine_volume: Fraction, urine_sodium: Fraction, urine_potassium: Fraction, sodium: Fraction
) -> Fraction:
    """mL of the urine left over once its sodium and potassium have taken water at the serum's sodium."""
    within(urine_volume, 10, 20000)
    within(sodium, 90, 200)
    isotonic = urine_volume * urinary(urine_sodium, urine_potassium) / sodium
    return urine_volume - isotonic


def transtubular_potassium_gradient(
    urine_potassium: Fraction, potassium: Fraction, urine_osmolality: Fraction, osmolality: Fraction
) -> Fraction:
    """Potassium of the urine over that of the blood, less what the concentration of the urine explains."""
    within(urine_potassium, 1, 200)
    within(potassium, 1, 10)
    within(urine_osmolality, 50, 1500)
    within(osmolality, 200, 450)
    below(osmolality, urine_osmolality)
    concentrated = urine_osmolality / osmolality
    return urine_potassium / potassium / concentrated


def oxygen_content(haemoglobin: Fraction, oxygen_saturation: Fraction, pao2: Fraction) -> Fraction:
    """Oxygen in a dL of blood, bound and dissolved, mL/dL: g/dL, per cent and mmHg."""
    within(haemoglobin, 2, 25)
    within(oxygen_saturation, 20, 100)
    within(pao2, 10, 700)
    bound = OXYGEN_BOUND * haemoglobin * oxygen_saturation / PER_CENT
    return bound + OXYGEN_DISSOLVED * pao2


def oxygenation_index(mean_airway_pressure: Fraction, fio2: Fraction, pao2: Fraction) -> Fraction:
    """Per cent of inspired oxygen times mean airway pressure in cmH2O, for each mmHg of arterial oxygen."""
    within(mean_airway_pressure, 1, 60)
    within(pao2, 15, 700)
    return mean_airway_pressure * fraction_inspired(fio2) * PER_CENT / pao2


def urine_osmolal_gap(
    urine_osmolality: Fraction,
    urine_sodium: Fraction,
    urine_potassium: Fraction,
    urine_urea_nitrogen: Fraction,
    urine_glucose: Fraction,
) -> Fraction:
    """Osmoles measured in the urine over those of its salts, each with an anion, its urea and its glucose, mOsm/kg."""
    within(urine_osmolality, 50, 1500)
    within(urine_urea_nitrogen, 2, 1800)
    within(urine_glucose, 0, 600)
    salts = 2 * urinary(urine_sodium, urine_potassium)
    return urine_osmolality - (salts + urine_urea_nitrogen + urine_glucose)


WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "delta_gap": (
        # 138 − 90 − 16 = 32; 32 − 12 = 20 (a published case).
        ({"sodium": "138", "chloride": "90", "bicarbonate": "16"}, "20"),
        # 140 − 112 − 8 = 20; 20 − 12 = 8.
        ({"sodium": "140", "chloride": "112", "bicarbonate": "8"}, "8"),
        # 135.5 − 110 − 18 = 7.5; 7.5 − 12 = −4.5.
        ({"sodium": "135.5", "chloride": "110", "bicarbonate": "18"}, "-4.5"),
    ),
    "delta_gap_wrenn": (
        # Gap 138 − 90 − 16 = 32, rise 32 − 15 = 17; fall 25 − 16 = 9; 17 − 9 = 8.
        (
            {
                "sodium": "138",
                "chloride": "90",
                "bicarbonate": "16",
                "normal_anion_gap": "15",
                "normal_bicarbonate": "25",
            },
            "8",
        ),
        # Gap 140 − 112 − 8 = 20, rise 20 − 12 = 8; fall 24 − 8 = 16; 8 − 16 = −8.
        (
            {
                "sodium": "140",
                "chloride": "112",
                "bicarbonate": "8",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "-8",
        ),
    ),
    "delta_ratio": (
        # Gap 140 − 112 − 8 = 20; (20 − 12)/(24 − 8) = 8/16.
        ({"sodium": "140", "chloride": "112", "bicarbonate": "8"}, "0.5"),
        # Gap 140 − 112 − 13 = 15; (15 − 12)/(24 − 13) = 3/11.
        ({"sodium": "140", "chloride": "112", "bicarbonate": "13"}, "3/11"),
        # Gap 138 − 90 − 16 = 32; 20/8 = 2.5.
        ({"sodium": "138", "chloride": "90", "bicarbonate": "16"}, "2.5"),
    ),
    "albumin_corrected_anion_gap": (
        # 140 − 108 − 22 = 10; 2.5 × 2 = 5; 15.
        ({"sodium": "140", "chloride": "108", "bicarbonate": "22", "albumin": "2"}, "15"),
        # 138 − 100 − 20 = 18; 2.5 × (4 − 4.6) = −1.5; 16.5.
        ({"sodium": "138", "chloride": "100", "bicarbonate": "20", "albumin": "4.6"}, "16.5"),
    ),
    "albumin_corrected_delta_gap": (
        # Corrected 15 as above; 15 − 12 = 3.
        ({"sodium": "140", "chloride": "108", "bicarbonate": "22", "albumin": "2"}, "3"),
        # Corrected 16.5 as above; 16.5 − 12 = 4.5.
        ({"sodium": "138", "chloride": "100", "bicarbonate": "20", "albumin": "4.6"}, "4.5"),
    ),
    "albumin_corrected_delta_ratio": (
        # Rise 3 as above; fall 24 − 22 = 2; 3/2.
        ({"sodium": "140", "chloride": "108", "bicarbonate": "22", "albumin": "2"}, "1.5"),
        # Rise 4.5 as above; fall 24 − 20 = 4; 4.5/4 = 9/8.
        ({"sodium": "138", "chloride": "100", "bicarbonate": "20", "albumin": "4.6"}, "9/8"),
    ),
    "free_water_deficit": (
        # Water 0.6 × 70 = 42; 154/140 − 1 = 0.1; 4.2.
        ({"patient": "non-elderly man", "weight": "70", "sodium": "154"}, "4.2"),
        # A tenth too much sodium lacks a tenth of the water: 0.5 × 70 = 35; 3.5 (a published case).
        ({"patient": "non-elderly woman", "weight": "70", "sodium": "154"}, "3.5"),
        # Water 0.45 × 56 = 25.2; 165/140 − 1 = 25/140; 25.2/140 = 0.18; 0.18 × 25 = 4.5.
        ({"patient": "elderly woman", "weight": "56", "sodium": "165"}, "4.5"),
        # Water 0.6 × 14 = 8.4; 130/140 − 1 = −10/140; −0.6.
        ({"patient": "child", "weight": "14", "sodium": "130"}, "-0.6"),
        # Water 0.5 × 84 = 42; 160/140 − 1 = 1/7; 6.
        ({"patient": "elderly man", "weight": "84", "sodium": "160"}, "6"),
    ),
    "qtc_rautaharju": (
        # (120 + 60)/180 = 1.
        ({"qt": "400", "heart_rate": "60"}, "400"),
        # (120 + 90)/180 = 7/6; 360 × 7/6 = 420.
        ({"qt": "360", "heart_rate": "90"}, "420"),
        # (120 + 45)/180 = 11/12; 480 × 11/12 = 440.
        ({"qt": "480", "heart_rate": "45"}, "440"),
    ),
    "mdrd_gfr": (
        # Powers of two, to 4 decimals. 32 = 2^5: 5 × 0.203 = 1.015; 2^−1.015 = 0.49482833; × 175 = 86.5950.
        ({"sex": "male", "age": "32", "creatinine": "1"}, "86.5950"),
        # 1.154 + 1.015 = 2.169; 2^−2.169 = 0.22236475; × 175 = 38.913831; × 0.742 = 28.8741.
        ({"sex": "female", "age": "32", "creatinine": "2"}, "28.8741"),
        # 64 = 2^6, 0.5 = 2^−1: 1.154 − 1.218 = −0.064; 2^−0.064 = 0.95660816; × 175 = 167.406428; × 1.212 = 202.8966.
        ({"sex": "male", "age": "64", "creatinine": "0.5", "race": "Black"}, "202.8966"),
        # 4 = 2^2: 2.308 + 1.218 = 3.526; 2^−3.526 = 0.08680970; × 175 = 15.191698; × 0.742 = 11.2722.
        ({"sex": "female", "age": "64", "creatinine": "4", "race": "not Black"}, "11.2722"),
    ),
    "sodium_change_per_litre": (
        # Water 0.5 × 46 = 23; (513 − 112)/24 = 401/24.
        (
            {
                "patient": "non-elderly woman",
                "weight": "46",
                "sodium": "112",
                "infusate": "3% saline",
                "infusate_potassium": "0",
            },
            "401/24",
        ),
        # Water 0.5 × 68 = 34; (0 − 168)/35 = −4.8.
        (
            {
                "patient": "elderly man",
                "weight": "68",
                "sodium": "168",
                "infusate": "5% glucose",
                "infusate_potassium": "0",
            },
            "-4.8",
        ),
        # Water 0.6 × 15 = 9; (77 + 20 − 120)/10 = −2.3.
        (
            {
                "patient": "child",
                "weight": "15",
                "sodium": "120",
                "infusate": "0.45% saline",
                "infusate_potassium": "20",
            },
            "-2.3",
        ),
        # Water 0.45 × 60 = 27; (130 + 4 − 120)/28 = 0.5.
        (
            {
                "patient": "elderly woman",
                "weight": "60",
                "sodium": "120",
                "infusate": "Ringer's lactate",
                "infusate_potassium": "4",
            },
            "0.5",
        ),
    ),
    "sodium_deficit": (
        # 42 × (140 − 120) = 42 × 20 = 840.
        ({"patient": "non-elderly man", "weight": "70", "sodium": "120", "target_sodium": "140"}, "840"),
        # 42 × 10 = 420.
        ({"patient": "non-elderly man", "weight": "70", "sodium": "120", "target_sodium": "130"}, "420"),
        # 0.45 × 50 = 22.5; × (121 − 115) = 135.
        ({"patient": "elderly woman", "weight": "50", "sodium": "115", "target_sodium": "121"}, "135"),
    ),
    "free_water_replacement_rate": (
        # Water 42; 160/150 − 1 = 1/15; 2.8 L, 2800 mL over 24 h: 350/3.
        (
            {
                "patient": "non-elderly man",
                "weight": "70",
                "sodium": "160",
                "target_sodium": "150",
                "duration": "24",
            },
            "350/3",
        ),
        # Water 0.45 × 56 = 25.2; 165/140 − 1 = 25/140; 4.5 L, 4500 mL over 60 h: 75.
        (
            {"patient": "elderly woman", "weight": "56", "sodium": "165", "target_sodium": "140", "duration": "60"},
            "75",
        ),
    ),
    "bicarbonate_deficit": (
        # 0.4 × 70 = 28; × (24 − 15) = 252.
        ({"weight": "70", "bicarbonate": "15", "target_bicarbonate": "24", "bicarbonate_space": "40"}, "252"),
        # 0.5 × 65 = 32.5; × (18 − 8) = 325.
        ({"weight": "65", "bicarbonate": "8", "target_bicarbonate": "18", "bicarbonate_space": "50"}, "325"),
    ),
    "alveolar_arterial_gradient": (
        # 0.21 × (760 − 47) = 149.73; 40/0.8 = 50; 99.73 − 90 = 9.73.
        (
            {
                "fio2": "21",
                "pao2": "90",
                "paco2": "40",
                "atmospheric_pressure": "760",
            },
            "9.73",
        ),
        # 0.5 × (647 − 47) = 300; 60/0.8 = 75; 225 − 80 = 145.
        (
            {
                "fio2": "50",
                "pao2": "80",
                "paco2": "60",
                "atmospheric_pressure": "647",
            },
            "145",
        ),
    ),
    "pao2_fio2_ratio": (
        # 80/0.4 = 200 (a published case).
        ({"pao2": "80", "fio2": "40"}, "200"),
        # 63/0.21 = 300.
        ({"pao2": "63", "fio2": "21"}, "300"),
    ),
    "corrected_calcium_conventional": (
        # 0.8 × 1.5 = 1.2; 8.2 + 1.2 = 9.4.
        ({"calcium": "8.2", "albumin": "2.5"}, "9.4"),
        # 0.8 × 2 = 1.6; 8 + 1.6 = 9.6.
        ({"calcium": "8", "albumin": "2"}, "9.6"),
        # 0.8 × −0.5 = −0.4; 11 − 0.4 = 10.6.
        ({"calcium": "11", "albumin": "4.5"}, "10.6"),
    ),
    "fractional_excretion_of_urea": (
        # (14 × 8)/(11 × 16) = 112/176 = 7/11; 700/11 per cent (a published case).
        (
            {"urea_nitrogen": "11", "urine_urea_nitrogen": "8", "creatinine": "14", "urine_creatinine": "16"},
            "700/11",
        ),
        # 400/40 = 10; 80/2 = 40; 10/40 = 25 per cent.
        (
            {"urea_nitrogen": "40", "urine_urea_nitrogen": "400", "creatinine": "2", "urine_creatinine": "80"},
            "25",
        ),
    ),
    "urine_anion_gap": (
        # 40 + 20 − 87 = −27.
        ({"urine_sodium": "40", "urine_potassium": "20", "urine_chloride": "87"}, "-27"),
        # 50 + 33.5 − 60 = 23.5.
        ({"urine_sodium": "50", "urine_potassium": "33.5", "urine_chloride": "60"}, "23.5"),
    ),
    "electrolyte_free_water_clearance": (
        # 30 + 40 = 70; 70/140 = 1/2 of 2000 is 1000; 2000 − 1000 = 1000.
        ({"urine_volume": "2000", "urine_sodium": "30", "urine_potassium": "40", "sodium": "140"}, "1000"),
        # 100 + 50 = 150; 150/120 = 5/4 of 1000 is 1250; 1000 − 1250 = −250.
        ({"urine_volume": "1000", "urine_sodium": "100", "urine_potassium": "50", "sodium": "120"}, "-250"),
    ),
    "transtubular_potassium_gradient": (
        # 38/5.1 × 288/405 = 10944/2065.5 = 1216/229.5 = 2432/459, or 5.3 (a published case).
        (
            {"urine_potassium": "38", "potassium": "5.1", "urine_osmolality": "405", "osmolality": "288"},
            "2432/459",
        ),
        # 60/3 = 20; 600/300 = 2; 10.
        ({"urine_potassium": "60", "potassium": "3", "urine_osmolality": "600", "osmolality": "300"}, "10"),
    ),
    "oxygen_content": (
        # 1.34 × 15 = 20.1; × 0.97 = 19.497; 0.0031 × 75 = 0.2325; 19.7295.
        ({"haemoglobin": "15", "oxygen_saturation": "97", "pao2": "75"}, "19.7295"),
        # 1.34 × 17 = 22.78; × 0.9 = 20.502; 0.0031 × 100 = 0.31; 20.812 (a published exercise).
        ({"haemoglobin": "17", "oxygen_saturation": "90", "pao2": "100"}, "20.812"),
    ),
    "oxygenation_index": (
        # 15 × 60/75 = 12.
        ({"mean_airway_pressure": "15", "fio2": "60", "pao2": "75"}, "12"),
        # 20 × 100/50 = 40.
        ({"mean_airway_pressure": "20", "fio2": "100", "pao2": "50"}, "40"),
    ),
    "urine_osmolal_gap": (
        # 2 × (40 + 30) = 140; 140 + 200 + 0 = 340; 600 − 340 = 260.
        (
            {
                "urine_osmolality": "600",
                "urine_sodium": "40",
                "urine_potassium": "30",
                "urine_urea_nitrogen": "200",
                "urine_glucose": "0",
            },
            "260",
        ),
        # 2 × (55 + 25.5) = 161; 161 + 150 + 12 = 323; 310 − 323 = −13.
        (
            {
                "urine_osmolality": "310",
                "urine_sodium": "55",
                "urine_potassium": "25.5",
                "urine_urea_nitrogen": "150",
                "urine_glucose": "12",
            },
            "-13",
        ),
    ),
}
