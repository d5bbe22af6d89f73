"""When a number was so, whether it is what is aimed for, and whether it puts another right: by the words around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from assistant.understanding.vocabulary import join_words, read_table

_TABLE = read_table("figures")


class When(IntEnum):
    """When a number was so, as far as its words tell."""

    PAST = 0
    EARLIER = 1
    UNSAID = 2
    NOW = 3


def _words(words: Sequence[str]) -> str:
    return rf"(?<!\w)(?:{join_words(words)})(?!\w)"


def _told(words: Sequence[str]) -> str:
    return rf"(?<!\w)(?P<told>{join_words(words)})(?!\w)"


BETWEEN = re.compile(
    rf"[\s:=~≈()\[\],.>\"*-]{{0,4}}(?:(?:{_words(_TABLE['between'])}|{_words(_TABLE['past']['before'])}|{_words(_TABLE['earlier']['before'])}"
    rf"|{_words(_TABLE['now']['before'])}|'s|\((?:[a-zµ]+/[a-z]+)\)|(?:m?mol|[uµ]mol|mg|g)/d?l\b)[\s:=~≈()\[\],.>\"*-]{{0,4}}){{0,6}}",
    re.IGNORECASE,
)
"""What may stand between a name and its number."""
_TIMELESS = frozenset(_TABLE["past"]["timeless"])
_EARLIER = "earlier"
_TENSES = frozenset({"was", "were", "had been"})
"""Words that a time before the name outweighs: "baseline creatinine was"."""
_UNIT_BETWEEN = re.compile(r"\(?((?:m?mol|[uµ]mol|meq|mg|g)/d?l)\b", re.IGNORECASE)
_CHANGE = re.compile(_words(_TABLE["change"]), re.IGNORECASE)
_JOINED = re.compile(rf"[\s,;.()…-]*(?:(?:->|-->|=>|→|⇒|>|{_words([w for w in _TABLE['joins'] if w.isalpha()])})[\s,;.()]*)*", re.IGNORECASE)  # fmt: skip
_END = r"[\s:=(~]*(?:(?:was|were|is|at|a|it was)[\s:=(]*)?$"
_NO_NUMBER = r"(?![\s:=(]*(?:(?:was|is|of|at|approx)\s+)?\d)"
"""After words of time: they belong to no number that follows."""
_BEFORE = (
    (When.PAST, re.compile(_words(_TABLE["past"]["by"]) + _END, re.IGNORECASE)),
    (When.PAST, re.compile(_told(_TABLE["past"]["before"]) + _END, re.IGNORECASE)),
    (When.NOW, re.compile(_told(_TABLE["now"]["before"]) + _END.replace("was|were|", ""), re.IGNORECASE)),
    (When.EARLIER, re.compile(_told(_TABLE["earlier"]["before"]) + _END, re.IGNORECASE)),
)
_AFTER = (
    (When.PAST, re.compile(r"[\s,(]*" + _told(_TABLE["past"]["after"]) + _NO_NUMBER, re.IGNORECASE)),
    (When.EARLIER, re.compile(r"[\s,(]*" + _told(_TABLE["earlier"]["after"]) + _NO_NUMBER, re.IGNORECASE)),
    (When.NOW, re.compile(r"[\s(]*" + _told(_TABLE["now"]["after"]) + _NO_NUMBER, re.IGNORECASE)),
)
CLOCK_AFTER = re.compile(r"\s*(?:at|@)?\s*(?P<hour>\d{1,2})(?::?(?P<minute>[0-5]\d))?\s?(?P<half>am|pm|h\b|hrs?\b)?", re.IGNORECASE)  # fmt: skip
_HOURS_IN_HALF = 12
_NAME_LAST = re.compile(r"[\w⁺+./]+[\s:=(~]*(?:(?:is|was|of|at)\s+)?$")
_AIM = re.compile(rf"{_words(_TABLE['aims'])}(?:\W+(?!(?:he|she|pt|patient|now|is|was|but|his|her|currently)\b)[\w+]+){{0,3}}\W*$", re.IGNORECASE)  # fmt: skip
_AIMED_AFTER = re.compile(rf"\s*{_words(_TABLE['aimed_after'])}(?!\W{{0,3}}(?:is |of )?[<>]?\d)", re.IGNORECASE)
_CORRECTION = re.compile(_words(_TABLE["corrections"]), re.IGNORECASE)
_DENIED = re.compile(r"\bnot\s+(?:\w+\s+)?$", re.IGNORECASE)
_CLAUSE = re.compile(r"[.;—\n?](?=\s|$)|\s[-–]\s|,|\(|→")


@dataclass(frozen=True, slots=True)
class Moment:
    """When a number was so, in which words, and at what time of day, in minutes."""

    when: When = When.UNSAID
    words: str = ""
    clock: int | None = None

    @property
    def was_so(self) -> bool:
        """Whether the number held at some time: "lost 9 kg" never did."""
        return self.when is not When.PAST or bool(self.words)

    @property
    def said(self) -> str:
        """The words for the time of what is over."""
        return self.words.strip(" (),") if self.words and self.words.lower() not in _TIMELESS else _EARLIER


UNSAID = Moment()
BEFORE = Moment(When.EARLIER)
"""Of the first of two numbers between which something changed."""


def _moment(when: When, match: re.Match[str] | None) -> Moment | None:
    return Moment(when, match.groupdict().get("told") or "") if match else None


def read_when(before: str, after: str) -> Moment:
    """When the number between two stretches of text was so."""
    ahead = next((m for when, pattern in _BEFORE if (m := _moment(when, pattern.search(before)))), None)
    behind = next((m for when, pattern in _AFTER if (m := _moment(when, pattern.match(after)))), None)
    if (
        behind
        and behind.when is When.NOW
        and ahead is not None
        and re.match(r"[\s(]*(?:post|after)", after, re.IGNORECASE)
    ):
        return ahead
    return behind or ahead or UNSAID


def read_whole(between: str, before: str, after: str) -> Moment:
    """When a number was so: by what is between its name and it, before its name, and after it."""
    moment = read_when(between if between.strip() else before, after)
    if moment is UNSAID and between.strip() and len(before) > len(between):
        moment = read_when(before, "")
    if moment is UNSAID or moment.words.lower() in _TENSES:
        lead = _NAME_LAST.sub("", before)
        ahead = read_when(lead, "") if lead != before else UNSAID
        moment = ahead if ahead is not UNSAID and (moment is UNSAID or ahead.when is When.PAST) else moment
    clock = read_clock(after)
    if clock is None:
        return moment
    said = CLOCK_AFTER.match(after)
    return replace(moment, words=moment.words or (said.group().strip() if said else ""), clock=clock)


def read_clock(after: str) -> int | None:
    """The time of day, in minutes, that stands right after a number: "5.9 at 0800", "2.1 at 3am"."""
    match = CLOCK_AFTER.match(after)
    if (
        not match
        or not (re.match(r"\s*(?:at|@)", after) or match["half"])
        or (not match["half"] and not match["minute"])
    ):
        return None
    hour = int(match["hour"]) % 24
    if (match["half"] or "").lower() == "pm" and hour < _HOURS_IN_HALF:
        hour += _HOURS_IN_HALF
    return 60 * hour + int(match["minute"] or 0)


def is_aimed_for(before: str, after: str) -> bool:
    """Whether a number is a target, a limit or what is usual: by its own clause alone."""
    clause = _CLAUSE.split(before)[-1]
    return bool(_AIM.search(clause) or _AIMED_AFTER.match(after))


def is_denied(before: str) -> bool:
    """Whether a number is said not to be so: "50, not 60"."""
    return bool(_DENIED.search(before))


def corrects(between: str) -> bool:
    """Whether the text between two numbers says that the second puts the first right."""
    return bool(_CORRECTION.search(between))


def changes(before: str) -> bool:
    """Whether words of change stand before two numbers, so that they are no range: "ketones down 4.8 to 0.5"."""
    return bool(_CHANGE.search(before))


def joins(between: str) -> bool:
    """Whether nothing but punctuation, arrows and words of time stands between two numbers of one series."""
    return bool(_JOINED.fullmatch(between))


def skip_time(after: str) -> int:
    """How many characters of words of time begin a text."""
    if read_clock(after) is not None and (clock := CLOCK_AFTER.match(after)):
        return clock.end()
    for _, pattern in _AFTER:
        if match := pattern.match(after):
            return match.end()
    return 0


def skip_time_back(before: str) -> int:
    """Where words of time that end a text begin in it."""
    for _, pattern in _BEFORE:
        if match := pattern.search(before):
            return match.start()
    return len(before)


def read_unit_between(between: str) -> str:
    """The unit that stands between a name and its number: "creatinine (µmol/L): 311"."""
    match = _UNIT_BETWEEN.search(between)
    return match.group(1) if match else ""
