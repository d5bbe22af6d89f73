"""Calls that a question does not mean: where a guideline speaks of the matter, a regimen of another one does not answer it."""

import re
from collections.abc import Iterator, Sequence

from assistant.composers.fitting import names, stems
from assistant.errors import InputError
from assistant.planning.held import Held
from assistant.records import Calculation, Passage, Turn
from assistant.registry import Entry
from assistant.understanding.choosing.calls import Call, make_call
from assistant.understanding.naming import without_taken
from assistant.understanding.patient.medicines import list_spellings, name_medicines
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import MODIFIERS

SHORT = 4
"""Letters up to which a word names no thing by itself."""


def keep_meant(
    calls: Sequence[Call], offered: Sequence[Entry], said: tuple[Reading, Turn | None], held: Held
) -> tuple[Call, ...]:
    """The calls less the misplaced ones.

    A disease without a drug is answered by its guideline, and by the regimens whose rows that includes. A drug that a guideline
    speaks of is answered by the guideline, unless its dose for the disease is to be worked out for the patient; where the guideline
    includes the drug by another route, that regimen is called instead. Of several that are `offered`, those are called that it includes.
    """
    reading, earlier = said
    if not reading.named and reading.gives_only:
        return tuple(calls)  # it goes on with what was meant before
    guides = [key for key in reading.documents if held.library.documents[key].kind != "regimen"]
    if not guides:
        return tuple(calls)
    passages = [passage for guide in guides for passage in held.library.documents[guide].passages]
    kept = [one for call in calls for one in _place(call, passages, said, held)]
    if not calls:
        included = [entry for entry in offered if is_included(entry.name, passages)]
        meant = [make_call(entry, reading, reading.indications.get(entry.name), earlier) for entry in included]
        kept = [call for call in meant if not _names_another(reading, call, passages)]
    return tuple({call.entry.name: call for call in kept}.values())


def _place(call: Call, passages: Sequence[Passage], said: tuple[Reading, Turn | None], held: Held) -> Iterator[Call]:
    reading, earlier = said
    if (
        call.entry.kind == "regimen"
        and call.entry.name not in reading.drugs
        and _names_another(reading, call, passages)
    ):
        return
    if call.entry.kind == "calculator" or is_included(call.entry.name, passages):
        yield call
    elif call.entry.name in reading.drugs:
        words = "|".join(re.escape(name) for name in (call.entry.drug, *call.entry.synonyms) if len(name) >= SHORT)
        spoken = any(names(rf"(?:{words})s?", passage.text) for passage in passages)
        if not spoken or call.indication is not None or _grows(call):
            yield call
            return
        for entry in held.registry.all():
            if entry.kind == "regimen" and entry.drug == call.entry.drug and is_included(entry.name, passages):
                yield make_call(entry, reading, reading.indications.get(entry.name), earlier)


def _names_another(reading: Reading, call: Call, passages: Sequence[Passage]) -> bool:
    """Whether the question names a thing that the regimen is not of, and how that is given stands in the guideline: andexanet in a
    bleeding, iodine in thyroid storm."""
    given = {p.section.split(" › ")[-1].casefold() for p in passages if p.role == "administration"}
    things = [word for word in reading.specifics if len(word) > SHORT and not re.search(MODIFIERS, word)]
    rows = stems(" ".join((call.entry.drug, *call.entry.synonyms, *call.entry.indications)))
    for thing in things:
        if not stems(thing) <= rows and any(heading.startswith(thing) for heading in given):
            return True
    own = stems(" ".join((call.entry.drug, *call.entry.synonyms, call.indication or "")))
    for medicine in name_medicines(without_taken(reading.standalone)):
        spelt = list_spellings(medicine)
        if not any(stems(name) <= own for name in spelt) and any(
            name in passage.text.casefold()
            for passage in passages
            for name in spelt
            if passage.role != "not_in_sources"
        ):
            return True
    return False


def is_included(name: str, passages: Sequence[Passage]) -> bool:
    """Whether a guideline includes rows of a regimen."""
    key = f"{name.replace('_', '-')}#"
    return any((passage.regimen or "").startswith(key) for passage in passages)


def _grows(call: Call) -> bool:
    """Whether a dose is worked out for the patient, which no guideline can say: for each kilogram or square metre."""
    if call.indication is None:
        return False
    try:
        outcomes = call.entry.calculate(call.given)
    except InputError:
        return False
    return any("{result}" in one.says for one in outcomes if isinstance(one, Calculation))
