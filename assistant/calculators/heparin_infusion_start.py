"""Start of an infusion of unfractionated heparin by the nomogram of Raschke and others, 1993."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part

HIGHEST_BOLUS = 10_000
"""The highest bolus of a cited hospital's protocol, in units."""
HIGHEST_RATE = 2000
"""Its highest rate to start with, in units/h."""
SAID = "The bolus of heparin is {result}, followed by an infusion of {rate}."
ABOVE = (
    "The bolus of heparin is {result} by the nomogram, followed by an infusion of {rate}: the highest of a cited hospital's protocol "
    "are {bolus_cap} and {rate_cap}."
)


@calculator(
    title="Heparin bolus and infusion to start with (by weight, venous thromboembolism)",
    synonyms=(
        "heparin infusion start",
        "heparin bolus",
        "Raschke",
        "start heparin infusion",
        "weight-based heparin",
        "heparin infusion",
        "heparin drip",
        "start heparin",
        "unfractionated heparin",
        "UFH infusion",
    ),
    result=Result("units", places=0),
    reference=("raschke-1993-heparin", "aafp-heparin-table-2004", "durham-va-heparin"),
    says="The bolus of heparin is {result}, followed by an infusion.",
    warnings=(
        "For venous thromboembolism; other indications have other doses.",
        "By actual body weight. The nomogram has no highest dose; local protocols set their own.",
        "A hospital's protocol considers lower doses in the elderly, the oedematous and the morbidly obese.",
    ),
    not_for=("children",),
    vectors=(
        # 80 × 70 = 5,600; the infusion 18 × 70 = 1,260
        Vector({"weight": "70 kg"}, "5,600 units", by="hand"),
        # 80 × 93.5 = 7,480; the infusion 18 × 93.5 = 1,683
        Vector({"weight": "93.5 kg"}, "7,480 units", by="hand"),
        # 154 lb × 0.45359237 = 69.853 kg; × 80 = 5,588.3
        Vector({"weight": "154 lb"}, "5,588 units", by="hand"),
        # above the maxima of a hospital's protocol, which are told: 80 × 130 = 10,400; the infusion 18 × 130 = 2,340
        Vector({"weight": "130 kg"}, "10,400 units", by="hand"),
    ),
)
def heparin_infusion_start(
    weight: Annotated[float, Measure("kg", low=35, high=250, means="actual body weight")],
) -> Finding:
    """Unfractionated heparin into a vein for adults with venous thromboembolism: the bolus, then the infusion."""
    rate = 18 * weight
    text = show(rate, "units/h", 0)
    part = Part(label="infusion after the bolus", value=rate, unit="units/h", text=text)
    is_above = 80 * weight > HIGHEST_BOLUS or rate > HIGHEST_RATE
    return Finding(80 * weight, "units", (part, *_caps()), _say(is_above), {"rate": text, **_quote()})


def _say(is_above: bool) -> str:
    """The start, with the maxima of a hospital where it lies above them."""
    return ABOVE if is_above else SAID


def _quote() -> dict[str, str]:
    return {"bolus_cap": show(HIGHEST_BOLUS, "units", 0), "rate_cap": show(HIGHEST_RATE, "units/h", 0)}


def _caps() -> tuple[Part, ...]:
    """The maxima of a hospital's protocol."""
    bolus, rate = show(HIGHEST_BOLUS, "units", 0), show(HIGHEST_RATE, "units/h", 0)
    return (
        Part(label="highest bolus of a cited hospital's protocol", value=HIGHEST_BOLUS, unit="units", text=bolus),
        Part(label="highest rate of that protocol", value=HIGHEST_RATE, unit="units/h", text=rate),
    )
