"""Whether figures stand together in a sentence that stand together in its passage: a dose beside its own age, not another's."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.fidelity.wording import stems
from assistant.figures import Entry
from assistant.figures.ledger import HANDLE, Ledger

NEAR_WORDS = 60
"""Characters on each side of a figure that tell which one it is."""
BREAK = 30
"""What the end of a clause weighs, in characters."""
UNMARKED = frozenset({"name", "unit", "text"})


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in a sentence: its entry, and where its handle stands."""

    entry: Entry
    start: int
    end: int


def find_torn(text: str, ledger: Ledger, source_of: dict[str, str]) -> str | None:
    """The first figure of a hidden sentence that keeps other company than in its passage; None when all keep theirs.

    `source_of` gives the text of each passage, by id.
    """
    placed = list(_place(text, ledger))
    for first, second in pairwise(placed):
        if _is_mixed(first, second, text, source_of):
            return f"{first.entry.text} beside {second.entry.text}, of another passage"
        if _is_torn(first.entry, second.entry, source_of):
            return f"{first.entry.text} beside {second.entry.text}"
    for one in placed:
        if other := _fits_better(one, text, ledger, source_of):
            return f"{one.entry.text} where {other} stands"
    return None


def _place(text: str, ledger: Ledger) -> Iterator[Placed]:
    for match in HANDLE.finditer(text):
        entry = ledger.entry(match.group(1))
        if entry and entry.origin.kind == "passage" and entry.kind not in UNMARKED:
            yield Placed(entry, match.start(), match.end())


def _is_mixed(first: Placed, second: Placed, text: str, source_of: dict[str, str]) -> bool:
    """Whether two neighbours of one part of a sentence come from two passages, neither of which holds both."""
    one, other = first.entry, second.entry
    if one.origin == other.origin or re.search(
        r";|[.]\s|\b(?:and|or|but|whereas|while)\b", text[first.end : second.start]
    ):
        return False
    return other.text not in source_of.get(one.origin.key, "") and one.text not in source_of.get(other.origin.key, "")


def _siblings(entry: Entry, source: str) -> list[tuple[int, int, str]]:
    """The figures of the same kind in the same passage."""
    from assistant.figures import find

    return [(f.start, f.end, f.text) for f in find(source) if str(f.kind) == entry.kind]


def _marked(source: str) -> list[tuple[int, int, str]]:
    """The figures of a passage, whatever their kind, but for names and bare units."""
    from assistant.figures import find

    return [(f.start, f.end, f.text) for f in find(source) if str(f.kind) not in UNMARKED]


def _distance(one: tuple[int, int], other: tuple[int, int], source: str) -> int:
    """Characters between two figures of a passage; each end of a clause between them counts as many more."""
    between = source[min(one[1], other[1]) : max(one[0], other[0])]
    return len(between) + BREAK * sum(between.count(mark) for mark in (",", ";", ". ", "("))


def _is_torn(first: Entry, second: Entry, source_of: dict[str, str]) -> bool:
    """Whether two neighbours come from one passage in which each has a nearer partner of the other's kind."""
    if first.origin != second.origin or first.kind == second.kind:
        return False
    source = source_of.get(first.origin.key, "")
    if _follow_one_another(first, second, source):
        return False
    return _has_nearer(first, second, source) and _has_nearer(second, first, source)


def _follow_one_another(first: Entry, second: Entry, source: str) -> bool:
    """Whether the second comes just after the first in the passage too."""
    from assistant.figures import find

    return first.end <= second.start and not any(
        first.end <= f.start and f.end <= second.start and str(f.kind) not in UNMARKED for f in find(source)
    )


def _has_nearer(one: Entry, partner: Entry, source: str) -> bool:
    place = (one.start, one.end)
    own = _distance(place, (partner.start, partner.end), source)
    others = [(start, end) for start, end, text in _siblings(partner, source) if text != partner.text]
    return any(_distance(place, other, source) < own for other in others)


def _fits_better(one: Placed, text: str, ledger: Ledger, source_of: dict[str, str]) -> str | None:
    """Another figure of the passage whose words in the passage are those that stand here, while this one's are not."""
    source = source_of.get(one.entry.origin.key, "")
    siblings = _marked(source)
    if len(siblings) < 2:
        return None
    here = _company(text, one.start, one.end)
    if not here:
        return None
    shares: Sequence[tuple[float, bool, str]] = [
        (len(here & _company(source, start, end)) / len(here), (start, end) == (one.entry.start, one.entry.end), words)
        for start, end, words in siblings
    ]
    own = max((share for share, is_own, _ in shares if is_own), default=0.0)
    best, _, words = max(shares, key=lambda item: item[0])
    return words if best >= own + 0.5 and words != one.entry.text else None


def _company(text: str, start: int, end: int) -> frozenset[str]:
    """The telling words around a figure, as far as the next figure or the end of the clause."""
    before = text[max(0, start - NEAR_WORDS) : start].split("]]")[-1]
    after = text[end : end + NEAR_WORDS].split("[[")[0]
    for mark in (";", ". ", ", "):
        before, after = before.split(mark)[-1], after.split(mark)[0]
    return stems(f"{before} {after}")
