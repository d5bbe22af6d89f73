"""Set a draft that passed the gate: handles become figures, each with its place and provenance; citations get numbers."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from assistant.composers.draft import Draft, DraftStatement, Material
from assistant.figures import Entry, Kind
from assistant.records import (
    ROLES,
    AnswerFigure,
    CalculationSource,
    Citation,
    CitedPassage,
    DeclarationSource,
    FactSource,
    Passage,
    PassageSource,
    Role,
    Section,
    Statement,
)

_UNMARKED = (Kind.NAME, Kind.UNIT, Kind.TEXT)
"""Kinds that need no span: they hold no quantity."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The printed page of an answer."""

    markdown: str
    bottom_line: str
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    figures: tuple[AnswerFigure, ...]
    citations: tuple[Citation, ...]
    banner: tuple[int, ...] = ()
    """The numbers of what the banner quotes."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What answers one question of a page. Where a page answers several, `heading` names the question, `facts` are the places of this
    sheet's facts among all of them, and `first` is the number of calculations before its own."""

    draft: Draft
    material: Material
    heading: str | None = None
    facts: tuple[int, ...] = ()
    first: int = 0


@dataclass
class _Press:
    """What grows while a page is set."""

    sheet: Sheet
    markdown: str = ""
    figures: list[AnswerFigure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    cited: dict[str, list[str]] = field(default_factory=dict)

    @property
    def material(self) -> Material:
        """What the sheet in hand is made of."""
        return self.sheet.material

    def set_statement(self, statement: DraftStatement, lead: str) -> None:
        numbers = self.number(statement)
        self.markdown += lead
        start, first = len(self.markdown), len(self.figures)
        for piece in self.material.ledger.pieces(statement.text):
            if isinstance(piece, str):
                self.markdown += piece
            else:
                self._set_figure(piece)
        text = self.markdown[start:]
        if numbers:
            self.markdown += " " + "".join(f"[{number}]" for number in numbers)
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}",
                role=statement.role,
                heading=statement.heading,
                text=text,
                citations=numbers,
                figures=tuple(figure.id for figure in self.figures[first:]),
            )
        )

    def _set_figure(self, entry: Entry) -> None:
        start = len(self.markdown)
        self.markdown += entry.text
        if entry.kind in _UNMARKED:
            return
        origin, source = self._source(entry)
        self.figures.append(
            AnswerFigure(
                id=f"f{len(self.figures) + 1}",
                text=entry.text,
                start=start,
                end=len(self.markdown),
                origin=origin,
                source=source,
            )
        )

    def _source(self, entry: Entry):  # type: ignore[no-untyped-def]
        key = entry.origin.key
        if entry.origin.kind == "passage":
            number = self._reference_number(self.material.passages[key].citations[0])
            return "passage", PassageSource(citation=number, passage=key, start=entry.start, end=entry.end)
        if entry.origin.kind == "calculation":
            return "calculation", CalculationSource(calculation=self.sheet.first + int(key))
        if entry.origin.kind == "question":
            return "question", FactSource(fact=self.sheet.facts[int(key)] if self.sheet.facts else int(key))
        return "declaration", DeclarationSource(calculator=key)

    def number(self, statement: DraftStatement) -> tuple[int, ...]:
        """The numbers of the references of a statement, given in order of first use."""
        numbers: list[int] = []
        for reference_id in statement.references:
            self.cited.setdefault(reference_id, [])
            numbers.append(self._reference_number(reference_id))
        for passage_id in statement.cites:
            for reference_id in self.material.passages[passage_id].citations:
                passages = self.cited.setdefault(reference_id, [])
                if passage_id not in passages:
                    passages.append(passage_id)
                numbers.append(self._reference_number(reference_id))
        return tuple(sorted(set(numbers)))

    def _reference_number(self, reference_id: str) -> int:
        return list(self.cited).index(reference_id) + 1


def typeset(draft: Draft, material: Material, banner: str = "") -> Setting:
    """The page of a draft. The bottom line comes first, then the sections in the draft's order; `banner` is the id of a passage
    that is quoted above them."""
    statements = [s for s in draft.statements if s.role != "bottom_line"]
    return typeset_several((Sheet(draft, material),), tuple(dict.fromkeys(s.role for s in statements)), banner)


def typeset_several(sheets: Sequence[Sheet], roles: Sequence[Role], banner: str = "") -> Setting:
    """The page of several sheets: the bottom line of each in turn, then the sections of all in the order of `roles`."""
    press = _Press(sheets[0])
    for sheet in sheets:
        press.sheet = sheet
        _set_bottom_line(press, [s for s in sheet.draft.statements if s.role == "bottom_line"])
    bottom_line = press.markdown
    sections = [Section(role="bottom_line", title=ROLES["bottom_line"], open=True)] if bottom_line else []
    for role in roles:
        is_open = any(role in sheet.draft.open_roles for sheet in sheets)
        sections.append(Section(role=role, title=ROLES[role], open=is_open))
        _set_section(press, role, sheets)
    above: tuple[int, ...] = ()
    if owner := next((sheet for sheet in sheets if banner in sheet.material.passages), None):
        press.sheet = owner
        above = press.number(DraftStatement("bottom_line", "", (banner,)))
    return Setting(
        markdown=press.markdown,
        bottom_line=bottom_line,
        sections=tuple(sections),
        statements=tuple(press.statements),
        figures=tuple(press.figures),
        citations=tuple(_citation(n, key, press) for n, key in enumerate(press.cited, start=1)),
        banner=above,
    )


def _set_bottom_line(press: _Press, statements: Sequence[DraftStatement]) -> None:
    heading = press.sheet.heading
    if heading and statements:
        press.markdown += f"\n\n**{heading}**\n" if press.markdown else f"**{heading}**\n"
    for index, statement in enumerate(statements):
        named = replace(statement, heading=heading) if heading else statement
        press.set_statement(named, " " if index else "")


def _set_section(press: _Press, role: Role, sheets: Sequence[Sheet]) -> None:
    press.markdown += f"\n\n### {ROLES[role]}\n" if press.markdown else f"### {ROLES[role]}\n"
    for sheet in sheets:
        press.sheet = sheet
        members = [_under(sheet.heading, s) for s in sheet.draft.statements if s.role == role]
        for heading, statements in groupby(members, key=lambda s: s.heading):
            if heading:
                press.markdown += f"\n**{heading}**\n"
            for statement in statements:
                press.set_statement(statement, "\n- ")


def _under(heading: str | None, statement: DraftStatement) -> DraftStatement:
    """A statement under the heading of its question, where the page answers several."""
    if heading is None:
        return statement
    return replace(statement, heading=f"{heading} › {statement.heading}" if statement.heading else heading)


def _citation(number: int, reference_id: str, press: _Press) -> Citation:
    reference = press.material.references[reference_id]
    passages = (press.material.passages[key] for key in press.cited[reference_id])
    return Citation(
        number=number,
        reference_id=reference_id,
        passages=tuple(_cited(passage) for passage in passages),
        **reference.model_dump(include=_SHARED),
    )


_SHARED = {
    "type",
    "depth",
    "population",
    "region",
    "year",
    "verified",
    "formatted",
    "doi",
    "pmid",
    "url",
    "superseded_by",
}


def _cited(passage: Passage) -> CitedPassage:
    return CitedPassage(**passage.model_dump(include=set(CitedPassage.model_fields)))
