"""The simplified severity index of pulmonary embolism, after Jimenez and others, 2010."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "80",
    "cancer_in_history": "no",
    "chronic_heart_or_lung_disease": "no",
    "heart_rate": "109",
    "systolic": "100 mmHg",
    "oxygen_saturation": "90%",
}


@calculator(
    title="Simplified Pulmonary Embolism Severity Index (sPESI)",
    synonyms=("sPESI", "simplified PESI", "simplified pulmonary embolism severity index"),
    result=Result("points", places=0),
    reference="jimenez-2010-spesi",
    says="The simplified Pulmonary Embolism Severity Index is {result}.",
    bands=(
        Band(1, "low risk of death in the following weeks", reference="jimenez-2010-spesi"),
        Band(inf, "high risk of death in the following weeks", reference="jimenez-2010-spesi"),
    ),
    warnings=("For the prognosis of a person with acute symptomatic pulmonary embolism.",),
    vectors=(
        # each just short of its limit: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 for each of the six
        Vector(
            {
                **dict.fromkeys(NONE, "yes"),
                "age": "81",
                "heart_rate": "110",
                "systolic": "99 mmHg",
                "oxygen_saturation": "89%",
            },
            "6 points",
            by="hand",
        ),
        # 1 for 81 years
        Vector({**NONE, "age": "81"}, "1 point", by="hand"),
        # 1 for a rate of 110, 1 for a saturation of 89.9
        Vector({**NONE, "heart_rate": "110", "oxygen_saturation": "89.9%"}, "2 points", by="hand"),
        # 1 + 1 + 1
        Vector(
            {**NONE, "cancer_in_history": "yes", "chronic_heart_or_lung_disease": "yes", "systolic": "99 mmHg"},
            "3 points",
            by="hand",
        ),
    ),
)
def simplified_pesi(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(80,), counts="counts above 80 years")],
    cancer_in_history: Annotated[
        str,
        criterion(
            "cancer in the history",
            counts="a history of cancer, as the paper has it",
        ),
    ],
    chronic_heart_or_lung_disease: Annotated[
        str, criterion("chronic heart or lung disease", counts="history of heart failure or chronic lung disease")
    ],
    heart_rate: Annotated[
        float, Measure("/min", low=20, high=300, edges=(110,), means="heart rate", counts="counts from 110/min on")
    ],
    systolic: Annotated[
        float,
        Measure("mmHg", low=30, high=300, edges=(100,), means="systolic pressure", counts="counts below 100 mmHg"),
    ],
    oxygen_saturation: Annotated[
        float,
        Measure(
            "%",
            written=("%", "fraction"),
            low=30,
            high=100,
            edges=(90,),
            means="oxygen saturation",
            counts="counts below 90%, with or without supplemental oxygen",
        ),
    ],
) -> float:
    """The risk of death of a person with acute symptomatic pulmonary embolism."""
    history = points(age > 80) + points(cancer_in_history) + points(chronic_heart_or_lung_disease)
    return history + points(heart_rate >= 110) + points(systolic < 100) + points(oxygen_saturation < 90)
