"""What a calculator declares: its inputs (from the intake), its result, its worked examples. All values, no behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.intake.declarations import Choice, Day, Declared, Either, Measure, Units, criterion
from assistant.records import Part

__all__ = [
    "Band",
    "Choice",
    "Day",
    "Declared",
    "Either",
    "Finding",
    "Measure",
    "Result",
    "Units",
    "Vector",
    "criterion",
]


@dataclass(frozen=True, slots=True)
class Result:
    """The unit of the result and its decimal places; `places` None prints three significant digits. The unit of a day is "date".

    With `like`, the result follows the unit system in which that input was given: `others` are its forms, `analyte` what is
    converted. A result outside `within` is refused, and laid to the input `laid_to`.
    """

    unit: str
    places: int | None = None
    like: str | None = None
    analyte: str | None = None
    others: tuple["Result", ...] = ()
    within: Measure | Either | None = None
    laid_to: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a function returns whose unit depends on its inputs, or which is a range up to `high`. `says` replaces the
    calculator's own sentence."""

    value: float
    unit: str
    parts: tuple[Part, ...] = ()
    says: str | None = None
    quotes: Mapping[str, str] | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """What a result below a value means, in words without figures; the last band is below infinity. `reference` says so."""

    below: float
    text: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Vector:
    """A worked example: the inputs as written, the result as printed, and who worked it: the paper, a hand, or a second
    implementation by someone who had not read the first."""

    given: Mapping[str, str]
    printed: str
    by: Literal["hand", "paper", "second"]
