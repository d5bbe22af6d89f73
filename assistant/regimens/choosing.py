"""Choose the row of a group for a patient: exactly one, or what is still to be asked, or that the source does not cover it."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from assistant.figures.quantities import show_number
from assistant.figures.units import to_fraction
from assistant.records import TierChoice
from assistant.regimens.intervals import Interval
from assistant.regimens.needs import find_plausible, weights_of
from assistant.regimens.patient import Patient
from assistant.regimens.proof import box_of, holds, meets, whole_box
from assistant.regimens.schema import Group, Need, Sheet, Tier
from assistant.regimens.wording import write_subject

NEAR = Fraction(1, 10)
"""Of the edge: a patient within a tenth of an edge that we decided is told so."""
OPEN_ENDED = frozenset({"crcl", "egfr"})
"""Kidney functions: no source ends above."""
NEAR_IN_YEARS = 1
"""For an age, at most this far."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The row for the patient."""

    group: Group
    tier: Tier


@dataclass(frozen=True, slots=True)
class Lacking:
    """What is still to be asked before a row can be chosen and worked out; `optional` may turn out not to matter."""

    group: Group
    required: tuple[str, ...]
    optional: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outside:
    """The source does not cover this patient, by what it needs to know."""

    group: Group
    needs: tuple[str, ...]


def list_groups(sheet: Sheet, patient: Patient, region: str | None) -> list[Group]:
    """The groups that can be for the patient: those of the region first, then as the file has them."""
    fitting = [group for group in sheet.groups if patient.fits(group, sheet)]
    return sorted(fitting, key=lambda group: region is None or group.region != region)


def choose(group: Group, patient: Patient, pending: bool) -> Chosen | Lacking | Outside:
    """The row of a group. `pending`: groups for other people are in play too, so that it must be asked who this is."""
    tiers = find_possible(group, patient)
    if not tiers:
        return Outside(group, tuple(_find_uncovered(group, patient)))
    lacks = [_find_lacking(group, tier, patient) for tier in tiers]
    if pending and group.population != "any":
        who = "age" if "age" in group.needs else "population"
        lacks = [(who, *(name for name in lack if name != who)) for lack in lacks]
        common = [who] if len(tiers) > 1 else list(lacks[0][:1])
    else:
        common = [name for name in lacks[0] if all(name in lack for lack in lacks)]
    named = list(dict.fromkeys(name for lack in lacks for name in lack))
    if named:
        return Lacking(group, tuple(common), tuple(name for name in named if name not in common))
    return Chosen(group, tiers[0])


def find_possible(group: Group, patient: Patient) -> list[Tier]:
    """The rows that could still be the patient's."""
    regions = {name: patient.region_of(name, need) for name, need in group.needs.items()}
    if any(not meets(side, regions[name]) for name, side in whole_box(group).items()):
        return []
    return [t for t in group.tiers if all(meets(side, regions[n]) for n, side in box_of(group, t).items())]


def _find_lacking(group: Group, tier: Tier, patient: Patient) -> tuple[str, ...]:
    """What must be known before a row is certain: each need that it does not hold whatever it turns out to be."""
    box = box_of(group, tier)
    needs = [(name, need) for name, need in group.needs.items() if not _is_open_ended(tier, name, need)]
    unsure = [name for name, need in needs if not holds(box[name], patient.region_of(name, need))]
    return (*unsure, *sorted(name for name in weights_of(tier) if name not in patient.taken))


def _is_open_ended(tier: Tier, name: str, need: Need) -> bool:
    """Whether a row takes every value of a kidney function: it does not mention it, and the highest covered only guards against slips."""
    if name in tier.when or name not in OPEN_ENDED:
        return False
    return Interval.read(need.covers or "").low <= to_fraction(find_plausible(name, need)[0])


def _find_uncovered(group: Group, patient: Patient) -> Iterator[str]:
    for name, side in whole_box(group).items():
        if not meets(side, patient.region_of(name, group.needs[name])):
            yield name


def explain(chosen: Chosen, patient: Patient) -> TierChoice:
    """Which row was taken and why, with a notice when the patient is near an edge that we decided."""
    group, tier = chosen.group, chosen.tier
    reasons = [_explain_need(group, tier, name, patient) for name in group.needs if name in tier.when]
    written = f" (as written: {tier.as_written})" if tier.as_written else ""
    why = "; ".join(reasons) or f"the only row of {group.body} for {group.indication}"
    return TierChoice(
        chosen=write_subject(group, tier), why=f"{why}{written}", near_boundary=_find_near(chosen, patient)
    )


def _explain_need(group: Group, tier: Tier, name: str, patient: Patient) -> str:
    side = box_of(group, tier)[name]
    label = name.replace("_", " ")
    item = patient.taken.get(name)
    if isinstance(side, Interval):
        given = f" {item.given.text}" if item else ""
        return f"{label}{given}: {side.describe(group.needs[name].unit or '')}"
    return f"{label}: {' or '.join(sorted(side))}"


def _find_near(chosen: Chosen, patient: Patient) -> str | None:
    """The notice for the nearest edge that our reading decided, or None."""
    group, tier = chosen.group, chosen.tier
    found = [near for name in group.needs for near in _near_edges(group, tier, name, patient)]
    if not found:
        return None
    _, name, edge, reading = min(found, key=lambda near: near[0])
    unit = group.needs[name].unit or ""
    return f"Near {name.replace('_', ' ')} {show_number(float(edge), significant=6)} {unit}, where the edge is our reading. {reading}"


def _near_edges(group: Group, tier: Tier, name: str, patient: Patient) -> Iterator[tuple[Fraction, str, Fraction, str]]:
    """Distance, need, edge and reading of the edges near a patient; an edge that only guards against slips is none."""
    own, need = box_of(group, tier)[name], group.needs[name]
    value = patient.value(name, need.unit or "")
    if value is None or not isinstance(own, Interval) or own.is_point:
        return
    guards = {Fraction(str(end)) for end in find_plausible(name, need)}
    for edge in (own.low, own.high):
        distance = abs(value - edge)
        if edge in guards or not edge or distance > _reach(name, edge, need.unit or ""):
            continue
        for reading in _readings_at(group, tier, name, edge):
            yield distance, name, edge, reading


def _reach(name: str, edge: Fraction, unit: str) -> Fraction:
    reach = abs(edge) * NEAR
    return min(reach, Fraction(NEAR_IN_YEARS)) if name == "age" and unit == "years" else reach


def _readings_at(group: Group, tier: Tier, name: str, edge: Fraction) -> Iterator[str]:
    """The readings that decided an edge: the row's own, then those of the rows on its other side."""
    for other in (tier, *(other for other in group.tiers if other is not tier)):
        side = box_of(group, other)[name]
        if (
            other.reading
            and isinstance(side, Interval)
            and edge in (side.low, side.high)
            and _decides(other, name, edge)
        ):
            yield other.reading


def _decides(tier: Tier, name: str, edge: Fraction) -> bool:
    return tier.decided is None or edge in {to_fraction(end) for end in tier.decided.get(name, ())}
