"""The order of one turn: read, calculate, search, compose, gate, show, keep. The only file that knows it."""

import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from assistant.composers.draft import Material
from assistant.composers.typeset import Setting, typeset
from assistant.errors import LawBroken, QuestionRefused
from assistant.figures import Evidence, check
from assistant.history import History
from assistant.library import Library
from assistant.plan import Plan, make_plan
from assistant.records import Answer, Fact, Given, Timings, Turn, Versions
from assistant.registry import Registry
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.question import Reading, read_question

LONGEST_QUESTION = 4000
"""Characters. What a clinician types is a few hundred; a pasted record is not a question."""
STAGES = ("reading", "searching", "calculating", "checking")


@dataclass
class Stopwatch:
    """Milliseconds by stage."""

    last: float = field(default_factory=time.perf_counter)
    stages: dict[str, float] = field(default_factory=dict)

    def lap(self, stage: str) -> None:
        """Give the time since the last lap to a stage."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + (now - self.last) * 1000
        self.last = now

    def timings(self) -> Timings:
        """All stages and their sum."""
        rounded = {stage: round(spent, 2) for stage, spent in self.stages.items()}
        return Timings(**rounded, total=round(sum(self.stages.values()), 2))


@dataclass(frozen=True)
class Inquiry:
    """One question as it comes in; `form` holds inputs that were filled in by name."""

    question: str
    conversation_id: str | None = None
    audience: str = "physician"
    form: Mapping[str, Given] = field(default_factory=dict)


@dataclass(frozen=True)
class Desk:
    """What a turn works with."""

    library: Library
    registry: Registry
    lexicon: Lexicon
    history: History
    versions: Versions
    region: str | None = None


def take_turn(inquiry: Inquiry, desk: Desk) -> Iterator[tuple[str, Any]]:
    """One turn: the events ("stage", name) and at last ("answer", Answer). Raises `QuestionRefused` and `LawBroken`."""
    watch = Stopwatch()
    question = accept(inquiry.question)
    yield "stage", "reading"
    earlier = desk.history.last_turn(inquiry.conversation_id) if inquiry.conversation_id else None
    reading = read_question(question, earlier, desk.lexicon)
    watch.lap("understand")
    yield "stage", "searching"
    search = desk.library.search(reading.standalone)
    watch.lap("retrieve")
    yield "stage", "calculating"
    plan = make_plan(reading, search, earlier, desk)
    watch.lap("calculate")
    yield "stage", "checking"
    setting = show(plan)
    watch.lap("compose")
    answer = assemble_answer(inquiry, reading, plan, setting).model_copy(
        update={"versions": desk.versions, "timings_ms": watch.timings(), "region": desk.region}
    )
    keep(answer, reading, plan, desk)
    yield "answer", answer


def accept(question: str) -> str:
    """The question without what cannot be seen or printed. Raises `QuestionRefused` when nothing or far too much is left."""
    printable = "".join(char for char in question if char.isprintable() or char in "\n\t").strip()
    if not printable:
        raise QuestionRefused("the question is empty; ask in words, for example: how is severe hypokalaemia treated?")
    if len(printable) > LONGEST_QUESTION:
        raise QuestionRefused("the question is too long to be read as one; ask it in a few sentences")
    return printable


def show(plan: Plan) -> Setting:
    """The draft of a plan through the gate and onto the page. Raises `LawBroken`: nothing unproven is ever shown."""
    material: Material = plan.material
    evidence = Evidence(material.passages.keys(), {str(n) for n in range(len(material.calculations))})
    faults = check([s.claim for s in plan.draft.statements], material.ledger, evidence)
    if faults:
        raise LawBroken(f"the draft was refused: {'; '.join(f'{f.reason}: {f.detail}' for f in faults)}")
    return typeset(plan.draft, material)
