"""The patient of one calculation: what was given, taken in; what follows from it; and nothing that was not said."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assistant.errors import UnknownInput, UnreadableInput
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import find_factor
from assistant.figures.units import to_fraction
from assistant.intake.slots import Slot
from assistant.intake.taking import Taken, take
from assistant.records import Given, Population
from assistant.regimens.intervals import Interval
from assistant.regimens.needs import find_plausible, list_indications, read_slots
from assistant.regimens.people import ADULT_FROM, ADULTHOOD, CHILDHOOD
from assistant.regimens.proof import Side
from assistant.regimens.schema import Group, Need, Sheet


@dataclass(frozen=True)
class Patient:
    """`indications` are those that the given phrase means, or the only one; None when it is not known which.

    `population` is what was said, or what the age says; None when neither was given.
    """

    taken: Mapping[str, Taken]
    indications: frozenset[str] | None
    population: Population | None

    @property
    def is_minor(self) -> bool:
        """Whether the age that was given is a child's."""
        age = self.value("age", "years")
        return age is not None and age < ADULT_FROM

    def value(self, name: str, unit: str) -> Fraction | None:
        """A number as it was given, exactly, in a unit; None when it was not given."""
        item = self.taken.get(name)
        if item is None or not isinstance(item.written, float):
            return None
        return to_fraction(item.written) * find_factor(item.unit, unit, name if name in ANALYTES else None)

    def region_of(self, name: str, need: Need) -> Side:
        """All that a need can be for this patient: one value, the ages of a population, or anything plausible."""
        if need.choices:
            item = self.taken.get(name)
            return frozenset({str(item.value)}) if item else frozenset(need.choices)
        value = self.value(name, need.unit or "")
        if value is not None:
            return Interval(value, value)
        if name == "age" and self.population in ("adult", "child"):
            ages = ADULTHOOD if self.population == "adult" else CHILDHOOD
            factor = find_factor("years", need.unit or "years")
            return Interval(ages.low * factor, ages.high * factor, ages.low_in, ages.high_in)
        low, high = find_plausible(name, need)
        return Interval(to_fraction(low), to_fraction(high))

    def fits(self, group: Group, sheet: Sheet) -> bool:
        """Whether a group can be for this patient. A child never fits a group of adults."""
        if self.indications is None or group.indication not in self.indications:
            return False
        if self.population is None or group.population in ("any", self.population):
            return True
        if {group.population, self.population} != {"adult", "pregnancy"} or self.is_minor:
            return False
        # Where a source does not speak of pregnancy apart, a pregnant woman is an adult; pre-eclampsia has no other group.
        own = {other.population for other in sheet.groups if other.indication == group.indication}
        return self.population not in own


def admit(sheet: Sheet, given: Mapping[str, Given]) -> Patient:
    """Take in what was given. Raises an `InputError` for what cannot be used, or contradicts itself."""
    slots = {slot.name: slot for slot in read_slots(sheet)}
    for name in given:
        if name not in slots:
            raise UnknownInput(name, list(slots))
    meant = _find_meant(sheet, given.get("indication"))
    taken = {name: take(slot, given[name]) for name, slot in slots.items() if name in given and name != "indication"}
    if "indication" in given:
        taken["indication"] = _take_indication(slots["indication"], given["indication"], meant)
        meant = meant or frozenset({str(taken["indication"].value)})
    found = Patient(taken, meant or _only_indication(sheet), None)
    return Patient(found.taken, found.indications, _find_population(found))


def _find_meant(sheet: Sheet, given: Given | None) -> frozenset[str]:
    """The indications that a phrase names, by their own name or a synonym."""
    said = str(given.value).strip().casefold() if given else ""
    return frozenset(
        group.indication
        for group in sheet.groups
        if said in {p.casefold() for p in (group.indication, *group.synonyms)}
    )


def _take_indication(slot: Slot, given: Given, meant: frozenset[str]) -> Taken:
    if not meant:
        return take(slot, given)
    name = " or ".join(sorted(meant))
    return Taken(slot, given, name, "", name, name)


def _only_indication(sheet: Sheet) -> frozenset[str] | None:
    indications = list_indications(sheet)
    return frozenset(indications) if len(indications) == 1 else None


def _find_population(patient: Patient) -> Population | None:
    """What was said, or what the age says. Raises `UnreadableInput` when the two contradict each other."""
    said = patient.taken.get("population")
    age = patient.value("age", "years")
    by_age: Population | None = None if age is None else "child" if age < ADULT_FROM else "adult"
    if said is None:
        return by_age
    name: Population = said.value  # type: ignore[assignment]
    if by_age and name != "pregnancy" and name != by_age:
        raise UnreadableInput("population", said.given.text, f"{by_age}, which is what the age says")
    return name
