"""The bedside index for severity in acute pancreatitis, after Wu and others, 2008."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "urea_nitrogen": "25 mg/dL",
    "impaired_mental_status": "no",
    "inflammatory_response": "no",
    "age": "60",
    "pleural_effusion": "no",
}


@calculator(
    title="Bedside index for severity in acute pancreatitis (BISAP)",
    synonyms=("BISAP", "BISAP score", "bedside index for severity in acute pancreatitis"),
    result=Result("points", places=0),
    reference="bisap-2008",
    says="The BISAP score is {result}.",
    warnings=("Its items are those of the early hours in hospital.",),
    bands=(
        Band(3, "lower risk of death in hospital", reference="bisap-2008"),
        Band(inf, "substantially higher risk of death in hospital", reference="bisap-2008"),
    ),
    vectors=(
        # 25 mg/dL and 60 years do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 1 + 1 + 1
        Vector(
            {
                "urea_nitrogen": "25.1 mg/dL",
                "impaired_mental_status": "yes",
                "inflammatory_response": "yes",
                "age": "61",
                "pleural_effusion": "yes",
            },
            "5 points",
            by="hand",
        ),
        # 9 mmol/L × 28.014 mg/mmol ÷ 10 = 25.2 mg/dL: 1; 61 years: 1
        Vector({**NONE, "urea_nitrogen": "9 mmol/L", "age": "61"}, "2 points", by="hand"),
        # 0 + 1 + 1 + 0 + 1
        Vector(
            {**NONE, "impaired_mental_status": "yes", "inflammatory_response": "yes", "pleural_effusion": "yes"},
            "3 points",
            by="hand",
        ),
    ),
)
def bisap(
    urea_nitrogen: Annotated[
        float,
        Measure(
            "mg/dL",
            low=1,
            high=300,
            analyte="urea nitrogen",
            edges=(25,),
            means="urea in the blood, in milligrams only as urea nitrogen",
            counts="counts above 25 mg/dL of urea nitrogen (BUN), which is urea above 8.9 mmol/L",
        ),
    ],
    impaired_mental_status: Annotated[
        str,
        criterion("impaired mental status", counts="Glasgow Coma Scale below 15, such as disorientation or lethargy"),
    ],
    inflammatory_response: Annotated[
        str,
        criterion(
            "systemic inflammatory response syndrome",
            counts="2 or more of: temperature below 36 °C or above 38 °C; respirations above 20/min or PaCO₂ below 32 mmHg; heart "
            "rate above 90/min; white cells below 4 or above 12 × 10⁹/L or more than 10 % bands",
        ),
    ],
    age: Annotated[float, Measure("years", low=18, high=110, edges=(60,), counts="counts above 60 years")],
    pleural_effusion: Annotated[str, criterion("pleural effusion on imaging")],
) -> float:
    """How likely an adult with acute pancreatitis is to die in hospital, from what is known early."""
    blood = points(urea_nitrogen > 25)
    findings = points(impaired_mental_status) + points(inflammatory_response) + points(pleural_effusion)
    return blood + findings + points(age > 60)
