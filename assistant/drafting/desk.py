"""The loop: brief the model, judge each sentence as it comes, ask once more with the reasons, else do without it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from assistant.composers.chat import Brief, Call, ChatComposer, Unreadable
from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.composers.replies import say_result
from assistant.drafting.briefing import CONTEXT, Ward, make_brief
from assistant.drafting.calling import run_call
from assistant.errors import ModelError
from assistant.fidelity import Judge, Similar
from assistant.figures import Evidence, check
from assistant.figures.ledger import HANDLE
from assistant.planning import Plan
from assistant.records import ROLES, MissingInput

ATTEMPTS = 2
MOST_FAULTS = 12
REASONS = {
    "figure": "it holds a figure of your own; write only handles",
    "figure changed": "a word beside the handle changes its figure",
    "figure of no source": "a figure of a heading, of the question or of an earlier turn cannot be used",
    "figure without its passage": "a figure is used without citing its own passage",
    "figure out of place": "a figure stands with what it does not belong to in its passage",
    "unknown handle": "it uses a handle that nobody gave",
    "unknown citation": "it cites a passage that does not exist",
    "unknown calculation": "it uses a result that was not calculated",
    "no passage": "it cites no passage",
    "other subject": "it names a drug, route, condition or people that its passage does not",
    "other direction": "it turns a direction round",
    "denial changed": "it denies what its passage does not, or leaves a denial out",
    "unsupported": "its passage does not say that",
    "unreadable": "it is no object of the kind asked for",
    "no bottom line": "the draft has no bottom line",
    "unknown calculator": "it calls a calculator that does not exist",
    "unknown input": "it gives an input that the calculator does not take",
    "input not the clinician's own": "an input of a calculation must be a handle of the question",
    "input taken for another": "an input was given another of the clinician's figures",
    "input cannot be used": "the calculator cannot use these inputs",
}
"""What a model is told of each fault; also the stable words under which drafts are counted."""


@dataclass
class Outcome:
    """How it went: the plan that is shown, who composed it, and why drafts were refused."""

    plan: Plan
    composer: str = "extractive"
    attempts: int = 0
    faults: list[str] = field(default_factory=list)
    failure: str = ""


@dataclass
class _Attempt:
    """One draft as it comes in."""

    material: Material
    statements: list[DraftStatement] = field(default_factory=list)
    missing: list[MissingInput] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    faults: list[tuple[str, str]] = field(default_factory=list)


def is_for_a_model(plan: Plan) -> bool:
    """Whether a model may phrase this: an answer from passages; never an emergency, whose cited bands come at once."""
    urgent = plan.banner is not None and plan.banner.urgent
    return plan.kind == "answer" and not urgent and any(s.cites for s in plan.draft.statements)


def draft_with_model(
    composer: ChatComposer, plan: Plan, ward: Ward, held: tuple[Similar | None, str | None]
) -> Iterator[tuple[str, str | Outcome]]:
    """The events of a drafting: ("delta", sentence) for each that passed, at last ("drafted", Outcome).

    `held` is the likeness of texts and the site's region.
    """
    similar, region = held
    brief = make_brief(plan, ward)
    outcome = Outcome(plan)
    for number in range(ATTEMPTS):
        outcome.attempts = number + 1
        attempt = _Attempt(plan.material)
        try:
            yield from _follow(composer, brief, attempt, (ward, similar, region))
        except ModelError as error:
            outcome.failure = error.reason
            break
        if not any(s.role == "bottom_line" for s in attempt.statements):
            attempt.faults.append(("no bottom line", ""))
        if not attempt.faults:
            outcome.plan, outcome.composer = _finish(plan, attempt), composer.name
            break
        outcome.faults += [reason for reason, _ in attempt.faults]
        brief = replace(brief, faults=_tell_faults(attempt))
    yield "drafted", outcome


def _follow(
    composer: ChatComposer, brief: Brief, attempt: _Attempt, held: tuple[Ward, Similar | None, str | None]
) -> Iterator[tuple[str, str]]:
    """Take in a draft line by line; what passes is told at once, unless something before it was refused."""
    ward, similar, region = held
    judge = Judge(attempt.material.passages, attempt.material.ledger, similar)
    for line in composer.write(brief):
        if isinstance(line, Unreadable):
            attempt.faults.append(("unreadable", line.text))
        elif isinstance(line, Call):
            _take_call(line, attempt, ward, region)
        else:
            statement = replace(line, text=_with_results(line.text, attempt))
            if fault := find_fault(statement, attempt.material, judge):
                attempt.faults.append((fault, statement.text))
            else:
                attempt.statements.append(statement)
                if not attempt.faults:
                    yield "delta", attempt.material.ledger.show(statement.text)


def find_fault(statement: DraftStatement, material: Material, judge: Judge) -> str | None:
    """Why a sentence is refused, by its stable word: first the law of numbers, then what it says."""
    evidence = Evidence(material.passages.keys(), {str(n) for n in range(len(material.calculations))})
    faults = check([statement.claim], material.ledger, evidence)
    if faults:
        return faults[0].reason
    judged = judge.judge(statement)
    return judged[0] if judged else None


def _take_call(call: Call, attempt: _Attempt, ward: Ward, region: str | None) -> None:
    called = run_call(call, ward, attempt.material.ledger, region)
    if called.fault:
        attempt.faults.append((called.fault, call.name))
        return
    if called.missing:
        attempt.missing += called.missing.inputs
    for calculation in called.calculations:
        number = len(attempt.material.calculations)
        attempt.material = replace(attempt.material, calculations=(*attempt.material.calculations, calculation))
        attempt.aliases.setdefault(
            call.result, attempt.material.ledger.add_result(calculation.result.text, str(number))
        )


def _with_results(text: str, attempt: _Attempt) -> str:
    """The text with the handles that the model declared replaced by those of the results."""
    return HANDLE.sub(lambda match: attempt.aliases.get(match.group(1), match.group()), text)


def _finish(plan: Plan, attempt: _Attempt) -> Plan:
    """The plan with the model's statements; results in our own sentences, what differs and what is lacking from the documents."""
    material = attempt.material
    results = [say_result(n, c, material) for n, c in enumerate(material.calculations)]
    said = {s.text for s in results}
    rest = [s for s in plan.draft.statements if s.role in ("differs", "not_in_sources")]
    order = {role: place for place, role in enumerate(ROLES)}
    written = [s for s in attempt.statements if s.text not in said]
    statements = (*results, *sorted([*written, *rest], key=lambda s: order[s.role]))
    opened = plan.draft.open_roles | {s.role for s in written}
    return replace(
        plan, draft=Draft(statements, frozenset(opened)), material=material, missing=(*plan.missing, *attempt.missing)
    )


def _tell_faults(attempt: _Attempt) -> Sequence[str]:
    """The reasons of a refusal, in words that hold no figure."""
    ledger = attempt.material.ledger
    told = []
    for reason, text in attempt.faults[:MOST_FAULTS]:
        about = HANDLE.sub("(handle)", text)
        quoted = f'"{ledger.hide(about, CONTEXT)}": ' if text else ""
        told.append(f"{quoted}{REASONS.get(reason, reason)}")
    return told
