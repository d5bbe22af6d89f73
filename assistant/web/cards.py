"""The card of a calculation: what went in and whence, what came out, how, up to which maximum, on whose authority."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import chain, repeat

from assistant.records import Answer, Calculation, CalculationInput, MonitoringRow, Part
from assistant.web.calendar import read_duration
from assistant.web.marking import Wear, escape, figure, mark_all, mark_each
from assistant.web.sources import cite

WATCH_HEAD = '<tr><th scope="col">Monitor</th><th scope="col">When</th><th scope="col">Act on</th></tr>'
ORIGINS = {
    "question": "from your question",
    "earlier": "from earlier",
    "form": "from the form",
    "fhir": "from the record",
    "host": "from the host page",
    "caller": "as given",
}


def render_calculation(answer: Answer, calculation: Calculation) -> str:
    """The card."""
    cites = cite(answer, calculation.references)
    in_parts = calculation.kind == "regimen" and calculation.parts and calculation.result.value is None
    result = "" if in_parts else _result(calculation)
    region = f' <small class="region">{escape(calculation.region.upper())}</small>' if calculation.region else ""
    return (
        f'<section class="calc" id="calc-{escape(answer.id)}-{answer.calculations.index(calculation)}">'
        f"<h3>{_name(calculation)}{region}</h3>{result}{_parts(answer, calculation.parts)}{_interpretation(calculation)}"
        f"<table><tbody>{show_inputs(calculation)}{show_tier(calculation)}{_cap(answer, calculation)}{show_working(calculation)}"
        f"</tbody></table>{show_boundary(calculation)}{_monitoring(answer, calculation.monitoring)}"
        f'{_warnings(answer, calculation)}<p class="authority">{_authority(calculation, cites)}</p>'
        f'<div class="acts"><button class="change">Change inputs</button>{_calendar(answer, calculation)}</div></section>'
    )


def _calendar(answer: Answer, calculation: Calculation) -> str:
    """The link to the schedule as a calendar file, where a start was given."""
    if not any(row.date for row in calculation.monitoring):
        return ""
    return f'<a class="calendar" href="api/v1/answers/{escape(answer.id)}/schedule.ics" download>Schedule as calendar file</a>'


def _name(calculation: Calculation) -> str:
    """The title, after the usual name where that holds a digit."""
    known = calculation.quotes.get("known_as")
    return f"{escape(known)}: {escape(calculation.title)}" if known else escape(calculation.title)


def _result(calculation: Calculation) -> str:
    return f'<p class="result">{figure(calculation.result.text, "computed")}</p>'


def _authority(calculation: Calculation, cites: str) -> str:
    what = "Formula" if calculation.kind == "calculator" else "Dose table"
    return f"{what} {cites}" if cites else ""


def _interpretation(calculation: Calculation) -> str:
    return (
        f'<p class="meaning">{mark_all(calculation.interpretation, "declared")}</p>'
        if calculation.interpretation
        else ""
    )


def show_row(label: str, cell: str) -> str:
    """A row of the table of a calculation."""
    return f'<tr><th scope="row">{escape(label)}</th><td>{cell}</td></tr>'


def show_inputs(calculation: Calculation) -> str:
    """Rows of what went in and whence it came."""
    return "".join(show_row(name.replace("_", " "), _input(item)) for name, item in calculation.inputs.items())


def _input(item: CalculationInput) -> str:
    return f"{figure(item.text, 'yours')} <small>{ORIGINS[item.origin]}</small>"


def show_tier(calculation: Calculation) -> str:
    """The row of the band that was chosen, and why."""
    tier = calculation.tier
    if tier is None:
        return ""
    why = f" <small>{_mark_own(tier.why, calculation)}</small>" if tier.why else ""
    return show_row("band", f"{mark_all(tier.chosen, 'declared')}{why}")


def _mark_own(text: str, calculation: Calculation) -> str:
    """A text of the regimen in which the person's figures come back: those are theirs, the others its declared bounds."""
    own = {item.text for item in calculation.inputs.values()}
    return mark_each(text, lambda figure: "yours" if figure in own else "declared")


def show_boundary(calculation: Calculation) -> str:
    """The notice that a patient is near an end that we decided."""
    near = calculation.tier.near_boundary if calculation.tier else None
    return f'<p class="notice">{mark_all(near, "declared")}</p>' if near else ""


def _cap(answer: Answer, calculation: Calculation) -> str:
    cap = calculation.cap
    if cap is None:
        return ""
    state = "<strong>applied</strong>" if cap.applied else "not reached"
    return show_row("maximum", f"{_mark_told(answer, cap.limit)} {state}")


def _mark_told(answer: Answer, text: str, otherwise: Wear = "declared") -> str:
    """A text of the print: quoted where a cited passage holds it verbatim."""
    quoted = any(text in passage.text for citation in answer.citations for passage in citation.passages)
    return mark_all(text, "quoted" if quoted else otherwise)


def show_working(calculation: Calculation) -> str:
    """The row of the working, if there is one."""
    if not calculation.steps:
        return ""
    return show_row(
        "working", "<br>".join(f'<span class="working">{escape(step)}</span>' for step in calculation.steps)
    )


def _parts(answer: Answer, parts: Sequence[Part]) -> str:
    if not parts:
        return ""
    return f'<ul class="parts">{"".join(f"<li>{_part(answer, part)}</li>" for part in parts)}</ul>'


def _part(answer: Answer, part: Part) -> str:
    volume = f", {show_volume(part.volume)}" if part.volume else ""
    told = "".join(f", {_mark_told(answer, text, 'computed')}" for text in (part.rate, part.interval) if text)
    return f"<b>{escape(part.label)}</b> {figure(part.text, 'computed')}{volume}{told}"


def show_volume(text: str) -> str:
    """What is drawn up is calculated; the strength of the product, which follows, is what the regimen declares."""
    wears = chain[Wear](["computed"], repeat("declared"))
    return mark_each(text, lambda _: next(wears))


def _monitoring(answer: Answer, rows: Sequence[MonitoringRow]) -> str:
    if not rows:
        return ""
    body = "".join(_monitoring_row(answer, row) for row in rows)
    return f'<table class="monitoring"><thead>{WATCH_HEAD}</thead><tbody>{body}</tbody></table>'


def tell_due(row: MonitoringRow) -> str:
    """When a row is first due, and until when it goes on."""
    if row.date is None:
        return ""
    start = row.date - (timedelta(0) if row.baseline else read_duration(row.after or row.every))
    until = f", until {start + read_duration(row.until):%d %b %H:%M}" if row.until else ""
    return f"first {row.date:%a %d %b %H:%M}{until}"


def _monitoring_row(answer: Answer, row: MonitoringRow) -> str:
    act = mark_all(row.act_on, "quoted") if row.act_on else ""
    when = mark_all(row.when, "quoted") + (f" <small>{tell_due(row)}</small>" if row.date else "")
    return f"<tr><td>{mark_all(row.what, 'quoted')}</td><td>{when}</td><td>{act}{cite(answer, row.citations)}</td></tr>"


def _warnings(answer: Answer, calculation: Calculation) -> str:
    """The warnings, unless the answer says them already as statements."""
    said = {statement.text for statement in answer.statements}
    fresh = [text for text in calculation.warnings if text not in said]
    return "".join(f'<p class="notice">{_mark_told(answer, text)}</p>' for text in fresh)
