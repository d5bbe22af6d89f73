"""Units of the ward and conversion between them, by Pint from the table `units.txt`; all factors are exact fractions.

Pint is imported when the first unit is met. A unit that the table does not list is refused with `WrongUnit`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

from assistant.errors import WrongUnit
from assistant.figures.analytes import ANALYTES
from assistant.figures.shadow import cast

_TABLE = Path(__file__).with_name("units.txt")
_BODY_SURFACE = re.compile(r"1\.73\s?m\^?2\b")
_BILLION = re.compile(r"(?:[x×]\s?)?10(?:\^|\*{1,2})?9(?=\s?/)")
_THOUSAND = re.compile(r"(?:[x×]\s?)?10(?:\^|\*{1,2})?3(?=\s?/)")
_FREEZING = 32
"""The °F at which °C begins."""
_PARTED = re.compile(r"\s*/\s*|\s+per\s+")
_ONE_CASE_ONLY = frozenset({"mu", "miu", "m", "eq", "s"})
"""Spellings that mean another thing in capitals: mU and MU differ a billionfold, M is molar."""
_PRINTED = {
    "body_kilogram": "kg",
    "percent": "%",
    "square_metre": "m²",
    "body_surface": "1.73 m²",
    "mega_unit": "million units",
    "celsius": "°C",
    "fahrenheit": "°F",
    "billion_cells": "10⁹",
    "thousand_cells": "10³",
}
_PLURALS = frozenset(
    (
        "micrograms",
        "nanograms",
        "units",
        "milliunits",
        "microunits",
        "million units",
        "years",
        "months",
        "weeks",
        "days",
        "drops",
        "points",
        "vials",
    )
)
_BUILDING = Lock()


@dataclass(frozen=True, slots=True)
class Amount:
    """A value with its unit, for arithmetic in which the units must come out right."""

    exact: Any

    @classmethod
    def of(cls, value: float | Fraction, unit: str) -> "Amount":
        """The amount of a value in a unit. Raises `WrongUnit` for an unknown unit."""
        return cls(_registry().Quantity(to_fraction(value), parse_unit(unit)))

    @classmethod
    def body_weight(cls, kilograms: float) -> "Amount":
        """The weight of a patient, which cancels the `/kg` of a dose and nothing else."""
        return cls(_registry().Quantity(to_fraction(kilograms), "body_kilogram"))

    def __mul__(self, other: "Amount") -> "Amount":
        return Amount(self.exact * other.exact)

    def __truediv__(self, other: "Amount") -> "Amount":
        return Amount(self.exact / other.exact)

    def to(self, unit: str) -> float:
        """The value in another unit. Raises `WrongUnit` when the amount measures something else."""
        wanted = parse_unit(unit)
        if self.exact.dimensionality != wanted.dimensionality:
            raise WrongUnit("amount", str(self.exact.units), unit)
        return float(self.exact.to(wanted).magnitude)


def convert(value: float, source: str, target: str, analyte: str | None = None) -> float:
    """A value in another unit; `analyte` bridges mass, substance and charge. Raises `WrongUnit`."""
    factor = find_factor(source, target, analyte)
    if value in (float("inf"), float("-inf")):
        return value
    if (scales := (name_unit(source), name_unit(target))) in (("°F", "°C"), ("°C", "°F")):
        return _to_other_scale(to_fraction(value), factor, into=scales[1])
    if (known := ANALYTES.get(analyte or "")) and known.share and "%" in scales and scales[0] != scales[1]:
        at_nought = known.share_at_nought
        exact = to_fraction(value)
        return float(exact * factor + at_nought if scales[1] == "%" else (exact - at_nought) * factor)
    return float(to_fraction(value) * factor)


def _to_other_scale(value: Fraction, factor: Fraction, into: str) -> float:
    """A temperature on the other scale, whose nought lies elsewhere."""
    return float((value - _FREEZING) * factor if into == "°C" else value * factor + _FREEZING)


@lru_cache(maxsize=4096)
def find_factor(source: str, target: str, analyte: str | None = None) -> Fraction:
    """How many of `target` one of `source` is, exactly; of temperatures the size of a degree.

    Raises `WrongUnit` when they measure different things.
    """
    wanted = parse_unit(target)
    one = _registry().Quantity(Fraction(1), parse_unit(source))
    for bridge in _bridges(analyte):
        if (one * bridge).dimensionality == wanted.dimensionality:
            return Fraction((one * bridge).to(wanted).magnitude)
    raise WrongUnit("quantity", source, target)


def is_same_kind(first: str, second: str, analyte: str | None = None) -> bool:
    """Whether two units measure the same thing."""
    try:
        return find_factor(first, second, analyte) > 0
    except WrongUnit:
        return False


def find_dimension(unit: str) -> str:
    """What a unit measures, such as `mass` or `volume / time`. Raises `WrongUnit` for an unknown unit."""
    text = str(parse_unit(unit).dimensionality)
    return "" if text == "dimensionless" else text.replace("[", "").replace("]", "")


@lru_cache(maxsize=4096)
def name_unit(text: str) -> str:
    """A unit as the house prints it: `mcg/kg/min` is `micrograms/kg/min`. Raises `WrongUnit` for an unknown unit."""
    lead, *others = [_print_word(word) if word else "" for word in _canonical_words(text)]
    return "/".join([lead, *(singular(word) for word in others)])


def singular(word: str) -> str:
    """The unit for one: `units/h` is `unit/h`, `mg` stays."""
    lead, slash, rest = word.partition("/")
    return (lead.removesuffix("s") if lead in _PLURALS else lead) + slash + rest


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Any:
    """The Pint unit of a text. Raises `WrongUnit` for an unknown unit."""
    registry = _registry()
    lead, *others = _canonical_words(text)
    unit = registry.Unit(lead or "")
    for word in others:
        unit /= registry.Unit(word)
    return unit


def to_fraction(value: float | Fraction) -> Fraction:
    """The fraction that a person means by a float: 0.1 is one tenth. Raises `ValueError` for NaN and infinities."""
    return value if isinstance(value, Fraction) else Fraction(str(value))


def _bridges(analyte: str | None) -> Iterator[Any]:
    """What a quantity may be multiplied by without changing what it is of: one, molar mass, charge."""
    quantity = _registry().Quantity
    yield quantity(Fraction(1), "")
    known = ANALYTES.get(analyte or "")
    if known and known.molar_mass:
        mass = quantity(known.molar_mass, "gram / mole")
        yield from (mass, 1 / mass)
    if known and known.share:
        share = quantity(known.share * 1000, "percent")
        yield from (share, 1 / share)
    if known and known.activity:
        activity = quantity(known.activity, "mole / unit")
        yield from (activity, 1 / activity)
    if known and known.valence:
        charge = quantity(Fraction(known.valence), "equivalent / mole")
        yield from (charge, 1 / charge)
        if known.molar_mass:
            yield from (mass / charge, charge / mass)


def _canonical_words(text: str) -> list[str]:
    """The words of a compound unit by their names in the table; an empty first word stands for a bare `/min`."""
    plain = _BODY_SURFACE.sub("body_surface", cast(text).text.replace("%", "percent").strip())
    plain = _THOUSAND.sub("thousand_cells", _BILLION.sub("billion_cells", plain))
    words = [word.strip() for word in _PARTED.split(plain)]
    if not all(words[1:]) or (not words[0] and len(words) == 1 and text.strip()):
        raise WrongUnit("unit", text, "a unit such as mg, mmol/L or micrograms/kg/min")
    lead, *others = [_find_word(word, text) if word else "" for word in words]
    return [lead, *("body_kilogram" if word == "kilogram" else word for word in others)]


def _find_word(word: str, text: str) -> str:
    joined = re.sub(r"\s+", "_", word.replace(".", "").replace("^", ""))
    for case_sensitive in (True, False):
        if not case_sensitive and joined.lower() in _ONE_CASE_ONLY:
            break
        try:
            return str(_registry().get_name(joined, case_sensitive))
        except (AttributeError, ValueError):  # Pint's UndefinedUnitError is an AttributeError
            continue
    raise WrongUnit("unit", text, "a unit such as mg, mmol/L or micrograms/kg/min")


def _print_word(name: str) -> str:
    printed: str = _PRINTED.get(name) or _registry().get_symbol(name)
    return printed.replace("μ", "µ")


def _registry() -> Any:
    with _BUILDING:
        return _build_registry()


@cache
def _build_registry() -> Any:
    import pint

    return pint.UnitRegistry(str(_TABLE), non_int_type=Fraction, cache_folder=None)
