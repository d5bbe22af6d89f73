"""How a result is settled, put in a unit system, judged by its bands and printed: rounded once, and never across a band."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.calculators.declarations import Band, Finding, Result
from assistant.figures.quantities import convert, is_same_kind, show, show_number, show_range
from assistant.intake.taking import Taken
from assistant.records import Result as PrintedResult

MOST_PLACES_MORE = 4
"""Decimal places by which a value beside the edge of a band is printed more exactly."""


def settle(finding: Finding) -> Finding:
    """The finding without binary noise: 101.9 − (73.1 + 37.3) is −8.5, which floats miss by enough to tip its half."""
    return replace(finding, value=float(f"{finding.value:.12g}"))


def in_system_of(taken: Mapping[str, Taken], finding: Finding, result: Result) -> tuple[Result, Finding]:
    """The finding in the unit system of the input that it follows."""
    if not result.like or finding.unit != result.unit:
        return result, finding
    unit = taken[result.like].unit
    form = next((form for form in (result, *result.others) if is_same_kind(unit, form.unit)), result)
    return form, Finding(convert(finding.value, finding.unit, form.unit, result.analyte), form.unit)


def find_band(bands: Sequence[Band], value: float) -> Band | None:
    """The band in which a value lies."""
    return next((band for band in bands if value < band.below), None)


def put(finding: Finding, form: Result, bands: Sequence[Band] = ()) -> tuple[str, PrintedResult]:
    """The result as printed, and as it is kept: a value, or a range without a value."""
    unit = finding.unit or None
    if finding.high is not None:
        text = show_range(finding.value, finding.high, finding.unit, form.places)
        return text, PrintedResult(value=None, low=finding.value, high=finding.high, unit=unit, text=text)
    is_whole = finding.unit == "points" and finding.value == int(finding.value)
    places = 0 if is_whole else _find_places(finding, form, bands)
    text = show(finding.value, finding.unit, places)
    return text, PrintedResult(value=finding.value, unit=unit, text=text)


def _find_places(finding: Finding, form: Result, bands: Sequence[Band]) -> int | None:
    """The decimal places of the form, or more where its rounding would carry the value into another band."""
    if form.places is None or not bands:
        return form.places
    own = find_band(bands, finding.value)
    for more in range(MOST_PLACES_MORE):
        rounded = float(show_number(finding.value, form.places + more).replace(",", ""))
        if find_band(bands, rounded) is own:
            return form.places + more
    return form.places + MOST_PLACES_MORE


def unrounded(finding: Finding, form: Result) -> str:
    """The value before its rounding, with two more digits than are printed; "" where there is nothing to round."""
    if form.places is None:
        return f"{show_number(finding.value, significant=5)} {finding.unit}".rstrip()
    if finding.unit == "points" or finding.value == round(finding.value, form.places):
        return show(finding.value, finding.unit, form.places)
    return show(finding.value, finding.unit, form.places + 2)
