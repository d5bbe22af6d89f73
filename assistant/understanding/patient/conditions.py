"""The conditions and criteria that a message names: what the patient has, has not, may have, or somebody else has.

`vocabulary/conditions.yaml` holds their names and words, and which inputs of calculators each answers; `options.yaml` the words for
the options of choices. Nothing is taken from silence.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.records import Fact
from assistant.understanding.patient.allergies import DENIED as NO_ALLERGY
from assistant.understanding.patient.allergies import read_allergies
from assistant.understanding.patient.scope import Standing, judge
from assistant.understanding.vocabulary import join_words, read_table
from assistant.understanding.words.phrases import Mention, Phrases, is_pattern, read_apart

NOTHING = "nothing"
_ABSENT = "no "
"""Before the name of a condition in the table of phrases: these words say that it is absent."""
_NOT_HAD = re.compile(
    r"\s*(?:risks?\b(?! (?:of|factors?))|scores?\b|scal(?:e|es|ing)\b|criteria\b|screen(?:ing|s)?\b|clinics?\b|wards?\b|teams?\b|units?\b|nurses?\b|specialists?\b|consultants?\b|pathways?\b|protocols?\b|bundles?\b|"
    r"vaccin\w+|index\b|severity (?:index|score)|calculators?\b|algorithm\b|guidelines?\b|charts?\b|swabs?\b|serology\b|tests?\b|contacts?\b|exposure\b|stag(?:e|ing)\s*\?)",
    re.IGNORECASE,
)
"""After a name: it is no longer the condition, but a score of it, its risk, those who look after it."""
_PREVENTED = re.compile(r"\s*(?:prophylaxis|prevention|proph|ppx)\b", re.IGNORECASE)
_LEAD = re.compile(
    r"(?:\b(?:risk (?:of|for)|prevent(?:ing|s|ion of)?|prophylaxis (?:for|of|against)|avoid(?:ing)?|watch (?:out )?for|monitor(?:ing)? for|look(?:ing)? for|risk factors for|vaccinated against|immune to|screen(?:ed|ing)? for|in case of|to avoid)\s+(?:an? |the )?)$",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"\s*(?:\([^)]*\)|[–-]\s*(?:severe\s+)?(?:anaphyla\w+|angio-?o?edema|rash|hives|urticaria))", re.IGNORECASE
)
_BREAK = re.compile(r"[.;!?\n](?:\s|$)")
_KINDS = {"said": "condition", "denied": "condition", "doubted": "suspected", "of another": "family_history"}


@dataclass(frozen=True, slots=True)
class Condition:
    """One row of the table; the tuples name inputs of calculators."""

    name: str
    words: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    previous: str | None = None
    lasts: bool = False
    becomes: str | None = None
    where: str | None = None
    criteria: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    denies: tuple[str, ...] = ()
    opposite: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    all_denied: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()


@cache
def load_conditions() -> Mapping[str, Condition]:
    """The table, by name, without what stands there to be read as nothing."""
    table: Mapping[str, Mapping[str, Any] | None] = read_table("conditions")
    rows = {name: _make_row(name, row or {}) for name, row in table.items()}
    return {name: row for name, row in rows.items() if name != NOTHING}


def _make_row(name: str, row: Mapping[str, Any]) -> Condition:
    """One row of the table, its lists as tuples."""
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Condition(name, **values)


@cache
def _phrases() -> Phrases:
    rows = load_conditions()
    table: dict[str, tuple[str, ...]] = {name: (name, *row.words) for name, row in rows.items()}
    table[NOTHING] = tuple(read_table("conditions")[NOTHING]["words"])
    table |= {_ABSENT + name: row.absent for name, row in rows.items() if row.absent}
    return Phrases(table, apart=read_apart("conditions"))


def name_condition(name: str) -> str | None:
    """The name under which a condition stands in the table, by any of its words; None where it has no place there."""
    found = _phrases().name(name)
    return None if found is None or found == NOTHING else found.removeprefix(_ABSENT)


def words_of(name: str) -> str:
    """The pattern of the words for a condition, by its name in the table."""
    names = (name, name.removeprefix("previous "))
    rows = [row for key in names if (row := load_conditions().get(key))]
    words = dict.fromkeys([*names, *(word for row in rows for word in row.words)])
    return rf"(?<![\w-])(?:{join_words([word for word in words if len(word) > 2])})(?![\w-])"


def read_conditions(message: str) -> Iterator[Fact]:
    """The conditions of a message, in the order in which they stand, each once."""
    mentions = _phrases().find(message)
    if not mentions:
        return
    allergies = [with_reaction(message, fact.span) for fact in read_allergies(message) if fact.value != NO_ALLERGY]
    rows = load_conditions()
    told: set[tuple[str, str, bool]] = set()
    listed = 0
    for mention, standing in zip(mentions, judge(message, mentions), strict=True):
        row = rows.get(mention.name.removeprefix(_ABSENT))
        among = bool(listed) and not _BREAK.search(message, listed, mention.start)
        listed = mention.end if row and row.lasts else listed if among else 0
        if row is None or any(start < mention.end and mention.start < end for start, end in allergies):
            continue
        absent = mention.name not in rows
        unsaid = ("of another", "doubted") if absent else ("unclear",)
        if standing.kind in unsaid or (not absent and is_another_thing(message, mention, row.lasts)):
            continue
        fact = _make_fact(message, mention, standing, row, absent, among)
        key = (fact.fact, str(fact.value), fact.negated)
        if key not in told:
            told.add(key)
            yield fact


def with_reaction(message: str, span: tuple[int, int]) -> tuple[int, int]:
    """Where an allergy stands, with how it showed itself: "pen allergic (anaphylaxis)"."""
    reaction = _REACTION.match(message, span[1])
    return span[0], reaction.end() if reaction else span[1]


def is_another_thing(message: str, mention: Mention, lasts: bool = False) -> bool:
    """Whether the words around a name make it a risk, a score or, if it is nothing that lasts, a thing to be prevented."""
    after, lead = message[mention.end : mention.end + 30], message[max(0, mention.start - 40) : mention.start]
    return bool(_NOT_HAD.match(after) or _LEAD.search(lead) or (not lasts and _PREVENTED.match(after)))


def _make_fact(message: str, mention: Mention, standing: Standing, row: Condition, absent: bool, among: bool) -> Fact:
    """One mention as a fact; `among` items of the history, the denial of an event denies that it ever was ("AF, HTN, no stroke"),
    where it answers the same as that."""
    name, when = row.name, standing.when
    earlier = load_conditions()[row.previous] if row.previous else None
    ever = among and standing.kind == "denied" and earlier and set(row.all_denied) & set(earlier.all_denied)
    if earlier and ever:
        name = earlier.name
    elif row.becomes and row.where and re.search(row.where, _sentence(message, mention), re.IGNORECASE):
        name = row.becomes
    elif row.previous and standing.is_past:
        name = row.previous
    elif row.lasts and not (when or "").isalpha():
        when = None
    return Fact(
        fact="condition" if absent else _KINDS[standing.kind],
        value=name,
        text=message[mention.start : mention.end],
        span=(mention.start, mention.end),
        negated=(standing.kind == "denied") != absent,
        when=when,
    )


def _sentence(message: str, mention: Mention) -> str:
    start = max((match.end() for match in re.finditer(r"[.;!?\n]\s", message[: mention.start])), default=0)
    end = re.search(r"[.;!?\n](?:\s|$)", message[mention.end :])
    return message[start : mention.end + (end.start() if end else len(message))]


def answer_criteria(facts: Iterable[Fact]) -> dict[str, str]:
    """The yes/no inputs of calculators that the conditions of a message answer; what they answer both ways is left out.

    What lies back counts only where it is part of the history; what is doubted, or said of others, counts not at all.
    """
    rows = load_conditions()
    told = [
        (rows[str(fact.value)], fact.negated)
        for fact in facts
        if fact.fact == "condition" and fact.value in rows and (not fact.when or rows[str(fact.value)].lasts)
    ]
    answers: dict[str, set[str]] = defaultdict(set)
    for row, negated in told:
        for name in row.criteria:
            answers[name].add("no" if negated else "yes")
        for name in row.opposite:
            answers[name].add("yes" if negated else "no")
        for name in row.denies if negated else row.implies:
            answers[name].add("no" if negated else "yes")
        for name in () if negated else row.excludes:
            answers[name].add("no")
    denied = {row.name for row, negated in told if negated}
    for (name, answer), groups in _complete().items():
        if all(group & denied for group in groups):
            answers[name].add(answer)
    return {name: one for name, said in answers.items() if len(said) == 1 for one in said}


@cache
def _complete() -> Mapping[tuple[str, str], tuple[frozenset[str], ...]]:
    """Inputs that are answered once all of several conditions are denied, each with what it then is; of a condition and the same
    in the past one will do."""
    groups: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    earlier = {row.previous: row.name for row in load_conditions().values() if row.previous}
    for row in load_conditions().values():
        for answer, names in (("no", row.all_denied), ("yes", row.none_of)):
            for name in names:
                base = earlier.get(row.name, row.name)
                groups[name, answer][base].add(row.name)
    return {name: tuple(frozenset(one) for one in by_base.values()) for name, by_base in groups.items()}


@cache
def _options() -> Mapping[str, Mapping[str, re.Pattern[str]]]:
    return {
        name: {option: _compile(words) for option, words in options.items()}
        for name, options in read_table("options").items()
    }


def _compile(words: Iterable[str]) -> re.Pattern[str]:
    parts = [
        word[1:-1] if is_pattern(word) else rf"(?<!\w){re.escape(word)}(?!\w)".replace(r"\ ", r"[\s-]+")
        for word in words
    ]
    return re.compile("|".join(sorted(parts, key=len, reverse=True)), re.IGNORECASE)


_DENIED_OPTION = re.compile(
    r"\b(?:no|not|without|denies|never|nor|isn'?t|wasn'?t)\s+(?:an?\s+|any\s+)?$", re.IGNORECASE
)


def read_options(message: str, inputs: Iterable[str]) -> dict[str, str]:
    """The options of choices that a message says in words, of the inputs that are asked for: by the longest phrase, and none
    where two of them are said, or the one is denied."""
    found: dict[str, str] = {}
    for name in inputs:
        said = [
            (match.start(), match.end(), option)
            for option, pattern in _options().get(name, {}).items()
            for match in pattern.finditer(message)
            if not _DENIED_OPTION.search(message[: match.start()])
        ]
        whole = [
            one
            for one in said
            if not any(a <= one[0] and one[1] <= b and (a, b) != (one[0], one[1]) for a, b, _ in said)
        ]
        options = {option for *_, option in whole}
        if len(options) == 1:
            found[name] = options.pop()
    return found
