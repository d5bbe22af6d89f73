"""How a worked dose reaches the patient: the volume of each product, the rate of the pump, and what follows it."""

import re
from collections.abc import Iterator, Sequence

from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import Amount, convert, is_same_kind, show_range
from assistant.figures.units import to_fraction
from assistant.records import Part
from assistant.regimens.dosing import Worked, list_steps, rate_weight, work_out, work_out_most, work_out_rate
from assistant.regimens.measures import Measured, Strength, read_daily, read_rate, read_time, read_total
from assistant.regimens.patient import Patient
from assistant.regimens.schema import Product, Sheet, Step, Tier
from assistant.regimens.site import Site, Stocked

_DILUTED = re.compile(r"[\d.,]+\s?\S+ in [\d.,]+\s?(?:mL|L)\b")
OTHER_UNIT = {"si": ("mEq", "mmol"), "conventional": ("mmol", "mEq")}
"""Of a salt counted by its ion: the unit of a source, and the one that the site prefers."""


def list_parts(sheet: Sheet, tier: Tier, worked: Worked | None, patient: Patient, site: Site) -> tuple[Part, ...]:
    """The dose with its volume and rate, and what follows it; nothing where there is no more to say than the dose."""
    dose = _dose_part(sheet, tier, worked, patient, site)
    return (*dose, *_step_parts(sheet, tier, patient, site), *_day_part(tier, patient))


def _dose_part(sheet: Sheet, tier: Tier, worked: Worked | None, patient: Patient, site: Site) -> Iterator[Part]:
    if worked is None or tier.dose is None:
        alone = work_out_rate(tier, rate_weight(tier), patient)
        if alone and (pump := _show_pump(alone, tier.dilution)):
            yield _part("rate", alone, rate=pump, interval=None, volume=None)
        return
    volume, rate = find_volumes(list_products(sheet, site), worked), _find_rate(tier, worked, patient)
    other = _in_other_unit(sheet, worked, site)
    if not (volume or rate or other or tier.maintenance or tier.steps):
        return
    label = "total of a day" if tier.dose.per == "day" else "dose"
    yield _part(label, worked, rate=rate, interval=tier.interval, volume=volume)
    if other:
        yield other


def _step_parts(sheet: Sheet, tier: Tier, patient: Patient, site: Site) -> Iterator[Part]:
    for _, step in list_steps(tier):
        interval = ", ".join(_say_when(step)) or None
        label = step.label or "then"
        if step.dose:
            worked = work_out(step.dose, patient)
            volume = find_volumes(list_products(sheet, site), worked)
            yield _part(label, worked, rate=_rate_over(step, worked), interval=interval, volume=volume)
        elif rate := work_out_rate(step, rate_weight(tier), patient):
            pump = _show_pump(rate, step.dilution or tier.dilution)
            yield _part(label, rate, rate=pump, interval=interval, volume=None)


def _say_when(step: Step) -> Iterator[str]:
    if step.over:
        yield f"over {step.over}"
    if step.interval:
        yield step.interval
    if step.duration:
        yield f"for {step.duration}"
    if step.dilution:
        yield f"diluted to {step.dilution}"


def _day_part(tier: Tier, patient: Patient) -> Iterator[Part]:
    """The most in a day and over all repeats, where they grow with the weight."""
    weight = rate_weight(tier)
    limits = (("most in a day", tier.daily_max and read_daily(tier.daily_max), tier.daily_cap),
              ("most over all repeats", tier.total_max and read_total(tier.total_max), None))  # fmt: skip
    for label, each, cap in limits:
        if each and (most := work_out_most(each, cap, weight, patient)):
            yield _part(label, most, rate=None, interval=None, volume=None)


def _part(label: str, worked: Worked, rate: str | None, interval: str | None, volume: str | None) -> Part:
    result = worked.as_result()
    value = result.value if isinstance(result.value, float) else None
    return Part(
        label=label, value=value, low=result.low, high=result.high, unit=result.unit, text=result.text,
        rate=rate, interval=interval, volume=volume,
    )  # fmt: skip


def _in_other_unit(sheet: Sheet, worked: Worked, site: Site) -> Part | None:
    """The dose in the unit that the site prefers, where it is a salt counted by its ion."""
    source, preferred = OTHER_UNIT[site.units]
    if sheet.ion not in ANALYTES or worked.unit != source:
        return None
    low, high = (convert(end, source, preferred, sheet.ion) for end in (worked.low, worked.high))
    same = Worked(low, high, preferred, show_range(low, high, preferred))
    return _part("the same", same, rate=None, interval=None, volume=None)


def list_products(sheet: Sheet, site: Site) -> Sequence[Product | Stocked]:
    """The products that volumes are worked out for: those that the site stocks, else those of the file."""
    stocked = site.stocked(sheet.id)
    return stocked if stocked is not None else sheet.products


def find_volumes(products: Sequence[Product | Stocked], worked: Worked) -> str | None:
    """How much of each product the dose is: `0.5 mL of adrenaline injection 1 mg/mL`."""
    found = []
    for product in products:
        strength = Strength.read(product.strength)
        if worked.form:
            amount = _count_out(worked, strength)
        else:
            amount = strength.divide((worked.low, worked.high), worked.unit)
            amount = amount and f"{amount} of {product.name} {product.strength}"
        found += [amount] if amount else []
    return " or ".join(found) or None


def _count_out(worked: Worked, strength: Strength) -> str | None:
    """What is in the sachets or tablets of a dose."""
    if not strength.form or strength.per != worked.unit:
        return None
    ends = [float(to_fraction(end) * strength.amount.low) for end in (worked.low, worked.high)]
    return show_range(ends[0], ends[1], strength.amount.unit)


def _find_rate(tier: Tier, worked: Worked, patient: Patient) -> str | None:
    """The rate of the row for the patient, and of the pump where the dilution says the concentration."""
    rate = work_out_rate(tier, rate_weight(tier), patient)
    if rate is None:
        return _rate_over(tier, worked)
    pump = _show_pump(rate, tier.dilution)
    return f"{rate.text}{f' ({pump})' if pump else ''}"


def _rate_over(row: Tier | Step, worked: Worked) -> str | None:
    """The rate of the pump that gives a dose in its time, where the dilution says the concentration."""
    concentration = read_concentration(row.dilution)
    if row.over is None or worked.form:
        return None
    time = read_time(row.over)
    if worked.unit in ("mL", "L") and row.dilution is None:  # diluted first, the volume that runs in is another
        volumes = [Amount.of(end, worked.unit) for end in (worked.low, worked.high)]
    elif concentration is not None and is_same_kind(worked.unit, concentration.counted):
        volumes = [Amount.of(end, worked.unit) / _amount(concentration) for end in (worked.low, worked.high)]
    else:
        return None
    slowest, fastest = volumes[0] / Amount.of(time.high, time.unit), volumes[1] / Amount.of(time.low, time.unit)
    return show_range(slowest.to("mL/h"), fastest.to("mL/h"), "mL/h")


def _show_pump(rate: Worked, dilution: str | None) -> str | None:
    """A rate of the drug as a rate of the pump, where the dilution says the concentration."""
    concentration = read_concentration(dilution)
    found = read_rate(f"1 {rate.unit}")
    if concentration is None or not is_same_kind(found.counted, concentration.counted):
        return None
    ends = [(Amount.of(end, rate.unit) / _amount(concentration)).to("mL/h") for end in (rate.low, rate.high)]
    return show_range(ends[0], ends[1], "mL/h")


def read_concentration(dilution: str | None) -> Measured | None:
    """The concentration that a dilution makes, where it begins with an amount in a volume."""
    written = _DILUTED.match(dilution or "")
    if written is None:
        return None
    try:
        found = Measured.read(written.group())
    except ValueError:
        return None
    return found if found.kind.endswith("/volume") else None


def _amount(measured: Measured) -> Amount:
    return Amount.of(measured.low, measured.unit)
