"""Rules of a statement: one fact, standing alone, said plainly, and no animal passed off as a patient."""

import re
from collections.abc import Iterator, Sequence

from assistant.figures import find
from assistant.library.blocks import Block
from assistant.library.documents import Line
from assistant.library.statements import INCLUDE, Desk
from assistant.proofreading.heads import Breach
from assistant.records import Passage

MOST_WORDS = 40
LEANING = re.compile(
    r"(?:this|that|these|those|it|its|they|their|he|she|such|the (?:above|former|latter|same))\b", re.I
)
POINTING = re.compile(r"\b(?:see|as|listed|described|mentioned|given) (?:above|below)\b", re.I)
ANIMAL = re.compile(
    r"\b(?:animals?|rats?|mice|mouse|murine|rodents?|rabbits?|dogs?|canine|cats?|pigs?|piglets?|porcine|swine|sheep|lambs?|"
    r"guinea[- ]pigs?|hamsters?|monkeys?|primates?|zebrafish|horses?)\b",
    re.I,
)
IN_VITRO = re.compile(r"\b(?:in vitro|in-vitro|cells?|isolated|laboratory|test[- ]tube|culture[ds]?|tissues?)\b", re.I)
UNSOUGHT = "not yet looked for"
"""What the skeleton of a document says of all that it must mention."""
OLDER = re.compile(r"\b(?:19|20)\d\d\b|\b(?:edition|older|earlier|previous(?:ly)?|former(?:ly)?|replaced)\b", re.I)
"""What tells the edition, or that it is not the newest."""
PEOPLED = frozenset({"approach", "administration", "monitoring", "special_groups", "cautions", "pearls"})
"""Where a figure stands under a ### heading that names its drug or its people."""


def check_sentences(lines: Sequence[Line], desk: Desk) -> Iterator[Breach]:
    """The breaches of a document's statements."""
    for line in lines:
        if line.block.kind == "heading":
            continue
        for reason in _check_block(line.block):
            yield line.block.line, reason
        for reason in _check_caps(line.block, desk):
            yield line.block.line, reason
        for passage in line.passages:
            for reason in check_passage(passage, line, desk):
                yield line.block.line, reason


def _check_block(block: Block) -> Iterator[str]:
    pairs = zip(block.cells or (block.text,), block.plain.split(" | ") if block.cells else (block.plain,), strict=False)
    if any(written != shown for written, shown in pairs):
        yield "no bold, links or other markup in a statement"
    if block.kind == "paragraph":
        yield "a statement is a list item, or a row of the table of differing guidance"


def _check_caps(block: Block, desk: Desk) -> Iterator[str]:
    """A dose that is taken out of a row stands with its maximum, or with the heaviest weight that counts, where the row has one: a cell
    of a table is a sentence of its own."""
    for sentence in block.cells or (block.text,):
        for found in INCLUDE.finditer(sentence):
            for cap in (f"{found['row']}.{name}" for name in ("max", "weight_max")):
                if found["field"] == "dose" and cap not in sentence and _is_field(cap, desk):
                    yield f"a dose stands with its maximum: add {{{{regimen:{cap}}}}}"


def _is_field(name: str, desk: Desk) -> bool:
    try:
        return bool(desk.expand(name).text)
    except LookupError:
        return False


def check_passage(passage: Passage, line: Line, desk: Desk) -> Iterator[str]:
    """The rules that one statement breaks; a whole row of a regimen is worded by its pattern, not by a writer."""
    if passage.regimen is None:
        sentences = [position.text for position in passage.positions] or [passage.text]
        for sentence in sentences:
            yield from _check_sentence(sentence)
        if not passage.positions and not passage.text.endswith((".", "?", "!")):
            yield "a statement ends with a full stop, before its citations"
    if passage.role == "not_in_sources":
        yield from _check_absence(passage)
    elif passage.role in PEOPLED and 3 not in line.headings and find(passage.text):
        yield "a figure stands under a ### heading that names its drug, route or people"
    yield from _check_species(passage, desk)
    if passage.regimen is None:
        yield from _check_editions(passage, desk)


def _check_sentence(sentence: str) -> Iterator[str]:
    if (words := len(sentence.split())) > MOST_WORDS:
        yield f"a statement has at most {MOST_WORDS} words; this one has {words}"
    if LEANING.match(sentence):
        yield f"a statement stands alone: it does not begin with {sentence.split()[0]!r}"
    if POINTING.search(sentence):
        yield "a statement stands alone: it does not point above or below"


def _check_absence(passage: Passage) -> Iterator[str]:
    if passage.citations:
        yield "what is not in our sources cites none"
    if figures := find(passage.text):
        yield f"what is not in our sources holds no figure: {figures[0].text!r}"
    if UNSOUGHT in passage.text.casefold():
        yield "left from the skeleton: look for it, then state it with its source or say that no source states it"


def _check_editions(passage: Passage, desk: Desk) -> Iterator[str]:
    """What rests on a replaced edition alone says which edition, so that nobody takes it for the newest."""
    held = [desk.references[key] for key in passage.citations if key in desk.references]
    replaced = [reference for reference in held if reference.superseded_by]
    if replaced and len(replaced) == len(held) and not OLDER.search(passage.text):
        first = replaced[0]
        yield f"{first.id} was replaced by {first.superseded_by}: say which edition the statement is of"


def _check_species(passage: Passage, desk: Desk) -> Iterator[str]:
    for key in passage.citations:
        species = desk.references[key].population if key in desk.references else "human"
        if species == "animal" and not ANIMAL.search(passage.text):
            yield f"{key} is a study in animals; the statement names the animal"
        if species == "in-vitro" and not IN_VITRO.search(passage.text):
            yield f"{key} is a laboratory study; the statement says so"
