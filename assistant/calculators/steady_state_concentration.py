"""Average concentration at steady state: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Average drug concentration at steady state",
    synonyms=("steady-state concentration", "steady state concentration", "average concentration at steady state"),
    result=Result("mg/L"),
    reference="definition-steady-state-concentration",
    says="The average concentration at steady state is {result}.",
    warnings=(
        "Holds for linear kinetics and a constant clearance; peak and trough lie on either side of the average.",
    ),
    vectors=(
        # 100% × 1,000 ÷ (4 × 12) = 20.8333
        Vector(
            {"dose": "1 g", "interval": "12 h", "clearance": "4 L/h", "bioavailability": "100%"}, "20.8 mg/L", by="hand"
        ),
        # 0.7 × 0.25 ÷ (6 × 24) = 0.175 ÷ 144 = 0.00121528; 100 mL/min are 6 L/h
        Vector(
            {"dose": "250 micrograms", "interval": "24 h", "clearance": "100 mL/min", "bioavailability": "70%"},
            "0.00122 mg/L",
            by="hand",
        ),
        # 0.8 × 300 ÷ (2.5 × 8) = 12
        Vector(
            {"dose": "300 mg", "interval": "8 h", "clearance": "2.5 L/h", "bioavailability": "80%"},
            "12 mg/L",
            by="hand",
        ),
    ),
)
def steady_state_concentration(
    dose: Annotated[
        float,
        Measure("mg", low=0.001, high=20000, written=("mg", "g", "micrograms"), means="dose given at every interval"),
    ],
    interval: Annotated[float, Measure("h", low=0.5, high=168, written=("h", "days"), means="dosing interval")],
    clearance: Annotated[
        float, Measure("L/h", low=0.01, high=200, written=("L/h", "mL/min"), means="clearance of the drug")
    ],
    bioavailability: Annotated[
        float, Measure("%", low=1, high=100, counts="the share that reaches the circulation: 100% into a vein")
    ],
) -> float:
    """The average concentration that a regimen leads to, from dose, interval, clearance and bioavailability."""
    return bioavailability / 100 * dose / (clearance * interval)
