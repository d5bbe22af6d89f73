"""Read a draft with the scanner that hid the text: refuse what holds a figure that nothing vouches for."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from assistant.figures.ledger import HANDLE, Entry, Ledger, find_forged, find_open, read_beside
from assistant.figures.numerals import Kind, find
from assistant.figures.shadow import BARRIER

_LISTED = re.compile(r",\s|\s(?:and|or)\s")
"""Figures of several passages may stand in one list."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of a draft: its hidden text and the ids of the passages it cites."""

    text: str
    cites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a draft may lean on: the ids of the passages read and of the calculations made in this turn."""

    passages: Collection[str]
    calculations: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a statement is refused; `reason` is a stable word, `detail` for the log."""

    claim: int
    reason: str
    detail: str


def check(claims: Sequence[Claim], ledger: Ledger, evidence: Evidence) -> tuple[Fault, ...]:
    """Every fault of a draft; none means that it may be shown."""
    return tuple(fault for index, claim in enumerate(claims) for fault in _faults(index, claim, ledger, evidence))


def _faults(index: int, claim: Claim, ledger: Ledger, evidence: Evidence) -> Iterator[Fault]:
    for figure in find_open(claim.text):
        yield Fault(index, "figure", figure.text)
    for leaked in find_forged(HANDLE.sub(BARRIER, claim.text)):
        yield Fault(index, "unknown handle", leaked.text)
    for cited in claim.cites:
        if cited not in evidence.passages:
            yield Fault(index, "unknown citation", cited)
    for match in HANDLE.finditer(claim.text):
        entry = ledger.entry(match.group(1))
        if entry is None:
            yield Fault(index, "unknown handle", match.group(1))
        elif reason := _unsupported(entry, claim, evidence):
            yield Fault(index, reason, entry.text)
        elif entry.beside and (added := _added(claim.text, match, entry)):
            yield Fault(index, "figure changed", f"{entry.text}: {added}")
    if merged := _find_merged(claim.text, ledger):
        yield Fault(index, "figure changed", merged)


def _find_merged(text: str, ledger: Ledger) -> str | None:
    """A figure that a reader would see and no source of its parts holds: "[[dose-a]] at least" reads as one figure."""
    entries = [entry for m in HANDLE.finditer(text) if (entry := ledger.entry(m.group(1)))]
    sources = {ledger.source(entry.origin) or entry.text for entry in entries}
    texts = {entry.handle: entry.text for entry in entries}
    shown = find(HANDLE.sub(lambda m: texts.get(m.group(1), BARRIER), text))
    parts = [(f.text, part) for f in shown for part in _LISTED.split(f.text)]
    return next((whole for whole, part in parts if not any(part in source for source in sources)), None)


def _added(text: str, place: re.Match[str], entry: Entry) -> str:
    """What a draft puts beside a figure that changes it and does not stand there in its source: "at least", "per kg"."""
    lead, after = read_beside(text, place, entry)
    allowed = {side for pair in entry.beside for side in pair} | {""}
    return " ".join(side for side in (lead, after) if side not in allowed)


def _unsupported(entry: Entry, claim: Claim, evidence: Evidence) -> str | None:
    if entry.origin.kind == "context":
        return "figure of no source"
    if entry.origin.kind == "calculation":
        return None if entry.origin.key in evidence.calculations else "unknown calculation"
    if entry.origin.kind != "passage" or entry.origin.key in claim.cites:
        return None
    named = entry.kind in (Kind.NAME, Kind.UNIT, Kind.TEXT) and entry.origin.key in evidence.passages
    return None if named else "figure without its passage"
