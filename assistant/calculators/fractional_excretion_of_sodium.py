"""Fractional excretion of sodium after Espinel, 1976."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Fractional excretion of sodium",
    synonyms=("fractional excretion of sodium", "FENa", "FeNa"),
    result=Result("%", places=2),
    reference="espinel-1976-fena",
    says="The fractional excretion of sodium is {result}.",
    warnings=(
        "Described in a small group of patients; diuretics, chronic kidney disease and sepsis make it unreliable.",
    ),
    vectors=(
        # 100 × 20 × 2 ÷ (140 × 100) = 0.2857
        Vector(
            {
                "sodium": "140 mmol/L",
                "urine_sodium": "20 mmol/L",
                "creatinine": "2 mg/dL",
                "urine_creatinine": "100 mg/dL",
            },
            "0.29%",
            by="hand",
        ),
        Vector(
            {
                "sodium": "138 mmol/L",
                "urine_sodium": "65 mmol/L",
                "creatinine": "3.4 mg/dL",
                "urine_creatinine": "42 mg/dL",
            },
            "3.81%",
            by="second",
        ),
        # 100 × 40 × 3 ÷ (140 × 60) = 1.42857
        Vector(
            {
                "sodium": "140 mmol/L",
                "urine_sodium": "40 mmol/L",
                "creatinine": "3 mg/dL",
                "urine_creatinine": "60 mg/dL",
            },
            "1.43%",
            by="hand",
        ),
    ),
)
def fractional_excretion_of_sodium(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium")],
    urine_sodium: Annotated[float, Measure("mmol/L", low=1, high=300, analyte="sodium", means="urine sodium")],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    urine_creatinine: Annotated[
        float,
        Measure("mg/dL", low=2, high=500, analyte="creatinine", means="urine creatinine", written=("mg/dL", "mmol/L")),
    ],
) -> float:
    """The share of the filtered sodium that is excreted."""
    return 100 * urine_sodium * creatinine / (sodium * urine_creatinine)
