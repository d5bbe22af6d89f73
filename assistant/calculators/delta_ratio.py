"""Delta ratio with the conventional usual values; Rastegar, 2007, on its use."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Delta ratio (rise of the anion gap to fall of the bicarbonate)",
    synonyms=(
        "delta ratio",
        "delta-delta ratio",
        "delta AG/delta HCO3",
    ),
    result=Result("", places=2),
    reference=(
        "definition-delta-ratio",
        "rastegar-2007-delta-ratio",
    ),
    says="The delta ratio is {result}.",
    warnings=(
        "For a metabolic acidosis with a raised anion gap only.",
        "The usual gap depends on the instrument of the laboratory, and the ratio with it.",
        "The gap is not adjusted for the albumin.",
    ),
    vectors=(
        # (30 − 12) ÷ (24 − 10) = 18 ÷ 14 = 1.2857
        Vector({"sodium": "140", "chloride": "100", "bicarbonate": "10"}, "1.29", by="hand"),
        # (10 − 12) ÷ (24 − 18) = −0.3333
        Vector({"sodium": "138 mmol/L", "chloride": "110 mEq/L", "bicarbonate": "18"}, "-0.33", by="hand"),
        # (36 − 12) ÷ (24 − 14) = 2.4
        Vector({"sodium": "145", "chloride": "95", "bicarbonate": "14"}, "2.40", by="hand"),
    ),
)
def delta_ratio(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[
        float, Measure("mmol/L", low=1, high=23.9, analyte="bicarbonate", means="bicarbonate, below the usual")
    ],
) -> float:
    """The rise of the anion gap, without potassium, for each unit by which the bicarbonate fell."""
    gap = sodium - (chloride + bicarbonate)
    return (gap - 12) / (24 - bicarbonate)
