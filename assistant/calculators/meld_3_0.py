"""MELD 3.0 after Kim and others, 2021."""

from math import log as ln
from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion


@calculator(
    title="Model for end-stage liver disease with sex, sodium and albumin",
    known_as="MELD 3.0",
    synonyms=("MELD", "MELD 3.0", "MELD 3", "MELD3", "MELD3.0", "MELD with albumin"),
    result=Result("points", places=0),
    reference=("meld3-2021", "optn-meld-peld-proposal"),
    says="The {known_as} score is {result}.",
    warnings=(
        "As published it has no upper limit; an allocation policy may set a limit.",
        "Other versions stand beside it and give other figures: with sodium, and without.",
    ),
    not_for=("children before adolescence",),
    vectors=(
        # ln 2.5 = 0.916291, ln 1.5 = 0.405465, ln 1.2 = 0.182322: 4.178286 + 1.64 − 0.439820 + 3.685678 + 2.031063 + 0.925
        # − 0.166824 + 6 = 17.853
        Vector(
            {
                "sex": "male",
                "bilirubin": "2.5 mg/dL",
                "sodium": "135 mmol/L",
                "inr": "1.5",
                "creatinine": "1.2 mg/dL",
                "albumin": "3 g/dL",
                "dialysis_in_last_week": "no",
            },
            "18 points",
            by="hand",
        ),
        # the same and 1.33 = 19.183
        Vector(
            {
                "sex": "female",
                "bilirubin": "2.5 mg/dL",
                "sodium": "135 mmol/L",
                "inr": "1.5",
                "creatinine": "1.2 mg/dL",
                "albumin": "3 g/dL",
                "dialysis_in_last_week": "no",
            },
            "19 points",
            by="hand",
        ),
        # dialysis: the creatinine counts as 3; sodium as 137, albumin as 3.5: 11.14 × 1.098612 + 6 = 18.239
        Vector(
            {
                "sex": "male",
                "bilirubin": "0.9 mg/dL",
                "sodium": "140 mmol/L",
                "inr": "1",
                "creatinine": "0.8 mg/dL",
                "albumin": "4 g/dL",
                "dialysis_in_last_week": "yes",
            },
            "18 points",
            by="hand",
        ),
        # a creatinine above 3 counts as 3 as well
        Vector(
            {
                "sex": "male",
                "bilirubin": "1 mg/dL",
                "sodium": "137 mmol/L",
                "inr": "1",
                "creatinine": "5 mg/dL",
                "albumin": "3.5 g/dL",
                "dialysis_in_last_week": "no",
            },
            "18 points",
            by="hand",
        ),
        # sodium counts as 125, albumin as 1.5, the rest as 1: 1.33 + 9.84 + 3.7 + 6 = 20.87
        Vector(
            {
                "sex": "female",
                "bilirubin": "0.5 mg/dL",
                "sodium": "120 mmol/L",
                "inr": "0.9",
                "creatinine": "0.6 mg/dL",
                "albumin": "1.2 g/dL",
                "dialysis_in_last_week": "no",
            },
            "21 points",
            by="hand",
        ),
        # 3.975776 and 1.900416 mg/dL, 2.8 g/dL: 6.293803 + 5.74 − 2.318770 + 5.342984 + 7.152693 + 1.295 − 0.822496 + 6 = 28.683
        Vector(
            {
                "sex": "male",
                "bilirubin": "68 µmol/L",
                "sodium": "130 mmol/L",
                "inr": "1.8",
                "creatinine": "168 µmol/L",
                "albumin": "28 g/L",
                "dialysis_in_last_week": "no",
            },
            "29 points",
            by="hand",
        ),
    ),
)
def meld_3_0(
    sex: Annotated[str, Choice("female", "male")],
    bilirubin: Annotated[float, Measure("mg/dL", low=0.1, high=60, analyte="bilirubin", means="serum bilirubin")],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium")],
    inr: Annotated[float, Measure("", low=0.5, high=20, means="INR")],
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    albumin: Annotated[float, Measure("g/dL", low=0.8, high=7, analyte="albumin", means="serum albumin")],
    dialysis_in_last_week: Annotated[
        str,
        criterion(
            "dialysis in the last week",
            counts="dialysis at least twice, or 24 hours of continuous veno-venous haemodialysis, within the last 7 days",
        ),
    ],
) -> float:
    """Severity of chronic liver disease in an adult, from sex, bilirubin, sodium, INR, creatinine and albumin."""
    of_sex = 1.33 if sex == "female" else 0
    of_bilirubin = ln(max(bilirubin, 1))
    of_creatinine = ln(3 if dialysis_in_last_week == "yes" else min(max(creatinine, 1), 3))
    less_sodium = 137 - min(max(sodium, 125), 137)
    less_albumin = 3.5 - min(max(albumin, 1.5), 3.5)
    liver = (
        of_sex + 4.56 * of_bilirubin + 0.82 * less_sodium - 0.24 * less_sodium * of_bilirubin + 9.09 * ln(max(inr, 1))
    )
    kidney = 11.14 * of_creatinine + 1.85 * less_albumin - 1.83 * less_albumin * of_creatinine
    return float(round(liver + kidney + 6))
