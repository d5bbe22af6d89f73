"""Every dose that is held, with its source and how well that was seen, as one page (`make catalogue`)."""

from collections.abc import Iterator, Mapping, Sequence

from assistant.records import Passage, Reference
from assistant.regimens.contract import Regimen
from assistant.regimens.rendering import render

_SEEN = {"full-text": "its own text", "abstract": "its abstract", "secondary": "quoted by others"}
_KINDS = {
    "local": "hospital",
    "definition": "definition",
    "guideline": "guideline",
    "label": "label",
    "research": "study",
}
_HEAD = """# The doses

{regimens} regimens with {rows} rows, generated from the files of `corpus/regimens` (`make catalogue`); how to write one: [writing-a-regimen.md](writing-a-regimen.md).
What was looked for and is not held: [not-in-our-sources.md](not-in-our-sources.md).

The last column is the grade of the evidence: what kind of work it is, and how much of it was seen when the row was written. "In part" marks a
work of which the identifier, the edition or a section could not be seen.
"""


def write_doses(held: Sequence[Regimen], works: Mapping[str, Reference]) -> str:
    """The page: a table for each regimen, a line for each of its rows."""
    documents = [(regimen, _rows(regimen)) for regimen in sorted(held, key=lambda one: one.sheet.id)]
    head = _HEAD.format(regimens=len(documents), rows=sum(len(rows) for _, rows in documents))
    return "\n".join([head, *("\n".join(_table(regimen, rows, works)) for regimen, rows in documents)])


def _rows(regimen: Regimen) -> list[Passage]:
    tiers = {f"{regimen.sheet.id}#{tier.id}" for group in regimen.sheet.groups for tier in group.tiers}
    return [passage for passage in render(regimen).passages if passage.id in tiers]


def _table(regimen: Regimen, rows: Sequence[Passage], works: Mapping[str, Reference]) -> Iterator[str]:
    yield f"## {regimen.title}\n"
    yield "| dose | source | seen |\n|--|--|--|"
    for row in rows:
        cited = [works[key] for key in row.citations if key in works]
        yield f"| {row.text} | {', '.join(f'`{work.id}`' for work in cited)} | {'; '.join(dict.fromkeys(map(grade, cited)))} |"
    again = regimen.sheet.second_reading
    read = f"\nSecond reading, {again.day.isoformat()}: {again.found}" if again else "\nNot yet read a second time."
    yield f"{read}\n"


def grade(work: Reference) -> str:
    """What kind of work it is and how much of it was seen: "label, its own text, in part"."""
    partly = ", in part" if work.verified == "partly" else ""
    return f"{_KINDS[work.type]}, {_SEEN[work.depth]}{partly}"
