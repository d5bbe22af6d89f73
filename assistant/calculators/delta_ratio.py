"""Delta ratio with the conventional usual values; Rastegar, 2007, on its use."""

from typing import Annotated

from assistant.calculators.agreement import check_anion_gap
from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator

NOT_FALLEN = "The bicarbonate is not below the usual, so the ratio tells nothing here: the formula gives {result}."
NOT_RAISED = "The delta ratio is {result}, but the anion gap is not above its usual value: it is for a raised gap only."


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
        # no fall: (15 − 12) ÷ (24 − 25) = −3
        Vector({"sodium": "142", "chloride": "102", "bicarbonate": "25"}, "-3.00", by="hand"),
    ),
)
def delta_ratio(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
) -> Finding:
    """The rise of the anion gap, without potassium, for each unit by which the bicarbonate fell."""
    gap = sodium - (chloride + bicarbonate)
    check_anion_gap(gap, chloride)
    rise = gap - 12
    return Finding(rise / (24 - bicarbonate), "", says=_caution(rise, bicarbonate))


def _caution(rise: float, bicarbonate: float) -> str | None:
    """What is said where the gap is not raised or the bicarbonate has not fallen."""
    if bicarbonate > 24:
        return NOT_FALLEN
    return None if round(rise, 9) > 0 else NOT_RAISED
