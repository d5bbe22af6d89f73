"""Delta ratio from the anion gap corrected for the albumin, after Figge and others, 1998."""

from typing import Annotated

from assistant.calculators.agreement import check_anion_gap
from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator

NOT_FALLEN = "The bicarbonate is not below the usual, so the ratio tells nothing here: the formula gives {result}."
NOT_RAISED = (
    "The delta ratio corrected for the albumin is {result}, but the corrected anion gap is not above its usual value: "
    "it is for a raised gap only."
)


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
        # not raised: (10 + 0 − 12) ÷ (24 − 18) = −0.3333
        Vector({"sodium": "138", "chloride": "110", "bicarbonate": "18", "albumin": "4 g/dL"}, "-0.33", by="hand"),
        # (14 + 0 − 12) ÷ (24 − 20) = 0.5
        Vector(
            {"sodium": "138 mmol/L", "chloride": "104 mEq/L", "bicarbonate": "20", "albumin": "40 g/L"},
            "0.50",
            by="hand",
        ),
        # (36 − 2 − 12) ÷ (24 − 14) = 2.2
        Vector({"sodium": "145", "chloride": "95", "bicarbonate": "14", "albumin": "4.8 g/dL"}, "2.20", by="hand"),
        # no fall: (15 + 5 − 12) ÷ (24 − 25) = −8
        Vector({"sodium": "142", "chloride": "102", "bicarbonate": "25", "albumin": "2 g/dL"}, "-8.00", by="hand"),
    ),
)
def albumin_corrected_delta_ratio(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=7, analyte="albumin", means="serum albumin")],
) -> Finding:
    """The rise of the anion gap, corrected for the albumin, for each unit by which the bicarbonate fell."""
    gap = sodium - (chloride + bicarbonate) + 2.5 * (4 - albumin)
    check_anion_gap(gap, chloride)
    rise = gap - 12
    return Finding(rise / (24 - bicarbonate), "", says=_caution(rise, bicarbonate))


def _caution(rise: float, bicarbonate: float) -> str | None:
    """What is said where the gap is not raised or the bicarbonate has not fallen."""
    if bicarbonate > 24:
        return NOT_FALLEN
    return None if round(rise, 9) > 0 else NOT_RAISED
