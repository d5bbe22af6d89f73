"""The due date from the last period, by the convention that the American College of Obstetricians and Gynecologists states."""

from datetime import date, timedelta
from typing import Annotated

from assistant.calculators.contract import Day, Measure, Result, Vector, calculator


@calculator(
    title="Estimated due date from the last period",
    synonyms=("due date", "estimated due date", "EDD", "estimated date of delivery"),
    result=Result("date"),
    reference=("acog-700", "definition-cycle-length-dating"),
    says="By the last period the estimated due date is {result}.",
    warnings=(
        "Without a length of the cycle the convention takes the usual length, with ovulation in its middle.",
        "An estimate by dates: ultrasound in early pregnancy may call for another date.",
    ),
    vectors=(
        # 2026-01-01 is day 1 of the year; + 280 = day 281: September ends with day 273, so 8 October
        Vector({"last_period": "2026-01-01"}, "8 October 2026", by="hand"),
        # four days longer than 28: 12 October
        Vector({"last_period": "2026-01-01", "cycle_length": "32 days"}, "12 October 2026", by="hand"),
        # three days shorter: 5 October
        Vector({"last_period": "2026-01-01", "cycle_length": "25 days"}, "5 October 2026", by="hand"),
        # across the 29th of February: 2023-06-01 is day 152; 365 − 152 = 213 days are left of 2023; 280 − 213 = 67;
        # of 2024 January 31 + February 29 = 60, so 7 March
        Vector({"last_period": "2023-06-01", "cycle_length": "28 days"}, "7 March 2024", by="hand"),
    ),
)
def estimated_due_date(
    last_period: Annotated[date, Day("date on which the last period began")],
    cycle_length: Annotated[float, Measure("days", low=20, high=45, whole=True, means="usual length of the cycle")]
    | None = None,
) -> date:
    """The day on which birth is expected, counted from the last period and moved by an unusual length of the cycle."""
    later = 0 if cycle_length is None else cycle_length - 28
    return last_period + timedelta(280 + later)
