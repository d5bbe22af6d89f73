"""A number with what it is of, and of several of one name the one that holds now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.errors import PlumblineError
from assistant.figures.quantities import convert
from assistant.understanding.measured.timing import BEFORE, UNSAID, Moment, When

_NEARLY = 0.02
"""By what share two figures in two units may differ and be one: "154 lb (70 kg)"."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A number with what it is of. `value` is None where the number is a bound or a range; `lower` is a diastolic pressure,
    `was` the number from which it changed, each with its span. `by_unit`: its unit alone says what it is of."""

    name: str
    start: int
    end: int
    value: float | None
    unit: str
    moment: Moment = UNSAID
    series: int = 0
    corrects: bool = False
    lower: tuple[float, int, int] | None = None
    was: tuple[float, int, int] | None = None
    by_unit: bool = False

    @property
    def when(self) -> When:
        """When it was so."""
        return self.moment.when


@dataclass(frozen=True, slots=True)
class Chosen:
    """Of the readings of a message those that hold `now`, those that held `earlier`, and the names of which two are left that
    nothing tells apart."""

    now: tuple[Reading, ...]
    earlier: tuple[Reading, ...] = ()
    unclear: tuple[str, ...] = ()


def choose(readings: Sequence[Reading]) -> Chosen:
    """Of each name the one that holds now; none where two are left and nothing tells which."""
    names = dict.fromkeys(one.name for one in readings)
    sorted_out = [_choose([one for one in readings if one.name == name]) for name in names]
    return Chosen(
        tuple(one for each in sorted_out for one in each.now),
        tuple(one for each in sorted_out for one in each.earlier if one.moment.was_so),
        tuple(name for each in sorted_out for name in each.unclear),
    )


def _choose(readings: list[Reading]) -> Chosen:
    exact = [one for one in readings if one.value is not None]
    if not exact:
        return Chosen(tuple(readings[:1]))
    right = [place for place, one in enumerate(exact) if one.corrects]
    exact = exact[right[-1] :] if right else exact
    if any(one.name == "height" and not one.by_unit for one in exact):
        exact = [one for one in exact if not one.by_unit or one.when is not When.UNSAID]  # many things have a length
    over = [one for one in exact if one.when is When.PAST]
    open_ = [one for one in exact if one.when is not When.PAST]
    latest = _find_latest(open_)
    if latest is None:
        return Chosen((), tuple(over), (exact[0].name,))
    rest = [one for one in open_ if latest and one is not latest[0] and not _is_one(latest[0], one)]
    was = [_before(one) for one in latest if one.was]
    return Chosen(tuple(latest), tuple(sorted((*over, *rest, *was), key=lambda one: one.start)))


def _find_latest(exact: list[Reading]) -> list[Reading] | None:
    """The reading that holds now, by itself in a list; None where nothing tells."""
    if len({(one.value, one.lower and one.lower[0]) for one in exact}) <= 1:
        return sorted(exact, key=lambda one: not one.unit)[:1]
    if all(_is_same(exact[0], one) for one in exact[1:]):
        return exact[:1]
    if all(one.moment.clock is not None for one in exact):
        return [max(exact, key=lambda one: one.moment.clock or 0)]
    if len({one.series for one in exact}) == 1:
        latest = [one for one in exact if one.when is not When.EARLIER] or exact
        return [latest[-1]]
    best = max(one.when for one in exact)
    latest = [one for one in exact if one.when is best]
    return latest if len(latest) == 1 else None


def _before(one: Reading) -> Reading:
    """What a number was before it changed."""
    value, start, end = one.was or (0.0, one.start, one.end)
    return replace(one, value=value, start=start, end=end, moment=BEFORE, was=None)


def _is_one(one: Reading, other: Reading) -> bool:
    """Whether two readings say one thing: the same number, or the same in another unit."""
    return (one.value, one.lower and one.lower[0]) == (other.value, other.lower and other.lower[0]) or _is_same(
        one, other
    )


def _is_same(one: Reading, other: Reading) -> bool:
    """Whether a figure is said twice, in two units."""
    if one.unit == other.unit or not one.unit or not other.unit or one.value is None or other.value is None:
        return False
    try:
        return abs(convert(other.value, other.unit, one.unit, one.name) - one.value) <= _NEARLY * abs(one.value)
    except PlumblineError:
        return False
