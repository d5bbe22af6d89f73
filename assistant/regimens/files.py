"""Read a folder of regimen files: each is taken whole or refused with the line of what is wrong, and the others load."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from assistant.errors import CorpusError
from assistant.records import Reference
from assistant.regimens.checks import check_sheet
from assistant.regimens.citations import check_citations
from assistant.regimens.contract import Regimen
from assistant.regimens.proof import Fault, Location
from assistant.regimens.schema import Sheet

ENDINGS = (".yaml", ".yml")
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The loader in C where the platform has it: sixty files are read whenever the assistant starts."""


def load_all(
    folder: Path, works: Mapping[str, Reference] | None = None, proved: bool = False
) -> tuple[tuple[Regimen, ...], tuple[CorpusError, ...]]:
    """The regimens of a folder and what was refused, each with path and line; every citation is one of the `works`, where given.

    `proved`: the rules, whose proof takes most of a start, are not proved again; for a caller that keeps only what an index holds
    that was made of these files by this code.
    """
    regimens: dict[str, Regimen] = {}
    refusals: list[CorpusError] = []
    for path in _list_files(folder):
        regimen, faults = load(path, folder, works, proved)
        if regimen and regimen.id in regimens:
            faults = (CorpusError(path, 1, f"regimen {regimen.id} is also {regimens[regimen.id].path}"),)
        elif regimen:
            regimens[regimen.id] = regimen
        refusals += faults
    return tuple(regimens.values()), tuple(refusals)


def load(
    path: Path, folder: Path, works: Mapping[str, Reference] | None = None, proved: bool = False
) -> tuple[Regimen | None, tuple[CorpusError, ...]]:
    """The regimen of one file, or every fault that keeps it from being one."""
    try:
        raw = path.read_bytes()
        sheet = _read_sheet(raw, path)
    except CorpusError as error:
        return None, (error,)
    except (OSError, UnicodeDecodeError) as error:
        return None, (CorpusError(path, 1, f"cannot be read: {error}"),)
    broken = (*(() if proved else _prove(raw, path)), *(check_citations(sheet, works) if works is not None else ()))
    if broken or sheet.id != path.stem:
        node, _ = read_yaml(raw.decode("utf-8-sig"), path)
        faults = [CorpusError(path, find_line(node, fault.where), fault.reason) for fault in broken]
        if sheet.id != path.stem:
            faults.append(
                CorpusError(path, find_line(node, ("id",)), f"the file is called {path.name}, its id is {sheet.id}")
            )
        return None, tuple(sorted(faults, key=lambda fault: fault.line))
    relative = path.relative_to(folder.parent).as_posix()
    return Regimen(sheet, relative, hashlib.sha256(raw).hexdigest()), ()


@lru_cache(maxsize=1024)
def _read_sheet(raw: bytes, path: Path) -> Sheet:
    """What these bytes hold, read once in a process. Raises `CorpusError` and `UnicodeDecodeError`."""
    node, data = read_yaml(raw.decode("utf-8-sig"), path)
    return _validate(data, node, path)


@lru_cache(maxsize=1024)
def _prove(raw: bytes, path: Path) -> tuple[Fault, ...]:
    """The rules that these bytes break, proved once in a process, however often a desk is laid."""
    return tuple(check_sheet(_read_sheet(raw, path)))


def find_line(node: yaml.Node, where: Location) -> int:
    """The line of a place in a file, counted from one; of what is not there, the line of what should hold it."""
    line = node.start_mark.line
    for part in where:
        found = _find_child(node, part)
        if found is None:
            break
        line, node = found
    return line + 1


def _find_child(node: yaml.Node, part: str | int) -> tuple[int, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        return node.value[part].start_mark.line, node.value[part]
    return None


def _list_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in ENDINGS and path.is_file() and not hidden:
            yield path


def read_yaml(text: str, path: Path) -> tuple[yaml.Node, Any]:
    """The file as nodes with their lines, and as values. Raises `CorpusError`."""
    try:
        node = yaml.compose(text, LOADER)
        data = yaml.load(text, LOADER)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        reason = re.sub(r"\s+", " ", str(getattr(error, "problem", None) or error))
        raise CorpusError(path, (mark.line if mark else 0) + 1, f"not YAML: {reason}") from error
    if not isinstance(node, yaml.MappingNode):
        raise CorpusError(path, 1, "a regimen file holds fields, each with a name and a value")
    _refuse_twice(node, path)
    return node, data


def _refuse_twice(node: yaml.Node, path: Path) -> None:
    """YAML lets a later field of the same name win in silence; here it is refused."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _refuse_twice(item, path)
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                raise CorpusError(path, key.start_mark.line + 1, f"{key.value} is given twice")
            seen.add(key.value)
            _refuse_twice(value, path)


def _validate(data: Any, node: yaml.Node, path: Path) -> Sheet:
    try:
        return Sheet.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = tuple(first["loc"])
        shown = ".".join(str(part) for part in where)
        raise CorpusError(path, find_line(node, where), f"{shown}: {_say(first)}") from error


def _say(fault: Any) -> str:
    """What is wrong with a field, in the words of the file rather than of the validator."""
    if fault["type"] == "missing":
        return "is missing"
    if fault["type"] == "extra_forbidden":
        return "is not a field of a regimen file"
    if fault["type"] == "string_type":
        return f"is {fault['input']!r}, not text; set it in quotes"
    return str(fault["msg"])
