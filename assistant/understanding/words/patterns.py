"""Phrases of a table found in a message, all in one pass over its words.

A phrase is words in a row. In it `word*` is any word that begins so, `h*` an hour, `#` a number, `..` up to four words of any kind. The plural of
a word is that word; hyphens, apostrophes and accents do not matter. A phrase in capitals stands for capitals alone where it is told so.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from rapidfuzz.distance import OSA

GAP = 4
"""Words that `..` passes over."""
STEM = 3
"""Letters by which the beginnings of words are looked up."""
LONG = 6
"""Letters from which a word may be misspelt."""
HOUR, HOURS = "h*", frozenset({"h", "hr", "hour", "hourly", "hrly"})
"""How a phrase writes an hour, and how messages do."""
_UNITS = "kg|lb|st|ft|in|g|mg|mcg|ug|ml|l|cm|m|mm|mmol|umol|h|hr|hrs|min|mins|y|yo|yr|yrs|f|d|s|k|lpm|units?|iu"
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)*(?=(?:{_UNITS})(?![a-z0-9]))|(?<![a-z0-9])[acpw][-/][agfo](?![a-z0-9])"
    r"|\d+(?:[.,]\d+)*(?![a-z0-9])|[a-z0-9]+|%",
    re.IGNORECASE,
)
_PIECE = re.compile(r"\.\.|#|@\w+|\S+")
_DASHES = re.compile(r"[‐-―−]")
_FEET = re.compile(r"(?<=\d)\s?['’‘`´′]\s?(?=\d)")
_APOSTROPHES = re.compile(r"['’‘`´]")
_LETTERED = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.){1,7}[^\W\d_](?![^\W_])\.?|(?<![^\W_])(?:[^\W\d_]-){3,7}[^\W\d_](?![^\W_])"
)
"""A name whose letters stand apart: "O.I.", "B-I-S-A-P"."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a message: in lower case, as singular where it may be a plural, and whether it was written in capitals."""

    word: str
    singular: str
    capital: bool
    start: int
    end: int

    @property
    def is_number(self) -> bool:
        """Whether it is a number in figures."""
        return self.word[0].isdigit() and not self.word[-1].isalpha()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words in a row that are looked for; `capital`: only where they are written in capitals."""

    parts: tuple[str, ...]
    capital: bool = False

    @property
    def telling(self) -> int:
        """How many words it is, without what may stand between them."""
        return sum(part != ".." for part in self.parts)

    def cover(self, start: int, end: int) -> tuple[tuple[int, int], ...]:
        """The places that its own words take where it stands; what stands between them may name something else."""
        if ".." not in self.parts:
            return ((start, end),)
        before, after = self.parts.index(".."), self.parts[::-1].index("..")
        return ((start, start + before), (end - after, end))


def fold(text: str) -> str:
    """A text with plain dashes, without accents, apostrophes, raised or lowered figures, and points between the letters of a name."""
    text = _FEET.sub(" ft ", _DASHES.sub("-", text)).replace("Δ", "delta ").replace("∆", "delta ")
    text = _LETTERED.sub(lambda name: re.sub(r"[.-]", "", name.group()), _APOSTROPHES.sub("", text))
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def cut(text: str) -> list[Token]:
    """The words of a text that was folded."""
    return [_token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


def _token(raw: str, start: int, end: int) -> Token:
    word = raw.lower().replace("/", "-") if len(raw) == STEM else raw.lower()
    plural = len(word) > STEM and word[-1] == "s" and word[-2:] not in ("ss", "us", "is")
    return Token(word, word[:-1] if plural else word, raw.isupper(), start, end)


@cache
def read_phrase(text: str, capital: bool = False) -> Phrase:
    """A phrase as the table writes it."""
    parts: list[str] = []
    for piece in _PIECE.findall(fold(text)):
        if piece in ("..", "#") or piece[0] == "@":
            parts.append(piece)
        elif piece.endswith("*"):
            *before, last = cut(piece[:-1])
            parts += [*(token.word for token in before), f"{last.word}*"]
        else:
            parts += [token.word for token in cut(piece)]
    if not parts or parts[0] == ".." or parts[-1] == "..":
        raise ValueError(f"a phrase begins and ends with a word: {text!r}")
    return Phrase(tuple(parts), capital)


@dataclass(slots=True)
class Phrasebook:
    """Phrases by their first words; `names` are words of which a misspelling counts as well, each with how many of its letters
    may be wrong; `short` are words that stand for others."""

    names: Mapping[str, int] = field(default_factory=dict)
    spared: frozenset[str] = frozenset()
    short: Mapping[str, str] = field(default_factory=dict)
    _first: dict[str, list[Phrase]] = field(default_factory=dict)
    _words: set[str] = field(default_factory=set)
    _begun: tuple[str, ...] = ()
    """The beginnings of words that the phrases have."""
    _names: dict[str, list[str]] = field(default_factory=dict)
    """The names by their first letters."""

    def __post_init__(self) -> None:
        """Sort the names by their first letters."""
        for name in self.names:
            self._names.setdefault(name[0], []).append(name)

    def add(self, phrases: Iterable[Phrase]) -> None:
        """Take in phrases."""
        for phrase in phrases:
            first = phrase.parts[0]
            key = f"{first[:STEM]}*" if first.endswith("*") and len(first) > STEM else first
            held = self._first.setdefault(key, [])
            if phrase not in held:
                held.append(phrase)
            self._words.update(phrase.parts)
        self._begun = tuple(word[:-1] for word in self._words if word.endswith("*") and len(word) > STEM + 1)

    def find(self, tokens: Sequence[Token], flags: Iterable[str] = ()) -> Mapping[Phrase, list[tuple[int, int]]]:
        """The phrases that stand in a message, each with its first word and the one after its last; `flags` (`@child`) stand nowhere."""
        read = [self._mend(token) for token in tokens]
        found: dict[Phrase, list[tuple[int, int]]] = {}
        for flag in flags:
            for phrase in self._first.get(flag, ()):
                found[phrase] = [(len(read), len(read))]
        for place, token in enumerate(read):
            for key in {token.word, token.singular, f"{token.word[:STEM]}*", "#" if token.is_number else ""}:
                for phrase in self._first.get(key, ()):
                    end = _match(phrase, 0, read, place)
                    if end:
                        found.setdefault(phrase, []).append((place, end))
        return found

    def _mend(self, token: Token) -> Token:
        """A word as that for which it stands, or as the name of which it is a misspelling."""
        word = token.word
        if word in self.short:
            return replace(token, word=self.short[word], singular=self.short[word])
        if len(word) < LONG or not word.isalpha() or {word, token.singular} & self._words or word in self.spared:
            return token
        for name in () if word.startswith(self._begun) else self._names.get(word[0], ()):
            if OSA.distance(word, name, score_cutoff=self.names[name]) <= self.names[name]:
                return replace(token, word=name, singular=name)
        return token


def _match(phrase: Phrase, part: int, tokens: Sequence[Token], place: int) -> int:
    """The place after a phrase that begins at a place, or zero."""
    while part < len(phrase.parts):
        wanted = phrase.parts[part]
        if wanted == "..":
            ends = (_match(phrase, part + 1, tokens, place + n) for n in range(GAP + 1) if place + n < len(tokens))
            return next((end for end in ends if end), 0)
        if place >= len(tokens) or not _is(wanted, tokens[place], phrase.capital):
            return 0
        part, place = part + 1, place + 1
    return place


def _is(wanted: str, token: Token, capital: bool) -> bool:
    if wanted == "#":
        return token.is_number
    if capital and token.word.isalpha() and not token.capital:
        return False
    if wanted == HOUR:
        return token.singular in HOURS
    if wanted.endswith("*"):
        return token.word.startswith(wanted[:-1])
    return wanted in (token.word, token.singular)
