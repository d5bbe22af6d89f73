"""Calculators and regimens as one list, each found by its name."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, Protocol

from assistant.errors import PlumblineError, UnknownName
from assistant.records import Calculation, Given, Input, Missing, Refusal

Outcome = Calculation | Missing | Refusal
Kind = Literal["calculator", "regimen"]
NEAR_ENOUGH = 60
"""Similarity, of 100, from which a name is offered in place of one that does not exist."""
MOST_OFFERED = 3


class Entry(Protocol):
    """A calculator or regimen: what it takes, for what it is, and what it makes of what is given."""

    @property
    def name(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def drug(self) -> str: ...
    @property
    def route(self) -> str: ...
    @property
    def synonyms(self) -> tuple[str, ...]: ...
    @property
    def indications(self) -> tuple[str, ...]: ...
    def is_emergency(self, indication: str | None) -> bool: ...
    def place(self, indication: str | None) -> int: ...
    @property
    def inputs(self) -> tuple[Input, ...]: ...
    def schema(self) -> dict[str, Any]: ...
    def run(self, given: Mapping[str, Given]) -> Outcome: ...
    def calculate(self, given: Mapping[str, Given], region: str | None = None) -> Sequence[Outcome]: ...
    def rows(self, given: Mapping[str, Given], region: str | None = None, only: bool = False) -> tuple[str, ...]: ...


class Registry:
    """The entries in the order in which they were given. Raises `PlumblineError` when two bear one name."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        for entry in entries:
            if entry.name in self._entries:
                raise PlumblineError(
                    f"two calculators or regimens are called {entry.name}; each needs a name of its own"
                )
            self._entries[entry.name] = entry

    def all(self) -> tuple[Entry, ...]:
        """Every entry."""
        return tuple(self._entries.values())

    def get(self, name: str, kind: Kind | str | None = None) -> Entry:
        """The entry of a name, of a kind where one is asked for. Raises `UnknownName` with the nearest names."""
        entry = self._entries.get(name)
        if entry is None or (kind and entry.kind != kind):
            raise UnknownName(kind or "calculator or regimen", name, self._find_nearest(name, kind))
        return entry

    def _find_nearest(self, name: str, kind: str | None) -> list[str]:
        from rapidfuzz import process

        names = [entry.name for entry in self._entries.values() if not kind or entry.kind == kind]
        found = process.extract(name, names, limit=MOST_OFFERED, score_cutoff=NEAR_ENOUGH)
        return [match for match, _, _ in found]
