"""Cases: a question or dialogue with what is expected of each answer, read from YAML."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import PlumblineError

QUESTIONS = Path(__file__).parent / "questions"


class CaseError(PlumblineError):
    """A case file cannot be read; names the file and the field."""


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExpectedCalculation(_Closed):
    """A calculation with its value (or low and high) within a relative tolerance."""

    calculator: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    text: str | None = None
    tolerance: float = 0.005


class Expectation(_Closed):
    """What an answer must be; a field left out is not judged."""

    kind: Literal["answer", "clarification", "abstention"] | None = None
    reason: str | None = None
    cites: tuple[str, ...] = Field((), description="reference ids, or document ids as document:ID")
    figures: tuple[str, ...] = Field((), description="figures that must stand in the answer, verbatim")
    bottom_line: tuple[str, ...] = Field((), description="words or figures that the bottom line must hold")
    not_in_bottom_line: tuple[str, ...] = ()
    calculation: ExpectedCalculation | None = None
    missing: tuple[str, ...] = Field((), description="names of inputs that must be asked for")
    mentions: tuple[str, ...] = Field((), description="words that must stand in the answer, case ignored")
    must_not: tuple[str, ...] = Field((), description="words that must not stand in the answer, case ignored")
    disagreement: str | None = Field(None, description="words of a topic on which both sides must be shown")
    notice: str | None = None
    banner: bool | None = None


class Turn(_Closed):
    """One question and what is expected of its answer."""

    ask: str
    expect: Expectation = Expectation()


class Case(_Closed):
    """A dialogue of one or more turns. `source` says where the expectation comes from."""

    id: str
    suite: Literal["guidance", "dialogues", "calculations", "missing", "abstention", "robustness"]
    turns: tuple[Turn, ...]
    audience: str = "physician"
    source: str


def read_cases(folder: Path = QUESTIONS) -> tuple[Case, ...]:
    """All cases of a folder, in order of file and place. Raises `CaseError`."""
    cases = tuple(case for path in sorted(folder.glob("*.yaml")) for case in _read_file(path))
    ids = [case.id for case in cases]
    if doubled := {one for one in ids if ids.count(one) > 1}:
        raise CaseError(f"case ids stand twice: {', '.join(sorted(doubled))}")
    return cases


def _read_file(path: Path) -> Iterator[Case]:
    try:
        for item in yaml.safe_load(path.read_text(encoding="utf-8")) or ():
            yield Case.model_validate(item)
    except (yaml.YAMLError, ValidationError) as error:
        raise CaseError(f"{path}: {str(error).splitlines()[0]} … {str(error).splitlines()[-1]}") from error
