"""How a score counts, and what it must lie within while some of its items are not answered."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from math import inf, nextafter, prod
from random import Random
from typing import Any

from assistant.calculators.declarations import Finding
from assistant.calculators.slots import Slot
from assistant.intake.declarations import Choice, Measure

MOST_COMBINATIONS = 4096
"""Beyond so many ways to answer items that depend on each other no range is given."""


SAMPLES = 200
"""Ways taken by lot to check a range that was reckoned from groups."""


def points(is_met: bool | str, worth: float = 1) -> float:
    """What one item adds: its worth when it is met, or was answered with yes."""
    return worth if is_met in (True, "yes") else 0


def find_extremes(
    formula: Callable[..., Any], values: Mapping[str, Any], missing: Sequence[Slot]
) -> tuple[float, float] | None:
    """The least and the most that a score can be whatever the missing items are; None when they are too many to try.

    Of a choice each option is tried, of a measure both bounds, each edge and the numbers beside it. Every combination is
    tried where they are few; else the items that change each other's worth are tried together, and the groups add up.
    """
    ways = {slot.name: _ways(slot) for slot in missing}
    if not all(ways.values()):
        return None
    score = _Score(formula, values, ways)
    if prod(map(len, ways.values())) <= MOST_COMBINATIONS:
        return score.extremes(list(ways))
    groups = score.groups()
    if any(prod(len(score.ways[name]) for name in group) > MOST_COMBINATIONS for group in groups):
        return None
    apart = [score.extremes(group) for group in groups]
    rest = score() * (len(groups) - 1)
    low, high = sum(low for low, _ in apart) - rest, sum(high for _, high in apart) - rest
    return (low, high) if all(low <= found <= high for found in score.sample()) else None


@dataclass
class _Score:
    """A score with the ways in which its missing items can be answered, each at its first way unless it is tried."""

    formula: Callable[..., Any]
    values: Mapping[str, Any]
    ways: dict[str, tuple[Any, ...]]

    def __call__(self, **tried: Any) -> float:
        rest = {name: ways[0] for name, ways in self.ways.items()}
        found = self.formula(**{**self.values, **rest, **tried})
        return found.value if isinstance(found, Finding) else float(found)

    def extremes(self, names: Sequence[str]) -> tuple[float, float]:
        """The least and the most over every combination of some items."""
        found = [self(**dict(zip(names, way, strict=True))) for way in product(*(self.ways[name] for name in names))]
        return min(found), max(found)

    def sample(self) -> Iterator[float]:
        """Scores of ways taken by lot: a dependence among many items at once would show in them."""
        dice = Random(SAMPLES)
        for _ in range(SAMPLES):
            yield self(**{name: dice.choice(ways) for name, ways in self.ways.items()})

    def groups(self) -> list[list[str]]:
        """The items, those together that change each other's worth."""
        telling = {name: self._telling(name) for name in self.ways}
        groups = [[name] for name in self.ways]
        for first, second in combinations(self.ways, 2):
            mine, theirs = (next(group for group in groups if name in group) for name in (first, second))
            if mine is not theirs and self._interact(first, second, telling):
                groups.remove(theirs)
                mine += theirs
        return groups

    def _rests(self) -> Iterator[dict[str, Any]]:
        """Every item at its first way, then every item at its last."""
        for at in (0, -1):
            yield {name: ways[at] for name, ways in self.ways.items()}

    def _telling(self, name: str) -> list[Any]:
        """One way of each worth that an item can have."""
        worths = {way: tuple(self(**{**rest, name: way}) for rest in self._rests()) for way in self.ways[name]}
        return list({worth: way for way, worth in worths.items()}.values())

    def _interact(self, first: str, second: str, telling: Mapping[str, list[Any]]) -> bool:
        """Whether what one item adds depends on the other."""
        for rest in self._rests():
            base = self(**rest)
            beside = {way: self(**{**rest, second: way}) for way in telling[second]}
            for way in telling[first]:
                alone = self(**{**rest, first: way})
                for other, worth in beside.items():
                    if abs(self(**{**rest, first: way, second: other}) - alone - worth + base) > 1e-9:
                        return True
        return False


def _ways(slot: Slot) -> tuple[Any, ...]:
    """What an item may be, as far as a score can tell; empty when it does not say where it changes.

    An item that its source lets be absent may be absent.
    """
    declared = slot.declared
    absent = () if slot.required else (None,)
    if isinstance(declared, Choice):
        return (*declared.options, *absent)
    if not isinstance(declared, Measure) or not declared.edges:
        return ()
    beside = [value for edge in declared.edges for value in (nextafter(edge, -inf), edge, nextafter(edge, inf))]
    return (declared.low, *beside, declared.high, *absent)
