"""A regimen as a document: each row, caution, monitoring row and product a passage that is indexed, cited and quoted."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath

from assistant.records import ROLES, Document, Passage, Population, Role
from assistant.regimens.contract import Regimen
from assistant.regimens.dosing import list_steps
from assistant.regimens.people import find_population
from assistant.regimens.printing import list_watches, row_id
from assistant.regimens.schema import Dose, Group, Sheet, Tier, Watch
from assistant.regimens.wording import write_heading, write_reading, write_row, write_watch

SEPARATOR = " › "
_PEOPLE = {"adult": "adults", "child": "children", "pregnancy": "pregnancy", "any": "adults and children"}
_FIELDS = (
    "label", "as_written", "over", "rate", "rate_max", "daily_max", "daily_cap", "total_max", "concentration_max", "interval", "repeat",
    "duration", "dilution", "given_as", "titration", "note", "refuse",
)  # fmt: skip
_STEP_FIELDS = ("over", "rate", "rate_max", "interval", "duration", "dilution")


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of a regimen before it is a passage; `key` is its place in the id, or None where its text is."""

    role: Role
    heading: str
    text: str
    citations: tuple[str, ...]
    population: Population
    key: str | None = None
    is_row: bool = False


def render(regimen: Regimen) -> Document:
    """The document of a regimen. Its hash covers the file and what its rows became."""
    sheet = regimen.sheet
    passages = tuple(_passage(line, regimen) for line in _unique(_lines(sheet)))
    whole = "\n".join([regimen.hash, *(passage.hash for passage in passages)])
    return Document(
        id=sheet.id,
        title=sheet.title,
        field=PurePosixPath(regimen.path).parent.name,
        kind="regimen",
        topics=tuple(dict.fromkeys((sheet.drug, *sheet.synonyms, *regimen.indications))),
        population=" and ".join(dict.fromkeys(_PEOPLE[group.population] for group in sheet.groups)),
        status=sheet.status,
        version=sheet.version,
        last_updated=sheet.last_updated,
        review_by=sheet.review_by,
        reviewers=sheet.reviewers,
        supersedes=sheet.supersedes,
        path=regimen.path,
        hash=hashlib.sha256(whole.encode()).hexdigest(),
        passages=passages,
    )


def fields(regimen: Regimen, row: str) -> dict[str, str]:
    """The fields of a row by name, as a document may include them: `dose`, `max`, `over`, `rate_max` …

    Raises `LookupError` when no row is called so.
    """
    for group in regimen.sheet.groups:
        for tier in group.tiers:
            if tier.id == row:
                return _fields_of_tier(tier)
    for watch in _all_watches(regimen.sheet):
        if watch.id == row:
            return {"what": watch.what, "when": watch.when, **({"act_on": watch.act_on} if watch.act_on else {})}
    for product in regimen.sheet.products:
        if product.id == row:
            return {"name": product.name, "strength": product.strength}
    sheet = regimen.sheet
    told = [*sheet.cautions, *sheet.contraindications, *sheet.antidotes]
    if row in {one.id for one in told} | {one.id for one in sheet.interactions}:
        return {}
    raise LookupError(f"no row of {regimen.id} is called {row}")


def _fields_of_tier(tier: Tier) -> dict[str, str]:
    found = {name: text for name in _FIELDS if (text := getattr(tier, name))}
    if dose := tier.dose:
        found |= _fields_of_dose(dose, "dose")
        found |= {name: text for name in ("max", "min", "weight_max", "same_as") if (text := getattr(dose, name))}
    for called, step in list_steps(tier):
        found |= {f"{called}_{name}": text for name in _STEP_FIELDS if (text := getattr(step, name))}
        found |= _fields_of_dose(step.dose, f"{called}_dose") if step.dose else {}
    return found


def _fields_of_dose(dose: Dose, name: str) -> dict[str, str]:
    return {name: dose.amount or dose.per_kg or dose.per_m2 or ""}


def _lines(sheet: Sheet) -> Iterator[Line]:
    for group in sheet.groups:
        for tier in group.tiers:
            yield from _tier_lines(sheet, group, tier)
    for product in sheet.products:
        text = f"{product.name[:1].upper()}{product.name[1:]} has the strength {product.strength}."
        yield Line("administration", "Products", text, product.citations, "any", product.id, bool(product.id))
    for group in sheet.groups:
        for row in group.monitoring:
            yield _watch_line(sheet, row, group)
    for row in sheet.monitoring:
        yield _watch_line(sheet, row, None)
    for heading, cautions in (
        ("Contraindications", sheet.contraindications),
        ("Interactions", sheet.interactions),
        ("Antidotes", sheet.antidotes),
        ("Cautions", sheet.cautions),
    ):
        for caution in cautions:
            people = _population_of(sheet, caution.groups)
            yield Line("cautions", heading, caution.text, caution.citations, people, caution.id, bool(caution.id))


def _tier_lines(sheet: Sheet, group: Group, tier: Tier) -> Iterator[Line]:
    heading, people = write_heading(group, tier), find_population(group, tier)
    yield Line("administration", heading, write_row(sheet, group, tier), tier.citations, people, tier.id, True)
    if tier.note:
        yield Line("administration", heading, tier.note, tier.citations, people)
    if tier.reading:
        key = f"{tier.id}-reading"
        yield Line("administration", heading, write_reading(group, tier), tier.citations, people, key)


def _watch_line(sheet: Sheet, row: Watch, group: Group | None) -> Line:
    people = group.population if group else _population_of(sheet, row.groups)
    heading = f"{group.indication[:1].upper()}{group.indication[1:]}, {group.body}" if group else _of_all(people)
    text = write_watch(sheet, row, group)
    return Line("monitoring", heading, text, row.citations, people, row.id, bool(row.id))


def _of_all(people: Population) -> str:
    """The heading of monitoring that belongs to no single group."""
    return "Monitoring" if people == "any" else f"Monitoring of {_PEOPLE[people]}"


def _all_watches(sheet: Sheet) -> Iterator[Watch]:
    yield from dict.fromkeys(row for group in sheet.groups for row in list_watches(sheet, group))


def _population_of(sheet: Sheet, groups: Iterable[str]) -> Population:
    """The one population that a caution concerns; "any" when its groups are for several."""
    named = frozenset(groups)
    found = {group.population for group in sheet.groups if not named or group.id in named}
    return found.pop() if len(found) == 1 else "any"


def _unique(lines: Iterable[Line]) -> Iterator[Line]:
    """Each text once; a row keeps its own even where another says the same."""
    seen: set[str] = set()
    for line in lines:
        if line.is_row or line.text not in seen:
            yield line
        seen.add(line.text)


def _passage(line: Line, regimen: Regimen) -> Passage:
    sheet = regimen.sheet
    key = line.key or _hash(line.text)[:10]
    section = ROLES[line.role] if line.heading == ROLES[line.role] else f"{ROLES[line.role]}{SEPARATOR}{line.heading}"
    return Passage(
        id=f"{sheet.id}#{key}",
        hash=_hash(line.text, *line.citations),
        document_id=sheet.id,
        document_title=sheet.title,
        role=line.role,
        section=section,
        anchor=re.sub(r"[^a-z0-9]+", "-", key.lower()).strip("-"),
        text=line.text,
        citations=line.citations,
        population=line.population,
        regimen=f"{sheet.id}#{key}" if line.is_row else None,
        review_status=sheet.status,
        last_updated=sheet.last_updated,
    )


def _hash(*parts: str) -> str:
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


__all__ = ["fields", "render", "row_id"]
