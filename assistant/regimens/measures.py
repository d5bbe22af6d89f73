"""The amounts of a regimen file, read exactly: doses, rates, strengths, durations, and what is counted in sachets or tablets."""

import re
from dataclasses import dataclass
from fractions import Fraction
from math import isfinite

from assistant.errors import InputError
from assistant.figures.quantities import find_dimension, find_factor, is_same_kind, read_print, show_range
from assistant.figures.units import to_fraction

AMOUNTS = frozenset({"mass", "substance", "charge", "activity", "volume"})
"""What a drug may be measured in."""
_FORMS = r"(sachet|tablet|capsule|ampoule|vial|puff|suppository|patch|drop)(?:s|es)?"
_COUNTED = re.compile(rf"([\d.]+(?:\s*[-–]\s*[\d.]+)?)\s+{_FORMS}")
_PER_FORM = re.compile(rf"(.+?)\s*(?:/|\bper\b|\bin\b)\s*(?:1\s+|one\s+|an?\s+)?{_FORMS}")
_IN_A_DAY = re.compile(r"(.+?)\s*(?:/|\bper\b|\bin\b|\bevery\b)\s*(?:24\s*h|day)")


@dataclass(frozen=True, slots=True)
class Measured:
    """A value or range of a file. `unit` is as the house prints it; of what is counted it is the form, in the singular."""

    low: Fraction
    high: Fraction
    unit: str
    text: str
    form: bool = False

    @classmethod
    def read(cls, text: str) -> "Measured":
        """The measure of a text. Raises `ValueError` when it is none."""
        if counted := _COUNTED.fullmatch(text.strip()):
            ends = [Fraction(end) for end in re.split(r"\s*[-–]\s*", counted[1])]
            return cls(ends[0], ends[-1], counted[2], text, form=True)
        try:
            found = read_print(text)
        except InputError as error:
            raise ValueError(f"{text!r} cannot be read as an amount with its unit") from error
        if not (isfinite(found.low) and isfinite(found.high)):
            raise ValueError(f"{text!r} is a bound; write the value itself")
        return cls(to_fraction(found.low), to_fraction(found.high), found.unit, text)

    @property
    def is_per_kg(self) -> bool:
        """Whether it is an amount for each kilogram of the patient."""
        return "/kg" in self.unit

    @property
    def without_body(self) -> str:
        """The unit of the amount for a whole patient: `mg/h` of `mg/kg/h`, `mg` of `mg/m²`."""
        return "/".join(part for part in self.unit.split("/") if part not in ("kg", "m²"))

    @property
    def kind(self) -> str:
        """What it measures: `mass`, `mass/kg`, `mass/surface`, `substance/time`, `charge/volume`, `time`, `form`."""
        if self.form:
            return "form"
        lead, *others = self.unit.split("/")
        return "/".join([find_dimension(lead), *("kg" if other == "kg" else find_dimension(other) for other in others)])

    @property
    def counted(self) -> str:
        """The unit of the drug itself, without what it is divided by: `mg` of `mg/kg`."""
        return self.unit.split("/")[0]


@dataclass(frozen=True, slots=True)
class Strength:
    """How much of a drug is in one unit of a product: a millilitre, or a form such as a sachet."""

    amount: Measured
    per: str
    form: bool

    @classmethod
    def read(cls, text: str) -> "Strength":
        """The strength of a text such as `1 mg/mL`, `1 g in 10 mL` or `10 mmol/sachet`. Raises `ValueError`."""
        if per_form := _PER_FORM.fullmatch(text.strip()):
            return cls(_require(Measured.read(per_form[1]), AMOUNTS), per_form[2], True)
        found = _require(Measured.read(text), {f"{amount}/volume" for amount in AMOUNTS})
        return cls(Measured(found.low, found.high, found.counted, text), found.unit.split("/")[1], False)

    def divide(self, dose: tuple[float, float], unit: str) -> str | None:
        """How much of the product a dose is, printed; None where the two are not measured in the same thing."""
        if self.amount.low != self.amount.high or not is_same_kind(unit, self.amount.counted):
            return None
        factor = find_factor(unit, self.amount.counted) / self.amount.low
        low, high = (float(to_fraction(end) * factor) for end in dose)
        return show_range(low, high, _plural(self.per, high) if self.form else self.per)


def read_dose(text: str) -> Measured:
    """An amount that is given. Raises `ValueError`."""
    return _require(Measured.read(text), AMOUNTS | {"form"})


def read_per_kg(text: str) -> Measured:
    """An amount for each kilogram of the patient. Raises `ValueError`."""
    return _require(Measured.read(text), {f"{amount}/kg" for amount in AMOUNTS})


def read_per_m2(text: str) -> Measured:
    """An amount for each square metre of the patient. Raises `ValueError`."""
    return _require(Measured.read(text), {f"{amount}/surface" for amount in AMOUNTS})


def read_weight(text: str) -> Measured:
    """A weight of the patient. Raises `ValueError`."""
    found = _require(Measured.read(text), {"mass"})
    if found.unit != "kg" or found.low != found.high:
        raise ValueError(f"{text!r} is not one weight in kg")
    return found


def read_rate(text: str) -> Measured:
    """An amount, or an amount for each kilogram, over time. Raises `ValueError`."""
    kinds = {f"{amount}{weight}/time" for amount in AMOUNTS for weight in ("", "/kg")}
    return _require(Measured.read(text), kinds)


def read_strength_limit(text: str) -> Measured:
    """An amount in a volume. Raises `ValueError`."""
    return _require(Measured.read(text), {f"{amount}/volume" for amount in AMOUNTS})


def read_daily(text: str) -> Measured:
    """An amount in a day, such as `200 mEq/24 h`. Raises `ValueError`."""
    found = _IN_A_DAY.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is not an amount in a day, such as 200 mEq/24 h")
    return _require(Measured.read(found[1]), AMOUNTS | {f"{amount}/kg" for amount in AMOUNTS} | {"form"})


def read_total(text: str) -> Measured:
    """An amount, or one for each kilogram, over all repeats. Raises `ValueError`."""
    return _require(Measured.read(text), AMOUNTS | {f"{amount}/kg" for amount in AMOUNTS} | {"form"})


def read_time(text: str) -> Measured:
    """A duration. Raises `ValueError`."""
    return _require(Measured.read(re.sub(r"^(?:at least|at most|up to)\s+", "", text)), {"time"})


def _require(found: Measured, kinds: set[str] | frozenset[str]) -> Measured:
    if found.kind not in kinds:
        raise ValueError(f"{found.text!r} measures {found.kind or 'nothing'}, not {' or '.join(sorted(kinds))}")
    return found


def _plural(form: str, most: float) -> str:
    if most <= 1:
        return form
    return form[:-1] + "ies" if form.endswith("y") else form + ("es" if form.endswith("ch") else "s")
