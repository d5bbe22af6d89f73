"""The weight at a wanted body mass index: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Weight at a wanted body mass index",
    synonyms=("target weight", "weight for a BMI of", "goal weight", "weight at a body mass index"),
    result=Result("kg", places=1),
    reference=("definition-target-weight", "keys-1972"),
    says="At the wanted body mass index the weight is {result}.",
    warnings=("Arithmetic only: which index to aim for is another question.",),
    vectors=(
        # 25 × 1.8² = 25 × 3.24
        Vector({"target_body_mass_index": "25 kg/m²", "height": "180 cm"}, "81.0 kg", by="hand"),
        # 22 × 1.65² = 22 × 2.7225 = 59.895
        Vector({"target_body_mass_index": "22 kg/m²", "height": "1.65 m"}, "59.9 kg", by="hand"),
        # 70 in = 1.778 m; 24.9 × 3.161284 = 78.716
        Vector({"target_body_mass_index": "24.9 kg/m²", "height": "70 in"}, "78.7 kg", by="hand"),
    ),
)
def target_weight(
    target_body_mass_index: Annotated[float, Measure("kg/m²", low=15, high=45, means="wanted body mass index")],
    height: Annotated[float, Measure("m", low=0.5, high=2.5)],
) -> float:
    """The weight that a person of this height has at the body mass index that is wanted."""
    return target_body_mass_index * height**2
