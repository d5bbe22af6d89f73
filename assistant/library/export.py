"""The bundled model as a file for ONNX Runtime, made on this machine at the first index: quicker, and without torch.

An export counts only when its vectors were compared with the reference's, one by one, by the ONNX Runtime that will run it; the
record beside it says so and holds its SHA-256. Whatever is absent, damaged, or of other weights or another runtime is as if it were
not there: the reference answers, and the next index makes it anew (docs/decisions/0013-embedding.md).
"""

import hashlib
import json
import logging
import os
import shutil
import tempfile
import warnings
from collections.abc import Iterable, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from assistant.errors import EmbeddingError
from assistant.library import reference

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.library.reference import Encode, Vectors

Precision = Literal["float32", "int8"]
LEAST_COSINE = {"float32": 0.99999, "int8": 0.9}
"""What an exported vector must have with the reference's; of int8 the quality is measured, not this."""
ODD = ("", "a", "µg ≤ ½ naïve Hypokalaemia", "potassium chloride in a bag of saline " * 80)
"""Texts that a corpus need not hold: none, the shortest, what is not ASCII, and more than fits."""
PROBES = 60
OPSET = 17
UNFINISHED = "unfinished-"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Record:
    """What an export is of, and how it compared."""

    weights: str
    precision: str
    runtime: str
    sha256: str
    compared: int
    cosine: float


def open_export(home: Path, folder: Path, weights: str, precision: Precision) -> "Encode | None":
    """The export that lies in `home`, ready to run; None when there is none that counts."""
    path = _path(home, weights, precision)
    record = _read_record(path)
    try:
        if record and record == _expect(record, path, weights, precision):
            return _load(path, folder)
    except Exception as error:  # onnxruntime raises its own kinds; an export is never needed
        log.warning("the exported embedding model cannot be used: %s", error)
    return None


def make_export(home: Path, folder: Path, weights: str, precision: Precision, texts: Iterable[str]) -> None:
    """Export the weights of `folder` into `home` unless it is done, and compare it on some of these texts.

    Raises `EmbeddingError` when it cannot be made or its vectors are others.
    """
    if describe_export(home, weights, precision):
        return
    path = _path(home, weights, precision)
    try:
        home.mkdir(parents=True, exist_ok=True)
        for left in home.glob(
            f"{UNFINISHED}*"
        ):  # by a process that was killed; the owner of the folder alone makes exports
            shutil.rmtree(left, ignore_errors=True)
        with tempfile.TemporaryDirectory(dir=home, prefix=UNFINISHED) as room:
            made = _write(Path(room), folder, precision)
            cosine, compared = _compare(made, folder, list(texts))
            if cosine < LEAST_COSINE[precision]:
                raise EmbeddingError(f"its vectors are not those of the reference (lowest cosine {cosine:.5f})")
            record = Record(weights, precision, version("onnxruntime"), _hash(made), compared, round(cosine, 7))
            noted = Path(room) / "record"
            noted.write_text(json.dumps(asdict(record), indent=1), encoding="utf-8")
            made.replace(path)
            noted.replace(path.with_suffix(".json"))
    except Exception as error:  # torch, onnx and onnxruntime raise their own kinds
        raise EmbeddingError(f"the embedding model cannot be exported: {error}") from error


def describe_export(home: Path, weights: str, precision: Precision) -> Record | None:
    """The record of the export that lies in `home`, if it counts."""
    path = _path(home, weights, precision)
    record = _read_record(path)
    with suppress(OSError):
        return record if record and record == _expect(record, path, weights, precision) else None
    return None


def _path(home: Path, weights: str, precision: Precision) -> Path:
    return home / f"{weights[:12]}-{precision}.onnx"


def _read_record(path: Path) -> Record | None:
    with suppress(OSError, ValueError, TypeError):
        return Record(**json.loads(path.with_suffix(".json").read_text(encoding="utf-8")))
    return None


def _expect(record: Record, path: Path, weights: str, precision: Precision) -> Record:
    """The record as it should be for this file."""
    return Record(weights, precision, version("onnxruntime"), _hash(path), record.compared, record.cosine)


def _load(path: Path, folder: Path) -> "Encode":
    import numpy as np
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    # Threads that spin while they wait take the cores from whatever else a question needs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    tokenizer = reference.load_tokenizer(folder)

    def encode(texts: Sequence[str]) -> "Vectors":
        tokens = tokenizer.encode_batch(list(texts))
        ids = np.asarray([t.ids for t in tokens], dtype=np.int64)
        mask = np.asarray([t.attention_mask for t in tokens], dtype=np.int64)
        vectors: Vectors = session.run(None, {"ids": ids, "mask": mask})[0]
        return vectors

    return encode


def _write(room: Path, folder: Path, precision: Precision) -> Path:
    """The model as a file of ONNX in this room."""
    import torch

    whole = room / "float32.onnx"
    example = (torch.tensor([[101, 2003, 102, 0], [101, 2003, 2004, 102]]), torch.tensor([[1, 1, 1, 0], [1, 1, 1, 1]]))
    free = {0: "texts", 1: "tokens"}
    with _quiet():
        torch.onnx.export(
            reference.load_module(folder),
            example,
            str(whole),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes={"ids": free, "mask": free, "vectors": {0: "texts"}},
            opset_version=OPSET,
            dynamo=False,
        )
        if precision == "float32":
            return whole
        from onnxruntime.quantization import QuantType, quantize_dynamic

        small = room / "int8.onnx"
        quantize_dynamic(whole, small, per_channel=True, reduce_range=True, weight_type=QuantType.QInt8)
        return small


def _compare(path: Path, folder: Path, texts: Sequence[str]) -> tuple[float, int]:
    """The lowest cosine of an exported vector with the reference's, and how many were compared."""
    probes = (*ODD, *texts[:: max(1, len(texts) // PROBES)][:PROBES])
    cosines = (_load(path, folder)(probes) * reference.load_bundled(folder)(probes)).sum(axis=1)
    return float(cosines.min()), len(probes)


@contextmanager
def _quiet() -> "Iterator[None]":
    """Without the exporter's advice to those who write exporters."""
    root = logging.getLogger()
    level = root.level
    root.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        root.setLevel(level)


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
