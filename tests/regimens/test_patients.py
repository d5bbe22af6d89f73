"""Random patients against every shipped regimen: one row or a stated refusal, never above a maximum, every figure vouched for."""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

import pytest

from assistant.composers.draft import Material
from assistant.composers.replies import say_refusal, say_result
from assistant.figures import Evidence, Kind, check, find
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import convert, find_factor, read_print
from assistant.records import Calculation, Given, Missing, Part, Passage, Refusal
from assistant.records import Result as PrintedResult
from assistant.regimens import Regimen, load_all, render
from assistant.regimens.choosing import OPEN_ENDED
from assistant.regimens.schema import Group, Tier
from tests.regimens.bench import SHIPPED
from tests.samples import SAMPLE_AND_WHOLE

REGIMENS = load_all(SHIPPED)[0]
PASSAGES: dict[str, Passage] = {p.id: p for regimen in REGIMENS for p in render(regimen).passages}
ANY = {regimen.name: regimen for regimen in REGIMENS}
CHECKED: set[tuple[tuple[str, ...], str]] = set()
WRITTEN = re.compile(r"([\[(])(.+), (.+)([\])])")


@dataclass(frozen=True)
class Person:
    """A whole patient: every need has a value."""

    numbers: dict[str, Fraction]
    options: dict[str, str]
    population: str
    indication: str
    units: dict[str, str]

    def give(self, regimen: Regimen) -> dict[str, Given]:
        known = {item.name: item for item in regimen.inputs}
        given = {name: Given(text=option, value=option) for name, option in self.options.items()}
        for name, value in self.numbers.items():
            given[name] = Given(
                text=str(float(value)), value=float(value), unit=known[name].unit if name in known else None
            )
        given["population"] = Given(text=self.population, value=self.population)
        given["indication"] = Given(text=self.indication, value=self.indication)
        given["allergy"] = Given(text="none known", value="none known")
        return {name: one for name, one in given.items() if name in known}


def draw_people(regimen: Regimen, count: int, seed: int) -> Iterator[Person]:
    """Patients at the ends of bands, a hair beside them, and anywhere between."""
    chance = random.Random(seed)
    for _ in range(count):
        group = chance.choice(regimen.sheet.groups)
        numbers = {item.name: _draw_number(regimen, item.name, item.minimum or 0, item.maximum or 0, chance)
                   for item in regimen.inputs if item.kind == "number"}  # fmt: skip
        options = {item.name: chance.choice(item.choices or ("",)) for item in regimen.inputs
                   if item.kind == "choice" and item.name not in ("population", "indication")}  # fmt: skip
        years = convert(float(numbers["age"]), _unit_of_age(regimen), "years") if "age" in numbers else 18
        population = "child" if years < 18 else chance.choice(["adult", "adult", "pregnancy"])
        if "age" not in numbers:
            population = chance.choice(["adult", "child", "pregnancy"])
        units = {item.name: item.unit or "" for item in regimen.inputs}
        yield Person(numbers, options, population, group.indication, units)


def _unit_of_age(regimen: Regimen) -> str:
    return next((item.unit or "years" for item in regimen.inputs if item.name == "age"), "years")


def _draw_number(regimen: Regimen, name: str, low: float, high: float, chance: random.Random) -> Fraction:
    ends = [Fraction(end) for group in regimen.sheet.groups for tier in group.tiers if isinstance(text := tier.when.get(name), str)
            and (found := WRITTEN.fullmatch(text)) for end in found.group(2, 3)]  # fmt: skip
    drawn = Fraction(str(round(chance.uniform(low, high), 4)))
    if ends and chance.random() < 0.8:
        hair = chance.choice([Fraction(0), Fraction(1, 10**6), -Fraction(1, 10**6), Fraction(1, 3), Fraction(-1, 7)])
        drawn = chance.choice(ends) + hair
    return Fraction(str(float(min(max(drawn, Fraction(str(low))), Fraction(str(high))))))


def rows_of(group: Group, person: Person) -> list[Tier]:
    """The rows of a group that take a person, worked out a second time and without the engine."""
    return [tier for tier in group.tiers if all(_takes(group, tier, name, person) for name in group.needs)]


def _takes(group: Group, tier: Tier, name: str, person: Person) -> bool:
    need = group.needs[name]
    written = tier.when.get(name, need.covers or need.choices or ())
    if need.choices:
        return person.options[name] in ((written,) if isinstance(written, str) else written)
    found = WRITTEN.fullmatch(str(written))
    assert found
    low, high = Fraction(found[2]), Fraction(found[3])
    value = person.numbers[name] * find_factor(person.units[name], need.unit or "", name if name in ANALYTES else None)
    return low <= value <= high and (value != low or found[1] == "[") and (value != high or found[4] == "]")


def is_for(regimen: Regimen, group: Group, person: Person) -> bool:
    if group.indication != person.indication:
        return False
    own = {other.population for other in regimen.sheet.groups if other.indication == group.indication}
    other = {"pregnancy": "adult", "adult": "pregnancy"}.get(person.population or "")
    if person.population in own and group.population == other:
        return False  # where a body writes for these people, what is written for the others is not theirs
    return group.population in ("any", person.population) or {group.population, person.population} == {
        "adult",
        "pregnancy",
    }


def check_person(regimen: Regimen, person: Person) -> int:
    """Every promise for one patient; how many calculations were made."""
    outcomes = regimen.calculate(person.give(regimen))
    assert outcomes and not any(isinstance(one, Missing) for one in outcomes), (person, outcomes)
    made = 0
    for outcome in outcomes:
        assert isinstance(outcome, Calculation | Refusal)
        _check_row(regimen, person, outcome)
        _check_print(outcome)
        if isinstance(outcome, Calculation):
            _check_cap(regimen, outcome)
            made += 1
    bodies = [group.body for group in regimen.sheet.groups if is_for(regimen, group, person)]
    named = [body for body in bodies if any(_names(one, body) for one in outcomes)]
    assert named == bodies or all(isinstance(one, Refusal) and one.body is None for one in outcomes), (person, bodies)
    return made


def _names(outcome: Calculation | Missing | Refusal, body: str) -> bool:
    return body in (outcome.says if isinstance(outcome, Calculation) else getattr(outcome, "body", None) or "")


def _check_row(regimen: Regimen, person: Person, outcome: Calculation | Refusal) -> None:
    """The row that was taken is the one and only row of its group; a refusal is a row's own or covers nobody here."""
    for group in regimen.sheet.groups:
        ids = {f"{regimen.id}#{tier.id}" for tier in group.tiers}
        if not ids & set(outcome.passages) or (isinstance(outcome, Refusal) and outcome.body is None):
            continue
        taken = rows_of(group, person)
        if (isinstance(outcome, Refusal) and len(outcome.passages) > 1) or not taken:
            assert taken == [] and isinstance(outcome, Refusal), (person, outcome)
            continue
        assert [f"{regimen.id}#{tier.id}" for tier in taken] == list(outcome.passages), (person, outcome)
        if person.population == "child":
            assert group.population in ("child", "any")
            assert not isinstance(outcome, Calculation) or PASSAGES[outcome.passages[0]].population in ("child", "any")


def _check_cap(regimen: Regimen, calculation: Calculation) -> None:
    if calculation.cap is None:
        return
    limit = read_print(calculation.cap.limit)
    result = calculation.result
    most = convert(limit.low, limit.unit, str(result.unit))
    high = result.high if result.high is not None else result.value
    assert isinstance(high, float) and high <= most
    printed = read_print(result.text.removesuffix(" daily"))
    assert printed.high <= most and printed.low <= printed.high
    assert printed.high == pytest.approx(high, rel=0.006)


def _check_print(outcome: Calculation | Refusal) -> None:
    """The sentence passes the gate as it is said, and every figure of it stands in its row or is the result.

    What has been checked once is not checked again: the sentence of a fixed dose is the same for everybody.
    """
    key = f"{outcome.says}{outcome.result.text}" if isinstance(outcome, Calculation) else outcome.text
    if (outcome.passages, key) in CHECKED:
        return
    CHECKED.add((outcome.passages, key))
    calculations = (outcome,) if isinstance(outcome, Calculation) else ()
    material = Material(passages=dict(PASSAGES), references={}, documents={}, calculations=calculations)
    said = say_result(0, outcome, material) if isinstance(outcome, Calculation) else say_refusal(outcome, material)
    assert check([said.claim], material.ledger, Evidence(PASSAGES.keys(), {"0"})) == (), outcome
    text, spans = "", []
    for piece in material.ledger.pieces(said.text):
        shown = piece if isinstance(piece, str) else piece.text
        spans += [] if isinstance(piece, str) else [(len(text), len(text) + len(shown))]
        text += shown
    loose = [f.text for f in find(text) if f.kind not in (Kind.NAME, Kind.UNIT, Kind.TEXT)
             and not any(start <= f.start and f.end <= end for start, end in spans)]  # fmt: skip
    assert loose == [], text
    if isinstance(outcome, Calculation):
        row = PASSAGES[outcome.passages[0]]
        worked = {text for part in outcome.parts for text in (part.text, part.rate)} | {outcome.result.text}
        assert all(quote in row.text or quote in worked for quote in outcome.quotes.values()), (
            outcome.quotes,
            row.text,
        )
        body = outcome.title.rsplit("(", 1)[1].rstrip(")")
        assert body in text and outcome.result.text
        assert "{result}" in outcome.says or outcome.result.text.removesuffix(" daily").removeprefix("at most ") in text
        assert set(outcome.references) <= set(row.citations)


@pytest.mark.parametrize("name", ANY)
def test_each_of_many_patients_gets_one_row_or_a_stated_refusal(name: str) -> None:
    made = sum(check_person(ANY[name], person) for person in draw_people(ANY[name], 60, seed=1))
    assert made >= 3, f"{name} gave a dose to hardly anybody"


@pytest.mark.prove
@pytest.mark.parametrize("name", ANY)
def test_each_of_ten_thousand_patients_gets_one_row_or_a_stated_refusal(name: str) -> None:
    made = sum(check_person(ANY[name], person) for person in draw_people(ANY[name], 10_000, seed=2))
    print(f"{name}: {made} calculations for 10,000 patients")
    assert made > 1000


@SAMPLE_AND_WHOLE
@pytest.mark.parametrize("name", ANY)
def test_the_row_is_the_same_whatever_is_left_unsaid_that_does_not_matter(name: str, whole: bool) -> None:
    """A patient of whom one input is left out gets the same rows, or is asked for it; never another row."""
    regimen = ANY[name]
    for person in draw_people(regimen, 25 if whole else 6, seed=3):
        given = person.give(regimen)
        rows = {one.passages for one in regimen.calculate(given) if isinstance(one, Calculation)}
        for left_out in given:
            if left_out in ("indication", "population", "age", "allergy") or (left_out in OPEN_ENDED and not rows):
                continue  # a kidney function above all that is covered is refused as a slip; unsaid it is no slip
            fewer = {key: value for key, value in given.items() if key != left_out}
            found = {one.passages for one in regimen.calculate(fewer) if isinstance(one, Calculation)}
            assert found <= rows, (person, left_out)


@pytest.mark.parametrize(
    "name", [name for name, regimen in ANY.items() if "weight" in {i.name for i in regimen.inputs}]
)
def test_in_one_row_a_heavier_patient_gets_no_less(name: str) -> None:
    check_growth(name, 12, seed=4)


@pytest.mark.prove
@pytest.mark.parametrize(
    "name", [name for name, regimen in ANY.items() if "weight" in {i.name for i in regimen.inputs}]
)
def test_in_one_row_a_heavier_patient_never_gets_less(name: str) -> None:
    check_growth(name, 3_000, seed=5)


def check_growth(name: str, count: int, seed: int) -> None:
    """The dose of a row, and each of its further steps and limits, never falls as only the weight rises."""
    regimen, chance = ANY[name], random.Random(seed)
    most = next(Fraction(str(item.maximum or 0)) for item in regimen.inputs if item.name == "weight")
    for person in draw_people(regimen, count, seed):
        weight = min(most, person.numbers["weight"] * Fraction(chance.randint(100, 220), 100))
        heavier = replace(person, numbers={**person.numbers, "weight": Fraction(str(float(weight)))})
        light, heavy = (_by_row(regimen, one) for one in (person, heavier))
        for row in light.keys() & heavy.keys():
            assert light[row].keys() == heavy[row].keys()
            for label, ends in light[row].items():
                more = heavy[row][label]
                assert ends[0] <= more[0] * (1 + 1e-9) and ends[1] <= more[1] * (1 + 1e-9), (person, weight, row, label)


def _by_row(regimen: Regimen, person: Person) -> dict[str, dict[str, tuple[float, float]]]:
    """By row and by what it is, the least and the most that is given to a person, in milligrams, units or another base."""
    found: dict[str, dict[str, tuple[float, float]]] = {}
    for one in regimen.calculate(person.give(regimen)):
        if isinstance(one, Calculation):
            parts = [("result", one.result), *((part.label, part) for part in one.parts if part.label != "the same")]
            found[one.passages[0]] = {label: _ends(part) for label, part in parts if isinstance(_ends(part)[0], float)}
    return found


def _ends(part: PrintedResult | Part) -> tuple[float, float]:
    low = part.low if part.low is not None else part.value
    high = part.high if part.high is not None else part.value
    return low, high  # type: ignore[return-value]
