"""An allergy that a person states or denies, and the words of a choice: read from words, never taken from silence."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.records import Fact

ALLERGY = "allergy"
DENIED = "none known"
_WHAT = r"(?P<{}>[a-z][\w-]+(?:(?:,\s*|\s+and\s+|\s*/\s*|\s+)(?!(?:with|who|has|needs?|what|which|how|is|in|on|for|weigh\w*|aged?|dose|can|should|and|gives?|but)\b)[a-z][\w-]+){{0,2}})"
_STATED = re.compile(
    rf"\b(?:allergic to|allerg(?:y|ies)(?:\s+(?:to|is|are)|:)|hypersensitiv\w+ to|(?:previous|past|prior|history of|h/o|hx of|had) anaphylaxis (?:to|with|after))\s+(?:the\s+)?{_WHAT.format('after')}"
    r"|\b(?P<before>[a-z][\w-]+)[\s-]allerg(?:y|ic)(?!\s+(?:to|dose|treatment|management))\b"
    r"|\b(?P<reacted>\w*(?:cillins?|mycins?|floxacins?|sporins?|sulfa|sulpha))[\s-]anaphylaxis\b",
    re.IGNORECASE,
)
_NONE = re.compile(
    r"\bnk(?:d)?a\b|\b(?:no|nil|without|denies(?: any)?) (?:known )?(?:drug )?allerg(?:y|ies)\b|\bnot allergic to (?:anything|any\w*)",
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
        "latex",
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
    ]
)
"""Words before "allergy" that name no drug."""
_SHORT = {
    "pen": "penicillin",
    "pens": "penicillin",
    "cef": "cephalosporin",
    "sulfa": "sulfonamide",
    "sulpha": "sulfonamide",
}
_NO = re.compile(r"\s*[:=]?\s*(?:no|none|absent|negative|nil)\b", re.IGNORECASE)
"""After a word: that it is not so, as a form or a list says it."""
_NOT = re.compile(r"\b(?:no|not|non|without|nil|denies|never|isn't|wasn't|aren't)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)


def read_allergies(message: str) -> Iterator[Fact]:
    """The allergies of a message, each as a fact; what is denied is one that says so."""
    for denied in _NONE.finditer(message):
        yield Fact(fact=ALLERGY, text=denied.group(), span=denied.span(), value=DENIED)
    for stated in _STATED.finditer(message):
        name = stated["after"] or stated["before"] or stated["reacted"]
        if name.casefold() in _NO_DRUG or _NOT.search(message[: stated.start()]):
            continue
        words = " ".join(_SHORT.get(word.casefold(), word) for word in re.split(r"\s+", name))
        yield Fact(fact=ALLERGY, text=stated.group(), span=stated.span(), value=words.casefold())


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
