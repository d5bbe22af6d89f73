"""Adjusted body weight: the ideal weight of Devine and a share of what lies above it."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Adjusted body weight (Devine, with the usual share)",
    synonyms=("adjusted body weight", "AdjBW", "ABW"),
    result=Result("kg", places=1),
    reference=("winter-2012", "devine-1974"),
    says="The adjusted body weight is {result}.",
    warnings=("For a person above the ideal weight only; at or below it the result is no weight to dose by.",),
    vectors=(
        # 73 + 0.4 × (123 − 73) = 93
        Vector({"sex": "male", "height": "177.8 cm", "weight": "123 kg"}, "93.0 kg", by="hand"),
        Vector({"sex": "female", "height": "1.524 m", "weight": "85.5 kg"}, "61.5 kg", by="second"),
        Vector({"sex": "female", "height": "165 cm", "weight": "102.4 kg"}, "75.1 kg", by="second"),
    ),
)
def adjusted_body_weight(
    sex: Annotated[str, Choice("female", "male")],
    height: Annotated[float, Measure("m", low=1.524, high=2.5)],
    weight: Annotated[float, Measure("kg", low=30, high=400, means="actual body weight")],
) -> float:
    """The ideal weight and a share of the difference from the actual."""
    ideal = (45.5 if sex == "female" else 50) + 2.3 * (height / 0.0254 - 60)
    return ideal + 0.4 * (weight - ideal)
