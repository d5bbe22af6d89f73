"""Read a quantity from a text and print one: `575–1,150 mg`, `1.8 mg/dL`, `5 ft 10 in`, `4 mg in 50 mL`.

Reading never guesses: what could mean two things is refused ("1,150" is a thousand here and about one elsewhere).
Conversion stands in `units` and printing in `printing`; this file is the door to all three.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from assistant.errors import UnreadableInput
from assistant.figures.printing import show, show_number, show_range
from assistant.figures.shadow import cast
from assistant.figures.units import Amount, convert, find_dimension, find_factor, is_same_kind, name_unit

__all__ = [
    "Amount",
    "Quantity",
    "convert",
    "find_dimension",
    "find_factor",
    "is_same_kind",
    "name_unit",
    "read",
    "read_print",
    "show",
    "show_number",
    "show_range",
]

ACCEPTED = "one number, or a range, with its unit"
LONGEST = 80
"""Characters of a text that can be a quantity."""

_N = r"(?:\d[\d,.]*|\.\d+)"
_WORD = r"(?:m\^?2(?!\d)|(?!to\b)[a-zμ%/°][a-zμ%/. ]*?(?:m\^?[23])?)"
_UNIT = rf"(?:{_WORD}(?:/1\.73\s?m\^?2)?)"
_CELLS = re.compile(
    r"(?<=[\d\s])\s*(?:[x×*]\s*10(?:\^|\*{1,2})?|10(?:\^|\*{2}|(?=[⁹³])))([⁹9³3])\s*/\s*(?=[lµμu])", re.IGNORECASE
)
"""The power of ten in which cells are counted: of a thousand millions in a litre, of thousands in a microlitre."""
_WATER = re.compile(r"cm\s?h[2₂]o\b", re.IGNORECASE)
_SINGLE = re.compile(rf"([+-]?{_N})(?:(?:\s*|-)({_UNIT}))?", re.IGNORECASE)
_RANGE = re.compile(rf"(-?{_N})\s*({_UNIT})?\s*(?:-|\bto\b)\s*(-?{_N})\s*({_UNIT})?", re.IGNORECASE)
_DILUTED = re.compile(rf"({_N})\s*({_WORD})\s*(?:\bin\b|/)\s*({_N})\s*({_WORD})", re.IGNORECASE)
_COMPOUND = re.compile(rf"(\d+)\s*([a-z']+)\s*,?\s*(?:and\s+)?({_N})\s*([a-z\"]+|'')?", re.IGNORECASE)
_BOUND = re.compile(
    r"(<=|>=|[<>≤≥]|below|under|less than|up to|at most|no[t]? more than|above|over|more than|greater than|at least)"
    r"\s*(?=[\d.+-])",
    re.IGNORECASE,
)
_UPWARD = frozenset({">=", ">", "≥", "above", "over", "more than", "greater than", "at least"})
_SMALLER = {
    "ft": ("in", 12),
    "st": ("lb", 14),
    "lb": ("oz", 16),
    "m": ("cm", 100),
    "years": ("months", 12),
    "weeks": ("days", 7),
    "h": ("min", 60),
}
_MARKS = {"'": "ft", '"': "in", "''": "in"}
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a text says: a value (`low == high`), a range, or a bound (one end infinite); `unit` may be empty."""

    low: float
    high: float
    unit: str
    text: str

    @property
    def is_exact(self) -> bool:
        """Whether it is one value, neither a range nor a bound."""
        return self.low == self.high


def read(text: str) -> Quantity:
    """The quantity that a person wrote. Raises `UnreadableInput` when there is none or two, or `WrongUnit`."""
    return _read(text, in_print=False)


def read_print(text: str) -> Quantity:
    """The quantity of a text in the house's own print, where a comma always groups thousands. Raises as `read`."""
    return _read(text, in_print=True)


def _read(text: str, in_print: bool) -> Quantity:
    plain = _plain(text)
    bound = _BOUND.match(plain)
    if bound:
        value = _read_plain(plain[bound.end() :], text, in_print)
        if not value.is_exact:
            raise _refusal(text)
        upward = bound.group(1).lower() in _UPWARD
        return Quantity(value.low if upward else -inf, inf if upward else value.high, value.unit, text)
    return _read_plain(plain, text, in_print)


def _read_plain(plain: str, text: str, in_print: bool) -> Quantity:
    reading = _Reading(text, in_print)
    if match := _SINGLE.fullmatch(plain):
        value = reading.one(match.group(1))
        return reading.quantity(value, value, _unit(match.group(2)))
    if match := _RANGE.fullmatch(plain):
        return reading.range(*match.groups())
    if match := _COMPOUND.fullmatch(plain):
        return reading.compound(*match.groups())
    if match := _DILUTED.fullmatch(plain):
        return reading.diluted(*match.groups())
    raise _refusal(text)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One text being read."""

    text: str
    in_print: bool

    def quantity(self, low: Fraction, high: Fraction, unit: str) -> Quantity:
        return Quantity(float(low), float(high), unit, self.text)

    def one(self, number: str) -> Fraction:
        """The only reading of a number. Raises `UnreadableInput` when there are none or two."""
        readings = self.readings(number)
        if len(readings) == 1:
            return readings[0]
        plain = " or ".join(show_number(float(r), None if r.denominator == 1 else 3) for r in readings)
        raise _refusal(self.text, f"{plain.replace(',', '')}, written without a comma" if readings else ACCEPTED)

    def readings(self, number: str) -> tuple[Fraction, ...]:
        """What a number can mean: a comma groups thousands, or marks the decimals as much of Europe writes them."""
        if "," not in number:
            return (Fraction(number),) if re.fullmatch(r"[+-]?(?:\d+(?:\.\d+)?|\.\d+)", number) else ()
        unsigned = number.lstrip("+-")
        sign = -1 if number.startswith("-") else 1
        found: list[Fraction] = []
        if _GROUPED.fullmatch(unsigned) and not unsigned.startswith("0"):
            found.append(sign * Fraction(unsigned.replace(",", "")))
        if not self.in_print and re.fullmatch(r"\d+,\d+", unsigned):
            found.append(sign * Fraction(unsigned.replace(",", ".")))
        return tuple(found)

    def range(self, low: str, low_unit: str | None, high: str, high_unit: str | None) -> Quantity:
        """`low` in the unit of `high` unless it has its own; of two readings the one that ascends."""
        unit = _unit(high_unit) or _unit(low_unit)
        factor = find_factor(_unit(low_unit) or unit, unit) if low_unit else Fraction(1)
        styles = [(a * factor, b) for a in self.readings(low) for b in self.readings(high) if a * factor <= b]
        if len(styles) != 1:
            raise _refusal(self.text, f"{ACCEPTED}, the lower end first, written without commas")
        return self.quantity(*styles[0], unit)

    def compound(self, larger: str, larger_unit: str, smaller: str, smaller_unit: str | None) -> Quantity:
        """`5 ft 10 in` in inches: two units of which the second is the next smaller of the first."""
        first = _unit(_MARKS.get(larger_unit, larger_unit))
        unit, each = _SMALLER.get(first, ("", 0))
        second = _unit(_MARKS.get(smaller_unit or "", smaller_unit)) or unit
        rest = self.one(smaller)
        if not unit or second != unit or rest >= each:
            raise _refusal(self.text)
        total = Fraction(larger) * each + rest
        return self.quantity(total, total, unit)

    def diluted(self, amount: str, amount_unit: str, volume: str, volume_unit: str) -> Quantity:
        """`4 mg in 50 mL` as a concentration. Raises `UnreadableInput` when the second is no volume, or is nothing."""
        over, into = self.one(volume), _unit(volume_unit)
        if find_dimension(into) != "volume" or not over:
            raise _refusal(self.text)
        value = self.one(amount) / over
        return self.quantity(value, value, name_unit(f"{_unit(amount_unit)}/{into}"))


def _plain(text: str) -> str:
    """The text in the scanner's plain characters. Look-alike letters and raised digits after a digit are refused."""
    text = _WATER.sub("cmwater", text)
    text = _CELLS.sub(lambda power: " G/" if power.group(1) in "⁹9" else " K/", text)
    if len(text) > LONGEST or re.search(r"[0-9][²³¹⁰⁴-⁹₀-₉]", text) or any(_is_foreign(char) for char in text):
        raise _refusal(text[:LONGEST])
    # A thin or unbreakable blank between digits groups thousands and can mean nothing else; a plain blank can.
    joined = re.sub(r"(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))", "", text)
    return " ".join(cast(joined).text.split())


def _is_foreign(char: str) -> bool:
    return char.isalpha() and not char.isascii() and char not in "µμ"


def _unit(text: str | None) -> str:
    return name_unit(text.strip()) if text and text.strip() else ""


def _refusal(text: str, accepted: str = ACCEPTED) -> UnreadableInput:
    return UnreadableInput("quantity", text, accepted)
