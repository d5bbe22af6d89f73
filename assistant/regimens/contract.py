"""A regimen as it stands in the registry beside the calculators: what it takes, and what its sources give a patient."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from assistant.errors import InputError
from assistant.intake.slots import Slot
from assistant.records import Calculation, Given, Input, Missing, MissingInput, Refusal
from assistant.regimens.choosing import Chosen, Lacking, Outside, choose, find_possible, list_groups
from assistant.regimens.needs import ALLERGY, read_slots
from assistant.regimens.patient import Patient, admit
from assistant.regimens.printing import print_chosen, print_no_group, print_outside, row_id
from assistant.regimens.schema import Sheet
from assistant.regimens.site import ANY_SITE, Site
from assistant.regimens.surroundings import find_allergy

Outcome = Calculation | Missing | Refusal
LAST_PLACE = 9


@dataclass(frozen=True)
class Regimen:
    """A file that kept every rule. `path` is relative to the corpus folder, `hash` is of the file."""

    sheet: Sheet
    path: str
    hash: str
    site: Site = ANY_SITE
    kind: Literal["regimen"] = "regimen"

    @property
    def id(self) -> str:
        """The id by which documents include its rows."""
        return self.sheet.id

    @property
    def name(self) -> str:
        """The id as a name of a tool."""
        return self.sheet.id.replace("-", "_")

    @property
    def title(self) -> str:
        """What it is called."""
        return self.sheet.title

    @property
    def drug(self) -> str:
        """The drug."""
        return self.sheet.drug

    @property
    def route(self) -> str:
        """The route, as an adjective."""
        return self.sheet.route

    @property
    def synonyms(self) -> tuple[str, ...]:
        """Other names of the drug."""
        return self.sheet.synonyms

    def is_emergency(self, indication: str | None) -> bool:
        """Whether it is for an emergency when it is given for an indication, by a phrase that names it; for all of them, when none is known."""
        said = indication.casefold() if indication else ""
        named = {g.id: {p.casefold() for p in (g.indication, *g.synonyms)} for g in self.sheet.groups}
        groups = [g for g in self.sheet.groups if not said or said in named[g.id]]
        told = [self.sheet.emergency if g.emergency is None else g.emergency for g in groups or self.sheet.groups]
        return any(told) if said else all(told)

    def place(self, indication: str | None) -> int:
        """The place of the drug among those that are given for an indication, by a phrase that names it; the last where no source
        gives it one."""
        said = (indication or "").casefold()
        named = [g for g in self.sheet.groups if said in {p.casefold() for p in (g.indication, *g.synonyms)}]
        return min((g.place for g in named if g.place), default=LAST_PLACE)

    @cached_property
    def indications(self) -> tuple[str, ...]:
        """What it is given for, in all the phrases that name it."""
        return tuple(dict.fromkeys(phrase for g in self.sheet.groups for phrase in (g.indication, *g.synonyms)))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """The inputs as the intake takes them."""
        return read_slots(self.sheet)

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs in the order in which they are asked for."""
        return tuple(slot.as_input() for slot in self.slots)

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the inputs; which of the optional ones are needed depends on the patient."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title,
            "description": f"{self.drug}, {self.route}, by the rows of its sources.",
            "type": "object",
            "properties": {slot.name: slot.as_schema() for slot in self.slots},
            "required": [slot.name for slot in self.slots if slot.required],
            "additionalProperties": False,
        }

    def run(self, given: Mapping[str, Given]) -> Outcome:
        """The first outcome. Raises as `calculate`."""
        return self.calculate(given)[0]

    def calculate(self, given: Mapping[str, Given], region: str | None = None) -> tuple[Outcome, ...]:
        """What each body gives this patient, the region's first; last what is still to be asked.

        Raises an `InputError` that names this regimen.
        """
        patient = self._admit(given)
        if patient.indications is None and not find_allergy(self.sheet, self.name, patient):
            return (self._ask(("indication",), ()),)
        if met := find_allergy(self.sheet, self.name, patient):
            return (met,)
        groups = list_groups(self.sheet, patient, region)
        if not groups:
            return (print_no_group(self.sheet, self.name, patient),)
        pending = patient.population is None and len({g.population for g in groups} - {"any"}) > 1
        found = sorted((choose(group, patient, pending) for group in groups), key=lambda one: isinstance(one, Outside))
        given_out = [self._print(one, patient) for one in found if not isinstance(one, Lacking)]
        asked = self._ask_for([one for one in found if isinstance(one, Lacking)], given_out, patient)
        return (*given_out, *(asked or self._ask_allergy(given_out, patient)))

    def _ask_allergy(self, given_out: list[Calculation | Refusal], patient: Patient) -> list[Missing]:
        """A drug with a class of which people are allergic: what was not said is not "no", so it may still be said."""
        dosed = any(isinstance(one, Calculation) for one in given_out)
        is_open = dosed and self.sheet.classes and ALLERGY not in patient.taken
        return [self._ask((), (ALLERGY,))] if is_open else []

    def rows(self, given: Mapping[str, Given], region: str | None = None, only: bool = False) -> tuple[str, ...]:
        """The ids of the passages of the rows that could be this patient's, the region's first, or its `only`; all of them when nothing
        usable was given."""
        patient = self._admit_what_can_be_used(given)
        if patient.indications is None:
            patient = Patient(patient.taken, frozenset(g.indication for g in self.sheet.groups), patient.population)
        groups = [g for g in list_groups(self.sheet, patient, region) if not only or g.region == region]
        return tuple(row_id(self.sheet, tier) for group in groups for tier in find_possible(group, patient))

    def _admit_what_can_be_used(self, given: Mapping[str, Given]) -> Patient:
        """The patient without the inputs that cannot be used; of two that contradict each other, without both."""
        left = dict(given)
        while left:
            try:
                return self._admit(left)
            except InputError as error:
                if left.pop(error.name, None) is None:
                    break
        return Patient({}, None, None)

    def _admit(self, given: Mapping[str, Given]) -> Patient:
        try:
            return admit(self.sheet, given)
        except InputError as error:
            error.calculator = self.name
            raise

    def _print(self, found: Chosen | Outside, patient: Patient) -> Calculation | Refusal:
        if isinstance(found, Outside):
            return print_outside(self.sheet, self.name, found)
        return print_chosen(self.sheet, self.name, found, patient, self.site)

    def _ask_for(
        self, lacking: list[Lacking], given_out: list[Calculation | Refusal], patient: Patient
    ) -> list[Missing]:
        """What the groups lack, each input once; required is what the group that lacks least cannot do without."""
        calculated = any(isinstance(one, Calculation) for one in given_out)
        named = [name for one in lacking for name in (*one.required, *one.optional)]
        if not named:
            return self._ask_who(patient) if calculated else []
        least = min(lacking, key=lambda one: len(one.required))
        required = () if calculated else least.required
        return [self._ask(required, tuple(name for name in named if name not in required))]

    def _ask_who(self, patient: Patient) -> list[Missing]:
        """Rows for adults only, or children only, name their people; who the patient is may still be said."""
        asked = [slot.name for slot in self.slots if slot.name == "population"]
        return [self._ask((), tuple(asked))] if asked and patient.population is None else []

    def _ask(self, required: tuple[str, ...], optional: tuple[str, ...]) -> Missing:
        slots = {slot.name: slot for slot in self.slots}
        asked: list[MissingInput] = []
        for names, needed in ((required, True), (optional, False)):
            for name in dict.fromkeys(names):
                asked.append(slots[name].as_missing(self.name).model_copy(update={"required": needed}))
        return Missing(inputs=tuple(asked))
