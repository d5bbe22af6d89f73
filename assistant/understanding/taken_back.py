"""What a message takes back or puts right of what was said before: "ignore the weight", "28, not 64", "wrong patient's bloods"."""

import re
from collections.abc import Iterator

from assistant.errors import PlumblineError
from assistant.figures.quantities import read as read_quantity
from assistant.records import Fact
from assistant.understanding import vocabulary as v

_CUE = re.compile(
    r"\b(?:ignore|forget|disregard|drop|remove|scrap|strike|scratch|delete|discount|discard|bin|omit|cancel|"
    r"leave (?:it|that|them|those)? ?out|take (?:it|that|them|those)? ?out|(?:can'?t|cannot|shouldn'?t|don'?t|dont|do not) (?:be )?(?:use[d]?|count)|"
    r"clotted|ha?emolysed|contaminated|unreliable|not (?:reliable|valid|usable)|from (?:the )?wrong|wrong (?:patient|chart|person|notes|bloods|label|sample)\w*)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:all (?:of )?(?:those|these|the|that|them)|everything|those (?:numbers|figures|values|bloods|results)|wrong (?:chart|notes|person|patient(?!.s bloods)))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?<![\d.,/])(?P<right>\d+(?:\.\d+)?)\s?(?:[a-zµ/%²]+\s?)?,?\s*(?:and )?not\s+(?P<wrong>\d+(?:\.\d+)?)(?![\d.,/]*\d)",
    re.IGNORECASE,
)
_KEPT = frozenset({"sex", "population", "allergy"})
"""What is not taken back with "all those numbers"."""


def takes_back(question: str) -> bool:
    """Whether a question takes back something that was said: what is "someone else's" is then no new patient."""
    return bool(_CUE.search(question))


def find_taken_back(question: str, held: tuple[Fact, ...]) -> frozenset[str]:
    """The names of the facts that a question takes back."""
    named = {word.lower() for word in re.findall(v.WITHDRAW, question, re.IGNORECASE)}
    names = {fact.fact for fact in held if fact.fact.lower() in named}
    if _CUE.search(question):
        labels = {name: v.FACT_LABELS.get(name, re.escape(name.replace("_", " "))) for name in {f.fact for f in held}}
        said = {n for n, label in labels.items() if re.search(rf"(?<!\w)(?:{label})(?!\w)", question, re.IGNORECASE)}
        numbers = {float(number) for number in re.findall(r"(?<![\d.])\d+(?:\.\d+)?", question)}
        said |= {f.fact for f in held if isinstance(f.value, float | int) and f.value in numbers}
        names |= said
        if not said and _ALL.search(question):
            names |= {fact.fact for fact in held if isinstance(fact.value, float | int) and fact.fact not in _KEPT}
    return frozenset(names)


def read_put_right(question: str, held: tuple[Fact, ...]) -> Iterator[Fact]:
    """Facts put right by their number alone: "28, not 64" after a clearance of 64."""
    for match in _NOT.finditer(question):
        wrong = float(match["wrong"])
        meant = [fact for fact in held if isinstance(fact.value, float | int) and fact.value == wrong]
        if len({fact.fact for fact in meant}) != 1:
            continue
        try:
            value = read_quantity(match["right"]).low
        except PlumblineError:
            continue
        yield Fact(fact=meant[-1].fact, text=match["right"], span=match.span("right"), value=value, unit=meant[-1].unit)
