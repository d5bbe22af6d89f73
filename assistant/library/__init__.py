"""The library: reading documents, indexing their statements, and finding those that a question is about."""

from assistant.library.embeddings import Encoder
from assistant.library.filters import Where
from assistant.library.index import Holdings, IndexReport, Progress, build, is_current
from assistant.library.lock import Owner, OwnerNote, find_owner, take_ownership
from assistant.library.retriever import Hit, Library, Search, open_library, read_library

__all__ = [
    "Encoder", "Hit", "Holdings", "IndexReport", "Library", "Owner", "OwnerNote", "Progress", "Search", "Where",
    "build", "find_owner", "is_current", "open_library", "read_library", "take_ownership",
]  # fmt: skip
