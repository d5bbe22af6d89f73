"""Work out what a row gives a patient: the dose with its cap, the volume of each product, the rate of the pump, step by step."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.figures.quantities import Amount, convert, is_same_kind, show_number, show_range
from assistant.figures.units import to_fraction
from assistant.records import Cap, Part, Result
from assistant.regimens.measures import Measured, Strength, read_dose, read_per_kg, read_rate, read_time
from assistant.regimens.needs import name_weight
from assistant.regimens.patient import Patient
from assistant.regimens.schema import Dose, Sheet, Tier

_DILUTED = re.compile(r"[\d.,]+\s?\S+ in [\d.,]+\s?(?:mL|L)\b")


@dataclass(frozen=True, slots=True)
class Worked:
    """A dose worked out; `text` is its print, `steps` how it came about."""

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


def work_out(dose: Dose, patient: Patient) -> Worked:
    """The dose for a patient. A dose for each kilogram is held at its maximum, at both ends."""
    if dose.amount:
        fixed = read_dose(dose.amount)
        return Worked(float(fixed.low), float(fixed.high), fixed.unit, dose.amount, fixed.form)
    each = read_per_kg(dose.per_kg or "")
    weight = float(patient.value(name_weight(dose) or "", "kg") or 0)
    low, high = (_multiply(end, each, weight) for end in (each.low, each.high))
    steps = tuple(_show_product(end, each, weight) for end in dict.fromkeys((each.low, each.high)))
    if not dose.max:
        return Worked(low, high, each.counted, show_range(low, high, each.counted), steps=steps)
    return _hold(dose.max, Worked(low, high, each.counted, show_range(low, high, each.counted), steps=steps))


def _multiply(end: Fraction, each: Measured, weight: float) -> float:
    return (Amount.of(end, each.unit) * Amount.body_weight(weight)).to(each.counted)


def _show_product(end: Fraction, each: Measured, weight: float) -> str:
    dose = _multiply(end, each, weight)
    shown = f"{show_number(float(end), significant=6)} {each.unit} × {show_number(weight, significant=5)} kg"
    return f"{shown} = {show_number(dose, significant=5)} {each.counted}"


def _hold(maximum: str, free: Worked) -> Worked:
    """A dose held at its maximum, which is compared exactly and in the unit of the dose."""
    limit = read_dose(maximum)
    most = convert(float(limit.low), limit.unit, free.unit)
    low, high = min(free.low, most), min(free.high, most)
    text = show_range(low, high, free.unit)
    applied = free.high > most
    if applied:
        how = "above" if free.low > most else "above at its upper end"
        step = f"{how} the maximum {maximum}: {text}"
    else:
        step = f"{'at' if free.high == most else 'below'} the maximum {maximum}"
    return Worked(low, high, free.unit, text, cap=Cap(limit=maximum, applied=applied), steps=(*free.steps, step))


def list_parts(sheet: Sheet, tier: Tier, worked: Worked | None, patient: Patient) -> tuple[Part, ...]:
    """The dose with its volume and rate, and what follows it; nothing where there is no more to say than the dose."""
    return (*_dose_part(sheet, tier, worked), *_maintenance_part(tier, patient))


def _dose_part(sheet: Sheet, tier: Tier, worked: Worked | None) -> Iterator[Part]:
    if worked is None or tier.dose is None:
        return
    volume, rate = _find_volumes(sheet, worked), _find_rate(tier, worked)
    if not (volume or rate or tier.maintenance):
        return
    label = "total of a day" if tier.dose.per == "day" else "dose"
    yield _part(label, worked, rate=rate, interval=tier.interval, volume=volume)


def _maintenance_part(tier: Tier, patient: Patient) -> Iterator[Part]:
    then = tier.maintenance
    if then is None:
        return
    interval = ", ".join(text for text in (then.interval, f"for {then.duration}" if then.duration else "") if text)
    if then.dose:
        yield _part("then", work_out(then.dose, patient), rate=then.rate, interval=interval or None, volume=None)
    elif then.rate:
        found = read_rate(then.rate)
        held = Worked(float(found.low), float(found.high), found.unit, then.rate)
        pump = _show_pump(found, tier)
        yield _part("then", held, rate=pump, interval=interval or None, volume=None)


def _part(label: str, worked: Worked, rate: str | None, interval: str | None, volume: str | None) -> Part:
    result = worked.as_result()
    value = result.value if isinstance(result.value, float) else None
    return Part(
        label=label, value=value, low=result.low, high=result.high, unit=result.unit, text=result.text,
        rate=rate, interval=interval, volume=volume,
    )  # fmt: skip


def _find_volumes(sheet: Sheet, worked: Worked) -> str | None:
    """How much of each product the dose is: `0.5 mL of adrenaline injection 1 mg/mL`."""
    found = []
    for product in sheet.products:
        strength = Strength.read(product.strength)
        if worked.form:
            amount = _count_out(worked, strength)
        else:
            amount = strength.divide((worked.low, worked.high), worked.unit)
            amount = amount and f"{amount} of {product.name} {product.strength}"
        found += [amount] if amount else []
    return "; ".join(found) or None


def _count_out(worked: Worked, strength: Strength) -> str | None:
    """What is in the sachets or tablets of a dose."""
    if not strength.form or strength.per != worked.unit:
        return None
    ends = [float(to_fraction(end) * strength.amount.low) for end in (worked.low, worked.high)]
    return show_range(ends[0], ends[1], strength.amount.unit)


def _find_rate(tier: Tier, worked: Worked) -> str | None:
    """The rate of the row, and of the pump where the dilution says the concentration."""
    if tier.rate:
        pump = _show_pump(read_rate(tier.rate), tier)
        return f"{tier.rate}{f' ({pump})' if pump else ''}"
    concentration = read_concentration(tier)
    if concentration is None or tier.over is None or worked.form:
        return None
    if not is_same_kind(worked.unit, concentration.counted):
        return None
    time = read_time(tier.over)
    volumes = [Amount.of(end, worked.unit) / _amount(concentration) for end in (worked.low, worked.high)]
    slowest, fastest = volumes[0] / Amount.of(time.high, time.unit), volumes[1] / Amount.of(time.low, time.unit)
    return show_range(slowest.to("mL/h"), fastest.to("mL/h"), "mL/h")


def _show_pump(rate: Measured, tier: Tier) -> str | None:
    """A rate of the drug as a rate of the pump, where the dilution says the concentration."""
    concentration = read_concentration(tier)
    if concentration is None or "/kg" in rate.unit or not is_same_kind(rate.counted, concentration.counted):
        return None
    ends = [(Amount.of(end, rate.unit) / _amount(concentration)).to("mL/h") for end in (rate.low, rate.high)]
    return show_range(ends[0], ends[1], "mL/h")


def read_concentration(tier: Tier) -> Measured | None:
    """The concentration that a dilution makes, where it begins with an amount in a volume."""
    written = _DILUTED.match(tier.dilution or "")
    if written is None:
        return None
    try:
        found = Measured.read(written.group())
    except ValueError:
        return None
    return found if found.kind.endswith("/volume") else None


def _amount(measured: Measured) -> Amount:
    return Amount.of(measured.low, measured.unit)


def show_limit(text: str) -> Result:
    """A rate that is a limit, as a result: `at most 10 mmol/h`."""
    found = read_rate(text)
    return Result(value=float(found.high), unit=found.unit, text=f"at most {text}")
