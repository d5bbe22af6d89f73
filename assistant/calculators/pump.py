"""What both infusion calculators share: the kinds of dose rate and concentration, a pump's limits, when a weight is needed.

The ranges are wide on purpose: they catch a slipped unit, not an unusual dose, which is a matter for the drug's own regimen.
"""

from collections.abc import Mapping

from assistant.calculators.declarations import Choice, Either, Measure
from assistant.figures.quantities import Amount

DOSE_RATE = Either(
    Measure("micrograms/kg/min", low=0.0001, high=5000),
    Measure("mg/h", low=0.001, high=60_000),
    Measure("units/kg/h", low=0.0001, high=5000),
    Measure("units/h", low=0.01, high=2_000_000),
    Measure("mmol/kg/h", low=0.001, high=10),
    Measure("mmol/h", low=0.01, high=500),
    Measure("mEq/kg/h", low=0.001, high=10),
    Measure("mEq/h", low=0.01, high=500),
)
CONCENTRATION = Either(
    Measure("mg/mL", low=0.00001, high=1000),
    Measure("units/mL", low=0.001, high=100_000),
    Measure("mmol/mL", low=0.001, high=10),
    Measure("mEq/mL", low=0.001, high=20),
    means="concentration of the infusion",
    pairs_with="dose_rate",
)
PUMP_RATE = Measure("mL/h", low=0.01, high=2000, means="rate of the pump")
"""From what a syringe driver can deliver to what a large-volume pump can."""
DOSE_UNIT = Choice(
    *("nanograms/kg/min", "micrograms/kg/min", "micrograms/kg/h", "mg/kg/h"),
    *("micrograms/min", "micrograms/h", "mg/min", "mg/h"),
    *("units/kg/h", "units/kg/min", "units/h", "units/min"),
    *("mmol/kg/h", "mmol/h", "mEq/kg/h", "mEq/h"),
    means="unit in which the dose rate is wanted",
    pairs_with="concentration",
)
_NATURAL = {
    "mg/mL": ("micrograms/kg/min", "mg/h"),
    "units/mL": ("units/kg/h", "units/h"),
    "mmol/mL": ("mmol/kg/h", "mmol/h"),
    "mEq/mL": ("mEq/kg/h", "mEq/h"),
}
"""The usual unit of a dose rate for each kind of concentration, with a weight and without."""


def is_by_weight(dose_rate: Amount) -> bool:
    """Whether a dose rate is given for each kilogram of the patient."""
    return "[body_weight]" in dose_rate.exact.dimensionality


def needs_weight(units: Mapping[str, str]) -> bool:
    """Whether the dose rate that was given, or is wanted, cannot be had without a weight."""
    return any(is_by_weight(Amount.of(1, units[name])) for name in ("dose_rate", "dose_unit") if name in units)


WEIGHT = Measure(
    "kg",
    low=0.3,
    high=500,
    means="weight that the dose is given by (actual, ideal or adjusted, as its source says)",
    needed=needs_weight,
)


def find_natural_unit(concentration: Amount, weight: float | None) -> str:
    """The usual unit of the dose rate that a concentration gives: for each kilogram when a weight is known."""
    by_weight, plain = next(units for unit, units in _NATURAL.items() if _is_of(concentration, unit))
    return by_weight if weight else plain


def _is_of(amount: Amount, unit: str) -> bool:
    same: bool = amount.exact.dimensionality == Amount.of(1, unit).exact.dimensionality
    return same
