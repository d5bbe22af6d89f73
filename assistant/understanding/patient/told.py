"""What a message tells in words of conditions and medicines, and what of it holds after a turn."""

from assistant.records import Fact
from assistant.understanding.patient.conditions import read_conditions
from assistant.understanding.patient.medicines import read_medicines

WORDS = frozenset({"condition", "suspected", "family_history", "drug"})
"""Facts that are told in words: several of one name hold side by side."""


def read_told(message: str) -> tuple[Fact, ...]:
    """The conditions and medicines of a message, in the order in which they stand."""
    return tuple(sorted((*read_conditions(message), *read_medicines(message)), key=lambda fact: fact.span))


def merge_told(held: tuple[Fact, ...], told: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts that hold with what a message tells: it takes the place of what was told of the same thing."""
    things = {fact.value for fact in told}
    return (*(fact for fact in held if fact.fact not in WORDS or fact.value not in things), *told)
