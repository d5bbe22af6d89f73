"""An Answer as the article that a person reads: one line of HTML, inert but for ids and classes that the script knows."""

import re
from itertools import groupby

from assistant.records import Answer, AnswerPosition, Disagreement, Fact, MissingInput, Section, Statement
from assistant.web.cards import render_calculation
from assistant.web.marking import escape, figure, mark_all, mark_statement, place_statements
from assistant.web.sources import STATUSES, cite, render_references


def render_question(question: str, understood: tuple[Fact, ...] = ()) -> str:
    """The bubble of a question, with what was understood of it as chips."""
    chips = "".join(dict.fromkeys(_chip(fact) for fact in understood))
    box = f'<div class="understood">{chips}</div>' if chips else ""
    return f'<div class="asked"><p>{escape(question)}</p>{box}</div>'


NO_CHIP = frozenset({"stated"})
"""Facts that are no part of the patient: what a question takes for right."""
_MARKS = {"suspected": "? ", "family_history": "family: ", "drug": "medicine "}
"""What stands before a fact that is told in words."""


def _chip(fact: Fact) -> str:
    if fact.fact in NO_CHIP:
        return ""
    measured = fact.value is not None and (fact.unit is not None or not isinstance(fact.value, str))
    name = fact.fact.replace("_", " ")
    is_bare = measured or fact.text in ("yes", "no")
    said = f"{name} {fact.text}" if is_bare and name not in fact.text.lower() else fact.text
    earlier = " earlier" if fact.origin == "earlier" else ""
    note = " <small>from earlier</small>" if earlier else ""
    if measured and fact.when:
        return f'<span class="chip then" title="Earlier: not used">{escape(said)} <small>{escape(fact.when)}</small></span>'
    mark = "no " if fact.negated else _MARKS.get(fact.fact, "")
    if measured and re.fullmatch(r"[a-z][a-z0-9_]*", fact.fact):
        title = f"Correct {escape(name)}: it is worked out again"
        return f'<button class="chip correct{earlier} fact-{fact.fact}" title="{title}">{escape(said)}{note}</button>'
    return f'<span class="chip{earlier}">{mark}{escape(said)}{note}</span>'


def render_stage(stage: str, so_far: str = "") -> str:
    """What is shown until the answer stands."""
    text = f"<p>{escape(so_far)}</p>" if so_far else ""
    return f'<div class="stage">{text}<p class="working-on">{escape(stage)}…</p></div>'


def render_trouble(text: str) -> str:
    """Why there is no answer."""
    return f'<div class="trouble"><p>{escape(text)}</p></div>'


def render_answer(answer: Answer) -> str:
    """The article of an answer: what has to be acted on first, the rest folded under its headings."""
    parts = (
        _banner(answer),
        _badge(answer),
        _bottom_line(answer),
        "".join(render_calculation(answer, calculation) for calculation in answer.calculations),
        _missing(answer),
        _offered(answer),
        _sections(answer),
        _glosses(answer),
        "".join(f'<p class="notice">{escape(notice)}</p>' for notice in answer.notices),
        _follow_ups(answer),
        render_references(answer),
        _foot(answer),
    )
    return f'<article class="answer {answer.kind}" id="{escape(answer.id)}">{"".join(parts)}</article>'


def _badge(answer: Answer) -> str:
    if answer.review_status is None:
        return ""
    dates = [p.last_updated for c in answer.citations for p in c.passages]
    updated = f" · updated {min(dates).isoformat()}" if dates else ""
    return f'<p class="badge {answer.review_status}">{STATUSES[answer.review_status]}{updated}</p>'


def _banner(answer: Answer) -> str:
    if answer.banner is None:
        return ""
    banner = answer.banner
    text = escape(banner.text) if banner.ours else mark_all(banner.text, "quoted")
    lead = f"{escape(banner.lead)} " if banner.lead else ""
    calm = "" if banner.urgent else " calm"
    quoted = Statement(id="banner", role="bottom_line", text=banner.text)
    return f'<div class="banner{calm}"><p>{lead}{text}{cite(answer, banner.citations, quoted)}</p></div>'


def _bottom_line(answer: Answer) -> str:
    places = place_statements(answer)
    first = [s for s in answer.statements if s.role == "bottom_line"]
    several = len({s.heading for s in first}) > 1  # each question that was answered has its heading
    parts = []
    for heading, group in groupby(first, key=lambda s: s.heading):
        parts.append(f"<h4>{escape(heading)}</h4>" if several and heading else "")
        parts += [f'<p class="bottom-line">{_statement(answer, s, places)}</p>' for s in group]
    return "".join(parts) or f'<p class="bottom-line">{escape(answer.bottom_line)}</p>'


def _statement(answer: Answer, statement: Statement, places: dict[str, int]) -> str:
    text = mark_statement(statement, places.get(statement.id), answer.figures)
    return text + cite(answer, statement.citations, statement)


def _missing(answer: Answer) -> str:
    """What is asked for, in words; the script puts a form in its place. Beside an answer it is folded to one line: what can
    be done at once comes first."""
    if not answer.missing_inputs:
        return ""
    unique = {item.name: item for item in answer.missing_inputs}
    items = "".join(f"<li>{_asked(item)}</li>" for item in unique.values())
    lead, state = ("Sharpen this for your patient", "") if answer.kind == "answer" else ("Needed to calculate", " open")
    names = f" <span>{escape(', '.join(item.label for item in unique.values()))}</span>"
    return f'<details class="asks" id="asks-{escape(answer.id)}"{state}><summary>{lead}{names}</summary><ul>{items}</ul></details>'


def _asked(item: MissingInput) -> str:
    detail = " / ".join(item.choices or item.units or ((item.unit,) if item.unit else ()))
    optional = "" if item.required else " <small>optional</small>"
    counts = f' <small class="counts">{mark_all(item.counts, "declared")}</small>' if item.counts else ""
    return f"{escape(item.label)}{f' <small>{escape(detail)}</small>' if detail else ''}{optional}{counts}"


def _offered(answer: Answer) -> str:
    """Calculators that fit equally, to choose from."""
    buttons = "".join(f'<button class="ask-on">{escape(offer.title)}</button>' for offer in answer.offered)
    return f'<div class="follow offered"><p>Which one?</p>{buttons}</div>' if buttons else ""


def _sections(answer: Answer) -> str:
    places = place_statements(answer)
    shown = [_section(answer, s, places) for s in answer.sections if s.role != "bottom_line"]
    if answer.disagreements and not any(s.role == "differs" for s in answer.sections):
        shown.append(_fold("Where guidance differs", "", _differ(answer), True))
    return "".join(shown)


def _section(answer: Answer, section: Section, places: dict[str, int]) -> str:
    members = [s for s in answer.statements if s.role == section.role]
    body = _differ(answer) if section.role == "differs" else ""
    held = {position.text for item in answer.disagreements for position in item.positions}
    for heading, group in groupby((s for s in members if not (body and _is_held(s, held))), key=lambda s: s.heading):
        title = f"<h4>{mark_all(heading, 'quoted')}</h4>" if heading else ""
        items = "".join(f"<li>{_statement(answer, s, places)}</li>" for s in group)
        body += f"{title}<ul>{items}</ul>"
    return _fold(section.title, _count(len(members)), body, section.open)


def _glosses(answer: Answer) -> str:
    """The terms that are explained to a student."""
    if not answer.glosses:
        return ""
    items = "".join(f"<dt>{escape(gloss.term)}</dt><dd>{escape(gloss.text)}</dd>" for gloss in answer.glosses)
    return _fold("Terms", "", f'<dl class="glosses">{items}</dl>', True)


def _is_held(statement: Statement, held: set[str]) -> bool:
    return any(text in statement.text or statement.text in text for text in held)


def _count(number: int) -> str:
    return "1 statement" if number == 1 else f"{number} statements"


def _fold(title: str, note: str, body: str, is_open: bool) -> str:
    state = " open" if is_open else ""
    aside = f" <span>{escape(note)}</span>" if note else ""
    return f'<details class="fold"{state}><summary>{escape(title)}{aside}</summary>{body}</details>'


def _differ(answer: Answer) -> str:
    return "".join(_disagreement(answer, item) for item in answer.disagreements)


def _disagreement(answer: Answer, item: Disagreement) -> str:
    columns = "".join(_position(answer, position) for position in item.positions)
    return f'<h4>{mark_all(item.topic, "quoted")}</h4><div class="differ">{columns}</div>'


def _position(answer: Answer, position: AnswerPosition) -> str:
    who = ", ".join(str(part) for part in (position.body, position.year, position.country) if part)
    return f"<div>{mark_all(position.text, 'quoted')}<br><small>{escape(who)} {cite(answer, position.citations)}</small></div>"


def _follow_ups(answer: Answer) -> str:
    buttons = "".join(f'<button class="ask-on">{escape(question)}</button>' for question in answer.follow_ups)
    return f'<div class="follow">{buttons}</div>' if buttons else ""


def _foot(answer: Answer) -> str:
    acts = '<button class="copy">Copy</button><button class="print">Print</button>'
    return f'<div class="foot">{acts}<span>{escape(answer.disclaimer)}</span></div>'


def render_examples(questions: tuple[str, ...]) -> str:
    """Questions to begin with."""
    buttons = "".join(f'<button class="ask-on">{escape(question)}</button>' for question in questions)
    return f'<div class="follow examples">{buttons}</div>' if buttons else ""


def render_legend() -> str:
    """What the marks of figures mean."""
    parts = (
        figure("quoted", "quoted") + _long("from a cited passage"),
        figure("calculated", "computed") + _long("here"),
        figure("yours", "yours"),
        figure("declared", "declared") + _long("by a calculator"),
    )
    return f'<p class="legend">{" · ".join(parts)}</p>'


def _long(text: str) -> str:
    """Words that a narrow page leaves out."""
    return f'<span class="long"> {text}</span>'
