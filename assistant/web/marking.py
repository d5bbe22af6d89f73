"""Every figure wears its origin: text becomes inert HTML, and its figures become spans of a class that says whence.

All HTML here is one line: a blank line would end the block in which the chat leaves HTML alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape as _escape
from typing import Literal

from assistant.figures import Kind, find
from assistant.records import Answer, AnswerFigure, Statement

Wear = Literal["quoted", "computed", "yours", "declared"]
WEAR: dict[str, Wear] = {
    "passage": "quoted",
    "calculation": "computed",
    "question": "yours",
    "declaration": "declared",
}
"""The class of each origin of a figure."""
_NO_QUANTITY = (Kind.NAME, Kind.UNIT, Kind.TEXT)


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure at `start:end` of a text and what it wears."""

    start: int
    end: int
    wear: Wear


def escape(text: str) -> str:
    """A text as HTML that shows it and does nothing else."""
    return _escape(" ".join(text.split()) if "\n" in text or "\r" in text else text, quote=True)


def figure(text: str, wear: Wear) -> str:
    """One figure."""
    return f'<span class="fig {wear}">{escape(text)}</span>'


def mark(text: str, marks: Iterable[Mark]) -> str:
    """A text with its figures marked; marks that overlap an earlier one or reach outside are left out."""
    parts: list[str] = []
    last = 0
    for item in sorted(marks, key=lambda m: m.start):
        if item.start < last or not item.start < item.end <= len(text):
            continue
        parts += [escape(text[last : item.start]), figure(text[item.start : item.end], item.wear)]
        last = item.end
    return "".join([*parts, escape(text[last:])])


def mark_all(text: str, wear: Wear) -> str:
    """A text all of whose figures have one origin, such as a calculator's own print."""
    return mark_each(text, lambda _: wear)


def mark_each(text: str, wear_of: Callable[[str], Wear]) -> str:
    """A text each of whose figures says by its words what it wears, in their order."""
    return mark(text, [Mark(f.start, f.end, wear_of(f.text)) for f in find(text) if f.kind not in _NO_QUANTITY])


def place_statements(answer: Answer) -> dict[str, int]:
    """Where each statement stands in the markdown, by id: they follow one another."""
    places: dict[str, int] = {}
    last = 0
    for statement in answer.statements:
        at = answer.markdown.find(statement.text, last)
        if at >= 0:
            places[statement.id] = at
            last = at + len(statement.text)
    return places


def mark_statement(statement: Statement, start: int | None, figures: Iterable[AnswerFigure]) -> str:
    """A statement that stands at `start` of the markdown, with the figures of the answer that fall in it."""
    if start is None:
        return escape(statement.text)
    end = start + len(statement.text)
    inside = [f for f in figures if start <= f.start and f.end <= end]
    return mark(statement.text, [Mark(f.start - start, f.end - start, WEAR[f.origin]) for f in inside])
