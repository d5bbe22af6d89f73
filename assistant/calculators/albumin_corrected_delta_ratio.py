"""Delta ratio from the anion gap corrected for the albumin, after Figge and others, 1998."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Delta ratio corrected for the albumin",
    synonyms=(
        "albumin-corrected delta ratio",
        "albumin corrected delta ratio",
        "corrected delta ratio",
    ),
    result=Result("", places=2),
    reference=(
        "figge-1998-anion-gap-albumin",
        "definition-albumin-reference",
        "definition-delta-ratio",
    ),
    says="The delta ratio corrected for the albumin is {result}.",
    warnings=(
        "For a metabolic acidosis with a raised anion gap only.",
        "The paper leaves open which albumin is usual; where a higher albumin is taken, the gap is larger.",
    ),
    vectors=(
        # (30 + 5 − 12) ÷ (24 − 10) = 23 ÷ 14 = 1.6429
        Vector({"sodium": "140", "chloride": "100", "bicarbonate": "10", "albumin": "2.0 g/dL"}, "1.64", by="hand"),
        # (14 + 0 − 12) ÷ (24 − 20) = 0.5
        Vector(
            {"sodium": "138 mmol/L", "chloride": "104 mEq/L", "bicarbonate": "20", "albumin": "40 g/L"},
            "0.50",
            by="hand",
        ),
        # (36 − 2 − 12) ÷ (24 − 14) = 2.2
        Vector({"sodium": "145", "chloride": "95", "bicarbonate": "14", "albumin": "4.8 g/dL"}, "2.20", by="hand"),
    ),
)
def albumin_corrected_delta_ratio(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[
        float, Measure("mmol/L", low=1, high=23.9, analyte="bicarbonate", means="bicarbonate, below the usual")
    ],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=7, analyte="albumin", means="serum albumin")],
) -> float:
    """The rise of the anion gap, corrected for the albumin, for each unit by which the bicarbonate fell."""
    gap = sodium - (chloride + bicarbonate) + 2.5 * (4 - albumin)
    return (gap - 12) / (24 - bicarbonate)
