"""Where the corpus ends: what no source holds, and how that is said."""

import re
from collections.abc import Sequence

from assistant.composers import asking_back, replies
from assistant.composers.draft import Draft, Material, Request
from assistant.composers.fitting import stems
from assistant.figures import Kind, find
from assistant.library import Search
from assistant.planning.held import Held, Plan
from assistant.planning.requests import NEAR_ENOUGH
from assistant.planning.scope import find_reason, find_unknown_medicine, is_clinical
from assistant.records import Offer
from assistant.regimens import Gap
from assistant.registry import Entry
from assistant.understanding.choosing.calls import Call
from assistant.understanding.choosing.regimens import list_telling
from assistant.understanding.naming import without_taken
from assistant.understanding.patient.medicines import list_spellings, name_medicines
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import GENERAL
from assistant.understanding.words.shorthand import expand

MOST_OFFERED = 12
_OF_ANYBODY = frozenset({"sex", "population", "age", "drug", "on"})
"""Facts that are told of people who are no patients."""
MOST_TITLES = 12
"""Documents that are named one by one when it is said what is indexed."""
DOSE_OF = r"\b(?:dos\w+|give|giving|start\w*|prescrib\w+|amount|much|many|rate)"
QUALIFIERS = r"antihistamines?|steroids?|hydrocortisone|antibiotics?"
"""Drugs of many conditions: named alone, they do not say which of them an unknown word belongs to."""
ARTICLES = r"(?:of|an?|the|iv|im|po|oral|intravenous|intramuscular)\s+"
"""What may stand between "dose of" and the drug."""


def asks_of_the_unknown(reading: Reading) -> bool:
    """Whether what is asked about is a word that no source holds: the dose of it, or nothing else that is known.

    Beside a topic that is held, an unknown word is only named in a notice; a word of talk keeps nothing from being answered.
    """
    telling = [word for word in reading.unknown if is_clinical(word, reading.question)]
    if not telling:
        return False
    words = "|".join(re.escape(word) for word in telling)
    if re.search(
        rf"(?:{DOSE_OF}|\b(?:which|what))\W+(?:{ARTICLES})*(?:{words})(?!\w)", reading.question, re.IGNORECASE
    ):
        return True
    if reading.drugs and not reading.indications:  # "dexamethasone for croup"
        drugs = "|".join(re.escape(phrase) for phrase in reading.drugs.values())
        beside = rf"(?:{drugs})\W+(?:dos\w+\W+)?(?:(?:for|in|to treat|of)\W+)?(?:(?:an?|the|acute|severe)\W+)*(?:{words})(?!\w)"
        if re.search(beside, reading.question, re.IGNORECASE):
            return True
    if reading.drugs and not reading.indications and not (reading.documents_by - {*reading.drugs.values()}):
        return not reading.follow_up  # "acute gout on warfarin": what is treated is held nowhere
    spoken = bool(reading.documents and name_medicines(reading.standalone))
    own = spoken or not all(re.fullmatch(QUALIFIERS, word) for word in reading.phrases)
    held = reading.drugs or reading.indications or own
    return not (held or (reading.follow_up and reading.documents and (reading.known or reading.ordinary)))


def find_dose_not_held(reading: Reading, request: Request, material: Material) -> str | None:
    """The word whose dose is asked for ("dose of digoxin"), when no passage at hand gives a dose beside that word."""
    asked = re.search(
        rf"\b(?:dos(?:e|es|age|ing)\s+of|how much)\s+(?:{ARTICLES})*([a-z]{{4,}})",
        without_taken(reading.question),
        re.IGNORECASE,
    )
    if asked is None or asked.group(1).lower() not in reading.known:
        return None
    word = asked.group(1).lower()
    passages = (p for key in request.documents for p in material.documents[key].passages if p.role != "not_in_sources")
    beside = (p for p in passages if word in f"{p.section} {p.text}".lower())
    given = any(figure.kind in (Kind.DOSE, Kind.RATE) for p in beside for figure in find(p.text))
    return None if given else word


def find_kind_not_held(reading: Reading, request: Request, material: Material) -> str | None:
    """The word that is asked for with "which" and that no passage at hand holds: "which antibiotic" in ketoacidosis."""
    asked = re.search(r"\bwhich\s+([a-z]{4,})", reading.question, re.IGNORECASE)
    if asked is None or not request.documents or asked.group(1).lower() not in reading.known or reading.drugs:
        return None
    word = asked.group(1).lower()
    passages = [p for key in request.documents for p in material.documents[key].passages if p.role != "not_in_sources"]
    held = any(stems(word) <= stems(f"{p.section} {p.text}") for p in passages)
    return None if held or re.fullmatch(GENERAL, word) else word


def refuse_harm(material: Material) -> Plan:
    """The plan for someone who means harm: nothing is looked up."""
    return Plan("abstention", Draft(tuple(replies.refuse_harm())), material, reason="not_clinical")


def speak_to_a_patient(material: Material) -> Plan:
    """The plan for someone who asks for themselves: they are told so kindly, and get no dose."""
    return Plan("abstention", Draft(tuple(replies.speak_to_a_patient())), material, reason="needs_judgement")


def return_courtesy(material: Material) -> Plan:
    """The plan for thanks or a greeting, which asks nothing."""
    return Plan("clarification", Draft(tuple(asking_back.return_courtesy())), material)


def ask_for_a_subject(material: Material) -> Plan:
    """The plan for a message that names nothing which an answer could be about."""
    return Plan("clarification", Draft(tuple(replies.ask_for_a_subject(_guidelines(material)))), material)


def hold_nothing(unknown: tuple[str, ...], search: Search, material: Material) -> Plan:
    """The honest limit: what was looked for, the nearest there is, and what is held."""
    statements = replies.not_covered(unknown, _guidelines(material), _nearest(search, material))
    return Plan("abstention", Draft(tuple(statements), frozenset({"not_in_sources"})), material, reason="not_in_corpus")


def turn_away(reading: Reading, search: Search, material: Material) -> Plan:
    """The plan for a question that no source answers, with its reason: not held, a medicine that nobody here knows, what a person
    has to judge, or no matter of medicine."""
    measured = any(fact.value is not None and fact.fact not in _OF_ANYBODY for fact in reading.facts)
    reason = find_reason(reading.question, reading.unknown, measured)
    if reason == "not_in_corpus":
        return hold_nothing(reading.unknown, search, material)
    if reason == "unknown_drug":
        return know_no_medicine(find_unknown_medicine(reading.question, reading.unknown) or "", search, material)
    statements = (
        replies.leave_to_a_person() if reason == "needs_judgement" else replies.ask_of_care(_guidelines(material))
    )
    return Plan("abstention", Draft(tuple(statements), frozenset({"not_in_sources"})), material, reason=reason)


def know_no_medicine(name: str, search: Search, material: Material) -> Plan:
    """The plan for a medicine that no source and no list of medicines knows: nothing is said of another in its place."""
    nearest = _nearest(search, material)
    statements = replies.know_no_medicine(_as_written(name), nearest)
    return Plan("abstention", Draft(tuple(statements), frozenset({"not_in_sources"})), material, reason="unknown_drug")


def find_use_not_held(reading: Reading, calls: Sequence[Call], material: Material) -> str | None:
    """The dose that is asked for, when each drug that is named is held, but for none of what the question names, and the guidelines
    at hand do not speak of the drug: "alteplase for myocardial infarction"."""
    named = {*reading.drugs} & {*reading.indications}
    unplaced = calls and all(call.indication is None and call.entry.name in reading.drugs for call in calls)
    if named or not reading.indications or not unplaced:
        return None
    typed = [p for p in reading.indications.values() if p in reading.question.casefold() and list_telling(p)]
    if not typed:
        return None
    phrase = max(typed, key=len)
    drug = calls[0].entry.drug
    guides = [material.documents[key] for key in reading.documents if material.documents[key].kind != "regimen"]
    names = [stems(name) for name in dict.fromkeys((drug, expand(drug)))]
    said = reading.drugs[calls[0].entry.name].casefold().rstrip("s") if reading.asks_whether else drug
    texts = [passage.text for guide in guides for passage in guide.passages]
    spoken = any(said in text.casefold() or any(name & stems(text) for name in names) for text in texts)
    return None if spoken or find(f"{drug} {phrase}") else f"a dose of {drug} for {phrase}"


def find_medicine_not_held(
    asked: str, reading: Reading, request: Request, held: Held, material: Material
) -> str | None:
    """The medicine whose dose is asked for, when no regimen is of it, no drug is named that is held, and the guidelines at hand do
    not speak of it. `asked`: the question without what the patient takes."""
    drugs = [phrase for phrase in reading.drugs.values() if phrase.casefold() in reading.question.casefold()]
    if drugs or not ("dose" in reading.intents or reading.indications):
        return None
    entries = [entry for entry in held.registry.all() if entry.kind == "regimen"]
    doses = {name.casefold() for entry in entries for name in (entry.drug, *entry.synonyms)}
    guides = [key for key in request.documents if material.documents[key].kind != "regimen"]
    told = list_held(guides, material)
    if reading.asks_dose:
        told = [text for text in told if any(f.kind in (Kind.DOSE, Kind.RATE) for f in find(text))]
    spoken = " ".join(told).casefold()
    read = name_medicines(asked)
    own = name_medicines(without_taken(reading.question)) if "dose" in reading.intents else ()
    for medicine in dict.fromkeys(
        (*own, *read)
    ):  # a class may have been read for its own name: "lisinopril", an ACE inhibitor
        spelt = list_spellings(medicine)
        if not reading.asks_dose and " " in medicine:  # what is said of insulin is said of insulin glargine
            spelt = spelt | {medicine.split()[0]}
        held_too = any(dose == name or dose.endswith(f" {name}") for dose in doses for name in spelt)
        if not held_too and not any(name in spoken for name in spelt):
            return "that medicine" if find(medicine) else medicine  # a digit of a name has nothing behind it
    return None


def list_held(documents: Sequence[str], material: Material) -> list[str]:
    """The statements that documents hold, each after the document's title."""
    held = [p for key in documents for p in material.documents[key].passages if p.role != "not_in_sources"]
    return [f"{p.document_title}: {p.text}" for p in held]


def list_calculators(medicine: str, held: Held) -> list[Entry]:
    """The calculators that work out a dose of a medicine."""
    dose = re.compile(rf"(?<!\w){re.escape(medicine)} (?:loading|load|maintenance|dos)", re.IGNORECASE)
    entries = [entry for entry in held.registry.all() if entry.kind == "calculator"]
    return [entry for entry in entries if any(dose.search(name) for name in (entry.title, *entry.synonyms))]


def leave_open(gap: Gap, entries: Sequence[Entry], material: Material) -> Plan:
    """The plan for a dose that was looked for and is not held: what is missing, and the doses that are held beside it."""
    offered = tuple(Offer(name=entry.name, title=replies.plain_title(entry.title)) for entry in entries[:MOST_OFFERED])
    drugs = [entry.drug for entry in entries[:MOST_OFFERED] if entry.kind == "regimen"]
    formulas = [entry.title for entry in entries[:MOST_OFFERED] if entry.kind == "calculator"]
    if formulas:
        found = [replies.point_to(gap.name, formulas)]
        return Plan("clarification", Draft(tuple(found)), material, offered=offered)
    statements = replies.leave_open(gap.name, gap.missing, drugs)
    draft = Draft(tuple(statements), frozenset({"not_in_sources"}))
    return Plan("abstention", draft, material, reason="not_in_corpus", offered=offered)


def offer(entries: Sequence[Entry], material: Material) -> Plan:
    """The plan for a question that several regimens answer alike: which of them is meant."""
    offered = tuple(Offer(name=entry.name, title=replies.plain_title(entry.title)) for entry in entries[:MOST_OFFERED])
    statements = replies.ask_which([entry.drug for entry in entries])
    return Plan("clarification", Draft(tuple(statements)), material, offered=offered)


def _nearest(search: Search, material: Material) -> str | None:
    """The title of the document of the nearest passage, where that is near at all."""
    if not search.hits or search.top_dense < NEAR_ENOUGH / 2:
        return None
    return material.documents[search.hits[0].passage.document_id].title


def _as_written(name: str) -> str:
    """A name without its figures: nothing vouches for them."""
    return name if not find(name) else ""


def _guidelines(material: Material) -> list[str]:
    """What is indexed, by the titles of the guidelines, or by their fields where those would be a heap."""
    held = [document for document in material.documents.values() if document.kind != "regimen"]
    titles = [document.title for document in held if not find(document.title)]
    fields = sorted({document.field for document in held if not find(document.field)})
    return titles if len(held) <= MOST_TITLES else fields
