"""The stroke risk score in atrial fibrillation without the item of sex, of the European Society of Cardiology, 2024."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "64",
    "chronic_heart_failure": "no",
    "hypertension": "no",
    "diabetes": "no",
    "stroke_tia_or_thromboembolism": "no",
    "arterial_disease": "no",
}


@calculator(
    title="Risk of stroke in atrial fibrillation, without the item of sex",
    known_as="CHA2DS2-VA",
    synonyms=("CHA2DS2-VA", "CHA2DS2VA", "CHA₂DS₂-VA", "CHADS-VA"),
    result=Result("points", places=0),
    reference=("esc-af-2024", "accaha-af-2023", "nhs-highland-af"),
    says="The {known_as} score is {result}.",
    warnings=(
        "With a mechanical heart valve or moderate to severe mitral stenosis anticoagulation does not depend on the score.",
        "European guidance uses this score; American guidance names the version with the item of sex.",
    ),
    not_for=("people with a mechanical heart valve or moderate to severe mitral stenosis",),
    bands=(
        Band(1, "no oral anticoagulation indicated by this score", reference="esc-af-2024"),
        Band(2, "oral anticoagulation should be considered", reference="esc-af-2024"),
        Band(inf, "oral anticoagulation is recommended", reference="esc-af-2024"),
    ),
    vectors=(
        # 64 years and none of them: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 2 for 75 years + 1 + 2 + 1
        Vector(
            {
                "age": "75",
                "chronic_heart_failure": "yes",
                "hypertension": "yes",
                "diabetes": "yes",
                "stroke_tia_or_thromboembolism": "yes",
                "arterial_disease": "yes",
            },
            "8 points",
            by="hand",
        ),
        # 1 for 65 years
        Vector({**NONE, "age": "65"}, "1 point", by="hand"),
        # 1 for 74 years and a half, which is no 75 yet; 1 for hypertension
        Vector({**NONE, "age": "74.5", "hypertension": "yes"}, "2 points", by="hand"),
        # 2 for a stroke, 1 for diabetes
        Vector({**NONE, "stroke_tia_or_thromboembolism": "yes", "diabetes": "yes"}, "3 points", by="hand"),
        # 1 + 1
        Vector({**NONE, "chronic_heart_failure": "yes", "arterial_disease": "yes"}, "2 points", by="hand"),
    ),
)
def cha2ds2_va(
    age: Annotated[
        float, Measure("years", low=18, high=110, edges=(65, 75), counts="65–74 years; from 75 years on counts double")
    ],
    chronic_heart_failure: Annotated[
        str,
        criterion(
            "chronic heart failure",
            counts="symptoms and signs of heart failure whatever the ejection fraction, or a left ventricular ejection fraction of "
            "40% or less without symptoms",
        ),
    ],
    hypertension: Annotated[
        str,
        criterion(
            "hypertension",
            counts="resting blood pressure above 140/90 mmHg on at least 2 occasions, or current antihypertensive treatment",
        ),
    ],
    diabetes: Annotated[str, criterion("diabetes", counts="type 1 or type 2, or glucose-lowering treatment")],
    stroke_tia_or_thromboembolism: Annotated[
        str,
        criterion(
            "earlier stroke, transient ischaemic attack or thromboembolism",
            counts="a previous stroke, transient ischaemic attack or arterial thromboembolism",
        ),
    ],
    arterial_disease: Annotated[
        str,
        criterion(
            "coronary or peripheral arterial disease",
            counts="coronary artery disease, peripheral vascular disease or aortic plaque",
        ),
    ],
) -> float:
    """The risk of thromboembolism of an adult with atrial fibrillation, as European guidance takes it."""
    of_age = points(age >= 65) + points(age >= 75)
    history = points(chronic_heart_failure) + points(hypertension) + points(diabetes)
    return of_age + history + points(stroke_tia_or_thromboembolism, 2) + points(arterial_disease)
