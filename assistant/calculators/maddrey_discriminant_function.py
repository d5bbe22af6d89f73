"""Discriminant function of Maddrey in the modified form of Carithers and others, 1989."""

from math import inf
from typing import Annotated

from assistant.calculators.contract import Band, Measure, Result, Vector, calculator


@calculator(
    title="Severity of alcoholic hepatitis (discriminant function of Maddrey, modified)",
    synonyms=(
        "Maddrey",
        "discriminant function",
        "Maddrey score",
        "modified discriminant function",
        "Maddrey DF",
    ),
    result=Result("", places=1),
    reference="carithers-1989",
    says="The discriminant function of Maddrey is {result}.",
    warnings=(
        "The original function took the prothrombin time without its control; this is the modified form.",
        "The result depends on the control of the laboratory.",
        "Spontaneous hepatic encephalopathy made a hepatitis severe in the trial whatever the function was.",
    ),
    bands=(
        Band(32, "not severe, if it is alcoholic hepatitis", reference="fmcgastro-2019-ald"),
        Band(inf, "severe, if it is alcoholic hepatitis", reference="fmcgastro-2019-ald"),
    ),
    vectors=(
        # 4.6 × 8 + 10
        Vector(
            {"prothrombin_time": "20 s", "control_prothrombin_time": "12 s", "bilirubin": "10 mg/dL"},
            "46.8",
            by="hand",
        ),
        # 4.6 × 2 + 5
        Vector(
            {"prothrombin_time": "14 s", "control_prothrombin_time": "12 s", "bilirubin": "5 mg/dL"},
            "14.2",
            by="hand",
        ),
        # at the limit: 4.6 × 5 + 9
        Vector(
            {"prothrombin_time": "17 s", "control_prothrombin_time": "12 s", "bilirubin": "9 mg/dL"},
            "32.0",
            by="hand",
        ),
        # 171 µmol/L = 9.9979 mg/dL: 23 + 9.9979
        Vector(
            {"prothrombin_time": "18 s", "control_prothrombin_time": "13 s", "bilirubin": "171 µmol/L"},
            "33.0",
            by="hand",
        ),
    ),
)
def maddrey_discriminant_function(
    prothrombin_time: Annotated[float, Measure("s", low=5, high=200, means="prothrombin time of the patient")],
    control_prothrombin_time: Annotated[
        float, Measure("s", low=5, high=30, means="prothrombin time of the control of the laboratory")
    ],
    bilirubin: Annotated[float, Measure("mg/dL", low=0.1, high=60, analyte="bilirubin", means="serum bilirubin")],
) -> float:
    """The severity of alcoholic hepatitis in an adult, from the prothrombin time and the bilirubin."""
    return 4.6 * (prothrombin_time - control_prothrombin_time) + bilirubin
