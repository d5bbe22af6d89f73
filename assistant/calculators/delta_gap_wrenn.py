"""Delta gap as the rise of the anion gap less the fall of the bicarbonate, after Wrenn, 1990."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator

FOUND = "The delta gap, the rise of the anion gap less the fall of the bicarbonate, is {result} (Wrenn): "
LOWER = FOUND + "an acidosis with a usual anion gap besides is likely."
WITHIN = FOUND + "within the margin of the paper, no further metabolic disorder is shown."
HIGHER = FOUND + "a metabolic alkalosis besides is likely."
UNREAD = FOUND + "it is read only where the anion gap is raised and the bicarbonate low, which is not so here."


@calculator(
    title="Delta gap (rise of the anion gap less the fall of the bicarbonate, Wrenn)",
    synonyms=(
        "delta gap",
        "delta gap Wrenn",
        "Wrenn",
        "delta delta gap",
        "delta-delta",
    ),
    result=Result("mmol/L", places=0),
    reference="wrenn-1990-delta-gap",
    says="The delta gap, the rise of the anion gap less the fall of the bicarbonate, is {result} (Wrenn).",
    warnings=(
        "For a metabolic acidosis with a raised anion gap.",
        "The usual values are those of the local laboratory; the margin is that of the laboratory of the paper.",
    ),
    vectors=(
        # (30 − 12) − (24 − 10) = 4
        Vector(
            {
                "sodium": "140",
                "chloride": "100",
                "bicarbonate": "10",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "4 mmol/L",
            by="hand",
        ),
        # above the margin: (40 − 12) − (24 − 20) = 24
        Vector(
            {
                "sodium": "150",
                "chloride": "90",
                "bicarbonate": "20",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "24 mmol/L",
            by="hand",
        ),
        # below the margin: (14 − 12) − (24 − 8) = −14
        Vector(
            {
                "sodium": "140",
                "chloride": "118",
                "bicarbonate": "8",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "-14 mmol/L",
            by="hand",
        ),
        # the usual values of the paper: (28 − 15) − (25 − 12) = 0
        Vector(
            {
                "sodium": "140 mmol/L",
                "chloride": "100 mEq/L",
                "bicarbonate": "12",
                "normal_anion_gap": "15",
                "normal_bicarbonate": "25 mEq/L",
            },
            "0 mmol/L",
            by="hand",
        ),
        # neither a raised gap nor a low bicarbonate: (12 − 12) − (24 − 28) = 4
        Vector(
            {
                "sodium": "140",
                "chloride": "100",
                "bicarbonate": "28",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "4 mmol/L",
            by="hand",
        ),
        # on the margin: (32 − 12) − (24 − 10) = 6
        Vector(
            {
                "sodium": "142",
                "chloride": "100",
                "bicarbonate": "10",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "6 mmol/L",
            by="hand",
        ),
        # on the margin: (20 − 12) − (24 − 10) = −6
        Vector(
            {
                "sodium": "130",
                "chloride": "100",
                "bicarbonate": "10",
                "normal_anion_gap": "12",
                "normal_bicarbonate": "24",
            },
            "-6 mmol/L",
            by="hand",
        ),
    ),
)
def delta_gap_wrenn(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium")],
    chloride: Annotated[float, Measure("mmol/L", low=50, high=160, analyte="chloride")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=60, analyte="bicarbonate")],
    normal_anion_gap: Annotated[
        float, Measure("mmol/L", low=3, high=20, analyte="bicarbonate", means="usual anion gap of the laboratory")
    ],
    normal_bicarbonate: Annotated[
        float, Measure("mmol/L", low=20, high=30, analyte="bicarbonate", means="usual bicarbonate of the laboratory")
    ],
) -> Finding:
    """Whether the anion gap, without potassium, rose by more or by less than the bicarbonate fell."""
    gap = sodium - (chloride + bicarbonate)
    rise = gap - normal_anion_gap
    fall = normal_bicarbonate - bicarbonate
    return Finding(rise - fall, "mmol/L", says=_read(rise, fall))


def _read(rise: float, fall: float) -> str:
    """What the paper makes of a gap that rose and a bicarbonate that fell."""
    more = round(rise - fall, 9)
    if min(round(rise, 9), round(fall, 9)) <= 0:
        return UNREAD
    return LOWER if more < -6 else WITHIN if more <= 6 else HIGHER
