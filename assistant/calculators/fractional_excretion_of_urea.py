"""Fractional excretion of urea, after Carvounis and others, 2002."""

from math import inf, nextafter
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator

COUNTS = "in mmol/L the same as urea; in mg/dL the nitrogen of the urea, not the urea"


@calculator(
    title="Fractional excretion of urea",
    synonyms=(
        "fractional excretion of urea",
        "FEUrea",
        "FEurea",
        "FEUN",
        "fractional excretion of urea nitrogen",
    ),
    result=Result("%", places=1),
    reference="carvounis-2002-feurea",
    says="The fractional excretion of urea is {result}.",
    warnings=("Studied in acute renal failure of a prerenal cause or from tubular necrosis, diuretics included.",),
    bands=(
        Band(nextafter(35, inf), "low: speaks for a prerenal cause", reference="carvounis-2002-feurea"),
        Band(inf, "not low", reference="carvounis-2002-feurea"),
    ),
    vectors=(
        # 100 × 300 × 2 ÷ (50 × 60) = 20
        Vector(
            {
                "urea_nitrogen": "50 mg/dL",
                "urine_urea_nitrogen": "300 mg/dL",
                "creatinine": "2 mg/dL",
                "urine_creatinine": "60 mg/dL",
            },
            "20.0%",
            by="hand",
        ),
        # the threshold, still low: 100 × 420 × 2 ÷ (40 × 60) = 35
        Vector(
            {
                "urea_nitrogen": "40 mg/dL",
                "urine_urea_nitrogen": "420 mg/dL",
                "creatinine": "2 mg/dL",
                "urine_creatinine": "60 mg/dL",
            },
            "35.0%",
            by="hand",
        ),
        # 100 × 600 × 3 ÷ (60 × 50) = 60
        Vector(
            {
                "urea_nitrogen": "60 mg/dL",
                "urine_urea_nitrogen": "600 mg/dL",
                "creatinine": "3 mg/dL",
                "urine_creatinine": "50 mg/dL",
            },
            "60.0%",
            by="hand",
        ),
        # 100 × 100 × 200 ÷ (10 × 8,000) = 25
        Vector(
            {
                "urea_nitrogen": "10 mmol/L",
                "urine_urea_nitrogen": "100 mmol/L",
                "creatinine": "200 µmol/L",
                "urine_creatinine": "8 mmol/L",
            },
            "25.0%",
            by="hand",
        ),
    ),
)
def fractional_excretion_of_urea(
    urea_nitrogen: Annotated[
        float, Measure("mg/dL", low=1, high=300, analyte="urea nitrogen", means="serum urea nitrogen", counts=COUNTS)
    ],
    urine_urea_nitrogen: Annotated[
        float, Measure("mg/dL", low=5, high=5000, analyte="urea nitrogen", means="urine urea nitrogen", counts=COUNTS)
    ],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    urine_creatinine: Annotated[
        float,
        Measure("mg/dL", low=2, high=500, analyte="creatinine", means="urine creatinine", written=("mg/dL", "mmol/L")),
    ],
) -> float:
    """The share of the filtered urea that is excreted."""
    return 100 * urine_urea_nitrogen * creatinine / (urea_nitrogen * urine_creatinine)
