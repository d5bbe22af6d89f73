"""Read a hospital's own plain text or Markdown, written without our rules: the file itself is what it cites.

What stands beside a statement in the file stays with it: a nested list with its item, a table row with its column
names, an item with the line that leads in. A dose without its "in severe cases:" would be another dose.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from assistant.errors import CorpusError
from assistant.library.blocks import Block, read_blocks
from assistant.library.documents import ROLE_OF, SEPARATOR, hash_text, name_population, slugify
from assistant.records import Document, Passage, Reference, Role

READ = frozenset({".md", ".txt"})
NOT_YET_READ = frozenset({".pdf", ".docx", ".doc", ".html", ".htm", ".rtf", ".odt"})


def read_local(path: Path) -> tuple[Document, Reference]:
    """The document and the reference that it is to itself. Raises `CorpusError`."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(path, 1, f"cannot be read: {error}") from error
    if "[[" in text or "]]" in text:
        line = next(n for n, part in enumerate(text.splitlines(), start=1) if "[[" in part or "]]" in part)
        raise CorpusError(path, line, "double square brackets are kept for handles")
    blocks = read_blocks(text) if path.suffix.lower() == ".md" else read_paragraphs(text)
    title = next((b.plain for b in blocks if b.kind == "heading" and b.level == 1), path.stem.replace("_", " "))
    name = f"local-{slugify(path.stem)}"
    changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    passages = tuple(_passages(blocks, name, title, changed))
    if not passages:
        raise CorpusError(path, 1, "the document makes no statement")
    return _document(path, passages, hashlib.sha256(text.encode()).hexdigest()), _reference(name, title, changed)


def read_paragraphs(text: str) -> tuple[Block, ...]:
    """The paragraphs of a plain text."""
    blocks: list[Block] = []
    lines: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            lines.append(line.strip())
        elif lines:
            joined = " ".join(lines)
            blocks.append(Block("paragraph", number - len(lines), joined, joined))
            lines = []
    return tuple(blocks)


def _passages(blocks: Sequence[Block], name: str, title: str, changed: date) -> Iterator[Passage]:
    role: Role = "approach"
    headings: dict[int, str] = {}
    said: set[tuple[str, str]] = set()
    for block in join_blocks(blocks):
        if block.kind == "heading":
            headings = {level: text for level, text in headings.items() if level < block.level}
            headings[block.level] = block.plain
            role = ROLE_OF.get(block.plain.lower(), role if block.level > 2 else "approach")
            continue
        section = SEPARATOR.join(headings[level] for level in sorted(headings) if level > 1) or title
        if (section, block.plain) in said:
            continue
        said.add((section, block.plain))
        own = hash_text(section, block.plain)[:10]
        yield Passage(
            id=f"{name}#{own}",
            hash=hash_text(block.plain, name),
            document_id=name,
            document_title=title,
            role=role,
            section=section,
            anchor=f"{slugify(section.split(SEPARATOR)[-1])}-{own}",
            text=block.plain,
            citations=(name,),
            population=name_population(f"{section} {block.plain}"),
            last_updated=changed,
        )


def join_blocks(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks with what leads in, hangs below or heads the column made part of each statement."""
    lead = ""
    held: Block | None = None
    for block in blocks:
        if held and block.kind == "item" and block.level > 1:
            joint = " " if held.plain.endswith(":") else "; "
            held = Block("item", held.line, "", f"{held.plain.rstrip('.;')}{joint}{block.plain}", held.level)
            continue
        if held:
            yield held
            held = None
        if block.kind == "paragraph" and block.plain.endswith(":"):
            lead = block.plain
        elif block.kind == "item":
            held = Block("item", block.line, "", f"{lead} {block.plain}".strip(), block.level)
        elif block.kind == "row":
            yield Block("row", block.line, "", f"{lead} {_row(block)}".strip())
        else:
            lead = ""
            if block.plain:
                yield block
    if held:
        yield held


def _row(block: Block) -> str:
    named = zip(block.head, [*block.plain.split(" | "), *[""] * len(block.head)], strict=False)
    return "; ".join(f"{head}: {cell}" if head else cell for head, cell in named if cell) + "."


def _document(path: Path, passages: tuple[Passage, ...], digest: str) -> Document:
    first = passages[0]
    return Document(
        id=first.document_id,
        title=first.document_title,
        field=path.parent.name,
        kind="local",
        topics=(first.document_title.lower(),),
        population="not stated",
        status="submitted",
        version=digest[:8],
        last_updated=first.last_updated,
        path=path.name,
        hash=digest,
        passages=passages,
    )


def _reference(name: str, title: str, changed: date) -> Reference:
    return Reference(
        id=name,
        type="local",
        depth="full-text",
        population="human",
        region="local",
        country="",
        body="this hospital",
        year=changed.year,
        verified="yes",
        formatted=f"{title}. Local document of this hospital; {changed.year}.",
    )
