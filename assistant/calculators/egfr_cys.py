"""Estimated glomerular filtration rate from cystatin C, CKD-EPI of 2012, after Inker and others."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Estimated glomerular filtration rate (CKD-EPI, cystatin C)",
    synonyms=("eGFR from cystatin C", "eGFRcys", "cystatin C GFR", "CKD-EPI cystatin C"),
    result=Result("mL/min/1.73 m²", places=0),
    reference=("inker-2012-ckd-epi", "nkf-ckd-epi-cystatin-2012", "stevens-2009-cystatin", "ye-cystatin-thyroid"),
    says="The estimated glomerular filtration rate from cystatin C is {result}.",
    warnings=(
        "The coefficient of age is as the National Kidney Foundation prints it; with a further decimal the result of the "
        "old is slightly higher.",
        "The formula takes the level as stable: while it rises or falls, the result misleads.",
        "Thyroid disease, inflammation and diabetes change cystatin C at the same filtration rate.",
        "The result is scaled to a standard body surface; labels that dose by creatinine clearance mean another quantity.",
    ),
    vectors=(
        # the ratio is one: 133 × 0.996^50 = 133 × 0.818403 = 108.85
        Vector({"age": "50", "sex": "male", "cystatin_c": "0.8 mg/L"}, "109 mL/min/1.73 m²", by="hand"),
        # the ratio is two: 133 × 0.932 × 0.996^60 × 2^−1.328 = 123.956 × 0.786249 × 0.398319 = 38.82
        Vector({"age": "60", "sex": "female", "cystatin_c": "0.16 mg/dL"}, "39 mL/min/1.73 m²", by="hand"),
        # the ratio is a half: 133 × 0.996^40 × 2^0.499 = 133 × 0.851871 × 1.413233 = 160.1
        Vector({"age": "40", "sex": "male", "cystatin_c": "0.4 mg/L"}, "160 mL/min/1.73 m²", by="hand"),
    ),
)
def egfr_cys(
    age: Annotated[float, Measure("years", low=18, high=110)],
    sex: Annotated[str, Choice("female", "male")],
    cystatin_c: Annotated[float, Measure("mg/L", low=0.2, high=10, analyte="cystatin C", means="serum cystatin C")],
) -> float:
    """Glomerular filtration rate of an adult, estimated from cystatin C alone."""
    ratio = cystatin_c / 0.8
    scale = 133 * (0.932 if sex == "female" else 1)
    return float(scale * min(ratio, 1) ** -0.499 * max(ratio, 1) ** -1.328 * 0.996**age)
