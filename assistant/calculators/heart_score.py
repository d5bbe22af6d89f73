"""The HEART score for chest pain, after Six and others, 2008."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "history": "slightly suspicious",
    "ecg": "normal",
    "age": "44",
    "hypertension": "no",
    "hypercholesterolaemia": "no",
    "diabetes": "no",
    "smoking": "no",
    "obesity": "no",
    "family_history_of_coronary_disease": "no",
    "known_atherosclerosis": "no",
    "troponin": "within the limit",
}


@calculator(
    title="HEART score for chest pain in the emergency department",
    synonyms=("HEART score", "HEART score for chest pain"),
    result=Result("points", places=0),
    reference=("six-2008-heart", "backus-2013-heart", "mahler-2015-heart-pathway"),
    says="The HEART score is {result}.",
    warnings=(
        "ST elevation is outside the score, and its electrocardiogram has no option for it: a trial of its use left such people out.",
    ),
    not_for=("people with new ST elevation on the electrocardiogram",),
    bands=(
        Band(4, "low risk of a major adverse cardiac event", reference="backus-2013-heart"),
        Band(7, "intermediate risk of a major adverse cardiac event", reference="backus-2013-heart"),
        Band(inf, "high risk of a major adverse cardiac event", reference="backus-2013-heart"),
    ),
    vectors=(
        # none of it at 44 years: 0
        Vector(NONE, "0 points", by="hand"),
        # 2 + 2 + 2 + 2 + 2: all risk factors are worth no more than three
        Vector(
            {
                **dict.fromkeys(NONE, "yes"),
                "history": "highly suspicious",
                "ecg": "significant ST depression",
                "age": "65",
                "troponin": "strongly raised",
            },
            "10 points",
            by="hand",
        ),
        # 1 + 1 + 1 for 45 years + 1 for one risk factor + 1
        Vector(
            {
                **NONE,
                "history": "moderately suspicious",
                "ecg": "non-specific change",
                "age": "45",
                "diabetes": "yes",
                "troponin": "raised",
            },
            "5 points",
            by="hand",
        ),
        # known atherosclerosis alone: 2
        Vector({**NONE, "known_atherosclerosis": "yes"}, "2 points", by="hand"),
        # known atherosclerosis with one risk factor still: 2
        Vector({**NONE, "known_atherosclerosis": "yes", "smoking": "yes"}, "2 points", by="hand"),
        # two risk factors: 1; 64 years and a half: 1
        Vector({**NONE, "age": "64.5", "hypertension": "yes", "obesity": "yes"}, "2 points", by="hand"),
        # three risk factors: 2; 65 years: 2
        Vector(
            {
                **NONE,
                "age": "65",
                "hypercholesterolaemia": "yes",
                "family_history_of_coronary_disease": "yes",
                "smoking": "yes",
            },
            "4 points",
            by="hand",
        ),
        # 2 + 2 + 1 + 0 + 2
        Vector(
            {
                **NONE,
                "history": "highly suspicious",
                "ecg": "significant ST depression",
                "age": "50",
                "troponin": "strongly raised",
            },
            "7 points",
            by="hand",
        ),
    ),
)
def heart_score(
    history: Annotated[
        str,
        Choice(
            "slightly suspicious",
            "moderately suspicious",
            "highly suspicious",
            means="how suspicious the history is of an acute coronary syndrome",
        ),
    ],
    ecg: Annotated[
        str,
        Choice(
            "normal",
            "non-specific change",
            "significant ST depression",
            means="electrocardiogram",
            counts="non-specific change: repolarisation disturbance, left bundle branch block, left ventricular hypertrophy or paced rhythm",
        ),
    ],
    age: Annotated[
        float,
        Measure(
            "years",
            low=18,
            high=110,
            edges=(45, 65),
            counts="counts from 45 years on, and more from 65 years on; some tables let 45 years itself not count",
        ),
    ],
    hypertension: Annotated[str, criterion("hypertension")],
    hypercholesterolaemia: Annotated[str, criterion("hypercholesterolaemia")],
    diabetes: Annotated[str, criterion("diabetes")],
    smoking: Annotated[
        str, criterion("smoking", counts="cigarette smoking; tables differ on whether smoking in the past counts")
    ],
    obesity: Annotated[str, criterion("obesity", counts="body mass index above 30 kg/m²")],
    family_history_of_coronary_disease: Annotated[str, criterion("family history of coronary artery disease")],
    known_atherosclerosis: Annotated[
        str,
        criterion(
            "known atherosclerotic disease",
            counts="earlier myocardial infarction, coronary revascularisation, stroke or transient ischaemic attack, or "
            "peripheral arterial disease, as later tables list it; counts as 3 or more risk factors do",
        ),
    ],
    troponin: Annotated[
        str,
        Choice(
            "within the limit",
            "raised",
            "strongly raised",
            means="troponin",
            counts="raised: above the upper reference limit but below 3 times it; strongly raised: 3 times the limit or more (some "
            "tables end the middle class at 2 times)",
        ),
    ],
) -> float:
    """The risk of a major adverse cardiac event of an adult with chest pain in the emergency department."""
    told = points(history == "moderately suspicious") + points(history == "highly suspicious", 2)
    traced = points(ecg == "non-specific change") + points(ecg == "significant ST depression", 2)
    of_age = points(age >= 45) + points(age >= 65)
    factors = (
        points(hypertension)
        + points(hypercholesterolaemia)
        + points(diabetes)
        + points(smoking)
        + points(obesity)
        + points(family_history_of_coronary_disease)
    )
    risk = 2 if known_atherosclerosis == "yes" or factors >= 3 else points(factors >= 1)
    marker = points(troponin == "raised") + points(troponin == "strongly raised", 2)
    return told + traced + of_age + risk + marker
