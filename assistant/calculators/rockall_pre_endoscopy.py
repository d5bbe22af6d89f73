"""The Rockall score of upper gastrointestinal bleeding before endoscopy, after Rockall and others, 1996."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points

LEAST = {"age": "59", "heart_rate": "99", "systolic": "100 mmHg", "comorbidity": "none"}


@calculator(
    title="Rockall score of upper gastrointestinal bleeding, before endoscopy",
    synonyms=(
        "pre-endoscopy Rockall score",
        "clinical Rockall score",
        "initial Rockall score",
        "admission Rockall score",
    ),
    result=Result("points", places=0),
    reference=("rockall-1996", "nice-cg141"),
    warnings=(
        "By NICE the initial assessment takes the Glasgow-Blatchford score, and the full Rockall score follows endoscopy.",
        "What a total means is not said here: no threshold is verified for it.",
    ),
    says="The Rockall score before endoscopy is {result}.",
    vectors=(
        # 0 + 0 + 0
        Vector(LEAST, "0 points", by="hand"),
        # 2 + 2 + 3
        Vector(
            {"age": "80", "heart_rate": "120", "systolic": "90 mmHg", "comorbidity": "severe"},
            "7 points",
            by="hand",
        ),
        # 60 years: 1; 100/min with 100 mmHg: 1; 0
        Vector({**LEAST, "age": "60", "heart_rate": "100"}, "2 points", by="hand"),
        # 79 years: 1; 99 mmHg: 2; 0
        Vector({**LEAST, "age": "79", "systolic": "99 mmHg"}, "3 points", by="hand"),
        # 0 + 0 + 2
        Vector({**LEAST, "comorbidity": "moderate"}, "2 points", by="hand"),
    ),
)
def rockall_pre_endoscopy(
    age: Annotated[float, Measure("years", low=16, high=110, edges=(60, 80))],
    heart_rate: Annotated[float, Measure("/min", low=20, high=300, edges=(100,), means="heart rate")],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, edges=(100,), means="systolic pressure")],
    comorbidity: Annotated[
        str,
        Choice(
            "none",
            "moderate",
            "severe",
            means="comorbidity",
            counts="none: nothing major; moderate: cardiac failure, ischaemic heart disease or any major comorbidity; severe: renal "
            "failure, liver failure or disseminated malignancy",
        ),
    ],
) -> float:
    """The risk in acute upper gastrointestinal bleeding, from what is known before endoscopy."""
    years = points(age >= 60) + points(age >= 80)
    shock = points(systolic < 100, 2) + points(systolic >= 100 and heart_rate >= 100)
    illness = points(comorbidity == "moderate", 2) + points(comorbidity == "severe", 3)
    return years + shock + illness
