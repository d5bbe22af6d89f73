"""Days that a message names, with what they are of: a last period, or the day that something is counted to."""

import re
from collections.abc import Iterator
from datetime import date, datetime

from assistant.figures import words as w
from assistant.records import Fact

_DAY = re.compile(
    r"(?:(?P<period>\b(?:lmp|last (?:menstrual )?period)\b(?: began| started| was| is| on|:)*)|\b(?:on|as of|at))\s+"
    rf"(?P<day>\d{{4}}-\d\d-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{4}}(?![\d/])|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {w.MONTH},? \d{{4}}|{w.MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})",
    re.IGNORECASE,
)
"""A day beside what it is of."""
_PREGNANCY = re.compile(r"\b(?:lmp|period|gestation\w*|pregnan\w*|weeks)\b", re.IGNORECASE)
"""Words beside which "today" is the day that a pregnancy is counted to."""
_TODAY = re.compile(r"\b(today)\b", re.IGNORECASE)
_MEASURED = re.compile(r"\d\s?(?:mm ?hg|kg|%|°?c|bpm|\w{1,5}/\w{1,3})?\W{0,2}$", re.IGNORECASE)
"""Before "today": a number that was measured today."""
_WRITTEN = re.compile(rf"{w.MONTH}\W+\d{{1,4}}\W*(?:\d{{4}}\W*)?$|\d{{4}}-\d\d-\d\d\W*$", re.IGNORECASE)

_MONTHS = 12


def read_days(message: str) -> Iterator[Fact]:
    """Days that a message names: the year first, the month in letters, or a number that can be no month; never 3/5."""
    for match in _DAY.finditer(message):
        written = match.group("day")
        if day := _read_day(written):
            name = "last_period" if match.group("period") else "on"
            yield Fact(fact=name, text=written, span=match.span("day"), value=day.isoformat())
    for match in _TODAY.finditer(message) if _PREGNANCY.search(message) else ():
        before = message[: match.start()]
        if not _MEASURED.search(before) or _WRITTEN.search(before):
            yield Fact(fact="on", text=match.group(1), span=match.span(1), value=date.today().isoformat())


def _read_day(written: str) -> date | None:
    if slashes := re.fullmatch(r"(\d+)/(\d+)/(\d{4})", written):
        first, second, year = map(int, slashes.groups())
        if first != second and max(first, second) <= _MONTHS:
            return None
        written = f"{year}-{min(first, second):02}-{max(first, second):02}"
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|,", " ", written, flags=re.IGNORECASE)
    for form in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y"):
        try:
            return datetime.strptime(" ".join(plain.split()), form).date()
        except ValueError:
            continue
    return None
