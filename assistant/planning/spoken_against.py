"""A drug that a question takes for right and the cited text forbids or gives no part: it is named as such before the rest."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.composers import replies
from assistant.figures import find
from assistant.planning.held import Plan
from assistant.understanding.patient.medicines import list_spellings, name_medicines
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import join_words, read_table

LEADING = 2
"""Statements of an answer that are looked at."""
_TABLE = read_table("claims")
_ASSERTS = re.compile(rf"(?<!\w)(?:{join_words(_TABLE['asserts'])})(?!\w)", re.IGNORECASE)
_DENIES = re.compile(rf"(?<!\w)(?:{join_words(_TABLE['denies'])})(?!\w)", re.IGNORECASE)
_TAG = re.compile(r",?\s*\b(?:is|does|do|are|did|has)(?:n'?t| not) (?:it|he|she|they|that)\b\W*", re.IGNORECASE)
"""A tag that asks for a yes: "isn't it?"."""
_CLASSES = re.compile(rf"(?<!\w)(?:{join_words(_TABLE['classes'])})(?!\w)", re.IGNORECASE)
_FORBIDS = (
    r"\b(?:give no|gives no|no dose of|uses? no|avoid|never give|do not give|not to give|without)\b(?!\s+(?:more|less))"
)
_FAILS = r"(?:is|are)\s+(?:not (?:used|given|recommended|advised)|contraindicated)\b(?=\s*(?:[.,;(]|in\b|for\b|$))|does not work\b"


def say_spoken_against(plan: Plan, reading: Reading) -> Plan:
    """The plan with the first drug of the question that the leading text forbids named as such, where the question takes it for right."""
    asked = _TAG.sub(" right ", reading.question)
    if plan.kind == "abstention" or not _ASSERTS.search(asked) or _DENIES.search(asked):
        return plan
    for statement in [s for s in plan.draft.statements if s.cites][:LEADING]:
        text = " ".join(plan.material.passages[key].text for key in statement.cites)
        for shown, names in _list_drugs(reading.question):
            if not find(shown) and is_against(text, names):
                said = replies.say_spoken_against(shown, statement.cites)
                return replace(plan, draft=replace(plan.draft, statements=(said, *plan.draft.statements)))
    return plan


def _list_drugs(question: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The drugs and classes that a question names, each as it is shown and as it may be spelt."""
    for name in name_medicines(question):
        yield name, (name, *list_spellings(name))
    for match in _CLASSES.finditer(question):
        yield match.group().lower(), (match.group(),)


def is_against(text: str, names: tuple[str, ...]) -> bool:
    """Whether a text forbids a drug, or says that it does not work, and nothing less than that: an allergy to it is another thing."""
    drug = "|".join(re.escape(name) for name in names)
    return bool(
        re.search(
            rf"{_FORBIDS}(?:[\s,]+[\w-]+){{0,6}}?[\s,]+(?:{drug})s?\b(?!\s+(?:as|by|until|unless|to|than|allerg|hypersens|intoleran))",
            text,
            re.IGNORECASE,
        )
        or re.search(rf"(?:{drug})s?(?:\s+[\w-]+)?\s+(?:{_FAILS})", text, re.IGNORECASE)
    )
