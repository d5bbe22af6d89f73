"""Phenytoin corrected for albumin after Sheiner and Tozer, 1978."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion


@calculator(
    title="Phenytoin level corrected for albumin (Sheiner–Tozer)",
    synonyms=(
        "phenytoin level",
        "corrected phenytoin",
        "phenytoin correction",
        "Sheiner-Tozer",
        "phenytoin corrected for albumin",
    ),
    result=Result("mg/L", places=1, like="phenytoin", analyte="phenytoin", others=(Result("µmol/L", places=0),)),
    reference=("kiang-2016", "sheiner-tozer-1978", "liponi-1984", "may-1991-phenytoin-valproate"),
    says="The phenytoin level corrected for albumin is {result}.",
    warnings=(
        "Biased and imprecise in critical care, head trauma and neurology: a measured free level is better.",
        "Valproate displaces phenytoin from albumin: the correction does not hold for those who take both.",
    ),
    vectors=(
        # 0.2 × 2 + 0.1 = 0.5; 8 ÷ 0.5 = 16
        Vector({"phenytoin": "8 mg/L", "albumin": "2.0 g/dL", "kidney_failure": "no"}, "16.0 mg/L", by="hand"),
        # 0.1 × 2 + 0.1 = 0.3; 8 ÷ 0.3 = 26.67
        Vector({"phenytoin": "8 mcg/mL", "albumin": "20 g/L", "kidney_failure": "yes"}, "26.7 mg/L", by="hand"),
        # 0.2 × 4.5 + 0.1 = 1: the level stays
        Vector({"phenytoin": "14 mg/L", "albumin": "45 g/L", "kidney_failure": "no"}, "14.0 mg/L", by="hand"),
        # 0.2 × 2.5 + 0.1 = 0.6; 30 ÷ 0.6 = 50
        Vector({"phenytoin": "30 µmol/L", "albumin": "25 g/L", "kidney_failure": "no"}, "50 µmol/L", by="hand"),
    ),
)
def phenytoin_corrected(
    phenytoin: Annotated[
        float,
        Measure(
            "mg/L",
            low=0.5,
            high=60,
            analyte="phenytoin",
            written=("mg/L", "mcg/mL", "µmol/L"),
            means="total phenytoin level",
        ),
    ],
    albumin: Annotated[float, Measure("g/dL", low=0.5, high=6, analyte="albumin", means="serum albumin")],
    kidney_failure: Annotated[
        str,
        criterion(
            "kidney failure",
            counts="yes: creatinine clearance below 10 mL/min, or dialysis; no: 25 mL/min or more; between the two, texts differ (some "
            "draw the line at 20 or 25 mL/min)",
        ),
    ],
) -> float:
    """What the total level would be, were the albumin normal, in people who do not take valproate."""
    coefficient = 0.1 if kidney_failure == "yes" else 0.2
    return phenytoin / (coefficient * albumin + 0.1)
