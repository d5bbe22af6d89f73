"""Model for End-Stage Liver Disease after Kamath and others, 2001, in the form of the allocation policy, without sodium."""

from math import log as ln
from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion


@calculator(
    title="Model for end-stage liver disease, without sodium",
    synonyms=("MELD", "original MELD", "MELD without sodium", "classic MELD", "MELD score", "MELD (original)"),
    result=Result("points", places=0),
    reference=("meld-2001", "optn-policy-9-1-meld-2016"),
    says="The MELD score without sodium is {result}.",
    warnings=(
        "Other versions stand beside it and give other figures: with sodium, and the latest with sex, sodium and albumin.",
    ),
    not_for=("children before adolescence",),
    superseded_by="meld_3_0",
    vectors=(
        # ln 1.9 = 0.641854, ln 4 = 1.386294, ln 1.8 = 0.587787:
        # 10 × (0.614254 + 0.524019 + 0.658321 + 0.643) = 24.396
        Vector(
            {"creatinine": "1.9 mg/dL", "bilirubin": "4 mg/dL", "inr": "1.8", "dialysis_in_last_week": "no"},
            "24 points",
            by="hand",
        ),
        # dialysis sets the creatinine to 4 whatever it is; below 1 the others count as 1: 10 × (1.326683 + 0.643) = 19.697
        Vector(
            {"creatinine": "0.8 mg/dL", "bilirubin": "0.5 mg/dL", "inr": "0.9", "dialysis_in_last_week": "yes"},
            "20 points",
            by="hand",
        ),
        # 4 mg/dL and what is above it count the same
        Vector(
            {"creatinine": "4 mg/dL", "bilirubin": "1 mg/dL", "inr": "1", "dialysis_in_last_week": "no"},
            "20 points",
            by="hand",
        ),
        Vector(
            {"creatinine": "7.5 mg/dL", "bilirubin": "1 mg/dL", "inr": "1", "dialysis_in_last_week": "no"},
            "20 points",
            by="hand",
        ),
        # every logarithm is nought: 10 × 0.643 = 6.43
        Vector(
            {"creatinine": "0.6 mg/dL", "bilirubin": "0.4 mg/dL", "inr": "1.0", "dialysis_in_last_week": "no"},
            "6 points",
            by="hand",
        ),
        # 10 × (1.326683 + 0.378 × 3.401197 + 1.12 × 1.609438 + 0.643) = 50.58, of which 40 count
        Vector(
            {"creatinine": "6 mg/dL", "bilirubin": "30 mg/dL", "inr": "5", "dialysis_in_last_week": "no"},
            "40 points",
            by="hand",
        ),
        # 1.900416 and 3.975776 mg/dL: 10 × (0.614464 + 0.521723 + 0.658321 + 0.643) = 24.375
        Vector(
            {"creatinine": "168 µmol/L", "bilirubin": "68 µmol/L", "inr": "1.8", "dialysis_in_last_week": "no"},
            "24 points",
            by="hand",
        ),
    ),
)
def meld_original(
    creatinine: Annotated[float, Measure("mg/dL", low=0.2, high=40, analyte="creatinine", means="serum creatinine")],
    bilirubin: Annotated[float, Measure("mg/dL", low=0.1, high=60, analyte="bilirubin", means="serum bilirubin")],
    inr: Annotated[float, Measure("", low=0.5, high=20, means="INR")],
    dialysis_in_last_week: Annotated[
        str,
        criterion(
            "dialysis in the last week",
            counts="dialysis at least twice, or 24 hours of continuous veno-venous haemodialysis, within the last 7 days",
        ),
    ],
) -> float:
    """Severity of chronic liver disease in adults and adolescents, from creatinine, bilirubin and INR."""
    counted = 4 if dialysis_in_last_week == "yes" else min(max(creatinine, 1), 4)
    of_labs = 0.957 * ln(counted) + 0.378 * ln(max(bilirubin, 1)) + 1.12 * ln(max(inr, 1))
    return float(min(round(10 * (of_labs + 0.643)), 40))
