"""The names of medicines, those too that the corpus does not hold, so that one is never answered with the dose of another.

Where a misspelt word is as near to two medicines, it is read as neither (`list_lookalikes` names both).
"""

import re
from collections.abc import Iterator, Sequence

from assistant.records import Fact
from assistant.understanding.patient.allergies import read_allergies
from assistant.understanding.patient.medicine_names import (
    find_medicines,
    list_lookalikes,
    list_spellings,
    name_medicines,
)
from assistant.understanding.words.phrases import Mention

__all__ = ["list_lookalikes", "list_spellings", "name_medicines", "read_medicines"]

_NOT_TAKEN = re.compile(
    r"(?:\b(?:not|never|nor|no longer|isn'?t|wasn'?t|aren'?t|hasn'?t|haven'?t|doesn'?t|didn'?t|don'?t)\s+(?:(?:currently|yet|been|being|actually|really)\s+){0,2}(?:(?:on|had|have|having|taken|taking|takes?|given|received|prescribed|started|use|used|using)\s+){0,2}"
    r"|\b(?:no|nil|without|off|stopped(?: taking)?|came off|come off|taken off|denies(?: taking| any)?|discontinued|withheld|ceased|ran out of)\s+)"
    r"(?:(?:any|regular|the|his|her|their|currently|yet|oral|iv|prior|more|further|an?|regular|home|of|recent)\s+){0,2}$",
    re.IGNORECASE,
)
_STOPPED = re.compile(
    r"\s*(?:\d[\d.,]* ?(?:mc?g|g|micrograms|units)?\s*(?:od|bd|tds|qds|nocte)?\s*)?\(?(?:(?:(?:was|were|has been|have been|been|is|now|already|recently)\s+)*(?:stopped|discontinued|withheld|ceased|d/c'?d|on hold)\b|[:=]\s*(?:no|nil|none|n)\b)",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s*(?P<link>,\s*(?:or|nor)|,|or|nor|/)\s*(?:any\s+|an?\s+)?", re.IGNORECASE)
_WHEN_BEFORE = re.compile(
    r"\b(previously|formerly|prev(?:ious)?|used to (?:take|be on)|past|last (?:week|month|year))\s+(?:(?:on|took|taking|had|given|courses? of|a|the)\s+){0,3}$",
    re.IGNORECASE,
)
_WHEN_AFTER = re.compile(
    r"\s*(?:\d[\d.,]* ?(?:mc?g|g)?\s*)?\(?(?:(?:was |been )?(?:stopped|given|taken|last taken|until|till|in|back in|discontinued|ceased)\s+)*((?:19|20)\d\d(?!\s?(?:mg|ml|units?|mcg))|(?:\d+|an?|one|two|three|few)\s*(?:years?|yrs?|months?|weeks?|wks?|days?|/7|/52|/12)\s+ago|last (?:week|month|year|night)|yesterday|previously|in the past|years ago)\b",
    re.IGNORECASE,
)


def read_medicines(message: str) -> Iterator[Fact]:
    """The medicines of a message, each once; what is not taken or was stopped is denied, what was taken once bears its time."""
    mentions = find_medicines(message)
    if not mentions:
        return
    allergies = [fact.span for fact in read_allergies(message)]
    told: set[tuple[str, bool]] = set()
    for mention, negated in zip(mentions, _list_denied(message, mentions), strict=True):
        if any(a < mention.end and mention.start < b for a, b in allergies) or (mention.name, negated) in told:
            continue
        told.add((mention.name, negated))
        before = _WHEN_BEFORE.search(message[max(0, mention.start - 40) : mention.start])
        time = before or _WHEN_AFTER.match(message[mention.end : mention.end + 60])
        yield Fact(
            fact="drug",
            value=mention.name,
            text=message[mention.start : mention.end],
            span=(mention.start, mention.end),
            negated=negated,
            when=time.group(1) if time else None,
        )


def _list_denied(message: str, mentions: Sequence[Mention]) -> list[bool]:
    """Of each mention whether it is not taken: by the words before or after it, or along a list that "or" closes."""
    denied = [
        bool(
            _NOT_TAKEN.search(message[max(0, one.start - 60) : one.start])
            or _STOPPED.match(message[one.end : one.end + 50])
        )
        for one in mentions
    ]
    for place in range(len(mentions) - 1):
        if not denied[place]:
            continue
        links = []
        for one, other in zip(mentions[place:], mentions[place + 1 :], strict=False):
            match = _LIST.fullmatch(message[one.end : other.start])
            if not match:
                break
            links.append(match["link"].casefold())
        closing = max((n for n, link in enumerate(links, 1) if link != ","), default=0)
        denied[place + 1 : place + 1 + closing] = [True] * closing
    return denied
