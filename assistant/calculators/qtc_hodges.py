"""QT corrected for the heart rate after Hodges."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="QT corrected for the heart rate (Hodges)",
    synonyms=("QTc Hodges", "Hodges"),
    result=Result("ms", places=0),
    reference=("hodges-1983-qt", "rautaharju-2009-qt", "qt-atrial-fibrillation-2012"),
    says="The QT interval corrected for the heart rate is {result} (Hodges).",
    warnings=(
        "The source is a conference abstract.",
        "Formulas differ most away from a resting rate; compare only values of the same formula.",
        "A wide QRS lengthens the QT interval and needs a correction of its own; in atrial fibrillation the value is unreliable.",
    ),
    vectors=(
        # 400 + 1.75 × 20 = 435
        Vector({"qt": "400 ms", "heart_rate": "80/min"}, "435 ms", by="hand"),
        Vector({"qt": "380 ms", "heart_rate": "60/min"}, "380 ms", by="second"),
        Vector({"qt": "425 ms", "heart_rate": "47/min"}, "402 ms", by="second"),
    ),
)
def qtc_hodges(
    qt: Annotated[float, Measure("ms", low=150, high=800, means="QT interval")],
    heart_rate: Annotated[float, Measure("/min", low=30, high=220, means="heart rate", written=("/min", "bpm"))],
) -> float:
    """QT with a linear term of the heart rate."""
    return qt + 1.75 * (heart_rate - 60)
