"""How long an oxygen cylinder lasts: arithmetic."""

import math
from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Duration of an oxygen cylinder",
    synonyms=(
        "oxygen cylinder duration",
        "how long will the oxygen cylinder last",
        "oxygen cylinder",
        "oxygen tank duration",
        "how long will the cylinder last",
    ),
    result=Result("min", places=0),
    reference="definition-oxygen-cylinder-duration",
    says="At this flow the oxygen lasts {result}, until the reserve is reached.",
    warnings=("The contents are those on the label of the cylinder in hand.", "Rounded down to the whole minute."),
    vectors=(
        # 680 × (100 − 10) ÷ 100 ÷ 2
        Vector({"contents": "680 L", "remaining": "100%", "reserve": "10%", "flow": "2 L/min"}, "306 min", by="hand"),
        # 460 × 0.5 ÷ 15 = 15.33
        Vector({"contents": "460 L", "remaining": "50%", "reserve": "0%", "flow": "15 L/min"}, "15 min", by="hand"),
        # rounded down: 400 × 0.37 ÷ 8 = 18.5
        Vector({"contents": "400 L", "remaining": "47%", "reserve": "10%", "flow": "8 L/min"}, "18 min", by="hand"),
        # 3400 × 0.5 ÷ 10
        Vector({"contents": "3400 L", "remaining": "75%", "reserve": "25%", "flow": "10 L/min"}, "170 min", by="hand"),
    ),
)
def oxygen_cylinder_duration(
    contents: Annotated[float, Measure("L", low=50, high=12_000, means="contents of the full cylinder")],
    remaining: Annotated[
        float,
        Measure(
            "%",
            low=1,
            high=100,
            means="share of the contents that is left",
            counts="the pressure on the gauge divided by the pressure when full: 68 bar of 137 bar are 50%",
        ),
    ],
    reserve: Annotated[
        float, Measure("%", low=0, high=90, means="share of the full contents kept in reserve", below="remaining")
    ],
    flow: Annotated[float, Measure("L/min", low=0.05, high=100, means="flow of oxygen")],
) -> float:
    """The time until an oxygen cylinder is down to its reserve, at a steady flow."""
    return floor(contents * (remaining - reserve) / 100 / flow)


def floor(minutes: float) -> float:
    """The whole minutes, of a value without binary noise."""
    return float(math.floor(round(minutes, 9)))
