"""Figures of a question that only one input of the calculator asked for can be: "1 L over 8 hours" for a drop rate."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.composers import replies
from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import Quantity, is_same_kind, read
from assistant.records import Calculation, CalculationInput, Fact, Input, Turn
from assistant.registry import Entry, Registry
from assistant.understanding.choosing.calls import choose_calls, name_option
from assistant.understanding.facts import LEVELS
from assistant.understanding.going_on import list_worked
from assistant.understanding.measured.answered import name_before
from assistant.understanding.measured.doses import OF_ONE_TURN
from assistant.understanding.measured.labels import SHOWN
from assistant.understanding.patient.conditions import answer_criteria, read_options
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import join_words, read_table

_NEVER = frozenset({"weight", "height", "age"})
"""Inputs that are read by themselves, and never by their unit alone."""
_NO_FIGURE = (Kind.NAME, Kind.UNIT, Kind.TEXT, Kind.ORDER)
_REST_DENIED = re.compile(rf"(?<!\w)(?:{join_words(read_table('talk')['rest_denied'])})(?!\w)", re.IGNORECASE)
_GONE = re.compile(r"\b(?:ago|later|old)\b|\bsince\s*$", re.IGNORECASE)


def fill_by_units(reading: Reading, earlier: Turn | None, registry: Registry) -> Reading:
    """The reading with a fact for each figure that, by its unit, can be but one open input of the one calculator that is asked for,
    where no other figure of the question can be that input too."""
    if reading.harm:
        return reading
    called = [call.entry for call in choose_calls(reading, earlier, registry) if call.entry.kind == "calculator"]
    waiting = list_worked(earlier) if earlier and not (called or reading.phrases or reading.new_patient) else ()
    called = called or [entry for name in waiting if (entry := registry.get(name)).kind == "calculator"]
    found = tuple(_tell(called, reading))
    if len(called) == 1:
        found += tuple(_fill(called[0], reading))
    return replace(reading, said=(*reading.said, *found), facts=(*reading.facts, *found)) if found else reading


def _tell(called: Sequence[Entry], reading: Reading) -> Iterator[Fact]:
    """The options that the message says in words for what is asked for: they hold in the turns that follow."""
    known = {fact.fact for fact in reading.said}
    choices = {item.name: item.choices for entry in called for item in entry.inputs if item.choices}
    items = [item for entry in called for item in entry.inputs if item.choices]
    named = {item.name: option for item in items if (option := name_option(item, reading.question))}
    rest = _deny_rest(items, reading) if len(called) == 1 else {}
    for name, option in {**rest, **named, **read_options(reading.question, choices)}.items():
        if name not in known and option in (choices[name] or ()):
            yield Fact(fact=name, text=option, span=(0, 0), value=option)


def _deny_rest(items: Sequence[Input], reading: Reading) -> dict[str, str]:
    """The criteria that a message answers with no beside those that it names: "haemoptysis, otherwise none of them"."""
    if not _REST_DENIED.search(reading.question):
        return {}
    told = {fact.fact for fact in reading.facts if fact.value is not None} | answer_criteria(reading.facts).keys()
    return {item.name: "no" for item in items if item.name not in told and set(item.choices or ()) == {"yes", "no"}}


def say_changed(reading: Reading, earlier: Turn | None, done: Sequence[Calculation]) -> tuple[str, ...]:
    """The notice of what this message, or its form, gives otherwise than was said before, and whether what was `done` depends on it."""
    if earlier is None or reading.new_patient:
        return ()
    before = {f.fact: f.value for f in earlier.facts if isinstance(f.value, float | int) and f.fact not in OF_ONE_TURN}
    now = {f.fact: f.value for f in reading.said if isinstance(f.value, float | int)}
    changed = {name for name, value in now.items() if name in before and before[name] != value}
    went_in = {c.calculator: c.inputs for c in earlier.answer.calculations}
    for one in done:
        old = went_in.get(one.calculator, {})
        changed |= {name for name, given in one.inputs.items() if name in old and _differs(old[name], given)}
    taken = [name for one in done for name in one.inputs if name in changed]
    return replies.name_changes([*dict.fromkeys([*taken, *sorted(changed)])], bool(taken))


def _differs(old: CalculationInput, new: CalculationInput) -> bool:
    return (old.value, old.unit) != (new.value, new.unit)


def _fill(entry: Entry, reading: Reading) -> Iterator[Fact]:
    names = {item.name for item in entry.inputs}
    known = {fact.fact for fact in reading.said if fact.value is not None}
    known_kinds = names | LEVELS | SHOWN  # "creatinine 130" is no sodium
    taken = [fact.span for fact in reading.said if fact.fact in known_kinds]
    taken += [fact.span for fact in reading.outdated]
    free = [
        (figure, quantity)
        for figure in find(reading.question)
        if figure.kind not in _NO_FIGURE
        and not any(start < figure.end and figure.start < end for start, end in taken)
        and not _GONE.search(reading.question[figure.end : figure.end + 8])
        and (quantity := _read(figure)) is not None
    ]
    wanted = [item for item in entry.inputs if item.kind == "number" and item.name not in known | _NEVER]
    for figure, quantity in free:
        named = name_before(reading.question, figure.start, LEVELS)
        fitting = [item for item in wanted if _fits(item, quantity) and (not named or item.name in named)]
        rivals = [other for other, measured in free if other is not figure and fitting and _fits(fitting[0], measured)]
        if len(fitting) == 1 and not rivals:
            yield Fact(
                fact=fitting[0].name,
                text=figure.text,
                span=(figure.start, figure.end),
                value=quantity.low,
                unit=quantity.unit,
            )


def _read(figure: Figure) -> Quantity | None:
    try:
        quantity = read(figure.text)
    except PlumblineError:
        return None
    return quantity if quantity.unit and quantity.is_exact else None


def _fits(item: Input, quantity: Quantity) -> bool:
    """Whether a quantity is of an input's kind: by the units in which people write it."""
    units = item.units or ((item.unit,) if item.unit else ())
    return any(unit == quantity.unit or is_same_kind(quantity.unit, unit, item.analyte) for unit in units)
