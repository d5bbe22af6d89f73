"""What a person takes for true and no source holds: a figure that the cited text gives otherwise, a study or score that nobody here
knows. It is said aloud before the answer, and never repeated as if it were so."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.composers import replies
from assistant.composers.draft import DraftStatement, Material
from assistant.composers.fitting import stems
from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, Origin, find
from assistant.figures.quantities import Quantity, convert, is_same_kind, read, read_print
from assistant.library import Library
from assistant.planning.held import Plan
from assistant.planning.scope import find_unknown_medicine
from assistant.records import Fact
from assistant.registry import Registry
from assistant.understanding.measured.doses import DOSE, STATED, UNHEARD
from assistant.understanding.question import Reading
from assistant.understanding.words.shorthand import expand

CONTRADICTED = "Not confirmed"
"""How a statement begins that says so."""
LEADING = 2
"""Statements of an answer to whose figures those of the question are compared."""
_AMOUNTS = (Kind.DOSE, Kind.RATE)
_KINDS = r"(?:trial|study|score|protocol|guideline|guidance)"
_STUDY = re.compile(
    rf"\b(?P<name>(?:[A-Z][\w'’]*(?:-[A-Z0-9]\w*)*\s+(?:and\s+)?){{0,3}}(?:[A-Z][\w'’]*(?:-[A-Z0-9]\w*)*)(?:\s+[a-z]{{3,12}}){{0,2}}?\s+(?i:{_KINDS})s?)\b"
    rf"|\b(?P<coined>[A-Z]{{3,}}(?:-[A-Z0-9]+)+)\b"
)
"""A study, score or guideline with a name of its own; or a word of capitals with a hyphen, as trials are called."""
_ARTICLES = re.compile(r"^(?:The|A|An|My|Our|Your|This|That|In|By|Per|Since|What|Which|Is|Does|How|And|Uk|UK|US|EU)\s+")
_HAPPENED = re.compile(
    r"\b(?:took|taken|takes|taking|ingest\w*|swallow\w*|overdos\w*|had|has had|received|given|gave|got|getting|been on|(?:is|are|was|were|he's|she's|already) on|on|currently|running at|"
    r"already|after|since|usual(?:ly)?|home dose|normally|usually|lost|drank|drinks|drinking|passed|output)\W+(?:[\w.-]+\W+){0,3}$",
    re.IGNORECASE,
)
"""Words before an amount which was given, taken or lost: it is no claim about what should be."""
_GONE = re.compile(r"\W*(?:(?:\w+\W+){0,3}ago|ingest\w*|overdose|taken|swallowed)\b", re.IGNORECASE)
"""Words after an amount which was taken."""
_OF_BODIES = ("kg", "lb", "st")
"""Units of a body's weight, which no dose has."""
_ASKED = re.compile(r"\b(?:of|in|per|mg|ml|tablets?|vials?|ampoules?|strength|conc\w*)\W+$", re.IGNORECASE)
_OVER = re.compile(r"\b(?P<how>over|for|every)\s+(?:the\s+|an?\s+|next\s+|first\s+)?$", re.IGNORECASE)
_PAIR = re.compile(r"([1-9]\d{1,2})/[1-9]\d{1,2}(?:\s?mmHg)?$")
"""A systolic and a diastolic pressure."""
PAIR = "pair"
_OF_CHILDREN = re.compile(r"(?:[\w-]+ ){0,2}(?:child|infant|newborn|neonate|adolescent|baby)", re.IGNORECASE)
_OF_ADULTS = re.compile(r"(?:[\w-]+ ){0,2}adult", re.IGNORECASE)
"""How a row begins that is for these people."""
_CLEARANCE = re.compile(r"mL/min")
"""Units of a patient's figures, whatever they stand beside."""
_LEAD = re.compile(r"^(?:=|every|each)\s*", re.IGNORECASE)
_SHORT = 28
"""Characters before a time within which an amount has to stand, for the time to belong to it."""


@dataclass(frozen=True)
class _Amount:
    """A figure with its ends in its unit."""

    figure: Figure
    low: float
    high: float
    unit: str
    how: str = ""
    """The word before a time: over, for or every."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the figure stands."""
        return self.figure.start, self.figure.end


def note_premises(reading: Reading, library: Library, registry: Registry) -> Reading:
    """The reading with what its question takes for true as facts: amounts and times that are no figures of the patient, and each
    study, score or guideline that no source mentions."""
    taken = {fact.span for fact in (*reading.facts, *reading.outdated)}
    stated = [
        Fact(fact=STATED, text=one.figure.text, span=one.span, value=one.low, unit=one.unit)
        for one in _asserted(reading)
        if one.span not in taken
    ]
    unheard = [
        Fact(fact=UNHEARD, text=name, span=span, value=name)
        for name, span in _named(reading.question)
        if not _is_heard(name, library, registry)
    ]
    medicine = find_unknown_medicine(reading.question, reading.unknown)
    if medicine and (start := reading.question.find(medicine)) >= 0:
        unheard.append(Fact(fact=UNHEARD, text=medicine, span=(start, start + len(medicine)), value=medicine))
    return replace(reading, facts=(*reading.facts, *stated, *unheard)) if stated or unheard else reading


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
    if not said or any(replies.NO_MENTION in s.text for s in plan.draft.statements[:LEADING]):
        return plan
    return replace(plan, draft=replace(plan.draft, statements=(*said, *plan.draft.statements)))


def say_contradicted(plan: Plan, reading: Reading) -> Plan:
    """The plan with the first figure of the question that the cited text gives otherwise named as such before the rest.

    Compared are amounts, rates and the times over which, for which and at which intervals something is given, each with figures
    of its own kind in the statements that lead; a figure that stands anywhere in the answer is not contradicted.
    """
    statements = plan.draft.statements
    if plan.kind == "abstention" or not statements or statements[0].text.startswith(CONTRADICTED):
        return plan
    leading = [s for s in statements if s.cites][:LEADING]
    texts = [plan.material.passages[key].text for s in leading for key in s.cites]
    keys = [*(key for s in statements for key in s.cites), *(p for c in plan.material.calculations for p in c.passages)]
    drugs = [stems(spelt) for phrase in reading.drugs.values() for spelt in (phrase, expand(phrase))]
    every = [plan.material.passages[key].text for key in keys]
    whole = [text for text in every if any(drug <= stems(text) for drug in drugs)] or every
    whole += [*texts, *_rows_of(reading, plan.material)]
    facts = {fact.span: index for index, fact in enumerate(reading.facts) if fact.fact in (DOSE, STATED, "dose_rate")}
    for one in _asserted(reading):
        held = list(_like(one, whole))
        if one.span not in facts or any(_holds(other, one) for other in held):
            continue
        if told := list(_like(one, texts)):
            return _contradict(plan, (one, facts[one.span]), told, leading)
    return plan


def _rows_of(reading: Reading, material: Material) -> Iterator[str]:
    """The rows of every regimen of the drugs that are named, for the people who are asked about."""
    others = {"adult": _OF_CHILDREN, "pregnancy": _OF_CHILDREN, "child": _OF_ADULTS}.get(reading.population or "")
    for name in reading.drugs:
        document = material.documents.get(name.replace("_", "-"))
        for passage in document.passages if document else ():
            if not (others and others.match(passage.text)):
                yield passage.text


def _asserted(reading: Reading) -> Iterator[_Amount]:
    """The amounts and times that the question takes for right, each with the word before a time."""
    question = reading.question
    patients = {fact.span for fact in reading.facts if fact.fact not in (DOSE, STATED, "dose_rate")}
    figures = find(question)
    for figure in figures:
        before = question[: figure.start]
        if (figure.start, figure.end) in patients or _HAPPENED.search(before) or _GONE.match(question[figure.end :]):
            continue
        amount = _read(figure, read) or _read(figure, read_print)
        if amount is None:
            continue
        if amount.how == PAIR or (
            figure.kind in _AMOUNTS and not _ASKED.search(before) and amount.unit not in _OF_BODIES
        ):
            yield amount
        elif figure.kind in (Kind.TIME, Kind.INTERVAL):
            how = _OVER.search(before)
            near = any(f.kind in _AMOUNTS and 0 <= figure.start - f.end <= _SHORT for f in figures)
            over = how is not None and how["how"].lower() == "over" and any(f.kind in _AMOUNTS for f in figures)
            if over or (near and (how or figure.kind is Kind.INTERVAL)):
                yield replace(amount, how=how["how"].lower() if how else "every")


def _like(amount: _Amount, texts: Iterable[str]) -> Iterator[_Amount]:
    """The figures of texts that can be compared with what is asserted."""
    for text in texts:
        for figure in find(text):
            other = _read(figure, read_print) or _read(figure, read)
            if other is None or PAIR in (amount.how, other.how):
                if other is not None and amount.how == other.how:
                    yield other
                continue
            if other.unit in _OF_BODIES or not is_same_kind(amount.unit, other.unit):
                continue
            before = _OVER.search(text[: figure.start])
            how = before["how"].lower() if before else "every" if figure.kind is Kind.INTERVAL else ""
            if how == amount.how if amount.how else figure.kind in _AMOUNTS:
                yield other


def _holds(other: _Amount, amount: _Amount) -> bool:
    low, high = (convert(end, other.unit, amount.unit) for end in (other.low, other.high))
    slack = 1e-6 * max(abs(high), 1.0)
    if not low > 0:  # "at most"
        return abs(high - amount.high) <= slack
    return low - slack <= amount.low and amount.high <= high + slack


def _read(figure: Figure, reader: Callable[[str], Quantity]) -> _Amount | None:
    if pair := _PAIR.match(figure.text):
        return _Amount(figure, float(pair[1]), float(pair[1]), "mmHg", PAIR)
    try:
        quantity = reader(_LEAD.sub("", figure.text))
    except PlumblineError:
        return None
    if not quantity.unit or quantity.high == float("inf"):
        return None
    return _Amount(figure, quantity.low, quantity.high, quantity.unit)


def _contradict(
    plan: Plan, asserted: tuple[_Amount, int], told: Sequence[_Amount], leading: Sequence[DraftStatement]
) -> Plan:
    """The plan with the statement before it; what the source gives is named where it gives a single figure of the kind. `asserted`
    goes with the place of its fact."""
    material, (amount, index), other = plan.material, asserted, told[0].figure
    given = material.ledger.hide(amount.figure.text, Origin("question", str(index)))
    key = next(key for s in leading for key in s.cites if other.text in material.passages[key].text)
    if len({one.figure.text for one in told}) == 1 and not amount.how:
        said = replies.say_excess(given, material.ledger.add(other, Origin("passage", key)), (key,))
    else:
        said = replies.say_not_confirmed(given, (key,))
    return replace(plan, draft=replace(plan.draft, statements=(said, *plan.draft.statements)))
