"""Effective osmolality (tonicity) in hyperglycaemia, as two national societies of endocrinology define it."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="Effective osmolality (tonicity)",
    synonyms=("effective osmolality", "effective serum osmolality", "tonicity", "effective osmolarity"),
    result=Result("mOsm/kg", places=0),
    reference=("dk-nbv-hyperosmolar", "no-metodebok-hyperosmolar"),
    says="The effective osmolality is {result}.",
    warnings=("From the sodium as measured, not as corrected for glucose; urea does not enter.",),
    vectors=(
        # 2 × 150 + 45
        Vector({"sodium": "150 mmol/L", "glucose": "45 mmol/L"}, "345 mOsm/kg", by="hand"),
        # 600 mg/dL = 33.3045 mmol/L: 280 + 33.3045
        Vector({"sodium": "140 mEq/L", "glucose": "600 mg/dL"}, "313 mOsm/kg", by="hand"),
        # 2 × 135 + 5.2
        Vector({"sodium": "135 mmol/L", "glucose": "5.2 mmol/L"}, "275 mOsm/kg", by="hand"),
    ),
)
def effective_osmolality(
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium, as measured")],
    glucose: Annotated[float, Measure("mmol/L", low=0.5, high=150, analyte="glucose", means="blood glucose")],
) -> float:
    """The osmolality of what stays outside the cells: sodium with its anions, and glucose."""
    return 2 * sodium + glucose
