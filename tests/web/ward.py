"""A ward for tests of the web: an assistant that answers at once, with answers set by the real typesetter.

What it reads is invented (shelf.py) and is no clinical source.
"""

import threading
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from stacks import DOCUMENT, EXAMPLES, PASSAGES, REFERENCES

from assistant import calculators, references
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
    Fact,
    Given,
    Input,
    Missing,
    MissingInput,
    Offer,
    Reference,
    Refusal,
    Result,
    Role,
    Turn,
    Versions,
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
    works = {**WardAssistant.works(), **REFERENCES}
    material = Material(dict(PASSAGES), works, {}, (outcome,), facts)
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

    @staticmethod
    @cache
    def works() -> Mapping[str, Reference]:
        return references.load(Path(__file__).parents[2] / "corpus" / "references.json")

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
