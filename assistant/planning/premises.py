"""What a person takes for true and no source holds: a figure that the cited text gives otherwise, a drug that it forbids. It is said
aloud before the answer, and never repeated as if it were so."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace

from assistant.composers import replies
from assistant.composers.draft import DraftStatement, Material
from assistant.composers.fitting import stems
from assistant.figures import Figure, Kind, Origin, find
from assistant.figures.quantities import convert, is_same_kind
from assistant.library import Library
from assistant.planning.claims import AMOUNTS, ASSERTED, Claim, holds, list_claims, list_like, read_figure
from assistant.planning.held import Plan
from assistant.planning.unheard import list_unheard
from assistant.records import Fact, Given
from assistant.registry import Registry
from assistant.understanding.measured.doses import STATED
from assistant.understanding.patient.medicines import list_spellings, name_medicines
from assistant.understanding.question import Reading
from assistant.understanding.words.shorthand import expand

CONTRADICTED = "Not confirmed"
"""How a statement begins that says so."""
LEADING, MORE = 2, 8
"""Statements of an answer to whose figures those of the question are compared: amounts and times, and levels and shares."""
_OF_CHILDREN = re.compile(r"(?:[\w-]+ ){0,2}(?:child|infant|newborn|neonate|adolescent|baby)", re.IGNORECASE)
_OF_ADULTS = re.compile(r"(?:[\w-]+ ){0,2}adult", re.IGNORECASE)
"""How a row begins that is for these people."""
_TELLING = frozenset({"indication", "creatinine_clearance", "age", "egfr", "inr"})
"""What is said of a patient by which the rows of a drug are told apart."""


def note_premises(reading: Reading, library: Library, registry: Registry) -> Reading:
    """The reading with what its question takes for true as facts: figures that are none of the patient, and each study, score or
    guideline that no source mentions."""
    taken = {fact.span for fact in (*reading.facts, *reading.outdated)}
    stated = [
        Fact(fact=STATED, text=one.figure.text, span=one.span, value=one.high, unit=one.unit)
        for one in list_claims(reading)
        if one.span not in taken
    ]
    unheard = list(list_unheard(reading, library, registry))
    return replace(reading, facts=(*reading.facts, *stated, *unheard)) if stated or unheard else reading


def say_contradicted(plan: Plan, reading: Reading, registry: Registry) -> Plan:
    """The plan with the first figure of the question that the cited text gives otherwise named as such before the rest.

    Each is compared with figures of its own kind in the statements that lead; one that stands in anything that is held on the matter
    is not contradicted.
    """
    statements = plan.draft.statements
    if plan.kind == "abstention" or not statements or statements[0].text.startswith(CONTRADICTED):
        return plan
    cited = [s for s in statements if s.cites]
    facts = {fact.span: index for index, fact in enumerate(reading.facts) if fact.fact in ASSERTED}
    evidence: list[str] | None = None
    for one in list_claims(reading):
        leading = cited[: MORE if one.about else LEADING]
        texts = [plan.material.passages[key].text for s in leading for key in s.cites]
        if one.span not in facts or not (told := list(list_like(one, texts, strict=True))):
            continue
        if evidence is None:
            evidence = [*_list_evidence(plan, reading, registry)]
        if any(holds(other, one) for other in list_like(one, [*texts, *evidence])) or _comes_out(
            one, texts, plan, reading
        ):
            continue
        return _contradict(plan, (one, facts[one.span]), told, leading)
    return plan


def _list_evidence(plan: Plan, reading: Reading, registry: Registry) -> Iterator[str]:
    """All that is held on the matter: the rows of the drugs that are named that may be the patient's, what the answer cites of these
    drugs, and where no drug is named, the documents that are cited."""
    material = plan.material
    cited = [*(key for s in plan.draft.statements for key in s.cites)]
    cited += [key for made in material.calculations for key in made.passages]
    told = _list_told(material)
    theirs = {key for name, given in told.items() for key in registry.get(name).rows(given)}
    spoken = {spelt for name in name_medicines(reading.question) for spelt in (name, *list_spellings(name))}
    drugs = [stems(spelt) for phrase in (*reading.drugs.values(), *spoken) for spelt in (phrase, expand(phrase))]
    drugs = [drug for drug in drugs if drug]
    documents = () if drugs else sorted({material.passages[key].document_id for key in cited} | set(reading.documents))
    passages = [material.passages[key] for key in cited]
    passages += [p for name in documents if name in material.documents for p in material.documents[name].passages]
    for passage in passages:
        of_another_use = passage.regimen and theirs and passage.id not in theirs
        if not of_another_use and (not drugs or any(drug <= stems(passage.text) for drug in drugs)):
            yield passage.text
    yield from _rows_of(reading, material, told, theirs)


def _list_told(material: Material) -> Mapping[str, Mapping[str, Given]]:
    """What was said by which the rows of a regimen that was worked out are told apart."""
    return {
        made.calculator: {
            name: Given(text=given.text, value=given.value, unit=given.unit, origin="question")
            for name, given in made.inputs.items()
            if name in _TELLING
        }
        for made in material.calculations
        if made.kind == "regimen"
    }


def _rows_of(
    reading: Reading, material: Material, told: Mapping[str, Mapping[str, Given]], theirs: Container[str]
) -> Iterator[str]:
    """The rows of every regimen of the drugs that are named, for the people who are asked about; where what was said tells them
    apart, those that may be theirs."""
    others = {"adult": _OF_CHILDREN, "pregnancy": _OF_CHILDREN, "child": _OF_ADULTS}.get(reading.population or "")
    for name in reading.drugs:
        document = material.documents.get(name.replace("_", "-"))
        for passage in document.passages if document else ():
            if others and others.match(passage.text):
                continue
            if not told.get(name) or passage.id in theirs:
                yield passage.text


def _comes_out(claim: Claim, texts: Sequence[str], plan: Plan, reading: Reading) -> bool:
    """Whether a claimed amount is what was worked out, or what the dose for each kilogram comes to with the weight that was said."""
    if claim.how or claim.about:
        return False
    results = " ".join(f"{made.sentence} {made.result.text}" for made in plan.material.calculations)
    if any(holds(other, claim) for other in list_like(claim, [results])):
        return True
    weights = [
        float(fact.value) for fact in reading.facts if fact.fact == "weight" and fact.unit == "kg" and fact.value
    ]
    for weight in weights:
        for text in texts:
            for figure in find(text):
                each = read_figure(figure) if figure.kind in AMOUNTS and "/kg" in figure.text else None
                if each is None:
                    continue
                unit = each.unit.replace("/kg", "", 1)
                scaled = replace(each, low=each.low * weight, high=each.high * weight, unit=unit)
                if _is_near(scaled, claim):
                    return True
    return False


def _is_near(scaled: Claim, claim: Claim) -> bool:
    """Whether an amount that was multiplied is the one that is claimed, as it may have been rounded."""
    if not is_same_kind(scaled.unit, claim.unit):
        return False
    low, high = (convert(end, scaled.unit, claim.unit) for end in (scaled.low, scaled.high))
    return low * 0.9 <= claim.high <= high * 1.1


def _contradict(
    plan: Plan, asserted: tuple[Claim, int], told: Sequence[Claim], leading: Sequence[DraftStatement]
) -> Plan:
    """The plan with the statement before it; what the source gives is named where it gives a single figure of the kind. `asserted`
    goes with the place of its fact."""
    material, (claim, index), other = plan.material, asserted, told[0].figure
    given = material.ledger.hide(claim.figure.text, Origin("question", str(index)))
    key = _find_source(other, leading, material)
    single = len({one.figure.text for one in told}) == 1
    if single and (not claim.how or other.kind is Kind.INTERVAL):
        said = replies.say_excess(given, material.ledger.add(other, Origin("passage", key)), (key,))
    else:
        said = replies.say_not_confirmed(given, (key,))
    return replace(plan, draft=replace(plan.draft, statements=(said, *plan.draft.statements)))


def _find_source(figure: Figure, leading: Sequence[DraftStatement], material: Material) -> str:
    """The passage of the statements that lead in which a figure stands."""
    return next(key for s in leading for key in s.cites if figure.text in material.passages[key].text)
