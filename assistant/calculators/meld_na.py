"""Model for End-Stage Liver Disease with sodium, in the form of the allocation policy of 2016."""

from math import log as ln
from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion


@calculator(
    title="Model for end-stage liver disease with sodium (form of the allocation policy)",
    synonyms=("MELD", "MELD-Na", "MELD Na", "MELDNa", "MELD with sodium", "MELD sodium"),
    result=Result("points", places=0),
    reference=("optn-policy-9-1-meld-2016", "meld-2001"),
    says="The MELD-Na score is {result}.",
    warnings=(
        "The form of the allocation policy; the form first published with sodium gives other figures.",
        "Other versions stand beside it and give other figures: without sodium, and the latest with sex and albumin.",
    ),
    not_for=("children before adolescence",),
    superseded_by="meld_3_0",
    vectors=(
        # ln 1.2 = 0.182322, ln 2 = 0.693147, ln 1.5 = 0.405465: 10 × (0.174482 + 0.262010 + 0.454121 + 0.643) = 15.336,
        # rounded 15; 15 + 1.32 × 2 − 0.033 × 15 × 2 = 16.65
        Vector(
            {
                "creatinine": "1.2 mg/dL",
                "bilirubin": "2 mg/dL",
                "inr": "1.5",
                "sodium": "135 mmol/L",
                "dialysis_in_last_week": "no",
            },
            "17 points",
            by="hand",
        ),
        # 10 × (0.454121 + 0.643) = 10.97, rounded 11: the sodium does not enter yet
        Vector(
            {
                "creatinine": "1 mg/dL",
                "bilirubin": "1 mg/dL",
                "inr": "1.5",
                "sodium": "130 mmol/L",
                "dialysis_in_last_week": "no",
            },
            "11 points",
            by="hand",
        ),
        # 10 × (1.12 × 0.470004 + 0.643) = 11.69, rounded 12; 12 + 9.24 − 2.772 = 18.468
        Vector(
            {
                "creatinine": "1 mg/dL",
                "bilirubin": "1 mg/dL",
                "inr": "1.6",
                "sodium": "130 mmol/L",
                "dialysis_in_last_week": "no",
            },
            "18 points",
            by="hand",
        ),
        # dialysis sets the creatinine although it is below 1: 19.697, rounded 20; 20 + 9.24 − 4.62 = 24.62
        Vector(
            {
                "creatinine": "0.8 mg/dL",
                "bilirubin": "0.9 mg/dL",
                "inr": "1",
                "sodium": "130 mmol/L",
                "dialysis_in_last_week": "yes",
            },
            "25 points",
            by="hand",
        ),
        # 24 before (see the original); a sodium of 118 counts as 125: 24 + 15.84 − 9.504 = 30.336
        Vector(
            {
                "creatinine": "168 µmol/L",
                "bilirubin": "68 µmol/L",
                "inr": "1.8",
                "sodium": "118 mmol/L",
                "dialysis_in_last_week": "no",
            },
            "30 points",
            by="hand",
        ),
        # one of 145 counts as 137: nothing is added to 24
        Vector(
            {
                "creatinine": "1.9 mg/dL",
                "bilirubin": "4 mg/dL",
                "inr": "1.8",
                "sodium": "145 mmol/L",
                "dialysis_in_last_week": "no",
            },
            "24 points",
            by="hand",
        ),
        # 51 before; 51 + 15.84 − 20.196 = 46.644, of which 40 count
        Vector(
            {
                "creatinine": "6 mg/dL",
                "bilirubin": "30 mg/dL",
                "inr": "5",
                "sodium": "125 mEq/L",
                "dialysis_in_last_week": "no",
            },
            "40 points",
            by="hand",
        ),
    ),
)
def meld_na(
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    bilirubin: Annotated[float, Measure("mg/dL", low=0.1, high=60, analyte="bilirubin", means="serum bilirubin")],
    inr: Annotated[float, Measure("", low=0.5, high=20, means="INR")],
    sodium: Annotated[float, Measure("mmol/L", low=90, high=200, analyte="sodium", means="serum sodium")],
    dialysis_in_last_week: Annotated[
        str,
        criterion(
            "dialysis in the last week",
            counts="dialysis at least twice, or 24 hours of continuous veno-venous haemodialysis, within the last 7 days",
        ),
    ],
) -> float:
    """Severity of chronic liver disease in adults and adolescents, from creatinine, bilirubin, INR and sodium."""
    counted = 4 if dialysis_in_last_week == "yes" else min(max(creatinine, 1), 4)
    of_labs = 0.957 * ln(counted) + 0.378 * ln(max(bilirubin, 1)) + 1.12 * ln(max(inr, 1))
    initial = round(10 * (of_labs + 0.643))
    lacking = 137 - min(max(sodium, 125), 137)
    with_sodium = initial + 1.32 * lacking - 0.033 * initial * lacking if initial > 11 else initial
    return float(min(round(with_sodium), 40))
