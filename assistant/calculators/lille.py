"""Lille model after Louvet and others, 2007."""

from math import exp, inf, nextafter
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator
from assistant.calculators.scoring import points


@calculator(
    title="Outlook and response of alcoholic hepatitis to a corticosteroid (Lille model)",
    synonyms=("Lille model", "Lille score"),
    result=Result("", places=3),
    reference=("louvet-2007-lille", "fmcgastro-2022-ah"),
    says="The Lille score is {result}.",
    warnings=(
        "The model with the prothrombin time in seconds.",
        "After an infusion of albumin, the albumin from before it is to be taken.",
    ),
    bands=(
        Band(nextafter(0.45, inf), "response to the corticosteroid", reference="fmcgastro-2022-ah"),
        Band(inf, "no response to the corticosteroid", reference="fmcgastro-2022-ah"),
    ),
    vectors=(
        # 3.19 − 5.05 + 4.41 + 1.65 − 0 − 1.95 − 0.192 = 2.058; e^−2.058 = 0.127709; ÷ 1.127709
        Vector(
            {
                "age": "50",
                "albumin": "30 g/L",
                "bilirubin": "300 µmol/L",
                "bilirubin_after_a_week": "200 µmol/L",
                "creatinine": "1 mg/dL",
                "prothrombin_time": "20 s",
            },
            "0.113",
            by="hand",
        ),
        # 115 µmol/L is no insufficiency yet: the same
        Vector(
            {
                "age": "50",
                "albumin": "30 g/L",
                "bilirubin": "300 µmol/L",
                "bilirubin_after_a_week": "200 µmol/L",
                "creatinine": "115 µmol/L",
                "prothrombin_time": "20 s",
            },
            "0.113",
            by="hand",
        ),
        # 1.31 mg/dL is one: 2.058 − 0.206 = 1.852; e^−1.852 = 0.156923; ÷ 1.156923
        Vector(
            {
                "age": "50",
                "albumin": "30 g/L",
                "bilirubin": "300 µmol/L",
                "bilirubin_after_a_week": "200 µmol/L",
                "creatinine": "1.31 mg/dL",
                "prothrombin_time": "20 s",
            },
            "0.136",
            by="hand",
        ),
        # rising: 3.19 − 6.06 + 3.675 − 1.65 − 0.206 − 1.3 − 0.24 = −2.591; e^2.591 = 13.3431; ÷ 14.3431
        Vector(
            {
                "age": "60",
                "albumin": "25 g/L",
                "bilirubin": "200 µmol/L",
                "bilirubin_after_a_week": "300 µmol/L",
                "creatinine": "150 µmol/L",
                "prothrombin_time": "25 s",
            },
            "0.930",
            by="hand",
        ),
        # 299.3126 and 200.1118 µmol/L: 3.19 − 5.05 + 4.41 + 1.636813 − 1.945532 − 0.192 = 2.049281; 0.128827 ÷ 1.128827
        Vector(
            {
                "age": "50",
                "albumin": "3 g/dL",
                "bilirubin": "17.5 mg/dL",
                "bilirubin_after_a_week": "11.7 mg/dL",
                "creatinine": "1.3 mg/dL",
                "prothrombin_time": "20 s",
            },
            "0.114",
            by="hand",
        ),
    ),
)
def lille(
    age: Annotated[float, Measure("years", low=18, high=110)],
    albumin: Annotated[
        float, Measure("g/L", low=8, high=70, analyte="albumin", means="serum albumin before the corticosteroid")
    ],
    bilirubin: Annotated[
        float,
        Measure("µmol/L", low=1, high=1000, analyte="bilirubin", means="serum bilirubin before the corticosteroid"),
    ],
    bilirubin_after_a_week: Annotated[
        float,
        Measure(
            "µmol/L",
            low=1,
            high=1000,
            analyte="bilirubin",
            means="serum bilirubin under the corticosteroid",
            counts="on day 7 of the corticosteroid",
        ),
    ],
    creatinine: Annotated[
        float,
        Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine before the corticosteroid"),
    ],
    prothrombin_time: Annotated[
        float, Measure("s", low=5, high=200, means="prothrombin time before the corticosteroid")
    ],
) -> float:
    """The risk of death in the months after a corticosteroid is begun for alcoholic hepatitis of an adult."""
    # Insufficiency is above 1.3 mg/dL, which the source equates to 115 µmol/L (1.3009 mg/dL): neither is above it.
    insufficiency = points(creatinine > 1.301)
    evolution = bilirubin - bilirubin_after_a_week
    state = 3.19 - 0.101 * age + 0.147 * albumin + 0.0165 * evolution
    r = state - 0.206 * insufficiency - 0.0065 * bilirubin - 0.0096 * prothrombin_time
    # exp(−r) ÷ (1 + exp(−r)), written shorter
    return 1 / (1 + exp(r))
