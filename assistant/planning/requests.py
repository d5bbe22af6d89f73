"""What is wanted of the composer: the documents it is about, the roles asked for, how near each passage is."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.composers.draft import Request
from assistant.composers.fitting import names, stems
from assistant.figures import Kind, find
from assistant.library import Library, Search
from assistant.planning.confidence import is_enough, rate
from assistant.planning.held import Held
from assistant.records import Document, Fact, Population, Role
from assistant.understanding.choosing.calls import Call
from assistant.understanding.choosing.regimens import list_words
from assistant.understanding.facts import LEVELS
from assistant.understanding.naming import name_levels, without_taken
from assistant.understanding.patient.allergies import ALLERGY
from assistant.understanding.patient.allergies import DENIED as NO_ALLERGY
from assistant.understanding.patient.conditions import words_of
from assistant.understanding.patient.medicines import list_spellings, name_medicines
from assistant.understanding.patient.states import read_states
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import GENERAL, MANNERS, MEASURED, NO_DOSE, ONE_SIDE, ROUTES, STATES

NEAR_ENOUGH = 0.42
"""Cosine of the nearest passage below which a guideline is not taken for one that speaks of just what is asked."""
TOO_FAR = 0.28
"""Cosine of the passage that comes first, below which it shares mere words with a question that names no topic ("chest", "size"): of
the labelled questions for mending that are answered so none lies below 0.29."""
PEOPLE = {"adult": r"\badults?\b", "child": r"\b(?:child(?:ren)?|infants?)\b"}
"""The words by which a document says that it is not for these people."""
PART = 0.3
"""The share of a document's statements up to which what they name is a part of it."""
SHORTEST = 3
"""Letters from which a word may name a condition."""
OFFERED = 90
"""Likeness of words, of 100, from which a question is one that a guideline offers."""
MOST_READ, SHARED = 24, 0.6
"""Statements among which the one is sought that speaks of just what is asked, and the part of its words that it has to hold."""
INTENT_ROLES: dict[str, tuple[Role, ...]] = {
    "dose": ("administration", "approach"),
    "approach": ("approach",),
    "monitoring": ("monitoring",),
    "special_groups": ("special_groups",),
    "cautions": ("cautions",),
    "pearls": ("pearls",),
    "differs": ("differs",),
    "causes": ("approach", "special_groups", "pearls"),
    "checks": ("approach", "special_groups", "monitoring"),
    "background": ("approach", "pearls"),
}


def make_request(reading: Reading, search: Search, held: Held, calls: Sequence[Call]) -> Request:
    """What is wanted of the composer: the documents it is about, the roles asked for, how near each passage is."""
    own = _including(calls, held.library) or _own(calls, held.library)
    documents = reading.documents or own or _nearest_documents(reading, search, held.library)
    specific = _find_specific(reading, calls, held.library)
    told = tuple(word for call in calls for word in (call.indication or "").split() if word in reading.known)
    documents = _for_these_people(documents, reading.population, held.library)
    documents = _of_what_is_asked(documents, reading, (*specific, *told), held.library)
    treated = "approach" in reading.intents and (list(name_levels(reading.said)) or reading.asks_to_treat)
    sided = reading.intents[0] in ONE_SIDE and not treated
    one_side = [intent for intent in reading.intents if intent in ONE_SIDE]
    intents = one_side if sided else tuple(sorted(reading.intents, key=lambda intent: intent in ONE_SIDE))
    roles = tuple(dict.fromkeys(role for intent in intents for role in INTENT_ROLES[intent]))
    states, exact = read_states(reading.facts), reading.intents[0] in NO_DOSE
    narrow = (reading.follow_up and not reading.restated) or sided or not _asks_for_all(reading)
    return Request(
        documents=tuple(dict.fromkeys((*documents[:2], *own[:2]))),
        roles=roles,
        scores={hit.passage.id: hit.score for hit in search.hits},
        overview=not narrow,
        population=reading.population,
        question=reading.standalone,
        off_route=_off_route(reading.route),
        on_route=rf"\b(?:{ROUTES[reading.route]})\b" if reading.route else "",
        specific=specific,
        named=tuple(p for p in reading.phrases if p not in _list_called(reading, calls)),
        manner=_manner(reading),
        without=STATES["symptoms"]["absent"] if reading.value("symptoms") == "absent" else "",
        on_state=states.own,
        off_state=states.other,
        levels=() if reading.change or exact else _levels(reading),
        exact=exact,
        barred=_barred(reading),
        elsewhere=_list_elsewhere(reading, held.library.documents[documents[0]] if documents else None),
        age=reading.age if reading.population == "child" else None,
    )


def _barred(reading: Reading) -> str:
    """What matches statements for other people: without the allergy or the condition that was stated, with one that was denied, or
    not pregnant where she is."""
    stated = [
        str(f.value) for f in reading.facts if f.fact == ALLERGY and f.value not in (None, NO_ALLERGY) and not f.negated
    ]
    words = [rf"(?:no|without) (?:\w+ ){{0,2}}{re.escape(one.casefold().rstrip('s'))}s? allerg\w*" for one in stated]
    named = (*reading.specifics, *(word for phrase in reading.phrases for word in phrase.split()))
    affirmed = [word for word in named if len(word) >= SHORTEST and not _lacks(word, reading.question)]
    people = [rf"^[^:.]*\bwithout (?:[\w-]+ ){{0,2}}\(?{re.escape(word)}\b[^:.]*:" for word in affirmed]
    denied = [words_of(str(f.value)) for f in reading.facts if f.fact == "condition" and f.negated]
    people += [rf"^[^:]*(?:\b(?:with|and|in)|,) (?:(?!no |not |without )[\w-]+ ){{0,2}}{one}[^:]*:" for one in denied]
    return "|".join([*words, *people, *([r"not pregnant"] if reading.population == "pregnancy" else [])])


def _list_elsewhere(reading: Reading, document: Document | None) -> tuple[str, str]:
    """What matches the other medicines of a guideline on several, where one of them is asked about, and what matches that one, its
    spellings and its class: who asks for gentamicin is not told the load of vancomycin. Empty where all is of interest."""
    if document is None or document.kind != "guideline" or document.subject != "drug":
        return "", ""
    titled = name_medicines(document.title)
    held = name_medicines(", ".join((document.title, *document.topics)))
    asked = name_medicines(reading.standalone)
    others = [name for name in held if name not in asked]
    if not titled or not others or len(others) == len(held):
        return "", ""
    classes = stems(document.title) - stems(" ".join(titled))
    return _spell(others), "|".join((_spell(asked), *(rf"{stem}\w*" for stem in classes)))


def _spell(medicines: Sequence[str]) -> str:
    """What matches any spelling of these medicines."""
    spelt = {spelling for one in medicines for spelling in (one, *list_spellings(one))}
    return "|".join(re.escape(spelling) for spelling in sorted(spelt))


def _lacks(word: str, question: str) -> bool:
    """Whether a question says that the patient is without it."""
    return bool(re.search(rf"\b(?:without|no|not)\W+(?:\w+\W+)?{re.escape(word)}", question, re.IGNORECASE))


def _find_specific(reading: Reading, calls: Sequence[Call], library: Library) -> tuple[str, ...]:
    """What is asked about beside the topic: a drug or a disease too, where no regimen of it is called."""
    both = (*reading.drugs.values(), *reading.indications.values())
    used = " ".join((*_list_called(reading, calls), list_words(call.entry for call in calls)))
    others = " ".join(phrase for phrase in both if phrase not in reading.documents_by).lower().split()
    parts = [word for word in _list_parts(reading, library) if word in reading.known]
    beside = [word for word in reading.known if word in others and word not in used]
    return tuple(dict.fromkeys((*reading.specifics, *(w for w in (*beside, *parts) if not re.fullmatch(GENERAL, w)))))


def _list_parts(reading: Reading, library: Library) -> list[str]:
    """The words that name a document by a part of it, such as a drug of a class: few of its statements hold them, and that part is
    asked about, not the whole."""
    words: list[str] = []
    for phrase in reading.documents_by:
        wanted = stems(phrase)
        for key in reading.named:
            held = [p for p in library.documents[key].passages if p.role != "not_in_sources"]
            spoken = sum(wanted <= stems(p.text) for p in held)
            if wanted and not wanted <= stems(library.documents[key].title) and 0 < spoken <= PART * len(held):
                words += phrase.lower().split()
    return words


def _list_called(reading: Reading, calls: Sequence[Call]) -> frozenset[str]:
    """The phrases of a question that name the regimens which are called, or what they are for."""
    called = {call.entry.name for call in calls}
    both = (*reading.drugs.items(), *reading.indications.items())
    return frozenset(phrase for name, phrase in both if name in called)


def _of_what_is_asked(
    documents: tuple[str, ...], reading: Reading, specific: tuple[str, ...], library: Library
) -> tuple[str, ...]:
    """Of the documents that one phrase names, those that hold what is asked about beside it: calcium in tetany."""
    if len(documents) < 2 or len(reading.documents_by) > 1 or not specific:
        return documents
    texts = {key: " ".join(p.text.lower() for p in library.documents[key].passages) for key in documents}
    return tuple(key for key in documents if all(word in texts[key] for word in specific)) or documents


def _manner(reading: Reading) -> str:
    """How the thing asked about is given, or that it is measured, in the words of statements."""
    if reading.intents[0] == "checks":
        return MEASURED
    return MANNERS[reading.manner] if reading.manner else ""


def _levels(reading: Reading) -> tuple[Fact, ...]:
    """What was measured: in this message where it follows up."""
    measured = (fact for fact in reading.facts if fact.fact in LEVELS and fact.value is not None)
    return tuple(fact for fact in measured if fact in reading.said or not reading.follow_up)


def _asks_for_all(reading: Reading) -> bool:
    return bool({"dose", "approach", "background"} & set(reading.intents))


def _off_route(route: str | None) -> str:
    """What matches the words of the other routes, when one was named."""
    others = [words for name, words in ROUTES.items() if name != route]
    return rf"\b(?:{'|'.join(others)})\b" if route else ""


def _including(calls: Sequence[Call], library: Library) -> tuple[str, ...]:
    """The documents that include rows of the regimens that are called, for what these are called for."""
    rows = {row for call in calls if call.entry.kind == "regimen" for row in call.entry.rows(call.for_whom)}
    return tuple(
        key
        for key, document in library.documents.items()
        if document.kind != "regimen" and any((p.regimen or "").split(".")[0] in rows for p in document.passages)
    )


def _own(calls: Sequence[Call], library: Library) -> tuple[str, ...]:
    """The regimens that are called, as documents of their own rows."""
    keys = [call.entry.name.replace("_", "-") for call in calls if call.entry.kind == "regimen"]
    return tuple(key for key in keys if key in library.documents)


def _for_these_people(documents: tuple[str, ...], population: Population | None, library: Library) -> tuple[str, ...]:
    """The documents less those that are not for the people who are asked about, where another is: cardiac arrest of a child."""
    whom = PEOPLE.get(population or "")
    if not whom:
        return documents
    kept = tuple(key for key in documents if not re.search(whom, library.documents[key].not_for or "", re.IGNORECASE))
    return kept or documents


def name_guideline(reading: Reading, search: Search, library: Library) -> Reading:
    """The reading of a question that a guideline offers, or that names no topic, with the guideline that speaks of just that: by the
    statement that shares most of its words, and names the medicine where it names one. So is a question answered whether, when or which, and the dose of a
    medicine that no regimen holds but a guideline gives."""
    if offering := _find_offering(reading.question, library):
        return replace(
            reading, documents=(offering,), calculators=reading.calculators if reading.about_a_patient else ()
        )
    medicines = name_medicines(without_taken(reading.standalone))
    dosed = reading.asks_dose
    if (
        reading.documents
        or reading.follow_up
        or (not reading.asks_whether and reading.drugs)
        or not (reading.asks_whether or medicines)
    ):
        return reading
    asked = stems(" ".join(word for word in reading.known if not re.fullmatch(GENERAL, word)))
    spelt = "|".join(re.escape(name) for medicine in medicines for name in sorted(list_spellings(medicine)))
    held = [
        hit.passage for hit in search.hits[:MOST_READ] if library.documents[hit.passage.document_id].kind != "regimen"
    ]
    speaking = [p for p in held if p.role != "not_in_sources" and (not spelt or names(spelt, p.text))]
    speaking = [p for p in speaking if not dosed or any(f.kind in (Kind.DOSE, Kind.RATE) for f in find(p.text))]
    shared = {p.id: len(asked & stems(f"{p.document_title} {p.section} {p.text}")) for p in speaking}
    best = max(speaking, key=lambda p: shared[p.id], default=None)  # of equals the nearest
    if search.top_dense < NEAR_ENOUGH and not medicines:
        return reading
    if best is None or not asked or shared[best.id] < SHARED * len(asked):
        return reading
    return replace(reading, documents=(best.document_id,))


def _find_offering(question: str, library: Library) -> str | None:
    """The guideline that offers a question in these words, or nearly."""
    from rapidfuzz import fuzz
    from rapidfuzz.utils import default_process

    offered = {q: d.id for d in library.documents.values() if d.kind != "regimen" for q in d.questions}
    scores = {q: fuzz.token_sort_ratio(question, q, processor=default_process, score_cutoff=OFFERED) for q in offered}
    best = max(scores, key=lambda q: scores[q], default=None)
    return offered[best] if best and scores[best] else None


def _nearest_documents(reading: Reading, search: Search, library: Library) -> tuple[str, ...]:
    """The guideline documents of the nearest passages, when it is likely enough that they are about the question."""
    named = reading.calculators or reading.indications or reading.follow_up
    if not is_enough(rate(reading, search)) or (search.hits[0].dense < TOO_FAR and not named):
        return ()
    weights: dict[str, float] = {}
    for hit in search.hits[:12]:
        if library.documents[hit.passage.document_id].kind != "regimen":
            weights[hit.passage.document_id] = weights.get(hit.passage.document_id, 0.0) + hit.score
    nearest = next(iter(weights), None)  # the nearest leads, though another document holds more that is near
    ranked = sorted(weights, key=lambda key: (key != nearest, -weights[key]))
    return tuple(key for key in ranked[:2] if weights[key] >= 0.6 * max(weights.values()) or key == nearest)
