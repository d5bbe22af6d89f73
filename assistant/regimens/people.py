"""Whom a row is for: its population, by the group or by the ages it takes, and how the row names its people."""

import re
from fractions import Fraction

from assistant.figures.quantities import find_factor
from assistant.records import Population
from assistant.regimens.intervals import Interval
from assistant.regimens.schema import Group, Tier

ADULT_FROM = 18
"""Years. Where a source says no more than adult or child, childhood is read as lasting until this birthday."""
OLDEST = 120
CHILDHOOD = Interval(Fraction(0), Fraction(ADULT_FROM), True, False)
ADULTHOOD = Interval(Fraction(ADULT_FROM), Fraction(OLDEST))
NAMES: dict[Population, str] = {"adult": "adult", "child": "child", "pregnancy": "pregnant woman", "any": "patient"}
_WORDS: dict[Population, re.Pattern[str]] = {
    "child": re.compile(
        r"\b(?:child|children|infants?|neonat\w*|newborns?|bab(?:y|ies)|adolescents?|teenagers?)\b", re.I
    ),
    "adult": re.compile(r"\badults?\b", re.I),
    "pregnancy": re.compile(r"\bpregnan\w*\b", re.I),
}


def find_population(group: Group, tier: Tier) -> Population:
    """Whom a row is for: said by its group, else by the ages that it takes."""
    if group.population != "any" or "age" not in group.needs:
        return group.population
    ages = read_ages(group, tier)
    if ADULTHOOD.covers(ages):
        return "adult"
    return "child" if CHILDHOOD.covers(ages) else "any"


def read_ages(group: Group, tier: Tier) -> Interval:
    """The ages of a row in years; those that its group covers where the row says nothing of them."""
    need = group.needs["age"]
    written = tier.when.get("age", need.covers)
    ages = Interval.read(str(written))
    factor = find_factor(need.unit or "years", "years")
    return Interval(ages.low * factor, ages.high * factor, ages.low_in, ages.high_in)


def names_people(text: str) -> frozenset[Population]:
    """The populations that a text names."""
    return frozenset(population for population, pattern in _WORDS.items() if pattern.search(text))


def describe(group: Group, tier: Tier) -> tuple[str, str]:
    """The people of a row in two parts, so that the indication can stand between them: `adult`, `peripheral line`."""
    head, _, rest = tier.label.partition(", ")
    if names_people(head):
        return head, rest
    return NAMES[find_population(group, tier)], tier.label
