"""What else was said of the patient: an allergy that meets the drug stops the dose, another medicine brings its warning first."""

import re
from collections.abc import Iterable, Iterator

from assistant.records import Refusal
from assistant.regimens.needs import ALLERGY, MEDICINES
from assistant.regimens.patient import Patient
from assistant.regimens.schema import Group, Interaction, Sheet

_NONE = re.compile(r"\b(?:no|none|nil|not|without|denies|nkd?a)\b", re.IGNORECASE)


def find_allergy(sheet: Sheet, name: str, patient: Patient) -> Refusal | None:
    """The refusal of a drug to whose name or class the patient is allergic, as was said."""
    said = _said(patient, ALLERGY)
    met = next(_find_named((sheet.drug, *sheet.synonyms, *sheet.classes), said), None)
    if met is None:
        return None
    own = f"{met} is the class of {sheet.drug}" if met in sheet.classes else f"{met} is {sheet.drug}"
    if met == sheet.drug:
        own = "that is this drug"
    text = (
        f"No dose of {sheet.drug} is given: an allergy to {met} was stated, and {own}. "
        "Ask what happened, and choose another drug with a senior or a pharmacist."
    )
    return Refusal(regimen=name, title=sheet.title, text=text)


def list_interactions(sheet: Sheet, group: Group, patient: Patient) -> tuple[list[Interaction], list[Interaction]]:
    """The interactions of a group: with what the patient takes, as was said, and the others."""
    said = _said(patient, MEDICINES)
    rows = [row for row in sheet.interactions if not row.groups or group.id in row.groups]
    met = [row for row in rows if any(_find_named(row.taken, said))]
    return met, [row for row in rows if row not in met]


def _said(patient: Patient, name: str) -> str:
    item = patient.taken.get(name)
    return str(item.value) if item else ""


def _find_named(names: Iterable[str], said: str) -> Iterator[str]:
    """The names that a text says of the patient, in the singular or plural, and does not deny in the words before."""
    for name in names:
        for found in re.finditer(rf"\b{re.escape(name)}(?:s|es)?\b", said, re.IGNORECASE):
            before = re.split(r"[,;.]|\bbut\b", said[: found.start()])[-1]
            if not _NONE.search(before):
                yield name
                break
