"""What three thousand statements cost; printed, and in processor time kept within bounds.

`python -m pytest -m prove -s tests/library/test_at_size.py`; the figures are in docs/decisions/0002-index.md.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import cycle
from statistics import median

import pytest
from shelf import replace_in, write_document, write_references

from assistant.library import Holdings, build, read_library

STATEMENTS = 3000
PER_DOCUMENT = 30
WORDS = """
magnesium potassium adrenaline salbutamol terlipressin penicillamine kidney liver thigh vein mouth shock wheeze rash
bleeding transfusion sedation urine copper rhythm
""".split()  # noqa: SIM905


def say(number: int) -> str:
    """A statement of the usual length that no other repeats."""
    a, b, c = (WORDS[(number // n) % len(WORDS)] for n in (1, 20, 400))
    return f"A patient with {a} and {b} is watched for {c} by the nurse of bay {number} until the senior has come. [@society]"


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    """A corpus of three thousand statements, not yet indexed."""
    folder = tmp_path_factory.mktemp("size")
    write_references(folder / "corpus")
    for start in range(0, STATEMENTS, PER_DOCUMENT):
        said = tuple(say(n) for n in range(start, start + PER_DOCUMENT))
        write_document(folder / "corpus", f"ward-{start}", f"Ward {start}", {"Bottom line": said})
    return Holdings((folder / "corpus",), folder / "data")


@dataclass(frozen=True)
class Spent:
    """Seconds on the clock and of the processor, all threads."""

    wall: float
    processor: float


def clock(do: Callable[[], object]) -> Spent:
    """Do it and see what it took."""
    wall, processor = time.perf_counter(), time.process_time()
    do()
    return Spent(time.perf_counter() - wall, time.process_time() - processor)


def tell(what: str, spent: Spent) -> Spent:
    """Print it."""
    print(f"\n{what}: {spent.wall:.2f} s, processor {spent.processor:.2f} s", end="")
    return spent


@pytest.mark.prove
def test_three_thousand_statements(measured: Holdings) -> None:
    measured.encoder().warm()
    tell(f"index {STATEMENTS} statements", clock(lambda: build(measured)))
    unchanged = tell("the same again, nothing changed", clock(lambda: build(measured)))
    replace_in(measured.folders[0] / "guidelines" / "examples" / "ward-0.md", "bay 0 ", "bay none ")
    changed = tell("one statement changed", clock(lambda: build(measured)))
    library = read_library(measured)
    tell("the first question", clock(library.warm))
    questions: Iterator[str] = cycle(f"{word} in a patient" for word in WORDS)
    searches = [clock(lambda: library.search(next(questions))) for _ in range(100)]
    wall, processor = median(s.wall for s in searches), median(s.processor for s in searches)
    tell("a question, median of a hundred", Spent(wall, processor))
    assert len(library.passages) == STATEMENTS
    assert unchanged.processor < 3
    assert changed.processor < 15
    assert processor < 0.2
