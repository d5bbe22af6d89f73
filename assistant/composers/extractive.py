"""The composer that needs no model: statements as they stand in the passages, chosen for the question, in the anatomy's order."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from assistant.composers.draft import Draft, DraftStatement, Material, Request
from assistant.records import ROLES, Passage, Population, Role

MOST_IN_A_SECTION = 4
MOST_IN_THE_BOTTOM_LINE = 2
CLOSE_SECOND = 0.82
"""A second sentence joins the bottom line of a narrow question when it is nearly as near as the first."""
WORTH_READING = 0.55
"""Beside a narrow answer stands only what is at least this near, relative to the nearest."""
WANTED_BONUS = 0.15
"""What a passage gains when its role is what was asked for."""


def compose(request: Request, material: Material) -> Draft:
    """A draft of statements, each citing its own passage; empty when no passage is at hand."""
    pool = _pool(request, material)
    if request.overview:
        return _overview(request, material, pool)
    return _narrow(request, material, pool)


def _pool(request: Request, material: Material) -> list[Passage]:
    """The passages of the documents that are for these people, in the order of the documents, each text once."""
    seen: set[str] = set()
    pool: list[Passage] = []
    for document_id in request.documents:
        for passage in material.documents[document_id].passages:
            if passage.text not in seen and _is_for(passage, request.population):
                seen.add(passage.text)
                pool.append(passage)
    return pool


def _is_for(passage: Passage, population: Population | None) -> bool:
    if population is None or passage.population == "any":
        return True
    return passage.population == population or (population == "pregnancy" and passage.population == "adult")


def _overview(request: Request, material: Material, pool: Sequence[Passage]) -> Draft:
    """The whole anatomy: the nearest bottom lines first, what is left of them under the approach."""
    lines = [p for p in pool if p.role == "bottom_line"]
    bottom = _nearest(lines, request, MOST_IN_THE_BOTTOM_LINE)
    statements = [_statement(p, material, "bottom_line") for p in bottom]
    for role in ROLES:
        if role == "bottom_line":
            continue
        members = [p for p in pool if p.role == role]
        if role == "approach":
            members = [p for p in lines if p not in bottom] + members
        statements += _section(role, members, request, material)
    return Draft(tuple(statements), frozenset({"bottom_line", *request.roles}))


def _section(role: Role, members: Sequence[Passage], request: Request, material: Material) -> list[DraftStatement]:
    """At most four statements, those nearest to the question, adults before children, in the document's order."""
    nearest = _nearest(members, request, MOST_IN_A_SECTION)
    ordered = sorted(nearest, key=lambda p: p.population == "child")
    return [_statement(p, material, role) for p in _by_heading(ordered)]


def _by_heading(passages: Iterable[Passage]) -> list[Passage]:
    """The passages with those of one heading side by side."""
    groups: dict[str | None, list[Passage]] = {}
    for passage in passages:
        groups.setdefault(_heading(passage), []).append(passage)
    return [passage for group in groups.values() for passage in group]


def _narrow(request: Request, material: Material, pool: Sequence[Passage]) -> Draft:
    """Only what answers: the nearest statement or two, then the nearest of the roles that were asked for."""
    near = {p.id: request.scores.get(p.id, 0.0) + (WANTED_BONUS if p.role in request.roles else 0.0) for p in pool}
    ranked = sorted(pool, key=lambda p: -near[p.id])
    if not ranked or near[ranked[0].id] <= 0:
        return Draft(())
    best = near[ranked[0].id]
    bottom = [
        ranked[0],
        *(p for p in ranked[1:MOST_IN_THE_BOTTOM_LINE] if near[p.id] >= CLOSE_SECOND * best and _agrees(p, ranked[0])),
    ]
    beside = [p for p in ranked if p not in bottom and near[p.id] >= WORTH_READING * best]
    statements = [_statement(p, material, "bottom_line") for p in bottom]
    for role in ROLES:
        members = [
            p
            for p in beside
            if (p.role == role or (role == "approach" and p.role == "bottom_line")) and role != "bottom_line"
        ]
        statements += _section(role, members, replace(request, scores=near), material)
    return Draft(tuple(statements), frozenset({"bottom_line", *request.roles, "not_in_sources"}))


def _agrees(passage: Passage, first: Passage) -> bool:
    """Whether two statements may stand side by side: never adult beside child."""
    return passage.population == first.population or "any" in (passage.population, first.population)


def _nearest(passages: Sequence[Passage], request: Request, most: int) -> list[Passage]:
    chosen = sorted(passages, key=lambda p: -request.scores.get(p.id, 0.0))[:most]
    return [p for p in passages if p in chosen]


def _statement(passage: Passage, material: Material, role: Role) -> DraftStatement:
    heading = None if role == "bottom_line" else _heading(passage)
    return DraftStatement(role, material.hide(passage), (passage.id,) if passage.citations else (), heading)


def _heading(passage: Passage) -> str | None:
    """The subject under which a passage stands, when it has one below the role's own heading."""
    parts = passage.section.split(" › ")
    last = parts[-1]
    return None if last == ROLES[passage.role] or passage.role == "bottom_line" else last
