"""The gate, measured: no foreign figure reaches a reader, swaps are caught, and what is faithful passes."""

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from assistant.figures import find_open
from assistant.library.corpus import read_corpus
from evals.gate import Statement, mutate, quote, read_statements
from evals.gate.drafts import write_draft
from evals.gate.measure import Bench, Tally, likeness, try_mutants, try_statements
from evals.gate.statements import HELD_OUT, MORE, PARAPHRASES

CORPUS = Path(__file__).parents[2] / "corpus"
MOST_REFUSED = 0.05
LEAST_CAUGHT = 0.95
SETS = (PARAPHRASES, MORE, HELD_OUT)


@pytest.fixture(scope="module")
def bench() -> Bench:
    return Bench.of(read_corpus([CORPUS]).documents.values(), likeness())


@pytest.fixture(scope="module")
def texts(bench: Bench) -> dict[str, str]:
    return {key: passage.text for key, passage in bench.material.passages.items()}


def judge(texts: dict[str, str], bench: Bench, count: int, seed: int) -> Tally:
    statements = tuple(s for path in SETS for s in read_statements(texts, path)) + quote(texts)
    return try_mutants(mutate(statements, count, seed), bench)


def assert_caught(tally: Tally) -> None:
    assert not tally.foreign_through
    assert tally.semantic > sum(tally.tried.values()) / 4
    assert tally.caught >= LEAST_CAUGHT, tally.semantic_through


def assert_pass(statements: Sequence[Statement], bench: Bench) -> None:
    refused = try_statements(statements, bench)
    assert len(refused) <= MOST_REFUSED * len(statements), refused


def test_false_statements_are_caught(texts: dict[str, str], bench: Bench) -> None:
    assert_caught(judge(texts, bench, 330, seed=11))


def test_passages_pass_as_they_are(texts: dict[str, str], bench: Bench) -> None:
    assert not try_statements(Random(20).sample(quote(texts), 150), bench)


@pytest.mark.prove
def test_each_passage_passes_as_it_is(texts: dict[str, str], bench: Bench) -> None:
    assert not try_statements(quote(texts), bench)


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_three_hundred_faithful_paraphrases_pass(path: Path, texts: dict[str, str], bench: Bench) -> None:
    statements = read_statements(texts, path)
    assert len(statements) >= 300
    assert_pass(statements, bench)


def test_a_paraphrase_holds_no_figure_that_its_passages_do_not(texts: dict[str, str], bench: Bench) -> None:
    material = bench.material
    for statement in (s for path in SETS for s in read_statements(texts, path)):
        draft = write_draft(statement.text, statement.passages, material.passages, material.ledger)
        assert not find_open(draft.text), statement.text


@pytest.mark.prove
def test_of_ten_thousand_mutants_none_with_a_foreign_figure_is_heard(texts: dict[str, str], bench: Bench) -> None:
    assert_caught(judge(texts, bench, 10_000, seed=2026))
