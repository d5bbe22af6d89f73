"""The stroke risk score in atrial fibrillation with the item of sex, after Lip and others, 2010."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "64",
    "sex": "male",
    "congestive_heart_failure": "no",
    "hypertension": "no",
    "diabetes": "no",
    "stroke_tia_or_thromboembolism": "no",
    "vascular_disease": "no",
}


@calculator(
    title="Risk of stroke in atrial fibrillation, with the item of sex",
    known_as="CHA2DS2-VASc",
    synonyms=("CHA2DS2-VASc", "CHA2DS2VASc", "CHA₂DS₂-VASc", "CHADS-VASc", "CHADSVASc"),
    result=Result("points", places=0),
    reference=("lip-2010-cha2ds2vasc", "esc-af-2024", "accaha-af-2023", "nhs-highland-af"),
    says="The {known_as} score is {result}.",
    warnings=(
        "With a mechanical heart valve or moderate to severe mitral stenosis anticoagulation does not depend on the score.",
        "American guidance names this score; European guidance uses the version without the item of sex.",
    ),
    not_for=("people with a mechanical heart valve or moderate to severe mitral stenosis",),
    vectors=(
        # a man of 64 years without any of them: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 2 for 75 years + 1 + 2 + 1 + 1 for a woman
        Vector(
            {
                "age": "75",
                "sex": "female",
                "congestive_heart_failure": "yes",
                "hypertension": "yes",
                "diabetes": "yes",
                "stroke_tia_or_thromboembolism": "yes",
                "vascular_disease": "yes",
            },
            "9 points",
            by="hand",
        ),
        # 1 for 65 years
        Vector({**NONE, "age": "65"}, "1 point", by="hand"),
        # 1 for 74 years, 1 for a woman
        Vector({**NONE, "age": "74", "sex": "female"}, "2 points", by="hand"),
        # 1 for 74 years and a half, which is no 75 yet; 2 for a stroke
        Vector({**NONE, "age": "74.5", "stroke_tia_or_thromboembolism": "yes"}, "3 points", by="hand"),
        # 1 + 1 + 1 + 1
        Vector(
            {
                **NONE,
                "congestive_heart_failure": "yes",
                "hypertension": "yes",
                "diabetes": "yes",
                "vascular_disease": "yes",
            },
            "4 points",
            by="hand",
        ),
    ),
)
def cha2ds2_vasc(
    age: Annotated[
        float, Measure("years", low=18, high=110, edges=(65, 75), counts="65–74 years; from 75 years on counts double")
    ],
    sex: Annotated[str, Choice("female", "male")],
    congestive_heart_failure: Annotated[
        str,
        criterion(
            "congestive heart failure",
            counts="signs or symptoms of heart failure, or objective evidence of reduced left ventricular ejection fraction",
        ),
    ],
    hypertension: Annotated[
        str,
        criterion(
            "hypertension",
            counts="resting blood pressure above 140/90 mmHg on at least 2 occasions, or current antihypertensive treatment",
        ),
    ],
    diabetes: Annotated[str, criterion("diabetes")],
    stroke_tia_or_thromboembolism: Annotated[
        str,
        criterion(
            "earlier stroke, transient ischaemic attack or thromboembolism",
            counts="a previous stroke, transient ischaemic attack or arterial thromboembolism",
        ),
    ],
    vascular_disease: Annotated[
        str,
        criterion(
            "vascular disease", counts="previous myocardial infarction, peripheral artery disease or aortic plaque"
        ),
    ],
) -> float:
    """The risk of stroke and thromboembolism of an adult with atrial fibrillation that is not valvular."""
    of_age = points(age >= 65) + points(age >= 75)
    history = points(congestive_heart_failure) + points(hypertension) + points(diabetes)
    vessels = points(stroke_tia_or_thromboembolism, 2) + points(vascular_disease)
    return of_age + points(sex == "female") + history + vessels
