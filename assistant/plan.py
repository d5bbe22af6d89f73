"""Decide how a question is answered: by a calculation, by what the passages say, by asking, or by saying that nothing is held.

The plan holds the draft and all that stands beside it; it is made before the gate and shown after it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from assistant.composers import replies
from assistant.composers.draft import Draft, DraftStatement, Material, Request
from assistant.composers.extractive import compose
from assistant.errors import InputError
from assistant.library import Library, Search
from assistant.records import (
    Banner,
    Calculation,
    Document,
    Missing,
    MissingInput,
    Offer,
    Passage,
    Role,
    Turn,
)
from assistant.registry import Entry, Registry
from assistant.understanding.calls import Call, choose_calls
from assistant.understanding.question import Reading

NEAR_ENOUGH = 0.42
"""Cosine of the nearest passage below which a question that names no known topic is not answered; measured, see docs/decisions."""
EMERGENCY = "Emergency: call for help now and treat first. The bands below are cited; the details asked for only sharpen them."
INTENT_ROLES: dict[str, tuple[Role, ...]] = {
    "dose": ("administration", "approach"),
    "approach": ("approach",),
    "monitoring": ("monitoring",),
    "special_groups": ("special_groups",),
    "cautions": ("cautions",),
    "pearls": ("pearls",),
    "differs": ("differs",),
    "background": ("approach", "pearls"),
}


class Held(Protocol):
    """What a plan needs of the desk."""

    library: Library
    registry: Registry
    region: str | None


@dataclass(frozen=True)
class Plan:
    """What will be answered, before it is shown."""

    kind: Literal["answer", "clarification", "abstention"]
    draft: Draft
    material: Material
    reason: str | None = None
    documents: tuple[str, ...] = ()
    missing: tuple[MissingInput, ...] = ()
    offered: tuple[Offer, ...] = ()
    waiting_for: str | None = None
    banner: Banner | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Results:
    """What the calls of a question gave."""

    calculations: tuple[Calculation, ...] = ()
    missing: tuple[tuple[Entry, Missing], ...] = ()
    refusals: tuple[str, ...] = ()
    error: tuple[Entry, InputError] | None = None
