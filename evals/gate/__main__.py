"""`python -m evals.gate`: put paraphrases and mutants before the gate and print how it fares. Takes `--mutants` and `--seed`."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from assistant.library.corpus import read_corpus
from evals.gate.measure import Bench, Tally, likeness, try_mutants, try_statements
from evals.gate.mutators import mutate
from evals.gate.statements import HELD_OUT, MORE, PARAPHRASES, quote, read_statements

CORPUS = Path(__file__).parents[2] / "corpus"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m evals.gate", description="How the gate of a model's drafts fares.")
    parser.add_argument("--mutants", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument(
        "--show", action="store_true", help="print each faithful statement refused and each swap let through"
    )
    given = parser.parse_args()
    bench = Bench.of(read_corpus([CORPUS]).documents.values(), likeness())
    texts = {key: passage.text for key, passage in bench.material.passages.items()}
    sets = {
        "faithful, seen in development": read_statements(texts, PARAPHRASES) + read_statements(texts, MORE),
        "faithful, held out": read_statements(texts, HELD_OUT),
        "passages, word for word": quote(texts),
    }
    table = Table(title="faithful statements let through")
    for column in ("set", "n", "through"):
        table.add_column(column)
    lost = []
    for name, statements in sets.items():
        refused = try_statements(statements, bench)
        lost += [f"{reason}: {statement.text}" for statement, reason in refused.items()]
        table.add_row(name, str(len(statements)), _share(len(statements) - len(refused), len(statements)))
    tally = try_mutants(mutate([s for held in sets.values() for s in held], given.mutants, given.seed), bench)
    _print(
        [table, _tell(tally)], [*lost, *(f"through: {m.text}" for m in tally.semantic_through)] if given.show else []
    )


def _tell(tally: Tally) -> Table:
    table = Table(title="false statements that reached the reader")
    for column in ("kind", "n", "reached"):
        table.add_column(column)
    for kind, tried in tally.tried.items():
        table.add_row(kind, str(tried), str(tally.through[kind]))
    foreign = sum(tally.tried.values()) - tally.semantic
    table.add_row("with a foreign figure", str(foreign), str(len(tally.foreign_through)))
    table.add_row("swaps without one: caught", str(tally.semantic), f"{100 * tally.caught:.1f} %")
    return table


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "n/a"


def _print(tables: Sequence[Table], lines: Sequence[str]) -> None:
    console = Console()
    for table in tables:
        console.print(table)
    for line in lines:
        console.print(line, highlight=False, markup=False)


if __name__ == "__main__":
    main()
