"""Maintenance dose from the clearance: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Maintenance dose from the clearance",
    synonyms=("maintenance dose from clearance", "maintenance dose for a target concentration"),
    result=Result("mg"),
    reference="definition-maintenance-dose",
    says="The maintenance dose at every interval is {result}.",
    warnings=(
        "Only the arithmetic is checked here: clearance and target come from the drug's own source or the patient's levels.",
        "Holds for linear kinetics, on average over the interval; a salt weighs more than the drug in it.",
    ),
    vectors=(
        # 20 × 4 × 12 = 960
        Vector(
            {"target": "20 mg/L", "clearance": "4 L/h", "interval": "12 h", "bioavailability": "100%"},
            "960 mg",
            by="hand",
        ),
        # 0.001 × 6 × 24 ÷ 0.8 = 0.18; 100 mL/min are 6 L/h
        Vector(
            {"target": "1 ng/mL", "clearance": "100 mL/min", "interval": "1 day", "bioavailability": "80%"},
            "0.18 mg",
            by="hand",
        ),
        # 12 × 2.5 × 8 ÷ 0.96 = 250
        Vector(
            {"target": "12 mcg/mL", "clearance": "2.5 L/h", "interval": "8 h", "bioavailability": "96%"},
            "250 mg",
            by="hand",
        ),
    ),
)
def maintenance_dose_from_clearance(
    target: Annotated[
        float,
        Measure(
            "mg/L",
            low=0.0001,
            high=1000,
            written=("mg/L", "mcg/mL", "ng/mL"),
            means="wanted average concentration at steady state",
        ),
    ],
    clearance: Annotated[
        float, Measure("L/h", low=0.01, high=200, written=("L/h", "mL/min"), means="clearance of the drug")
    ],
    interval: Annotated[float, Measure("h", low=0.5, high=168, written=("h", "days"), means="dosing interval")],
    bioavailability: Annotated[
        float, Measure("%", low=1, high=100, counts="the share that reaches the circulation: 100% into a vein")
    ],
) -> float:
    """The dose that keeps a drug on average at the wanted concentration, from clearance and interval."""
    return target * clearance * interval / (bioavailability / 100)
