"""Monitoring as a schedule: when each row is first due, how often again, until when; with a date when a start was given."""

from datetime import datetime, timedelta

from assistant.figures.units import find_factor
from assistant.records import MonitoringRow
from assistant.regimens.amounts import read_moment
from assistant.regimens.schema import Watch


def plan_watch(row: Watch, start: datetime | None) -> MonitoringRow:
    """A monitoring row with its durations; `date` is when it is first due, for a row that has any."""
    after, every = _read(row.after), _read(row.every)
    first = timedelta(0) if row.baseline else after or every
    return MonitoringRow(
        what=row.what,
        when=row.when,
        baseline=row.baseline,
        after=write_duration(after),
        every=write_duration(every),
        until=write_duration(_read(row.until)),
        date=start + first if start is not None and first is not None else None,
        act_on=row.act_on,
        citations=row.citations,
    )


def _read(text: str | None) -> timedelta | None:
    if text is None:
        return None
    found = read_moment(text)
    return timedelta(seconds=float(found.low * find_factor(found.unit, "s")))


def write_duration(length: timedelta | None) -> str | None:
    """A duration as ISO 8601 writes it: `PT6H`, `P2DT30M`."""
    if length is None:
        return None
    minutes = round(length.total_seconds() / 60)
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    time = "".join(f"{count}{letter}" for count, letter in ((hours, "H"), (minutes, "M")) if count)
    return f"P{f'{days}D' if days else ''}{f'T{time}' if time or not days else ''}" if time or days else "PT0M"
