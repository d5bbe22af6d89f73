"""The Malnutrition Universal Screening Tool of BAPEN, 2003."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points


@calculator(
    title="Malnutrition Universal Screening Tool",
    synonyms=("MUST score", "malnutrition universal screening tool", "malnutrition screening", "risk of malnutrition"),
    result=Result("points", places=0),
    reference="bapen-must-2003",
    says="The score of the Malnutrition Universal Screening Tool is {result}.",
    not_for=("children",),
    warnings=("Where the fluid balance is disturbed, body mass index and loss of weight are read with care.",),
    bands=(
        Band(1, "low risk of malnutrition", reference="bapen-must-2003"),
        Band(2, "medium risk of malnutrition", reference="bapen-must-2003"),
        Band(inf, "high risk of malnutrition", reference="bapen-must-2003"),
    ),
    vectors=(
        # above 20: 0; below 5 %: 0; no: 0
        Vector({"body_mass_index": "20.1 kg/m²", "weight_loss": "0%", "no_intake": "no"}, "0 points", by="hand"),
        # 20 still scores: 1 + 0 + 0
        Vector({"body_mass_index": "20 kg/m²", "weight_loss": "4.9%", "no_intake": "no"}, "1 point", by="hand"),
        # 18.5 scores as 18.5–20 does: 1; 5 %: 1
        Vector({"body_mass_index": "18.5 kg/m²", "weight_loss": "5%", "no_intake": "no"}, "2 points", by="hand"),
        # below 18.5: 2; 10 % scores as 5–10 does: 1
        Vector({"body_mass_index": "18.4 kg/m²", "weight_loss": "10%", "no_intake": "no"}, "3 points", by="hand"),
        # 2 + 2 + 2
        Vector({"body_mass_index": "16 kg/m²", "weight_loss": "12%", "no_intake": "yes"}, "6 points", by="hand"),
    ),
)
def must(
    body_mass_index: Annotated[float, Measure("kg/m²", low=8, high=80, edges=(18.5, 20), means="body mass index")],
    weight_loss: Annotated[
        float,
        Measure(
            "%",
            low=0,
            high=60,
            edges=(5, 10),
            means="unplanned loss of weight",
            counts="unplanned loss in the past 3–6 months, of the weight before it",
        ),
    ],
    no_intake: Annotated[
        str,
        criterion(
            "acutely ill and without nutritional intake",
            counts="acutely ill, and there has been or is likely to be no nutritional intake for more than 5 days",
        ),
    ],
) -> float:
    """The risk of malnutrition of an adult, in any setting of care."""
    thinness = points(body_mass_index <= 20) + points(body_mass_index < 18.5)
    loss = points(weight_loss >= 5) + points(weight_loss > 10)
    return thinness + loss + points(no_intake, 2)
