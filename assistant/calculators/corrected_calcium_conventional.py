"""Calcium corrected for albumin by the convention in wide use; `corrected_calcium` has the original slope of Payne and others."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Albumin-adjusted calcium (conventional coefficient, smaller than Payne's)",
    synonyms=(
        "corrected calcium",
        "adjusted calcium",
        "albumin-corrected calcium",
        "calcium correction",
        "conventional corrected calcium",
        "correct calcium",
        "correct the calcium",
        "adjust the calcium",
    ),
    result=Result("mg/dL", places=1, like="calcium", analyte="calcium", others=(Result("mmol/L", places=2),)),
    reference=(
        "definition-corrected-calcium-conventional",
        "payne-1973-corrected-ca",
        "lian-2018-adjusted-calcium",
        "cc12384-adjusted-calcium",
        "slomp-2003-adjusted-calcium",
    ),
    says="The albumin-adjusted calcium is {result} (conventional coefficient).",
    warnings=(
        "A convention: the paper of Payne and others, often cited for it, has a larger coefficient.",
        "In a large laboratory study, formulas of this kind did no better than the unadjusted calcium.",
        "In critical illness it misses a low and overstates a high calcium: measure the ionised calcium.",
    ),
    vectors=(
        # 8.0 + 0.8 × (4 − 2) = 9.6
        Vector({"calcium": "8.0 mg/dL", "albumin": "2.0 g/dL"}, "9.6 mg/dL", by="hand"),
        # albumin above the usual adjusts downwards: 10.2 − 0.8 × 0.8 = 9.56
        Vector({"calcium": "10.2 mg/dL", "albumin": "48 g/L"}, "9.6 mg/dL", by="hand"),
        # 2.10 × 4.0078 = 8.41638 mg/dL; + 0.8 × 1.2 = 9.37638 mg/dL; ÷ 4.0078 = 2.33953 mmol/L
        Vector({"calcium": "2.10 mmol/L", "albumin": "28 g/L"}, "2.34 mmol/L", by="hand"),
    ),
)
def corrected_calcium_conventional(
    calcium: Annotated[float, Measure("mg/dL", low=2, high=25, analyte="calcium", means="total calcium")],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=7, analyte="albumin", means="serum albumin")],
) -> float:
    """Total calcium adjusted for the albumin, by the coefficient in wide use."""
    return calcium + 0.8 * (4 - albumin)
