"""Decide how a question is answered: by a calculation, by what the passages say, by asking, or by saying that nothing is held.

The plan holds the draft and all that stands beside it; it is made before the gate and shown after it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from assistant.composers import replies
from assistant.composers.draft import Draft, DraftStatement, Material, Request
from assistant.composers.extractive import compose, is_left_out
from assistant.errors import InputError
from assistant.figures import Kind, find
from assistant.library import Library, Search
from assistant.records import ROLES, Banner, Calculation, Missing, MissingInput, Refusal, Role, Turn
from assistant.registry import Entry, Registry
from assistant.understanding.calls import Call, choose_calls
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import ROUTES

MOST_ROWS = 8
"""Bands of a regimen that are shown at once; more of them are asked about first."""
NEAR_ENOUGH = 0.42
"""Cosine of the nearest passage below which a question that names no known topic is not answered."""
EMERGENCY = "Emergency: call for help and treat at once. The cited bands come first; what is asked beside them only sharpens the dose."
INTENT_ROLES: dict[str, tuple[Role, ...]] = {
    "dose": ("administration", "approach"),
    "approach": ("approach",),
    "monitoring": ("monitoring",),
    "special_groups": ("special_groups",),
    "cautions": ("cautions",),
    "pearls": ("pearls",),
    "differs": ("differs",),
    "background": ("approach", "pearls"),
}
DOSE_OF = r"\b(?:dos\w+|give|giving|start\w*|prescrib\w+|amount|much|many|rate)"
ARTICLES = r"(?:of|an?|the|iv|im|po|oral|intravenous|intramuscular)\s+"
"""What may stand between "dose of" and the drug."""
WATCHING: tuple[Role, ...] = ("monitoring", "cautions")
"""What stands beside every dose that was worked out."""
NARROW = ("monitoring", "special_groups", "cautions", "pearls", "differs")
"""Intents that ask for one side of a topic, not for the whole of it."""


class Held(Protocol):
    """What a plan needs of the desk."""

    @property
    def library(self) -> Library: ...
    @property
    def registry(self) -> Registry: ...
    @property
    def region(self) -> str | None: ...


@dataclass(frozen=True)
class Plan:
    """What will be answered, before it is shown."""

    kind: Literal["answer", "clarification", "abstention"]
    draft: Draft
    material: Material
    reason: str | None = None
    documents: tuple[str, ...] = ()
    missing: tuple[MissingInput, ...] = ()
    waiting_for: tuple[str, ...] = ()
    banner: Banner | None = None
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Results:
    """What the calls of a question gave."""

    calculations: tuple[Calculation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    missing: tuple[tuple[Entry, Missing], ...] = ()
    doubt: tuple[Entry, InputError] | None = None


def make_plan(reading: Reading, search: Search, earlier: Turn | None, held: Held) -> Plan:
    """The plan of a turn."""
    calls = choose_calls(reading, earlier, held.registry)
    results = _run(calls, reading, held)
    library = held.library
    material = Material(
        passages=dict(library.passages),
        references=dict(library.references),
        documents=dict(library.documents),
        calculations=results.calculations,
        facts=reading.facts,
    )
    if reading.subject_missing:
        return Plan("clarification", Draft(tuple(replies.ask_for_a_subject(_guidelines(material)))), material)
    if results.doubt:
        return _doubt(*results.doubt, calls, reading, material)
    if any(call.entry.kind == "calculator" for call in calls):
        return _calculated(results, reading, material)
    request = _request(reading, search, held, calls)
    if _asks_of_the_unknown(reading):
        return _nothing_held(reading, search, material)
    if drug := _dose_not_held(reading, request, material):
        return _nothing_held(replace(reading, unknown=(f"a dose of {drug}",)), search, material)
    if calls and (results.calculations or results.refusals or results.missing):
        return _dosed(calls, results, request, reading, material)
    return _read(request, reading, search, material)


def _run(calls: Sequence[Call], reading: Reading, held: Held) -> Results:
    """Run the calls; what a regimen lacks for one patient is asked beside its rows."""
    results = Results()
    for call in calls:
        try:
            for outcome in call.entry.calculate(call.given, held.region):
                results = _add(results, call.entry, outcome)
        except InputError as error:
            return Results(doubt=(call.entry, error))
    return results


def _add(results: Results, entry: Entry, outcome: Calculation | Missing | Refusal) -> Results:
    if isinstance(outcome, Calculation):
        return replace(results, calculations=(*results.calculations, outcome))
    if isinstance(outcome, Refusal):
        return replace(results, refusals=(*results.refusals, outcome))
    return replace(results, missing=(*results.missing, (entry, outcome)))


def _doubt(entry: Entry, error: InputError, calls: Sequence[Call], reading: Reading, material: Material) -> Plan:
    """An input that cannot be used: which, and what would be right; a regimen's cited bands stand below all the same."""
    label = next((i.label for i in entry.inputs if i.name == error.name), error.name.replace("_", " "))
    statement = replies.doubt_input(label, entry, error, reading.facts, material)
    asked = tuple(_as_missing(entry, name) for name in (error.name,))
    rows = _rows(calls, material)
    return Plan(
        "clarification",
        Draft((statement, *rows), frozenset({"administration"})),
        material,
        missing=tuple(a for a in asked if a),
        waiting_for=tuple(call.entry.name for call in calls),
    )


def _as_missing(entry: Entry, name: str) -> MissingInput | None:
    item = next((i for i in entry.inputs if i.name == name), None)
    if item is None:
        return None
    fields = item.model_dump(include={"name", "label", "unit", "units", "minimum", "maximum", "choices"})
    return MissingInput(for_=entry.name, **fields)


def _calculated(results: Results, reading: Reading, material: Material) -> Plan:
    """Calculators only: their results, or what they still need."""
    statements: list[DraftStatement] = []
    for number, calculation in enumerate(results.calculations):
        statements.append(replies.say_result(number, calculation, material))
    for calculation in results.calculations:
        statements += replies.say_warnings(calculation, material)
    for entry, missing in results.missing:
        statements.insert(0, replies.ask_for(entry.title, missing))
    asked = tuple(item for _, missing in results.missing for item in missing.inputs)
    kind: Literal["answer", "clarification"] = "clarification" if results.missing else "answer"
    draft = Draft(tuple(statements), frozenset({"bottom_line", "cautions"}))
    return Plan(kind, draft, material, missing=asked, waiting_for=_waiting(results))


def _dosed(calls: Sequence[Call], results: Results, request: Request, reading: Reading, material: Material) -> Plan:
    """Regimens: the dose worked out, or the cited bands with what would sharpen them, then what belongs to it."""
    first: list[DraftStatement] = [replies.say_result(n, c, material) for n, c in enumerate(results.calculations)]
    first += [replies.say_refusal(refusal, material) for refusal in results.refusals]
    first, further = first[:2], [replace(s, role="differs") for s in first[2:]]
    rows = [] if results.calculations else _rows(calls, material)
    if results.calculations:
        request = replace(request, overview=False, roles=(*WATCHING, *request.roles))
    else:
        request = replace(request, overview=True)
    around = compose(request, material)
    rest = _beside(around, first, rows, bool(results.calculations))
    if not first:
        first = [s for s in around.statements if s.role == "bottom_line"]
    if not first and results.missing:
        first = [replies.ask_for(*_asked(results))]
    statements = (*first, *_ordered([*rows, *rest, *further]))
    emergency = any(call.entry.emergency for call in calls)
    open_roles: frozenset[Role] = frozenset(
        {*request.roles, "administration", "differs" if further else "administration"}
    )
    asked = tuple(item for _, missing in results.missing for item in missing.inputs)
    return Plan(
        kind="answer",
        draft=Draft(statements, open_roles),
        material=material,
        documents=request.documents,
        missing=asked,
        waiting_for=_waiting(results),
        banner=Banner(text=EMERGENCY) if emergency and not results.calculations else None,
    )


def _waiting(results: Results) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.name for entry, _ in results.missing))


def _asked(results: Results) -> tuple[str, Missing]:
    entry, missing = results.missing[0]
    return entry.title, missing


def _rows(calls: Sequence[Call], material: Material) -> list[DraftStatement]:
    """Every band of the regimens that are meant, for the people who are meant: whole, or none where they would be a heap."""
    rows = [row for call in calls for row in call.entry.rows(call.given)]
    if len(rows) > MOST_ROWS and not any(call.entry.emergency for call in calls):
        return []
    return replies.list_rows([material.passages[row] for row in rows], material)


_ORDER: dict[Role, int] = {role: place for place, role in enumerate(ROLES)}


def _ordered(statements: Sequence[DraftStatement]) -> list[DraftStatement]:
    return sorted(statements, key=lambda s: _ORDER[s.role])


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
    leading = [s for s in kept if s.role == "approach" and s.heading is None]
    return [*leading, *(s for s in kept if s.role not in ("administration", "approach"))]


def _read(request: Request, reading: Reading, search: Search, material: Material) -> Plan:
    """What the documents say, or that they hold nothing on it."""
    if not request.documents:
        return _nothing_held(reading, search, material)
    draft = compose(request, material)
    if not draft.statements:
        return _nothing_held(reading, search, material)
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


def _asks_of_the_unknown(reading: Reading) -> bool:
    """Whether what is asked about is a word that no source holds: the dose of it, or nothing else that is known.

    Beside a topic that is held, an unknown word is only named in a notice.
    """
    if not reading.unknown:
        return False
    words = "|".join(re.escape(word) for word in reading.unknown)
    if re.search(rf"{DOSE_OF}\W+(?:{ARTICLES})*(?:{words})(?!\w)", reading.question, re.IGNORECASE):
        return True
    return not (reading.named or reading.drugs or reading.indications or (reading.follow_up and reading.known))


def _dose_not_held(reading: Reading, request: Request, material: Material) -> str | None:
    """The word whose dose is asked for ("dose of digoxin"), when no passage at hand gives a dose beside that word."""
    asked = re.search(rf"\bdos(?:e|es|age|ing)\s+of\s+(?:{ARTICLES})*([a-z]{{4,}})", reading.question, re.IGNORECASE)
    if asked is None or asked.group(1).lower() not in reading.known:
        return None
    word = asked.group(1).lower()
    passages = (p for key in request.documents for p in material.documents[key].passages if p.role != "not_in_sources")
    beside = (p for p in passages if word in p.text.lower())
    given = any(figure.kind in (Kind.DOSE, Kind.RATE) for p in beside for figure in find(p.text))
    return None if given else word


def _request(reading: Reading, search: Search, held: Held, calls: Sequence[Call]) -> Request:
    """What is wanted of the composer: the documents it is about, the roles asked for, how near each passage is."""
    documents = reading.documents or _including(calls, held.library) or _nearest_documents(search, held.library)
    roles = tuple(dict.fromkeys(role for intent in reading.intents for role in INTENT_ROLES[intent]))
    narrow = (
        (reading.follow_up and not reading.restated)
        or (bool(reading.intents) and reading.intents[0] in NARROW)
        or not _asks_for_all(reading)
    )
    return Request(
        documents=documents[:2],
        roles=roles,
        scores={hit.passage.id: hit.score for hit in search.hits},
        overview=not narrow,
        population=reading.population,
        question=reading.standalone,
        off_route=_off_route(reading.route),
    )


def _asks_for_all(reading: Reading) -> bool:
    return bool({"dose", "approach", "background"} & set(reading.intents))


def _off_route(route: str | None) -> str:
    """What matches the words of the other routes, when one was named."""
    others = [words for name, words in ROUTES.items() if name != route]
    return rf"\b(?:{'|'.join(others)})\b" if route else ""


def _including(calls: Sequence[Call], library: Library) -> tuple[str, ...]:
    """The documents that include rows of the regimens that are called."""
    names = {f"{call.entry.name.replace('_', '-')}#" for call in calls if call.entry.kind == "regimen"}
    return tuple(
        key
        for key, document in library.documents.items()
        if document.kind != "regimen"
        and any(p.regimen and p.regimen.startswith(tuple(names)) for p in document.passages)
    )


def _nearest_documents(search: Search, library: Library) -> tuple[str, ...]:
    """The guideline documents of the nearest passages, when these are near enough to be about the question."""
    if search.top_dense < NEAR_ENOUGH:
        return ()
    weights: dict[str, float] = {}
    for hit in search.hits[:12]:
        if library.documents[hit.passage.document_id].kind != "regimen":
            weights[hit.passage.document_id] = weights.get(hit.passage.document_id, 0.0) + hit.score
    ranked = sorted(weights, key=lambda key: -weights[key])
    return tuple(key for key in ranked[:2] if weights[key] >= 0.6 * weights[ranked[0]])


def _nothing_held(reading: Reading, search: Search, material: Material) -> Plan:
    """The honest limit: what was looked for, the nearest there is, and what is held."""
    nearest = (
        material.documents[search.hits[0].passage.document_id].title
        if search.hits and search.top_dense >= NEAR_ENOUGH / 2
        else None
    )
    statements = replies.not_covered(reading.unknown, _guidelines(material), nearest)
    return Plan("abstention", Draft(tuple(statements), frozenset({"not_in_sources"})), material, reason="not_in_corpus")


def _guidelines(material: Material) -> list[str]:
    return [document.title for document in material.documents.values() if document.kind != "regimen"]
