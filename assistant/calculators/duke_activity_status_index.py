"""The Duke Activity Status Index, after Hlatky and others, 1989."""

from typing import Annotated

from assistant.calculators.contract import Finding, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points
from assistant.figures.quantities import show
from assistant.records import Part

NONE = {
    "self_care": "no",
    "walking_indoors": "no",
    "walking_on_level_ground": "no",
    "climbing_stairs": "no",
    "running": "no",
    "light_housework": "no",
    "moderate_housework": "no",
    "heavy_housework": "no",
    "garden_work": "no",
    "sexual_relations": "no",
    "moderate_recreation": "no",
    "strenuous_sports": "no",
}


def _with_uptake(index: float) -> tuple[Part, ...]:
    """The peak uptake of oxygen that the paper estimates from the index, and the same in metabolic equivalents."""
    uptake = 0.43 * index + 9.6
    return (
        Part(label="estimated peak oxygen uptake", value=uptake, unit="mL/kg/min", text=show(uptake, "mL/kg/min", 1)),
        Part(label="metabolic equivalents", value=uptake / 3.5, text=f"{show(uptake / 3.5, '', 1)} MET"),
    )


@calculator(
    title="Duke Activity Status Index (functional capacity)",
    synonyms=("DASI", "Duke activity status index", "functional capacity questionnaire"),
    result=Result("points", places=2),
    reference="hlatky-1989-dasi",
    says="The Duke Activity Status Index is {result}.",
    warnings=("What a total means is not said here; the uptake of oxygen is an estimate from it, not a measurement.",),
    vectors=(
        # nothing: 0
        Vector(NONE, "0 points", by="hand"),
        # 2.75 + 1.75 + 2.75 + 5.5 + 8 + 2.7 + 3.5 + 8 + 4.5 + 5.25 + 6 + 7.5, the most that the paper has
        Vector(dict.fromkeys(NONE, "yes"), "58.20 points", by="paper"),
        # 2.75 + 1.75 + 2.75 + 5.5 + 2.7
        Vector(
            {
                **NONE,
                "self_care": "yes",
                "walking_indoors": "yes",
                "walking_on_level_ground": "yes",
                "climbing_stairs": "yes",
                "light_housework": "yes",
            },
            "15.45 points",
            by="hand",
        ),
        # 3.5 + 4.5 + 5.25 + 6
        Vector(
            {
                **NONE,
                "moderate_housework": "yes",
                "garden_work": "yes",
                "sexual_relations": "yes",
                "moderate_recreation": "yes",
            },
            "19.25 points",
            by="hand",
        ),
        # 8 + 8 + 7.5
        Vector(
            {**NONE, "running": "yes", "heavy_housework": "yes", "strenuous_sports": "yes"}, "23.50 points", by="hand"
        ),
    ),
)
def duke_activity_status_index(
    self_care: Annotated[
        str, criterion("able to care for oneself", counts="eating, dressing, bathing and using the toilet")
    ],
    walking_indoors: Annotated[str, criterion("able to walk indoors")],
    walking_on_level_ground: Annotated[
        str, criterion("able to walk some way on level ground", counts="1–2 blocks, about 150 metres")
    ],
    climbing_stairs: Annotated[str, criterion("able to climb a flight of stairs or walk up a hill")],
    running: Annotated[str, criterion("able to run a short distance")],
    light_housework: Annotated[
        str, criterion("able to do light housework", counts="such as dusting or washing dishes")
    ],
    moderate_housework: Annotated[
        str,
        criterion(
            "able to do moderate housework", counts="such as vacuuming, sweeping floors or carrying in groceries"
        ),
    ],
    heavy_housework: Annotated[
        str,
        criterion(
            "able to do heavy housework", counts="such as scrubbing floors, or lifting or moving heavy furniture"
        ),
    ],
    garden_work: Annotated[
        str, criterion("able to work in the garden", counts="such as raking leaves, weeding or pushing a power mower")
    ],
    sexual_relations: Annotated[str, criterion("able to have sexual relations")],
    moderate_recreation: Annotated[
        str,
        criterion(
            "able to take part in moderate recreation",
            counts="such as golf, bowling, dancing, doubles tennis or throwing a ball",
        ),
    ],
    strenuous_sports: Annotated[
        str,
        criterion(
            "able to take part in strenuous sports",
            counts="such as swimming, singles tennis, football, basketball or skiing",
        ),
    ],
) -> Finding:
    """How much an adult is able to do, as a stand-in for a test of exercise."""
    walking = points(self_care, 2.75) + points(walking_indoors, 1.75) + points(walking_on_level_ground, 2.75)
    effort = points(climbing_stairs, 5.5) + points(running, 8)
    house = points(light_housework, 2.7) + points(moderate_housework, 3.5) + points(heavy_housework, 8)
    garden = points(garden_work, 4.5) + points(sexual_relations, 5.25)
    leisure = points(moderate_recreation, 6) + points(strenuous_sports, 7.5)
    index = walking + effort + house + garden + leisure
    return Finding(index, "points", parts=_with_uptake(index))
