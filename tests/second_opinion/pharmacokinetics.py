"""Doses, levels and intervals of drugs that are followed by their levels, worked out a second time from the sources.

Nothing here knows how the product computes. Arguments are exact (`Fraction`), criteria and choices are words; a result
is exact wherever no logarithm is needed. A quantity that is not positive, an answer that is not among the words, and
whatever a function's docstring calls refused raise ValueError. `WORKED` holds examples worked with a pencil.
"""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import TypeVar

Kind = TypeVar("Kind")

DAY = 24
"""Hours in a day."""
PER_CENT = Fraction(1, 100)
"""One per cent as a share."""
LITRES_AN_HOUR = Fraction(60, 1000)
"""Litres an hour in one mL/min."""

VANCOMYCIN_LEAST = 20
"""Vancomycin, lower end of the loading range, mg/kg; the same in obesity (vanc-2020)."""
VANCOMYCIN_CAP = 3000
"""Vancomycin, the most that one loading dose may be, mg (vanc-2020)."""
VANCOMYCIN_SLOPE = Fraction("0.689")
"""Vancomycin clearance gained, mL/min, with each mL/min of creatinine clearance (Matzke 1984, abstract)."""
VANCOMYCIN_INTERCEPT = Fraction("3.66")
"""Vancomycin clearance without any creatinine clearance, mL/min (Matzke 1984, abstract)."""

PHENYTOIN_BINDING = {"no": Fraction("0.2"), "yes": Fraction("0.1")}
"""Phenytoin: bound share for each g/dL of albumin, by whether the kidneys have failed."""
PHENYTOIN_FREE = Fraction("0.1")
"""Phenytoin: the share that stays unbound."""

CARBOPLATIN_OTHER_CLEARANCE = 25
"""Carboplatin: clearance that does not pass the glomeruli, mL/min (Calvert)."""
CARBOPLATIN_GFR_CAP: dict[str, Fraction | None] = {"estimated": Fraction(125), "measured": None}
"""Carboplatin: the most filtration that is reckoned with, mL/min, by how it was found (FDA 2010)."""

HEPARIN_BOLUS = 80
"""Heparin, first bolus, units/kg (Raschke 1993)."""
HEPARIN_STEPS = ((Fraction(35), 4), (Fraction(46), 2), (Fraction(71), 0))
"""Heparin: seconds of APTT that the step stays below, and what is added to the rate, units/kg/h (Raschke 1993)."""
HEPARIN_HIGH = (Fraction(90), -2, -3)
"""Heparin, from the last step on: the seconds up to and including which the first change holds, and the change beyond,
both units/kg/h (Raschke 1993)."""
HEPARIN_RATES = (50, 6000)
"""Heparin: the rates between which an answer is given, units/h, both included."""

AMINOGLYCOSIDE_INTERVALS = ((60, 24), (40, 36), (20, 48))
"""Gentamicin and tobramycin: creatinine clearance from which, mL/min, and hours between doses (Nicolau 1995)."""

DIGOXIN_STORES = {"no": 8, "yes": 6}
"""Digoxin, lower end of the peak body stores aimed at, µg/kg, by whether the kidneys are insufficient (US label)."""
DIGOXIN_LOST_ANYWAY = 14
"""Digoxin: per cent of the body stores lost in a day without any creatinine clearance (US label)."""
DIGOXIN_CLEARANCE_A_PERCENT = 5
"""Digoxin: creatinine clearance, mL/min, with which one per cent more is lost in a day (US label)."""

VIALS_FOR_LEVEL = {"US": Fraction(1, 100), "UK": Fraction(1, 200), "Canada": Fraction(1, 100)}
"""Digoxin antibody: vials for each (ng/mL) × kg."""
VIALS_FOR_INGESTED = {"US": 1 / Fraction("0.5"), "UK": Fraction("0.8"), "Canada": Fraction("0.8") * 2}
"""Digoxin antibody: vials for each mg swallowed."""


def need(**quantities: Fraction) -> None:
    """ValueError: one of the quantities is zero or less."""
    for name, quantity in quantities.items():
        if quantity <= 0:
            raise ValueError(f"{name} is not positive")


def among(answer: str, table: Mapping[str, Kind]) -> Kind:
    """What the table holds for the answer; ValueError: the answer is none of its words."""
    if answer not in table:
        raise ValueError(f"{answer!r} is none of {sorted(table)}")
    return table[answer]


def fall(earlier: Fraction, later: Fraction, hours: Fraction) -> float:
    """First-order rate constant, /h, of a fall from one level to another; ValueError: it does not fall, or takes no time."""
    need(later=later, fall=earlier - later, time=hours)
    return math.log1p(float((earlier - later) / later)) / float(hours)


def vancomycin_loading_dose(weight: Fraction, obesity: str) -> Fraction:
    """Least loading dose of vancomycin, mg, for serious MRSA infection in the critically ill, by actual weight in kg."""
    need(weight=weight)
    among(obesity, {"yes": True, "no": True})  # lowers the upper end alone
    return min(VANCOMYCIN_LEAST * weight, Fraction(VANCOMYCIN_CAP))


def vancomycin_auc_from_levels(
    dose: Fraction,
    infusion_time: Fraction,
    earlier_level: Fraction,
    earlier_time: Fraction,
    later_level: Fraction,
    later_time: Fraction,
    interval: Fraction,
) -> float:
    """Exposure to vancomycin in 24 h, mg·h/L, from two levels (mg/L) in the fall after one dose at steady state.

    Times are hours, those of the levels from the end of the infusion. The rise during the infusion counts as a straight
    line from trough to peak, the fall as an exponential. Refused: levels that do not fall, times that do not follow,
    a later level taken after the next infusion has begun, and a fall so steep that no peak can be reckoned.
    """
    need(dose=dose, infusion_time=infusion_time, earlier_time=earlier_time, interval=interval)
    falling = interval - infusion_time
    if later_time > falling:
        raise ValueError("the later level belongs to the next infusion")
    constant = fall(earlier_level, later_level, later_time - earlier_time)
    try:
        peak = float(earlier_level) * math.exp(constant * float(earlier_time))
    except OverflowError as error:
        raise ValueError("the levels fall too steeply") from error
    lost = -math.expm1(-constant * float(falling))  # share of the peak that is gone at the trough
    rising_area = (peak + peak * (1 - lost)) / 2 * float(infusion_time)
    falling_area = peak * lost / constant
    return (rising_area + falling_area) * DAY / float(interval)


def vancomycin_auc_population(creatinine_clearance: Fraction, daily_dose: Fraction) -> Fraction:
    """Exposure to vancomycin in 24 h, mg·h/L, to expect of a day's dose (mg) at a creatinine clearance (mL/min)."""
    need(creatinine_clearance=creatinine_clearance, daily_dose=daily_dose)
    clearance = VANCOMYCIN_SLOPE * creatinine_clearance + VANCOMYCIN_INTERCEPT
    return daily_dose / (clearance * LITRES_AN_HOUR)


def phenytoin_corrected(phenytoin: Fraction, albumin: Fraction, kidney_failure: str) -> Fraction:
    """Total phenytoin, mg/L, that a measured total (mg/L) would be were albumin (g/dL) normal; Sheiner and Tozer."""
    need(phenytoin=phenytoin, albumin=albumin)
    return phenytoin / (among(kidney_failure, PHENYTOIN_BINDING) * albumin + PHENYTOIN_FREE)


def carboplatin_dose(target_auc: Fraction, gfr: Fraction, gfr_method: str) -> Fraction:
    """Carboplatin, mg, for a target AUC (mg·min/mL) at a filtration rate (mL/min), held at its cap if only estimated."""
    need(target_auc=target_auc, gfr=gfr)
    cap = among(gfr_method, CARBOPLATIN_GFR_CAP)
    filtered = gfr if cap is None else min(gfr, cap)
    return target_auc * (filtered + CARBOPLATIN_OTHER_CLEARANCE)


def heparin_infusion_start(weight: Fraction) -> Fraction:
    """First bolus of heparin, units, for venous thromboembolism, by actual weight in kg."""
    need(weight=weight)
    return HEPARIN_BOLUS * weight


def heparin_infusion_adjustment(aptt: Fraction, weight: Fraction, current_rate: Fraction) -> Fraction:
    """New rate of heparin, units/h, after an APTT in seconds: actual weight in kg, rate now in units/h.

    Refused: a new rate outside the rates between which an answer is given.
    """
    need(aptt=aptt, weight=weight, current_rate=current_rate)
    limit, up_to, beyond = HEPARIN_HIGH
    change = up_to if aptt <= limit else beyond
    for below, step in HEPARIN_STEPS:
        if aptt < below:
            change = step
            break
    rate = current_rate + change * weight
    least, most = HEPARIN_RATES
    if not least <= rate <= most:
        raise ValueError("the new rate is out of range")
    return rate


def aminoglycoside_interval(dosing_weight: Fraction, creatinine_clearance: Fraction) -> int:
    """Hours between the first once-daily doses of gentamicin or tobramycin; refused below the last band (mL/min)."""
    need(dosing_weight=dosing_weight, creatinine_clearance=creatinine_clearance)
    for least, hours in AMINOGLYCOSIDE_INTERVALS:
        if creatinine_clearance >= least:
            return hours
    raise ValueError("creatinine clearance is too low for this regimen")


def digoxin_loading_dose(weight: Fraction, kidney_insufficiency: str) -> Fraction:
    """Least intravenous digoxin to fill the body stores, micrograms, by lean weight in kg."""
    need(weight=weight)
    return among(kidney_insufficiency, DIGOXIN_STORES) * weight


def digoxin_maintenance(loading_dose: Fraction, creatinine_clearance: Fraction) -> Fraction:
    """Digoxin lost from the body stores in a day, micrograms: stores in micrograms, clearance in mL/min for 70 kg."""
    need(loading_dose=loading_dose, creatinine_clearance=creatinine_clearance)
    lost = DIGOXIN_LOST_ANYWAY + creatinine_clearance / DIGOXIN_CLEARANCE_A_PERCENT
    return loading_dose * lost * PER_CENT


def digoxin_fab_vials_by_level(level: Fraction, weight: Fraction, region: str) -> int:
    """Whole vials of digoxin antibody for a serum digoxin in ng/mL and a weight in kg, as the region's source gives it."""
    need(level=level, weight=weight)
    return math.ceil(level * weight * among(region, VIALS_FOR_LEVEL))


def digoxin_fab_vials_by_ingestion(ingested: Fraction, region: str) -> int:
    """Whole vials of digoxin antibody for mg of digoxin swallowed at once, as the region's source gives it."""
    need(ingested=ingested)
    return math.ceil(ingested * among(region, VIALS_FOR_INGESTED))


def apixaban_dose_criteria(age: Fraction, weight: Fraction, creatinine: Fraction) -> int:
    """How many of the label's three reasons for less apixaban are there: years, kg, mg/dL."""
    need(age=age, weight=weight, creatinine=creatinine)
    return (age >= 80) + (weight <= 60) + (creatinine >= Fraction("1.5"))


def elimination_half_life(earlier_level: Fraction, later_level: Fraction, elapsed: Fraction) -> float:
    """Half-life, h, of a first-order fall between two levels (mg/L) some hours apart; refused if they do not fall."""
    return math.log(2) / fall(earlier_level, later_level, elapsed)


def steady_state_concentration(
    dose: Fraction, interval: Fraction, clearance: Fraction, bioavailability: Fraction
) -> Fraction:
    """Mean level at steady state, mg/L: mg, hours between doses, L/h, and the per cent of a dose that arrives."""
    need(dose=dose, interval=interval, clearance=clearance, bioavailability=bioavailability)
    arriving_an_hour = dose * bioavailability * PER_CENT / interval
    return arriving_an_hour / clearance


def loading_dose_from_volume(
    target: Fraction, volume: Fraction, weight: Fraction, bioavailability: Fraction
) -> Fraction:
    """Dose, mg, that fills the volume of distribution (L/kg) to a level (mg/L), with the per cent that arrives."""
    need(target=target, volume=volume, weight=weight, bioavailability=bioavailability)
    needed = target * volume * weight
    return needed / (bioavailability * PER_CENT)


def maintenance_dose_from_clearance(
    target: Fraction, clearance: Fraction, interval: Fraction, bioavailability: Fraction
) -> Fraction:
    """Dose, mg, that makes up what is cleared (L/h) in an interval (h) at a mean level (mg/L), with the per cent arriving."""
    need(target=target, clearance=clearance, interval=interval, bioavailability=bioavailability)
    cleared = target * clearance * interval
    return cleared / (bioavailability * PER_CENT)


WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "vancomycin_loading_dose": (
        # 20 × 70 = 1400, below 3000.
        ({"weight": "70", "obesity": "no"}, "1400"),
        # 20 × 150 = 3000, the cap itself.
        ({"weight": "150", "obesity": "yes"}, "3000"),
        # 20 × 180 = 3600, held at 3000.
        ({"weight": "180", "obesity": "yes"}, "3000"),
    ),
    "vancomycin_auc_from_levels": (
        # 16 at 4 h, 8 at 8 h: half-life 4 h. Peak, one half-life before the 16: 32. The fall lasts 13 − 1 = 12 h,
        # three half-lives: trough 4. Infusion: (32 + 4)/2 × 1 = 18. Fall: 28 × 4/0.69314718056 = 161.5818446.
        # Together 179.5818446; × 24/13 = 331.5357131.
        (
            {
                "dose": "1000",
                "infusion_time": "1",
                "earlier_level": "16",
                "earlier_time": "4",
                "later_level": "8",
                "later_time": "8",
                "interval": "13",
            },
            "331.5357131",
        ),
        # 20 at 5 h, 10 at 10 h: half-life 5 h, peak 40. The fall lasts 12 − 2 = 10 h: trough 10, the later level itself.
        # Infusion: 25 × 2 = 50. Fall: 30 × 5/0.69314718056 = 216.4042561. Together 266.4042561; × 2 = 532.8085123.
        (
            {
                "dose": "1250",
                "infusion_time": "2",
                "earlier_level": "20",
                "earlier_time": "5",
                "later_level": "10",
                "later_time": "10",
                "interval": "12",
            },
            "532.8085123",
        ),
    ),
    "vancomycin_auc_population": (
        # 68.9 + 3.66 = 72.56 mL/min, × 0.06 = 4.3536 L/h; 2000/4.3536 = 20000000/43536 = 1250000/2721 (459.4).
        ({"creatinine_clearance": "100", "daily_dose": "2000"}, "1250000/2721"),
        # 13.78 + 3.66 = 17.44 mL/min, × 0.06 = 1.0464 L/h; 1000/1.0464 = 312500/327 (955.7).
        ({"creatinine_clearance": "20", "daily_dose": "1000"}, "312500/327"),
    ),
    "phenytoin_corrected": (
        # 0.2 × 2 + 0.1 = 0.5; 8/0.5 = 16.
        ({"phenytoin": "8", "albumin": "2", "kidney_failure": "no"}, "16"),
        # 0.1 × 2 + 0.1 = 0.3; 8/0.3 = 80/3.
        ({"phenytoin": "8", "albumin": "2", "kidney_failure": "yes"}, "80/3"),
        # 0.2 × 4.5 + 0.1 = 1: as measured.
        ({"phenytoin": "12.5", "albumin": "4.5", "kidney_failure": "no"}, "12.5"),
    ),
    "carboplatin_dose": (
        # The greatest doses that the FDA's letter leads to: 6 × 150 = 900, 5 × 150 = 750.
        ({"target_auc": "6", "gfr": "160", "gfr_method": "estimated"}, "900"),
        ({"target_auc": "5", "gfr": "125", "gfr_method": "estimated"}, "750"),
        # Measured: 6 × (160 + 25) = 1110.
        ({"target_auc": "6", "gfr": "160", "gfr_method": "measured"}, "1110"),
        # 5 × (90 + 25) = 575.
        ({"target_auc": "5", "gfr": "90", "gfr_method": "estimated"}, "575"),
    ),
    "heparin_infusion_start": (
        # 80 × 70 = 5600.
        ({"weight": "70"}, "5600"),
        # 80 × 112.5 = 9000.
        ({"weight": "112.5"}, "9000"),
    ),
    "heparin_infusion_adjustment": (
        # Below 35: 4 × 80 = 320 more than 1440.
        ({"aptt": "34.9", "weight": "80", "current_rate": "1440"}, "1760"),
        # From 35 to below 46: 2 × 80 = 160 more.
        ({"aptt": "45.9", "weight": "80", "current_rate": "1440"}, "1600"),
        # From 46 to below 71: as it is.
        ({"aptt": "46", "weight": "80", "current_rate": "1440"}, "1440"),
        # 71 to 90: 160 less.
        ({"aptt": "90", "weight": "80", "current_rate": "1440"}, "1280"),
        # Above 90: 3 × 80 = 240 less.
        ({"aptt": "90.1", "weight": "80", "current_rate": "1440"}, "1200"),
    ),
    "aminoglycoside_interval": (
        # 60 or more; 40 to below 60; 20 to below 40.
        ({"dosing_weight": "70", "creatinine_clearance": "60"}, "24"),
        ({"dosing_weight": "70", "creatinine_clearance": "59.9"}, "36"),
        ({"dosing_weight": "55", "creatinine_clearance": "20"}, "48"),
    ),
    "digoxin_loading_dose": (
        # 8 × 70 = 560.
        ({"weight": "70", "kidney_insufficiency": "no"}, "560"),
        # 6 × 62.5 = 375.
        ({"weight": "62.5", "kidney_insufficiency": "yes"}, "375"),
    ),
    "digoxin_maintenance": (
        # 14 + 80/5 = 30 %: of 800 (8 a kg in 100 kg) 240, the label's 2.4 a kg a day.
        ({"loading_dose": "800", "creatinine_clearance": "80"}, "240"),
        # 14 + 60/5 = 26 %: of 700, 182.
        ({"loading_dose": "700", "creatinine_clearance": "60"}, "182"),
        # 14 + 12/5 = 16.4 %: of 500, 82.
        ({"loading_dose": "500", "creatinine_clearance": "12"}, "82"),
    ),
    "digoxin_fab_vials_by_level": (
        # A published case: 5 × 50/100 = 2.5, so 3.
        ({"level": "5", "weight": "50", "region": "US"}, "3"),
        # 5 × 50/200 = 1.25, so 2.
        ({"level": "5", "weight": "50", "region": "UK"}, "2"),
        # 4 × 75/100 = 3, whole already.
        ({"level": "4", "weight": "75", "region": "Canada"}, "3"),
    ),
    "digoxin_fab_vials_by_ingestion": (
        # 6.3/0.5 = 12.6, so 13.
        ({"ingested": "6.3", "region": "US"}, "13"),
        # 6.3 × 0.8 = 5.04, so 6.
        ({"ingested": "6.3", "region": "UK"}, "6"),
        # 6.25 × 0.8 × 2 = 10.
        ({"ingested": "6.25", "region": "Canada"}, "10"),
    ),
    "apixaban_dose_criteria": (
        # None.
        ({"age": "79", "weight": "60.1", "creatinine": "1.49"}, "0"),
        # Weight 1, creatinine 1.
        ({"age": "77", "weight": "60", "creatinine": "1.56"}, "2"),
        # Each at its edge.
        ({"age": "80", "weight": "60", "creatinine": "1.5"}, "3"),
    ),
    "elimination_half_life": (
        # 16 to 4 is two halvings in 8 h: 4.
        ({"earlier_level": "16", "later_level": "4", "elapsed": "8"}, "4"),
        # A third left after 12 h: 12 × 0.69314718056/1.09861228867 = 12 × 0.63092975357 = 7.5711570429.
        ({"earlier_level": "30", "later_level": "10", "elapsed": "12"}, "7.5711570429"),
    ),
    "steady_state_concentration": (
        # A published case of theophylline: 64.5 mg each hour against 4.3 L/h: 15.
        ({"dose": "64.5", "interval": "1", "clearance": "4.3", "bioavailability": "100"}, "15"),
        # 70 % of 250 is 175 in 24 h; over 6 L/h: 175/144.
        ({"dose": "250", "interval": "24", "clearance": "6", "bioavailability": "70"}, "175/144"),
    ),
    "loading_dose_from_volume": (
        # A published case of theophylline: 15 × 25 L (0.5 × 50) = 375.
        ({"target": "15", "volume": "0.5", "weight": "50", "bioavailability": "100"}, "375"),
        # 0.001 × 7 × 70 = 0.49; over 0.7: 0.7.
        ({"target": "0.001", "volume": "7", "weight": "70", "bioavailability": "70"}, "0.7"),
    ),
    "maintenance_dose_from_clearance": (
        # The same case: 15 × 4.3 = 64.5 in an hour; in 8 h 516.
        ({"target": "15", "clearance": "4.3", "interval": "8", "bioavailability": "100"}, "516"),
        # 10 × 2.8 × 12 = 336; over 0.96: 350.
        ({"target": "10", "clearance": "2.8", "interval": "12", "bioavailability": "96"}, "350"),
    ),
}
