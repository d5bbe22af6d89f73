"""Calculators that fit a question alike: which of them is meant, and what a doubted one still has to ask for."""

from collections.abc import Sequence

from assistant.composers import replies
from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.errors import InputError
from assistant.figures import find
from assistant.planning.held import Plan
from assistant.planning.results import Results
from assistant.records import Missing, MissingInput, Offer
from assistant.registry import Entry
from assistant.understanding.choosing.calls import Call


def offer_calculators(entries: Sequence[Entry], material: Material) -> Plan:
    """The plan for a question that several calculators fit: which of them is right is not ours to choose."""
    titles = [replies.plain_title(entry.title) for entry in entries]
    named = "; ".join(title for title in titles if not find(title))
    text = f"Several calculators fit: {named}. Which of them is it about?"
    offered = tuple(Offer(name=entry.name, title=title) for entry, title in zip(entries, titles, strict=True))
    return Plan("clarification", Draft((DraftStatement("bottom_line", text),)), material, offered=offered)


def ask_beside(results: Results, calls: Sequence[Call], asked: Sequence[MissingInput]) -> tuple[MissingInput, ...]:
    """What the calculators of a question ask for, where an input of one cannot be used: `asked` is that input. Each is named."""
    named = {item.for_ for item in asked} | {calculation.calculator for calculation in results.calculations}
    found = [*asked, *(item for item in results.asked if item.for_ not in named)]
    for call in calls:
        if call.entry.kind == "calculator" and call.entry.name not in named | {item.for_ for item in found}:
            found += _ask_again(call)
    return tuple(found)


def _ask_again(call: Call) -> tuple[MissingInput, ...]:
    """What a calculator asks for without the inputs that it cannot use."""
    given = dict(call.given)
    while True:
        try:
            outcomes = call.entry.calculate(given)
        except InputError as error:
            if given.pop(error.name, None) is not None:
                continue
            given, outcomes = {}, call.entry.calculate({})
        return tuple(item for outcome in outcomes if isinstance(outcome, Missing) for item in outcome.inputs)
