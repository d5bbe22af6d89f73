"""The Wells score for pulmonary embolism, after Wells and others, 2000."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "signs_of_dvt": "no",
    "embolism_most_likely": "no",
    "heart_rate": "100",
    "immobilisation_or_surgery": "no",
    "previous_dvt_or_pe": "no",
    "haemoptysis": "no",
    "active_cancer": "no",
}


@calculator(
    title="Wells score for pulmonary embolism",
    synonyms=(
        "Wells score for pulmonary embolism",
        "Wells criteria for pulmonary embolism",
        "Wells PE",
        "PE Wells score",
        "Wells score for PE",
        "Wells pulmonary embolism",
    ),
    result=Result("points", places=1),
    reference=("wells-2000-pe", "nice-ng158"),
    says="The Wells score for pulmonary embolism is {result}.",
    warnings=("Unlikely does not exclude pulmonary embolism: the cited guideline then asks for a D-dimer test.",),
    not_for=("children", "pregnant women, whom the cited guideline does not cover"),
    bands=(
        Band(4.5, "pulmonary embolism unlikely", reference="nice-ng158"),
        Band(inf, "pulmonary embolism likely", reference="nice-ng158"),
    ),
    vectors=(
        # a rate of 100 does not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 3 + 3 + 1.5 + 1.5 + 1.5 + 1 + 1
        Vector({**dict.fromkeys(NONE, "yes"), "heart_rate": "101"}, "12.5 points", by="hand"),
        # 3 + 1: four still is unlikely
        Vector({**NONE, "signs_of_dvt": "yes", "haemoptysis": "yes"}, "4 points", by="hand"),
        # 3 + 1.5
        Vector({**NONE, "embolism_most_likely": "yes", "heart_rate": "110"}, "4.5 points", by="hand"),
        # 1.5 + 1.5 + 1
        Vector(
            {**NONE, "immobilisation_or_surgery": "yes", "previous_dvt_or_pe": "yes", "active_cancer": "yes"},
            "4 points",
            by="hand",
        ),
    ),
)
def wells_pulmonary_embolism(
    signs_of_dvt: Annotated[
        str,
        criterion(
            "clinical signs of deep vein thrombosis",
            counts="at least swelling of the leg and pain on palpation of the deep veins",
        ),
    ],
    embolism_most_likely: Annotated[
        str,
        criterion(
            "pulmonary embolism is the likeliest",
            counts="an alternative diagnosis is less likely than pulmonary embolism",
        ),
    ],
    heart_rate: Annotated[
        float, Measure("/min", low=20, high=300, edges=(100,), means="heart rate", counts="counts above 100/min")
    ],
    immobilisation_or_surgery: Annotated[
        str,
        criterion(
            "immobilisation or surgery lately",
            counts="immobilised for more than 3 days, or surgery in the previous 4 weeks",
        ),
    ],
    previous_dvt_or_pe: Annotated[str, criterion("earlier deep vein thrombosis or pulmonary embolism")],
    haemoptysis: Annotated[str, criterion("haemoptysis")],
    active_cancer: Annotated[
        str, criterion("active cancer", counts="on treatment, treated within the last 6 months, or palliative")
    ],
) -> float:
    """The clinical probability of pulmonary embolism in a person in whom it is suspected."""
    likely = points(signs_of_dvt, 3) + points(embolism_most_likely, 3)
    risks = points(immobilisation_or_surgery, 1.5) + points(previous_dvt_or_pe, 1.5) + points(active_cancer)
    return likely + points(heart_rate > 100, 1.5) + risks + points(haemoptysis)
