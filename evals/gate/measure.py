"""How the gate fares: the share of faithful statements it lets through, of false ones it catches, by kind."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from assistant.composers.draft import Material
from assistant.drafting.desk import find_fault
from assistant.fidelity import Judge, Similar
from assistant.records import Document, Passage
from evals.gate.drafts import write_draft
from evals.gate.statements import Mutant, Statement

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Vector = NDArray[Any]


def likeness() -> Similar:
    """The likeness of texts by the bundled embedding model; each text is embedded once."""
    from assistant.library.embeddings import Encoder

    encoder = Encoder()

    @cache
    def embed(text: str) -> "Vector":
        vector: Vector = encoder.encode((text,))[0]
        return vector

    return lambda text, others: max(float(embed(text) @ embed(other)) for other in others)


@dataclass(frozen=True)
class Bench:
    """The gate with all that the corpus holds before it."""

    material: Material
    similar: Similar | None = None

    @classmethod
    def of(cls, documents: Iterable[Document], similar: Similar | None = None) -> "Bench":
        """The bench of some documents."""
        passages: Mapping[str, Passage] = {p.id: p for document in documents for p in document.passages}
        return cls(Material(passages, {}, {}), similar)

    def refuse(self, text: str, cites: Sequence[str]) -> str | None:
        """Why the gate refuses a statement, None when it lets it through."""
        material = self.material
        draft = write_draft(text, cites, material.passages, material.ledger)
        return find_fault(draft, material, Judge(material.passages, material.ledger, self.similar))


@dataclass
class Tally:
    """Of each kind how many were tried and how many got through; what got through, and why the others did not."""

    tried: Counter[str] = field(default_factory=Counter)
    through: Counter[str] = field(default_factory=Counter)
    foreign_through: list[Mutant] = field(default_factory=list)
    semantic_through: list[Mutant] = field(default_factory=list)
    semantic: int = 0
    reasons: Counter[str] = field(default_factory=Counter)

    @property
    def caught(self) -> float:
        """The share of false statements without a foreign figure that were caught."""
        return 1 - len(self.semantic_through) / self.semantic if self.semantic else 1.0


def try_mutants(mutants: Iterable[Mutant], bench: Bench) -> Tally:
    """Put mutants before the gate."""
    tally = Tally()
    for mutant in mutants:
        tally.tried[mutant.kind] += 1
        tally.semantic += not mutant.foreign
        if reason := bench.refuse(mutant.text, mutant.passages):
            tally.reasons[reason] += 1
            continue
        tally.through[mutant.kind] += 1
        (tally.foreign_through if mutant.foreign else tally.semantic_through).append(mutant)
    return tally


def try_statements(statements: Sequence[Statement], bench: Bench) -> dict[Statement, str]:
    """The faithful statements that the gate refuses, with its reason."""
    refused = {s: bench.refuse(s.text, s.passages) for s in statements}
    return {statement: reason for statement, reason in refused.items() if reason}
