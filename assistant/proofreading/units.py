"""Every figure of a statement has its unit, or is of a kind that has none: a pH, a ratio, a score, a year, a number of things."""

import re
from collections.abc import Iterator, Sequence

from assistant.figures import Figure, Kind, find
from assistant.library.documents import Line
from assistant.proofreading.heads import Breach
from assistant.records import Passage

UNITLESS = re.compile(
    r"\b(?:pH|INR|RR|OR|HR|CI|I2|SD|ratios?|odds|scores?|index|points?|scale|GCS|grades?|class|stage|step|level|number (?:of \w+ )?needed|equation|"
    r"factors?|coefficient|specific gravity|z-score|page|part|strong|forte|sandocal|NEWS|AVPU|CURB|ASA)\b",
    re.I,
)
"""What is measured without a unit, or numbered; it stands before the figure, in the same sentence."""
YEAR = re.compile(r"(?:19|20)\d\d(?:[–/-]\d{2,4})?")
COUNTED = re.compile(
    r"\s*(?:\+|[-–]?\s?(?!(?:and|or|to|in|at|by|for|with|over|if|is|are|was|on|from|then|as)\b)[^\W\d_]{2,})"
)
"""The thing that is counted, or the unit, after the figure."""
RANGE = re.compile(r"\s*(?:and|or|to|–|-|,|:|/)\s*$")
"""What joins a figure to the next, whose unit is its own too: 9 to under 12 mmol/L."""
DIGIT_LAST = re.compile(r"\d\W*$")


def check_units(lines: Sequence[Line]) -> Iterator[Breach]:
    """The figures that stand bare; the fields of a regimen's row carry their units by its pattern."""
    for line in lines:
        for passage in line.passages:
            if passage.regimen is not None:
                continue
            for figure in find_bare(passage):
                yield line.block.line, f"the figure {figure.text!r} has no unit: what is it {figure.text} of?"


def find_bare(passage: Passage) -> list[Figure]:
    """The figures of a statement, or of each position of a row, that have no unit and are no count, year or number of a scale."""
    texts = [position.text for position in passage.positions] or [passage.text]
    return [figure for text in texts for figure in _find_bare(text)]


def _find_bare(text: str) -> list[Figure]:
    figures = [f for f in find(text) if f.kind is not Kind.NAME]
    bare = [f for f in figures if f.kind is Kind.COUNT and DIGIT_LAST.search(f.text) and not _has_unit(f, text)]
    return [f for f in bare if not _shares_unit(f, figures, bare, text)]


def _has_unit(figure: Figure, text: str) -> bool:
    digits = figure.text.strip("<>≤≥ ")
    before = text[: figure.start]
    return bool(YEAR.fullmatch(digits) or COUNTED.match(text, figure.end) or UNITLESS.search(before))


def _shares_unit(figure: Figure, figures: Sequence[Figure], bare: Sequence[Figure], text: str) -> bool:
    """Whether the next figure follows as the other end of a range, and has a unit."""
    after = next((f for f in figures if f.start >= figure.end), None)
    return after is not None and after not in bare and bool(RANGE.search(text[figure.end : after.start]))
