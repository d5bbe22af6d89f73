"""QT corrected for the heart rate after Rautaharju and Zhang, 2002."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="QT corrected for the heart rate (Rautaharju)",
    synonyms=(
        "QTc Rautaharju",
        "Rautaharju",
    ),
    result=Result("ms", places=0),
    reference=("rautaharju-zhang-2002-qt", "rautaharju-2009-qt", "qt-atrial-fibrillation-2012"),
    says="The QT interval corrected for the heart rate is {result} (Rautaharju).",
    warnings=(
        "Compare only values of the same formula.",
        "A wide QRS lengthens the QT interval and needs a correction of its own; in atrial fibrillation the value is unreliable.",
    ),
    vectors=(
        # 400 × (120 + 80) ÷ 180 = 444.44
        Vector({"qt": "400 ms", "heart_rate": "80/min"}, "444 ms", by="hand"),
        # 380 × (120 + 60) ÷ 180 = 380
        Vector({"qt": "380 ms", "heart_rate": "60/min"}, "380 ms", by="hand"),
        # 425 × (120 + 47) ÷ 180 = 394.31
        Vector({"qt": "425 ms", "heart_rate": "47/min"}, "394 ms", by="hand"),
    ),
)
def qtc_rautaharju(
    qt: Annotated[float, Measure("ms", low=150, high=800, means="QT interval")],
    heart_rate: Annotated[float, Measure("/min", low=30, high=220, means="heart rate", written=("/min", "bpm"))],
) -> float:
    """QT scaled by a linear function of the heart rate."""
    return qt * (120 + heart_rate) / 180
