"""The vector store of a generation: Chroma, cosine, vectors always passed in; written once, opened only as a copy.

It is what other tools of the ecosystem open, and the graph of a large library (docs/decisions/0014-finding-a-passage.md).
"""

import shutil
import tempfile
import weakref
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexingError
from assistant.library.generations import take_checksums
from assistant.records import Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from assistant.library.embeddings import Encoder

FOLDER = "chroma"
COLLECTION = "passages"
GRAPH = {"hnsw": {"space": "cosine", "ef_search": 400, "ef_construction": 200, "max_neighbors": 32}}
"""Chroma's own defaults are l2 and lose up to two points of nDCG to exact search."""
BATCH = 1000
PROBES = 5


def write_store(folder: Path, passages: Sequence[Passage], vectors: "NDArray[np.float32]") -> None:
    """Write the store, then ask it back. Raises `IndexingError` when it does not hold what it was given."""
    client = _open_client(folder / FOLDER)
    try:
        collection = client.create_collection(COLLECTION, embedding_function=None, configuration=GRAPH)
        for start in range(0, len(passages), BATCH):
            part = passages[start : start + BATCH]
            collection.upsert(
                ids=[p.id for p in part],
                embeddings=vectors[start : start + BATCH],
                documents=[p.text for p in part],
                metadatas=[describe(p) for p in part],
            )
        probe_store(collection, passages, vectors)
    finally:
        client.close()


def probe_store(collection: Any, passages: Sequence[Passage], vectors: "NDArray[np.float32]") -> None:
    """Raise `IndexingError` unless the store counts every passage and finds some of them by their own vectors."""
    if collection.count() != len(passages):
        raise IndexingError(f"the vector store holds {collection.count()} of {len(passages)} passages")
    step = max(1, len(passages) // PROBES)
    for place in range(0, len(passages), step):
        found = collection.query(query_embeddings=vectors[place : place + 1], n_results=1, include=["distances"])
        if not found["ids"][0] or found["distances"][0][0] > 1e-4:
            raise IndexingError(f"the vector store does not find {passages[place].id}")


def describe(passage: Passage) -> dict[str, str]:
    """What the store knows of a passage beside its words."""
    return {
        "document": passage.document_id,
        "title": passage.document_title,
        "section": passage.section,
        "role": passage.role,
        "population": passage.population,
        "citations": " ".join(passage.citations),
    }


def open_store(folder: Path, encoder: "Encoder") -> Any:
    """The store of a generation as LangChain's `Chroma`, for tools of the ecosystem.

    It is a copy that lasts as long as the object: Chroma writes into a folder that it only opens, and a generation is
    never written to. So it may be opened while another process owns the data folder.
    """
    from langchain_chroma import Chroma

    copy = _copy_store(folder)
    client = _open_client(copy)
    opened = Chroma(collection_name=COLLECTION, embedding_function=encoder.as_langchain(), client=client)
    weakref.finalize(opened, _put_away, client, copy)
    return opened


def open_copy(folder: Path, checksums: Mapping[str, str]) -> Any:
    """The collection of a generation for searching, on a copy that lasts as long as the object.

    Raises `IndexingError` when the copy is not what the manifest's `checksums` say, `OSError`, and what Chroma raises.
    """
    copy = _copy_store(folder)
    try:
        sums = {f"{FOLDER}/{name}": value for name, value in take_checksums(copy).items()}
        if sums != {name: value for name, value in checksums.items() if name.startswith(f"{FOLDER}/")}:
            raise IndexingError("the vector store is damaged")
        client = _open_client(copy)
    except BaseException:
        shutil.rmtree(copy, ignore_errors=True)
        raise
    collection = client.get_collection(COLLECTION, embedding_function=None)
    weakref.finalize(collection, _put_away, client, copy)
    return collection


def _copy_store(folder: Path) -> Path:
    """A copy of a generation's store in a folder of its own."""
    copy = Path(tempfile.mkdtemp(prefix="plumbline-chroma-"))
    try:
        shutil.copytree(folder / FOLDER, copy, dirs_exist_ok=True)
    except BaseException:
        shutil.rmtree(copy, ignore_errors=True)
        raise
    return copy


def _put_away(client: Any, copy: Path) -> None:
    client.close()
    shutil.rmtree(copy, ignore_errors=True)


def _open_client(folder: Path) -> Any:
    import chromadb

    settings = chromadb.config.Settings(anonymized_telemetry=False, is_persistent=True, persist_directory=str(folder))
    return chromadb.PersistentClient(path=str(folder), settings=settings)
