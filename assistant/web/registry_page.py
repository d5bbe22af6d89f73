"""The registry on the site: a list of the calculators, and for each its form, formula, references and last change.

Plain HTML without a script: a form is sent back to its own page, which shows the calculation above it.
"""

from collections.abc import Iterable, Mapping, Sequence

from assistant.catalogue import Described
from assistant.errors import InputError
from assistant.figures import find
from assistant.intake.slots import Slot
from assistant.records import Calculation, Given, Missing, MissingInput, MonitoringRow, Part, Reference
from assistant.web.cards import (
    WATCH_HEAD,
    show_boundary,
    show_inputs,
    show_row,
    show_tier,
    show_volume,
    show_working,
    tell_due,
)
from assistant.web.marking import Wear, escape, figure, mark_all, mark_each

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
        f'<form class="inputs" id="inputs" method="post" autocomplete="off">{"".join(show_field(slot, given) for slot in each.slots)}'
        f'<button type="submit">Calculate</button></form>{"" if given else caveats}'
        f'<h2>Formula</h2><pre class="formula">{formula}</pre><h2>Sources</h2><ul>{sources}</ul>{changed}{FOOT}'
    )


def escape_line(line: str) -> str:
    """A line of a formula with its indentation."""
    bare = line.lstrip(" ")
    return " " * (len(line) - len(bare)) + escape(bare)


def join_units(slots: Sequence[Slot], sent: Mapping[str, str]) -> dict[str, str]:
    """What was typed for each input, with the unit that stands or was chosen beside it where none was typed."""
    given: dict[str, str] = {}
    for slot in slots:
        text = sent.get(slot.name, "").strip()
        units = slot.units or ()
        unit = units[0] if len(units) == 1 else sent.get(f"{slot.name} unit", "")
        is_bare = not any(char.isalpha() or char in "/%°" for char in text)
        if text:
            given[slot.name] = f"{text} {unit}".strip() if units and is_bare else text
    return given


def _calculate(item: Described, given: Mapping[str, str]) -> str:
    try:
        outcomes = item.calculator.calculate(
            {name: Given(text=text, value=text, origin="form") for name, text in given.items()}
        )
    except InputError as error:
        return f'<p class="notice wrong" role="alert">{mark_all(str(error), "declared")}</p>'
    return "".join(show_missing(o.inputs) if isinstance(o, Missing) else show_print(o) for o in outcomes)


def show_missing(inputs: Iterable[MissingInput]) -> str:
    """What is still to be answered; nothing where nothing is."""
    asked = ", ".join(dict.fromkeys(item.label for item in inputs))
    if not asked:
        return ""
    return f'<p class="notice ask" role="status">Still to be answered: {escape(asked)}.</p>'


def show_print(calculation: Calculation, heading: str = "", sources: Sequence[str] = (), follow: str = "") -> str:
    """A calculation with its parts, working, monitoring and warnings; `heading` says whose it is, `sources` are the texts of
    which it may quote, `follow` is what can be done with it."""
    parts = "".join(f"<li>{_part(part, sources)}</li>" for part in calculation.parts)
    meaning = f'<p class="meaning">{escape(calculation.interpretation)}</p>' if calculation.interpretation else ""
    notices = "".join(f'<p class="notice">{mark_all(text, _wear(text, sources))}</p>' for text in calculation.warnings)
    listed = f'<ul class="parts">{parts}</ul>' if parts else ""
    return (
        f'<section class="calc" role="status">{f"<h2>{escape(heading)}</h2>" if heading else ""}'
        f'<p class="result">{figure(calculation.result.text, "computed")}</p>'
        f"<p>{_sentence(calculation)}</p>{listed}{meaning}{show_boundary(calculation)}"
        f"<table><tbody>{show_inputs(calculation)}{show_tier(calculation)}{_cap(calculation)}{show_working(calculation)}</tbody></table>"
        f"{_watches(calculation)}{follow}{notices}</section>"
    )


def _wear(text: str, sources: Sequence[str]) -> Wear:
    return "quoted" if any(text in source for source in sources) else "declared"


def _sentence(calculation: Calculation) -> str:
    """The sentence; of a regimen what was not worked out stands in its row."""
    if calculation.kind == "calculator":
        return mark_all(calculation.sentence, "computed")
    worked = {
        found.text
        for text in (calculation.result.text, *(t for part in calculation.parts for t in (part.text, part.rate) if t))
        for found in find(text)
    }
    return mark_each(calculation.sentence, lambda text: "computed" if text in worked else "quoted")


def _cap(calculation: Calculation) -> str:
    """The row of the maximum: whether it holds the dose."""
    cap = calculation.cap
    if cap is None:
        return ""
    state = "<strong>applied</strong>" if cap.applied else "not reached"
    return show_row("maximum", f"{mark_all(cap.limit, 'quoted')} {state}")


def _part(part: Part, sources: Sequence[str]) -> str:
    volume = f", {show_volume(part.volume)}" if part.volume else ""
    rate = f", {mark_all(part.rate, 'computed')}" if part.rate else ""
    interval = f", {mark_all(part.interval, 'quoted' if sources else 'computed')}" if part.interval else ""
    return f"<b>{escape(part.label)}</b> {figure(part.text, 'computed')}{volume}{rate}{interval}"


def _due(row: MonitoringRow) -> str:
    return f' <small class="due">{tell_due(row)}</small>' if row.date else ""


def _watches(calculation: Calculation) -> str:
    rows = "".join(
        f"<tr><td>{mark_all(row.what, 'quoted')}</td><td>{mark_all(row.when, 'quoted')}"
        f"{_due(row)}</td><td>{mark_all(row.act_on or '', 'quoted')}</td></tr>"
        for row in calculation.monitoring
    )
    return f'<table class="monitoring"><thead>{WATCH_HEAD}</thead><tbody>{rows}</tbody></table>' if rows else ""


def show_field(slot: Slot, given: Mapping[str, str]) -> str:
    """One input of a form."""
    name, value = escape(slot.name), given.get(slot.name, "")
    need = "" if slot.required else "<small> optional</small>"
    label = f'<label for="field-{name}">{escape(slot.label)}{need}</label>'
    hint = _hint(slot)
    told = f'<small class="range" id="hint-{name}">{mark_all(hint, "declared")}</small>' if hint else ""
    more = f' aria-describedby="hint-{name}"' if hint else ""
    if slot.options:
        options = "".join(
            f'<option value="{escape(option)}"{" selected" if option == value else ""}>{escape(option or "choose")}</option>'
            for option in ("", *slot.options)
        )
        return f'<div class="field">{label}<select id="field-{name}" name="{name}"{more}>{options}</select>{told}</div>'
    kind = {"date": "date", "moment": "datetime-local"}.get(slot.kind, "text")
    bare, unit = _part_from_unit(slot, value)
    box = f'<input id="field-{name}" name="{name}" type="{kind}" value="{escape(bare)}" maxlength="200" autocomplete="off"{more}>'
    return f'<div class="field">{label}<span class="pair">{box}{_units(slot, unit)}</span>{told}</div>'


def _hint(slot: Slot) -> str:
    """What is taken, and what exactly counts; a choice shows its options itself, and a browser how it takes a day."""
    if slot.kind == "number":
        others = (slot.units or ())[1:]
        taken = f"{slot.accepted} (also in {', '.join(others)})" if others else slot.accepted
    else:
        taken = "in words; “none known” where there are none" if slot.kind == "words" else ""
    return "; ".join(text for text in (taken, slot.declared.counts) if text)


def _part_from_unit(slot: Slot, value: str) -> tuple[str, str]:
    """What was given as its box and its unit take it back: nothing of it is lost where they cannot be told apart."""
    for unit in slot.units or ():
        bare = value.removesuffix(f" {unit}") if unit else value
        if bare != value and bare.strip() and not any(char.isalpha() for char in bare):
            return bare, unit
    return value, ""


def _units(slot: Slot, given: str) -> str:
    """The unit, or the units to choose from, with the one that was given."""
    units = slot.units or ()
    if len(units) < 2:
        return f'<span class="unit">{escape(units[0])}</span>' if units and units[0] else ""
    options = "".join(
        f'<option value="{escape(unit)}"{" selected" if unit and unit == given else ""}>{escape(unit or "unit")}</option>'
        for unit in ("", *units)
    )
    return f'<select name="{escape(slot.name)} unit" aria-label="Unit of {escape(slot.label)}">{options}</select>'


def link(work: Reference) -> str:
    """Where a work is found."""
    return f' <a href="https://doi.org/{escape(work.doi)}">doi</a>' if work.doi else ""
