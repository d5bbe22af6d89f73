"""The bibliography: CSL-JSON, with what we must know of a source under `custom`, read into references to check."""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assistant.errors import CorpusError
from assistant.records import Reference

MOST_AUTHORS = 6
"""Vancouver style names six authors, then et al."""
OURS = frozenset({"seen_at", "facts"})
"""Where and what was seen of a work, for the proofreading; nothing of it is shown."""
BLANK = re.compile(r"\s*")
ONLINE = frozenset({"webpage", "report", "document", "regulation", "dataset", "software"})


def load(path: Path) -> Mapping[str, Reference]:
    """References by id. Raises `CorpusError` with the line of the first item that is broken, unverified or repeated."""
    references, faults = read(path)
    if faults:
        raise faults[0]
    return references


def read(path: Path) -> tuple[Mapping[str, Reference], tuple[CorpusError, ...]]:
    """References by id, and what was refused; the good ones are there."""
    references: dict[str, Reference] = {}
    faults: list[CorpusError] = []
    try:
        for line, item in read_items(path):
            try:
                reference = read_reference(item, path, line)
            except CorpusError as error:
                faults.append(error)
                continue
            if reference.id in references:
                faults.append(CorpusError(path, line, f"reference {reference.id} is given twice"))
            references.setdefault(reference.id, reference)
    except CorpusError as error:
        faults.append(error)
    return references, tuple(faults)


def read_items(path: Path) -> Iterator[tuple[int, Any]]:
    """The items of the JSON array, each with its line. Raises `CorpusError` where the JSON ends to make sense."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusError(path, 1, f"cannot be read: {error}") from error
    try:
        yield from _decode_items(text)
    except json.JSONDecodeError as error:
        raise CorpusError(path, error.lineno, f"not JSON: {error.msg}") from error


def _decode_items(text: str) -> Iterator[tuple[int, Any]]:
    decoder = json.JSONDecoder()
    place = _skip(text, 0, "[")
    line, counted = 1, 0
    while not text.startswith("]", place):
        item, end = decoder.raw_decode(text, place)
        line, counted = line + text.count("\n", counted, place), place
        yield line, item
        place = _skip(text, end, "")
        if not text.startswith("]", place):
            place = _skip(text, place, ",")
    if text[place + 1 :].strip():
        raise json.JSONDecodeError("text after the array", text, place + 1)


def _skip(text: str, place: int, sign: str) -> int:
    """The place after blanks, one sign, and blanks. Raises `JSONDecodeError` when another sign stands there."""
    start = BLANK.match(text, place).end()  # type: ignore[union-attr]
    if not text.startswith(sign, start):
        raise json.JSONDecodeError(f"expected {sign!r}", text, min(start, len(text)))
    return BLANK.match(text, start + len(sign)).end()  # type: ignore[union-attr]


def read_reference(item: Any, path: Path, line: int) -> Reference:
    """One CSL-JSON item as a reference. Raises `CorpusError` naming the field that is missing or not accepted."""
    if not isinstance(item, dict) or not isinstance(item.get("custom"), dict):
        raise CorpusError(path, line, "a reference is an object with our fields under 'custom'")
    own = {key: value for key, value in item["custom"].items() if key not in OURS}
    name = item.get("id", "?")
    if own.get("verified") not in ("yes", "partly"):
        raise CorpusError(path, line, f"reference {name} is not verified: it cannot be cited")
    try:
        return Reference(id=item["id"], year=_year(item), formatted=cite(item), **own, **_links(item))
    except KeyError as error:
        raise CorpusError(path, line, f"reference {name} lacks {error}") from error
    except (ValidationError, AttributeError, TypeError, ValueError) as error:
        raise CorpusError(path, line, f"reference {name}: {_first_fault(error)}") from error


def _first_fault(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors()[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error)


def _links(item: Mapping[str, Any]) -> dict[str, str | None]:
    return {
        ours: str(item[theirs]) if item.get(theirs) else None
        for ours, theirs in (("doi", "DOI"), ("pmid", "PMID"), ("url", "URL"))
    }


def _year(item: Mapping[str, Any]) -> int | None:
    parts = item.get("issued", {}).get("date-parts") or [[None]]
    return int(parts[0][0]) if parts[0] and parts[0][0] is not None else None


def cite(item: Mapping[str, Any]) -> str:
    """The work in Vancouver style, from the fields of CSL-JSON. Raises `KeyError` when it has no title."""
    parts = [
        _authors(item),
        _title(item),
        _journal(item) if item.get("container-title") else _imprint(item),
        _whereabouts(item),
    ]
    return " ".join(part for part in parts if part)


def _authors(item: Mapping[str, Any]) -> str:
    names = [_name(author) for author in item.get("author", ())]
    listed = names[:MOST_AUTHORS] + (["et al"] if len(names) > MOST_AUTHORS else [])
    return _stop(", ".join(listed))


def _name(author: Mapping[str, str]) -> str:
    if "literal" in author:
        return author["literal"]
    given = author.get("given", "").replace(".", " ").split()
    initials = "".join(part[0].upper() for word in given for part in word.split("-") if part)
    if all(word.isupper() for word in given):
        initials = "".join(given).replace("-", "")
    particle = f"{author['non-dropping-particle']} " if author.get("non-dropping-particle") else ""
    return f"{particle}{author['family']} {initials}".strip()


def _title(item: Mapping[str, Any]) -> str:
    online = item.get("type") in ONLINE and item.get("URL") and not item.get("container-title")
    edition = f" {item['edition']} ed." if item.get("edition") else ""
    return _stop(item["title"].strip() + (" [Internet]" if online else "")) + edition


def _journal(item: Mapping[str, Any]) -> str:
    issue = f"({item['issue']})" if item.get("issue") else ""
    where = f"{item.get('volume', '')}{issue}"
    page = f":{item['page'].replace('-', '–')}" if item.get("page") else ""
    when = _year(item)
    numbers = ";".join(part for part in (str(when) if when else "", where + page) if part)
    return _stop(_stop(item["container-title"]) + (f" {numbers}" if numbers else ""))


def _imprint(item: Mapping[str, Any]) -> str:
    """Publisher and year, without the publisher where it has just been named as the author."""
    named = {author.get("literal") for author in item.get("author", ())}
    publisher = item.get("publisher") if item.get("publisher") not in named else None
    when = _year(item)
    return _stop("; ".join(part for part in (publisher, str(when) if when else None) if part))


def _whereabouts(item: Mapping[str, Any]) -> str:
    """The DOI; an address is a field of its own, which the page makes a link."""
    return f"doi:{item['DOI']}" if item.get("DOI") else ""


def _stop(text: str) -> str:
    return text if not text or text[-1] in ".?!" else f"{text}."
