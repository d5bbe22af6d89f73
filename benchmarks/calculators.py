"""The benchmark of the calculators, as `python -m benchmarks calculators` runs it."""

import sys
from collections.abc import Iterable

from benchmarks.impossible import find_slips
from benchmarks.medcalc import run_row, tally
from benchmarks.report import print_refusals, print_rows, print_speeds
from benchmarks.rows import DataMissing, read_rows
from benchmarks.speed import TIMED, measure


def main() -> int:
    """Print the three sections; 2 when the data are missing."""
    try:
        rows = read_rows()
    except DataMissing as error:
        print(error, file=sys.stderr)
        return 2
    findings = tuple(run_row(row) for row in rows)
    _print(print_rows(findings, tally(findings)))
    _print(print_refusals(findings, find_slips(findings)))
    _print(print_speeds(measure(name) for name in TIMED))
    return 0


def _print(lines: Iterable[str]) -> None:
    print(*lines, "", sep="\n", flush=True)
