"""The rules of a regimen file beyond its fields: units, maxima, intervals, words without figures, sentences that can be quoted."""

from collections.abc import Callable, Iterator
from functools import partial

from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import convert, is_same_kind, show_number
from assistant.regimens import measures
from assistant.regimens.intervals import Interval
from assistant.regimens.needs import find_plausible, is_consistent
from assistant.regimens.people import ADULTHOOD, CHILDHOOD, find_population, names_people, read_ages
from assistant.regimens.proof import Fault, Location, prove
from assistant.regimens.schema import Dose, Group, Need, Sheet, Tier
from assistant.regimens.wording import write_row, write_says

_NO_QUANTITY = (Kind.NAME, Kind.TEXT)
_FIELDS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("over", measures.read_time),
    ("rate", measures.read_rate),
    ("rate_max", measures.read_rate),
    ("concentration_max", measures.read_strength_limit),
    ("daily_max", measures.read_daily),
)
SAMPLE = "575–1,150 mg"
"""Stands for a result while a sentence is tried out."""


def check_sheet(sheet: Sheet) -> Iterator[Fault]:
    """Every rule that a file breaks."""
    yield from _check_ids(sheet)
    for name in ("title", "drug", "route"):
        yield from _check_plain((name,), getattr(sheet, name))
    for place, product in enumerate(sheet.products):
        yield from _try(("products", place, "strength"), partial(measures.Strength.read, product.strength))
    for place, group in enumerate(sheet.groups):
        faults = list(_check_group(group, ("groups", place)))
        yield from faults or _check_sentences(sheet, group, ("groups", place))
    yield from _check_scopes(sheet)
    yield from _check_consistency(sheet)


def _check_ids(sheet: Sheet) -> Iterator[Fault]:
    """Every row of a file has a name of its own, since documents and citations point at it."""
    seen: dict[str, Location] = {}
    named: list[tuple[Location, str | None]] = []
    for place, group in enumerate(sheet.groups):
        named += [(("groups", place, "tiers", at, "id"), tier.id) for at, tier in enumerate(group.tiers)]
        named += [(("groups", place, "monitoring", at, "id"), row.id) for at, row in enumerate(group.monitoring)]
    for name in ("monitoring", "contraindications", "cautions", "products"):
        named += [((name, at, "id"), row.id) for at, row in enumerate(getattr(sheet, name))]
    for where, key in named:
        if key is not None and key in seen:
            yield Fault(where, f"two rows are called {key}")
        seen.setdefault(key or "", where)
    groups = [group.id for group in sheet.groups]
    for place, key in enumerate(groups):
        if key in groups[:place]:
            yield Fault(("groups", place, "id"), f"two groups are called {key}")


def _check_group(group: Group, where: Location) -> Iterator[Fault]:
    faults = [fault for name, need in group.needs.items() for fault in _check_need(name, need, (*where, "needs", name))]
    for name in ("indication", "body"):
        faults += _check_plain((*where, name), getattr(group, name))
    for place, tier in enumerate(group.tiers):
        faults += _check_tier(tier, (*where, "tiers", place))
    yield from faults
    if any(fault.where[len(where)] == "needs" for fault in faults):
        return
    unproved = list(prove(group, where))
    yield from unproved or _check_people(group, where)


def _check_need(name: str, need: Need, where: Location) -> Iterator[Fault]:
    yield from _check_plain((*where, "means"), need.means)
    if need.choices:
        if need.unit or need.covers or need.plausible:
            yield Fault(where, f"{name} is a choice or a number, not both")
        if len(set(need.choices)) < len(need.choices):
            yield Fault((*where, "choices"), "an option is listed twice")
        for option in need.choices:
            yield from _check_plain((*where, "choices"), option)
        return
    if not (need.unit and need.covers):
        yield Fault(where, f"{name} is a number with `unit` and `covers`, or a choice with `choices`")
        return
    yield from _try((*where, "covers"), lambda: Interval.read(need.covers or ""))
    yield from _try((*where, "unit"), lambda: find_plausible(name, need))


def _check_tier(tier: Tier, where: Location) -> Iterator[Fault]:
    yield from _check_plain((*where, "label"), tier.label)
    gives = [name for name in ("dose", "rate", "rate_max", "daily_max", "maintenance") if getattr(tier, name)]
    if tier.refuse and gives:
        yield Fault((*where, "refuse"), f"a row refuses or gives {gives[0]}, not both")
    if not (tier.refuse or gives):
        yield Fault(where, "a row gives a dose or a rate, or says why not with `refuse`")
    if tier.decided and not tier.reading:
        yield Fault((*where, "decided"), "ends are decided by a `reading`, and there is none")
    for name, read in _FIELDS:
        if text := getattr(tier, name):
            yield from _try((*where, name), partial(read, text))
    if tier.dose:
        yield from _check_dose(tier.dose, (*where, "dose"))
    if then := tier.maintenance:
        if then.rate:
            yield from _try((*where, "maintenance", "rate"), lambda: measures.read_rate(then.rate or ""))
        if then.dose:
            yield from _check_dose(then.dose, (*where, "maintenance", "dose"))
    for place, other in enumerate(tier.alternatives):
        yield from _check_plain((*where, "alternatives", place, "if"), other.when)
        yield from _check_dose(other.dose, (*where, "alternatives", place, "dose"))


def _check_dose(dose: Dose, where: Location) -> Iterator[Fault]:
    if bool(dose.amount) == bool(dose.per_kg):
        yield Fault(where, "a dose has either `amount` or `per_kg`")
        return
    if dose.amount:
        yield from _try((*where, "amount"), lambda: measures.read_dose(dose.amount or ""))
    if dose.same_as:
        yield from _try((*where, "same_as"), lambda: measures.read_dose(dose.same_as or ""))
    if dose.max and dose.no_max:
        yield Fault((*where, "no_max"), "a dose has `max` or `no_max`, not both")
    if dose.per_kg:
        yield from _check_per_kg(dose, where)
    elif dose.weight:
        yield Fault((*where, "weight"), "a fixed dose has no weight")


def _check_per_kg(dose: Dose, where: Location) -> Iterator[Fault]:
    unread = list(_try((*where, "per_kg"), lambda: measures.read_per_kg(dose.per_kg or "")))
    yield from unread
    if not (dose.max or dose.no_max):
        yield Fault(where, "a dose for each kilogram has a `max`, or says why none with `no_max`")
    if not dose.max or unread:
        return
    unread = list(_try((*where, "max"), lambda: measures.read_dose(dose.max or "")))
    yield from unread
    if unread:
        return
    cap, each = measures.read_dose(dose.max), measures.read_per_kg(dose.per_kg or "")
    if cap.form or not is_same_kind(cap.unit, each.counted):
        yield Fault((*where, "max"), f"{dose.max} is not measured in what {dose.per_kg} is measured in")
    elif cap.low != cap.high or not _prints_as_it_is(cap, each.counted):
        yield Fault((*where, "max"), f"{dose.max} is not one value that can be printed without rounding")


def _prints_as_it_is(cap: measures.Measured, unit: str) -> bool:
    """Whether a maximum keeps its value when printed: a capped dose that is rounded up would be above it."""
    value = convert(float(cap.low), cap.unit, unit)
    return bool(float(show_number(value).replace(",", "")) == value)


def _check_people(group: Group, where: Location) -> Iterator[Fault]:
    """No group of adults takes an age of childhood, no label names people whom its row is not for."""
    for place, tier in enumerate(group.tiers):
        population = find_population(group, tier)
        if "age" in group.needs and group.population in ("adult", "child"):
            allowed = ADULTHOOD if group.population == "adult" else CHILDHOOD
            if not allowed.covers(read_ages(group, tier)):
                limits = allowed.describe("years")
                yield Fault((*where, "tiers", place), f"a row of {group.population} takes ages {limits} only")
        others = {"adult": "child", "child": "adult"}
        if others.get(population) in names_people(tier.label):
            yield Fault((*where, "tiers", place, "label"), f"the row is for {population}, its label names others")


def _check_sentences(sheet: Sheet, group: Group, where: Location) -> Iterator[Fault]:
    """What the sentence of a row quotes can be cut out of it without tearing a figure, and the rest holds none."""
    for place, tier in enumerate(group.tiers):
        if tier.refuse:
            continue
        row, (says, quotes) = write_row(sheet, group, tier), write_says(sheet, group, tier)
        for name, text in quotes.items():
            at = row.find(text)
            torn = [f.text for f in find(row) if f.start < at + len(text) and f.end > at and not _within(f, at, text)]
            if at < 0 or torn:
                words = f"{name.replace('_', ' ')} {text!r}"
                yield Fault((*where, "tiers", place), f"{words} cannot be quoted from the row: {row!r}")
        if loose := find_loose(says, {**quotes, "result": SAMPLE}):
            yield Fault((*where, "tiers", place), f"the row's sentence holds {loose[0]!r} outside its fields")


def find_loose(says: str, quotes: dict[str, str]) -> list[str]:
    """The figures of a filled sentence that reach outside what was filled in."""
    text, spans = "", []
    for piece in says.replace("{", "\x00{").replace("}", "}\x00").split("\x00"):
        filled = quotes[piece[1:-1]] if piece.startswith("{") else piece
        spans += [(len(text), len(text) + len(filled))] if piece.startswith("{") else []
        text += filled
    return [f.text for f in find(text) if not any(start <= f.start and f.end <= end for start, end in spans)]


def _within(figure: Figure, at: int, text: str) -> bool:
    return at <= figure.start and figure.end <= at + len(text)


def _check_scopes(sheet: Sheet) -> Iterator[Fault]:
    """Rows that concern some groups name groups that are there."""
    known = {group.id for group in sheet.groups}
    for name in ("monitoring", "contraindications", "cautions"):
        for place, row in enumerate(getattr(sheet, name)):
            for key in row.groups:
                if key not in known:
                    yield Fault((name, place, "groups"), f"no group is called {key}; there are {', '.join(known)}")


def _check_consistency(sheet: Sheet) -> Iterator[Fault]:
    """A need of one name means one thing in the whole file, since it is asked for once."""
    first: dict[str, Need] = {}
    for place, group in enumerate(sheet.groups):
        for name, need in group.needs.items():
            if not is_consistent(name, first.setdefault(name, need), need):
                yield Fault(
                    ("groups", place, "needs", name), f"{name} is measured or chosen otherwise in a group above"
                )


def _check_plain(where: Location, text: str) -> Iterator[Fault]:
    figures = [figure for figure in find(text) if figure.kind not in _NO_QUANTITY]
    if figures:
        yield Fault(where, f"{where[-1]} holds the figure {figures[0].text!r}; say it in words without figures")


def _try(where: Location, read: Callable[[], object]) -> Iterator[Fault]:
    try:
        read()
    except (ValueError, PlumblineError) as error:
        yield Fault(where, str(error))
