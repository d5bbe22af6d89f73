"""Reticulocyte production index, with the maturation times in use since Hillman, 1969."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Reticulocyte production index",
    synonyms=("reticulocyte production index", "RPI"),
    result=Result("", places=1),
    reference="uptodate-129992",
    says="The reticulocyte production index is {result}.",
    warnings=(
        "Texts draw the steps of the maturation time at different haematocrits; the working shows which was taken.",
    ),
    vectors=(
        # 6 × 36 ÷ 45 ÷ 1 = 4.8
        Vector({"reticulocytes": "6%", "haematocrit": "36%"}, "4.8", by="hand"),
        # at 35: 6 × 35 ÷ 45 ÷ 1.5 = 3.11
        Vector({"reticulocytes": "6%", "haematocrit": "35%"}, "3.1", by="hand"),
        # just above 25: 6 × 25.1 ÷ 45 ÷ 1.5 = 2.23
        Vector({"reticulocytes": "6%", "haematocrit": "25.1%"}, "2.2", by="hand"),
        # at 25: 6 × 25 ÷ 45 ÷ 2 = 1.67
        Vector({"reticulocytes": "6%", "haematocrit": "25%"}, "1.7", by="hand"),
        # 3 × 22 ÷ 45 ÷ 2 = 0.733
        Vector({"reticulocytes": "3%", "haematocrit": "0.22"}, "0.7", by="hand"),
        # at 15: 6 × 15 ÷ 45 ÷ 2.5 = 0.8
        Vector({"reticulocytes": "6%", "haematocrit": "15%"}, "0.8", by="hand"),
    ),
)
def reticulocyte_production_index(
    reticulocytes: Annotated[float, Measure("%", low=0.05, high=50, means="share of reticulocytes")],
    haematocrit: Annotated[float, Measure("%", low=5, high=45, written=("%", "fraction"), means="haematocrit")],
) -> float:
    """The share of reticulocytes corrected for the haematocrit and for how long they circulate, in anaemia."""
    maturation = 1 if haematocrit > 35 else 1.5 if haematocrit > 25 else 2 if haematocrit > 15 else 2.5
    return reticulocytes * haematocrit / 45 / maturation
