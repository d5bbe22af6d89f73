"""Read one question in the light of the turn before it: facts, intents, what it follows up, what it is about."""

import re
from collections.abc import Mapping

from assistant.records import Fact, Turn
from assistant.understanding import vocabulary as v
from assistant.understanding.facts import Found, find_facts, merge_facts, read_form
from assistant.understanding.intents import read_intents, without_normal, without_poisons
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.measured.bare import read_asked, read_bare, read_bare_level, say_change
from assistant.understanding.measured.doses import OF_ONE_TURN, read_doses
from assistant.understanding.naming import Naming, name_levels, name_subjects, without_steering
from assistant.understanding.patient.dangers import read_both, without_suicidal
from assistant.understanding.patient.told import merge_told, read_told
from assistant.understanding.reading import PEOPLE, Message, Reading
from assistant.understanding.taken_back import find_taken_back, read_put_right, takes_back
from assistant.understanding.words.shorthand import expand

__all__ = ["Message", "Reading", "read_question"]


def read_question(message: Message, earlier: Turn | None, lexicon: Lexicon) -> Reading:
    """The reading of a message; what its form gives counts before what its sentence says. Nothing of `earlier` is kept
    when the question starts a new patient or a new topic names itself."""
    question = message.text
    new_patient = bool(re.search(v.NEW_PATIENT, question, re.IGNORECASE)) and not takes_back(question)
    before = None if new_patient else earlier
    found = Found(()) if message.form else find_facts(question)
    said = _said(message, found.facts, before)
    answers = before is not None and "?" not in question and bool(read_asked(question, before))
    carried = _without(before.facts, question) if before else ()
    asked = re.sub(rf"(?i){v.NEW_PATIENT}\W*", "", message.plain)
    naming = name_subjects(asked, said, lexicon, before, question)
    change = "" if new_patient else say_change(question, said, earlier)
    implied = name_levels(without_steering(said, before))
    plain, named, own = f"{naming.plain} {change}".strip(), naming.documents, naming.phrases
    clinical = bool(said or message.known or message.form) or len((*message.ordinary, *message.unknown)) < 2
    linked = _follows(plain, naming, clinical) or bool(change)
    follow_up = before is not None and (linked or _names_a_drug_of(naming, before, lexicon))
    qualified = bool(named) and all(re.fullmatch(v.MODIFIERS, phrase) for phrase in named.values())
    modifier_only = follow_up and _points(plain) and (qualified or not _names_afresh(named, earlier))
    restated = follow_up and not own and _only_names_people(message, said)
    drugs = {spelt for phrase in naming.drugs.values() for spelt in (phrase, expand(phrase))}
    doses = read_doses(question, naming.plain, drugs, said)
    told = () if message.form else read_told(question)
    facts = (*merge_told(merge_facts(carried, said), told), *doses)
    return Reading(
        question=question,
        standalone=_standalone(plain, earlier, follow_up, restated),
        said=said,
        facts=facts,
        outdated=found.earlier,
        unclear=tuple(name for name in found.unclear if name not in {fact.fact for fact in said}),
        intents=earlier.answer.intents
        if restated and earlier
        else read_intents(without_poisons(without_normal(plain, facts), naming)),
        follow_up=follow_up,
        change=change,
        restated=restated,
        gives_only=bool(said) and (bool(message.form) or answers or _gives_only(message, said)),
        new_patient=new_patient,
        harm=bool(re.search(v.HARM, without_suicidal(question), re.IGNORECASE)),
        documents=_documents(tuple(named), earlier, follow_up, modifier_only),
        named=tuple(named),
        subjects=tuple(dict.fromkeys([*implied, *own, *(earlier.subjects if follow_up and earlier else ())])),
        calculators=tuple(naming.calculators),
        calculators_by=dict(naming.calculators),
        documents_by=frozenset(naming.documents.values()),
        results=naming.results,
        phrases=naming.phrases,
        drugs=dict(naming.drugs),
        indications=dict(naming.indications),
        known=message.known,
        unknown=tuple(
            word for word in message.unknown if not any(word in name for name in naming.calculators.values())
        ),
        ordinary=message.ordinary,
        dangers=read_both(question, message.plain),
    )


def _said(message: Message, found: tuple[Fact, ...], earlier: Turn | None) -> tuple[Fact, ...]:
    """The facts of a message: those of its form where it has one, for its sentence only says them again."""
    if message.form:
        return read_form(message.form)
    answered = [fact for fact in read_asked(message.text, earlier) if fact.fact not in {other.fact for other in found}]
    said = (*found, *answered)
    spans, names = [fact.span for fact in said], {fact.fact for fact in said}
    right = [
        f
        for f in read_put_right(message.text, earlier.facts if earlier else ())
        if f.fact not in names and f.span not in spans
    ]
    said = (*said, *right)
    return (*said, *read_bare_level(message.text, said, earlier)) if said else read_bare(message.text, earlier)


def _points(question: str) -> bool:
    return bool(re.search(v.FOLLOW_UP, question, re.IGNORECASE) or re.search(v.POINTING, question, re.IGNORECASE))


def _follows(question: str, naming: Naming, clinical: bool) -> bool:
    """A question follows up when it points back, or names nothing that could stand alone; mere talk of other things does not."""
    return _points(question) or (clinical and not (naming.documents or naming.drugs or naming.calculators))


def _names_a_drug_of(naming: Naming, earlier: Turn, lexicon: Lexicon) -> bool:
    """Whether no more than a drug is named, and one for what was spoken of before: "how much insulin" after hyperkalaemia."""
    if not naming.drugs or naming.documents or naming.indications:
        return False
    of_before = [lexicon.indications.get(subject.lower(), frozenset()) for subject in earlier.subjects]
    return any(naming.drugs.keys() & ids for ids in of_before)


def _names_afresh(named: Mapping[str, str], earlier: Turn | None) -> bool:
    return bool(named) and earlier is not None and not set(named) & set(earlier.topics)


def _documents(named: tuple[str, ...], earlier: Turn | None, follow_up: bool, modifier_only: bool) -> tuple[str, ...]:
    if earlier is None or not follow_up:
        return named
    if named and not modifier_only:
        return named
    return tuple(dict.fromkeys([*earlier.topics, *named]))


def _only_names_people(message: Message, said: tuple[Fact, ...]) -> bool:
    """Whether a message holds no content but who is asked about."""
    people = " ".join(fact.text for fact in said if fact.fact in PEOPLE).lower()
    left = (word for word in message.known if not re.fullmatch(v.GENERAL, word))
    return bool(people) and not message.unknown and all(word in people for word in left)


def _gives_only(message: Message, said: tuple[Fact, ...]) -> bool:
    """Whether nothing that tells is left of a message when its facts and their labels are taken out."""
    rest = re.sub(v.UNIT_LEAD, " ", message.text.lower())
    for fact in said:
        for part in (fact.text, *fact.text.split()):
            rest = rest.replace(part.lower(), " ")
    for fact in said:
        rest = rest.replace(fact.fact.replace("_", " "), " ")
    for label in v.FACT_LABELS.values():
        rest = re.sub(rf"(?<!\w)(?:{label})(?!\w)", " ", rest, flags=re.IGNORECASE)
    left = set(re.findall(r"\w+", rest))
    return not any(word in left for word in (*message.known, *message.unknown) if not re.fullmatch(v.GENERAL, word))


def _standalone(question: str, earlier: Turn | None, follow_up: bool, restated: bool) -> str:
    """The question with its topic put before it, in words that the conversation used."""
    if not follow_up or earlier is None or not earlier.subjects:
        return question
    if restated:
        return f"{earlier.answer.standalone_question} {question}"
    return f"{', '.join(earlier.subjects[:3])}: {question}"


def _without(facts: tuple[Fact, ...], question: str) -> tuple[Fact, ...]:
    """The facts less a dose that was asked about, and those that the question withdraws ("ignore the weight")."""
    withdrawn = find_taken_back(question, facts) | OF_ONE_TURN
    return tuple(fact for fact in facts if fact.fact not in withdrawn)
