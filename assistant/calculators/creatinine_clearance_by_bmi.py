"""Creatinine clearance after Cockcroft and Gault, 1976, with the weight that Winter and others, 2012, found least biased."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator
from assistant.errors import OutOfRange


@calculator(
    title="Creatinine clearance (Cockcroft–Gault) with the weight chosen by the body mass index",
    synonyms=(
        "creatinine clearance by BMI",
        "creatinine clearance with ideal or adjusted weight",
        "Cockcroft-Gault with adjusted body weight",
        "creatinine clearance in obesity",
    ),
    result=Result("mL/min", places=0),
    reference=("cockcroft-gault-1976", "winter-2012", "devine-1974", "demirovic-2009-crcl"),
    says="The creatinine clearance, with the weight chosen by the body mass index, is {result}.",
    warnings=(
        "The formula takes the creatinine as stable: while it rises or falls, the result misleads.",
        "Underweight takes the actual weight, normal weight the ideal, or the actual where that is lower; above it the adjusted.",
        "In morbid obesity the adjusted weight overestimates still, though by less than the actual.",
        "Labels and trials of a drug may mean another weight: then that weight is the right choice.",
        "The result is not scaled to body surface area and is not an eGFR.",
    ),
    vectors=(
        # BMI 45 ÷ 2.89 = 15.6: actual; 90 × 45 ÷ 72 = 56.25
        Vector(
            {"age": "50", "sex": "male", "weight": "45 kg", "height": "170 cm", "creatinine": "1.0 mg/dL"},
            "56 mL/min",
            by="hand",
        ),
        # a short woman, BMI 40 ÷ 2.1904 = 18.26: actual; 80 × 40 ÷ 72 × 0.85 = 37.78
        Vector(
            {"age": "60", "sex": "female", "weight": "40 kg", "height": "148 cm", "creatinine": "1.0 mg/dL"},
            "38 mL/min",
            by="hand",
        ),
        # BMI 53.465 ÷ 2.89 = 18.5, normal: ideal 65.937, actual lower; 100 × 53.465 ÷ 72 = 74.26
        Vector(
            {"age": "40", "sex": "male", "weight": "53.465 kg", "height": "170 cm", "creatinine": "1.0 mg/dL"},
            "74 mL/min",
            by="hand",
        ),
        # BMI 65 ÷ 2.7225 = 23.9: ideal 45.5 + 2.3 × (64.96063 − 60) = 56.90945 is lower;
        # 80 × 56.90945 ÷ (72 × 0.8) × 0.85 = 67.18
        Vector(
            {"age": "60", "sex": "female", "weight": "65 kg", "height": "1.65 m", "creatinine": "0.8 mg/dL"},
            "67 mL/min",
            by="hand",
        ),
        # BMI 72.25 ÷ 2.89 = 25: ideal 65.93701, adjusted 65.93701 + 0.4 × 6.31299 = 68.46220; × 100 ÷ 72 = 95.09
        Vector(
            {"age": "40", "sex": "male", "weight": "72.25 kg", "height": "170 cm", "creatinine": "1.0 mg/dL"},
            "95 mL/min",
            by="hand",
        ),
        # BMI 72.2 ÷ 2.89 = 24.98, still normal: 65.93701 × 100 ÷ 72 = 91.58
        Vector(
            {"age": "40", "sex": "male", "weight": "72.2 kg", "height": "170 cm", "creatinine": "1.0 mg/dL"},
            "92 mL/min",
            by="hand",
        ),
        # 106 µmol/L = 1.199072 mg/dL; ideal 52.38189, adjusted 52.38189 + 0.4 × 47.61811 = 71.42913;
        # 90 × 71.42913 ÷ (72 × 1.199072) × 0.85 = 63.29
        Vector(
            {"age": "50", "sex": "female", "weight": "100 kg", "height": "160 cm", "creatinine": "106 µmol/L"},
            "63 mL/min",
            by="hand",
        ),
    ),
)
def creatinine_clearance_by_bmi(
    age: Annotated[float, Measure("years", low=18, high=110)],
    sex: Annotated[str, Choice("female", "male")],
    weight: Annotated[float, Measure("kg", low=30, high=300, means="actual body weight")],
    height: Annotated[float, Measure("m", low=1.2, high=2.5)],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
) -> float:
    """Creatinine clearance in adults, with the actual, the ideal or the adjusted weight as the body mass index calls for."""
    index = round(weight / height**2, 9)
    _refuse_short(index, height)
    ideal = (45.5 if sex == "female" else 50) + 2.3 * (height / 0.0254 - 60)
    chosen = weight if index < 18.5 else min(ideal, weight) if index < 25 else ideal + 0.4 * (weight - ideal)
    return (140 - age) * chosen / (72 * creatinine) * (0.85 if sex == "female" else 1)


def _refuse_short(index: float, height: float) -> None:
    """Refuse a height below that of which the ideal weight is known, unless the actual is taken. Raises `OutOfRange`."""
    if index >= 18.5 and round(height, 9) < 1.524:
        raise OutOfRange("height", f"{100 * height:g} cm", "152.4–250 cm, from which on the ideal weight is defined")
