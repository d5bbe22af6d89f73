"""Bicarbonate deficit over a space that is a share of the body weight: a convention, so it cites a definition."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show

SAID = "The bicarbonate deficit is {result}: about {first} is given first, then the blood gases are measured again."


@calculator(
    title="Bicarbonate deficit",
    synonyms=(
        "bicarbonate deficit",
        "bicarb deficit",
        "HCO3 deficit",
    ),
    result=Result("mmol", places=0),
    reference=(
        "definition-bicarbonate-deficit",
        "garella-1973-bicarbonate-space",
        "msd-metabolic-acidosis",
        "medicalalgorithms-bicarbonate",
    ),
    says="The bicarbonate deficit is {result}.",
    warnings=(
        "The space is larger in a profound acidosis, so that the usual amounts may raise the bicarbonate by less than expected.",
        "Bicarbonate may cause overload of sodium and volume, hypokalaemia, hypercapnia and an overshoot to alkalosis; "
        "in an acidosis of organic acids its use is controversial.",
    ),
    vectors=(
        # 0.5 × 70 × (12 − 8) = 140
        Vector(
            {"weight": "70 kg", "bicarbonate": "8", "target_bicarbonate": "12", "bicarbonate_space": "50%"},
            "140 mmol",
            by="hand",
        ),
        # 0.4 × 60 × (18 − 10) = 192
        Vector(
            {
                "weight": "60 kg",
                "bicarbonate": "10 mEq/L",
                "target_bicarbonate": "18 mmol/L",
                "bicarbonate_space": "40%",
            },
            "192 mmol",
            by="hand",
        ),
        # 0.5 × 80 × (24 − 5) = 760
        Vector(
            {"weight": "80 kg", "bicarbonate": "5", "target_bicarbonate": "24", "bicarbonate_space": "50%"},
            "760 mmol",
            by="hand",
        ),
    ),
)
def bicarbonate_deficit(
    weight: Annotated[float, Measure("kg", low=1, high=350, means="body weight")],
    bicarbonate: Annotated[float, Measure("mmol/L", low=1, high=25, analyte="bicarbonate", below="target_bicarbonate")],
    target_bicarbonate: Annotated[
        float, Measure("mmol/L", low=5, high=26, analyte="bicarbonate", means="bicarbonate that is aimed for")
    ],
    bicarbonate_space: Annotated[
        float,
        Measure(
            "%",
            low=30,
            high=100,
            means="bicarbonate space, as a share of the body weight",
            counts="usually 50% (Garella, 1973); other texts take 40%",
        ),
    ],
) -> Finding:
    """The bicarbonate that would raise a low bicarbonate to what is aimed for."""
    deficit = bicarbonate_space / 100 * weight * (target_bicarbonate - bicarbonate)
    return Finding(deficit, "mmol", says=SAID, quotes={"first": show(deficit / 2, "mmol", 0)})
