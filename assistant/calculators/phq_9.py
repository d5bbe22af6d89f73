"""The depression module of the Patient Health Questionnaire, after Kroenke and others, 2001."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Finding, Result, Vector, calculator
from assistant.calculators.scoring import points

RATED = {"not at all": 0, "several days": 1, "more than half the days": 2, "nearly every day": 3}
"""What an answer adds."""
ASSESS = (
    "The {known_as} score is {result}. "
    "Thoughts of death or of self-harm were reported: assess the risk of suicide now, whatever the total is."
)
"""What is said once such thoughts were reported, however seldom."""


def how_often(means: str, counts: str = "") -> Choice:
    """One item: how often it troubled the person."""
    return Choice(*RATED, means=means, counts=f"over the last 2 weeks{'; ' if counts else ''}{counts}")


NEVER = {
    "little_interest": "not at all",
    "low_mood": "not at all",
    "sleep": "not at all",
    "tiredness": "not at all",
    "appetite": "not at all",
    "low_self_regard": "not at all",
    "trouble_concentrating": "not at all",
    "slowness_or_restlessness": "not at all",
    "thoughts_of_death": "not at all",
}


@calculator(
    title="Depression module of the Patient Health Questionnaire",
    known_as="PHQ-9",
    synonyms=("PHQ-9", "PHQ9", "patient health questionnaire", "depression questionnaire"),
    result=Result("points", places=0),
    reference=("kroenke-2001-phq-9", "simon-2013-phq-9", "uebelacker-2011-phq-9"),
    says="The {known_as} score is {result}.",
    warnings=(
        "The total screens for depression and grades it: it is no diagnosis.",
        "Any answer above not at all on thoughts of death calls for an assessment of the risk of suicide, whatever the total is.",
        "A denial of such thoughts is to be probed further where there are other risk factors for suicide.",
    ),
    bands=(
        Band(5, "below mild depression", reference="kroenke-2001-phq-9"),
        Band(10, "mild depression", reference="kroenke-2001-phq-9"),
        Band(15, "moderate depression", reference="kroenke-2001-phq-9"),
        Band(20, "moderately severe depression", reference="kroenke-2001-phq-9"),
        Band(inf, "severe depression", reference="kroenke-2001-phq-9"),
    ),
    vectors=(
        # nine times 0
        Vector(NEVER, "0 points", by="hand"),
        # nine times 3
        Vector(dict.fromkeys(NEVER, "nearly every day"), "27 points", by="hand"),
        # nine times 1
        Vector(dict.fromkeys(NEVER, "several days"), "9 points", by="hand"),
        # nine times 2
        Vector(dict.fromkeys(NEVER, "more than half the days"), "18 points", by="hand"),
        # 3 + 3 + 2 + 2 + 0 + 0 + 0 + 0 + 0
        Vector(
            {
                **NEVER,
                "little_interest": "nearly every day",
                "low_mood": "nearly every day",
                "sleep": "more than half the days",
                "tiredness": "more than half the days",
            },
            "10 points",
            by="hand",
        ),
        # 0 + 0 + 0 + 0 + 1 + 1 + 1 + 1 + 1
        Vector(
            {
                **NEVER,
                "appetite": "several days",
                "low_self_regard": "several days",
                "trouble_concentrating": "several days",
                "slowness_or_restlessness": "several days",
                "thoughts_of_death": "several days",
            },
            "5 points",
            by="hand",
        ),
    ),
)
def phq_9(
    little_interest: Annotated[str, how_often("little interest or pleasure")],
    low_mood: Annotated[str, how_often("low mood or hopelessness")],
    sleep: Annotated[str, how_often("too little sleep or too much")],
    tiredness: Annotated[str, how_often("tiredness or lack of energy")],
    appetite: Annotated[str, how_often("too little appetite or too much")],
    low_self_regard: Annotated[
        str, how_often("bad feelings about oneself", "such as being a failure or having let others down")
    ],
    trouble_concentrating: Annotated[str, how_often("trouble in concentrating")],
    slowness_or_restlessness: Annotated[
        str, how_often("slowness, or restlessness", "so slow or so restless that others could notice")
    ],
    thoughts_of_death: Annotated[str, how_often("thoughts of death or of self-harm")],
) -> Finding:
    """How severe the depression of an adult is, from the person's own answers."""
    core = points(True, RATED[little_interest]) + points(True, RATED[low_mood])
    bodily = points(True, RATED[sleep]) + points(True, RATED[tiredness]) + points(True, RATED[appetite])
    mind = points(True, RATED[low_self_regard]) + points(True, RATED[trouble_concentrating])
    outward = points(True, RATED[slowness_or_restlessness]) + points(True, RATED[thoughts_of_death])
    says = None if thoughts_of_death == "not at all" else ASSESS
    return Finding(core + bodily + mind + outward, "points", says=says)
