"""Every rule of the corpus that a program can check, each breach with file and line.

What the library refuses to read is a breach as well; the rules here are for what it can read but should not be said so.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assistant.errors import CorpusError
from assistant.library.corpus import GUIDELINES, read_corpus
from assistant.library.documents import read_head, read_lines
from assistant.library.statements import Desk
from assistant.proofreading.banners import check_banners
from assistant.proofreading.bibliography import check_bibliography
from assistant.proofreading.copies import check_copies
from assistant.proofreading.evidence import Record, check_evidence, read_records
from assistant.proofreading.headings import check_headings
from assistant.proofreading.heads import check_head
from assistant.proofreading.mentions import check_mentions
from assistant.proofreading.plainness import check_plainness
from assistant.proofreading.sentences import check_sentences
from assistant.proofreading.units import check_units

__all__ = ["check"]


def check(folders: Sequence[Path]) -> tuple[CorpusError, ...]:
    """Every breach in these folders, in the order of files and lines."""
    corpus = read_corpus(folders)
    breaches, records = list(corpus.refusals), read_records(folders)
    for folder in folders:
        for path in sorted((folder / GUIDELINES).rglob("*.md")):
            breaches += check_document(path, corpus.desk, records)
    breaches += check_bibliography(folders)
    unique = {(breach.path, breach.line, breach.reason): breach for breach in breaches}
    return tuple(unique[key] for key in sorted(unique))


def check_document(path: Path, desk: Desk, records: Mapping[str, Record]) -> Iterator[CorpusError]:
    """The breaches of one guideline document, but for those that keep it from being read."""
    try:
        headed = read_head(path)
    except CorpusError:
        return
    lines = read_lines(headed, desk)
    rules = (check_head(headed, path), check_headings(headed, lines), check_sentences(lines, desk))
    whole = (
        check_mentions(headed, lines),
        check_plainness(headed, lines),
        check_units(lines),
        check_copies(lines),
        check_banners(headed, lines),
    )
    for found in (*rules, *whole, check_evidence(lines, records)):
        for line, reason in found:
            yield CorpusError(path, line, reason)
