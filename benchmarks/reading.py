"""How fast a message is read, beside the embedding of the same message: `python -m benchmarks.reading`.

Both are timed in one run on the messages of the labelled set, each message once after a first round that fills the caches, so that
the ratio holds on any machine. A message is to be read in under ten milliseconds at the median.
"""

import statistics
import sys
import time
from collections.abc import Callable, Sequence

from assistant.library.embeddings import Encoder
from assistant.settings import read_settings
from evals.reading import read_set
from evals.reading.measure import read_message

WITHIN = 10.0
"""Milliseconds at the median."""


def main() -> int:
    """Time both, print the medians and their ratio; exit code 1 when a message takes too long."""
    messages = [item["say"] for item in read_set("facts", "tune")]
    encoder = Encoder(read_settings().embedding_model)
    reading, embedding = (
        time_each(call, messages) for call in (read_message, lambda message: encoder.encode([message]))
    )
    lines = (
        f"messages                      {len(messages)}",
        f"read, median                  {statistics.median(reading):.2f} ms",
        f"read, slowest of twenty       {statistics.quantiles(reading, n=20)[-1]:.2f} ms",
        f"embedding, median             {statistics.median(embedding):.2f} ms",
        f"reading of one embedding      {statistics.median(reading) / statistics.median(embedding):.2f}",
    )
    print(*lines, sep="\n")
    return 0 if statistics.median(reading) < WITHIN else 1


def time_each(call: Callable[[str], object], messages: Sequence[str]) -> list[float]:
    """Milliseconds for each message."""
    for message in messages[:20]:
        call(message)
    taken = []
    for message in messages:
        start = time.perf_counter()
        call(message)
        taken.append(1000 * (time.perf_counter() - start))
    return taken


if __name__ == "__main__":
    sys.exit(main())
