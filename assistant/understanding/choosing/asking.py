"""The ways to ask for each calculator, as the table `calculators.yaml` gives them and the titles of the calculators add to them."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from assistant.registry import Registry
from assistant.understanding.vocabulary import read_table
from assistant.understanding.words.patterns import Phrase, Phrasebook, read_phrase

EPONYM, WORD, LONG = 6, 7, 9
"""Letters from which a name of one word, and a word of a longer name, are looked for misspelt; and from which two may be wrong in a name."""
SPARED = frozenset(
    {
        "define",
        "winter",
        "winner",
        "ransom",
        "caption",
        "general",
        "hedges",
        "norton",
        "madrid",
        "mantles",
        "holiday",
        "segment",
    }
)
"""Words that are a letter or two from a name, and none."""
ELSE, NONE, BOTH = "else", "none", "&"
"""How the table writes that no word tells, that nothing is meant, and that both are."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a need: any of some phrases, or none of them."""

    phrases: tuple[Phrase, ...]
    wanted: bool

    def is_met(self, found: Container[Phrase]) -> bool:
        """Whether it is said, or is not said where it must not be."""
        return any(phrase in found for phrase in self.phrases) == self.wanted


Need = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The calculators that a message tells: to be run, or to be offered."""

    names: tuple[str, ...]
    run: bool


@dataclass(frozen=True, eq=False, slots=True)
class Target:
    """A calculator, or several that share words, with the ways to ask for it. `tells` ends with what holds where no word tells."""

    of: tuple[str, ...]
    names: frozenset[Phrase]
    weak: frozenset[Phrase]
    needs: tuple[Need, ...]
    tells: tuple[tuple[Need, Outcome], ...]
    result: tuple[float, float] | None = None
    grades: str = ""
    gives: frozenset[str] = frozenset()
    unless: Need = ()

    def resolve(self, found: Container[Phrase]) -> Outcome:
        """What the message tells of those that share a word."""
        return next(outcome for need, outcome in self.tells if all(part.is_met(found) for part in need))


@dataclass(frozen=True, slots=True)
class Asking:
    """All ways to ask, and all their phrases as they are looked up."""

    targets: tuple[Target, ...]
    owners: Mapping[Phrase, tuple[Target, ...]]
    ignored: frozenset[Phrase]
    not_held: frozenset[Phrase]
    book: Phrasebook
    takes: Mapping[str, frozenset[str]]
    """The names of the inputs of each calculator."""

    def rank(self, phrase: Phrase) -> int:
        """Which of two phrases of one length counts: what asks for none, before names, before weak names."""
        return 0 if phrase not in self.owners else 1 + any(phrase in target.weak for target in self.owners[phrase])


@lru_cache(maxsize=4)
def read_asking(registry: Registry) -> Asking:
    """The table, with the titles of the calculators that are held; a calculator that the table does not know is asked for by its title."""
    held = (entry for entry in registry.all() if entry.kind == "calculator")
    return _read_asking(tuple((e.name, e.title, frozenset(item.name for item in e.inputs)) for e in held))


@lru_cache(maxsize=4)
def _read_asking(held: tuple[tuple[str, str, frozenset[str]], ...]) -> Asking:
    """The ways to ask for calculators, each given by its name, its title and the names of its inputs."""
    table = read_table("calculators")
    words = {f"<{name}>": [str(word) for word in said] for name, said in table["words"].items()}
    said = [*table["calculators"].values(), *table["groups"]]
    ignored = _read_names(table["ignored"])
    taken = {phrase for one in said for key in ("names", "weak", "says") for phrase in _read_names(one.get(key, ()))}
    singles = [
        _read_target({"of": [name], **table["calculators"].get(name, {})}, words, _read_titles(title, taken | ignored))
        for name, title, _ in held
    ]
    takes = {name: inputs for name, _, inputs in held}
    groups = [_read_target(one, words, frozenset()) for one in table["groups"] if takes.keys() >= set(one["of"])]
    targets = (*singles, *groups)
    owners: dict[Phrase, tuple[Target, ...]] = {}
    for target in targets:
        for phrase in target.names | target.weak:
            owners[phrase] = (*owners.get(phrase, ()), target)
    not_held = frozenset(read_phrase(str(name), capital=str(name).isupper()) for name in table["not_held"])
    book = _make_book(targets, owners, ignored | not_held, table["short"])
    return Asking(targets, owners, ignored, not_held, book, takes)


def _make_book(
    targets: Sequence[Target], owners: Mapping[Phrase, Any], others: frozenset[Phrase], short: Mapping[str, str]
) -> Phrasebook:
    alone = {phrase.parts[0] for phrase in owners if len(phrase.parts) == 1}
    parts = {part for phrase in owners for part in phrase.parts}
    names = {word: 1 for word in parts if word.isalpha() and len(word) >= WORD}
    names |= {word: 1 + (len(word) >= LONG) for word in alone if word.isalpha() and len(word) >= EPONYM}
    book = Phrasebook(names, SPARED, short)
    book.add([*owners, *others])
    for target in targets:
        needs = (*target.needs, target.unless, *(need for need, _ in target.tells))
        book.add(phrase for need in needs for part in need for phrase in part.phrases)
    return book


def _read_titles(title: str, taken: Container[Phrase]) -> frozenset[Phrase]:
    """The title of a calculator, with what it holds in brackets and without: by it an offered one is taken up."""
    titles = _read_names((title, re.sub(r"\s*\(.*?\)", "", title)))
    return frozenset(phrase for phrase in titles if phrase not in taken and len(phrase.parts) > 1)


def _read_names(names: Sequence[Any], capital: bool = False) -> frozenset[Phrase]:
    return frozenset(read_phrase(str(name), capital) for name in names)


def _read_target(said: Mapping[str, Any], words: Mapping[str, Sequence[str]], titles: frozenset[Phrase]) -> Target:
    names = _read_names((*said.get("names", ()), *said.get("says", ()))) | _read_names(
        said.get("capitals", ()), capital=True
    )
    of, result = tuple(said["of"]), said.get("result")
    return Target(
        of=of,
        names=names | titles,
        weak=_read_names(said.get("weak", ())),
        needs=tuple(_read_need(need, words) for need in said.get("needs", ())),
        tells=tuple(_read_tells(said, of, words)),
        result=(float(result[0]), float(result[1])) if result else None,
        grades="".join(said.get("grades", ())),
        gives=frozenset((*of, *said.get("gives", ()))),
        unless=_read_need(said.get("unless", ""), words),
    )


def _read_tells(
    said: Mapping[str, Any], of: tuple[str, ...], words: Mapping[str, Sequence[str]]
) -> Iterator[tuple[Need, Outcome]]:
    together = len(of) == 1 or bool(said.get("together"))
    tells = {ELSE: list(of), **said.get("tells", {})}
    last = tells.pop(ELSE)
    for need, told in (*tells.items(), ("", last)):
        if isinstance(told, list):
            outcome = Outcome(tuple(told), together)
        else:
            outcome = Outcome(tuple(name.strip() for name in told.split(BOTH) if name != NONE), run=True)
        yield _read_need(need, words), outcome


def _read_need(need: str, words: Mapping[str, Sequence[str]]) -> Need:
    return tuple(_read_part(part.strip(), words) for part in need.split(" + ") if part.strip())


def _read_part(part: str, words: Mapping[str, Sequence[str]]) -> Part:
    wanted = not part.startswith("not ")
    choices = [choice.strip() for choice in part.removeprefix("not ").split("/")]
    spelt = [word for choice in choices for word in (words[choice] if choice.startswith("<") else [choice])]
    return Part(tuple(read_phrase(word) for word in spelt), wanted)
