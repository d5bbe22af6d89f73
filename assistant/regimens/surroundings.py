"""What else was said of the patient: an allergy that meets the drug stops the dose, another medicine brings its warning first."""

import re
from collections.abc import Iterable, Iterator

from assistant.records import Refusal
from assistant.regimens.needs import ALLERGY, MEDICINES
from assistant.regimens.patient import Patient
from assistant.regimens.schema import Group, Interaction, Sheet

_MEMBERS = {
    "penicillin": r"\w+cillin\w*|co-?amoxiclav|augmentin|tazocin|pip-?taz\w*",
    "cephalosporin": r"cef\w+|ceph\w+",
    "carbapenem": r"\w+penem",
    "aminoglycoside": r"gentami[cs]in|tobramycin|amikacin|neomycin|streptomycin",
    "glycopeptide": r"vancomycin|teicoplanin",
    "quinolone": r"\w+floxacin",
    "tetracycline": r"\w+cycline",
    "sulfonamide": r"co-?trimoxazole|septrin|bactrim|sul(?:f|ph)a(?:s|meth\w+|diaz\w+|salaz\w+)?|sul(?:f|ph)on?amid\w*",
    "benzodiazepine": r"\w+azepam|\w+azolam",
    "nsaid": r"ibuprofen|naproxen|diclofenac|ketorolac|ind\w*metacin|celecoxib|aspirin",
    "opioid": r"\w*morphine|codeine|oxycodone|tramadol|fentanyl|pethidine",
}
"""The names of drugs of a class: who is allergic to one of them is given none of the class."""
_NONE = re.compile(r"\b(?:no|none|nil|not(?! tolerat)|without|denies|nkd?a|(?<!not )tolerat(?:es|ed))\b", re.IGNORECASE)


def find_allergy(sheet: Sheet, name: str, patient: Patient) -> Refusal | None:
    """The refusal of a drug to whose name or class the patient is allergic, as was said."""
    said = _said(patient, ALLERGY)
    met = next(_find_named((sheet.drug, *sheet.synonyms, *sheet.classes), said), None)
    member, family = next(_find_members(sheet.classes, said), ("", ""))
    if met is None and not member:
        return None
    own = f"{met} is the class of {sheet.drug}" if met in sheet.classes else f"{met} is {sheet.drug}"
    if met is None:
        met, own = member, f"{member} and {sheet.drug} are of one class ({family})"
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
        if any(_find_said(rf"{re.escape(name)}(?:s|es)?", said)):
            yield name


def _find_members(classes: Iterable[str], said: str) -> Iterator[tuple[str, str]]:
    """The drugs of a class that a text names, each with its class."""
    for family in classes:
        for name in _find_said(_MEMBERS.get(family, "(?!)"), said):
            yield name.casefold(), family


def _find_said(pattern: str, said: str) -> Iterator[str]:
    for found in re.finditer(rf"\b(?:{pattern})\b", said, re.IGNORECASE):
        before = re.split(r"[,;.]|\bbut\b", said[: found.start()])[-1]
        if not _NONE.search(before):
            yield found.group()
