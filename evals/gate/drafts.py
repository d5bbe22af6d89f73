"""A visible statement written as a model writes it: each figure that a cited passage holds becomes that passage's handle."""

import re
from collections.abc import Mapping, Sequence

from assistant.composers.draft import DraftStatement
from assistant.figures import Entry, Ledger, Origin
from assistant.figures.ledger import HANDLE
from assistant.library.words import tokenise
from assistant.records import Passage

NEAR = 80
"""Characters on each side of a figure that tell which of two equal ones is meant."""


def write_draft(text: str, cites: Sequence[str], passages: Mapping[str, Passage], ledger: Ledger) -> DraftStatement:
    """The statement with handles. A figure that no cited passage holds verbatim stays open, for the gate to find.

    Where equal figures stand in several places the handle is that of the likeliest, which favours the writer.
    """
    entries: list[Entry] = []
    for cited in cites:
        hidden = ledger.hide(passages[cited].text, Origin("passage", cited))
        entries += [entry for m in HANDLE.finditer(hidden) if (entry := ledger.entry(m.group(1)))]
    return DraftStatement("approach", _put_handles(text, entries, passages), tuple(cites))


def _put_handles(text: str, entries: Sequence[Entry], passages: Mapping[str, Passage]) -> str:
    taken: dict[int, tuple[int, str]] = {}
    for words in sorted({entry.text for entry in entries}, key=len, reverse=True):
        for match in _pattern(words).finditer(text):
            if any(start < match.end() and match.start() < end for start, (end, _) in taken.items()):
                continue
            equal = [entry for entry in entries if entry.text == words]
            taken[match.start()] = (match.end(), _likeliest(text, match, equal, passages).handle)
    parts, last = [], 0
    for start, (end, handle) in sorted(taken.items()):
        parts += [text[last:start], f"[[{handle}]]"]
        last = end
    return "".join([*parts, text[last:]])


def _pattern(words: str) -> re.Pattern[str]:
    spaced = r"\s*".join(re.escape(part) for part in words.split())
    return re.compile(rf"(?<![\w])(?<!\d[.,–-]){spaced}(?![\w²]|[.,–-]\d)", re.IGNORECASE)


def _likeliest(text: str, place: re.Match[str], entries: Sequence[Entry], passages: Mapping[str, Passage]) -> Entry:
    here = _around(text, place.start(), place.end())
    return max(entries, key=lambda e: len(here & _around(passages[e.origin.key].text, e.start, e.end)))


def _around(text: str, start: int, end: int) -> frozenset[str]:
    return frozenset(tokenise(f"{text[max(0, start - NEAR) : start]} {text[end : end + NEAR]}"))
