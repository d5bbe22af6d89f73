"""One message as it comes to be read, and what was understood of it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from assistant.records import Fact, Given, NameDoubt, Population
from assistant.understanding import vocabulary as v
from assistant.understanding.measured.doses import OF_ONE_TURN
from assistant.understanding.measured.labels import SHOWN
from assistant.understanding.patient.dangers import Dangers
from assistant.understanding.patient.told import WORDS
from assistant.understanding.words.shorthand import expand

_NO_ROUTE = re.compile(
    r"\b(?:no|without|lost|losing|failed|unable to (?:get|take)|can(?:no|')?t (?:get|take)|not taking)\W+"
    rf"(?:(?:the|any|an?|her|his|their|working)\W+)*(?:{'|'.join(v.ROUTES.values())})\b",
    re.IGNORECASE,
)
"""A route that the patient has not: "no iv access"."""


def without_routes_not_had(text: str) -> str:
    """A text without the routes that it says not to have: they are not asked for."""
    return _NO_ROUTE.sub(lambda found: " " * len(found.group()), text)


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

    `said` are the facts of this message, `facts` all that hold; `documents` are ids of what it is about, `named` those that it
    names itself, `subjects` the phrases it used for them; `known` and `unknown` are as in `Message`;
    `calculators_by` and `documents_by` are the phrases that name them, `results` are the calculators whose result was given, `phrases` the words by which the message names its subjects.
    `outdated` are figures that held earlier: they are shown, and nothing is worked out with them; of `unclear` the message gives two values.
    `dangers` are the situations that call for a banner. `change` says how a level measured before has changed. `restated`: the question before is asked again of other people; `gives_only`: facts are given, nothing is asked.
    `doubts` are names of medicines that may be others, `language` is that of the message where it is not English.
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
    outdated: tuple[Fact, ...] = ()
    unclear: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    drugs: dict[str, str] = field(default_factory=dict)
    indications: dict[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    ordinary: tuple[str, ...] = ()
    doubts: tuple[NameDoubt, ...] = ()
    language: str | None = None
    dangers: Dangers = field(default_factory=Dangers)

    def value(self, name: str) -> str | float | None:
        """The value of the last fact of that name that is not negated."""
        values = [fact.value for fact in self.facts if fact.fact == name and not fact.negated]
        return values[-1] if values else None

    @property
    def population(self) -> Population | None:
        """Whom the question is about: said in words, or by an age in years."""
        said = {fact.value for fact in self.facts if fact.fact == "population" and not fact.negated}
        told = any(
            f.fact == "condition" and f.value == "pregnancy" and not f.negated and not f.when for f in self.facts
        )
        if "pregnancy" in said or told:
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
        """The one route that the message names; one that it says not to have ("no iv access") is not asked for."""
        text = without_routes_not_had(self.question)
        named = [route for route, words in v.ROUTES.items() if re.search(rf"\b(?:{words})\b", text, re.IGNORECASE)]
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
        absent = [fact.text for fact in self.facts if fact.fact in WORDS and fact.negated]
        denied += [word for text in absent for word in f"{text} {expand(text)}".lower().split()]
        measured = (
            word
            for fact in self.facts
            if fact.fact not in {*v.STATES, *WORDS}
            for word in ((fact.text,) if fact.fact in SHOWN else (fact.text, fact.fact))
        )
        phrases = " ".join((*self.subjects, *measured)).lower()
        told = (w for w in self.known if w not in phrases and w not in denied)
        return tuple(w for w in told if not re.fullmatch(v.GENERAL, w))

    @property
    def specific(self) -> bool:
        """Whether something beside the topic itself is asked about."""
        return bool(self.specifics)

    @property
    def subject_missing(self) -> bool:
        """Whether nothing in the message says what it is about: figures of a patient that name no disorder do not."""
        figures = [fact for fact in self.said if fact.fact in PEOPLE or isinstance(fact.value, float | int)]
        given = " ".join((*(f"{fact.text} {fact.fact}" for fact in figures), *self._labels(figures))).lower()
        words = set(re.findall(r"[^\W_]+", f"{given} {expand(given)}"))
        telling = [w for w in (*self.known, *self.unknown, *self.ordinary) if not re.fullmatch(v.GENERAL, w)]
        telling = [word for word in telling if word not in words] if figures else telling
        told = telling or len(figures) < len(self.said) or self.subjects or self.documents
        asked = [name for name, phrase in self.calculators_by.items() if phrase.lower() not in given]
        return not (told or self.follow_up or self.drugs or self.indications or asked)

    def _labels(self, figures: Sequence[Fact]) -> list[str]:
        """The words of the question by which these figures are named."""
        labels = [v.FACT_LABELS[fact.fact] for fact in figures if fact.fact in v.FACT_LABELS]
        return [m.group() for label in labels for m in re.finditer(label, self.question, re.IGNORECASE)]

    @property
    def about_a_patient(self) -> bool:
        """Whether a person stands behind the question, not only a topic."""
        return any(fact.value is not None and fact.fact not in NO_PERSON for fact in self.facts)


NO_PERSON = frozenset({"population", "access", "symptoms", "kidneys"}) | OF_ONE_TURN | WORDS
"""Facts that are said of a topic too."""
PEOPLE = frozenset({"population", "sex", "age"})
"""Facts that say who is asked about."""
_DAYS = {"year": 365.25, "month": 365.25 / 12, "week": 7.0, "day": 1.0, "h": 1 / 24}


def _in_years(age: Fact) -> float:
    unit = (age.unit or "years").rstrip("s")
    return float(age.value or 0) * _DAYS.get(unit, 365.25) / 365.25
