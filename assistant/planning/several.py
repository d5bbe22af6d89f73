"""Several questions of one message, each with its own plan, as one answer: the bottom line of each in turn, then what belongs to them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from assistant.composers import asking_back
from assistant.composers.draft import Draft
from assistant.composers.replies import plain_title
from assistant.composers.typeset import Sheet
from assistant.figures import find
from assistant.planning.held import Plan
from assistant.planning.requests import INTENT_ROLES
from assistant.records import Calculation, Fact
from assistant.understanding.naming import without_taken
from assistant.understanding.patient.told import read_told
from assistant.understanding.question import Reading

_ASKED = {
    "dose": "dose",
    "monitoring": "monitoring",
    "special_groups": "special groups",
    "cautions": "cautions",
    "causes": "causes",
    "checks": "what to check",
    "differs": "where guidance differs",
    "approach": "approach",
}
"""What is asked for, in the words of a heading; what is asked at large has none."""
MOST_LED = 2
"""Statements that lead a question whose own first ones were said before."""
MOST_NAMED = 3
"""Calculators, or medicines, that a heading names."""


@dataclass(frozen=True)
class Part:
    """One question of a message, as it was read and planned."""

    reading: Reading
    plan: Plan


def join(parts: Sequence[Part], question: str, left_out: bool) -> tuple[Part, tuple[Sheet, ...]]:
    """The questions as one, and the sheets of its page; `left_out` where more was asked than is answered."""
    parts = _say_once(parts)
    facts = _join_facts(parts)
    plans = [part.plan for part in parts]
    sheets, first = [], 0
    for part in parts:
        places = tuple(facts.index(_as_said(fact, facts)) for fact in part.reading.facts)
        sheets.append(Sheet(part.plan.draft, part.plan.material, name_question(part), places, first))
        first += len(part.plan.material.calculations)
    calculations = tuple(_with_origins(c, facts) for plan in plans for c in plan.material.calculations)
    bannered = next((plan for plan in plans if plan.banner), None)
    notices = [notice for plan in plans for notice in plan.notices]
    plan = Plan(
        kind=_join_kinds(plans),
        draft=Draft(()),
        material=replace(plans[0].material, calculations=calculations, facts=tuple(facts)),
        reason=plans[0].reason if all(plan.kind == "abstention" for plan in plans) else None,
        documents=tuple(dict.fromkeys(key for plan in plans for key in plan.documents)),
        missing=tuple({(item.for_, item.name): item for plan in plans for item in plan.missing}.values()),
        waiting_for=tuple(dict.fromkeys(name for plan in plans for name in plan.waiting_for)),
        banner=bannered.banner if bannered else None,
        banner_from=bannered.banner_from if bannered else "",
        offered=tuple(dict.fromkeys(offer for plan in plans for offer in plan.offered)),
        notices=tuple(dict.fromkeys([*notices, *([asking_back.MORE_QUESTIONS] if left_out else [])])),
        doubt=next((plan.doubt for plan in plans if plan.doubt), None),
        confidence=min((plan.confidence for plan in plans if plan.confidence is not None), default=None),
    )
    last = parts[-1].reading
    reading = replace(
        last,
        question=question,
        standalone="; ".join(" ".join(part.reading.standalone.split()) for part in parts),
        facts=tuple(facts),
        said=tuple(fact for part in parts for fact in part.reading.said),
        unclear=tuple(dict.fromkeys(name for part in parts for name in part.reading.unclear)),
        outdated=tuple(dict.fromkeys(fact for part in parts for fact in part.reading.outdated)),
        intents=tuple(dict.fromkeys(intent for part in parts for intent in part.reading.intents)),
        indications={key: phrase for part in parts for key, phrase in part.reading.indications.items()},
        new_patient=parts[0].reading.new_patient,
    )
    return Part(reading, plan), tuple(sheets)


def _say_once(parts: Sequence[Part]) -> list[Part]:
    """The questions without the leading statements of an earlier one; what then answers them leads in their place."""
    said: set[str] = set()
    kept: list[Part] = []
    for part in parts:
        statements = part.plan.draft.statements
        lines = [s for s in statements if s.role == "bottom_line"]
        fresh = [s for s in lines if s.text not in said]
        asked = {role for intent in part.reading.intents for role in INTENT_ROLES[intent]}
        rest = [s for s in statements if s.role != "bottom_line"]
        answers = [s for s in rest if s.role in asked and s.cites and s.text not in said][:MOST_LED]
        if not fresh and answers:
            fresh = [replace(s, role="bottom_line", heading=None) for s in answers]
            rest = [s for s in rest if s not in answers]
        if fresh != lines and fresh:
            draft = replace(part.plan.draft, statements=(*fresh, *rest))
            part = replace(part, plan=replace(part.plan, draft=draft))
        kept.append(part)
        said |= {s.text for s in lines}
    return kept


def name_question(part: Part) -> str | None:
    """The heading of a question: its calculators, or its subject and what is asked of it; figure-free, and none where it has none."""
    if titles := list(_list_calculators(part.plan)):
        heading = ", ".join(dict.fromkeys(titles[:MOST_NAMED]))
    else:
        subject = plain_title(_find_subject(part))
        heading = ": ".join(word for word in (subject, _ASKED.get(part.reading.intents[0], "")) if word)
    return None if find(heading) or not heading else heading[:1].upper() + heading[1:]


def _list_calculators(plan: Plan) -> Iterator[str]:
    """The titles of what was worked out, and the names of what waits for inputs, but for doses."""
    yield from (plain_title(c.title) for c in plan.material.calculations if c.kind == "calculator")
    waiting = (*plan.waiting_for, *(item.for_ for item in plan.missing))
    yield from (name.replace("_", " ") for name in waiting if name.replace("_", "-") not in plan.material.documents)


def _find_subject(part: Part) -> str:
    """What a question is about: the medicines that it asks of, else its other words, what was spoken of before, or its document."""
    reading = part.reading
    told = read_told(without_taken(reading.question)) or read_told(reading.question)
    medicines = dict.fromkeys(str(fact.value) for fact in told if fact.fact == "drug" and not fact.negated)
    if medicines:
        return ", ".join(list(medicines)[:MOST_NAMED])
    titles = (part.plan.material.documents[key].title for key in part.plan.documents)
    return next(iter((*reading.phrases, *reading.subjects, *titles)), "")


def _join_kinds(plans: Sequence[Plan]) -> Literal["answer", "clarification", "abstention"]:
    kinds = {plan.kind for plan in plans}
    if "clarification" in kinds:
        return "clarification"
    return "answer" if "answer" in kinds else "abstention"


def _join_facts(parts: Sequence[Part]) -> list[Fact]:
    """The facts of all the questions, each once: what one of them says is no fact of an earlier turn in the next."""
    facts: list[Fact] = []
    for fact in (fact for part in parts for fact in part.reading.facts):
        if _as_said(fact, facts) not in facts:
            facts.append(fact)
    return facts


def _as_said(fact: Fact, facts: Sequence[Fact]) -> Fact:
    """A fact as an earlier question of the message says it."""
    said = fact.model_copy(update={"origin": "question"})
    return said if fact.origin == "earlier" and said in facts else fact


def _with_origins(calculation: Calculation, facts: Sequence[Fact]) -> Calculation:
    """A calculation whose inputs come from this message where one of its questions says them."""
    said = {(fact.fact, fact.text) for fact in facts if fact.origin == "question"}
    inputs = {
        name: given.model_copy(update={"origin": "question"})
        if given.origin == "earlier" and (name, given.text) in said
        else given
        for name, given in calculation.inputs.items()
    }
    return calculation.model_copy(update={"inputs": inputs})
