"""The urine osmolal gap: arithmetic, so it cites a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Urine osmolal gap",
    synonyms=(
        "urine osmolal gap",
        "urinary osmolal gap",
        "urine osmolar gap",
        "urine osmole gap",
    ),
    result=Result("mOsm/kg", places=0, within=Measure("mOsm/kg", low=-100, high=1500), laid_to="urine_osmolality"),
    reference="definition-urine-osmolal-gap",
    says="The urine osmolal gap is {result}.",
    vectors=(
        # 600 − (100 + 60 + 200 + 0) = 240
        Vector(
            {
                "urine_osmolality": "600 mOsm/kg",
                "urine_sodium": "50",
                "urine_potassium": "30",
                "urine_urea_nitrogen": "200 mmol/L",
                "urine_glucose": "0 mmol/L",
            },
            "240 mOsm/kg",
            by="hand",
        ),
        # 504.252 mg/dL are 180 mmol/L: 400 − (120 + 80 + 180 + 0) = 20
        Vector(
            {
                "urine_osmolality": "400 mOsm/kg",
                "urine_sodium": "60 mEq/L",
                "urine_potassium": "40",
                "urine_urea_nitrogen": "504.252 mg/dL",
                "urine_glucose": "0 mg/dL",
            },
            "20 mOsm/kg",
            by="hand",
        ),
        # 180.156 mg/dL are 10 mmol/L: 500 − (80 + 60 + 150 + 10) = 200
        Vector(
            {
                "urine_osmolality": "500 mOsm/kg",
                "urine_sodium": "40",
                "urine_potassium": "30",
                "urine_urea_nitrogen": "150 mmol/L",
                "urine_glucose": "180.156 mg/dL",
            },
            "200 mOsm/kg",
            by="hand",
        ),
    ),
)
def urine_osmolal_gap(
    urine_osmolality: Annotated[float, Measure("mOsm/kg", low=50, high=1500, means="urine osmolality")],
    urine_sodium: Annotated[float, Measure("mmol/L", low=1, high=300, analyte="sodium", means="urine sodium")],
    urine_potassium: Annotated[float, Measure("mmol/L", low=1, high=200, analyte="potassium", means="urine potassium")],
    urine_urea_nitrogen: Annotated[
        float,
        Measure(
            "mmol/L",
            low=2,
            high=1800,
            analyte="urea nitrogen",
            means="urine urea nitrogen",
            counts="in mmol/L the same as urea; in mg/dL the nitrogen of the urea, not the urea",
        ),
    ],
    urine_glucose: Annotated[float, Measure("mmol/L", low=0, high=600, analyte="glucose", means="urine glucose")],
) -> float:
    """The osmoles of the urine that its sodium, potassium, urea and glucose do not explain."""
    return urine_osmolality - (2 * urine_sodium + 2 * urine_potassium + urine_urea_nitrogen + urine_glucose)
