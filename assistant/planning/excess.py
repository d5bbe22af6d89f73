"""A dose that the question names and the regimen does not give: compared in its unit, said aloud, never replaced by one of ours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.composers import replies
from assistant.composers.draft import DraftStatement, Material
from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, Origin, find
from assistant.figures.quantities import convert, is_same_kind, read, read_print
from assistant.planning.results import Results
from assistant.records import Fact, Passage
from assistant.understanding.choosing.calls import Call
from assistant.understanding.measured.doses import DOSE
from assistant.understanding.question import Reading

_BY_CHARGE = ("mmol", "mEq")
"""Units between which a salt's dose may be turned; between mass and substance it may not: a salt is not its ion."""


@dataclass(frozen=True)
class Limit:
    """The most that a row or a result gives: its value and unit, a handle of its print, the passages that it stands in."""

    value: float
    unit: str
    handle: str
    cites: tuple[str, ...]


def find_excess(calls: Sequence[Call], results: Results, reading: Reading, material: Material) -> DraftStatement | None:
    """The statement that a dose of the question is not what the source gives, where it is above all that the source gives."""
    for index, fact in enumerate(reading.facts):
        if fact.fact != DOSE or fact.value is None or _is_of_another(fact, calls, reading):
            continue
        if (fact.unit or "").startswith("mL/min"):
            continue  # a clearance is the patient's, not the drug's
        charge = next((name for name in ("potassium", "magnesium") if name in calls[0].entry.drug), None)
        limits = [one for one in _limits(calls, results, material) if _is_comparable(fact.unit or "", one.unit, charge)]
        most = max(limits, key=lambda one: convert(one.value, one.unit, fact.unit or "", charge), default=None)
        above = most and float(fact.value) > convert(most.value, most.unit, fact.unit or "", charge)
        if most and above and not _stands(fact, results, material):
            return replies.say_excess(_as_handle(fact, index, material), most.handle, most.cites)
    return None


def _stands(fact: Fact, results: Results, material: Material) -> bool:
    """Whether a dose stands in a row of one dose for everybody, such as the most that is given in all; by weight it may be too much."""
    fixed = [made for made in results.calculations if "weight" not in made.inputs]
    rows = [material.passages[key] for made in fixed for key in made.passages]
    found = [most for row in rows for f in find(row.text) if f.kind in (Kind.DOSE, Kind.RATE) and (most := _most(f))]
    value, unit = float(fact.value or 0), fact.unit or ""
    return any(
        is_same_kind(unit, other) and abs(convert(high, other, unit) - value) <= 1e-6 * value for high, other in found
    )


def _is_of_another(fact: Fact, calls: Sequence[Call], reading: Reading) -> bool:
    """Whether a dose stands before a drug that is not called: "anaphylaxis after 1 g ceftriaxone, adrenaline dose"."""
    called = {call.entry.name for call in calls}
    own = {phrase for name, phrase in reading.drugs.items() if name in called}
    others = [re.escape(phrase) for phrase in reading.drugs.values() if phrase not in own]
    after = rf"\W*(?:(?:of|iv|im|oral)\s+)*(?:{'|'.join(others)})(?!\w)"
    return bool(others) and re.match(after, reading.question[fact.span[1] :], re.IGNORECASE) is not None


def _is_comparable(unit: str, other: str, charge: str | None) -> bool:
    if is_same_kind(unit, other):
        return True
    return bool(charge) and all(u.startswith(_BY_CHARGE) for u in (unit, other)) and is_same_kind(unit, other, charge)


def _as_handle(fact: Fact, index: int, material: Material) -> str:
    return material.ledger.hide(fact.text, Origin("question", str(index)))


def _limits(calls: Sequence[Call], results: Results, material: Material) -> Iterator[Limit]:
    """What was worked out for the patient, and the doses of the rows that may still be theirs."""
    done: set[str] = set()
    for number, made in enumerate(results.calculations):
        done.update(made.passages)
        value = made.result.high if made.result.high is not None else made.result.value
        if isinstance(value, float | int) and made.result.unit:
            handle = material.ledger.add_result(made.result.text, str(number))
            yield Limit(float(value), made.result.unit, handle, made.passages)
    for call in calls:
        for key in call.entry.rows(call.given):
            if key not in done:
                yield from _of_row(material.passages[key], material)


def _of_row(row: Passage, material: Material) -> Iterator[Limit]:
    for figure in find(row.text):
        if figure.kind in (Kind.DOSE, Kind.RATE) and (most := _most(figure)) and most[1] not in ("kg", "lb"):
            yield Limit(*most, material.ledger.add(figure, Origin("passage", row.id)), (row.id,))


def _most(figure: Figure) -> tuple[float, str] | None:
    """The upper end of a figure of a row and its unit, where it has one."""
    for reader in (read_print, read):
        try:
            quantity = reader(figure.text)
        except PlumblineError:
            continue
        return (quantity.high, quantity.unit) if quantity.unit and quantity.high != float("inf") else None
    return None
