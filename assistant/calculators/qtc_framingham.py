"""QT corrected for the heart rate after Framingham."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="QT corrected for the heart rate (Framingham)",
    synonyms=("QTc Framingham", "Framingham"),
    result=Result("ms", places=0),
    reference=("sagie-1992-framingham-qt", "rautaharju-2009-qt", "qt-atrial-fibrillation-2012"),
    says="The QT interval corrected for the heart rate is {result} (Framingham).",
    warnings=(
        "Formulas differ most away from a resting rate; compare only values of the same formula.",
        "A wide QRS lengthens the QT interval and needs a correction of its own; in atrial fibrillation the value is unreliable.",
    ),
    vectors=(
        # 400 + 154 × (1 − 0.75) = 438.5
        Vector({"qt": "400 ms", "heart_rate": "80/min"}, "439 ms", by="hand"),
        Vector({"qt": "360 ms", "heart_rate": "100/min"}, "422 ms", by="second"),
        Vector({"qt": "425 ms", "heart_rate": "47/min"}, "382 ms", by="second"),
    ),
)
def qtc_framingham(
    qt: Annotated[float, Measure("ms", low=150, high=800, means="QT interval")],
    heart_rate: Annotated[float, Measure("/min", low=30, high=220, means="heart rate", written=("/min", "bpm"))],
) -> float:
    """QT with a linear term of the RR interval."""
    return qt + 154 * (1 - 60 / heart_rate)
