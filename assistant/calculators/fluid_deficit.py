"""Fluid deficit from dehydration: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show

SAID = "The fluid deficit is {result}; in a child's diabetic ketoacidosis the cited guideline corrects it over {time}."


@calculator(
    title="Fluid deficit from dehydration in a child",
    synonyms=("fluid deficit", "deficit from dehydration", "rehydration volume", "dehydration deficit"),
    result=Result("mL", places=0),
    reference=("definition-fluid-deficit", "rcem-paeds-dka-volume"),
    says="The fluid deficit is {result}.",
    warnings=(
        "The deficit only: maintenance, ongoing losses and what was given already are not in it.",
        "No volume to give fast: in diabetic ketoacidosis more fluid early raises the risk of cerebral oedema.",
    ),
    vectors=(
        # 10 × 5 × 10
        Vector({"weight": "10 kg", "dehydration": "5%"}, "500 mL", by="hand"),
        # 20 × 7 × 10
        Vector({"weight": "20 kg", "dehydration": "7 %"}, "1,400 mL", by="hand"),
        # 3.2 × 10 × 10
        Vector({"weight": "3.2 kg", "dehydration": "10%"}, "320 mL", by="hand"),
    ),
)
def fluid_deficit(
    weight: Annotated[float, Measure("kg", low=1, high=80, written=("kg",), means="body weight of the child")],
    dehydration: Annotated[float, Measure("%", low=0.5, high=15, means="dehydration, as a share of the body weight")],
) -> Finding:
    """The water that a child is missing, from the weight and the dehydration in per cent of it."""
    return Finding(weight * dehydration * 10, "mL", says=SAID, quotes={"time": show(48, "h", 0)})
