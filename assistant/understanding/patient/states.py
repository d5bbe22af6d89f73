"""What was said of a patient that statements name as their condition: with or without symptoms, kidneys normal or impaired.

It only orders what is quoted: a statement for the opposite state does not lead. Nobody is told a state that was not said.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from assistant.records import Fact
from assistant.understanding import vocabulary as v


@dataclass(frozen=True, slots=True)
class States:
    """Patterns of how statements name the states that hold (`own`) and their opposites (`other`); "" where none was said."""

    own: str = ""
    other: str = ""


def read_states(facts: Iterable[Fact]) -> States:
    """The states of a patient, each by the last fact that tells it."""
    said = {kind: state for fact in facts for kind, state in _told(fact) if not fact.negated}
    own = [v.STATES[kind][state] for kind, state in said.items()]
    other = [words for kind, state in said.items() for name, words in v.STATES[kind].items() if name != state]
    return States("|".join(own), "|".join(other))


def _told(fact: Fact) -> Iterable[tuple[str, str]]:
    if fact.fact in v.STATES and isinstance(fact.value, str):
        yield fact.fact, fact.value
    elif fact.fact in ("egfr", "crcl") and isinstance(fact.value, float | int):
        low, high = v.KIDNEYS
        if fact.value < low or fact.value >= high:
            yield "kidneys", "impaired" if fact.value < low else "normal"
