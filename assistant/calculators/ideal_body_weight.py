"""Ideal body weight after Devine, 1974."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Ideal body weight (Devine)",
    synonyms=("ideal body weight", "IBW", "Devine"),
    result=Result("kg", places=1),
    reference="devine-1974",
    says="The ideal body weight is {result}.",
    warnings=(
        "Made for dosing, of adults as tall as the accepted range begins; the paper was not read in the original.",
    ),
    vectors=(
        # 1.778 m is 70 in: 50 + 2.3 × 10 = 73
        Vector({"sex": "male", "height": "177.8 cm"}, "73.0 kg", by="hand"),
        Vector({"sex": "female", "height": "1.524 m"}, "45.5 kg", by="second"),
        Vector({"sex": "female", "height": "165 cm"}, "56.9 kg", by="second"),
    ),
)
def ideal_body_weight(
    sex: Annotated[str, Choice("female", "male")],
    height: Annotated[float, Measure("m", low=1.524, high=2.5)],
) -> float:
    """A base for each sex, and a step for each inch above the base height."""
    return (45.5 if sex == "female" else 50) + 2.3 * (height / 0.0254 - 60)
