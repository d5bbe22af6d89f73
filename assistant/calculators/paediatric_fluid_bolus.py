"""The volume of a fluid bolus for a child: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Fluid bolus for a child by weight",
    synonyms=("fluid bolus for a child", "pediatric fluid bolus", "paediatric fluid bolus", "bolus for a child"),
    result=Result("mL", places=0),
    reference=("definition-volume-by-weight", "rcuk-paeds-algorithms-2026", "rcem-gastroenteritis-shock"),
    says="The fluid bolus is {result}.",
    warnings=(
        "Arithmetic only: the volume for each kilogram is the choice of who gives it.",
        "Look at the child again after each bolus: a further bolus is for a child who remains shocked.",
    ),
    vectors=(
        # 10 × 12
        Vector({"weight": "12 kg", "bolus_per_kg": "10 mL/kg"}, "120 mL", by="hand"),
        # 10 × 3.5
        Vector({"weight": "3500 g", "bolus_per_kg": "10 mL/kg"}, "35 mL", by="hand"),
        # 20 × 25
        Vector({"weight": "25 kg", "bolus_per_kg": "20 mL/kg"}, "500 mL", by="hand"),
    ),
)
def paediatric_fluid_bolus(
    weight: Annotated[float, Measure("kg", low=1, high=70, written=("kg",), means="actual body weight of the child")],
    bolus_per_kg: Annotated[
        float,
        Measure(
            "mL/kg",
            low=5,
            high=20,
            means="volume of the bolus for each kilogram",
            counts="Resuscitation Council UK: 10 mL/kg",
        ),
    ],
) -> float:
    """The volume of a bolus for a child, from the weight and the volume chosen for each kilogram."""
    return bolus_per_kg * weight
