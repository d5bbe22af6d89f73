"""The dose rate that a running pump gives: the way back from `infusion_rate`."""

from typing import Annotated

from assistant.calculators.contract import Finding, Result, Vector, calculator
from assistant.calculators.pump import (
    CONCENTRATION,
    DOSE_RATE,
    DOSE_UNIT,
    PUMP_RATE,
    WEIGHT,
    find_natural_unit,
    is_by_weight,
)
from assistant.figures.quantities import Amount


@calculator(
    title="Infusion dose rate (from pump rate and concentration)",
    synonyms=("pump rate to dose rate", "dose rate of the infusion", "dose rate from the pump"),
    result=Result("mg/h", within=DOSE_RATE, laid_to="concentration"),
    reference="definition-infusion-rate",
    says="The infusion gives {result}.",
    warnings=(
        "The concentration is that of the syringe or bag as prepared: check it against its label.",
        "Only the arithmetic is checked here, not whether the dose suits the patient.",
    ),
    vectors=(
        # 5.25 mL/h × 0.08 mg/mL = 0.42 mg/h = 7 micrograms/min; ÷ 70 kg = 0.1 micrograms/kg/min
        Vector(
            {"rate": "5.25 mL/h", "concentration": "4 mg in 50 mL", "weight": "70 kg"},
            "0.1 micrograms/kg/min",
            by="hand",
        ),
        # without a weight, for each hour: 5.25 × 0.08 = 0.42
        Vector({"rate": "5.25 mL/h", "concentration": "0.08 mg/mL"}, "0.42 mg/h", by="hand"),
        # 0.42 mg/h = 7 micrograms/min; asked for so, the weight does not enter
        Vector(
            {"rate": "5.25 mL/h", "concentration": "0.08 mg/mL", "weight": "70 kg", "dose_unit": "mcg/min"},
            "7 micrograms/min",
            by="hand",
        ),
        # 7.2 mL/h × 1 unit/mL = 7.2 units/h; ÷ 72 kg = 0.1 units/kg/h
        Vector(
            {"rate": "7.2 mL/h", "concentration": "50 units in 50 mL", "weight": "72 kg"}, "0.1 units/kg/h", by="hand"
        ),
        # 20 mL/h × 50 units/mL = 1,000 units/h
        Vector({"rate": "20 mL/h", "concentration": "25000 units in 500 mL"}, "1,000 units/h", by="hand"),
        # 50 mL/h × 0.04 mmol/mL = 2 mmol/h; ÷ 10 kg = 0.2 mmol/kg/h
        Vector({"rate": "50 mL/h", "concentration": "40 mmol in 1 L", "weight": "10 kg"}, "0.2 mmol/kg/h", by="hand"),
        # 50 mL/h × 0.2 mEq/mL = 10 mEq/h
        Vector({"rate": "50 mL/h", "concentration": "20 mEq in 100 mL"}, "10 mEq/h", by="hand"),
    ),
)
def infusion_dose(
    rate: Annotated[Amount, PUMP_RATE],
    concentration: Annotated[Amount, CONCENTRATION],
    weight: Annotated[float, WEIGHT] | None = None,
    dose_unit: Annotated[str, DOSE_UNIT] | None = None,
) -> Finding:
    """The dose rate that an infusion gives at its rate, from the concentration: in the unit wanted, or in the usual unit."""
    unit = dose_unit or find_natural_unit(concentration, weight)
    given = rate * concentration
    dose = given / Amount.body_weight(weight) if weight and is_by_weight(Amount.of(1, unit)) else given
    return Finding(dose.to(unit), unit)
