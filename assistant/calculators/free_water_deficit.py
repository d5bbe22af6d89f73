"""Free water deficit, with the shares of body water of Adrogué and Madias, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show

LIMIT = 10.0
"""The most by which a chronically high sodium is to fall in a day, in mmol/L, after Theisen-Toupal and Mattison, 2015."""
SAID = "The free water deficit is {result}; in chronic hypernatraemia the source lets the sodium fall by {limit}."
NO_DEFICIT = "There is no free water deficit: the sodium is not above the usual, and the formula gives {result}."


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
        "theisen-toupal-2015-hypernatremia",
    ),
    says="The free water deficit is {result}.",
    warnings=(
        "An estimate: losses that go on are not in it; measure the sodium again.",
        "It does not say how fast: the source limits the fall in chronic hypernatraemia, and takes an unclear onset as chronic.",
        "Another form in use divides the excess of sodium by the measured sodium, not by the usual, and gives less.",
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
        # not above the usual: 0.6 × 70 × (133 ÷ 140 − 1) = −2.1
        Vector({"patient": "non-elderly man", "weight": "70 kg", "sodium": "133"}, "-2.1 L", by="hand"),
        # 0.6 × 10 × (147 ÷ 140 − 1) = 0.3
        Vector({"patient": "child", "weight": "10 kg", "sodium": "147"}, "0.3 L", by="hand"),
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
) -> Finding:
    """The water without electrolytes that would bring a high sodium back to the usual."""
    share = 0.6 if patient in ("child", "non-elderly man") else 0.45 if patient == "elderly woman" else 0.5
    deficit = share * weight * (sodium / 140 - 1)
    if sodium > 140:
        return Finding(deficit, "L", says=SAID, quotes={"limit": f"at most {show(LIMIT, 'mmol/L/day', 0)}"})
    return Finding(deficit, "L", says=NO_DEFICIT)
