"""Run the benchmarks: `python -m benchmarks` for both, or `calculators` or `retrieval` with its own arguments for one.

Exit code 1 when an aim of the search is missed, 2 when data are missing.
"""

import sys

from benchmarks import calculators
from benchmarks.retrieval import __main__ as retrieval


def main(given: list[str]) -> int:
    """Run what is asked for; the worst exit code."""
    if given[:1] == ["retrieval"]:
        return retrieval.main(given[1:])
    if given == ["calculators"]:
        return calculators.main()
    if given:
        print(f"no benchmark is called {given[0]}; there are calculators and retrieval", file=sys.stderr)
        return 2
    return max(calculators.main(), retrieval.main([]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
