"""A table of phrases found in a message: by whole words, the longest first, with one letter wrong where nothing else is near.

Spelling is folded before words are compared: case, British and American vowels, apostrophes, a plural s, hyphens.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import OSA

from assistant.understanding.vocabulary import read_table

_TOKEN = re.compile(r"#|[^\W_]+(?:['’][^\W_]+)?")
_GAP = re.compile(r"[ \t\-–/.'’&+]{0,3}")
"""What may stand between two words of one phrase: never a comma, never the end of a sentence."""
LONG_ENOUGH = 6
"""Letters from which a word may be misspelt and is still read."""
LONG = 8
"""Letters from which any one may be another; below, only a vowel may be another vowel, or a letter lack, double or change places."""
LONGER = 11
"""Letters from which two may be wrong."""
MANY = 6
"""Words from which a message that is all in capitals says nothing by them."""
_MOST_KEPT = 50_000
_KEEP_APART = ("hyper", "hypo")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a message: as it is compared, and where it stands."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A phrase that stands in a message, under the name that the table gives it."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word as it is compared."""
    plain = re.sub(r"['’]", "", word.casefold())
    plain = re.sub(r"[ao]e", "e", plain) if len(plain) > 4 else plain
    plain = re.sub(r"our\b", "or", plain) if len(plain) > 4 else plain
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith("ss") else plain


def split_words(text: str) -> tuple[Word, ...]:
    """The words of a text."""
    return tuple(Word(fold(match.group()), *match.span()) for match in _TOKEN.finditer(text))


def read_apart(kind: str) -> frozenset[str]:
    """The words, as they are compared, that are no misspelling of a condition or a medicine."""
    return frozenset(fold(word) for word in read_table("spelt")[kind])


def is_pattern(phrase: str) -> bool:
    """Whether a phrase of a table is a regular expression, between slashes."""
    return len(phrase) > 2 and phrase[0] == phrase[-1] == "/"


@dataclass(slots=True)
class Phrases:
    """Phrases by name. What is written in capitals alone is read in capitals alone ("CAP"); what stands between slashes is a
    regular expression. `apart`: folded words that are no misspelling of anything here. `strict`: a misspelling that is near the
    words of two names stands for neither, however near; otherwise the nearest is taken."""

    table: Mapping[str, Iterable[str]]
    apart: frozenset[str] = frozenset()
    strict: bool = False
    _any: dict[tuple[str, ...], str] = field(init=False, default_factory=dict)
    _capitals: dict[tuple[str, ...], str] = field(init=False, default_factory=dict)
    _longest: dict[str, int] = field(init=False, default_factory=dict)
    _patterns: re.Pattern[str] | None = field(init=False, default=None)
    _named: tuple[str, ...] = field(init=False, default=())
    _words: dict[str, set[str]] = field(init=False, default_factory=dict)
    _spelling: dict[tuple[str, int], set[str]] = field(init=False, default_factory=dict)
    _spelt: dict[str, tuple[tuple[int, str], ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        patterns: list[str] = []
        named: list[str] = []
        for name, phrases in self.table.items():
            for phrase in dict.fromkeys(phrases):
                if is_pattern(phrase):
                    patterns.append(phrase[1:-1])
                    named.append(name)
                else:
                    self._add(name, phrase)
        self._named = tuple(named)
        if patterns:
            joined = "|".join(f"(?P<p{place}>{pattern})" for place, pattern in enumerate(patterns))
            self._patterns = re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)

    def _add(self, name: str, phrase: str) -> None:
        key = tuple(word.folded for word in split_words(phrase))
        (self._capitals if phrase.isupper() else self._any)[key] = name
        for word in key:
            self._words.setdefault(word, set()).add(name)
            if len(word) >= (LONG_ENOUGH if len(key) == 1 else LONG):
                self._spelling.setdefault((word[0], len(word)), set()).add(word)
        self._longest[key[0]] = max(self._longest.get(key[0], 0), len(key))

    def find(self, message: str) -> list[Mention]:
        """What stands in a message, in order; of what overlaps the longest."""
        words = split_words(message)
        found = [*self._find_words(message, words), *self._find_patterns(message)]
        found.sort(key=lambda one: (one.start - one.end, one.start))
        free: list[Mention] = []
        taken = bytearray(len(message))
        for one in found:
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                free.append(one)
        return sorted(free, key=lambda one: one.start)

    def _find_words(self, message: str, words: tuple[Word, ...]) -> Iterator[Mention]:
        spelt = [self.correct(word.folded) for word in words]
        shouts = message.isupper() and len(words) > MANY
        for place, first in enumerate(spelt):
            for length in range(min(self._longest.get(first, 0), len(words) - place), 0, -1):
                start, end = words[place].start, words[place + length - 1].end
                key = tuple(spelt[place : place + length])
                name = self._capitals.get(key) if not shouts and message[start:end].isupper() else None
                name = name or self._any.get(key)
                if name and self._is_whole(message, words[place : place + length]):
                    yield Mention(name, start, end)
                    break

    @staticmethod
    def _is_whole(message: str, words: tuple[Word, ...]) -> bool:
        for one, other in pairwise(words):
            gap = message[one.end : other.start]
            if not _GAP.fullmatch(gap) or (gap.startswith(". ") and one.end - one.start > 1):
                return False
        return True

    def _find_patterns(self, message: str) -> Iterator[Mention]:
        for match in self._patterns.finditer(message) if self._patterns else ():
            place = match.lastgroup
            if place:
                yield Mention(self._named[int(place[1:])], *match.span())

    def name(self, phrase: str) -> str | None:
        """The name under which a whole phrase stands here."""
        key = tuple(word.folded for word in split_words(phrase))
        if phrase.isupper() and key in self._capitals:
            return self._capitals[key]
        if key in self._any:
            return self._any[key]
        match = self._patterns.fullmatch(phrase.strip()) if self._patterns else None
        return self._named[int(match.lastgroup[1:])] if match and match.lastgroup else self._capitals.get(key)

    def correct(self, folded: str) -> str:
        """A word of the table for one that is misspelt, where it can stand for one alone; any other as it is."""
        near = self._near(folded)
        if not near:
            return folded
        if self.strict:
            return near[0][1] if set.intersection(*(self._words[word] for _, word in near)) else folded
        return near[0][1] if len(near) == 1 or near[0][0] < near[1][0] else folded

    def list_near(self, word: str) -> tuple[str, ...]:
        """The names of one word for which a word may stand that is none of the table's, each but once."""
        keys = [(near,) for _, near in self._near(fold(word))]
        return tuple(dict.fromkeys(self._any[key] for key in keys if key in self._any))

    def _near(self, folded: str) -> tuple[tuple[int, str], ...]:
        if len(folded) < LONG_ENOUGH or folded in self._words or folded in self.apart or not folded.isalpha():
            return ()
        if folded not in self._spelt:
            if len(self._spelt) > _MOST_KEPT:
                self._spelt.clear()
            self._spelt[folded] = self._search(folded)
        return self._spelt[folded]

    def _search(self, folded: str) -> tuple[tuple[int, str], ...]:
        near = []
        size = len(folded)
        most = 2 if size >= LONGER else 1
        for word in [
            word for one in range(size - most, size + most + 1) for word in self._spelling.get((folded[0], one), ())
        ]:
            most = 2 if min(len(word), size) >= LONGER else 1
            distance = OSA.distance(folded, word, score_cutoff=most)
            if distance <= most and not _differ(word, folded):
                near.append((distance, word))
        return tuple(sorted(near))


def _differ(word: str, folded: str) -> bool:
    """Whether two near words are still two: one says "hyper" where the other says "hypo", or a short one has another consonant."""
    if any(word.startswith(one) != folded.startswith(one) for one in _KEEP_APART):
        return True
    if len(word) != len(folded) or len(word) >= LONG:
        return False
    changed = [(a, b) for a, b in zip(word, folded, strict=True) if a != b]
    return len(changed) == 1 and not set(changed[0]) <= set("aeiouy")
