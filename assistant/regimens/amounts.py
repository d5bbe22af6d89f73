"""The rules for what a row gives: every amount read in its dimension, every dose that grows with the body held by a maximum."""

from collections.abc import Callable, Iterator
from functools import partial

from assistant.errors import PlumblineError
from assistant.figures import find
from assistant.figures.quantities import convert, is_same_kind, show_number
from assistant.regimens import measures
from assistant.regimens.proof import Fault, Location
from assistant.regimens.schema import Dose, Step, Tier, Watch

_FIELDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("over", measures.read_time),
    ("rate", measures.read_rate),
    ("rate_max", measures.read_rate),
    ("concentration_max", measures.read_strength_limit),
    ("daily_max", measures.read_daily),
)


def check_amounts(tier: Tier, where: Location) -> Iterator[Fault]:
    """The rules that the amounts of a row break."""
    yield from _check_row(tier, where)
    if tier.daily_cap:
        yield from attempt((*where, "daily_cap"), lambda: measures.read_dose(tier.daily_cap or ""))
        if "/kg" not in (tier.daily_max or ""):
            yield Fault((*where, "daily_cap"), "`daily_cap` holds a `daily_max` for each kilogram, and there is none")
    if tier.total_max:
        yield from attempt((*where, "total_max"), lambda: measures.read_total(tier.total_max or ""))
    for name in ("titration", "given_as"):
        if (text := getattr(tier, name)) and not find(text):
            yield Fault((*where, name), f"{name} says no figure: {text!r}")
    if then := tier.maintenance:
        yield from _check_step(then, (*where, "maintenance"))
    for place, step in enumerate(tier.steps):
        at: Location = (*where, "steps", place)
        if not step.label:
            yield Fault(at, "each of several steps has a `label`")
        yield from _check_step(step, at)
    for place, other in enumerate(tier.alternatives):
        yield from check_dose(other.dose, (*where, "alternatives", place, "dose"))


def _check_step(step: Step, where: Location) -> Iterator[Fault]:
    if not (step.dose or step.rate):
        yield Fault(where, "a step gives a dose or a rate")
    yield from _check_row(step, where)


def _check_row(row: Tier | Step, where: Location) -> Iterator[Fault]:
    for name, read in _FIELDS:
        if text := getattr(row, name, None):
            yield from attempt((*where, name), partial(read, text))
    if (text := row.interval) and not find(text):
        yield Fault((*where, "interval"), f"interval says no figure: {text!r}")
    if row.rate and "/kg" in row.rate and not (row.rate_max or row.rate_no_max):
        yield Fault((*where, "rate"), "a rate for each kilogram has a `rate_max`, or says why none with `rate_no_max`")
    if row.dose:
        yield from check_dose(row.dose, (*where, "dose"))


def check_dose(dose: Dose, where: Location) -> Iterator[Fault]:
    """The rules that one dose breaks."""
    if sum(bool(way) for way in (dose.amount, dose.per_kg, dose.per_m2)) != 1:
        yield Fault(where, "a dose has either `amount`, `per_kg` or `per_m2`")
        return
    if dose.same_as:
        yield from attempt((*where, "same_as"), lambda: measures.read_dose(dose.same_as or ""))
    if dose.amount:
        yield from attempt((*where, "amount"), lambda: measures.read_dose(dose.amount or ""))
        for name in ("weight", "weight_max", "max", "min", "no_max"):
            if getattr(dose, name):
                yield Fault((*where, name), f"a fixed dose has no {name}")
        return
    yield from _check_growing(dose, where)


def _check_growing(dose: Dose, where: Location) -> Iterator[Fault]:
    if (dose.max or dose.weight_max) and dose.no_max:
        yield Fault((*where, "no_max"), "a dose has `max` or `no_max`, not both")
    if not (dose.max or dose.weight_max or dose.no_max):
        body = "kilogram" if dose.per_kg else "square metre"
        yield Fault(where, f"a dose for each {body} has a `max`, or says why none with `no_max`")
    name, read = ("per_kg", measures.read_per_kg) if dose.per_kg else ("per_m2", measures.read_per_m2)
    unread = list(attempt((*where, name), lambda: read(getattr(dose, name))))
    yield from unread
    if dose.weight_max:
        yield from attempt((*where, "weight_max"), lambda: measures.read_weight(dose.weight_max or ""))
        if dose.per_m2:
            yield Fault((*where, "weight_max"), "a dose for each square metre grows with no weight")
    for limit in ("min", "max"):
        if (text := getattr(dose, limit)) and not unread:
            yield from _check_limit(text, read(getattr(dose, name)), (*where, limit))


def _check_limit(text: str, each: measures.Measured, where: Location) -> Iterator[Fault]:
    unread = list(attempt(where, lambda: measures.read_dose(text)))
    yield from unread
    if unread:
        return
    cap = measures.read_dose(text)
    if cap.form or not is_same_kind(cap.unit, each.counted):
        yield Fault(where, f"{text} is not measured in what {each.text} is measured in")
    elif cap.low != cap.high or not _prints_as_it_is(cap, each.counted):
        yield Fault(where, f"{text} is not one value that can be printed without rounding")


def _prints_as_it_is(cap: measures.Measured, unit: str) -> bool:
    """Whether a maximum keeps its value when printed: a capped dose that is rounded up would be above it."""
    value = convert(float(cap.low), cap.unit, unit)
    return bool(float(show_number(value).replace(",", "")) == value)


def check_times(watch: Watch, where: Location) -> Iterator[Fault]:
    """The rules that the times of a monitoring row break."""
    for name in ("after", "every", "until"):
        if text := getattr(watch, name):
            yield from attempt((*where, name), partial(read_moment, text))
    if watch.until and not watch.every:
        yield Fault((*where, "until"), "`until` ends what is done `every` so often, and there is none")


def read_moment(text: str) -> measures.Measured:
    """One duration, above nought, that a calendar can hold. Raises `ValueError`."""
    found = measures.read_time(text)
    if found.low != found.high or found.low <= 0:
        raise ValueError(f"{text!r} is not one duration, such as 6 h")
    return found


def attempt(where: Location, read: Callable[[], object]) -> Iterator[Fault]:
    """The fault of a text that cannot be read."""
    try:
        read()
    except (ValueError, PlumblineError) as error:
        yield Fault(where, str(error))
