"""Scores of infection and critical illness written a second time, from published copies of their tables.

Numbers are exact (`Fraction`) and so are results; criteria are answered "yes" or "no", choices by their words, and an
optional input that is absent is None. ValueError: an answer that is no option, a number outside what a body can have, or
inputs of which too little was given. `WORKED` holds examples worked with a pencil, not with these functions.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from fractions import Fraction
from math import floor
from typing import NamedTuple, NotRequired, TypedDict, Unpack


class Bands(NamedTuple):
    """A line of a score's table: the edges between neighbouring bands, rising, and the points of each band."""

    edges: tuple[Fraction, ...]
    points: tuple[int, ...]

    def from_edge(self, quantity: Fraction) -> int:
        """The points where an edge belongs to the band above it."""
        return self.points[bisect_right(self.edges, quantity)]

    def to_edge(self, quantity: Fraction) -> int:
        """The points where an edge belongs to the band below it."""
        return self.points[bisect_left(self.edges, quantity)]


def bands(edges: str, points: str) -> Bands:
    """A line of a table from its edges and its points, both from the lowest band to the highest."""
    line = Bands(tuple(Fraction(edge) for edge in edges.split()), tuple(int(point) for point in points.split()))
    if len(line.points) != len(line.edges) + 1:
        raise ValueError(f"{len(line.edges)} edges part {len(line.points)} bands")
    return line


def limits(low: str, high: str, quantity: Fraction | None) -> None:
    """ValueError: the quantity, where there is one, is outside the two limits, which are themselves inside."""
    if quantity is not None and not Fraction(low) <= quantity <= Fraction(high):
        raise ValueError(f"{quantity} is not from {low} to {high}")


def choose(answer: str, options: Mapping[str, int]) -> int:
    """The points of the option chosen; ValueError: no such option."""
    if answer not in options:
        raise ValueError(f"{answer!r} is none of {sorted(options)}")
    return options[answer]


def met(answer: str | None) -> bool:
    """Whether a criterion is answered "yes"; a criterion that is absent is not."""
    return answer is not None and choose(answer, {"no": 0, "yes": 1}) == 1


# Glasgow Coma Scale: the best response counts the most, no response counts 1.
EYE = {"none": 1, "to pressure": 2, "to sound": 3, "spontaneous": 4}
VERBAL = {"none": 1, "sounds": 2, "words": 3, "confused": 4, "oriented": 5}
MOTOR = {
    "none": 1,
    "extension": 2,
    "abnormal flexion": 3,
    "normal flexion": 4,
    "localising": 5,
    "obeys commands": 6,
}


def glasgow_coma_scale(eye: str, verbal: str, motor: str) -> int:
    """Depth of coma, 3 (no response at all) to 15 (awake and oriented): eye, verbal and motor response added."""
    return choose(eye, EYE) + choose(verbal, VERBAL) + choose(motor, MOTOR)


UREA_OF_CURB = Fraction(7)
"""mmol/L; more than this counts."""


def crb_65(confusion: str, respiratory_rate: Fraction, systolic: Fraction, diastolic: Fraction, age: Fraction) -> int:
    """Severity of pneumonia without a blood test, 0 to 4: confusion, 30 breaths, pressure under 90 or to 60, 65 years."""
    limits("1", "80", respiratory_rate)
    limits("30", "300", systolic)
    limits("10", "200", diastolic)
    limits("16", "120", age)
    if diastolic >= systolic:
        raise ValueError("the diastolic pressure is not below the systolic")
    low_pressure = systolic < 90 or diastolic <= 60
    return [met(confusion), respiratory_rate >= 30, low_pressure, age >= 65].count(True)


def curb_65(
    confusion: str,
    urea_nitrogen: Fraction,
    respiratory_rate: Fraction,
    systolic: Fraction,
    diastolic: Fraction,
    age: Fraction,
) -> int:
    """Severity of pneumonia in hospital, 0 to 5: the four of CRB-65, and urea above 7 mmol/L."""
    limits("0.5", "100", urea_nitrogen)
    others = crb_65(confusion, respiratory_rate, systolic, diastolic, age)
    return others + 1 if urea_nitrogen > UREA_OF_CURB else others


def sirs(
    temperature: Fraction,
    heart_rate: Fraction,
    respiratory_rate: Fraction,
    white_cells: Fraction,
    paco2: Fraction | None = None,
    immature_forms: str | None = None,
) -> int:
    """Systemic inflammatory response, how many of its 4 conditions are met: temperature, pulse, breathing, white cells."""
    limits("25", "44", temperature)
    limits("10", "300", heart_rate)
    limits("1", "80", respiratory_rate)
    limits("0.01", "500", white_cells)
    limits("5", "150", paco2)
    conditions = (
        not 36 <= temperature <= 38,  # °C
        heart_rate > 90,  # beats a minute
        respiratory_rate > 20 or (paco2 is not None and paco2 < 32),  # breaths a minute, mmHg
        met(immature_forms) or not 4 <= white_cells <= 12,  # 10⁹/L
    )
    return conditions.count(True)


def qsofa(respiratory_rate: Fraction, altered_mentation: str, systolic: Fraction) -> int:
    """Quick bedside signs of a bad outcome of infection, 0 to 3: 22 breaths, altered mentation, systolic to 100 mmHg."""
    limits("1", "80", respiratory_rate)
    limits("30", "300", systolic)
    return [respiratory_rate >= 22, met(altered_mentation), systolic <= 100].count(True)


SOFA_RATIO = bands("100 200 300 400", "4 3 2 1 0")
"""PaO2 over the fraction of inspired oxygen, mmHg."""
SOFA_UNSUPPORTED = 2
"""The most points that lungs without respiratory support can have."""
SOFA_PLATELETS = bands("20 50 100 150", "4 3 2 1 0")
"""10⁹/L."""
SOFA_BILIRUBIN = bands("1.2 2 6 12", "0 1 2 3 4")
"""mg/dL."""
SOFA_COMA = bands("6 10 13 15", "4 3 2 1 0")
"""Glasgow Coma Scale."""
SOFA_CREATININE = bands("1.2 2 3.5 5", "0 1 2 3 4")
"""mg/dL."""
SOFA_URINE = bands("200 500", "4 3 0")
"""mL/day."""
SOFA_DOPAMINE = bands("0 5 15", "0 2 3 4")
"""µg/kg/min, each edge the end of its band."""
SOFA_DOBUTAMINE = bands("0", "0 2")
"""µg/kg/min: any dose."""
SOFA_CATECHOLAMINE = bands("0 0.1", "0 3 4")
"""Adrenaline or noradrenaline, µg/kg/min, each edge the end of its band."""


def sofa(
    pao2: Fraction,
    fio2: Fraction,
    respiratory_support: str,
    platelets: Fraction,
    bilirubin: Fraction,
    glasgow_coma_scale: Fraction,
    creatinine: Fraction,
    mean_arterial_pressure: Fraction | None = None,
    hypotension: str | None = None,
    dopamine: Fraction | None = None,
    dobutamine: Fraction | None = None,
    adrenaline: Fraction | None = None,
    noradrenaline: Fraction | None = None,
    urine_output: Fraction | None = None,
) -> int:
    """Failure of six organs, 0 to 24, each 0 to 4: lungs, platelets, liver, circulation, brain and kidneys."""
    limits("20", "700", pao2)
    limits("21", "100", fio2)
    limits("1", "2000", platelets)
    limits("0.1", "60", bilirubin)
    limits("3", "15", glasgow_coma_scale)
    limits("10", "200", mean_arterial_pressure)
    limits("0.1", "30", creatinine)
    limits("0", "20000", urine_output)
    if mean_arterial_pressure is None and hypotension is None:
        raise ValueError("neither the mean arterial pressure nor whether it is low")

    lungs = SOFA_RATIO.from_edge(pao2 * 100 / fio2)
    if not met(respiratory_support):
        lungs = min(lungs, SOFA_UNSUPPORTED)

    low = met(hypotension) or (mean_arterial_pressure is not None and mean_arterial_pressure < 70)
    circulation = 1 if low else 0
    for dose, most, line in (
        (dopamine, "100", SOFA_DOPAMINE),
        (dobutamine, "100", SOFA_DOBUTAMINE),
        (adrenaline, "10", SOFA_CATECHOLAMINE),
        (noradrenaline, "10", SOFA_CATECHOLAMINE),
    ):
        limits("0", most, dose)
        circulation = max(circulation, line.to_edge(dose or Fraction(0)))

    kidneys = SOFA_CREATININE.from_edge(creatinine)
    if urine_output is not None:
        kidneys = max(kidneys, SOFA_URINE.from_edge(urine_output))

    liver = SOFA_BILIRUBIN.from_edge(bilirubin)
    brain = SOFA_COMA.from_edge(glasgow_coma_scale)
    return lungs + SOFA_PLATELETS.from_edge(platelets) + liver + circulation + brain + kidneys


NEWS_RESPIRATION = bands("9 12 21 25", "3 1 0 2 3")
"""Breaths a minute."""
NEWS_SATURATION = {
    ("usual target", "no"): bands("92 94 96", "3 2 1 0"),
    ("usual target", "yes"): bands("92 94 96", "3 2 1 0"),
    ("hypercapnic target", "no"): bands("84 86 88", "3 2 1 0"),
    ("hypercapnic target", "yes"): bands("84 86 88 93 95 97", "3 2 1 0 1 2 3"),
}
"""%, by the target and by whether oxygen is given."""
NEWS_OXYGEN = {"no": 0, "yes": 2}
NEWS_SYSTOLIC = bands("91 101 111 220", "3 2 1 0 3")
"""mmHg."""
NEWS_PULSE = bands("41 51 91 111 131", "3 1 0 1 2 3")
"""Beats a minute."""
NEWS_CONSCIOUSNESS = {
    "alert": 0,
    "new confusion": 3,
    "responds to voice": 3,
    "responds to pain": 3,
    "unresponsive": 3,
}
NEWS_TEMPERATURE = bands("35 36 38 39", "3 1 0 1 2")
"""°C, each edge the end of its band."""


def news2(
    respiratory_rate: Fraction,
    oxygen_scale: str,
    oxygen_saturation: Fraction,
    on_oxygen: str,
    systolic: Fraction,
    heart_rate: Fraction,
    consciousness: str,
    temperature: Fraction,
) -> int:
    """Early warning of deterioration in hospital, 0 to 20: seven bedside observations."""
    limits("1", "80", respiratory_rate)
    limits("30", "100", oxygen_saturation)
    limits("30", "300", systolic)
    limits("10", "300", heart_rate)
    limits("25", "44", temperature)
    oxygen = choose(on_oxygen, NEWS_OXYGEN)
    if (oxygen_scale, on_oxygen) not in NEWS_SATURATION:
        raise ValueError(f"no such target: {oxygen_scale!r}")
    return (
        NEWS_RESPIRATION.from_edge(respiratory_rate)
        + NEWS_SATURATION[oxygen_scale, on_oxygen].from_edge(oxygen_saturation)
        + oxygen
        + NEWS_SYSTOLIC.from_edge(systolic)
        + NEWS_PULSE.from_edge(heart_rate)
        + choose(consciousness, NEWS_CONSCIOUSNESS)
        + NEWS_TEMPERATURE.to_edge(temperature)
    )


MCISAAC_AGE = bands("15 45", "1 0 -1")
"""Years."""


def centor_mcisaac(
    temperature: Fraction,
    no_cough: str,
    tender_cervical_nodes: str,
    tonsillar_swelling_or_exudate: str,
    age: Fraction,
) -> int:
    """Likelihood of streptococci in a sore throat, -1 to 5: four findings, one more for a child, one less from 45 years."""
    limits("25", "44", temperature)
    limits("3", "120", age)
    signs = (met(no_cough), met(tender_cervical_nodes), met(tonsillar_swelling_or_exudate), temperature > 38)
    return signs.count(True) + MCISAAC_AGE.from_edge(age)


BLATCHFORD_UREA = bands("6.5 8 10", "0 2 3 4")
"""mmol/L, as far as the band that ends with 25."""
BLATCHFORD_UREA_HIGHEST = (Fraction(25), 6)
"""mmol/L above which urea has the highest points, and those points."""
BLATCHFORD_HAEMOGLOBIN = {"female": bands("10 12", "6 1 0"), "male": bands("10 12 13", "6 3 1 0")}
"""g/dL."""
BLATCHFORD_SYSTOLIC = bands("90 100 110", "3 2 1 0")
"""mmHg."""
BLATCHFORD_PULSE = bands("100", "0 1")
"""Beats a minute."""


def glasgow_blatchford(
    sex: str,
    urea_nitrogen: Fraction,
    haemoglobin: Fraction,
    systolic: Fraction,
    heart_rate: Fraction,
    melaena: str,
    syncope: str,
    hepatic_disease: str,
    cardiac_failure: str,
) -> int:
    """Need of treatment for bleeding from the upper gut before endoscopy, 0 to 23."""
    limits("0.5", "100", urea_nitrogen)
    limits("2", "25", haemoglobin)
    limits("30", "300", systolic)
    limits("10", "300", heart_rate)
    if sex not in BLATCHFORD_HAEMOGLOBIN:
        raise ValueError(f"neither female nor male: {sex!r}")
    above, highest = BLATCHFORD_UREA_HIGHEST
    measured = (
        highest if urea_nitrogen > above else BLATCHFORD_UREA.from_edge(urea_nitrogen),
        BLATCHFORD_HAEMOGLOBIN[sex].from_edge(haemoglobin),
        BLATCHFORD_SYSTOLIC.from_edge(systolic),
        BLATCHFORD_PULSE.from_edge(heart_rate),
    )
    one = (met(melaena),).count(True)
    two = (met(syncope), met(hepatic_disease), met(cardiac_failure)).count(True)
    return sum(measured) + one + 2 * two


PSI_WOMEN = -10
"""Points that a woman has beside her years."""
PSI_RESIDENT = 10
"""Points of a nursing home resident."""
PSI_CLASSES = (("II", 70), ("III", 90), ("IV", 130))
"""The most points of each risk class from II; above them all it is V."""
PSI_YOUNG = 50
"""Years, the oldest that class I can be."""


class Pneumonia(TypedDict):
    """What the Pneumonia Severity Index asks."""

    age: Fraction
    sex: str
    nursing_home_resident: str
    neoplastic_disease: str
    chronic_liver_disease: str
    known_heart_failure: str
    stroke_or_tia: str
    chronic_renal_disease: str
    altered_mental_status: str
    respiratory_rate: Fraction
    systolic: Fraction
    temperature: Fraction
    heart_rate: Fraction
    arterial_ph: Fraction
    urea_nitrogen: Fraction
    sodium: Fraction
    glucose: Fraction
    haematocrit: Fraction
    pleural_effusion: str
    pao2: NotRequired[Fraction | None]
    oxygen_saturation: NotRequired[Fraction | None]


def psi_coexisting(patient: Pneumonia) -> int:
    """Points of the five illnesses that pneumonia found already there."""
    return (
        30 * met(patient["neoplastic_disease"])
        + 20 * met(patient["chronic_liver_disease"])
        + 10 * met(patient["known_heart_failure"])
        + 10 * met(patient["stroke_or_tia"])
        + 10 * met(patient["chronic_renal_disease"])
    )


def psi_examination(patient: Pneumonia) -> int:
    """Points of the five findings on examination."""
    return (
        20 * met(patient["altered_mental_status"])
        + 20 * (patient["respiratory_rate"] >= 30)  # breaths a minute
        + 20 * (patient["systolic"] < 90)  # mmHg
        + 15 * (not 35 <= patient["temperature"] < 40)  # °C
        + 10 * (patient["heart_rate"] >= 125)  # beats a minute
    )


def psi_tests(patient: Pneumonia) -> int:
    """Points of the blood and the chest film."""
    pao2, saturation = patient.get("pao2"), patient.get("oxygen_saturation")
    if pao2 is None and saturation is None:
        raise ValueError("neither PaO2 nor oxygen saturation")
    hypoxic = (pao2 is not None and pao2 < 60) or (saturation is not None and saturation < 90)  # mmHg, %
    return (
        30 * (patient["arterial_ph"] < Fraction("7.35"))
        + 20 * (patient["urea_nitrogen"] >= 30)  # mg/dL
        + 20 * (patient["sodium"] < 130)  # mmol/L
        + 10 * (patient["glucose"] >= 250)  # mg/dL
        + 10 * (patient["haematocrit"] < 30)  # %
        + 10 * hypoxic
        + 10 * met(patient["pleural_effusion"])
    )


def psi(
    age: Fraction,
    sex: str,
    nursing_home_resident: str,
    neoplastic_disease: str,
    chronic_liver_disease: str,
    known_heart_failure: str,
    stroke_or_tia: str,
    chronic_renal_disease: str,
    altered_mental_status: str,
    respiratory_rate: Fraction,
    systolic: Fraction,
    temperature: Fraction,
    heart_rate: Fraction,
    arterial_ph: Fraction,
    urea_nitrogen: Fraction,
    sodium: Fraction,
    glucose: Fraction,
    haematocrit: Fraction,
    pleural_effusion: str,
    pao2: Fraction | None = None,
    oxygen_saturation: Fraction | None = None,
) -> int:
    """Pneumonia Severity Index: completed years, ten fewer for a woman, and points of illnesses, findings and tests."""
    limits("18", "120", age)
    limits("1", "80", respiratory_rate)
    limits("30", "300", systolic)
    limits("25", "44", temperature)
    limits("10", "300", heart_rate)
    limits("6.5", "8", arterial_ph)
    limits("1", "280", urea_nitrogen)
    limits("90", "200", sodium)
    limits("10", "2000", glucose)
    limits("5", "80", haematocrit)
    limits("20", "700", pao2)
    limits("30", "100", oxygen_saturation)
    patient = Pneumonia(
        age=age,
        sex=sex,
        nursing_home_resident=nursing_home_resident,
        neoplastic_disease=neoplastic_disease,
        chronic_liver_disease=chronic_liver_disease,
        known_heart_failure=known_heart_failure,
        stroke_or_tia=stroke_or_tia,
        chronic_renal_disease=chronic_renal_disease,
        altered_mental_status=altered_mental_status,
        respiratory_rate=respiratory_rate,
        systolic=systolic,
        temperature=temperature,
        heart_rate=heart_rate,
        arterial_ph=arterial_ph,
        urea_nitrogen=urea_nitrogen,
        sodium=sodium,
        glucose=glucose,
        haematocrit=haematocrit,
        pleural_effusion=pleural_effusion,
        pao2=pao2,
        oxygen_saturation=oxygen_saturation,
    )
    person = floor(age) + choose(sex, {"male": 0, "female": PSI_WOMEN}) + PSI_RESIDENT * met(nursing_home_resident)
    return person + psi_coexisting(patient) + psi_examination(patient) + psi_tests(patient)


def psi_risk_class(**patient: Unpack[Pneumonia]) -> str:
    """The risk class, "I" to "V", that goes with the points of `psi`; its inputs are those of `psi`."""
    points = psi(**patient)
    if floor(patient["age"]) <= PSI_YOUNG and psi_coexisting(patient) == 0 and psi_examination(patient) == 0:
        return "I"
    for name, most in PSI_CLASSES:
        if points <= most:
            return name
    return "V"


CHARLSON_LIVER = {"none": 0, "mild": 1, "moderate or severe": 3}
CHARLSON_DIABETES = {"none": 0, "uncomplicated": 1, "end-organ damage": 2}
CHARLSON_TUMOUR = {"none": 0, "not metastatic": 2, "metastatic": 6}
CHARLSON_AGE = bands("50 60 70 80", "0 1 2 3 4")
"""Years."""


def charlson(
    counted: str,
    myocardial_infarct: str,
    congestive_heart_failure: str,
    peripheral_vascular_disease: str,
    cerebrovascular_disease: str,
    dementia: str,
    chronic_pulmonary_disease: str,
    connective_tissue_disease: str,
    ulcer_disease: str,
    hemiplegia: str,
    moderate_or_severe_renal_disease: str,
    leukaemia: str,
    lymphoma: str,
    aids: str,
    liver_disease: str,
    diabetes: str,
    solid_tumour: str,
    age: Fraction | None = None,
) -> int:
    """Burden of other illness on survival: each condition by its weight, with a point a decade from 50 years if wanted."""
    limits("16", "120", age)
    by_weight = {
        1: (
            myocardial_infarct,
            congestive_heart_failure,
            peripheral_vascular_disease,
            cerebrovascular_disease,
            dementia,
            chronic_pulmonary_disease,
            connective_tissue_disease,
            ulcer_disease,
        ),
        2: (hemiplegia, moderate_or_severe_renal_disease, leukaemia, lymphoma),
        6: (aids,),
    }
    conditions = sum(weight * met(answer) for weight, answers in by_weight.items() for answer in answers)
    conditions += choose(liver_disease, CHARLSON_LIVER)
    conditions += choose(diabetes, CHARLSON_DIABETES)
    conditions += choose(solid_tumour, CHARLSON_TUMOUR)
    if not choose(counted, {"conditions alone": 0, "conditions and age": 1}):
        return conditions
    if age is None:
        raise ValueError("the points for age need the age")
    return conditions + CHARLSON_AGE.from_edge(age)


APACHE_TEMPERATURE = bands("30 32 34 36 38.5 39 41", "4 3 2 1 0 1 3 4")
"""°C."""
APACHE_PRESSURE = bands("50 70 110 130 160", "4 2 0 2 3 4")
"""Mean arterial, mmHg."""
APACHE_PULSE = bands("40 55 70 110 140 180", "4 3 2 0 2 3 4")
"""Beats a minute."""
APACHE_RESPIRATION = bands("6 10 12 25 35 50", "4 2 1 0 1 3 4")
"""Breaths a minute."""
APACHE_GRADIENT = bands("200 350 500", "0 2 3 4")
"""Alveolar less arterial oxygen, mmHg."""
APACHE_PAO2 = bands("55 61", "4 3 1")
"""mmHg, as far as the band that ends with 70."""
APACHE_PAO2_ENOUGH = Fraction(70)
"""mmHg above which there are no points."""
APACHE_PH = bands("7.15 7.25 7.33 7.5 7.6 7.7", "4 3 2 0 1 3 4")
APACHE_SODIUM = bands("111 120 130 150 155 160 180", "4 3 2 0 1 2 3 4")
"""mmol/L."""
APACHE_POTASSIUM = bands("2.5 3 3.5 5.5 6 7", "4 2 1 0 1 3 4")
"""mmol/L."""
APACHE_CREATININE = bands("0.6 1.5 2 3.5", "2 0 2 3 4")
"""mg/dL."""
APACHE_HAEMATOCRIT = bands("20 30 46 50 60", "4 2 0 1 2 4")
"""%."""
APACHE_WHITE_CELLS = bands("1 3 15 20 40", "4 2 0 1 2 4")
"""10⁹/L."""
APACHE_AGE = bands("45 55 65 75", "0 2 3 5 6")
"""Years."""
APACHE_CHRONIC = {"non-operative": 5, "emergency postoperative": 5, "elective postoperative": 2}
FULL_COMA_SCALE = 15


def apache_ii(
    temperature: Fraction,
    mean_arterial_pressure: Fraction,
    heart_rate: Fraction,
    respiratory_rate: Fraction,
    high_inspired_oxygen: str,
    arterial_ph: Fraction,
    sodium: Fraction,
    potassium: Fraction,
    creatinine: Fraction,
    acute_renal_failure: str,
    haematocrit: Fraction,
    white_cells: Fraction,
    glasgow_coma_scale: Fraction,
    age: Fraction,
    chronic_insufficiency: str,
    operative_state: str,
    aa_gradient: Fraction | None = None,
    pao2: Fraction | None = None,
) -> Fraction:
    """Severity of illness on the first day of intensive care, 0 to 71: twelve measurements, age and chronic health."""
    limits("0", "700", aa_gradient)
    limits("10", "700", pao2)
    limits("3", "15", glasgow_coma_scale)
    total = FULL_COMA_SCALE - glasgow_coma_scale
    for quantity, low, high, line in (
        (temperature, "25", "44", APACHE_TEMPERATURE),
        (mean_arterial_pressure, "10", "250", APACHE_PRESSURE),
        (heart_rate, "10", "300", APACHE_PULSE),
        (respiratory_rate, "1", "80", APACHE_RESPIRATION),
        (arterial_ph, "6.5", "8", APACHE_PH),
        (sodium, "90", "200", APACHE_SODIUM),
        (potassium, "1", "10", APACHE_POTASSIUM),
        (haematocrit, "5", "80", APACHE_HAEMATOCRIT),
        (white_cells, "0.01", "500", APACHE_WHITE_CELLS),
        (age, "16", "120", APACHE_AGE),
    ):
        limits(low, high, quantity)
        total += line.from_edge(quantity)

    if met(high_inspired_oxygen):
        if aa_gradient is None:
            raise ValueError("high inspired oxygen needs the gradient")
        total += APACHE_GRADIENT.from_edge(aa_gradient)
    else:
        if pao2 is None:
            raise ValueError("lower inspired oxygen needs PaO2")
        total += 0 if pao2 > APACHE_PAO2_ENOUGH else APACHE_PAO2.from_edge(pao2)

    limits("0.1", "30", creatinine)
    total += APACHE_CREATININE.from_edge(creatinine) * (2 if met(acute_renal_failure) else 1)
    chronic = choose(operative_state, APACHE_CHRONIC)
    return total + (chronic if met(chronic_insufficiency) else 0)


HEALTHY_LUNGS = {
    "neoplastic_disease": "no",
    "chronic_liver_disease": "no",
    "known_heart_failure": "no",
    "stroke_or_tia": "no",
    "chronic_renal_disease": "no",
    "altered_mental_status": "no",
    "respiratory_rate": "20",
    "systolic": "120",
    "temperature": "37",
    "heart_rate": "80",
    "arterial_ph": "7.4",
    "urea_nitrogen": "15",
    "sodium": "138",
    "glucose": "110",
    "haematocrit": "42",
    "pleural_effusion": "no",
}
"""For the examples of `psi`: nothing that has points."""
NO_ILLNESS = {
    "myocardial_infarct": "no",
    "congestive_heart_failure": "no",
    "peripheral_vascular_disease": "no",
    "cerebrovascular_disease": "no",
    "dementia": "no",
    "chronic_pulmonary_disease": "no",
    "connective_tissue_disease": "no",
    "ulcer_disease": "no",
    "hemiplegia": "no",
    "moderate_or_severe_renal_disease": "no",
    "leukaemia": "no",
    "lymphoma": "no",
    "aids": "no",
    "liver_disease": "none",
    "diabetes": "none",
    "solid_tumour": "none",
}
"""For the examples of `charlson`: no condition."""
STEADY = {
    "temperature": "37",
    "mean_arterial_pressure": "90",
    "heart_rate": "80",
    "respiratory_rate": "16",
    "high_inspired_oxygen": "no",
    "pao2": "95",
    "arterial_ph": "7.4",
    "sodium": "140",
    "potassium": "4",
    "creatinine": "1",
    "acute_renal_failure": "no",
    "haematocrit": "40",
    "white_cells": "8",
    "glasgow_coma_scale": "15",
    "age": "30",
    "chronic_insufficiency": "no",
    "operative_state": "non-operative",
}
"""For the examples of `apache_ii`: nothing that has points."""
SOUND_ORGANS = {
    "pao2": "95",
    "fio2": "21",
    "respiratory_support": "no",
    "platelets": "200",
    "bilirubin": "0.8",
    "glasgow_coma_scale": "15",
    "mean_arterial_pressure": "85",
    "creatinine": "0.9",
}
"""For the examples of `sofa`: nothing that has points."""
CALM = {
    "respiratory_rate": "16",
    "oxygen_scale": "usual target",
    "oxygen_saturation": "97",
    "on_oxygen": "no",
    "systolic": "120",
    "heart_rate": "70",
    "consciousness": "alert",
    "temperature": "37",
}
"""For the examples of `news2`: nothing that has points."""

WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "glasgow_coma_scale": (
        # 4 + 5 + 6.
        ({"eye": "spontaneous", "verbal": "oriented", "motor": "obeys commands"}, "15"),
        # 1 + 1 + 1.
        ({"eye": "none", "verbal": "none", "motor": "none"}, "3"),
        # 2 + 3 + 5.
        ({"eye": "to pressure", "verbal": "words", "motor": "localising"}, "10"),
        # 3 + 4 + 4.
        ({"eye": "to sound", "verbal": "confused", "motor": "normal flexion"}, "11"),
        # 1 + 2 + 3, then 1 + 1 + 2.
        ({"eye": "none", "verbal": "sounds", "motor": "abnormal flexion"}, "6"),
        ({"eye": "none", "verbal": "none", "motor": "extension"}, "4"),
    ),
    "curb_65": (
        # An examination question: confused 1, urea_nitrogen 10 above 7 1, 25 breaths 0, 110/70 0, 71 years 1.
        (
            {
                "confusion": "yes",
                "urea_nitrogen": "10",
                "respiratory_rate": "25",
                "systolic": "110",
                "diastolic": "70",
                "age": "71",
            },
            "3",
        ),
        # Urea 7 is not above 7; 29 breaths 0; 90 is not below 90, 61 is above 60; 64 years 0.
        (
            {
                "confusion": "no",
                "urea_nitrogen": "7",
                "respiratory_rate": "29",
                "systolic": "90",
                "diastolic": "61",
                "age": "64",
            },
            "0",
        ),
        # All five: 7.1, 30 breaths, diastolic 60, 65 years.
        (
            {
                "confusion": "yes",
                "urea_nitrogen": "7.1",
                "respiratory_rate": "30",
                "systolic": "100",
                "diastolic": "60",
                "age": "65",
            },
            "5",
        ),
    ),
    "crb_65": (
        # 32 breaths 1, systolic 88 and diastolic 50 together 1, 80 years 1.
        (
            {"confusion": "no", "respiratory_rate": "32", "systolic": "88", "diastolic": "50", "age": "80"},
            "3",
        ),
        # Confusion 1; nothing else.
        (
            {"confusion": "yes", "respiratory_rate": "18", "systolic": "130", "diastolic": "80", "age": "40"},
            "1",
        ),
    ),
    "sirs": (
        # 38 is not above 38, 90 not above 90, 20 not above 20 and PaCO2 32 not below 32, 12 not above 12.
        (
            {
                "temperature": "38",
                "heart_rate": "90",
                "respiratory_rate": "20",
                "white_cells": "12",
                "paco2": "32",
            },
            "0",
        ),
        # 35.9 1, 91 1, PaCO2 31 1, immature forms 1.
        (
            {
                "temperature": "35.9",
                "heart_rate": "91",
                "respiratory_rate": "16",
                "white_cells": "8",
                "paco2": "31",
                "immature_forms": "yes",
            },
            "4",
        ),
        # 38.5 1, 80 0, 24 1, white cells 3.9 1.
        ({"temperature": "38.5", "heart_rate": "80", "respiratory_rate": "24", "white_cells": "3.9"}, "3"),
    ),
    "qsofa": (
        # 22 1, no 0, 100 1.
        ({"respiratory_rate": "22", "altered_mentation": "no", "systolic": "100"}, "2"),
        # 21 0, yes 1, 101 0.
        ({"respiratory_rate": "21", "altered_mentation": "yes", "systolic": "101"}, "1"),
    ),
    "sofa": (
        # 95/0.21 is above 400; no organ has points.
        (SOUND_ORGANS, "0"),
        # 60/0.6 = 100, not below 100: 3; platelets 80: 2; bilirubin 2.5: 2; noradrenaline 0.1: 3; coma 9: 3;
        # creatinine 3.4: 2 but urine 400: 3. 3 + 2 + 2 + 3 + 3 + 3 = 16.
        (
            {
                "pao2": "60",
                "fio2": "60",
                "respiratory_support": "yes",
                "platelets": "80",
                "bilirubin": "2.5",
                "glasgow_coma_scale": "9",
                "mean_arterial_pressure": "72",
                "noradrenaline": "0.1",
                "creatinine": "3.4",
                "urine_output": "400",
            },
            "16",
        ),
        # 45/0.5 = 90 without support: 2; platelets 19: 4; bilirubin 12: 4; low pressure: 1; coma 14: 1; creatinine 5: 4.
        (
            {
                "pao2": "45",
                "fio2": "50",
                "respiratory_support": "no",
                "platelets": "19",
                "bilirubin": "12",
                "glasgow_coma_scale": "14",
                "hypotension": "yes",
                "creatinine": "5",
            },
            "16",
        ),
        # Only the circulation: dobutamine 2: 2, dopamine 15 is not above 15: 3; the worse is 3.
        (SOUND_ORGANS | {"dopamine": "15", "dobutamine": "2"}, "3"),
    ),
    "news2": (
        (CALM, "0"),
        # 10: 1; 93 %: 2; oxygen: 2; 220: 3; 45: 1; alert: 0; 39.0: 1. 1 + 2 + 2 + 3 + 1 + 1 = 10.
        (
            {
                "respiratory_rate": "10",
                "oxygen_scale": "usual target",
                "oxygen_saturation": "93",
                "on_oxygen": "yes",
                "systolic": "220",
                "heart_rate": "45",
                "consciousness": "alert",
                "temperature": "39",
            },
            "10",
        ),
        # Lower target: 97 % on oxygen 3, oxygen 2; on air 0.
        (CALM | {"oxygen_scale": "hypercapnic target", "on_oxygen": "yes"}, "5"),
        (CALM | {"oxygen_scale": "hypercapnic target"}, "0"),
        # 8: 3; 91 %: 3; oxygen: 2; 90: 3; 131: 3; voice: 3; 35.0: 3. 20.
        (
            {
                "respiratory_rate": "8",
                "oxygen_scale": "usual target",
                "oxygen_saturation": "91",
                "on_oxygen": "yes",
                "systolic": "90",
                "heart_rate": "131",
                "consciousness": "responds to voice",
                "temperature": "35",
            },
            "20",
        ),
        # 36.0 ends the band of 1; 36.05 is above it: 0; 39.05 is above 39.0: 2.
        (CALM | {"temperature": "36"}, "1"),
        (CALM | {"temperature": "36.05"}, "0"),
        (CALM | {"temperature": "39.05"}, "2"),
    ),
    "centor_mcisaac": (
        # Four findings and a child of 8: 4 + 1.
        (
            {
                "temperature": "38.6",
                "no_cough": "yes",
                "tender_cervical_nodes": "yes",
                "tonsillar_swelling_or_exudate": "yes",
                "age": "8",
            },
            "5",
        ),
        # 38.0 is not above 38; nothing else; 50 years: -1.
        (
            {
                "temperature": "38",
                "no_cough": "no",
                "tender_cervical_nodes": "no",
                "tonsillar_swelling_or_exudate": "no",
                "age": "50",
            },
            "-1",
        ),
        # No cough 1, exudate 1, 25 years 0.
        (
            {
                "temperature": "37.2",
                "no_cough": "yes",
                "tender_cervical_nodes": "no",
                "tonsillar_swelling_or_exudate": "yes",
                "age": "25",
            },
            "2",
        ),
    ),
    "glasgow_blatchford": (
        # Urea 6.4, haemoglobin 13, systolic 110, pulse 99: nothing.
        (
            {
                "sex": "male",
                "urea_nitrogen": "6.4",
                "haemoglobin": "13",
                "systolic": "110",
                "heart_rate": "99",
                "melaena": "no",
                "syncope": "no",
                "hepatic_disease": "no",
                "cardiac_failure": "no",
            },
            "0",
        ),
        # Urea 25: 4; a woman's 11.9: 1; 95: 2; pulse 100: 1; melaena 1; heart 2. 4 + 1 + 2 + 1 + 1 + 2 = 11.
        (
            {
                "sex": "female",
                "urea_nitrogen": "25",
                "haemoglobin": "11.9",
                "systolic": "95",
                "heart_rate": "100",
                "melaena": "yes",
                "syncope": "no",
                "hepatic_disease": "no",
                "cardiac_failure": "yes",
            },
            "11",
        ),
        # The most: 6 + 6 + 3 + 1 + 1 + 2 + 2 + 2 = 23.
        (
            {
                "sex": "male",
                "urea_nitrogen": "25.1",
                "haemoglobin": "9.9",
                "systolic": "89",
                "heart_rate": "120",
                "melaena": "yes",
                "syncope": "yes",
                "hepatic_disease": "yes",
                "cardiac_failure": "yes",
            },
            "23",
        ),
        # Urea 8: 3; a man's 11.9: 3; 100: 1; syncope 2; liver 2. 3 + 3 + 1 + 2 + 2 = 11.
        (
            {
                "sex": "male",
                "urea_nitrogen": "8",
                "haemoglobin": "11.9",
                "systolic": "100",
                "heart_rate": "70",
                "melaena": "no",
                "syncope": "yes",
                "hepatic_disease": "yes",
                "cardiac_failure": "no",
            },
            "11",
        ),
    ),
    "psi": (
        # 45.9 is 45 completed years; 45 - 10 = 35. (Class I.)
        (
            HEALTHY_LUNGS | {"age": "45.9", "sex": "female", "nursing_home_resident": "no", "oxygen_saturation": "96"},
            "35",
        ),
        # 84 - 10 + 10 = 84; stroke 10, mental status 20, 32 breaths 20, urea_nitrogen nitrogen 30 20, PaO2 58 10, effusion 10.
        # 84 + 90 = 174. (Class V.)
        (
            HEALTHY_LUNGS
            | {
                "age": "84",
                "sex": "female",
                "nursing_home_resident": "yes",
                "stroke_or_tia": "yes",
                "altered_mental_status": "yes",
                "respiratory_rate": "32",
                "urea_nitrogen": "30",
                "pao2": "58",
                "pleural_effusion": "yes",
            },
            "174",
        ),
        # 60 + tumour 30 + liver 20 + heart 10 + kidney 10 = 130; pressure 90, 39.9 °C and pulse 124 add nothing.
        # (Class IV.)
        (
            HEALTHY_LUNGS
            | {
                "age": "60",
                "sex": "male",
                "nursing_home_resident": "no",
                "neoplastic_disease": "yes",
                "chronic_liver_disease": "yes",
                "known_heart_failure": "yes",
                "chronic_renal_disease": "yes",
                "systolic": "90",
                "temperature": "39.9",
                "heart_rate": "124",
                "pao2": "60",
            },
            "130",
        ),
        # 40 + pressure 20 + 40 °C 15 + pulse 10 + pH 30 + sodium 20 + glucose 10 + haematocrit 10 + saturation 10.
        # 40 + 125 = 165. (Class V.)
        (
            HEALTHY_LUNGS
            | {
                "age": "40",
                "sex": "male",
                "nursing_home_resident": "no",
                "systolic": "89",
                "temperature": "40",
                "heart_rate": "125",
                "arterial_ph": "7.34",
                "sodium": "129",
                "glucose": "250",
                "haematocrit": "29",
                "pao2": "70",
                "oxygen_saturation": "89",
            },
            "165",
        ),
    ),
    "charlson": (
        # Infarct 1, diabetes with organ damage 2, kidneys 2.
        (
            NO_ILLNESS
            | {
                "counted": "conditions alone",
                "myocardial_infarct": "yes",
                "diabetes": "end-organ damage",
                "moderate_or_severe_renal_disease": "yes",
            },
            "5",
        ),
        # Lungs 1, liver 3, metastases 6, 80 years 4.
        (
            NO_ILLNESS
            | {
                "counted": "conditions and age",
                "age": "80",
                "chronic_pulmonary_disease": "yes",
                "liver_disease": "moderate or severe",
                "solid_tumour": "metastatic",
            },
            "14",
        ),
        # Everything: 8 × 1 + 4 × 2 + 6 + 3 + 2 + 6 = 33, and 95 years 4.
        (
            dict.fromkeys(NO_ILLNESS, "yes")
            | {
                "counted": "conditions and age",
                "age": "95",
                "liver_disease": "moderate or severe",
                "diabetes": "end-organ damage",
                "solid_tumour": "metastatic",
            },
            "37",
        ),
        # No condition; 49 years 0, 50 years 1.
        (NO_ILLNESS | {"counted": "conditions and age", "age": "49"}, "0"),
        (NO_ILLNESS | {"counted": "conditions and age", "age": "50"}, "1"),
        # Mild liver 1, treated diabetes 1, tumour 2, leukaemia 2; the age is not counted.
        (
            NO_ILLNESS
            | {
                "counted": "conditions alone",
                "age": "75",
                "liver_disease": "mild",
                "diabetes": "uncomplicated",
                "solid_tumour": "not metastatic",
                "leukaemia": "yes",
            },
            "6",
        ),
    ),
    "apache_ii": (
        (STEADY, "0"),
        # 39.5 3, pressure 60 2, pulse 130 2, breaths 30 1, gradient 400 3, pH 7.28 2, sodium 152 1, potassium 5.7 1,
        # creatinine 2.5 3 twice, haematocrit 28 2, white cells 22 2, coma 15 - 10 = 5: 30; 70 years 5; chronic 5.
        (
            {
                "temperature": "39.5",
                "mean_arterial_pressure": "60",
                "heart_rate": "130",
                "respiratory_rate": "30",
                "high_inspired_oxygen": "yes",
                "aa_gradient": "400",
                "arterial_ph": "7.28",
                "sodium": "152",
                "potassium": "5.7",
                "creatinine": "2.5",
                "acute_renal_failure": "yes",
                "haematocrit": "28",
                "white_cells": "22",
                "glasgow_coma_scale": "10",
                "age": "70",
                "chronic_insufficiency": "yes",
                "operative_state": "emergency postoperative",
            },
            "40",
        ),
        # The most: ten measurements of 4, creatinine 4 twice, coma 12: 60; 75 years 6; chronic 5.
        (
            {
                "temperature": "29.9",
                "mean_arterial_pressure": "49",
                "heart_rate": "180",
                "respiratory_rate": "5",
                "high_inspired_oxygen": "yes",
                "aa_gradient": "500",
                "arterial_ph": "7.14",
                "sodium": "110",
                "potassium": "7",
                "creatinine": "3.5",
                "acute_renal_failure": "yes",
                "haematocrit": "60",
                "white_cells": "0.9",
                "glasgow_coma_scale": "3",
                "age": "75",
                "chronic_insufficiency": "yes",
                "operative_state": "non-operative",
            },
            "71",
        ),
        # PaO2 70 1, creatinine 0.5 2, elective surgery with chronic insufficiency 2.
        (
            STEADY
            | {
                "pao2": "70",
                "creatinine": "0.5",
                "chronic_insufficiency": "yes",
                "operative_state": "elective postoperative",
            },
            "5",
        ),
        # PaO2 60.5 lies in the band that begins with 55: 3.
        (STEADY | {"pao2": "60.5"}, "3"),
    ),
}
