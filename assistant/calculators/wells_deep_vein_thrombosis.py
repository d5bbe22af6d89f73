"""The Wells score for deep vein thrombosis with the item of an earlier thrombosis, after Wells and others, 2003."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "active_cancer": "no",
    "leg_paralysis_or_plaster": "no",
    "bedridden_or_major_surgery": "no",
    "deep_vein_tenderness": "no",
    "whole_leg_swollen": "no",
    "calf_swelling": "no",
    "pitting_oedema": "no",
    "collateral_veins": "no",
    "previous_dvt": "no",
    "alternative_diagnosis": "no",
}


@calculator(
    title="Wells score for deep vein thrombosis, with the item of an earlier thrombosis",
    synonyms=(
        "Wells score for deep vein thrombosis",
        "Wells criteria for deep vein thrombosis",
        "Wells DVT",
        "DVT Wells score",
        "Wells score for DVT",
        "Wells deep vein thrombosis",
    ),
    result=Result("points", places=0),
    reference=("wells-2003-dvt", "nice-ng158"),
    says="The Wells score for deep vein thrombosis is {result}.",
    warnings=("Unlikely does not exclude deep vein thrombosis: the cited guideline then asks for a D-dimer test.",),
    not_for=("children", "pregnant women, whom the cited guideline does not cover"),
    bands=(
        Band(2, "deep vein thrombosis unlikely", reference="nice-ng158"),
        Band(inf, "deep vein thrombosis likely", reference="nice-ng158"),
    ),
    vectors=(
        # none of them: 0
        Vector(NONE, "0 points", by="hand"),
        # nine times 1
        Vector({**dict.fromkeys(NONE, "yes"), "alternative_diagnosis": "no"}, "9 points", by="hand"),
        # the alternative diagnosis alone: −2
        Vector({**NONE, "alternative_diagnosis": "yes"}, "-2 points", by="hand"),
        # 1 + 1 + 1 + 1 − 2
        Vector(
            {
                **NONE,
                "active_cancer": "yes",
                "bedridden_or_major_surgery": "yes",
                "calf_swelling": "yes",
                "previous_dvt": "yes",
                "alternative_diagnosis": "yes",
            },
            "2 points",
            by="hand",
        ),
        # 1 + 1 + 1
        Vector(
            {**NONE, "deep_vein_tenderness": "yes", "whole_leg_swollen": "yes", "pitting_oedema": "yes"},
            "3 points",
            by="hand",
        ),
        # 1 + 1 − 2
        Vector(
            {**NONE, "leg_paralysis_or_plaster": "yes", "collateral_veins": "yes", "alternative_diagnosis": "yes"},
            "0 points",
            by="hand",
        ),
    ),
)
def wells_deep_vein_thrombosis(
    active_cancer: Annotated[
        str, criterion("active cancer", counts="on treatment, treated within the last 6 months, or palliative")
    ],
    leg_paralysis_or_plaster: Annotated[
        str,
        criterion(
            "paralysis or plaster of a leg",
            counts="paralysis, paresis or recent plaster immobilisation of the lower extremities",
        ),
    ],
    bedridden_or_major_surgery: Annotated[
        str,
        criterion(
            "bedridden or major surgery lately",
            counts="recently bedridden for 3 days or more, or major surgery within 12 weeks that required general or regional anaesthesia",
        ),
    ],
    deep_vein_tenderness: Annotated[str, criterion("localised tenderness along the deep veins")],
    whole_leg_swollen: Annotated[str, criterion("swelling of the entire leg")],
    calf_swelling: Annotated[
        str, criterion("swelling of the calf", counts="at least 3 cm larger than on the side without symptoms")
    ],
    pitting_oedema: Annotated[str, criterion("pitting oedema confined to the symptomatic leg")],
    collateral_veins: Annotated[str, criterion("collateral superficial veins that are not varicose")],
    previous_dvt: Annotated[str, criterion("earlier documented deep vein thrombosis")],
    alternative_diagnosis: Annotated[
        str,
        criterion(
            "an alternative diagnosis is as likely",
            counts="at least as likely as deep vein thrombosis; lowers the score",
        ),
    ],
) -> float:
    """The clinical probability of deep vein thrombosis in a person in whom it is suspected."""
    risks = (
        points(active_cancer)
        + points(leg_paralysis_or_plaster)
        + points(bedridden_or_major_surgery)
        + points(previous_dvt)
    )
    swelling = points(whole_leg_swollen) + points(calf_swelling) + points(pitting_oedema)
    signs = points(deep_vein_tenderness) + swelling + points(collateral_veins)
    return risks + signs - points(alternative_diagnosis, 2)
