"""Words as they are compared: one form for what clinicians write in several, and the classes that must not be exchanged."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.fidelity.rarity import is_rare
from assistant.figures.ledger import HANDLE
from assistant.library.words import is_question_word, split_words, stem

_TABLE = yaml.safe_load((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
_SAME = tuple(
    (re.compile(rf"(?<![\w-])(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE), f" {word} ")
    for word, forms in _TABLE["same"].items()
)
NEUTRAL = frozenset(stem(word) for word in _TABLE["neutral"].split())
"""Words that say nothing of their own: a sentence may add them."""
PLAIN = frozenset(stem(word) for word in _TABLE["plain"].split())
"""Rare words that name nothing."""
SUBJECTS = {name: frozenset(stem(word) for word in words.split()) for name, words in _TABLE["subjects"].items()}
"""Words by class (drug, route, people, condition): what the passage does not hold, its sentence must not say."""
SILENCE = frozenset(stem(word) for word in _TABLE["silence"].split())
"""Words of a sentence that says what the sources do not hold."""
RIVALS = tuple(frozenset(stem(word) for word in line.split()) for line in _TABLE["rivals"])
"""Words of which one belongs to a figure: a route, a line."""
OPPOSITES = tuple(
    (frozenset(stem(w) for w in one.split()), frozenset(stem(w) for w in other.split()))
    for one, other in _TABLE["opposites"]
)
"""Pairs of directions: a sentence must not say one where its passage says only the other."""
IMPLIED = {stem(condition): stem(word) for condition, word in _TABLE["implied"].items()}
"""What a condition is a lack or an excess of: who speaks of the one may speak of the other."""
_DENIALS = {word.rstrip("*"): word for word in _TABLE["denials"].split()}
DENIALS = frozenset(stem(word) for word in _DENIALS)
"""Words that deny or forbid."""


@lru_cache(maxsize=16384)
def normalise(text: str) -> str:
    """The text with each thing in one form, handles kept."""
    for pattern, word in _SAME:
        text = pattern.sub(word, text)
    return text


@lru_cache(maxsize=16384)
def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text, without its handles and question words; denials are kept."""
    plain = HANDLE.sub(" ", normalise(text))
    found = {stem(m.group()) for m in split_words(plain) if m.group()[0].isalpha()}
    telling = {
        stem(m.group()) for m in split_words(plain) if m.group()[0].isalpha() and not is_question_word(m.group())
    }
    return frozenset(telling | (found & DENIALS) | {s for s in found if any(s in a | b for a, b in OPPOSITES)})


def find_rare(text: str, others: str) -> frozenset[str]:
    """The stems of the rare words of a text that others do not hold: names, for the most part."""
    held = frozenset(stem(word) for word in _words(others))
    return frozenset(stem(word) for word in _words(text) if is_rare(word)) - held - PLAIN


def _words(text: str) -> list[str]:
    return [m.group() for m in split_words(HANDLE.sub(" ", normalise(text))) if m.group()[0].isalpha()]


def cue_of(word: str) -> str:
    """A word that denies, with a star when it also denies what goes before it; empty for any other word."""
    return str(_DENIALS.get(word, ""))
