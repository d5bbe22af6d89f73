"""What is read of the notes of MedCalc-Bench, against the entities that its people found in them, calculator by calculator.

`python -m evals.reading notes` reads the file that `ASSISTANT_BENCH_DATA` names the folder of; without it there is nothing to
measure, and it says so. The data are never copied into the project.
"""

import hashlib
import json
import os
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import yaml

from assistant.errors import PlumblineError
from assistant.figures.quantities import convert, name_unit
from assistant.records import Fact

FOLDER = "ASSISTANT_BENCH_DATA"
FILE = "medcalc_train.jsonl"
TABLE: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("notes.yaml").read_text(encoding="utf-8")
)
TOLERANCE = 0.01
"""By what share a number may differ from the entity: they are rounded where they were converted."""
ANALYTES = {"total_cholesterol": "cholesterol", "hdl_cholesterol": "cholesterol", "urea_nitrogen": "urea nitrogen"}
"""What is measured under another name than the fact's."""
Verdict = Literal["found", "other", "missed", "spared"]
"""Found; read with another value; not read; and, of a finding that is not there, rightly not read."""
Read = Callable[[str], Sequence[Fact]]


@dataclass(slots=True)
class Tally:
    """How many entities were found, read with another value, missed, and rightly not read."""

    found: int = 0
    other: int = 0
    missed: int = 0
    spared: int = 0

    @property
    def entities(self) -> int:
        """How many there were to be read."""
        return self.found + self.other + self.missed

    def add(self, verdict: Verdict) -> None:
        """Count one entity."""
        setattr(self, verdict, getattr(self, verdict) + 1)


@dataclass(slots=True)
class Measured:
    """The tallies by calculator and by entity, how long a note took in milliseconds, and what was not found."""

    notes: int = 0
    by_calculator: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    by_entity: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    took: list[float] = field(default_factory=list)
    misses: list[tuple[str, str, Any, str]] = field(default_factory=list)

    @property
    def whole(self) -> Tally:
        """All entities together."""
        every = self.by_calculator.values()
        return Tally(*(sum(getattr(one, name) for one in every) for name in ("found", "other", "missed", "spared")))

    @property
    def median(self) -> float:
        """How long the reading of a note took, at the median."""
        return statistics.median(self.took)


def find_notes(folder: str | None = None) -> Path | None:
    """The file of the notes; None where it is not."""
    path = Path(folder or os.environ.get(FOLDER, "")) / FILE
    return path if path.is_file() else None


def is_kept_apart(item: Mapping[str, Any]) -> bool:
    """Whether a note belongs to the half that nothing was mended on, by a hash of its text."""
    return hashlib.sha256(str(item["note"]).encode()).digest()[0] % 2 == 1


def read_items(path: Path, half: Literal["tune", "measure"] | None = None) -> Iterator[Mapping[str, Any]]:
    """The items of the file, or those of one half."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if half is None or is_kept_apart(item) == (half == "measure"):
                yield item


def measure_notes(items: Iterable[Mapping[str, Any]], read: Read) -> Measured:
    """The reading of each note against its entities."""
    measured = Measured()
    for item in items:
        start = time.perf_counter()
        facts = read(item["note"])
        measured.took.append(1000 * (time.perf_counter() - start))
        measured.notes += 1
        for entity, value in item["entities"].items():
            judged = judge(entity, value, facts)
            if judged is None:
                continue
            verdict, was_read = judged
            measured.by_calculator[item["calculator"]].add(verdict)
            measured.by_entity[entity].add(verdict)
            if verdict in ("other", "missed"):
                measured.misses.append((item["id"], entity, value, was_read))
    return measured


def judge(entity: str, value: Any, facts: Sequence[Fact]) -> tuple[Verdict, str] | None:
    """Whether an entity was read, and what was read in its place; None for one that is not counted."""
    if name := TABLE["numbers"].get(entity):
        held = [
            fact for fact in facts if fact.fact == name and isinstance(fact.value, float | int) and not fact.negated
        ]
        return _judge([_is_near(fact, value) for fact in held], held)
    if word := TABLE["words"].get(entity):
        held = [fact for fact in facts if fact.fact == word["fact"] and not fact.negated]
        return _judge([fact.value == word["values"].get(value) for fact in held], held)
    if name := TABLE["days"].get(entity):
        month, day, year = str(value).split("/")
        held = [fact for fact in facts if fact.fact == name]
        return _judge([fact.value == f"{year}-{month:0>2}-{day:0>2}" for fact in held], held)
    names = TABLE["findings"].get(entity)
    if names is None or not isinstance(value, bool):
        return None
    there = [fact for fact in facts if fact.fact == "condition" and not fact.negated and fact.value in names]
    if value:
        return ("found" if there else "missed"), ""
    return ("other" if there else "spared"), ", ".join(fact.text for fact in there)


def _judge(right: Sequence[bool], held: Sequence[Fact]) -> tuple[Verdict, str]:
    said = ", ".join(f"{fact.value} {fact.unit or ''}".strip() for fact in held)
    return ("found" if any(right) else "other" if held else "missed"), said


def _is_near(fact: Fact, value: Any) -> bool:
    """Whether a figure is the entity's, in whichever unit it was written."""
    number, unit = (float(value[0]), str(value[1])) if isinstance(value, list) else (float(value), "")
    unit = TABLE["units"].get(unit, unit)
    read = float(fact.value or 0)
    if any(abs(one - number) <= TOLERANCE * abs(number) for one in _in_thousands(read, unit)):
        if not fact.unit or not unit or _named(fact.unit) == _named(unit):
            return True
        if {fact.unit, unit} <= {"mEq/L", "mmol/L"}:
            return True
    try:
        turned = convert(read, fact.unit or unit, unit, ANALYTES.get(fact.fact, fact.fact))
    except PlumblineError:
        return False
    return abs(turned - number) <= TOLERANCE * abs(number)


def _in_thousands(value: float, unit: str) -> tuple[float, ...]:
    """A number as it stands, and of cells also as the thousands that it may count."""
    return (value, 1000 * value) if unit == "/µL" else (value,)


def _named(unit: str) -> str:
    try:
        return name_unit(unit)
    except PlumblineError:
        return unit
