"""Whether what a message names is said of the patient, denied, doubted, or said of somebody else; and when it was so.

A word before it ("no", "?", "mother had") reaches over the words that may stand between, and over a list as far as its commas and
"or" carry it. Where a list may be read both ways, nothing is read.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.understanding.patient.moments import read_time
from assistant.understanding.patient.reaching import (
    AFTER_DENIED,
    AFTER_DOUBTED,
    AFTER_FAMILY,
    ALONE,
    ASSERTS,
    BEFORE_QUERY,
    EARLIER,
    FILLERS,
    LINK,
    OR,
    OWN,
    PAST,
    PRESENT,
    SENTENCE,
    STATES_PATIENT,
    STOPS,
    TRIGGERS,
)
from assistant.understanding.words.phrases import Mention

Kind = Literal["said", "denied", "doubted", "of another", "unclear"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one mention stands: of whom and whether it is so; the words of time, and whether it lies back."""

    kind: Kind
    when: str | None = None
    is_past: bool = False


_NEAR = 100
"""Characters before a mention in which its own words stand."""
_ASKED = re.compile(r"\s*\?")
_AND = ("and", "&", "+")
_VERSUS = ("vs", "vs.", "versus", "v")
_LISTED = ("denied", "person")
_BACK = ("past", "history", "header")
_KINDS: dict[str, Kind] = {
    "denied": "denied",
    "denied all": "denied",
    "family": "of another",
    "person": "of another",
    "doubted": "doubted",
    "unclear": "unclear",
}


def judge(message: str, mentions: Sequence[Mention]) -> list[Standing]:
    """How each mention of a message stands, in the order in which they stand in it."""
    stands: list[Standing] = []
    state, sentence, reach, unsure = "", 0, 0, 0
    for place, mention in enumerate(mentions):
        before = mentions[place - 1].end if place else 0
        cut = _last_break(message, before, mention.start)
        if cut:
            state, sentence = "", cut
        first = not place or bool(cut)
        start = max(before, cut)
        gap = message[max(start, mention.start - _NEAR) : mention.start]
        trigger = _trigger(gap, message[max(0, start - 30) : mention.start])
        if trigger:
            state = trigger
            reach, unsure = _reach(message, mentions, place, state, not message[sentence:start].strip(" ,"))
        elif state in _LISTED:
            state = state if place <= max(reach, unsure) else ""
        elif state:
            state = _carry(gap, state)
        is_unclear = state in _LISTED and place > reach
        stands.append(_stand(message, mentions, place, "unclear" if is_unclear else state, first))
    return _share_doubt(message, mentions, stands)


def _last_break(message: str, start: int, end: int) -> int:
    return max((match.end() for match in SENTENCE.finditer(message, start, end)), default=0)


def _trigger(gap: str, lead: str) -> str:
    """What the words before a mention say of it: the nearest that reaches, one of the past only where no other does."""
    best = {True: (0, ""), False: (0, "")}
    taken: list[tuple[int, int]] = []
    queries = [(match.start(), match.end(), "doubted") for match in BEFORE_QUERY.finditer(gap)]
    for start, end, kind in [
        (m.start(), m.end(), kind) for kind, pattern in TRIGGERS for m in pattern.finditer(gap)
    ] + queries:
        if any(a <= start and end <= b for a, b in taken):
            continue
        taken.append((start, end))
        is_past = kind in _BACK
        if end > best[is_past][0] and _reaches(kind, gap[end:], gap[start:end], lead):
            best[is_past] = (end, kind)
    return best[False][1] or best[True][1]


def _reaches(kind: str, between: str, word: str, lead: str) -> bool:
    """Whether only such words stand between a trigger and a mention as it reaches over."""
    words = re.findall(r"[\w'/+-]+", between.casefold())
    if kind in ("family", "person"):
        return not (
            re.search(r"[,;(]", between)
            or len(words) > 9
            or OWN.search(between)
            or (kind == "person" and STATES_PATIENT.search(lead))
        )
    if re.search(r"[,;()]", between):
        return False
    if kind in ("history", "header"):
        return len(words) <= 1 or all(one in FILLERS for one in words)
    if kind == "past":
        return all(
            one in ("a", "an", "the", "of", "known", "severe", "major", "had", "x2", "left", "right") for one in words
        )
    strange = [one for one in words if one not in FILLERS]
    if any(one in STOPS or one.isdigit() for one in strange):
        return False
    most = {"doubted": 2, "denied all": 2, "said": 3}.get(
        kind, 0 if word.casefold().startswith(("not", "never", "isn", "stopp", "non")) else 1
    )
    return len(strange) <= most


def _reach(message: str, mentions: Sequence[Mention], place: int, state: str, leads: bool) -> tuple[int, int]:
    """The last mention of the list that a trigger reaches over, by its place, and the last that it may reach over: a bare list after
    a sentence's first word says not how far ("no fever, cough, rash")."""
    if state not in _LISTED:
        return place, place
    last = bare = place
    for after in range(place + 1, len(mentions)):
        gap = message[mentions[after - 1].end : mentions[after].start]
        match = LINK.match(gap)
        if SENTENCE.search(gap) or not match or not _goes_on(match["rest"]) or _trigger(gap, gap):
            break
        link = " ".join((match["link"] or "").casefold().split())
        if state == "person" and link in ("", ",") and match["rest"].strip():
            break
        if link in OR or (link in _AND and last == after - 1) or (link in (*_AND, ", and") and state == "person"):
            last = after
        bare = after
    return last, bare if leads else last


def _goes_on(text: str) -> bool:
    """Whether the words after a comma or an "or" carry on a list, and say nothing anew: "denies cough, has fever"."""
    return all(one in FILLERS and one not in ASSERTS for one in re.findall(r"[\w'/+-]+", text.casefold()))


def _carry(gap: str, state: str) -> str:
    """What a trigger before an earlier mention says of the next one."""
    match = LINK.match(gap)
    if not match or not _goes_on(match["rest"]):
        return state if state == "header" and not PRESENT.search(gap) else ""
    link = " ".join((match["link"] or "").casefold().split())
    if state in ("family", "header", "said"):
        return state if state != "said" else ""
    if state in ("denied all", "history"):
        return state if link else ""
    return state if link in (*OR, *_VERSUS) or (state == "past" and link in _AND) else ""


def _stand(message: str, mentions: Sequence[Mention], place: int, state: str, first: bool) -> Standing:
    """How one mention stands, by what was carried to it and by the words after it; `first` of its sentence."""
    mention = mentions[place]
    rest = message[mention.end : mention.end + 60]
    following = (
        message[mention.end : mentions[place + 1].start] if place + 1 < len(mentions) else message[mention.end :]
    )
    lead = message[max(0, mention.start - _NEAR) : mention.start]
    if AFTER_FAMILY.match(rest):
        return Standing("of another")
    when, is_past = read_time(following, lead[-50:] if first else "")
    if state == "past":
        when = when or _past_word(lead[-40:])
    is_past = is_past or state in ("past", "history", "header")
    if AFTER_DENIED.match(rest):
        return Standing("denied", when, is_past)
    kind = _KINDS.get(state, "said")
    is_past = is_past or (
        state in ("denied", "denied all", "doubted") and bool(EARLIER.search(lead[-30:].rpartition(",")[2]))
    )
    asked = kind == "said" and _ASKED.match(rest) and ALONE.search(lead)
    if kind == "said" and (asked or AFTER_DOUBTED.match(rest)):
        kind = "doubted"
    return Standing(kind, when, is_past)


def _past_word(lead: str) -> str | None:
    words = list(PAST.finditer(lead))
    return words[-1].group() if words else None


def _share_doubt(message: str, mentions: Sequence[Mention], stands: list[Standing]) -> list[Standing]:
    """ "A vs B" and "A or B?" doubt both."""
    for place in range(len(mentions) - 2, -1, -1):
        gap = message[mentions[place].end : mentions[place + 1].start]
        both = re.fullmatch(r"\s*(?:vs?\.?|versus)\s*(?:an?\s+)?\??", gap, re.IGNORECASE)
        tied = re.fullmatch(r"\s*(?:or|/)\s*", gap, re.IGNORECASE) and stands[place + 1].kind == "doubted"
        if (both or tied) and stands[place].kind == "said":
            stands[place] = Standing("doubted", stands[place].when, stands[place].is_past)
        if both and stands[place + 1].kind == "said":
            stands[place + 1] = Standing("doubted", stands[place + 1].when, stands[place + 1].is_past)
    return stands
