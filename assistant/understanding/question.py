"""Read one question in the light of the turn before it: facts, intents, what it follows up, what it is about."""

import re
from collections.abc import Iterator, Mapping

from assistant.records import Fact, Turn
from assistant.understanding import vocabulary as v
from assistant.understanding.facts import Found, find_facts, merge_facts, read_form
from assistant.understanding.intents import read_intents, without_normal, without_poisons
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.measured.answered import (
    keep_units,
    read_answered,
    read_other_unit,
    read_pair,
    read_put_otherwise,
    without_supposing,
)
from assistant.understanding.measured.bare import read_asked, read_bare, read_bare_level, say_change
from assistant.understanding.measured.doses import OF_ONE_TURN, read_doses
from assistant.understanding.naming import Naming, name_levels, name_subjects, without_steering
from assistant.understanding.patient.allergies import ALLERGY
from assistant.understanding.patient.another import is_another, speak_of_relative
from assistant.understanding.patient.dangers import read_both, without_suicidal
from assistant.understanding.patient.told import merge_told, read_told
from assistant.understanding.reading import PEOPLE, Message, Reading
from assistant.understanding.taken_back import find_taken_back, find_unread, read_put_right, takes_back
from assistant.understanding.words.shorthand import expand

__all__ = ["Message", "Reading", "read_question"]


LABEL = 24
"""Characters before a figure in which its name stands."""


def read_question(message: Message, earlier: Turn | None, lexicon: Lexicon) -> Reading:
    """The reading of a message; what its form gives counts before what its sentence says. Nothing of `earlier` is kept
    when the question starts a new patient or a new topic names itself."""
    question = message.text
    spoken = speak_of_relative(question) if earlier and not message.form else question
    new_patient = not takes_back(question) and (
        spoken != question
        or bool(re.search(v.NEW_PATIENT, question, re.IGNORECASE))
        or (not message.form and is_another(question, earlier))
    )
    before = None if new_patient else earlier
    found = Found(()) if message.form else find_facts(without_supposing(question) if before else spoken)
    said = _said(message, found.facts, before)
    replied = before is not None and "?" not in question and _replies(question, said, before)
    carried = _without(before, question, said) if before else ()
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
    held = _keep_subjects(naming, earlier)
    drugs = {spelt for phrase in naming.drugs.values() for spelt in (phrase, expand(phrase))}
    doses = read_doses(question, naming.plain, drugs, said)
    told = () if message.form else read_told(without_supposing(question) if before else spoken)
    own_words = _names_by_word(naming, message, said)
    gives_only = bool(said) and (bool(message.form) or (replied and not own_words) or _gives_only(message, said))
    allergic = any(fact.fact == ALLERGY for fact in (*said, *carried))  # asks for something else
    same = (
        earlier
        if follow_up and not own_words and not allergic and (restated or gives_only or _lacks_topic(earlier))
        else None
    )
    carried_drugs, carried_uses = (same.drugs, same.indications) if same else ({}, {})
    facts = (*merge_told(merge_facts(carried, said), told), *doses)
    return Reading(
        question=question,
        standalone=_standalone(plain, earlier, held, facts, follow_up, restated),
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
        gives_only=gives_only,
        new_patient=new_patient,
        harm=bool(re.search(v.HARM, without_suicidal(question), re.IGNORECASE)),
        documents=_documents(tuple(named), earlier, follow_up, modifier_only),
        named=tuple(named),
        subjects=tuple(dict.fromkeys([*implied, *own, *(held if follow_up else ())])),
        calculators=tuple(naming.calculators),
        calculators_by=dict(naming.calculators),
        documents_by=frozenset(naming.documents.values()),
        results=naming.results,
        phrases=naming.phrases,
        drugs=dict(naming.drugs or carried_drugs),
        indications=dict(naming.indications or carried_uses),
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
    replies = tuple(read_replies(message.text, said, earlier))
    given = {fact.fact for fact in replies}
    said = (*(fact for fact in said if fact.value is not None or fact.fact not in given), *replies)
    said = keep_units(message.text, said, earlier)
    if takes_back(message.text):  # the number that is taken back is not given again by its name in "ignore the 64"
        return said
    return (*said, *read_bare_level(message.text, said, earlier)) if said else read_bare(message.text, earlier)


def read_replies(question: str, said: tuple[Fact, ...], earlier: Turn | None) -> Iterator[Fact]:
    """What a message gives in answer to what was asked for, or in place of what was said, beside what it names itself."""
    for read in (read_pair, read_answered, read_put_otherwise):
        found = read(question, said, earlier)
        yield from found
        said = (*said, *found)
    yield from read_other_unit(question, earlier)


def _replies(question: str, said: tuple[Fact, ...], before: Turn) -> bool:
    """Whether a message answers what was asked for before, or puts right what was said."""
    own = {(fact.fact, fact.span) for fact in find_facts(question).facts}
    return bool(read_asked(question, before)) or any((fact.fact, fact.span) not in own for fact in said)


def _names_by_word(naming: Naming, message: Message, said: tuple[Fact, ...]) -> bool:
    """Whether the words of a message name a subject, not only its levels or the labels of its figures."""
    text = f"{message.text} {message.plain}".casefold()
    labels = " ".join(message.text[max(0, f.span[0] - LABEL) : f.span[0]] for f in said).casefold()
    calculators = (phrase for phrase in naming.calculators.values() if phrase.casefold() not in labels)
    return any(phrase.casefold() in text for phrase in (*naming.phrases, *calculators))


def _points(question: str) -> bool:
    return bool(re.search(v.FOLLOW_UP, question, re.IGNORECASE) or re.search(v.POINTING, question, re.IGNORECASE))


def _follows(question: str, naming: Naming, clinical: bool) -> bool:
    """A question follows up when it points back, or names nothing that could stand alone; mere talk of other things does not."""
    return _points(question) or (clinical and not (naming.documents or naming.drugs or naming.calculators))


def _names_a_drug_of(naming: Naming, earlier: Turn, lexicon: Lexicon) -> bool:
    """Whether no more than a drug is named, and one for what was spoken of before: "how much insulin" after hyperkalaemia."""
    drugs = {phrase.casefold() for phrase in naming.drugs.values()}
    if not drugs or naming.indications or any(one.casefold() not in drugs for one in naming.documents.values()):
        return False
    of_before = [lexicon.indications.get(subject.lower(), frozenset()) for subject in earlier.subjects]
    return any(naming.drugs.keys() & ids for ids in of_before)


def _lacks_topic(earlier: Turn | None) -> bool:
    """Whether no document was spoken of before, only a drug."""
    return earlier is not None and bool(earlier.drugs) and not earlier.topics


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


def _keep_subjects(naming: Naming, earlier: Turn | None) -> tuple[str, ...]:
    """What was spoken of before, less the drugs where another one is named: "no, vancomycin" after metronidazole."""
    if earlier is None:
        return ()
    others = set(earlier.drugs.values()) if naming.drugs and not naming.drugs.keys() & earlier.drugs.keys() else set()
    return tuple(subject for subject in earlier.subjects if subject not in others)


def _without_gone(earlier: Turn, facts: tuple[Fact, ...]) -> str:
    """The question before without the figures of it that hold no more."""
    kept = {fact.value for fact in facts}
    gone = {fact.value for fact in earlier.facts if isinstance(fact.value, float | int) and fact.value not in kept}
    text = earlier.answer.standalone_question
    return re.sub(
        r"(?<![\d.,])\d+(?:\.\d+)?(?![\d]|[.,]\d)", lambda m: "" if float(m.group()) in gone else m.group(), text
    )


def _standalone(
    question: str,
    earlier: Turn | None,
    held: tuple[str, ...],
    facts: tuple[Fact, ...],
    follow_up: bool,
    restated: bool,
) -> str:
    """The question with its topic put before it, in words that the conversation used."""
    if not follow_up or earlier is None or not held:
        return question
    if restated:
        return f"{_without_gone(earlier, facts)} {question}"
    return f"{', '.join(held[:3])}: {question}"


def _without(earlier: Turn, question: str, said: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The facts before, less a dose that was asked about and went into no calculation, and those that the question withdraws ("ignore the weight")."""
    withdrawn = find_taken_back(question, earlier.facts) | find_unread(question, earlier.facts, said)
    used = {name for done in earlier.answer.calculations if done.kind == "calculator" for name in done.inputs}
    return tuple(fact for fact in earlier.facts if fact.fact not in withdrawn | (OF_ONE_TURN - used))
