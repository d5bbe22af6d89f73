"""The library as LangChain's `BaseRetriever`. Imported only where it is asked for: it brings LangChain with it."""

from typing import Any

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever


class LibraryRetriever(BaseRetriever):
    """Passages for a question; `library` is a `Library`."""

    library: Any
    limit: int = 24

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        hits = self.library.search(query, self.limit).hits
        return [
            LangChainDocument(
                id=hit.passage.id,
                page_content=hit.passage.text,
                metadata={**hit.passage.model_dump(mode="json", exclude={"text", "positions"}), "score": hit.score},
            )
            for hit in hits
        ]
