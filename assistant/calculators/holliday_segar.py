"""Maintenance water by weight after Holliday and Segar, 1957."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Maintenance water in a child (Holliday and Segar)",
    synonyms=("maintenance fluid calculation", "maintenance fluid rate", "Holliday-Segar", "Holliday Segar"),
    result=Result("mL/day", places=0),
    reference="holliday-segar-1957",
    says="The maintenance water by weight is {result}.",
    warnings=(
        "A volume only: which fluid is given, and to whom less is given, is another question.",
        "Not for a newborn, and no replacement of losses.",
    ),
    vectors=(
        # 100 × 10 + 50 × 10 = 1,500; 1,500 + 20 × 50 = 2,500
        Vector({"weight": "70 kg"}, "2,500 mL/day", by="hand"),
        Vector({"weight": "7.5 kg"}, "750 mL/day", by="second"),
        Vector({"weight": "10.5 kg"}, "1,025 mL/day", by="second"),
    ),
)
def holliday_segar(
    weight: Annotated[float, Measure("kg", low=3.5, high=80, written=("kg",), means="actual body weight")],
) -> float:
    """Water for the day, less for each further kilogram."""
    if weight <= 10:
        return 100 * weight
    if weight <= 20:
        return 1000 + 50 * (weight - 10)
    return 1500 + 20 * (weight - 20)
