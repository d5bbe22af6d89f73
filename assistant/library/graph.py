"""The nearest passages by Chroma's graph, for a library too large for one exact product at every question.

The graph only proposes; what it proposes is scored exactly. It is opened as a copy, and whatever is wrong with it is
said in the log and leaves the exact search, which needs no graph.
"""

import logging
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import IndexingError
from assistant.library import store

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

log = logging.getLogger("assistant.library")


class Graph:
    """The graph of a generation; opened at first use, safe between threads."""

    def __init__(self, folder: Path, checksums: Mapping[str, str]) -> None:
        """`folder` is that of the generation, `checksums` those of its manifest."""
        self._folder = folder
        self._checksums = checksums
        self._lock = threading.Lock()
        self._opened: Any = None
        self._broken = False

    def nearest(self, question: "NDArray[np.float32]", count: int) -> Sequence[str] | None:
        """The ids of the `count` passages nearest to a question's vector, nearest first; None when there is no graph to ask."""
        try:
            collection = self._open()
            if collection is None:
                return None
            found = collection.query(query_embeddings=question[None], n_results=count, include=[])
            ids: list[str] = found["ids"][0]
            return ids
        except (KeyboardInterrupt, SystemExit):
            raise
        except BaseException as error:  # Chroma's own panics are no `Exception`
            self._give_up(error)
            return None

    def _open(self) -> Any:
        with self._lock:
            if self._opened is None and not self._broken:
                self._opened = store.open_copy(self._folder, self._checksums)
            return None if self._broken else self._opened

    def _give_up(self, error: BaseException) -> None:
        with self._lock:
            self._broken, self._opened = True, None
        reason = str(error) if isinstance(error, IndexingError) else repr(error)
        log.warning("the graph in %s is not used, every search is exact and slower: %s", self._folder, reason)
