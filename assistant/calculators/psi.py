"""The pneumonia severity index of Fine and others, 1997, with its risk classes."""

from math import floor
from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator, criterion
from assistant.calculators.declarations import Units
from assistant.calculators.scoring import points
from assistant.records import Part

CLASS_ONE = "The pneumonia severity index is {result}; by its initial step, without the laboratory, it is risk {class}."
"""What is said of the lowest class, which age, illnesses and examination settle."""
WITH_CLASS = "The pneumonia severity index is {result}, which is risk {class}."
WELL = {
    "age": "51",
    "sex": "male",
    "nursing_home_resident": "no",
    "neoplastic_disease": "no",
    "chronic_liver_disease": "no",
    "known_heart_failure": "no",
    "stroke_or_tia": "no",
    "chronic_renal_disease": "no",
    "altered_mental_status": "no",
    "respiratory_rate": "29",
    "systolic": "90 mmHg",
    "temperature": "39.9 °C",
    "heart_rate": "124",
    "arterial_ph": "7.35",
    "urea_nitrogen": "29 mg/dL",
    "sodium": "130 mmol/L",
    "glucose": "249 mg/dL",
    "haematocrit": "30%",
    "pleural_effusion": "no",
    "pao2": "60 mmHg",
}
ILL = {
    "nursing_home_resident": "yes",
    "neoplastic_disease": "yes",
    "chronic_liver_disease": "yes",
    "known_heart_failure": "yes",
    "stroke_or_tia": "yes",
    "chronic_renal_disease": "yes",
    "altered_mental_status": "yes",
    "respiratory_rate": "30",
    "systolic": "89 mmHg",
    "temperature": "40 °C",
    "heart_rate": "125",
    "arterial_ph": "7.34",
    "urea_nitrogen": "30 mg/dL",
    "sodium": "129 mmol/L",
    "glucose": "250 mg/dL",
    "haematocrit": "29.9%",
    "pleural_effusion": "yes",
    "pao2": "59 mmHg",
}


def _is_oxygen_needed(units: Units) -> bool:
    """The arterial oxygen tension is asked for unless the saturation is given."""
    return bool(units) and "oxygen_saturation" not in units


@calculator(
    title="Pneumonia severity index",
    synonyms=("pneumonia severity index", "PSI score", "PORT score"),
    result=Result("points", places=0),
    reference="psi-1997",
    says="The pneumonia severity index is {result}.",
    warnings=(
        "Developed in adults with community-acquired pneumonia; people with AIDS were excluded.",
        "Of the paper's limits of urea nitrogen and glucose those in milligrams are used; the molar ones are rounded.",
    ),
    vectors=(
        # 51 years and nothing else, each item just short of its limit: class II
        Vector(WELL, "51 points", by="hand"),
        # 50 years: class I
        Vector({**WELL, "age": "50"}, "50 points", by="hand"),
        # 50 years and some months are 50 completed years; woman: 50 − 10; the nursing home is no coexisting illness: + 10
        Vector({**WELL, "age": "50.5", "sex": "female", "nursing_home_resident": "yes"}, "50 points", by="hand"),
        # 90 + 10 + (30 + 20 + 10 + 10 + 10) + (20 + 20 + 20 + 15 + 10) + (30 + 20 + 20 + 10 + 10 + 10 + 10) = 375
        Vector({"age": "90", "sex": "male", **ILL}, "375 points", by="hand"),
        # woman of 67: 57, nursing home 10, kidneys 10 = 77: class III
        Vector(
            {
                **WELL,
                "age": "67",
                "sex": "female",
                "nursing_home_resident": "yes",
                "chronic_renal_disease": "yes",
            },
            "77 points",
            by="hand",
        ),
        # 70 years: class II; 71: class III
        Vector({**WELL, "age": "70.9"}, "70 points", by="hand"),
        Vector({**WELL, "age": "71"}, "71 points", by="hand"),
        # 30 years, pH 7.3: 30 + 30 = 60, and class I, for which the laboratory does not count
        Vector({**WELL, "age": "30", "arterial_ph": "7.3"}, "60 points", by="hand"),
        # 75 + temperature 34.9 15 = 90: class III
        Vector({**WELL, "age": "75", "temperature": "34.9 °C"}, "90 points", by="hand"),
        # 75 + 15 + saturation 89% 10 = 100: class IV; haematocrit and the rest as before
        Vector(
            {
                **{name: text for name, text in WELL.items() if name != "pao2"},
                "age": "75",
                "temperature": "34.9 °C",
                "oxygen_saturation": "89%",
            },
            "100 points",
            by="hand",
        ),
        # 80 + rate 20 + systolic 20 + saturation 90% 0 + effusion 10 = 130: still class IV
        Vector(
            {
                **{name: text for name, text in WELL.items() if name != "pao2"},
                "age": "80",
                "respiratory_rate": "32",
                "systolic": "80 mmHg",
                "oxygen_saturation": "90%",
                "pleural_effusion": "yes",
            },
            "130 points",
            by="hand",
        ),
        # 81 + 50 = 131: class V
        Vector(
            {**WELL, "age": "81", "respiratory_rate": "32", "systolic": "80 mmHg", "pleural_effusion": "yes"},
            "131 points",
            by="hand",
        ),
        # 60 + urea 10.8 mmol/L × 2.8014 = 30.3 mg/dL 20 + glucose 13.9 mmol/L × 18.0156 = 250.4 mg/dL 10
        # + PaO2 7.9 kPa × 7.50062 = 59.3 mmHg 10 = 100
        Vector(
            {**WELL, "age": "60", "urea_nitrogen": "10.8 mmol/L", "glucose": "13.9 mmol/L", "pao2": "7.9 kPa"},
            "100 points",
            by="hand",
        ),
    ),
)
def psi(
    age: Annotated[
        float,
        Measure(
            "years",
            low=18,
            high=120,
            edges=(50, 51, 120),
            counts="up to 50 years with none of the illnesses and nothing abnormal on examination it is class I, whatever the "
            "laboratory says",
        ),
    ],
    sex: Annotated[str, Choice("female", "male")],
    nursing_home_resident: Annotated[str, criterion("nursing home resident")],
    neoplastic_disease: Annotated[
        str,
        criterion(
            "neoplastic disease",
            counts="any cancer but basal or squamous cell cancer of the skin, active at presentation or diagnosed within 1 year "
            "before it",
        ),
    ],
    chronic_liver_disease: Annotated[
        str,
        criterion("chronic liver disease", counts="cirrhosis or another chronic liver disease, clinical or histologic"),
    ],
    known_heart_failure: Annotated[
        str,
        criterion(
            "congestive heart failure",
            counts="systolic or diastolic dysfunction documented by history, examination and chest X-ray, or imaging of the heart",
        ),
    ],
    stroke_or_tia: Annotated[
        str,
        criterion(
            "cerebrovascular disease",
            counts="clinical diagnosis of stroke or transient ischaemic attack, or stroke documented by MRI or CT",
        ),
    ],
    chronic_renal_disease: Annotated[
        str,
        criterion(
            "renal disease",
            counts="history of chronic renal disease, or abnormal urea nitrogen and creatinine documented in the record",
        ),
    ],
    altered_mental_status: Annotated[
        str,
        criterion(
            "altered mental status",
            counts="disorientation to person, place or time that is not known to be chronic, stupor, or coma",
        ),
    ],
    respiratory_rate: Annotated[float, Measure("/min", low=1, high=80, means="respiratory rate", edges=(30,))],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, means="systolic pressure", edges=(90,))],
    temperature: Annotated[float, Measure("°C", low=25, high=44, means="temperature", edges=(35, 40))],
    heart_rate: Annotated[float, Measure("/min", low=10, high=300, means="heart rate", edges=(125,))],
    arterial_ph: Annotated[float, Measure("", low=6.5, high=8, means="arterial pH", edges=(7.35,))],
    urea_nitrogen: Annotated[
        float,
        Measure(
            "mg/dL",
            low=1,
            high=280,
            analyte="urea nitrogen",
            means="urea in the blood, in milligrams only as urea nitrogen",
            edges=(30,),
        ),
    ],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium", edges=(130,))],
    glucose: Annotated[
        float, Measure("mg/dL", low=10, high=2000, analyte="glucose", means="blood glucose", edges=(250,))
    ],
    haematocrit: Annotated[
        float, Measure("%", written=("%", "fraction"), low=5, high=80, means="haematocrit", edges=(30,))
    ],
    pleural_effusion: Annotated[str, criterion("pleural effusion")],
    pao2: Annotated[
        float,
        Measure(
            "mmHg",
            low=20,
            high=700,
            means="arterial oxygen tension",
            written=("mmHg", "kPa"),
            edges=(60,),
            needed=_is_oxygen_needed,
        ),
    ]
    | None = None,
    oxygen_saturation: Annotated[
        float,
        Measure(
            "%",
            written=("%", "fraction"),
            low=30,
            high=100,
            means="oxygen saturation",
            edges=(90,),
            counts="a saturation below 90% counts as the low arterial oxygen tension does",
        ),
    ]
    | None = None,
) -> Finding:
    """The severity of community-acquired pneumonia of an adult, in points and as a class of the risk of death."""
    years = floor(age)
    for_women = 0 if sex == "male" else 10
    coexisting = (
        points(neoplastic_disease, 30)
        + points(chronic_liver_disease, 20)
        + points(known_heart_failure, 10)
        + points(stroke_or_tia, 10)
        + points(chronic_renal_disease, 10)
    )
    examination = (
        points(altered_mental_status, 20)
        + points(respiratory_rate >= 30, 20)
        + points(systolic < 90, 20)
        + points(temperature < 35 or temperature >= 40, 15)
        + points(heart_rate >= 125, 10)
    )
    is_hypoxic = (pao2 is not None and pao2 < 60) or (oxygen_saturation is not None and oxygen_saturation < 90)
    laboratory = (
        points(arterial_ph < 7.35, 30)
        + points(urea_nitrogen >= 30, 20)
        + points(sodium < 130, 20)
        + points(glucose >= 250, 10)
        + points(haematocrit < 30, 10)
        + points(is_hypoxic, 10)
        + points(pleural_effusion, 10)
    )
    total = years - for_women + points(nursing_home_resident, 10) + coexisting + examination + laboratory
    risk = (
        "I"
        if years <= 50 and coexisting == 0 and examination == 0
        else "II"
        if total <= 70
        else "III"
        if total <= 90
        else "IV"
        if total <= 130
        else "V"
    )
    says = CLASS_ONE if risk == "I" else WITH_CLASS
    return Finding(total, "points", (Part(label="risk class", text=risk),), says, {"class": f"class {risk}"})
