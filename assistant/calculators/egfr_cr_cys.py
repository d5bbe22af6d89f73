"""Estimated glomerular filtration rate from creatinine and cystatin C, CKD-EPI of 2021, after Inker and others."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Estimated glomerular filtration rate (CKD-EPI, creatinine and cystatin C, without race)",
    synonyms=("eGFR from creatinine and cystatin C", "eGFRcr-cys", "creatinine-cystatin C", "combined eGFR"),
    result=Result("mL/min/1.73 m²", places=0),
    reference=("inker-2021-ckd-epi", "stevens-2009-cystatin", "ye-cystatin-thyroid"),
    says="The estimated glomerular filtration rate from creatinine and cystatin C is {result}.",
    warnings=(
        "The formula takes both levels as stable: while they rise or fall, the result misleads.",
        "Thyroid disease, inflammation and diabetes change cystatin C at the same filtration rate.",
        "The result is scaled to a standard body surface; labels that dose by creatinine clearance mean another quantity.",
    ),
    vectors=(
        # both ratios are one: 135 × 0.9961^50 = 135 × 0.822521 = 111.04
        Vector(
            {"age": "50", "sex": "male", "creatinine": "0.9 mg/dL", "cystatin_c": "0.8 mg/L"},
            "111 mL/min/1.73 m²",
            by="hand",
        ),
        # 135 × 0.963 × 0.9961^60 = 130.005 × 0.791000 = 102.83
        Vector(
            {"age": "60", "sex": "female", "creatinine": "0.7 mg/dL", "cystatin_c": "0.8 mg/L"},
            "103 mL/min/1.73 m²",
            by="hand",
        ),
        # both ratios two: 111.0403 × 2^−0.544 × 2^−0.778 = 111.0403 × 0.685866 × 0.583175 = 44.41
        Vector(
            {"age": "50", "sex": "male", "creatinine": "1.8 mg/dL", "cystatin_c": "1.6 mg/L"},
            "44 mL/min/1.73 m²",
            by="hand",
        ),
        # both ratios a half: 102.834 × 2^0.219 × 2^0.323 = 102.834 × 1.163926 × 1.250930 = 149.7
        Vector(
            {"age": "60", "sex": "female", "creatinine": "0.35 mg/dL", "cystatin_c": "0.4 mg/L"},
            "150 mL/min/1.73 m²",
            by="hand",
        ),
        # creatinine ratio a half in a man: 111.0403 × 2^0.144 = 111.0403 × 1.104964 = 122.70
        Vector(
            {"age": "50", "sex": "male", "creatinine": "0.45 mg/dL", "cystatin_c": "0.8 mg/L"},
            "123 mL/min/1.73 m²",
            by="hand",
        ),
        # 106 µmol/L = 1.199072 mg/dL; ratio 1.332302, to the power −0.544 = 0.855492; 111.0403 × 0.855492 = 94.99
        Vector(
            {"age": "50", "sex": "male", "creatinine": "106 µmol/L", "cystatin_c": "0.8 mg/L"},
            "95 mL/min/1.73 m²",
            by="hand",
        ),
    ),
)
def egfr_cr_cys(
    age: Annotated[float, Measure("years", low=18, high=110)],
    sex: Annotated[str, Choice("female", "male")],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    cystatin_c: Annotated[float, Measure("mg/L", low=0.2, high=10, analyte="cystatin C", means="serum cystatin C")],
) -> float:
    """Glomerular filtration rate of an adult, estimated from creatinine and cystatin C together."""
    ratio = creatinine / (0.7 if sex == "female" else 0.9)
    power = -0.219 if sex == "female" else -0.144
    scale = 135 * (0.963 if sex == "female" else 1)
    by_creatinine = min(ratio, 1) ** power * max(ratio, 1) ** -0.544
    by_cystatin = min(cystatin_c / 0.8, 1) ** -0.323 * max(cystatin_c / 0.8, 1) ** -0.778
    return float(scale * by_creatinine * by_cystatin * 0.9961**age)
