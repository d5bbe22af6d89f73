"""Calls that a question does not mean: where a guideline speaks of the matter, a regimen of another one does not answer it."""

from collections.abc import Iterator, Sequence

from assistant.composers.fitting import stems
from assistant.errors import InputError
from assistant.planning.held import Held
from assistant.records import Calculation, Passage, Turn
from assistant.registry import Entry
from assistant.understanding.calls import Call, make_call
from assistant.understanding.question import Reading


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
        kept = [make_call(entry, reading, reading.indications.get(entry.name), earlier) for entry in included]
    return tuple({call.entry.name: call for call in kept}.values())


def _place(call: Call, passages: Sequence[Passage], said: tuple[Reading, Turn | None], held: Held) -> Iterator[Call]:
    reading, earlier = said
    if call.entry.kind == "calculator" or is_included(call.entry.name, passages):
        yield call
    elif call.entry.name in reading.drugs:
        names = [stems(name) for name in (call.entry.drug, *call.entry.synonyms)]
        spoken = any(name <= stems(passage.text) for passage in passages for name in names if name)
        if not spoken or call.indication is not None or _grows(call):
            yield call
            return
        for entry in held.registry.all():
            if entry.kind == "regimen" and entry.drug == call.entry.drug and is_included(entry.name, passages):
                yield make_call(entry, reading, reading.indications.get(entry.name), earlier)


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
