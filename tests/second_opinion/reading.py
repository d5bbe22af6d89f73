"""What a second reader says that a source gives a person: amounts, and what follows them. Nothing of the product is used here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction

Person = Mapping[str, Fraction | str]
"""A person by the names of the inputs: numbers in the unit of the sheet, choices as their option."""


@dataclass(frozen=True)
class Dose:
    """An amount from `low` to `high` in a unit, and what follows it in order: bags, infusions, maintenance."""

    low: Fraction
    high: Fraction
    unit: str
    then: tuple["Dose", ...] = ()

    def before(self, *then: "Dose") -> "Dose":
        """The same, followed by others."""
        return Dose(self.low, self.high, self.unit, then)


Reader = Callable[[Person], Dose | None]
"""What one body gives a person; None where it gives nothing."""


def fixed(low: str, unit: str, high: str | None = None) -> Dose:
    """A dose that is the same for everybody."""
    return Dose(Fraction(low), Fraction(high or low), unit)


def each(
    size: Fraction | str,
    low: str,
    unit: str,
    high: str | None = None,
    most: str | None = None,
    least: str | None = None,
    size_most: str | None = None,
) -> Dose:
    """A dose for each unit of a size (kilograms, square metres), held between `least` and `most`; the size counts up to `size_most`."""
    counted = Fraction(size) if size_most is None else min(Fraction(size), Fraction(size_most))
    ends = [Fraction(low) * counted, Fraction(high or low) * counted]
    if least is not None:
        ends = [max(end, Fraction(least)) for end in ends]
    if most is not None:
        ends = [min(end, Fraction(most)) for end in ends]
    return Dose(ends[0], ends[1], unit)


def number(person: Person, name: str) -> Fraction:
    """A number of a person."""
    value = person[name]
    assert isinstance(value, Fraction)
    return value


def is_below(person: Person, name: str, end: str) -> bool:
    """Whether a number of a person lies under an end."""
    return number(person, name) < Fraction(end)


def is_above(person: Person, name: str, end: str) -> bool:
    """Whether a number of a person lies over an end."""
    return number(person, name) > Fraction(end)


def is_outside(person: Person, name: str, low: str, high: str) -> bool:
    """Whether a file does not take the number at all."""
    return is_below(person, name, low) or is_above(person, name, high)
