"""The anion gap corrected for the albumin, after Figge and others, 1998."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Anion gap corrected for the albumin (Figge)",
    synonyms=(
        "albumin-corrected anion gap",
        "albumin corrected anion gap",
        "corrected anion gap",
        "Figge",
    ),
    result=Result("mmol/L", places=1, within=Measure("mmol/L", low=-10, high=100), laid_to="chloride"),
    reference=(
        "figge-1998-anion-gap-albumin",
        "definition-albumin-reference",
    ),
    says="The anion gap corrected for the albumin is {result}.",
    warnings=("The paper leaves open which albumin is usual; where a higher albumin is taken, the gap is larger.",),
    vectors=(
        # 12 + 2.5 × (4 − 2) = 17
        Vector(
            {"sodium": "140", "chloride": "104", "bicarbonate": "24", "albumin": "2.0 g/dL"}, "17.0 mmol/L", by="hand"
        ),
        # 30 + 2.5 × (4 − 2.8) = 33
        Vector(
            {"sodium": "138 mmol/L", "chloride": "100 mEq/L", "bicarbonate": "8", "albumin": "28 g/L"},
            "33.0 mmol/L",
            by="hand",
        ),
        # an albumin above the usual: 12 − 2.5 × 0.4 = 11
        Vector(
            {"sodium": "140", "chloride": "104", "bicarbonate": "24", "albumin": "4.4 g/dL"}, "11.0 mmol/L", by="hand"
        ),
    ),
)
def albumin_corrected_anion_gap(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=7, analyte="albumin", means="serum albumin")],
) -> float:
    """The anion gap, without potassium, that would be found at the usual albumin."""
    gap = sodium - (chloride + bicarbonate)
    return gap + 2.5 * (4 - albumin)
