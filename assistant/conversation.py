"""The order of one turn: read, calculate, search, compose, gate, show, keep. The only file that knows it."""

import re
import time
import uuid
from collections.abc import Generator, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from assistant.composers.audience import AUDIENCES, arrange, explain
from assistant.composers.chat import ChatComposer
from assistant.composers.replies import do_without, plain_title
from assistant.composers.standing import find_lowest_status, list_review_notices
from assistant.composers.typeset import Setting, typeset
from assistant.drafting import Outcome, draft_with_model, is_for_a_model
from assistant.drafting.briefing import Ward
from assistant.errors import LawBroken, QuestionRefused
from assistant.figures import Claim, Evidence, check, find
from assistant.history import History
from assistant.library import Library
from assistant.planning import Plan, make_plan
from assistant.planning.filling import fill_by_units, say_changed
from assistant.planning.premises import note_premises
from assistant.records import (
    Answer,
    AnswerPosition,
    Calculation,
    Disagreement,
    Given,
    MissingInput,
    Position,
    Timings,
    Turn,
    Versions,
)
from assistant.regimens import Gap
from assistant.registry import Registry
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.question import Message, Reading, read_question
from assistant.understanding.words.shorthand import expand

SI_UNIT = re.compile(r"mol|g/L$|^(?:kg|m|cm)$|kPa")
"""Units of the international system, among those in which people write one thing."""
EXTRACTIVE = "extractive"
MOST_FOLLOW_UPS = 3
SEARCHED = 4000
"""Passages that a turn may choose from."""
LONGEST_QUESTION = 4000
"""Characters. What a clinician types is a few hundred; a pasted record is not a question."""


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
    units: Literal["si", "conventional"] = "si"
    chat: ChatComposer | None = None
    gaps: tuple[Gap, ...] = ()
    reviewed: int = 0
    """The newest act of review that the library's statuses take in."""


def take_turn(inquiry: Inquiry, desk: Desk) -> Iterator[tuple[str, Any]]:
    """One turn: the events ("stage", name) and at last ("answer", Answer). Raises `QuestionRefused` and `LawBroken`."""
    watch = Stopwatch()
    question = accept(inquiry.question, inquiry.audience)
    yield "stage", "reading"
    earlier = desk.history.last_turn(inquiry.conversation_id) if inquiry.conversation_id else None
    spelling = desk.library.spell(expand(question), desk.lexicon.words)
    message = Message(question, spelling.question, inquiry.form, spelling.known, spelling.unknown, spelling.ordinary)
    reading = fill_by_units(read_question(message, earlier, desk.lexicon), earlier, desk.registry)
    reading = note_premises(reading, desk.library, desk.registry)
    watch.lap("understand")
    yield "stage", "searching"
    search = desk.library.search(reading.standalone, SEARCHED)
    watch.lap("retrieve")
    yield "stage", "calculating"
    plan = make_plan(reading, search, earlier, desk)
    watch.lap("calculate")
    plan, composer = yield from _compose(plan, Ward(reading, search, earlier, desk.registry), desk)
    yield "stage", "checking"
    setting = show(replace(plan, draft=arrange(plan.draft, inquiry.audience)))
    watch.lap("compose")
    if composer == EXTRACTIVE:
        yield from (("delta", statement.text) for statement in setting.statements)
    answer = make_answer(inquiry, reading, plan, setting, earlier).model_copy(
        update={
            "versions": desk.versions,
            "timings_ms": watch.timings(),
            "region": desk.region,
            "missing_inputs": tuple(prefer_units(item, desk.units) for item in plan.missing),
            "composer": composer,
        }
    )
    desk.history.keep(
        Turn(
            answer=answer,
            facts=reading.facts,
            topics=plan.documents or (earlier.topics if earlier and reading.follow_up else reading.documents),
            subjects=reading.subjects,
            indications=reading.indications or (earlier.indications if earlier and reading.follow_up else {}),
            waiting_for=plan.waiting_for,
        )
    )
    yield "answer", answer


def _compose(plan: Plan, ward: Ward, desk: Desk) -> Generator[tuple[str, Any], None, tuple[Plan, str]]:
    """Let the configured model phrase the answer, where there is one and it may; else the plan stands as it is."""
    if desk.chat is None or not is_for_a_model(plan):
        return plan, EXTRACTIVE
    yield "stage", "writing"
    for event, value in draft_with_model(desk.chat, plan, ward, (desk.library.likeness, desk.region)):
        if isinstance(value, Outcome):
            if value.composer != EXTRACTIVE:
                return value.plan, value.composer
            notice = do_without(value.failure)
            return replace(value.plan, notices=(*value.plan.notices, notice)), EXTRACTIVE
        yield event, value
    return plan, EXTRACTIVE


def prefer_units(item: MissingInput, system: str) -> MissingInput:
    """What is asked for, with the units of the site's system first."""
    if not item.units:
        return item
    ordered = sorted(item.units, key=lambda unit: bool(SI_UNIT.search(unit)) != (system == "si"))
    return item.model_copy(update={"units": tuple(ordered)})


def accept(question: str, audience: str = AUDIENCES[0]) -> str:
    """The question without what cannot be seen or printed. Raises `QuestionRefused` when nothing or far too much is left, and for
    an audience that does not exist."""
    if audience not in AUDIENCES:
        raise QuestionRefused(f"no audience is called {audience!r}; there are: {', '.join(AUDIENCES)}")
    printable = "".join(char for char in question if char.isprintable() or char in "\n\t").strip()
    if not printable:
        raise QuestionRefused("the question is empty; ask in words, for example: how is severe hypokalaemia treated?")
    if len(printable) > LONGEST_QUESTION:
        raise QuestionRefused("the question is too long to be read as one; ask it in a few sentences")
    return printable


def show(plan: Plan) -> Setting:
    """The draft of a plan through the gate and onto the page. Raises `LawBroken`: nothing unproven is ever shown."""
    material = plan.material
    evidence = Evidence(material.passages.keys(), {str(n) for n in range(len(material.calculations))})
    headings = [Claim(s.heading) for s in plan.draft.statements if s.heading]
    faults = check([*(s.claim for s in plan.draft.statements), *headings], material.ledger, evidence)
    if faults:
        raise LawBroken(f"the draft was refused: {'; '.join(f'{f.reason}: {f.detail}' for f in faults)}")
    return typeset(plan.draft, material)


def make_answer(inquiry: Inquiry, reading: Reading, plan: Plan, setting: Setting, earlier: Turn | None) -> Answer:
    """The Answer of a shown plan; what the desk adds (versions, timings) comes after."""
    held = plan.material.documents
    cited = {p.document_id for c in setting.citations for p in c.passages}
    return Answer(
        id=f"ans-{uuid.uuid4().hex}",
        conversation_id=inquiry.conversation_id or f"con-{uuid.uuid4().hex}",
        created_at=datetime.now(UTC),
        versions=Versions(software="", corpus="", index=""),
        question=reading.question,
        standalone_question=reading.standalone,
        understood=reading.facts,
        intents=reading.intents,
        kind=plan.kind,
        reason=plan.reason,
        audience=inquiry.audience,
        banner=plan.banner,
        bottom_line=setting.bottom_line,
        markdown=setting.markdown,
        sections=setting.sections,
        statements=setting.statements,
        figures=setting.figures,
        citations=setting.citations,
        calculations=_numbered(plan.material.calculations, setting),
        missing_inputs=plan.missing,
        offered=plan.offered,
        disagreements=find_disagreements(plan, setting),
        review_status=find_lowest_status(setting),
        notices=(
            *plan.notices,
            *say_changed(reading, earlier, bool(plan.material.calculations)),
            *list_review_notices(setting, [held[key] for key in cited]),
        ),
        glosses=explain(setting.markdown, inquiry.audience),
        follow_ups=_follow_ups(reading, plan, earlier),
    )


def _numbered(calculations: tuple[Calculation, ...], setting: Setting) -> tuple[Calculation, ...]:
    """The calculations with their references as the numbers of the answer's citations."""
    numbers: dict[int | str, int | str] = {c.reference_id: c.number for c in setting.citations}
    return tuple(
        c.model_copy(
            update={
                "references": tuple(numbers.get(key, key) for key in c.references),
                "monitoring": tuple(
                    row.model_copy(update={"citations": tuple(numbers.get(key, key) for key in row.citations)})
                    for row in c.monitoring
                ),
            }
        )
        for c in calculations
    )


def find_disagreements(plan: Plan, setting: Setting) -> tuple[Disagreement, ...]:
    """Where the cited passages hold positions that differ, each with its body, year and country."""
    numbers = {c.reference_id: c.number for c in setting.citations}
    shown = {p.id for c in setting.citations for p in c.passages}
    passages = [plan.material.passages[key] for key in shown if plan.material.passages[key].positions]
    return tuple(
        Disagreement(
            topic=plain_title(passage.topic or passage.section),
            positions=tuple(_position(position, plan, numbers) for position in passage.positions),
        )
        for passage in sorted(passages, key=lambda p: p.id)
    )


def _position(position: Position, plan: Plan, numbers: Mapping[str, int]) -> AnswerPosition:
    first = plan.material.references[position.citations[0]]
    return AnswerPosition(
        text=position.text,
        citations=tuple(numbers[key] for key in position.citations if key in numbers),
        body=first.body,
        year=first.year,
        country=first.country,
    )


def _follow_ups(reading: Reading, plan: Plan, earlier: Turn | None) -> tuple[str, ...]:
    """Questions of the documents in hand that have not just been asked; those not just offered come first."""
    asked = [reading.question, *([earlier.answer.question] if earlier else [])]
    offered = [q for key in plan.documents for q in plan.material.documents[key].questions if not find(q)]
    fresh = [q for q in offered if not any(_is_asked(q, one) for one in asked)]
    before = earlier.answer.follow_ups if earlier else ()
    return tuple(sorted(fresh, key=lambda q: q in before)[:MOST_FOLLOW_UPS])


def _is_asked(offered: str, asked: str) -> bool:
    """Whether a question has been asked in nearly these words."""
    words, said = (set(re.findall(r"\w{4,}", text.lower())) for text in (offered, asked))
    return len(words & said) >= 0.6 * len(words)
