"""Find every figure of a text: numbers, number words, doses, rates, intervals, thresholds, orders, names with digits.

One scanner serves hiding and gating, so the two cannot disagree. What a figure is, by example, stands in
`tests/figures/figures.yaml`. A numeric character of any script that no pattern claims is a figure by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from assistant.figures import words as w
from assistant.figures.shadow import BARRIER, SENTINEL, Shadow, cast, cast_rendered


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
_LETTER = "[a-zα-ω]"
_START = r"(?<![0-9])(?<![0-9][.,])"
# Runs are possessive and chains are bounded: the scanner is linear in the length of any text.
_DIGITS = (
    rf"(?:\d++(?:[.,]\d++){{0,9}}(?:(?:\s\d{{3}}){{0,3}}\s000(?!\d))?(?:\s?{SENTINEL}++)?(?:\s?\d++/\d++)?"
    rf"|[.]\d++|(?<!{SENTINEL}){SENTINEL}++)"
)
_NUMBER = (
    rf"{_START}(?:[+-](?=[0-9.]))?{_DIGITS}(?:\s?[x×]\s?10\^?[-+]?\d{{0,9}}|\^[-+]?\d++|e[-+]?\d{{1,3}}(?![\w]))?"
    rf"(?:\s(?:{w.SCALES})(?![a-z]))?(?:st|nd|rd|th)?(?:\+{{1,3}}(?![\w+]|[.,]\d))?"
)
# The looks ahead only spare the engine what cannot match.
_VALUE = rf"(?:(?=[-+.0-9{SENTINEL}]){_NUMBER}|(?=[a-z])(?<![\w-])(?=[zotfsenhmbda][a-z\s]){w.CARDINAL})"
_JOIN = r"(?:\s?(?:-|/|±|×)\s?|:|\s:\s|-?\sto\s|-to-)(?:[<>≤≥]=?\s?)?"
_OR = r"(?:\s?(?:-|to|or)\s?|-\sto\s)"
_RANGE = rf"{_VALUE}(?:{_OR}{_VALUE})?"
_BESIDE = r"(?:,\s(?=\d++(?:,\s|\s(?:and|or)\s)\d)|\s(?:and|or|by|x)\s)"
_RATIO = rf"{_VALUE}\s(?:in|of|out of)\s{_VALUE}(?:[\s-]?{w.UNIT})?"
_AMOUNT = rf"(?:{_RATIO}|(?:{_VALUE}{_BESIDE}){{0,6}}{_VALUE}(?:[\s-]?{w.UNIT})?(?:{_JOIN}{_VALUE}(?:[\s-]?{w.UNIT})?){{0,6}})"
_PERIOD = (
    rf"(?:every|each|q)\s?(?:other\s|alternate\s|(?:{w.ORDINAL})\s|{_RANGE}[\s-]?)?"
    rf"(?:{w.TIME_NOUN}s?|{w.TIME})(?![a-z])"
)
_TIMES = rf"(?:{_RANGE}\s?(?:times|x(?!\s?{_N})|×(?!\s?{_N}))|twice|thrice|once)"
_PER = rf"(?:\s?(?:/|per|an?|each|every|in)\s?{w.TIME_NOUN}|[\s-]{w.OFTEN}|\s(?:a|per|each|every)\s{w.TIME_NOUN}|\s{_PERIOD})(?![a-z])"
_UNLIT = r"(?<![\w-])"

_PATTERNS: tuple[tuple[Kind, str], ...] = (
    # Look-alikes of digits beside a unit.
    (Kind.COUNT, rf"(?<![a-z_/])[ol|i][ol|i0-9.,]{{0,9}}\s?(?={w.PLAIN_UNIT}(?![a-z])){w.UNIT}"),
    # Names: letters and digits in one word, stages in Roman numerals, places on a molecule.
    (
        Kind.NAME,
        rf"(?<![\w])(?<!drop\s)(?:vitamin|type|hepatitis|factor)\s(?:[a-z]?{_N}{{1,4}}[a-z]?)(?![\w%/])(?:\sdiabetes(?:\smellitus)?)?",
    ),
    (
        Kind.NAME,
        rf"(?<![\w]){w.STAGED}\s(?:{w.ROMAN}(?:\s?-\s?{w.ROMAN})?|{_N}[a-c](?:\s?-\s?{_N}?[a-c])?|{SENTINEL})(?![\w])",
    ),
    (Kind.NAME, rf"(?<![\w]){w.NUMBERED}[\s-]{_N}{{1,2}}(?![\w.,])|(?<=coenzyme\s)q{_N}{{1,2}}(?![\w])"),
    (Kind.NAME, rf"(?<![\w.,])5-ht{_N}?[a-z]?(?![\w])"),
    (
        Kind.NAME,
        rf"(?<![\w.,])\d{{1,2}}(?:,\d{{1,2}}){{0,3}}-(?:{w.POSITION}\w{{0,20}}|(?!(?:{w.UNIT_WORD})(?![a-z]))(?-i:[A-Z]{{2,5}})\d?)(?![\w])",
    ),
    (
        Kind.NAME,
        rf"(?<![\w])(?!(?:q|x|k){_N})(?=[a-zα-ω]{{0,24}}{_N}|(?-i:[A-Z])[a-z-]{{0,24}}{_N})(?!(?:{w.UNIT_WORD}){_N}{{2}})(?!(?:(?:k?c?m){_N}(?!\d)|cmh2o))"
        rf"{_LETTER}[a-zα-ω-]{{0,24}}{_N}{{1,3}}(?![0-9.,]\d)(?:[a-z]{{1,24}}{_N}{{0,9}}){{0,6}}(?:×{_N}{{1,2}})?(?:-[a-z]{{1,24}}{_N}{{0,9}}){{0,6}}\+?(?![\w])",
    ),
    # Units that hold digits of their own, where no number stands before them.
    (Kind.UNIT, r"(?<![\w.,<>≤≥=×])(?<![x×*<>≤≥=]\s)10\^?9/l(?![a-z])"),
    (Kind.UNIT, r"(?<![\w.,<>≤≥=/])(?<![0-9<>≤≥=]\s)(?:ml/min/1\.73\s?m\^?2|cm\s?h2o|kg/m\^?2)(?![\w.^]|-[0-9])"),
    # Moments.
    (Kind.TIME, rf"{_START}\d{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{w.MONTH}(?![\w])(?:,?\s\d{{4}}(?!\d))?"),
    (Kind.TIME, rf"(?<![\w]){w.MONTH}\s(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?|\d{{4}})(?!\w|\.\d)"),
    (Kind.TIME, rf"{_START}\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\.?(?![\w])"),
    (Kind.COUNT, rf"{_START}(?:\+\d{{1,3}}\s)?0\d{{2,4}}(?:\s\d{{3,4}}){{1,3}}(?![\w.,])"),
    # Frequencies.
    (Kind.INTERVAL, rf"{_TIMES}{_PER}"),
    (Kind.INTERVAL, rf"{_RANGE}[\s-](?:hourly|daily|weekly|monthly|yearly)(?![a-z])"),
    (Kind.INTERVAL, rf"(?<![a-z]){_PERIOD}"),
    (Kind.INTERVAL, rf"(?<![a-z])alternate\s(?:{w.TIME_NOUN}s?)(?![a-z])"),
    (Kind.INTERVAL, rf"(?<![a-z])q\.?{_N}{{1,3}}(?:\s?-\s?{_N}{{1,3}})?[\s.]?{w.TIME}?(?![a-z])"),
    (Kind.INTERVAL, rf"(?<![\w.]){w.LATIN}(?![\w])"),
    (Kind.INTERVAL, rf"{_UNLIT}{w.OFTEN}(?![\w-])(?!\s{w.OFTEN_IDIOM})"),
    (Kind.INTERVAL, rf"{_UNLIT}{w.WHEN}(?![\w-])"),
    (Kind.INTERVAL, rf"{_UNLIT}(?:every|each|on)\s{w.WEEKDAY}(?:(?:,|\sand|\sor)\s{w.WEEKDAY}){{0,6}}(?![\w-])"),
    (Kind.COUNT, rf"(?:{_UNLIT}(?:twice|thrice)(?![\w-])|{_RANGE}\s?(?:times(?![a-z])|[x×](?!\s?{_N}|[a-z])))"),
    (Kind.COUNT, rf"{_UNLIT}once(?![\w-])(?=\s*(?:$|[^\w\s]|\s?{w.ONCE_AFTER}(?![\w])))"),
    # Amounts with comparator and unit.
    (Kind.COUNT, rf"{_START}\d{{1,3}}\s?(?:'|ft|feet)\s?\d{{1,3}}\s?(?:\"|''|in|inches)?"),
    (Kind.SHARE, rf"(?:{_VALUE}\sand\s)?{_UNLIT}{w.FRACTION}(?:[\s-](?:an?\s)?{w.UNIT}(?![a-z]))?(?![\w])"),
    (Kind.COUNT, rf"(?:{_VALUE}[\s-]?|{_UNLIT}{w.CARDINAL_WORD}[\s-]?)fold(?![a-z])"),
    (Kind.COUNT, rf"{_VALUE}-{w.PIECES}(?![a-z])|{_UNLIT}one-to-one(?![\w])"),
    (Kind.TIME, rf"{_UNLIT}(?:first|{w.ORDINAL})\s{_RANGE}[\s-]?{w.TIME}(?![a-z])"),
    (Kind.ORDER, rf"{_UNLIT}(?:{w.ORDINAL})(?:-{w.RANKED}|\s{w.TIME}(?![a-z]))?(?![\w-])"),
    (
        Kind.ORDER,
        rf"{_UNLIT}first(?:-(?:degree|trimester|generation)|\s{w.TIME}(?![a-z])|(?=\s(?:{w.COUNTED})(?![a-z])))(?![\w-])",
    ),
    (Kind.COUNT, rf"{_AMOUNT}(?:\s{w.COMPARATOR_AFTER})?(?![a-z])"),
    (
        Kind.COUNT,
        rf"{_UNLIT}(?:a\s(?:couple|pair)(?:\sof)?|(?:couple|pair)\sof|a\sdozen|hundreds|thousands|millions|dozens)(?![\w])",
    ),
    (Kind.COUNT, rf"(?<![a-z])(?:{w.GLUED}|{w.SPACED})(?![a-z])"),
    (Kind.COUNT, rf"{_UNLIT}single(?=[\s-](?:{w.ALONE}(?![a-z])|{BARRIER}))"),
    (Kind.TIME, rf"{_UNLIT}{w.A_TIME}(?![\w])(?!\s{w.A_TIME_IDIOM}(?![\w]))"),
    (Kind.SHARE, rf"{_UNLIT}(?:{w.SCALED})(?![\w])"),
    (Kind.COUNT, rf"[x×]\s?{_N}{{1,9}}(?![\w])"),
    # A unit with no figure before it.
    (Kind.UNIT, rf"{_UNLIT}{w.BARE}"),
    # Whatever is numeric and was claimed by nothing.
    (Kind.COUNT, rf"{_N}++(?:[.,]{_N}++)*+"),
)
_COMPILED = tuple((kind, re.compile(pattern, re.IGNORECASE)) for kind, pattern in _PATTERNS)
_NUMERIC = re.compile(_N)
_IDIOMS = {
    word: tuple(
        re.compile(side, re.IGNORECASE) if side else None
        for side in (f"(?:{before})$" if before else "", after and rf"(?:{after})(?![a-z])")
    )
    for word, (before, after) in w.IDIOMS.items()
}
_LEAD = re.compile(
    rf"(?:(?<![\w])qtc?\s?)?(?:{w.COMPARATOR_SIGN}|(?<![\w])(?:{w.COMPARATOR_WORD}|(?:(?:not|never)\s)?over)\s(?:{w.ABOUT}\s)?)\s?$",
    re.IGNORECASE,
)
_SPAN = re.compile(rf"(?:^|[0-9]|(?<!per)[\s-]){w.SPAN}$", re.IGNORECASE)
_SIGNS = tuple("<>≤≥≦≧⩽⩾≈~±=")
_SIGN = re.compile(rf"(?<![\w\]{BARRIER}])[-+]$")
_UNCOMPARED = (Kind.NAME, Kind.ORDER, Kind.UNIT)
_AROUND = 40
"""How far beside a word an idiom is looked for."""


@lru_cache(maxsize=8192)
def find(text: str) -> tuple[Figure, ...]:
    """Every figure of a text, in order, never overlapping; as it is printed first, then as it is written."""
    rendered = cast_rendered(text)
    if rendered is None:
        return tuple(_scan(text, cast(text)))
    found = list(_scan(text, rendered))
    written = cast("".join(_cover(text, [(figure.start, figure.end) for figure in found])))
    more = [Figure(f.start, f.end, text[f.start : f.end], f.kind) for f in _scan(text, written)]
    return tuple(sorted([*found, *more], key=lambda figure: figure.start))


def is_figure_free(text: str) -> bool:
    """Whether a text holds no quantity, and so may stand without a source: numbers in names and units are none."""
    return all(figure.kind in (Kind.NAME, Kind.UNIT, Kind.TEXT) for figure in find(text))


def _scan(text: str, shadow: Shadow) -> Iterator[Figure]:
    taken: list[tuple[int, int, Kind]] = []
    open_text = shadow.text
    for kind, pattern in _COMPILED:
        if spans := _matches(pattern, open_text, kind not in _UNCOMPARED):
            open_text = _cover(open_text, spans)
            taken += [(start, end, kind) for start, end in spans]
    return _figures(text, shadow, sorted(taken))


def _matches(pattern: re.Pattern[str], text: str, compared: bool) -> list[tuple[int, int]]:
    """Spans of a pattern in what is not yet taken, with their comparators."""
    spans: list[tuple[int, int]] = []
    last = 0
    for match in pattern.finditer(text):
        start, end = _trim(text, *match.span())
        if compared and start < end:
            start = _lead(text, max(last, start - _AROUND), start, end)
        if start < end and not _idiom(text, start, end):
            spans.append((start, end))
            last = end
    return spans


def _lead(text: str, floor: int, start: int, end: int) -> int:
    """Where the comparator of a figure begins, or where the figure itself does."""
    words = text[floor:start].lower().split()
    if words and words[-1] in w.ABOUT_WORDS:
        words.pop()
    if not words or not (words[-1].endswith(_SIGNS) or words[-1] in w.LEAD_ENDS):
        return start
    match = _LEAD.search(text[floor:start])
    if match is None or (words[-1] == "over" and _SPAN.search(text[start:end])):
        return start
    return floor + match.start()


def find_lead(before: str, figure: str) -> str:
    """The comparator or sign at the end of a text that a figure after it would take."""
    shadow, own = cast(before).text, cast(figure).text
    start = _lead(shadow + own, max(0, len(shadow) - _AROUND), len(shadow), len(shadow) + len(own))
    sign = _SIGN.search(shadow) if start == len(shadow) else None
    return sign.group() if sign else shadow[start:]


def _cover(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with its spans made barriers of the same length."""
    parts: list[str] = []
    last = 0
    for start, end in spans:
        parts += [text[last:start], BARRIER * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _idiom(text: str, start: int, end: int) -> bool:
    """Whether the words are an idiom that counts nothing, such as "no one" or "zero-tolerance"."""
    before, after = _IDIOMS.get(text[start:end].lower(), (None, None))
    return bool((before and before.search(text[max(0, start - _AROUND) : start])) or (after and after.match(text, end)))


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
        (Kind.RATE, rf"(?:/|\bper\b)\s?(?:{w.TIME})(?![a-z])|(?<![a-z])(?:min|h|s|d)-1(?!\d)"),
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
