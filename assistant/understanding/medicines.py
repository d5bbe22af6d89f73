"""The names of medicines, those too that the corpus does not hold, so that one is never answered with the dose of another."""

import re
from collections.abc import Mapping
from functools import cache

from assistant.understanding.vocabulary import FOLDER

MOST_WORDS = 4


def name_medicines(text: str) -> tuple[str, ...]:
    """The medicines that a text names, by their first name in `medicines.txt`; of a longer name and a shorter within it the longer."""
    words = re.findall(r"[\w/-]+", text.casefold())
    found: list[str] = []
    place = 0
    while place < len(words):
        length = next((n for n in range(MOST_WORDS, 0, -1) if " ".join(words[place : place + n]) in _names()), 0)
        if length:
            found.append(_names()[" ".join(words[place : place + length])])
        place += length or 1
    return tuple(dict.fromkeys(found))


@cache
def list_spellings(medicine: str) -> frozenset[str]:
    """Every spelling of a medicine, given by its first name."""
    return frozenset(spelt for spelt, first in _names().items() if first == medicine)


@cache
def _names() -> Mapping[str, str]:
    lines = (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    rows = [[name.strip() for name in line.split("|")] for line in lines if line.strip()]
    return {name: row[0] for row in rows for name in row}
