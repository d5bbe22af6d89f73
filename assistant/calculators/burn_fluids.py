"""Fluid for resuscitation after a burn, after Parkland, as the Royal College of Emergency Medicine teaches it."""

from typing import Annotated

from assistant.calculators.contract import Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part

FASTEST = 2
"""The fluid of the early share is told as a rate up to so many times the formula's own pace. Ours, not of a source."""
DELIVERABLE = 2000
"""Up to so many mL/h a rate is told. Ours, not of a source."""
NO_RATE = "no rate is told: a senior or the burns centre decides"
SAID = (
    "The crystalloid for resuscitation over the day that follows the burn is {result}: until {early_end} after the burn {early}, "
    "then until {late_end} after it {late}."
)


@calculator(
    title="Fluid for resuscitation after a burn (Parkland and its modifications)",
    synonyms=(
        "Parkland",
        "Parkland formula",
        "burn fluids",
        "burns fluid resuscitation",
        "burn resuscitation",
        "Brooke formula",
        "burn",
        "burns",
    ),
    result=Result("mL", places=0),
    reference=("rcem-burns-fluids", "childhealthbc-burns"),
    says="The crystalloid for resuscitation over the day that follows the burn is {result}.",
    warnings=(
        "A starting point: the urine output decides how the rate goes on.",
        "Counted from the time of the burn, not of arrival.",
        "Not for small burns: the source begins at a larger burn in adults than in children, as told beside the question.",
        "The source prefers a warmed balanced crystalloid.",
        "What was given beyond the early share is taken from the later share here: our reckoning, no source says so.",
        "No rate is told where it would be far above the formula's own pace, or more than can well be given: ask a senior or the "
        "burns centre.",
        "Maintenance is given besides: sources differ for whom, but small children need it.",
    ),
    vectors=(
        # 3 × 24 × 50
        Vector(
            {
                "weight": "24 kg",
                "burnt_surface": "50%",
                "volume_per_kg_and_percent": "3 mL/kg",
                "time_since_burn": "0 h",
                "fluid_given": "0 mL",
            },
            "3,600 mL",
            by="paper",
        ),
        # 4 × 70 × 20; half 2800, less 500 = 2300 in the 6 h that are left
        Vector(
            {
                "weight": "70 kg",
                "burnt_surface": "20%",
                "volume_per_kg_and_percent": "4 mL/kg",
                "time_since_burn": "2 h",
                "fluid_given": "500 mL",
            },
            "5,600 mL",
            by="hand",
        ),
        # 2 × 12.5 × 15; half 187.5, of which more is given already
        Vector(
            {
                "weight": "12.5 kg",
                "burnt_surface": "15%",
                "volume_per_kg_and_percent": "2 mL/kg",
                "time_since_burn": "90 min",
                "fluid_given": "0.25 L",
            },
            "375 mL",
            by="hand",
        ),
        # 4 × 90 × 60; half 10,800 in the 0.5 h that are left would be 21,600 mL/h: no rate is told
        Vector(
            {
                "weight": "90 kg",
                "burnt_surface": "60%",
                "volume_per_kg_and_percent": "4 mL/kg",
                "time_since_burn": "7.5 h",
                "fluid_given": "0 mL",
            },
            "21,600 mL",
            by="hand",
        ),
    ),
)
def burn_fluids(
    weight: Annotated[float, Measure("kg", low=2, high=250, means="actual body weight")],
    burnt_surface: Annotated[
        float,
        Measure(
            "%",
            low=10,
            high=100,
            means="burnt share of the body surface",
            counts="erythema is not counted; fluid is given from 15% in adults and 10% in children on",
        ),
    ],
    volume_per_kg_and_percent: Annotated[
        float,
        Measure(
            "mL/kg",
            low=2,
            high=4,
            means="volume for each kilogram and each per cent of burnt surface",
            counts="usually 3 mL; 2 mL is considered in children and where overload threatens, 4 mL in inhalational injury",
        ),
    ],
    time_since_burn: Annotated[float, Measure("h", low=0, high=7.9, means="time since the burn")],
    fluid_given: Annotated[
        float, Measure("mL", low=0, high=50_000, written=("mL", "L"), means="fluid given since the burn")
    ],
) -> Finding:
    """Crystalloid for the day that follows a burn, in adults and children, and the rates that are left of it."""
    total = volume_per_kg_and_percent * weight * burnt_surface
    early = max(total / 2 - fluid_given, 0)
    late = max(min(total / 2, total - fluid_given), 0)
    parts = _tell_rates(early, 8 - time_since_burn, late, total / 16)
    quotes = {"early_end": "8 h", "late_end": "24 h", "early": parts[0].text, "late": parts[1].text}
    return Finding(total, "mL", parts, SAID, quotes)


def _tell_rates(early: float, hours_left: float, late: float, pace: float) -> tuple[Part, ...]:
    """What is still to run until eight hours after the burn, and what then follows until the day is over.

    `pace` is the rate of the formula where nothing was missed.
    """
    rate = early / hours_left
    is_told = rate <= min(FASTEST * pace, DELIVERABLE)
    left = f"in {show(hours_left, 'h', 1)} ({show(rate, 'mL/h', 0)})" if is_told else f"({NO_RATE})"
    until = f"{show(early, 'mL', 0)} {left}"
    told = show(late / 16, "mL/h", 0) if late / 16 <= DELIVERABLE else NO_RATE
    after = f"{show(late, 'mL', 0)} in 16 h ({told})"
    return (
        Part(label="still to give until 8 h after the burn", value=early, unit="mL", text=until),
        Part(label="then until 24 h after the burn", value=late, unit="mL", text=after),
    )
