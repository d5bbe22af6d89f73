"""How many times a second a calculator runs, against its bare formula on the same values."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from assistant.intake.taking import take
from benchmarks.entities import find_calculator, give

TIMED = ("creatinine_clearance", "curb_65", "apache_ii", "qtc_fridericia", "meld_na")
REPETITIONS = 9
SECONDS = 0.05
"""How long one repetition of one of the two should take."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Calls a second, and how many times faster the formula is alone: medians over the repetitions."""

    calculator: str
    runs: float
    formulas: float
    ratio: float


def measure(name: str) -> Speed:
    """The speed of a calculator on its own worked example."""
    calculator = find_calculator(name)
    given = give(calculator.vectors[0].given)
    values = {slot.name: take(slot, given[slot.name]).value for slot in calculator.slots if slot.name in given}
    pairs = [
        (_rate(lambda: calculator.run(given)), _rate(lambda: calculator.formula(**values))) for _ in range(REPETITIONS)
    ]
    return Speed(
        name,
        median(run for run, _ in pairs),
        median(formula for _, formula in pairs),
        median(formula / run for run, formula in pairs),
    )


def _rate(call: Callable[[], object]) -> float:
    """Calls a second, over as many calls as last long enough to be timed."""
    call()
    calls = 1
    while True:
        start = time.perf_counter()
        for _ in range(calls):
            call()
        taken = time.perf_counter() - start
        if taken >= SECONDS:
            return calls / taken
        calls = max(calls * 2, int(calls * SECONDS / max(taken, 1e-9)))
