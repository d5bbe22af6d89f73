"""How a score counts, and what it must lie within while some of its items are not answered."""

from collections.abc import Callable, Mapping, Sequence
from itertools import product
from math import inf, nextafter, prod
from typing import Any

from assistant.calculators.slots import Slot
from assistant.intake.declarations import Choice, Measure

MOST_COMBINATIONS = 4096
"""Beyond so many ways to answer the rest no range is given."""


def points(is_met: bool | str, worth: float = 1) -> float:
    """What one item adds: its worth when it is met, or was answered with yes."""
    return worth if is_met in (True, "yes") else 0


def find_extremes(
    formula: Callable[..., Any], values: Mapping[str, Any], missing: Sequence[Slot]
) -> tuple[float, float] | None:
    """The least and the most that a score can be whatever the missing items are; None when they are too many to try.

    Every combination is tried: of a choice each option, of a measure both bounds, each edge and the numbers beside it.
    """
    ways = [_ways(slot) for slot in missing]
    if not all(ways) or prod(map(len, ways)) > MOST_COMBINATIONS:
        return None
    names = [slot.name for slot in missing]
    found = [formula(**values, **dict(zip(names, way, strict=True))) for way in product(*ways)]
    return min(found), max(found)


def _ways(slot: Slot) -> tuple[Any, ...]:
    """What an item may be, as far as a score can tell; empty when it does not say where it changes."""
    declared = slot.declared
    if isinstance(declared, Choice):
        return declared.options
    if not isinstance(declared, Measure) or not declared.edges:
        return ()
    beside = [value for edge in declared.edges for value in (nextafter(edge, -inf), edge, nextafter(edge, inf))]
    return (declared.low, *beside, declared.high)
