"""A message in another language than English: answered in English from what could be read, with a notice; or not at all."""

from dataclasses import replace

from assistant.composers import asking_back
from assistant.composers.draft import Draft
from assistant.composers.replies import NO_MENTION
from assistant.planning.held import Plan
from assistant.understanding.question import Reading


def tell_language(plan: Plan, reading: Reading) -> Plan:
    """The plan with the notice of the language that was read. Where no medicine, calculator or topic was read by its own name, what
    was found may be of another matter: then English is asked for."""
    if reading.language is None or reading.harm or plan.doubt:
        return plan
    if not _is_understood(plan, reading):
        draft = Draft(tuple(asking_back.ask_in_english(reading.language)), frozenset({"not_in_sources"}))
        bare = replace(plan.material, calculations=())
        return Plan("clarification", draft, bare, banner=plan.banner)
    known = [notice for notice in plan.notices if not notice.startswith(NO_MENTION)]  # its words are in no source
    return replace(plan, notices=(*known, asking_back.answer_in_english(reading.language)))


def _is_understood(plan: Plan, reading: Reading) -> bool:
    if plan.reason in ("not_clinical", "unknown_drug"):
        return False
    written = reading.question.casefold()
    by_name = any(phrase.casefold() in written for phrase in (*reading.documents_by, *reading.drugs.values()))
    worked = any(made.kind == "calculator" for made in plan.material.calculations)
    return by_name or worked or any(fact.fact == "drug" for fact in reading.facts)
