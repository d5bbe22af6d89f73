"""What a message works out again: it gives what was asked for, changes or takes back a figure, or asks the same of somebody else."""

import re
from collections.abc import Iterable

from assistant.records import Fact, Input, Turn
from assistant.registry import Registry
from assistant.understanding import vocabulary as v
from assistant.understanding.naming import name_levels
from assistant.understanding.patient.conditions import answer_criteria, read_options
from assistant.understanding.patient.told import WORDS
from assistant.understanding.reading import PEOPLE, Reading
from assistant.understanding.taken_back import find_taken_back
from assistant.understanding.words.shorthand import expand

ASKS_ANEW = frozenset({"pearls", "causes", "differs", "checks", "monitoring"})
"""Intents of a message that asks something else, whatever figures it gives."""
ASKS = r"\b(?:which|what (?:is|are|do|does|should|about)|when|who|where|why|how (?:do|often|long))\b"
"""Words of a question of its own."""
EMERGENCIES = frozenset({"hyperkalaemia", "hypoglycaemia"})
"""What a level may be that nothing worked out before goes ahead of."""
RESULTS = {"crcl": "creatinine_clearance", "egfr": "egfr"}
"""Figures that a message may give which are named like the calculators that work them out."""


def find_again(reading: Reading, earlier: Turn | None, registry: Registry) -> list[str]:
    """The names of what was worked out before, or waited for inputs, and is to be worked out again; empty where the message asks
    for something of its own."""
    worked = list_worked(earlier) if earlier else []
    if earlier is None or not worked:
        return []
    said = {fact.fact for fact in reading.said if fact.value is not None and not fact.negated}
    if reading.new_patient:
        same = re.search(v.SAME, reading.question, re.IGNORECASE) or reading.gives_only
        of_the_same = any(_stands_in(phrase, reading.question) for phrase in earlier.indications.values())
        told = (said - PEOPLE) | _told(reading)
        own = _asks_of_its_own(reading, earlier, said, worked, registry)
        return worked if same or (not own and (of_the_same or _takes_any(worked, told, registry))) else []
    said -= {fact.fact for fact in reading.said if fact.fact in PEOPLE and not _is_put_right(fact, earlier)}
    taken = find_taken_back(reading.question, earlier.facts)
    if back := [name for name in worked if taken & _inputs_of(name, registry)]:
        return back
    if _answers(reading, earlier, registry):
        return list(earlier.waiting_for)
    if reading.gives_only or (
        not _asks_of_its_own(reading, earlier, said, worked, registry)
        and _takes_any(worked, said | _told(reading), registry)
    ):
        return _go_on(reading, earlier, said, worked)
    return []


def _is_put_right(fact: Fact, earlier: Turn) -> bool:
    """Whether a fact of people is otherwise than it was said before: "she" alone changes nothing."""
    before = [held.value for held in earlier.facts if held.fact == fact.fact and not held.negated]
    return bool(before) and fact.value not in before


def _answers(reading: Reading, earlier: Turn, registry: Registry) -> bool:
    """Whether a message that asks nothing answers criteria for which a calculator waits: "melaena yes, no syncope"."""
    if "?" in reading.question or re.search(ASKS, reading.question, re.IGNORECASE):
        return False
    fresh = [fact for fact in reading.facts if fact.fact in WORDS and fact.origin == "question"]
    waiting = [entry for name in earlier.waiting_for if (entry := registry.get(name)).kind == "calculator"]
    inputs = {item.name for entry in waiting for item in entry.inputs if item.choices}
    return bool(inputs & {*answer_criteria(fresh), *read_options(reading.question, inputs)})


def _asks_of_its_own(
    reading: Reading, earlier: Turn, said: set[str], worked: Iterable[str], registry: Registry
) -> bool:
    """Whether a message asks for something else than what was worked out: it names a subject which is none of the things that go
    into that, or gives a level that is an emergency of its own, or asks a question."""
    given = tuple(name for fact, name in RESULTS.items() if fact in said)
    own = [name for name in reading.calculators if not name.startswith(given or ("-",)) and name not in worked]
    if _names_its_own(reading, earlier, worked, registry) or own:
        return True
    return reading.intents[0] in ASKS_ANEW or bool(re.search(ASKS, reading.question, re.IGNORECASE))


def _names_its_own(reading: Reading, earlier: Turn, worked: Iterable[str], registry: Registry) -> bool:
    text = f"{reading.question} {expand(reading.question)}".casefold()
    named = {*reading.drugs.values(), *reading.indications.values(), *reading.documents_by}
    spoken = {phrase.casefold() for phrase in named if phrase.casefold() in text}
    inputs = [item for name in worked for item in registry.get(name).inputs]
    taken = " ".join(" ".join((item.name.replace("_", " "), item.label, *(item.choices or ()))) for item in inputs)
    if any(not re.search(rf"\b{re.escape(phrase)}", taken, re.IGNORECASE) for phrase in spoken):
        return True
    if re.search(v.NEW_TOPIC, reading.question, re.IGNORECASE) or _gives_another_level(reading, inputs):
        return True
    return bool(EMERGENCIES & {*name_levels(reading.said)} - {subject.casefold() for subject in earlier.subjects})


def _gives_another_level(reading: Reading, inputs: Iterable[Input]) -> bool:
    """Whether a message asks beside a level that names a disorder, and that nothing worked out before takes: "K 3.1 on it, oral
    replacement?" after furosemide."""
    taken = {item.name for item in inputs}
    beside = [fact for fact in reading.said if fact.fact not in taken]
    return not reading.gives_only and any(name_levels(beside))


def _stands_in(phrase: str, text: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", text, re.IGNORECASE))


def _told(reading: Reading) -> set[str]:
    """The inputs that the conditions of this message answer."""
    return {*answer_criteria([fact for fact in reading.facts if fact.fact in WORDS and fact.origin == "question"])}


def _takes_any(names: Iterable[str], said: set[str], registry: Registry) -> bool:
    return any(said & _inputs_of(name, registry) for name in names)


def _inputs_of(name: str, registry: Registry) -> set[str]:
    return {item.name for item in registry.get(name).inputs}


def list_worked(earlier: Turn) -> list[str]:
    """What was worked out in a turn, or waited there for inputs."""
    worked = [c.calculator for c in earlier.answer.calculations]
    return list(dict.fromkeys([*earlier.waiting_for, *worked, *(m.for_ for m in earlier.answer.missing_inputs)]))


def _go_on(reading: Reading, earlier: Turn, said: set[str], worked: list[str]) -> list[str]:
    """What waited for the facts of a message, or was worked out from what they change."""
    again = [c.calculator for c in earlier.answer.calculations if reading.restated or said & c.inputs.keys()]
    if earlier.waiting_for:
        return list(dict.fromkeys([*again, *earlier.waiting_for]))
    return list(dict.fromkeys(again or ([] if reading.gives_only else worked)))
