"""The registry in words: every calculator with its inputs, its formula, its references and its last change.

`make catalogue` writes `docs/calculators.md`, `docs/doses.md`, `docs/documents.md`, `docs/not-in-our-sources.md` and `calculators/changes.json`, in which a changed file gets the day's date.
"""

import ast
import inspect
import json
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from assistant import calculators, references
from assistant.calculators import Calculator
from assistant.calculators.slots import Slot
from assistant.calculators.working import SIGNS
from assistant.library.corpus import read_corpus
from assistant.library.inventory import write_inventory
from assistant.records import Reference
from assistant.regimens import load_all
from assistant.regimens.catalogue import write_doses
from assistant.regimens.gaps import FILE, read_page, write_gaps

CHANGES = Path(calculators.__file__).with_name("changes.json")
"""By name: a digest of the file, and the date on which that was first recorded."""
LONGEST_LINE = 96
"""Characters of a formula that stay on one line."""


@dataclass(frozen=True, slots=True)
class Described:
    """A calculator as the registry page shows it; `changed` None: its present form is not yet recorded."""

    calculator: Calculator
    formula: tuple[str, ...]
    works: tuple[Reference, ...]
    changed: date | None

    @property
    def heading(self) -> str:
        """The title, after the usual name where that holds a digit."""
        known, title = self.calculator.known_as, self.calculator.title
        return f"{known}: {title}" if known else title


def describe(calculator: Calculator, bibliography: Mapping[str, Reference]) -> Described:
    """One calculator."""
    recorded = _read_changes().get(calculator.name, ("", ""))
    changed = date.fromisoformat(recorded[1]) if recorded[0] == calculator.digest else None
    works = tuple(bibliography[key] for key in calculator.cited if key in bibliography)
    return Described(calculator, write_formula(calculator), works, changed)


def write_formula(calculator: Calculator) -> tuple[str, ...]:
    """The lines of the formula as it is computed, with the signs that people write."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(calculator.formula)))
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    body = function.body[1:] if ast.get_docstring(function) else function.body
    text = "\n".join(ast.unparse(node) for node in body)
    for sign, printed in SIGNS:
        text = text.replace(sign, printed)
    return tuple(part for line in text.split("\n") for part in _break(line))


def _break(line: str) -> list[str]:
    """A long sum with each item on a line of its own."""
    line = line.replace("return ", "= ", 1) if line.lstrip().startswith("return ") else line
    if len(line) <= LONGEST_LINE:
        return [line]
    first, *rest = line.split(" + ")
    return [first, *(f"    + {item}" for item in rest)]


def tell_input(slot: Slot) -> str:
    """What an input takes, in words: its range or options, and what exactly counts."""
    accepted = slot.accepted
    optional = "" if slot.required else "; may be left out"
    counts = f"; {slot.declared.counts}" if slot.declared.counts else ""
    others = [unit for unit in slot.units or () if unit and unit not in accepted]
    also = f" (also in {', '.join(others)})" if others else ""
    return f"{accepted}{also}{optional}{counts}"


def record_changes(today: date) -> dict[str, tuple[str, str]]:
    """What changed and when: a file that is as recorded keeps its date, another gets today's."""
    recorded = _read_changes()
    return {
        each.name: recorded[each.name]
        if recorded.get(each.name, ("",))[0] == each.digest
        else (each.digest, today.isoformat())
        for each in calculators.load()
    }


def write_page(bibliography: Mapping[str, Reference]) -> str:
    """The registry as Markdown."""
    described = [describe(each, bibliography) for each in calculators.load()]
    head = (
        "# The calculators\n\n"
        f"{len(described)} of them, generated from their declarations (`make catalogue`); how to add one: [writing-a-calculator.md](writing-a-calculator.md).\n"
    )
    return "\n".join([head, *map(_section, described)])


def _section(item: Described) -> str:
    each = item.calculator
    inputs = "\n".join(f"| `{slot.name}` | {slot.label} | {tell_input(slot)} |" for slot in each.slots)
    formula = "\n".join(item.formula)
    works = "\n".join(f"- {work.formatted}" for work in item.works)
    caveats = "".join(f"\n- {text}" for text in (*each.warnings, *(f"Not for {who}." for who in each.not_for)))
    newer = f"\nSuperseded by `{each.superseded_by}`.\n" if each.superseded_by else ""
    changed = f"Last change {item.changed.isoformat()}." if item.changed else ""
    return (
        f"## {item.heading}\n\n`{each.name}` · result in {each.result.unit or 'a plain number'}. {each.description} {changed}\n{newer}\n"
        f"| input | what it is | accepted |\n|--|--|--|\n{inputs}\n\n```text\n{formula}\n```\n{caveats}\n\n{works}\n"
    )


@cache
def _read_changes() -> dict[str, tuple[str, str]]:
    if not CHANGES.is_file():
        return {}
    return {name: (entry[0], entry[1]) for name, entry in json.loads(CHANGES.read_text(encoding="utf-8")).items()}


def _write() -> None:
    root = CHANGES.parent.parent.parent
    CHANGES.write_text(json.dumps(record_changes(date.today()), indent=1) + "\n", encoding="utf-8")
    _read_changes.cache_clear()
    bibliography = references.load(root / "corpus" / "references.json")
    (root / "docs" / "calculators.md").write_text(write_page(bibliography), encoding="utf-8")
    held, _ = load_all(root / "corpus" / "regimens", bibliography)
    (root / "docs" / "doses.md").write_text(write_doses(held, bibliography), encoding="utf-8")
    guides = list(read_corpus((root / "corpus",)).documents.values())
    (root / "docs" / "documents.md").write_text(write_inventory(guides, bibliography), encoding="utf-8")
    gaps = read_page(root / "corpus" / FILE)
    (root / "docs" / "not-in-our-sources.md").write_text(write_gaps(gaps), encoding="utf-8")


if __name__ == "__main__":
    _write()
