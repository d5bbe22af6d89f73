"""Read how much a patient smokes: cigarettes a day, and for how many years."""

import re
from collections.abc import Iterator

from assistant.records import Fact

_SMOKES = re.compile(r"\b(?:ex-?)?(?:smok\w+|cig\w*|fags?)\b", re.IGNORECASE)
_A_DAY = re.compile(r"(?<![\w./])(?P<n>\d{1,3})\s?(?:cig\w*|fags?)?\s?(?:/|\ba\b|\bper\b)\s?(?:day\b|d\b)|(?<![\w./])(?P<m>\d{1,3})\s?(?:cig\w*|fags)\s?daily", re.IGNORECASE)  # fmt: skip
_YEARS = re.compile(r"(?:\bfor|\bx|×|\bsmok\w+\s(?:for\s)?|\bover|,)\s?(?P<n>\d{1,2})\s?(?:y(?:ea)?rs?|y)\b(?!\W*old|\W*ago)", re.IGNORECASE)  # fmt: skip


def read_habits(message: str) -> Iterator[Fact]:
    """Cigarettes a day and years of smoking: only where both are said, for neither tells without the other."""
    if not _SMOKES.search(message):
        return
    day = _A_DAY.search(message)
    years = _YEARS.search(message, day.end()) if day else None
    if day is None or years is None or years.start() - day.end() > len(", has smoked"):
        return
    name = "n" if day["n"] else "m"
    yield Fact(fact="cigarettes_per_day", text=day[name], span=day.span(name), value=float(day[name]))
    span = (years.start("n"), years.end())
    yield Fact(fact="years_smoked", text=message[slice(*span)], span=span, value=float(years["n"]), unit="years")
