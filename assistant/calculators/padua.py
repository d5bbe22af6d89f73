"""The Padua Prediction Score, after Barbar and others, 2010."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points

NONE = {
    "metastases_or_recent_cancer_treatment": "no",
    "previous_dvt_or_pe": "no",
    "reduced_mobility": "no",
    "known_thrombophilia": "no",
    "trauma_or_surgery_lately": "no",
    "age": "69",
    "heart_or_respiratory_failure": "no",
    "infarction_or_ischaemic_stroke": "no",
    "infection_or_rheumatologic_disorder": "no",
    "body_mass_index": "29.9 kg/m²",
    "hormonal_treatment": "no",
}


@calculator(
    title="Padua Prediction Score of venous thromboembolism in medical inpatients",
    synonyms=("Padua", "Padua score", "Padua Prediction Score"),
    result=Result("points", places=0),
    reference="barbar-2010-padua",
    says="The Padua Prediction Score is {result}.",
    bands=(
        Band(4, "low risk of venous thromboembolism", reference="barbar-2010-padua"),
        Band(inf, "high risk of venous thromboembolism", reference="barbar-2010-padua"),
    ),
    warnings=("Developed in patients of a department of internal medicine.",),
    vectors=(
        # 69 years and 29.9 kg/m² do not count yet: 0
        Vector(NONE, "0 points", by="hand"),
        # 3 + 3 + 3 + 3 + 2 + 1 + 1 + 1 + 1 + 1 + 1
        Vector({**dict.fromkeys(NONE, "yes"), "age": "70", "body_mass_index": "30 kg/m²"}, "20 points", by="hand"),
        # 3 for mobility, 1 for 70 years
        Vector({**NONE, "reduced_mobility": "yes", "age": "70"}, "4 points", by="hand"),
        # 2 for trauma, 1 for 30 kg/m²
        Vector({**NONE, "trauma_or_surgery_lately": "yes", "body_mass_index": "30 kg/m²"}, "3 points", by="hand"),
        # 3 + 3 + 1
        Vector(
            {
                **NONE,
                "metastases_or_recent_cancer_treatment": "yes",
                "known_thrombophilia": "yes",
                "hormonal_treatment": "yes",
            },
            "7 points",
            by="hand",
        ),
        # 3 + 1 + 1 + 1
        Vector(
            {
                **NONE,
                "previous_dvt_or_pe": "yes",
                "heart_or_respiratory_failure": "yes",
                "infarction_or_ischaemic_stroke": "yes",
                "infection_or_rheumatologic_disorder": "yes",
            },
            "6 points",
            by="hand",
        ),
    ),
)
def padua(
    metastases_or_recent_cancer_treatment: Annotated[
        str,
        criterion(
            "active cancer",
            counts="local or distant metastases, or chemotherapy or radiotherapy in the previous 6 months",
        ),
    ],
    previous_dvt_or_pe: Annotated[
        str,
        criterion(
            "earlier deep vein thrombosis or pulmonary embolism",
            counts="thrombosis of a superficial vein does not count",
        ),
    ],
    reduced_mobility: Annotated[
        str,
        criterion(
            "reduced mobility", counts="bed rest with bathroom privileges for at least 3 days, also when anticipated"
        ),
    ],
    known_thrombophilia: Annotated[
        str,
        criterion(
            "thrombophilia already known",
            counts="defects of antithrombin, protein C or S, factor V Leiden, G20210A prothrombin mutation, antiphospholipid syndrome",
        ),
    ],
    trauma_or_surgery_lately: Annotated[
        str, criterion("trauma or surgery within the last month", counts="within the last month")
    ],
    age: Annotated[float, Measure("years", low=18, high=110, edges=(70,), counts="counts from 70 years on")],
    heart_or_respiratory_failure: Annotated[str, criterion("heart or respiratory failure")],
    infarction_or_ischaemic_stroke: Annotated[str, criterion("acute myocardial infarction or ischaemic stroke")],
    infection_or_rheumatologic_disorder: Annotated[str, criterion("acute infection or rheumatologic disorder")],
    body_mass_index: Annotated[
        float,
        Measure("kg/m²", low=8, high=100, edges=(30,), means="body mass index", counts="counts from 30 kg/m² on"),
    ],
    hormonal_treatment: Annotated[str, criterion("ongoing hormonal treatment")],
) -> float:
    """The risk of venous thromboembolism of a medical patient in hospital."""
    history = points(metastases_or_recent_cancer_treatment, 3) + points(previous_dvt_or_pe, 3)
    strong = history + points(reduced_mobility, 3) + points(known_thrombophilia, 3)
    illness = points(heart_or_respiratory_failure) + points(infarction_or_ischaemic_stroke)
    acute = illness + points(infection_or_rheumatologic_disorder)
    body = points(age >= 70) + points(body_mass_index >= 30) + points(hormonal_treatment)
    return strong + points(trauma_or_surgery_lately, 2) + acute + body
