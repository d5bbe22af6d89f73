"""The carbon dioxide expected in a metabolic acidosis (Winters), after Albert, Dell and Winters, 1967."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show_range
from assistant.records import Part

MARGIN = 2.0
"""The margin of the paper, in mmHg to each side."""


@calculator(
    title="Expected carbon dioxide in metabolic acidosis (Winters)",
    synonyms=(
        "Winters formula",
        "Winter's formula",
        "Winters",
        "expected carbon dioxide",
    ),
    result=Result("mmHg", places=0),
    reference="albert-1967-winters",
    says="The expected carbon dioxide tension is {result}.",
    warnings=("For a metabolic acidosis only: in any other disorder the expected value is another.",),
    vectors=(
        # 1.5 × 12 + 8 = 26
        Vector({"bicarbonate": "12 mmol/L"}, "26 mmHg", by="hand"),
        Vector({"bicarbonate": "7.5 mmol/L"}, "19 mmHg", by="second"),
        Vector({"bicarbonate": "24 mmol/L"}, "44 mmHg", by="second"),
    ),
)
def expected_carbon_dioxide(
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=30, analyte="bicarbonate")],
) -> Finding:
    """The arterial carbon dioxide tension that a metabolic acidosis calls for."""
    middle = 1.5 * bicarbonate + 8
    span = _span(middle)
    says = "The expected carbon dioxide tension is {result}, or {range} within the margin of the paper."
    return Finding(middle, "mmHg", (span,), says, {"range": span.text})


def _span(middle: float) -> Part:
    """The expected value with the margin of the paper."""
    low, high = middle - MARGIN, middle + MARGIN
    return Part(label="expected range", low=low, high=high, unit="mmHg", text=show_range(low, high, "mmHg"))
