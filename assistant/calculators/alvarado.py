"""The Alvarado score for acute appendicitis, as reviewed by Ohle and others, 2011."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "migration_of_pain": "no",
    "anorexia": "no",
    "nausea_or_vomiting": "no",
    "right_lower_tenderness": "no",
    "rebound_tenderness": "no",
    "temperature": "37.2 °C",
    "white_cells": "10 10⁹/L",
    "left_shift": "no",
}
ALL = {
    **dict.fromkeys(NONE, "yes"),
    "temperature": "37.3 °C",
    "white_cells": "10.1 10⁹/L",
}


@calculator(
    title="Alvarado score for acute appendicitis",
    synonyms=("Alvarado", "Alvarado score", "MANTRELS"),
    result=Result("points", places=0),
    reference="ohle-2011-alvarado",
    says="The Alvarado score is {result}.",
    warnings=(
        "It overestimates the probability of appendicitis in women, and in children whose score is intermediate or high.",
        "A high score does not establish appendicitis.",
    ),
    bands=(
        Band(5, "low risk of appendicitis", reference="ohle-2011-alvarado"),
        Band(7, "intermediate risk of appendicitis", reference="ohle-2011-alvarado"),
        Band(inf, "high risk of appendicitis", reference="ohle-2011-alvarado"),
    ),
    vectors=(
        # 37.2 °C and 10 × 10⁹/L do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 1 + 2 + 1 + 1 + 2 + 1
        Vector(ALL, "10 points", by="hand"),
        # 2 + 2
        Vector({**NONE, "right_lower_tenderness": "yes", "white_cells": "12000 /µL"}, "4 points", by="hand"),
        # 99.2 °F = 37.33 °C: 1; 2 + 1 + 1
        Vector(
            {
                **NONE,
                "right_lower_tenderness": "yes",
                "rebound_tenderness": "yes",
                "migration_of_pain": "yes",
                "temperature": "99.2 °F",
            },
            "5 points",
            by="hand",
        ),
        # 10 − 1 − 1 − 1: without anorexia, nausea and left shift
        Vector({**ALL, "anorexia": "no", "nausea_or_vomiting": "no", "left_shift": "no"}, "7 points", by="hand"),
    ),
)
def alvarado(
    migration_of_pain: Annotated[str, criterion("migration of the pain to the right lower quadrant")],
    anorexia: Annotated[str, criterion("loss of appetite", counts="anorexia, or ketones in the urine")],
    nausea_or_vomiting: Annotated[str, criterion("nausea or vomiting")],
    right_lower_tenderness: Annotated[str, criterion("tenderness in the right lower quadrant")],
    rebound_tenderness: Annotated[str, criterion("rebound tenderness")],
    temperature: Annotated[
        float, Measure("°C", low=25, high=44, edges=(37.3,), means="body temperature", counts="counts from 37.3 °C on")
    ],
    white_cells: Annotated[
        float,
        Measure(
            "10⁹/L",
            low=0.1,
            high=300,
            bare_up_to=100,
            edges=(10,),
            means="white cell count",
            counts="counts above 10 × 10⁹/L",
        ),
    ],
    left_shift: Annotated[
        str,
        criterion(
            "shift of the white cells to the left",
            counts="an increased share of neutrophils; no limit is set here, as none was verified",
        ),
    ],
) -> float:
    """How probable acute appendicitis is in a person whose abdominal pain suggests it."""
    history = points(migration_of_pain) + points(anorexia) + points(nausea_or_vomiting)
    examination = points(right_lower_tenderness, 2) + points(rebound_tenderness) + points(temperature >= 37.3)
    return history + examination + points(white_cells > 10, 2) + points(left_shift)
