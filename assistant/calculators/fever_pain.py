"""FeverPAIN, the score for a sore throat of Little and others, 2013."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points


@calculator(
    title="FeverPAIN score for a sore throat",
    synonyms=("FeverPAIN", "fever pain score"),
    result=Result("points", places=0),
    reference="feverpain-deriv-2013",
    says="The FeverPAIN score is {result}.",
    warnings=("A score of the probability of streptococci, not of how ill the person is.",),
    vectors=(
        # 1 + 1 + 1 + 1 + 1
        Vector(
            {
                "fever": "yes",
                "purulence": "yes",
                "onset": "2 days",
                "severe_inflammation": "yes",
                "no_cough_or_coryza": "yes",
            },
            "5 points",
            by="hand",
        ),
        # none of the five
        Vector(
            {
                "fever": "no",
                "purulence": "no",
                "onset": "5 days",
                "severe_inflammation": "no",
                "no_cough_or_coryza": "no",
            },
            "0 points",
            by="hand",
        ),
        # 72 hours are three days, which still is within them: 0 + 0 + 1 + 0 + 0
        Vector(
            {
                "fever": "no",
                "purulence": "no",
                "onset": "72 h",
                "severe_inflammation": "no",
                "no_cough_or_coryza": "no",
            },
            "1 point",
            by="hand",
        ),
        # 1 + 0 + 0 + 0 + 1
        Vector(
            {
                "fever": "yes",
                "purulence": "no",
                "onset": "4 days",
                "severe_inflammation": "no",
                "no_cough_or_coryza": "yes",
            },
            "2 points",
            by="hand",
        ),
    ),
)
def fever_pain(
    fever: Annotated[str, criterion("fever within the last day")],
    purulence: Annotated[str, criterion("pus on the tonsils")],
    onset: Annotated[
        float, Measure("days", low=0.01, high=60, written=("days", "h"), means="time since the onset", edges=(3,))
    ],
    severe_inflammation: Annotated[str, criterion("severely inflamed tonsils")],
    no_cough_or_coryza: Annotated[str, criterion("absence of cough and of coryza")],
) -> float:
    """How many of the findings hold that go with streptococci in a sore throat."""
    early = points(onset <= 3)
    return points(fever) + points(purulence) + early + points(severe_inflammation) + points(no_cough_or_coryza)
