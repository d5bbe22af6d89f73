"""The order of one turn: read, calculate, search, compose, gate, show, keep. The only file that knows it."""

import re
import time
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from assistant.answering import make_answer, prefer_units, tell_settled
from assistant.composers.audience import AUDIENCES, arrange
from assistant.composers.chat import ChatComposer
from assistant.composers.draft import Draft, Material
from assistant.composers.replies import do_without
from assistant.composers.typeset import Setting, typeset, typeset_several
from assistant.drafting import Outcome, draft_with_model, is_for_a_model
from assistant.drafting.briefing import Ward
from assistant.errors import LawBroken, QuestionRefused
from assistant.figures import Claim, Evidence, check
from assistant.history import History
from assistant.library import Library
from assistant.planning import Plan, make_plan
from assistant.planning.filling import fill_by_units
from assistant.planning.origins import asks_origin
from assistant.planning.premises import note_premises
from assistant.planning.scope import is_by_a_patient
from assistant.planning.several import Part, join
from assistant.records import Answer, Given, Timings, Turn, Versions
from assistant.regimens import Gap
from assistant.registry import Registry
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.patient.lookalikes import find_doubts, settle
from assistant.understanding.patient.medicine_names import name_as_held
from assistant.understanding.question import Message, Reading, read_question
from assistant.understanding.splitting import MOST_PARTS, split_questions
from assistant.understanding.vocabulary import HARM
from assistant.understanding.words.courtesy import is_courtesy
from assistant.understanding.words.languages import find_language, without_elision
from assistant.understanding.words.shorthand import expand

EXTRACTIVE = "extractive"
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
    """One turn: the events ("stage", name) and at last ("answer", Answer). Raises `QuestionRefused` and `LawBroken`.

    Several questions of one message are read and planned one after the other, each in the light of the one before, and shown as one
    answer. A reply that says which of two medicines was meant answers the question that was asked before.
    """
    watch = Stopwatch()
    question = accept(inquiry.question, inquiry.audience)
    yield "stage", "reading"
    last = desk.history.last_turn(inquiry.conversation_id) if inquiry.conversation_id else None
    earlier = last and (last.aside_of or last)
    settled = settle(question, earlier.doubt) if earlier and earlier.doubt else None
    asked = settled or question
    texts = _split(asked, inquiry, earlier, desk)
    language = find_language(asked)
    parts: list[Part] = []
    composers: list[str] = []
    before = earlier
    for text in texts[:MOST_PARTS]:
        plain = without_elision(text) if language else text
        reading = replace(read_part(plain, inquiry, before, desk), question=text, language=language)
        if settled:
            reading = replace(reading, doubts=tuple(doubt for doubt in reading.doubts if doubt.misspelt))
        watch.lap("understand")
        yield "stage", "searching"
        search = desk.library.search(reading.standalone, SEARCHED)
        watch.lap("retrieve")
        yield "stage", "calculating"
        plan = make_plan(reading, search, before, desk)
        watch.lap("calculate")
        plan, composer = yield from _compose(plan, Ward(reading, search, before, desk.registry), desk)
        parts.append(Part(reading, plan))
        composers.append(composer)
        if len(texts) > 1:
            before = _remember(parts[-1], make_answer(inquiry, reading, plan, show(plan), before), before)
    yield "stage", "checking"
    whole, setting = _show_parts(parts, inquiry.audience, asked, len(texts) > MOST_PARTS)
    watch.lap("compose")
    composer = next((one for one in composers if one != EXTRACTIVE), EXTRACTIVE)
    if composer == EXTRACTIVE:
        yield from (("delta", statement.text) for statement in setting.statements)
    told = tell_settled(whole.reading, question) if settled else whole.reading
    answer = make_answer(inquiry, told, whole.plan, setting, earlier).model_copy(
        update={
            "versions": desk.versions,
            "timings_ms": watch.timings(),
            "region": desk.region,
            "missing_inputs": tuple(prefer_units(item, desk.units) for item in whole.plan.missing),
            "composer": composer,
        }
    )
    turn = before.model_copy(update={"answer": answer}) if len(parts) > 1 and before else None
    turn = turn or _remember(parts[-1], answer, earlier)
    doubt = whole.plan.doubt.model_copy(update={"question": asked}) if whole.plan.doubt else None
    aside = is_courtesy(question) or (asks_origin(question) and not answer.calculations and not whole.reading.said)
    aside_of = earlier if aside else None
    kept = {"waiting_for": whole.plan.waiting_for, "doubt": doubt, "aside_of": aside_of}
    desk.history.keep(turn.model_copy(update=kept))
    yield "answer", answer


def _split(asked: str, inquiry: Inquiry, earlier: Turn | None, desk: Desk) -> tuple[str, ...]:
    """The questions of a message; one where a form is filled in, harm is meant, or somebody asks for themselves."""
    if inquiry.form or re.search(HARM, asked, re.IGNORECASE) or is_by_a_patient(asked):
        return (asked,)
    return split_questions(asked, desk.lexicon, desk.registry, earlier is not None)


def read_part(text: str, inquiry: Inquiry, earlier: Turn | None, desk: Desk) -> Reading:
    """The reading of one question in the light of the turn before it. A name in doubt is not put right, nor is it unknown: it is
    asked about; a medicine is read under the name by which it is held."""
    spelling = desk.library.spell(expand(text), desk.lexicon.words)
    doubts = find_doubts(text, (*spelling.corrected, *spelling.unknown))
    kept = {*desk.lexicon.words, *(doubt.word.lower() for doubt in doubts)}
    if doubts:
        spelling = desk.library.spell(expand(text), kept)
    held = name_as_held(spelling.question, spelling.unknown, lambda name: not desk.library.spell(name).unknown)
    if held != spelling.question:
        spelling = desk.library.spell(held, kept)
    message = Message(text, spelling.question, inquiry.form, spelling.known, spelling.unknown, spelling.ordinary)
    reading = fill_by_units(read_question(message, earlier, desk.lexicon), earlier, desk.registry)
    return replace(note_premises(reading, desk.library, desk.registry), doubts=doubts)


def _remember(part: Part, answer: Answer, earlier: Turn | None) -> Turn:
    """What the next question may lean on."""
    reading, plan = part.reading, part.plan
    before = earlier if earlier and reading.follow_up else None
    return Turn(
        answer=answer,
        facts=reading.facts,
        topics=plan.documents or (before.topics if before else reading.documents),
        subjects=reading.subjects,
        drugs=reading.drugs or (before.drugs if before else {}),
        indications=reading.indications or (before.indications if before else {}),
        waiting_for=plan.waiting_for,
    )


def _show_parts(parts: Sequence[Part], audience: str, question: str, left_out: bool) -> tuple[Part, Setting]:
    """The page of the questions of a message, and the questions as one. Raises `LawBroken`."""
    if len(parts) == 1:
        plan = parts[0].plan
        return parts[0], show(replace(plan, draft=arrange(plan.draft, audience)))
    whole, sheets = join(parts, question, left_out)
    for sheet in sheets:
        prove(sheet.draft, sheet.material)
    told = tuple(s for sheet in sheets for s in sheet.draft.statements if s.role != "bottom_line")
    roles = tuple(dict.fromkeys(s.role for s in arrange(Draft(told), audience).statements))
    arranged = [replace(sheet, draft=arrange(sheet.draft, audience)) for sheet in sheets]
    return whole, typeset_several(arranged, roles, whole.plan.banner_from)


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
    prove(plan.draft, plan.material)
    return typeset(plan.draft, plan.material, plan.banner_from)


def prove(draft: Draft, material: Material) -> None:
    """Put a draft through the gate. Raises `LawBroken`."""
    evidence = Evidence(material.passages.keys(), {str(n) for n in range(len(material.calculations))})
    headings = [Claim(s.heading) for s in draft.statements if s.heading]
    faults = check([*(s.claim for s in draft.statements), *headings], material.ledger, evidence)
    if faults:
        raise LawBroken(f"the draft was refused: {'; '.join(f'{f.reason}: {f.detail}' for f in faults)}")
