"""The ages that a statement is for, and whether a patient's is among them."""

import re
from collections.abc import Iterator

_N = r"(\d+(?:\.\d+)?)"
_UNIT = r"(years?|months?|weeks?)"
_BANDS = (
    (re.compile(rf"(?<!every )(?<!for )\b{_N}\s?(?:–|-|to)\s?{_N}\s{_UNIT}\b", re.IGNORECASE), "between"),
    (re.compile(rf"\b(?:from|over|above|at least|aged?)\s{_N}\s{_UNIT}\b", re.IGNORECASE), "from"),
    (re.compile(rf"\b{_N}\s{_UNIT}\s(?:and|or)\s(?:over|older|above|more)\b", re.IGNORECASE), "from"),
    (re.compile(rf"\b(?:under|below|up to|younger than)\s{_N}\s{_UNIT}\b", re.IGNORECASE), "under"),
)
_YEARS = {"year": 1.0, "month": 1 / 12, "week": 7 / 365.25}
OLDEST = 150.0
_ONLY = re.compile(r"\bonly (?:(?:for|in|to|from|above|over|at)\b)", re.IGNORECASE)
"""What a statement allows from an age on only, it forbids the younger: it is for them as well."""


def fits_age(text: str, years: float) -> bool:
    """Whether a statement may be for a patient of this age: it names none, or one that holds it. A band of whole years goes on to
    the next birthday, as people speak: "1–4 years" holds four and a half."""
    bands = list(_read_bands(text))
    return not bands or bool(_ONLY.search(text)) or any(low <= years < high for low, high in bands)


def _read_bands(text: str) -> Iterator[tuple[float, float]]:
    for pattern, kind in _BANDS:
        for found in pattern.finditer(text):
            *ends, unit = found.groups()
            step = _YEARS[unit.casefold().rstrip("s")]
            first = float(ends[0]) * step
            if kind == "between":
                yield first, (float(ends[1]) + 1) * step
            elif kind == "from":
                yield first, OLDEST
            else:
                yield 0.0, first
