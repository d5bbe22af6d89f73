"""Sodium corrected for a high glucose with the factor of Katz."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator

NOT_HIGH = "The glucose is not high, so nothing is to be corrected: carried on to it, the formula gives {result}."


@calculator(
    title="Sodium corrected for glucose (Katz, theoretical factor)",
    synonyms=(
        "corrected sodium",
        "sodium corrected for glucose",
        "corrected sodium Katz",
        "correct sodium",
        "correct the sodium",
        "fix sodium for glucose",
        "sodium for glucose",
    ),
    result=Result("mmol/L", places=0),
    reference="katz-1973-corrected-na",
    says="The sodium corrected for the glucose is {result} (Katz).",
    warnings=("The factor is theoretical; a measured factor is larger, and so is its correction.",),
    vectors=(
        # 130 + 1.6 × (600 − 100) ÷ 100 = 138
        Vector({"sodium": "130 mmol/L", "glucose": "600 mg/dL"}, "138 mmol/L", by="hand"),
        Vector({"sodium": "128 mmol/L", "glucose": "100 mg/dL"}, "128 mmol/L", by="second"),
        Vector({"sodium": "131.5 mmol/L", "glucose": "437 mg/dL"}, "137 mmol/L", by="second"),
        # glucose not high: 140 + 1.6 × (60 − 100) ÷ 100 = 139.36
        Vector({"sodium": "140 mmol/L", "glucose": "60 mg/dL"}, "139 mmol/L", by="hand"),
    ),
)
def corrected_sodium_katz(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="measured sodium")],
    glucose: Annotated[
        float,
        Measure(
            "mg/dL",
            low=10,
            high=3000,
            analyte="glucose",
            means="glucose",
            counts="from 100 mg/dL (5.6 mmol/L) on: below it there is nothing to correct",
        ),
    ],
) -> Finding:
    """The sodium that would be measured without the water drawn out of cells by the glucose."""
    corrected = sodium + 1.6 * (glucose - 100) / 100
    return Finding(corrected, "mmol/L", says=NOT_HIGH if glucose < 100 else None)
