"""The concentration of a bag or syringe: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Either, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import Amount, is_same_kind

AMOUNT = Either(
    Measure("mg", low=0.001, high=1_000_000),
    Measure("units", low=0.01, high=10_000_000),
    Measure("mmol", low=0.01, high=10_000),
    Measure("mEq", low=0.01, high=10_000),
    means="amount of the drug in the bag or syringe",
)


@calculator(
    title="Concentration of an infusion",
    synonyms=(
        "infusion concentration",
        "concentration of the infusion",
        "concentration of the bag",
        "concentration of the syringe",
    ),
    result=Result("mg/mL"),
    reference="definition-infusion-concentration",
    says="The concentration of the infusion is {result}.",
    warnings=("The volume is the final volume, that of the drug included.",),
    vectors=(
        # 4 ÷ 50
        Vector({"amount": "4 mg", "volume": "50 mL"}, "0.08 mg/mL", by="hand"),
        # 25,000 ÷ 500
        Vector({"amount": "25000 units", "volume": "500 mL"}, "50 units/mL", by="hand"),
        # 40 ÷ 1000
        Vector({"amount": "40 mmol", "volume": "1 L"}, "0.04 mmol/mL", by="hand"),
        # 20 ÷ 100
        Vector({"amount": "20 mEq", "volume": "100 mL"}, "0.2 mEq/mL", by="hand"),
        # 2 g = 2000 mg; ÷ 250
        Vector({"amount": "2 g", "volume": "250 mL"}, "8 mg/mL", by="hand"),
    ),
)
def infusion_concentration(
    amount: Annotated[Amount, AMOUNT],
    volume: Annotated[
        Amount, Measure("mL", low=0.5, high=10_000, written=("mL", "L"), means="final volume of the bag or syringe")
    ],
) -> Finding:
    """How much of a drug a millilitre of a bag or syringe holds."""
    unit = _name_unit(amount)
    concentration = amount / volume
    return Finding(concentration.to(unit), unit)


def _name_unit(amount: Amount) -> str:
    """The unit of the concentration: for each millilitre, of what was counted."""
    counted = next(each.unit for each in AMOUNT.alternatives if is_same_kind(str(amount.exact.units), each.unit))
    return f"{counted}/mL"
