"""Which passages are for these people, and which hold just what was asked, or say that it is not held."""

import re
from collections.abc import Sequence

from assistant.composers.ages import fits_age
from assistant.composers.bands import fits_levels
from assistant.composers.draft import Material, Request
from assistant.records import Passage, Population

MANY, MOST = 3, 0.6
"""How many words of a longer subject a question has to share, and which part of them."""
LINKS = frozenset({"with", "when", "from", "that", "this", "than", "into", "which"})
STEM, FEWEST = 5, 4
_BEGINS = re.compile(
    r"hyper|hypo|intra|inter|anti|contra|cardio|gastro|thrombo|haemo|hemo|haema|micro|angio|neuro|endo|fibri"
)
"""What many words of medicine begin with, which says not yet what they mean."""
FEW = 3
"""Statements up to which what they alone hold is a narrower situation, and no other word for the topic."""
HOW = r"\b(?:nebuli[sz]ed|intravenous|oral|iv|intramuscular)\b"
"""Words of how a thing is given, which are no part of its name."""
WHOSE = frozenset({"adult", "child", "patie", "women", "woman", "pregn"})
"""Stems of the words for people."""
STATES = frozenset({"renal", "kidne", "liver", "hepat", "impai", "failu", "dialy", "elder", "frail"})
"""Stems of the words for people to whom nearly everything applies, which make no situation narrower."""
HOW_BAD = frozenset({"sever", "acute", "mild", "moder", "chron", "sympt"})
"""Stems of the words for how bad a disease is."""
SAID_OF_ABSENCE = frozenset(
    {"index", "sourc", "confi", "cover", "state", "lists", "gives", "given", "carri", "looke", "found"}
)
"""Stems of the words by which a passage says that something is not held."""


def pool_of(request: Request, material: Material) -> list[Passage]:
    """The passages of the documents that are for these people, in the order of the documents, each text once."""
    seen: set[str] = set()
    pool: list[Passage] = []
    for document_id in request.documents:
        for passage in material.documents[document_id].passages:
            barred = is_barred(passage, request) or is_of_another(passage, request)
            if passage.text not in seen and is_for(passage, request.population) and not barred:
                seen.add(passage.text)
                pool.append(passage)
    return pool


def is_barred(passage: Passage, request: Request) -> bool:
    """Whether a statement of what is given says that it is not for a patient like this: "no penicillin allergy", another age."""
    if (
        passage.role not in ("bottom_line", "approach", "administration", "special_groups")
        or passage.regimen is not None
    ):
        return False
    return names(request.barred, passage.text) or (request.age is not None and not fits_age(passage.text, request.age))


def is_of_another(passage: Passage, request: Request) -> bool:
    """Whether a statement of what is given is of another medicine of the guideline than the one that was asked about."""
    others, own = request.elsewhere
    if passage.role not in ("bottom_line", "approach", "administration"):
        return False
    text = f"{passage.section.split(' › ')[-1]} {passage.text}"
    return names(others, text) and not names(own, text)


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
    """What is not held for just these people, when nothing that is held for them is as near to the question, or holds what is asked
    about beside the topic: the criteria of one body are held though another's are not."""
    best = max(pool, key=lambda p: request.scores.get(p.id, 0.0), default=None)
    if (
        best is None
        or best.role != "not_in_sources"
        or request.population is None
        or best.population != request.population
    ):
        return None
    wanted = stems(" ".join(request.specific))
    held = [p for p in pool if p.role != "not_in_sources"]
    if wanted and any(wanted <= stems_of(p) for p in held):
        return None
    if not wanted and any(p.population == request.population and p.role in request.roles for p in held):
        return None
    return best if request.scores.get(best.id) else None


def find_absence(request: Request, material: Material) -> Passage | None:
    """What says that just what was asked is not held: all that was asked about within the topic and the manner of giving stand in
    it, and together in no statement of what is held for these people."""
    pool = pool_of(request, material)
    whose = {"any", request.population or "adult"}
    absent = [p for p in pool if p.role == "not_in_sources" and p.population in whose and request.scores.get(p.id)]
    held = [p for p in pool if p.role not in ("not_in_sources", "pearls", "differs")]
    if request.without and {"approach", "administration"} & set(request.roles):
        found = [p for p in absent if names(request.without, p.text)]
        if found and not any(names(request.without, p.text) for p in held):
            return max(found, key=lambda p: _rank(p, request))
    within = [p for key in request.documents for p in material.documents[key].passages]
    things = re.sub(HOW, " ", " ".join(find_things(request, within)), flags=re.IGNORECASE)
    wanted = stems(" ".join((*request.specific, things)))
    if any(_holds_all(p, wanted, request.manner) or fits_levels(p.text, request.levels) > 0 for p in held):
        return None
    found = [p for p in absent if _holds_all(p, wanted, request.manner)]
    return max(found, key=lambda p: _rank(p, request), default=None)


def _rank(passage: Passage, request: Request) -> tuple[bool, float]:
    return passage.population == request.population, request.scores[passage.id]


def _holds_all(passage: Passage, wanted: set[str], manner: str) -> bool:
    """Whether a passage holds all that was asked about within the topic, and the manner; never when nothing was asked."""
    if not wanted and not manner:
        return False
    return wanted <= stems_of(passage) and (not manner or names(manner, passage.text))


def stems_of(passage: Passage) -> set[str]:
    """The stems of what a passage is about: with its heading where it is held, without the words by which absence is said."""
    if passage.role == "not_in_sources":
        return stems(passage.text) - SAID_OF_ABSENCE
    return stems(f"{passage.section} {passage.text}")


def find_things(request: Request, passages: Sequence[Passage]) -> list[str]:
    """The words of a question that name a thing within the topic, such as a drug for it: how it is given stands under its heading
    or begins with it, or all that is said of it is that it is not held."""
    given = [p for p in passages if p.role == "administration"]
    headed = {p.section.split(" › ")[-1].lower() for p in passages if p.role in ("approach", "administration")}
    named = {words.lower() for words in request.named}
    given_under = {p.section.split(" › ")[-1].lower() for p in given}
    titles = stems(" ".join({p.document_title for p in passages}))

    def is_thing(words: str) -> bool:
        sought = stems(words) - titles - WHOSE - HOW_BAD
        if not sought:
            return False
        if any(sought <= stems(p.section) or p.text.lower().startswith(words) for p in given):
            return True
        if words in named and any(heading.startswith(words) for heading in headed):
            return True
        roles = {p.role for p in passages if words in p.text.lower()}
        return roles == {"not_in_sources"}

    several = [word for word in request.specific if any(heading.startswith(word.lower()) for heading in given_under)]
    alone = request.specific if len(request.specific) == 1 else several
    return [words for words in (*request.named, *alone) if is_thing(words.lower())]


def is_for_others(passage: Passage, request: Request) -> bool:
    """Whether a passage names the opposite of a state that was said of the patient, and not that state as well."""
    return names(request.off_state, passage.text) and not names(request.on_state, passage.text)


def is_for_these(passage: Passage, request: Request) -> bool:
    """Whether a passage gives what is for a state that was said of the patient, and not for its opposite."""
    return names(request.on_state, passage.text) and not names(request.off_state, passage.text)


def names(pattern: str, text: str) -> bool:
    """Whether a text holds words of a pattern; those of an empty pattern are nowhere."""
    return bool(pattern) and bool(re.search(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE))


def find_answer_to(wanted: set[str], request: Request, material: Material) -> Passage | None:
    """The caution that holds all of these stems, or the word on special people that names them in its subject.

    They are what is asked about beside the topic and the drug: a narrower situation ("peri-operative") answers only who named it.
    """
    kept = [p for p in pool_of(request, material) if not p.positions and request.scores.get(p.id)]
    held = [p for p in kept if wanted and wanted <= stems(_where_asked(p))]
    if not held:  # a statement that alone holds the narrower situation: an arrest with hypothermia
        narrow = wanted - stems(" ".join(p.document_title for p in kept)) - HOW_BAD - WHOSE
        said = [p for p in kept if narrow and narrow == wanted and p.regimen is None and narrow <= stems(p.text)]
        said = [] if narrow & STATES else said
        held = [p for p in said if p.role in ("bottom_line", "approach", "administration")] if len(said) <= FEW else []
    return max(
        held, key=lambda p: (says_stop(p), p.population == request.population, request.scores[p.id]), default=None
    )


def _where_asked(passage: Passage) -> str:
    if passage.role == "special_groups" and ":" in passage.text:
        return passage.text.split(":")[0]
    stops = passage.role == "bottom_line" and says_stop(passage)
    return passage.text if passage.role == "cautions" or stops else ""


def says_stop(passage: Passage) -> bool:
    """Whether a statement says to stop what is given."""
    return bool(re.match(r"stop\b", passage.text, re.IGNORECASE))


def names_its_subject(passage: Passage, question: str) -> bool:
    """Whether a question holds every telling word of what a passage says is not held, or most of many; and most of those that are
    not the document's own topic and people, for these stand in every question on it."""
    subject, asked = (stems(text) for text in (passage.text.split(":")[0], question))
    telling = subject - stems(passage.document_title) - WHOSE
    shared = subject & asked
    most = len(shared) >= MANY and all(len(part & asked) >= MOST * len(part) for part in (subject, telling))
    return bool(subject) and (shared == subject or most)


def stems(text: str) -> set[str]:
    """The longer words of a text by their first letters: "recheck" and "rechecked" are one, "hypertension" and "hyperkalaemia" not."""
    words = (word.lower() for word in re.findall(rf"[^\W\d_]{{{FEWEST},}}", text))
    return {word[: _stem_length(word)] for word in words if word not in LINKS}


def _stem_length(word: str) -> int:
    begun = _BEGINS.match(word)
    return max(STEM, begun.end() + FEWEST if begun else 0)
