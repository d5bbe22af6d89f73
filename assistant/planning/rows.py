"""The cited rows of a regimen: which of them are shown, and when they lead an answer in place of a guideline or of another region."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.composers import replies
from assistant.composers.draft import DraftStatement, Material, Request
from assistant.composers.fitting import is_for, names, stems
from assistant.figures import Kind, find
from assistant.planning.results import Results
from assistant.records import Given, Passage
from assistant.registry import Entry
from assistant.understanding.choosing.calls import Call
from assistant.understanding.patient.states import read_states
from assistant.understanding.question import Reading

MOST_ROWS = 8
"""Bands of a regimen that are shown at once; more of them are asked about first."""
WHO = frozenset({"population", "age", "allergy"})
"""What says who is treated, and what could only add a refusal."""
NOT_PREGNANT = (
    r"^[^:.]*\b(?:not pregnant|non-?pregnant)\b|^(?:[\w-]+ ){0,2}(?:child|infant|newborn|neonate|adolescent|baby)"
)
"""How a row says that it is for women who are not pregnant."""
FORBIDS = r"give no|gives? none|(?:is|are) contraindicated|(?:is|are) (?:not|never) given"
"""The words by which a statement forbids a drug."""
MOST_WATCHED = 4
"""Statements on what is watched that stand beside rows."""
MOST_FIRST = 2
"""Results that make the bottom line; further ones stand where guidance differs."""


def show_rows(
    calls: Sequence[Call], results: Results, material: Material, pregnant: bool = False
) -> list[DraftStatement]:
    """Every band of the regimens that are meant, for the people who are meant: whole, or none where they would be a heap. Of a
    `pregnant` woman none that is for others alone."""
    rows = [row for call in calls for row in call.entry.rows(call.given, results.region)]
    if pregnant:
        rows = [row for row in rows if not re.search(NOT_PREGNANT, material.passages[row].text, re.IGNORECASE)]
    if len(rows) > MOST_ROWS and not any(call.entry.is_emergency(call.indication) for call in calls):
        return []
    return replies.list_rows([material.passages[row] for row in rows], material)


def are_for_others(calls: Sequence[Call], material: Material) -> bool:
    """Whether every row that gives a dose says that it is for people who are not pregnant."""
    rows = [material.passages[key].text for call in calls for key in call.entry.rows(call.given)]
    dosed = [text for text in rows if any(figure.kind in (Kind.DOSE, Kind.RATE) for figure in find(text))]
    return bool(dosed) and all(re.search(NOT_PREGNANT, text, re.IGNORECASE) for text in dosed)


def ask_what_for(
    calls: Sequence[Call], beside: Sequence[Entry], reading: Reading, material: Material
) -> DraftStatement | None:
    """The question what a drug is for, where none of its uses was named and its regimens share none: vancomycin by
    mouth and into a vein, bicarbonate in two poisonings. Which leads is not ours to choose. `beside`: its regimens, called or not."""
    guided = any(material.documents[key].kind != "regimen" for key in reading.documents)
    if len(calls) < MOST_FIRST or guided or len({call.entry.drug for call in calls}) > 1:
        return None
    if any(call.indication or "indication" in call.given for call in calls):
        return None
    drug = calls[0].entry.drug
    uses = [set(call.entry.indications) for call in calls]
    if any(one & other for place, one in enumerate(uses) for other in uses[place + 1 :]):
        return None
    named = [use for entry in beside if entry.drug == drug for use in _list_uses(entry)]
    return replies.ask_use(drug, [use for use in named if use.rpartition(",")[0] not in named])


def _list_uses(entry: Entry) -> tuple[str, ...]:
    """What a regimen is for, without the other words for it."""
    choices = next((item.choices for item in entry.inputs if item.name == "indication"), None)
    return choices or entry.indications[:1]


def lead_with_drug(
    calls: Sequence[Call], leading: Sequence[DraftStatement], results: Results, reading: Reading, material: Material
) -> list[DraftStatement]:
    """The rows of a drug that is named with what it is for, where the guideline begins with another: fluid in ketoacidosis."""
    said = [key for statement in leading[:1] for key in statement.cites]
    no_dose = "dose" in reading.intents and not any(find(material.passages[key].text) for key in said)
    named = [call for call in calls if (call.indication or no_dose) and call.entry.name in reading.drugs]
    words = [reading.drugs[call.entry.name] for call in named]
    if not named or not leading:
        return []
    if names(FORBIDS, leading[0].text) and any(names(re.escape(word), leading[0].text) for word in words):
        return []  # the guideline begins with what must not be given, and that is the drug
    about = " ".join(_topics(reading.documents, material))
    guided = any(stems(call.indication or "") & stems(about) or call.indication in about.split() for call in named)
    if guided and not no_dose and any(names(re.escape(word), leading[0].text) for word in words):
        return []
    whom = named if reading.population else [for_adults(call) for call in named]
    rows = show_rows(whom, results, material) or show_rows(named, results, material)
    return [replace(row, role="bottom_line", heading=None) for row in rows[:MOST_FIRST]]


def lead_with_rows(
    calls: Sequence[Call], leading: Sequence[DraftStatement], results: Results, reading: Reading, material: Material
) -> list[DraftStatement]:
    """The rows that hold more of what the question names than the guideline's own lines do, or as much of it and were chosen by a
    figure of the patient: protamine after enoxaparin, gentamicin at a clearance."""
    whom = calls if reading.population else [for_adults(call) for call in calls]
    keys = [key for call in whom for key in call.entry.rows(call.given, results.region)]
    rows = replies.list_rows([material.passages[key] for key in keys], material)
    if not rows or not leading:
        return []
    called = frozenset(
        phrase for call in calls for phrase in (call.indication, reading.drugs.get(call.entry.name)) if phrase
    )
    things = [one for one in reading.phrases if not any(one != other and one in other for other in reading.phrases)]
    state = read_states(reading.facts).own
    figures = {figure.text for figure in find(reading.question) if figure.kind in (Kind.DOSE, Kind.RATE)}

    def count(statement: DraftStatement, own: frozenset[str] = frozenset()) -> int:
        text = " ".join(material.passages[key].text for key in statement.cites)
        told = stems(text) | _stems_of_title(statement, material)
        held = (any(one in phrase for one in own) or (stems(phrase) or {phrase}) <= told for phrase in things)
        return sum(held) + len(figures & {figure.text for figure in find(text)}) + names(state, text)

    most = max(count(row, called) for row in rows)
    best = max(count(line, _named_by(line, reading, material)) for line in leading)
    fitted = any(set(call.given) - WHO - {"indication", "weight"} for call in calls)
    if most < best or (most == best and not fitted):
        ranked = sorted(leading, key=lambda line: -count(line, _named_by(line, reading, material)))
        return ranked if reading.drugs else []
    fullest = [row for row in rows if count(row, called) == most]
    closest = max(count(row) for row in fullest)
    return [replace(row, role="bottom_line", heading=None) for row in fullest if count(row) == closest][:MOST_FIRST]


def _stems_of_title(line: DraftStatement, material: Material) -> set[str]:
    """The stems of the title of the guideline of a line, where that is of a condition: each line of it is on that."""
    held = [material.documents[material.passages[key].document_id] for key in line.cites]
    return stems(" ".join(d.title for d in held if d.kind == "guideline" and d.subject == "condition"))


def _named_by(line: DraftStatement, reading: Reading, material: Material) -> frozenset[str]:
    """The phrases by which the guideline of a line was named, where it is one of a condition: each line of it is on that."""
    held = {material.passages[key].document_id for key in line.cites}
    conditions = any(material.documents[key].subject == "condition" for key in held & set(reading.named))
    return reading.documents_by if conditions else frozenset()


def wait_for_the_region(
    calls: Sequence[Call], results: Results, reading: Reading, material: Material
) -> list[DraftStatement]:
    """What the region that was named, or is the site's, lacks where only sources of others give a dose yet; before it its rows, where
    it is only not known who is treated: what is not known of the patient may speak against a row."""
    if results.region is None or not results.missing or not results.calculations:
        return []
    if any(c.region == results.region for c in results.calculations):
        return []
    whom = calls if reading.population else [for_adults(call) for call in calls]
    rows = [key for call in whom for key in call.entry.rows(call.given, results.region, only=True)][:MOST_FIRST]
    if not rows:
        return []
    entry, missing = results.missing[0]
    asked = replies.ask_for(entry, replies.require(missing), material)
    if not {item.name for item in missing.inputs} <= WHO:
        return [asked]
    stated = replies.list_rows([material.passages[key] for key in rows], material)
    return [*(replace(row, role="bottom_line", heading=None) for row in stated), asked]


def watch(
    calls: Sequence[Call], said: Sequence[DraftStatement], request: Request, material: Material
) -> list[DraftStatement]:
    """What watches over the drugs that are called, where nothing of it is said yet; and that no source lists it, where none does."""
    texts, found = {s.text for s in said}, []
    for call in calls:
        document = material.documents.get(call.entry.name.replace("_", "-"))
        if document is None:
            continue
        meant = [stems(material.passages[key].text) for key in call.entry.rows(call.given)]
        listed = [
            p
            for p in document.passages
            if p.role == "monitoring" and is_for(p, request.population) and _is_of(p, meant)
        ]
        if not listed and not any(s.role == "monitoring" for s in said):
            text = f"Monitoring of {replies.plain_title(call.entry.drug)}: not stated in an indexed source."
            found += [] if text in texts else [DraftStatement("not_in_sources", text)]
            texts.add(text)
        shown = {key for s in said if s.role == "monitoring" for key in s.cites}
        if not any(p.id in shown for p in listed):
            hidden = [
                DraftStatement("monitoring", material.hide(p), (p.id,), _heading(p)) for p in listed[:MOST_WATCHED]
            ]
            found += [s for s in hidden if s.text not in texts]
    return found


def _is_of(passage: Passage, rows: Sequence[set[str]]) -> bool:
    """Whether monitoring is of the whole drug, or of what one of the rows is for."""
    heading = passage.section.split(" › ")[-1]
    return heading.startswith("Monitoring") or any(stems(heading.split(",")[0]) <= row for row in rows)


def _heading(passage: Passage) -> str:
    return replies.plain_title(passage.section.split(" › ")[-1])


def for_adults(call: Call) -> Call:
    """A call as it would be for an adult, whose rows name their people: they lead where only it is not known who is treated."""
    return replace(call, given={**call.given, "population": Given(text="adult", value="adult", origin="question")})


def _topics(documents: Sequence[str], material: Material) -> list[str]:
    """The words by which documents are named."""
    held = [material.documents[key] for key in documents]
    return [name.casefold() for one in held for name in (one.title, *one.topics)]
