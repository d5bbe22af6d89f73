"""The transtubular potassium gradient: arithmetic, so it cites a definition."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Transtubular potassium gradient",
    synonyms=(
        "TTKG",
        "transtubular potassium gradient",
        "trans-tubular potassium gradient",
    ),
    result=Result("", places=1),
    reference=("definition-transtubular-potassium-gradient", "kamel-halperin-2011-urea-recycling"),
    says="The transtubular potassium gradient is {result}.",
    warnings=(
        "Its validity has been questioned.",
        "Valid only where the urine is more concentrated than the serum and holds enough sodium.",
    ),
    vectors=(
        # (40 ÷ 4) ÷ (600 ÷ 300) = 5
        Vector(
            {"urine_potassium": "40", "potassium": "4", "urine_osmolality": "600 mOsm/kg", "osmolality": "300 mOsm/kg"},
            "5.0",
            by="hand",
        ),
        # (30 ÷ 2.5) ÷ (900 ÷ 300) = 4
        Vector(
            {
                "urine_potassium": "30 mmol/L",
                "potassium": "2.5 mEq/L",
                "urine_osmolality": "900 mOsm/kg",
                "osmolality": "300 mOsm/kg",
            },
            "4.0",
            by="hand",
        ),
        # (20 ÷ 5.5) ÷ (435 ÷ 290) = 2.424
        Vector(
            {
                "urine_potassium": "20",
                "potassium": "5.5",
                "urine_osmolality": "435 mOsm/kg",
                "osmolality": "290 mOsm/kg",
            },
            "2.4",
            by="hand",
        ),
    ),
)
def transtubular_potassium_gradient(
    urine_potassium: Annotated[float, Measure("mmol/L", low=1, high=200, analyte="potassium", means="urine potassium")],
    potassium: Annotated[float, Measure("mmol/L", low=1, high=10, analyte="potassium", means="serum potassium")],
    urine_osmolality: Annotated[float, Measure("mOsm/kg", low=50, high=1500, means="urine osmolality")],
    osmolality: Annotated[
        float, Measure("mOsm/kg", low=200, high=450, means="serum osmolality", below="urine_osmolality")
    ],
) -> float:
    """The gradient of potassium across the wall of the collecting duct, in hypokalaemia or hyperkalaemia."""
    return (urine_potassium / potassium) / (urine_osmolality / osmolality)
