"""The CAGE questions about alcohol, after Ewing, 1984."""

from typing import Annotated

from assistant.calculators.contract import Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {"cut_down": "no", "annoyed_by_criticism": "no", "guilty": "no", "eye_opener": "no"}


@calculator(
    title="CAGE questions about alcohol",
    synonyms=("CAGE questionnaire", "CAGE score", "CAGE questions"),
    result=Result("points", places=0),
    reference="ewing-1984-cage",
    says="The CAGE score is {result}.",
    warnings=("It helps to make a diagnosis, and makes none.",),
    vectors=(
        # none of the four
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 1 + 1
        Vector(dict.fromkeys(NONE, "yes"), "4 points", by="hand"),
        # 1 + 0 + 1 + 0
        Vector({**NONE, "cut_down": "yes", "guilty": "yes"}, "2 points", by="hand"),
        # 0 + 1 + 0 + 1
        Vector({**NONE, "annoyed_by_criticism": "yes", "eye_opener": "yes"}, "2 points", by="hand"),
    ),
)
def cage(
    cut_down: Annotated[str, criterion("ever thought of drinking less")],
    annoyed_by_criticism: Annotated[str, criterion("annoyed when others criticised the drinking")],
    guilty: Annotated[str, criterion("ever felt guilty about the drinking")],
    eye_opener: Annotated[
        str,
        criterion(
            "a drink on waking, to start the day", counts="a drink on waking to steady the nerves or against a hangover"
        ),
    ],
) -> float:
    """Whether alcohol may be a problem of an adult, over the whole life."""
    return points(cut_down) + points(annoyed_by_criticism) + points(guilty) + points(eye_opener)
