"""Free water deficit, with the shares of body water of Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Free water deficit",
    synonyms=(
        "free water deficit",
        "water deficit",
        "body water deficit",
        "free water",
        "water deficit in hypernatraemia",
    ),
    result=Result("L"),
    reference=(
        "adrogue-2000-hypernatremia",
        "definition-free-water-deficit",
    ),
    says="The free water deficit is {result}.",
    warnings=(
        "An estimate: losses that go on are not in it; measure the sodium again.",
        "Another form in use multiplies by the inverse quotient and gives less.",
        "A negative result is an excess of water, not a deficit.",
    ),
    vectors=(
        # 0.6 × 70 × (154 ÷ 140 − 1) = 4.2
        Vector({"patient": "non-elderly man", "weight": "70 kg", "sodium": "154"}, "4.2 L", by="hand"),
        # 0.5 × 60 × (168 ÷ 140 − 1) = 6
        Vector({"patient": "non-elderly woman", "weight": "60 kg", "sodium": "168 mEq/L"}, "6 L", by="hand"),
        # 0.45 × 50 × (160 ÷ 140 − 1) = 3.2143
        Vector({"patient": "elderly woman", "weight": "50 kg", "sodium": "160 mmol/L"}, "3.21 L", by="hand"),
        # 0.5 × 80 × (150 ÷ 140 − 1) = 2.8571
        Vector({"patient": "elderly man", "weight": "80 kg", "sodium": "150"}, "2.86 L", by="hand"),
        # below nought: 0.6 × 10 × (133 ÷ 140 − 1) = −0.3
        Vector({"patient": "child", "weight": "10 kg", "sodium": "133"}, "-0.3 L", by="hand"),
    ),
)
def free_water_deficit(
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
    sodium: Annotated[float, Measure("mmol/L", low=100, high=200, analyte="sodium")],
) -> float:
    """The water without electrolytes that would bring a high sodium back to the usual."""
    share = 0.6 if patient in ("child", "non-elderly man") else 0.45 if patient == "elderly woman" else 0.5
    return share * weight * (sodium / 140 - 1)
