"""The revised Geneva score of pulmonary embolism, after Le Gal and others, 2006."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "65",
    "previous_dvt_or_pe": "no",
    "surgery_or_fracture": "no",
    "active_malignant_condition": "no",
    "unilateral_leg_pain": "no",
    "haemoptysis": "no",
    "heart_rate": "74",
    "tender_vein_and_unilateral_oedema": "no",
}


@calculator(
    title="Revised Geneva score for pulmonary embolism",
    synonyms=("Geneva score", "revised Geneva", "revised Geneva score"),
    result=Result("points", places=0),
    reference="legal-2006-revised-geneva",
    says="The revised Geneva score is {result}.",
    bands=(
        Band(4, "low probability of pulmonary embolism", reference="legal-2006-revised-geneva"),
        Band(11, "intermediate probability of pulmonary embolism", reference="legal-2006-revised-geneva"),
        Band(inf, "high probability of pulmonary embolism", reference="legal-2006-revised-geneva"),
    ),
    warnings=("The weights are those of the revised score, not of its simplified form.",),
    vectors=(
        # 65 years and a rate of 74 do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 3 + 2 + 2 + 3 + 2 + 5 + 4
        Vector({**dict.fromkeys(NONE, "yes"), "age": "66", "heart_rate": "95"}, "22 points", by="hand"),
        # a rate of 75: 3
        Vector({**NONE, "heart_rate": "75"}, "3 points", by="hand"),
        # a rate of 94: 3; 66 years: 1
        Vector({**NONE, "age": "66", "heart_rate": "94"}, "4 points", by="hand"),
        # a rate of 95: 5; 4 + 2
        Vector(
            {**NONE, "heart_rate": "95", "tender_vein_and_unilateral_oedema": "yes", "haemoptysis": "yes"},
            "11 points",
            by="hand",
        ),
        # 3 + 2 + 2 + 3
        Vector(
            {
                **NONE,
                "previous_dvt_or_pe": "yes",
                "surgery_or_fracture": "yes",
                "active_malignant_condition": "yes",
                "unilateral_leg_pain": "yes",
            },
            "10 points",
            by="hand",
        ),
    ),
)
def revised_geneva(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(65,), counts="counts above 65 years")],
    previous_dvt_or_pe: Annotated[str, criterion("earlier deep vein thrombosis or pulmonary embolism")],
    surgery_or_fracture: Annotated[
        str,
        criterion(
            "surgery or fracture lately",
            counts="surgery under anaesthesia, or fracture of a lower limb, within the last month",
        ),
    ],
    active_malignant_condition: Annotated[
        str,
        criterion(
            "active malignant condition",
            counts="solid or haematological, active or considered cured for less than 1 year",
        ),
    ],
    unilateral_leg_pain: Annotated[str, criterion("unilateral pain of a lower limb")],
    haemoptysis: Annotated[str, criterion("haemoptysis")],
    heart_rate: Annotated[
        float,
        Measure(
            "/min",
            low=20,
            high=300,
            edges=(75, 95),
            means="heart rate",
            counts="75–94/min counts 3; from 95/min on 5",
        ),
    ],
    tender_vein_and_unilateral_oedema: Annotated[
        str,
        criterion(
            "tender deep vein and unilateral oedema",
            counts="pain on palpation of the deep veins of a lower limb together with unilateral oedema",
        ),
    ],
) -> float:
    """The clinical probability of pulmonary embolism in a person in whom it is suspected."""
    history = points(age > 65) + points(previous_dvt_or_pe, 3) + points(surgery_or_fracture, 2)
    symptoms = points(active_malignant_condition, 2) + points(unilateral_leg_pain, 3) + points(haemoptysis, 2)
    pulse = points(heart_rate >= 75, 3) + points(heart_rate >= 95, 2)
    return history + symptoms + pulse + points(tender_vein_and_unilateral_oedema, 4)
