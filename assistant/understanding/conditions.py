"""The conditions and criteria that a message names: what the patient has, has not, may have, or somebody else has."""

from collections.abc import Iterator

from assistant.records import Fact


def read_conditions(message: str) -> Iterator[Fact]:
    """The conditions of a message."""
    yield from ()


def name_condition(name: str) -> str | None:
    """The name under which a condition stands in the table, by any of its words; None where it has no place there."""
    return None
