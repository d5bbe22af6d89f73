"""Gestational age by the last period: a count of days."""

from datetime import date
from typing import Annotated

from assistant.calculators.contract import Day, Finding, Measure, Result, Vector, calculator
from assistant.figures.quantities import show
from assistant.records import Part

SAID = "By the last period the gestational age is {weeks} ({result})."


@calculator(
    title="Gestational age from the last period",
    synonyms=(
        "gestational age",
        "how many weeks is she",
        "weeks of gestation",
        "how many weeks pregnant",
        "weeks pregnant",
    ),
    result=Result("days", places=0, within=Measure("days", low=0, high=315), laid_to="on"),
    reference="definition-gestational-age",
    says="By the last period the gestational age is {result}.",
    warnings=("By dates only: not corrected for the length of the cycle nor for ultrasound.",),
    vectors=(
        # January 31 + February 28 + March 31 = 90 days from 1 January to 1 April: 12 weeks and 6 days
        Vector({"last_period": "2026-01-01", "on": "2026-04-01"}, "90 days", by="hand"),
        # the day itself
        Vector({"last_period": "2026-01-01", "on": "2026-01-01"}, "0 days", by="hand"),
        # across the 29th of February: 29 − 1 = 28 to the 29th, 29 to 1 March
        Vector({"last_period": "2024-02-01", "on": "2024-03-01"}, "29 days", by="hand"),
        # 40 weeks
        Vector({"last_period": "2026-01-01", "on": "2026-10-08"}, "280 days", by="hand"),
    ),
)
def gestational_age(
    last_period: Annotated[date, Day("date on which the last period began")],
    on: Annotated[date, Day("date for which the age is wanted")],
) -> Finding:
    """The days of a pregnancy since the last period began, as weeks and days besides."""
    elapsed = (on - last_period).days
    return Finding(elapsed, "days", (_part(elapsed),), SAID, {"weeks": _in_weeks(elapsed)})


def _in_weeks(elapsed: int) -> str:
    """The age as it is said on the ward."""
    weeks, days = divmod(elapsed, 7)
    return f"{show(weeks, 'weeks', 0)} {show(days, 'days', 0)}"


def _part(elapsed: int) -> Part:
    return Part(label="completed weeks and days", text=_in_weeks(elapsed))
