"""Calcium adjusted for albumin after Payne and others, British Medical Journal 1973.

The paper's slope is one mg/dL for each g/dL of albumin. The smaller slope in wide use (0.8 mg/dL, 0.02 mmol/L for each g/L)
is not in that paper; it needs a source of its own and would be a calculator of its own.
"""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Albumin-adjusted calcium (Payne, original coefficient of unity)",
    synonyms=(
        "corrected calcium",
        "adjusted calcium",
        "albumin-corrected calcium",
        "calcium correction",
        "Payne",
        "correct calcium",
        "correct the calcium",
        "adjust the calcium",
    ),
    result=Result("mg/dL", places=1, like="calcium", analyte="calcium", others=(Result("mmol/L", places=2),)),
    reference=("payne-1973-corrected-ca", "cc12384-adjusted-calcium", "slomp-2003-adjusted-calcium"),
    says="The albumin-adjusted calcium is {result}.",
    warnings=(
        "The coefficient is the original of the paper; the smaller coefficient in wide use is not in it and adjusts by less.",
        "In critical illness it misses a low and overstates a high calcium: measure the ionised calcium.",
    ),
    vectors=(
        # 8.0 − 2.0 + 4.0 = 10.0
        Vector({"calcium": "8.0 mg/dL", "albumin": "2.0 g/dL"}, "10.0 mg/dL", by="hand"),
        # albumin above the reference adjusts downwards: 10.2 − 4.8 + 4.0 = 9.4
        Vector({"calcium": "10.2 mg/dL", "albumin": "48 g/L"}, "9.4 mg/dL", by="hand"),
        # 2.10 × 4.0078 = 8.41638 mg/dL; 8.41638 − 2.8 + 4.0 = 9.61638 mg/dL; ÷ 4.0078 = 2.3994 mmol/L
        Vector({"calcium": "2.10 mmol/L", "albumin": "28 g/L"}, "2.40 mmol/L", by="hand"),
    ),
)
def corrected_calcium(
    calcium: Annotated[float, Measure("mg/dL", low=2, high=25, analyte="calcium", means="total calcium")],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=7, analyte="albumin", means="serum albumin")],
) -> float:
    """Total calcium adjusted for the albumin, by the original equation of Payne and others."""
    return calcium - albumin + 4.0
