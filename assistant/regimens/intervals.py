"""Intervals of the real line with exact ends, each open or closed, and the cells into which their ends cut it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from assistant.figures.quantities import show_number

_WRITTEN = re.compile(r"\s*([\[(])\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*([\])])\s*")
ACCEPTED = 'an interval such as "[6, 12)": square bracket for an end that belongs to it, round for one that does not'


@dataclass(frozen=True, slots=True)
class Interval:
    """All reals from `low` to `high`; `low_in` and `high_in` say whether the ends belong to it. Never empty."""

    low: Fraction
    high: Fraction
    low_in: bool = True
    high_in: bool = True

    @classmethod
    @lru_cache(maxsize=4096)
    def read(cls, text: str) -> "Interval":
        """The interval of a text such as `[6, 12)`. Raises `ValueError`."""
        found = _WRITTEN.fullmatch(text)
        if not found:
            raise ValueError(f"{text!r} is not {ACCEPTED}")
        interval = cls(Fraction(found[2]), Fraction(found[3]), found[1] == "[", found[4] == "]")
        if interval.is_empty:
            raise ValueError(f"{text!r} holds no value")
        return interval

    @property
    def is_empty(self) -> bool:
        """Whether no value lies in it."""
        return self.low > self.high or (self.low == self.high and not (self.low_in and self.high_in))

    @property
    def is_point(self) -> bool:
        """Whether it is one value."""
        return self.low == self.high

    def __contains__(self, value: Fraction) -> bool:
        above = value > self.low or (self.low_in and value == self.low)
        return above and (value < self.high or (self.high_in and value == self.high))

    def covers(self, other: "Interval") -> bool:
        """Whether all of another interval lies in this one."""
        return self.meet(other) == other

    def touches(self, other: "Interval") -> bool:
        """Whether a value lies in both."""
        return not self.meet(other).is_empty

    def meet(self, other: "Interval") -> "Interval":
        """What lies in both; it may be empty."""
        low = max((self.low, not self.low_in), (other.low, not other.low_in))
        high = min((self.high, self.high_in), (other.high, other.high_in))
        return Interval(low[0], high[0], not low[1], high[1])

    def describe(self, unit: str = "") -> str:
        """In words: `from 6 to under 12 years`, `above 2.5 to under 3.5 mmol/L`, `exactly 2 mmol/L`."""
        tail = f" {unit}" if unit else ""
        if self.is_point:
            return f"exactly {_show(self.low)}{tail}"
        first = "from" if self.low_in else "above"
        last = "to" if self.high_in else "to under"
        return f"{first} {_show(self.low)} {last} {_show(self.high)}{tail}"


def cut(whole: Interval, parts: Iterable[Interval]) -> Iterator[Interval]:
    """The cells of an interval: each end of a part that lies in it as a point, and each open stretch between them.

    Within one cell every part holds all or nothing, so that what is true of one value of a cell is true of every one.
    """
    inner = {end for part in parts for end in (part.low, part.high)}
    ends = sorted({whole.low, whole.high} | {end for end in inner if end in whole})
    for place, end in enumerate(ends):
        if end in whole:
            yield Interval(end, end)
        if place + 1 < len(ends):
            yield Interval(end, ends[place + 1], False, False)


def _show(value: Fraction) -> str:
    return show_number(float(value), significant=6)
