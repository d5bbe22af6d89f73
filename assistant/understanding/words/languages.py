"""In which language a message is written, where it is not English: by letters, and by words of the table `languages.yaml`."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import Any

from assistant.understanding.vocabulary import read_table

NEEDED = 2
"""Different words of a language that tell it, where none of them is sure."""
FEWEST = 3
"""Letters of another script from which a message is written in it, where they are most of its letters but for names."""
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")


def find_language(message: str) -> str | None:
    """The language of a message that is not in English, by its English name, or those of the languages that it may be in;
    None where it is English, or too short to tell."""
    table = _read()
    if script := _find_script(message, table["scripts"]):
        return script
    words = set(_WORD.findall(message.casefold()))
    found = {name: _weigh(words, one) for name, one in table["languages"].items()}
    most = max(found.values())
    if most < NEEDED or most <= len(words & table["english"]):
        return None
    return " or ".join(name for name, weight in found.items() if weight == most)


def without_elision(message: str) -> str:
    """The message with the articles of one letter blanked, every other letter in its place: "l'amoxicilline"."""
    return re.sub(r"\b[ldLD]['’](?=[^\W\d_])", "  ", message)


def _weigh(words: set[str], one: Mapping[str, frozenset[str]]) -> int:
    """How many of the words are of a language; a sure one is as good as two."""
    return len(words & one["words"]) + NEEDED * len(words & one["sure"])


def _find_script(message: str, scripts: Mapping[str, str]) -> str | None:
    """What is written in the letters that are not Latin, where they are a third of all: names of medicines may be Latin."""
    letters = [unicodedata.name(char, "").split(" ")[0].split("-")[0] for char in message if char.isalpha()]
    others = Counter(script for script in letters if script in scripts)
    if sum(others.values()) < max(FEWEST, len(letters) / 3):
        return None
    return scripts[others.most_common(1)[0][0]]


@cache
def _read() -> Mapping[str, Any]:
    """The table, its lists as sets."""
    table = read_table("languages")
    languages = {
        name: {part: frozenset(str(word).casefold() for word in words) for part, words in one.items()}
        for name, one in table["languages"].items()
    }
    return {"scripts": table["scripts"], "english": frozenset(table["english"]), "languages": languages}
