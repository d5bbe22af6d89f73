"""Criteria of the systemic inflammatory response syndrome after the consensus of Bone and others, 1992."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

WELL = {"temperature": "38 °C", "heart_rate": "90", "respiratory_rate": "20", "white_cells": "12 10⁹/L"}


@calculator(
    title="Criteria of the systemic inflammatory response syndrome",
    synonyms=("SIRS", "SIRS criteria", "systemic inflammatory response syndrome"),
    result=Result("points", places=0),
    reference="bone-1992",
    says="The systemic inflammatory response syndrome scores {result}.",
    bands=(
        Band(2, "below the definition of the systemic inflammatory response syndrome", reference="bone-1992"),
        Band(inf, "meets the definition of the systemic inflammatory response syndrome", reference="bone-1992"),
    ),
    warnings=(
        "Arterial carbon dioxide and immature forms count where they were measured; what is left out adds nothing.",
        "The response follows infection and other insults alike: meeting the definition is no proof of infection.",
    ),
    vectors=(
        # each exactly at its limit: 0
        Vector({**WELL, "paco2": "32 mmHg", "immature_forms": "no"}, "0 points", by="hand"),
        # 1 + 1 + 1 + 1
        Vector(
            {"temperature": "38.1 °C", "heart_rate": "91", "respiratory_rate": "21", "white_cells": "12.1 10⁹/L"},
            "4 points",
            by="hand",
        ),
        # the lower sides: temperature 1, white cells 1
        Vector({**WELL, "temperature": "35.9 °C", "white_cells": "3.9 10⁹/L"}, "2 points", by="hand"),
        # exactly at the lower limits: 0
        Vector({**WELL, "temperature": "36 °C", "white_cells": "4 10⁹/L"}, "0 points", by="hand"),
        # carbon dioxide in place of the rate: 1; 4.2 kPa × 7.50062 = 31.5 mmHg
        Vector({**WELL, "paco2": "4.2 kPa"}, "1 point", by="hand"),
        # immature forms in place of the count: 1; 101 °F = 38.33 °C: 1
        Vector({**WELL, "immature_forms": "yes", "temperature": "101 °F"}, "2 points", by="hand"),
        # rate and carbon dioxide are a single criterion, count and immature forms another: 1 + 1
        Vector(
            {
                **WELL,
                "respiratory_rate": "28",
                "paco2": "28 mmHg",
                "white_cells": "18000 /µL",
                "immature_forms": "yes",
            },
            "2 points",
            by="hand",
        ),
    ),
)
def sirs(
    temperature: Annotated[float, Measure("°C", low=25, high=44, means="temperature", edges=(36, 38))],
    heart_rate: Annotated[float, Measure("/min", low=10, high=300, means="heart rate", edges=(90,))],
    respiratory_rate: Annotated[float, Measure("/min", low=1, high=80, means="respiratory rate", edges=(20,))],
    white_cells: Annotated[
        float, Measure("10⁹/L", low=0.1, high=500, bare_up_to=100, means="white cell count", edges=(4, 12))
    ],
    paco2: Annotated[
        float,
        Measure(
            "mmHg",
            low=5,
            high=150,
            means="arterial carbon dioxide tension",
            written=("mmHg", "kPa"),
            edges=(32,),
            counts="in place of the respiratory rate where it is below 32 mmHg",
        ),
    ]
    | None = None,
    immature_forms: Annotated[
        str, criterion("many immature forms", counts="more than 10% immature (band) forms among the white cells")
    ]
    | None = None,
) -> float:
    """How many of the criteria of the systemic inflammatory response syndrome an adult meets."""
    temperature_abnormal = points(temperature > 38 or temperature < 36)
    breathing = points(respiratory_rate > 20 or (paco2 is not None and paco2 < 32))
    cells = points(white_cells > 12 or white_cells < 4 or immature_forms == "yes")
    return temperature_abnormal + points(heart_rate > 90) + breathing + cells
