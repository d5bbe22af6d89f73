"""The registry on the site: a list of the calculators, and for each its form, formula, references and last change.

Plain HTML without a script: a form is sent back to its own page, which shows the calculation above it.
"""

from collections.abc import Mapping, Sequence

from assistant.catalogue import Described, tell_input
from assistant.errors import InputError
from assistant.intake.slots import Slot
from assistant.records import Calculation, Given, Missing, Part, Reference
from assistant.web.cards import WATCH_HEAD, show_inputs, show_working, tell_due
from assistant.web.marking import escape, figure, mark_all

HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    '<meta name="color-scheme" content="light dark"><title>Plumbline: {title}</title><link rel="icon" href="{up}page/plumb.svg" type="image/svg+xml">'
    '<link rel="stylesheet" href="{up}page/plumbline.css"></head><body class="handbook registry"><main>'
)
FOOT = "</main></body></html>"


def render_list(described: Sequence[Described]) -> str:
    """The page of all calculators."""
    items = "".join(
        f'<li><a href="calculators/{escape(item.calculator.name)}">{escape(item.heading)}</a> '
        f"<small><code>{escape(item.calculator.name)}</code> {escape(', '.join(slot.label for slot in item.calculator.slots))}</small></li>"
        for item in described
    )
    head = HEAD.format(title="calculators", up="")
    lead = f"<p>{len(described)} calculators. Each shows its formula, its working and its source; nothing is assumed that was not given.</p>"
    return f'{head}<p><a href="./">Back to the questions</a></p><h1>Calculators</h1>{lead}<ul class="catalogue">{items}</ul>{FOOT}'


def render_calculator(item: Described, given: Mapping[str, str]) -> str:
    """The page of one calculator; with inputs given, their calculation or what is wrong with them stands first."""
    each = item.calculator
    shown = _calculate(item, given) if given else ""
    changed = f"<p>Last change: {item.changed.isoformat()}</p>" if item.changed else ""
    newer = (
        f'<p class="notice">A newer version: <a href="{escape(each.superseded_by)}">{escape(each.superseded_by.replace("_", " "))}</a></p>'
        if each.superseded_by
        else ""
    )
    formula = "".join(f"<span>{escape_line(line)}</span>\n" for line in item.formula)
    sources = "".join(f"<li>{escape(work.formatted)}{link(work)}</li>" for work in item.works)
    caveats = "".join(
        f'<p class="notice">{escape(text)}</p>'
        for text in (*each.warnings, *(f"Not for {who}." for who in each.not_for))
    )
    return (
        f'{HEAD.format(title=escape(item.heading), up="../")}<p><a href="../calculators">All calculators</a> · <a href="../">Questions</a></p>'
        f"<h1>{escape(item.heading)}</h1><p>{escape(each.description)}</p>{newer}{shown}"
        f'<form class="inputs" method="post" autocomplete="off">{"".join(show_field(slot, given) for slot in each.slots)}'
        f'<button type="submit">Calculate</button></form>{"" if given else caveats}'
        f'<h2>Formula</h2><pre class="formula">{formula}</pre><h2>Sources</h2><ul>{sources}</ul>{changed}{FOOT}'
    )


def escape_line(line: str) -> str:
    """A line of a formula with its indentation."""
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + escape(bare)


def join_units(slots: Sequence[Slot], sent: Mapping[str, str]) -> dict[str, str]:
    """What was typed for each input, with the unit chosen beside it where none was typed."""
    given: dict[str, str] = {}
    for slot in slots:
        text = sent.get(slot.name, "").strip()
        unit = sent.get(f"{slot.name} unit", "")
        is_bare = not any(char.isalpha() or char in "/%°" for char in text)
        if text:
            given[slot.name] = f"{text} {unit}".strip() if slot.units and is_bare else text
    return given


def _calculate(item: Described, given: Mapping[str, str]) -> str:
    try:
        outcomes = item.calculator.calculate(
            {name: Given(text=text, value=text, origin="form") for name, text in given.items()}
        )
    except InputError as error:
        return f'<p class="notice wrong" role="alert">{mark_all(str(error), "declared")}</p>'
    return "".join(show_missing(o) if isinstance(o, Missing) else show_print(o) for o in outcomes)


def show_missing(outcome: Missing) -> str:
    """What is still to be answered."""
    asked = ", ".join(item.label for item in outcome.inputs)
    return f'<p class="notice" role="status">Still to be answered: {escape(asked)}.</p>'


def show_print(calculation: Calculation) -> str:
    """A calculation with its parts, working, monitoring and warnings."""
    parts = "".join(f"<li>{_part(part)}</li>" for part in calculation.parts)
    meaning = f'<p class="meaning">{escape(calculation.interpretation)}</p>' if calculation.interpretation else ""
    notices = "".join(f'<p class="notice">{escape(text)}</p>' for text in calculation.warnings)
    listed = f'<ul class="parts">{parts}</ul>' if parts else ""
    return (
        f'<section class="calc" role="status"><p class="result">{figure(calculation.result.text, "computed")}</p>'
        f"<p>{mark_all(calculation.sentence, 'computed')}</p>{listed}{meaning}"
        f"<table><tbody>{show_inputs(calculation)}{show_working(calculation)}</tbody></table>{_watches(calculation)}{notices}</section>"
    )


def _part(part: Part) -> str:
    told = "".join(f", {mark_all(text, 'computed')}" for text in (part.volume, part.rate, part.interval) if text)
    return f"<b>{escape(part.label)}</b> {figure(part.text, 'computed')}{told}"


def _watches(calculation: Calculation) -> str:
    rows = "".join(
        f"<tr><td>{mark_all(row.what, 'quoted')}</td><td>{mark_all(row.when, 'quoted')}"
        f"{f' <small>{tell_due(row)}</small>' if row.date else ''}</td><td>{mark_all(row.act_on or '', 'quoted')}</td></tr>"
        for row in calculation.monitoring
    )
    return f'<table class="monitoring"><thead>{WATCH_HEAD}</thead><tbody>{rows}</tbody></table>' if rows else ""


def show_field(slot: Slot, given: Mapping[str, str]) -> str:
    """One input of a form."""
    name, value = escape(slot.name), given.get(slot.name, "")
    need = "" if slot.required else "<small> optional</small>"
    label = f'<label for="field-{name}">{escape(slot.label)}{need}</label>'
    told = f'<small class="range">{mark_all(tell_input(slot), "declared")}</small>'
    if slot.options:
        options = "".join(
            f'<option value="{escape(option)}"{" selected" if option == value else ""}>{escape(option or "choose")}</option>'
            for option in ("", *slot.options)
        )
        told = (
            f'<small class="range">{mark_all(slot.declared.counts, "declared")}</small>' if slot.declared.counts else ""
        )
        return f'<div class="field">{label}<select id="field-{name}" name="{name}">{options}</select>{told}</div>'
    kind = {"date": "date", "moment": "datetime-local"}.get(slot.kind, "text")
    box = f'<input id="field-{name}" name="{name}" type="{kind}" value="{escape(value)}" maxlength="200" autocomplete="off">'
    return f'<div class="field">{label}<span class="pair">{box}{_units(slot, bool(value))}</span>{told}</div>'


def _units(slot: Slot, is_given: bool) -> str:
    """The units to choose from; what was given came back with its own."""
    units = slot.units or ()
    if len(units) < 2:
        return f'<span class="unit">{escape(units[0])}</span>' if units and not is_given else ""
    options = "".join(f'<option value="{escape(unit)}">{escape(unit or "unit")}</option>' for unit in ("", *units))
    return f'<select name="{escape(slot.name)} unit" aria-label="Unit of {escape(slot.label)}">{options}</select>'


def link(work: Reference) -> str:
    """Where a work is found."""
    return f' <a href="https://doi.org/{escape(work.doi)}">doi</a>' if work.doi else ""
