"""The full Rockall score of upper gastrointestinal bleeding, after Rockall and others, 1996."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points

LEAST = {
    "age": "59",
    "heart_rate": "99",
    "systolic": "100 mmHg",
    "comorbidity": "none",
    "endoscopic_diagnosis": "Mallory-Weiss tear or no lesion",
    "stigmata": "none or a dark spot",
}


@calculator(
    title="Rockall score of upper gastrointestinal bleeding, with endoscopy",
    synonyms=("Rockall", "Rockall score", "full Rockall score", "complete Rockall score"),
    result=Result("points", places=0),
    reference=("rockall-1996", "nice-cg141"),
    warnings=("By NICE it is for after the endoscopy: the initial assessment takes the Glasgow-Blatchford score.",),
    says="The full Rockall score is {result}.",
    bands=(
        Band(3, "low risk of rebleeding and of death", reference="rockall-1996"),
        Band(inf, "above the group at low risk", reference="rockall-1996"),
    ),
    vectors=(
        # 0 + 0 + 0 + 0 + 0
        Vector(LEAST, "0 points", by="hand"),
        # 2 + 2 + 3 + 2 + 2
        Vector(
            {
                "age": "80",
                "heart_rate": "120",
                "systolic": "90 mmHg",
                "comorbidity": "severe",
                "endoscopic_diagnosis": "upper gastrointestinal cancer",
                "stigmata": "blood, clot or vessel",
            },
            "11 points",
            by="hand",
        ),
        # 60 years: 1; 100/min with 100 mmHg: 1; 0 + 0 + 0
        Vector({**LEAST, "age": "60", "heart_rate": "100"}, "2 points", by="hand"),
        # 79 years: 1; 99 mmHg: 2 whatever the pulse; 0 + 0 + 0
        Vector({**LEAST, "age": "79", "systolic": "99 mmHg"}, "3 points", by="hand"),
        # 0 + 0 + 2 + 1 + 2
        Vector(
            {
                **LEAST,
                "comorbidity": "moderate",
                "endoscopic_diagnosis": "any other diagnosis",
                "stigmata": "blood, clot or vessel",
            },
            "5 points",
            by="hand",
        ),
    ),
)
def rockall(
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
    endoscopic_diagnosis: Annotated[
        str,
        Choice(
            "Mallory-Weiss tear or no lesion",
            "any other diagnosis",
            "upper gastrointestinal cancer",
            means="diagnosis at endoscopy",
            counts="Mallory-Weiss tear, or no lesion identified and no stigmata of recent haemorrhage",
        ),
    ],
    stigmata: Annotated[
        str,
        Choice(
            "none or a dark spot",
            "blood, clot or vessel",
            means="major stigmata of recent haemorrhage",
            counts="blood in the upper gastrointestinal tract, adherent clot, visible or spurting vessel",
        ),
    ],
) -> float:
    """The risk of rebleeding and of death in acute upper gastrointestinal bleeding, once endoscopy has been done."""
    years = points(age >= 60) + points(age >= 80)
    shock = points(systolic < 100, 2) + points(systolic >= 100 and heart_rate >= 100)
    illness = points(comorbidity == "moderate", 2) + points(comorbidity == "severe", 3)
    lesion = points(endoscopic_diagnosis == "any other diagnosis")
    cancer = points(endoscopic_diagnosis == "upper gastrointestinal cancer", 2)
    return years + shock + illness + lesion + cancer + points(stigmata == "blood, clot or vessel", 2)
