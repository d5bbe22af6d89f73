"""The figures of the notes as they are published: a table on the terminal, and a page of the documentation."""

import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from evals.reading.notes import Measured, Tally

PAGE = "docs/reading-notes.md"
_HEAD = ("calculator", "entities", "found", "other value", "not read", "found of all", "right of read")
_LIMITS = """\
Facts read from the notes of MedCalc-Bench (train split, CC-BY-SA 4.0, Khandekar et al., NCBI) against the entities that the
data set gives for each, as measured. The notes are case reports of some three thousand characters, with several admissions,
relatives and controls; what is read is meant for a message of a few lines. Nothing of the data is kept in the project.

What the figures do not say:

- The entities are wrong in a part of the rows (a size of a tumour as the weight, a value of another day, a unit that cannot be);
  a figure that differs from a wrong entity counts here as an error of the reader.
- *Found* is a figure of the right name within one hundredth of the entity, in whichever unit. *Other value*: the name was read with
  another number, most often that of another day. *Not read*: nothing was read under the name; of two values between which
  nothing decides none is read, on purpose.
- Findings (hypertension, stroke …) count as found where the condition was read. Of those that are not there only a condition
  that was read all the same is an error; those rightly not read are in no column.
- Entities that are verdicts (embolism is the likeliest diagnosis, suspicion) and doses of a table are not counted.
- The rules were mended on the half for mending, by a hash of the text; the half kept apart was never looked at.
"""


def print_notes(halves: Mapping[str, Measured], console: Console) -> None:
    """A table for each half: of each calculator how many entities were found, read otherwise, or not read."""
    for half, measured in halves.items():
        title = f"Notes, half {half}: {measured.notes} notes, {measured.median:.0f} ms each at the median"
        table = Table(title=title)
        for column in _HEAD:
            table.add_column(column, justify="left" if column == "calculator" else "right")
        for row in _rows(measured):
            table.add_row(*row)
        console.print(table)


def write_page(halves: Mapping[str, Measured], page: Path) -> None:
    """The page of the documentation, with the day and the commit."""
    parts = ["# Reading notes", "", f"Written by `python -m evals.reading notes --write` on {date.today().isoformat()} at commit {_commit()}.", "", _LIMITS]  # fmt: skip
    for half, measured in halves.items():
        name = "for mending" if half == "tune" else "kept apart"
        parts += [f"## The half {name}: {measured.notes} notes", "", _line(_HEAD), _line(["--"] * len(_HEAD))]
        parts += [*map(_line, _rows(measured)), ""]
    page.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")


def _rows(measured: Measured) -> list[tuple[str, ...]]:
    sizes = sorted(measured.by_calculator.items(), key=lambda item: (-item[1].entities, item[0]))
    return [_row("all", measured.whole), *(_row(name, tally) for name, tally in sizes if tally.entities)]


def _row(name: str, tally: Tally) -> tuple[str, ...]:
    read = tally.found + tally.other
    return (
        name, str(tally.entities), str(tally.found), str(tally.other), str(tally.missed),
        f"{tally.found / tally.entities:.3f}", f"{tally.found / read:.3f}" if read else "n/a",
    )  # fmt: skip


def _line(cells: tuple[str, ...] | list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _commit() -> str:
    done = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"
