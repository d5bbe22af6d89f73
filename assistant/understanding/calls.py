"""Choose what to calculate for a question and gather its inputs from the facts; nothing is assumed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.records import Fact, Given, Input, Turn
from assistant.registry import Entry, Registry
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import AIM, NAMED_CHOICES

DRUG_NAMED, INDICATION_NAMED, ROUTE_NAMED, CARRIED = 3, 2, 1, 1
"""What a regimen's claim on a question weighs."""
SEVERAL = 2
"""Inputs of a calculator from which it is asked for, whatever number stands after its name."""
MOST_AT_ONCE = 3
"""Calculators that are worked out together, such as the versions that bear one name."""
COMMON = frozenset({"age", "sex", "weight", "population"})
"""Facts that are said for many reasons."""
_AIM = re.compile(AIM, re.IGNORECASE)
CORRECTED = {
    ("calcium", "albumin"): ("corrected_calcium", "corrected_calcium_conventional"),
    ("sodium", "glucose"): ("corrected_sodium_hillier", "corrected_sodium_katz"),
}
"""What is corrected when both are said: a level, and what it is corrected for."""
_CORRECTED = re.compile(r"\b(?:cor+ect|adjust)", re.IGNORECASE)
PUMP = {"dose_rate": "infusion_rate", "rate": "infusion_dose"}
"""What is known of an infusion, and the calculator that gives the other."""


@dataclass(frozen=True)
class Call:
    """One calculator or regimen with what is known for it; `indication` is the phrase that names it in the question."""

    entry: Entry
    given: Mapping[str, Given]
    indication: str | None = None
    asked: bool = True
    facts: Mapping[str, int] = field(default_factory=dict)


def choose_calls(reading: Reading, earlier: Turn | None, registry: Registry) -> tuple[Call, ...]:
    """The calls of a question: calculators it names, the one that waited for this answer, the regimens it means."""
    names = _best_of_one_name(_named(reading, registry), reading, registry) or _by_what_is_given(reading)
    if not names and earlier is not None and reading.gives_only:
        names = _goes_on(reading, earlier)
    if names:
        named = {**(earlier.indications if earlier and reading.follow_up else {}), **reading.indications}
        return tuple(_call(registry.get(name), reading, named.get(name)) for name in names[:MOST_AT_ONCE])
    return tuple(_call(entry, reading, indication) for entry, indication in _regimens(reading, earlier, registry))


def _named(reading: Reading, registry: Registry) -> list[str]:
    """The calculators that a message names; beside another subject, or where it gives their result, only with figures that
    they alone take ("infusion rate of potassium", "CrCl 40"). What is aimed for or normal is not worked out of nothing."""
    said = {fact.fact for fact in reading.facts}
    own = {phrase.lower() for name in reading.calculators for phrase in registry.get(name).synonyms}
    aims = [match.group().lower() for match in _AIM.finditer(reading.question)]
    other = any(not any(phrase in name for name in own) for phrase in (*reading.phrases, *aims))
    return [name for name in reading.calculators if _is_asked(registry.get(name), name in reading.results, other, said)]


def _best_of_one_name(names: Sequence[str], reading: Reading, registry: Registry) -> list[str]:
    """Of calculators that share a word by which they are asked for, those that take most of what was said: an aPTT is for the
    adjustment of heparin, not for its start."""
    said = {fact.fact for fact in reading.facts} - COMMON
    taken = {name: len(said & {item.name for item in registry.get(name).inputs}) for name in names}
    words = {name: {phrase.lower() for phrase in registry.get(name).synonyms} for name in names}
    return [
        name for name in names if not any(words[name] & words[other] and taken[other] > taken[name] for other in names)
    ]


def _is_asked(entry: Entry, is_given: bool, other: bool, said: set[str]) -> bool:
    """Whether a calculator is asked for: by its name alone, or beside other things by figures that it takes."""
    own = (said - COMMON) & {item.name for item in entry.inputs}
    if is_given and len(own) < SEVERAL:  # "CURB65 78 confused, urea 9, RR 32" gives no score of seventy-eight
        return {item.name for item in entry.inputs if item.required} <= said
    return not other or bool(own)


def _by_what_is_given(reading: Reading) -> list[str]:
    """The calculator that a message asks for by its figures alone: a pump rate from a dose rate, or the reverse."""
    said = {fact.fact for fact in reading.said if fact.value is not None}
    if _CORRECTED.search(reading.question):
        return [name for needed, names in CORRECTED.items() if set(needed) <= said for name in names]
    if "concentration" not in said:
        return []
    return [name for fact, name in PUMP.items() if fact in said and not said & (PUMP.keys() - {fact})]


def _goes_on(reading: Reading, earlier: Turn) -> list[str]:
    """What waited for the facts of a message, or was worked out from what they change."""
    if earlier.waiting_for:
        return list(earlier.waiting_for)
    said = {fact.fact for fact in reading.said}
    return list(dict.fromkeys(c.calculator for c in earlier.answer.calculations if said & c.inputs.keys()))


def _regimens(reading: Reading, earlier: Turn | None, registry: Registry) -> list[tuple[Entry, str | None]]:
    """The regimens with the strongest claim: drug, indication and route named, or carried from the turn before."""
    if not (reading.drugs or reading.indications) or reading.asks_one_side:
        return []
    claims = {entry.name: _claim(entry, reading, earlier) for entry in registry.all() if entry.kind == "regimen"}
    best = max(claims.values(), default=0)
    if best < INDICATION_NAMED:
        return []
    chosen = [registry.get(name) for name, claim in claims.items() if claim == best]
    return [(entry, reading.indications.get(entry.name)) for entry in chosen[:2]]


def _claim(entry: Entry, reading: Reading, earlier: Turn | None) -> int:
    drug = entry.name in reading.drugs
    indication = entry.name in reading.indications
    if not (drug or indication):
        return 0
    carried = (
        earlier is not None
        and reading.follow_up
        and any(_same_drug(entry.drug, subject) for subject in earlier.subjects)
    )
    if not drug and reading.drugs:
        return 0
    route = reading.route == entry.route
    return DRUG_NAMED * drug + INDICATION_NAMED * indication + ROUTE_NAMED * route + CARRIED * carried


def _same_drug(drug: str, subject: str) -> bool:
    return drug.split()[0].lower() in subject.lower()


def _option(item: Input, question: str) -> str | None:
    """The only drug, fluid or kind of patient of a choice that a question names: "oxycodone"."""
    if item.name not in NAMED_CHOICES:
        return None
    named = [o for o in item.choices or () if re.search(rf"\b{re.escape(o)}\b", question, re.IGNORECASE)]
    return named[0] if len(named) == 1 else None


def _call(entry: Entry, reading: Reading, indication: str | None) -> Call:
    """An entry with the facts that fill its inputs, by name; a bare number fills the only number that is missing."""
    given: dict[str, Given] = {}
    facts: dict[str, int] = {}
    for item in entry.inputs:
        for index, fact in enumerate(reading.facts):
            if fact.fact == item.name and fact.value is not None and not fact.negated:
                given[item.name] = _given(fact, index)
                facts[item.name] = index
        if entry.kind == "calculator" and item.name not in given and (option := _option(item, reading.question)):
            given[item.name] = Given(text=option, value=option, origin="question")
    if indication and any(item.name == "indication" for item in entry.inputs):
        given["indication"] = Given(text=indication, value=indication, origin="question")
    population = reading.population
    if population and any(item.name == "population" for item in entry.inputs):
        given["population"] = Given(text=population, value=population, origin="question")
    return Call(entry, given, indication, facts=facts)


def _given(fact: Fact, index: int) -> Given:
    return Given(
        text=fact.text,
        value=fact.value if fact.value is not None else fact.text,
        unit=fact.unit,
        origin=fact.origin,
        fact=index,
    )
