"""What a message takes back or puts right of what was said before: "ignore the weight", "28, not 64", "wrong patient's bloods"."""

import re
from collections.abc import Iterable, Iterator, Mapping

from assistant.errors import PlumblineError
from assistant.figures.quantities import read as read_quantity
from assistant.records import Fact
from assistant.understanding import vocabulary as v

_CUE = re.compile(
    r"\b(?:ignore|forget|disregard|drop|remove|scrap|strike|scratch|delete|discount|discard|bin|omit|cancel|"
    r"leave (?:it|that|them|those)? ?out|take (?:it|that|them|those)? ?out|(?:can'?t|cannot|shouldn'?t|don'?t|dont|do not) (?:be )?(?:use[d]?|count)|"
    r"never ?mind|cross (?:it |that |them )?out|don'?t trust|distrust|mislabel\w*|lip(?:a)?emic|spurious|artefact\w*|artifact\w*|nonsense|rubbish|invalid|"
    r"drip arm|not (?:actually )?known|unknown after all|not (?:his|hers|theirs)|wasn'?t (?:his|hers|theirs)|"
    r"(?:is|was|are|were|belongs?|belonged) (?:to |from |for )?(?:someone|somebody|another|a different|the (?:other|next)) ?(?:else|patient|pt|person)?(?:'?s)?|"
    r"clotted|ha?emolysed|contaminated|unreliable|not (?:reliable|valid|usable)|from (?:the )?wrong|wrong (?:patient|chart|person|notes|bloods|label|sample)\w*)\b",
    re.IGNORECASE,
)
_DOUBTED = re.compile(
    r"\b(?:(?:is|was|are|were|belongs? to) (?:bed|bay|room|cubicle|pt|patient) ?\w{1,3}?'?s(?=\W*$| (?:not|bloods|ones?|results?)\b)|"
    r"leave (?:it|that|them|those)(?: off)?(?=\s*(?:[.,;!]|$))|"
    r"(?:is|was|are|were|that'?s|it'?s|they'?re) (?:(?:the|an?|his|her) )?(?:old (?:one|ones|k|bloods|results?|weight|value|level|number|sample)(?!.*\d)|last (?:week|month|year|admission)'?s|yesterday'?s)|"
    r"(?:is|was|are|were|that'?s) (?:all |just |only |probably )?(?:inaccurate|faulty|dodgy|duff|bogus|made up|guess(?:work|ed)|mis(?:read|counted|measured|recorded|labelled)|an? (?:guess|mistake|error|misread|over-?estimate|under-?estimate))|"
    r"cuff (?:was |is )?(?:too )?(?:small|big|large|wrong|off))(?!\w)",
    re.IGNORECASE,
)
"""That a figure is no good, of another time, or somebody else's; said of a new patient too, so that it keeps nobody from being one."""
_RIGHT = re.compile(rf"(?<!\w)(?:{v.join_words(v.read_table('talk')['put_right'])})(?!\w)", re.IGNORECASE)
_ALL = re.compile(
    r"\b(?:all (?:of )?(?:those|these|the|that|them)|everything|those (?:numbers|figures|values|bloods|results)|wrong (?:chart|notes|person|patient(?!.s bloods)))\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?<![\d.,/])(?P<right>\d+(?:\.\d+)?)\s?(?:[a-zµ/%²]+\s?)?,?\s*(?:and )?not\s+(?P<wrong>\d+(?:\.\d+)?)(?![\d.,/]*\d)",
    re.IGNORECASE,
)
_SHOULD = re.compile(
    r"(?<![\d.,/])(?P<wrong>\d+(?:\.\d+)?)\s?(?:[a-zµ/%²]+\s?)?\W*(?:(?:is|was) wrong\W+)?(?:it )?(?:should(?:'ve| have)? (?:be|been|read|say|said)|->|→|=>)\s*"
    r"(?P<right>\d+(?:\.\d+)?)(?![\d.,/]*\d)|"
    r"\bnot\s+(?P<not>\d+(?:\.\d+)?)\s?(?:[a-zµ/%²]+\s?)?,?\W*(?:but|it'?s|it is|rather|is)?\s*(?P<but>\d+(?:\.\d+)?)(?![\d.,/]*\d)",
    re.IGNORECASE,
)
_TOGETHER = [
    (re.compile(rf"(?<!\w)(?:{v.join_words([words])})(?!\w)", re.IGNORECASE), frozenset(of))
    for words, of in v.read_table("talk")["taken_together"].items()
]
_KEPT = frozenset({"sex", "population", "allergy"})
"""What is not taken back with "all those numbers"."""


def takes_back(question: str) -> bool:
    """Whether a question takes back something that was said: what is "someone else's" is then no new patient."""
    return bool(_CUE.search(question))


def find_taken_back(question: str, held: tuple[Fact, ...]) -> frozenset[str]:
    """The names of the facts that a question takes back."""
    named = {word.lower() for word in re.findall(v.WITHDRAW, question, re.IGNORECASE)}
    names = {fact.fact for fact in held if fact.fact.lower() in named}
    if _CUE.search(question) or _DOUBTED.search(question):
        labels = {name: v.FACT_LABELS.get(name, re.escape(name.replace("_", " "))) for name in {f.fact for f in held}}
        said = _named(labels, question)
        said = said or _together(question, labels)
        numbers = {float(number) for number in re.findall(r"(?<![\d.])\d+(?:\.\d+)?", question)}
        said |= {f.fact for f in held if isinstance(f.value, float | int) and f.value in numbers}
        names |= said
        if not said and _ALL.search(question):
            names |= {fact.fact for fact in held if isinstance(fact.value, float | int) and fact.fact not in _KEPT}
    return frozenset(names)


def _together(question: str, names: Iterable[str]) -> set[str]:
    """Of these names those that a question takes back together, or by another word than their own."""
    return {name for words, of in _TOGETHER if words.search(question) for name in names if name in of}


def find_unread(question: str, held: tuple[Fact, ...], said: tuple[Fact, ...]) -> frozenset[str]:
    """The names of the figures that a question puts right by name with a number that is not read: the old one is wrong at any rate."""
    if "?" in question or not _RIGHT.search(question) or not re.search(r"\d", question):
        return frozenset()
    numbers = {fact.fact for fact in held if isinstance(fact.value, float | int)} - {fact.fact for fact in said}
    return frozenset(_named({name: v.FACT_LABELS.get(name, name.replace("_", " ")) for name in numbers}, question))


def _named(labels: Mapping[str, str], question: str) -> set[str]:
    """The names whose labels stand in a question, none within a longer one: "the urine sodium" is no sodium."""
    places = [
        (match.start(), match.end(), name)
        for name, label in labels.items()
        for match in re.finditer(rf"(?<!\w)(?:{label})(?!\w)", question, re.IGNORECASE)
    ]
    return {name for a, b, name in places if not any(c <= a and b <= d and (c, d) != (a, b) for c, d, _ in places)}


def read_put_right(question: str, held: tuple[Fact, ...]) -> Iterator[Fact]:
    """Facts put right by their number alone: "28, not 64" after a clearance of 64."""
    for right, wrong in _list_pairs(question):
        meant = [fact for fact in held if isinstance(fact.value, float | int) and fact.value == wrong]
        if len({fact.fact for fact in meant}) != 1:
            continue
        try:
            value = read_quantity(question[slice(*right)]).low
        except PlumblineError:
            continue
        yield Fact(fact=meant[-1].fact, text=question[slice(*right)], span=right, value=value, unit=meant[-1].unit)


def _list_pairs(question: str) -> Iterator[tuple[tuple[int, int], float]]:
    """Where a number stands that is right, with the one that was wrong: "28, not 64", "64 should be 28", "not 64 but 28"."""
    for match in _NOT.finditer(question):
        yield match.span("right"), float(match["wrong"])
    for match in _SHOULD.finditer(question):
        right, wrong = ("right", "wrong") if match["right"] else ("but", "not")
        yield match.span(right), float(match[wrong])
