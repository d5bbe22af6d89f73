"""The score of upper gastrointestinal bleeding of Blatchford and others, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

WELL = {
    "sex": "male",
    "urea_nitrogen": "6.4 mmol/L",
    "haemoglobin": "13 g/dL",
    "systolic": "110 mmHg",
    "heart_rate": "99",
    "melaena": "no",
    "syncope": "no",
    "hepatic_disease": "no",
    "cardiac_failure": "no",
}
WOMAN = {**WELL, "sex": "female", "haemoglobin": "12 g/dL"}


@calculator(
    title="Glasgow-Blatchford score of upper gastrointestinal bleeding",
    synonyms=(
        "Glasgow-Blatchford",
        "Blatchford score",
        "Glasgow Blatchford bleeding score",
        "GBS score",
        "Glasgow Blatchford score",
        "Blatchford",
    ),
    result=Result("points", places=0),
    reference="blatchford-2000",
    says="The Glasgow-Blatchford score is {result}.",
    warnings=(
        "A score of the need for treatment at presentation, before endoscopy.",
        "The limits are those of the urea in millimoles; urea nitrogen in milligrams is converted exactly.",
    ),
    vectors=(
        # everything just short of its limit: 0, for a man and for a woman
        Vector(WELL, "0 points", by="hand"),
        Vector(WOMAN, "0 points", by="hand"),
        # 6 + 6 + 3 + 1 + 1 + 2 + 2 + 2
        Vector(
            {
                "sex": "male",
                "urea_nitrogen": "25.1 mmol/L",
                "haemoglobin": "9.9 g/dL",
                "systolic": "89 mmHg",
                "heart_rate": "100",
                "melaena": "yes",
                "syncope": "yes",
                "hepatic_disease": "yes",
                "cardiac_failure": "yes",
            },
            "23 points",
            by="hand",
        ),
        # urea 6.5: 2; a man's haemoglobin 12.9: 1; systolic 109: 1
        Vector(
            {**WELL, "urea_nitrogen": "6.5 mmol/L", "haemoglobin": "12.9 g/dL", "systolic": "109 mmHg"},
            "4 points",
            by="hand",
        ),
        # urea 8: 3; a man's haemoglobin 120 g/L: 1; systolic 100: 1
        Vector(
            {**WELL, "urea_nitrogen": "8 mmol/L", "haemoglobin": "120 g/L", "systolic": "100 mmHg"},
            "5 points",
            by="hand",
        ),
        # urea 10: 4; a man's haemoglobin 119 g/L: 3; systolic 99: 2
        Vector(
            {**WELL, "urea_nitrogen": "10 mmol/L", "haemoglobin": "119 g/L", "systolic": "99 mmHg"},
            "9 points",
            by="hand",
        ),
        # urea 25: 4; a man's haemoglobin 10: 3; systolic 90: 2
        Vector(
            {**WELL, "urea_nitrogen": "25 mmol/L", "haemoglobin": "10 g/dL", "systolic": "90 mmHg"},
            "9 points",
            by="hand",
        ),
        # a woman's haemoglobin 11.9: 1
        Vector({**WOMAN, "haemoglobin": "11.9 g/dL"}, "1 point", by="hand"),
        # a woman's haemoglobin 10: 1; 51 mg/dL of nitrogen ÷ 2.8014 = 18.2 mmol/L: 4
        Vector({**WOMAN, "haemoglobin": "10 g/dL", "urea_nitrogen": "51 mg/dL"}, "5 points", by="hand"),
        # a woman's haemoglobin 99 g/L: 6; syncope: 2
        Vector({**WOMAN, "haemoglobin": "99 g/L", "syncope": "yes"}, "8 points", by="hand"),
    ),
)
def glasgow_blatchford(
    sex: Annotated[str, Choice("female", "male")],
    urea_nitrogen: Annotated[
        float,
        Measure(
            "mmol/L",
            low=0.5,
            high=100,
            analyte="urea nitrogen",
            means="urea in the blood, in milligrams only as urea nitrogen",
            edges=(6.5, 8, 10, 25),
        ),
    ],
    haemoglobin: Annotated[
        float, Measure("g/dL", low=2, high=25, analyte="haemoglobin", means="haemoglobin", edges=(10, 12, 13))
    ],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, means="systolic pressure", edges=(90, 100, 110))],
    heart_rate: Annotated[float, Measure("/min", low=10, high=300, means="heart rate", edges=(100,))],
    melaena: Annotated[str, criterion("presentation with melaena")],
    syncope: Annotated[str, criterion("presentation with syncope")],
    hepatic_disease: Annotated[
        str,
        criterion(
            "liver disease",
            counts="known history, or clinical and laboratory evidence, of chronic or acute liver disease",
        ),
    ],
    cardiac_failure: Annotated[
        str,
        criterion("cardiac failure", counts="known history, or clinical and echocardiographic evidence"),
    ],
) -> float:
    """How likely an adult with upper gastrointestinal bleeding is to need treatment, judged before endoscopy."""
    by_urea = (
        6
        if urea_nitrogen > 25
        else 4
        if urea_nitrogen >= 10
        else 3
        if urea_nitrogen >= 8
        else 2
        if urea_nitrogen >= 6.5
        else 0
    )
    if sex == "male":
        by_haemoglobin = 6 if haemoglobin < 10 else 3 if haemoglobin < 12 else 1 if haemoglobin < 13 else 0
    else:
        by_haemoglobin = 6 if haemoglobin < 10 else 1 if haemoglobin < 12 else 0
    pressure = 3 if systolic < 90 else 2 if systolic < 100 else 1 if systolic < 110 else 0
    findings = points(heart_rate >= 100) + points(melaena) + points(syncope, 2)
    return by_urea + by_haemoglobin + pressure + findings + points(hepatic_disease, 2) + points(cardiac_failure, 2)
