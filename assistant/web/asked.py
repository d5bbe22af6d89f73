"""What the web asks of the assistant: the seam between the page and the house behind it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, Protocol

from assistant.records import (
    Answer,
    Calculation,
    Conversation,
    Document,
    Given,
    Input,
    Missing,
    Reference,
    Refusal,
)

AUDIENCES = ("physician", "nurse", "pharmacist", "student")
Audience = Literal["physician", "nurse", "pharmacist", "student"]


class Entry(Protocol):
    """A calculator or regimen."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> Literal["calculator", "regimen"]: ...
    @property
    def inputs(self) -> Sequence[Input]: ...
    def schema(self) -> dict[str, Any]: ...
    def calculate(
        self, given: Mapping[str, Given], region: str | None = None
    ) -> Sequence[Calculation | Missing | Refusal]: ...


class Registry(Protocol):
    """Calculators and regimens as one list. `get` raises `UnknownName`."""

    def all(self) -> Sequence[Entry]: ...
    def get(self, name: str, kind: Any = None) -> Entry: ...


class Library(Protocol):
    """The documents by id."""

    @property
    def documents(self) -> Mapping[str, Document]: ...


class Assistant(Protocol):
    """What answers. All but `start`, `ready` and `status` wait until it is warm."""

    @property
    def registry(self) -> Registry: ...
    @property
    def library(self) -> Library: ...
    def start(self) -> None: ...
    def ready(self) -> bool: ...
    def status(self) -> dict[str, Any]: ...
    def examples(self) -> tuple[str, ...]: ...
    def works(self) -> Mapping[str, Reference]: ...
    def answer(self, answer_id: str) -> Answer | None: ...
    def conversation(self, conversation_id: str) -> Conversation | None: ...
    def ask(
        self,
        question: str,
        conversation_id: str | None = None,
        audience: str = "physician",
        form: Mapping[str, Given] | None = None,
    ) -> Answer: ...
    def stream(
        self,
        question: str,
        conversation_id: str | None = None,
        audience: str = "physician",
        form: Mapping[str, Given] | None = None,
    ) -> Iterator[tuple[str, Any]]: ...
