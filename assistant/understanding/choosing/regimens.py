"""Which regimens a question means: by the drug that it names, what the drug is for, and the route; or which it could mean."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.records import Turn
from assistant.registry import Entry, Registry
from assistant.understanding.lexicon import SITUATION
from assistant.understanding.question import Reading
from assistant.understanding.words.shorthand import expand

DRUG_NAMED, INDICATION_NAMED, ROUTE_NAMED, CARRIED = 3, 2, 1, 1
"""What a regimen's claim on a question weighs."""
MOST_CALLED = 2
"""Regimens that are worked out together where a drug is named: the oral and the intravenous one."""
MOST_BESIDE = 3
"""Regimens that are worked out together where only a disease is named: what is given first, second and third."""
LAST_PLACE = 9
_STEM = 7
"""Letters by which words are compared: "asthmatic" is asthma, and hypercalcaemia no hyperkalaemia."""
_UNTELLING = frozenset(
    word[:_STEM]
    for word in [
        "acute",
        "severe",
        "mild",
        "moderate",
        "serious",
        "major",
        "high",
        "life",
        "threatening",
        "complicated",
        "usual",
        "treatment",
        "prevention",
        "infection",
        "disease",
        "syndrome",
        "bacterial",
        "organisms",
        "with",
        "without",
        "other",
        "than",
        "from",
        "after",
        "patient",
        "start",
        "dose",
        "therapy",
        "drug",
        "level",
    ]
)
"""Words of indications that tell none of them from another."""
_AIM = re.compile(r"\b(?:aim(?:ing|ed)? (?:for|at)|target(?:ing|ed)?|goal)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Meant:
    """The regimens to be worked out, each with the phrase that names its indication; or those of which one has to be chosen."""

    chosen: tuple[tuple[Entry, str | None], ...] = ()
    offered: tuple[Entry, ...] = ()


def choose_regimens(reading: Reading, earlier: Turn | None, registry: Registry) -> Meant:
    """The regimens with the strongest claim: drug, indication and route named, or carried from the turn before."""
    aims = _AIM.search(reading.question) and "dose" not in reading.intents
    if not (reading.drugs or reading.indications) or reading.asks_one_side or aims:
        return Meant()
    entries = [entry for entry in registry.all() if entry.kind == "regimen"]
    phrases = {entry.name: find_indication(entry, reading) for entry in entries}
    named = [entry for entry in entries if entry.name in reading.drugs]
    if not any(phrases[entry.name] for entry in named):
        whole = {entry.drug for entry in entries if entry.name in reading.indications}
        phrases |= {entry.name: _find_by_word(entry, reading) for entry in named if entry.drug not in whole}
    claims = {entry.name: _claim(entry, phrases[entry.name], reading, earlier) for entry in entries}
    best = max(claims.values(), default=0)
    if best < INDICATION_NAMED:
        return Meant()
    chosen = [(entry, phrases[entry.name]) for entry in entries if claims[entry.name] == best]
    by_drug = any(entry.name in reading.drugs for entry, _ in chosen)
    return _by_drug(chosen, reading) if by_drug else _by_indication(chosen)


def find_indication(entry: Entry, reading: Reading) -> str | None:
    """The phrase of a question, of what its levels mean or of the turn before that names what a regimen is for."""
    return find_phrase(entry, (reading.indications.get(entry.name, ""), *reading.subjects))


def _find_by_word(entry: Entry, reading: Reading) -> str | None:
    """The indication of a drug that shares a telling word with the question, where none is named whole: "magnesium asthma"."""
    typed = f"{reading.question} {expand(reading.question)}".casefold()
    happened = {*SITUATION.findall(typed), "revers"}
    own = list_telling(f"{list_words([entry])} {expand(entry.drug)}")
    named = (word for phrase in reading.indications.values() for word in re.findall(r"[a-z]{4,}", phrase.casefold()))
    said = {word.casefold()[:_STEM] for word in (*reading.specifics, *named) if word.casefold() in typed}
    shared: dict[str, tuple[int, int]] = {}
    for phrase in entry.indications:
        if not {*SITUATION.findall(expand(phrase).casefold())} <= happened:
            continue  # what has happened is said, or has not happened
        words = list_telling(phrase) - own
        if words & said:
            shared[phrase] = (len(words & said), -len(words - said))
    return max(shared, key=lambda phrase: shared[phrase], default=None)


def list_telling(phrase: str) -> set[str]:
    """The beginnings of the words of an indication that tell it from another."""
    return {word[:_STEM] for word in re.findall(r"[a-z]{4,}", phrase.casefold())} - _UNTELLING


def find_phrase(entry: Entry, named: Sequence[str]) -> str | None:
    """The first of some words that names what a regimen is for, as the regimen spells it."""
    held = {spelt: phrase for phrase in entry.indications for spelt in (phrase.casefold(), expand(phrase).casefold())}
    return next((held[subject.casefold()] for subject in named if subject.casefold() in held), None)


def _claim(entry: Entry, indication: str | None, reading: Reading, earlier: Turn | None) -> int:
    drug = entry.name in reading.drugs
    named = entry.name in reading.indications
    if not (drug or named) or (not drug and reading.drugs):
        return 0
    carried = (
        earlier is not None
        and reading.follow_up
        and any(_same_drug(entry.drug, subject) for subject in earlier.subjects)
    )
    route = reading.route == entry.route
    known = indication is not None if drug else named
    return DRUG_NAMED * drug + INDICATION_NAMED * known + ROUTE_NAMED * route + CARRIED * carried


def _same_drug(drug: str, subject: str) -> bool:
    return re.search(rf"\b{re.escape(drug.split()[0])}\b", subject, re.IGNORECASE) is not None


def _by_drug(chosen: Sequence[tuple[Entry, str | None]], reading: Reading) -> Meant:
    """One drug by a route or two: those that take most of what was said come first, and of what is for an emergency alone nothing
    is said beside what is not, where no disease was named. The others are offered."""
    said = {fact.fact for fact in reading.facts}
    calm = [one for one in chosen if one[1] or not one[0].is_emergency(None)] or list(chosen)
    ordered = sorted(
        calm,
        key=lambda one: (
            one[0].place(one[1]),
            -len(said & {i.name for i in one[0].inputs}),
            one[0].route != "oral",
            len(one[0].name),
        ),
    )
    rest = [entry for entry, _ in chosen if entry.name not in {one.name for one, _ in calm}]
    if (
        len({entry.drug for entry, _ in ordered}) > 1
    ):  # of several drugs, those that are asked for with the figures they take
        most = max(len(said & {i.name for i in entry.inputs}) for entry, _ in ordered)
        ordered = [one for one in ordered if len(said & {i.name for i in one[0].inputs}) == most]
    drugs = {entry.drug for entry, _ in ordered}
    if len(drugs) > MOST_CALLED:
        return Meant(offered=(*(entry for entry, _ in ordered), *rest))
    return Meant(tuple(ordered[:MOST_CALLED]), (*(entry for entry, _ in ordered[MOST_CALLED:]), *rest))


def _by_indication(chosen: Sequence[tuple[Entry, str | None]]) -> Meant:
    """The drugs of a disease in the order in which they are given; where the sources give none, one of several is asked for."""
    ordered = sorted(chosen, key=lambda one: one[0].place(one[1]))
    placed = [one for one in ordered if one[0].place(one[1]) < LAST_PLACE]
    if placed:
        called = {entry.name for entry, _ in placed[:MOST_BESIDE]}
        rest = tuple(entry for entry, _ in ordered if entry.name not in called)
        return Meant(tuple(placed[:MOST_BESIDE]), rest)
    if len(ordered) <= MOST_CALLED:
        return Meant(tuple(ordered))
    return Meant(offered=tuple(entry for entry, _ in ordered))


def list_words(entries: Iterable[Entry]) -> str:
    """All the words by which entries are named."""
    return " ".join(" ".join((entry.drug, *entry.synonyms)) for entry in entries).casefold()
