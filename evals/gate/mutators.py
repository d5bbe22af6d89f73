"""True statements made false, seeded: what the gate of model-written drafts is measured with.

A mutant is false in that no passage it cites says it; where a subject was swapped, no passage of the pool says it either.
An adult's dose given to a pregnant woman counts as false: the source does not speak of her.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random

from evals.gate.amounts import mutate_comparator, mutate_frequency, mutate_number, mutate_place, mutate_unit
from evals.gate.inventions import mutate_invented
from evals.gate.statements import Mutant, Statement
from evals.gate.subjects import mutate_citation, mutate_drug, mutate_negation, mutate_people, mutate_route

Mutator = Callable[[Statement, Mapping[str, str], Random], Mutant | None]
MUTATORS: Mapping[str, Mutator] = {
    "number": mutate_number,
    "unit": mutate_unit,
    "comparator": mutate_comparator,
    "drug": mutate_drug,
    "route": mutate_route,
    "population": mutate_people,
    "citation": mutate_citation,
    "negation": mutate_negation,
    "figure swap": mutate_place,
    "frequency": mutate_frequency,
    "invented": mutate_invented,
}
KINDS = tuple(MUTATORS)
PATIENCE = 400
"""Draws in which a kind must yield something new before it counts as exhausted."""


def mutate(statements: Sequence[Statement], count: int, seed: int) -> Iterator[Mutant]:
    """Mutants, no two alike, the kinds in turn; a kind that runs dry leaves its turns to the others.

    The pool is what all statements cite. Ends early only when every kind is dry.
    """
    chance, seen, dry = Random(seed), set[tuple[str, tuple[str, ...]]](), set[str]()
    pool = {cited: text for statement in statements for cited, text in statement.sources}
    made = 0
    while made < count and len(dry) < len(KINDS):
        for kind in KINDS:
            mutant = None if kind in dry or made == count else _draw(kind, statements, pool, chance, seen)
            if mutant is None:
                dry.add(kind)
                continue
            made += 1
            yield mutant


def _draw(
    kind: str,
    statements: Sequence[Statement],
    pool: Mapping[str, str],
    chance: Random,
    seen: set[tuple[str, tuple[str, ...]]],
) -> Mutant | None:
    for _ in range(PATIENCE):
        mutant = MUTATORS[kind](chance.choice(statements), pool, chance)
        if mutant is not None and (mutant.text, mutant.passages) not in seen:
            seen.add((mutant.text, mutant.passages))
            return mutant
    return None
