"""The volume that holds a dose: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Either, Measure, Result, Vector, calculator
from assistant.figures.quantities import Amount

STRENGTH = Either(
    Measure("mg/mL", low=0.00001, high=2000),
    Measure("units/mL", low=0.001, high=2_000_000),
    Measure("mmol/mL", low=0.001, high=10),
    Measure("mEq/mL", low=0.001, high=20),
    means="strength of the preparation",
)
DOSE = Either(
    Measure("mg", low=0.0001, high=100_000),
    Measure("units", low=0.001, high=10_000_000),
    Measure("mmol", low=0.001, high=1000),
    Measure("mEq", low=0.001, high=1000),
    means="dose",
    pairs_with="strength",
)


@calculator(
    title="Volume for a dose",
    synonyms=(
        "volume for a dose",
        "volume to give",
        "how many mL for a dose",
        "dose to volume",
    ),
    result=Result("mL", within=Measure("mL", low=0.01, high=10_000), laid_to="dose"),
    reference="definition-volume-for-dose",
    says="The dose is in {result}.",
    warnings=(
        "The strength is that of the preparation in hand: check it against its label.",
        "A volume too small to be measured is refused: a weaker preparation or a dilution is needed.",
    ),
    vectors=(
        # 50 mg/mL; 250 ÷ 50
        Vector({"dose": "250 mg", "strength": "250 mg in 5 mL"}, "5 mL", by="hand"),
        # 5000 units/mL; 5000 ÷ 5000
        Vector({"dose": "5000 units", "strength": "25000 units in 5 mL"}, "1 mL", by="hand"),
        # 10 ÷ 2
        Vector({"dose": "10 mmol", "strength": "2 mmol/mL"}, "5 mL", by="hand"),
        # 10 ÷ 4
        Vector({"dose": "10 mEq", "strength": "4 mEq/mL"}, "2.5 mL", by="hand"),
        # 150 micrograms = 0.15 mg; ÷ 1 mg/mL
        Vector({"dose": "150 micrograms", "strength": "1 mg/mL"}, "0.15 mL", by="hand"),
    ),
)
def volume_for_dose(dose: Annotated[Amount, DOSE], strength: Annotated[Amount, STRENGTH]) -> float:
    """The volume of a preparation that holds a dose."""
    return (dose / strength).to("mL")
