"""What a question asks beyond the title: the likeness of its remainder with a section, once the title is taken from both.

A title says which document is meant, and every section of the document has it. What is left of the question ("tx for",
"prognosis of", "rate of the infusion") tells the sections apart. No model is trained; two vectors of the bundled one are
enough (docs/decisions/0015-reranker.md).
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Places = NDArray[np.intp]

WEIGHT = 0.2
"""What the remainder counts beside a first-stage score of 0…1."""
LEAST = 1e-6
"""A remainder shorter than this is nothing: the question is the title, or the section is."""


@dataclass(frozen=True)
class Remainder:
    """One row a passage: its title's vector, and its section's without the title, normalised; both (passages, size)."""

    titles: "Floats"
    sections: "Floats"

    @classmethod
    def of(cls, titles: "Floats", sections: "Floats") -> "Remainder":
        """From the normalised vectors of title and section of every passage, in the order of the passages."""
        shared = (sections * titles).sum(axis=1, keepdims=True)
        return cls(titles, _stretch_to_one(sections - shared * titles))

    def score(self, question: "Floats", places: "Places") -> "Floats":
        """The cosine, -1…1, of the question's remainder with the section's, for the passages at some places.

        `question` is a normalised vector. Where nothing is left of the one or the other it is 0.
        """
        titles = self.titles[places]
        left = _stretch_to_one(question - (titles @ question)[:, None] * titles)
        scores: Floats = (left * self.sections[places]).sum(axis=1)
        return scores


def add_remainder(first: "Floats", remainder: "Floats", weight: float = WEIGHT) -> "Floats":
    """The scores to order by: the first stage's (0…1, `combine`) with the remainder's beside it."""
    mixed: Floats = first + weight * remainder
    return mixed


def _stretch_to_one(rows: "Floats") -> "Floats":
    """Rows of length one; a row of no length is left at zero."""
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    stretched: Floats = np.where(lengths > LEAST, rows / np.maximum(lengths, LEAST), 0).astype(np.float32)
    return stretched
