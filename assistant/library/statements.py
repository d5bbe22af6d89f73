"""One statement as it is written: its words, the citations at its end, and the regimen rows that it includes."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.records import Population, Reference

CITED = re.compile(r"\s*\[(@[\w.:-]+(?:\s*;\s*@[\w.:-]+)*)\]\s*$")
INCLUDE = re.compile(r"\{\{regimen:(?P<row>[a-z0-9-]+#[a-z0-9-]+)(?:\.(?P<field>[a-z_]+))?\}\}")


@dataclass(frozen=True)
class Included:
    """What an include stands for: the text of a regimen row, or of one field of it. `citations` are the row's own;
    `regimen` is REGIMEN#ROW when the whole row is meant."""

    text: str
    citations: tuple[str, ...] = ()
    regimen: str | None = None
    population: Population = "any"


Expand = Callable[[str], Included]
"""REGIMEN#ROW or REGIMEN#ROW.field to what it stands for. Raises `LookupError` when there is none."""


class StatementError(Exception):
    """A statement breaks a rule; the reader adds file and line."""


@dataclass(frozen=True)
class Desk:
    """What reading a statement needs: the bibliography and the regimens."""

    references: Mapping[str, Reference]
    expand: Expand


@dataclass(frozen=True)
class Statement:
    """A statement as it will be quoted."""

    text: str
    citations: tuple[str, ...]
    regimen: str | None = None
    population: Population = "any"


def read_statement(written: str, desk: Desk, cited: bool = True) -> Statement:
    """Read a statement; `cited` says whether it has to name its source. Raises `StatementError`."""
    _refuse_brackets(written)
    whole = INCLUDE.fullmatch(written.strip())
    if whole and not whole["field"]:
        return _included(whole["row"], desk)
    found = CITED.search(written)
    citations = tuple(key.strip()[1:] for key in found[1].split(";")) if found else ()
    _check_citations(citations, desk, cited)
    words = written[: found.start()].strip() if found else written.strip()
    return Statement(_expand_fields(words, citations, desk), citations)


def _refuse_brackets(written: str) -> None:
    if "[[" in written or "]]" in written:
        raise StatementError("double square brackets are kept for handles")
    if re.search(r"[{}]", INCLUDE.sub("", written)):
        raise StatementError("braces are kept for includes: {{regimen:ID#ROW}} or {{regimen:ID#ROW.field}}")


def _included(row: str, desk: Desk) -> Statement:
    included = _look_up(row, desk)
    _check_citations(included.citations, desk, True)
    return Statement(included.text, included.citations, included.regimen or row, included.population)


def _check_citations(citations: tuple[str, ...], desk: Desk, cited: bool) -> None:
    if cited and not citations:
        raise StatementError("uncited statement: end it with [@reference]")
    if len(set(citations)) < len(citations):
        raise StatementError("the same reference is cited twice")
    for key in citations:
        if key not in desk.references:
            raise StatementError(f"reference {key} is not in references.json")


def _expand_fields(words: str, citations: tuple[str, ...], desk: Desk) -> str:
    if not words:
        raise StatementError("a citation without a statement")
    if re.search(r"\[@|@[a-z]+[a-z0-9-]*\]", words):
        raise StatementError("citations stand at the very end, in one pair of brackets: [@a; @b]")

    def replace(match: re.Match[str]) -> str:
        name = match["row"] + (f".{match['field']}" if match["field"] else "")
        if not match["field"]:
            raise StatementError(f"{{{{regimen:{name}}}}} is a whole row: it stands alone in its list item")
        included = _look_up(name, desk)
        if included.citations and not set(included.citations) & set(citations):
            raise StatementError(f"{name} rests on {', '.join(included.citations)}, which the statement does not cite")
        return included.text

    return INCLUDE.sub(replace, words)


def _look_up(name: str, desk: Desk) -> Included:
    try:
        return desk.expand(name)
    except LookupError as error:
        raise StatementError(f"no regimen row or field is called {name}") from error
