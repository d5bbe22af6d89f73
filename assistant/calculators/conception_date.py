"""The day of conception from the last period: a convention."""

from datetime import date, timedelta
from typing import Annotated

from assistant.calculators.contract import Day, Measure, Result, Vector, calculator


@calculator(
    title="Estimated date of conception from the last period",
    synonyms=("date of conception", "conception date", "day of conception", "when was the conception"),
    result=Result("date"),
    reference=("definition-cycle-length-dating", "acog-700"),
    says="By the last period the estimated date of conception is {result}.",
    warnings=(
        "Without a length of the cycle the convention takes the usual length, with ovulation in its middle.",
        "An estimate: an irregular cycle is not accounted for.",
    ),
    vectors=(
        # 1 + 14
        Vector({"last_period": "2026-01-01"}, "15 January 2026", by="hand"),
        # 35 − 14 = 21 days after: 22 January
        Vector({"last_period": "2026-01-01", "cycle_length": "35 days"}, "22 January 2026", by="hand"),
        # 24 − 14 = 10 days after 20 February of a leap year: nine to the 29th, then 1 March
        Vector({"last_period": "2024-02-20", "cycle_length": "24 days"}, "1 March 2024", by="hand"),
    ),
)
def conception_date(
    last_period: Annotated[date, Day("date on which the last period began")],
    cycle_length: Annotated[float, Measure("days", low=20, high=45, whole=True, means="usual length of the cycle")]
    | None = None,
) -> date:
    """The day of ovulation that the convention takes for that of conception."""
    later = 0 if cycle_length is None else cycle_length - 28
    return last_period + timedelta(14 + later)
