"""The references of an answer: numbered, typed, with the passages that were quoted and the figures used in them marked."""

from collections.abc import Iterable

from assistant.records import Answer, Citation, CitedPassage, PassageSource, Statement
from assistant.web.marking import Mark, escape, mark

TYPES = {
    "guideline": "Guideline",
    "research": "Research",
    "label": "Product label",
    "local": "Local protocol",
    "definition": "Definition",
}
DEPTHS = {"full-text": "full text", "abstract": "abstract only", "secondary": "secondary source"}
STATUSES = {
    "submitted": "Awaiting review",
    "under_review": "Under review",
    "approved": "Approved",
    "rejected": "Rejected",
}


def anchor(answer: Answer, number: int, passage: int | None = None) -> str:
    """The id of a reference, or of one of its passages; unique on a page that holds many answers."""
    tail = "" if passage is None else f"-{passage}"
    return f"cite-{escape(answer.id)}-{number}{tail}"


def cite(answer: Answer, numbers: Iterable[int | str], statement: Statement | None = None) -> str:
    """Markers, each leading to the passage that a statement rests on, or else to the reference."""
    return "".join(_marker(answer, number, statement) for number in numbers)


def _marker(answer: Answer, number: int | str, statement: Statement | None) -> str:
    citation = next((c for c in answer.citations if c.number == number), None)
    if citation is None:
        return ""
    target = anchor(answer, citation.number, _passage_of(answer, citation, statement))
    return f'<a class="cite" href="#{target}" title="{escape(_kind(citation))}">[{citation.number}]</a>'


def _passage_of(answer: Answer, citation: Citation, statement: Statement | None) -> int | None:
    """Which passage of a reference a statement rests on: that of its figures, or the one that holds its words."""
    if statement is None or not citation.passages:
        return 0 if citation.passages else None
    used = {
        f.source.passage for f in answer.figures if f.id in statement.figures and isinstance(f.source, PassageSource)
    }
    for place, passage in enumerate(citation.passages):
        if passage.id in used or statement.text in passage.text:
            return place
    return 0


def render_references(answer: Answer) -> str:
    """The list of references, folded; each with its link and its passages."""
    if not answer.citations:
        return ""
    items = "".join(_reference(answer, citation) for citation in answer.citations)
    count = f"{len(answer.citations)} cited"
    return f'<details class="references"><summary>References <span>{count}</span></summary><ol>{items}</ol></details>'


def _reference(answer: Answer, citation: Citation) -> str:
    passages = "".join(_passage(answer, citation, place) for place in range(len(citation.passages)))
    return (
        f'<li class="evidence" id="{anchor(answer, citation.number)}"><span class="n">[{citation.number}]</span> '
        f'<small class="kind">{escape(_kind(citation))}</small>{passages}'
        f'<p class="work">{escape(citation.formatted)}{_links(citation)}</p></li>'
    )


def _kind(citation: Citation) -> str:
    parts = [TYPES[citation.type]]
    if citation.type != "definition":
        parts.append(DEPTHS[citation.depth])
    if citation.year:
        parts.append(str(citation.year))
    if citation.population != "human":
        parts.append("animal study" if citation.population == "animal" else "laboratory study")
    if citation.verified == "partly":
        parts.append("partly verified")
    if citation.superseded_by:
        parts.append("replaced by a newer edition")
    return " · ".join(parts)


def _links(citation: Citation) -> str:
    links = []
    if citation.doi:
        links.append((f"https://doi.org/{citation.doi}", f"doi:{citation.doi}"))
    if citation.pmid:
        links.append((f"https://pubmed.ncbi.nlm.nih.gov/{citation.pmid}/", f"PubMed {citation.pmid}"))
    if citation.url and not citation.doi and citation.url.startswith(("https://", "http://")):
        links.append((citation.url, "source"))
    return "".join(
        f' <a class="out" href="{escape(href)}" target="_blank" rel="noopener noreferrer">{escape(text)}</a>'
        for href, text in links
    )


def _passage(answer: Answer, citation: Citation, place: int) -> str:
    passage = citation.passages[place]
    return (
        f'<div class="passage" id="{anchor(answer, citation.number, place)}">'
        f"<p>{mark(passage.text, _used(answer, passage))}</p>"
        f'<small class="where">{escape(_where(passage))}</small></div>'
    )


def _used(answer: Answer, passage: CitedPassage) -> list[Mark]:
    """The figures of a passage that the answer quotes."""
    sources = [(f.text, f.source) for f in answer.figures if isinstance(f.source, PassageSource)]
    return [
        Mark(source.start, source.end, "quoted")
        for text, source in sources
        if source.passage == passage.id and passage.text[source.start : source.end] == text
    ]


def _where(passage: CitedPassage) -> str:
    path = passage.section
    if not path.startswith(passage.document_title):
        path = f"{passage.document_title} › {path}" if path else passage.document_title
    page = f" · page {passage.page}" if passage.page else ""
    return f"{path}{page} · {STATUSES[passage.review_status].lower()} · updated {passage.last_updated.isoformat()}"
