"""The Bishop score of the cervix before labour, after Bishop, 1964."""

from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points

UNRIPE = {
    "dilation": "0 cm",
    "effacement": "0%",
    "station": "far above the spines",
    "cervical_consistency": "firm",
    "cervical_position": "posterior",
}
RIPE = {
    "dilation": "5 cm",
    "effacement": "80%",
    "station": "below the spines",
    "cervical_consistency": "soft",
    "cervical_position": "anterior",
}


@calculator(
    title="Bishop score of the cervix before induction of labour",
    synonyms=("Bishop score", "cervical score before induction", "ripeness of the cervix"),
    result=Result("points", places=0),
    reference="bishop-1964",
    says="The Bishop score is {result}.",
    warnings=("What a total means is not said here: the threshold of a ripe cervix differs between texts.",),
    vectors=(
        # 0 + 0 + 0 + 0 + 0
        Vector(UNRIPE, "0 points", by="hand"),
        # 3 + 3 + 3 + 2 + 2
        Vector(RIPE, "13 points", by="hand"),
        # 1 cm: 1; 40 %: 1; −2: 1; medium: 1; middle: 1
        Vector(
            {
                "dilation": "1 cm",
                "effacement": "40%",
                "station": "above the spines",
                "cervical_consistency": "medium",
                "cervical_position": "middle",
            },
            "5 points",
            by="hand",
        ),
        # 3 cm: 2; 60 %: 2; −1 or 0: 2; soft: 2; middle: 1
        Vector(
            {
                "dilation": "3 cm",
                "effacement": "60%",
                "station": "at the spines",
                "cervical_consistency": "soft",
                "cervical_position": "middle",
            },
            "9 points",
            by="hand",
        ),
        # below each step: 0.9 cm: 0; 30 %: 0; the rest 0
        Vector({**UNRIPE, "dilation": "0.9 cm", "effacement": "30%"}, "0 points", by="hand"),
        # 2 cm: 1; 50 %: 1; the rest 0
        Vector({**UNRIPE, "dilation": "2 cm", "effacement": "50%"}, "2 points", by="hand"),
        # 4 cm: 2; 70 %: 2; the rest 0
        Vector({**UNRIPE, "dilation": "4 cm", "effacement": "70%"}, "4 points", by="hand"),
    ),
)
def bishop_score(
    dilation: Annotated[
        float,
        Measure(
            "cm",
            low=0,
            high=10,
            edges=(1, 3, 5),
            written=("cm",),
            means="dilation of the cervix",
            counts="0 when closed; in whole centimetres, as the table has it: closed, 1–2, 3–4, 5 or more",
        ),
    ],
    effacement: Annotated[
        float,
        Measure(
            "%",
            low=0,
            high=100,
            edges=(40, 60, 80),
            means="effacement of the cervix",
            counts="in tens of per cent, as the table of the paper has it: 0–30, 40–50, 60–70, 80 or more; other tables part "
            "it at 30, 50 and 80",
        ),
    ],
    station: Annotated[
        str,
        Choice(
            "far above the spines",
            "above the spines",
            "at the spines",
            "below the spines",
            means="station of the presenting part",
            counts="in the scale from −3 to +3: far above −3, above −2, at the spines −1 or 0, below +1 or +2",
        ),
    ],
    cervical_consistency: Annotated[str, Choice("firm", "medium", "soft", means="consistency of the cervix")],
    cervical_position: Annotated[str, Choice("posterior", "middle", "anterior", means="position of the cervix")],
) -> float:
    """How ready the cervix is for induction of labour."""
    opening = points(dilation >= 1) + points(dilation >= 3) + points(dilation >= 5)
    thinning = points(effacement >= 40) + points(effacement >= 60) + points(effacement >= 80)
    descent = (
        points(station == "above the spines")
        + points(station == "at the spines", 2)
        + points(station == "below the spines", 3)
    )
    consistency = points(cervical_consistency == "medium") + points(cervical_consistency == "soft", 2)
    position = points(cervical_position == "middle") + points(cervical_position == "anterior", 2)
    return opening + thinning + descent + consistency + position
