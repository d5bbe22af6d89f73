"""The score of early stroke after a transient ischaemic attack, after Johnston and others, 2007."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "59",
    "systolic": "139 mmHg",
    "diastolic": "89 mmHg",
    "clinical_features": "other",
    "duration_of_symptoms": "9 min",
    "diabetes": "no",
}


@calculator(
    title="Risk of early stroke after a transient ischaemic attack",
    known_as="ABCD2",
    synonyms=("ABCD2", "ABCD²", "ABCD2 score"),
    result=Result("points", places=0),
    reference=("johnston-2007-abcd2", "nice-ng128"),
    says="The {known_as} score is {result}; NICE advises against using it to assess the risk of stroke or the urgency of referral.",
    bands=(
        Band(4, "low risk of stroke within days, in the study it comes from", reference="johnston-2007-abcd2"),
        Band(6, "moderate risk of stroke within days, in the study it comes from", reference="johnston-2007-abcd2"),
        Band(inf, "high risk of stroke within days, in the study it comes from", reference="johnston-2007-abcd2"),
    ),
    warnings=(
        "NICE advises against such scores for assessing the risk of stroke or for deciding how urgent the referral is.",
    ),
    vectors=(
        # each just short of its limit: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 + 1 + 2 + 2 + 1
        Vector(
            {
                "age": "60",
                "systolic": "140 mmHg",
                "diastolic": "90 mmHg",
                "clinical_features": "unilateral weakness",
                "duration_of_symptoms": "1 h",
                "diabetes": "yes",
            },
            "7 points",
            by="hand",
        ),
        # 1 for the diastolic pressure alone, 1 for speech, 1 for ten minutes
        Vector(
            {
                **NONE,
                "diastolic": "90 mmHg",
                "clinical_features": "speech disturbance without weakness",
                "duration_of_symptoms": "10 min",
            },
            "3 points",
            by="hand",
        ),
        # 1 for the systolic pressure alone, 1 for 59 minutes, 1 for 60 years, 1 for diabetes
        Vector(
            {**NONE, "age": "60", "systolic": "140 mmHg", "duration_of_symptoms": "59 min", "diabetes": "yes"},
            "4 points",
            by="hand",
        ),
        # 2 for weakness, 2 for an hour, 1 for 70 years, 1 for the pressure
        Vector(
            {
                **NONE,
                "age": "70",
                "systolic": "170 mmHg",
                "clinical_features": "unilateral weakness",
                "duration_of_symptoms": "60 min",
            },
            "6 points",
            by="hand",
        ),
    ),
)
def abcd2(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(60,), counts="counts from 60 years on")],
    systolic: Annotated[
        float,
        Measure(
            "mmHg",
            low=30,
            high=300,
            edges=(140,),
            means="systolic pressure",
            counts="at the first assessment; from 140 mmHg on",
        ),
    ],
    diastolic: Annotated[
        float,
        Measure(
            "mmHg",
            low=10,
            high=200,
            edges=(90,),
            means="diastolic pressure",
            below="systolic",
            counts="at the first assessment; from 90 mmHg on",
        ),
    ],
    clinical_features: Annotated[
        str,
        Choice(
            "unilateral weakness",
            "speech disturbance without weakness",
            "other",
            means="clinical features of the attack",
            counts="unilateral weakness: with or without a disturbance of speech",
        ),
    ],
    duration_of_symptoms: Annotated[
        float,
        Measure(
            "min",
            low=0.1,
            high=1440,
            written=("min", "h"),
            edges=(10, 60),
            means="duration of the symptoms",
            counts="10–59 minutes; from 60 minutes on counts double",
        ),
    ],
    diabetes: Annotated[str, criterion("diabetes")],
) -> float:
    """The risk of stroke in the days after a transient ischaemic attack."""
    pressure = points(systolic >= 140 or diastolic >= 90)
    speech = points(clinical_features == "speech disturbance without weakness")
    features = speech + points(clinical_features == "unilateral weakness", 2)
    duration = points(duration_of_symptoms >= 10) + points(duration_of_symptoms >= 60)
    return points(age >= 60) + pressure + features + duration + points(diabetes)
