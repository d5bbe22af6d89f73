"""Every error of the product, in one tree. Each says what was given and what would be right.

PlumblineError                 base: one line for a person, never a traceback
├── SettingError               a setting of the environment cannot be used
├── InputError                 an input of a calculator or regimen cannot be used
│   ├── UnknownInput           no input of that name
│   ├── UnreadableInput        no number, choice or date can be read from the text
│   ├── WrongUnit              a unit of another dimension
│   ├── OutOfRange             outside the declared plausible range
│   ├── WrongOrder             not below the input that it must be lower than
│   ├── NoResult               a value with which the formula has no finite result
│   └── UnitDoubt              implausible in its unit, plausible in another: asked, never guessed
├── QuestionRefused            a question that cannot be read: empty, or far too long
├── ReviewRefused              an act of review that may not be done now, or by nobody named
├── UnknownName                no calculator, regimen, document or conversation of that name
├── CorpusError                a corpus file breaks a rule; carries path and line
├── IndexingError             the index cannot be built or opened
│   └── IndexBusy              another process owns the data folder
├── ModelError                 the configured chat model cannot be used, or did not answer
├── EmbeddingError             the embedding weights are absent or are not the pinned ones
└── LawBroken                  a draft holds a figure without provenance: never shown
"""

from collections.abc import Sequence
from pathlib import Path


class PlumblineError(Exception):
    """Base of all expected errors; `str(error)` is one line that a person can act on."""


class SettingError(PlumblineError):
    """A setting cannot be used as given."""


class InputError(PlumblineError):
    """An input cannot be used. `name` is the input, `given` the person's text, `accepted` what would be right;
    `calculator` is set by the entry that raised it."""

    calculator: str = ""

    def __init__(self, name: str, given: str, accepted: str, message: str) -> None:
        super().__init__(" ".join(message.split()))
        self.name = name
        self.given = given
        self.accepted = accepted


class UnknownInput(InputError):
    """No such input."""

    def __init__(self, name: str, known: Sequence[str]) -> None:
        accepted = ", ".join(known)
        super().__init__(name, name, accepted, f"unknown input {name!r}; accepted: {accepted}")


class UnreadableInput(InputError):
    """The text holds no value of the kind that the input takes."""

    def __init__(self, name: str, given: str, accepted: str) -> None:
        super().__init__(name, given, accepted, f"{name}: cannot read {given!r}; accepted: {accepted}")


class WrongUnit(InputError):
    """The unit measures something else."""

    def __init__(self, name: str, given: str, accepted: str) -> None:
        super().__init__(name, given, accepted, f"{name}: {given!r} has the wrong unit; accepted: {accepted}")


class OutOfRange(InputError):
    """The value lies outside the declared plausible range."""

    def __init__(self, name: str, given: str, accepted: str) -> None:
        super().__init__(name, given, accepted, f"{name}: {given} is outside the accepted range {accepted}")


class NoResult(InputError):
    """The value is one with which the formula has no finite result."""

    def __init__(self, name: str, given: str) -> None:
        accepted = "a value with which the formula has a result"
        super().__init__(name, given, accepted, f"{name}: {given} is not {accepted}")


class WrongOrder(InputError):
    """The value is not below the input that it must be lower than."""

    def __init__(self, name: str, given: str, accepted: str) -> None:
        super().__init__(name, given, accepted, f"{name}: {given} is not {accepted}")


class UnitDoubt(InputError):
    """The value is implausible in its unit but plausible in another: ask which was meant.

    `likely_unit` is the unit in which the number would be plausible.
    """

    def __init__(self, name: str, given: str, accepted: str, likely_unit: str) -> None:
        message = f"{name}: {given} is outside {accepted}, but typical in {likely_unit}: which did you mean?"
        super().__init__(name, given, accepted, message)
        self.likely_unit = likely_unit


class QuestionRefused(PlumblineError):
    """The question cannot be read as one."""


class ReviewRefused(PlumblineError):
    """An act of review that may not be done as the document stands, or that names nobody."""


class UnknownName(PlumblineError):
    """Nothing bears that name; `nearest` holds the closest names that exist."""

    def __init__(self, kind: str, name: str, nearest: Sequence[str] = ()) -> None:
        hint = f"; did you mean {', '.join(nearest)}?" if nearest else ""
        super().__init__(f"no {kind} is called {name!r}{hint}")
        self.kind = kind
        self.name = name
        self.nearest = tuple(nearest)


class CorpusError(PlumblineError):
    """A corpus file breaks a rule and is refused; the others are indexed."""

    def __init__(self, path: Path | str, line: int, reason: str) -> None:
        super().__init__(f"{path}:{line}: {reason}")
        self.path = str(path)
        self.line = line
        self.reason = reason


class IndexingError(PlumblineError):
    """The index cannot be built or opened."""


class IndexBusy(IndexingError):
    """Another process owns the data folder; `address` is where it serves, if it does."""

    def __init__(self, folder: Path | str, address: str | None) -> None:
        where = f"a server at {address}" if address else "another process"
        super().__init__(f"{folder} is in use by {where}; stop it or set ASSISTANT_DATA to another folder")
        self.address = address


class EmbeddingError(PlumblineError):
    """The embedding weights are absent or are not the pinned ones."""


class ModelError(PlumblineError):
    """The configured chat model cannot be used or did not answer; `reason` is a stable word for the log and the notice."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason


class LawBroken(PlumblineError):
    """A text holds a figure that nothing vouches for; it is never shown."""


class NothingToSchedule(PlumblineError):
    """A calendar was asked for that would hold nothing; the message says what is missing."""
