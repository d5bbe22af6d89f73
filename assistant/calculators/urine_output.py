"""Urine passed for each kilogram and hour: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Urine output by weight and time",
    synonyms=("urine output", "urine output per kilogram", "diuresis per kilogram"),
    result=Result("mL/kg/h", places=2),
    reference="definition-urine-output",
    says="The urine output is {result}.",
    warnings=("A mean over the time that was given: a shorter time without urine is hidden in it.",),
    vectors=(
        # 210 mL ÷ 6 h = 35 mL/h; ÷ 70 kg = 0.5
        Vector({"urine_volume": "210 mL", "duration": "6 h", "weight": "70 kg"}, "0.50 mL/kg/h", by="hand"),
        # none
        Vector({"urine_volume": "0 mL", "duration": "6 h", "weight": "70 kg"}, "0.00 mL/kg/h", by="hand"),
        # 1,500 mL ÷ 24 h = 62.5 mL/h; ÷ 80 kg = 0.78125
        Vector({"urine_volume": "1.5 L", "duration": "24 h", "weight": "80 kg"}, "0.78 mL/kg/h", by="hand"),
        # 30 mL ÷ 4 h = 7.5 mL/h; ÷ 4 kg = 1.875, half up
        Vector({"urine_volume": "30 mL", "duration": "240 min", "weight": "4 kg"}, "1.88 mL/kg/h", by="hand"),
    ),
)
def urine_output(
    urine_volume: Annotated[float, Measure("mL", low=0, high=20000, written=("mL", "L"), means="urine passed")],
    duration: Annotated[
        float, Measure("h", low=0.5, high=72, written=("h", "min"), means="time it was collected over")
    ],
    weight: Annotated[float, Measure("kg", low=0.3, high=300, means="actual body weight")],
) -> float:
    """Urine for each kilogram and hour, from the volume, the time of collection and the weight."""
    return urine_volume / duration / weight
