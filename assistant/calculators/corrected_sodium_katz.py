"""Sodium corrected for a high glucose with the factor of Katz."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Sodium corrected for glucose (Katz, theoretical factor)",
    synonyms=("corrected sodium", "sodium corrected for glucose", "corrected sodium Katz"),
    result=Result("mmol/L", places=0),
    reference="katz-1973-corrected-na",
    says="The sodium corrected for the glucose is {result} (Katz).",
    warnings=("The factor is theoretical; a measured factor is larger, and so is its correction.",),
    vectors=(
        # 130 + 1.6 × (600 − 100) ÷ 100 = 138
        Vector({"sodium": "130 mmol/L", "glucose": "600 mg/dL"}, "138 mmol/L", by="hand"),
        Vector({"sodium": "128 mmol/L", "glucose": "100 mg/dL"}, "128 mmol/L", by="second"),
        Vector({"sodium": "131.5 mmol/L", "glucose": "437 mg/dL"}, "137 mmol/L", by="second"),
    ),
)
def corrected_sodium_katz(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="measured sodium")],
    glucose: Annotated[
        float, Measure("mg/dL", low=100, high=3000, analyte="glucose", means="glucose, above the usual range")
    ],
) -> float:
    """The sodium that would be measured without the water drawn out of cells by the glucose."""
    return sodium + 1.6 * (glucose - 100) / 100
