"""The drops to count each minute when an infusion runs without a pump: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Drop rate of a gravity infusion",
    synonyms=("drop rate", "drip rate", "gravity infusion"),
    result=Result("drops/min", places=0),
    reference="definition-drop-rate",
    says="The infusion runs at {result}.",
    warnings=(
        "The drop factor is printed on the package of the giving set; sets differ, so it is never assumed.",
        "Only the arithmetic is checked here, not whether the infusion suits the patient.",
    ),
    vectors=(
        # 1,000 mL × 20 drops/mL = 20,000 drops; ÷ 480 min = 41.67
        Vector({"volume": "1 L", "duration": "8 h", "drop_factor": "20 drops/mL"}, "42 drops/min", by="hand"),
        # 100 mL × 60 drops/mL = 6,000 drops; ÷ 60 min = 100
        Vector({"volume": "100 mL", "duration": "60 min", "drop_factor": "60 gtt/mL"}, "100 drops/min", by="hand"),
        # 250 mL × 15 drops/mL = 3,750 drops; ÷ 120 min = 31.25
        Vector({"volume": "250 mL", "duration": "2 h", "drop_factor": "15 drops/mL"}, "31 drops/min", by="hand"),
    ),
)
def drop_rate(
    volume: Annotated[float, Measure("mL", low=5, high=5000, written=("mL", "L"), means="volume to be infused")],
    duration: Annotated[float, Measure("min", low=5, high=2880, written=("min", "h"), means="time to run over")],
    drop_factor: Annotated[float, Measure("drops/mL", low=8, high=70, means="drop factor of the giving set")],
) -> float:
    """How fast drops must fall, from the volume, the time and the drop factor of the giving set."""
    return volume * drop_factor / duration
