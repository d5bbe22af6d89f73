"""What indexing costs beside encoding alone, what it costs when nothing has changed, and how soon a fresh process answers."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any
from unittest.mock import patch

from assistant.library import Encoder, Holdings, build
from benchmarks.retrieval.cases import CORPUS

STARTS = 3
ASKED = "How fast can potassium be given intravenously to an adult?"


@dataclass(frozen=True)
class Build:
    """Seconds on the clock. `encoding` is the part of `whole` that the encoder ran; `start` is from the start of the process to
    the printed answer of the whole assistant, the median of a few."""

    passages: int
    whole: float
    encoding: float
    unchanged: float
    start: float

    @property
    def share(self) -> float:
        """The rate of a build against that of encoding alone."""
        return self.encoding / self.whole


def measure_build(corpus: Path = CORPUS) -> Build:
    """Index a corpus into an empty folder, again, and ask in fresh processes."""
    with tempfile.TemporaryDirectory(prefix="plumbline-benchmark-") as folder:
        holdings = Holdings((corpus,), Path(folder))
        holdings.encoder().encode(("warm",))
        spent: list[float] = []
        with patch.object(Encoder, "encode", _timed(Encoder.encode, spent)):
            whole, report = _clock(lambda: build(holdings))
        again, _ = _clock(lambda: build(holdings))
        return Build(report.passages, whole, sum(spent), again, _start(Path(folder), corpus))


def _timed(encode: Callable[..., Any], spent: list[float]) -> Callable[..., Any]:
    def run(self: Encoder, texts: Sequence[str], *rest: Any) -> Any:
        seconds, rows = _clock(lambda: encode(self, texts, *rest))
        spent.append(seconds)
        return rows

    return run


def _clock(call: Callable[[], Any]) -> tuple[float, Any]:
    begun = time.perf_counter()
    found = call()
    return time.perf_counter() - begun, found


def _start(data: Path, corpus: Path) -> float:
    surroundings = {**os.environ, "ASSISTANT_DATA": str(data)}
    command = [sys.executable, "-m", "assistant", "ask", ASKED]

    def ask() -> None:
        subprocess.run(command, env=surroundings, cwd=corpus.parent, check=True, capture_output=True)

    return median(_clock(ask)[0] for _ in range(STARTS))
