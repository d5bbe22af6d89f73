"""What an input declares: a measure with its plausible range, one of several kinds of unit, one of several words, or a day."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import inf

from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import convert, is_same_kind, show_range

UNITS_OF = {
    "kg": ("kg", "lb"),
    "m": ("m", "cm", "in"),
    "years": ("years",),
    "°C": ("°C", "°F"),
    "10⁹/L": ("10⁹/L", "/µL"),
}
"""The units in which people write what is not an analyte."""
CLEAR_WITHOUT_UNIT = frozenset(
    {
        "",
        "kg/m²",
        "days",
        "mL/min",
        "s",
        "years",
        "mL/min/1.73 m²",
        "/min",
        "ms",
        "drops/mL",
        "°C",
        "10⁹/L",
        "units/L",
        "mmHg",
    }
)
"""Units that a bare number can be taken to have: no other is in use for an age in plain numbers, an eGFR, a heart rate, a drop
factor, an enzyme; a QT interval in seconds, a temperature in °F, a cell count in a microlitre are far outside their range in the
declared unit."""
CLEAR_WHERE_ALONE = frozenset({"mmHg", "days"})
"""Of them those that are clear only where no other unit is written: no kPa, no hours."""

FRACTION = "fraction"
"""A share of one, as inspired oxygen is often written: where a measure of per cent is written so too, a bare number is clear."""

Said = tuple[tuple[str, tuple[str, ...]], ...]
"""The words by which each option is said in a chat."""
Units = Mapping[str, str]
"""The unit in which each input was given, by the input's name; of a choice the option."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with a unit and its plausible range in that unit, both ends included.

    `means` says what exactly is meant, without figures. `needed` tells from the units of the other inputs whether an optional
    input cannot be done without. `written` are the units in which people write it, where these are not the usual ones. `edges` are the
    values at which a score changes, so that what is not answered yet can be bounded; `below` is the input that it must be lower than;
    `counts` says exactly what counts as it, and may hold figures of the source; `whole` takes whole numbers only;
    a number without a unit is clear up to `bare_up_to`.
    """

    unit: str
    low: float
    high: float
    means: str = ""
    analyte: str | None = None
    needed: Callable[[Units], bool] | None = None
    written: tuple[str, ...] = ()
    edges: tuple[float, ...] = ()
    below: str = ""
    counts: str = ""
    whole: bool = False
    bare_up_to: float = inf

    @property
    def alternatives(self) -> tuple["Measure", ...]:
        """Itself: a measure has one kind of unit."""
        return (self,)

    @property
    def usual(self) -> tuple[str, ...]:
        """The units in which people write it; the declared one is among them."""
        known = ANALYTES[self.analyte].usual if self.analyte else UNITS_OF.get(self.unit, (self.unit,))
        return self.written or known

    @property
    def is_clear_without_unit(self) -> bool:
        """Whether a bare number means the same in every unit in which people write it."""
        if FRACTION in self.usual and self.low > 1:
            return True
        if not self.analyte:
            is_only = self.usual == (self.unit,) or self.unit not in CLEAR_WHERE_ALONE
            return self.unit in CLEAR_WITHOUT_UNIT and is_only
        return len({convert(1, unit, self.unit, self.analyte) for unit in self.usual}) == 1

    def unit_of_bare(self, number: float) -> str:
        """The unit of a number without one, where it can mean one thing only: a share of at most one is a fraction."""
        return FRACTION if FRACTION in self.usual and number <= 1 else self.unit

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
    """A number that may be of several kinds of unit, such as a dose rate; the function receives an `Amount`.

    `pairs_with` names the input that must count the same thing: milligrams with milligrams, units with units.
    """

    alternatives: tuple[Measure, ...]
    means: str
    pairs_with: str
    counts: str

    def __init__(self, *alternatives: Measure, means: str = "", pairs_with: str = "", counts: str = "") -> None:
        object.__setattr__(self, "alternatives", alternatives)
        object.__setattr__(self, "means", means)
        object.__setattr__(self, "pairs_with", pairs_with)
        object.__setattr__(self, "counts", counts)


@dataclass(frozen=True, slots=True, init=False)
class Choice:
    """One of several words; with `pairs_with`, one of several units that must count what that input counts.

    `counts` says exactly what counts as each, and may hold figures of the source; `needed` is as of a measure; `said` are the
    words by which each option is said in a chat.
    """

    options: tuple[str, ...]
    means: str
    pairs_with: str
    counts: str
    needed: Callable[[Units], bool] | None
    said: Said

    def __init__(
        self,
        *options: str,
        means: str = "",
        pairs_with: str = "",
        counts: str = "",
        needed: Callable[[Units], bool] | None = None,
        said: Said = (),
    ) -> None:
        object.__setattr__(self, "options", options)
        object.__setattr__(self, "means", means)
        object.__setattr__(self, "pairs_with", pairs_with)
        object.__setattr__(self, "counts", counts)
        object.__setattr__(self, "needed", needed)
        object.__setattr__(self, "said", said)


def criterion(means: str, counts: str = "", needed: Callable[[Units], bool] | None = None, said: Said = ()) -> Choice:
    """A finding that a score asks for: yes or no, and never taken as absent because nobody said it."""
    return Choice("yes", "no", means=means, counts=counts, needed=needed, said=said)


@dataclass(frozen=True, slots=True)
class Day:
    """A date; the function receives a `datetime.date`. It is read as ISO writes it, year first: other orders can mean two days."""

    means: str = ""
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date with the time of day, as ISO writes both; it becomes a `datetime.datetime` of the place where it was said."""

    means: str = ""
    counts: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What a person says in words of their own, such as an allergy; `said` are the words that tell in it."""

    means: str = ""
    counts: str = ""
    said: Said = ()


Declared = Measure | Either | Choice | Day | Moment | Words
