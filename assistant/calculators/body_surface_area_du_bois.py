"""Body surface area after Du Bois and Du Bois, 1916."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Body surface area (Du Bois)",
    synonyms=("Du Bois", "DuBois", "body surface area Du Bois"),
    result=Result("m²", places=2),
    reference="dubois-1916",
    says="The body surface area is {result} (Du Bois).",
    vectors=(
        # ln: 0.425 × 4.248495 + 0.725 × 5.135798 = 5.529064; e^5.529064 × 0.007184 = 1.8097
        Vector({"weight": "70 kg", "height": "170 cm"}, "1.81 m²", by="hand"),
        Vector({"weight": "30 kg", "height": "130 cm"}, "1.04 m²", by="second"),
        Vector({"weight": "110.4 kg", "height": "1.88 m"}, "2.36 m²", by="second"),
    ),
)
def body_surface_area_du_bois(
    weight: Annotated[float, Measure("kg", low=1, high=400, means="actual body weight")],
    height: Annotated[float, Measure("m", low=0.3, high=2.5)],
) -> float:
    """The surface of the body, from powers of weight and height."""
    return float(0.007184 * weight**0.425 * (100 * height) ** 0.725)
