"""The urine anion gap, after Batlle and others, 1988."""

from math import inf, nextafter
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator


@calculator(
    title="Urine anion gap",
    synonyms=(
        "urine anion gap",
        "urinary anion gap",
        "UAG",
    ),
    result=Result("mmol/L", places=0),
    reference=("batlle-1988-urine-anion-gap", "batlle-2018-urine-anion-gap", "raphael-2018-urine-anion-gap"),
    says="The urine anion gap is {result}.",
    warnings=(
        "For a hyperchloraemic metabolic acidosis; a rough index of the ammonium in the urine.",
        "Ketoanions or bicarbonate in the urine make it more positive, lithium more negative.",
        "In chronic kidney disease it tracks the ammonium poorly.",
    ),
    bands=(
        Band(0, "negative: suggests a gastrointestinal loss of bicarbonate", reference="batlle-1988-urine-anion-gap"),
        Band(nextafter(0, inf), "neither negative nor positive", reference="batlle-1988-urine-anion-gap"),
        Band(
            inf, "positive: suggests an altered distal urinary acidification", reference="batlle-1988-urine-anion-gap"
        ),
    ),
    vectors=(
        # 40 + 30 − 50 = 20
        Vector({"urine_sodium": "40", "urine_potassium": "30", "urine_chloride": "50"}, "20 mmol/L", by="hand"),
        # 30 + 20 − 80 = −30
        Vector(
            {"urine_sodium": "30 mmol/L", "urine_potassium": "20 mEq/L", "urine_chloride": "80 mmol/L"},
            "-30 mmol/L",
            by="hand",
        ),
        # 50 + 30 − 80 = 0
        Vector({"urine_sodium": "50", "urine_potassium": "30", "urine_chloride": "80"}, "0 mmol/L", by="hand"),
    ),
)
def urine_anion_gap(
    urine_sodium: Annotated[float, Measure("mmol/L", low=1, high=300, analyte="sodium", means="urine sodium")],
    urine_potassium: Annotated[float, Measure("mmol/L", low=1, high=200, analyte="potassium", means="urine potassium")],
    urine_chloride: Annotated[float, Measure("mmol/L", low=1, high=300, analyte="chloride", means="urine chloride")],
) -> float:
    """Sodium and potassium less chloride, all of the urine."""
    return urine_sodium + urine_potassium - urine_chloride
