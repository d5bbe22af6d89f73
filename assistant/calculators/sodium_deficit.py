"""Sodium deficit, with the shares of body water of Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Sodium deficit",
    synonyms=(
        "sodium deficit",
        "Na deficit",
        "sodium requirement",
    ),
    result=Result("mmol", places=0),
    reference=(
        "definition-sodium-deficit",
        "adrogue-2000-hyponatremia",
    ),
    says="The sodium deficit is {result}.",
    warnings=(
        "An estimate: losses that go on are not in it; measure the sodium again.",
        "It says nothing of how fast the sodium may rise.",
    ),
    vectors=(
        # 0.6 × 70 × (130 − 120) = 420
        Vector(
            {"patient": "non-elderly man", "weight": "70 kg", "sodium": "120", "target_sodium": "130"},
            "420 mmol",
            by="hand",
        ),
        # 0.5 × 60 × (120 − 115) = 150
        Vector(
            {"patient": "non-elderly woman", "weight": "60 kg", "sodium": "115 mEq/L", "target_sodium": "120 mmol/L"},
            "150 mmol",
            by="hand",
        ),
        # 0.45 × 50 × (126 − 118) = 180
        Vector(
            {"patient": "elderly woman", "weight": "50 kg", "sodium": "118", "target_sodium": "126"},
            "180 mmol",
            by="hand",
        ),
    ),
)
def sodium_deficit(
    patient: Annotated[
        str,
        Choice(
            "child",
            "non-elderly man",
            "non-elderly woman",
            "elderly man",
            "elderly woman",
            means="kind of patient, for the share of the weight that is water",
            counts="water is 60% of the weight of a child or a man, 50% of a woman or an elderly man, 45% of an elderly woman; "
            "the source sets no age for elderly",
        ),
    ],
    weight: Annotated[float, Measure("kg", low=1, high=350, means="body weight")],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=150, analyte="sodium", below="target_sodium")],
    target_sodium: Annotated[
        float, Measure("mmol/L", low=100, high=150, analyte="sodium", means="sodium that is aimed for")
    ],
) -> float:
    """The sodium that would raise a low serum sodium to what is aimed for."""
    share = 0.6 if patient in ("child", "non-elderly man") else 0.45 if patient == "elderly woman" else 0.5
    return share * weight * (target_sodium - sodium)
