"""No figure that the record of its source speaks against: what was seen of each work travels with it, fact by fact, with its grade."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.composers.fitting import stems
from assistant.errors import CorpusError
from assistant.figures import find
from assistant.library.corpus import BIBLIOGRAPHY
from assistant.library.documents import Line
from assistant.proofreading.heads import Breach
from assistant.references import read_items

UNSOUND = frozenset({"recalled", "contradicted", "not-found"})
"""Grades of a fact that carry nothing: from memory, contradicted when it was looked for, looked for and not found."""
SEEN = frozenset({"seen", "secondary", "partly"})
ALIKE = 2
"""Telling words that a statement shares with a fact of which it is."""


@dataclass
class Record:
    """What is known of one work: the figures that were seen in it, and the facts that carry nothing."""

    seen: set[str] = field(default_factory=set)
    unsound: list[tuple[str, str]] = field(default_factory=list)


def read_records(folders: Sequence[Path]) -> Mapping[str, Record]:
    """The records of the works of these folders that list facts; what cannot be read is told elsewhere."""
    records: dict[str, Record] = {}
    for folder in folders:
        path = folder / BIBLIOGRAPHY
        try:
            items = [item for _, item in read_items(path)] if path.is_file() else []
        except CorpusError:
            continue
        for item in items:
            custom = item.get("custom") if isinstance(item, dict) else None
            if isinstance(custom, dict) and custom.get("facts"):
                records[str(item.get("id"))] = _make_record(custom)
    return records


def _make_record(custom: Mapping[str, object]) -> Record:
    record = Record(seen=_figures(str(custom.get("seen_at", ""))))
    facts = custom["facts"]
    for fact in facts if isinstance(facts, list) else ():
        text, grade = str(fact.get("text", "")), str(fact.get("grade", ""))
        if grade in SEEN:
            record.seen |= _figures(text)
        else:
            record.unsound.append((text, grade))
    return record


def _figures(text: str) -> set[str]:
    return {figure.text.casefold().replace("–", "-") for figure in find(text)}


def check_evidence(lines: Sequence[Line], records: Mapping[str, Record]) -> Iterator[Breach]:
    """The statements whose figures no work that they cite is known to hold, while the record of one speaks against them."""
    for line in lines:
        for passage in line.passages:
            said = [(position.text, position.citations) for position in passage.positions]
            for text, citations in [] if passage.regimen else said or [(passage.text, passage.citations)]:
                if reason := _find_unsound(text, [records.get(key) for key in citations]):
                    yield line.block.line, reason


def _find_unsound(said: str, cited: Sequence[Record | None]) -> str | None:
    """What speaks against a sentence; nothing where a work that it cites has no record, for that may hold the figure."""
    held = [record for record in cited if record]
    if len(held) < len(cited):
        return None
    figures = _figures(said) - set().union(*(record.seen for record in held))
    for text, grade in (fact for record in held for fact in record.unsound):
        shared = figures & _figures(text)
        if shared and len(stems(text) & stems(said)) >= ALIKE:
            return f"{', '.join(sorted(shared))}: only as {grade} in the record of its source ({text[:80]}…)"
    return None
