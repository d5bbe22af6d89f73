"""An encoder that keeps what it has encoded on disk, known by the weights and the text, so that a second run is quick."""

import hashlib
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.library import Encoder, Holdings
from assistant.library.export import Precision

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

KEPT = Path(__file__).resolve().parents[2] / ".plumbline" / "benchmark"
AT_ONCE = 512
"""Texts encoded before they are written; what a stopped run has done is not lost."""


class KeptEncoder(Encoder):
    """The vectors of `inner`, from disk where they were made before."""

    def __init__(self, inner: Encoder, path: Path) -> None:
        super().__init__(inner.model)
        self.inner = inner
        path.parent.mkdir(parents=True, exist_ok=True)
        self._kept = sqlite3.connect(path, timeout=60, check_same_thread=False)
        self._kept.execute("PRAGMA journal_mode=WAL")
        self._kept.execute("CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, row BLOB) WITHOUT ROWID")

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> "NDArray[np.float32]":
        """One normalised row for each text. `progress` is told how many of those that were not kept are done."""
        import numpy as np

        keys = [hashlib.sha256(f"{self.inner.digest}\x00{text}".encode()).digest() for text in texts]
        found = {key: row for key in dict.fromkeys(keys) if (row := self._look_up(key)) is not None}
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in found}
        fresh = sorted(missing.items(), key=lambda pair: len(pair[1]))
        for start in range(0, len(fresh), AT_ONCE):
            part = fresh[start : start + AT_ONCE]
            rows = self.inner.encode([text for _, text in part])
            pairs = [(key, row.tobytes()) for (key, _), row in zip(part, rows, strict=True)]
            with self._kept:
                self._kept.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", pairs)
            found.update(pairs)
            if progress:
                progress(start + len(part))
        return np.stack([np.frombuffer(found[key], dtype=np.float32) for key in keys])

    def _look_up(self, key: bytes) -> bytes | None:
        row = self._kept.execute("SELECT row FROM vectors WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None


def open_encoder(model: str = "", folder: Path = KEPT, precision: Precision = "float32") -> KeptEncoder:
    """The product's encoder, and its vectors kept below `folder`."""
    encoder = Holdings((), folder, model, precision=precision).encoder()
    encoder.prepare(())
    return KeptEncoder(encoder, folder / "vectors.sqlite")
