"""The embedding model as its makers run it, on torch: what every other way of running it is held to. Imports torch on use."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import EmbeddingError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

LONGEST = 256
"""Tokens; what the bundled model was published with. Longer texts are cut."""
Encode = Callable[[Sequence[str]], "Vectors"]


def load_tokenizer(folder: Path) -> Any:
    """The tokenizer of the bundled model: cuts and pads. Raises `EmbeddingError`."""
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    except Exception as error:  # the library raises a bare Exception for a file that is no tokenizer
        raise EmbeddingError(f"the embedding model in {folder} cannot be loaded: {error}") from error
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer


@cache
def load_bundled(folder: Path) -> Encode:
    """The bundled weights, run by transformers. Raises `EmbeddingError`."""
    import torch

    tokenizer, model = load_tokenizer(folder), load_module(folder)

    def encode(texts: Sequence[str]) -> "Vectors":
        tokens = tokenizer.encode_batch(list(texts))
        ids = torch.tensor([t.ids for t in tokens])
        mask = torch.tensor([t.attention_mask for t in tokens])
        with torch.inference_mode():
            vectors: Vectors = model(ids, mask).numpy()
            return vectors

    return encode


def load_module(folder: Path) -> Any:
    """The bundled weights as a torch module: ids and mask (n, tokens) to normalised vectors (n, 384). Raises `EmbeddingError`."""
    import torch
    from transformers.models.bert.modeling_bert import BertModel
    from transformers.utils import logging

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        bert = BertModel.from_pretrained(str(folder), add_pooling_layer=False)
    except (OSError, ValueError) as error:
        raise EmbeddingError(f"the embedding model in {folder} cannot be loaded: {error}") from error

    class Pooled(torch.nn.Module):
        """Mean of the token vectors, normalised: the pooling that the model was trained with."""

        def __init__(self) -> None:
            super().__init__()
            self.bert = bert

        def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
            states = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
            weights = mask.unsqueeze(-1).float()
            pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(pooled, dim=1)

    return Pooled().train(False)


def load_other(name: str) -> Encode:
    """Any sentence-transformers model, by its folder or name. Raises `EmbeddingError`."""
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(name, device="cpu")
    except Exception as error:  # the library raises anything from OSError to KeyError for a folder that is no model
        raise EmbeddingError(f"the embedding model {name!r} cannot be loaded: {error}") from error

    def encode(texts: Sequence[str]) -> "Vectors":
        vectors: Vectors = model.encode(list(texts), normalize_embeddings=True, show_progress_bar=False)
        return vectors

    return encode
