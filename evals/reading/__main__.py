"""`python -m evals.reading`: score the reading of questions on the labelled sets, half `tune` unless told otherwise.

`python -m evals.reading facts choice --misses` prints what went wrong, for the half `tune` alone. `python -m evals.reading notes`
reads the notes of MedCalc-Bench, where `ASSISTANT_BENCH_DATA` or `--data` names their folder; with `--write` the figures are
published in `docs/reading-notes.md`.
"""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from assistant.assembly import assemble
from assistant.settings import read_settings
from evals.reading import HALVES, SETS, Half, read_set
from evals.reading.measure import measure, print_scores, read_message
from evals.reading.notes import FILE, FOLDER, Measured, find_notes, measure_notes, read_items
from evals.reading.published import PAGE, print_notes, write_page

NOTES = "notes"


def main() -> int:
    """Read the arguments, score, print."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading", description=__doc__)
    parser.add_argument(
        "sets", nargs="*", metavar="SET", help=f"one or more of {', '.join((*SETS, NOTES))}; all sets if none is named"
    )
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--misses", action="store_true", help="print each miss; for the half `tune` alone")
    parser.add_argument("--data", help=f"of notes: the folder that holds {FILE}; else {FOLDER} names it")
    parser.add_argument("--write", action="store_true", help=f"of notes: publish the figures in {PAGE}")
    given = parser.parse_args()
    half: Half = given.half
    if given.misses and half == "measure":
        parser.error("what is for measuring is not looked at: --misses goes with --half tune")
    if unknown := [name for name in given.sets if name not in (*SETS, NOTES)]:
        parser.error(f"no set is called {', '.join(unknown)}; there are: {', '.join((*SETS, NOTES))}")
    if NOTES in given.sets:
        _measure_notes(given.data, given.write, Console())
    if names := tuple(name for name in given.sets or SETS if name != NOTES):
        _measure_sets(names, half, given.misses)
    return 0


def _measure_sets(names: tuple[str, ...], half: Half, misses: bool) -> None:
    assistant = None
    if set(names) != {"facts"}:
        assistant = assemble(read_settings())
        assistant.warm()
    scores = [score for name in names for score in measure(name, read_set(name, half), assistant)]
    print_scores(scores, half, Console())
    for score in scores if misses else ():
        for miss in score.misses:
            sys.stdout.write(f"{score.name} · {miss.item} · {miss.what}\n")


def _measure_notes(folder: str | None, write: bool, console: Console) -> None:
    path = find_notes(folder)
    if path is None:
        console.print(f"The notes are not measured: set {FOLDER} to the folder that holds {FILE}.")
        return
    halves: dict[str, Measured] = {half: measure_notes(read_items(path, half), read_message) for half in HALVES}
    print_notes(halves, console)
    if write:
        write_page(halves, Path(PAGE))


if __name__ == "__main__":
    raise SystemExit(main())
