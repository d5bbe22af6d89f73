"""The four T's of heparin-induced thrombocytopenia, after Lo and others, 2006."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Result, Vector, calculator
from assistant.calculators.scoring import points

NONE = {
    "platelet_fall": "slight",
    "timing": "too early",
    "thrombosis_or_skin_lesions": "none",
    "other_causes": "definite",
}


@calculator(
    title="Pretest probability of heparin-induced thrombocytopenia",
    known_as="4Ts",
    synonyms=(
        "4Ts score",
        "4T score",
        "4Ts for HIT",
        "heparin-induced thrombocytopenia score",
        "HIT score",
        "4 Ts",
    ),
    result=Result("points", places=0),
    reference="lo-2006-4ts",
    says="The {known_as} score is {result}.",
    warnings=("A low score speaks against it in most settings; what a higher score means varies between settings.",),
    bands=(
        Band(4, "low probability", reference="lo-2006-4ts"),
        Band(6, "intermediate probability", reference="lo-2006-4ts"),
        Band(inf, "high probability", reference="lo-2006-4ts"),
    ),
    vectors=(
        # 0 + 0 + 0 + 0
        Vector(NONE, "0 points", by="hand"),
        # 2 + 2 + 2 + 2
        Vector(
            {
                "platelet_fall": "marked",
                "timing": "typical",
                "thrombosis_or_skin_lesions": "definite",
                "other_causes": "none apparent",
            },
            "8 points",
            by="hand",
        ),
        # 1 + 1 + 1 + 1
        Vector(
            {
                "platelet_fall": "moderate",
                "timing": "plausible",
                "thrombosis_or_skin_lesions": "possible",
                "other_causes": "possible",
            },
            "4 points",
            by="hand",
        ),
        # 2 + 1 + 0 + 0, the most of the low band
        Vector({**NONE, "platelet_fall": "marked", "timing": "plausible"}, "3 points", by="hand"),
        # 2 + 2 + 0 + 2, the least of the high band
        Vector(
            {**NONE, "platelet_fall": "marked", "timing": "typical", "other_causes": "none apparent"},
            "6 points",
            by="hand",
        ),
    ),
)
def hit_4ts(
    platelet_fall: Annotated[
        str,
        Choice(
            "marked",
            "moderate",
            "slight",
            means="fall of the platelets",
            counts="marked: a fall of more than 50 % to a nadir of 20 × 10⁹/L or more; moderate: a fall of 30–50 %, or a nadir of "
            "10–19 × 10⁹/L; slight: a fall of less than 30 %, or a nadir below 10 × 10⁹/L",
        ),
    ],
    timing: Annotated[
        str,
        Choice(
            "typical",
            "plausible",
            "too early",
            means="timing of the fall after heparin",
            counts="typical: clear onset on days 5–10, or a fall within 1 day with heparin in the past 30 days; plausible: "
            "consistent with days 5–10 but not clear (such as missing counts), or onset after day 10, or a fall within 1 day "
            "with heparin 30–100 days ago; too early: a fall before day 4 without recent heparin",
        ),
    ],
    thrombosis_or_skin_lesions: Annotated[
        str,
        Choice(
            "definite",
            "possible",
            "none",
            means="thrombosis or another sequel",
            counts="definite: new confirmed thrombosis, skin necrosis, or an acute systemic reaction after a bolus of "
            "unfractionated heparin; possible: progressive or recurrent thrombosis, non-necrotising (erythematous) skin lesions, "
            "or suspected thrombosis that is not proven",
        ),
    ],
    other_causes: Annotated[
        str, Choice("none apparent", "possible", "definite", means="other causes of the thrombocytopenia")
    ],
) -> float:
    """How probable heparin-induced thrombocytopenia is before a laboratory test, in a person whose platelets fall on heparin."""
    fall = points(platelet_fall == "marked", 2) + points(platelet_fall == "moderate")
    onset = points(timing == "typical", 2) + points(timing == "plausible")
    sequel = points(thrombosis_or_skin_lesions == "definite", 2) + points(thrombosis_or_skin_lesions == "possible")
    no_other = points(other_causes == "none apparent", 2) + points(other_causes == "possible")
    return fall + onset + sequel + no_other
