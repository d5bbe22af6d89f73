"""Exposure to vancomycin from levels after the same dose, with the equations of Sawchuk and Zaske, 1976."""

from math import exp, inf, nextafter
from math import log as ln
from typing import Annotated

from assistant.calculators.contract import Band, Finding, Measure, Result, Vector, calculator
from assistant.errors import WrongOrder
from assistant.figures.quantities import show, show_range
from assistant.records import Part

SAID = "The daylong area under the curve of vancomycin is {result}. The guideline aims for {aim} in serious MRSA infection and takes the MIC as {mic}."


@calculator(
    title="Vancomycin exposure (area under the curve) from levels after the same dose",
    synonyms=(
        "vancomycin AUC from two levels",
        "vancomycin AUC two levels",
        "AUC from vancomycin peak and trough",
        "vancomycin AUC",
        "vanc AUC",
    ),
    result=Result("mg·h/L", places=0),
    reference=("definition-auc-by-trapezoids", "sawchuk-1976", "vanc-2020", "rybak-2006-vancomycin"),
    says="The daylong area under the curve of vancomycin is {result}.",
    warnings=(
        "Holds at steady state, for levels after the same dose and after distribution has ended.",
        "The drug distributes for a while after the infusion ends; a level drawn within that time does not fit the equations.",
        "The infusion time and the times of the levels are the true ones, counted from the end of the infusion.",
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
        # ke = ln 2 ÷ 6 = 0.1155245; peak 30 × 2^(1/6) = 33.67386; trough 33.67386 × 2^(−10/6) = 10.60660;
        # infusion 44.28046 ÷ 2 × 2 = 44.28046; then 23.06726 ÷ 0.1155245 = 199.6741; 243.9546 × 2 = 487.91
        Vector(
            {
                "dose": "1000 mg",
                "infusion_time": "2 h",
                "earlier_level": "30 mg/L",
                "earlier_time": "1 h",
                "later_level": "15 mg/L",
                "later_time": "7 h",
                "interval": "12 h",
            },
            "488 mg·h/L",
            by="hand",
        ),
        # ke = ln 2 ÷ 12 = 0.05776227; peak 20 × 2^(2/12) = 22.449241; trough × 2^(−22/12) = 6.299605;
        # infusion 28.748846; then 16.149636 ÷ 0.05776227 = 279.588; together 308.34, once a day
        Vector(
            {
                "dose": "1.25 g",
                "infusion_time": "120 min",
                "earlier_level": "20 mcg/mL",
                "earlier_time": "2 h",
                "later_level": "10 mcg/mL",
                "later_time": "14 h",
                "interval": "24 h",
            },
            "308 mg·h/L",
            by="hand",
        ),
        # ke = ln 2 ÷ 4 = 0.1732868; peak 24 × 2^(1/4) = 28.540971; trough × 2^(−7/4) = 8.485281;
        # infusion 18.513126; then 20.05569 ÷ 0.1732868 = 115.7370; 134.2501 × 3 = 402.75
        Vector(
            {
                "dose": "750 mg",
                "infusion_time": "60 min",
                "earlier_level": "24 mg/L",
                "earlier_time": "60 min",
                "later_level": "12 mg/L",
                "later_time": "5 h",
                "interval": "8 h",
            },
            "403 mg·h/L",
            by="hand",
        ),
    ),
)
def vancomycin_auc_from_levels(
    dose: Annotated[float, Measure("mg", low=100, high=5000, written=("mg", "g"), means="vancomycin dose")],
    infusion_time: Annotated[
        float, Measure("h", low=0.25, high=6, written=("h", "min"), means="duration of the infusion")
    ],
    earlier_level: Annotated[
        float, Measure("mg/L", low=1, high=150, written=("mg/L", "mcg/mL"), means="earlier vancomycin level")
    ],
    earlier_time: Annotated[
        float,
        Measure(
            "h",
            low=1,
            high=48,
            written=("h", "min"),
            below="later_time",
            means="time of the earlier level, from the end of the infusion",
            counts="after distribution, which lasts 30 min to 1 h with a normal creatinine clearance (Rybak, 2006)",
        ),
    ],
    later_level: Annotated[
        float,
        Measure(
            "mg/L",
            low=0.5,
            high=100,
            written=("mg/L", "mcg/mL"),
            below="earlier_level",
            means="later vancomycin level, before the next dose",
        ),
    ],
    later_time: Annotated[
        float,
        Measure(
            "h",
            low=1.5,
            high=72,
            written=("h", "min"),
            below="interval",
            means="time of the later level, from the end of the infusion",
        ),
    ],
    interval: Annotated[float, Measure("h", low=4, high=72, means="dosing interval, from start to start")],
) -> Finding:
    """The exposure of adults under intermittent infusion at steady state: by trapezoid over the infusion, exponential after it."""
    _check_time(later_time, interval - infusion_time)
    ke = ln(earlier_level / later_level) / (later_time - earlier_time)
    peak = earlier_level * exp(ke * earlier_time)
    trough = peak * exp(-ke * (interval - infusion_time))
    area = (peak + trough) / 2 * infusion_time + (peak - trough) / ke
    parts = _parts(dose, infusion_time, ke, peak, trough)
    return Finding(area * 24 / interval, "mg·h/L", parts, SAID, _quote())


def _quote() -> dict[str, str]:
    """What the guideline aims for, and the sensitivity of the germ that it takes."""
    return {"aim": show_range(400, 600, "mg·h/L", 0), "mic": show(1, "mg/L", 0)}


def _check_time(later_time: float, next_start: float) -> None:
    """Refuse a level from the next infusion."""
    if later_time > next_start + 1e-9:
        raise WrongOrder("later_time", f"{later_time:g} h", "a time before the next infusion begins")


def _parts(dose: float, infusion_time: float, ke: float, peak: float, trough: float) -> tuple[Part, ...]:
    volume = dose / infusion_time / ke * (1 - exp(-ke * infusion_time)) / (peak - trough * exp(-ke * infusion_time))
    rows = (
        ("elimination rate constant", ke, "/h", 4),
        ("half-life", ln(2) / ke, "h", 1),
        ("level at the end of the infusion", peak, "mg/L", 1),
        ("level at the end of the interval", trough, "mg/L", 1),
        ("volume of distribution", volume, "L", 1),
        ("clearance", ke * volume, "L/h", 2),
    )
    return tuple(
        Part(label=label, value=value, unit=unit, text=show(value, unit, places)) for label, value, unit, places in rows
    )
