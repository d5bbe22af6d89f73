"""Risk of cardiovascular disease by the base model of the PREVENT equations, after Khan and others, 2024."""

from math import exp
from typing import Annotated

from assistant.calculators.contract import Choice, Measure, Result, Vector, calculator, criterion
from assistant.calculators.scoring import points


@calculator(
    title="Risk of cardiovascular disease in the next decade (PREVENT, base model)",
    synonyms=("PREVENT risk", "PREVENT score", "PREVENT equation", "PREVENT equations", "AHA PREVENT"),
    result=Result("%", places=1),
    reference=("khan-2024-prevent", "cdc-kdss-prevent"),
    says="The risk of cardiovascular disease in the next decade, by the base model of PREVENT, is {result}.",
    warnings=("Total cardiovascular disease: atherosclerotic disease and heart failure together.",),
    not_for=("people with known cardiovascular disease",),
    vectors=(
        # woman, treated, with diabetes: (50 − 55) ÷ 10 = −0.5; 155 mg/dL − 3.5 mmol/L = 0.50866; HDL −0.453987; pressure 1.5:
        # −3.307728 − 0.396966 + 0.015526 + 0.072949 + 0.540117 + 0.866760 + 0.315167 − 0.099542 + 0.020848 + 0.006963
        # + 0.070976 + 0.135285 = −1.759645; 0.172106 ÷ 1.172106
        Vector(
            {
                "age": "50",
                "sex": "female",
                "total_cholesterol": "200 mg/dL",
                "hdl_cholesterol": "45 mg/dL",
                "systolic": "160 mmHg",
                "egfr": "90",
                "diabetes": "yes",
                "current_smoking": "no",
                "blood_pressure_treatment": "yes",
                "statin": "no",
            },
            "14.7%",
            by="hand",
        ),
        # everything at its centre: e^−3.307728 = 0.036599; ÷ 1.036599
        Vector(
            {
                "age": "55",
                "sex": "female",
                "total_cholesterol": "4.8 mmol/L",
                "hdl_cholesterol": "1.3 mmol/L",
                "systolic": "130 mmHg",
                "egfr": "90",
                "diabetes": "no",
                "current_smoking": "no",
                "blood_pressure_treatment": "no",
                "statin": "no",
            },
            "3.5%",
            by="hand",
        ),
        # e^−3.031168 = 0.048259; ÷ 1.048259
        Vector(
            {
                "age": "55",
                "sex": "male",
                "total_cholesterol": "4.8 mmol/L",
                "hdl_cholesterol": "1.3 mmol/L",
                "systolic": "130 mmHg",
                "egfr": "90",
                "diabetes": "no",
                "current_smoking": "no",
                "blood_pressure_treatment": "no",
                "statin": "no",
            },
            "4.6%",
            by="hand",
        ),
        # man, smoking, statin: decade 1, non-HDL 0.8, HDL −1, pressure −0.5 and −1, eGFR 1 and 2:
        # −3.031168 + 0.768853 + 0.058894 + 0.095443 + 0.217367 − 0.336266 + 0.438687 + 0.537898 + 0.032965 − 0.133735
        # + 0.120218 − 0.041430 − 0.019117 + 0.104948 − 0.089507 − 0.154370 = −1.430319; 0.239233 ÷ 1.239233
        Vector(
            {
                "age": "65",
                "sex": "male",
                "total_cholesterol": "5.3 mmol/L",
                "hdl_cholesterol": "1 mmol/L",
                "systolic": "100 mmHg",
                "egfr": "45",
                "diabetes": "no",
                "current_smoking": "yes",
                "blood_pressure_treatment": "no",
                "statin": "yes",
            },
            "19.3%",
            by="hand",
        ),
    ),
)
def prevent_risk(
    age: Annotated[float, Measure("years", low=30, high=79)],
    sex: Annotated[str, Choice("female", "male")],
    total_cholesterol: Annotated[
        float, Measure("mmol/L", low=3.36, high=8.28, analyte="cholesterol", means="total cholesterol")
    ],
    hdl_cholesterol: Annotated[
        float,
        Measure(
            "mmol/L", low=0.51, high=2.6, analyte="cholesterol", means="HDL cholesterol", below="total_cholesterol"
        ),
    ],
    systolic: Annotated[float, Measure("mmHg", low=90, high=200, means="systolic blood pressure")],
    egfr: Annotated[
        float,
        Measure(
            "mL/min/1.73 m²",
            low=15,
            high=150,
            means="estimated glomerular filtration rate",
            counts="CKD-EPI of 2021, without race",
        ),
    ],
    diabetes: Annotated[str, criterion("diabetes")],
    current_smoking: Annotated[str, criterion("smoking at present", counts="daily or occasional")],
    blood_pressure_treatment: Annotated[str, criterion("medicine for high blood pressure")],
    statin: Annotated[str, criterion("statin")],
) -> float:
    """The risk of an adult without cardiovascular disease to get it in the next decade."""
    decades = (age - 55) / 10
    non_hdl = total_cholesterol - hdl_cholesterol - 3.5
    hdl = (hdl_cholesterol - 1.3) / 0.3
    low_pressure = (min(systolic, 110) - 110) / 20
    high_pressure = (max(systolic, 110) - 130) / 20
    low_egfr = (min(egfr, 60) - 60) / -15
    high_egfr = (max(egfr, 60) - 90) / -15
    if sex == "female":
        lipids = 0.0305239 * non_hdl - 0.1606857 * hdl + decades * (0.0306769 * hdl - 0.0819715 * non_hdl)
        pressure = -0.2394003 * low_pressure + (0.3600781 - 0.0946348 * decades) * high_pressure
        kidney = (0.6045917 - 0.1637806 * decades) * low_egfr + 0.0433769 * high_egfr
        habits = points(diabetes) * (0.8667604 - 0.27057 * decades) + points(
            current_smoking, 0.5360739 - 0.078715 * decades
        )
        treated = points(blood_pressure_treatment) * (0.3151672 - 0.0663612 * high_pressure)
        on_statin = points(statin) * (0.1197879 * non_hdl - 0.1477655)
        log_odds = 0.7939329 * decades + lipids + pressure + kidney + habits + treated + on_statin - 3.307728
    else:
        lipids = 0.0736174 * non_hdl - 0.0954431 * hdl + decades * (0.0191169 * hdl - 0.0517874 * non_hdl)
        pressure = -0.4347345 * low_pressure + (0.3362658 - 0.1049477 * decades) * high_pressure
        kidney = (0.5378979 - 0.1543702 * decades) * low_egfr + 0.0164827 * high_egfr
        habits = points(diabetes) * (0.7692857 - 0.2251948 * decades) + points(
            current_smoking, 0.4386871 - 0.0895067 * decades
        )
        treated = points(blood_pressure_treatment) * (0.288879 - 0.0475924 * high_pressure)
        on_statin = points(statin) * (0.150273 * non_hdl - 0.1337349)
        log_odds = 0.7688528 * decades + lipids + pressure + kidney + habits + treated + on_statin - 3.031168
    return 100 / (1 + exp(-log_odds))
