"""Run the benchmark of the search: `python -m benchmarks.retrieval [--help]`. Exit code 1 when an aim is missed, 2 when data are."""

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.retrieval.beir import read_beir
from benchmarks.retrieval.build_rate import measure_build
from benchmarks.retrieval.cases import read_own
from benchmarks.retrieval.ours import as_corpus
from benchmarks.retrieval.picture import write_svg
from benchmarks.retrieval.quality import Row, measure_quality, view_beir, view_own
from benchmarks.retrieval.report import Report, print_report
from benchmarks.retrieval.speed import Speed, Stage
from benchmarks.retrieval.vectors import open_encoder
from benchmarks.rows import FOLDER, DataMissing

PARTS = ("own", "beir", "speed", "build")
SIZES = (1_000, 16_000)
LARGE = (1_000, 16_000, 100_000, 200_000)


def main(given: Sequence[str] | None = None) -> int:
    """Measure what is asked for, print it, and write it where that is wanted."""
    wanted = _read_arguments(given)
    try:
        rows = tuple(_measure_rows(wanted))
    except DataMissing as error:
        print(error, file=sys.stderr)
        return 2
    speeds = [_measure_speed(size) for size in wanted.sizes] if "speed" in wanted.parts else []
    report = Report(rows, wanted.sizes, speeds, measure_build() if "build" in wanted.parts else None)
    lines = list(print_report(report))
    print(*lines, sep="\n", flush=True)
    if wanted.json:
        wanted.json.write_text(json.dumps(report.as_dict(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if wanted.markdown:
        wanted.markdown.write_text("\n".join(lines), encoding="utf-8")
    if wanted.plot:
        wanted.plot.write_text(write_svg(rows), encoding="utf-8")
    return 0 if all(aim.is_met for aim in report.aims) else 1


def _read_arguments(given: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.retrieval", description=__doc__)
    parser.add_argument("parts", nargs="*", help=f"of {', '.join(PARTS)}; all when none is named")
    parser.add_argument(
        "--beir", type=Path, action="append", help=f"a folder in BEIR's layout; else medquad in ${FOLDER}"
    )
    parser.add_argument("--split", default="dev", help="of the folder's questions")
    parser.add_argument("--documents", type=int, default=0, help="of a folder at most so many, its answers among them")
    parser.add_argument("--precision", choices=("float32", "int8"), default="float32", help="of the embedding model")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help=f"passages to time, such as {LARGE}")
    for name, what in (("json", "figures"), ("markdown", "tables"), ("plot", "picture, as SVG")):
        parser.add_argument(f"--{name}", type=Path, metavar="FILE", help=f"where to write the {what}")
    wanted = parser.parse_args(given)
    if unknown := set(wanted.parts) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; there are {', '.join(PARTS)}")
    wanted.parts = wanted.parts or list(PARTS)
    return wanted


def _measure_rows(wanted: argparse.Namespace) -> Iterator[Row]:
    encoder = open_encoder(precision=wanted.precision)
    if "beir" in wanted.parts:
        for folder in wanted.beir or _find_medquad():
            found = read_beir(folder, wanted.split, wanted.documents)
            yield from measure_quality(found, as_corpus(found.entries), view_beir(found), encoder, _tell)
    if "own" in wanted.parts:
        own, corpus = read_own()
        yield from measure_quality(own, corpus, view_own(own), encoder, _tell)


def _find_medquad() -> list[Path]:
    """The data folder's own collection; none without the folder."""
    folder = os.environ.get(FOLDER)
    return [Path(folder) / "medquad"] if folder else []


def _measure_speed(size: int) -> Speed:
    """In a process of its own, so that its memory is its own."""
    _tell(f"a question at {size:,} passages")
    command = [sys.executable, "-m", "benchmarks.retrieval.speed", str(size)]
    found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()[-1])
    _tell(json.dumps(found))  # what follows may fail for want of memory or patience
    return Speed(**{**found, "stages": tuple(Stage(**stage) for stage in found["stages"])})


def _tell(what: str) -> None:
    print(what, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
