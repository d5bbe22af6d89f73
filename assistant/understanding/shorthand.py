"""What the ward abbreviates, written out by the table `shorthand.yaml`."""

import re
from functools import lru_cache
from pathlib import Path

import yaml

_SHORTHAND = tuple(
    (re.compile(short, re.IGNORECASE), words)
    for short, words in yaml.safe_load(Path(__file__).with_name("shorthand.yaml").read_text(encoding="utf-8")).items()
)


@lru_cache(maxsize=16384)
def expand(text: str) -> str:
    """The text with what the ward abbreviates written out, for looking things up; nobody is shown it."""
    for short, words in _SHORTHAND:
        text = short.sub(words, text)
    return text
