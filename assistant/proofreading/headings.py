"""Rules of the headings: the anatomy in its order, one subject under each, adults and children never under one."""

from collections.abc import Iterator, Sequence

from assistant.library.documents import POPULATIONS, Line
from assistant.library.front_matter import Headed
from assistant.proofreading.heads import Breach
from assistant.records import ROLES, Role

FEWEST_LINES = 2
MOST_LINES = 4
"""Statements of the bottom line."""
DEEPEST = 3
BOTH = frozenset({"adult", "child"})
ORDER: dict[Role, int] = {role: place for place, role in enumerate(ROLES)}


def check_headings(headed: Headed, lines: Sequence[Line]) -> Iterator[Breach]:
    """The breaches of a document's headings."""
    heads = [line for line in lines if line.block.kind == "heading"]
    yield from _check_title(headed, heads)
    yield from _check_order(heads)
    yield from _check_emptiness(lines)
    yield from _check_bottom_line(headed, lines)
    yield from _check_people(lines)


def _check_title(headed: Headed, heads: Sequence[Line]) -> Iterator[Breach]:
    titles = [head.block for head in heads if head.block.level == 1]
    if not titles or titles[0].plain != headed.front.title or titles[0] != heads[0].block:
        yield headed.body_line, f"the body begins with its title: # {headed.front.title}"
    for title in titles[1:]:
        yield title.line, "a document has one title"


def _check_order(heads: Sequence[Line]) -> Iterator[Breach]:
    seen: list[Role] = []
    for head in heads:
        if head.block.level > DEEPEST:
            yield head.block.line, "headings go no deeper than ###"
        if head.block.level != 2 or head.role is None:
            continue
        if head.role in seen:
            yield head.block.line, f"the heading {head.block.plain!r} stands twice"
        elif seen and ORDER[head.role] < max(ORDER[role] for role in seen):
            yield head.block.line, f"the heading {head.block.plain!r} is out of order; the order is {_in_order()}"
        seen.append(head.role)


def _in_order() -> str:
    return ", ".join(ROLES.values())


def _check_emptiness(lines: Sequence[Line]) -> Iterator[Breach]:
    """A heading is followed by a statement, or by a deeper heading that is."""
    for head, after in zip(lines, [*lines[1:], None], strict=True):
        if head.block.kind != "heading" or head.block.level == 1:
            continue
        if after is None or (after.block.kind == "heading" and after.block.level <= head.block.level):
            yield head.block.line, f"nothing stands under the heading {head.block.plain!r}"


def _check_bottom_line(headed: Headed, lines: Sequence[Line]) -> Iterator[Breach]:
    said = [line for line in lines if line.role == "bottom_line" and line.block.kind != "heading"]
    if not FEWEST_LINES <= len(said) <= MOST_LINES:
        where = said[0].block.line if said else headed.body_line
        yield where, f"the bottom line has {FEWEST_LINES} to {MOST_LINES} statements, not {len(said)}"


def _check_people(lines: Sequence[Line]) -> Iterator[Breach]:
    """Under one ### heading stand statements for adults or for children, as it says, never both."""
    people: set[str] = set()
    for line in lines:
        subject = line.headings.get(DEEPEST)
        if subject is None:
            continue
        if line.block.kind == "heading":
            people = names_of(subject)
            if people >= BOTH:
                yield line.block.line, f"adult and child stand under one heading: {subject!r}"
        for passage in line.passages:
            named = names_of(passage.text)
            if len(people) == 1 and len(named) == 1 and people != named:
                yield (
                    line.block.line,
                    f"under {subject!r} adults and children are mixed",
                )
            people = people or named


def names_of(text: str) -> set[str]:
    """Whether a text names adults, children, or both."""
    return {population for population, pattern in POPULATIONS if population in BOTH and pattern.search(text)}
