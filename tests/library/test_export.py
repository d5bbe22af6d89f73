"""The exported model gives the reference's vectors; whatever is wrong with an export, it is as if it were not there."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from assistant.errors import EmbeddingError
from assistant.library import Encoder, Holdings, build, export, read_library, reference
from assistant.library.embeddings import PINNED
from assistant.library.index import EXPORTS

TEXTS = ("", "a", "µg ≤ ½", "Magnesium sulfate by vein.", "of a sentence that is longer than all the others " * 60)
NAME = f"{PINNED[:12]}-float32"


@pytest.fixture
def exports(indexed: Holdings, tmp_path: Path) -> Path:
    """A copy of the export that indexing left, to be changed."""
    return Path(shutil.copytree(indexed.data / EXPORTS, tmp_path / "models"))


def runs_on_torch(monkeypatch: pytest.MonkeyPatch, encoder: Encoder) -> bool:
    """Whether an encoder that is asked goes to the reference."""
    asked: list[Path] = []
    load = reference.load_bundled
    monkeypatch.setattr(reference, "load_bundled", lambda folder: asked.append(folder) or load(folder))
    assert encoder.encode(TEXTS).shape == (len(TEXTS), 384)
    return bool(asked)


def test_indexing_leaves_an_export_with_its_record(indexed: Holdings) -> None:
    record = indexed.encoder().exported
    assert record and record.weights == PINNED and record.compared > 4 and record.cosine > 0.99999
    assert sorted(p.name for p in (indexed.data / EXPORTS).iterdir()) == [f"{NAME}.json", f"{NAME}.onnx"]


def test_its_vectors_are_those_of_the_reference(exports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = Encoder(exports=exports)
    assert np.abs(ours.encode(TEXTS) - Encoder().encode(TEXTS)).max() < 1e-5
    assert not runs_on_torch(monkeypatch, Encoder(exports=exports))


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def of_other_weights(path: Path) -> None:
    change(path, weights="0" * 64)


def of_another_runtime(path: Path) -> None:
    change(path, runtime="1.0.0")


def without_its_record(path: Path) -> None:
    path.with_suffix(".json").unlink()


def with_half_a_record(path: Path) -> None:
    path.with_suffix(".json").write_text('{"weights": "')


def no_model_at_all(path: Path) -> None:
    path.write_bytes(b"not a model")
    change(path, sha256=export._hash(path))


def change(path: Path, **fields: str) -> None:
    record = json.loads(path.with_suffix(".json").read_text())
    path.with_suffix(".json").write_text(json.dumps({**record, **fields}))


HARMS = (cut, of_other_weights, of_another_runtime, without_its_record, with_half_a_record, no_model_at_all)


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: str(harm.__name__))
def test_an_export_that_does_not_count_is_as_if_not_there(
    exports: Path, monkeypatch: pytest.MonkeyPatch, harm: Callable[[Path], None]
) -> None:
    harm(exports / f"{NAME}.onnx")
    assert runs_on_torch(monkeypatch, Encoder(exports=exports))


@pytest.mark.parametrize("harm", (cut, of_another_runtime), ids=lambda harm: str(harm.__name__))
def test_and_the_next_index_makes_it_anew(own: Holdings, harm: Callable[[Path], None]) -> None:
    (own.data / EXPORTS).unlink()
    build(own)
    assert own.encoder().exported
    harm(own.data / EXPORTS / f"{NAME}.onnx")
    assert own.encoder().exported is None
    assert build(own).embedded == 0
    assert own.encoder().exported


def test_vectors_that_differ_are_no_export(
    own: Holdings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (own.data / EXPORTS).unlink()
    load = export._load

    def turned(path: Path, folder: Path) -> Any:
        encode = load(path, folder)
        return lambda texts: np.roll(encode(texts), 1, axis=1)

    monkeypatch.setattr(export, "_load", turned)
    build(own)
    assert "not those of the reference" in caplog.text and "torch runs it instead" in caplog.text
    assert list((own.data / EXPORTS).iterdir()) == []


def test_a_full_disk_leaves_the_reference(
    own: Holdings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (own.data / EXPORTS).unlink()

    def full(*_: Any) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(export, "_write", full)
    assert build(own).embedded == 0
    assert "No space left" in caplog.text
    assert read_library(own).search("salbutamol in an asthma attack").hits[0].passage.document_id == "acute-asthma"


def test_int8_has_vectors_of_its_own_and_never_meets_those_of_full_precision(own: Holdings) -> None:
    small = Holdings(own.folders, own.data, precision="int8")
    with pytest.raises(EmbeddingError, match="no int8 export of the embedding model; run assistant index"):
        small.encoder().encode(("a",))
    with pytest.raises(Exception, match="another embedding model"):
        read_library(small)
    report = build(small)
    assert report.embedded == report.passages
    found = read_library(small)
    assert found.manifest.model == f"{PINNED} int8"
    assert found.search("salbutamol in an asthma attack").hits[0].passage.document_id == "acute-asthma"
    cosines = (small.encoder().encode(TEXTS) * Encoder().encode(TEXTS)).sum(axis=1)
    assert 0.9 < cosines.min() < 0.99999
    assert build(own).embedded == 0, "the vectors of full precision are still there"


def test_serving_never_imports_torch(own: Holdings) -> None:
    program = (
        "import sys; from pathlib import Path; from assistant.library import Holdings, read_library\n"
        "from assistant.library import corpus; corpus.READING_ROOMS = ()\n"
        f"found = read_library(Holdings((Path({str(own.folders[0])!r}),), Path({str(own.data)!r})))\n"
        "assert found.search('salbutamol').hits\n"
        "print(sorted({'torch', 'transformers', 'sentence_transformers', 'onnx'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == ("[]", 0), done.stderr
