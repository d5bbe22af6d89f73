"""The Revised Cardiac Risk Index, after Lee and others, 1999."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "high_risk_surgery": "no",
    "ischaemic_heart_disease": "no",
    "heart_failure_in_history": "no",
    "cerebrovascular_disease": "no",
    "insulin_treatment": "no",
    "creatinine": "2 mg/dL",
}


@calculator(
    title="Revised Cardiac Risk Index before noncardiac surgery",
    synonyms=(
        "Revised Cardiac Risk Index",
        "RCRI",
        "Lee index",
        "cardiac risk before surgery",
        "cardiac risk index",
    ),
    result=Result("points", places=0),
    reference="lee-1999-rcri",
    says="The Revised Cardiac Risk Index is {result}.",
    warnings=(
        "Developed in stable patients of middle age or older, before major noncardiac surgery that was not urgent.",
    ),
    vectors=(
        # a creatinine of 2.0 mg/dL does not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 1 for each of the six
        Vector({**dict.fromkeys(NONE, "yes"), "creatinine": "2.1 mg/dL"}, "6 points", by="hand"),
        # 176 µmol/L × 113.12 ÷ 10,000 = 1.991 mg/dL: 0; insulin: 1
        Vector({**NONE, "creatinine": "176 µmol/L", "insulin_treatment": "yes"}, "1 point", by="hand"),
        # 178 µmol/L × 113.12 ÷ 10,000 = 2.014 mg/dL: 1
        Vector({**NONE, "creatinine": "178 µmol/L"}, "1 point", by="hand"),
        # 1 + 1
        Vector({**NONE, "high_risk_surgery": "yes", "ischaemic_heart_disease": "yes"}, "2 points", by="hand"),
        # 1 + 1
        Vector({**NONE, "heart_failure_in_history": "yes", "cerebrovascular_disease": "yes"}, "2 points", by="hand"),
    ),
)
def revised_cardiac_risk_index(
    high_risk_surgery: Annotated[
        str,
        criterion("surgery of high risk", counts="intraperitoneal, intrathoracic or suprainguinal vascular surgery"),
    ],
    ischaemic_heart_disease: Annotated[
        str,
        criterion(
            "ischaemic heart disease",
            counts="history of myocardial infarction, positive exercise test, present ischaemic chest pain, use of nitrate, or pathological "
            "Q waves",
        ),
    ],
    heart_failure_in_history: Annotated[
        str,
        criterion(
            "heart failure in the history",
            counts="history of heart failure or pulmonary oedema, paroxysmal nocturnal dyspnoea, bilateral rales or S3 gallop, or "
            "redistribution on the chest X-ray",
        ),
    ],
    cerebrovascular_disease: Annotated[
        str, criterion("cerebrovascular disease", counts="stroke or transient ischaemic attack in the history")
    ],
    insulin_treatment: Annotated[str, criterion("treatment with insulin before surgery")],
    creatinine: Annotated[
        float,
        Measure(
            "mg/dL",
            low=0.2,
            high=20,
            analyte="creatinine",
            means="serum creatinine before surgery",
            edges=(2,),
            counts="counts above 2.0 mg/dL (176.8 µmol/L)",
        ),
    ],
) -> float:
    """How many of the predictors of major cardiac complications a person has before major noncardiac surgery."""
    heart = points(ischaemic_heart_disease) + points(heart_failure_in_history)
    others = points(cerebrovascular_disease) + points(insulin_treatment) + points(creatinine > 2)
    return points(high_risk_surgery) + heart + others
