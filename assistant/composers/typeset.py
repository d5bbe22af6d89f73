"""Set a draft that passed the gate: handles become figures, each with its place and provenance; citations get numbers."""

from dataclasses import dataclass, field
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


@dataclass
class _Press:
    """What grows while a page is set."""

    material: Material
    markdown: str = ""
    figures: list[AnswerFigure] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    cited: dict[str, list[str]] = field(default_factory=dict)

    def set_statement(self, statement: DraftStatement, lead: str) -> None:
        numbers = self._number(statement)
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
            return "calculation", CalculationSource(calculation=int(key))
        if entry.origin.kind == "question":
            return "question", FactSource(fact=int(key))
        return "declaration", DeclarationSource(calculator=key)

    def _number(self, statement: DraftStatement) -> tuple[int, ...]:
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


def typeset(draft: Draft, material: Material) -> Setting:
    """The page of a draft. The bottom line comes first, then the sections in the draft's order."""
    press = _Press(material)
    bottom = [s for s in draft.statements if s.role == "bottom_line"]
    for index, statement in enumerate(bottom):
        press.set_statement(statement, " " if index else "")
    bottom_line = press.markdown
    sections = [Section(role="bottom_line", title=ROLES["bottom_line"], open=True)] if bottom else []
    rest = [s for s in draft.statements if s.role != "bottom_line"]
    for role, members in groupby(rest, key=lambda s: s.role):
        sections.append(Section(role=role, title=ROLES[role], open=role in draft.open_roles))
        _set_section(press, role, list(members))
    return Setting(
        markdown=press.markdown,
        bottom_line=bottom_line,
        sections=tuple(sections),
        statements=tuple(press.statements),
        figures=tuple(press.figures),
        citations=tuple(_citation(n, key, press) for n, key in enumerate(press.cited, start=1)),
    )


def _set_section(press: _Press, role: Role, members: list[DraftStatement]) -> None:
    press.markdown += f"\n\n### {ROLES[role]}\n" if press.markdown else f"### {ROLES[role]}\n"
    for heading, statements in groupby(members, key=lambda s: s.heading):
        if heading:
            press.markdown += f"\n**{heading}**\n"
        for statement in statements:
            press.set_statement(statement, "\n- ")


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
