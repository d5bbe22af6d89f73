"""The vector store holds what the index holds, by cosine, and opening it harms nothing."""

import tempfile
from pathlib import Path

import numpy as np
import pytest
from shelf import snapshot

from assistant.errors import IndexingError
from assistant.library import Encoder, Holdings, Library, generations, read_library, store


@pytest.fixture(name="folder")
def _folder(own: Holdings) -> Path:
    return own.data / "generations" / "0001"


def test_langchain_finds_in_the_store_what_was_put_there(folder: Path, library: Library) -> None:
    opened = store.open_store(folder, Encoder())
    found, far = opened.similarity_search_with_score("Which drug removes copper in Wilson disease?", k=1)[0]
    passage = library.passages[found.id]
    assert (found.page_content, found.metadata["document"]) == (passage.text, "wilson-disease")
    assert found.metadata["citations"] == "label"
    assert 0 < far < 0.5
    retrieved = opened.as_retriever(search_kwargs={"k": 3}).invoke("adrenaline in anaphylaxis")
    assert {d.metadata["document"] for d in retrieved} == {"anaphylaxis-on-the-ward"}


def test_the_store_holds_every_passage_with_its_vector_by_cosine(folder: Path, own: Holdings, library: Library) -> None:
    opened = store.open_store(folder, Encoder())
    held = opened.get(include=["embeddings", "documents"])
    vectors = dict(zip(library.passages, generations.read_generation(own.data).vectors, strict=True))
    assert set(held["ids"]) == set(vectors)
    for name, vector, text in zip(held["ids"], held["embeddings"], held["documents"], strict=True):
        assert np.allclose(vector, vectors[name], atol=1e-6)
        assert text == library.passages[name].text
    assert opened._collection.configuration["hnsw"]["space"] == "cosine"
    assert opened._collection.configuration["hnsw"]["ef_search"] == 400


def test_opening_the_store_leaves_the_index_whole(folder: Path, own: Holdings) -> None:
    before = snapshot(own.data)
    opened = store.open_store(folder, Encoder())
    opened.add_texts(["Something of another tool's own."])
    assert len(opened.get()["ids"]) > 1
    del opened
    assert snapshot(own.data) == before
    read_library(own)


def test_the_copy_that_was_opened_goes_with_its_user(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    opened = store.open_store(folder, Encoder())
    (copy,) = tmp_path.glob("plumbline-chroma-*")
    del opened
    assert not copy.exists()


def test_a_store_that_lost_something_is_not_finished(tmp_path: Path, library: Library) -> None:
    passages = tuple(library.passages.values())
    vectors = np.eye(len(passages), 384, dtype=np.float32)

    class Losing:
        def count(self) -> int:
            return len(passages) - 1

    class Deaf(Losing):
        def count(self) -> int:
            return len(passages)

        def query(self, **_: object) -> dict[str, list[list[object]]]:
            return {"ids": [["other"]], "distances": [[0.4]]}

    with pytest.raises(IndexingError, match="holds"):
        store.probe_store(Losing(), passages, vectors)
    with pytest.raises(IndexingError, match="does not find"):
        store.probe_store(Deaf(), passages, vectors)
