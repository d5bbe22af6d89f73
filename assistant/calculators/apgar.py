"""The Apgar score of the newborn, as the American Academy of Pediatrics and the American College of Obstetricians print it."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Result, Vector, calculator
from assistant.calculators.scoring import points

LOWEST = {
    "heart_beat": "absent",
    "breathing": "absent",
    "muscle_tone": "limp",
    "reflex_response": "no response",
    "skin_colour": "blue or pale",
}
MIDDLE = {
    "heart_beat": "slow",
    "breathing": "slow or irregular",
    "muscle_tone": "some flexion",
    "reflex_response": "grimace",
    "skin_colour": "body pink, extremities blue",
}
HIGHEST = {
    "heart_beat": "fast",
    "breathing": "good, crying",
    "muscle_tone": "active motion",
    "reflex_response": "cough, sneeze or cry",
    "skin_colour": "pink all over",
}


@calculator(
    title="Apgar score of the newborn",
    synonyms=("Apgar", "Apgar score"),
    result=Result("points", places=0),
    reference="aap-apgar-2015",
    says="The Apgar score is {result}.",
    warnings=(
        "It is not for deciding whether to resuscitate, or how.",
        "It is neither evidence nor a consequence of asphyxia, and predicts neither death nor neurologic outcome of a child.",
        "A score given during resuscitation is not equivalent to that of an infant who breathes spontaneously.",
    ),
    bands=(
        Band(4, "low, in a term or late-preterm infant at the later scoring", reference="aap-apgar-2015"),
        Band(
            7, "moderately abnormal, in a term or late-preterm infant at the later scoring", reference="aap-apgar-2015"
        ),
        Band(inf, "reassuring, in a term or late-preterm infant at the later scoring", reference="aap-apgar-2015"),
    ),
    vectors=(
        # five times 0
        Vector(LOWEST, "0 points", by="hand"),
        # five times 1
        Vector(MIDDLE, "5 points", by="hand"),
        # five times 2
        Vector(HIGHEST, "10 points", by="hand"),
        # the common one: 2 + 2 + 2 + 2 + 1
        Vector({**HIGHEST, "skin_colour": "body pink, extremities blue"}, "9 points", by="hand"),
        # 1 + 1 + 0 + 1 + 0, the most of the lowest band
        Vector(
            {**LOWEST, "heart_beat": "slow", "breathing": "slow or irregular", "reflex_response": "grimace"},
            "3 points",
            by="hand",
        ),
        # 2 + 2 + 1 + 1 + 1, the least of the highest band
        Vector({**MIDDLE, "heart_beat": "fast", "breathing": "good, crying"}, "7 points", by="hand"),
    ),
)
def apgar(
    heart_beat: Annotated[
        str,
        Choice(
            "absent",
            "slow",
            "fast",
            means="heart rate",
            counts="slow: below 100/min; fast: 100/min or more (tables print above 100/min, and leave 100 itself out). The score is "
            "given at 1 and at 5 minutes after birth; what a total means is said for that of 5 minutes",
        ),
    ],
    breathing: Annotated[
        str,
        Choice("absent", "slow or irregular", "good, crying", means="respiratory effort"),
    ],
    muscle_tone: Annotated[str, Choice("limp", "some flexion", "active motion", means="muscle tone")],
    reflex_response: Annotated[
        str,
        Choice(
            "no response",
            "grimace",
            "cough, sneeze or cry",
            means="reflex irritability",
            counts="the response to stimulation, such as a catheter in the nostril",
        ),
    ],
    skin_colour: Annotated[
        str, Choice("blue or pale", "body pink, extremities blue", "pink all over", means="colour of the skin")
    ],
) -> float:
    """How a newborn infant is directly after birth, and how it responds to resuscitation."""
    heart = points(heart_beat == "slow") + points(heart_beat == "fast", 2)
    effort = points(breathing == "slow or irregular") + points(breathing == "good, crying", 2)
    tone = points(muscle_tone == "some flexion") + points(muscle_tone == "active motion", 2)
    reflex = points(reflex_response == "grimace") + points(reflex_response == "cough, sneeze or cry", 2)
    colour = points(skin_colour == "body pink, extremities blue") + points(skin_colour == "pink all over", 2)
    return heart + effort + tone + reflex + colour
