"""Opioid equivalents, bedside scales and further ward scores written a second time, from what their sources print.

Nothing here knows how the product computes. Numbers are exact (`Fraction`), answers are words. A word that the scale
does not have, a needed number that is missing and a number outside the scale raise ValueError. `WORKED` holds examples
worked with a pencil, not with these functions.
"""

from collections.abc import Mapping
from fractions import Fraction

HUNDRED = 100
"""Per cent in a whole."""

FACTORS_2022: Mapping[str, Fraction] = {
    "codeine": Fraction("0.15"),
    "fentanyl patch": Fraction("2.4"),
    "hydrocodone": Fraction(1),
    "hydromorphone": Fraction(5),
    "methadone": Fraction("4.7"),
    "morphine": Fraction(1),
    "oxycodone": Fraction("1.5"),
    "oxymorphone": Fraction(3),
    "tapentadol": Fraction("0.4"),
    "tramadol": Fraction("0.2"),
}
"""Conversion factors of the CDC, 2022: mg of oral morphine for a mg by mouth; fentanyl, mg/day for a microgram/h."""

FENTANYL_2017 = Fraction("7.2") / 3
"""Compilation of the CDC, 2017: 7.2 for a patch that is worn for 3 days; mg/day of oral morphine for a microgram/h."""

FACTORS_2017: Mapping[str, Fraction] = {
    "codeine": Fraction("0.15"),
    "fentanyl patch": FENTANYL_2017,
    "hydrocodone": Fraction(1),
    "hydromorphone": Fraction(4),
    "morphine": Fraction(1),
    "oxycodone": Fraction("1.5"),
    "oxymorphone": Fraction(3),
    "tapentadol": Fraction("0.4"),
    "tramadol": Fraction("0.1"),
}
"""Compilation of the CDC, 2017, in the units of the factors of 2022; methadone has bands instead."""

METHADONE_2017 = ((20, 4), (40, 8), (60, 10))
"""Methadone: upper end of a band, mg/day, which belongs to it, and the factor there."""
METHADONE_2017_ABOVE = 12
"""Methadone: factor above the last band."""

ORAL_MORPHINE_OF_A_MG: Mapping[str, Fraction] = {
    "morphine": Fraction(1),
    "oxycodone": Fraction("1.5"),
    "hydromorphone": Fraction(5),
}
"""Table of the Faculty of Pain Medicine, 2021: mg of oral morphine for a mg by mouth."""
ROTATIONS = frozenset(f"{now} to {new}" for now in ORAL_MORPHINE_OF_A_MG for new in ORAL_MORPHINE_OF_A_MG if now != new)
"""The switches that the table allows."""
LEAST_REDUCTION, MOST_REDUCTION = 25, 50
"""Window of the reduction below the equianalgesic dose, per cent."""

ROCKALL_COMORBIDITY = {"none": 0, "moderate": 2, "severe": 3}
"""Points of comorbidity: nothing major; heart or another major disease; kidney, liver or spread cancer."""

DUKE_WEIGHTS: Mapping[str, Fraction] = {
    "self_care": Fraction("2.75"),
    "walking_indoors": Fraction("1.75"),
    "walking_on_level_ground": Fraction("2.75"),
    "climbing_stairs": Fraction("5.5"),
    "running": Fraction(8),
    "light_housework": Fraction("2.7"),
    "moderate_housework": Fraction("3.5"),
    "heavy_housework": Fraction(8),
    "garden_work": Fraction("4.5"),
    "sexual_relations": Fraction("5.25"),
    "moderate_recreation": Fraction(6),
    "strenuous_sports": Fraction("7.5"),
}
"""Points of each activity."""

RANSON: Mapping[str, tuple[int, int, int, int, int]] = {
    "other": (55, 16, 200, 350, 250),
    "gallstones": (70, 18, 220, 400, 250),
}
"""To be exceeded: age in years, white cells in 10⁹/L, glucose in mg/dL, lactate dehydrogenase and AST in U/L."""

FREQUENCIES = ("not at all", "several days", "more than half the days", "nearly every day")
"""How often in two weeks; each is worth its place, from 0."""
STRENGTHS = ("no drift", "drift", "some effort against gravity", "no effort against gravity", "no movement")
"""Strength of a limb; each is worth its place, from 0."""


def finding(answer: str) -> bool:
    """Whether a criterion is met; ValueError: neither "yes" nor "no"."""
    if answer not in ("yes", "no"):
        raise ValueError(f"neither yes nor no: {answer!r}")
    return answer == "yes"


def place(answer: str, *scale: str) -> int:
    """Where an answer stands on a scale, from 0; ValueError: not on it."""
    if answer not in scale:
        raise ValueError(f"not an option: {answer!r}")
    return scale.index(answer)


def steps(value: Fraction, *starts: int) -> int:
    """How many of the starts of higher bands a number has reached."""
    return sum(value >= start for start in starts)


def equivalent(
    factors: Mapping[str, Fraction],
    opioid: str,
    opioid_dose: Fraction | None,
    doses_a_day: Fraction | None,
    patch_rate: Fraction | None,
) -> Fraction:
    """Oral morphine in mg/day: the amount of a day, or the rate of the patches, times the factor."""
    if opioid not in factors:
        raise ValueError(f"no factor: {opioid!r}")
    return factors[opioid] * amount(opioid, opioid_dose, doses_a_day, patch_rate)


def amount(
    opioid: str, opioid_dose: Fraction | None, doses_a_day: Fraction | None, patch_rate: Fraction | None
) -> Fraction:
    """What a factor multiplies: mg/day by mouth, or micrograms/h of patches; ValueError: what it needs is missing."""
    if opioid == "fentanyl patch":
        if patch_rate is None:
            raise ValueError("the rate of the patches is missing")
        return patch_rate
    if opioid_dose is None or doses_a_day is None:
        raise ValueError("the dose or how often it is taken is missing")
    return opioid_dose * doses_a_day


def morphine_milligram_equivalents(
    opioid: str,
    opioid_dose: Fraction | None = None,
    doses_a_day: Fraction | None = None,
    patch_rate: Fraction | None = None,
) -> Fraction:
    """Oral morphine, mg/day, that an opioid stands for by the factors of 2022: mg, doses in 24 hours, micrograms/h."""
    return equivalent(FACTORS_2022, opioid, opioid_dose, doses_a_day, patch_rate)


def morphine_equivalents_cdc_2016(
    opioid: str,
    opioid_dose: Fraction | None = None,
    doses_a_day: Fraction | None = None,
    patch_rate: Fraction | None = None,
) -> Fraction:
    """Oral morphine, mg/day, by the earlier factors; that of methadone rises with its whole daily dose."""
    if opioid != "methadone":
        return equivalent(FACTORS_2017, opioid, opioid_dose, doses_a_day, patch_rate)
    daily = amount(opioid, opioid_dose, doses_a_day, patch_rate)
    fitting = [factor for upper, factor in METHADONE_2017 if daily <= upper]
    return daily * (fitting[0] if fitting else METHADONE_2017_ABOVE)


def opioid_rotation(switch: str, present_dose: Fraction, reduction: Fraction) -> Fraction:
    """New oral opioid, mg/day: the dose of the same oral morphine, less the reduction in per cent."""
    if switch not in ROTATIONS:
        raise ValueError(f"not a switch of the table: {switch!r}")
    if not LEAST_REDUCTION <= reduction <= MOST_REDUCTION:
        raise ValueError("the reduction is outside its window")
    now, new = switch.split(" to ")
    equianalgesic = present_dose * ORAL_MORPHINE_OF_A_MG[now] / ORAL_MORPHINE_OF_A_MG[new]
    return equianalgesic * (HUNDRED - reduction) / HUNDRED


def hit_4ts(platelet_fall: str, timing: str, thrombosis_or_skin_lesions: str, other_causes: str) -> int:
    """4Ts, 0 to 8: two points for each of four items that fits thrombocytopenia by heparin, one for a half fit."""
    return (
        place(platelet_fall, "slight", "moderate", "marked")
        + place(timing, "too early", "plausible", "typical")
        + place(thrombosis_or_skin_lesions, "none", "possible", "definite")
        + place(other_causes, "definite", "possible", "none apparent")
    )


def delirium_4at(alertness: str, orientation: str, attention: str, acute_change: str) -> int:
    """4AT, 0 to 12: four points each for abnormal alertness and acute change, up to two each for the mental tests."""
    return (
        4 * place(alertness, "normal", "abnormal")
        + place(orientation, "no mistake", "a mistake", "several mistakes or untestable")
        + place(attention, "good", "poor", "untestable")
        + 4 * finding(acute_change)
    )


def must(body_mass_index: Fraction, weight_loss: Fraction, no_intake: str) -> int:
    """MUST, 0 to 6: thinness (kg/m²), unplanned loss (per cent of the weight) and no food in acute illness, 2 each."""
    thinness = (body_mass_index <= 20) + (body_mass_index < Fraction("18.5"))
    loss = (weight_loss >= 5) + (weight_loss > 10)
    return thinness + loss + 2 * finding(no_intake)


def apgar(heart_beat: str, breathing: str, muscle_tone: str, reflex_response: str, skin_colour: str) -> int:
    """Apgar score, 0 to 10: five signs of the newborn of 0, 1 or 2 points."""
    return (
        place(heart_beat, "absent", "slow", "fast")
        + place(breathing, "absent", "slow or irregular", "good, crying")
        + place(muscle_tone, "limp", "some flexion", "active motion")
        + place(reflex_response, "no response", "grimace", "cough, sneeze or cry")
        + place(skin_colour, "blue or pale", "body pink, extremities blue", "pink all over")
    )


def ciwa_ar(
    nausea_and_vomiting: Fraction,
    tremor: Fraction,
    sweating: Fraction,
    anxiety: Fraction,
    agitation: Fraction,
    tactile_disturbances: Fraction,
    auditory_disturbances: Fraction,
    visual_disturbances: Fraction,
    headache: Fraction,
    clouding_of_sensorium: Fraction,
) -> Fraction:
    """CIWA-Ar, 0 to 67: nine ratings of 0 to 7 and one, of orientation, of 0 to 4, added."""
    sevens = (
        nausea_and_vomiting,
        tremor,
        sweating,
        anxiety,
        agitation,
        tactile_disturbances,
        auditory_disturbances,
        visual_disturbances,
        headache,
    )
    if not (all(0 <= rating <= 7 for rating in sevens) and 0 <= clouding_of_sensorium <= 4):
        raise ValueError("a rating is outside its scale")
    return sum(sevens, start=clouding_of_sensorium)


def bishop_score(
    dilation: Fraction, effacement: Fraction, station: str, cervical_consistency: str, cervical_position: str
) -> int:
    """Bishop score of 1964, 0 to 13: dilation in cm, effacement in per cent, and three findings in words."""
    return (
        steps(dilation, 1, 3, 5)
        + steps(effacement, 40, 60, 80)
        + place(station, "far above the spines", "above the spines", "at the spines", "below the spines")
        + place(cervical_consistency, "firm", "medium", "soft")
        + place(cervical_position, "posterior", "middle", "anterior")
    )


def stop_bang(
    snores_loudly: str,
    tired_by_day: str,
    observed_apnoea: str,
    high_blood_pressure: str,
    body_mass_index: Fraction,
    age: Fraction,
    neck_circumference: Fraction,
    sex: str,
) -> int:
    """STOP-Bang, 0 to 8: a point each; body mass index in kg/m², age in years, neck in cm, male sex."""
    answers = sum(map(finding, (snores_loudly, tired_by_day, observed_apnoea, high_blood_pressure)))
    return answers + (body_mass_index > 35) + (age > 50) + (neck_circumference > 40) + place(sex, "female", "male")


def alvarado(
    migration_of_pain: str,
    anorexia: str,
    nausea_or_vomiting: str,
    right_lower_tenderness: str,
    rebound_tenderness: str,
    temperature: Fraction,
    white_cells: Fraction,
    left_shift: str,
) -> int:
    """Alvarado score, 0 to 10: tenderness and white cells (10⁹/L) two points each, the rest one; temperature in °C."""
    singles = sum(map(finding, (migration_of_pain, anorexia, nausea_or_vomiting, rebound_tenderness, left_shift)))
    warm = temperature >= Fraction("37.3")
    return singles + warm + 2 * (finding(right_lower_tenderness) + (white_cells > 10))


def bisap(
    urea_nitrogen: Fraction,
    impaired_mental_status: str,
    inflammatory_response: str,
    age: Fraction,
    pleural_effusion: str,
) -> int:
    """BISAP, 0 to 5: a point each; urea nitrogen in mg/dL, age in years."""
    answers = sum(map(finding, (impaired_mental_status, inflammatory_response, pleural_effusion)))
    return answers + (urea_nitrogen > 25) + (age > 60)


def rockall_pre_endoscopy(age: Fraction, heart_rate: Fraction, systolic: Fraction, comorbidity: str) -> int:
    """Rockall score before endoscopy, 0 to 7: age in years, pulse a minute, systolic pressure in mmHg, comorbidity."""
    if comorbidity not in ROCKALL_COMORBIDITY:
        raise ValueError(f"not an option: {comorbidity!r}")
    shock = 2 if systolic < 100 else steps(heart_rate, 100)
    return steps(age, 60, 80) + shock + ROCKALL_COMORBIDITY[comorbidity]


def rockall(
    age: Fraction, heart_rate: Fraction, systolic: Fraction, comorbidity: str, endoscopic_diagnosis: str, stigmata: str
) -> int:
    """Rockall score with endoscopy, 0 to 11: that before it, the diagnosis, and two points for fresh bleeding."""
    return (
        rockall_pre_endoscopy(age, heart_rate, systolic, comorbidity)
        + place(
            endoscopic_diagnosis,
            "Mallory-Weiss tear or no lesion",
            "any other diagnosis",
            "upper gastrointestinal cancer",
        )
        + 2 * place(stigmata, "none or a dark spot", "blood, clot or vessel")
    )


def timi_nstemi(
    age: Fraction,
    coronary_risk_factors: str,
    known_coronary_stenosis: str,
    aspirin_lately: str,
    repeated_angina: str,
    st_deviation: str,
    raised_cardiac_markers: str,
) -> int:
    """TIMI score without ST elevation, 0 to 7: a point each, with that for age from 65 years on."""
    answers = (
        coronary_risk_factors,
        known_coronary_stenosis,
        aspirin_lately,
        repeated_angina,
        st_deviation,
        raised_cardiac_markers,
    )
    return steps(age, 65) + sum(map(finding, answers))


def khorana(
    site_of_cancer: str,
    platelets: Fraction,
    haemoglobin: Fraction,
    red_cell_growth_factors: str,
    white_cells: Fraction,
    body_mass_index: Fraction,
) -> int:
    """Khorana score, 0 to 6: up to two points for the site, one each for the blood (10⁹/L, g/dL) and kg/m²."""
    anaemic = finding(red_cell_growth_factors) or haemoglobin < 10
    return (
        place(site_of_cancer, "other", "other site of high risk", "stomach or pancreas")
        + (platelets >= 350)
        + anaemic
        + (white_cells > 11)
        + (body_mass_index >= 35)
    )


def audit_c(drinking_frequency: str, drinks_on_a_drinking_day: Fraction, heavy_occasions: str) -> int:
    """AUDIT-C, 0 to 12: three answers of up to four points; the second is a number of drinks."""
    return (
        place(drinking_frequency, "never", "monthly or less", "some days a month", "some days a week", "most days")
        + steps(drinks_on_a_drinking_day, 3, 5, 7, 10)
        + place(heavy_occasions, "never", "less than monthly", "monthly", "weekly", "daily or almost daily")
    )


def orbit(age: Fraction, anaemia: str, bleeding_history: str, egfr: Fraction, antiplatelet_treatment: str) -> int:
    """ORBIT, 0 to 7: anaemia and earlier bleeding two points each; age in years and eGFR in mL/min/1.73 m² one."""
    doubles = finding(anaemia) + finding(bleeding_history)
    return 2 * doubles + (age >= 75) + (egfr < 60) + finding(antiplatelet_treatment)


def cage(cut_down: str, annoyed_by_criticism: str, guilty: str, eye_opener: str) -> int:
    """CAGE, 0 to 4: a point for each question answered with yes."""
    return sum(map(finding, (cut_down, annoyed_by_criticism, guilty, eye_opener)))


def duke_activity_status_index(
    self_care: str,
    walking_indoors: str,
    walking_on_level_ground: str,
    climbing_stairs: str,
    running: str,
    light_housework: str,
    moderate_housework: str,
    heavy_housework: str,
    garden_work: str,
    sexual_relations: str,
    moderate_recreation: str,
    strenuous_sports: str,
) -> Fraction:
    """Duke Activity Status Index, 0 to 58.20: the weights of what the person is able to do, added."""
    able = {
        "self_care": self_care,
        "walking_indoors": walking_indoors,
        "walking_on_level_ground": walking_on_level_ground,
        "climbing_stairs": climbing_stairs,
        "running": running,
        "light_housework": light_housework,
        "moderate_housework": moderate_housework,
        "heavy_housework": heavy_housework,
        "garden_work": garden_work,
        "sexual_relations": sexual_relations,
        "moderate_recreation": moderate_recreation,
        "strenuous_sports": strenuous_sports,
    }
    return sum((DUKE_WEIGHTS[activity] for activity, answer in able.items() if finding(answer)), start=Fraction(0))


def ranson_admission(
    cause: str,
    age: Fraction,
    white_cells: Fraction,
    glucose: Fraction,
    lactate_dehydrogenase: Fraction,
    ast: Fraction,
) -> int:
    """Ranson criteria at admission, 0 to 5: years, 10⁹/L, mg/dL, U/L and U/L above the limits of the cause."""
    if cause not in RANSON:
        raise ValueError(f"not an option: {cause!r}")
    values = (age, white_cells, glucose, lactate_dehydrogenase, ast)
    return sum(value > limit for value, limit in zip(values, RANSON[cause], strict=True))


def frequencies(*answers: str) -> int:
    """The points of answers about the last two weeks, added."""
    return sum(place(answer, *FREQUENCIES) for answer in answers)


def phq_9(
    little_interest: str,
    low_mood: str,
    sleep: str,
    tiredness: str,
    appetite: str,
    low_self_regard: str,
    trouble_concentrating: str,
    slowness_or_restlessness: str,
    thoughts_of_death: str,
) -> int:
    """PHQ-9, 0 to 27: nine answers of 0 to 3."""
    return frequencies(
        little_interest,
        low_mood,
        sleep,
        tiredness,
        appetite,
        low_self_regard,
        trouble_concentrating,
        slowness_or_restlessness,
        thoughts_of_death,
    )


def gad_7(
    nervousness: str,
    uncontrolled_worry: str,
    excessive_worry: str,
    trouble_relaxing: str,
    restlessness: str,
    irritability: str,
    fear: str,
) -> int:
    """GAD-7, 0 to 21: seven answers of 0 to 3."""
    return frequencies(
        nervousness, uncontrolled_worry, excessive_worry, trouble_relaxing, restlessness, irritability, fear
    )


def nihss(
    level_of_consciousness: str,
    orientation_questions: str,
    commands: str,
    gaze: str,
    visual_fields: str,
    facial_palsy: str,
    left_arm: str,
    right_arm: str,
    left_leg: str,
    right_leg: str,
    limb_ataxia: str,
    sensory_loss: str,
    language: str,
    dysarthria: str,
    extinction: str,
) -> int:
    """NIH Stroke Scale, 0 to 42: fifteen items, each limb by itself, a point more for each worse grade."""
    of_two = ("both right", "a single right", "none right")
    fields = ("no visual loss", "partial hemianopia", "complete hemianopia", "bilateral hemianopia")
    return (
        place(level_of_consciousness, "alert", "arousable by minor stimulation", "obtunded", "unresponsive")
        + place(orientation_questions, *of_two)
        + place(commands, *of_two)
        + place(gaze, "normal", "partial gaze palsy", "total gaze palsy")
        + place(visual_fields, *fields)
        + place(facial_palsy, "normal", "minor paralysis", "partial paralysis", "complete paralysis")
        + sum(place(limb, *STRENGTHS) for limb in (left_arm, right_arm, left_leg, right_leg))
        + place(limb_ataxia, "absent", "a single limb", "more limbs")
        + place(sensory_loss, "normal", "mild loss", "severe loss")
        + place(language, "no aphasia", "mild to moderate aphasia", "severe aphasia", "mute or global aphasia")
        + place(dysarthria, "normal", "mild dysarthria", "severe dysarthria")
        + place(extinction, "absent", "mild", "severe")
    )


def same(answer: str, items: str) -> dict[str, str]:
    """The same answer to every item of a list with spaces between."""
    return dict.fromkeys(items.split(), answer)


CIWA_ITEMS = (
    "nausea_and_vomiting tremor sweating anxiety agitation tactile_disturbances auditory_disturbances "
    "visual_disturbances headache clouding_of_sensorium"
)
TIMI_ANSWERS = (
    "coronary_risk_factors known_coronary_stenosis aspirin_lately repeated_angina st_deviation raised_cardiac_markers"
)
DUKE_ITEMS = " ".join(DUKE_WEIGHTS)
PHQ_ITEMS = (
    "little_interest low_mood sleep tiredness appetite low_self_regard trouble_concentrating slowness_or_restlessness "
    "thoughts_of_death"
)
GAD_ITEMS = "nervousness uncontrolled_worry excessive_worry trouble_relaxing restlessness irritability fear"
LIMBS = "left_arm right_arm left_leg right_leg"
NO_STROKE = {
    "level_of_consciousness": "alert",
    "gaze": "normal",
    "visual_fields": "no visual loss",
    "facial_palsy": "normal",
    "limb_ataxia": "absent",
    "sensory_loss": "normal",
    "language": "no aphasia",
    "dysarthria": "normal",
    "extinction": "absent",
    **same("both right", "orientation_questions commands"),
    **same("no drift", LIMBS),
}
"""Names of items and answers of a person without a deficit, for the examples below."""

WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "morphine_milligram_equivalents": (
        # The guideline's own: hydrocodone 5 mg four times a day is 20 mg; × 1 = 20.
        ({"opioid": "hydrocodone", "opioid_dose": "5", "doses_a_day": "4"}, "20"),
        # The guideline's own: oxycodone 10 mg twice a day is 20 mg; × 1.5 = 30.
        ({"opioid": "oxycodone", "opioid_dose": "10", "doses_a_day": "2"}, "30"),
        # 25 micrograms/h × 2.4 = 60.
        ({"opioid": "fentanyl patch", "patch_rate": "25"}, "60"),
        # 7.5 × 2 = 15 mg; × 4.7 = 70.5.
        ({"opioid": "methadone", "opioid_dose": "7.5", "doses_a_day": "2"}, "70.5"),
        # 50 × 3 = 150 mg; × 0.2 = 30.
        ({"opioid": "tramadol", "opioid_dose": "50", "doses_a_day": "3"}, "30"),
        # 4 × 6 = 24 mg; × 5 = 120.
        ({"opioid": "hydromorphone", "opioid_dose": "4", "doses_a_day": "6"}, "120"),
        # 30 × 4 = 120 mg; × 0.15 = 18.
        ({"opioid": "codeine", "opioid_dose": "30", "doses_a_day": "4"}, "18"),
        # 100 × 2 = 200 mg; × 0.4 = 80.
        ({"opioid": "tapentadol", "opioid_dose": "100", "doses_a_day": "2"}, "80"),
        # 5 × 3 = 15 mg; × 3 = 45.
        ({"opioid": "oxymorphone", "opioid_dose": "5", "doses_a_day": "3"}, "45"),
    ),
    "morphine_equivalents_cdc_2016": (
        # The compilation's own: 25 micrograms/h for 24 hours stands for 60 mg a day.
        ({"opioid": "fentanyl patch", "patch_rate": "25"}, "60"),
        # 10 × 2 = 20 mg, still the first band; × 4 = 80.
        ({"opioid": "methadone", "opioid_dose": "10", "doses_a_day": "2"}, "80"),
        # 10.25 × 2 = 20.5 mg, second band; × 8 = 164.
        ({"opioid": "methadone", "opioid_dose": "10.25", "doses_a_day": "2"}, "164"),
        # 20 × 3 = 60 mg, still the third band; × 10 = 600.
        ({"opioid": "methadone", "opioid_dose": "20", "doses_a_day": "3"}, "600"),
        # 25 × 3 = 75 mg, above the bands; × 12 = 900.
        ({"opioid": "methadone", "opioid_dose": "25", "doses_a_day": "3"}, "900"),
        # 50 × 3 = 150 mg; × 0.1 = 15.
        ({"opioid": "tramadol", "opioid_dose": "50", "doses_a_day": "3"}, "15"),
        # 4 × 6 = 24 mg; × 4 = 96.
        ({"opioid": "hydromorphone", "opioid_dose": "4", "doses_a_day": "6"}, "96"),
    ),
    "opioid_rotation": (
        # The table's own: oxycodone 40 mg is morphine 60 mg; less a quarter, 45.
        ({"switch": "oxycodone to morphine", "present_dose": "40", "reduction": "25"}, "45"),
        # 90 / 1.5 = 60; half is 30.
        ({"switch": "morphine to oxycodone", "present_dose": "90", "reduction": "50"}, "30"),
        # 100 / 5 = 20; less 40 % is 12.
        ({"switch": "morphine to hydromorphone", "present_dose": "100", "reduction": "40"}, "12"),
        # 8 × 5 = 40 mg of morphine; / 1.5 = 80/3; three quarters is 20.
        ({"switch": "hydromorphone to oxycodone", "present_dose": "8", "reduction": "25"}, "20"),
        # 50 × 1.5 = 75 mg of morphine; / 5 = 15; half is 7.5.
        ({"switch": "oxycodone to hydromorphone", "present_dose": "50", "reduction": "50"}, "7.5"),
        # 12 × 5 = 60; less 30 % is 42.
        ({"switch": "hydromorphone to morphine", "present_dose": "12", "reduction": "30"}, "42"),
    ),
    "hit_4ts": (
        # A published case: fall above a half 2, onset after day 10 1, no thrombosis 0, other cause possible 1.
        (
            {
                "platelet_fall": "marked",
                "timing": "plausible",
                "thrombosis_or_skin_lesions": "none",
                "other_causes": "possible",
            },
            "4",
        ),
        # 2 + 2 + 2 + 2.
        (
            {
                "platelet_fall": "marked",
                "timing": "typical",
                "thrombosis_or_skin_lesions": "definite",
                "other_causes": "none apparent",
            },
            "8",
        ),
        # 0 + 0 + 1 + 0.
        (
            {
                "platelet_fall": "slight",
                "timing": "too early",
                "thrombosis_or_skin_lesions": "possible",
                "other_causes": "definite",
            },
            "1",
        ),
    ),
    "delirium_4at": (
        # 4 + 2 + 2 + 4, the most there is.
        (
            {
                "alertness": "abnormal",
                "orientation": "several mistakes or untestable",
                "attention": "untestable",
                "acute_change": "yes",
            },
            "12",
        ),
        # 0 + 1 + 1 + 0.
        ({"alertness": "normal", "orientation": "a mistake", "attention": "poor", "acute_change": "no"}, "2"),
        # Only the course: 4.
        ({"alertness": "normal", "orientation": "no mistake", "attention": "good", "acute_change": "yes"}, "4"),
    ),
    "must": (
        # 20 is still the middle band 1; 5 % is already the middle band 1.
        ({"body_mass_index": "20", "weight_loss": "5", "no_intake": "no"}, "2"),
        # 18.4 is 2; 10.5 % is 2; no intake 2.
        ({"body_mass_index": "18.4", "weight_loss": "10.5", "no_intake": "yes"}, "6"),
        # 18.5 is 1; 10 % is 1; no intake 2.
        ({"body_mass_index": "18.5", "weight_loss": "10", "no_intake": "yes"}, "4"),
        # 20.1 is 0; 4.9 % is 0.
        ({"body_mass_index": "20.1", "weight_loss": "4.9", "no_intake": "no"}, "0"),
    ),
    "apgar": (
        # 2 + 2 + 2 + 2 + 1.
        (
            {
                "heart_beat": "fast",
                "breathing": "good, crying",
                "muscle_tone": "active motion",
                "reflex_response": "cough, sneeze or cry",
                "skin_colour": "body pink, extremities blue",
            },
            "9",
        ),
        # 1 + 1 + 0 + 1 + 0.
        (
            {
                "heart_beat": "slow",
                "breathing": "slow or irregular",
                "muscle_tone": "limp",
                "reflex_response": "grimace",
                "skin_colour": "blue or pale",
            },
            "3",
        ),
    ),
    "ciwa_ar": (
        # 9 × 7 = 63, and 4: the most there is.
        (same("7", CIWA_ITEMS) | {"clouding_of_sensorium": "4"}, "67"),
        # 4 + 4 + 3 + 4 + 1 + 2 + 0 + 0 + 3 + 1.
        (
            {
                "nausea_and_vomiting": "4",
                "tremor": "4",
                "sweating": "3",
                "anxiety": "4",
                "agitation": "1",
                "tactile_disturbances": "2",
                "auditory_disturbances": "0",
                "visual_disturbances": "0",
                "headache": "3",
                "clouding_of_sensorium": "1",
            },
            "22",
        ),
    ),
    "bishop_score": (
        # 3 cm 2, 70 % 2, at the spines 2, soft 2, anterior 2.
        (
            {
                "dilation": "3",
                "effacement": "70",
                "station": "at the spines",
                "cervical_consistency": "soft",
                "cervical_position": "anterior",
            },
            "10",
        ),
        # 2.5 cm counts as 2 cm 1, 35 % as 30 % 0, above 1, medium 1, posterior 0.
        (
            {
                "dilation": "2.5",
                "effacement": "35",
                "station": "above the spines",
                "cervical_consistency": "medium",
                "cervical_position": "posterior",
            },
            "3",
        ),
        # 5 cm 3, 80 % 3, below 3, soft 2, anterior 2: the most there is.
        (
            {
                "dilation": "5",
                "effacement": "80",
                "station": "below the spines",
                "cervical_consistency": "soft",
                "cervical_position": "anterior",
            },
            "13",
        ),
        # Closed 0, 40 % 1, far above 0, firm 0, middle 1.
        (
            {
                "dilation": "0",
                "effacement": "40",
                "station": "far above the spines",
                "cervical_consistency": "firm",
                "cervical_position": "middle",
            },
            "2",
        ),
    ),
    "stop_bang": (
        # Snoring, pressure, male: 3; 35, 50 and 40 are not exceeded.
        (
            same("yes", "snores_loudly high_blood_pressure")
            | same("no", "tired_by_day observed_apnoea")
            | {"body_mass_index": "35", "age": "50", "neck_circumference": "40", "sex": "male"},
            "3",
        ),
        # Tired 1, apnoea 1, index 1, age 1, neck 1.
        (
            same("yes", "tired_by_day observed_apnoea")
            | same("no", "snores_loudly high_blood_pressure")
            | {"body_mass_index": "35.1", "age": "51", "neck_circumference": "40.5", "sex": "female"},
            "5",
        ),
    ),
    "alvarado": (
        # Five single answers 5, tenderness 2, 37.3 °C 1, 14 × 10⁹/L 2: the most there is.
        (
            same(
                "yes",
                "migration_of_pain anorexia nausea_or_vomiting right_lower_tenderness rebound_tenderness left_shift",
            )
            | {"temperature": "37.3", "white_cells": "14"},
            "10",
        ),
        # Migration 1, tenderness 2; 37.2 °C 0; 10 × 10⁹/L is not exceeded 0.
        (
            same("yes", "migration_of_pain right_lower_tenderness")
            | same("no", "anorexia nausea_or_vomiting rebound_tenderness left_shift")
            | {"temperature": "37.2", "white_cells": "10"},
            "3",
        ),
        # Nausea 1, rebound 1, 10.1 × 10⁹/L 2, shift 1.
        (
            same("yes", "nausea_or_vomiting rebound_tenderness left_shift")
            | same("no", "migration_of_pain anorexia right_lower_tenderness")
            | {"temperature": "36.9", "white_cells": "10.1"},
            "5",
        ),
    ),
    "bisap": (
        # 25 and 60 are not exceeded; inflammatory response 1.
        (
            same("no", "impaired_mental_status pleural_effusion")
            | {"urea_nitrogen": "25", "age": "60", "inflammatory_response": "yes"},
            "1",
        ),
        # All five.
        (
            same("yes", "impaired_mental_status inflammatory_response pleural_effusion")
            | {"urea_nitrogen": "25.1", "age": "61"},
            "5",
        ),
    ),
    "rockall": (
        # Age 80 2, pressure 95 2, severe 3, cancer 2, vessel 2: the most there is.
        (
            {
                "age": "80",
                "heart_rate": "90",
                "systolic": "95",
                "comorbidity": "severe",
                "endoscopic_diagnosis": "upper gastrointestinal cancer",
                "stigmata": "blood, clot or vessel",
            },
            "11",
        ),
        # Age 65 1, pulse 110 1, moderate 2, other diagnosis 1, none 0.
        (
            {
                "age": "65",
                "heart_rate": "110",
                "systolic": "120",
                "comorbidity": "moderate",
                "endoscopic_diagnosis": "any other diagnosis",
                "stigmata": "none or a dark spot",
            },
            "5",
        ),
        # Age 45 0, no shock 0, none 0, tear 0, blood 2.
        (
            {
                "age": "45",
                "heart_rate": "99",
                "systolic": "100",
                "comorbidity": "none",
                "endoscopic_diagnosis": "Mallory-Weiss tear or no lesion",
                "stigmata": "blood, clot or vessel",
            },
            "2",
        ),
    ),
    "rockall_pre_endoscopy": (
        # 2 + 2 + 3, the most there is.
        ({"age": "85", "heart_rate": "120", "systolic": "80", "comorbidity": "severe"}, "7"),
        # 79.5 is below 80 1; pulse 100 1; moderate 2.
        ({"age": "79.5", "heart_rate": "100", "systolic": "100", "comorbidity": "moderate"}, "4"),
        # 59 0, no shock 0, none 0.
        ({"age": "59", "heart_rate": "80", "systolic": "130", "comorbidity": "none"}, "0"),
    ),
    "timi_nstemi": (
        # Age 65 1, and all six answers.
        (same("yes", TIMI_ANSWERS) | {"age": "65"}, "7"),
        # Age 64 0, aspirin 1, ST segment 1.
        (same("no", TIMI_ANSWERS) | {"age": "64", "aspirin_lately": "yes", "st_deviation": "yes"}, "2"),
    ),
    "khorana": (
        # A published case of cancer of the mouth: site 0, white cells 1, nothing else.
        (
            {
                "site_of_cancer": "other",
                "platelets": "200",
                "haemoglobin": "13",
                "red_cell_growth_factors": "no",
                "white_cells": "12",
                "body_mass_index": "22",
            },
            "1",
        ),
        # Pancreas 2, platelets 350 1, both arms of the anaemia item still 1, white cells 11 0, index 35 1.
        (
            {
                "site_of_cancer": "stomach or pancreas",
                "platelets": "350",
                "haemoglobin": "9.9",
                "red_cell_growth_factors": "yes",
                "white_cells": "11",
                "body_mass_index": "35",
            },
            "5",
        ),
        # High risk 1, platelets 349 0, haemoglobin 10 0, index 34.9 0.
        (
            {
                "site_of_cancer": "other site of high risk",
                "platelets": "349",
                "haemoglobin": "10",
                "red_cell_growth_factors": "no",
                "white_cells": "6",
                "body_mass_index": "34.9",
            },
            "1",
        ),
    ),
    "audit_c": (
        # 4 + 4 + 4, the most there is.
        (
            {
                "drinking_frequency": "most days",
                "drinks_on_a_drinking_day": "10",
                "heavy_occasions": "daily or almost daily",
            },
            "12",
        ),
        # 2 + 1 (3 drinks) + 1.
        (
            {
                "drinking_frequency": "some days a month",
                "drinks_on_a_drinking_day": "3",
                "heavy_occasions": "less than monthly",
            },
            "4",
        ),
        # 3 + 3 (9 drinks) + 2.
        (
            {"drinking_frequency": "some days a week", "drinks_on_a_drinking_day": "9", "heavy_occasions": "monthly"},
            "8",
        ),
        # 0 + 0 + 0.
        ({"drinking_frequency": "never", "drinks_on_a_drinking_day": "0", "heavy_occasions": "never"}, "0"),
    ),
    "orbit": (
        # 1 + 2 + 2 + 1 + 1, the most there is.
        ({"age": "75", "egfr": "59"} | same("yes", "anaemia bleeding_history antiplatelet_treatment"), "7"),
        # Age 74 0, anaemia 2, eGFR 60 0.
        (
            {"age": "74", "egfr": "60", "anaemia": "yes"} | same("no", "bleeding_history antiplatelet_treatment"),
            "2",
        ),
        # Age 80 1, bleeding 2, antiplatelet 1.
        (
            {"age": "80", "egfr": "90", "anaemia": "no"} | same("yes", "bleeding_history antiplatelet_treatment"),
            "4",
        ),
    ),
    "cage": (
        # Two of four.
        (same("yes", "cut_down guilty") | same("no", "annoyed_by_criticism eye_opener"), "2"),
        # All four.
        (same("yes", "cut_down annoyed_by_criticism guilty eye_opener"), "4"),
    ),
    "duke_activity_status_index": (
        # The published most: 2.75 + 1.75 + 2.75 + 5.5 + 8 = 20.75; + 2.7 + 3.5 + 8 = 34.95; + 4.5 + 5.25 = 44.7;
        # + 6 + 7.5 = 58.2.
        (same("yes", DUKE_ITEMS), "58.2"),
        # 2.75 + 1.75 + 2.7 = 7.2.
        (same("no", DUKE_ITEMS) | same("yes", "self_care walking_indoors light_housework"), "7.2"),
        # 2.75 + 5.5 + 3.5 + 4.5 + 5.25 = 21.5.
        (
            same("no", DUKE_ITEMS)
            | same("yes", "walking_on_level_ground climbing_stairs moderate_housework garden_work sexual_relations"),
            "21.5",
        ),
    ),
    "ranson_admission": (
        # 56 > 55, 17 > 16, 210 > 200, 360 > 350, 260 > 250.
        (
            {
                "cause": "other",
                "age": "56",
                "white_cells": "17",
                "glucose": "210",
                "lactate_dehydrogenase": "360",
                "ast": "260",
            },
            "5",
        ),
        # The same with gallstones: only 260 > 250.
        (
            {
                "cause": "gallstones",
                "age": "56",
                "white_cells": "17",
                "glucose": "210",
                "lactate_dehydrogenase": "360",
                "ast": "260",
            },
            "1",
        ),
        # 71 > 70, 18.5 > 18, 220 is not exceeded, 401 > 400, 250 is not exceeded.
        (
            {
                "cause": "gallstones",
                "age": "71",
                "white_cells": "18.5",
                "glucose": "220",
                "lactate_dehydrogenase": "401",
                "ast": "250",
            },
            "3",
        ),
    ),
    "phq_9": (
        # 9 × 3.
        (same("nearly every day", PHQ_ITEMS), "27"),
        # Five at 1, two at 2, two at 0: 5 + 4.
        (
            same("several days", PHQ_ITEMS)
            | same("more than half the days", "low_mood sleep")
            | same("not at all", "appetite thoughts_of_death"),
            "9",
        ),
    ),
    "gad_7": (
        # 7 × 3.
        (same("nearly every day", GAD_ITEMS), "21"),
        # 3 + 2 + 1 and four at 0.
        (
            same("not at all", GAD_ITEMS)
            | {
                "nervousness": "nearly every day",
                "excessive_worry": "more than half the days",
                "fear": "several days",
            },
            "6",
        ),
    ),
    "nihss": (
        # No deficit.
        (NO_STROKE, "0"),
        # The most there is: 3 + 2 + 2 + 2 + 3 + 3 = 15; four limbs 16, 31; 2 + 2 + 3 + 2 + 2 = 11, 42.
        (
            {
                "level_of_consciousness": "unresponsive",
                "gaze": "total gaze palsy",
                "visual_fields": "bilateral hemianopia",
                "facial_palsy": "complete paralysis",
                "limb_ataxia": "more limbs",
                "sensory_loss": "severe loss",
                "language": "mute or global aphasia",
                "dysarthria": "severe dysarthria",
                "extinction": "severe",
            }
            | same("none right", "orientation_questions commands")
            | same("no movement", LIMBS),
            "42",
        ),
        # Questions 1, gaze 1, fields 2, face 2, right arm 3, right leg 2, sensation 1, language 2, dysarthria 1.
        (
            NO_STROKE
            | {
                "orientation_questions": "a single right",
                "gaze": "partial gaze palsy",
                "visual_fields": "complete hemianopia",
                "facial_palsy": "partial paralysis",
                "right_arm": "no effort against gravity",
                "right_leg": "some effort against gravity",
                "sensory_loss": "mild loss",
                "language": "severe aphasia",
                "dysarthria": "mild dysarthria",
            },
            "15",
        ),
    ),
}
