"""The HAS-BLED score, after Pisters and others, 2010."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "uncontrolled_hypertension": "no",
    "abnormal_kidney_function": "no",
    "abnormal_liver_function": "no",
    "stroke": "no",
    "bleeding_or_predisposition": "no",
    "labile_inr": "no",
    "age": "65",
    "antiplatelet_or_nsaid": "no",
    "drinks_per_week": "7",
}


@calculator(
    title="HAS-BLED score for major bleeding in atrial fibrillation",
    synonyms=("HAS-BLED", "HASBLED", "HAS BLED"),
    result=Result("points", places=0),
    reference="pisters-2010-hasbled",
    says="The HAS-BLED score is {result}.",
    bands=(
        Band(3, "below the group of high bleeding risk", reference="pisters-2010-hasbled"),
        Band(inf, "high risk of major bleeding", reference="pisters-2010-hasbled"),
    ),
    warnings=(
        "It serves to find what can be changed about the bleeding risk, not alone to withhold anticoagulation.",
        "Kidney and liver count each for itself, and so do drugs and alcohol.",
    ),
    vectors=(
        # 65 years and seven drinks do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 for each of the nine
        Vector({**dict.fromkeys(NONE, "yes"), "age": "66", "drinks_per_week": "8"}, "9 points", by="hand"),
        # 1 for 66 years
        Vector({**NONE, "age": "66"}, "1 point", by="hand"),
        # 1 for eight drinks, 1 for a drug
        Vector({**NONE, "drinks_per_week": "8", "antiplatelet_or_nsaid": "yes"}, "2 points", by="hand"),
        # 1 + 1 + 1
        Vector(
            {
                **NONE,
                "drinks_per_week": "0",
                "abnormal_kidney_function": "yes",
                "abnormal_liver_function": "yes",
                "stroke": "yes",
            },
            "3 points",
            by="hand",
        ),
        # 1 + 1 + 1, and nothing for drinks just short of eight
        Vector(
            {
                **NONE,
                "uncontrolled_hypertension": "yes",
                "bleeding_or_predisposition": "yes",
                "labile_inr": "yes",
                "drinks_per_week": "7.9",
            },
            "3 points",
            by="hand",
        ),
    ),
)
def has_bled(
    uncontrolled_hypertension: Annotated[
        str, criterion("uncontrolled hypertension", counts="systolic blood pressure above 160 mmHg")
    ],
    abnormal_kidney_function: Annotated[
        str,
        criterion(
            "abnormal kidney function",
            counts="chronic dialysis, kidney transplant, or serum creatinine of 200 µmol/L (2.26 mg/dL) or more",
        ),
    ],
    abnormal_liver_function: Annotated[
        str,
        criterion(
            "abnormal liver function",
            counts="chronic liver disease such as cirrhosis, or bilirubin above 2 times the upper limit of normal together with AST, ALT "
            "or alkaline phosphatase above 3 times the upper limit",
        ),
    ],
    stroke: Annotated[str, criterion("stroke in the past")],
    bleeding_or_predisposition: Annotated[
        str,
        criterion(
            "bleeding in the past or predisposition to it",
            counts="earlier major bleeding, or a predisposition such as a bleeding diathesis or anaemia",
        ),
    ],
    labile_inr: Annotated[
        str,
        criterion(
            "labile INR",
            counts="unstable or high INR, or less than 60% of the time in the therapeutic range; only under a vitamin K antagonist, "
            "otherwise no",
        ),
    ],
    age: Annotated[float, Measure("years", low=18, high=110, edges=(65,), counts="counts above 65 years")],
    antiplatelet_or_nsaid: Annotated[
        str, criterion("antiplatelet drug or NSAID", counts="such as aspirin, clopidogrel or an NSAID, taken besides")
    ],
    drinks_per_week: Annotated[
        float,
        Measure("", low=0, high=200, edges=(8,), means="alcoholic drinks per week", counts="counts from 8 drinks on"),
    ],
) -> float:
    """The risk of major bleeding of an adult with atrial fibrillation under anticoagulation, or before it."""
    organs = points(abnormal_kidney_function) + points(abnormal_liver_function)
    history = points(stroke) + points(bleeding_or_predisposition) + points(labile_inr)
    taken = points(antiplatelet_or_nsaid) + points(drinks_per_week >= 8)
    return points(uncontrolled_hypertension) + organs + history + points(age > 65) + taken
