"""A name of a medicine that may be another: it is asked which is meant, and nothing is said of either before."""

from dataclasses import replace

from assistant.composers import asking_back
from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.figures import Entry, find
from assistant.planning.held import Plan
from assistant.records import NameDoubt, Offer
from assistant.understanding.patient.lookalikes import is_asked_about
from assistant.understanding.question import Reading


def ask_names(plan: Plan, reading: Reading) -> Plan:
    """The plan with the question which medicine is meant, where one in doubt is asked about; where something else is asked that can be
    answered, a notice. What is done at once in an emergency stands all the same, but for what names either."""
    if reading.harm or plan.reason == "needs_judgement":
        return plan
    doubts = [doubt for doubt in reading.doubts if not any(find(name) for name in (doubt.word, *doubt.names))]
    asked = [doubt for doubt in doubts if is_asked_about(doubt, reading.question)]
    others = {phrase for phrase in reading.drugs.values() if not any(_is_of(phrase, doubt) for doubt in doubts)}
    if not asked or others or _is_calculated(plan):
        notices = [asking_back.doubt_name(doubt.names, doubt.word) for doubt in doubts if doubt.misspelt]
        return replace(plan, notices=(*plan.notices, *notices))
    doubt = asked[0]
    question = asking_back.ask_name(doubt.names, doubt.word, doubt.misspelt)
    at_once = _do_at_once(plan, doubt) if plan.banner and doubt.misspelt and plan.kind == "answer" else ()
    worked = any(entry.origin.kind == "calculation" for s in at_once for entry in _list_figures(s, plan.material))
    return replace(
        plan,
        kind="clarification",
        reason=None,
        draft=Draft((question, *at_once), plan.draft.open_roles),
        material=plan.material if worked else replace(plan.material, calculations=()),
        missing=(),
        waiting_for=(),
        offered=tuple(Offer(name=name, title=name) for name in doubt.names),
        doubt=doubt,
    )


def _do_at_once(plan: Plan, doubt: NameDoubt) -> tuple[DraftStatement, ...]:
    """The statements of an emergency that name neither medicine; where a dose of either was worked out, none that was worked out."""
    made = " ".join(calculation.title for calculation in plan.material.calculations).casefold()
    of_either = any(name in made for name in doubt.names)
    return tuple(
        s
        for s in plan.draft.statements
        if not any(name in s.text.casefold() for name in doubt.names)
        and not (of_either and any(e.origin.kind == "calculation" for e in _list_figures(s, plan.material)))
    )


def _list_figures(statement: DraftStatement, material: Material) -> list[Entry]:
    return [piece for piece in material.ledger.pieces(statement.text) if not isinstance(piece, str)]


def _is_of(phrase: str, doubt: NameDoubt) -> bool:
    return phrase.casefold() == doubt.word.casefold()


def _is_calculated(plan: Plan) -> bool:
    made = {calculation.calculator for calculation in plan.material.calculations if calculation.kind == "calculator"}
    return bool(made)
