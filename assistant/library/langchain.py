"""The library as LangChain's `BaseRetriever`. Imported only where it is asked for: it brings LangChain with it."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever

from assistant.library.filters import ANYWHERE, Where
from assistant.records import Passage


class LibraryRetriever(BaseRetriever):
    """Passages for a question; `library` is a `Library`. `fold` gives the best passage of each document, `limit` documents."""

    library: Any
    limit: int = 24
    where: Where = ANYWHERE
    fold: bool = False

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        hits = self.library.search(query, self.limit, where=self.where, fold=self.fold).hits
        return [self._show(hit.passage, hit.score) for hit in hits]

    def _show(self, passage: Passage, score: float) -> LangChainDocument:
        """The passage as LangChain's document; `before` and `after` are the words of the statements beside it."""
        before, after = self.library.neighbours(passage.id)
        beside = {"before": before.text if before else "", "after": after.text if after else ""}
        own = passage.model_dump(mode="json", exclude={"text", "positions"})
        return LangChainDocument(id=passage.id, page_content=passage.text, metadata={**own, "score": score, **beside})
