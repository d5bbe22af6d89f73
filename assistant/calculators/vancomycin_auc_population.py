"""Expected exposure to vancomycin from the clearance of Matzke and others, 1984."""

from math import inf, nextafter
from typing import Annotated

from assistant.calculators.contract import Band, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show, show_range
from assistant.records import Part

SAID = "The expected daylong area under the curve of vancomycin at steady state is {result}. The guideline aims for {aim} in serious MRSA infection and takes the MIC as {mic}."


@calculator(
    title="Vancomycin exposure (area under the curve) expected from the creatinine clearance",
    synonyms=(
        "expected vancomycin AUC",
        "empirical vancomycin AUC",
        "vancomycin AUC from creatinine clearance",
        "Matzke",
        "vancomycin AUC",
        "vanc AUC",
    ),
    result=Result("mg·h/L", places=0),
    reference=("matzke-1984-vancomycin", "definition-auc-from-clearance", "vanc-2020"),
    says="The expected daylong area under the curve of vancomycin at steady state is {result}.",
    warnings=(
        "An expectation from a small group, few of whom had a normal creatinine clearance; only levels tell the exposure.",
    ),
    not_for=("children",),
    bands=(
        Band(400, "below the range that the guideline aims for in serious MRSA infection", reference="vanc-2020"),
        Band(
            nextafter(600, inf),
            "within the range that the guideline aims for in serious MRSA infection",
            reference="vanc-2020",
        ),
        Band(inf, "above the range that the guideline aims for in serious MRSA infection", reference="vanc-2020"),
    ),
    vectors=(
        # 3.66 + 68.9 = 72.56 mL/min = 4.3536 L/h; 2,000 ÷ 4.3536 = 459.39
        Vector({"creatinine_clearance": "100 mL/min", "daily_dose": "2 g"}, "459 mg·h/L", by="hand"),
        # 3.66 + 20.67 = 24.33 mL/min = 1.4598 L/h; 1,000 ÷ 1.4598 = 685.03
        Vector({"creatinine_clearance": "30 mL/min", "daily_dose": "1000 mg"}, "685 mg·h/L", by="hand"),
        # 3.66 + 82.68 = 86.34 mL/min = 5.1804 L/h; 2,000 ÷ 5.1804 = 386.07
        Vector({"creatinine_clearance": "120 mL/min", "daily_dose": "2000 mg"}, "386 mg·h/L", by="hand"),
        # at the edges of the range: 4.3536 × 400 = 1,741.44 and 4.3536 × 600 = 2,612.16
        Vector({"creatinine_clearance": "100 mL/min", "daily_dose": "1741.44 mg"}, "400 mg·h/L", by="hand"),
        Vector({"creatinine_clearance": "100 mL/min", "daily_dose": "2612.16 mg"}, "600 mg·h/L", by="hand"),
    ),
)
def vancomycin_auc_population(
    creatinine_clearance: Annotated[float, Measure("mL/min", low=5, high=200)],
    daily_dose: Annotated[
        float,
        Measure("mg", low=250, high=8000, written=("mg", "g"), means="vancomycin of a whole day, all doses together"),
    ],
) -> Finding:
    """The exposure that a dose is expected to give adults with stable kidney function."""
    clearance = 3.66 + 0.689 * creatinine_clearance
    hourly = clearance * 60 / 1000
    text = show(hourly, "L/h", 2)
    part = Part(label="expected clearance", value=hourly, unit="L/h", text=text)
    return Finding(daily_dose / hourly, "mg·h/L", (part,), SAID, _quote())


def _quote() -> dict[str, str]:
    """What the guideline aims for, and the sensitivity of the germ that it takes."""
    return {"aim": show_range(400, 600, "mg·h/L", 0), "mic": show(1, "mg/L", 0)}
