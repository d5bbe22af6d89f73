"""Extended-interval gentamicin or tobramycin after Nicolau and others, 1995."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show, show_range
from assistant.records import Part

SAID = (
    "To start with, {dose} at a time, at an interval of {result}; a level drawn {window} after the start of the dose sets the next "
    "interval."
)


@calculator(
    title="Starting dose and interval of gentamicin or tobramycin (extended interval, Hartford)",
    synonyms=(
        "Hartford nomogram",
        "extended-interval gentamicin",
        "extended interval aminoglycoside",
        "once-daily gentamicin",
        "once-daily tobramycin",
        "gentamicin interval",
        "aminoglycoside interval",
        "gentamicin once daily",
        "extended interval gentamicin",
        "extended interval dosing",
    ),
    result=Result("h", places=0),
    reference=("nicolau-1995", "lovering-reeves-hartford", "stony-brook-aminoglycosides-2015"),
    says="The starting interval is {result}, with the dose beside it.",
    warnings=(
        "The interval is a start: a level after the dose and the nomogram of the program set the next.",
        "The nomogram holds for the dose of the program only; with a lower dose it misleads.",
        "Where kidney function is unstable, a hospital's guideline takes conventional dosing.",
        "The program had no interval for a creatinine clearance below its lowest band, which is refused here.",
    ),
    not_for=(
        "children",
        "pregnancy",
        "extensive burns",
        "ascites",
        "cystic fibrosis",
        "dialysis",
        "synergy in endocarditis and other gram-positive infections",
    ),
    vectors=(
        # 60 mL/min and above: 24 h; 7 × 70 = 490 mg
        Vector({"dosing_weight": "70 kg", "creatinine_clearance": "60 mL/min"}, "24 h", by="paper"),
        # below 60: 36 h
        Vector({"dosing_weight": "70 kg", "creatinine_clearance": "59.9 mL/min"}, "36 h", by="hand"),
        Vector({"dosing_weight": "82 kg", "creatinine_clearance": "40 mL/min"}, "36 h", by="paper"),
        # below 40: 48 h
        Vector({"dosing_weight": "82 kg", "creatinine_clearance": "39.9 mL/min"}, "48 h", by="hand"),
        Vector({"dosing_weight": "150 lb", "creatinine_clearance": "20 mL/min"}, "48 h", by="paper"),
    ),
)
def aminoglycoside_interval(
    dosing_weight: Annotated[
        float,
        Measure(
            "kg",
            low=30,
            high=150,
            means="dosing weight",
            counts="actual weight; where that exceeds 120% of the ideal weight, the adjusted weight "
            "(ideal plus 0.4 times the excess)",
        ),
    ],
    creatinine_clearance: Annotated[
        float,
        Measure("mL/min", low=20, high=250, counts="stable; below 20 mL/min the program gives no interval"),
    ],
) -> Finding:
    """The starting regimen of adults, from dosing weight and creatinine clearance."""
    hours = 24 if creatinine_clearance >= 60 else 36 if creatinine_clearance >= 40 else 48
    dose = 7 * dosing_weight
    text = show(dose, "mg", 0)
    part = Part(label="dose", value=dose, unit="mg", text=text)
    return Finding(hours, "h", (part,), SAID, {"dose": text, "window": show_range(6, 14, "h", 0)})
