"""Low-density lipoprotein cholesterol after Friedewald and others, 1972."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="LDL cholesterol (Friedewald)",
    synonyms=("LDL cholesterol", "LDL", "Friedewald", "calculated LDL"),
    result=Result(
        "mg/dL",
        places=0,
        like="total_cholesterol",
        analyte="cholesterol",
        others=(Result("mmol/L", places=2),),
        within=Measure("mg/dL", low=1, high=800),
        laid_to="triglycerides",
    ),
    reference=("friedewald-1972", "kjim-2020-friedewald"),
    says="The calculated LDL cholesterol is {result}.",
    warnings=(
        "Not valid at very high triglycerides, which are refused.",
        "Below that limit too it underestimates, more so the higher the triglycerides or the lower the HDL cholesterol.",
    ),
    vectors=(
        # 200 − 50 − 150 ÷ 5 = 120
        Vector(
            {"total_cholesterol": "200 mg/dL", "hdl_cholesterol": "50 mg/dL", "triglycerides": "150 mg/dL"},
            "120 mg/dL",
            by="hand",
        ),
        Vector(
            {"total_cholesterol": "243 mg/dL", "hdl_cholesterol": "38.5 mg/dL", "triglycerides": "399 mg/dL"},
            "125 mg/dL",
            by="second",
        ),
        Vector(
            {"total_cholesterol": "161 mg/dL", "hdl_cholesterol": "72 mg/dL", "triglycerides": "61 mg/dL"},
            "77 mg/dL",
            by="second",
        ),
    ),
)
def ldl_cholesterol_friedewald(
    total_cholesterol: Annotated[
        float, Measure("mg/dL", low=40, high=800, analyte="cholesterol", means="total cholesterol")
    ],
    hdl_cholesterol: Annotated[
        float,
        Measure("mg/dL", low=5, high=200, analyte="cholesterol", means="HDL cholesterol", below="total_cholesterol"),
    ],
    triglycerides: Annotated[
        float, Measure("mg/dL", low=10, high=399, analyte="triglycerides", means="fasting triglycerides")
    ],
) -> float:
    """Total cholesterol less that of high-density lipoprotein and a share of the triglycerides."""
    return total_cholesterol - hdl_cholesterol - triglycerides / 5
