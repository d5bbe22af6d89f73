"""Estimated blood volume after Nadler and others, 1962."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Estimated blood volume (Nadler)",
    synonyms=("estimated blood volume", "total blood volume", "Nadler", "EBV"),
    result=Result("L", places=2),
    reference="nadler-1962",
    says="The estimated blood volume is {result}.",
    warnings=("Made in normal adults.",),
    not_for=("children",),
    vectors=(
        # 0.3669 × 5.359375 + 0.03219 × 70 + 0.6041 = 1.966355 + 2.2533 + 0.6041 = 4.823755
        Vector({"sex": "male", "weight": "70 kg", "height": "175 cm"}, "4.82 L", by="hand"),
        # 0.3561 × 4.492125 + 0.03308 × 60 + 0.1833 = 1.599646 + 1.9848 + 0.1833 = 3.767746
        Vector({"sex": "female", "weight": "60 kg", "height": "1.65 m"}, "3.77 L", by="hand"),
        # 0.3669 × 5.832 + 3.219 + 0.6041 = 5.962861
        Vector({"sex": "male", "weight": "100 kg", "height": "180 cm"}, "5.96 L", by="hand"),
    ),
)
def estimated_blood_volume(
    sex: Annotated[str, Choice("female", "male")],
    weight: Annotated[float, Measure("kg", low=30, high=250, means="actual body weight")],
    height: Annotated[float, Measure("m", low=1.2, high=2.3)],
) -> float:
    """The blood volume of an adult, from sex, height and weight."""
    if sex == "female":
        return 0.3561 * height**3 + 0.03308 * weight + 0.1833
    return 0.3669 * height**3 + 0.03219 * weight + 0.6041
