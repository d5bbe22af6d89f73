"""In which order an answer is set for whom, and which terms are explained; what is said, and on what it rests, is the same for all."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import yaml

from assistant.composers.draft import Draft
from assistant.records import Gloss, Role

STUDENT = "student"
ORDERS: dict[str, tuple[Role, ...]] = {
    "nurse": (
        "administration",
        "monitoring",
        "cautions",
        "approach",
        "special_groups",
        "pearls",
        "differs",
        "not_in_sources",
    ),
    "pharmacist": (
        "administration",
        "special_groups",
        "cautions",
        "monitoring",
        "differs",
        "approach",
        "pearls",
        "not_in_sources",
    ),
    "student": (
        "approach",
        "pearls",
        "administration",
        "monitoring",
        "special_groups",
        "cautions",
        "differs",
        "not_in_sources",
    ),
}
"""The order of the sections after the bottom line; a physician reads them in the order in which the question calls for them."""
AUDIENCES = ("physician", *ORDERS)
OPENED: dict[str, frozenset[Role]] = {
    "nurse": frozenset({"administration", "monitoring"}),
    "pharmacist": frozenset({"administration", "special_groups", "cautions"}),
    "student": frozenset({"approach", "pearls"}),
}
"""The sections that stand open, besides those that the question calls for."""
_GLOSSES = Path(__file__).with_name("glosses.yaml")


def arrange(draft: Draft, audience: str) -> Draft:
    """The draft in the order of an audience: the same statements, each under its own role."""
    order = ORDERS.get(audience)
    if order is None:
        return draft
    first = [s for s in draft.statements if s.role == "bottom_line"]
    rest = sorted((s for s in draft.statements if s.role != "bottom_line"), key=lambda s: order.index(s.role))
    return replace(draft, statements=(*first, *rest), open_roles=draft.open_roles | OPENED[audience])


def explain(text: str, audience: str) -> tuple[Gloss, ...]:
    """The terms of a text that a student may not know, with what they mean; none for others."""
    if audience != STUDENT:
        return ()
    return tuple(Gloss(term=term, text=meaning) for term, (pattern, meaning) in _read().items() if pattern.search(text))


@cache
def _read() -> dict[str, tuple[re.Pattern[str], str]]:
    """The table of terms, each with the pattern of its word: one of capitals is met only as it is written."""
    table = yaml.safe_load(_GLOSSES.read_text(encoding="utf-8"))
    return {
        term: (re.compile(rf"(?<!\w){re.escape(term)}s?(?!\w)", 0 if term.isupper() else re.IGNORECASE), meaning)
        for term, meaning in table.items()
    }
