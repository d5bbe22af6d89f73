"""Predicted body weight for ventilation, after the ARDS Network, 2000."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Predicted body weight for ventilation (ARDS Network)",
    synonyms=("predicted body weight", "PBW", "predicted weight for ventilation"),
    result=Result("kg", places=1),
    reference="ardsnet-2000",
    says="The predicted body weight is {result}.",
    warnings=(
        "The form in centimetres; the form in inches on cards of the same network gives slightly less for the tall.",
    ),
    not_for=("children",),
    vectors=(
        # 50 + 0.91 × (175 − 152.4) = 50 + 20.566
        Vector({"sex": "male", "height": "175 cm"}, "70.6 kg", by="hand"),
        # 45.5 + 0.91 × 7.6 = 45.5 + 6.916
        Vector({"sex": "female", "height": "1.60 m"}, "52.4 kg", by="hand"),
        # 60 in are 152.4 cm: the base
        Vector({"sex": "male", "height": "60 in"}, "50.0 kg", by="hand"),
        # 45.5 − 0.91 × 2.4 = 43.316
        Vector({"sex": "female", "height": "150 cm"}, "43.3 kg", by="hand"),
    ),
)
def predicted_body_weight(
    sex: Annotated[str, Choice("female", "male")],
    height: Annotated[float, Measure("m", low=1.2, high=2.3)],
) -> float:
    """The weight of an adult by sex and height, by which tidal volumes are set."""
    return (45.5 if sex == "female" else 50) + 0.91 * (100 * height - 152.4)
