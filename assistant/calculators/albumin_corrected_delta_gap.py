"""Delta gap from the anion gap corrected for the albumin, after Figge and others, 1998."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Delta gap corrected for the albumin",
    synonyms=(
        "albumin-corrected delta gap",
        "albumin corrected delta gap",
        "corrected delta gap",
    ),
    result=Result("mmol/L", places=1, within=Measure("mmol/L", low=-22, high=88), laid_to="chloride"),
    reference=(
        "figge-1998-anion-gap-albumin",
        "definition-albumin-reference",
        "definition-delta-gap",
    ),
    says="The delta gap corrected for the albumin is {result}.",
    warnings=(
        "The paper leaves open which albumin is usual; where a higher albumin is taken, the gap is larger.",
        "Other texts call delta gap the rise of the anion gap less the fall of the bicarbonate.",
    ),
    vectors=(
        # 12 + 2.5 × (4 − 2) − 12 = 5
        Vector(
            {"sodium": "140", "chloride": "104", "bicarbonate": "24", "albumin": "2.0 g/dL"}, "5.0 mmol/L", by="hand"
        ),
        # 30 + 2.5 × (4 − 2.8) − 12 = 21
        Vector(
            {"sodium": "138 mmol/L", "chloride": "100 mEq/L", "bicarbonate": "8", "albumin": "28 g/L"},
            "21.0 mmol/L",
            by="hand",
        ),
        # 12 − 2.5 × 0.4 − 12 = −1
        Vector(
            {"sodium": "140", "chloride": "104", "bicarbonate": "24", "albumin": "4.4 g/dL"}, "-1.0 mmol/L", by="hand"
        ),
    ),
)
def albumin_corrected_delta_gap(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=7, analyte="albumin", means="serum albumin")],
) -> float:
    """How far the anion gap, corrected for the albumin, lies above the value that is taken as usual."""
    gap = sodium - (chloride + bicarbonate) + 2.5 * (4 - albumin)
    return gap - 12
