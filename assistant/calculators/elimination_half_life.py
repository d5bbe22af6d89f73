"""Elimination half-life from levels without a dose in between: arithmetic."""

from math import log
from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part

LEVELS = ("mg/L", "mcg/mL", "ng/mL")


@calculator(
    title="Elimination half-life from drug levels",
    synonyms=("elimination half-life", "half-life from two levels", "elimination rate constant", "ke from levels"),
    result=Result("h", places=1),
    reference="definition-elimination-half-life",
    says="The elimination half-life is {result}.",
    warnings=("Holds for first-order elimination with no dose between the levels, and after distribution has ended.",),
    vectors=(
        # the level halves in 6 h
        Vector({"earlier_level": "30 mg/L", "later_level": "15 mg/L", "elapsed": "6 h"}, "6.0 h", by="hand"),
        # down to a quarter in 8 h: twice halved
        Vector({"earlier_level": "20 mcg/mL", "later_level": "5 mg/L", "elapsed": "480 min"}, "4.0 h", by="hand"),
        # ln(2.4 ÷ 1.5) = 0.470004; 0.693147 × 48 ÷ 0.470004 = 70.79
        Vector({"earlier_level": "2.4 ng/mL", "later_level": "1.5 ng/mL", "elapsed": "2 days"}, "70.8 h", by="hand"),
    ),
)
def elimination_half_life(
    earlier_level: Annotated[float, Measure("mg/L", low=0.0001, high=1000, written=LEVELS, means="earlier drug level")],
    later_level: Annotated[
        float,
        Measure("mg/L", low=0.0001, high=1000, written=LEVELS, below="earlier_level", means="later drug level"),
    ],
    elapsed: Annotated[
        float, Measure("h", low=0.1, high=240, written=("h", "min", "days"), means="time between the levels")
    ],
) -> Finding:
    """The half-life of a drug that is eliminated in first order, from levels without a dose in between."""
    ke = log(earlier_level / later_level) / elapsed
    text = show(ke, "/h", 4)
    return Finding(log(2) / ke, "h", parts=(Part(label="elimination rate constant", value=ke, unit="/h", text=text),))
