"""How an entity of a row becomes the text of an input, as a person would write it. Nothing is computed from the label."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from assistant.calculators import Calculator, load
from assistant.records import Calculation, Given
from benchmarks.rows import Entity

Entities = Mapping[str, Entity]
SPELT = {
    "mm Hg": "mmHg",
    "s mm hg": "mmHg",
    "beats per minute": "beats/min",
    "breaths per minute": "breaths/min",
    "degrees celsius": "°C",
    "degrees fahrenheit": "°F",
    "lbs": "lb",
    "mm^3": "/mm3",
    "per day": "",
}
"""The units of the rows that are written another way on the ward."""
CELLS = {"µL": "/µL", "L": "/L"}
"""Of a count of cells "275000 µL" means in a microlitre."""


class Source(Protocol):
    """Where an input comes from."""

    def find(self, entities: Entities) -> str | None:
        """The text of the input; None when the row does not say it."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with the row's unit in the ward's spelling; `unit` for a number that the row leaves without one."""

    entity: str
    unit: str = ""
    is_count: bool = False

    def find(self, entities: Entities) -> str | None:
        value = entities.get(self.entity)
        if value is None:
            return None
        number, unit = value[-2:] if isinstance(value, list) else (value, self.unit)
        spelt = CELLS.get(str(unit)) if self.is_count else None
        return f"{_plain(number)} {spelt or SPELT.get(str(unit), unit)}".strip()


@dataclass(frozen=True, slots=True)
class Word:
    """An option by the row's word; True and False are words too. A word that the table lacks is handed on as it is."""

    entity: str
    options: Mapping[str, str | None]
    at: int = 0

    def find(self, entities: Entities) -> str | None:
        value = entities.get(self.entity)
        if value is None:
            return None
        word = str(value[self.at] if isinstance(value, list) else value)
        return self.options.get(word, word)


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Yes when one of the findings is there, no when all are denied; else the row does not say."""

    findings: tuple[str, ...]

    def find(self, entities: Entities) -> str | None:
        said = [entities.get(finding) for finding in self.findings]
        return "yes" if True in said else None if None in said else "no"


@dataclass(frozen=True, slots=True)
class Threshold:
    """Yes from a number on, below it no."""

    entity: str
    limit: float

    def find(self, entities: Entities) -> str | None:
        value = entities.get(self.entity)
        return None if value is None else "yes" if _number(value) >= self.limit else "no"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, which the rows write with the month first."""

    entity: str

    def find(self, entities: Entities) -> str | None:
        value = entities.get(self.entity)
        if value is None:
            return None
        month, day, year = str(value).split("/")
        return f"{year}-{month:0>2}-{day:0>2}"


@dataclass(frozen=True, slots=True)
class Fixed:
    """Which variant is meant: no finding of the patient."""

    text: str

    def find(self, entities: Entities) -> str | None:
        return self.text


@dataclass(frozen=True, slots=True)
class BodyWater:
    """The kind of patient by age and sex; the labels take 65 years for the beginning of old age."""

    adult: float = 18
    elderly: float = 65
    words: Mapping[str, str] = field(default_factory=lambda: {"Male": "man", "Female": "woman"})

    def find(self, entities: Entities) -> str | None:
        age, sex = entities.get("age"), entities.get("sex")
        if not isinstance(age, list) or sex is None:
            return None
        years = _number(age) if age[-1] == "years" else 0
        if years < self.adult:
            return "child"
        return f"{'elderly' if years >= self.elderly else 'non-elderly'} {self.words[str(sex)]}"


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What another of our calculators makes of the row."""

    calculator: str
    inputs: Mapping[str, Source]

    def find(self, entities: Entities) -> str | None:
        outcome = find_calculator(self.calculator).run(give(write(self.inputs, entities)))
        if not isinstance(outcome, Calculation):
            return None
        return f"{_plain(round(float(outcome.result.value or 0), 2))} {outcome.result.unit}"


def write(inputs: Mapping[str, Source], entities: Entities) -> dict[str, str]:
    """The texts of the inputs that a row says."""
    found = {name: source.find(entities) for name, source in inputs.items()}
    return {name: text for name, text in found.items() if text is not None}


def give(texts: Mapping[str, str]) -> dict[str, Given]:
    """The texts as a person gives them to a calculator."""
    return {name: Given(text=text, value=text, origin="question") for name, text in texts.items()}


def find_calculator(name: str) -> Calculator:
    """A calculator by its name. Raises `StopIteration` when the project has none of that name."""
    return next(calculator for calculator in load() if calculator.name == name)


def _number(value: Entity) -> float:
    return float(value[-2] if isinstance(value, list) else value)


def _plain(number: float | str) -> str:
    """A number as a person writes it: 12300, not 12300.0."""
    text = format(Decimal(str(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
