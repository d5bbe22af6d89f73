"""Whether a level that the clinician gave lies in the band of which a statement speaks; it only orders what is quoted."""

from collections.abc import Sequence
from functools import lru_cache
from math import inf

from assistant.errors import PlumblineError
from assistant.figures import Kind, find
from assistant.figures.quantities import Quantity, convert, is_same_kind, read_print
from assistant.records import Fact


def fits_levels(text: str, levels: Sequence[Fact]) -> int:
    """1 when a level lies in a band of the text, -1 when it lies outside all bands for it, 0 when there is none."""
    verdicts = [verdict for fact in levels if (verdict := _fits(text, fact)) is not None]
    return 0 if not verdicts else 1 if any(verdicts) else -1


def _fits(text: str, fact: Fact) -> bool | None:
    if fact.fact.split()[0] not in text.lower() or not isinstance(fact.value, float | int):
        return None
    bands = [band for band in _bands(text) if not fact.unit or is_same_kind(band.unit, fact.unit, fact.fact)]
    inside = [band.low <= _in(band, fact) <= band.high for band in bands if not band.is_exact]
    return any(inside) if inside else None


def _in(band: Quantity, fact: Fact) -> float:
    value = float(fact.value or 0)
    return convert(value, fact.unit, band.unit, fact.fact) if fact.unit else value


@lru_cache(maxsize=8192)
def _bands(text: str) -> tuple[Quantity, ...]:
    """The bands and limits of a text that are levels."""
    found = []
    for figure in find(text):
        if figure.kind is not Kind.LEVEL:
            continue
        try:
            quantity = read_print(figure.text)
        except PlumblineError:
            continue
        if quantity.unit and (quantity.low, quantity.high) != (-inf, inf):
            found.append(quantity)
    return tuple(found)
