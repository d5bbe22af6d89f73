"""What a model is given to read: question, facts, passages, results and cards, every figure behind a handle."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.composers.chat import Brief
from assistant.composers.draft import Material
from assistant.figures import Ledger, Origin, find_open
from assistant.figures.ledger import letters
from assistant.figures.naming import plain_name
from assistant.library import Search
from assistant.planning import Plan
from assistant.records import Fact, Passage, Turn
from assistant.registry import Entry, Registry
from assistant.understanding.question import Reading

MOST_PASSAGES = 24
MOST_CARDS = 12
CONTEXT = Origin("context", "")
_PEOPLE = {"adult": "adult", "child": "child", "pregnancy": "pregnancy", "any": "anyone"}


@dataclass(frozen=True)
class Ward:
    """What a brief is made of, beside the plan."""

    reading: Reading
    search: Search
    earlier: Turn | None
    registry: Registry


def make_brief(plan: Plan, ward: Ward) -> Brief:
    """The brief of a turn."""
    ledger = plan.material.ledger
    chosen = choose_passages(plan, ward)
    passages = {f"passage-{letters(n)}": p for n, p in enumerate(chosen, start=1)}
    results = [
        f"{ledger.add_result(c.result.text, str(n))} {ledger.hide(c.title, CONTEXT)}"
        for n, c in enumerate(plan.material.calculations)
    ]
    return Brief(
        question=hide_question(ward.reading, ledger),
        earlier=_tell_earlier(ward.earlier, ledger) if ward.reading.follow_up else "",
        passages={handle: p.id for handle, p in passages.items()},
        texts={handle: _tell(p, plan.material) for handle, p in passages.items()},
        results=results,
        cards=[write_card(entry, ledger) for entry in _choose_entries(plan, ward)],
    )


def choose_passages(plan: Plan, ward: Ward) -> list[Passage]:
    """The passages of the extractive draft, then the nearest of the same documents for the same people."""
    cited = [key for statement in plan.draft.statements for key in statement.cites]
    near = [h.passage.id for h in ward.search.hits if h.passage.document_id in plan.documents]
    held = (plan.material.passages[key] for key in dict.fromkeys([*cited, *near]))
    people = ward.reading.population
    fitting = [p for p in held if p.citations and (people is None or p.population in (people, "any"))]
    unique = {p.text: p for p in reversed(fitting)}
    return [p for p in fitting if unique[p.text] is p][:MOST_PASSAGES]


def hide_question(reading: Reading, ledger: Ledger) -> str:
    """The question with the clinician's own figures behind handles that may be used, and what is known from before."""
    said = [(n, f) for n, f in enumerate(reading.facts) if f.origin == "question" and f.span[1] > f.span[0]]
    parts, last = [], 0
    for number, fact in sorted(said, key=lambda item: item[1].span):
        start, end = fact.span
        if start < last or reading.question[start:end] != fact.text:
            continue
        parts += [ledger.hide(reading.question[last:start], CONTEXT), ledger.hide(fact.text, _origin(number))]
        last = end
    hidden = "".join([*parts, ledger.hide(reading.question[last:], CONTEXT)])
    if find_open(hidden):  # what was found in parts could be another figure as a whole
        hidden = ledger.hide(reading.question, CONTEXT)
    known = [f"{f.fact.replace('_', ' ')}: {ledger.hide(f.text, _origin(n))}" for n, f in enumerate(reading.facts)]
    return "\n".join([hidden, *(["KNOWN: " + "; ".join(known)] if known else [])])


def _origin(number: int) -> Origin:
    return Origin("question", str(number))


def _tell(passage: Passage, material: Material) -> str:
    heading = material.ledger.hide(f"{passage.document_title}, {passage.section}", CONTEXT)
    return f"({_PEOPLE[passage.population]}; {heading}) {material.hide(passage)}"


def _tell_earlier(earlier: Turn | None, ledger: Ledger) -> str:
    """The turn before, as context from which no figure may be taken."""
    if earlier is None:
        return ""
    asked = ledger.hide(earlier.answer.standalone_question, CONTEXT)
    return f"asked: {asked}\nanswered: {ledger.hide(earlier.answer.bottom_line, CONTEXT)}"


def write_card(entry: Entry, ledger: Ledger) -> str:
    """A calculator or regimen in words: its name, what it is for, what it takes."""
    takes = ", ".join(
        f"{plain_name(item.name)} ({item.label}{'' if item.required else ', optional'})" for item in entry.inputs
    )
    return f"{plain_name(entry.name)}: {ledger.hide(f'{entry.title}. Takes {takes}.', CONTEXT)}"


def _choose_entries(plan: Plan, ward: Ward) -> Sequence[Entry]:
    """The calculators and regimens that could apply, without those that have run: named ones first, then those that take
    what was said."""
    run = {c.calculator for c in plan.material.calculations}
    named = {*ward.reading.calculators, *ward.reading.drugs, *ward.reading.indications, *plan.waiting_for}
    said = {fact.fact for fact in ward.reading.facts}
    weighed = [
        (entry.name not in named, -len(said & {item.name for item in entry.inputs}), entry)
        for entry in ward.registry.all()
        if entry.name not in run
    ]
    fitting = [item for item in weighed if not item[0] or item[1]]
    return [entry for _, _, entry in sorted(fitting, key=lambda item: item[:2])[:MOST_CARDS]]


def figures_of(facts: Sequence[Fact]) -> Iterator[tuple[int, Fact]]:
    """The facts that hold a value, with their places."""
    yield from ((n, fact) for n, fact in enumerate(facts) if fact.value is not None and not fact.negated)
