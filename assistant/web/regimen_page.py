"""The regimens on the site: a list of them, and for each its form, all its rows and their sources.

Plain HTML without a script, as the pages of the calculators: a form is sent back to its own page.
"""

from collections.abc import Mapping, Sequence

from assistant.errors import InputError
from assistant.records import Calculation, Document, Given, Missing, Passage, Reference, Refusal
from assistant.regimens import Regimen, render
from assistant.web.marking import escape, mark_all
from assistant.web.registry_page import FOOT, HEAD, link, show_field, show_missing, show_print

_ORDER = {"administration": "What the sources give", "monitoring": "Monitoring", "cautions": "Cautions"}


def render_regimens(held: Sequence[Regimen]) -> str:
    """The page of all regimens, by field."""
    fields: dict[str, list[Regimen]] = {}
    for regimen in held:
        fields.setdefault(render(regimen).field, []).append(regimen)
    parts = "".join(
        f'<h2>{escape(field.capitalize())}</h2><ul class="catalogue">{"".join(map(_item, members))}</ul>'
        for field, members in sorted(fields.items())
    )
    lead = f"<p>{len(held)} regimens: doses, rates and monitoring as the sources give them, worked out for a patient. A patient outside every row is told so.</p>"
    up = '<p><a href="./">Back to the questions</a> · <a href="calculators">Calculators</a></p>'
    return f"{HEAD.format(title='doses', up='')}{up}<h1>Doses and monitoring</h1>{lead}{parts}{FOOT}"


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
    shown = _calculate(regimen, given, region) if given else ""
    document = render(regimen)
    rows = "".join(_section(document, role, title) for role, title in _ORDER.items())
    cited = dict.fromkeys(key for passage in document.passages for key in passage.citations)
    sources = "".join(f"<li>{escape(works[key].formatted)}{link(works[key])}</li>" for key in cited if key in works)
    again = regimen.sheet.second_reading
    read = f"<p>Read again by {escape(again.by)} on {again.day.isoformat()}.</p>" if again else ""
    status = f"<p>Status: {escape(document.status.replace('_', ' '))}, text of {document.last_updated.isoformat()}.</p>"
    return (
        f'{HEAD.format(title=escape(regimen.title), up="../")}<p><a href="../regimens">All doses</a> · <a href="../">Questions</a></p>'
        f'<h1>{escape(regimen.title)}</h1>{shown}<form class="inputs" method="post" autocomplete="off">'
        f"{''.join(show_field(slot, given) for slot in regimen.slots)}"
        f'<button type="submit">Work out</button></form>{rows}<h2>Sources</h2><ul>{sources}</ul>{read}{status}{FOOT}'
    )


def _calculate(regimen: Regimen, given: Mapping[str, str], region: str | None) -> str:
    asked = {name: Given(text=text, value=text, origin="form") for name, text in given.items()}
    try:
        outcomes = regimen.calculate(asked, region)
    except InputError as error:
        return f'<p class="notice wrong" role="alert">{mark_all(str(error), "declared")}</p>'
    return "".join(_show(outcome) for outcome in outcomes)


def _show(outcome: Calculation | Missing | Refusal) -> str:
    if isinstance(outcome, Missing):
        return show_missing(outcome)
    if isinstance(outcome, Refusal):
        return f'<p class="notice" role="status">{mark_all(outcome.text, "declared")}</p>'
    return show_print(outcome)


def _section(document: Document, role: str, title: str) -> str:
    rows = [passage for passage in document.passages if passage.role == role]
    listed = "".join(_row(passage) for passage in rows)
    return f"<h2>{escape(title)}</h2><ul>{listed}</ul>" if listed else ""


def _row(passage: Passage) -> str:
    return f"<li>{mark_all(passage.text, 'quoted')}</li>"
