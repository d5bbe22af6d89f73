"""Read the facts of a message: who it is about and what was measured, each with the span it came from.

Nothing is assumed: a fact that was not said is not there, and of two numbers between which nothing decides none is read.
A number with a comparator ("creatinine > 2") is no value.
"""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.errors import PlumblineError
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import read as read_quantity
from assistant.records import Fact, Given
from assistant.understanding.measured.amounts import find_amounts, make_plain
from assistant.understanding.measured.dated import read_days
from assistant.understanding.measured.habits import read_habits
from assistant.understanding.measured.labels import BLOOD_PRESSURE, OTHERS, find_labels
from assistant.understanding.measured.measures import find_readings
from assistant.understanding.measured.readings import Chosen, Reading, choose
from assistant.understanding.measured.timing import When
from assistant.understanding.measured.vitals import read_coma, read_vitals
from assistant.understanding.patient.ages import Age, choose_age, read_ages
from assistant.understanding.patient.allergies import read_allergies
from assistant.understanding.patient.others import find_others
from assistant.understanding.patient.people import read_people
from assistant.understanding.vocabulary import ADULT_FROM_YEARS

LEVELS = frozenset(ANALYTES) | {"ketones", "egfr", "crcl"}
"""Facts that are measured in blood, never in a plain amount."""
_DILUTION = re.compile(
    r"\d[\d.,]*\s?(?:micrograms?|mcg|[uµμ]g|mg|g|units?|mmol|meq)\s?(?:in|/|per)\s?\d[\d.,]*\s?m[lL]\b", re.IGNORECASE
)
_NITROGEN = re.compile(r"\b(?:bun|nitrogen)\W{0,3}(?:(?:is|was|of)\W+)?$", re.IGNORECASE)
_MASS = "mg/dL"
_OVER = re.compile(r"^(?:aimed|other) ")
"""Readings that own their number and are no fact."""
_BIRTH = re.compile(r"\b(?:birth ?(?:weight|wt)?|born(?: at)?)\W{0,3}(?:(?:was|is|of)\s)?$", re.IGNORECASE)
_FIRST_DAYS = 7
_NOT_OF_A_BODY = frozenset({"rate", "dose_rate", "concentration", "drop_factor"})
"""Figures of infusions, of which there may be several."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one message says: the facts that hold now; figures that held `earlier`, each with its time, which are shown and used in
    nothing; and what is `unclear`: named twice, with nothing to tell which holds."""

    facts: tuple[Fact, ...]
    earlier: tuple[Fact, ...] = ()
    unclear: tuple[str, ...] = ()


def read_facts(message: str) -> tuple[Fact, ...]:
    """The facts of one message that hold now, in the order in which they stand."""
    return find_facts(message).facts


def find_facts(message: str) -> Found:
    """All that one message says, in the order in which it stands."""
    text = make_plain(message)
    ages = read_ages(text)
    others = find_others(text)
    dilutions = list(_dilutions(message))
    days, habits = list(read_days(message)), list(read_habits(message))
    taken = [(age.start, age.until) for age in ages]
    taken += [fact.span for fact in (*dilutions, *days, *habits)]
    own_ages = [age for age in ages if not _is_within(age.start, others)]
    measured = _measured(text, taken, others, own_ages)
    found = sorted(
        [
            *_ages(message, own_ages),
            *(fact for one in measured.now for fact in _facts(message, text, one)),
            *read_people(text, message, own_ages, others),
            *dilutions, *days, *habits, *read_allergies(message),
        ],
        key=lambda fact: fact.span,
    )  # fmt: skip
    first: dict[object, Fact] = {}
    for fact in found:
        first.setdefault(
            (fact.fact, fact.value, fact.unit, fact.negated, fact.text if fact.value is None else ""), fact
        )
    earlier = (
        fact.model_copy(update={"when": one.moment.said})
        for one in measured.earlier
        for fact in _facts(message, text, one)
    )
    return Found(tuple(first.values()), tuple(earlier), tuple(n for n in measured.unclear if n not in _NOT_OF_A_BODY))


def read_form(form: Mapping[str, Given]) -> tuple[Fact, ...]:
    """The inputs of a form as facts: a number with its unit where one can be read, the words otherwise."""
    return tuple(_from_form(name, given) for name, given in form.items())


def _from_form(name: str, given: Given) -> Fact:
    value, unit = given.value, given.unit
    if isinstance(value, str):
        try:
            quantity = read_quantity(value)
            value, unit = (quantity.low, quantity.unit or unit) if quantity.is_exact else (value, unit)
        except PlumblineError:
            pass  # a choice, or what the calculator will refuse in its own words
    return Fact(fact=name, text=given.text, span=(0, 0), value=value, unit=unit, origin=given.origin)


def _is_within(place: int, stretches: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in stretches)


def _ages(message: str, ages: Sequence[Age]) -> Iterator[Fact]:
    if age := choose_age(ages):
        text = message[age.start : age.end]
        yield Fact(fact="age", text=text, span=(age.start, age.end), value=age.value, unit=age.unit)


def _measured(
    text: str, taken: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]], ages: Sequence[Age]
) -> Chosen:
    """What was measured of the patient: one number for each name, and what it was before."""
    coma = list(read_coma(text))
    labels = find_labels(text)
    amounts = find_amounts(text, [(label.start, label.end) for label in labels])
    readings, left = find_readings(text, amounts, labels, [*taken, *(span for _, span in coma)])
    readings += [one for one, _ in coma]
    readings += read_vitals(text, left, readings)
    readings = [_of_birth(one, text, ages) for one in readings if not _is_within(one.start, others)]
    return choose([one for one in readings if one.name not in OTHERS and not _OVER.match(one.name)])


def _of_birth(one: Reading, text: str, ages: Sequence[Age]) -> Reading:
    """A weight at birth is the weight of a child in its first week."""
    if one.name != "weight" or one.when is not When.PAST or not _BIRTH.search(text[: one.start]):
        return one
    fresh = any(age.unit == "h" or (age.unit == "days" and age.value <= _FIRST_DAYS) for age in ages)
    return replace(one, moment=replace(one.moment, when=When.EARLIER)) if fresh else one


def _facts(message: str, text: str, one: Reading) -> Iterator[Fact]:
    if one.name == BLOOD_PRESSURE:
        if one.lower is None or one.value is None:
            return
        value, start, end = one.lower
        upper = re.match(r"\D*?\d+", message[one.start : start])
        until = one.start + upper.end() if upper else start
        until = until if message[one.start : until].strip().isdigit() else _before_over(message, one.start, start)
        yield Fact(
            fact="systolic", text=message[one.start : until], span=(one.start, until), value=one.value, unit="mmHg"
        )
        yield Fact(fact="diastolic", text=message[start:end], span=(start, end), value=value, unit="mmHg")
        return
    name = one.name
    if name == "urea_nitrogen" and one.unit == _MASS and not _NITROGEN.search(text[: one.start]):
        name = "urea"  # a mass of urea is another than that of its nitrogen
    yield Fact(fact=name, text=message[one.start : one.end], span=(one.start, one.end), value=one.value, unit=one.unit or None)  # fmt: skip


def _before_over(message: str, start: int, end: int) -> int:
    """Where the first of two dictated numbers ends: "one forty over ninety"."""
    return start + len(re.split(r"\s(?:over|zu|on)\s|\s?/", message[start:end], flags=re.IGNORECASE)[0].rstrip())


def _dilutions(message: str) -> Iterator[Fact]:
    """Two amounts that are one figure only together: "4 mg in 50 mL"."""
    for match in _DILUTION.finditer(message):
        try:
            quantity = read_quantity(match.group())
        except PlumblineError:
            continue
        yield Fact(
            fact="concentration", text=match.group(), span=match.span(), value=quantity.low, unit=quantity.unit or None
        )


def _is_another(fact: Fact, people: Container[object]) -> bool:
    """Whether an age is of other people than those who are named now: a child, after a man of seventy."""
    if fact.fact != "age" or not isinstance(fact.value, float | int):
        return False
    grown = fact.unit in (None, "years") and fact.value >= ADULT_FROM_YEARS
    return ("child" in people and grown) or ("adult" in people and not grown)


def merge_facts(earlier: tuple[Fact, ...], new: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What holds after a turn: a new fact replaces the earlier one of its name."""
    said = {fact.fact for fact in new}
    people = {fact.value for fact in new if fact.fact == "population" and not fact.negated}
    if "age" in said:
        said.add("population")
    elif people & {"child", "adult"} and any(_is_another(fact, people) for fact in earlier):
        said.add("age")
    carried = tuple(fact.model_copy(update={"origin": "earlier"}) for fact in earlier if fact.fact not in said)
    return carried + new
