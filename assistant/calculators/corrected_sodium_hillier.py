"""Sodium corrected for a high glucose with the factor of Hillier."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Sodium corrected for glucose (Hillier, measured factor)",
    synonyms=("corrected sodium", "sodium corrected for glucose", "corrected sodium Hillier"),
    result=Result("mmol/L", places=0),
    reference="hillier-1999-corrected-na",
    says="The sodium corrected for the glucose is {result} (Hillier).",
    warnings=("The factor is an average; in the paper it was larger at a very high glucose.",),
    vectors=(
        # 130 + 2.4 × (600 − 100) ÷ 100 = 142
        Vector({"sodium": "130 mmol/L", "glucose": "600 mg/dL"}, "142 mmol/L", by="hand"),
        Vector({"sodium": "128 mmol/L", "glucose": "100 mg/dL"}, "128 mmol/L", by="second"),
        Vector({"sodium": "131.5 mmol/L", "glucose": "437 mg/dL"}, "140 mmol/L", by="second"),
    ),
)
def corrected_sodium_hillier(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="measured sodium")],
    glucose: Annotated[
        float, Measure("mg/dL", low=100, high=3000, analyte="glucose", means="glucose, above the usual range")
    ],
) -> float:
    """The sodium that would be measured without the water drawn out of cells by the glucose."""
    return sodium + 2.4 * (glucose - 100) / 100
