"""Low-density lipoprotein cholesterol after Sampson and others, 2020."""

from typing import Annotated

from assistant.calculators.contract import Measure, Result, Vector, calculator


@calculator(
    title="LDL cholesterol (Sampson, equation of the National Institutes of Health)",
    synonyms=("Sampson LDL", "Sampson equation", "LDL by Sampson", "NIH equation for LDL", "Sampson-NIH"),
    result=Result(
        "mg/dL",
        places=0,
        like="total_cholesterol",
        analyte="cholesterol",
        others=(Result("mmol/L", places=2),),
        within=Measure("mg/dL", low=1, high=800),
        laid_to="triglycerides",
    ),
    reference="sampson-2020",
    says="The LDL cholesterol calculated after Sampson is {result}.",
    warnings=("Not for extremely high triglycerides, which are refused.",),
    vectors=(
        # 210.9705 − 51.4933 − (17.5234 + 10.5140 − 1.3975) − 9.44 = 123.397
        Vector(
            {"total_cholesterol": "200 mg/dL", "hdl_cholesterol": "50 mg/dL", "triglycerides": "150 mg/dL"},
            "123 mg/dL",
            by="hand",
        ),
        # 316.4557 − 41.1946 − (70.0935 + 72.8972 − 22.3602) − 9.44 = 145.191
        Vector(
            {"total_cholesterol": "300 mg/dL", "hdl_cholesterol": "40 mg/dL", "triglycerides": "600 mg/dL"},
            "145 mg/dL",
            by="hand",
        ),
        # 201.0653, 50.2663 and 132.8180 mg/dL: 212.0942 − 51.7676 − (15.5161 + 9.3593 − 1.0957) − 9.44 = 127.107; ÷ 38.6664
        Vector(
            {"total_cholesterol": "5.2 mmol/L", "hdl_cholesterol": "1.3 mmol/L", "triglycerides": "1.5 mmol/L"},
            "3.29 mmol/L",
            by="hand",
        ),
    ),
)
def ldl_cholesterol_sampson(
    total_cholesterol: Annotated[
        float, Measure("mg/dL", low=40, high=800, analyte="cholesterol", means="total cholesterol")
    ],
    hdl_cholesterol: Annotated[
        float,
        Measure("mg/dL", low=5, high=200, analyte="cholesterol", means="HDL cholesterol", below="total_cholesterol"),
    ],
    triglycerides: Annotated[float, Measure("mg/dL", low=10, high=800, analyte="triglycerides", means="triglycerides")],
) -> float:
    """Cholesterol of low-density lipoprotein, from total and HDL cholesterol and triglycerides."""
    non_hdl = total_cholesterol - hdl_cholesterol
    vldl = triglycerides / 8.56 + triglycerides * non_hdl / 2140 - triglycerides**2 / 16100
    return total_cholesterol / 0.948 - hdl_cholesterol / 0.971 - vldl - 9.44
