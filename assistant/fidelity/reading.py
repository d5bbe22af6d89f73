"""A sentence as a row of tokens: its telling words by stem, its figures by what they say, and where its parts end."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from assistant.fidelity.wording import NEUTRAL, cue_of, normalise
from assistant.figures.ledger import Ledger
from assistant.library.words import is_question_word, stem

_TOKEN = re.compile(
    r"\[\[(?P<handle>[a-z]+-[a-z]+)\]\]|(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)?)|(?P<mark>[;:()]|[.?!](?=\s|$)|,|\s[–—]\s)"
)
_WEIGHTS = {",": 3, ";": 8, ":": 4, "(": 3, ")": 2, ".": 8, "?": 4, "!": 8}
_JOINS = {"or": 4, "and": 3, "but": 8, "whereas": 8, "while": 8, "against": 8, "then": 4, "until": 2}
_HINGES = ("until", "if", "when", "because", "which", "who", "so", "once", "since", "where")
_PARTS = frozenset(";.()?!") | {"but", "whereas", "while", "although", "against", *_HINGES}


@dataclass(frozen=True, slots=True)
class Token:
    """A telling word (`stem`), a figure (`figure`: its text in lower case) or a denial (`cue`), at a place of the row.

    `at` counts words, a comma or the end of a part counting as several; `part` numbers the parts of the text, `phrase` what
    commas, colons and joining words set apart.
    """

    at: int
    part: int
    phrase: int
    stem: str = ""
    figure: str = ""
    handle: str = ""
    cue: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """The tokens of a text."""

    tokens: tuple[Token, ...]

    def stems(self) -> frozenset[str]:
        """All telling stems."""
        return frozenset(token.stem for token in self.tokens if token.stem)


def read_row(hidden: str, ledger: Ledger) -> Row:
    """The row of a hidden text."""
    return _read(hidden, lambda handle: _say(handle, ledger))


def _say(handle: str, ledger: Ledger) -> str:
    entry = ledger.entry(handle)
    return entry.text.lower() if entry else handle


def _read(hidden: str, say: Callable[[str], str]) -> Row:
    found: list[Token] = []
    at = part = phrase = 0
    for match in _TOKEN.finditer(normalise(hidden)):
        at += 1
        if mark := match["mark"]:
            at += _WEIGHTS.get(mark.strip(), 6)
            part += mark.strip() in _PARTS or mark.strip() in "–—"
            phrase += 1
        elif handle := match["handle"]:
            found.append(Token(at, part, phrase, figure=say(handle), handle=handle))
        else:
            word = match["word"].lower()
            at += _JOINS.get(word, 0)
            part += word in _PARTS
            phrase += word in _JOINS
            if cue := cue_of(word):
                found.append(Token(at, part, phrase, stem=_telling(word), cue=cue))
            elif told := _telling(word):
                found.append(Token(at, part, phrase, stem=told))
    return Row(tuple(found))


def read_order(hidden: str, ledger: Ledger) -> frozenset[tuple[str, str]]:
    """What a text puts before or after something: ("before", "insulin")."""
    words = [
        (m["word"] or "").lower() or f"[[{m['handle']}]]" for m in _TOKEN.finditer(normalise(hidden)) if not m["mark"]
    ]
    found = set()
    for place, word in enumerate(words):
        if word in ("before", "after"):
            told = (_say(w[2:-2], ledger) if w.startswith("[[") else _telling(w) for w in words[place + 1 : place + 5])
            found.add((word, next((what for what in told if what), "")))
    return frozenset(found)


def read_bounds(hidden: str, ledger: Ledger) -> frozenset[tuple[str, str]]:
    """The figures that a text calls a maximum or a minimum, whatever stands one word between: ("most", "4 mg/min")."""
    found, bound, since = set[tuple[str, str]](), "", 0
    for match in _TOKEN.finditer(normalise(hidden)):
        since += 1
        if (word := (match["word"] or "").lower()) in ("most", "least"):
            bound, since = word, 0
        elif match["mark"] or since > 2:
            bound = ""
        elif match["handle"] and bound:
            found.add((bound, _say(match["handle"], ledger)))
            bound = ""
    return frozenset(found)


@lru_cache(maxsize=16384)
def _telling(word: str) -> str:
    """The stem of a word that says something, otherwise nothing."""
    root = stem(word)
    return "" if root in NEUTRAL or is_question_word(word) else root
