"""The front matter of a document: who it is for, what it answers, where its review stands."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import CorpusError
from assistant.records import SecondReading, Status, Subject

FENCE = "---"


class FrontMatter(BaseModel):
    """What the head of a document says; closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    title: str = Field(min_length=1)
    subject: Subject = "condition"
    topics: tuple[str, ...] = ()
    population: str
    not_for: str | None = None
    status: Status
    version: str
    last_updated: date
    review_by: date | None = None
    reviewers: tuple[str, ...] = ()
    supersedes: str | None = None
    language: str = "en"
    questions: tuple[str, ...] = ()
    emergencies: tuple[tuple[str, ...], ...] = ()
    banners: dict[str, tuple[str, ...]] = {}
    calculators: tuple[str, ...] = ()
    second_reading: SecondReading | None = None


@dataclass(frozen=True)
class Headed:
    """A text with its front matter taken off. `lines` gives the line of each field; `body_line` that of the body."""

    front: FrontMatter
    lines: dict[str, int]
    body: str
    body_line: int


def has_front_matter(text: str) -> bool:
    """Whether a text begins with front matter."""
    return text.split("\n", 1)[0].rstrip() == FENCE


def read_front_matter(text: str, path: Path) -> Headed:
    """Take the front matter off. Raises `CorpusError` with the line of what is broken."""
    lines = text.split("\n")
    end = next((n for n, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE), None)
    if not has_front_matter(text) or end is None:
        raise CorpusError(path, 1, "front matter: begins and ends with a line of three dashes")
    fields, where = _read_yaml("\n".join(lines[1:end]), path)
    try:
        front = FrontMatter.model_validate(fields)
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0])
        raise CorpusError(path, where.get(name, 1), f"front matter: {name}: {first['msg']}") from error
    return Headed(front, where, "\n".join(lines[end + 1 :]), end + 2)


def _find_date(text: str) -> int:
    """The line of the first date that no calendar has."""
    for number, line in enumerate(text.split("\n"), start=2):
        try:
            yaml.safe_load(line)
        except (yaml.YAMLError, ValueError) as error:
            if not isinstance(error, yaml.YAMLError):
                return number
    return 2


def _read_yaml(text: str, path: Path) -> tuple[dict[str, Any], dict[str, int]]:
    """The fields and the line of each. Raises `CorpusError`."""
    try:
        node = yaml.compose(text, yaml.SafeLoader)
        fields = yaml.safe_load(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = re.sub(r"\s+", " ", str(getattr(error, "problem", None) or error))
        raise CorpusError(path, (mark.line if mark else 0) + 2, f"front matter: {reason}") from error
    except ValueError as error:  # a date that no calendar has
        raise CorpusError(path, _find_date(text), f"front matter: {error}") from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(fields, dict):
        raise CorpusError(path, 2, "front matter: holds fields, each with a name and a value")
    where: dict[str, int] = {}
    for key, _ in node.value:
        line = key.start_mark.line + 2
        if str(key.value) in where:
            raise CorpusError(path, line, f"front matter: {key.value} is given twice")
        where[str(key.value)] = line
    return fields, where
