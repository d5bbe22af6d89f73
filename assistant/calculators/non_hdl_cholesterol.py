"""Cholesterol outside high-density lipoprotein: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Non-HDL cholesterol",
    synonyms=("non-HDL cholesterol", "non-HDL", "non HDL cholesterol"),
    result=Result(
        "mg/dL", places=0, like="total_cholesterol", analyte="cholesterol", others=(Result("mmol/L", places=2),)
    ),
    reference=("definition-non-hdl-cholesterol", "uhnm-non-hdl"),
    says="The non-HDL cholesterol is {result}.",
    vectors=(
        # 200 − 50
        Vector({"total_cholesterol": "200 mg/dL", "hdl_cholesterol": "50 mg/dL"}, "150 mg/dL", by="hand"),
        # 243 − 38
        Vector({"total_cholesterol": "243 mg/dL", "hdl_cholesterol": "38 mg/dL"}, "205 mg/dL", by="hand"),
        # 5.2 − 1.3
        Vector({"total_cholesterol": "5.2 mmol/L", "hdl_cholesterol": "1.3 mmol/L"}, "3.90 mmol/L", by="hand"),
    ),
)
def non_hdl_cholesterol(
    total_cholesterol: Annotated[
        float, Measure("mg/dL", low=40, high=800, analyte="cholesterol", means="total cholesterol")
    ],
    hdl_cholesterol: Annotated[
        float,
        Measure("mg/dL", low=5, high=200, analyte="cholesterol", means="HDL cholesterol", below="total_cholesterol"),
    ],
) -> float:
    """Total cholesterol less that of high-density lipoprotein; fasting is not needed."""
    return total_cholesterol - hdl_cholesterol
