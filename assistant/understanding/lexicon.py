"""The names by which a question can mean a document, a calculator or a regimen; built from the corpus and the registry."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from assistant.records import Document
from assistant.registry import Entry
from assistant.understanding.words.shorthand import expand

SITUATION = re.compile(r"(?:un)?bleeding|overdose|toxicity|toxic|poisoning|revers", re.IGNORECASE)
"""Words of an indication that something has happened with a drug, which is then not the drug that is asked for."""
_LINKS = frozenset({"with", "while", "after", "from", "due", "and", "the", "for"})


@dataclass(frozen=True)
class Lexicon:
    """Phrases in lower case to the ids that bear them."""

    documents: Mapping[str, frozenset[str]]
    calculators: Mapping[str, frozenset[str]]
    drugs: Mapping[str, frozenset[str]]
    indications: Mapping[str, frozenset[str]]
    titles: Mapping[str, str]
    situations: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def _phrases(self) -> dict[str, tuple[tuple[str, str, frozenset[str]], ...]]:
        """By kind, the longest first: a word without which a phrase cannot stand in a text, the phrase, its ids."""
        return {
            kind: tuple(
                (max(_words(phrase), key=len, default=""), phrase, ids)
                for phrase, ids in sorted(getattr(self, kind).items(), key=lambda item: -len(item[0]))
            )
            for kind in ("documents", "calculators", "drugs", "indications")
        }

    def _find(self, kind: str, text: str) -> Iterator[tuple[re.Pattern[str], str, frozenset[str]]]:
        """The phrases of a kind that may stand in a text, the longest first, each with its pattern."""
        lower = text.lower()
        return ((_pattern(phrase), phrase, ids) for word, phrase, ids in self._phrases[kind] if word in lower)

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of the names of calculators and scores."""
        return frozenset(word for phrase in self.calculators for word in re.findall(r"[\w-]+", phrase))

    def is_given(self, name: str, text: str) -> bool:
        """Whether a text gives what a calculator would work out: "CrCl 40", "BMI of 13", "scored 4 on CURB-65"."""
        said = [pattern for pattern, _, ids in self._find("calculators", text) if name in ids]
        result = r"[ :=]+(?:(?:is|of|was)\s+)?\d+(?:\.\d+)?(?![\d.]*\s*(?:%|y|kg|lb|st|mg|m\b|cm|ft|['/\"]))"
        before = r"\b\d+(?:\.\d+)?(?:\s+points?)?\s+(?:on|in|for|by)\s+(?:(?:the|a|his|her|their|my)\s+)?"
        return any(
            re.search(pattern.pattern + result, text, re.IGNORECASE)
            or re.search(before + pattern.pattern, text, re.IGNORECASE)
            for pattern in said
        )

    def by_title(self, named: Mapping[str, str]) -> dict[str, str]:
        """What was named, those first whose title holds the words."""
        return dict(sorted(named.items(), key=lambda item: item[1] not in self.titles[item[0]].lower()))

    def met(self, text: str) -> dict[str, str]:
        """Ids of regimens for a situation that a text tells in whatever order: a bleeding on a drug, an overdose of it."""
        found: dict[str, str] = {}
        for phrase, ids in sorted(self.situations.items(), key=lambda item: -len(item[0])):
            if all(re.search(rf"(?<!\w){re.escape(word)}", text, re.IGNORECASE) for word in _list_telling(phrase)):
                for one in sorted(ids):
                    found.setdefault(one, phrase)
        return found

    def without(self, kind: str, text: str) -> str:
        """The text with the phrases of a kind blanked: in "low potassium" no potassium is asked for."""
        for pattern, _, _ in self._find(kind, text):
            text = pattern.sub(lambda m: " " * len(m.group()), text)
        return text

    def named(self, kind: str, text: str) -> dict[str, str]:
        """Ids that a text names, each with the longest phrase that names it. `kind` is a field of this class.

        A phrase inside a longer one is not named: "magnesium aspartate" is no other magnesium.
        """
        found: dict[str, str] = {}
        taken: list[tuple[int, int]] = []
        for pattern, phrase, ids in self._find(kind, text):
            spans = [m.span() for m in pattern.finditer(text)]
            free = [s for s in spans if not any(a <= s[0] and s[1] <= b and (a, b) != s for a, b in taken)]
            if free:
                taken += free
                for one in sorted(ids):
                    found.setdefault(one, phrase)
        return found


def _list_telling(phrase: str) -> list[str]:
    return [word for word in re.findall(r"[\w-]{3,}", phrase) if word not in _LINKS]


def _words(phrase: str) -> list[str]:
    return [word for word in re.split(r"[\s\-–_]+", phrase) if word]


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    words = [re.escape(word) for word in _words(phrase)]
    return re.compile(r"(?<![\w])" + r"[\s\-–_]+".join(words) + r"(?:s|es)?(?![\w])", re.IGNORECASE)


def build_lexicon(documents: Iterable[Document], entries: Iterable[Entry]) -> Lexicon:
    """The lexicon of what is indexed and what can be calculated."""
    names: dict[str, dict[str, set[str]]] = {"documents": {}, "calculators": {}, "drugs": {}, "indications": {}}
    titles: dict[str, str] = {}
    for document in documents:
        titles[document.id] = document.title
        if document.kind != "regimen":
            for phrase in (document.title, *document.topics):
                names["documents"].setdefault(phrase.lower(), set()).add(document.id)
    for entry in entries:
        titles[entry.name] = entry.title
        for kind, phrase in _entry_phrases(entry):
            for spelt in {phrase.lower(), expand(phrase).lower()}:
                names[kind].setdefault(spelt, set()).add(entry.name)
    situations = {
        phrase: ids
        for phrase, ids in names["indications"].items()
        if SITUATION.search(phrase) and len(_list_telling(phrase)) > 1
    }
    names["situations"] = situations
    frozen = {kind: {phrase: frozenset(ids) for phrase, ids in table.items()} for kind, table in names.items()}
    return Lexicon(titles=titles, **frozen)


def _entry_phrases(entry: Entry) -> Iterable[tuple[str, str]]:
    if entry.kind == "calculator":
        yield "calculators", re.sub(r"\s*\(.*?\)", "", entry.title)
        if "_" in entry.name:  # a name of one word may be an ordinary one: "must", "dilution"
            yield "calculators", entry.name.replace("_", " ")
        yield from (("calculators", synonym) for synonym in entry.synonyms)
        return
    yield "drugs", entry.drug
    yield from (("drugs", synonym) for synonym in entry.synonyms)
    yield from (("indications", phrase) for phrase in entry.indications)
