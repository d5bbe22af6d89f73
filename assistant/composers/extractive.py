"""The composer that needs no model: statements as they stand in the passages, chosen for the question, in the anatomy's order."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from assistant.composers.draft import Draft, DraftStatement, Material, Request
from assistant.composers.fitting import find_absence, find_lacking, pool_of, stems
from assistant.composers.leading import (
    CLOSE,
    MOST_IN_THE_BOTTOM_LINE,
    agrees,
    by_things,
    by_what_was_asked,
    find_leading,
    for_these_people,
    in_their_state,
    stands_second,
    weigh_role,
    weigh_words,
    with_absence,
    with_the_manner,
    with_what_was_asked,
)
from assistant.figures import find
from assistant.records import ROLES, Passage, Role

MOST_IN_A_SECTION = 4
"""Statements; the rows of one dose table count as one, for they are shown whole or not at all."""
PEOPLE = {"adult": "Adults", "child": "Children", "pregnancy": "Pregnancy"}
"""Headings for what stands under none of its own, so that adults and children are never in one list."""
CLOSE_SECOND = 0.82
"""A second sentence joins the bottom line of a narrow question when it is nearly as near as the first."""
WORTH_READING = 0.7
"""Beside a narrow answer stands only what is at least this near, relative to the nearest."""
ALIKE = 90
"""Similarity of words, of 100, from which two statements with the same figures say the same."""


def compose(request: Request, material: Material) -> Draft:
    """A draft of statements, each citing its own passage; empty when no passage is at hand."""
    pool = pool_of(request, material)
    absence = find_absence(request, material)
    lacking = find_lacking(pool, request) or (None if stands_second(request) else absence)
    if lacking and (lacking is not absence or not request.overview):
        near = [p for p in pool if p.role in request.roles and p.population in (request.population, "any")]
        chosen = _choose((), near, request, [lacking])
        beside = [s for role in ROLES for s in _section(role, [p for p in chosen if p.role == role], material)]
        return Draft(
            (_statement(lacking, material, "bottom_line"), *beside), frozenset({"bottom_line", *request.roles})
        )
    if request.overview or (absence and stands_second(request)):
        return _overview(request, material, pool, absence)
    return _narrow(request, material, pool, absence)


def _overview(request: Request, material: Material, pool: Sequence[Passage], absence: Passage | None = None) -> Draft:
    """The whole anatomy: the bottom lines that lead, what is left of them under the approach, then section by section."""
    lines = [p for p in pool if p.role == "bottom_line"]
    bottom = in_their_state(for_these_people(find_leading(lines, request), pool, request), pool, request)
    if not (absence and request.without):  # without symptoms nothing is given in the way that was asked about
        bottom = by_things(with_what_was_asked(bottom, pool, request), pool, request)
    if not bottom:
        return _narrow(request, material, pool, absence)
    bottom = with_absence(bottom, absence, request)
    shown = list(bottom)
    statements = [_statement(p, material, "bottom_line") for p in bottom]
    for role in ROLES:
        if role == "bottom_line":
            continue
        first = [p for p in lines if p not in bottom] if role == "approach" else []
        members = [p for p in pool if p.role == role]
        chosen = _choose(first, members, request, shown)
        shown += chosen
        statements += _section(role, chosen, material)
    return Draft(tuple(statements), frozenset({"bottom_line", *request.roles}))


def _choose(
    first: Sequence[Passage], members: Sequence[Passage], request: Request, shown: Sequence[Passage]
) -> list[Passage]:
    """What a section holds: `first`, then the nearest, rows of one table whole, nothing that was said before."""
    chosen: list[Passage] = []
    left = MOST_IN_A_SECTION
    ranked = [*first, *_with_each_people(sorted(members, key=lambda p: -request.scores.get(p.id, 0.0)), first)]
    for passage in ranked:
        if left == 0:
            break
        unit = [p for p in members if p.regimen and p.section == passage.section] if passage.regimen else [passage]
        fresh = [p for p in unit if p not in chosen and not _is_said(p, [*shown, *chosen])]
        if fresh and (len(fresh) == len(unit) or not passage.regimen):
            chosen += fresh
            left -= 1
    return chosen


def _with_each_people(ranked: Sequence[Passage], first: Sequence[Passage]) -> list[Passage]:
    """The nearest first, but the nearest for adults and the nearest for children before the rest of either."""
    leads = [next((p for p in ranked if p.population == people), None) for people in ("adult", "child")]
    wanted = [p for p in leads if p and p.population not in {f.population for f in first}]
    return [*wanted, *(p for p in ranked if p not in wanted)]


def _is_said(passage: Passage, shown: Iterable[Passage]) -> bool:
    """Whether a statement with the same figures and nearly the same words stands already."""
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    return any(
        _figures(passage.text) <= _figures(other.text)
        and fuzz.token_set_ratio(passage.text, other.text, processor=default_process) >= ALIKE
        for other in shown
        if other.population == passage.population
    )


@lru_cache(maxsize=8192)
def _figures(text: str) -> frozenset[str]:
    return frozenset(figure.text for figure in find(text))


def _section(role: Role, passages: Iterable[Passage], material: Material) -> list[DraftStatement]:
    """The statements of a section: adults before children, those of one heading side by side, never both under one."""
    groups: dict[str | None, list[Passage]] = {}
    for passage in sorted(passages, key=lambda p: p.population == "child"):
        groups.setdefault(_heading(passage) or PEOPLE.get(passage.population), []).append(passage)
    return [
        _statement(passage, material, role, _apart(heading, passage, group))
        for heading, group in groups.items()
        for passage in group
    ]


def _apart(heading: str | None, passage: Passage, group: Sequence[Passage]) -> str | None:
    """The heading, with the people named where adults and children would stand under it."""
    mixed = {"adult", "child"} <= {p.population for p in group}
    people = PEOPLE.get(passage.population)
    return f"{heading}, {people.lower()}" if mixed and people else heading


def _narrow(request: Request, material: Material, pool: Sequence[Passage], absence: Passage | None = None) -> Draft:
    """Only what answers: the nearest statement or two, then the nearest of the roles that were asked for."""
    wanted = stems(" ".join(request.specific))
    near = {p.id: request.scores.get(p.id, 0.0) + weigh_role(p, request) + weigh_words(p, wanted) for p in pool}
    ranked = sorted(pool, key=lambda p: -near[p.id])
    if not ranked or near[ranked[0].id] <= 0:
        return Draft(())
    ranked = _adults_first(ranked, near, request)
    best = near[ranked[0].id]
    bottom = [ranked[0], *_seconds(ranked, near)][:MOST_IN_THE_BOTTOM_LINE]
    if request.manner and bottom[0].role == "not_in_sources":
        bottom = with_the_manner(bottom, ranked, request)
    if request.exact:
        bottom = by_what_was_asked(with_what_was_asked(bottom, ranked, request), request)
    bottom = with_absence(bottom, absence, request)
    statements = [_statement(p, material, "bottom_line") for p in bottom]
    if ranked[0].role != "not_in_sources":
        worth = [p for p in ranked if p not in bottom and near[p.id] >= WORTH_READING * best]
        statements += _beside(worth, bottom, request, material)
    return Draft(tuple(statements), frozenset({"bottom_line", *request.roles, "not_in_sources"}))


def _adults_first(ranked: list[Passage], near: dict[str, float], request: Request) -> list[Passage]:
    """Where nobody said who is asked about, a child's statement does not lead before one that is nearly as near."""
    if request.population or ranked[0].population != "child":
        return ranked
    others = [p for p in ranked if p.population != "child" and near[p.id] >= CLOSE * near[ranked[0].id]]
    return [*others[:1], *(p for p in ranked if p not in others[:1])]


def _seconds(ranked: Sequence[Passage], near: dict[str, float]) -> list[Passage]:
    """What may join the nearest: nearly as near, for the same people, not the same again, and held where it is held."""
    first = ranked[0]
    return [
        p
        for p in ranked[1:]
        if near[p.id] >= CLOSE_SECOND * near[first.id]
        and agrees(p, first)
        and not _is_said(p, [first])
        and "not_in_sources" not in (p.role, first.role)
        and (p.role == "pearls") <= (first.role == "pearls")
        and p.regimen is None
        and not p.positions
    ]


def _beside(
    worth: Sequence[Passage], bottom: Sequence[Passage], request: Request, material: Material
) -> list[DraftStatement]:
    """The sections beside a narrow answer: of the roles that were asked for, and where guidance differs or is silent."""
    statements: list[DraftStatement] = []
    shown = list(bottom)
    for role in ROLES:
        if role == "bottom_line" or role not in {*request.roles, "differs", "not_in_sources"}:
            continue
        members = [p for p in worth if p.role == role or (role == "approach" and p.role == "bottom_line")]
        chosen = _choose((), members, request, shown)
        shown += chosen
        statements += _section(role, chosen, material)
    return statements


def _statement(passage: Passage, material: Material, role: Role, heading: str | None = None) -> DraftStatement:
    return DraftStatement(role, material.hide(passage), (passage.id,) if passage.citations else (), heading)


def _heading(passage: Passage) -> str | None:
    """The subject under which a passage stands, when it has one below the role's own heading and it holds no figure."""
    last = passage.section.split(" › ")[-1]
    if last == ROLES[passage.role] or passage.role == "bottom_line" or find(last):
        return None
    return last
