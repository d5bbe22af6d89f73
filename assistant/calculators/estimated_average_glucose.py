"""Average glucose estimated from glycated haemoglobin, after Nathan and others (ADAG), 2008."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import convert, show
from assistant.records import Part


@calculator(
    title="Estimated average glucose (from glycated haemoglobin)",
    synonyms=("estimated average glucose", "eAG", "average glucose from HbA1c", "HbA1c to glucose"),
    result=Result("mg/dL", places=0),
    reference=("nathan-2008-adag", "ngsp-ifcc-master-equation", "kaiafa-2020-hba1c", "hba1c-transfusion"),
    says="The estimated average glucose is {result}.",
    warnings=(
        "Haemolysis, a haemoglobin variant, iron deficiency, renal insufficiency, pregnancy or a transfusion make glycated "
        "haemoglobin unreliable, and the estimate with it.",
    ),
    vectors=(
        # 28.7 × 7 − 46.7
        Vector({"hba1c": "7 %"}, "154 mg/dL", by="hand"),
        # 28.7 × 5 − 46.7 = 96.8
        Vector({"hba1c": "5.0%"}, "97 mg/dL", by="hand"),
        # 0.09148 × 53 + 2.152 = 7.00044 %; 28.7 × 7.00044 − 46.7 = 154.213
        Vector({"hba1c": "53 mmol/mol"}, "154 mg/dL", by="hand"),
    ),
)
def estimated_average_glucose(
    hba1c: Annotated[float, Measure("%", low=3, high=20, analyte="glycated haemoglobin", means="glycated haemoglobin")],
) -> Finding:
    """The average glucose of the last months in most adults with diabetes, estimated from the glycated haemoglobin."""
    glucose = 28.7 * hba1c - 46.7
    in_moles = convert(glucose, "mg/dL", "mmol/L", "glucose")
    part = Part(label="in the other unit system", value=in_moles, unit="mmol/L", text=show(in_moles, "mmol/L", 1))
    return Finding(glucose, "mg/dL", parts=(part,))
