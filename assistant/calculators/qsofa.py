"""Quick SOFA, the bedside criteria of Sepsis-3, after Seymour and others, 2016."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points


@calculator(
    title="Quick SOFA (bedside criteria in suspected infection)",
    synonyms=("qSOFA", "quick SOFA", "quick sequential organ failure assessment"),
    result=Result("points", places=0),
    reference=("seymour-2016", "sepsis3-2016", "ssc-2026"),
    says="The quick SOFA score is {result}.",
    bands=(
        Band(2, "below the bedside criteria for a poor outcome", reference="sepsis3-2016"),
        Band(inf, "meets the bedside criteria for a poor outcome", reference="sepsis3-2016"),
    ),
    warnings=(
        "A prompt for adults with suspected infection, outside intensive care.",
        "The Surviving Sepsis Campaign advises against it as the single screening tool, in favour of NEWS, MEWS or SIRS.",
        "A low score does not exclude sepsis.",
    ),
    vectors=(
        # 1 + 1 + 1, each at its limit
        Vector({"respiratory_rate": "22", "altered_mentation": "yes", "systolic": "100 mmHg"}, "3 points", by="hand"),
        # each just short of its limit
        Vector({"respiratory_rate": "21", "altered_mentation": "no", "systolic": "101 mmHg"}, "0 points", by="hand"),
        # 1 + 0 + 1
        Vector({"respiratory_rate": "30", "altered_mentation": "no", "systolic": "85 mmHg"}, "2 points", by="hand"),
        # 0 + 1 + 0; 15 kPa = 112.5 mmHg
        Vector({"respiratory_rate": "16", "altered_mentation": "yes", "systolic": "15 kPa"}, "1 point", by="hand"),
    ),
)
def qsofa(
    respiratory_rate: Annotated[float, Measure("/min", low=1, high=80, means="respiratory rate", edges=(22,))],
    altered_mentation: Annotated[str, criterion("altered mentation", counts="a Glasgow Coma Scale below 15")],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, means="systolic pressure", edges=(100,))],
) -> float:
    """How many of the bedside criteria hold that go with a poor outcome in an adult with suspected infection."""
    return points(respiratory_rate >= 22) + points(altered_mentation) + points(systolic <= 100)
