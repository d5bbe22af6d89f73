"""The situations of a message that call for a banner before its answer: an emergency, special people, a high-alert medicine.

`vocabulary/safety.yaml` holds their words. What is denied, lies back, or is said of somebody else brings nothing.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from assistant.records import Fact
from assistant.understanding.patient.allergies import read_allergies
from assistant.understanding.patient.conditions import is_another_thing, load_conditions, with_reaction
from assistant.understanding.patient.scope import judge
from assistant.understanding.vocabulary import ASKS_DOSE, read_table
from assistant.understanding.words.phrases import Phrases, read_apart

_OVER = "over "
"""Before the name of a situation in the table of phrases: these words say that it is past."""
SUICIDAL = "suicidal patient"
EMERGENCY = "emergency"
"""The situation of a question that is an emergency by what a document says, and is no row of the table."""
_NOTHING, _STUDYING = "nothing", "studying"


@dataclass(frozen=True, slots=True)
class Situation:
    """One row of the table."""

    name: str
    ours: str
    urgent: bool = False
    conditions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    over: tuple[str, ...] = ()
    people: str | None = None
    needs: str | None = None
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dangers:
    """What a message says of situations: those that hold, and those that it names and that do not hold."""

    held: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()


@cache
def load_situations() -> Mapping[str, Situation]:
    """The table, by name, the foremost first."""
    table: Mapping[str, Mapping[str, Any]] = read_table("safety")
    return {name: _make_row(name, row) for name, row in table.items() if name not in (_NOTHING, _STUDYING)}


def _make_row(name: str, row: Mapping[str, Any]) -> Situation:
    values: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
    return Situation(name, **values)


@cache
def _phrases() -> Phrases:
    conditions, raw = load_conditions(), read_table("safety")
    table: dict[str, tuple[str, ...]] = {
        _NOTHING: (*raw[_NOTHING]["words"], *read_table("conditions")[_NOTHING]["words"])
    }
    for name, row in load_situations().items():
        if row.people:
            continue
        named = [word for key in row.conditions for word in (key, *conditions[key].words)]
        table[name] = (*named, *row.words)
        if row.over:
            table[_OVER + name] = row.over
    return Phrases(table, apart=read_apart("conditions"))


@cache
def _words(part: str) -> Phrases:
    return Phrases({part: read_table("safety")[part]["words"]})


@cache
def _unless(name: str) -> Phrases:
    return Phrases({name: load_situations()[name].unless})


def read_dangers(message: str) -> Dangers:
    """The situations that a message names by its words, each held or denied; where it is said both ways, held."""
    mentions = _phrases().find(message)
    if not mentions:
        return Dangers()
    held: set[str] = set()
    denied: set[str] = set()
    situations = load_situations()
    reactions = [(fact.span[1], with_reaction(message, fact.span)[1]) for fact in read_allergies(message)]
    for mention, standing in zip(mentions, judge(message, mentions), strict=True):
        row = situations.get(mention.name)
        if any(start <= mention.start < end for start, end in reactions):
            continue  # how an allergy showed itself: "penicillin allergy (anaphylaxis)"
        if mention.name.startswith(_OVER) and standing.kind == "said":
            denied.add(mention.name.removeprefix(_OVER))
        elif row and _holds(message, row, standing.kind, standing.is_past) and not is_another_thing(message, mention):
            held.add(row.name)
        elif row:
            denied.add(row.name)
    over = {name.removeprefix(_OVER) for name in (m.name for m in mentions) if name.startswith(_OVER)} & denied
    return Dangers(frozenset(held - over), frozenset(denied - (held - over)))


def is_about_something_else(name: str, message: str) -> bool:
    """Whether a message that names a situation is about another thing, as the reversal of the medicine."""
    return bool(load_situations()[name].unless) and bool(_unless(name).find(message))


def _holds(message: str, row: Situation, kind: str, is_past: bool) -> bool:
    """Whether a mention counts: what may be an emergency does, what may be anything else does not."""
    if is_past or is_about_something_else(row.name, message):
        return False
    return kind == "said" or (row.urgent and kind == "doubted")


def read_both(message: str, mended: str) -> Dangers:
    """The situations of a message as it was written and with its spelling mended; what is denied in either is not held."""
    one, other = read_dangers(message), read_dangers(mended)
    denied = one.denied | (other.denied - one.held)
    return Dangers((one.held | other.held) - denied, denied)


def is_studied(message: str) -> bool:
    """Whether a message is of someone who wants to know, not of someone who treats."""
    return bool(_words(_STUDYING).find(message))


def without_suicidal(message: str) -> str:
    """A message without the words of a patient who may take their own life, for who asks how to help them means no harm; as it is
    where a dose is asked for."""
    if re.search(ASKS_DOSE, message, re.IGNORECASE):
        return message
    for mention in reversed(_phrases().find(message)):
        if mention.name == SUICIDAL:
            message = message[: mention.start] + message[mention.end :]
    return message


def holds_of(row: Situation, facts: tuple[Fact, ...], population: str | None) -> bool:
    """Whether what is known of the patient makes a situation: who they are, or a condition that lasts."""
    if row.people:
        return row.people == population
    return not row.urgent and any(
        fact.fact == "condition" and fact.value in row.conditions and not fact.negated for fact in facts
    )
