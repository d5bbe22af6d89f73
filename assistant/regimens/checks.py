"""The rules of a regimen file beyond its fields: units, maxima, intervals, words without figures, sentences that can be quoted."""

import re
from collections.abc import Iterator
from functools import partial

from assistant.figures import Kind, find
from assistant.figures.analytes import ANALYTES
from assistant.regimens import measures
from assistant.regimens.amounts import attempt, check_amounts, check_times
from assistant.regimens.intervals import Interval
from assistant.regimens.needs import find_plausible, is_consistent
from assistant.regimens.people import ADULTHOOD, CHILDHOOD, find_population, names_people, read_ages
from assistant.regimens.proof import Fault, Location, prove
from assistant.regimens.schema import Group, Need, Sheet, Tier
from assistant.regimens.wording import write_row, write_says

_SCOPED = ("monitoring", "contraindications", "interactions", "antidotes", "cautions")
_NO_QUANTITY = (Kind.NAME, Kind.TEXT)
SAMPLE = "575–1,150 mg"
"""Stands for a result while a sentence is tried out."""


def check_sheet(sheet: Sheet) -> Iterator[Fault]:
    """Every rule that a file breaks."""
    yield from _check_ids(sheet)
    for name in ("title", "drug", "route"):
        yield from _check_plain((name,), getattr(sheet, name))
    for place, product in enumerate(sheet.products):
        yield from attempt(("products", place, "strength"), partial(measures.Strength.read, product.strength))
    for place, group in enumerate(sheet.groups):
        faults = list(_check_group(group, ("groups", place)))
        yield from faults or _check_sentences(sheet, group, ("groups", place))
    yield from _check_scopes(sheet)
    yield from _check_around(sheet)
    yield from _check_consistency(sheet)


def _check_ids(sheet: Sheet) -> Iterator[Fault]:
    """Every row of a file has a name of its own, since documents and citations point at it."""
    seen: dict[str, Location] = {}
    named: list[tuple[Location, str | None]] = []
    for place, group in enumerate(sheet.groups):
        named += [(("groups", place, "tiers", at, "id"), tier.id) for at, tier in enumerate(group.tiers)]
        named += [(("groups", place, "monitoring", at, "id"), row.id) for at, row in enumerate(group.monitoring)]
    for name in (*_SCOPED, "products"):
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
        for option in need.said:
            if option not in need.choices:
                yield Fault((*where, "said"), f"{option} is none of the choices")
        return
    if need.said:
        yield Fault((*where, "said"), "words are for the options of a choice")
    if need.unit is None or not need.covers:
        yield Fault(where, f"{name} is a number with `unit` and `covers`, or a choice with `choices`")
        return
    yield from attempt((*where, "covers"), lambda: Interval.read(need.covers or ""))
    yield from attempt((*where, "unit"), lambda: find_plausible(name, need))


def _check_tier(tier: Tier, where: Location) -> Iterator[Fault]:
    yield from _check_plain((*where, "label"), tier.label)
    gives = [name for name in ("dose", "rate", "rate_max", "daily_max", "maintenance", "steps") if getattr(tier, name)]
    if tier.refuse and gives:
        yield Fault((*where, "refuse"), f"a row refuses or gives {gives[0]}, not both")
    if not (tier.refuse or gives):
        yield Fault(where, "a row gives a dose or a rate, or says why not with `refuse`")
    if tier.decided and not tier.reading:
        yield Fault((*where, "decided"), "ends are decided by a `reading`, and there is none")
    yield from check_amounts(tier, where)
    for place, step in enumerate(tier.steps):
        yield from _check_plain((*where, "steps", place, "label"), step.label or "")
    for place, other in enumerate(tier.alternatives):
        yield from _check_plain((*where, "alternatives", place, "if"), other.when)


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
            if not can_be_quoted(text, row):
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


def can_be_quoted(text: str, row: str) -> bool:
    """Whether a text stands in a row at a place where it tears no figure: "1 mg" does not stand in "0.01 mg/kg"."""
    return any(not _is_torn(row, *place.span()) for place in re.finditer(re.escape(text), row))


def _is_torn(row: str, start: int, end: int) -> bool:
    return any(f.start < end and f.end > start and not (start <= f.start and f.end <= end) for f in find(row))


def _check_scopes(sheet: Sheet) -> Iterator[Fault]:
    """Rows that concern some groups name groups that are there."""
    known = {group.id for group in sheet.groups}
    for name in _SCOPED:
        for place, row in enumerate(getattr(sheet, name)):
            for key in row.groups:
                if key not in known:
                    yield Fault((name, place, "groups"), f"no group is called {key}; there are {', '.join(known)}")


def _check_around(sheet: Sheet) -> Iterator[Fault]:
    """What stands around the doses: times that a calendar can hold, classes and ions by their usual names."""
    for place, watch in enumerate(sheet.monitoring):
        yield from check_times(watch, ("monitoring", place))
    for at, group in enumerate(sheet.groups):
        for place, watch in enumerate(group.monitoring):
            yield from check_times(watch, ("groups", at, "monitoring", place))
    for place, name in enumerate(sheet.classes):
        yield from _check_plain(("classes", place), name)
    if sheet.ion and not (sheet.ion in ANALYTES and ANALYTES[sheet.ion].valence):
        charged = ", ".join(name for name, analyte in ANALYTES.items() if analyte.valence)
        yield Fault(("ion",), f"{sheet.ion} is no ion that is counted in mEq; there are {charged}")


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
