"""Estimated glomerular filtration rate from creatinine, CKD-EPI of 2021, after Inker and others."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Estimated glomerular filtration rate (CKD-EPI, creatinine, without race)",
    synonyms=("eGFR", "CKD-EPI", "estimated glomerular filtration rate", "estimated GFR"),
    result=Result("mL/min/1.73 m²", places=0),
    reference="inker-2021-ckd-epi",
    says="The estimated glomerular filtration rate is {result}.",
    warnings=(
        "The formula takes the creatinine as stable: while it rises or falls, the result misleads.",
        "The result is scaled to a standard body surface; labels that dose by creatinine clearance mean another quantity.",
    ),
    vectors=(
        # both ratios are one: 142 × 1.012 × 0.9938^50 = 143.704 × 0.73274 = 105.298
        Vector({"age": "50", "sex": "female", "creatinine": "0.7 mg/dL"}, "105 mL/min/1.73 m²", by="hand"),
        Vector({"age": "60", "sex": "male", "creatinine": "1.2 mg/dL"}, "69 mL/min/1.73 m²", by="second"),
        Vector({"age": "35.5", "sex": "female", "creatinine": "0.55 mg/dL"}, "122 mL/min/1.73 m²", by="second"),
    ),
)
def egfr_ckd_epi(
    age: Annotated[float, Measure("years", low=18, high=110)],
    sex: Annotated[str, Choice("female", "male")],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
) -> float:
    """Glomerular filtration rate of an adult, estimated from the creatinine."""
    ratio = creatinine / (0.7 if sex == "female" else 0.9)
    power = -0.241 if sex == "female" else -0.302
    scale = 142 * (1.012 if sex == "female" else 1)
    return float(scale * min(ratio, 1) ** power * max(ratio, 1) ** -1.2 * 0.9938**age)
