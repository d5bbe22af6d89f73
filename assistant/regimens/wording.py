"""The sentences of a regimen: one fixed pattern writes the row that is quoted and the sentence that fills it for a patient.

Both come from the same clauses, so that what the sentence quotes stands verbatim in the row.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from assistant.figures import find
from assistant.regimens.dosing import list_steps
from assistant.regimens.intervals import Interval
from assistant.regimens.people import describe
from assistant.regimens.schema import Dose, Group, Sheet, Step, Tier, Watch

_ROUTES = {
    "intravenous": "intravenously",
    "intramuscular": "intramuscularly",
    "oral": "orally",
    "subcutaneous": "subcutaneously",
    "inhaled": "by inhalation",
    "nebulised": "by nebuliser",
    "rectal": "rectally",
    "intraosseous": "intraosseously",
    "intranasal": "intranasally",
    "buccal": "buccally",
}
_CLAUSES = (
    ("given_as", ", as {}"),
    ("rate", ", at {}"),
    ("rate_max", ", maximum rate {}"),
    ("titration", ", {}"),
    ("concentration_max", ", maximum strength {}"),
    ("dilution", ", diluted to {}"),
    ("interval", ", {}"),
    ("duration", ", for {}"),
    ("daily_max", ", maximum total {}"),
    ("daily_cap", ", ceiling of that total {}"),
    ("total_max", ", maximum over all repeats {}"),
)
"""The fields of a row in the order in which they are said. No word here is a comparator: the figure would take it along."""

Put = Callable[[str, str], str]
"""Takes the name and text of a field, gives what stands in the sentence: the text itself, or a placeholder."""


@dataclass
class Blank:
    """Puts placeholders and keeps what belongs into them."""

    quotes: dict[str, str] = field(default_factory=dict)

    def __call__(self, name: str, text: str) -> str:
        self.quotes[name] = text
        return f"{{{name}}}"

    def cover(self, text: str) -> str:
        """The text with each name that holds a figure, such as a vitamin's, behind a placeholder."""
        parts, last = [], 0
        for figure in find(text):
            parts += [text[last : figure.start], self(f"name_{_letter(len(self.quotes))}", figure.text)]
            last = figure.end
        return "".join([*parts, text[last:]])


def write_row(sheet: Sheet, group: Group, tier: Tier) -> str:
    """The row as it is indexed, cited and quoted: a sentence that stands alone and names its body."""
    subject = f"{write_subject(group, tier)}{_write_source(group, tier)}"
    if tier.refuse:
        return f"{subject}: {tier.refuse}"
    verbatim: Put = lambda _, text: text  # noqa: E731
    dose = f" {write_dose(tier.dose, 'dose', verbatim)}" if tier.dose else ""
    cap = write_limits(tier.dose, "", verbatim) if tier.dose else ""
    over = f"{',' if cap else ''} over {tier.over}" if tier.over else ""
    body = "".join(_write_clauses(tier, verbatim))
    return f"{subject}: {sheet.drug}{dose} {write_route(sheet)}{cap}{over}{body} ({group.body})."


def write_says(sheet: Sheet, group: Group, tier: Tier) -> tuple[str, dict[str, str]]:
    """The row as a sentence for a patient, without figures: its placeholders, and the text that belongs into each."""
    blank = Blank()
    dose = ""
    if tier.dose:
        grows = tier.dose.amount is None
        dose = " {result}" if grows else f" {write_dose(tier.dose, 'dose', blank)}"
    head = blank.cover(f"{write_subject(group, tier)}: give {sheet.drug}")
    route = blank.cover(f" {write_route(sheet)}") + (f" over {blank('over', tier.over)}" if tier.over else "")
    body = "".join(_write_clauses(tier, blank))
    if tier.dose is None and tier.rate and "/kg" in tier.rate:
        body, blank.quotes = body.replace("{rate}", "{result}"), {k: v for k, v in blank.quotes.items() if k != "rate"}
    cap = write_limits(tier.dose, "dose ", blank).replace(",", ";", 1) if tier.dose else ""
    return f"{head}{dose}{route}{body}{cap}{blank.cover(f' ({group.body}).')}", blank.quotes


def write_subject(group: Group, tier: Tier) -> str:
    """The people of a row with what they have: `Adult with hypokalaemia, peripheral line`."""
    people, rest = describe(group, tier)
    return _capital(f"{people} with {group.indication}{f', {rest}' if rest else ''}")


def write_heading(group: Group, tier: Tier) -> str:
    """The heading under which a row stands; adults and children are never under one."""
    return _capital(f"{describe(group, tier)[0]} with {group.indication}, {group.body}")


def write_limits(dose: Dose, noun: str, put: Put) -> str:
    """The least and the most of a dose, and the weight above which it no longer grows."""
    named = (("max", dose.max, f"maximum {noun}"), ("min", dose.min, f"minimum {noun}"),
             ("weight_max", dose.weight_max, "heaviest weight counted "))  # fmt: skip
    return "".join(f", {words}{put(name, text)}" for name, text, words in named if text)


def write_dose(dose: Dose, name: str, put: Put) -> str:
    """A dose as its row prints it."""
    text = put(name, dose.amount or dose.per_kg or dose.per_m2 or "")
    beside = f" ({put(f'{name}_same_as', dose.same_as)})" if dose.same_as else ""
    return f"{text}{beside}{' ' + put(f'{name}_per_day', 'daily') if dose.per == 'day' else ''}"


def write_watch(sheet: Sheet, row: Watch, group: Group | None) -> str:
    """A monitoring row as a sentence that stands alone."""
    drug = f"{sheet.route} {sheet.drug}"
    acting = f"; act on {row.act_on}" if row.act_on else ""
    if group is None:
        return f"On {drug}: {row.what}, {row.when}{acting}."
    people = describe(group, group.tiers[0])[0] if len(group.tiers) == 1 else group.population
    who = "patient" if people == "any" else {"pregnancy": "pregnant woman"}.get(people, people)
    return f"{_capital(who)} with {group.indication} on {drug}: {row.what}, {row.when}{acting} ({group.body})."


def write_reading(group: Group, tier: Tier) -> str:
    """What we decided of a row's edges, beside the source's own words."""
    written = f", as written: {tier.as_written}" if tier.as_written else ""
    return f"{write_subject(group, tier)} ({group.body}{written}), how the row is read here: {tier.reading}"


def write_route(sheet: Sheet) -> str:
    """The route as an adverb."""
    return _ROUTES.get(sheet.route, f"by the {sheet.route} route")


def _write_source(group: Group, tier: Tier) -> str:
    """The source's own words for the people of a row, where the label does not say them already."""
    if tier.as_written:
        known = set(_words(f"{tier.label} {group.population}"))
        return "" if set(_words(tier.as_written)) <= known else f" (as written: {tier.as_written})"
    bands = [_write_band(group, name, str(written)) for name, written in tier.when.items() if group.needs[name].covers]
    kept = [band for band in bands if band]
    return f" ({', '.join(kept)})" if kept else ""


def _write_band(group: Group, name: str, written: str) -> str:
    need = group.needs[name]
    band = Interval.read(written)
    if need.covers and band == Interval.read(need.covers):
        return ""
    return f"{name.replace('_', ' ')} {band.describe(need.unit or '')}"


def _write_clauses(tier: Tier, put: Put) -> Iterator[str]:
    for name, pattern in _CLAUSES:
        if text := getattr(tier, name):
            yield pattern.format(put(name, text))
    for name, step in list_steps(tier):
        label = f"{step.label} " if step.label else ""
        yield f"; then {label}{_write_step(step, name, put)}"
    if tier.repeat:
        yield f"; repeat {put('repeat', tier.repeat)}"
    for place, other in enumerate(tier.alternatives):
        name = f"alternative_{_letter(place)}"
        cap = f", maximum {put(f'{name}_max', other.dose.max)}" if other.dose.max else ""
        often = f" {put(f'{name}_interval', other.interval)}" if other.interval else ""
        yield f"; if {other.when}, {write_dose(other.dose, name, put)}{cap}{often}"


def _write_step(step: Step, name: str, put: Put) -> str:
    parts = [write_dose(step.dose, f"{name}_dose", put)] if step.dose else []
    parts += [f"over {put(f'{name}_over', step.over)}"] if step.over else []
    parts += [put(f"{name}_rate", step.rate)] if step.rate else []
    parts += [put(f"{name}_interval", step.interval)] if step.interval else []
    parts += [f"for {put(f'{name}_duration', step.duration)}"] if step.duration else []
    limits = write_limits(step.dose, "", lambda key, text: put(f"{name}_{key}", text)) if step.dose else ""
    limits += f", maximum rate {put(f'{name}_rate_max', step.rate_max)}" if step.rate_max else ""
    limits += f", diluted to {put(f'{name}_dilution', step.dilution)}" if step.dilution else ""
    return " ".join(parts) + limits


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _letter(place: int) -> str:
    return chr(ord("a") + place)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
