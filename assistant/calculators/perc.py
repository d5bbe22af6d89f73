"""The criteria that rule pulmonary embolism out, after Kline and others, 2004."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "age": "49",
    "heart_rate": "99",
    "oxygen_saturation": "95%",
    "unilateral_leg_swelling": "no",
    "haemoptysis": "no",
    "recent_surgery_or_trauma": "no",
    "previous_dvt_or_pe": "no",
    "oestrogen": "no",
}


@calculator(
    title="Criteria to rule out pulmonary embolism (PERC)",
    synonyms=("PERC", "PERC rule", "PERC score", "pulmonary embolism rule-out criteria"),
    result=Result("points", places=0),
    reference=("kline-2004-perc", "kline-2008-perc-validation"),
    says="The number of criteria of the PERC rule that are positive is {result}.",
    bands=(
        Band(
            1,
            "negative: rules out pulmonary embolism where the suspicion is low",
            reference="kline-2008-perc-validation",
        ),
        Band(inf, "positive: does not rule out pulmonary embolism", reference="kline-2008-perc-validation"),
    ),
    warnings=("Only for a person in whom the clinical suspicion of pulmonary embolism is low.",),
    vectors=(
        # each just short of its limit: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 for each of the eight
        Vector(
            {**dict.fromkeys(NONE, "yes"), "age": "50", "heart_rate": "100", "oxygen_saturation": "94%"},
            "8 points",
            by="hand",
        ),
        # 1 for 50 years
        Vector({**NONE, "age": "50"}, "1 point", by="hand"),
        # 1 for a rate of 100, 1 for a saturation of 94.9
        Vector({**NONE, "heart_rate": "100", "oxygen_saturation": "94.9%"}, "2 points", by="hand"),
        # 1 + 1 + 1
        Vector(
            {**NONE, "unilateral_leg_swelling": "yes", "recent_surgery_or_trauma": "yes", "oestrogen": "yes"},
            "3 points",
            by="hand",
        ),
    ),
)
def perc(
    age: Annotated[float, Measure("years", low=18, high=110, edges=(50,), counts="positive from 50 years on")],
    heart_rate: Annotated[
        float, Measure("/min", low=20, high=300, edges=(100,), means="heart rate", counts="positive from 100/min on")
    ],
    oxygen_saturation: Annotated[
        float,
        Measure(
            "%",
            written=("%", "fraction"),
            low=30,
            high=100,
            edges=(95,),
            means="oxygen saturation on room air",
            counts="positive below 95%",
        ),
    ],
    unilateral_leg_swelling: Annotated[
        str, criterion("unilateral swelling of a leg", counts="asymmetry of the calves on inspection")
    ],
    haemoptysis: Annotated[str, criterion("haemoptysis")],
    recent_surgery_or_trauma: Annotated[
        str,
        criterion(
            "surgery or trauma lately",
            counts="within the previous 4 weeks, and requiring intubation or admission to hospital",
        ),
    ],
    previous_dvt_or_pe: Annotated[str, criterion("earlier deep vein thrombosis or pulmonary embolism")],
    oestrogen: Annotated[str, criterion("use of oestrogen", counts="exogenous oestrogen")],
) -> float:
    """How many of the criteria are positive that keep pulmonary embolism from being ruled out without a test."""
    signs = points(heart_rate >= 100) + points(oxygen_saturation < 95) + points(unilateral_leg_swelling)
    history = points(recent_surgery_or_trauma) + points(previous_dvt_or_pe) + points(oestrogen)
    return points(age >= 50) + signs + points(haemoptysis) + history
