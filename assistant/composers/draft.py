"""A draft: what a composer writes, with every figure behind a handle."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from assistant.figures import Claim, Ledger, Origin
from assistant.records import Calculation, Document, Fact, Passage, Population, Reference, Role


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """One statement: `text` is hidden (handles for figures), `cites` are passage ids, `references` are cited whole (the paper
    of a formula); `heading` is a digit-free subject."""

    role: Role
    text: str
    cites: tuple[str, ...] = ()
    heading: str | None = None
    references: tuple[str, ...] = ()

    @property
    def claim(self) -> Claim:
        """The statement as the gate reads it."""
        return Claim(self.text, self.cites)


@dataclass(frozen=True, slots=True)
class Draft:
    """Statements in the order in which they are read, and the roles that the question calls for."""

    statements: tuple[DraftStatement, ...]
    open_roles: frozenset[Role] = frozenset()


@dataclass(frozen=True, slots=True)
class Request:
    """What a composer is asked for: the roles wanted, in order; how near each passage is to the question (0 to 1); whom it is for.

    `documents` are what the answer is about, the foremost first. `overview` asks for the whole anatomy, otherwise only what
    is new is wanted. `question` is what was asked, in words that stand alone;
    `on_route` matches the words of the route that was asked for, `off_route` those of the others; `specific` are the words
    asked about beside the topic itself, `named` the phrases that name the topic, `levels` what was measured. `manner` matches the
    words of the manner of giving that was asked for, `on_state` and `off_state` those by which statements name what was said of the patient, and its opposite. `without`
    is how statements name that there are no symptoms, where this was said; `situation` is what an emergency's first line names.
    `exact`: only the thing asked about answers, no dose. `barred` matches statements that are not for this patient: those for people
    without the allergy, or not pregnant. `elsewhere` matches the other medicines of a guideline on several, and the one asked about.
    `age`: a child's, in years, where it was said.
    """

    documents: tuple[str, ...]
    roles: tuple[Role, ...]
    scores: Mapping[str, float]
    overview: bool
    population: Population | None = None
    question: str = ""
    off_route: str = ""
    on_route: str = ""
    specific: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    levels: tuple[Fact, ...] = ()
    manner: str = ""
    on_state: str = ""
    off_state: str = ""
    without: str = ""
    situation: str = ""
    exact: bool = False
    barred: str = ""
    elsewhere: tuple[str, str] = ("", "")
    age: float | None = None


@dataclass(frozen=True, slots=True)
class Material:
    """What a composer may use in one turn: the passages by id, their references, the calculations made, the facts said."""

    passages: Mapping[str, Passage]
    references: Mapping[str, Reference]
    documents: Mapping[str, Document]
    calculations: tuple[Calculation, ...] = ()
    facts: tuple[Fact, ...] = ()
    ledger: Ledger = field(default_factory=Ledger)

    def hide(self, passage: Passage) -> str:
        """A passage's text with its figures hidden behind handles of that passage."""
        return self.ledger.hide(passage.text, Origin("passage", passage.id))
