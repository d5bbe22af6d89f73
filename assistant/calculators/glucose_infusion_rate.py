"""Glucose given for each kilogram and minute by an infusion: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Glucose infusion rate",
    synonyms=("glucose infusion rate", "dextrose infusion rate"),
    result=Result("mg/kg/min", places=1),
    reference="definition-glucose-infusion-rate",
    says="The glucose infusion rate is {result}.",
    warnings=("Only this infusion is counted: add feeds and every other source of glucose.",),
    vectors=(
        # 10 % = 100 mg/mL; × 9 mL/h = 900 mg/h; ÷ 60 = 15 mg/min; ÷ 3 kg = 5
        Vector({"rate": "9 mL/h", "glucose_strength": "10 %", "weight": "3 kg"}, "5.0 mg/kg/min", by="hand"),
        # 12.5 % = 125 mg/mL; × 12 mL/h = 1,500 mg/h; ÷ 60 = 25 mg/min; ÷ 3.2 kg = 7.8125
        Vector({"rate": "12 mL/h", "glucose_strength": "12.5%", "weight": "3.2 kg"}, "7.8 mg/kg/min", by="hand"),
        # 5 % = 50 mg/mL; × 84 mL/h = 4,200 mg/h; ÷ 60 = 70 mg/min; ÷ 70 kg = 1
        Vector({"rate": "84 mL/h", "glucose_strength": "5 %", "weight": "70 kg"}, "1.0 mg/kg/min", by="hand"),
    ),
)
def glucose_infusion_rate(
    rate: Annotated[float, Measure("mL/h", low=0.1, high=1000, means="rate of the infusion")],
    glucose_strength: Annotated[float, Measure("%", low=1, high=70, means="strength of the glucose")],
    weight: Annotated[float, Measure("kg", low=0.3, high=300, means="actual body weight")],
) -> float:
    """Glucose for each kilogram and minute, from the rate of the infusion, its strength and the weight."""
    return rate * glucose_strength * 10 / (60 * weight)
