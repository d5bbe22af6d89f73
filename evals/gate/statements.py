"""The nouns of the test set: a true statement with the passages it rests on, and a mutant of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

PARAPHRASES = Path(__file__).with_name("paraphrases.yaml")
MORE = Path(__file__).with_name("more_paraphrases.yaml")
"""Both written by someone who had not read the gate; read while the gate was built."""
HELD_OUT = Path(__file__).with_name("held_out.yaml")
"""Written likewise, and never read while the gate was built."""


@dataclass(frozen=True)
class Statement:
    """A faithful statement, its figures verbatim. `sources` are (passage id, passage text), in the order cited."""

    text: str
    sources: tuple[tuple[str, str], ...]

    @property
    def passages(self) -> tuple[str, ...]:
        """Ids of the passages cited."""
        return tuple(source for source, _ in self.sources)

    @property
    def words(self) -> str:
        """What the cited passages say, as one text."""
        return "\n".join(text for _, text in self.sources)


@dataclass(frozen=True)
class Mutant:
    """A statement made false. `foreign`: a figure, unit or comparator in it does not stand so in `passages`."""

    kind: str
    text: str
    passages: tuple[str, ...]
    foreign: bool
    original: str


def read_statements(passages: Mapping[str, str], path: Path = PARAPHRASES) -> tuple[Statement, ...]:
    """The paraphrases whose passages stand. `passages`: id to text, as the library holds them."""
    return tuple(
        Statement(text, tuple((cited, passages[cited]) for cited in ids))
        for ids, text in _read(path)
        if all(cited in passages for cited in ids)
    )


def quote(passages: Mapping[str, str]) -> tuple[Statement, ...]:
    """The passages as statements of themselves, as a model writes that copies; one for each text, no readings of a row."""
    first = {text: cited for cited, text in sorted(passages.items(), reverse=True) if "the row is read" not in text}
    return tuple(Statement(text, ((cited, text),)) for text, cited in sorted(first.items()))


def find_rewritten(passages: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of passages that a paraphrase cites and that no longer stand: those paraphrases are to be read again."""
    all_three = (*_read(PARAPHRASES), *_read(MORE), *_read(HELD_OUT))
    return tuple(dict.fromkeys(cited for ids, _ in all_three for cited in ids if cited not in passages))


def _read(path: Path) -> Iterator[tuple[tuple[str, ...], str]]:
    for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
        yield tuple(entry.get("passages") or (entry["passage"],)), entry["text"]
