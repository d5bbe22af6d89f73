"""Rules of the bibliography: every work is used by something, and what calculators cite is there."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from assistant.calculators import load as load_calculators
from assistant.errors import CorpusError
from assistant.library.corpus import BIBLIOGRAPHY, GUIDELINES, REGIMENS
from assistant.records import Reference
from assistant.references import read, read_items

KEY = re.compile(r"[a-zA-Z0-9][\w.:-]*[a-zA-Z0-9]")
DOI = re.compile(r"10\.\d{4,9}/\S+")


def check_bibliography(folders: Sequence[Path]) -> Iterator[CorpusError]:
    """The breaches of the bibliographies of these folders; unreadable items are breaches of reading."""
    named = {key for folder in folders for key in _keys_in(folder)}
    cited = {key: calculator.name for calculator in load_calculators() for key in calculator.cited}
    for folder in folders:
        path = folder / BIBLIOGRAPHY
        if path.is_file():
            yield from _check_items(path, named | set(cited))
    held = {key for folder in folders if (folder / BIBLIOGRAPHY).is_file() for key in read(folder / BIBLIOGRAPHY)[0]}
    for key, name in sorted(cited.items()):
        if key not in held and folders:
            yield CorpusError(folders[0] / BIBLIOGRAPHY, 1, f"the calculator {name} cites {key}, which is not here")


def _keys_in(folder: Path) -> Iterator[str]:
    """Every word of the documents and regimens that could be a reference's id."""
    for room, ending in ((GUIDELINES, "*.md"), (REGIMENS, "*.yaml")):
        for path in (folder / room).rglob(ending):
            yield from KEY.findall(path.read_text(encoding="utf-8", errors="replace"))


def _check_items(path: Path, used: set[str]) -> Iterator[CorpusError]:
    references = read(path)[0]
    for line, item in read_lines_of(path):
        reference = references.get(item)
        if reference is None:
            continue
        if item not in used:
            yield CorpusError(path, line, f"reference {item} is used by no document, regimen or calculator")
        for reason in _check_links(reference):
            yield CorpusError(path, line, reason)


def read_lines_of(path: Path) -> Iterator[tuple[int, str]]:
    """The line and id of each item that has one."""
    try:
        for line, item in read_items(path):
            if isinstance(item, Mapping) and "id" in item:
                yield line, str(item["id"])
    except CorpusError:
        return


def _check_links(reference: Reference) -> Iterator[str]:
    if reference.doi and not DOI.fullmatch(reference.doi):
        yield f"reference {reference.id}: {reference.doi!r} is not a DOI"
    if reference.pmid and not reference.pmid.isdigit():
        yield f"reference {reference.id}: {reference.pmid!r} is not a PMID"
    if reference.url and not reference.url.startswith(("https://", "http://")):
        yield f"reference {reference.id}: {reference.url!r} is not an address"
    if not reference.body.strip():
        yield f"reference {reference.id} names no body"
