"""The banner of a turn: the foremost situation of the question, in a statement of a document where one carries it, else in our words.

An emergency leads whatever is asked, and stays while the questions go on about the same patient. People and high-alert medicines
bring a calm line, only where a dose or a medicine is at stake.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.composers.draft import Draft, DraftStatement
from assistant.composers.replies import NOT_HELD
from assistant.figures import is_figure_free
from assistant.library import Search
from assistant.library.documents import name_population
from assistant.planning.emergencies import EMERGENCY, find_situation
from assistant.planning.held import Held, Plan
from assistant.planning.limits import hold_nothing
from assistant.records import Banner, Passage, Turn
from assistant.understanding.naming import without_taken
from assistant.understanding.patient.dangers import (
    Situation,
    holds_of,
    is_about_something_else,
    is_studied,
    load_situations,
    read_dangers,
)
from assistant.understanding.patient.medicine_names import name_medicines
from assistant.understanding.question import Reading

MOST_LINES = 4
"""Bottom lines that are printed at once."""
MOST_BESIDE = 2
"""Situations that are told in a notice beside the banner."""
STUDIED = frozenset({"pearls", "differs", "causes"})
"""Intents of a question about an emergency behind which no patient stands."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a plan: what was found, the turn before, what the desk holds."""

    search: Search
    earlier: Turn | None
    held: Held


def put_banner(plan: Plan, reading: Reading, around: Around) -> Plan:
    """The plan under the banner of its situation, or under none."""
    if reading.harm:
        return replace(plan, banner=None)
    urgent = find_urgent(plan, reading, around)
    plan = _print_at_once(plan, urgent, reading, around) if urgent else plan
    rows = [load_situations()[urgent]] if urgent in load_situations() else []
    calm = list(_find_calm(plan, reading, around))
    if not urgent and not calm:
        return replace(plan, banner=None)
    rows = rows or ([] if urgent else calm[:1])
    row = rows[0] if rows else Situation(EMERGENCY.topic, EMERGENCY.text, urgent=True)
    quoted = _find_statement(row, plan, reading, around)
    banner = Banner(text=row.ours, topic=row.name, urgent=row.urgent)
    if quoted:
        lead = EMERGENCY.text if row.urgent else ""
        banner = Banner(text=quoted.text, ours=False, lead=lead, topic=row.name, urgent=row.urgent)
        plan = _without(plan, quoted)
    also = [
        one.ours
        for name, one in load_situations().items()
        if one.urgent and name in reading.dangers.held and name != row.name
    ]
    beside = [
        one.ours for one in calm if one is not row and not (row.urgent and one.people is None and not one.conditions)
    ]
    if quoted:
        beside = [text for text in beside if text != _ours_of(quoted.population)]
    return replace(
        plan,
        banner=banner,
        banner_from=quoted.id if quoted else "",
        notices=(*plan.notices, *[*(also if urgent else []), *beside][:MOST_BESIDE]),
    )


def find_urgent(plan: Plan, reading: Reading, around: Around) -> str:
    """The name of the emergency that the question is about, `emergency` where only a document or a dose names it; empty where there is none."""
    said, situations = reading.dangers, load_situations()
    kept = _find_kept(reading, around.earlier)
    person = any(fact.fact in ("age", "sex") or fact.unit for fact in reading.facts)
    if not person and (reading.intents[0] in STUDIED or is_studied(reading.question)):
        return kept
    held = [name for name, row in situations.items() if row.urgent and name in said.held]
    if held:
        return held[0]
    if kept in situations:
        return kept
    if plan.documents and find_situation(reading, around.held.library.documents.values()):
        return EMERGENCY.topic
    denied = any(situations[name].urgent for name in said.denied)
    return EMERGENCY.topic if plan.banner and not denied else kept


def _print_at_once(plan: Plan, topic: str, reading: Reading, around: Around) -> Plan:
    """The plan of an emergency with the bottom lines of its guideline first, where it only asks, offers, found nothing, or speaks of
    something else; nothing is said of an emergency that no document is about."""
    if plan.reason not in (None, "not_in_corpus", "not_clinical"):
        return plan
    documents = around.held.library.documents
    scores = _scores(around)
    carriers = [key for key in documents if topic in documents[key].banners and topic != EMERGENCY.topic]
    carriers.sort(key=lambda key: -max((scores.get(p.id, 0.0) for p in documents[key].passages), default=0.0))
    at_hand = [key for key in reading.documents if documents[key].kind != "regimen"]
    told = any(s.cites for s in plan.draft.statements)
    named = reading.named or reading.drugs or reading.indications or reading.follow_up
    if topic != EMERGENCY.topic and not carriers and not named:
        return hold_nothing((topic,), around.search, plan.material)
    ours = set(carriers) & {*plan.documents, *reading.documents} or plan.banner
    if told and (not carriers or ours or reading.follow_up or find_situation(reading, documents.values())):
        return plan
    row, keys = load_situations().get(topic), [key for key in carriers if key in at_hand] or carriers or at_hand
    lines = [
        DraftStatement("bottom_line", plan.material.hide(passage), (passage.id,))
        for key in keys
        for passage in documents[key].passages
        if passage.role == "bottom_line" and passage.citations and _fits(passage, reading.population, row)
    ][:MOST_LINES]
    if not lines:
        return plan
    if told or plan.kind == "abstention":
        gap = [s for s in plan.draft.statements[:1] if s.text.startswith(NOT_HELD)]
        draft = Draft((*gap, *lines), frozenset({"bottom_line"}))
        return Plan("answer", draft, plan.material, documents=tuple(keys), notices=plan.notices)
    draft = replace(plan.draft, statements=(*lines, *plan.draft.statements))
    return replace(plan, draft=draft, documents=plan.documents or tuple(keys))


def _find_kept(reading: Reading, earlier: Turn | None) -> str:
    """The emergency of the turn before, while the questions go on about it and nobody says that it is past."""
    before = earlier.answer.banner if earlier else None
    if not (before and before.urgent and earlier and reading.follow_up) or before.topic in reading.dangers.denied:
        return ""
    elsewhere = bool(reading.named) and not set(reading.named) & set(earlier.topics)
    return "" if elsewhere else before.topic or EMERGENCY.topic


def _find_calm(plan: Plan, reading: Reading, around: Around) -> Iterator[Situation]:
    """The situations that are no emergency and hold, where what they need is at stake, the foremost first."""
    if plan.kind == "abstention" and plan.reason != "not_in_corpus":
        return
    regimens = _list_regimens(plan, around)
    dose = bool(regimens) or reading.asks_dose or (not plan.missing and reading.intents[0] == "dose")
    medicine = dose or bool(reading.drugs or name_medicines(reading.question))
    given = read_dangers(". ".join(regimens) or without_taken(reading.standalone)).held
    said = {name for name in given if not is_about_something_else(name, reading.question)}
    for row in load_situations().values():
        needed = dose if row.needs == "dose" else medicine
        holds = (
            row.name in said if not (row.people or row.conditions) else holds_of(row, reading.facts, reading.population)
        )
        if not row.urgent and needed and holds and not _is_written_for(row, plan):
            yield row


def _list_regimens(plan: Plan, around: Around) -> list[str]:
    """The titles of the regimens whose dose is given or waits for inputs."""
    named = [*(c.calculator for c in plan.material.calculations), *(item.for_ for item in plan.missing)]
    entries = [around.held.registry.get(name) for name in dict.fromkeys(named)]
    return [entry.title for entry in entries if entry.kind == "regimen"]


def _is_written_for(row: Situation, plan: Plan) -> bool:
    """Whether the answer is from a document for pregnant women alone: it needs no word about them."""
    lead = plan.material.documents.get(plan.documents[0]) if plan.documents else None
    return row.people == "pregnancy" and lead is not None and name_population(lead.population) == "pregnancy"


def _find_statement(row: Situation, plan: Plan, reading: Reading, around: Around) -> Passage | None:
    """The statement that documents carry as the banner of a situation, for these people, the nearest to the question first. What is
    told of people stands only where the answer is of its document; so does a banner of any other emergency."""
    local = row.name == EMERGENCY.topic or bool(row.people) or (bool(row.conditions) and not row.urgent)
    library = around.held.library
    at_hand = plan.documents[:1] if row.name == EMERGENCY.topic else plan.documents
    keys = at_hand if local else tuple(library.documents)
    leads = {key for s in plan.draft.statements if s.role == "bottom_line" for key in s.cites}
    wanted = reading.population
    found = [
        passage
        for key in keys
        if row.name in library.documents[key].banners
        for passage in library.documents[key].passages
        if passage.text in library.documents[key].banners[row.name]
        and passage.id not in leads
        and _fits(passage, wanted, row)
        and is_figure_free(passage.text)
    ]
    scores = _scores(around)
    return max(
        found,
        key=lambda p: (p.population == wanted, p.document_id in plan.documents, scores.get(p.id, 0.0)),
        default=None,
    )


def _scores(around: Around) -> dict[str, float]:
    """How near each passage is to the question."""
    return {hit.passage.id: hit.score for hit in around.search.hits}


def _fits(passage: Passage, wanted: str | None, row: Situation | None) -> bool:
    if passage.population in ("any", wanted) or (row and passage.population == row.people):
        return True
    return passage.population == "adult" and wanted in (None, "pregnancy")


def _without(plan: Plan, quoted: Passage) -> Plan:
    """The plan without the statement that its banner already quotes."""
    kept = tuple(s for s in plan.draft.statements if quoted.id not in s.cites or len(s.cites) > 1)
    return replace(plan, draft=replace(plan.draft, statements=kept)) if kept else plan


def _ours_of(population: str) -> str:
    """Our wording about people of whom a statement already speaks."""
    return next((row.ours for row in load_situations().values() if row.people == population), "")
