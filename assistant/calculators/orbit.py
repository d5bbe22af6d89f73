"""The ORBIT bleeding score in atrial fibrillation, after O'Brien and others, 2015."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "74",
    "anaemia": "no",
    "bleeding_history": "no",
    "egfr": "60",
    "antiplatelet_treatment": "no",
}


@calculator(
    title="ORBIT bleeding score in atrial fibrillation",
    synonyms=("ORBIT score", "ORBIT bleeding score", "ORBIT-AF score"),
    result=Result("points", places=0),
    reference="obrien-2015-orbit",
    says="The ORBIT score is {result}.",
    warnings=("For persons with atrial fibrillation who take an oral anticoagulant.",),
    bands=(
        Band(3, "low risk of major bleeding", reference="obrien-2015-orbit"),
        Band(4, "medium risk of major bleeding", reference="obrien-2015-orbit"),
        Band(inf, "high risk of major bleeding", reference="obrien-2015-orbit"),
    ),
    vectors=(
        # 74 years and a rate of 60 do not count: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 2 + 2 + 1 + 1
        Vector(
            {
                "age": "75",
                "anaemia": "yes",
                "bleeding_history": "yes",
                "egfr": "59.9",
                "antiplatelet_treatment": "yes",
            },
            "7 points",
            by="hand",
        ),
        # 1 + 2 + 0 + 0 + 0
        Vector({**NONE, "age": "75", "anaemia": "yes"}, "3 points", by="hand"),
        # 0 + 0 + 2 + 1 + 1
        Vector(
            {**NONE, "bleeding_history": "yes", "egfr": "45", "antiplatelet_treatment": "yes"},
            "4 points",
            by="hand",
        ),
    ),
)
def orbit(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(75,), counts="counts from 75 years on")],
    anaemia: Annotated[
        str,
        criterion(
            "anaemia",
            counts="haemoglobin below 13 g/dL in men or 12 g/dL in women, or haematocrit below 40 % in men or 36 % in women, or a "
            "history of anaemia",
        ),
    ],
    bleeding_history: Annotated[
        str,
        criterion(
            "bleeding in the past", counts="such as gastrointestinal or intracranial bleeding, or a haemorrhagic stroke"
        ),
    ],
    egfr: Annotated[
        float,
        Measure(
            "mL/min/1.73 m²",
            low=1,
            high=200,
            edges=(60,),
            means="estimated glomerular filtration rate",
            counts="counts below 60 mL/min/1.73 m²",
        ),
    ],
    antiplatelet_treatment: Annotated[str, criterion("treatment with an antiplatelet drug")],
) -> float:
    """The risk of major bleeding of a person with atrial fibrillation who takes an oral anticoagulant."""
    blood = points(anaemia, 2) + points(bleeding_history, 2)
    return points(age >= 75) + blood + points(egfr < 60) + points(antiplatelet_treatment)
