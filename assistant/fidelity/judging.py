"""The judge of one sentence: supported by its passages, of the same subject and direction, its figures in their own company."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.composers.draft import DraftStatement
from assistant.fidelity.pairing import find_torn
from assistant.fidelity.wording import DENIALS, NEUTRAL, OPPOSITES, SUBJECTS, clauses, stems
from assistant.figures import Ledger, Origin
from assistant.records import Passage

Similar = Callable[[str, Sequence[str]], float]
"""The highest cosine of a text with some others."""
LEAST_SHARE = 0.6
"""Of the telling words of a sentence, how many its passages must hold."""
LEAST_COSINE = 0.45


@dataclass(frozen=True)
class Judge:
    """Says why a sentence is refused, by a stable word and a detail; None when nothing speaks against it."""

    passages: Mapping[str, Passage]
    ledger: Ledger
    similar: Similar | None = None

    def judge(self, statement: DraftStatement) -> tuple[str, str] | None:
        """The first thing that speaks against a statement."""
        cited = [self.passages[key] for key in statement.cites if key in self.passages]
        if not cited:
            return None if statement.references else ("no passage", statement.text)
        words = stems(statement.text)
        held = frozenset(word for p in cited for word in stems(_whole(p)))
        for look in (_other_subject, _other_direction, _without_support):
            if found := look(words, held):
                return found
        if denied := _other_denial(statement.text, [self._hidden(p) for p in cited]):
            return denied
        if torn := find_torn(statement.text, self.ledger, {p.id: p.text for p in cited}):
            return "figure out of place", torn
        shown = self.ledger.show(statement.text)
        if self.similar and self.similar(shown, [p.text for p in cited]) < LEAST_COSINE:
            return "unsupported", "it means something else than its passage"
        return None

    def _hidden(self, passage: Passage) -> str:
        """The passage with its figures behind handles: the "no" of "no faster than" belongs to its figure."""
        return self.ledger.hide(passage.text, Origin("passage", passage.id))


def _whole(passage: Passage) -> str:
    return f"{passage.document_title}. {passage.section}. {passage.topic or ''}. {passage.text}"


def _other_subject(words: frozenset[str], held: frozenset[str]) -> tuple[str, str] | None:
    for name, members in SUBJECTS.items():
        if foreign := (words & members) - held:
            return "other subject", f"{name}: {', '.join(sorted(foreign))}"
    return None


def _other_direction(words: frozenset[str], held: frozenset[str]) -> tuple[str, str] | None:
    for one, other in OPPOSITES:
        for said, opposite in ((one, other), (other, one)):
            if words & said and not held & said and held & opposite:
                return "other direction", ", ".join(sorted(words & said))
    return None


def _without_support(words: frozenset[str], held: frozenset[str]) -> tuple[str, str] | None:
    telling = words - NEUTRAL - DENIALS
    missing = telling - held
    if telling and len(telling - missing) < LEAST_SHARE * len(telling):
        return "unsupported", ", ".join(sorted(missing))
    return None


def _other_denial(text: str, cited: Sequence[str]) -> tuple[str, str] | None:
    """A clause that denies what its nearest clause in the passages does not, or the reverse."""
    sources = [stems(part) for passage in cited for part in (*clauses(passage), passage)]
    for clause in clauses(text):
        said = stems(clause)
        telling = said - NEUTRAL - DENIALS
        if not telling:
            continue
        near = max(len(telling & source) for source in sources)
        nearest = [source for source in sources if len(telling & source) == near]
        if near and all(bool(source & DENIALS) != bool(said & DENIALS) for source in nearest):
            return "denial changed", clause
    return None
