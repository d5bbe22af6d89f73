"""Lean body weight after Janmahasatian and others, 2005."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Lean body weight (Janmahasatian)",
    synonyms=("lean body weight", "lean bodyweight", "lean body mass", "fat-free mass", "Janmahasatian"),
    result=Result("kg", places=1),
    reference="janma-2005",
    says="The lean body weight is {result}.",
    warnings=("Other formulas of lean weight give other results.",),
    vectors=(
        # BMI 100 ÷ 3.24 = 30.86420; 927,000 ÷ (6680 + 6666.667) = 69.4555
        Vector({"sex": "male", "weight": "100 kg", "height": "180 cm"}, "69.5 kg", by="hand"),
        # BMI 60 ÷ 2.56 = 23.4375; 556,200 ÷ (8780 + 5718.75) = 38.3619
        Vector({"sex": "female", "weight": "60 kg", "height": "160 cm"}, "38.4 kg", by="hand"),
        # BMI 120 ÷ 2.7225 = 44.07713; 1,112,400 ÷ (8780 + 10,754.82) = 56.9445
        Vector({"sex": "female", "weight": "120 kg", "height": "1.65 m"}, "56.9 kg", by="hand"),
    ),
)
def lean_body_weight(
    sex: Annotated[str, Choice("female", "male")],
    weight: Annotated[float, Measure("kg", low=30, high=350, means="actual body weight")],
    height: Annotated[float, Measure("m", low=1.2, high=2.5)],
) -> float:
    """The weight of an adult without fat, from sex, weight and height."""
    index = weight / height**2
    resistance = 8780 + 244 * index if sex == "female" else 6680 + 216 * index
    return 9270 * weight / resistance
