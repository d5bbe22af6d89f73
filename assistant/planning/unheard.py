"""A study, score, guideline or medicine that a question names and nothing here knows."""

import re
from collections.abc import Iterator
from dataclasses import replace

from assistant.composers import replies
from assistant.composers.draft import DraftStatement
from assistant.figures import Origin
from assistant.library import Library
from assistant.planning.held import Plan
from assistant.planning.scope import find_unknown_medicine
from assistant.records import Fact
from assistant.registry import Registry
from assistant.understanding.choosing.calculators import find_not_held
from assistant.understanding.measured.doses import NOT_HELD, UNHEARD
from assistant.understanding.question import Reading

LEADING = 2
"""Statements of an answer among which it is looked whether that was said."""
_KINDS = r"(?:trial|study|score|protocol|guideline|guidance)"
_STUDY = re.compile(
    rf"\b(?P<name>(?:[A-Z][\w'’]*(?:-[A-Z0-9]\w*)*\s+(?:and\s+)?){{0,3}}(?:[A-Z][\w'’]*(?:-[A-Z0-9]\w*)*)(?:\s+[a-z]{{3,12}}){{0,2}}?\s+(?i:{_KINDS})s?)\b"
    rf"|\b(?P<coined>[A-Z]{{3,}}(?:-[A-Z0-9]+)+)\b"
)
"""A study, score or guideline with a name of its own; or a word of capitals with a hyphen, as trials are called."""
_ARTICLES = re.compile(r"^(?:The|A|An|My|Our|Your|This|That|In|By|Per|Since|What|Which|Is|Does|How|And|Uk|UK|US|EU)\s+")


def list_unheard(reading: Reading, library: Library, registry: Registry) -> Iterator[Fact]:
    """What a question names and no source mentions: studies, scores and guidelines, and a medicine that no list knows."""
    unheard = [one for one in _named(reading.question) if not _is_heard(one[0], library, registry)]
    for name, span in unheard:
        yield Fact(fact=UNHEARD, text=name, span=span, value=name)
    score = find_not_held(reading.question, registry)
    if score and not unheard and (start := reading.question.lower().find(score.lower())) >= 0:
        text = reading.question[start : start + len(score)]
        yield Fact(fact=NOT_HELD, text=text, span=(start, start + len(score)), value=text)
    medicine = find_unknown_medicine(reading.question, reading.unknown)
    if medicine and (start := reading.question.find(medicine)) >= 0:
        yield Fact(fact=UNHEARD, text=medicine, span=(start, start + len(medicine)), value=medicine)


def _named(question: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _STUDY.finditer(question):
        group = "name" if match["name"] else "coined"
        name, (start, end) = match[group], match.span(group)
        while article := _ARTICLES.match(name):
            name, start = name[article.end() :], start + article.end()
        if name.strip():
            yield name, (start, end)


def _is_heard(name: str, library: Library, registry: Registry) -> bool:
    """Whether any passage, title, reference or calculator holds the name, or each of its telling words beside the others."""
    bare = re.sub(rf"(?i)\s+{_KINDS}s?$", "", name)
    words = [word.casefold() for word in re.findall(r"[\w'’-]+", bare)]
    texts = (
        *(passage.text for passage in library.passages.values()),
        *(work.formatted for work in library.references.values()),
        *(" ".join((entry.title, *entry.synonyms)) for entry in registry.all()),
    )
    return any(all(word in text.casefold() for word in words) for text in texts)


def say_unheard(plan: Plan, reading: Reading) -> Plan:
    """The plan with what the question names and no source mentions said before the rest."""
    said = [
        DraftStatement(
            "bottom_line",
            f"{replies.NO_MENTION} {plan.material.ledger.hide(fact.text, Origin('question', str(index)))}.",
        )
        for index, fact in enumerate(reading.facts)
        if fact.fact == UNHEARD
    ]
    said += [
        replies.say_no_calculator(plan.material.ledger.hide(fact.text, Origin("question", str(index))))
        for index, fact in enumerate(reading.facts)
        if fact.fact == NOT_HELD
    ]
    if not said or any(replies.NO_MENTION in s.text for s in plan.draft.statements[:LEADING]):
        return plan
    return replace(plan, draft=replace(plan.draft, statements=(*said, *plan.draft.statements)))
