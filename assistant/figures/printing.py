"""Print values: rounded once, half up; thousands commas, an en dash in ranges, unit words that agree in number."""

from decimal import ROUND_HALF_UP, Decimal, localcontext
from math import isfinite

from assistant.figures.units import singular

_ALL_DIGITS = 700
"""More decimal digits than the longest finite float has on both sides of its point."""


def show(value: float, unit: str = "", places: int | None = None) -> str:
    """A value with its unit, rounded once, half up.

    Without `places` it has three significant digits, whole numbers in full, and no trailing noughts.
    """
    number = show_number(value, places)
    return _join(number, singular(unit) if number == "1" else unit)


def show_range(low: float, high: float, unit: str = "", places: int | None = None) -> str:
    """Two ends with an en dash between them; one value where they print the same."""
    first, second = show_number(low, places), show_number(high, places)
    if first == second:
        return show(high, unit, places)
    dash = " to " if "-" in first + second else "–"
    return _join(f"{first}{dash}{second}", unit)


def show_number(value: float, places: int | None = None, significant: int = 3) -> str:
    """A number rounded once, half up, with thousands commas. Raises `ValueError` when it is not finite."""
    if not isfinite(value):
        raise ValueError("only a finite number can be printed")
    # Fifteen digits are what a float holds; beyond them stands binary noise that could tip a half.
    decimal = Decimal(f"{value:.15g}")
    digits = places if places is not None else max(0, significant - 1 - decimal.adjusted()) if decimal else 0
    with localcontext(prec=_ALL_DIGITS):
        rounded = decimal.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    if not rounded:
        rounded = abs(rounded)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if places is None and "." in text else text


def _join(number: str, unit: str) -> str:
    if unit.startswith("10"):  # a count of cells: 150 × 10⁹/L
        return f"{number} × {unit}"
    return f"{number}{unit}" if unit.startswith(("%", "/")) else f"{number} {unit}".rstrip()
