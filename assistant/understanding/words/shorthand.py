"""What the ward abbreviates, written out by the table `shorthand.yaml`."""

import re
from functools import lru_cache

from assistant.understanding.vocabulary import read_table

_SHORTHAND = tuple((re.compile(short, re.IGNORECASE), words) for short, words in read_table("shorthand").items())


@lru_cache(maxsize=16384)
def expand(text: str) -> str:
    """The text with what the ward abbreviates written out, for looking things up; nobody is shown it."""
    for short, words in _SHORTHAND:
        text = short.sub(words, text)
    return text
