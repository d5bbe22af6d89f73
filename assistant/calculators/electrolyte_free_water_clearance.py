"""The electrolyte-free water of a urine volume, in the classic form; Furst and others, 2000, on its use."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator

NEGATIVE = "The electrolyte-free water of this urine is {result}: it is negative, so that the kidneys hold water back."


@calculator(
    title="Electrolyte-free water clearance",
    synonyms=(
        "electrolyte-free water clearance",
        "electrolyte free water clearance",
        "EFWC",
        "electrolyte-free water",
    ),
    result=Result("mL", places=0),
    reference=(
        "definition-electrolyte-free-water",
        "furst-2000-urine-plasma-ratio",
    ),
    says="Of this urine, {result} is electrolyte-free water.",
    warnings=(
        "A negative result means that the kidneys hold water back.",
        "The urine only: no intake and no other loss is counted.",
    ),
    vectors=(
        # 2,000 × (1 − 70 ÷ 140) = 1,000
        Vector(
            {"urine_volume": "2000 mL", "urine_sodium": "50", "urine_potassium": "20", "sodium": "140"},
            "1,000 mL",
            by="hand",
        ),
        # 1,500 × (1 − 160 ÷ 128) = −375
        Vector(
            {"urine_volume": "1.5 L", "urine_sodium": "120 mEq/L", "urine_potassium": "40", "sodium": "128 mmol/L"},
            "-375 mL",
            by="hand",
        ),
        # 1,000 × (1 − 140 ÷ 140) = 0
        Vector(
            {"urine_volume": "1000 mL", "urine_sodium": "100", "urine_potassium": "40", "sodium": "140"},
            "0 mL",
            by="hand",
        ),
    ),
)
def electrolyte_free_water_clearance(
    urine_volume: Annotated[float, Measure("mL", low=10, high=20000, written=("mL", "L"), means="urine volume")],
    urine_sodium: Annotated[float, Measure("mmol/L", low=1, high=300, analyte="sodium", means="urine sodium")],
    urine_potassium: Annotated[float, Measure("mmol/L", low=1, high=200, analyte="potassium", means="urine potassium")],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium")],
) -> Finding:
    """The part of a urine volume that is water without sodium and potassium."""
    free = urine_volume * (1 - (urine_sodium + urine_potassium) / sodium)
    return Finding(free, "mL", says=_say(free))


def _say(free: float) -> str | None:
    """What is said of water that is held back."""
    return NEGATIVE if round(free) < 0 else None
