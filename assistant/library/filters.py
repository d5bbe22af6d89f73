"""Which passages a search keeps to: masks over the rows of the matrix, made once for a library."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from assistant.records import Document, Population, Status

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Where:
    """What is asked of a passage and of its document; None asks nothing, no name at all leaves nothing.

    `population` keeps the statements for it and those that are for anybody; `field` and `status` are of the document, one
    name or several. A document does not say for which readers it is, so there is no such filter.
    """

    population: Population | None = None
    field: str | Collection[str] | None = None
    status: Status | Collection[Status] | None = None


ANYWHERE = Where()


class Rows:
    """The rows of the matrix: of which document each is, and which are left by a filter."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self._documents = documents

    @cached_property
    def document(self) -> "NDArray[np.int32]":
        """For each row the number of its document."""
        import numpy as np

        held = [len(document.passages) for document in self._documents]
        return np.repeat(np.arange(len(held), dtype=np.int32), held)

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {document.id: number for number, document in enumerate(self._documents)}

    @cached_property
    def _for(self) -> "dict[str, Mask]":
        """For each population that is named the rows that are for it or for anybody."""
        import numpy as np

        said = np.asarray([p.population for d in self._documents for p in d.passages], dtype=np.str_)
        return {str(one): (said == one) | (said == "any") for one in ("any", *np.unique(said))}

    def left(self, within: Collection[str] | None, where: Where) -> "Mask | None":
        """The rows that are searched, None when it is all of them. `within`: ids of documents."""
        import numpy as np

        documents = np.ones(len(self._documents), dtype=np.bool_)
        if within is not None:
            documents[:] = False
            documents[[self._numbers[name] for name in within if name in self._numbers]] = True
        if where.field is not None:
            fields = _names(where.field)
            documents &= np.asarray([d.field in fields for d in self._documents], dtype=np.bool_)
        if where.status is not None:
            statuses = _names(where.status)
            documents &= np.asarray([d.status in statuses for d in self._documents], dtype=np.bool_)
        rows: Mask = documents[self.document]
        if where.population is not None:
            rows &= self._for.get(where.population, self._for["any"])
        return None if rows.all() else rows


def _names(given: str | Collection[str]) -> frozenset[str]:
    return frozenset((given,)) if isinstance(given, str) else frozenset(given)
