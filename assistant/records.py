"""The nouns of the house: what is read, what is found, what is calculated, what is answered.

All are immutable pydantic models that inherit nothing from a library of the ecosystem. `Answer` and what it holds is
public interface: its JSON Schema is `docs/answer.schema.json`. Offsets are in characters, end exclusive.
"""

from datetime import date, datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

Role = Literal[
    "bottom_line",
    "approach",
    "administration",
    "monitoring",
    "special_groups",
    "cautions",
    "pearls",
    "differs",
    "not_in_sources",
]
ROLES: dict[Role, str] = {
    "bottom_line": "Bottom line",
    "approach": "Approach by severity",
    "administration": "How to give it",
    "monitoring": "Monitoring",
    "special_groups": "Special groups",
    "cautions": "Cautions",
    "pearls": "Pearls",
    "differs": "Where guidance differs",
    "not_in_sources": "Not in our sources",
}
"""The anatomy of an answer and of a document, in its fixed order."""

Evidence = Literal["guideline", "research", "label", "local", "definition"]
Depth = Literal["full-text", "abstract", "secondary"]
Species = Literal["human", "animal", "in-vitro"]
Status = Literal["submitted", "under_review", "approved", "rejected"]
Subject = Literal["condition", "drug"]
"""What a document is of: a disease or emergency, or the use of a drug or a class."""
Population = Literal["any", "adult", "child", "pregnancy"]
Source = Literal["question", "earlier", "form", "fhir", "host", "caller"]
DISCLAIMER = (
    "For clinicians. Check every statement against your own sources before acting on it; "
    "clinical judgement is not replaced. Not a medical device."
)


class Record(BaseModel):
    """Base of the nouns: immutable, and closed to unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


# ---- what is read --------------------------------------------------------------------------------------------------


class Reference(Record):
    """One work of the bibliography, as a person may check it."""

    id: str
    type: Evidence
    depth: Depth
    population: Species
    region: str
    country: str
    body: str
    year: int | None
    verified: Literal["yes", "partly"]
    formatted: str
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    superseded_by: str | None = Field(None, description="the edition that has replaced it, in words or by id")


class Position(Record):
    """What one body holds where sources differ; `citations` are reference ids."""

    text: str
    citations: tuple[str, ...]


class Passage(Record):
    """One statement of a document: the unit that is indexed, cited and quoted. `citations` are reference ids."""

    id: str
    hash: str
    document_id: str
    document_title: str
    role: Role
    section: str = Field(description="heading path, outermost first, joined by ' › '")
    anchor: str
    text: str = Field(description="the statement without its citation markers")
    citations: tuple[str, ...] = ()
    population: Population = "any"
    positions: tuple[Position, ...] = ()
    topic: str | None = Field(None, description="what the positions differ about")
    regimen: str | None = Field(None, description="REGIMEN#ROW where the statement is rendered from a regimen row")
    review_status: Status = "submitted"
    last_updated: date
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


class SecondReading(Record):
    """Who read a document or regimen again against its sources without having written it, when, and what was found."""

    by: str = Field(min_length=1)
    day: date
    found: str = Field(min_length=1)


class Document(Record):
    """A guideline document, or a regimen rendered as one."""

    id: str
    title: str
    field: str = Field(description="folder of the ward's field, such as electrolytes")
    kind: Literal["guideline", "regimen", "local"]
    subject: Subject = Field(
        "condition",
        description="a disease or emergency, or the use of a drug or a class: what it must mention follows from it",
    )
    topics: tuple[str, ...]
    questions: tuple[str, ...] = ()
    emergencies: tuple[tuple[str, ...], ...] = Field(
        (), description="each by the phrases that a question about it names, all of them"
    )
    banners: dict[str, tuple[str, ...]] = Field(
        {},
        description="statements of its own that are its banners, by situation of vocabulary/safety.yaml; each without figures",
    )
    population: str
    not_for: str | None = None
    status: Status
    version: str
    last_updated: date
    review_by: date | None = None
    reviewers: tuple[str, ...] = ()
    supersedes: str | None = None
    language: str = "en"
    path: str
    hash: str
    second_reading: SecondReading | None = None
    calculators: tuple[str, ...] = Field((), description="names of the calculators that belong to it")
    regimens: tuple[str, ...] = Field((), description="ids of the regimens of which rows or figures are included")
    passages: tuple[Passage, ...]


# ---- what is calculated --------------------------------------------------------------------------------------------


class Input(Record):
    """What a calculator or regimen takes: digit-free label, unit, and the declared plausible range or options."""

    name: str
    label: str
    kind: Literal["number", "choice", "date", "moment", "words"]
    unit: str | None = None
    units: tuple[str, ...] | None = Field(None, description="the units in which people write it")
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] | None = None
    analyte: str | None = None
    means: str | None = None
    said: tuple[tuple[str, tuple[str, ...]], ...] = Field(
        (), description="the words by which each option is said in a chat"
    )
    counts: str | None = Field(
        None, description="what exactly counts as it, in the terms of the source; may hold figures"
    )
    required: bool = True


class Given(Record):
    """A value for an input, as the person wrote it. `unit` None: none was written."""

    text: str
    value: float | str
    unit: str | None = None
    origin: Source = "caller"
    fact: int | None = Field(None, description="index of the fact in Answer.understood")


class CalculationInput(Record):
    value: float | str
    unit: str | None
    text: str
    origin: Source


class Result(Record):
    value: float | str | None
    low: float | None = None
    high: float | None = None
    unit: str | None
    text: str


class Part(Record):
    label: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    unit: str | None = None
    text: str
    rate: str | None = None
    interval: str | None = None
    volume: str | None = None


class TierChoice(Record):
    chosen: str
    why: str
    near_boundary: str | None = Field(None, description="notice when the patient is near an edge that we decided")


class Cap(Record):
    limit: str
    applied: bool


class MonitoringRow(Record):
    """`after`, `every` and `until` are ISO 8601 durations counted from the start; `date` is when it is first due, where a start was given."""

    what: str
    when: str
    baseline: bool = False
    after: str | None = None
    every: str | None = None
    until: str | None = None
    date: datetime | None = None
    act_on: str | None = None
    citations: tuple[int | str, ...] = ()


class MissingInput(Record):
    """What is asked for, beside or instead of an answer."""

    for_: str = Field(alias="for")
    name: str
    label: str
    unit: str | None = None
    units: tuple[str, ...] | None = None
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] | None = None
    kind: Literal["number", "choice", "date", "moment", "words"] = "number"
    counts: str | None = None
    required: bool = True


class Calculation(Record):
    """The print of a calculator or regimen: its strings are deterministic and may hold figures.

    `says` is its own digit-free sentence with `{result}` and other fields in braces, which `quotes` holds; `passages` are the ids of the
    passages (regimen rows) from which a regimen took its figures; `references` are reference ids until the answer
    numbers them. `unanswered` are the items of a score that leave its result a range.
    """

    calculator: str
    kind: Literal["calculator", "regimen"]
    title: str
    inputs: dict[str, CalculationInput]
    result: Result
    parts: tuple[Part, ...] = ()
    tier: TierChoice | None = None
    cap: Cap | None = None
    region: str | None = None
    monitoring: tuple[MonitoringRow, ...] = ()
    steps: tuple[str, ...] = ()
    interpretation: str | None = None
    references: tuple[int | str, ...] = ()
    warnings: tuple[str, ...] = ()
    says: str = ""
    quotes: dict[str, str] = {}
    passages: tuple[str, ...] = ()
    unanswered: tuple[MissingInput, ...] = ()

    @property
    def sentence(self) -> str:
        """Its own sentence with the result and the other fields in place."""
        sentence = self.says
        for name, text in {"result": self.result.text, **self.quotes}.items():
            sentence = sentence.replace(f"{{{name}}}", text)
        return sentence


class Missing(Record):
    """The outcome of a calculation that lacks inputs: a value, not an error."""

    inputs: tuple[MissingInput, ...]


NOT_COVERED = "Not covered"
"""How the refusal of a patient begins of whom a source says nothing."""


class Refusal(Record):
    """The outcome of a regimen for a patient outside what its source covers: a value, not an error. `text` says why and
    what is covered; it stands in the passages whose ids are given, where there are any."""

    regimen: str
    title: str
    text: str
    passages: tuple[str, ...] = ()
    body: str | None = None


# ---- what is understood --------------------------------------------------------------------------------------------


class Fact(Record):
    """One fact of the conversation. `fact` is its name (age, weight, sex, creatinine, drug, …); `span` is in the
    question of the turn in which it was said."""

    fact: str
    text: str
    span: tuple[int, int]
    value: float | str | None = None
    unit: str | None = None
    negated: bool = False
    when: str | None = None
    origin: Source = "question"


class NameDoubt(Record):
    """A word of a question that may be the name of any of several medicines; `span` is in that `question`, which is asked again once
    the name is clear. One that is not `misspelt` is the first of them."""

    word: str
    span: tuple[int, int]
    names: tuple[str, ...]
    misspelt: bool = True
    question: str = ""


# ---- what is answered ----------------------------------------------------------------------------------------------


class Versions(Record):
    software: str
    corpus: str
    index: str


class Banner(Record):
    """What stands before an answer: a statement of a document with its citations, or, `ours`, fixed wording of this product.

    `lead` is wording of ours before a statement; `topic` is the situation that brought it; `urgent`: it is an emergency.
    No field of it holds a figure.
    """

    text: str
    citations: tuple[int, ...] = ()
    ours: bool = True
    lead: str = ""
    topic: str = ""
    urgent: bool = True


class Statement(Record):
    id: str
    role: Role
    heading: str | None = None
    text: str
    citations: tuple[int, ...] = ()
    figures: tuple[str, ...] = ()


class PassageSource(Record):
    citation: int
    passage: str
    start: int
    end: int


class CalculationSource(Record):
    calculation: int


class FactSource(Record):
    fact: int


class DeclarationSource(Record):
    calculator: str


class AnswerFigure(Record):
    """A figure of `markdown` with its provenance."""

    id: str
    text: str
    start: int
    end: int
    origin: Literal["passage", "calculation", "question", "declaration"]
    source: PassageSource | CalculationSource | FactSource | DeclarationSource


class CitedPassage(Record):
    id: str
    hash: str
    document_id: str
    document_title: str
    section: str
    anchor: str
    page: int | None = None
    box: tuple[float, float, float, float] | None = None
    text: str
    review_status: Status
    last_updated: date


class Citation(Record):
    number: int
    reference_id: str
    type: Evidence
    depth: Depth
    population: Species
    region: str
    year: int | None
    verified: Literal["yes", "partly"]
    formatted: str
    doi: str | None = None
    pmid: str | None = None
    url: str | None = None
    superseded_by: str | None = None
    passages: tuple[CitedPassage, ...] = ()


class Gloss(Record):
    """A term of the answer with what it means, for a student."""

    term: str
    text: str


class Offer(Record):
    name: str
    title: str


class AnswerPosition(Record):
    text: str
    citations: tuple[int, ...]
    body: str
    year: int | None
    country: str


class Disagreement(Record):
    topic: str
    positions: tuple[AnswerPosition, ...]


class Timings(Record):
    """Milliseconds by stage."""

    understand: float = 0
    retrieve: float = 0
    calculate: float = 0
    compose: float = 0
    total: float = 0


class Section(Record):
    """A heading of the answer and whether the question calls for it to be open."""

    role: Role
    title: str
    open: bool


class Answer(Record):
    """All that one turn gives back: the promise of provenance holds for every field of it."""

    id: str
    conversation_id: str
    created_at: datetime
    versions: Versions
    question: str
    standalone_question: str
    understood: tuple[Fact, ...] = ()
    intents: tuple[str, ...] = ()
    kind: Literal["answer", "clarification", "abstention"]
    reason: str | None = None
    confidence: float | None = Field(
        None,
        description="how likely it is that the sources speak of what was asked, 0 to 1; for programs, shown to nobody",
    )
    audience: str
    region: str | None = None
    banner: Banner | None = None
    bottom_line: str
    markdown: str
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[AnswerFigure, ...] = ()
    citations: tuple[Citation, ...] = ()
    calculations: tuple[Calculation, ...] = ()
    missing_inputs: tuple[MissingInput, ...] = ()
    offered: tuple[Offer, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    review_status: Status | None = None
    notices: tuple[str, ...] = ()
    glosses: tuple[Gloss, ...] = Field((), description="terms of the answer explained, for the audience student")
    follow_ups: tuple[str, ...] = ()
    disclaimer: str = DISCLAIMER
    composer: str = "extractive"
    timings_ms: Timings = Timings()


class Turn(Record):
    """One question with its answer and what the next one may lean on: the facts, the documents it was about (`topics`),
    the words used for them (`subjects`), the regimens of the drugs that were named and the indication named for each regimen, the
    calculations that wait for inputs, and the name of a medicine that was asked about. `aside_of` is the turn before, where this one
    was courtesy alone."""

    answer: Answer
    facts: tuple[Fact, ...] = ()
    topics: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    drugs: dict[str, str] = {}
    indications: dict[str, str] = {}
    waiting_for: tuple[str, ...] = ()
    doubt: NameDoubt | None = None
    aside_of: "Turn | None" = None


class Conversation(Record):
    id: str
    turns: tuple[Turn, ...] = ()


if __name__ == "__main__":
    import json

    print(json.dumps(Answer.model_json_schema(by_alias=True), indent=2, ensure_ascii=False))
