"""What a plan needs of the desk, and what it is when it is made."""

from dataclasses import dataclass
from typing import Literal, Protocol

from assistant.composers.draft import Draft, Material
from assistant.library import Library
from assistant.records import Banner, MissingInput, NameDoubt, Offer
from assistant.regimens import Gap
from assistant.registry import Registry


class Held(Protocol):
    """What a plan needs of the desk."""

    @property
    def library(self) -> Library: ...
    @property
    def registry(self) -> Registry: ...
    @property
    def region(self) -> str | None: ...
    @property
    def gaps(self) -> tuple[Gap, ...]: ...


@dataclass(frozen=True)
class Plan:
    """What will be answered, before it is shown."""

    kind: Literal["answer", "clarification", "abstention"]
    draft: Draft
    material: Material
    reason: str | None = None
    documents: tuple[str, ...] = ()
    missing: tuple[MissingInput, ...] = ()
    waiting_for: tuple[str, ...] = ()
    banner: Banner | None = None
    banner_from: str = ""
    """The id of the passage that the banner quotes."""
    offered: tuple[Offer, ...] = ()
    notices: tuple[str, ...] = ()
    doubt: NameDoubt | None = None
    confidence: float | None = None
    """How likely it is that the sources speak of what was asked, 0 to 1."""
