"""Whether the figures of a sentence stand where they stand in its passages: a dose beside its own age, not another's.

Each figure is weighed in its own place and in the place of each rival, a figure of the same unit in what the sentence cites or
one of any unit that stands between the neighbours of this one: the words that both places have near the figure count, the more the
nearer. A rival's place that fits better tells of an exchange.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from assistant.fidelity.reading import Row, Token
from assistant.fidelity.wording import RIVALS
from assistant.figures.ledger import Ledger

MARGIN = 1.05
"""How much better a rival's place must fit; measured on paraphrases that someone else wrote."""
ALONE_MARGIN = 1.4
"""The same for a rival that the sentence does not hold."""
CLEARLY = 2
"""How many words further off the next must stand."""
APART = 20
"""How many words the end of a part of a sentence counts for."""
LITTLE = 0.001
UNMARKED = frozenset({"name", "unit", "text"})
_UNIT = re.compile(r"\d[\d.,]*\s*([a-zµ%‰/²]+(?:\s?/\s?[\w.]+(?:\s\w+)?)?)")


@dataclass(frozen=True, slots=True)
class Place:
    """A figure at a place of a row."""

    row: Row
    index: int

    @property
    def token(self) -> Token:
        """What stands there."""
        return self.row.tokens[self.index]


@dataclass(frozen=True)
class Pairing:
    """A sentence and the passages that it cites, as rows."""

    said: Row
    passages: Mapping[str, Row]
    ledger: Ledger

    def find_torn(self) -> str | None:
        """The first figure that stands where another belongs; None when all stand in their own places."""
        for first, second in pairwise(self._said_places):
            if self._is_mixed(first, second):
                return f"{first.token.figure} beside {second.token.figure}, of another passage"
        for place in self._said_places:
            if rival := self._find_better(place):
                return f"{place.token.figure} where {rival} stands"
            if company := self._find_other_company(place):
                return f"{place.token.figure} beside {company}"
        return None

    @cached_property
    def _said_places(self) -> tuple[Place, ...]:
        return tuple(p for p in _places(self.said) if self._is_weighed(p.token))

    @cached_property
    def _held(self) -> tuple[Place, ...]:
        rows = self.passages.values()
        return tuple(p for row in rows for p in _places(row) if self._is_weighed(p.token))

    def _is_weighed(self, token: Token) -> bool:
        entry = self.ledger.entry(token.handle)
        return entry is not None and entry.origin.kind == "passage" and entry.kind not in UNMARKED

    def _find_better(self, place: Place) -> str | None:
        """A figure in whose place this one stands: one of the same unit, or any with which it has changed places."""
        own = [held for held in self._held if held.token.figure == place.token.figure]
        rivals: dict[str, list[Place]] = {}
        for held in self._held:
            if held.token.figure != place.token.figure:
                rivals.setdefault(held.token.figure, []).append(held)
        for figure, theirs in rivals.items():
            other = next((p for p in self._said_places if p.token.figure == figure), None)
            if other is not None and _have_changed_places((place, own), (other, theirs)):
                return figure
            of_two = self._are_of_two(place, theirs[0])
            if unit_of(figure) != unit_of(place.token.figure) and not of_two:
                continue
            kept, exchanged = _weigh_all(place, own), _weigh_all(place, theirs)
            if other is not None:
                kept += _weigh_all(other, theirs)
                exchanged += _weigh_all(other, own)
            margin = MARGIN if other is not None or of_two else ALONE_MARGIN
            if exchanged > margin * kept + LITTLE:
                return figure
        return None

    def _are_of_two(self, place: Place, rival: Place) -> bool:
        """Whether two figures of one kind, such as two levels, come from two passages."""
        one, other = (self.ledger.entry(p.token.handle) for p in (place, rival))
        return one is not None and other is not None and one.kind == other.kind and one.origin != other.origin

    def _find_other_company(self, place: Place) -> str | None:
        """A route or line that stands beside this figure while in its passages another does."""
        own = [held for held in self._held if held.token.figure == place.token.figure]
        for rivals in RIVALS:
            said = _find_nearest(place, rivals)
            if said and own and all(_is_other(said, held, rivals) for held in own):
                return said[0]
        return None

    def _is_mixed(self, first: Place, second: Place) -> bool:
        """Whether two neighbours of one part come from two passages, neither of which holds both figures."""
        one, other = (self.ledger.entry(p.token.handle) for p in (first, second))
        if one is None or other is None or one.origin == other.origin or first.token.part != second.token.part:
            return False
        if second.token.at - first.token.at > second.index - first.index + 2:
            return False
        texts = [{t.figure for t in row.tokens} for row in self.passages.values()]
        return not any({first.token.figure, second.token.figure} <= held for held in texts)


def _have_changed_places(one: tuple[Place, list[Place]], other: tuple[Place, list[Place]]) -> bool:
    """Whether each of two figures stands between what stands beside the other in the passages."""
    (first, first_held), (second, second_held) = one, other
    return _stands_as(first, second_held, first_held) and _stands_as(second, first_held, second_held)


def _stands_as(place: Place, theirs: list[Place], own: list[Place]) -> bool:
    """Whether just what is beside a figure is beside others in the passages, and never beside itself."""
    here = _beside(place)
    return any(here == _beside(held) for held in theirs) and all(here != _beside(held) for held in own)


def _beside(place: Place) -> frozenset[tuple[int, str]]:
    """What stands just before and just after a figure."""
    tokens, index = place.row.tokens, place.index
    sides = ((side, tokens[index + side]) for side in (-1, 1) if 0 <= index + side < len(tokens))
    return frozenset((side, token.figure or token.stem or token.cue) for side, token in sides)


def _find_nearest(place: Place, words: frozenset[str]) -> tuple[str, int] | None:
    """The nearest of some words to a figure, with how far it stands; None when two are about as near."""
    far = _distances(place, words)
    if not far:
        return None
    (word, nearest), *others = sorted(far.items(), key=lambda item: item[1])
    return None if others and others[0][1] < nearest + CLEARLY else (word, nearest)


def _is_other(said: tuple[str, int], held: Place, rivals: frozenset[str]) -> bool:
    """Whether in a passage another of these words clearly stands nearer to the figure than the one that was said."""
    own = _find_nearest(held, rivals)
    return own is not None and own[0] != said[0] and said[0] in _distances(held, rivals)


def _distances(place: Place, words: frozenset[str]) -> dict[str, int]:
    far: dict[str, int] = {}
    denied = {index + 1 for index, token in enumerate(place.row.tokens) if token.cue}
    for index, token in enumerate(place.row.tokens):
        if token.stem in words and index not in denied:
            away = abs(token.at - place.token.at) + (0 if token.part == place.token.part else APART)
            far[token.stem] = min(far.get(token.stem, away), away)
    return far


def _places(row: Row) -> Iterator[Place]:
    return (Place(row, index) for index, token in enumerate(row.tokens) if token.figure)


@lru_cache(maxsize=4096)
def unit_of(figure: str) -> str:
    """The unit of a figure, such as `mmol/l`; empty for a bare number."""
    found = _UNIT.findall(figure)
    return str(found[-1]) if found else ""


def _weigh_all(place: Place, held: Sequence[Place]) -> float:
    return max((_weigh(place, one) for one in held), default=0.0)


def _weigh(place: Place, held: Place) -> float:
    """How alike two places are: the words and figures near both, the nearer the heavier."""
    here, there = _nearness(place.row, place.index), _nearness(held.row, held.index)
    return sum(weight * there[word] for word, weight in here.items() if word in there)


@lru_cache(maxsize=8192)
def _nearness(row: Row, index: int) -> Mapping[str, float]:
    """How near each word and figure stands to a place; halved in another part of the sentence."""
    centre, near = row.tokens[index], dict[str, float]()
    for place, token in enumerate(row.tokens):
        word = token.stem or token.figure
        if place == index or not word:
            continue
        weight = 1 / (2 + abs(token.at - centre.at)) / (1 if token.part == centre.part else 2)
        near[word] = max(near.get(word, 0.0), weight)
    return near
