"""Which calculator stands for which of MedCalc-Bench, and which entity is which input: a table.

Where the project has several variants, the one is named that the labels mean.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from benchmarks.entities import AnyOf, BodyWater, Day, Fixed, Number, Reckoned, Source, Threshold, Word

Inputs = Mapping[str, Source]


@dataclass(frozen=True, slots=True)
class Entry:
    """A calculator of ours with the source of each input.

    With several `runs` those are done of which the row says something, and their results are added. `absent` is what the labels
    take for an input that the row does not mention, besides "no" for what is yes or no. `unit` is that of the label.
    """

    calculator: str
    runs: tuple[Inputs, ...]
    absent: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""


def _entry(calculator: str, absent: Mapping[str, str] | None = None, unit: str = "", **inputs: Source) -> Entry:
    return Entry(calculator, (inputs,), absent or {}, unit)


def _yes(*findings: str) -> AnyOf:
    return AnyOf(findings)


SEX = Word("sex", {"Male": "male", "Female": "female"})
NOT_IN_A_MAN = Word("sex", {"Male": "no", "Female": None})
AGE, WEIGHT, HEIGHT = Number("age"), Number("weight"), Number("height")
SODIUM, CHLORIDE, BICARBONATE = Number("Sodium"), Number("Chloride"), Number("Bicarbonate")
GAP: Inputs = {"sodium": SODIUM, "chloride": CHLORIDE, "bicarbonate": BICARBONATE}
CREATININE, ALBUMIN, BILIRUBIN = Number("creatinine"), Number("Albumin"), Number("Bilirubin")
INR = Number("international normalized ratio")
GLUCOSE = Number("Glucose")
UREA_NITROGEN = Number("Blood Urea Nitrogen (BUN)")
SYSTOLIC, DIASTOLIC = Number("Systolic Blood Pressure"), Number("Diastolic Blood Pressure")
PRESSURE: Inputs = {"systolic": SYSTOLIC, "diastolic": DIASTOLIC}
MEAN_PRESSURE = Reckoned("mean_arterial_pressure", PRESSURE)
PULSE, BREATHING, TEMPERATURE = Number("Heart Rate or Pulse"), Number("respiratory rate"), Number("Temperature")
WHITE_CELLS, PLATELETS = Number("White blood cell count", is_count=True), Number("Platelet count", is_count=True)
COMA = Number("Glasgow Coma Score")
LAST_PERIOD = Day("Last menstrual date")
QT: Inputs = {"qt": Number("QT Interval"), "heart_rate": PULSE}
DVT, PE = "Previously documented Deep Vein Thrombosis", "Previously Documented Pulmonary Embolism"
STEROIDS = {
    f"{name} {route}": name.lower()
    for name in (
        *("Hydrocortisone", "Cortisone", "PrednisoLONE", "PredniSONE", "MethylPrednisoLONE"),
        *("Triamcinolone", "Dexamethasone", "Betamethasone", "Deflazacort"),
    )
    for route in ("PO", "IV")
}
EYES = {
    "eyes open spontaneously": "spontaneous",
    "eye opening to verbal command": "to sound",
    "eye opening to pain": "to pressure",
    "no eye opening": "none",
}
SPEECH = {
    "oriented": "oriented",
    "confused": "confused",
    "inappropriate words": "words",
    "incomprehensible sounds": "sounds",
    "no verbal response": "none",
}
MOVEMENT = {
    "obeys commands": "obeys commands",
    "localizes pain": "localising",
    "withdrawal from pain": "normal flexion",
    "flexion to pain": "abnormal flexion",
    "extension to pain": "extension",
    "no motor response": "none",
}
SWALLOWED = {
    "Codeine": "codeine",
    "HYDROcodone": "hydrocodone",
    "HYDROmorphone": "hydromorphone",
    "Methadone": "methadone",
    "Morphine": "morphine",
    "OxyCODONE": "oxycodone",
    "OxyMORphone": "oxymorphone",
    "Tapentadol": "tapentadol",
    "TraMADol": "tramadol",
    "FentaNYL buccal": "fentanyl buccal",
}


def _opioid(name: str, option: str) -> Inputs:
    return {
        "opioid": Fixed(option),
        "opioid_dose": Number(f"{name} Dose"),
        "doses_a_day": Number(f"{name} Dose Per Day"),
    }


PATCH: Inputs = {"opioid": Fixed("fentanyl patch"), "patch_rate": Number("FentANYL patch Dose")}

NOT_OFFERED = {"Framingham Risk Score for Hard Coronary Heart Disease": "the project has no source of it"}
TABLE: dict[str, Entry] = {
    "APACHE II Score": _entry(
        "apache_ii",
        absent={"operative_state": "non-operative"},
        temperature=TEMPERATURE,
        mean_arterial_pressure=MEAN_PRESSURE,
        heart_rate=PULSE,
        respiratory_rate=BREATHING,
        high_inspired_oxygen=Threshold("FiO2", 50),
        pao2=Number("PaO2"),
        aa_gradient=Number("A-a gradient"),
        arterial_ph=Number("pH"),
        sodium=SODIUM,
        potassium=Number("Potassium"),
        creatinine=CREATININE,
        acute_renal_failure=_yes("Acute renal failure"),
        haematocrit=Number("Hematocrit"),
        white_cells=WHITE_CELLS,
        glasgow_coma_scale=COMA,
        age=AGE,
        chronic_insufficiency=_yes("History of severe organ failure or immunocompromise"),
    ),
    "Adjusted Body Weight": _entry("adjusted_body_weight", sex=SEX, height=HEIGHT, weight=WEIGHT),
    "Albumin Corrected Anion Gap": Entry("albumin_corrected_anion_gap", ({**GAP, "albumin": ALBUMIN},)),
    "Albumin Corrected Delta Gap": Entry("albumin_corrected_delta_gap", ({**GAP, "albumin": ALBUMIN},)),
    "Albumin Corrected Delta Ratio": Entry("albumin_corrected_delta_ratio", ({**GAP, "albumin": ALBUMIN},)),
    "Anion Gap": Entry("anion_gap", (GAP,)),
    "Body Mass Index (BMI)": _entry("body_mass_index", weight=WEIGHT, height=HEIGHT),
    "Body Surface Area Calculator": _entry("body_surface_area", weight=WEIGHT, height=HEIGHT),
    "CHA2DS2-VASc Score for Atrial Fibrillation Stroke Risk": _entry(
        "cha2ds2_vasc",
        age=AGE,
        sex=SEX,
        congestive_heart_failure=_yes("Congestive Heart Failure"),
        hypertension=_yes("Hypertension history"),
        diabetes=_yes("Diabetes history"),
        stroke_tia_or_thromboembolism=_yes("Stroke", "Transient Ischemic Attacks History", "Thromboembolism history"),
        vascular_disease=_yes("Vascular disease history"),
    ),
    "CKD-EPI Equations for Glomerular Filtration Rate": _entry("egfr_ckd_epi", age=AGE, sex=SEX, creatinine=CREATININE),
    "CURB-65 Score for Pneumonia Severity": _entry(
        "curb_65",
        confusion=_yes("Confusion"),
        urea_nitrogen=UREA_NITROGEN,
        respiratory_rate=BREATHING,
        systolic=SYSTOLIC,
        diastolic=DIASTOLIC,
        age=AGE,
    ),
    "Calcium Correction for Hypoalbuminemia": _entry(
        "corrected_calcium_conventional", unit="mg/dL", calcium=Number("Calcium"), albumin=ALBUMIN
    ),
    "Caprini Score for Venous Thromboembolism (2005)": _entry(
        "caprini",
        absent={"surgery": "none", "mobility": "not restricted"},
        age=AGE,
        sex=SEX,
        body_mass_index=Number("Body Mass Index (BMI)"),
        mobility=Word("Mobility", {"normal": "not restricted", "confined to bed >72 hours": "confined to bed"}),
        swollen_legs=_yes("Current swollen legs"),
        varicose_veins=_yes("Varicose veins"),
        pregnancy_or_postpartum=NOT_IN_A_MAN,
        pregnancy_losses=NOT_IN_A_MAN,
        contraceptive_or_hormones=NOT_IN_A_MAN,
        recent_serious_lung_disease=_yes("Pneumonia in the last month"),
        abnormal_lung_function=_yes("Chronic Obstructive Pulmonary Disease"),
        acute_myocardial_infarction=_yes("Acute Myocardial infarction"),
        inflammatory_bowel_disease=_yes("History of inflammatory bowel disease"),
        present_or_previous_malignancy=_yes("Present or previous malignancy"),
        central_venous_access=_yes("Current central venous access"),
        previous_dvt_or_pe=_yes(DVT, PE),
        family_history_of_thrombosis=_yes("Family history of thrombosis"),
        recent_hip_pelvis_or_leg_fracture=_yes("Hip, pelvis, or leg fracture in the last month"),
    ),
    "Centor Score (Modified/McIsaac) for Strep Pharyngitis": _entry(
        "centor_mcisaac",
        temperature=TEMPERATURE,
        no_cough=_yes("Cough Absent"),
        tender_cervical_nodes=_yes("Tender/swollen anterior cervical lymph nodes"),
        tonsillar_swelling_or_exudate=_yes("Exudate or swelling on tonsils"),
        age=AGE,
    ),
    "Charlson Comorbidity Index (CCI)": _entry(
        "charlson",
        absent={"liver_disease": "none", "diabetes": "none", "solid_tumour": "none"},
        counted=Fixed("conditions and age"),
        cerebrovascular_disease=_yes("Transient Ischemic Attacks History", "Cerebrovascular Accident"),
        chronic_pulmonary_disease=_yes("Chronic Pulmonary Disease"),
        connective_tissue_disease=_yes("Connective tissue disease"),
        ulcer_disease=_yes("Peptic ulcer disease"),
        diabetes=Word("Diabetes mellitus", {"none or diet-controlled": "none"}),
        hemiplegia=_yes("Hemiplegia"),
        moderate_or_severe_renal_disease=_yes("Moderate to severe Chronic Kidney Disease"),
        aids=_yes("AIDS"),
        age=AGE,
    ),
    "Child-Pugh Score for Cirrhosis Mortality": _entry(
        "child_pugh",
        bilirubin=BILIRUBIN,
        albumin=ALBUMIN,
        inr=INR,
        ascites=Word("Ascites", {"absent": "absent", "slight": "slight", "moderate": "moderate"}),
        encephalopathy=Word("Encephalopathy", {"No Encephalopathy": "none"}),
    ),
    "Creatinine Clearance (Cockcroft-Gault Equation)": _entry(
        "creatinine_clearance_by_bmi", age=AGE, sex=SEX, weight=WEIGHT, height=HEIGHT, creatinine=CREATININE
    ),
    "Delta Gap": Entry("delta_gap", (GAP,)),
    "Delta Ratio": Entry("delta_ratio", (GAP,)),
    "Estimated Due Date": _entry(
        "estimated_due_date", last_period=LAST_PERIOD, cycle_length=Number("cycle length", unit="days")
    ),
    "Estimated Gestational Age": _entry("gestational_age", last_period=LAST_PERIOD, on=Day("Current Date")),
    "Estimated of Conception": _entry("conception_date", last_period=LAST_PERIOD),
    "FeverPAIN Score for Strep Pharyngitis": _entry(
        "fever_pain",
        fever=_yes("Fever in past 24 hours"),
        purulence=_yes("Purulent tonsils"),
        onset=Word("Symptom onset <=3 days", {"True": "2 days", "False": "5 days"}),
        severe_inflammation=_yes("Severe tonsil inflammation"),
        no_cough_or_coryza=_yes("Absence of cough or coryza"),
    ),
    "Fibrosis-4 (FIB-4) Index for Liver Fibrosis": _entry(
        "fib_4",
        age=AGE,
        ast=Number("Aspartate aminotransferase"),
        alt=Number("Alanine aminotransferase"),
        platelets=PLATELETS,
    ),
    "Fractional Excretion of Sodium (FENa)": _entry(
        "fractional_excretion_of_sodium",
        sodium=SODIUM,
        urine_sodium=Number("Urine sodium"),
        creatinine=CREATININE,
        urine_creatinine=Number("Urine creatinine"),
    ),
    "Free Water Deficit": _entry("free_water_deficit", patient=BodyWater(), weight=WEIGHT, sodium=SODIUM),
    "Glasgow Coma Score (GCS)": _entry(
        "glasgow_coma_scale",
        eye=Word("Best eye response", EYES),
        verbal=Word("Best verbal response", SPEECH),
        motor=Word("Best motor response", MOVEMENT),
    ),
    "Glasgow-Blatchford Bleeding Score (GBS)": _entry(
        "glasgow_blatchford",
        sex=SEX,
        urea_nitrogen=UREA_NITROGEN,
        haemoglobin=Number("Hemoglobin"),
        systolic=SYSTOLIC,
        heart_rate=PULSE,
        melaena=_yes("Melena Present"),
        syncope=_yes("Recent Syncope"),
        hepatic_disease=_yes("Hepatic disease history"),
        cardiac_failure=_yes("Cardiac Failure Present"),
    ),
    "HAS-BLED Score for Major Bleeding Risk": _entry(
        "has_bled",
        absent={"drinks_per_week": "0"},
        uncontrolled_hypertension=_yes("Hypertension"),
        abnormal_kidney_function=_yes("Renal disease criteria for the HAS-BLED rule"),
        abnormal_liver_function=_yes("Liver disease criteria for the HAS-BLED rule"),
        stroke=_yes("Stroke"),
        bleeding_or_predisposition=_yes("Prior major bleeding or predisposition to bleeding"),
        labile_inr=_yes("Labile international normalized ratio"),
        age=AGE,
        antiplatelet_or_nsaid=_yes("Medication usage predisposing to bleeding"),
        drinks_per_week=Number("Number of Alcoholic Drinks Per Week"),
    ),
    "HEART Score for Major Cardiac Events": _entry(
        "heart_score",
        absent={"ecg": "normal", "troponin": "within the limit", "history": "slightly suspicious"},
        history=Word(
            "Suspicion History",
            {
                "Slightly suspicious": "slightly suspicious",
                "Moderately suspicious": "moderately suspicious",
                "Highly suspicious": "highly suspicious",
            },
        ),
        ecg=Word("Electrocardiogram Test", {"Normal": "normal"}),
        age=AGE,
        hypertension=_yes("Hypertension history"),
        hypercholesterolaemia=_yes("hypercholesterolemia"),
        diabetes=_yes("Diabetes mellitus"),
        smoking=_yes("smoking"),
        obesity=_yes("obesity"),
        family_history_of_coronary_disease=_yes("parent or sibling with Cardiovascular disease before age 65"),
        known_atherosclerosis=_yes("atherosclerotic disease", "Transient Ischemic Attacks History"),
        troponin=Word(
            "Initial troponin",
            {
                "less than or equal to normal limit": "within the limit",
                "greater than three times normal limit": "strongly raised",
            },
        ),
    ),
    "HOMA-IR (Homeostatic Model Assessment for Insulin Resistance)": _entry(
        "homa_ir", glucose=GLUCOSE, insulin=Number("Insulin")
    ),
    "Ideal Body Weight": _entry("ideal_body_weight", sex=SEX, height=HEIGHT),
    "LDL Calculated": _entry(
        "ldl_cholesterol_friedewald",
        unit="mg/dL",
        total_cholesterol=Number("Total cholesterol"),
        hdl_cholesterol=Number("high-density lipoprotein cholesterol"),
        triglycerides=Number("Triglycerides"),
    ),
    "MDRD GFR Equation": _entry(
        "mdrd_gfr",
        sex=SEX,
        age=AGE,
        creatinine=CREATININE,
        race=Word("Race", {"Black": "Black", "White": "not Black", "Asian": "not Black"}),
    ),
    "MELD Na (UNOS/OPTN)": _entry(
        "meld_na",
        creatinine=CREATININE,
        bilirubin=BILIRUBIN,
        inr=INR,
        sodium=SODIUM,
        dialysis_in_last_week=_yes(
            "Dialysis at least twice in the past week",
            "Continuous veno-venous hemodialysis for ≥24 hours in the past week",
        ),
    ),
    "Maintenance Fluids Calculations": _entry("maintenance_fluids", unit="mL/h", weight=WEIGHT),
    "Mean Arterial Pressure (MAP)": Entry("mean_arterial_pressure", (PRESSURE,)),
    "Morphine Milligram Equivalents (MME) Calculator": Entry(
        "morphine_milligram_equivalents", (*(_opioid(name, option) for name, option in SWALLOWED.items()), PATCH)
    ),
    "PERC Rule for Pulmonary Embolism": _entry(
        "perc",
        age=AGE,
        heart_rate=PULSE,
        oxygen_saturation=Number("O₂ saturation percentage"),
        unilateral_leg_swelling=_yes("Unilateral Leg Swelling"),
        haemoptysis=_yes("Hemoptysis"),
        recent_surgery_or_trauma=_yes("Recent surgery or trauma"),
        previous_dvt_or_pe=_yes(DVT, PE),
        oestrogen=_yes("Hormone use"),
    ),
    "PSI Score: Pneumonia Severity Index for CAP": _entry(
        "psi",
        age=AGE,
        sex=SEX,
        nursing_home_resident=_yes("Nursing home resident"),
        neoplastic_disease=_yes("Neoplastic disease"),
        chronic_liver_disease=_yes("Liver disease history"),
        known_heart_failure=_yes("Congestive Heart Failure"),
        stroke_or_tia=_yes("Cerebrovascular disease history"),
        chronic_renal_disease=_yes("Renal disease history"),
        altered_mental_status=_yes("Altered mental status"),
        respiratory_rate=BREATHING,
        systolic=SYSTOLIC,
        temperature=TEMPERATURE,
        heart_rate=PULSE,
        arterial_ph=Number("pH"),
        urea_nitrogen=UREA_NITROGEN,
        sodium=SODIUM,
        glucose=GLUCOSE,
        haematocrit=Number("Hematocrit"),
        pleural_effusion=_yes("Pleural effusion on x-ray"),
        pao2=Number("Partial pressure of oxygen"),
    ),
    "QTc Bazett Calculator": Entry("qtc_bazett", (QT,)),
    "QTc Framingham Calculator": Entry("qtc_framingham", (QT,)),
    "QTc Fridericia Calculator": Entry("qtc_fridericia", (QT,)),
    "QTc Hodges Calculator": Entry("qtc_hodges", (QT,)),
    "QTc Rautaharju Calculator": Entry("qtc_rautaharju", (QT,)),
    "Revised Cardiac Risk Index for Pre-Operative Risk": _entry(
        "revised_cardiac_risk_index",
        high_risk_surgery=_yes("Elevated-risk surgery"),
        ischaemic_heart_disease=_yes("History of ischemic heart disease"),
        heart_failure_in_history=_yes("Congestive Heart Failure criteria for the Cardiac Risk Index rule"),
        cerebrovascular_disease=_yes("History of cerebrovascular disease"),
        insulin_treatment=_yes("Pre-operative treatment with insulin"),
        creatinine=Number("Pre-operative creatinine"),
    ),
    "SIRS Criteria": _entry(
        "sirs",
        temperature=TEMPERATURE,
        heart_rate=PULSE,
        respiratory_rate=BREATHING,
        white_cells=WHITE_CELLS,
        paco2=Number("PaCO2"),
    ),
    "Sequential Organ Failure Assessment (SOFA) Score": _entry(
        "sofa",
        absent=dict.fromkeys(("dopamine", "dobutamine", "adrenaline", "noradrenaline"), "0 micrograms/kg/min"),
        pao2=Number("PaO2"),
        fio2=Number("FiO2"),
        respiratory_support=_yes("On mechanical ventilation", "Continuous positive airway pressure"),
        platelets=PLATELETS,
        bilirubin=BILIRUBIN,
        glasgow_coma_scale=COMA,
        dopamine=Number("DOPamine"),
        dobutamine=Number("DOBUTamine"),
        adrenaline=Number("EPINEPHrine"),
        noradrenaline=Number("norEPINEPHrine"),
        creatinine=CREATININE,
        mean_arterial_pressure=MEAN_PRESSURE,
        hypotension=_yes("Hypotension"),
        urine_output=Number("Urine Output"),
    ),
    "Serum Osmolality": _entry("serum_osmolality", sodium=SODIUM, glucose=GLUCOSE, urea_nitrogen=UREA_NITROGEN),
    "Sodium Correction for Hyperglycemia": _entry("corrected_sodium_hillier", sodium=SODIUM, glucose=GLUCOSE),
    "Steroid Conversion Calculator": _entry(
        "steroid_conversion",
        steroid=Word("input steroid", STEROIDS),
        dose=Number("input steroid"),
        wanted_steroid=Word("target steroid", STEROIDS),
    ),
    "Target weight": _entry("target_weight", target_body_mass_index=Number("Body Mass Index (BMI)"), height=HEIGHT),
    "Wells' Criteria for DVT": _entry(
        "wells_deep_vein_thrombosis",
        active_cancer=_yes("Active cancer"),
        leg_paralysis_or_plaster=_yes("Paralysis, paresis, or recent plaster immobilization of the lower extremity"),
        bedridden_or_major_surgery=_yes("Bedridden recently >3 days", "Major surgery within 12 weeks"),
        deep_vein_tenderness=_yes("Localized tenderness along the deep venous system"),
        pitting_oedema=_yes("Pitting edema, confined to symptomatic leg"),
        collateral_veins=_yes("Collateral (nonvaricose) superficial veins present"),
        previous_dvt=_yes(DVT),
        alternative_diagnosis=_yes("Alternative diagnosis to Deep Vein Thrombosis as likely or more likely"),
    ),
    "Wells' Criteria for Pulmonary Embolism": _entry(
        "wells_pulmonary_embolism",
        signs_of_dvt=_yes("Clinical signs and symptoms of Deep Vein Thrombosis"),
        embolism_most_likely=_yes("Pulmonary Embolism is #1 diagnosis OR equally likely"),
        heart_rate=PULSE,
        immobilisation_or_surgery=_yes("Immobilization for at least 3 days", "Surgery in the previous 4 weeks"),
        previous_dvt_or_pe=_yes(DVT, PE),
        haemoptysis=_yes("Hemoptysis"),
        active_cancer=_yes("Malignancy with treatment within 6 months or palliative"),
    ),
}
ALSO_CALLED = {"Estimated Date of Conception": "Estimated of Conception"}
"""The two data sets in one file call one calculator by two names."""
