"""Body mass index, the index of weight to the square of height that Keys and others named in 1972."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Body mass index",
    synonyms=("BMI", "Quetelet index"),
    result=Result("kg/m²", places=1),
    reference="keys-1972",
    says="The body mass index is {result}.",
    vectors=(
        # 70 ÷ 1.75² = 70 ÷ 3.0625 = 22.857
        Vector({"weight": "70 kg", "height": "1.75 m"}, "22.9 kg/m²", by="hand"),
        # 100 ÷ 2.00² = 25
        Vector({"weight": "100 kg", "height": "200 cm"}, "25.0 kg/m²", by="hand"),
        # 70 in = 1.778 m; 154 lb = 69.853225 kg; 69.853225 ÷ 3.161284 = 22.0965
        Vector({"weight": "154 lb", "height": "5 ft 10 in"}, "22.1 kg/m²", by="hand"),
    ),
)
def body_mass_index(
    weight: Annotated[float, Measure("kg", low=2, high=500, means="actual body weight")],
    height: Annotated[float, Measure("m", low=0.4, high=2.6)],
) -> float:
    """Weight divided by the square of height."""
    return weight / height**2
