"""Reticulocytes corrected for the haematocrit."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Corrected reticulocyte count",
    synonyms=("corrected reticulocyte count", "corrected reticulocytes", "reticulocyte index"),
    result=Result("%", places=1),
    reference="uptodate-129992",
    says="The corrected reticulocyte count is {result}.",
    vectors=(
        # 5 × 25 ÷ 45 = 2.778
        Vector({"reticulocytes": "5%", "haematocrit": "25%"}, "2.8%", by="hand"),
        # 3 × 24 ÷ 45
        Vector({"reticulocytes": "3%", "haematocrit": "0.24"}, "1.6%", by="hand"),
        # 4 × 45 ÷ 45
        Vector({"reticulocytes": "4%", "haematocrit": "45%"}, "4.0%", by="hand"),
    ),
)
def corrected_reticulocyte_count(
    reticulocytes: Annotated[float, Measure("%", low=0.05, high=50, means="share of reticulocytes")],
    haematocrit: Annotated[float, Measure("%", low=5, high=45, written=("%", "fraction"), means="haematocrit")],
) -> float:
    """The share of reticulocytes as it would be at a normal haematocrit, in anaemia."""
    return reticulocytes * haematocrit / 45
