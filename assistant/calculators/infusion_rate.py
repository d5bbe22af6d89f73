"""The rate of a pump from a dose rate and a concentration: arithmetic in which the units must come out right."""

from typing import Annotated

from assistant.calculators.contract import Result, Vector, calculator
from assistant.calculators.pump import CONCENTRATION, DOSE_RATE, PUMP_RATE, WEIGHT, is_by_weight
from assistant.figures.quantities import Amount


@calculator(
    title="Infusion rate (from dose rate and concentration)",
    synonyms=("pump rate", "rate of the pump", "dose rate to pump rate"),
    result=Result("mL/h", within=PUMP_RATE, laid_to="concentration"),
    reference="definition-infusion-rate",
    says="The infusion runs at {result}.",
    warnings=(
        "The concentration is that of the syringe or bag as prepared: check it against its label.",
        "Only the arithmetic is checked here, not whether the dose suits the patient.",
    ),
    vectors=(
        # 5 micrograms/kg/min × 70 kg = 350 micrograms/min = 21 mg/h; ÷ 0.08 mg/mL = 262.5 mL/h, half up
        Vector(
            {"dose_rate": "5 micrograms/kg/min", "concentration": "4 mg in 50 mL", "weight": "70 kg"},
            "263 mL/h",
            by="hand",
        ),
        # 0.1 micrograms/kg/min × 70 kg = 7 micrograms/min = 0.42 mg/h; ÷ 0.08 mg/mL = 5.25 mL/h
        Vector(
            {"dose_rate": "0.1 mcg/kg/min", "concentration": "0.08 mg/mL", "weight": "70 kg"}, "5.25 mL/h", by="hand"
        ),
        # 10 mg/h ÷ (50 mg ÷ 50 mL) = 10 mL/h; the weight does not enter
        Vector({"dose_rate": "10 mg/h", "concentration": "50 mg in 50 mL", "weight": "70 kg"}, "10 mL/h", by="hand"),
        # 0.1 units/kg/h × 72 kg = 7.2 units/h; ÷ (50 units ÷ 50 mL) = 7.2 mL/h
        Vector(
            {"dose_rate": "0.1 units/kg/h", "concentration": "50 units in 50 mL", "weight": "72 kg"},
            "7.2 mL/h",
            by="hand",
        ),
        # 1,000 units/h ÷ (25,000 units ÷ 500 mL = 50 units/mL) = 20 mL/h
        Vector({"dose_rate": "1000 units/h", "concentration": "25000 units in 500 mL"}, "20 mL/h", by="hand"),
        # 10 mmol/h ÷ (40 mmol ÷ 1,000 mL = 0.04 mmol/mL) = 250 mL/h
        Vector({"dose_rate": "10 mmol/h", "concentration": "40 mmol in 1 L"}, "250 mL/h", by="hand"),
        # 10 mEq/h ÷ (20 mEq ÷ 100 mL = 0.2 mEq/mL) = 50 mL/h
        Vector({"dose_rate": "10 mEq/h", "concentration": "20 mEq in 100 mL"}, "50 mL/h", by="hand"),
    ),
)
def infusion_rate(
    dose_rate: Annotated[Amount, DOSE_RATE],
    concentration: Annotated[Amount, CONCENTRATION],
    weight: Annotated[float, WEIGHT] | None = None,
) -> float:
    """The rate at which an infusion must run to give a dose rate, from the concentration, and by weight where the dose is."""
    dose = dose_rate * Amount.body_weight(weight) if weight and is_by_weight(dose_rate) else dose_rate
    return (dose / concentration).to("mL/h")
