"""Body surface area after Mosteller, 1987."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Body surface area (Mosteller)",
    synonyms=("body surface area", "BSA", "Mosteller"),
    result=Result("m²", places=2),
    reference="mosteller-1987",
    says="The body surface area is {result} (Mosteller).",
    vectors=(
        # √(180 × 80 ÷ 3600) = √4 = 2
        Vector({"weight": "80 kg", "height": "180 cm"}, "2.00 m²", by="hand"),
        Vector({"weight": "72.5 kg", "height": "1.65 m"}, "1.82 m²", by="second"),
        Vector({"weight": "9.5 kg", "height": "74 cm"}, "0.44 m²", by="second"),
    ),
)
def body_surface_area(
    weight: Annotated[float, Measure("kg", low=1, high=400, means="actual body weight")],
    height: Annotated[float, Measure("m", low=0.3, high=2.5)],
) -> float:
    """Square root of height times weight, scaled."""
    return float((100 * height * weight / 3600) ** 0.5)
