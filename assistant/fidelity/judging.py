"""The judge of one sentence: supported by its passages, of the same subject and direction, its figures in their own company."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from assistant.composers.draft import DraftStatement
from assistant.fidelity.denial import find_turned
from assistant.fidelity.pairing import Pairing
from assistant.fidelity.reading import read_bounds, read_order, read_row
from assistant.fidelity.wording import DENIALS, IMPLIED, NEUTRAL, OPPOSITES, SUBJECTS, find_rare, stems
from assistant.figures import Ledger, Origin
from assistant.records import Passage

Similar = Callable[[str, Sequence[str]], float]
"""The highest cosine of a text with some others."""
ENOUGH_WORDS = 0.6
"""Of the telling words of a sentence, how many its passages must hold, unless it plainly means the same."""
LEAST_SHARE = 0.35
"""How many they must hold in any case."""
LEAST_COSINE = 0.45
CLOSE_COSINE = 0.7
"""The likeness of a sentence that says it in other words."""

_OTHER_TIME = {"before": "after", "after": "before"}
_OTHER_BOUND = {"most": "least", "least": "most"}


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
        held |= _implied(held)
        if foreign := find_rare(statement.text, " ".join(_whole(p) for p in cited)) - held:
            return "other subject", ", ".join(sorted(foreign))
        for look in (_other_subject, _other_direction):
            if found := look(words, held):
                return found
        if reversed_ := self._find_reversed(statement.text, cited):
            return "other direction", reversed_
        said = read_row(statement.text, self.ledger)
        rows = {p.id: read_row(self._hidden(p), self.ledger) for p in cited}
        if turned := find_turned(said, list(rows.values())):
            return "denial changed", turned
        if torn := Pairing(said, rows, self.ledger).find_torn():
            return "figure out of place", torn
        return self._find_unsupported(statement.text, words, held, [p.text for p in cited])

    def _find_reversed(self, text: str, cited: Sequence[Passage]) -> str | None:
        """What a sentence puts after something that its passages put before it, or a maximum that is a minimum there, and the
        reverse of both."""
        for read, other in ((read_order, _OTHER_TIME), (read_bounds, _OTHER_BOUND)):
            held = frozenset(pair for p in cited for pair in read(self._hidden(p), self.ledger))
            for how, what in sorted(read(text, self.ledger) - held):
                if what and (other[how], what) in held:
                    return f"{how} {what}"
        return None

    def _find_unsupported(
        self, text: str, words: frozenset[str], held: frozenset[str], sources: Sequence[str]
    ) -> tuple[str, str] | None:
        """What its passages do not carry: too few of its words stand there, and it does not mean the same."""
        telling = words - NEUTRAL - DENIALS
        share = len(telling & held) / len(telling) if telling else 1.0
        least = LEAST_COSINE if share >= ENOUGH_WORDS else CLOSE_COSINE
        if share < LEAST_SHARE or (self.similar is None and share < ENOUGH_WORDS):
            return "unsupported", ", ".join(sorted(telling - held))
        if self.similar and self.similar(self.ledger.show(text), sources) < least:
            return "unsupported", "it means something else than its passage"
        return None

    def _hidden(self, passage: Passage) -> str:
        """The passage with its figures behind handles: the "no" of "no faster than" belongs to its figure."""
        return self.ledger.hide(passage.text, Origin("passage", passage.id))


def _implied(held: frozenset[str]) -> frozenset[str]:
    """What a condition is a lack or an excess of; and, beside another lack, the lack of what is named: "low phosphate, potassium"."""
    said = {word[:4] for word in held if word in IMPLIED}
    also = {one for one, of in IMPLIED.items() if of in held and one[:4] in said}
    return frozenset({IMPLIED[word] for word in held if word in IMPLIED} | also)


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
