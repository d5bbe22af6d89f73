"""QT corrected for the heart rate after Bazett."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="QT corrected for the heart rate (Bazett)",
    synonyms=("QTc Bazett", "Bazett", "QTc", "corrected QT"),
    result=Result("ms", places=0),
    reference=("bazett-1920", "rautaharju-2009-qt", "qt-atrial-fibrillation-2012"),
    says="The QT interval corrected for the heart rate is {result} (Bazett).",
    warnings=(
        "It over-corrects at a fast and under-corrects at a slow rate.",
        "Formulas differ most away from a resting rate; compare only values of the same formula.",
        "A wide QRS lengthens the QT interval and needs a correction of its own; in atrial fibrillation the value is unreliable.",
    ),
    vectors=(
        # the RR interval is one second: 400
        Vector({"qt": "400 ms", "heart_rate": "60/min"}, "400 ms", by="hand"),
        Vector({"qt": "360 ms", "heart_rate": "93.75/min"}, "450 ms", by="second"),
        Vector({"qt": "412 ms", "heart_rate": "83/min"}, "485 ms", by="second"),
    ),
)
def qtc_bazett(
    qt: Annotated[float, Measure("ms", low=150, high=800, means="QT interval")],
    heart_rate: Annotated[float, Measure("/min", low=30, high=220, means="heart rate", written=("/min", "bpm"))],
) -> float:
    """QT divided by the square root of the RR interval."""
    return float(qt / (60 / heart_rate) ** 0.5)
