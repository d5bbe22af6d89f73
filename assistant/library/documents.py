"""Read a guideline document: front matter, headings of the anatomy, and one passage for each statement."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import CorpusError
from assistant.library.blocks import Block, read_blocks
from assistant.library.front_matter import FrontMatter, Headed, read_front_matter
from assistant.library.statements import Desk, Statement, StatementError, read_statement
from assistant.records import ROLES, Document, Passage, Population, Position, Role

ROLE_OF: dict[str, Role] = {title.lower(): role for role, title in ROLES.items()}
SEPARATOR = " › "
POPULATIONS: tuple[tuple[Population, re.Pattern[str]], ...] = (
    (
        "child",
        re.compile(
            r"\b(?:child|children|infants?|neonat\w*|newborns?|p(?:a)?ediatric|bab(?:y|ies)|adolescents?)\b", re.I
        ),
    ),
    ("adult", re.compile(r"\badults?\b", re.I)),
    ("pregnancy", re.compile(r"\b(?:pregnan\w*|(?:pre-?)?eclampsia)\b", re.I)),
)


@dataclass
class Place:
    """Where the reader stands in a document: the headings above and the role that the outer one gives."""

    front: FrontMatter
    role: Role | None = None
    headings: dict[int, str] = field(default_factory=dict)
    said: set[tuple[str, str]] = field(default_factory=set)

    @property
    def section(self) -> str:
        """Heading path below the title, outermost first."""
        return SEPARATOR.join(self.headings[level] for level in sorted(self.headings) if level > 1)


@dataclass(frozen=True)
class Line:
    """One block as it was read: under which role and headings, what it became, or which rule it breaks."""

    block: Block
    role: Role | None
    headings: dict[int, str]
    passages: tuple[Passage, ...] = ()
    breach: str | None = None


def read_document(path: Path, root: Path, desk: Desk) -> tuple[Document | None, tuple[CorpusError, ...]]:
    """The document, or every breach that keeps it from being one. `root` is the corpus folder that it is in."""
    try:
        headed = read_head(path)
    except CorpusError as error:
        return None, (error,)
    lines = read_lines(headed, desk)
    passages = [passage for line in lines for passage in line.passages]
    refusals = [CorpusError(path, line.block.line, line.breach) for line in lines if line.breach]
    if not passages and not refusals:
        refusals.append(CorpusError(path, headed.body_line, "the document makes no statement"))
    if refusals:
        return None, tuple(refusals)
    return make_document(headed.front, passages, path, root), ()


def read_head(path: Path) -> Headed:
    """The text with its front matter taken off. Raises `CorpusError`."""
    try:
        return read_front_matter(path.read_text(encoding="utf-8-sig"), path)
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(path, 1, f"cannot be read: {error}") from error


def read_lines(headed: Headed, desk: Desk) -> tuple[Line, ...]:
    """Every block of the body, read."""
    place = Place(headed.front)
    lines: list[Line] = []
    for block in read_blocks(headed.body, headed.body_line):
        passages: tuple[Passage, ...] = ()
        breach = None
        try:
            passages = tuple(read_block(block, place, desk))
        except StatementError as error:
            breach = str(error)
        lines.append(Line(block, place.role, dict(place.headings), passages, breach))
    return tuple(lines)


def make_document(front: FrontMatter, passages: Sequence[Passage], path: Path, root: Path) -> Document:
    """The document; its hash covers the file and what the statements became, regimen rows included."""
    relative = path.relative_to(root) if root in path.parents else Path(path.name)
    text = path.read_text(encoding="utf-8-sig")
    whole = "\n".join([text, *(p.hash for p in passages)])
    return Document(
        **front.model_dump(),
        field=path.parent.name,
        kind="guideline",
        path=relative.as_posix(),
        hash=hashlib.sha256(whole.encode()).hexdigest(),
        regimens=tuple(sorted(set(re.findall(r"\{\{regimen:([\w-]+)#", text)))),
        passages=tuple(passages),
    )


def read_block(block: Block, place: Place, desk: Desk) -> Iterator[Passage]:
    """The passages of one block; a heading gives none and moves the place. Raises `StatementError`."""
    if block.kind == "heading":
        move(block, place)
        return
    if block.kind == "other":
        raise StatementError("only headings, paragraphs, list items and tables are read")
    if place.role is None:
        raise StatementError("a statement stands before the first heading of the anatomy")
    if block.kind == "row" and place.role == "differs":
        yield make_passage(place, *read_differences(block, desk))
    elif block.kind == "item" and block.level > 1:
        raise StatementError("list items are not nested: each statement stands alone")
    else:
        yield make_passage(place, read_statement(block.text, desk, place.role != "not_in_sources"))


def move(block: Block, place: Place) -> None:
    """Take a heading. Raises `StatementError` when the anatomy does not know it."""
    place.headings = {level: text for level, text in place.headings.items() if level < block.level}
    place.headings[block.level] = block.plain
    if block.level <= 2:
        place.role = None
    if block.level == 2:
        place.role = ROLE_OF.get(block.plain.lower())
        if place.role is None:
            raise StatementError(f"unknown heading {block.plain!r}; accepted: {', '.join(ROLES.values())}")


def read_differences(block: Block, desk: Desk) -> tuple[Statement, str, tuple[Position, ...]]:
    """A row of the table "Where guidance differs": what it says as one statement, its topic, its positions."""
    topic, *cells = block.cells
    held = [read_statement(cell, desk) for cell in cells if cell]
    if not topic or len(held) < 2:
        raise StatementError("a row of differing guidance has a topic and two or three positions")
    positions = tuple(Position(text=s.text.rstrip("."), citations=s.citations) for s in held)
    citations = tuple(dict.fromkeys(key for s in held for key in s.citations))
    text = f"{topic}: {'; '.join(p.text for p in positions)}."
    return Statement(text, citations), topic, positions


def make_passage(
    place: Place, statement: Statement, topic: str | None = None, positions: tuple[Position, ...] = ()
) -> Passage:
    """A passage with an id that depends on nothing but itself. Raises `StatementError` when it is said twice."""
    if (place.section, statement.text) in place.said:
        raise StatementError("the same statement stands twice under one heading")
    place.said.add((place.section, statement.text))
    assert place.role is not None
    own = hash_text(place.section, statement.text)[:10]
    return Passage(
        id=f"{place.front.id}#{own}",
        hash=hash_text(statement.text, *statement.citations),
        document_id=place.front.id,
        document_title=place.front.title,
        role=place.role,
        section=place.section,
        anchor=f"{slugify(place.section.split(SEPARATOR)[-1])}-{own}",
        text=statement.text,
        citations=statement.citations,
        population=find_population(place, statement),
        positions=positions,
        topic=topic,
        regimen=statement.regimen,
        review_status=place.front.status,
        last_updated=place.front.last_updated,
    )


def find_population(place: Place, statement: Statement) -> Population:
    """For whom a statement is: said by its nearest heading, else by its regimen row, its words, or the front matter."""
    for level in sorted(place.headings, reverse=True):
        if level > 1 and (found := name_population(place.headings[level])) != "any":
            return found
    if statement.population != "any":
        return statement.population
    if any(pattern.search(statement.text) for _, pattern in POPULATIONS):
        return name_population(statement.text)
    return name_population(place.front.population)


def name_population(text: str) -> Population:
    """The one population that a text names; "any" when it names none or several."""
    named = [population for population, pattern in POPULATIONS if pattern.search(text)]
    return named[0] if len(named) == 1 else "any"


def hash_text(*parts: str) -> str:
    """SHA-256 of the parts, kept apart."""
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


def slugify(text: str) -> str:
    """A heading as part of an address."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "section"
