"""Loading dose from the volume of distribution: arithmetic."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Loading dose from the volume of distribution",
    synonyms=("loading dose from volume of distribution", "loading dose from Vd", "Vd times target concentration"),
    result=Result("mg"),
    reference="definition-loading-dose",
    says="The loading dose is {result}.",
    warnings=(
        "Only the arithmetic is checked here: the volume, the weight that it refers to and the target come from the drug's own "
        "source, and so does the highest dose.",
        "No drug is taken to be in the body yet, and a salt weighs more than the drug in it.",
    ),
    vectors=(
        # 10 × 0.5 × 70 = 350
        Vector(
            {"target": "10 mg/L", "volume": "0.5 L/kg", "weight": "70 kg", "bioavailability": "100%"},
            "350 mg",
            by="hand",
        ),
        # 0.001 × 7 × 60 ÷ 0.7 = 0.6; 1 ng/mL is 0.001 mg/L
        Vector(
            {"target": "1 ng/mL", "volume": "7 L/kg", "weight": "60 kg", "bioavailability": "70%"}, "0.6 mg", by="hand"
        ),
        # 25 × 0.7 × 82.5 = 1,443.75
        Vector(
            {"target": "25 mcg/mL", "volume": "0.7 L/kg", "weight": "82.5 kg", "bioavailability": "100%"},
            "1,444 mg",
            by="hand",
        ),
    ),
)
def loading_dose_from_volume(
    target: Annotated[
        float,
        Measure("mg/L", low=0.0001, high=1000, written=("mg/L", "mcg/mL", "ng/mL"), means="wanted concentration"),
    ],
    volume: Annotated[float, Measure("L/kg", low=0.02, high=50, means="volume of distribution for each kilogram")],
    weight: Annotated[float, Measure("kg", low=0.5, high=250, means="weight that the volume refers to")],
    bioavailability: Annotated[
        float, Measure("%", low=1, high=100, counts="the share that reaches the circulation: 100% into a vein")
    ],
) -> float:
    """The dose that brings a drug to the wanted concentration, from its volume of distribution."""
    return target * volume * weight / (bioavailability / 100)
