"""An allergy that a person states or denies, and the words of a choice: read from words, never taken from silence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from assistant.records import Fact
from assistant.understanding.patient.medicine_names import find_medicines
from assistant.understanding.vocabulary import read_table
from assistant.understanding.words.phrases import Mention, Phrases

ALLERGY = "allergy"
DENIED = "none known"
_LEAD = re.compile(
    r"(?:\b(?:allergic to|allerg(?:y|ies)\s+(?:to|is|are|include)|hypersensitiv\w+ to)"
    r"|(?:^|(?<=[.;,\n(]\s)|(?<=[.;,\n(])|(?<=drug )|(?<=known ))(?:allerg(?:y|ies)\s*[:=–-]|allerg(?:ies|ic)\b))"
    r"\s*(?:(?:the|all|both|oral|iv)\s+)*(?=\w)",
    re.IGNORECASE,
)
"""Before what a person is allergic to."""
_UNKNOWN = re.compile(
    r"[a-z][\w-]+(?:(?:,\s*|\s+and\s+|\s*/\s*|\s+)(?!(?:with|who|has|needs?|what|which|how|is|in|on|for|weigh\w*|aged?|dose|can|should|and|gives?|but)\b)[a-z][\w-]+){0,2}",
    re.IGNORECASE,
)
"""What is named after "allergic to" and stands in no table."""
_NO_LIST = re.compile(r"(?:nil|none|no(?!\w)|nk(?:d)?a|not known|unknown|status)\b", re.IGNORECASE)
_BEFORE = re.compile(r"[\s-]+allerg(?:y|ic)\b(?!\s+(?:to|dose|treatment|management))", re.IGNORECASE)
_ANY_BEFORE = re.compile(
    r"\b(?P<name>[a-z][\w-]+)[\s-]allerg(?:y|ic)(?!\s+(?:to|dose|treatment|management))\b", re.IGNORECASE
)
_REACTION = r"(?:anaphyla\w+|rash(?:es)?\b|hives|urticari\w+|angio-?o?edema|sjs\b|stevens.johnson|reaction\b|reacted\b)"
_REACTED_TO = re.compile(
    rf"{_REACTION}\s+(?:with|to|after|from|on|w/?|due to|following)\s+(?:(?:previous|oral|iv|an?|the|her|his|last|first|dose|course|of|\d+|days?)\s+)*$",
    re.IGNORECASE,
)
_MADE = re.compile(
    rf"\s*(?:(?:→|->|=>|[=:–-]|gives?|gave|causes|caused|brought(?: (?:him|her))? out in|makes)\s*(?:him|her|them)?)?\s*\(?(?:(?:an?|bad|severe|widespread|itchy|mild|nasty)\s+)*{_REACTION}",
    re.IGNORECASE,
)
"""After a medicine: what it made."""
_ASIDE = re.compile(r"\s*(?:\([^)]*\)|(?:→|->|=>|[=–-])\s*(?:an? )?(?:severe |bad |mild )?[a-z]+)", re.IGNORECASE)
_ASIDE_MILD = re.compile(
    r"\s*(?:\((?:[^)]*\b)?(?:rash|hives|urticaria|itch\w*|swelling)\b[^)]*\)|(?:→|->|[=:,–-])?\s*(?:an? )?(?:mild |childhood |bad )?(?:rash|hives|urticaria)\b)",
    re.IGNORECASE,
)
_NEXT = re.compile(r"\s*(?:,\s*(?:and\s+)?|;|/|&|\+|\band\b|\bor\b)\s*", re.IGNORECASE)
_NEAR = 100
"""Characters before a name in which its own words stand."""
_ONCE = re.compile(
    r"\b(?:prev(?:ious(?:ly)?)?|past|hx|history|h/o|ago|last (?:year|month|time)|(?:19|20)\d\d|child(?:hood)?|once|known|had)\b",
    re.IGNORECASE,
)
_ACUTE = re.compile(r"anaphyla|angio", re.IGNORECASE)
_TREATS = frozenset(
    [
        "adrenaline",
        "chlorphenamine",
        "hydrocortisone",
        "prednisolone",
        "cetirizine",
        "loratadine",
        "fexofenadine",
        "salbutamol",
        "glucagon",
        "dexamethasone",
        "methylprednisolone",
        "icatibant",
        "ranitidine",
        "noradrenaline",
        "insulin",
        "betamethasone",
        "clobetasone",
    ]
)
"""What is given for a reaction, and seldom made it."""
_NONE = re.compile(
    r"\bnk(?:d)?a\b|\b(?:no|nil|without|denies(?: any)?) (?:known )?(?:drug )?allerg(?:y|ies)\b|\bnot allergic to (?:anything|any\w*)"
    r"|\ballerg(?:y|ies)\s*[:=–-]?\s*(?:nil|none|no\b(?! \w)|nk(?:d)?a)\b",
    re.IGNORECASE,
)
_NO_DRUG = frozenset(
    [
        "severe",
        "serious",
        "known",
        "drug",
        "food",
        "nut",
        "peanut",
        "egg",
        "pollen",
        "seasonal",
        "any",
        "no",
        "mild",
        "bad",
        "acute",
        "suspected",
        "treat",
        "treating",
        "biphasic",
        "for",
        "of",
        "in",
        "the",
        "with",
        "and",
        "an",
        "a",
        "child",
        "adult",
        "pt",
        "patient",
        "his",
        "her",
        "is",
        "are",
        "was",
        "if",
    ]
)
"""Words before "allergy" that name no drug."""
_SPOKEN = re.compile(rf"allerg|hypersens|\bnk(?:d)?a\b|{_REACTION}", re.IGNORECASE)
_NO = re.compile(r"\s*[:=]?\s*(?:no|none|absent|negative|nil)\b", re.IGNORECASE)
"""After a word: that it is not so, as a form or a list says it."""
_NOT = re.compile(r"\b(?:no|not|non|without|nil|denies|never|isn't|wasn't|aren't)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)


@cache
def _allergens() -> Phrases:
    return Phrases({name: (name, *words) for name, words in read_table("allergens").items()}, strict=True)


def read_allergies(message: str) -> Iterator[Fact]:
    """The allergies of a message, each as a fact; what is denied is one that says so. A medicine bears its first name."""
    if not _SPOKEN.search(message):
        return
    taken: list[tuple[int, int]] = []
    told: set[str] = set()
    for denied in _NONE.finditer(message):
        taken.append(denied.span())
        yield Fact(fact=ALLERGY, text=denied.group(), span=denied.span(), value=DENIED)
    for start, end, name in sorted(_list_stated(message), key=lambda one: (one[0], -one[1])):
        if name in told or any(a < end and start < b for a, b in taken):
            continue
        told.add(name)
        taken.append((start, end))
        yield Fact(fact=ALLERGY, text=message[start:end], span=(start, end), value=name)


def _list_stated(message: str) -> Iterator[tuple[int, int, str]]:
    """What is said to be an allergy: where it stands and its name."""
    allergens = [one for one in _allergens().find(message) if not _is_denied(message, one.start)]
    medicines = find_medicines(message)
    allergens = [one for one in allergens if not any(a.start <= one.start and one.end <= a.end for a in medicines)]
    known = {one.start: one for one in (*allergens, *medicines)}
    for lead in _LEAD.finditer(message):
        if not _is_denied(message, lead.start()):
            yield from _list_after(message, lead, known)
    for one in known.values():
        found = _BEFORE.match(message, one.end)
        said = message[one.start : one.end].casefold()
        if found and said not in _NO_DRUG and not _is_denied(message, one.start):
            aside = _ASIDE_MILD.match(message, found.end())
            yield one.start, (aside or found).end(), one.name
    for stated in _ANY_BEFORE.finditer(message):
        if stated["name"].casefold() not in _NO_DRUG and not _is_denied(message, stated.start()):
            yield *stated.span(), stated["name"].casefold()
    for one in known.values():
        if one.name not in _TREATS:
            yield from _list_reacted(message, one)


def _list_after(message: str, lead: re.Match[str], known: Mapping[int, Mention]) -> Iterator[tuple[int, int, str]]:
    """The items of a list after "allergic to": the first by any name, the others by those that are known."""
    start, place = lead.start(), lead.end()
    if _NO_LIST.match(message, place):
        return
    if place not in known:
        says_to = re.search(r"\b(?:to|is|are|include)\b|[:=]", lead.group(), re.IGNORECASE)
        other = _UNKNOWN.match(message, place) if says_to else None
        if other and other.group().split()[0].casefold() not in _NO_DRUG:
            yield start, other.end(), other.group().casefold()
        return
    while place in known:
        one = known[place]
        aside = _ASIDE.match(message, one.end)
        end = aside.end() if aside else one.end
        yield start, end, one.name
        link = _NEXT.match(message, end)
        if not link:
            return
        start = place = link.end()


def _list_reacted(message: str, one: Mention) -> Iterator[tuple[int, int, str]]:
    """A medicine beside the reaction that it made. What is acute and not said to lie back stays to be asked about."""
    lead = message[max(0, one.start - _NEAR) : one.start]
    before, after = _REACTED_TO.search(lead), _MADE.match(message, one.end)
    start, end = one.start, one.end
    if before and not _NOT.search(lead[: before.start()]):
        start = one.start - len(lead) + before.start()
    elif after and not re.search(r"\b(?:can|does|do|could|will|may)\s+$", lead, re.IGNORECASE):
        end = after.end()
    else:
        return
    if before and _ACUTE.search(message[start:end]) and not _ONCE.search(message[max(0, start - 25) : end + 25]):
        start, end = one.start, one.end
    yield start, end, one.name


def _is_denied(message: str, start: int) -> bool:
    """Whether the words right before a place deny what follows."""
    return bool(_NOT.search(message[max(0, start - _NEAR) : start]))


def without_allergies(message: str) -> str:
    """The message without what it says of allergies: a drug that is named there is not asked for."""
    for fact in sorted(read_allergies(message), key=lambda one: -one.span[0]):
        start, end = fact.span
        message = f"{message[:start]} {message[end:]}"
    return message


def read_option(said: Mapping[str, Sequence[str]], text: str, options: Sequence[str] = ()) -> str | None:
    """The option of a choice that a text says: by the longest phrase, and the only other one where that is denied."""
    found = [
        (len(phrase), match.start(), option, bool(_NOT.search(text[: match.start()]) or _NO.match(text[match.end() :])))
        for option, phrases in said.items()
        for phrase in phrases
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE)
    ]
    if not found:
        return None
    longest = max(size for size, *_ in found)
    _, _, option, denied = next(one for one in found if one[0] == longest)
    others = [name for name in options or tuple(said) if name != option]
    if denied:
        return others[0] if len(others) == 1 and others[0] in said else None
    return option


def list_named(names: Sequence[str], text: str) -> list[str]:
    """The names that a text says and does not deny."""
    found = []
    for name in names:
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?:s|es)?(?!\w)", text, re.IGNORECASE):
            if not _NOT.search(text[: match.start()]):
                found.append(name)
                break
    return found
