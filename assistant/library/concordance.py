"""The words of the passages by their places: split once when the index is written, read by the lexical search and the spelling.

Splitting is what a start of a large library would wait for; stems are made anew at each start, from the distinct words.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.library.words import WORD

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

RULE = f"{WORD.pattern} with topics"
"""How words are split and of which texts; a concordance that was made by another rule is not used."""


@dataclass(frozen=True)
class Concordance:
    """`words` are the distinct words in lower case; `places` holds the number of the word for every place of every text, one
    text after the other; text n ends before place `ends[n]`."""

    words: tuple[str, ...]
    places: "Numbers"
    ends: "Numbers"

    def keep(self, rows: Sequence[int]) -> "Concordance":
        """The concordance of some of the texts, in the given order; words that stand in none of them stay listed."""
        import numpy as np

        parts = [self.places[start:end] for start, end in map(self._bounds().__getitem__, rows)]
        ends = np.cumsum([len(part) for part in parts], dtype=np.int64)
        return Concordance(self.words, np.concatenate([self.places[:0], *parts]), ends)

    def texts(self) -> list[list[int]]:
        """The numbers of the words of each text."""
        return [self.places[start:end].tolist() for start, end in self._bounds()]

    def _bounds(self) -> list[tuple[int, int]]:
        ends = self.ends.tolist()
        return list(zip([0, *ends], ends, strict=False))

    def spoken(self) -> tuple[str, ...]:
        """The words that stand in some text, by where each stands last."""
        import numpy as np

        last = np.full(len(self.words), -1, dtype=np.int64)
        np.maximum.at(last, self.places, np.arange(len(self.places)))
        return tuple(self.words[n] for n in np.argsort(last, kind="stable")[np.count_nonzero(last < 0) :].tolist())


def concord(texts: Iterable[str]) -> Concordance:
    """Split the texts into words."""
    import numpy as np

    numbers: dict[str, int] = {}
    places, ends = [np.empty(0, dtype=np.int64)], []
    length = 0
    for text in texts:
        found = [numbers.setdefault(word, len(numbers)) for word in WORD.findall(text.lower())]
        places.append(np.asarray(found, dtype=np.int64))
        length += len(found)
        ends.append(length)
    return Concordance(tuple(numbers), np.concatenate(places), np.asarray(ends, dtype=np.int64))


def write_concordance(path: Path, held: Concordance) -> None:
    """Write it as one file of arrays."""
    import numpy as np

    words = np.frombuffer("\n".join(held.words).encode(), dtype=np.uint8)
    rule = np.frombuffer(RULE.encode(), dtype=np.uint8)
    lengths = np.diff(held.ends, prepend=0)
    with path.open("wb") as file:
        np.savez(file, rule=rule, words=words, places=held.places.astype(np.int32), lengths=lengths.astype(np.int32))


def read_concordance(path: Path) -> Concordance | None:
    """Read it; None when it was split by another rule. Raises `OSError` or `ValueError`."""
    import numpy as np

    with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as parts:
        if parts["rule"].tobytes().decode() != RULE:
            return None
        words = parts["words"].tobytes().decode()
        places, ends = parts["places"].astype(np.int64), np.cumsum(parts["lengths"], dtype=np.int64)
    return Concordance(tuple(words.split("\n")) if words else (), places, ends)
