"""A calculation that a model asks for: its inputs are the clinician's own, or it is not made."""

from dataclasses import dataclass

from assistant.composers.chat import Call
from assistant.drafting.briefing import Ward, figures_of
from assistant.errors import InputError
from assistant.figures import Ledger
from assistant.figures.ledger import HANDLE
from assistant.figures.naming import plain_name
from assistant.records import Calculation, Fact, Given, Missing


@dataclass(frozen=True)
class Called:
    """What a call gave: a calculation, what is missing for it, or why it was not made."""

    calculations: tuple[Calculation, ...] = ()
    missing: Missing | None = None
    fault: str = ""


def run_call(call: Call, ward: Ward, ledger: Ledger, region: str | None) -> Called:
    """Make the calculation, from facts alone."""
    entry = next((e for e in ward.registry.all() if call.name in (e.name, plain_name(e.name))), None)
    if entry is None:
        return Called(fault="unknown calculator")
    known = {item.name for item in entry.inputs}
    by_plain_name = {plain_name(name): name for name in known}
    given = {f.fact: _give(n, f) for n, f in figures_of(ward.reading.facts) if f.fact in known}
    for read, text in call.inputs.items():
        name = by_plain_name.get(read, read)
        fact = _find_fact(text, ward, ledger)
        if name not in known:
            return Called(fault="unknown input")
        if fact is None:
            return Called(fault="input not the clinician's own")
        if name in given and given[name].fact != fact[0]:
            return Called(fault="input taken for another")
        given[name] = _give(*fact)
    try:
        outcomes = entry.calculate(given, region)
    except InputError:
        return Called(fault="input cannot be used")
    made = tuple(outcome for outcome in outcomes if isinstance(outcome, Calculation))
    return Called(made, next((outcome for outcome in outcomes if isinstance(outcome, Missing)), None))


def _find_fact(text: str, ward: Ward, ledger: Ledger) -> tuple[int, Fact] | None:
    """The fact that a handle or a word of the clinician stands for."""
    match = HANDLE.fullmatch(text.strip())
    if match:
        entry = ledger.entry(match.group(1))
        if entry is None or entry.origin.kind != "question":
            return None
        number = int(entry.origin.key)
        return number, ward.reading.facts[number]
    words = text.strip().lower()
    return next(
        ((n, f) for n, f in figures_of(ward.reading.facts) if words in (str(f.value).lower(), f.text.lower())), None
    )


def _give(number: int, fact: Fact) -> Given:
    value = fact.value if fact.value is not None else fact.text
    return Given(text=fact.text, value=value, unit=fact.unit, origin=fact.origin, fact=number)
