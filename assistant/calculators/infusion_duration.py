"""How long a bag or syringe lasts: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator


@calculator(
    title="Duration of an infusion (until the bag or syringe is empty)",
    synonyms=("infusion duration", "how long will the bag last", "how long will the infusion last", "time until empty"),
    result=Result("h", places=1, within=Measure("h", low=0.01, high=2000), laid_to="rate"),
    reference="definition-infusion-duration",
    says="At this rate the infusion lasts {result}.",
    vectors=(
        # 50 ÷ 5
        Vector({"volume": "50 mL", "rate": "5 mL/h"}, "10.0 h", by="hand"),
        # 1000 ÷ 125
        Vector({"volume": "1 L", "rate": "125 mL/h"}, "8.0 h", by="hand"),
        # 35 ÷ 4.2 = 8.333
        Vector({"volume": "35 mL", "rate": "4.2 mL/h"}, "8.3 h", by="hand"),
        # an hour itself is told in hours: 120 ÷ 120
        Vector({"volume": "120 mL", "rate": "120 mL/h"}, "1.0 h", by="hand"),
        # a shorter time in minutes: 60 × 30 ÷ 120
        Vector({"volume": "30 mL", "rate": "120 mL/h"}, "15.0 min", by="hand"),
    ),
)
def infusion_duration(
    volume: Annotated[float, Measure("mL", low=0.5, high=10_000, written=("mL", "L"), means="volume that is left")],
    rate: Annotated[float, Measure("mL/h", low=0.01, high=2000, means="rate of the infusion")],
) -> Finding:
    """The time until what is left in a bag or syringe has run in."""
    if volume / rate < 1:
        return Finding(60 * volume / rate, "min")
    return Finding(volume / rate, "h")
