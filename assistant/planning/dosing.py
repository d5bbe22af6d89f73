"""Plans around calculations: a calculator's result, a regimen's dose or its cited bands, or a value that is doubted."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from assistant.composers import replies
from assistant.composers.draft import Draft, DraftStatement, Material, Request
from assistant.composers.extractive import PEOPLE, compose
from assistant.composers.fitting import find_absence, find_answer_to, says_stop, stems
from assistant.errors import InputError
from assistant.figures import Kind, find
from assistant.planning.choices import ask_beside
from assistant.planning.emergencies import EMERGENCY, find_caution, find_situation, is_of_special_people
from assistant.planning.excess import find_excess
from assistant.planning.held import Plan
from assistant.planning.infusions import INFUSION, lead_with_infusion
from assistant.planning.instead import find_instead
from assistant.planning.misplaced import is_included
from assistant.planning.results import Results
from assistant.planning.rows import (
    MOST_FIRST,
    for_adults,
    lead_with_drug,
    lead_with_rows,
    show_rows,
    wait_for_the_region,
    watch,
)
from assistant.records import NOT_COVERED, ROLES, MissingInput, Passage, Role
from assistant.registry import Entry
from assistant.understanding.choosing.calls import Call
from assistant.understanding.places import read_region
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import MANNERS

WATCHING: tuple[Role, ...] = ("monitoring", "cautions")
"""What stands beside every dose that was worked out."""
LEADING_HEADINGS = (None, *PEOPLE.values())
"""Where the document's own bottom lines stand under the approach."""
_ORDER: dict[Role, int] = {role: place for place, role in enumerate(ROLES)}


def plan_doubt(results: Results, calls: Sequence[Call], reading: Reading, material: Material) -> Plan:
    """An input that cannot be used: which, and what would be right; a regimen's cited bands stand below all the same."""
    assert results.doubt is not None
    entry, error = results.doubt
    statement = say_doubt(results.doubt, reading, material)
    asked = [item for item in (_as_missing(entry, error.name),) if item]
    rows = show_rows(calls, results, material)
    others = [
        replies.say_result(n, c, material) for n, c in enumerate(results.calculations) if entry.kind == "calculator"
    ]
    return Plan(
        "clarification",
        Draft((statement, *others, *rows), frozenset({"administration"})),
        material,
        missing=ask_beside(results, calls, asked) if entry.kind == "calculator" else tuple(asked),
        waiting_for=tuple(call.entry.name for call in calls),
    )


def say_doubt(doubt: tuple[Entry, InputError], reading: Reading, material: Material) -> DraftStatement:
    """Which value cannot be used, and what would be right."""
    entry, error = doubt
    label = next((i.label for i in entry.inputs if i.name == error.name), error.name.replace("_", " "))
    return replies.doubt_input(label, entry, error, reading.facts, material)


def _as_missing(entry: Entry, name: str) -> MissingInput | None:
    item = next((i for i in entry.inputs if i.name == name), None)
    if item is None:
        return None
    fields = item.model_dump(include={"name", "label", "unit", "units", "minimum", "maximum", "choices"})
    return MissingInput(for_=entry.name, **fields)


def plan_calculation(results: Results, material: Material) -> Plan:
    """Calculators only: their results, or what they still need."""
    statements: list[DraftStatement] = []
    asked = {entry.name: replies.ask_for(entry, missing, material) for entry, missing in results.missing}
    for number, calculation in enumerate(results.calculations):
        statements.append(replies.say_result(number, calculation, material))
        if calculation.calculator in asked:
            statements.append(asked.pop(calculation.calculator))
    statements += asked.values()
    for calculation in results.calculations:
        statements += replies.say_warnings(calculation, material)
    kind: Literal["answer", "clarification"] = "clarification" if results.missing else "answer"
    draft = Draft(tuple(statements), frozenset({"bottom_line", "cautions"}))
    return Plan(kind, draft, material, missing=results.asked, waiting_for=results.waiting)


def plan_dose(calls: Sequence[Call], results: Results, request: Request, reading: Reading, material: Material) -> Plan:
    """Regimens: the dose worked out, or the cited bands with what would sharpen them, then what belongs to it."""
    if covers_nobody(results) and any(item.required for item in results.asked):
        results = replace(results, refusals=())  # a source may still cover these people
    worked_out = bool(results.calculations)
    request = replace(request, specific=_beside_the_drug(request.specific, calls))
    emergency = any(call.entry.is_emergency(call.indication) for call in calls)
    acute_of = find_situation(reading, material.documents.values())
    acute = emergency or bool(acute_of)
    situation = (*request.specific, *(_beside_the_drug(_words(reading), calls) if emergency else ()))
    situation = tuple(word for word in situation if not read_region(word.upper()))  # whose dose is no thing beside it
    if emergency:  # the route that saves a life leads, whichever was asked for
        request = replace(request, on_route="", off_route="", manner="")
    first, further = _say_outcomes(results, material)
    if waiting := wait_for_the_region(calls, results, reading, material):
        lead = waiting[0].cites
        kept, others = (waiting, first) if lead else ([*first, *waiting], [])
        first, further = kept, [*(replace(s, role="differs") for s in others), *further]
    none_given = [] if first else _say_no_dose(calls, results, material)
    rows = [] if worked_out or none_given else show_rows(calls, results, material, reading.population == "pregnancy")
    wanted = _for_all(request, calls, acute_of) if acute else request
    around = compose(_narrow(wanted, worked_out, emergency and bool(reading.drugs)), material)
    rest = _beside(around, first, rows, worked_out)
    guided = any(material.documents[key].kind != "regimen" for key in request.documents)
    leading = [s for s in around.statements if s.role == "bottom_line"] if guided else []
    if acute:  # what is not held stands after what is given
        leading.sort(key=lambda s: not s.cites)
    if (
        (worked_out or (results.refusals and not covers_nobody(results)))
        and guided
        and not _are_included(calls, request, material)
    ):
        first = [*first, *leading[:1]]
    if emergency and rows and not first and len(calls) == 1 and not _are_included(calls, request, material):
        first = [replace(row, role="bottom_line", heading=None) for row in rows[:MOST_FIRST]]
    first = first or none_given
    led = lead_with_drug(calls, leading, results, reading, material)
    led = led or lead_with_rows(calls, leading, results, reading, material)
    if results.doubt:
        doubt, first = say_doubt(results.doubt, reading, material), first or led
        first = [*first, doubt] if first else [doubt, *leading]
    first = first or led or leading
    instead = find_instead(reading, request, material)
    first = list({s.text: s for s in (*instead, *first)}.values())  # two routes of one drug are refused in one sentence
    asked, after = _find_asked(situation, request, material, emergency), acute and is_of_special_people(situation)
    if (acute or worked_out) and asked is None:
        asked, after = find_caution(request, calls, material), True
    if asked:
        first = _put_in(asked, first, after, material)
        rest = [s for s in rest if asked.id not in s.cites]
    if emergency and reading.manner == INFUSION:
        infused = replace(request, manner=MANNERS[INFUSION])
        first, left = lead_with_infusion(first, worked_out, infused, material)
        further = [*further, *left]
    if not first and results.missing:
        entry, missing = results.missing[0]
        who = [item.name for item in missing.inputs if item.required] == ["population"]
        shown = rows or (show_rows([for_adults(call) for call in calls], results, material) if who else [])
        urgent = [replace(row, role="bottom_line", heading=None) for row in shown[:MOST_FIRST] if emergency or who]
        needed = [replies.ask_for(entry, missing, material)] if any(item.required for item in missing.inputs) else []
        first = [*urgent, *needed] or [replace(row, role="bottom_line", heading=None) for row in rows[:MOST_FIRST]]
    if excess := find_excess(calls, results, reading, material):
        first = [excess, *first]
    said = {s.text for s in first}
    rest = [s for s in rest if s.text not in said]
    rest += watch(calls, [*first, *rows, *rest], request, material)
    statements = (*first, *sorted([*rows, *rest, *further], key=lambda s: _ORDER[s.role]))
    opened: set[Role] = {*request.roles, "administration", *(s.role for s in further)}
    doubted = plan_doubt(results, calls, reading, material) if results.doubt else None
    only_asks = not results.calculations and not results.refusals and not any(s.cites for s in first)
    kind: Literal["answer", "clarification", "abstention"] = "clarification" if doubted or only_asks else "answer"
    if not doubted and covers_nobody(results):
        kind = "abstention"
    return Plan(
        kind=kind,
        reason="not_in_corpus" if kind == "abstention" else None,
        draft=Draft(statements, frozenset(opened)),
        material=material,
        documents=request.documents,
        missing=doubted.missing if doubted else results.asked,
        waiting_for=doubted.waiting_for if doubted else results.waiting,
        banner=EMERGENCY if emergency else None,
    )


def _are_included(calls: Sequence[Call], request: Request, material: Material) -> bool:
    """Whether the guidelines at hand include the rows of what was called, so that they say nothing more of it."""
    passages = [passage for key in request.documents for passage in material.documents[key].passages]
    guides = [passage for passage in passages if material.documents[passage.document_id].kind != "regimen"]
    return any(is_included(call.entry.name, guides) for call in calls)


def covers_nobody(results: Results) -> bool:
    """Whether no source covers these people, nor says that they are not to have the drug."""
    outside = [refusal for refusal in results.refusals if refusal.text.startswith(NOT_COVERED)]
    return not results.calculations and bool(outside) and len(outside) == len(results.refusals)


def _words(reading: Reading) -> list[str]:
    return [word for phrase in reading.phrases for word in phrase.split()]


def _for_all(request: Request, calls: Sequence[Call], acute_of: str) -> Request:
    """A request of an emergency without what is special to the patient, which stands after the dose; what makes it an emergency
    leads, whatever else the question names."""
    kept = tuple(word for word in request.specific if not is_of_special_people((word,)))
    situation = acute_of or "|".join(re.escape(call.indication) for call in calls if call.indication)
    return replace(request, specific=kept, on_state="", off_state="", situation=situation)


def _find_asked(situation: Sequence[str], request: Request, material: Material, emergency: bool) -> Passage | None:
    """What answers a thing asked beside the drug, or says that just this is not held; else its row is worked out or listed."""
    asked = find_answer_to(stems(" ".join(situation)), request, material)
    if asked and emergency and asked.role == "cautions":
        asked = None  # no caution stands before the dose that saves a life
    if asked and asked.regimen and asked.role != "cautions":
        return None
    return asked or (None if emergency else find_absence(request, material))


def _put_in(asked: Passage, first: Sequence[DraftStatement], after: bool, material: Material) -> list[DraftStatement]:
    """The bottom line with what answers the thing asked: before the dose, or after the dose that saves a life. What says to stop
    stands alone: nothing more is given."""
    said = DraftStatement("bottom_line", material.hide(asked), (asked.id,) if asked.citations else ())
    others = [] if says_stop(asked) else [s for s in first if s.text != said.text]
    return [*others[:1], said] if after else [said, *others]


def _beside_the_drug(words: Sequence[str], calls: Sequence[Call]) -> tuple[str, ...]:
    """The words of what is asked about beside the drugs and indications of the calls, however those are spelt."""
    named = " ".join(" ".join((c.entry.drug, *c.entry.synonyms, *c.entry.indications)) for c in calls)
    return tuple(word for word in words if not stems(word) <= stems(named))


def _say_no_dose(calls: Sequence[Call], results: Results, material: Material) -> list[DraftStatement]:
    """The bands that are left for this patient, when none of them gives a dose: whatever is still asked, there is none."""
    rows = [material.passages[row] for call in calls for row in call.entry.rows(call.given, results.region)]
    if any(figure.kind in (Kind.DOSE, Kind.RATE) for row in rows for figure in find(row.text)):
        return []
    return [replace(s, role="bottom_line", heading=None) for s in replies.list_rows(rows, material)][:MOST_FIRST]


def _say_outcomes(results: Results, material: Material) -> tuple[list[DraftStatement], list[DraftStatement]]:
    """The sentences of the first outcomes, and those of the others, by further bodies."""
    said = [replies.say_result(n, c, material) for n, c in enumerate(results.calculations)]
    said += [replies.say_refusal(refusal, material) for refusal in results.refusals]
    return said[:MOST_FIRST], [replace(s, role="differs") for s in said[MOST_FIRST:]]


def _narrow(request: Request, worked_out: bool, lines_lead: bool) -> Request:
    """Beside a dose that was worked out only what watches over it; beside bands the whole, unless one thing was asked.

    `lines_lead`: the drug of an emergency was named, so the document's own bottom lines lead whatever else was said.
    """
    if worked_out:
        return replace(request, overview=False, roles=(*WATCHING, *request.roles))
    return replace(request, overview=lines_lead or not request.specific)


def _beside(
    around: Draft, first: Sequence[DraftStatement], rows: Sequence[DraftStatement], dosed: bool
) -> list[DraftStatement]:
    """What the documents add: never a text twice, and beside a worked-out dose only what watches over it."""
    said = {s.text for s in (*first, *rows)}
    kept = [s for s in around.statements if s.text not in said and s.role != "bottom_line"]
    if dosed:
        return [s for s in kept if s.role in ("monitoring", "cautions", "special_groups", "differs", "not_in_sources")]
    if not rows:
        return kept
    leading = [s for s in kept if s.role == "approach" and s.heading in LEADING_HEADINGS]
    return [*leading, *(s for s in kept if s.role not in ("administration", "approach"))]
