"""What an Answer holds beside its page: numbered calculations, disagreements, notices, questions that may follow."""

import re
import uuid
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Protocol

from assistant.composers.audience import explain
from assistant.composers.replies import plain_title
from assistant.composers.standing import find_lowest_status, list_review_notices
from assistant.composers.typeset import Setting
from assistant.figures import find
from assistant.planning import Plan
from assistant.planning.filling import say_changed
from assistant.planning.moments import say_moments
from assistant.records import (
    Answer,
    AnswerPosition,
    Calculation,
    Disagreement,
    MissingInput,
    Position,
    Turn,
    Versions,
)
from assistant.understanding.question import Reading

SI_UNIT = re.compile(r"mol|g/L$|^(?:kg|m|cm)$|kPa")
"""Units of the international system, among those in which people write one thing."""
MOST_FOLLOW_UPS = 3


class Asked(Protocol):
    """What an Answer tells of the question as it came in."""

    @property
    def conversation_id(self) -> str | None: ...
    @property
    def audience(self) -> str: ...


def prefer_units(item: MissingInput, system: str) -> MissingInput:
    """What is asked for, with the units of the site's system first."""
    if not item.units:
        return item
    ordered = sorted(item.units, key=lambda unit: bool(SI_UNIT.search(unit)) != (system == "si"))
    return item.model_copy(update={"units": tuple(ordered)})


def make_answer(inquiry: Asked, reading: Reading, plan: Plan, setting: Setting, earlier: Turn | None) -> Answer:
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
        understood=(*reading.facts, *reading.outdated),
        intents=reading.intents,
        kind=plan.kind,
        reason=plan.reason,
        confidence=plan.confidence,
        audience=inquiry.audience,
        banner=plan.banner and plan.banner.model_copy(update={"citations": setting.banner}),
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
            *say_changed(reading, earlier, plan.material.calculations),
            *say_moments(reading),
            *list_review_notices(setting, [held[key] for key in cited]),
        ),
        glosses=explain(setting.markdown, inquiry.audience),
        follow_ups=_follow_ups(reading, plan, earlier),
    )


def tell_settled(reading: Reading, reply: str) -> Reading:
    """The reading of a question that a reply has made clear: the reply was written now, the facts were given before."""
    facts = tuple(fact.model_copy(update={"origin": "earlier"}) for fact in reading.facts)
    return replace(reading, question=reply, facts=facts)


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
