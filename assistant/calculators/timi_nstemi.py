"""The TIMI risk score for unstable angina and infarction without ST elevation, after Antman and others, 2000."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "64",
    "coronary_risk_factors": "no",
    "known_coronary_stenosis": "no",
    "aspirin_lately": "no",
    "repeated_angina": "no",
    "st_deviation": "no",
    "raised_cardiac_markers": "no",
}


@calculator(
    title="TIMI risk score for unstable angina and infarction without ST elevation",
    synonyms=("TIMI score", "TIMI risk score", "TIMI NSTEMI", "TIMI UA/NSTEMI"),
    result=Result("points", places=0),
    reference="antman-2000-timi",
    says="The TIMI risk score is {result}.",
    warnings=("What a total means is not said here: no threshold is verified for it.",),
    vectors=(
        # 64 years do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 for each of the seven
        Vector({**dict.fromkeys(NONE, "yes"), "age": "65"}, "7 points", by="hand"),
        # 1 + 1 + 0 + 1 + 0 + 0 + 0
        Vector({**NONE, "age": "70", "coronary_risk_factors": "yes", "aspirin_lately": "yes"}, "3 points", by="hand"),
        # 0 + 0 + 1 + 0 + 1 + 1 + 1
        Vector(
            {
                **NONE,
                "known_coronary_stenosis": "yes",
                "repeated_angina": "yes",
                "st_deviation": "yes",
                "raised_cardiac_markers": "yes",
            },
            "4 points",
            by="hand",
        ),
    ),
)
def timi_nstemi(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(65,), counts="counts from 65 years on")],
    coronary_risk_factors: Annotated[
        str,
        criterion(
            "several risk factors for coronary disease",
            counts="3 or more of: family history of coronary disease, hypertension, hypercholesterolaemia, diabetes, current smoking",
        ),
    ],
    known_coronary_stenosis: Annotated[
        str, criterion("known coronary stenosis", counts="an earlier coronary stenosis of 50 % or more")
    ],
    aspirin_lately: Annotated[str, criterion("aspirin taken lately", counts="aspirin in the last 7 days")],
    repeated_angina: Annotated[
        str, criterion("repeated severe angina", counts="2 or more anginal episodes in the last 24 hours")
    ],
    st_deviation: Annotated[
        str,
        criterion(
            "deviation of the ST segment",
            counts="ST depression or transient elevation of 0.5 mm or more on the electrocardiogram at presentation",
        ),
    ],
    raised_cardiac_markers: Annotated[
        str, criterion("raised cardiac markers", counts="raised troponin or MB fraction of creatine kinase")
    ],
) -> float:
    """The risk of death, infarction or urgent revascularisation in a person with unstable angina or infarction without ST elevation."""
    history = (
        points(age >= 65) + points(coronary_risk_factors) + points(known_coronary_stenosis) + points(aspirin_lately)
    )
    return history + points(repeated_angina) + points(st_deviation) + points(raised_cardiac_markers)
