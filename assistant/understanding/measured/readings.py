"""A number with what it is of, and of several of one name the one that holds now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.errors import PlumblineError
from assistant.figures.quantities import convert
from assistant.understanding.measured.timing import When

_NEARLY = 0.02
"""By what share two figures in two units may differ and be one: "154 lb (70 kg)"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with what it is of. `value` is None where the number is a bound or a range; `lower` is a diastolic pressure."""

    name: str
    start: int
    end: int
    value: float | None
    unit: str
    when: When = When.UNSAID
    clock: int | None = None
    series: int = 0
    corrects: bool = False
    lower: tuple[float, int, int] | None = None


def choose(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Of each name the one that holds now; none where two are left and nothing tells which."""
    names = dict.fromkeys(one.name for one in readings)
    for name in names:
        yield from _choose([one for one in readings if one.name == name])


def _choose(readings: list[Reading]) -> list[Reading]:
    exact = [one for one in readings if one.value is not None]
    if not exact:
        return readings[:1]
    right = [place for place, one in enumerate(exact) if one.corrects]
    exact = exact[right[-1] :] if right else exact
    exact = [one for one in exact if one.when is not When.PAST]
    if len({(one.value, one.lower and one.lower[0]) for one in exact}) <= 1:
        return sorted(exact, key=lambda one: not one.unit)[:1]
    if exact and all(_is_same(exact[0], one) for one in exact[1:]):
        return exact[:1]
    if all(one.clock is not None for one in exact):
        return [max(exact, key=lambda one: one.clock or 0)]
    if len({one.series for one in exact}) == 1:
        latest = [one for one in exact if one.when is not When.EARLIER] or exact
        return [latest[-1]]
    best = max(one.when for one in exact)
    latest = [one for one in exact if one.when is best]
    return latest if len(latest) == 1 else []


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether a figure is said twice, in two units."""
    if one.unit == other.unit or not one.unit or not other.unit or one.value is None or other.value is None:
        return False
    try:
        return abs(convert(other.value, other.unit, one.unit, one.name) - one.value) <= _NEARLY * abs(one.value)
    except PlumblineError:
        return False
