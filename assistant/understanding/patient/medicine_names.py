"""The names of medicines in a text: by their first name in `medicines.txt`, with what the ward writes for them (`given.yaml`)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from assistant.understanding.vocabulary import FOLDER, read_table
from assistant.understanding.words.phrases import Mention, Phrases, read_apart

MOST_WORDS = 4
_LEVEL = "level in blood"
_GIVEN_BEFORE = re.compile(
    r"(?:\b(?:giv(?:e|en|ing)|gave|iv|i\.v\.?|oral(?:ly)?|po|ng|start(?:ed|ing)?|add(?:ing)?|replac(?:e|ing)|supplement(?:ing|al)?|load(?:ing)?(?: with)?|infus(?:e|ing|ions? of)|bolus(?: of)?|on|prescrib\w+|push|more|extra|"
    r"(?:tablets?|tabs?|pills?|doses?|dose|bags?|amps?|ampoules?) (?:of|for)|top(?:ping)? up|insulin(?: and| with|\s?[/+-])?|effervescent|(?:\d[\d.,]*|one|two) ?(?:mmols?|meq|mg|g|grams?|ml|mls|mcg|units?|micrograms?|amps?)(?: of)?)"
    r"|\d+(?:\.\d+)? ?%|\binsulin[/+-])\s*(?:(?:some|the|her|his|a|an|more|iv|oral|extra|further)\s+)*$",
    re.IGNORECASE,
)
_GIVEN_AFTER = re.compile(
    r"\s*(?:\d+(?:\.\d+)? ?%|\d[\d.,]* ?(?:mg|g|grams?|mls?|units?|mcg|micrograms?|amps?)\b(?!\s*[/%])|\d{2,3} ?(?:mmol|meq)\b(?!\s*/)|how\b|dos(?:e|es|ing|age)\b|infusions?\b|replac\w+|supplement\w*|tablets?\b|tabs?\b|pills?\b|iv\b|po\b|"
    r"bolus\b|drip\b|injections?\b|syrup\b|load(?:ing)?\b|now\s*\?|first\s*\?|therapy\b|given\b|stat\b|started\b|charted\b|running\b|top[- ]up)",
    re.IGNORECASE,
)
_MOSTLY_GIVEN = frozenset({"mag"})
"""What the ward calls the medicine by, and its level only beside a number."""
_MEASURED_AFTER = re.compile(
    r"[\s:=(]*(?:(?:is|was|of|level|at|came back|still|now)\s+)*(?:[<>]?\s?[01]?\.\d|low\b|normal\b|high\b|level\b|[01] ?mmol)",
    re.IGNORECASE,
)
_MEASURED_BEFORE = re.compile(
    r"\b(?:low|high|serum|check(?:ed|ing)?|normal|repeat|recheck|hypo|adjusted|ca|po4|phos|k)[\s,/+-]+(?:(?:the|her|his|a)\s+)?$",
    re.IGNORECASE,
)
_NO_MEDICINE = re.compile(
    r"[\s-]*(?:defici\w+|levels?\b|binders?\b|channel\b|resistan\w+|metabolism\b|tolerance\b|stones?\b|receptors?\b|studies\b|gap\b|ratio\b)",
    re.IGNORECASE,
)
"""After what is also measured: another thing."""


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


def name_as_held(text: str, unknown: Iterable[str], is_held: Callable[[str], bool]) -> str:
    """The text with each medicine that nobody holds by this name under the name by which it is held: "viagra" as "sildenafil"."""
    for word in unknown:
        named = name_medicines(word)
        spelt = [*named, *sorted(list_spellings(named[0]))] if len(named) == 1 else []
        if held := next((name for name in spelt if name != word.casefold() and is_held(name)), None):
            text = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", held, text, flags=re.IGNORECASE)
    return text


def begins_medicine(word: str) -> bool:
    """Whether a word is the beginning of the name of a medicine, as the ward cuts it short: "methylpred"."""
    return any(name.startswith(word.casefold()) for name in _names())


def list_lookalikes(word: str) -> tuple[str, ...]:
    """The medicines for which a misspelt word may stand, where there are several: neither is then read of it."""
    if _phrases().name(word) is not None:
        return ()
    near = _phrases().list_near(word)
    return near if len(near) > 1 else ()


def find_medicines(message: str) -> list[Mention]:
    """The medicines that a message names, each where it stands: what is only measured is none."""
    found = []
    for mention in _phrases().find(message):
        if mention.name != _LEVEL:
            found.append(mention)
        elif _is_given(message, mention):
            name = _part("levels")[message[mention.start : mention.end].casefold()]
            found.append(Mention(str(name), mention.start, mention.end))
    return found


def _is_given(message: str, mention: Mention) -> bool:
    """Whether the words around what is also measured make it a medicine."""
    after, before = message[mention.end : mention.end + 40], message[max(0, mention.start - 40) : mention.start]
    if _NO_MEDICINE.match(after):
        return False
    if message[mention.start : mention.end].casefold() in _MOSTLY_GIVEN:
        return not (_MEASURED_AFTER.match(after) or _MEASURED_BEFORE.search(before))
    return bool(_GIVEN_AFTER.match(after) or _GIVEN_BEFORE.search(before))


@cache
def _part(part: str) -> Mapping[str, Sequence[str]]:
    """One part of `given.yaml`: `short`, `also` or `levels`."""
    table: Mapping[str, Mapping[str, Sequence[str]]] = read_table("given")
    return table[part]


@cache
def _phrases() -> Phrases:
    """All names of medicines, the short ones and those of what is also measured with them."""
    table: dict[str, list[str]] = {_LEVEL: list(_part("levels"))}
    for name, first in _names().items():
        table.setdefault(first, []).append(name)
    for name, words in _part("short").items():
        table.setdefault(name, []).extend(words)
    for name, words in _part("also").items():
        table.setdefault(name, []).extend(words)
    return Phrases(table, apart=read_apart("medicines"), strict=True)


@cache
def _names() -> Mapping[str, str]:
    lines = (FOLDER / "medicines.txt").read_text(encoding="utf-8").splitlines()
    rows = [[name.strip() for name in line.split("|")] for line in lines if line.strip()]
    return {name: row[0] for row in rows for name in row}
