"""A collection in memory: entries to be found, and questions with what answers them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.library.documents import SEPARATOR


@dataclass(frozen=True, slots=True)
class Entry:
    """One passage. `document` is what it belongs to: of a BEIR folder itself, of our corpus the guideline or regimen."""

    id: str
    document: str
    title: str
    section: str
    text: str

    @property
    def heading(self) -> str:
        """Title and section as every system with titles is given them."""
        return f"{self.title}. {self.section}"

    @property
    def titled(self) -> str:
        """The text after its heading: what ours embeds, and every other system with titles too."""
        return f"{self.heading}. {self.text}"

    @property
    def place(self) -> str:
        """DOCUMENT#SECTION, by the innermost heading."""
        return f"{self.document}#{name_section(self.section)}"


@dataclass(frozen=True, slots=True)
class Question:
    """A question and the gain of each thing that answers it: an id, a document or a DOCUMENT#SECTION."""

    id: str
    text: str
    right: Mapping[str, float]
    split: str = ""


@dataclass(frozen=True)
class Collection:
    """What is searched and asked."""

    name: str
    entries: tuple[Entry, ...]
    questions: tuple[Question, ...]

    def shelves(self) -> dict[str, tuple[Entry, ...]]:
        """The entries by document and section, as a loader of whole sections would read them."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(f"{entry.document}\x00{entry.section}", []).append(entry)
        return {group[0].id: tuple(group) for group in found.values()}


def name_section(section: str) -> str:
    """The innermost heading as an anchor: lower case, words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", section.split(SEPARATOR)[-1].lower()).strip("-")


def fold(ids: Iterable[str], keys: Mapping[str, str]) -> list[str]:
    """A ranking of passages as one of what they belong to, each at its first place."""
    return list(dict.fromkeys(keys[one] for one in ids))


def split_off(questions: Sequence[Question], split: str) -> tuple[Question, ...]:
    """The questions of one half."""
    return tuple(question for question in questions if question.split == split)
