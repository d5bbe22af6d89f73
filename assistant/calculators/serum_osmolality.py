"""Calculated osmolality of serum: that of Smithline and Gardner, as cited by Lynd and others, 2008."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Serum osmolality, calculated",
    synonyms=(
        "serum osmolality",
        "calculated osmolality",
        "plasma osmolality",
        "serum osmolarity",
        "serum osm",
        "calculated osm",
        "osmolality",
    ),
    result=Result("mOsm/kg", places=0),
    reference=("lynd-2008-osmole-gap", "jbds-06-hhs-2023"),
    says="The calculated serum osmolality is {result}.",
    warnings=("Ethanol and other substances that were not measured do not enter.",),
    vectors=(
        # 2 × 140 + 5 + 5
        Vector({"sodium": "140 mmol/L", "glucose": "5 mmol/L", "urea_nitrogen": "5 mmol/L"}, "290 mOsm/kg", by="hand"),
        # 180 mg/dL = 9.9913 and 28 mg/dL = 9.9950 mmol/L: 280 + 9.9913 + 9.9950 = 299.986
        Vector({"sodium": "140 mEq/L", "glucose": "180 mg/dL", "urea_nitrogen": "28 mg/dL"}, "300 mOsm/kg", by="hand"),
        # 2 × 148 + 44.2 + 19.6 = 359.8
        Vector(
            {"sodium": "148 mmol/L", "glucose": "44.2 mmol/L", "urea_nitrogen": "19.6 mmol/L"},
            "360 mOsm/kg",
            by="hand",
        ),
    ),
)
def serum_osmolality(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium")],
    glucose: Annotated[float, Measure("mmol/L", low=0.5, high=150, analyte="glucose", means="blood glucose")],
    urea_nitrogen: Annotated[
        float,
        Measure(
            "mmol/L",
            low=0.3,
            high=100,
            analyte="urea nitrogen",
            means="blood urea nitrogen",
            counts="in mmol/L the same as urea; in mg/dL the nitrogen of the urea, not the urea",
        ),
    ],
) -> float:
    """The osmolality that sodium with its anions, glucose and urea account for."""
    return 2 * sodium + glucose + urea_nitrogen
