"""Pregnancy dates, body sizes, kidneys, fluids, infusions and blood, worked out a second time from the sources.

Nothing here knows how the product computes. Quantities are exact (`Fraction`), choices are words and days are dates; a
result is exact wherever no power is needed. A quantity outside the limits beside its function, a word that is not among
the choices, and whatever a docstring calls refused raise ValueError. `WORKED` holds examples worked with a pencil.
"""

import functools
import inspect
import math
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")
Kind = TypeVar("Kind")

TERM = 280
"""Days from the first day of the last period to the due date (ACOG Committee Opinion 700)."""
USUAL_CYCLE = 28
"""Days of the cycle that the due date takes for granted."""
BEFORE_NEXT_PERIOD = 14
"""Days between ovulation and the first day of the next period."""
LONGEST_PREGNANCY = 45 * 7
"""Days since the last period beyond which no age is given."""

METRES_IN_INCH = Fraction("0.0254")
"""Metres in an inch."""
FIVE_FEET = 60
"""Inches above which the ideal weight rises (Devine 1974)."""
KG_AN_INCH = Fraction("2.3")
"""Ideal weight gained with each inch, kg (Devine 1974)."""
FRAME = {"male": Fraction(50), "female": Fraction("45.5")}
"""Weight at five feet, kg; the ideal weight of Devine and the predicted weight of the ARDS Network begin alike."""
SHARE_OF_EXCESS = Fraction("0.4")
"""Share of the weight above the ideal that the adjusted weight keeps (Winter 2012)."""
LOWEST_OF_DEVINE = Fraction("1.524")
"""Height in m, sixty inches, from which Devine gives an ideal weight."""
UNDERWEIGHT_BELOW = Fraction("18.5")
"""Body mass index, kg/m², below which a person is underweight."""
OVERWEIGHT_FROM = 25
"""Body mass index, kg/m², from which a person is overweight."""

CREATININE_AGE = 140
"""Years from which the age is taken away (Cockcroft & Gault 1976)."""
CREATININE_DIVISOR = 72
"""Divisor of the same, kg·years/(mg/dL) in a mL/min."""
CREATININE_SEX = {"male": Fraction(1), "female": Fraction("0.85")}
"""Factor of the same."""

PREDICTED_BASE = Fraction("152.4")
"""Height at which the predicted weight is the frame's, cm (ARDS Network 2000)."""
PREDICTED_SLOPE = Fraction("0.91")
"""Predicted weight gained with each centimetre, kg (ARDS Network 2000)."""

LEAN_TOP = 9270
"""Numerator of the lean weight, kg/m² (Janmahasatian 2005)."""
LEAN_BOTTOM = {"male": (6680, 216), "female": (8780, 244)}
"""Denominator of the same: the constant, kg/m², and what each unit of the body mass index adds."""

HAYCOCK = (0.024265, 0.5378, 0.3964)
"""Factor, power of the weight in kg and power of the height in cm (Haycock 1978)."""
NADLER = {
    "male": (Fraction("0.3669"), Fraction("0.03219"), Fraction("0.6041")),
    "female": (Fraction("0.3561"), Fraction("0.03308"), Fraction("0.1833")),
}
"""Blood volume: L for each cubed metre of height, L/kg, and L added (Nadler 1962)."""

MINUTES = 60
"""Minutes in an hour."""
ML_IN_PERCENT_OF_KG = 10
"""Millilitres of water in one per cent of a kilogram."""
CIGARETTES_IN_PACK = 20
"""Cigarettes in a pack."""

RED_CELL_FACTOR = 3
"""mL of pure red cells that raise the haemoglobin of one kg by 1 g/dL (Davies 2007)."""
IRON_PER_DEFICIT = Fraction("2.4")
"""Iron missing for each kg and each g/dL, mg (Ganzoni 1970)."""
IRON_STORES_BY_KG = 15
"""Iron for the stores of the light, mg/kg (Venofer SmPC)."""
IRON_STORES = 500
"""Iron for the stores of the others, mg (Venofer SmPC)."""
STORES_FULL_FROM = 35
"""Weight from which the stores are a fixed amount, kg (Venofer SmPC)."""

NORMAL_HAEMATOCRIT = 45
"""Haematocrit to which reticulocytes are corrected, %."""
MATURATION = ((35, Fraction(1)), (25, Fraction("1.5")), (15, Fraction(2)), (0, Fraction("2.5")))
"""Haematocrit that has to be exceeded, %, and the days a reticulocyte then needs (UpToDate graphic 129992)."""

WATER_STEP = 10
"""Kilograms in the first step of the maintenance water, and in the second (Holliday & Segar 1957)."""
WATER_BY_STEP = (4, 2, 1)
"""Water for each kg of the first step, of the second and of what is above, mL/kg/h (4-2-1, Holliday & Segar 1957)."""


class Marker(NamedTuple):
    """A substance in serum: the level where its line bends, and the power below and above the bend."""

    bend: float
    below: float
    above: float

    def factor(self, level: Fraction) -> float:
        """What the level multiplies the filtration by."""
        ratio = float(level) / self.bend
        return float(ratio ** (self.below if ratio < 1 else self.above))


class Filtration(NamedTuple):
    """A CKD-EPI equation for one sex: the factor in front, the factor for each year of age, and the markers."""

    scale: float
    yearly: float
    markers: tuple[Marker, ...]

    def at(self, age: Fraction, *levels: Fraction) -> float:
        """Filtration, mL/min/1.73 m², at an age in years and the levels of the markers in their order."""
        answer = self.scale * float(self.yearly ** float(age))
        for marker, level in zip(self.markers, levels, strict=True):
            answer *= marker.factor(level)
        return answer


CYSTATIN_BESIDE_CREATININE = Marker(0.8, -0.323, -0.778)
"""Cystatin C, mg/L, in the equation with both markers (Inker 2021)."""
BOTH_MARKERS = {
    "male": Filtration(135, 0.9961, (Marker(0.9, -0.144, -0.544), CYSTATIN_BESIDE_CREATININE)),
    "female": Filtration(135 * 0.963, 0.9961, (Marker(0.7, -0.219, -0.544), CYSTATIN_BESIDE_CREATININE)),
}
"""Creatinine, mg/dL, then cystatin C, mg/L (Inker 2021)."""
CYSTATIN_ALONE = {
    "male": Filtration(133, 0.996, (Marker(0.8, -0.499, -1.328),)),
    "female": Filtration(133 * 0.932, 0.996, (Marker(0.8, -0.499, -1.328),)),
}
"""Cystatin C, mg/L (Inker 2012, as the National Kidney Foundation prints it)."""


def limits(**allowed: str) -> Callable[[Callable[Asked, Answer]], Callable[Asked, Answer]]:
    """Refuse what lies outside: for each parameter "low high", both included, or "above low"; what is absent passes."""

    def guard(function: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
        signature = inspect.signature(function)

        @functools.wraps(function)
        def guarded(*args: Asked.args, **kwargs: Asked.kwargs) -> Answer:
            given = signature.bind(*args, **kwargs).arguments
            for name, bounds in allowed.items():
                low, high = bounds.split()
                quantity = given.get(name)
                if quantity is None:
                    continue
                inside = quantity > Fraction(high) if low == "above" else Fraction(low) <= quantity <= Fraction(high)
                if not inside:
                    raise ValueError(f"{name} is not within {bounds}")
            return function(*args, **kwargs)

        return guarded

    return guard


def choose(table: Mapping[str, Kind], word: str) -> Kind:
    """What the table holds for the word; ValueError: the table does not hold the word."""
    if word not in table:
        raise ValueError(f"{word!r} is none of {sorted(table)}")
    return table[word]


def ascending(lesser: Fraction, greater: Fraction) -> Fraction:
    """How much the second exceeds the first; ValueError: it does not."""
    if greater <= lesser:
        raise ValueError(f"{greater} is not above {lesser}")
    return greater - lesser


def whole_cycle(cycle_length: Fraction | None) -> int:
    """Days of the cycle, the usual one where none is given; ValueError: not whole days."""
    if cycle_length is None:
        return USUAL_CYCLE
    if cycle_length != int(cycle_length):
        raise ValueError("a cycle is counted in whole days")
    return int(cycle_length)


def quetelet(weight: Fraction, height: Fraction) -> Fraction:
    """Weight over squared height, kg/m²."""
    return weight / height**2


def devine(sex: str, height: Fraction) -> Fraction:
    """Ideal weight, kg, by inches above five feet."""
    return choose(FRAME, sex) + KG_AN_INCH * (height / METRES_IN_INCH - FIVE_FEET)


@limits(cycle_length="20 45")
def estimated_due_date(last_period: date, cycle_length: Fraction | None = None) -> date:
    """The day a birth is expected: forty weeks counted in days, moved by what the cycle has more or less than 28."""
    return last_period + timedelta(days=TERM + whole_cycle(cycle_length) - USUAL_CYCLE)


def gestational_age(last_period: date, on: date) -> int:
    """Days of pregnancy counted from the last period; a day before it or beyond 45 weeks is refused."""
    days = (on - last_period).days
    if not 0 <= days <= LONGEST_PREGNANCY:
        raise ValueError("the day is before the last period or too long after it")
    return days


@limits(cycle_length="20 45")
def conception_date(last_period: date, cycle_length: Fraction | None = None) -> date:
    """The day of ovulation as convention has it: two weeks before the next period is due."""
    return last_period + timedelta(days=whole_cycle(cycle_length) - BEFORE_NEXT_PERIOD)


@limits(target_body_mass_index="15 45", height="0.5 2.5")
def target_weight(target_body_mass_index: Fraction, height: Fraction) -> Fraction:
    """Weight, kg, that gives a height in metres the wanted kg/m²."""
    return target_body_mass_index * height**2


@limits(age="18 110", weight="30 300", height="1.2 2.5", creatinine="0.2 40")
def creatinine_clearance_by_bmi(
    age: Fraction, sex: str, weight: Fraction, height: Fraction, creatinine: Fraction
) -> Fraction:
    """Cockcroft and Gault's clearance, mL/min, with the weight that suits the body mass index; years, kg, m, mg/dL."""
    ideal, index = devine(sex, height), quetelet(weight, height)
    if index >= UNDERWEIGHT_BELOW and height < LOWEST_OF_DEVINE:
        raise ValueError("no ideal weight of one so short")
    if index < UNDERWEIGHT_BELOW:
        dosing = weight
    elif index < OVERWEIGHT_FROM:
        dosing = min(ideal, weight)
    else:
        dosing = ideal + SHARE_OF_EXCESS * (weight - ideal)
    return (CREATININE_AGE - age) * dosing * choose(CREATININE_SEX, sex) / (CREATININE_DIVISOR * creatinine)


@limits(height="1.2 2.3")
def predicted_body_weight(sex: str, height: Fraction) -> Fraction:
    """Weight, kg, by which the ARDS Network sized breaths, in its centimetre form; the height comes in metres."""
    return choose(FRAME, sex) + PREDICTED_SLOPE * (100 * height - PREDICTED_BASE)


@limits(volume_per_predicted_kg="3 12")
def tidal_volume(sex: str, height: Fraction, volume_per_predicted_kg: Fraction) -> Fraction:
    """A breath, mL: so many mL for each kg of the predicted weight."""
    return volume_per_predicted_kg * predicted_body_weight(sex, height)


@limits(weight="30 350", height="1.2 2.5")
def lean_body_weight(sex: str, weight: Fraction, height: Fraction) -> Fraction:
    """Weight without the fat, kg, after Janmahasatian; kg and m."""
    constant, slope = choose(LEAN_BOTTOM, sex)
    return LEAN_TOP * weight / (constant + slope * quetelet(weight, height))


@limits(stock_concentration="above 0", wanted_concentration="above 0", wanted_volume="0.1 10000")
def dilution(stock_concentration: Fraction, wanted_concentration: Fraction, wanted_volume: Fraction) -> Fraction:
    """Stock to draw up, mL, before filling up to the wanted volume; stock that is no stronger is refused."""
    ascending(wanted_concentration, stock_concentration)
    return wanted_volume * wanted_concentration / stock_concentration


@limits(volume="0.5 10000", rate="0.01 2000")
def infusion_duration(volume: Fraction, rate: Fraction) -> Fraction:
    """Hours until so many mL have run at so many mL/h."""
    return volume / rate


@limits(amount="above 0", volume="0.5 10000")
def infusion_concentration(amount: Fraction, volume: Fraction) -> Fraction:
    """Strength of a bag or syringe: the amount in each mL of the final volume."""
    return amount / volume


@limits(dose="above 0", strength="above 0")
def volume_for_dose(dose: Fraction, strength: Fraction) -> Fraction:
    """Millilitres that hold the dose when each holds the strength."""
    return dose / strength


@limits(dose_per_kg="above 0", weight="0.3 500", single_dose_cap="above 0")
def dose_by_weight(dose_per_kg: Fraction, weight: Fraction, single_dose_cap: Fraction | None = None) -> Fraction:
    """A single dose from the weight in kg, held down to the cap where one is given."""
    doses = [dose_per_kg * weight]
    if single_dose_cap is not None:
        doses.append(single_dose_cap)
    return min(doses)


@limits(
    weight="2 300",
    burnt_surface="1 100",
    volume_per_kg_and_percent="2 4",
    time_since_burn="0 7.9",
    fluid_given="0 50000",
)
def burn_fluids(
    weight: Fraction,
    burnt_surface: Fraction,
    volume_per_kg_and_percent: Fraction,
    time_since_burn: Fraction,
    fluid_given: Fraction,
) -> Fraction:
    """Fluid for the 24 hours after a burn, mL, by kg and per cent; hours gone and mL given do not change the total."""
    return volume_per_kg_and_percent * weight * burnt_surface


@limits(weight="0.5 120", bolus_per_kg="5 20")
def paediatric_fluid_bolus(weight: Fraction, bolus_per_kg: Fraction) -> Fraction:
    """A child's bolus, mL, from kg and the chosen mL/kg."""
    return bolus_per_kg * weight


@limits(weight="0.5 300", dehydration="0.5 15")
def fluid_deficit(weight: Fraction, dehydration: Fraction) -> Fraction:
    """Water missing, mL, when a percentage of the weight in kg has been lost."""
    return dehydration * weight * ML_IN_PERCENT_OF_KG


@limits(age="18 110", creatinine="0.2 40", cystatin_c="0.2 10")
def egfr_cr_cys(age: Fraction, sex: str, creatinine: Fraction, cystatin_c: Fraction) -> float:
    """Filtration from creatinine in mg/dL and cystatin C in mg/L, mL/min/1.73 m², CKD-EPI 2021."""
    return choose(BOTH_MARKERS, sex).at(age, creatinine, cystatin_c)


@limits(age="18 110", cystatin_c="0.2 10")
def egfr_cys(age: Fraction, sex: str, cystatin_c: Fraction) -> float:
    """Filtration from cystatin C in mg/L, mL/min/1.73 m², CKD-EPI 2012."""
    return choose(CYSTATIN_ALONE, sex).at(age, cystatin_c)


@limits(urine_creatinine="2 500", urine_volume="50 15000", collection_time="1 48", creatinine="0.2 40")
def creatinine_clearance_measured(
    urine_creatinine: Fraction, urine_volume: Fraction, collection_time: Fraction, creatinine: Fraction
) -> Fraction:
    """Serum cleared of creatinine, mL/min, from mg/dL in urine and serum, mL of urine and the hours it took."""
    urine_a_minute = urine_volume / (collection_time * MINUTES)
    return urine_creatinine / creatinine * urine_a_minute


@limits(weight="0.5 400", height="0.25 2.5")
def body_surface_area_haycock(weight: Fraction, height: Fraction) -> float:
    """Skin, m², after Haycock from kg and metres."""
    factor, by_weight, by_height = HAYCOCK
    return float(factor * float(weight) ** by_weight * float(100 * height) ** by_height)


@limits(heart_rate="20 300", systolic="30 300")
def shock_index(heart_rate: Fraction, systolic: Fraction) -> Fraction:
    """Beats a minute for each mmHg of systolic pressure."""
    return heart_rate / systolic


@limits(cigarettes_per_day="0.1 150", years_smoked="0.1 90")
def pack_years(cigarettes_per_day: Fraction, years_smoked: Fraction) -> Fraction:
    """Packs smoked in a day times the years of smoking."""
    return cigarettes_per_day / CIGARETTES_IN_PACK * years_smoked


@limits(contents="50 12000", remaining="1 100", reserve="0 90", flow="0.05 100")
def oxygen_cylinder_duration(contents: Fraction, remaining: Fraction, reserve: Fraction, flow: Fraction) -> Fraction:
    """Whole minutes until a cylinder is down to its reserve, both in per cent of the litres when full; flow in L/min."""
    return Fraction(math.floor(contents * ascending(reserve, remaining) / 100 / flow))


@limits(weight="30 250", height="1.2 2.3")
def estimated_blood_volume(sex: str, weight: Fraction, height: Fraction) -> Fraction:
    """An adult's blood, L, after Nadler from kg and metres."""
    by_cube, by_weight, added = choose(NADLER, sex)
    return by_cube * height**3 + by_weight * weight + added


@limits(blood_volume="50 12000", initial_haematocrit="15 75", lowest_haematocrit="10 60")
def allowable_blood_loss(
    blood_volume: Fraction, initial_haematocrit: Fraction, lowest_haematocrit: Fraction
) -> Fraction:
    """Blood, mL, that may go before the haematocrit in per cent is down to its lowest, after Gross."""
    mean = (initial_haematocrit + lowest_haematocrit) / 2
    return blood_volume * ascending(lowest_haematocrit, initial_haematocrit) / mean


@limits(weight="0.5 80", haemoglobin="2 15", target_haemoglobin="5 18", pack_haematocrit="45 85")
def paediatric_transfusion_volume(
    weight: Fraction, haemoglobin: Fraction, target_haemoglobin: Fraction, pack_haematocrit: Fraction
) -> Fraction:
    """Packed cells for a child, mL, after Davies; kg, g/dL, and the haematocrit of the pack in per cent."""
    pure_cells = RED_CELL_FACTOR * weight * ascending(haemoglobin, target_haemoglobin)
    return pure_cells / (pack_haematocrit / 100)


@limits(weight="5 200", haemoglobin="2 16", target_haemoglobin="10 18")
def iron_deficit(weight: Fraction, haemoglobin: Fraction, target_haemoglobin: Fraction) -> Fraction:
    """Iron missing from blood and stores, mg, after Ganzoni; kg and g/dL."""
    stores = IRON_STORES if weight >= STORES_FULL_FROM else IRON_STORES_BY_KG * weight
    return IRON_PER_DEFICIT * weight * ascending(haemoglobin, target_haemoglobin) + stores


@limits(white_cells="0.01 1000", neutrophils="0 100", bands="0 100")
def absolute_neutrophil_count(white_cells: Fraction, neutrophils: Fraction, bands: Fraction | None = None) -> Fraction:
    """Neutrophils, 10⁹/L, as their share of the white cells with the bands; shares above 100 % together are refused."""
    share = neutrophils + (bands or 0)
    if share > 100:
        raise ValueError("the shares together are above 100 %")
    return white_cells * share / 100


@limits(reticulocytes="0.05 50", haematocrit="5 45")
def corrected_reticulocyte_count(reticulocytes: Fraction, haematocrit: Fraction) -> Fraction:
    """Reticulocytes, %, as they would be among a normal number of red cells."""
    return reticulocytes * haematocrit / NORMAL_HAEMATOCRIT


@limits(reticulocytes="0.05 50", haematocrit="5 45")
def reticulocyte_production_index(reticulocytes: Fraction, haematocrit: Fraction) -> Fraction:
    """The corrected count shared out over the days that reticulocytes need to mature."""
    days = next(days for edge, days in MATURATION if haematocrit > edge)
    return corrected_reticulocyte_count(reticulocytes, haematocrit) / days


@limits(weight="0.5 300")
def maintenance_fluids(weight: Fraction) -> Fraction:
    """Maintenance water, mL/h, from kg by the 4-2-1 rule; it has no ceiling."""
    first, second, above = WATER_BY_STEP
    if weight <= WATER_STEP:
        return first * weight
    if weight <= 2 * WATER_STEP:
        return first * WATER_STEP + second * (weight - WATER_STEP)
    return (first + second) * WATER_STEP + above * (weight - 2 * WATER_STEP)


WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "estimated_due_date": (
        # 2023 has 365 days. 1 January is day 1; day 281; September ends with day 273; the 8th of October.
        ({"last_period": "2023-01-01"}, "2023-10-08"),
        # In a leap year September ends with day 274: a day earlier.
        ({"last_period": "2024-01-01", "cycle_length": "28"}, "2024-10-07"),
        # 287 days. To 31 December: 15 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 31 = 260; 27 are left for January.
        ({"last_period": "2021-04-15", "cycle_length": "35"}, "2022-01-27"),
        # 274 days. To 30 November: 17 + 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 = 261; 13 are left.
        ({"last_period": "2001-03-14", "cycle_length": "22"}, "2001-12-13"),
    ),
    "gestational_age": (
        # To 31 March of a common year: 30 + 28 + 31 = 89; 1 more.
        ({"last_period": "2023-01-01", "on": "2023-04-01"}, "90"),
        # The leap day counts.
        ({"last_period": "2024-02-28", "on": "2024-03-01"}, "2"),
        # The day itself.
        ({"last_period": "2025-06-30", "on": "2025-06-30"}, "0"),
        # 45 weeks are 315 days. To 30 September: 272; 31 in October make 303; 12 are left.
        ({"last_period": "2023-01-01", "on": "2023-11-12"}, "315"),
    ),
    "conception_date": (
        # 1 + 14.
        ({"last_period": "2023-01-01"}, "2023-01-15"),
        # 35 − 14 = 21; 15 are left in April, 6 in May.
        ({"last_period": "2021-04-15", "cycle_length": "35"}, "2021-05-06"),
        # 21 − 14 = 7, over the leap day.
        ({"last_period": "2024-02-26", "cycle_length": "21"}, "2024-03-04"),
    ),
    "target_weight": (
        # 1.75² = 3.0625; times 22.
        ({"target_body_mass_index": "22", "height": "1.75"}, "67.375"),
        # 1.6² = 2.56; times 25.
        ({"target_body_mass_index": "25", "height": "1.6"}, "64"),
    ),
    "creatinine_clearance_by_bmi": (
        # 70 inches: 80/3.161284 is above 25; ideal 73, adjusted 73 + 2.8; 80 × 75.8 / 86.4 = 6064/86.4.
        ({"age": "60", "sex": "male", "weight": "80", "height": "1.778", "creatinine": "1.2"}, "1895/27"),
        # 65 inches: 45/2.725801 is below 18.5: actual; 70 × 45 × 0.85 / 72 = 2677.5/72.
        ({"age": "70", "sex": "female", "weight": "45", "height": "1.651", "creatinine": "1"}, "37.1875"),
        # 70 inches: 70/3.161284 is normal; 70 is less than the ideal 73; 100 × 70 / 72.
        ({"age": "40", "sex": "male", "weight": "70", "height": "1.778", "creatinine": "1"}, "875/9"),
        # 63 inches: 60/2.56064 is normal; the ideal 45.5 + 6.9 is less; 90 × 52.4 × 0.85 / 64.8 = 4008.6/64.8.
        ({"age": "50", "sex": "female", "weight": "60", "height": "1.6002", "creatinine": "0.9"}, "2227/36"),
        # 2 m: 25 exactly is adjusted. Ideal 50 + 2.3 × (10000/127 − 60) = (6350 + 23000 − 17526)/127
        # = 11824/127; 0.6 of it and 40 are 12174.4/127; 68 × 12174.4 / (127 × 72) = 827859.2/9144.
        ({"age": "72", "sex": "male", "weight": "100", "height": "2", "creatinine": "1"}, "517412/5715"),
    ),
    "predicted_body_weight": (
        # 27.6 cm above; 50 + 25.116.
        ({"sex": "male", "height": "1.8"}, "75.116"),
        # 12.6 cm above; 45.5 + 11.466.
        ({"sex": "female", "height": "1.65"}, "56.966"),
        # 12.4 cm below; 45.5 − 11.284.
        ({"sex": "female", "height": "1.4"}, "34.216"),
    ),
    "tidal_volume": (
        # 6 × 75.116.
        ({"sex": "male", "height": "1.8", "volume_per_predicted_kg": "6"}, "450.696"),
        # 8 × 56.966.
        ({"sex": "female", "height": "1.65", "volume_per_predicted_kg": "8"}, "455.728"),
    ),
    "lean_body_weight": (
        # Index 25; 6680 + 5400 = 12080; 927000/12080.
        ({"sex": "male", "weight": "100", "height": "2"}, "23175/302"),
        # Index 25; 8780 + 6100 = 14880; 593280/14880.
        ({"sex": "female", "weight": "64", "height": "1.6"}, "1236/31"),
    ),
    "dilution": (
        # A fifth of the strength: a fifth of the volume.
        ({"stock_concentration": "50", "wanted_concentration": "10", "wanted_volume": "20"}, "4"),
        # 30 × 2.5 = 75 mg, of which 100 lie in a mL.
        ({"stock_concentration": "100", "wanted_concentration": "2.5", "wanted_volume": "30"}, "0.75"),
    ),
    "infusion_duration": (
        # 4 × 125.
        ({"volume": "500", "rate": "125"}, "4"),
        # 500/24.
        ({"volume": "50", "rate": "2.4"}, "125/6"),
    ),
    "infusion_concentration": (
        # 250 mg in 50 mL.
        ({"amount": "250", "volume": "50"}, "5"),
        # 400/250 = 8/5.
        ({"amount": "400", "volume": "250"}, "1.6"),
    ),
    "volume_for_dose": (
        # 80 mg at 40 mg/mL.
        ({"dose": "80", "strength": "40"}, "2"),
        # 7.5/2.
        ({"dose": "7.5", "strength": "2"}, "3.75"),
    ),
    "dose_by_weight": (
        # 15 × 20.
        ({"dose_per_kg": "15", "weight": "20"}, "300"),
        # 50 × 60 = 3000, held to the cap.
        ({"dose_per_kg": "50", "weight": "60", "single_dose_cap": "2000"}, "2000"),
        # 15 × 12.4 = 186, below the cap.
        ({"dose_per_kg": "15", "weight": "12.4", "single_dose_cap": "1000"}, "186"),
    ),
    "burn_fluids": (
        # 4 × 75 × 20.
        (
            {
                "weight": "75",
                "burnt_surface": "20",
                "volume_per_kg_and_percent": "4",
                "time_since_burn": "0",
                "fluid_given": "0",
            },
            "6000",
        ),
        # 3 × 20 × 15; neither the two hours nor the 200 mL matter.
        (
            {
                "weight": "20",
                "burnt_surface": "15",
                "volume_per_kg_and_percent": "3",
                "time_since_burn": "2",
                "fluid_given": "200",
            },
            "900",
        ),
    ),
    "paediatric_fluid_bolus": (
        # 10 × 12.
        ({"weight": "12", "bolus_per_kg": "10"}, "120"),
        # 20 × 15.5.
        ({"weight": "15.5", "bolus_per_kg": "20"}, "310"),
    ),
    "fluid_deficit": (
        # A twentieth of 20 kg is 1 kg.
        ({"weight": "20", "dehydration": "5"}, "1000"),
        # 7 × 12.5 × 10.
        ({"weight": "12.5", "dehydration": "7"}, "875"),
    ),
    "egfr_cr_cys": (
        # Both are twice the bend: 2^−0.544 × 2^−0.778 = 2^−1.322. ln 2 = 0.69314718056, ln 0.9961 = −0.00390762483.
        # −0.91634057270 − 0.19538124155 = −1.11172181425; e to it is 0.3289920099; times 135.
        ({"age": "50", "sex": "male", "creatinine": "1.8", "cystatin_c": "1.6"}, "44.41392135"),
        # Both are half: 2^(0.219 + 0.323) = 2^0.542. 0.37568577186 − 0.07815249662 = 0.29753327524; e to it is
        # 1.3465331808; times 135 × 0.963 = 130.005.
        ({"age": "20", "sex": "female", "creatinine": "0.35", "cystatin_c": "0.4"}, "175.0560462"),
        # Creatinine twice, cystatin at the bend: 2^−0.544. −0.37707206622 − 0.15630499324 = −0.53337705946; e to it is
        # 0.5866205683; times 130.005.
        ({"age": "40", "sex": "female", "creatinine": "1.4", "cystatin_c": "0.8"}, "76.26360698"),
        # Creatinine half, cystatin twice: 2^(0.144 − 0.778) = 2^−0.634. −0.43945531248 − 0.23445748986 = −0.67391280234;
        # e to it is 0.5097102753; times 135.
        ({"age": "60", "sex": "male", "creatinine": "0.45", "cystatin_c": "1.6"}, "68.81088717"),
    ),
    "egfr_cys": (
        # Twice: 2^−1.328. ln 0.996 = −0.00400802140. −0.92049945578 − 0.20040106988 = −1.12090052566; e to it is
        # 0.3259861036; times 133.
        ({"age": "50", "sex": "male", "cystatin_c": "1.6"}, "43.35615177"),
        # Half: 2^0.499. 0.34588044310 − 0.08016042795 = 0.26572001515; e to it is 1.3043698038; times 133 × 0.932
        # = 123.956.
        ({"age": "20", "sex": "female", "cystatin_c": "0.4"}, "161.6844634"),
        # At the bend both powers are of 1. −0.20040106988; e to it is 0.8184024507; times 123.956.
        ({"age": "50", "sex": "female", "cystatin_c": "0.8"}, "101.4458942"),
    ),
    "creatinine_clearance_measured": (
        # 1800 mL in 1440 minutes is 1.25 mL/min; a hundredfold.
        (
            {"urine_creatinine": "100", "urine_volume": "1800", "collection_time": "24", "creatinine": "1"},
            "125",
        ),
        # 300 mL in 240 minutes is 1.25 mL/min; 60/1.5 = 40.
        (
            {"urine_creatinine": "60", "urine_volume": "300", "collection_time": "4", "creatinine": "1.5"},
            "50",
        ),
    ),
    "body_surface_area_haycock": (
        # 10^(2 × 0.5378 + 2 × 0.3964) = 10^1.8684 = 73.8584178; times 0.024265.
        ({"weight": "100", "height": "1"}, "1.792174508"),
        # 10^(0.5378 + 0.7928) = 10^1.3306 = 21.40917835; times 0.024265.
        ({"weight": "10", "height": "1"}, "0.5194937126"),
    ),
    "shock_index": (
        # 3/2.
        ({"heart_rate": "120", "systolic": "80"}, "1.5"),
        # 3/5.
        ({"heart_rate": "75", "systolic": "125"}, "0.6"),
    ),
    "pack_years": (
        # Three quarters of a pack for 40 years.
        ({"cigarettes_per_day": "15", "years_smoked": "40"}, "30"),
        # Half a pack for 6 years.
        ({"cigarettes_per_day": "10", "years_smoked": "6"}, "3"),
    ),
    "oxygen_cylinder_duration": (
        # 40 % of 340 L is 136 L; over 4.
        ({"contents": "340", "remaining": "50", "reserve": "10", "flow": "4"}, "34"),
        # All of 680 L; over 15.
        ({"contents": "680", "remaining": "100", "reserve": "0", "flow": "15"}, "136/3"),
    ),
    "estimated_blood_volume": (
        # 2³ = 8; 2.9352 + 2.2533 + 0.6041.
        ({"sex": "male", "weight": "70", "height": "2"}, "5.7926"),
        # 1.6³ = 4.096; 1.4585856 + 1.9848 + 0.1833.
        ({"sex": "female", "weight": "60", "height": "1.6"}, "3.6266856"),
    ),
    "allowable_blood_loss": (
        # 15/37.5 is two fifths.
        ({"blood_volume": "5000", "initial_haematocrit": "45", "lowest_haematocrit": "30"}, "2000"),
        # 15/32.5 is 6/13.
        ({"blood_volume": "3900", "initial_haematocrit": "40", "lowest_haematocrit": "25"}, "1800"),
    ),
    "paediatric_transfusion_volume": (
        # 10 × 3 × 3 = 90; over 0.6.
        (
            {"weight": "10", "haemoglobin": "7", "target_haemoglobin": "10", "pack_haematocrit": "60"},
            "150",
        ),
        # 4.2 × 3.5 × 3 = 44.1; over 0.7.
        (
            {"weight": "4.2", "haemoglobin": "8.5", "target_haemoglobin": "12", "pack_haematocrit": "70"},
            "63",
        ),
    ),
    "iron_deficit": (
        # 30 × 7 × 2.4 = 504, and 450; the label's table has 47.5 mL of 20 mg for it.
        ({"weight": "30", "haemoglobin": "6", "target_haemoglobin": "13"}, "954"),
        # 35 × 9 × 2.4 = 756, and 500.
        ({"weight": "35", "haemoglobin": "6", "target_haemoglobin": "15"}, "1256"),
        # 70 × 6 × 2.4 = 1008, and 500.
        ({"weight": "70", "haemoglobin": "9", "target_haemoglobin": "15"}, "1508"),
    ),
    "absolute_neutrophil_count": (
        # 2 × 19.8 = 39.6; a hundredth.
        ({"white_cells": "2", "neutrophils": "14.8", "bands": "5"}, "0.396"),
        # 5.1 × 48 = 244.8; a hundredth.
        ({"white_cells": "5.1", "neutrophils": "43", "bands": "5"}, "2.448"),
        # 60 % of 4.
        ({"white_cells": "4", "neutrophils": "60"}, "2.4"),
    ),
    "corrected_reticulocyte_count": (
        # 27/45 is three fifths.
        ({"reticulocytes": "5", "haematocrit": "27"}, "3"),
        # Half the normal haematocrit.
        ({"reticulocytes": "2", "haematocrit": "22.5"}, "1"),
    ),
    "reticulocyte_production_index": (
        # 9 × 36/45 = 7.2 in one day.
        ({"reticulocytes": "9", "haematocrit": "36"}, "7.2"),
        # 9 × 35/45 = 7; over 1.5.
        ({"reticulocytes": "9", "haematocrit": "35"}, "14/3"),
        # 9 × 25/45 = 5; over 2.
        ({"reticulocytes": "9", "haematocrit": "25"}, "2.5"),
        # 9 × 15/45 = 3; over 2.5.
        ({"reticulocytes": "9", "haematocrit": "15"}, "1.2"),
    ),
    "maintenance_fluids": (
        # 4 × 3.5.
        ({"weight": "3.5"}, "14"),
        # The whole first step: 4 × 10.
        ({"weight": "10"}, "40"),
        # 40 for the first 10 kg; 2 × 4.6 = 9.2 for the rest.
        ({"weight": "14.6"}, "49.2"),
        # Both steps: 40 + 20.
        ({"weight": "20"}, "60"),
        # 60 for the first 20 kg; 52.5 kg are left at 1 mL.
        ({"weight": "72.5"}, "112.5"),
    ),
}
"""For each function, arguments and the result, both as written on paper; days as year-month-day."""
