"""Choose what to calculate for a question and gather its inputs from the facts; nothing is assumed."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from assistant.errors import InputError
from assistant.records import Calculation, Fact, Given, Input, Turn
from assistant.registry import Entry, Registry
from assistant.understanding.choosing.calculators import Choice, choose
from assistant.understanding.choosing.regimens import choose_regimens, find_phrase, list_words
from assistant.understanding.going_on import find_again
from assistant.understanding.patient.allergies import list_named, read_option
from assistant.understanding.patient.conditions import answer_criteria, read_options
from assistant.understanding.patient.medicines import name_medicines
from assistant.understanding.places import read_region
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import AIM, NAMED_CHOICES

SEVERAL = 2
"""Inputs of a calculator from which it is asked for, whatever number stands after its name."""
MOST_AT_ONCE = 3
"""Calculators that are worked out together, such as the versions that bear one name."""
MOST_NAMED = 6
"""Calculators that are worked out together where each is asked for."""
COMMON = frozenset({"age", "sex", "weight", "population"})
"""Facts that are said for many reasons."""
_DOSE_WORDS = r"(?i)\b(?:dos(?:e|es|age|ing)|criteria|start(?:ing)?|infusion|rate|vials?)\b"
_AIM = re.compile(AIM, re.IGNORECASE)
CORRECTED = {
    ("calcium", "albumin"): ("corrected_calcium", "corrected_calcium_conventional"),
    ("sodium", "glucose"): ("corrected_sodium_hillier", "corrected_sodium_katz"),
}
"""What is corrected when both are said: a level, and what it is corrected for."""
_CORRECTED = re.compile(r"\b(?:cor+ect|adjust)", re.IGNORECASE)
CHILD, DRUG = "@child", "@drug"
"""What the table of names and needs can tell of a reading beside its words."""
_ASKED = re.compile(
    r"\d|\?|\b(?:calc|work(?:ing)? out|please|pls|plz|score|give me|how (?:much|many|far|long))", re.IGNORECASE
)
"""Signs that a calculator is asked for: a figure, or such words."""
PUMP = {"dose_rate": "infusion_rate", "rate": "infusion_dose"}
"""What is known of an infusion, and the calculator that gives the other."""


@dataclass(frozen=True)
class Call:
    """One calculator or regimen with what is known for it; `indication` is the phrase that names it in the question. `chosen`: a calculator
    that the question asks for by the table of names and needs."""

    entry: Entry
    given: Mapping[str, Given]
    indication: str | None = None
    chosen: bool = False
    facts: Mapping[str, int] = field(default_factory=dict)

    @property
    def for_whom(self) -> Mapping[str, Given]:
        """What it is given for, without the patient's figures."""
        return {name: given for name, given in self.given.items() if name == "indication"}


def choose_calls(reading: Reading, earlier: Turn | None, registry: Registry) -> tuple[Call, ...]:
    """The calls of a question: calculators it names, the one that waited for this answer, the regimens it means."""
    again = find_again(reading, earlier, registry)
    choice = Choice() if again else choose_calculators(reading, earlier, registry)
    if choice.offered and not choice.run:
        return _run_whole(choice, reading, registry)
    names = (
        again
        or [*choice.run, *choice.offered]
        or [name for name in _by_lexicon(reading, registry) if name not in choice.barred]
    )
    if names:
        before = earlier if earlier and (reading.follow_up or again or not reading.phrases) else None
        named = {**(before.indications if before else {}), **reading.indications}
        entries = [registry.get(name) for name in names[: MOST_NAMED if choice.run else MOST_AT_ONCE]]
        phrases = {
            entry.name: named.get(entry.name) or find_phrase(entry, before.subjects if before else ())
            for entry in entries
        }
        calls = (make_call(entry, reading, phrases[entry.name]) for entry in entries)
        return tuple(replace(call, chosen=bool(choice.run)) for call in calls)
    meant = choose_regimens(reading, earlier, registry)
    return tuple(make_call(entry, reading, indication, earlier) for entry, indication in meant.chosen)


def choose_calculators(reading: Reading, earlier: Turn | None, registry: Registry) -> Choice:
    """What a reading asks for by the table of names and needs. The answer to a question of ours needs nothing by itself, and a name
    beside a drug whose doses are held asks for a calculator with figures, or in so many words."""
    flags = [flag for flag, holds in ((CHILD, reading.population == "child"), (DRUG, bool(reading.drugs))) if holds]
    waits = earlier is not None and bool(earlier.waiting_for) and reading.gives_only
    offered = tuple(offer.name for offer in earlier.answer.offered) if earlier else ()
    choice = choose(reading.question, registry, flags, offered, needs=not waits)
    drugs = tuple(phrase.casefold() for phrase in reading.drugs.values())
    if not drugs or _ASKED.search(reading.question):
        return choice
    run = tuple(
        name for name in choice.run if any(drug in " ".join(registry.get(name).synonyms).casefold() for drug in drugs)
    )
    return replace(choice, run=run)


def offer_calls(reading: Reading, earlier: Turn | None, registry: Registry) -> tuple[Entry, ...]:
    """The calculators that fit a question alike, of which one has to be chosen."""
    choice = choose_calculators(reading, earlier, registry)
    undecided = choice.offered and not choice.run and not _run_whole(choice, reading, registry)
    return tuple(registry.get(name) for name in choice.offered) if undecided else ()


def _run_whole(choice: Choice, reading: Reading, registry: Registry) -> tuple[Call, ...]:
    """The calls of those that fit alike, where all that each of them takes was said: then nothing is guessed."""
    calls = tuple(
        replace(make_call(registry.get(n), reading, None), chosen=True) for n in choice.offered[:MOST_AT_ONCE]
    )
    return calls if len(calls) == len(choice.offered) and all(_is_whole(call) for call in calls) else ()


def _is_whole(call: Call) -> bool:
    try:
        return all(isinstance(outcome, Calculation) for outcome in call.entry.calculate(call.given))
    except InputError:
        return False


def _by_lexicon(reading: Reading, registry: Registry) -> list[str]:
    """The calculators that a message names by their declared names, or asks for by figures, unless a regimen is meant."""
    names = _best_of_one_name(_named(reading, registry), reading, registry) or _by_what_is_given(reading)
    return [] if _of_a_regimen(names, reading, registry) else names


def _of_a_regimen(names: Sequence[str], reading: Reading, registry: Registry) -> bool:
    """Whether calculators are named by no more than a drug and its dose, and a regimen gives that: "apixaban dose in AF"; or by the
    very words of a drug, "maintenance fluid"."""
    phrases = [reading.calculators_by.get(name, "") for name in names]
    own = {phrase.rstrip("s") for phrase in (*reading.drugs.values(), *reading.indications.values())}
    told = {fact.fact for fact in reading.facts} - COMMON
    own_facts = any(told & {item.name for item in registry.get(name).inputs} for name in names)
    if (
        names
        and reading.population in ("adult", "pregnancy")
        and not own_facts
        and all(p.rstrip("s") in own for p in phrases)
    ):
        return True  # a calculator of children is named by words that regimens of adults bear as well
    if not names or not reading.indications.keys() & reading.drugs.keys():
        return False
    drugs = list_words(registry.get(name) for name in reading.drugs)
    return all(phrase and re.sub(_DOSE_WORDS, "", phrase).strip() in drugs for phrase in phrases)


def _named(reading: Reading, registry: Registry) -> list[str]:
    """The calculators that a message names; beside another subject, or where it gives their result, only with figures that
    they alone take ("infusion rate of potassium", "CrCl 40"). What is aimed for or normal is not worked out of nothing, and a
    question whether, when or why gives nothing to work out."""
    said = {fact.fact for fact in reading.facts}
    own = {phrase.lower() for name in reading.calculators for phrase in registry.get(name).synonyms}
    aims = [match.group().lower() for match in _AIM.finditer(reading.question)]
    options = {o.lower() for name in reading.calculators for i in registry.get(name).inputs for o in i.choices or ()}
    rest = re.sub(
        "|".join(map(re.escape, reading.calculators_by.values())) or "$", " ", reading.question, flags=re.IGNORECASE
    )
    foreign = [one for one in name_medicines(rest) if not any(one in option for option in options)]
    other = any(not any(phrase in name for name in own) for phrase in (*reading.phrases, *aims, *foreign))
    asked = [registry.get(name) for name in reading.calculators if not (reading.asks_whether and not said - COMMON)]
    return [entry.name for entry in asked if _is_asked(entry, entry.name in reading.results, other, said)]


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


def name_option(item: Input, question: str) -> str | None:
    """The only drug, fluid, region or kind of patient of a choice that a question names: "oxycodone"."""
    if item.name == "region":
        region = read_region(question)
        return next((option for option in item.choices or () if option.casefold() == region), None)
    if item.name not in NAMED_CHOICES:
        return None
    named = [o for o in item.choices or () if re.search(rf"\b{re.escape(o)}\b", question, re.IGNORECASE)]
    return named[0] if len(named) == 1 else None


def make_call(entry: Entry, reading: Reading, indication: str | None, earlier: Turn | None = None) -> Call:
    """An entry with the facts that fill its inputs, by name, and the options that the question says in words."""
    given: dict[str, Given] = {}
    facts: dict[str, int] = {}
    for item in entry.inputs:
        for index, fact in enumerate(reading.facts):
            if fact.fact == item.name and fact.value is not None and not fact.negated:
                given[item.name] = _given(fact, index, given.get(item.name) if item.kind == "words" else None)
                facts[item.name] = index
        if entry.kind == "calculator" and item.name not in given and (option := name_option(item, reading.question)):
            given[item.name] = Given(text=option, value=option, origin="question")
    if entry.kind == "calculator":
        given |= _read_words(entry, [reading.question], given.keys())
        given |= _read_criteria(entry, reading, given.keys())
    if entry.kind == "regimen":
        texts = [reading.question, *([earlier.answer.standalone_question] if earlier and reading.follow_up else [])]
        given |= _read_words(entry, texts, given.keys())
    if indication and any(item.name == "indication" for item in entry.inputs):
        given["indication"] = Given(text=indication, value=indication, origin="question")
    population = reading.population
    if population and any(item.name == "population" for item in entry.inputs):
        given["population"] = Given(text=population, value=population, origin="question")
    return Call(entry, given, indication, facts=facts)


def _read_criteria(entry: Entry, reading: Reading, known: Iterable[str]) -> dict[str, Given]:
    """The criteria of a calculator that the conditions of the patient answer, and its options that the message says in words."""
    open_items = {item.name: item for item in entry.inputs if item.choices and item.name not in known}
    told = {**answer_criteria(reading.facts), **read_options(reading.question, open_items)}
    return {
        name: Given(text=value, value=value, origin="question")
        for name, value in told.items()
        if name in open_items and value in (open_items[name].choices or ())
    }


def _read_words(entry: Entry, texts: Sequence[str], known: Iterable[str]) -> dict[str, Given]:
    """The options of a regimen's choices that are said in words of its own, and the medicines that it names as taken."""
    found: dict[str, Given] = {}
    for item in entry.inputs:
        if item.name in known or not item.said:
            continue
        if item.kind == "words":
            named = list_named([name for _, names in item.said for name in names], texts[0])
            text = ", ".join(name for name in named if name.casefold() not in list_words([entry])) or None
        else:
            text = next(
                (option for text in texts if (option := read_option(dict(item.said), text, item.choices or ()))), None
            )
        if text:
            found[item.name] = Given(text=text, value=text, origin="question")
    return found


def _given(fact: Fact, index: int, before: Given | None = None) -> Given:
    """A fact as an input; what is said in words goes on after what was said `before`."""
    value = fact.value if fact.value is not None else fact.text
    return Given(
        text=f"{before.text}, {fact.text}" if before else fact.text,
        value=f"{before.value}, {value}" if before else value,
        unit=fact.unit,
        origin=fact.origin,
        fact=index,
    )
