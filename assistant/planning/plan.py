"""The plan of a turn: the draft and all that stands beside it, made before the gate and shown after it."""

import re
from dataclasses import replace

from assistant.composers import replies
from assistant.composers.draft import Draft, Material, Request
from assistant.composers.extractive import compose
from assistant.composers.fitting import is_left_out
from assistant.library import Search
from assistant.planning import limits
from assistant.planning.choices import offer_calculators
from assistant.planning.confidence import is_for_a_person, rate
from assistant.planning.contraindicated import say_contraindicated
from assistant.planning.dosing import covers_nobody, plan_calculation, plan_dose, plan_doubt
from assistant.planning.emergencies import find_situation
from assistant.planning.held import Held, Plan
from assistant.planning.instead import find_instead
from assistant.planning.languages import tell_language
from assistant.planning.misplaced import keep_meant
from assistant.planning.names import ask_names
from assistant.planning.origins import say_origin
from assistant.planning.premises import CONTRADICTED, say_contradicted
from assistant.planning.requests import make_request, name_guideline
from assistant.planning.results import run_calls
from assistant.planning.rows import are_for_others, ask_what_for, show_rows
from assistant.planning.safety import Around, put_banner
from assistant.planning.scope import find_unknown_medicine, is_by_a_patient
from assistant.planning.spoken_against import say_spoken_against
from assistant.planning.unheard import say_unheard
from assistant.records import Turn
from assistant.regimens import Gap, find_gap
from assistant.understanding.choosing.calls import choose_calls, offer_calls
from assistant.understanding.choosing.regimens import choose_regimens, list_words
from assistant.understanding.naming import without_taken
from assistant.understanding.places import read_region
from assistant.understanding.question import Reading
from assistant.understanding.reading import without_routes_not_had
from assistant.understanding.words.courtesy import is_courtesy

__all__ = ["Held", "Plan", "make_plan"]
UNTELLING = frozenset({"indication", "population", "age", "weight", "allergy"})
"""What is given of a regimen without telling that its case is the patient's."""
UNSTABLE = r"shock|hypotens\w+|unstable|low (?:blood )?pressure"
"""The words for a circulation that fails: what is for one of them is for the others."""


def make_plan(reading: Reading, search: Search, earlier: Turn | None, held: Held) -> Plan:
    """The plan of a turn, under the banner of its situation."""
    plan = say_contradicted(_plan(reading, search, earlier, held), reading, held.registry)
    if not plan.draft.statements[:1] or not plan.draft.statements[0].text.startswith(CONTRADICTED):
        plan = say_spoken_against(plan, reading)
    plan = replace(say_unheard(plan, reading), confidence=rate(reading, search))
    plan = put_banner(plan, reading, Around(search, earlier, held))
    return tell_language(ask_names(plan, reading), reading)


def _plan(reading: Reading, search: Search, earlier: Turn | None, held: Held) -> Plan:
    reading = name_guideline(reading, search, held.library)
    calls = () if reading.harm else choose_calls(reading, earlier, held.registry)
    offered = choose_regimens(reading, earlier, held.registry).offered
    several = () if reading.harm else offer_calls(reading, earlier, held.registry)
    calls = () if several else keep_meant(calls, offered, (reading, earlier), held)
    results = run_calls(calls, read_region(reading.question) or held.region, reading.about_a_patient)
    library = held.library
    guided = any(library.documents[key].kind != "regimen" for key in reading.documents)
    if guided and covers_nobody(results) and (reading.restated or not (reading.drugs or reading.asks_dose)):
        calls, results = (), run_calls((), None, reading.about_a_patient)  # the guideline may speak of these people
    urgent = find_situation(reading, library.documents.values())
    named = any(
        call.chosen
        or call.entry.name in reading.drugs
        or call.entry.is_emergency(call.indication)
        or set(call.given) - UNTELLING
        for call in calls
    )
    if guided and urgent and calls and not named:
        calls, results = (), run_calls((), None, reading.about_a_patient)  # what the emergency calls for comes first
    if guided and results.doubt and results.doubt[1].name == "indication" and not reading.drugs:
        calls, results = (), run_calls((), None, reading.about_a_patient)  # no drug is named: none is asked about
    material = Material(library.passages, library.references, library.documents, results.calculations, reading.facts)
    if reading.harm:
        return limits.refuse_harm(material)
    if is_by_a_patient(reading.question):
        return limits.speak_to_a_patient(material)
    if earlier and is_courtesy(reading.question):
        return limits.return_courtesy(material)
    if several:
        return offer_calculators(several, material)
    if not calls and (origin := say_origin(reading, earlier, material)):
        return origin
    if reading.subject_missing and not any(call.chosen or call.entry.name not in reading.calculators for call in calls):
        return limits.ask_for_a_subject(material)
    unheard = None if urgent else find_unknown_medicine(reading.question, reading.unknown)
    if unheard and calls and not results.calculations and not reading.about_a_patient:
        return limits.know_no_medicine(unheard, search, material)
    if results.doubt and results.doubt[0].kind == "calculator":
        return plan_doubt(results, calls, reading, material)
    if any(call.entry.kind == "calculator" for call in calls):
        return plan_calculation(results, material)
    request = make_request(reading, search, held, calls)
    if not calls and re.search(UNSTABLE, urgent):
        request = replace(request, situation=f"{urgent}|{UNSTABLE}")
    if limits.asks_of_the_unknown(reading) or (not urgent and is_for_a_person(reading, search)):
        return limits.turn_away(reading, search, material)
    if unheard:
        return limits.know_no_medicine(unheard, search, material)
    if asked := limits.find_kind_not_held(reading, request, material):
        return limits.hold_nothing((asked,), search, material)
    drug = limits.find_dose_not_held(reading, request, material)
    if drug and not any(drug in list_words([call.entry]) for call in calls):
        return limits.hold_nothing((f"a dose of {drug}",), search, material)
    asked = without_taken(without_routes_not_had(reading.standalone))
    beside = [*(call.entry for call in calls), *offered]
    gap = find_gap(held.gaps, asked, limits.list_held(reading.documents, material), reading.asks_dose)
    if gap and (len(gap.words) > 1 or not reading.drugs):
        return limits.leave_open(gap, beside, material)
    if medicine := limits.find_medicine_not_held(asked, reading, request, held, material):
        formulas = limits.list_calculators(medicine, held)
        return limits.leave_open(Gap(f"a dose of {medicine}"), [*formulas, *beside], material)
    if use := limits.find_use_not_held(reading, calls, material):
        others = [held.registry.get(name) for name in reading.indications]
        return limits.leave_open(Gap(use), [*beside, *others], material)
    if what_for := ask_what_for(calls, beside, reading, material):
        draft = Draft((what_for, *show_rows(calls, results, material)), frozenset({"administration"}))
        return Plan("clarification", draft, material, missing=results.asked, waiting_for=results.waiting)
    if calls and reading.population == "pregnancy" and are_for_others(calls, material):
        return limits.leave_open(Gap(f"{calls[0].entry.drug} in pregnancy for this"), beside, material)
    if calls:
        return say_contraindicated(plan_dose(calls, results, request, reading, material), calls, reading)
    if offered and not guided:
        return limits.offer(offered, material)
    return plan_reading(request, reading, search, material)


def plan_reading(request: Request, reading: Reading, search: Search, material: Material) -> Plan:
    """What the documents say, or that they hold nothing on it."""
    if not request.documents:
        return limits.turn_away(reading, search, material)
    draft = compose(request, material)
    if instead := find_instead(reading, request, material):
        said = {s.text for s in instead}
        draft = replace(draft, statements=(*instead, *(s for s in draft.statements if s.text not in said)))
    if not draft.statements:
        return limits.hold_nothing(reading.unknown, search, material)
    lacking = draft.statements[0].role == "bottom_line" and not draft.statements[0].cites
    notices = [replies.not_held(reading.unknown)]
    if request.population and not request.overview and is_left_out(request, material):
        notices.append(replies.for_others(request.population))
    return Plan(
        kind="abstention" if lacking else "answer",
        draft=draft,
        material=material,
        reason="not_in_corpus" if lacking else None,
        documents=request.documents,
        notices=tuple(notice for notice in notices if notice),
    )
