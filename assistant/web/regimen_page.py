"""The regimens on the site: a list of them, and for each its form, all its rows and their sources.

Plain HTML without a script, as the pages of the calculators: a form is sent back to its own page.
"""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence

from assistant.errors import InputError
from assistant.records import Calculation, Document, Given, Missing, Passage, Reference, Refusal
from assistant.regimens import Regimen, render
from assistant.web.calendar import write_calendar
from assistant.web.marking import escape, mark_all
from assistant.web.registry_page import FOOT, HEAD, link, show_field, show_missing, show_print

LONGEST_INITIALS = 3
"""Letters of a region that is written in capitals, as UK and US are."""
_ORDER = {"administration": "What the sources give", "monitoring": "Monitoring", "cautions": "Cautions"}


def render_regimens(held: Sequence[Regimen]) -> str:
    """The page of all regimens, by field."""
    fields: dict[str, list[Regimen]] = {}
    for regimen in held:
        fields.setdefault(render(regimen).field, []).append(regimen)
    parts = "".join(
        f'<h2 id="{escape(field)}">{escape(field.capitalize())}</h2><ul class="catalogue">{"".join(map(_item, members))}</ul>'
        for field, members in sorted(fields.items())
    )
    lead = f"<p>{len(held)} regimens: doses, rates and monitoring as the sources give them, worked out for a patient. A patient outside every row is told so.</p>"
    jump = _jump({field: field.capitalize() for field in sorted(fields)})
    up = '<p><a href="./">Back to the questions</a> · <a href="calculators">Calculators</a></p>'
    return f"{HEAD.format(title='doses', up='')}{up}<h1>Doses and monitoring</h1>{lead}{jump}{parts}{FOOT}"


def _item(regimen: Regimen) -> str:
    indications = ", ".join(dict.fromkeys(group.indication for group in regimen.sheet.groups))
    return (
        f'<li><a href="regimens/{escape(regimen.name)}">{escape(regimen.title)}</a> '
        f"<small>{escape(indications)}</small></li>"
    )


def render_regimen(
    regimen: Regimen, given: Mapping[str, str], region: str | None, works: Mapping[str, Reference]
) -> str:
    """The page of one regimen; with inputs given, what each source says of them or what is wrong with them stands first."""
    document = render(regimen)
    shown = _calculate(regimen, given, region, document) if given else ""
    rows = "".join(_section(document, role, title) for role, title in _ORDER.items())
    cited = dict.fromkeys(key for passage in document.passages for key in passage.citations)
    sources = "".join(f"<li>{escape(works[key].formatted)}{link(works[key])}</li>" for key in cited if key in works)
    again = regimen.sheet.second_reading
    read = f"<p>Read again by {escape(again.by)} on {again.day.isoformat()}.</p>" if again else ""
    status = f"<p>Status: {escape(document.status.replace('_', ' '))}, text of {document.last_updated.isoformat()}.</p>"
    return (
        f'{HEAD.format(title=escape(regimen.title), up="../")}<p><a href="../regimens">All doses</a> · <a href="../">Questions</a></p>'
        f'<h1>{escape(regimen.title)}</h1>{shown}<form class="inputs" id="inputs" method="post" autocomplete="off">'
        f"{''.join(show_field(slot, given) for slot in regimen.slots)}"
        f'<button type="submit">Work out</button></form>{rows}<h2>Sources</h2><ul>{sources}</ul>{read}{status}{FOOT}'
    )


def _calculate(regimen: Regimen, given: Mapping[str, str], region: str | None, document: Document) -> str:
    asked = {name: Given(text=text, value=text, origin="form") for name, text in given.items()}
    try:
        outcomes = regimen.calculate(asked, region)
    except InputError as error:
        return f'<p class="notice wrong" role="alert">{mark_all(str(error), "declared")}</p>'
    missing = show_missing(item for outcome in outcomes if isinstance(outcome, Missing) for item in outcome.inputs)
    said = "".join(_show(outcome, regimen, document) for outcome in outcomes if not isinstance(outcome, Missing))
    jump = _jump({"inputs": "Change what was given", "administration": "All rows"}) if said else ""
    return f"{missing}{jump}{said}"


def _jump(places: Mapping[str, str]) -> str:
    """Links to what stands further down a long page."""
    links = "".join(f'<a href="#{escape(place)}">{escape(text)}</a>' for place, text in places.items())
    return f'<p class="jump">{links}</p>'


def _show(outcome: Calculation | Refusal, regimen: Regimen, document: Document) -> str:
    if isinstance(outcome, Refusal):
        return f'<p class="notice refusal" role="status">{mark_all(outcome.text, "declared")}</p>'
    body = outcome.title.removeprefix(regimen.title).strip().removeprefix("(").removesuffix(")")
    texts = [passage.text for passage in document.passages]
    return show_print(
        outcome, heading=_name(body, outcome.region or ""), sources=texts, follow=_offer_calendar(outcome)
    )


def _name(body: str, region: str) -> str:
    """A body with its region, where its name does not say it."""
    if region.casefold() in re.findall(r"\w+", body.casefold()) or not region:
        return body
    return f"{body}, {region.upper() if len(region) <= LONGEST_INITIALS else region.capitalize()}"


def _offer_calendar(calculation: Calculation) -> str:
    """The schedule of one source as a calendar file, in the link itself: what was typed here is kept nowhere."""
    if not any(row.date for row in calculation.monitoring):
        return ""
    held = b64encode(write_calendar([calculation], None)).decode()
    link = f'href="data:text/calendar;charset=utf-8;base64,{held}" download="schedule.ics"'
    return f'<p class="acts"><a class="calendar" {link}>Schedule as calendar file</a></p>'


def _section(document: Document, role: str, title: str) -> str:
    rows = [passage for passage in document.passages if passage.role == role]
    listed = "".join(_row(passage) for passage in rows)
    return f'<h2 id="{escape(role)}">{escape(title)}</h2><ul>{listed}</ul>' if listed else ""


def _row(passage: Passage) -> str:
    return f"<li>{mark_all(passage.text, 'quoted')}</li>"
