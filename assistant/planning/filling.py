"""Figures of a question that only one input of the calculator asked for can be: "1 L over 8 hours" for a drop rate."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from assistant.composers import replies
from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import Quantity, is_same_kind, read
from assistant.records import Fact, Input, Turn
from assistant.registry import Entry, Registry
from assistant.understanding.choosing.calls import choose_calls, name_option
from assistant.understanding.going_on import list_worked
from assistant.understanding.measured.doses import OF_ONE_TURN
from assistant.understanding.measured.labels import SHOWN
from assistant.understanding.patient.conditions import read_options
from assistant.understanding.question import Reading

_NEVER = frozenset({"weight", "height", "age"})
"""Inputs that are read by themselves, and never by their unit alone."""
_NO_FIGURE = (Kind.NAME, Kind.UNIT, Kind.TEXT, Kind.ORDER)
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


def _tell(called: Iterable[Entry], reading: Reading) -> Iterator[Fact]:
    """The options that the message says in words for what is asked for: they hold in the turns that follow."""
    known = {fact.fact for fact in reading.said}
    choices = {item.name: item.choices for entry in called for item in entry.inputs if item.choices}
    items = [item for entry in called for item in entry.inputs if item.choices]
    named = {item.name: option for item in items if (option := name_option(item, reading.question))}
    for name, option in {**named, **read_options(reading.question, choices)}.items():
        if name not in known and option in (choices[name] or ()):
            yield Fact(fact=name, text=option, span=(0, 0), value=option)


def say_changed(reading: Reading, earlier: Turn | None, again: bool) -> tuple[str, ...]:
    """The notice of the figures that this message gives otherwise than was said before."""
    if earlier is None or reading.new_patient:
        return ()
    before = {f.fact: f.value for f in earlier.facts if isinstance(f.value, float | int) and f.fact not in OF_ONE_TURN}
    now = {f.fact: f.value for f in reading.said if isinstance(f.value, float | int)}
    return replies.name_changes(
        [name for name, value in now.items() if name in before and before[name] != value], again
    )


def _fill(entry: Entry, reading: Reading) -> Iterator[Fact]:
    names = {item.name for item in entry.inputs}
    known = {fact.fact for fact in reading.said if fact.value is not None}
    taken = [fact.span for fact in reading.said if fact.fact in names or fact.fact in SHOWN]
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
        fitting = [item for item in wanted if _fits(item, quantity)]
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
