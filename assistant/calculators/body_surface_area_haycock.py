"""Body surface area after Haycock and others, 1978."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Body surface area (Haycock)",
    synonyms=("Haycock", "body surface area Haycock", "BSA Haycock", "body surface area of a child"),
    result=Result("m²", places=2),
    reference="haycock-1978",
    says="The body surface area is {result} (Haycock).",
    vectors=(
        # ln: 0.5378 × 2.302585 + 0.3964 × 4.382027 = 2.975365; e^2.975365 × 0.024265 = 0.47552
        Vector({"weight": "10 kg", "height": "80 cm"}, "0.48 m²", by="hand"),
        # ln: 0.5378 × 4.248495 + 0.3964 × 5.135798 = 4.320671; e^4.320671 × 0.024265 = 1.82568
        Vector({"weight": "70 kg", "height": "1.70 m"}, "1.83 m²", by="hand"),
        # ln: 0.5378 × 1.252763 + 0.3964 × 3.912023 = 2.224462; e^2.224462 × 0.024265 = 0.22442
        Vector({"weight": "3.5 kg", "height": "50 cm"}, "0.22 m²", by="hand"),
    ),
)
def body_surface_area_haycock(
    weight: Annotated[float, Measure("kg", low=0.5, high=400, means="actual body weight")],
    height: Annotated[float, Measure("m", low=0.25, high=2.5)],
) -> float:
    """Powers of weight and height, validated in infants, children and adults."""
    return float(0.024265 * weight**0.5378 * (100 * height) ** 0.3964)
