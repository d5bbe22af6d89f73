"""Print what a row gives as a calculation, and what a source does not cover as a refusal; both name the body."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from assistant.records import NOT_COVERED, Calculation, CalculationInput, Refusal, Result
from assistant.regimens.choosing import Chosen, Outside, explain
from assistant.regimens.delivery import list_parts
from assistant.regimens.dosing import Worked, fill_worked, rate_weight, show_limit, work_out, work_out_rate
from assistant.regimens.intervals import Interval
from assistant.regimens.measures import read_rate
from assistant.regimens.needs import ALLERGY, MEDICINES, START, WEIGHTS, weights_of
from assistant.regimens.patient import Patient
from assistant.regimens.people import NAMES
from assistant.regimens.schedule import plan_watch
from assistant.regimens.schema import Caution, Group, Sheet, Tier, Watch
from assistant.regimens.site import ANY_SITE, Site
from assistant.regimens.surroundings import list_interactions
from assistant.regimens.wording import write_row, write_says

_PLURALS = {"adult": "adults", "child": "children", "pregnancy": "pregnant women", "any": "patients"}


def print_chosen(
    sheet: Sheet, name: str, chosen: Chosen, patient: Patient, site: Site = ANY_SITE
) -> Calculation | Refusal:
    """The calculation of a row, or the refusal that the row is."""
    group, tier = chosen.group, chosen.tier
    if tier.refuse:
        return Refusal(
            regimen=name, title=sheet.title, text=write_row(sheet, group, tier), passages=(row_id(sheet, tier),), body=group.body
        )  # fmt: skip
    worked = work_out(tier.dose, patient) if tier.dose else None
    rate = work_out_rate(tier, rate_weight(tier), patient)
    first = worked or rate
    says, quotes = write_says(sheet, group, tier)
    return Calculation(
        calculator=name,
        kind="regimen",
        title=f"{sheet.title} ({group.body})",
        inputs=_list_inputs(group, tier, patient),
        result=_find_result(tier, worked, rate),
        parts=list_parts(sheet, tier, worked, patient, site),
        tier=explain(chosen, patient),
        cap=first.cap if first else None,
        region=group.region,
        monitoring=tuple(plan_watch(row, find_start(patient)) for row in list_watches(sheet, group)),
        steps=(
            *_list_conversions(group, tier, patient),
            *(worked.steps if worked else ()),
            *(rate.steps if rate else ()),
        ),
        references=tier.citations,
        warnings=tuple(_list_warnings(sheet, group, tier, patient, site)),
        says=says,
        quotes=quotes | fill_worked(tier, patient),
        passages=(row_id(sheet, tier),),
    )


def row_id(sheet: Sheet, tier: Tier) -> str:
    """The id of a row, which is that of its passage too."""
    return f"{sheet.id}#{tier.id}"


def _find_result(tier: Tier, worked: Worked | None, rate: Worked | None) -> Result:
    """The dose; where a row has none the rate it is given at, else the most that it allows."""
    if worked and tier.dose:
        return worked.as_result(f"{worked.text} daily" if tier.dose.per == "day" else None)
    if rate:
        return rate.as_result()
    if text := tier.maintenance.rate if tier.maintenance and not tier.rate_max else None:
        found = read_rate(text)
        return Worked(float(found.low), float(found.high), found.unit, text).as_result()
    if tier.rate_max:
        return show_limit(tier.rate_max)
    return Result(value=None, unit=None, text=f"at most {tier.daily_max}")


def _used(group: Group, tier: Tier, patient: Patient) -> list[str]:
    """The inputs that decided something: those that the group needs, who the patient is, and the weight of the dose."""
    names = {"indication", "population", "age", *group.needs, *weights_of(tier), ALLERGY, MEDICINES, START}
    return [name for name in patient.taken if name in names]


def _list_inputs(group: Group, tier: Tier, patient: Patient) -> dict[str, CalculationInput]:
    return {name: patient.taken[name].as_record() for name in _used(group, tier, patient)}


def _list_conversions(group: Group, tier: Tier, patient: Patient) -> tuple[str, ...]:
    steps = (patient.taken[name].conversion for name in _used(group, tier, patient))
    return tuple(step for step in steps if step)


def list_watches(sheet: Sheet, group: Group) -> tuple[Watch, ...]:
    """The monitoring of a group: its own rows, then those of the file that concern it."""
    return (*group.monitoring, *(row for row in sheet.monitoring if not row.groups or group.id in row.groups))


def find_start(patient: Patient) -> datetime | None:
    """When the drug is started, where that was said."""
    item = patient.taken.get(START)
    return item.value if item and isinstance(item.value, datetime) else None


def _list_warnings(sheet: Sheet, group: Group, tier: Tier, patient: Patient, site: Site) -> Iterator[str]:
    """What must be read beside a dose: what the site restricts, contraindications, medicines that the patient takes, then what
    this row leaves open, other interactions, antidotes and cautions."""
    yield from site.notices(sheet.id)
    yield from (row.text for row in _concerning(sheet.contraindications, group))
    met, others = list_interactions(sheet, group, patient)
    yield from (row.text for row in met)
    if sheet.classes and ALLERGY not in patient.taken:
        yield f"No allergy was stated or denied: an allergy to {' or '.join(sheet.classes)} stops this dose."
    if group.population == "adult" and patient.population == "pregnancy":
        yield f"The row of {group.body} is written for adults, and says nothing of pregnancy apart."
    if tier.dose and tier.dose.no_max:
        yield f"No maximum dose is given: {tier.dose.no_max}"
    if WEIGHTS[None] in weights_of(tier) and (rate_weight(tier) is None):
        yield f"{group.body}, as indexed, does not say which body weight its dose is worked out on."
    if tier.note:
        yield tier.note
    yield from (row.text for row in others)
    yield from (row.text for row in _concerning((*sheet.cautions, *sheet.antidotes), group))
    if tier.reading:
        yield f"How the row of {group.body} is read here: {tier.reading}"


def _concerning(rows: Sequence[Caution], group: Group) -> list[Caution]:
    return [row for row in rows if not row.groups or group.id in row.groups]


def print_outside(sheet: Sheet, name: str, outside: Outside) -> Refusal:
    """That a source does not cover a patient, and what it covers; never the nearest row."""
    group = outside.group
    covered = "; ".join(_describe_cover(group, need) for need in outside.needs)
    text = (
        f"{NOT_COVERED} by this source: for {group.indication}, {sheet.drug} {sheet.route} of {group.body} "
        f"is read here for {_PLURALS[group.population]} with {covered} only."
    )
    passages = tuple(row_id(sheet, tier) for tier in group.tiers)
    return Refusal(regimen=name, title=sheet.title, text=text, passages=passages, body=group.body)


def _describe_cover(group: Group, name: str) -> str:
    need = group.needs[name]
    cover = Interval.read(need.covers or "").describe(need.unit or "")
    return f"{name.replace('_', ' ')} {cover}"


def print_no_group(sheet: Sheet, name: str, patient: Patient) -> Refusal:
    """That no source indexed covers these people, and whom the sources cover."""
    groups = [group for group in sheet.groups if group.indication in (patient.indications or ())]
    held: dict[str, list[str]] = {}
    for group in groups:
        held.setdefault(_PLURALS[group.population], []).append(group.body)
    covered = "; ".join(f"{people} ({', '.join(dict.fromkeys(bodies))})" for people, bodies in held.items())
    who = NAMES[patient.population or "any"]
    indication = " or ".join(dict.fromkeys(group.indication for group in groups))
    text = (
        f"{NOT_COVERED} by these sources: for {indication}, {sheet.drug} {sheet.route} is held for {covered}, "
        f"not for a {who}."
    )
    passages = tuple(row_id(sheet, tier) for group in groups for tier in group.tiers[:1])
    return Refusal(regimen=name, title=sheet.title, text=text, passages=passages)
