"""Pack-years of smoking: a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Pack-years of smoking",
    synonyms=("pack-years", "pack years", "smoking history in pack-years"),
    result=Result("", places=1),
    reference="definition-pack-years",
    says="The smoking history in pack-years is {result}.",
    warnings=("Cigarettes only: other tobacco is not counted.",),
    vectors=(
        # 20 ÷ 20 × 30
        Vector({"cigarettes_per_day": "20", "years_smoked": "30"}, "30.0", by="hand"),
        # 10 ÷ 20 × 6
        Vector({"cigarettes_per_day": "10", "years_smoked": "6 years"}, "3.0", by="hand"),
        # 7 ÷ 20 × 25 = 8.75
        Vector({"cigarettes_per_day": "7", "years_smoked": "25 years"}, "8.8", by="hand"),
    ),
)
def pack_years(
    cigarettes_per_day: Annotated[
        float,
        Measure(
            "", low=0.1, high=150, means="number of cigarettes", counts="smoked in a day, on average over the years"
        ),
    ],
    years_smoked: Annotated[float, Measure("years", low=0.1, high=90, means="years of smoking")],
) -> float:
    """How much a person has smoked over the years, in packs of cigarettes."""
    return cigarettes_per_day / 20 * years_smoked
