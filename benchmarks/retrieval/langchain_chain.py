"""The chain of LangChain's tutorials: split by characters, Chroma with its defaults, `as_retriever()`."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from assistant.library import Encoder
from benchmarks.retrieval.collection import Collection
from benchmarks.retrieval.systems import BATCH, open_client

CHUNK, OVERLAP = 1000, 200
"""Characters, as the tutorials have them."""
RAISED = 60
"""Chunks asked for in place of LangChain's four, so that ten documents can come back."""


@dataclass(frozen=True)
class Chain:
    """The retriever; a chunk stands for the entry that begins the section it was cut from."""

    name: str
    titled: bool
    retriever: Any

    def rank(self, question: str) -> Sequence[str]:
        return [found.metadata["entry"] for found in self.retriever.invoke(question)]


def make_chains(collection: Collection, titled: bool, encoder: Encoder) -> list[Chain]:
    """The chain with k raised and with its own k. With titles they begin the text that is split; without, none is read."""
    from langchain_chroma import Chroma
    from langchain_core.documents import Document
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    documents = []
    for first, group in collection.shelves().items():
        whole = "\n".join(entry.text for entry in group)
        text = replace(group[0], text=whole).titled if titled else whole
        documents.append(Document(text, metadata={"entry": first}))
    chunks = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP).split_documents(documents)
    encoder.encode([chunk.page_content for chunk in chunks])  # longest batches first to last, and kept
    store = Chroma(f"chain-{collection.name.replace(' ', '-')}-{titled}", encoder.as_langchain(), client=open_client())
    for start in range(0, len(chunks), BATCH):
        store.add_documents(chunks[start : start + BATCH])
    raised = store.as_retriever(search_kwargs={"k": min(RAISED, len(chunks))})
    return [
        Chain(f"LangChain with Chroma, k={RAISED}", titled, raised),
        Chain("LangChain with Chroma, k=4", titled, store.as_retriever()),
    ]
