"""What both infusion calculators share: the kinds of dose rate and concentration, and when a weight is needed.

The ranges are wide on purpose: they catch a slipped unit, not an unusual dose, which is a matter for the drug's own regimen.
"""

from collections.abc import Mapping

from assistant.calculators.declarations import Either, Measure

DOSE_RATE = Either(
    Measure("micrograms/kg/min", low=0.0001, high=5000),
    Measure("mg/h", low=0.001, high=60_000),
    Measure("units/kg/h", low=0.0001, high=5000),
    Measure("units/h", low=0.01, high=2_000_000),
    Measure("mmol/kg/h", low=0.001, high=10),
    Measure("mmol/h", low=0.01, high=500),
    Measure("mEq/h", low=0.01, high=500),
)
CONCENTRATION = Either(
    Measure("mg/mL", low=0.00001, high=1000),
    Measure("units/mL", low=0.001, high=100_000),
    Measure("mmol/mL", low=0.001, high=10),
    Measure("mEq/mL", low=0.001, high=20),
    means="concentration of the infusion",
)


def is_by_weight(dose_rate_unit: str) -> bool:
    """Whether a dose rate is given for each kilogram."""
    return "/kg" in dose_rate_unit


def needs_weight(units: Mapping[str, str]) -> bool:
    """Whether the dose rate that was given cannot be used without a weight."""
    return is_by_weight(units.get("dose_rate", ""))
