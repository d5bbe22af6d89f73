"""What a sentence denies, held against what its passages deny: a "not" may be neither added nor dropped."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.fidelity.reading import Row, Token
from assistant.fidelity.wording import SILENCE

REACH = 6
"""How many telling words a denial governs."""
TWIN = 0.45
"""How much of its part a denial shares with one of a passage that says the same from the other side."""
MOST = 0.6
"""Of what a passage denies, how much a sentence must speak of before it has to deny it too."""

_PLAIN = frozenset({"not", "no", "none*", "never"})


@dataclass(frozen=True, slots=True)
class Denied:
    """A denial and what it governs: stems and figures that are denied, and those that two denials make true again;
    `head` follows it at once."""

    cue: Token
    denied: frozenset[str]
    undone: frozenset[str]
    head: str = ""

    @property
    def governed(self) -> frozenset[str]:
        """All that it reaches."""
        return self.denied | self.undone


def find_denials(row: Row) -> tuple[Denied, ...]:
    """The denials of a row, in order; "not" beside another denial undoes it."""
    cues = [index for index, token in enumerate(row.tokens) if token.cue]
    reaches = {index: _reach(row, index) for index in cues}
    count = {place: _count(row, place, reaches) for place in range(len(row.tokens))}
    found = []
    for index, reach in reaches.items():
        odd = frozenset(_key(row.tokens[place]) for place in reach if count[place] % 2)
        even = frozenset(_key(row.tokens[place]) for place in reach if not count[place] % 2)
        head = _key(row.tokens[index + 1]) if index + 1 in reach else ""
        found.append(Denied(row.tokens[index], odd - {""}, even - {""}, head))
    return tuple(found)


def find_turned(said: Row, passages: Sequence[Row]) -> str | None:
    """A word that a sentence denies and no passage does, or the reverse; None when they agree."""
    own = find_denials(said)
    silent = [_count_silent(row) for row in passages]
    if 0 < _count_silent(said) == len(own) <= min(silent):
        return None
    per_row = [find_denials(row) for row in passages]
    theirs = [denied for found in per_row for denied in found]
    held = _keys(token for row in passages for token in row.tokens)
    denied_there = frozenset(word for one in theirs for word in one.denied)
    for one in own:
        if (added := _added(one, held, denied_there)) and not _find_twin(one, said, passages):
            return added
    twins = {twin for one in own if (twin := _find_twin(one, said, passages))}
    denied_here = frozenset(word for one in own for word in one.denied)
    spoken = _keys(said.tokens)
    for number, row in enumerate(passages):
        others = [other for other in passages if other is not row or own]
        affirmed = _affirmed(others)
        for one in per_row[number]:
            if one.cue not in twins and _is_dropped(one, spoken, denied_here, affirmed):
                return one.cue.cue
    return None


def _count_silent(row: Row) -> int:
    """How many denials of a row say that the sources do not hold something."""
    found = find_denials(row)
    return sum(one.cue.cue in _PLAIN and bool(one.denied & SILENCE) for one in found)


def _find_twin(one: Denied, said: Row, passages: Sequence[Row]) -> Token | None:
    """A denial of a passage in whose part stands what stands in the part of this one: "A does not hold B", "B is not in A"."""
    here = _part(said, one.cue)
    if one.undone or sum(bool(t.cue) for t in said.tokens if t.part == one.cue.part) > 1:
        return None
    cues = ((row, token) for row in passages for token in row.tokens if token.cue)
    return next((cue for row, cue in cues if len(here & _part(row, cue)) >= TWIN * len(here)), None)


def _part(row: Row, cue: Token) -> frozenset[str]:
    return _keys(token for token in row.tokens if token.part == cue.part)


def _added(one: Denied, held: frozenset[str], denied_there: frozenset[str]) -> str | None:
    """Why a denial of a sentence has nothing to stand on."""
    if one.denied & denied_there or (denied_there and not one.governed):
        return None
    if one.denied & held or one.undone & denied_there or not denied_there:
        return " ".join([one.cue.cue, *sorted(one.governed)])
    return None


def _is_dropped(one: Denied, spoken: frozenset[str], denied_here: frozenset[str], affirmed: frozenset[str]) -> bool:
    """Whether a sentence speaks of what a passage denies without denying it."""
    own = one.denied - affirmed
    met = own & spoken
    close = one.head in own and one.head in spoken
    return bool(met) and (close or len(met) >= MOST * len(own)) and not one.denied & denied_here


def _affirmed(rows: Sequence[Row]) -> frozenset[str]:
    """What the passages also say without a denial."""
    kept: set[str] = set()
    for row in rows:
        reached = {place for index, token in enumerate(row.tokens) if token.cue for place in _reach(row, index)}
        kept |= {_key(token) for place, token in enumerate(row.tokens) if place not in reached and not token.cue}
    return frozenset(kept)


def _count(row: Row, place: int, reaches: Mapping[int, frozenset[int]]) -> int:
    """How often a place is denied; several ways to forbid are one."""
    cues = [row.tokens[index].cue for index, reach in reaches.items() if place in reach]
    plain = [cue for cue in cues if not cue.endswith("*")]
    return len(plain) + (len(cues) > len(plain))


def _reach(row: Row, index: int) -> frozenset[int]:
    """The places that a denial governs: what follows it in its part, for some denials, and where nothing follows, also what
    goes before. Another denial ends it unless it follows at once, as in `not contraindicated`."""
    own = row.tokens[index]
    after = _walk(row, index, range(index + 1, len(row.tokens)))
    if after and not own.cue.endswith("*"):
        return frozenset(after)
    return frozenset([*after, *_walk(row, index, range(index - 1, -1, -1))])


def _walk(row: Row, index: int, places: range) -> list[int]:
    own, found = row.tokens[index], list[int]()
    for place in places:
        token = row.tokens[place]
        ends = token.cue and abs(place - index) > 1 and own.cue != "unless"
        if token.part != own.part or len(found) == REACH or ends:
            break
        found.append(place)
    return found


def _key(token: Token) -> str:
    return token.figure or ("" if token.cue else token.stem)


def _keys(tokens: Iterable[Token]) -> frozenset[str]:
    return frozenset(_key(token) for token in tokens) - {""}
