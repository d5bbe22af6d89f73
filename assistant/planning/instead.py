"""What a guideline gives in place of a drug to which an allergy was stated."""

import re

from assistant.composers.draft import DraftStatement, Material, Request
from assistant.composers.fitting import pool_of
from assistant.records import Passage
from assistant.understanding.patient.allergies import ALLERGY
from assistant.understanding.question import Reading

MOST_INSTEAD = 2
"""Statements on what is given instead that stand before the refusal."""
SEVERE = r"anaphyla|\bsevere\b[^.;]*allerg|angio-?o?edema"
MILD = r"(?:without|no) (?:anaphyla|severe)|(?:mild|non-severe|not severe)"
"""How an allergy is said to be severe, and how a statement says that it is for one that is not."""
GIVEN = frozenset({"approach", "administration", "special_groups"})


def find_instead(reading: Reading, request: Request, material: Material) -> list[DraftStatement]:
    """The statements for people with the allergy that was stated, the nearest first; none where no drug but the disease was asked
    about is at hand, or no allergy was stated."""
    stated = [str(fact.value) for fact in reading.facts if fact.fact == ALLERGY and fact.value and not fact.negated]
    now = any(re.search(SEVERE, phrase) for phrase in reading.documents_by)
    if not stated or reading.drugs or now:  # a reaction that goes on comes first
        return []
    stated += ["beta-lactam"] * any("penicillin" in one or "cephalosporin" in one for one in stated)
    words = "|".join(re.escape(one.casefold().rstrip("s")) for one in stated)
    said = re.compile(rf"(?:{words})s?[ -]allerg\w*|(?:allerg|anaphyla)\w* to (?:an? )?(?:{words})", re.IGNORECASE)
    denied = re.compile(rf"\b(?:no|without)\b[^,;.]*(?:{words})s?[ -]allerg", re.IGNORECASE)
    severe = re.search(SEVERE, reading.question, re.IGNORECASE)
    held = [
        passage
        for passage in pool_of(request, material)
        if passage.role in GIVEN
        and not passage.positions
        and said.search(_where(passage))
        and not denied.search(passage.text)
        and not (severe and re.search(MILD, passage.text, re.IGNORECASE))
    ]
    whose = {request.population or "adult", "any"}
    ranked = sorted(held, key=lambda p: (p.population not in whose, *_rank(p, said, request)))
    return [DraftStatement("bottom_line", material.hide(p), (p.id,)) for p in ranked[:MOST_INSTEAD]]


def _where(passage: Passage) -> str:
    """Where an allergy may be named: in a heading too, but a row of a regimen tells by itself for whom it is."""
    return passage.text if passage.regimen else f"{passage.section}: {passage.text}"


def _rank(passage: Passage, said: re.Pattern[str], request: Request) -> tuple[int, float]:
    """What names the allergy in its heading and itself before the rest, statements before rows of regimens, then the nearest."""
    told = bool(said.search(passage.section)) + bool(said.search(passage.text)) - bool(passage.regimen)
    return -told, -request.scores.get(passage.id, 0.0)
