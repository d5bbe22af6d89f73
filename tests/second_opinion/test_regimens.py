"""Every regimen beside what a second person read in its sources, without having seen the file: the same dose, at every edge."""

import importlib
import math
import pkgutil
import random
import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

import second_opinion
from assistant.figures.quantities import convert, is_same_kind, read_print
from assistant.records import Calculation, Given, Missing, Part, Refusal
from assistant.regimens import Regimen, load_all
from assistant.regimens.needs import find_plausible
from assistant.regimens.schema import Group
from second_opinion.reading import Dose, Person, Reader

REGIMENS = Path(__file__).resolve().parents[2] / "corpus" / "regimens"
OWN_TESTS = frozenset({"adrenaline-im-anaphylaxis", "magnesium-aspartate-oral", "magnesium-sulfate-iv", "potassium-iv"})
"""Compared by test_doses.py and test_magnesium.py."""
WRITTEN = re.compile(r"([\[(])(.+), (.+)([\])])")
AROUND = frozenset({"dose", "total of a day", "the same", "most in a day", "most over all repeats", "rate"})
"""Parts that are the dose itself or a limit of it; the others follow it."""
FEW, MANY = 10, 10_000


@cache
def readings() -> dict[str, Reader]:
    """Every second reading by `file/group`."""
    found: dict[str, Reader] = {}
    for module in pkgutil.iter_modules(second_opinion.__path__):
        if module.name.startswith("regimens_"):
            read = importlib.import_module(f"second_opinion.{module.name}").READINGS
            assert not found.keys() & read.keys(), module.name
            found |= read
    return found


@cache
def groups() -> dict[str, tuple[Regimen, Group]]:
    """Every shipped group by `file/group`, alone in a regimen of its own."""
    regimens, refused = load_all(REGIMENS)
    assert refused == ()
    return {
        f"{regimen.id}/{group.id}": (_alone(regimen, group), group)
        for regimen in regimens
        if regimen.id not in OWN_TESTS
        for group in regimen.sheet.groups
    }


def _alone(regimen: Regimen, group: Group) -> Regimen:
    ids = {"monitoring": (), "contraindications": (), "interactions": (), "antidotes": (), "cautions": ()}
    return Regimen(regimen.sheet.model_copy(update={"groups": (group,), **ids}), regimen.path, regimen.hash)


def draw(regimen: Regimen, group: Group, count: int, seed: int) -> Iterator[tuple[Person, str]]:
    """People with their population: at the ends of bands, a hair beside them, and anywhere between and a little outside."""
    chance = random.Random(seed)
    for _ in range(count):
        person: dict[str, Fraction | str] = {}
        for item in regimen.inputs:
            if item.kind == "number":
                person[item.name] = _number(group, item.name, (item.minimum or 0, item.maximum or 0), chance)
            elif item.kind == "choice" and item.name not in ("population", "indication"):
                person[item.name] = chance.choice(item.choices or ("",))
        population = group.population
        if population == "any":
            population = "child" if person.get("age") is not None and _years(group, person) < 18 else "adult"
        if population == "child" and "age" in person and _years(group, person) >= 18:
            continue
        if population != "child" and "age" in person and _years(group, person) < 18:
            continue
        yield person, population


def _years(group: Group, person: Person) -> Fraction:
    unit = group.needs["age"].unit if "age" in group.needs else "years"
    value = person["age"]
    assert isinstance(value, Fraction)
    return Fraction(convert(float(value), unit or "years", "years")).limit_denominator(10**9)


def _number(group: Group, name: str, plausible: tuple[float, float], chance: random.Random) -> Fraction:
    written = [text for tier in group.tiers if isinstance(text := tier.when.get(name), str)]
    need = group.needs.get(name)
    cover = WRITTEN.fullmatch(need.covers) if need and need.covers else None
    ends = [Fraction(end) for text in written if (found := WRITTEN.fullmatch(text)) for end in found.group(2, 3)]
    low, high = (
        (Fraction(cover[2]), Fraction(cover[3]))
        if cover
        else (Fraction(str(plausible[0])), min(Fraction(str(plausible[1])), Fraction(200)))
    )
    drawn = Fraction(str(round(chance.uniform(float(low), float(high)), 3)))
    if ends and chance.random() < 0.7:
        drawn = chance.choice(ends) + chance.choice([Fraction(0), Fraction(1, 1000), Fraction(-1, 1000)])
    if name == "weight" and chance.random() < 0.3:
        drawn = Fraction(chance.choice([3, 8, 12, 25, 40, 70, 110, 140]))
    first, last = Fraction(str(plausible[0])), Fraction(str(plausible[1]))
    return min(max(drawn, first), last)


def ask(regimen: Regimen, group: Group, person: Person, population: str) -> Calculation | None:
    """What the product says; None where it gives nothing."""
    units = {item.name: item.unit for item in regimen.inputs}
    given = {
        name: Given(text=str(value), value=value)
        if isinstance(value, str)
        else Given(text=str(float(value)), value=float(value), unit=units[name] or None)
        for name, value in person.items()
    }
    given |= {"population": Given(text=population, value=population)} if "population" in units else {}
    outcomes = regimen.calculate(given)
    needed = [item.name for one in outcomes if isinstance(one, Missing) for item in one.inputs if item.required]
    assert not needed, (group.id, needed, person)
    found = [one for one in outcomes if isinstance(one, Calculation)]
    assert len(found) + sum(isinstance(one, Refusal) for one in outcomes) == 1
    return found[0] if found else None


def disagree(read: Dose | None, printed: Calculation | None) -> str | None:
    """What two readings differ in; None where they agree."""
    if read is None or printed is None:
        return None if read is None and printed is None else "one gives a dose, the other none"
    if not _same(read, *_ends(printed)):
        return "the dose"
    after = [part for part in printed.parts if part.label not in AROUND]
    if len(after) != len(read.then):
        return f"how many steps follow ({len(after)} and {len(read.then)})"
    for one, part in zip(read.then, after, strict=True):
        if not _same(
            one,
            part.low if part.low is not None else part.value,
            part.high if part.high is not None else part.value,
            part.unit,
        ):
            return f"the step {part.label}"
    return None


def _ends(printed: Calculation) -> tuple[float | None, float | None, str | None]:
    result = printed.result
    if isinstance(result.value, float):
        return result.value, result.value, result.unit
    if result.low is not None:
        return result.low, result.high, result.unit
    told = read_print(re.sub(r"^at most |/(?:24 h|day)$", "", result.text))
    return told.low, told.high, told.unit


def _same(read: Dose, low: float | None, high: float | None, unit: str | None) -> bool:
    if low is None or high is None or unit is None:
        return False
    mine, yours = (read.unit.rstrip("s"), unit.rstrip("s"))
    if mine != yours and not is_same_kind(read.unit, unit):
        return False
    ends = [float(end) if mine == yours else convert(float(end), read.unit, unit) for end in (read.low, read.high)]
    return all(math.isclose(ours, theirs, rel_tol=1e-9) for ours, theirs in zip(ends, (low, high), strict=True))


def compare(name: str, count: int, seed: int) -> int:
    """Compare one group for many people; how many of them were given a dose."""
    regimen, group = groups()[name]
    dosed = 0
    for person, population in draw(regimen, group, count, seed):
        read, printed = readings()[name](person), ask(regimen, group, person, population)
        reason = disagree(read, printed)
        shown = {key: str(value) if isinstance(value, str) else float(value) for key, value in person.items()}
        told = printed and (printed.result.text, [(p.label, p.text) for p in printed.parts])
        assert reason is None, f"{name}: {reason}; {shown}; read {read}; printed {told}"
        dosed += printed is not None
    return dosed


def test_every_group_of_every_file_was_read_by_a_second_person() -> None:
    assert sorted(groups().keys() ^ readings().keys()) == []


def test_two_readings_agree_for_some_people() -> None:
    faults = []
    for name in sorted(groups().keys() & readings().keys()):
        try:
            compare(name, FEW, seed=5)
        except AssertionError as error:
            faults.append(str(error).split("\nassert")[0])
    assert faults == [], "\n".join(faults)


@pytest.mark.prove
@pytest.mark.parametrize("name", sorted(groups()))
def test_two_readings_agree_for_ten_thousand_people(name: str) -> None:
    print(f"{name}: {compare(name, MANY, seed=7)} of {MANY} given a dose")


__all__ = ["Part", "find_plausible"]
