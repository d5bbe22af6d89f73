"""The brief scale of generalised anxiety, after Spitzer and others, 2006."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Result, Vector, calculator
from assistant.calculators.scoring import points

RATED = {"not at all": 0, "several days": 1, "more than half the days": 2, "nearly every day": 3}
"""What an answer adds."""


def how_often(means: str) -> Choice:
    """One item: how often it troubled the person."""
    return Choice(*RATED, means=means, counts="over the last 2 weeks")


NEVER = {
    "nervousness": "not at all",
    "uncontrolled_worry": "not at all",
    "excessive_worry": "not at all",
    "trouble_relaxing": "not at all",
    "restlessness": "not at all",
    "irritability": "not at all",
    "fear": "not at all",
}


@calculator(
    title="Brief scale of generalised anxiety",
    known_as="GAD-7",
    synonyms=("GAD-7", "GAD7", "generalised anxiety scale", "generalized anxiety questionnaire"),
    result=Result("points", places=0),
    reference="spitzer-2006-gad-7",
    says="The {known_as} score is {result}.",
    warnings=("The total screens for anxiety and grades it: it is no diagnosis.",),
    bands=(
        Band(5, "below mild anxiety", reference="spitzer-2006-gad-7"),
        Band(10, "mild anxiety", reference="spitzer-2006-gad-7"),
        Band(15, "moderate anxiety", reference="spitzer-2006-gad-7"),
        Band(inf, "severe anxiety", reference="spitzer-2006-gad-7"),
    ),
    vectors=(
        # seven times 0
        Vector(NEVER, "0 points", by="hand"),
        # seven times 3
        Vector(dict.fromkeys(NEVER, "nearly every day"), "21 points", by="hand"),
        # seven times 1
        Vector(dict.fromkeys(NEVER, "several days"), "7 points", by="hand"),
        # seven times 2
        Vector(dict.fromkeys(NEVER, "more than half the days"), "14 points", by="hand"),
        # 3 + 2 + 0 + 0 + 0 + 0 + 0
        Vector(
            {**NEVER, "nervousness": "nearly every day", "uncontrolled_worry": "more than half the days"},
            "5 points",
            by="hand",
        ),
        # 0 + 0 + 3 + 3 + 2 + 1 + 1
        Vector(
            {
                **NEVER,
                "excessive_worry": "nearly every day",
                "trouble_relaxing": "nearly every day",
                "restlessness": "more than half the days",
                "irritability": "several days",
                "fear": "several days",
            },
            "10 points",
            by="hand",
        ),
        # 3 + 3 + 3 + 3 + 3 + 0 + 0
        Vector(
            {**dict.fromkeys(NEVER, "nearly every day"), "irritability": "not at all", "fear": "not at all"},
            "15 points",
            by="hand",
        ),
    ),
)
def gad_7(
    nervousness: Annotated[str, how_often("nervousness or tension")],
    uncontrolled_worry: Annotated[str, how_often("worry that cannot be stopped or controlled")],
    excessive_worry: Annotated[str, how_often("too much worry about different things")],
    trouble_relaxing: Annotated[str, how_often("trouble in relaxing")],
    restlessness: Annotated[str, how_often("restlessness that makes it hard to sit still")],
    irritability: Annotated[str, how_often("being easily annoyed or irritable")],
    fear: Annotated[str, how_often("fear as if something awful might happen")],
) -> float:
    """How severe the anxiety of an adult is, from the person's own answers."""
    worry = (
        points(True, RATED[nervousness])
        + points(True, RATED[uncontrolled_worry])
        + points(True, RATED[excessive_worry])
    )
    unrest = points(True, RATED[trouble_relaxing]) + points(True, RATED[restlessness])
    return worry + unrest + points(True, RATED[irritability]) + points(True, RATED[fear])
