"""Creatinine clearance measured by a timed collection of urine: a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Creatinine clearance measured by a urine collection",
    synonyms=(
        "measured creatinine clearance",
        "creatinine clearance from a urine collection",
        "timed urine creatinine clearance",
        "24-hour creatinine clearance",
    ),
    result=Result("mL/min", places=0),
    reference="definition-creatinine-clearance-measured",
    says="The measured creatinine clearance is {result}.",
    warnings=("Only as good as the collection is complete.",),
    vectors=(
        # 100 × 1440 ÷ (1 × 24 × 60)
        Vector(
            {
                "urine_creatinine": "100 mg/dL",
                "urine_volume": "1440 mL",
                "collection_time": "24 h",
                "creatinine": "1.0 mg/dL",
            },
            "100 mL/min",
            by="hand",
        ),
        # 10,000 µmol/L ÷ 88.4 µmol/L = 113.1222; × 1500 ÷ 1440 = 117.84
        Vector(
            {
                "urine_creatinine": "10 mmol/L",
                "urine_volume": "1.5 L",
                "collection_time": "24 h",
                "creatinine": "88.4 µmol/L",
            },
            "118 mL/min",
            by="hand",
        ),
        # 60 × 500 ÷ (2 × 8 × 60) = 31.25
        Vector(
            {
                "urine_creatinine": "60 mg/dL",
                "urine_volume": "500 mL",
                "collection_time": "8 h",
                "creatinine": "2 mg/dL",
            },
            "31 mL/min",
            by="hand",
        ),
    ),
)
def creatinine_clearance_measured(
    urine_creatinine: Annotated[
        float,
        Measure("mg/dL", low=2, high=500, analyte="creatinine", means="urine creatinine", written=("mg/dL", "mmol/L")),
    ],
    urine_volume: Annotated[
        float, Measure("mL", low=50, high=15_000, written=("mL", "L"), means="volume of the collected urine")
    ],
    collection_time: Annotated[float, Measure("h", low=1, high=48, means="time over which the urine was collected")],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
) -> float:
    """The rate at which plasma is cleared of creatinine, from a timed collection of urine."""
    return urine_creatinine * urine_volume / (creatinine * collection_time * 60)
