"""The revised Clinical Institute Withdrawal Assessment for Alcohol, after Sullivan and others, 1989."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator

CALM = {
    "nausea_and_vomiting": "0",
    "tremor": "0",
    "sweating": "0",
    "anxiety": "0",
    "agitation": "0",
    "tactile_disturbances": "0",
    "auditory_disturbances": "0",
    "visual_disturbances": "0",
    "headache": "0",
    "clouding_of_sensorium": "0",
}
WORST = {**dict.fromkeys(CALM, "7"), "clouding_of_sensorium": "4"}


def rating(means: str, counts: str, most: float = 7) -> Measure:
    """One item: the rating that the observer gives, in whole numbers."""
    return Measure("", low=0, high=most, whole=True, edges=(most,), means=f"rating of {means}", counts=counts)


@calculator(
    title="Severity of alcohol withdrawal (CIWA-Ar)",
    synonyms=("CIWA-Ar", "CIWA", "alcohol withdrawal scale", "alcohol withdrawal score"),
    result=Result("points", places=0),
    reference=("ciwa-ar-1989", "asam-awm-2020"),
    says="The CIWA-Ar score is {result}.",
    warnings=(
        "The scale is no means of diagnosis, and is not for use in delirium.",
        "Several items need a person who can communicate; vital signs are not scored.",
        "The score at which a drug is given differs between protocols.",
    ),
    bands=(
        Band(10, "mild withdrawal", reference="asam-awm-2020"),
        Band(19, "moderate withdrawal", reference="asam-awm-2020"),
        Band(inf, "severe withdrawal", reference="asam-awm-2020"),
    ),
    vectors=(
        # ten times 0
        Vector(CALM, "0 points", by="hand"),
        # 9 × 7 + 4
        Vector(WORST, "67 points", by="hand"),
        # 1 + 4 + 1 + 1 + 1 + 0 + 0 + 0 + 1 + 0, the most of the lowest band
        Vector(
            {
                **CALM,
                "nausea_and_vomiting": "1",
                "tremor": "4",
                "sweating": "1",
                "anxiety": "1",
                "agitation": "1",
                "headache": "1",
            },
            "9 points",
            by="hand",
        ),
        # 4 + 4 + 0 + 0 + 0 + 0 + 0 + 0 + 0 + 2
        Vector(
            {**CALM, "nausea_and_vomiting": "4", "tremor": "4", "clouding_of_sensorium": "2"}, "10 points", by="hand"
        ),
        # 4 + 4 + 4 + 4 + 1 + 1 + 0 + 0 + 1 + 0
        Vector(
            {
                **CALM,
                "nausea_and_vomiting": "4",
                "tremor": "4",
                "sweating": "4",
                "anxiety": "4",
                "agitation": "1",
                "tactile_disturbances": "1",
                "headache": "1",
            },
            "19 points",
            by="hand",
        ),
        # 0 + 0 + 0 + 0 + 0 + 3 + 4 + 5 + 6 + 0
        Vector(
            {
                **CALM,
                "tactile_disturbances": "3",
                "auditory_disturbances": "4",
                "visual_disturbances": "5",
                "headache": "6",
            },
            "18 points",
            by="hand",
        ),
    ),
)
def ciwa_ar(
    nausea_and_vomiting: Annotated[
        float,
        rating(
            "nausea and vomiting",
            "0 none; 1 mild nausea, no vomiting; 4 intermittent nausea with dry heaves; 7 constant nausea, frequent dry heaves and vomiting",
        ),
    ],
    tremor: Annotated[
        float,
        rating(
            "tremor",
            "arms extended, fingers apart: 0 none; 1 not visible but felt fingertip to fingertip; 4 moderate, with the arms extended; 7 severe, even with the arms not extended",
        ),
    ],
    sweating: Annotated[
        float,
        rating(
            "paroxysmal sweats",
            "0 none visible; 1 barely perceptible, palms moist; 4 beads of sweat on the forehead; 7 drenching",
        ),
    ],
    anxiety: Annotated[
        float,
        rating(
            "anxiety",
            "0 at ease; 1 mildly anxious; 4 moderately anxious, or guarded so that anxiety is inferred; 7 like acute panic as in severe delirium",
        ),
    ],
    agitation: Annotated[
        float,
        rating(
            "agitation",
            "0 normal activity; 1 somewhat more than normal; 4 moderately fidgety and restless; 7 paces for most of the interview, or thrashes about constantly",
        ),
    ],
    tactile_disturbances: Annotated[
        float,
        rating(
            "tactile disturbances",
            "0 none; itching, pins and needles, burning or numbness: 1 very mild, 2 mild, 3 moderate; hallucinations: 4 moderately severe, 5 severe, 6 extremely severe, 7 continuous",
        ),
    ],
    auditory_disturbances: Annotated[
        float,
        rating(
            "auditory disturbances",
            "0 none; harshness or ability to frighten: 1 very mild, 2 mild, 3 moderate; hallucinations: 4 moderately severe, 5 severe, 6 extremely severe, 7 continuous",
        ),
    ],
    visual_disturbances: Annotated[float, rating("visual disturbances", "0 none to 7 continuous hallucinations")],
    headache: Annotated[float, rating("headache or fullness in the head", "0 none to 7 extremely severe")],
    clouding_of_sensorium: Annotated[
        float,
        rating(
            "orientation and clouding of the sensorium",
            "0 oriented and can do serial additions; 1 cannot do serial additions, or is uncertain about the date; 2 disoriented for the date by no more than 2 calendar days; 3 by more than 2 days; 4 disoriented for place or person",
            most=4,
        ),
    ],
) -> float:
    """How severe the withdrawal of alcohol is in an adult who can communicate."""
    bodily = nausea_and_vomiting + tremor + sweating + headache
    perceived = tactile_disturbances + auditory_disturbances + visual_disturbances
    return bodily + perceived + anxiety + agitation + clouding_of_sensorium
