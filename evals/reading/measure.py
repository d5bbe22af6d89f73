"""Score one labelled set, and print what came out."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from assistant.assembly import load_registry
from assistant.records import Fact
from assistant.settings import read_settings
from assistant.understanding.facts import read_facts
from assistant.understanding.patient.told import read_told
from evals.reading.dialogues import score_dialogues
from evals.reading.score import (
    Score,
    ask_all,
    score_choice,
    score_facts,
    score_premises,
    score_safety,
    score_scope,
)
from evals.run import Asked


def measure(name: str, items: Iterable[Mapping[str, Any]], assistant: Asked | None) -> list[Score]:
    """The scores of one set; `facts` needs no assistant."""
    if name == "facts":
        return score_facts(items, read_message)
    if assistant is None:
        raise ValueError(f"an assistant is needed to score {name}")
    if name == "choice":
        calculators = frozenset(e.name for e in load_registry(read_settings()).all() if e.kind == "calculator")
        return [score_choice(items, assistant, calculators)]
    if name == "scope":
        return score_scope(ask_all(items, assistant))
    by_name = {"premises": score_premises, "dialogues": score_dialogues, "safety": score_safety}
    return by_name[name](items, assistant)


def read_message(message: str) -> Sequence[Fact]:
    """All facts of one message that stands alone."""
    return (*read_facts(message), *read_told(message))


def print_scores(scores: Sequence[Score], half: str, console: Console) -> None:
    """A table of what was right, wrongly read and missed."""
    table = Table(title=f"Reading of questions, half for {'mending' if half == 'tune' else 'measuring'}")
    for column in ("measure", "right", "wrongly read", "missed or wrong", "precision", "recall"):
        table.add_column(column, justify="left" if column == "measure" else "right")
    for score in scores:
        shares = [f"{share:.3f}" if share is not None else "n/a" for share in (score.precision, score.recall)]
        table.add_row(score.name, str(score.right), str(score.extra), str(score.lacking), *shares)
    console.print(table)
