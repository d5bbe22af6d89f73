"""`python -m evals.reading`: score the reading of questions on the labelled sets, half `tune` unless told otherwise.

`python -m evals.reading facts choice --misses` prints what went wrong, for the half `tune` alone.
"""

import argparse
import sys

from rich.console import Console

from assistant.assembly import assemble
from assistant.settings import read_settings
from evals.reading import HALVES, SETS, Half, read_set
from evals.reading.measure import measure, print_scores


def main() -> int:
    """Read the arguments, score, print."""
    parser = argparse.ArgumentParser(prog="python -m evals.reading", description=__doc__)
    parser.add_argument(
        "sets", nargs="*", metavar="SET", help=f"one or more of {', '.join(SETS)}; all if none is named"
    )
    parser.add_argument("--half", choices=HALVES, default="tune")
    parser.add_argument("--misses", action="store_true", help="print each miss; for the half `tune` alone")
    given = parser.parse_args()
    half: Half = given.half
    if given.misses and half == "measure":
        parser.error("what is for measuring is not looked at: --misses goes with --half tune")
    if unknown := [name for name in given.sets if name not in SETS]:
        parser.error(f"no set is called {', '.join(unknown)}; there are: {', '.join(SETS)}")
    names = tuple(given.sets) or SETS
    assistant = None
    if set(names) != {"facts"}:
        assistant = assemble(read_settings())
        assistant.warm()
    scores = [score for name in names for score in measure(name, read_set(name, half), assistant)]
    print_scores(scores, half, Console())
    if given.misses:
        for score in scores:
            for miss in score.misses:
                sys.stdout.write(f"{score.name} · {miss.item} · {miss.what}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
