"""Creatinine clearance after Cockcroft and Gault, Nephron 1976."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator


@calculator(
    title="Creatinine clearance (Cockcroft–Gault)",
    synonyms=(
        "creatinine clearance",
        "CrCl",
        "Cockcroft-Gault",
        "Cockcroft and Gault",
        "estimated creatinine clearance",
    ),
    result=Result("mL/min", places=0),
    reference=("cockcroft-gault-1976", "demirovic-2009-crcl"),
    says="The creatinine clearance is {result}.",
    warnings=(
        "The formula takes the creatinine as stable: while it rises or falls, the result misleads.",
        "The weight used is the actual body weight as given; ideal or adjusted body weight gives another result.",
        "In severe obesity the actual weight overestimates the clearance: the calculator with the weight chosen by the body "
        "mass index is another.",
        "The result is not scaled to body surface area and is not an eGFR.",
    ),
    vectors=(
        # (140 − 50) × 80 ÷ (72 × 1.0) = 7200 ÷ 72 = 100
        Vector(
            {"age": "50 years", "weight": "80 kg", "sex": "male", "creatinine": "1.0 mg/dL"}, "100 mL/min", by="hand"
        ),
        # (140 − 67) × 72 ÷ (72 × 1.8) = 73 ÷ 1.8 = 40.56
        Vector({"age": "67", "weight": "72 kg", "sex": "male", "creatinine": "1.8 mg/dL"}, "41 mL/min", by="hand"),
        # the same in a woman: 40.56 × 0.85 = 34.47
        Vector({"age": "67", "weight": "72 kg", "sex": "female", "creatinine": "1.8 mg/dL"}, "34 mL/min", by="hand"),
        # 106 µmol/L × 113.12 ÷ 10 000 = 1.199072 mg/dL; (140 − 40) × 70 ÷ (72 × 1.199072) = 7000 ÷ 86.33318 = 81.08
        Vector({"age": "40", "weight": "70 kg", "sex": "m", "creatinine": "106 µmol/L"}, "81 mL/min", by="hand"),
    ),
)
def creatinine_clearance(
    age: Annotated[float, Measure("years", low=18, high=110)],
    weight: Annotated[float, Measure("kg", low=30, high=300, means="actual body weight")],
    sex: Annotated[str, Choice("female", "male")],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
) -> float:
    """Creatinine clearance in adults, for dosing drugs that the kidney clears."""
    return (140 - age) * weight / (72 * creatinine) * (0.85 if sex == "female" else 1)
