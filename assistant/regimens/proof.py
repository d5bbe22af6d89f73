"""The proof that every patient whom a group covers falls in exactly one of its tiers: over the reals, not by sampling.

Each need is cut at every end that a tier writes, into points and the open stretches between them; of a choice each option
is a cell. Within a cell of their product every tier holds all or nothing, so that a finite check proves it for every real.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from assistant.regimens.intervals import Interval, cut
from assistant.regimens.schema import Group, Tier

MOST_CELLS = 200_000
"""More would be a file that no person can check either."""

Side = Interval | frozenset[str]
"""What a tier, a patient or a cell holds of one need: an interval, or options of a choice."""
Box = Mapping[str, Side]
Location = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A broken rule, and where in the file: names and places from the root down."""

    where: Location
    reason: str


def whole_box(group: Group) -> Box:
    """All that a group covers. Raises `ValueError` for an interval that cannot be read."""
    return {
        name: Interval.read(need.covers) if need.covers else frozenset(need.choices or ())
        for name, need in group.needs.items()
    }


def box_of(group: Group, tier: Tier) -> Box:
    """What a tier takes; of a need that it does not mention, all. Raises `ValueError`."""
    return {
        name: _side(tier.when[name], side) if name in tier.when else side for name, side in whole_box(group).items()
    }


def _side(written: str | tuple[str, ...], whole: Side) -> Side:
    if isinstance(whole, Interval):
        if not isinstance(written, str):
            raise ValueError("a number takes one interval, such as [6, 12)")
        return Interval.read(written)
    return frozenset((written,) if isinstance(written, str) else written)


def prove(group: Group, where: Location) -> Iterator[Fault]:
    """The faults of a group: tiers that reach outside it, then the first cell that is in no tier or in two."""
    outside = list(_find_outside(group, where))
    if outside:
        yield from outside
        return
    boxes = [box_of(group, tier) for tier in group.tiers]
    axes = {name: _cells(side, [box[name] for box in boxes]) for name, side in whole_box(group).items()}
    if prod(len(cells) for cells in axes.values()) > MOST_CELLS:
        yield Fault((*where, "tiers"), "too many bands to be proved; split the group")
        return
    held = [[{p for p, box in enumerate(boxes) if holds(box[name], cell)} for cell in axes[name]] for name in axes]
    for cell, takers in zip(product(*axes.values()), product(*held), strict=True):
        holding = set(range(len(boxes))).intersection(*takers)
        if len(holding) != 1:
            yield _name_fault(group, dict(zip(axes, cell, strict=True)), sorted(holding), where)
            return


def holds(side: Side, part: Side) -> bool:
    """Whether all of a part lies in a side."""
    if isinstance(side, Interval) and isinstance(part, Interval):
        return side.covers(part)
    return isinstance(side, frozenset) and isinstance(part, frozenset) and part <= side


def meets(side: Side, part: Side) -> bool:
    """Whether any of a part lies in a side."""
    if isinstance(side, Interval) and isinstance(part, Interval):
        return side.touches(part)
    return isinstance(side, frozenset) and isinstance(part, frozenset) and bool(part & side)


def _cells(whole: Side, parts: Sequence[Side]) -> list[Side]:
    if isinstance(whole, Interval):
        return list(cut(whole, [part for part in parts if isinstance(part, Interval)]))
    return [frozenset({option}) for option in sorted(whole)]


def _find_outside(group: Group, where: Location) -> Iterator[Fault]:
    """What a tier says that its group does not know: a need, an option, a stretch beyond what is covered."""
    whole = whole_box(group)
    for place, tier in enumerate(group.tiers):
        for name, written in tier.when.items():
            at: Location = (*where, "tiers", place, "when", name)
            if name not in whole:
                yield Fault(at, f"{name} is not among the needs of the group: {', '.join(whole) or 'it has none'}")
                continue
            try:
                side = _side(written, whole[name])
            except ValueError as error:
                yield Fault(at, str(error))
                continue
            yield from _find_undecided(tier, name, side, (*where, "tiers", place, "decided", name))
            if not holds(whole[name], side):
                yield Fault(at, f"{_show(name, side, group)} reaches outside {_show(name, whole[name], group)}")


def _find_undecided(tier: Tier, name: str, side: Side, at: Location) -> Iterator[Fault]:
    """Ends that a row says it decided, and does not have."""
    ends = {float(side.low), float(side.high)} if isinstance(side, Interval) else set()
    for end in (tier.decided or {}).get(name, ()):
        if end not in ends:
            yield Fault(at, f"{end:g} is no end of the row")


def _name_fault(group: Group, cell: Box, holding: Sequence[int], where: Location) -> Fault:
    people = " with ".join(_show(name, side, group) for name, side in cell.items()) or "a patient of the group"
    if not holding:
        return Fault((*where, "tiers"), f"{people} is in no tier")
    names = " and ".join(group.tiers[place].id for place in holding)
    count = {2: "two"}.get(len(holding), str(len(holding)))
    return Fault((*where, "tiers", holding[1]), f"{people} is in {count} tiers: {names}")


def _show(name: str, side: Side, group: Group) -> str:
    words = side.describe(group.needs[name].unit or "") if isinstance(side, Interval) else " or ".join(sorted(side))
    return f"{name.replace('_', ' ')} {words}"
