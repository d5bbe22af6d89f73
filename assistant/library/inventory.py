"""Every guideline document that is held, and every statement in it whose source was not read in the original (`make catalogue`)."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.figures import find
from assistant.records import Document, Passage, Reference

QUOTED = re.compile(
    r"\bas (?:a |an |the |later |other |another |second )?[^()]{0,60}?\bquotes? (?:it|them|him)\b|\bas quoted\b|in (?:a )?second texts?",
    re.IGNORECASE,
)
"""How a statement says that another text was read in place of its source."""
_HEAD = """# The documents

{documents} guideline documents, {statements} statements, {works} works, generated from `corpus/guidelines` (`make catalogue`); how to write one:
[writing-a-document.md](writing-a-document.md). No clinician has reviewed any of them; a second reader has compared each with its sources as far as the last column says.

"Full", "abstract" and "others" count the works that a document cites by how far they were read: their own text, their abstract, or only what others quote of them.

| document | for | not for | statements | full | abstract | others | second reading |
|--|--|--|--|--|--|--|--|
"""
_SECOND_HAND = """
## Figures whose source was not read in the original

A statement stands here when it says so itself, or when each work that it cites was only read as others quote it. The rows of regimens are in [doses.md](doses.md).
"""


def write_inventory(documents: Sequence[Document], works: Mapping[str, Reference]) -> str:
    """The page: a table of the documents by field, then the statements with figures at second hand."""
    guides = sorted((d for d in documents if d.kind == "guideline"), key=lambda d: (d.field, d.id))
    own = [passage for guide in guides for passage in guide.passages if passage.regimen is None]
    cited = {key for guide in guides for passage in guide.passages for key in passage.citations}
    head = _HEAD.format(documents=len(guides), statements=len(own), works=len(cited))
    table = "\n".join(_row(guide, works) for guide in guides)
    return "\n".join(
        [head + table, _SECOND_HAND, *(part for guide in guides for part in _list_second_hand(guide, works))]
    )


def _row(guide: Document, works: Mapping[str, Reference]) -> str:
    cited = {key for passage in guide.passages for key in passage.citations if key in works}
    depths = [works[key].depth for key in cited]
    counts = " | ".join(str(depths.count(depth)) for depth in ("full-text", "abstract", "secondary"))
    own = sum(passage.regimen is None for passage in guide.passages)
    again = guide.second_reading
    read = f"{again.day.isoformat()}: {again.found}" if again else "not yet"
    return f"| {guide.title} (`{guide.id}`) | {guide.population} | {guide.not_for or ''} | {own} | {counts} | {read} |"


def _list_second_hand(guide: Document, works: Mapping[str, Reference]) -> Iterator[str]:
    found = [p for p in guide.passages if p.regimen is None and not p.positions and is_second_hand(p, works)]
    if found:
        yield f"### {guide.title}\n"
        for passage in found:
            yield f"- {passage.text} ({', '.join(f'`{key}`' for key in passage.citations)})"
        yield ""


def is_second_hand(passage: Passage, works: Mapping[str, Reference]) -> bool:
    """Whether a statement has a figure, and its source was not read in the original."""
    if passage.role == "not_in_sources" or not find(passage.text):
        return False
    cited = [works[key] for key in passage.citations if key in works]
    return bool(QUOTED.search(passage.text)) or (bool(cited) and all(work.depth == "secondary" for work in cited))
