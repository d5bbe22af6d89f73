"""Insulin resistance by the homeostasis model of Matthews and others, 1985."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Insulin resistance by homeostasis model assessment (HOMA-IR)",
    synonyms=("HOMA-IR", "HOMA IR", "HOMA", "homeostatic model assessment", "insulin resistance index"),
    result=Result("", places=2),
    reference=("homa-1985", "wallace-2004"),
    says="The HOMA-IR is {result}.",
    warnings=(
        "For fasting values; in people treated with insulin the result misleads.",
        "There is no limit that holds for every assay and population.",
    ),
    vectors=(
        # 9 × 5 ÷ 22.5 = 2
        Vector({"glucose": "5 mmol/L", "insulin": "9 mU/L"}, "2.00", by="hand"),
        # 60 pmol/L are divided by 6: 10 × 4.5 ÷ 22.5 = 2
        Vector({"glucose": "4.5 mmol/L", "insulin": "60 pmol/L"}, "2.00", by="hand"),
        # 90 mg/dL = 4.99567 mmol/L; 12 × 4.99567 ÷ 22.5 = 2.66436
        Vector({"glucose": "90 mg/dL", "insulin": "12 µU/mL"}, "2.66", by="hand"),
    ),
)
def homa_ir(
    glucose: Annotated[float, Measure("mmol/L", low=2, high=30, analyte="glucose", means="fasting glucose")],
    insulin: Annotated[
        float, Measure("milliunits/L", low=0.2, high=500, analyte="insulin", means="fasting insulin level in blood")
    ],
) -> float:
    """An index of insulin resistance in an adult, from the fasting glucose and insulin."""
    return insulin * glucose / 22.5
