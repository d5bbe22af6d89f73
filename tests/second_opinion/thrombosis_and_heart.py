"""Scores of thrombosis, bleeding and the heart written a second time, from their published tables; nothing here knows how the product adds them.

Numbers are exact (`Fraction`) and in the unit of each docstring; findings are "yes" or "no". A word that is not among those
offered raises ValueError. `WORKED` holds examples worked with a pencil, not with these functions.
"""

from collections.abc import Mapping
from fractions import Fraction

ATRIAL_FIBRILLATION_AGES = (65, 75)
"""Years: a point from the first, another from the second."""
BLEEDING_AGE = 65
"""Years: older than this scores in HAS-BLED."""
DRINKS = 8
"""Drinks a week, from which alcohol scores in HAS-BLED."""
WELLS_HEART_RATE = 100
"""Beats a minute: faster than this scores."""
HALF_STEP = Fraction(3, 2)
"""Points of a middling finding in the Wells score for embolism."""
RULE_OUT_AGE, RULE_OUT_HEART_RATE, RULE_OUT_SATURATION = 50, 100, 95
"""Years and beats a minute, from which a PERC criterion is met; percent, below which it is."""
CHEST_PAIN_AGES = (45, 65)
"""Years: a point from the first, another from the second."""
RISK_FACTORS = (1, 3)
"""Coronary risk factors: a point from the first number, another from the second."""
HISTORIES = ("slightly suspicious", "moderately suspicious", "highly suspicious")
ELECTROCARDIOGRAMS = ("normal", "non-specific change", "significant ST depression")
TROPONINS = ("within the limit", "raised", "strongly raised")
"""The words of three items of HEART, each worth its place: 0, 1 or 2."""
PREOPERATIVE_CREATININE = 2
"""mg/dL: more than this is a predictor."""
CAPRINI_AGES = (41, 61, 75)
"""Years: a point more from each."""
CAPRINI_MASS_INDEX = 25
"""kg/m²: more than this scores."""
OPERATIONS = {
    "none": 0,
    "minor": 1,
    "arthroscopic": 2,
    "long laparoscopic": 2,
    "major open": 2,
    "leg arthroplasty": 5,
}
"""Points of the operation that is planned."""
MOBILITIES = ("not restricted", "bed rest", "confined to bed")
"""Each worth its place: 0, 1 or 2."""
ISCHAEMIC_ATTACK_AGE, ISCHAEMIC_ATTACK_SYSTOLIC, ISCHAEMIC_ATTACK_DIASTOLIC = 60, 140, 90
"""Years, mmHg and mmHg: from these an item of ABCD2 scores."""
ATTACKS = ("other", "speech disturbance without weakness", "unilateral weakness")
"""Each worth its place: 0, 1 or 2."""
ATTACK_MINUTES = (10, 60)
"""Minutes of symptoms: a point from the first, another from the second."""
INPATIENT_AGE, INPATIENT_MASS_INDEX = 70, 30
"""Years and kg/m²: from these a Padua item scores."""
SEVERITY_AGE, SEVERITY_HEART_RATE, SEVERITY_SYSTOLIC, SEVERITY_SATURATION = 80, 110, 100, 90
"""Years, above which; beats a minute, from which; mmHg and percent, below which an item of the simplified PESI scores."""
GENEVA_AGE = 65
"""Years: older than this scores."""
GENEVA_HEART_RATES, GENEVA_HEART_POINTS = (75, 95), (0, 3, 5)
"""Beats a minute, and the points below the first, from the first and from the second."""


def count(*answers: str) -> int:
    """How many of the findings are present; ValueError: an answer that is neither "yes" nor "no"."""
    if strangers := set(answers) - {"yes", "no"}:
        raise ValueError(f"neither yes nor no: {sorted(strangers)}")
    return answers.count("yes")


def steps(number: Fraction | int, rungs: tuple[int, ...]) -> int:
    """How many of the rungs the number stands on or above."""
    return len([rung for rung in rungs if number >= rung])


def atrial_fibrillation(age: Fraction, single: tuple[str, ...], embolism: str) -> int:
    """What the two stroke scores share: the age in years, findings of a point each, and an earlier embolism of two."""
    return steps(age, ATRIAL_FIBRILLATION_AGES) + count(*single) + 2 * count(embolism)


def cha2ds2_vasc(
    age: Fraction,
    sex: str,
    congestive_heart_failure: str,
    hypertension: str,
    diabetes: str,
    stroke_tia_or_thromboembolism: str,
    vascular_disease: str,
) -> int:
    """Stroke risk in atrial fibrillation with the point for female sex, 0 to 9: years, and findings."""
    single = (congestive_heart_failure, hypertension, diabetes, vascular_disease)
    shared = atrial_fibrillation(age, single, stroke_tia_or_thromboembolism)
    return shared + ("male", "female").index(sex)


def cha2ds2_va(
    age: Fraction,
    chronic_heart_failure: str,
    hypertension: str,
    diabetes: str,
    stroke_tia_or_thromboembolism: str,
    arterial_disease: str,
) -> int:
    """Stroke risk in atrial fibrillation, blind to sex, 0 to 8: years, and findings."""
    single = (chronic_heart_failure, hypertension, diabetes, arterial_disease)
    return atrial_fibrillation(age, single, stroke_tia_or_thromboembolism)


def has_bled(
    uncontrolled_hypertension: str,
    abnormal_kidney_function: str,
    abnormal_liver_function: str,
    stroke: str,
    bleeding_or_predisposition: str,
    labile_inr: str,
    age: Fraction,
    antiplatelet_or_nsaid: str,
    drinks_per_week: Fraction,
) -> int:
    """Bleeding risk under anticoagulation, 0 to 9, a point each: years, drinks a week, and findings."""
    organs = count(abnormal_kidney_function, abnormal_liver_function)
    blood = count(uncontrolled_hypertension, stroke, bleeding_or_predisposition, labile_inr)
    swallowed = count(antiplatelet_or_nsaid) + (drinks_per_week >= DRINKS)
    return organs + blood + swallowed + (age > BLEEDING_AGE)


def wells_pulmonary_embolism(
    signs_of_dvt: str,
    embolism_most_likely: str,
    heart_rate: Fraction,
    immobilisation_or_surgery: str,
    previous_dvt_or_pe: str,
    haemoptysis: str,
    active_cancer: str,
) -> Fraction:
    """Clinical probability of pulmonary embolism, 0 to 12.5 in halves: beats a minute, and findings."""
    middling = count(immobilisation_or_surgery, previous_dvt_or_pe) + (heart_rate > WELLS_HEART_RATE)
    return HALF_STEP * middling + 3 * count(signs_of_dvt, embolism_most_likely) + count(haemoptysis, active_cancer)


def perc(
    age: Fraction,
    heart_rate: Fraction,
    oxygen_saturation: Fraction,
    unilateral_leg_swelling: str,
    haemoptysis: str,
    previous_dvt_or_pe: str,
    recent_surgery_or_trauma: str,
    oestrogen: str,
) -> int:
    """How many of eight criteria forbid ruling embolism out at the bedside: years, beats a minute, percent, and findings."""
    measured = (age >= RULE_OUT_AGE, heart_rate >= RULE_OUT_HEART_RATE, oxygen_saturation < RULE_OUT_SATURATION)
    found = count(unilateral_leg_swelling, haemoptysis, previous_dvt_or_pe, recent_surgery_or_trauma, oestrogen)
    return sum(measured) + found


def heart_score(
    history: str,
    ecg: str,
    age: Fraction,
    hypertension: str,
    hypercholesterolaemia: str,
    diabetes: str,
    smoking: str,
    obesity: str,
    family_history_of_coronary_disease: str,
    known_atherosclerosis: str,
    troponin: str,
) -> int:
    """Risk of a cardiac event in chest pain, five items of 0 to 2 each: years, words, and findings."""
    factors = count(hypertension, hypercholesterolaemia, diabetes, smoking, obesity, family_history_of_coronary_disease)
    burden = max(steps(factors, RISK_FACTORS), 2 * count(known_atherosclerosis))
    words = HISTORIES.index(history) + ELECTROCARDIOGRAMS.index(ecg) + TROPONINS.index(troponin)
    return words + steps(age, CHEST_PAIN_AGES) + burden


def revised_cardiac_risk_index(
    high_risk_surgery: str,
    ischaemic_heart_disease: str,
    heart_failure_in_history: str,
    cerebrovascular_disease: str,
    insulin_treatment: str,
    creatinine: Fraction,
) -> int:
    """How many of six predictors of a cardiac complication of surgery are there: creatinine in mg/dL, and findings."""
    found = count(
        high_risk_surgery, ischaemic_heart_disease, heart_failure_in_history, cerebrovascular_disease, insulin_treatment
    )
    return found + (creatinine > PREOPERATIVE_CREATININE)


def wells_deep_vein_thrombosis(
    active_cancer: str,
    leg_paralysis_or_plaster: str,
    bedridden_or_major_surgery: str,
    deep_vein_tenderness: str,
    whole_leg_swollen: str,
    calf_swelling: str,
    pitting_oedema: str,
    collateral_veins: str,
    previous_dvt: str,
    alternative_diagnosis: str,
) -> int:
    """Clinical probability of thrombosis of the leg, -2 to 9: nine findings for it, one that takes two points away."""
    background = count(active_cancer, leg_paralysis_or_plaster, bedridden_or_major_surgery, previous_dvt)
    leg = count(deep_vein_tenderness, whole_leg_swollen, calf_swelling, pitting_oedema, collateral_veins)
    return background + leg - 2 * count(alternative_diagnosis)


def caprini(
    age: Fraction,
    sex: str,
    body_mass_index: Fraction,
    surgery: str,
    mobility: str,
    earlier_major_surgery: str,
    swollen_legs: str,
    varicose_veins: str,
    pregnancy_or_postpartum: str | None,
    pregnancy_losses: str | None,
    contraceptive_or_hormones: str | None,
    recent_sepsis: str,
    recent_serious_lung_disease: str,
    abnormal_lung_function: str,
    acute_myocardial_infarction: str,
    recent_heart_failure: str,
    inflammatory_bowel_disease: str,
    present_or_previous_malignancy: str,
    recent_plaster_cast: str,
    central_venous_access: str,
    previous_dvt_or_pe: str,
    family_history_of_thrombosis: str,
    factor_v_leiden: str,
    prothrombin_mutation: str,
    lupus_anticoagulant: str,
    anticardiolipin_antibodies: str,
    raised_homocysteine: str,
    heparin_induced_thrombocytopenia: str,
    other_thrombophilia: str,
    recent_stroke: str,
    recent_hip_pelvis_or_leg_fracture: str,
    recent_spinal_cord_injury: str,
    multiple_trauma: str,
) -> int:
    """Risk of venous thromboembolism by the form of 2005: years, kg/m², the operation, the mobility, and findings."""
    if surgery not in OPERATIONS:
        raise ValueError(f"not an operation of the form: {surgery!r}")
    if sex not in ("female", "male"):
        raise ValueError(f"not an option: {sex!r}")
    of_women = (pregnancy_or_postpartum, pregnancy_losses, contraceptive_or_hormones) if sex == "female" else ()
    if None in of_women:
        raise ValueError("asked of every woman")
    of_one = (
        *(earlier_major_surgery, swollen_legs, varicose_veins),
        *(answer for answer in of_women if answer),
        *(recent_sepsis, recent_serious_lung_disease, abnormal_lung_function),
        *(acute_myocardial_infarction, recent_heart_failure, inflammatory_bowel_disease),
    )
    of_two = (present_or_previous_malignancy, recent_plaster_cast, central_venous_access)
    of_three = (
        *(previous_dvt_or_pe, family_history_of_thrombosis, factor_v_leiden, prothrombin_mutation),
        *(lupus_anticoagulant, anticardiolipin_antibodies, raised_homocysteine),
        *(heparin_induced_thrombocytopenia, other_thrombophilia),
    )
    of_five = (recent_stroke, recent_hip_pelvis_or_leg_fracture, recent_spinal_cord_injury, multiple_trauma)
    classes = {1: of_one, 2: of_two, 3: of_three, 5: of_five}
    findings = sum(weight * count(*answers) for weight, answers in classes.items())
    patient = steps(age, CAPRINI_AGES) + (body_mass_index > CAPRINI_MASS_INDEX) + MOBILITIES.index(mobility)
    return findings + patient + OPERATIONS[surgery]


def abcd2(
    age: Fraction,
    systolic: Fraction,
    diastolic: Fraction,
    clinical_features: str,
    duration_of_symptoms: Fraction,
    diabetes: str,
) -> int:
    """Early risk of stroke after a transient attack, 0 to 7: years, mmHg twice, words, minutes, and diabetes."""
    if diastolic >= systolic:
        raise ValueError("the diastolic pressure is not below the systolic")
    pressed = systolic >= ISCHAEMIC_ATTACK_SYSTOLIC or diastolic >= ISCHAEMIC_ATTACK_DIASTOLIC
    attack = ATTACKS.index(clinical_features) + steps(duration_of_symptoms, ATTACK_MINUTES)
    return attack + count(diabetes) + pressed + (age >= ISCHAEMIC_ATTACK_AGE)


def padua(
    metastases_or_recent_cancer_treatment: str,
    previous_dvt_or_pe: str,
    reduced_mobility: str,
    known_thrombophilia: str,
    trauma_or_surgery_lately: str,
    age: Fraction,
    heart_or_respiratory_failure: str,
    infarction_or_ischaemic_stroke: str,
    infection_or_rheumatologic_disorder: str,
    body_mass_index: Fraction,
    hormonal_treatment: str,
) -> int:
    """Risk of thromboembolism of a medical inpatient, 0 to 20: years, kg/m², and findings of three, two or one point."""
    grave = (metastases_or_recent_cancer_treatment, previous_dvt_or_pe, reduced_mobility, known_thrombophilia)
    lesser = (heart_or_respiratory_failure, infarction_or_ischaemic_stroke)
    least = (infection_or_rheumatologic_disorder, hormonal_treatment)
    measured = (age >= INPATIENT_AGE, body_mass_index >= INPATIENT_MASS_INDEX)
    return 3 * count(*grave) + 2 * count(trauma_or_surgery_lately) + count(*lesser, *least) + sum(measured)


def simplified_pesi(
    age: Fraction,
    cancer_in_history: str,
    chronic_heart_or_lung_disease: str,
    heart_rate: Fraction,
    systolic: Fraction,
    oxygen_saturation: Fraction,
) -> int:
    """Severity of a pulmonary embolism, 0 to 6, a point each: years, beats a minute, mmHg, percent, and findings."""
    measured = (
        age > SEVERITY_AGE,
        heart_rate >= SEVERITY_HEART_RATE,
        systolic < SEVERITY_SYSTOLIC,
        oxygen_saturation < SEVERITY_SATURATION,
    )
    return sum(measured) + count(cancer_in_history, chronic_heart_or_lung_disease)


def revised_geneva(
    age: Fraction,
    previous_dvt_or_pe: str,
    surgery_or_fracture: str,
    active_malignant_condition: str,
    unilateral_leg_pain: str,
    haemoptysis: str,
    heart_rate: Fraction,
    tender_vein_and_unilateral_oedema: str,
) -> int:
    """Clinical probability of pulmonary embolism without judgement, 0 to 22: years, beats a minute, and findings."""
    pulse = GENEVA_HEART_POINTS[steps(heart_rate, GENEVA_HEART_RATES)]
    twos = count(surgery_or_fracture, active_malignant_condition, haemoptysis)
    threes = count(previous_dvt_or_pe, unilateral_leg_pain)
    return (age > GENEVA_AGE) + pulse + 2 * twos + 3 * threes + 4 * count(tender_vein_and_unilateral_oedema)


def case(asked: str, present: str = "", **rest: str) -> dict[str, str]:
    """The inputs of an example: the findings that are asked, "yes" where present and else "no", and the rest as written."""
    findings = dict.fromkeys(asked.split(), "no")
    assert set(present.split()) <= set(findings), present
    return findings | dict.fromkeys(present.split(), "yes") | rest


VASC = "congestive_heart_failure hypertension diabetes stroke_tia_or_thromboembolism vascular_disease"
VA = "chronic_heart_failure hypertension diabetes stroke_tia_or_thromboembolism arterial_disease"
BLED = (
    "uncontrolled_hypertension abnormal_kidney_function abnormal_liver_function stroke bleeding_or_predisposition "
    "labile_inr antiplatelet_or_nsaid"
)
WELLS_PE = "signs_of_dvt embolism_most_likely immobilisation_or_surgery previous_dvt_or_pe haemoptysis active_cancer"
PERC = "unilateral_leg_swelling haemoptysis previous_dvt_or_pe recent_surgery_or_trauma oestrogen"
CORONARY = (
    "hypertension hypercholesterolaemia diabetes smoking obesity family_history_of_coronary_disease "
    "known_atherosclerosis"
)
INDEX = "high_risk_surgery ischaemic_heart_disease heart_failure_in_history cerebrovascular_disease insulin_treatment"
WELLS_DVT = (
    "active_cancer leg_paralysis_or_plaster bedridden_or_major_surgery deep_vein_tenderness whole_leg_swollen "
    "calf_swelling pitting_oedema collateral_veins previous_dvt alternative_diagnosis"
)
CAPRINI = (
    "earlier_major_surgery swollen_legs varicose_veins pregnancy_or_postpartum pregnancy_losses "
    "contraceptive_or_hormones recent_sepsis recent_serious_lung_disease abnormal_lung_function "
    "acute_myocardial_infarction recent_heart_failure inflammatory_bowel_disease present_or_previous_malignancy "
    "recent_plaster_cast central_venous_access previous_dvt_or_pe family_history_of_thrombosis factor_v_leiden "
    "prothrombin_mutation lupus_anticoagulant anticardiolipin_antibodies raised_homocysteine "
    "heparin_induced_thrombocytopenia other_thrombophilia recent_stroke recent_hip_pelvis_or_leg_fracture "
    "recent_spinal_cord_injury multiple_trauma"
)
PADUA = (
    "metastases_or_recent_cancer_treatment previous_dvt_or_pe reduced_mobility known_thrombophilia "
    "trauma_or_surgery_lately heart_or_respiratory_failure infarction_or_ischaemic_stroke "
    "infection_or_rheumatologic_disorder hormonal_treatment"
)
PESI = "cancer_in_history chronic_heart_or_lung_disease"
GENEVA = (
    "previous_dvt_or_pe surgery_or_fracture active_malignant_condition unilateral_leg_pain haemoptysis "
    "tender_vein_and_unilateral_oedema"
)
"""The findings that each score asks about, for the examples."""

WORKED: Mapping[str, tuple[tuple[dict[str, str], str], ...]] = {
    "cha2ds2_vasc": (
        # Failure 1, hypertension 1, diabetes 1, age 65 to 74 1: 4.
        (case(VASC, "congestive_heart_failure hypertension diabetes", age="68", sex="male"), "4"),
        # Age 75 or more 2, hypertension 1, stroke 2, female 1: 6.
        (case(VASC, "hypertension stroke_tia_or_thromboembolism", age="80", sex="female"), "6"),
        # Young and female: 1.
        (case(VASC, "", age="64.9", sex="female"), "1"),
        # All of it: 1 + 1 + 2 + 1 + 2 + 1 + 1 = 9.
        (case(VASC, VASC, age="75", sex="female"), "9"),
    ),
    "cha2ds2_va": (
        # Age 65 to 74 1, arterial disease 1: 2.
        (case(VA, "arterial_disease", age="65"), "2"),
        # Age 74.9 is below 75: 1; diabetes 1; stroke 2: 4.
        (case(VA, "diabetes stroke_tia_or_thromboembolism", age="74.9"), "4"),
        # All of it: 1 + 1 + 2 + 1 + 2 + 1 = 8.
        (case(VA, VA, age="90"), "8"),
    ),
    "has_bled": (
        # Age above 65 1, NSAID 1, kidney 1: 3.
        (case(BLED, "abnormal_kidney_function antiplatelet_or_nsaid", age="71", drinks_per_week="7"), "3"),
        # 65 is not above 65; eight drinks 1; liver 1: 2.
        (case(BLED, "abnormal_liver_function", age="65", drinks_per_week="8"), "2"),
        # All of it: seven findings, age and alcohol: 9.
        (case(BLED, BLED, age="66", drinks_per_week="30"), "9"),
    ),
    "wells_pulmonary_embolism": (
        # Most likely 3, rate above 100 1.5: 4.5.
        (case(WELLS_PE, "embolism_most_likely", heart_rate="104"), "4.5"),
        # 100 is not above 100; previous embolism 1.5, cancer 1: 2.5.
        (case(WELLS_PE, "previous_dvt_or_pe active_cancer", heart_rate="100"), "2.5"),
        # All of it: 3 + 3 + 3 × 1.5 + 1 + 1 = 12.5.
        (case(WELLS_PE, WELLS_PE, heart_rate="130"), "12.5"),
    ),
    "perc": (
        # Each just inside: 0.
        (case(PERC, "", age="49", heart_rate="99", oxygen_saturation="95"), "0"),
        # Age 1, rate 1, saturation 1: 3.
        (case(PERC, "", age="50", heart_rate="100", oxygen_saturation="94"), "3"),
        # Oestrogen 1, swelling 1: 2.
        (case(PERC, "oestrogen unilateral_leg_swelling", age="30", heart_rate="80", oxygen_saturation="98"), "2"),
    ),
    "heart_score": (
        # History 1, ECG 0, age 45 to 65 1, two factors 1, troponin 0: 3.
        (
            case(
                CORONARY,
                "hypertension smoking",
                history="moderately suspicious",
                ecg="normal",
                age="52",
                troponin="within the limit",
            ),
            "3",
        ),
        # History 0, ECG 1, age below 45 0, one factor but atherosclerosis 2, troponin 1: 4.
        (
            case(
                CORONARY,
                "diabetes known_atherosclerosis",
                history="slightly suspicious",
                ecg="non-specific change",
                age="44",
                troponin="raised",
            ),
            "4",
        ),
        # History 2, ECG 2, age 65 2, three factors 2, troponin 2: 10.
        (
            case(
                CORONARY,
                "hypercholesterolaemia obesity family_history_of_coronary_disease",
                history="highly suspicious",
                ecg="significant ST depression",
                age="65",
                troponin="strongly raised",
            ),
            "10",
        ),
    ),
    "revised_cardiac_risk_index": (
        # Creatinine 2.0 is not above 2.0; surgery 1, insulin 1: 2.
        (case(INDEX, "high_risk_surgery insulin_treatment", creatinine="2"), "2"),
        # Creatinine 1, ischaemic heart 1, stroke 1: 3.
        (case(INDEX, "ischaemic_heart_disease cerebrovascular_disease", creatinine="2.1"), "3"),
        # None.
        (case(INDEX, "", creatinine="0.9"), "0"),
    ),
    "wells_deep_vein_thrombosis": (
        # Cancer 1, calf 1, oedema 1: 3.
        (case(WELLS_DVT, "active_cancer calf_swelling pitting_oedema"), "3"),
        # Tenderness 1, other diagnosis -2: -1.
        (case(WELLS_DVT, "deep_vein_tenderness alternative_diagnosis"), "-1"),
        # Nine findings and the other diagnosis: 9 - 2 = 7.
        (case(WELLS_DVT, WELLS_DVT), "7"),
    ),
    "caprini": (
        # Age 41 to 60 1, mass index above 25 1, major open 2, cancer 2: 6.
        (
            case(
                CAPRINI,
                "present_or_previous_malignancy",
                age="60",
                body_mass_index="27",
                surgery="major open",
                mobility="not restricted",
            ),
            "6",
        ),
        # Age 75 3, 25 is not above 25, arthroplasty 5, previous thrombosis 3, varicose veins 1: 12.
        (
            case(
                CAPRINI,
                "previous_dvt_or_pe varicose_veins",
                age="75",
                body_mass_index="25",
                surgery="leg arthroplasty",
                mobility="not restricted",
            ),
            "12",
        ),
        # Age 61 to 74 2, no surgery, confined 2, stroke 5, sepsis 1, central line 2: 12.
        (
            case(
                CAPRINI,
                "recent_stroke recent_sepsis central_venous_access",
                age="61",
                body_mass_index="22",
                surgery="none",
                mobility="confined to bed",
            ),
            "12",
        ),
        # Age 40 0, minor surgery 1, bed rest 1, pill 1, factor V 3: 6.
        (
            case(
                CAPRINI,
                "contraceptive_or_hormones factor_v_leiden",
                age="40",
                body_mass_index="21.5",
                surgery="minor",
                mobility="bed rest",
            ),
            "6",
        ),
        # Everything at the most: age 3, mass 1, surgery 5, bed 2, 12 × 1, 3 × 2, 9 × 3, 4 × 5: 11 + 12 + 6 + 27 + 20 = 76.
        (
            case(
                CAPRINI, CAPRINI, age="80", body_mass_index="31", surgery="leg arthroplasty", mobility="confined to bed"
            ),
            "76",
        ),
    ),
    "abcd2": (
        # Age 1, pressure 1, weakness 2, an hour 2, diabetes 1: 7.
        (
            {
                "age": "60",
                "systolic": "140",
                "diastolic": "80",
                "clinical_features": "unilateral weakness",
                "duration_of_symptoms": "60",
                "diabetes": "yes",
            },
            "7",
        ),
        # Age 59 0, diastolic 90 1, speech 1, ten minutes 1: 3.
        (
            {
                "age": "59",
                "systolic": "139",
                "diastolic": "90",
                "clinical_features": "speech disturbance without weakness",
                "duration_of_symptoms": "10",
                "diabetes": "no",
            },
            "3",
        ),
        # Age 1, the rest 0: 1.
        (
            {
                "age": "82",
                "systolic": "125",
                "diastolic": "70",
                "clinical_features": "other",
                "duration_of_symptoms": "9.5",
                "diabetes": "no",
            },
            "1",
        ),
    ),
    "padua": (
        # Mobility 3, age 1, infection 1: 5.
        (case(PADUA, "reduced_mobility infection_or_rheumatologic_disorder", age="70", body_mass_index="24"), "5"),
        # Surgery 2, mass index 30 1, hormones 1: 4.
        (case(PADUA, "trauma_or_surgery_lately hormonal_treatment", age="69", body_mass_index="30"), "4"),
        # All of it: 4 × 3 + 2 + 6 × 1 = 20.
        (case(PADUA, PADUA, age="88", body_mass_index="35"), "20"),
    ),
    "simplified_pesi": (
        # 80 is not above 80, 109 and 100 and 90 are inside: 0.
        (case(PESI, "", age="80", heart_rate="109", systolic="100", oxygen_saturation="90"), "0"),
        # Age 1, rate 1, pressure 1, saturation 1: 4.
        (case(PESI, "", age="81", heart_rate="110", systolic="99", oxygen_saturation="89"), "4"),
        # Cancer 1, lung disease 1: 2.
        (case(PESI, PESI, age="60", heart_rate="85", systolic="130", oxygen_saturation="96"), "2"),
    ),
    "revised_geneva": (
        # 65 is not above 65, rate 75 3, previous embolism 3: 6.
        (case(GENEVA, "previous_dvt_or_pe", age="65", heart_rate="75"), "6"),
        # Age 1, rate 95 5, fracture 2, cancer 2: 10.
        (case(GENEVA, "surgery_or_fracture active_malignant_condition", age="70", heart_rate="95"), "10"),
        # Rate 74 0, pain 3, blood 2, tender and swollen 4: 9.
        (
            case(
                GENEVA,
                "unilateral_leg_pain haemoptysis tender_vein_and_unilateral_oedema",
                age="40",
                heart_rate="74",
            ),
            "9",
        ),
        # All of it: 1 + 3 + 2 + 2 + 3 + 2 + 5 + 4 = 22.
        (case(GENEVA, GENEVA, age="66", heart_rate="120"), "22"),
    ),
}
