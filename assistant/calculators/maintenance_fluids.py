"""Maintenance water by the hourly rule that is kept of Holliday and Segar, 1957: four, two, one."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Maintenance fluids by the rule of weight",
    known_as="4-2-1",
    synonyms=("4-2-1 rule", "421 rule", "maintenance fluids", "maintenance fluid", "hourly maintenance"),
    result=Result("mL/h", places=0),
    reference="holliday-segar-1957",
    says="By the {known_as} rule maintenance is {result}.",
    warnings=(
        "The rule is that of a study of children: for an adult it is carried on beyond them.",
        "A volume only, and no replacement of losses. Not for a newborn.",
    ),
    vectors=(
        # 4 × 8
        Vector({"weight": "8 kg"}, "32 mL/h", by="hand"),
        # 4 × 10, at the first turn
        Vector({"weight": "10 kg"}, "40 mL/h", by="hand"),
        # 40 + 2 × 5
        Vector({"weight": "15 kg"}, "50 mL/h", by="hand"),
        # 40 + 20, at the second turn
        Vector({"weight": "20 kg"}, "60 mL/h", by="hand"),
        # 40 + 20 + 1 × 40
        Vector({"weight": "60 kg"}, "100 mL/h", by="hand"),
        # 110 lb × 0.45359237 = 49.895 kg: 40 + 20 + 29.895
        Vector({"weight": "110 lb"}, "90 mL/h", by="hand"),
    ),
)
def maintenance_fluids(
    weight: Annotated[float, Measure("kg", low=0.5, high=300, means="actual body weight")],
) -> float:
    """The rate of maintenance water by the weight, as a rule of thumb kept of a study of children."""
    first = 4 * min(weight, 10)
    second = 2 * min(max(weight - 10, 0), 10)
    return first + second + max(weight - 20, 0)
