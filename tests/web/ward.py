"""A ward for tests of the web: an assistant that answers at once, with answers set by the real typesetter.

Its passages and references are invented; they have the shape of real ones and are no clinical source.
"""

import threading
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from difflib import get_close_matches
from types import SimpleNamespace
from typing import Any

from assistant import calculators
from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.composers.typeset import typeset
from assistant.conversation import accept
from assistant.errors import UnknownName
from assistant.figures import Origin
from assistant.records import (
    Answer,
    AnswerPosition,
    Banner,
    Calculation,
    Conversation,
    Disagreement,
    Document,
    Fact,
    Given,
    Input,
    Missing,
    MissingInput,
    Offer,
    Passage,
    Position,
    Reference,
    Refusal,
    Result,
    Role,
    Turn,
    Versions,
)

UPDATED = date(2026, 11, 23)


def _reference(key: str, kind: str, formatted: str, **more: Any) -> Reference:
    fields: dict[str, Any] = {
        "id": key, "type": kind, "depth": "full-text", "population": "human", "region": "uk", "country": "United Kingdom",
        "body": "Society of Examples", "year": 2025, "verified": "yes", "formatted": formatted,
    }  # fmt: skip
    return Reference(**(fields | more))


REFERENCES = {
    r.id: r
    for r in (
        _reference("society", "guideline", "Society of Examples. Magnesium deficiency in adults. 2025.", doi="10.0000/example.1"),
        _reference("label", "label", "Magnesium product characteristics. Example Pharma, 2024.", year=2024, url="https://label.test/mg"),
        _reference("trial", "research", "Doe J, Roe R. Oral magnesium salts compared. J Ex. 2019;3:1-9.", year=2019,
                   depth="abstract", pmid="1234567", country="Norway", body="Doe and Roe"),
        _reference("rats", "research", "Roe R. Aspartate in rats. J Ex. 2001.", year=2001, population="animal", verified="partly"),
        _reference("cockcroft-gault-1976", "research", "Cockcroft DW, Gault MH. Nephron. 1976;16:31-41.", year=1976,
                   doi="10.1159/000180580", region="international"),
    )
}  # fmt: skip


def _passage(key: str, role: Role, text: str, citations: tuple[str, ...], section: str = "", **more: Any) -> Passage:
    return Passage(
        id=key, hash=f"hash-{key}", document_id="hypomagnesaemia", document_title="Hypomagnesaemia", role=role,
        section=section or "Hypomagnesaemia", anchor=key, text=text, citations=citations, last_updated=UPDATED, **more,
    )  # fmt: skip


PASSAGES = {
    p.id: p
    for p in (
        _passage("oral", "administration", "Mild deficiency in adults: oral magnesium 10 to 20 mmol daily in divided doses, "
                 "at most 24 mmol daily.", ("society",), "Hypomagnesaemia › How to give it › Oral"),
        _passage("food", "administration", "Oral magnesium taken with food causes less diarrhoea.", ("label",), "Hypomagnesaemia › How to give it"),
        _passage("severe", "approach", "Severe symptomatic deficiency in adults, below 0.4 mmol/L: magnesium sulfate intravenously, "
                 "2 g over 10 to 15 minutes.", ("society", "label"), "Hypomagnesaemia › Approach by severity › Severe"),
        _passage("mild", "approach", "Mild deficiency, 0.5 to 0.7 mmol/L without symptoms: oral magnesium.", ("society",),
                 "Hypomagnesaemia › Approach by severity › Mild"),
        _passage("check", "monitoring", "Serum magnesium is checked every 1 to 2 days until it is stable.", ("society",), "Hypomagnesaemia › Monitoring"),
        _passage("renal", "cautions", "Magnesium accumulates in renal impairment: the dose is halved when the creatinine clearance is "
                 "below 30 mL/min.", ("label",), "Hypomagnesaemia › Cautions"),
        _passage("aspartate", "pearls", "In rats, magnesium L-aspartate was retained better than the D form.", ("rats",), "Hypomagnesaemia › Pearls"),
        _passage("differs", "differs", "The target differs between sources.", ("society", "trial"), "Hypomagnesaemia › Where guidance differs",
                 topic="Target of treatment", positions=(
                     Position(text="The target is a serum magnesium above 0.6 mmol/L.", citations=("society",)),
                     Position(text="The target is a serum magnesium of 0.8 mmol/L or more.", citations=("trial",)))),
    )
}  # fmt: skip
DOCUMENT = Document(
    id="hypomagnesaemia", title="Hypomagnesaemia", field="electrolytes", kind="guideline", topics=("magnesium",), population="adults",
    status="submitted", version="1", last_updated=UPDATED, path="guidelines/electrolytes/hypomagnesaemia.md", hash="h",
    passages=tuple(PASSAGES.values()),
)  # fmt: skip
EXAMPLES = (
    "What is the oral dose of magnesium in mild deficiency?",
    "Creatinine clearance, 67-year-old man, 72 kg, creatinine 1.8 mg/dL?",
    "What should be monitored while magnesium is replaced?",
)


@dataclass
class Turned:
    """What a turn gave before it is an Answer."""

    statements: tuple[DraftStatement, ...]
    material: Material
    open_roles: frozenset[Role] = frozenset({"administration", "monitoring", "differs"})
    more: dict[str, Any] = field(default_factory=dict)


def make_answer(question: str, conversation: str, turned: Turned) -> Answer:
    """An Answer set by the real typesetter."""
    setting = typeset(Draft(turned.statements, turned.open_roles), turned.material)
    statuses = [p.review_status for c in setting.citations for p in c.passages]
    fields: dict[str, Any] = {"kind": "answer", "understood": turned.material.facts, **turned.more}
    numbers: dict[int | str, int | str] = {c.reference_id: c.number for c in setting.citations}
    calculations = tuple(
        c.model_copy(update={"references": tuple(numbers.get(r, r) for r in c.references)})
        for c in turned.material.calculations
    )
    return Answer(
        id=f"ans-{uuid.uuid4().hex}", conversation_id=conversation, created_at=datetime(2026, 11, 24, tzinfo=UTC),
        versions=Versions(software="0", corpus="c", index="i"), question=question, standalone_question=question, audience="physician",
        bottom_line=setting.bottom_line, markdown=setting.markdown, sections=setting.sections, statements=setting.statements,
        figures=setting.figures, citations=setting.citations, calculations=calculations,
        review_status=statuses[0] if statuses else None, **fields,
    )  # fmt: skip


def _says(material: Material, key: str, role: Role | None = None, heading: str | None = None) -> DraftStatement:
    passage = material.passages[key]
    return DraftStatement(role or passage.role, material.hide(passage), (key,), heading)


def magnesium(question: str) -> Turned:
    """A read answer: bottom line, sections, two bodies that differ, follow-ups."""
    material = Material(dict(PASSAGES), REFERENCES, {DOCUMENT.id: DOCUMENT}, (), _facts(question))
    statements = (
        _says(material, "oral", "bottom_line"),
        _says(material, "severe", heading="Severe"),
        _says(material, "mild", heading="Mild"),
        _says(material, "food"),
        _says(material, "check"),
        _says(material, "renal"),
        _says(material, "aspartate"),
        _says(material, "differs"),
        DraftStatement("not_in_sources", "No indexed source gives a dose of magnesium aspartate for adults."),
    )
    shown = {"society": 1, "trial": 4}
    positions = tuple(
        AnswerPosition(text=p.text, citations=(shown[p.citations[0]],), body=REFERENCES[p.citations[0]].body,
                       year=REFERENCES[p.citations[0]].year, country=REFERENCES[p.citations[0]].country)
        for p in PASSAGES["differs"].positions
    )  # fmt: skip
    more = {
        "disagreements": (Disagreement(topic="Target of treatment", positions=positions),),
        "follow_ups": ("What should be monitored?", "What if the kidneys fail?", "Signs of magnesium toxicity?"),
        "notices": ("Awaits review: the cited text has not yet been approved by a named reviewer of this hospital.",),
    }
    return Turned(statements, material, more=more)


def emergency(question: str) -> Turned:
    """The cited bands at once, with the inputs that would sharpen them asked beside."""
    turned = magnesium(question)
    missing = _missing("creatinine_clearance")[:2]
    return Turned(
        (_says(turned.material, "severe", "bottom_line"), *turned.statements[4:6]), turned.material,
        more={"banner": Banner(text="Emergency: call for help and treat at once."), "missing_inputs": missing},
    )  # fmt: skip


def clearance(question: str, given: Mapping[str, Given]) -> Turned:
    """A calculation by the real calculator, or what it still needs."""
    entry = next(c for c in calculators.load() if c.name == "creatinine_clearance")
    outcome = entry.run(given)
    facts = tuple(
        Fact(fact=n, text=g.text, span=(0, 0), value=g.value, unit="", origin=g.origin) for n, g in given.items()
    )
    if isinstance(outcome, Missing):
        text = "Creatinine clearance needs some inputs: please give them."
        material = Material(dict(PASSAGES), REFERENCES, {}, (), facts)
        more = {"kind": "clarification", "missing_inputs": outcome.inputs}
        return Turned((DraftStatement("bottom_line", text),), material, more=more)
    material = Material(dict(PASSAGES), REFERENCES, {}, (outcome,), facts)
    result = material.ledger.add_result(outcome.result.text, "0")
    statements = (
        DraftStatement("bottom_line", outcome.says.format(result=result), references=outcome_references(outcome)),
    )
    warning = material.ledger.hide(outcome.warnings[0], Origin("declaration", outcome.calculator))
    cautions = (DraftStatement("cautions", warning, references=outcome_references(outcome)),)
    return Turned(statements + cautions, material, frozenset({"cautions"}))


def outcome_references(outcome: Calculation) -> tuple[str, ...]:
    """The reference ids of a calculation as texts."""
    return tuple(str(key) for key in outcome.references)


def abstention(question: str) -> Turned:
    """The honest limit."""
    material = Material(dict(PASSAGES), REFERENCES, {}, (), _facts(question))
    statements = (
        DraftStatement("bottom_line", "Nothing in the indexed sources answers this."),
        DraftStatement("not_in_sources", "What is indexed: Hypomagnesaemia."),
    )
    more = {
        "kind": "abstention",
        "reason": "not_in_corpus",
        "offered": (Offer(name="anion_gap", title="Anion gap (without potassium)"),),
    }
    return Turned(statements, material, frozenset({"not_in_sources"}), more)


def _missing(name: str) -> Any:
    outcome = next(c for c in calculators.load() if c.name == name).run({})
    assert isinstance(outcome, Missing)
    return outcome.inputs


def _facts(question: str) -> tuple[Fact, ...]:
    words = ("magnesium", "adult", "23 kg")
    spans = [(w, question.find(w)) for w in words if w in question]
    return tuple(
        Fact(fact="weight", text=w, span=(at, at + len(w)), value=23.0, unit="kg") if w == "23 kg" else
        Fact(fact="topic", text=w, span=(at, at + len(w)), value=w)
        for w, at in spans
    )  # fmt: skip


class TwoBodies:
    """A regimen on which two bodies speak: one calculates for an adult, the other covers children only."""

    name = "magnesium_oral"
    title = "Oral magnesium"
    kind = "regimen"
    inputs = (Input(name="weight", label="weight", kind="number", unit="kg"),)

    def schema(self) -> dict[str, Any]:
        return {"title": self.title, "type": "object", "properties": {"weight": {"type": "string"}}}

    def calculate(
        self, given: Mapping[str, Given], region: str | None = None
    ) -> tuple[Calculation | Missing | Refusal, ...]:
        if "weight" not in given:
            asked = MissingInput(for_=self.name, name="weight", label="weight", unit="kg")
            return (Missing(inputs=(asked,)), Missing(inputs=(asked,)))
        printed = Result(value=12.0, unit="mmol", text="12 mmol")
        first = Calculation(
            calculator=self.name, kind="regimen", title=self.title, inputs={}, result=printed, region="uk"
        )
        second = Refusal(regimen=self.name, title=self.title, text="This source covers children only.", body="Other")
        return (first,) if region == "uk" else (first, second)


class Registry:
    """The real calculators and one invented regimen."""

    def all(self) -> tuple[Any, ...]:
        return (*calculators.load(), TwoBodies())

    def get(self, name: str, kind: str | None = None) -> Any:
        names = {entry.name: entry for entry in self.all()}
        if name not in names:
            raise UnknownName(kind or "calculator", name, get_close_matches(name, names))
        return names[name]


class WardAssistant:
    """Answers at once once it is warm; keeps conversations in memory."""

    def __init__(self, warm: bool = True) -> None:
        self.registry = Registry()
        self.library = SimpleNamespace(documents={DOCUMENT.id: DOCUMENT})
        self.asked: list[tuple[str, str, dict[str, Given]]] = []
        self._turns: dict[str, tuple[Turn, ...]] = {}
        self.started = False
        self._warm = threading.Event()
        if warm:
            self._warm.set()

    def start(self) -> None:
        """Nothing is loaded here."""
        self.started = True

    def warm(self) -> None:
        self._warm.set()

    def ready(self) -> bool:
        return self._warm.is_set()

    def status(self) -> dict[str, Any]:
        return {"warm": self.ready(), "documents": 1}

    def examples(self) -> tuple[str, ...]:
        self._warm.wait()
        return EXAMPLES

    def answer(self, answer_id: str) -> Answer | None:
        return next((t.answer for turns in self._turns.values() for t in turns if t.answer.id == answer_id), None)

    def conversation(self, conversation_id: str) -> Conversation | None:
        turns = self._turns.get(conversation_id, ())
        return Conversation(id=conversation_id, turns=turns) if turns else None

    def ask(
        self,
        question: str,
        conversation_id: str | None = None,
        audience: str = "physician",
        form: Mapping[str, Given] | None = None,
    ) -> Answer:
        events = list(self.stream(question, conversation_id, audience, form))
        answer = events[-1][1]
        assert isinstance(answer, Answer)
        return answer

    def stream(
        self,
        question: str,
        conversation_id: str | None = None,
        audience: str = "physician",
        form: Mapping[str, Given] | None = None,
    ) -> Iterator[tuple[str, Any]]:
        self.asked.append((question, audience, dict(form or {})))
        if not self.ready():
            yield "stage", "warming up"
        self._warm.wait()
        question = accept(question)
        if "explode" in question:
            raise RuntimeError("a secret detail of the inside")
        conversation_id = conversation_id or f"con-{uuid.uuid4().hex}"
        answer = make_answer(question, conversation_id, self._turn(question, conversation_id, form or {})).model_copy(
            update={"audience": audience}
        )
        yield "stage", "searching"
        yield from (("delta", statement.text) for statement in answer.statements)
        self._turns[conversation_id] = (*self._turns.get(conversation_id, ()), Turn(answer=answer))
        yield "answer", answer

    def _turn(self, question: str, conversation_id: str, form: Mapping[str, Given]) -> Turned:
        if "learance" in question or form:
            said = (
                {"age": "67 years", "sex": "male", "weight": "72 kg", "creatinine": "1.8 mg/dL"}
                if "67-year" in question
                else {}
            )
            given = {name: Given(text=text, value=text, origin="question") for name, text in said.items()}
            return clearance(question, {**given, **form})
        if "arrest" in question:
            return emergency(question)
        return magnesium(question) if "agnesium" in question or "monitor" in question else abstention(question)
