"""Read one question in the light of the turn before it: facts, intents, what it follows up, what it is about."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.records import Fact, Given, Population, Turn
from assistant.understanding import vocabulary as v
from assistant.understanding.bare import read_asked, read_bare, read_bare_level, say_change
from assistant.understanding.doses import OF_ONE_TURN, read_doses
from assistant.understanding.facts import merge_facts, read_facts, read_form
from assistant.understanding.intents import read_intents, without_normal, without_poisons
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.naming import Naming, name_levels, name_subjects, without_steering
from assistant.understanding.shorthand import expand


@dataclass(frozen=True)
class Message:
    """One message as it comes to be read: `text` as written, `plain` with misspellings of the corpus's words corrected, the
    inputs of a `form`, the content words that the corpus knows, those that it has nowhere, and those of everyday talk."""

    text: str
    plain: str
    form: Mapping[str, Given] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()


@dataclass(frozen=True)
class Reading:
    """What was understood of a question.

    `said` are the facts of this message, `facts` all that hold; `documents` are ids of what it is about, `named` those that
    this message names itself; `subjects` are the phrases it used for them; `known` and `unknown` are as in `Message`;
    `calculators_by` and `documents_by` are the phrases that name them, `results` are the calculators whose result was given, `phrases` the words by which the message names its subjects.
    `change` says how a level measured before has changed. `restated`: the question before is asked again of other people ("and in a child?"); `gives_only`: the message gives facts
    and asks nothing.
    """

    question: str
    standalone: str
    said: tuple[Fact, ...]
    facts: tuple[Fact, ...]
    intents: tuple[str, ...]
    follow_up: bool
    change: str = ""
    restated: bool = False
    gives_only: bool = False
    new_patient: bool = False
    harm: bool = False
    documents: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    calculators: tuple[str, ...] = ()
    calculators_by: dict[str, str] = field(default_factory=dict)
    documents_by: frozenset[str] = frozenset()
    results: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    drugs: dict[str, str] = field(default_factory=dict)
    indications: dict[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()

    def value(self, name: str) -> str | float | None:
        """The value of the last fact of that name that is not negated."""
        values = [fact.value for fact in self.facts if fact.fact == name and not fact.negated]
        return values[-1] if values else None

    @property
    def population(self) -> Population | None:
        """Whom the question is about: said in words, or by an age in years."""
        said = {fact.value for fact in self.facts if fact.fact == "population" and not fact.negated}
        if "pregnancy" in said:
            return "pregnancy"
        if self.age is not None:
            return "child" if self.age < v.ADULT_FROM_YEARS else "adult"
        if "child" in said:
            return "child"
        return "adult" if "adult" in said else None

    @property
    def age(self) -> float | None:
        """The age that was said last, in years."""
        said = [_in_years(f) for f in self.facts if f.fact == "age" and isinstance(f.value, float | int) and f.unit]
        return said[-1] if said else None

    @property
    def route(self) -> str | None:
        """The one route that the message names."""
        named = [r for r, words in v.ROUTES.items() if re.search(rf"\b(?:{words})\b", self.question, re.IGNORECASE)]
        return named[0] if len(named) == 1 else None

    @property
    def manner(self) -> str | None:
        """The one manner of giving that the message names."""
        text = self.standalone.split(": ", 1)[-1] if self.follow_up else self.standalone
        named = [m for m, words in v.MANNERS.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]
        return named[0] if len(named) == 1 else None

    @property
    def asks_whether(self) -> bool:
        """Whether it is asked if, when or which, not how much: what speaks of the matter answers it, with a dose or without."""
        return bool(re.search(v.ASKS_WHETHER, self.question, re.IGNORECASE)) and not self.asks_dose

    @property
    def asks_dose(self) -> bool:
        """Whether it is asked how much: in so many words."""
        return bool(re.search(v.ASKS_DOSE, self.question, re.IGNORECASE))

    @property
    def asks_to_treat(self) -> bool:
        """Whether treatment is asked for, though of special people: "hyperkalaemia in CKD, treatment"."""
        return self.intents[0] == "special_groups" and bool(re.search(r"(?i)\b(?:treat|manag)", self.question))

    @property
    def asks_one_side(self) -> bool:
        """Whether one side of a topic is asked for, and no patient stands behind the question; people who are named beside
        their own indication ("pregnant, eclampsia") are no side of it."""
        if self.intents[0] == "special_groups" and self.indications and self.drugs:
            return False
        if self.intents[0] == "special_groups" and "dose" in self.intents and self.drugs and self._names_only_drugs:
            return False
        if self.intents[0] in v.NO_DOSE:
            return True
        return self.intents[0] in v.ONE_SIDE and not self.about_a_patient

    @property
    def _names_only_drugs(self) -> bool:
        """Whether no guideline is named, or only one by the drug itself."""
        return not self.documents or (bool(self.documents_by) and self.documents_by <= set(self.drugs.values()))

    @property
    def specifics(self) -> tuple[str, ...]:
        """What is asked about beside the topic itself: "hydrocortisone" in anaphylaxis."""
        denied = " ".join(re.findall(v.DENIED_PEOPLE, self.question, re.IGNORECASE)).lower().split()
        measured = (word for fact in self.facts if fact.fact not in v.STATES for word in (fact.text, fact.fact))
        phrases = " ".join((*self.subjects, *measured)).lower()
        told = (w for w in self.known if w not in phrases and w not in denied)
        return tuple(w for w in told if not re.fullmatch(v.GENERAL, w))

    @property
    def specific(self) -> bool:
        """Whether something beside the topic itself is asked about."""
        return bool(self.specifics)

    @property
    def subject_missing(self) -> bool:
        """Whether nothing in the message says what it is about."""
        telling = [word for word in (*self.known, *self.unknown, *self.ordinary) if not re.fullmatch(v.GENERAL, word)]
        return not (telling or self.follow_up or self.said or self.drugs or self.indications or self.calculators)

    @property
    def about_a_patient(self) -> bool:
        """Whether a person stands behind the question, not only a topic."""
        return any(fact.value is not None and fact.fact not in NO_PERSON for fact in self.facts)


NO_PERSON = frozenset({"population", "access", "symptoms", "kidneys"}) | OF_ONE_TURN
"""Facts that are said of a topic as well as of a person."""
PEOPLE = frozenset({"population", "sex", "age"})
"""Facts that say who is asked about."""
_DAYS = {"year": 365.25, "month": 365.25 / 12, "week": 7.0, "day": 1.0}


def _in_years(age: Fact) -> float:
    unit = (age.unit or "years").rstrip("s")
    return float(age.value or 0) * _DAYS.get(unit, 365.25) / 365.25


def read_question(message: Message, earlier: Turn | None, lexicon: Lexicon) -> Reading:
    """The reading of a message; what its form gives counts before what its sentence says. Nothing of `earlier` is kept
    when the question starts a new patient or a new topic names itself."""
    question = message.text
    new_patient = bool(re.search(v.NEW_PATIENT, question, re.IGNORECASE))
    before = None if new_patient else earlier
    said = _said(message, before)
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
    facts = (*merge_facts(carried, said), *doses)
    return Reading(
        question=question,
        standalone=_standalone(plain, earlier, follow_up, restated),
        said=said,
        facts=facts,
        intents=earlier.answer.intents
        if restated and earlier
        else read_intents(without_poisons(without_normal(plain, facts), naming)),
        follow_up=follow_up,
        change=change,
        restated=restated,
        gives_only=bool(said) and (bool(message.form) or answers or _gives_only(message, said)),
        new_patient=new_patient,
        harm=bool(re.search(v.HARM, question, re.IGNORECASE)),
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
    )


def _said(message: Message, earlier: Turn | None) -> tuple[Fact, ...]:
    """The facts of a message: those of its form where it has one, for its sentence only says them again."""
    if message.form:
        return read_form(message.form)
    said = read_facts(message.text)
    answered = [fact for fact in read_asked(message.text, earlier) if fact.fact not in {other.fact for other in said}]
    said = (*said, *answered)
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
    withdrawn = {word.lower() for word in re.findall(v.WITHDRAW, question, re.IGNORECASE)}
    return tuple(fact for fact in facts if fact.fact.lower() not in withdrawn | OF_ONE_TURN)
