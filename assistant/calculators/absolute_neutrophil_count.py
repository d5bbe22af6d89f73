"""Absolute neutrophil count: a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator
from assistant.errors import OutOfRange


@calculator(
    title="Absolute neutrophil count",
    synonyms=("absolute neutrophil count", "ANC", "neutrophil count from the differential"),
    result=Result("10⁹/L", places=2),
    reference="definition-absolute-neutrophil-count",
    says="The absolute neutrophil count is {result}.",
    warnings=("Band forms are added only where they are given: without them the neutrophils must include them.",),
    vectors=(
        # 9.2 × (33 + 1) ÷ 100 = 3.128
        Vector({"white_cells": "9.2", "neutrophils": "33%", "bands": "1%"}, "3.13 × 10⁹/L", by="hand"),
        # 1 × (11 + 5) ÷ 100
        Vector({"white_cells": "1.0 × 10⁹/L", "neutrophils": "11%", "bands": "5%"}, "0.16 × 10⁹/L", by="hand"),
        # 5 × 60 ÷ 100
        Vector({"white_cells": "5", "neutrophils": "60%"}, "3.00 × 10⁹/L", by="hand"),
        # 4000 /µL = 4 × 10⁹/L; × 55 ÷ 100
        Vector({"white_cells": "4000 /µL", "neutrophils": "50%", "bands": "5%"}, "2.20 × 10⁹/L", by="hand"),
    ),
)
def absolute_neutrophil_count(
    white_cells: Annotated[float, Measure("10⁹/L", low=0.01, high=1000, bare_up_to=100, means="white cells")],
    neutrophils: Annotated[
        float, Measure("%", low=0, high=100, means="share of neutrophils, or of segmented ones where bands are given")
    ],
    bands: Annotated[float, Measure("%", low=0, high=100, means="share of band forms")] | None = None,
) -> float:
    """The neutrophils in the blood, band forms included, from the white cells and the differential."""
    share = neutrophils if bands is None else neutrophils + bands
    _refuse_excess(share)
    return white_cells * share / 100


def _refuse_excess(share: float) -> None:
    """Refuse shares that make more than the whole. Raises `OutOfRange`."""
    if share > 100:
        raise OutOfRange("bands", f"{share:g}% with the neutrophils", "0–100%")
