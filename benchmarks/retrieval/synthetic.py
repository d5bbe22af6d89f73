"""A corpus of any size made of a real one: vectors mixed and perturbed, texts put together of halves. Always the same."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from benchmarks.retrieval.collection import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SEED = 20261128
NOISE = 0.3
"""Length of what is added to a mixed vector of length one."""


def enlarge(entries: Sequence[Entry], vectors: "Floats", size: int) -> tuple[list[Entry], "Floats"]:
    """`size` entries with their normalised vectors: real ones first, by chance, then made ones."""
    import numpy as np

    chance = np.random.default_rng(SEED)
    real = chance.permutation(len(entries))[:size]
    first, second = chance.integers(0, len(entries), size=(2, max(0, size - len(real))))
    share = chance.uniform(0.2, 0.8, size=(len(first), 1)).astype(np.float32)
    noise = chance.standard_normal((len(first), vectors.shape[1]), dtype=np.float32)
    noise *= NOISE / np.sqrt(vectors.shape[1])
    made = share * vectors[first] + (1 - share) * vectors[second] + noise
    made /= np.linalg.norm(made, axis=1, keepdims=True)
    texts = [_cross(entries[a], entries[b], n) for n, (a, b) in enumerate(zip(first, second, strict=True))]
    return [*(entries[n] for n in real), *texts], np.concatenate([vectors[real], made])


def _cross(one: Entry, other: Entry, number: int) -> Entry:
    """The first half of a text and the second of another, under the heading of the first."""
    head, tail = one.text.split(), other.text.split()
    text = " ".join([*head[: (len(head) + 1) // 2], *tail[len(tail) // 2 :]])
    return Entry(f"made-{number}", f"made-{number // 50}", one.title, one.section, text)
