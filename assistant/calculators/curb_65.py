"""The score of pneumonia severity in hospital of Lim and others, 2003."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

WELL = {
    "confusion": "no",
    "urea_nitrogen": "7 mmol/L",
    "respiratory_rate": "29",
    "systolic": "90 mmHg",
    "diastolic": "61 mmHg",
    "age": "64",
}


@calculator(
    title="Severity of community-acquired pneumonia in hospital",
    known_as="CURB-65",
    synonyms=("CURB-65", "CURB65", "CURB 65", "severity of community-acquired pneumonia"),
    result=Result("points", places=0),
    reference="curb65-2003",
    says="The {known_as} score is {result}.",
    bands=(
        Band(2, "low risk of death", reference="nice-ng250"),
        Band(3, "intermediate risk of death", reference="nice-ng250"),
        Band(inf, "high risk of death", reference="nice-ng250"),
    ),
    warnings=(
        "Developed in adults who were admitted to hospital with community-acquired pneumonia.",
        "The limit is that of the urea in millimoles; urea nitrogen in milligrams is converted exactly.",
    ),
    vectors=(
        # each item just short of its limit: 0
        Vector(WELL, "0 points", by="hand"),
        # 1 + 1 + 1 + 1 + 1
        Vector(
            {
                "confusion": "yes",
                "urea_nitrogen": "7.1 mmol/L",
                "respiratory_rate": "30",
                "systolic": "89 mmHg",
                "diastolic": "60 mmHg",
                "age": "65",
            },
            "5 points",
            by="hand",
        ),
        # 20 mg/dL of nitrogen ÷ 2.8014 = 7.14 mmol/L: 1
        Vector({**WELL, "urea_nitrogen": "20 mg/dL"}, "1 point", by="hand"),
        # 19 mg/dL of nitrogen ÷ 2.8014 = 6.78 mmol/L: 0
        Vector({**WELL, "urea_nitrogen": "19 mg/dL"}, "0 points", by="hand"),
        # the diastolic pressure alone: 1
        Vector({**WELL, "systolic": "110 mmHg", "diastolic": "60 mmHg"}, "1 point", by="hand"),
        # the systolic pressure alone, and age: 1 + 1
        Vector({**WELL, "systolic": "89 mmHg", "age": "80"}, "2 points", by="hand"),
        # confusion, rate and age: 1 + 1 + 1
        Vector({**WELL, "confusion": "yes", "respiratory_rate": "32", "age": "65"}, "3 points", by="hand"),
    ),
)
def curb_65(
    confusion: Annotated[
        str,
        criterion(
            "confusion",
            counts="new disorientation in person, place or time, or an Abbreviated Mental Test score of 8 or less",
        ),
    ],
    urea_nitrogen: Annotated[
        float,
        Measure(
            "mmol/L",
            low=0.5,
            high=100,
            analyte="urea nitrogen",
            means="urea in the blood, in milligrams only as urea nitrogen",
            edges=(7,),
            counts="scores above 7 mmol/L",
        ),
    ],
    respiratory_rate: Annotated[float, Measure("/min", low=1, high=80, means="respiratory rate", edges=(30,))],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, means="systolic pressure", edges=(90,))],
    diastolic: Annotated[
        float, Measure("mmHg", low=10, high=200, means="diastolic pressure", below="systolic", edges=(60,))
    ],
    age: Annotated[float, Measure("years", low=16, high=120, edges=(65,))],
) -> float:
    """How many of the features are present that go with death in community-acquired pneumonia of an adult in hospital."""
    low_pressure = points(systolic < 90 or diastolic <= 60)
    return (
        points(confusion)
        + points(urea_nitrogen > 7)
        + points(respiratory_rate >= 30)
        + low_pressure
        + points(age >= 65)
    )
