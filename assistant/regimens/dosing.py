"""Work out what a row gives a patient: the dose with its cap, the rate with its limit, step by step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from assistant.figures.quantities import Amount, convert, show_number, show_range
from assistant.records import Cap, Result
from assistant.regimens.measures import Measured, read_dose, read_per_kg, read_per_m2, read_rate, read_weight
from assistant.regimens.needs import SURFACE, WEIGHTS
from assistant.regimens.patient import Patient
from assistant.regimens.schema import Dose, Step, Tier, Weight


@dataclass(frozen=True, slots=True)
class Worked:
    """A dose or rate worked out; `text` is its print, `steps` how it came about."""

    low: float
    high: float
    unit: str
    text: str
    form: bool = False
    cap: Cap | None = None
    steps: tuple[str, ...] = ()

    def as_result(self, text: str | None = None) -> Result:
        """The dose as a result: one value, or a low and a high."""
        exact = self.low == self.high
        return Result(
            value=self.low if exact else None,
            low=None if exact else self.low,
            high=None if exact else self.high,
            unit=self.unit,
            text=text or self.text,
        )


@dataclass(frozen=True, slots=True)
class Body:
    """What a dose grows with, as it counts: kilograms or square metres; `step` says where the count was held."""

    size: float
    unit: str
    step: str = ""

    @property
    def amount(self) -> Amount:
        """The size, which cancels the `/kg` or `/m²` of a dose and nothing else."""
        return Amount.body_weight(self.size) if self.unit == "kg" else Amount.of(self.size, self.unit)


def work_out(dose: Dose, patient: Patient) -> Worked:
    """The dose for a patient. One that grows with the body is held between its least and its most, at both ends."""
    if dose.amount:
        fixed = read_dose(dose.amount)
        return Worked(float(fixed.low), float(fixed.high), fixed.unit, dose.amount, fixed.form)
    if dose.per_m2:
        each, body = read_per_m2(dose.per_m2), Body(float(patient.value(SURFACE, "m²") or 0), "m²")
    else:
        each, body = read_per_kg(dose.per_kg or ""), _weigh(dose, patient)
    return _hold(_grow(each, body), dose.min, dose.max)


def work_out_rate(row: Tier | Step, weight: Weight | None, patient: Patient) -> Worked | None:
    """The rate of a row for a patient, held at its limit; None where the row has none."""
    if row.rate is None:
        return None
    each = read_rate(row.rate)
    if not each.is_per_kg:
        return Worked(float(each.low), float(each.high), each.unit, row.rate)
    kilograms = float(patient.value(WEIGHTS[weight], "kg") or 0)
    free = _grow(each, Body(kilograms, "kg"))
    limit = row.rate_max if row.rate_max and not read_rate(row.rate_max).is_per_kg else None
    return _hold(free, None, limit)


def _weigh(dose: Dose, patient: Patient) -> Body:
    """The weight that counts: that of the patient, or the one above which the dose no longer grows."""
    kilograms = patient.value(WEIGHTS[dose.weight], "kg") or Fraction(0)
    if dose.weight_max and kilograms > (most := read_weight(dose.weight_max).low):
        given = show_number(float(kilograms), significant=5)
        return Body(float(most), "kg", f"{given} kg is above {dose.weight_max}, from which the dose no longer grows")
    return Body(float(kilograms), "kg")


def _grow(each: Measured, body: Body) -> Worked:
    """An amount for each kilogram or square metre, for a body."""
    unit = each.without_body
    ends = [(Amount.of(end, each.unit) * body.amount).to(unit) for end in (each.low, each.high)]
    shown = tuple(_show_product(each, body, end, dose) for end, dose in zip((each.low, each.high), ends, strict=True))
    steps = tuple(dict.fromkeys(step for step in (body.step, *shown) if step))
    return Worked(ends[0], ends[1], unit, show_range(ends[0], ends[1], unit), steps=steps)


def _show_product(each: Measured, body: Body, end: Fraction, dose: float) -> str:
    size = f"{show_number(body.size, significant=5)} {body.unit}"
    shown = f"{show_number(float(end), significant=6)} {each.unit} × {size}"
    return f"{shown} = {show_number(dose, significant=5)} {each.without_body}"


def _hold(free: Worked, least: str | None, most: str | None) -> Worked:
    """A dose held at its least and its most, which are compared exactly and in the unit of the dose."""
    held = _lift(free, least) if least else free
    return _cap(held, most) if most else held


def _lift(free: Worked, minimum: str) -> Worked:
    limit = read_dose(minimum)
    least = convert(float(limit.low), limit.unit, free.unit)
    if free.low >= least:
        return free
    low, high = max(free.low, least), max(free.high, least)
    text = show_range(low, high, free.unit)
    return replace(free, low=low, high=high, text=text, steps=(*free.steps, f"below the minimum {minimum}: {text}"))


def _cap(free: Worked, maximum: str) -> Worked:
    limit = read_rate(maximum) if "/" in free.unit else read_dose(maximum)
    most = convert(float(limit.low), limit.unit, free.unit)
    low, high = min(free.low, most), min(free.high, most)
    text = show_range(low, high, free.unit)
    applied = free.high > most
    if applied:
        how = "above" if free.low > most else "above at its upper end"
        step = f"{how} the maximum {maximum}: {text}"
    else:
        step = f"{'at' if free.high == most else 'below'} the maximum {maximum}"
    cap = Cap(limit=maximum, applied=applied)
    return replace(free, low=low, high=high, text=text, cap=cap, steps=(*free.steps, step))


def work_out_most(each: Measured, cap: str | None, weight: Weight | None, patient: Patient) -> Worked | None:
    """The most in a day or over all repeats that grows with the weight, for a patient; None where it is the same for everybody."""
    if not each.is_per_kg:
        return None
    return _hold(_grow(each, Body(float(patient.value(WEIGHTS[weight], "kg") or 0), "kg")), None, cap)


def show_limit(text: str) -> Result:
    """A rate that is a limit, as a result: `at most 10 mmol/h`."""
    found = read_rate(text)
    return Result(value=float(found.high), unit=found.unit, text=f"at most {text}")


def list_steps(tier: Tier) -> Iterator[tuple[str, Step]]:
    """What follows the dose of a row, each under the name by which its sentence calls it: `then`, `step_a`, `step_b`."""
    if tier.maintenance:
        yield "then", tier.maintenance
    for place, step in enumerate(tier.steps):
        yield f"step_{chr(ord('a') + place)}", step


def fill_worked(tier: Tier, patient: Patient) -> dict[str, str]:
    """The worked texts of a row's rates and steps that grow with the body, by the placeholders of its sentence."""
    filled: dict[str, str] = {}
    weight = rate_weight(tier)
    if tier.rate and tier.dose and read_rate(tier.rate).is_per_kg and (rate := work_out_rate(tier, weight, patient)):
        filled["rate"] = rate.text
    for name, step in list_steps(tier):
        if step.dose and not step.dose.amount:
            filled[f"{name}_dose"] = work_out(step.dose, patient).text
        if step.rate and read_rate(step.rate).is_per_kg and (rate := work_out_rate(step, weight, patient)):
            filled[f"{name}_rate"] = rate.text
    return filled


def rate_weight(tier: Tier) -> Weight | None:
    """The weight on which the rates of a row are worked out: the one named for them, else that of its dose."""
    return tier.rate_weight or (tier.dose.weight if tier.dose else None)
