"""What was hidden, and the way back: every figure of a text behind a typed handle such as `[[dose-a]]`.

Handles hold letters only. Brackets of handles that a text already holds are hidden like figures, so that no text can
forge one. `show(hide(text)) == text` for every text, and a hidden text holds nothing that the scanner finds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from assistant.errors import LawBroken
from assistant.figures import words as w
from assistant.figures.numerals import Figure, Kind, find, find_lead
from assistant.figures.shadow import BARRIER, cast

HANDLE = re.compile(r"\[\[([a-z]+-[a-z]+)\]\]")
_FORGED = re.compile(rf"\[\[|\]\]|(?<![\w-])(?:{'|'.join([*Kind, 'result', 'passage'])})-[a-z]{{1,2}}(?![\w-])")
"""What could be taken for a handle, or for a part of one, outside its brackets."""
_AFTER = re.compile(
    rf"\s?(?:/|(?:per|an?|each|every)\s)\s?(?:{w.UNIT_WORD}|dose)(?![a-z])|-?fold(?![a-z])"
    r"|(?:\s?[-/×x^+*±]\s?|[.,:]|\sto\s|-to-)?(?=\[\[)",
    re.IGNORECASE,
)
_PARTNER = re.compile(r"\s?\S*\s?\[\[([a-z]+-[a-z]+)")
_GLUED = re.compile(r"[^\W\d_]+")
_REACH = 40
"""How far beside a handle something could change its figure: a unit, a comparator, another figure."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure stands: a passage, a calculation's print, a fact of the person, a calculator's declaration; or in a text
    that is only context to a model (a heading, an earlier turn), from which no figure may be taken."""

    kind: Literal["passage", "calculation", "question", "declaration", "context"]
    key: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One hidden figure: `text` verbatim, at `start:end` of the text that `origin` names."""

    handle: str
    text: str
    kind: str
    origin: Origin
    start: int
    end: int
    beside: frozenset[tuple[str, str]] = frozenset()
    """What stands so close in its source that it changes the figure, before and after; empty where it is not known."""


Piece = str | Entry


class Ledger:
    """The figures hidden in one turn."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}
        self._handles: dict[tuple[Origin, int, int, str], str] = {}
        self._counts: dict[str, int] = {}
        self._sources: dict[Origin, str] = {}

    def hide(self, text: str, origin: Origin) -> str:
        """The text with every figure behind a handle."""
        if text not in self._sources.get(origin, ""):
            self._sources[origin] = f"{self._sources.get(origin, '')}\n{text}"
        parts: list[str] = []
        last = 0
        for figure in _all_figures(text):
            parts += [text[last : figure.start], self.add(figure, origin)]
            last = figure.end
        hidden = "".join([*parts, text[last:]])
        for match in HANDLE.finditer(hidden):
            entry = self._entries[match.group(1)]
            beside = entry.beside | {read_beside(hidden, match, entry)}
            self._entries[entry.handle] = replace(entry, beside=beside)
        return hidden

    def add(self, figure: Figure, origin: Origin, kind: str | None = None) -> str:
        """Keep one figure; its handle in brackets. The same place of the same origin keeps its handle."""
        place = (origin, figure.start, figure.end, figure.text)
        if place not in self._handles:
            handle = self._next(kind or str(figure.kind))
            self._handles[place] = handle
            self._entries[handle] = Entry(handle, figure.text, str(figure.kind), origin, figure.start, figure.end)
        return f"[[{self._handles[place]}]]"

    def add_result(self, text: str, calculation: str) -> str:
        """Keep a calculator's print whole as one figure; its handle in brackets."""
        bracketed = self.add(Figure(0, len(text), text, Kind.COUNT), Origin("calculation", calculation), "result")
        handle = bracketed.strip("[]")
        self._entries[handle] = replace(self._entries[handle], beside=frozenset({("", "")}))
        return bracketed

    def source(self, origin: Origin) -> str:
        """The texts of an origin as they were hidden; empty where only single figures of it were kept."""
        return self._sources.get(origin, "")

    def entry(self, handle: str) -> Entry | None:
        """The entry of a handle without its brackets, or None if nothing bears it."""
        return self._entries.get(handle)

    def pieces(self, hidden: str) -> Iterator[Piece]:
        """The plain pieces of a hidden text and the entries between them. Raises `LawBroken` for an unknown handle."""
        last = 0
        for match in HANDLE.finditer(hidden):
            if match.start() > last:
                yield hidden[last : match.start()]
            entry = self._entries.get(match.group(1))
            if entry is None:
                raise LawBroken(f"no figure is behind the handle {match.group(1)}")
            yield entry
            last = match.end()
        if last < len(hidden):
            yield hidden[last:]

    def show(self, hidden: str) -> str:
        """The text with every handle replaced by its figure, verbatim."""
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces(hidden))

    def _next(self, kind: str) -> str:
        self._counts[kind] = self._counts.get(kind, 0) + 1
        return f"{kind}-{letters(self._counts[kind])}"


def read_beside(hidden: str, place: re.Match[str], entry: Entry) -> tuple[str, str]:
    """What stands so close to a handle that it changes its figure: a comparator before, a unit or a figure after."""
    before = hidden[max(0, place.start() - _REACH) : place.start()]
    lead = "" if entry.kind in (Kind.NAME, Kind.ORDER, Kind.UNIT, Kind.TEXT) else find_lead(before, entry.text)
    after = cast(hidden[place.end() : place.end() + _REACH]).text
    match = _GLUED.match(hidden, place.end()) or _AFTER.match(after)
    if match is None:
        return _squeeze(lead), ""
    partner = _PARTNER.match(after)
    return _squeeze(lead), _squeeze(match.group()) + (f"[[{partner.group(1)}" if partner else "")


def _squeeze(text: str) -> str:
    return " ".join(text.lower().split())


def find_forged(text: str) -> tuple[Figure, ...]:
    """What in a text looks like a handle without being one."""
    return tuple(Figure(m.start(), m.end(), m.group(), Kind.TEXT) for m in _FORGED.finditer(text))


def find_open(hidden: str) -> tuple[Figure, ...]:
    """The figures of a text that stand outside its handles."""
    return find(HANDLE.sub(BARRIER, hidden))


def _all_figures(text: str) -> list[Figure]:
    """Figures and forged handles, until nothing is left to find: hiding one can uncover another."""
    found = list(find_forged(text))
    rest = _mask(text, found)
    while new := find(rest) or find_forged(rest):
        found += [Figure(f.start, f.end, text[f.start : f.end], f.kind) for f in new]
        rest = _mask(rest, new)
    return sorted(found, key=lambda figure: figure.start)


def _mask(text: str, figures: list[Figure] | tuple[Figure, ...]) -> str:
    characters = list(text)
    for figure in figures:
        characters[figure.start : figure.end] = BARRIER * (figure.end - figure.start)
    return "".join(characters)


def letters(number: int) -> str:
    """1 → a, 26 → z, 27 → aa."""
    named = ""
    while number:
        number, rest = divmod(number - 1, 26)
        named = chr(ord("a") + rest) + named
    return named
