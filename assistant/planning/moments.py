"""What is told of figures that a message gives for several moments, or twice without any: figure-free."""

from collections.abc import Iterable

from assistant.figures import find
from assistant.understanding.question import Reading

_SPOKEN = {
    "systolic": "blood pressure",
    "diastolic": "blood pressure",
    "urea_nitrogen": "urea",
    "arterial_ph": "pH",
    "paco2": "carbon dioxide",
    "pao2": "oxygen",
    "fio2": "inspired oxygen",
    "hba1c": "glycated haemoglobin",
}
"""How a fact is called where its name is not what a person says."""


def say_moments(reading: Reading) -> tuple[str, ...]:
    """That the latest of several figures was taken, that only an outdated one was given, and what was given twice."""
    now = {fact.fact for fact in reading.said if fact.value is not None}
    followed = _names(fact.fact for fact in reading.outdated if fact.fact in now)
    alone = _names(fact.fact for fact in reading.outdated if fact.fact not in now and fact.fact not in reading.unclear)
    twice = _names(reading.unclear)
    notices = (
        f"Of several figures the latest was taken: {followed}. The earlier ones are shown, and nothing was worked out with them.",
        f"Only an earlier figure was given, and nothing was worked out with it: {alone}. How is it now?",
        f"Different figures were given and nothing says which holds, so none was read: {twice}. Which is it?",
    )
    return tuple(notice for notice, names in zip(notices, (followed, alone, twice), strict=True) if names)


def _names(facts: Iterable[str]) -> str:
    """The things in words; one whose name holds a figure goes unnamed."""
    spoken = dict.fromkeys(_SPOKEN.get(name, name.replace("_", " ")) for name in facts)
    return ", ".join(name if not find(name) else "a level" for name in spoken)
