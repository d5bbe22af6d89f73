"""Shock index: a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Shock index",
    synonyms=("shock index",),
    result=Result("", places=2),
    reference=("definition-shock-index", "cc12163-shock-index", "zarzaur-2010-shock-index"),
    says="The shock index is {result}.",
    warnings=(
        "A beta-blocker or a calcium channel blocker lowers it: a low index does not exclude shock.",
        "In the older it tells less than in the young.",
    ),
    vectors=(
        # 120 ÷ 80
        Vector({"heart_rate": "120", "systolic": "80 mmHg"}, "1.50", by="hand"),
        # 70 ÷ 120 = 0.5833
        Vector({"heart_rate": "70 /min", "systolic": "120 mmHg"}, "0.58", by="hand"),
        # 100 ÷ 90 = 1.1111
        Vector({"heart_rate": "100 bpm", "systolic": "90"}, "1.11", by="hand"),
    ),
)
def shock_index(
    heart_rate: Annotated[float, Measure("/min", low=20, high=300, means="heart rate")],
    systolic: Annotated[float, Measure("mmHg", low=30, high=300, means="systolic pressure")],
) -> float:
    """The heart rate divided by the systolic pressure."""
    return heart_rate / systolic
