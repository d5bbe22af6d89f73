"""Take what a person gave for an input: read it, convert it, check that it is plausible. Nothing is guessed or assumed."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from math import isfinite
from typing import NoReturn

from assistant.errors import InputError, OutOfRange, UnitDoubt, UnreadableInput, WrongUnit
from assistant.figures.quantities import ACCEPTED, Amount, name_unit, read, show_number
from assistant.figures.units import singular
from assistant.intake.declarations import Choice, Day, Either, Measure, Moment, Words
from assistant.intake.slots import Slot
from assistant.records import CalculationInput, Given

_PLAIN = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")
"""A number as the house writes one."""
FAR = 1.5
"""Times the highest plausible value, or the lowest, beyond which a number is more likely in another unit."""
LONGEST_WORDS = 200
"""Characters of what is said in words."""
_ISO_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2})?")
_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Taken:
    """An input that may be used: `written` and `unit` as given, `value` as the function takes it, `shown` for the working."""

    slot: Slot
    given: Given
    written: float | str
    unit: str
    value: float | str | Amount | date
    shown: str

    def as_record(self) -> CalculationInput:
        """The input as the calculation shows it."""
        return CalculationInput(
            value=self.written, unit=self.unit or None, text=self.given.text, origin=self.given.origin
        )

    @property
    def chosen(self) -> str:
        """The unit that was given, or the option."""
        return self.unit or str(self.written)

    @property
    def conversion(self) -> str | None:
        """The steps from what was written to the unit of the formula, if they differ: `4 mg in 50 mL = 0.08 mg/mL`."""
        if not isinstance(self.written, float):
            return None
        written = _show(self.written, self.unit)
        forms = (
            [written, self.shown] if _holds(self.given.text, self.written) else [self.given.text, written, self.shown]
        )
        return f"{self.slot.label}: {' = '.join(dict.fromkeys(forms))}" if len(set(forms)) > 1 else None


def take(slot: Slot, given: Given) -> Taken:
    """The input taken.

    Raises `UnreadableInput`, `WrongUnit`, `OutOfRange` and, for a number that would be plausible in another unit, `UnitDoubt`.
    """
    if isinstance(slot.declared, Choice):
        option = _choose(slot, slot.declared, given)
        return Taken(slot, given, option, "", option, option)
    if isinstance(slot.declared, Day):
        day = _read_day(slot, given)
        return Taken(slot, given, day.isoformat(), "", day, day.isoformat())
    if isinstance(slot.declared, Moment):
        moment = _read_moment(slot, given)
        shown = moment.isoformat(sep=" ", timespec="minutes")
        return Taken(slot, given, shown, "", moment, shown)
    if isinstance(slot.declared, Words):
        words = " ".join(str(given.value).split())
        if not words or len(words) > LONGEST_WORDS:
            raise UnreadableInput(slot.name, given.text, "a few words")
        return Taken(slot, given, words, "", words, words)
    number, unit = _read_number(slot, given)
    measure = _find_measure(slot, slot.declared, given, unit)
    unit = unit or _unit_of_bare(slot, measure, number, given)
    if not measure.is_plausible(number, unit):
        _refuse(slot, measure, number, unit, given)
    if measure.whole and number != int(number):
        raise UnreadableInput(slot.name, given.text, f"a whole number within {measure.accepted}")
    _doubt_unusual(slot, measure, number, unit, given)
    if isinstance(slot.declared, Either) or slot.is_amount:
        return Taken(slot, given, number, unit, Amount.of(number, unit), _show(number, unit))
    value = measure.in_own_unit(number, unit)
    return Taken(slot, given, number, unit, value, _show(value, measure.unit))


def _choose(slot: Slot, choice: Choice, given: Given) -> str:
    """The option that was written, in any case, or its beginning when no other begins so."""
    said = str(given.value).strip().casefold()
    exact = [option for option in choice.options if option.casefold() == said]
    begun = [option for option in choice.options if _begins(option, said)]
    found = exact or begun or [option for option in choice.options if _is_spelling(said, option)]
    if len(found) != 1:
        raise UnreadableInput(slot.name, given.text, slot.accepted)
    return found[0]


def _read_day(slot: Slot, given: Given) -> date:
    """The date, written as ISO writes it in full; any other order is refused. Raises `UnreadableInput`."""
    said = str(given.value).strip()
    try:
        if not _ISO_DAY.fullmatch(said):
            raise ValueError(said)
        return date.fromisoformat(said)
    except ValueError as error:
        raise UnreadableInput(slot.name, given.text, slot.accepted) from error


def _read_moment(slot: Slot, given: Given) -> datetime:
    """The date with its time, as ISO writes them without a zone. Raises `UnreadableInput`."""
    said = str(given.value).strip()
    try:
        if not _ISO_MOMENT.fullmatch(said):
            raise ValueError(said)
        return datetime.fromisoformat(said)
    except ValueError as error:
        raise UnreadableInput(slot.name, given.text, slot.accepted) from error


def _begins(option: str, said: str) -> bool:
    """Whether an option begins so; the beginning of a unit is another unit."""
    return bool(said) and "/" not in option and option.casefold().startswith(said)


def _is_spelling(said: str, option: str) -> bool:
    """Whether a unit is another spelling of the one that is an option."""
    if "/" not in option:
        return False
    try:
        return name_unit(said) == option
    except WrongUnit:
        return False


def _read_number(slot: Slot, given: Given) -> tuple[float, str]:
    """The one value that was given and its unit, empty when none was."""
    if not isinstance(given.value, str):
        if not isfinite(given.value):
            raise UnreadableInput(slot.name, given.text, slot.accepted)
        return float(given.value), _known_unit(slot, given, lambda: name_unit(given.unit) if given.unit else "")
    quantity = None
    try:
        quantity = read(given.value)
    except WrongUnit as error:
        raise WrongUnit(slot.name, given.text, _units(slot)) from error
    except InputError as error:
        # What the reader says of an ambiguous comma is more use than the range.
        raise UnreadableInput(slot.name, given.text, _more_telling(error, slot)) from error
    if not quantity.is_exact or not isfinite(quantity.low):
        raise UnreadableInput(slot.name, given.text, f"one value in {slot.accepted}")
    return quantity.low, quantity.unit or _known_unit(slot, given, lambda: name_unit(given.unit) if given.unit else "")


def _known_unit(slot: Slot, given: Given, name: Callable[[], str]) -> str:
    try:
        return name()
    except WrongUnit as error:
        raise WrongUnit(slot.name, given.text, _units(slot)) from error


def _find_measure(slot: Slot, declared: Measure | Either, given: Given, unit: str) -> Measure:
    """The measure that a unit belongs to; without a unit the only one. Raises `UnreadableInput` or `WrongUnit`."""
    if not unit:
        if len(declared.alternatives) > 1:
            raise UnreadableInput(slot.name, given.text, f"a number with its unit ({_units(slot)})")
        return declared.alternatives[0]
    for measure in declared.alternatives:
        if measure.takes(unit):
            return measure
    raise WrongUnit(slot.name, given.text, _units(slot))


def _unit_of_bare(slot: Slot, measure: Measure, number: float, given: Given) -> str:
    """The unit of a number without one, where it can mean one thing only; otherwise it is asked for."""
    if measure.is_clear_without_unit and number <= measure.bare_up_to:
        return measure.unit_of_bare(number)
    likely = [unit for unit in measure.usual if measure.is_plausible(number, unit)]
    if likely and measure.unit not in likely:
        raise UnitDoubt(slot.name, given.text, measure.accepted, likely[0])
    raise UnreadableInput(slot.name, given.text, f"a number with its unit ({_units(slot)}), within {measure.accepted}")


def _doubt_unusual(slot: Slot, measure: Measure, number: float, unit: str, given: Given) -> None:
    """Ask about a blood level in a unit that nobody writes it in, when the number would do in one that is usual.

    A creatinine of 1.4 mmol/L can be, but it is a slip for mg/dL far more often.
    """
    if measure.analyte is None or unit in measure.usual or unit == measure.unit:
        return
    likely = next((usual for usual in measure.usual if measure.is_plausible(number, usual)), None)
    if likely and measure.in_own_unit(number, likely) != measure.in_own_unit(number, unit):
        raise UnitDoubt(slot.name, given.text, measure.accepted, likely)


def _refuse(slot: Slot, measure: Measure, number: float, unit: str, given: Given) -> NoReturn:
    """Say that a value is out of range, or ask for the unit in which it would not be: of a value that is far out only, for one
    that is a little beyond is that of an unusual patient, in the unit that was written."""
    value = abs(measure.in_own_unit(number, unit))
    is_far = value > measure.high * FAR or value * FAR < measure.low
    for likely in measure.usual if is_far else ():
        if measure.is_plausible(number, likely):
            raise UnitDoubt(slot.name, given.text, measure.accepted, likely)
    raise OutOfRange(slot.name, given.text, measure.accepted)


def _more_telling(error: InputError, slot: Slot) -> str:
    return slot.accepted if error.accepted == ACCEPTED else error.accepted


def _units(slot: Slot) -> str:
    return " or ".join(slot.units or ()) or "a number without a unit"


def _holds(text: str, value: float) -> bool:
    """Whether a text shows a value as it is, so that its reading needs no step of its own."""
    return any(float(number.replace(",", "")) == abs(value) for number in _PLAIN.findall(text))


def _show(value: float, unit: str) -> str:
    number = show_number(value, significant=5)
    apart = "" if unit.startswith("/") else " "
    if unit.startswith("10"):
        return f"{number} × {unit}"
    return f"{number}{apart}{singular(unit) if number == '1' else unit}".strip()
