"""Find every figure of a text: numbers, number words, doses, rates, intervals, thresholds, orders, names with digits.

One scanner serves hiding and gating, so the two cannot disagree. What a figure is, by example, stands in
`tests/figures/figures.yaml`. A numeric character of any script that no pattern claims is a figure by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assistant.figures import words as w
from assistant.figures.shadow import BARRIER, SENTINEL, Shadow, cast


class Kind(StrEnum):
    """What a figure is; its handle is named after it."""

    DOSE = "dose"
    RATE = "rate"
    INTERVAL = "interval"
    TIME = "time"
    LEVEL = "level"
    SHARE = "share"
    COUNT = "count"
    ORDER = "order"
    NAME = "name"
    UNIT = "unit"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and where it stands: `text[start:end]`."""

    start: int
    end: int
    text: str
    kind: Kind


_N = rf"[0-9{SENTINEL}]"
_DIGITS = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:[.,]\d+)*{SENTINEL}*(?:\s?\d+/\d+(?!\d))?|[.]\d+|{SENTINEL}+"
_NUMBER = rf"(?:[+-](?=[0-9.]))?(?>{_DIGITS})(?:\s?[x×]\s?10\^?[-+]?\d*|\^[-+]?\d+)?(?:st|nd|rd|th)?"
_VALUE = rf"(?:{_NUMBER}|(?<![\w-]){w.CARDINAL})"
_JOIN = r"(?:\s?(?:-|/|:|±|×)\s?|\sto\s)"
_BESIDE = r"(?:,\s(?=\d+(?:,\s|\s(?:and|or)\s)\d)|\s(?:and|or|by|x)\s)"
_RATIO = rf"{_VALUE}\s(?:in|of|out of)\s{_VALUE}(?:[\s-]?{w.UNIT})?"
_AMOUNT = rf"(?:{_RATIO}|(?:{_VALUE}{_BESIDE})*{_VALUE}(?:[\s-]?{w.UNIT})?(?:{_JOIN}{_VALUE}(?:[\s-]?{w.UNIT})?)*)"
_PERIOD = rf"(?:(?:every|each|q)\s?)(?:other\s|alternate\s|{_VALUE}(?:\s?(?:-|to|or)\s?{_VALUE})?[\s-]?)?(?:{w.TIME_NOUN}s?|{w.TIME})(?![a-z])"
_TIMES = rf"(?:{_VALUE}(?:\s?(?:-|to|or)\s?{_VALUE})?\s?(?:times|x|×)|twice|thrice|once)"
_PER = rf"(?:\s?(?:/|per|an?|each|every|in)\s?{w.TIME_NOUN}|[\s-]{w.OFTEN}|\s(?:a|per|each|every)\s{w.TIME_NOUN})"

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    # Names: letters and digits in one word, and stages in Roman numerals.
    (Kind.NAME, rf"(?:vitamin|type|hepatitis|factor)\s(?:[a-z]?{_N}+[a-z]?)(?![\w%/])(?:\sdiabetes(?:\smellitus)?)?"),
    (Kind.NAME, rf"(?<![\w]){w.STAGED}\s{w.ROMAN}(?![\w])(?:\s?-\s?{w.ROMAN}(?![\w]))?"),
    (Kind.NAME, rf"(?<![\w.,])5-ht{_N}?[a-z]?(?![\w])"),
    (
        Kind.NAME,
        rf"(?<![\w])(?!(?:q|x|k){_N})(?!(?:{w.UNIT_WORD}){_N}{{2,}})(?=[a-z]*{_N}|(?-i:[A-Z])[a-z-]*{_N})(?!(?:k?c?m){_N}(?!\d))[a-z]+[a-z-]*{_N}{{1,3}}(?![0-9.,]\d)(?:[a-z]+{_N}*)*(?:-[a-z]+{_N}*)*\+?(?![\w])",
    ),
    # Frequencies.
    (Kind.INTERVAL, rf"{_TIMES}{_PER}"),
    (Kind.INTERVAL, rf"{_VALUE}(?:\s?(?:-|to)\s?{_VALUE})?[\s-](?:hourly|daily|weekly|monthly|yearly)(?![a-z])"),
    (Kind.INTERVAL, rf"(?<![a-z]){_PERIOD}"),
    (Kind.INTERVAL, rf"(?<![a-z])(?:on\s)?alternate\s(?:{w.TIME_NOUN}s?)(?![a-z])"),
    (Kind.INTERVAL, rf"(?<![a-z])q{_N}+(?:\s?-\s?{_N}+)?\s?{w.TIME}?(?![a-z])"),
    (Kind.INTERVAL, rf"(?<![\w.])(?-i:{w.LATIN})(?![\w])"),
    (Kind.INTERVAL, rf"(?<![\w-]){w.OFTEN}(?![\w-])(?!\s{w.OFTEN_IDIOM})"),
    (Kind.COUNT, r"(?<![\w-])(?:twice|thrice)(?![\w-])"),
    (Kind.COUNT, rf"(?<![\w-])once(?![\w-])(?=\s*(?:$|[^\w\s]|\s{w.ONCE_AFTER}(?![\w])|{w.ONCE_AFTER}(?![\w])))"),
    # Amounts with comparator and unit.
    (Kind.COUNT, r"\d+\s?(?:'|ft|feet)\s?\d+\s?(?:\"|''|in|inches)?"),
    (Kind.SHARE, rf"(?<![\w-]){w.FRACTION}(?![\w-])"),
    (Kind.COUNT, rf"(?:(?:qtc?\s?)?{w.COMPARATOR}\s?)?{_AMOUNT}(?:\s{w.COMPARATOR_AFTER})?(?![a-z])"),
    (Kind.COUNT, r"(?<![\w-])(?:a\scouple(?:\sof)?|couple\sof|a\sdozen)(?![\w])"),
    (Kind.SHARE, rf"(?<![\w-])(?:{w.SCALED})(?![\w-])"),
    (Kind.ORDER, rf"(?<![\w-])(?:{w.ORDINAL})(?!\w)(?!\s{w.ORDER_IDIOM}|-)"),
    (Kind.ORDER, rf"(?<![\w-])first(?=\s(?:{w.COUNTED})(?![a-z]))"),
    (Kind.COUNT, rf"[x×]\s?{_N}+(?![\w])"),
    # Look-alikes beside a unit, and a unit with no figure before it.
    (
        Kind.COUNT,
        rf"(?<![\w])[oOlI|]{{1,4}}[.,]?[oOlI|]{{0,4}}\s?(?=(?:mg|mcg|[uµμ]g|g|kg|mmol|ml|units?|micrograms?)(?![a-z]))(?:{w.UNIT})",
    ),
    (Kind.UNIT, rf"(?<![\w-]){w.BARE}"),
    # Whatever is numeric and was claimed by nothing.
    (Kind.COUNT, rf"{_N}+(?:[.,]{_N}+)*"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_NUMERIC = re.compile(_N)
_ONE_IDIOM_BEFORE = re.compile(
    r"(?:\bno|\bthis|\bthat|\bwhich|\banother|\bany|\bevery|\bsome|\beach)[\s-]$", re.IGNORECASE
)
_ONE_IDIOM_AFTER = re.compile(
    r"(?:\sof\sthose\swho|\sanother|'s|\s(?:can|should|must|may|might|would|could|needs?|has|is|who|wonders))\b",
    re.IGNORECASE,
)


def find(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order, never overlapping."""
    shadow = cast(text)
    taken: list[tuple[int, int, Kind]] = []
    for kind, pattern in _COMPILED:
        taken.extend((start, end, kind) for start, end in _matches(pattern, shadow.text, taken))
    return tuple(_figures(text, shadow, sorted(taken)))


def _matches(pattern: re.Pattern[str], text: str, taken: list[tuple[int, int, Kind]]) -> list[tuple[int, int]]:
    """Spans of a pattern in what is not yet taken; a taken span is a barrier."""
    masked = list(text)
    for start, end, _ in taken:
        masked[start:end] = BARRIER * (end - start)
    open_text = "".join(masked)
    spans = ((m.start(), m.end()) for m in pattern.finditer(open_text) if m.end() > m.start())
    return [trimmed for span in spans if (trimmed := _trim(open_text, *span)) and not _idiom(open_text, *trimmed)]


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _idiom(text: str, start: int, end: int) -> bool:
    """Whether the words are an idiom that counts nothing, such as "no one" or "zero-tolerance"."""
    word = text[start:end].lower()
    if _NUMERIC.search(word):
        return False
    if word == "one":
        return bool(_ONE_IDIOM_BEFORE.search(text[:start]) or _ONE_IDIOM_AFTER.match(text[end:]))
    return word == "zero" and text[end : end + 10].lower() == "-tolerance"


def _figures(text: str, shadow: Shadow, taken: list[tuple[int, int, Kind]]) -> Iterator[Figure]:
    last = 0
    for begin, finish, kind in taken:
        start, end = shadow.original(begin, finish)
        if start < last:
            start = last
        if end > start:
            yield Figure(start, end, text[start:end], _kind(kind, shadow.text[begin:finish]))
            last = end


_BY_UNIT: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        (Kind.ORDER, r"\d(?:st|nd|rd|th)\b"),
        (Kind.RATE, rf"/\s?(?:{w.TIME})(?![a-z])"),
        (Kind.LEVEL, r"/\s?(?:d?l|litre|ml|10)(?![a-z])|mmhg|kpa|\bms\b|msec|bpm|°|mosm"),
        (Kind.SHARE, r"%|per ?cent"),
        (Kind.DOSE, rf"(?<![a-z])(?:{w.MASS}|{w.AMOUNT}|{w.VOLUME}|j|joules?)(?![a-z])"),
        (Kind.TIME, rf"(?<![a-z])(?:{w.TIME})(?![a-z])"),
    )
)


def _kind(kind: Kind, shadow: str) -> Kind:
    if kind is not Kind.COUNT:
        return kind
    return next((named for named, pattern in _BY_UNIT if pattern.search(shadow)), Kind.COUNT)
