"""The criteria of the label for the reduced dose of apixaban in atrial fibrillation."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Finding, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points
from assistant.figures.quantities import show, show_range

SAID = (
    "The criteria of the American label for the reduced dose of apixaban come to {result}. The British guidance also reduces the "
    "dose at a creatinine clearance of {reduced} alone, and does not recommend apixaban {lowest}."
)


@calculator(
    title="Criteria of the American label for the reduced dose of apixaban in atrial fibrillation",
    synonyms=(
        "apixaban dose reduction",
        "apixaban dose criteria",
        "apixaban dosing criteria",
        "reduced dose apixaban",
        "apixaban dose",
        "apixaban reduced dose",
    ),
    result=Result("points", places=0),
    reference=("apixaban-us-label", "apixaban-uk-smpc"),
    says="The criteria of the American label for the reduced dose of apixaban come to {result}.",
    warnings=(
        "For non-valvular atrial fibrillation only, not for thrombosis.",
        "The British guidance also gives the reduced dose in severe kidney impairment alone, and none in kidney failure; the "
        "American label differs.",
        "Interacting medicines change the dose too and are not counted here.",
    ),
    bands=(
        Band(2, "the American label keeps the standard dose on these criteria", reference="apixaban-us-label"),
        Band(inf, "the American label gives the reduced dose on these criteria", reference="apixaban-us-label"),
    ),
    vectors=(
        # each at the value of the label: 1 + 1 + 1
        Vector({"age": "80", "weight": "60 kg", "creatinine": "1.5 mg/dL"}, "3 points", by="hand"),
        # each just short of it
        Vector({"age": "79.9", "weight": "60.1 kg", "creatinine": "1.49 mg/dL"}, "0 points", by="hand"),
        # 1 + 0 + 0
        Vector({"age": "84", "weight": "72 kg", "creatinine": "1.1 mg/dL"}, "1 point", by="hand"),
        # 133 µmol/L × 113.12 ÷ 10 000 = 1.5045 mg/dL: 0 + 1 + 1; 120 lb are 54.4 kg
        Vector({"age": "71", "weight": "120 lb", "creatinine": "133 µmol/L"}, "2 points", by="hand"),
        # 132 µmol/L are 1.4932 mg/dL: 1 + 0 + 0
        Vector({"age": "90", "weight": "80 kg", "creatinine": "132 µmol/L"}, "1 point", by="hand"),
    ),
)
def apixaban_dose_criteria(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(80,), counts="80 years or older counts")],
    weight: Annotated[
        float,
        Measure("kg", low=30, high=250, edges=(60,), means="body weight", counts="60 kg or less counts"),
    ],
    creatinine: Annotated[
        float,
        Measure(
            "mg/dL",
            low=0.2,
            high=20,
            analyte="creatinine",
            edges=(1.5,),
            means="serum creatinine",
            counts="1.5 mg/dL (133 µmol/L) or more counts; in the UK a creatinine clearance of 15–29 mL/min alone calls for the "
            "reduced dose, and below 15 mL/min apixaban is not recommended",
        ),
    ],
) -> Finding:
    """How many of the label's criteria hold in an adult with non-valvular atrial fibrillation."""
    counted = points(age >= 80) + points(weight <= 60) + points(creatinine >= 1.5)
    return Finding(counted, "points", says=SAID, quotes=_quote())


def _quote() -> dict[str, str]:
    """The bounds of the creatinine clearance in the British guidance."""
    return {"reduced": show_range(15, 29, "mL/min", 0), "lowest": f"below {show(15, 'mL/min', 0)}"}
