"""What a calculator declares: its inputs, its result, its worked examples. All values, no behaviour beyond plausibility."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import convert, is_same_kind, show_range
from assistant.records import Part

UNITS_OF = {"kg": ("kg", "lb"), "m": ("m", "cm", "in"), "years": ("years",)}
"""The units in which people write what is not an analyte."""
CLEAR_WITHOUT_UNIT = frozenset({"years"})
"""Units that a bare number can be taken to have: there is no other in use for an adult's age."""

Units = Mapping[str, str]
"""The unit in which each input was given, by the input's name."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with a unit and its plausible range in that unit, both ends included.

    `means` says what exactly is meant, without figures. `needed` tells from the units of the other inputs whether an optional
    input cannot be done without.
    """

    unit: str
    low: float
    high: float
    means: str = ""
    analyte: str | None = None
    needed: Callable[[Units], bool] | None = None

    @property
    def alternatives(self) -> tuple["Measure", ...]:
        """Itself: a measure has one kind of unit."""
        return (self,)

    @property
    def usual(self) -> tuple[str, ...]:
        """The units in which people write it; the declared one is among them."""
        return ANALYTES[self.analyte].usual if self.analyte else UNITS_OF.get(self.unit, (self.unit,))

    @property
    def is_clear_without_unit(self) -> bool:
        """Whether a bare number means the same in every unit in which people write it."""
        if not self.analyte:
            return self.unit in CLEAR_WITHOUT_UNIT
        return len({convert(1, unit, self.unit, self.analyte) for unit in self.usual}) == 1

    @property
    def accepted(self) -> str:
        """The plausible range in words: `0.2–20 mg/dL`."""
        return show_range(self.low, self.high, self.unit)

    def takes(self, unit: str) -> bool:
        """Whether a unit measures the same thing."""
        return is_same_kind(unit, self.unit, self.analyte)

    def in_own_unit(self, value: float, unit: str) -> float:
        """A value in the declared unit."""
        return convert(value, unit, self.unit, self.analyte)

    def is_plausible(self, value: float, unit: str) -> bool:
        """Whether a value lies in the range, both ends included."""
        return self.low <= self.in_own_unit(value, unit) <= self.high


@dataclass(frozen=True, slots=True, init=False)
class Either:
    """A number that may be of several kinds of unit, such as a dose rate; the function receives an `Amount`."""

    alternatives: tuple[Measure, ...]
    means: str

    def __init__(self, *alternatives: Measure, means: str = "") -> None:
        object.__setattr__(self, "alternatives", alternatives)
        object.__setattr__(self, "means", means)


@dataclass(frozen=True, slots=True, init=False)
class Choice:
    """One of several words."""

    options: tuple[str, ...]
    means: str

    def __init__(self, *options: str, means: str = "") -> None:
        object.__setattr__(self, "options", options)
        object.__setattr__(self, "means", means)


Declared = Measure | Either | Choice


@dataclass(frozen=True, slots=True)
class Result:
    """The unit of the result and its decimal places; `places` None prints three significant digits.

    With `like`, the result follows the unit system in which that input was given: `others` are its forms, `analyte` what is
    converted.
    """

    unit: str
    places: int | None = None
    like: str | None = None
    analyte: str | None = None
    others: tuple["Result", ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """What a function returns whose unit depends on its inputs. `says` replaces the calculator's own sentence."""

    value: float
    unit: str
    parts: tuple[Part, ...] = ()
    says: str | None = None
    quotes: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """What a result below a value means, in words without figures; the last band is below infinity."""

    below: float
    text: str


@dataclass(frozen=True, slots=True)
class Vector:
    """A worked example: the inputs as written, the result as printed, and whether paper or hand worked it."""

    given: Mapping[str, str]
    printed: str
    by: Literal["hand", "paper"]
