"""Monitoring as a calendar file (iCalendar, RFC 5545): one event for each row that has a time, repeated as often as it is due.

Times carry no zone: they are of the place where the drug is given.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from assistant.errors import NothingToSchedule
from assistant.records import Calculation, MonitoringRow

if TYPE_CHECKING:
    from icalendar import Event

_DURATION = re.compile(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?")
LASTS = timedelta(minutes=10)
LONGEST = timedelta(days=7)
"""How far a row that has no end is repeated."""


def write_calendar(calculations: Sequence[Calculation], start: datetime | None) -> bytes:
    """The calendar of the monitoring of regimens; `start` is when they are started, where they do not say it.

    Raises `NothingToSchedule` where nothing can be put into a calendar.
    """
    from icalendar import Calendar

    regimens = [one for one in calculations if one.kind == "regimen"]
    events = [event for one in regimens for event in _list_events(one, start)]
    if not events:
        raise NothingToSchedule(_say_why(regimens, start))
    calendar = Calendar()
    calendar.add("prodid", "-//Plumbline//Monitoring//EN")
    calendar.add("version", "2.0")
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _say_why(regimens: Sequence[Calculation], start: datetime | None) -> str:
    timed = any(row.baseline or row.after or row.every for one in regimens for row in one.monitoring)
    if timed and start is None:
        return "The schedule needs a start: give start=, a date with the year first, then T and a time"
    return "This holds no regimen whose source times its monitoring"


def _list_events(calculation: Calculation, start: datetime | None) -> Iterator["Event"]:
    for place, row in enumerate(calculation.monitoring):
        first = row.date or (start + _first(row) if start and (row.baseline or row.after or row.every) else None)
        if first is not None:
            yield _event(calculation, place, first)
            if row.baseline and row.every:  # at the start, and then again
                again = row.model_copy(update={"baseline": False})
                yield _event(calculation, place, first + _first(again), again)


def _event(calculation: Calculation, place: int, first: datetime, row: MonitoringRow | None = None) -> "Event":
    """The event of a row, which is that of its place unless it is given."""
    from icalendar import Event

    row = row or calculation.monitoring[place]
    source = calculation.passages[0] if calculation.passages else calculation.calculator
    event = Event()
    event.add("uid", f"{source}-{place}-{first:%Y%m%dT%H%M}@plumbline")
    event.add("dtstamp", datetime.now(UTC))
    event.add("dtstart", first)
    event.add("dtend", first + LASTS)
    event.add("summary", f"{row.what} ({calculation.title})")
    told = [row.when, f"act on {row.act_on}" if row.act_on else "", calculation.sentence]
    event.add("description", "\n".join(text for text in told if text))
    if row.every and not row.baseline:
        event.add("rrule", _rule(row, first))
    return event


def _rule(row: MonitoringRow, first: datetime) -> dict[str, object]:
    """How a row is repeated: until its end, counted from the start, or for a week where the source gives none."""
    last = first - _first(row) + read_duration(row.until) if row.until else first + LONGEST
    minutes = round(read_duration(row.every).total_seconds() / 60)
    return {"freq": "MINUTELY", "interval": minutes, "until": last}


def _first(row: MonitoringRow) -> timedelta:
    return timedelta(0) if row.baseline else read_duration(row.after or row.every)


def read_duration(text: str | None) -> timedelta:
    """A duration of days, hours and minutes as ISO 8601 writes it; nought where there is none."""
    found = _DURATION.fullmatch(text or "P")
    days, hours, minutes = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return timedelta(days=days, hours=hours, minutes=minutes)
