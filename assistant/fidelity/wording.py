"""Words as they are compared: one form for what clinicians write in several, and the classes that must not be exchanged."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.figures.ledger import HANDLE
from assistant.library.words import is_question_word, split_words, stem

_TABLE = yaml.safe_load((Path(__file__).parent / "wording.yaml").read_text(encoding="utf-8"))
_SAME = tuple(
    (re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE), f" {word} ")
    for word, forms in _TABLE["same"].items()
)
NEUTRAL = frozenset(stem(word) for word in _TABLE["neutral"].split())
"""Words that say nothing of their own: a sentence may add them."""
SUBJECTS = {name: frozenset(stem(word) for word in words.split()) for name, words in _TABLE["subjects"].items()}
"""Words by class (drug, route, people, condition): what the passage does not hold, its sentence must not say."""
OPPOSITES = tuple(
    (frozenset(stem(w) for w in one.split()), frozenset(stem(w) for w in other.split()))
    for one, other in _TABLE["opposites"]
)
"""Pairs of directions: a sentence must not say one where its passage says only the other."""
DENIALS = frozenset(stem(word) for word in _TABLE["denials"].split())
"""Words that deny or forbid."""
_CLAUSE = re.compile(r"[;:.]\s+|,\s+|\s[–—]\s|\(|\)|\b(?:but|whereas|unless|although|while)\b", re.IGNORECASE)


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


def clauses(text: str) -> tuple[str, ...]:
    """The parts of a sentence."""
    return tuple(part.strip() for part in _CLAUSE.split(normalise(text)) if part and part.strip())
