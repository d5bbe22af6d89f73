"""Which passages are for these people, and which hold just what was asked, or say that it is not held."""

import re
from collections.abc import Sequence

from assistant.composers.draft import Material, Request
from assistant.records import Passage, Population

MANY, MOST = 3, 0.6
"""How many words of a longer subject a question has to share, and which part of them."""
LINKS = frozenset({"with", "when", "from", "that", "this", "than", "into", "which"})
STEM = 5


def pool_of(request: Request, material: Material) -> list[Passage]:
    """The passages of the documents that are for these people, in the order of the documents, each text once."""
    seen: set[str] = set()
    pool: list[Passage] = []
    for document_id in request.documents:
        for passage in material.documents[document_id].passages:
            if passage.text not in seen and is_for(passage, request.population):
                seen.add(passage.text)
                pool.append(passage)
    return pool


def is_for(passage: Passage, population: Population | None) -> bool:
    """Whether a passage speaks of these people: an adult's serves in pregnancy too."""
    if population is None or passage.population == "any":
        return True
    return passage.population == population or (population == "pregnancy" and passage.population == "adult")


def is_left_out(request: Request, material: Material) -> bool:
    """Whether the nearest passage of all is for other people than those who are asked about."""
    passages = [p for document_id in request.documents for p in material.documents[document_id].passages]
    nearest = max(passages, key=lambda p: request.scores.get(p.id, 0.0), default=None)
    return nearest is not None and not is_for(nearest, request.population)


def find_lacking(pool: Sequence[Passage], request: Request) -> Passage | None:
    """What is not held for just these people, when nothing that is held for them is as near to the question."""
    best = max(pool, key=lambda p: request.scores.get(p.id, 0.0), default=None)
    if (
        best is None
        or best.role != "not_in_sources"
        or request.population is None
        or best.population != request.population
    ):
        return None
    return best if request.scores.get(best.id) else None


def find_answer_to(wanted: set[str], request: Request, material: Material) -> Passage | None:
    """The caution that holds all of these stems, or the word on special people that names them in its subject.

    They are what is asked about beside the topic and the drug: a narrower situation ("peri-operative") answers only who named it.
    """
    kept = [p for p in pool_of(request, material) if not p.positions and request.scores.get(p.id)]
    held = [p for p in kept if wanted and wanted <= stems(_where_asked(p))]
    return max(held, key=lambda p: (p.population == request.population, request.scores[p.id]), default=None)


def _where_asked(passage: Passage) -> str:
    if passage.role == "special_groups" and ":" in passage.text:
        return passage.text.split(":")[0]
    return passage.text if passage.role == "cautions" else ""


def names_its_subject(passage: Passage, question: str) -> bool:
    """Whether a question holds every telling word of what a passage says is not held, or most of many."""
    subject, asked = (stems(text) for text in (passage.text.split(":")[0], question))
    shared = subject & asked
    return bool(subject) and (shared == subject or (len(shared) >= MANY and len(shared) >= MOST * len(subject)))


def stems(text: str) -> set[str]:
    """The longer words of a text by their first letters: "recheck" and "rechecked" are one."""
    return {word[:STEM].lower() for word in re.findall(r"[^\W\d_]{4,}", text) if word.lower() not in LINKS}
