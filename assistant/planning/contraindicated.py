"""What speaks against a drug in this patient: the contraindications of its sources that the conditions and figures of the question
meet. They stand before the dose, whatever else is said."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from assistant.composers.draft import DraftStatement, Material
from assistant.composers.fitting import stems
from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import convert, is_same_kind, read_print
from assistant.planning.held import Plan
from assistant.planning.rows import NOT_PREGNANT
from assistant.records import Fact, Passage
from assistant.understanding.choosing.calls import Call
from assistant.understanding.patient.conditions import name_condition, words_of
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import FACT_LABELS
from assistant.understanding.words.shorthand import expand

MOST_SAID = 2
"""Contraindications that lead an answer; all of them stand below."""
ROWS = "Contraindications"
SAVES_A_LIFE = re.compile(r"anaphyla|cardiac arrest|arrest", re.IGNORECASE)
"""Indications in which nothing speaks against the drug."""
_NOT_SO = re.compile(r"\b(?:without|with no|unless|except)\W+(?:\w+\W+){0,2}$", re.IGNORECASE)
"""Before a condition: the drug is not given without it. "Not given in" and "gives none in" forbid it."""
_NARROWED = re.compile(r"\W+(?:with|who|whose|whilst|while|when)\b", re.IGNORECASE)
"""After a condition: only those are meant of whom that holds too."""
_ABOVE = re.compile(r"(?:above|over|more than|greater than|exceed\w*|>|≥|at least|from)\s*$", re.IGNORECASE)
_BELOW = re.compile(r"(?:below|under|less than|lower than|<|≤|at most)\s*$", re.IGNORECASE)
_NEAR = 30
"""Characters between the name of what is measured and its limit."""
_COUNTED = {"platelets": 1000.0}
"""What is counted in thousands by some: from which number on it is."""


def say_contraindicated(plan: Plan, calls: Sequence[Call], reading: Reading) -> Plan:
    """The plan with what speaks against its drugs in this patient before the rest."""
    if reading.population == "pregnancy":
        plan = _for_a_pregnant_woman(plan)
    met = [p for call in calls for p in _meet(call, reading, plan.material)]
    first = [DraftStatement("bottom_line", plan.material.hide(p), (p.id,)) for p in dict.fromkeys(met) if p.citations][
        :MOST_SAID
    ]
    if not first:
        return plan
    held = plan.material.passages
    led = {held[key].text for statement in first for key in statement.cites}
    rest = [s for s in plan.draft.statements if not (len(s.cites) == 1 and held[s.cites[0]].text in led)]
    return replace(plan, draft=replace(plan.draft, statements=(*first, *rest)))


def _for_a_pregnant_woman(plan: Plan) -> Plan:
    """The plan without what says that it is for others alone, where anything else is left."""
    kept = tuple(
        s
        for s in plan.draft.statements
        if not any(re.search(NOT_PREGNANT, plan.material.passages[key].text, re.IGNORECASE) for key in s.cites)
    )
    return replace(plan, draft=replace(plan.draft, statements=kept)) if any(s.cites for s in kept) else plan


def _meet(call: Call, reading: Reading, material: Material) -> Iterator[Passage]:
    """The contraindications of a call's sources that the patient meets."""
    document = material.documents.get(call.entry.name.replace("_", "-"))
    indication = call.indication or ""
    uses = (indication,) if indication else call.entry.indications
    if document is None or call.entry.kind != "regimen" or all(SAVES_A_LIFE.search(use) for use in uses):
        return
    treated = (indication,) if indication else (*reading.indications.values(), *call.entry.indications)
    own = stems(" ".join((*treated, *map(expand, treated))))
    held = [str(fact.value) for fact in reading.facts if _holds(fact)]
    named_so = {name_condition(one) for one in treated}
    conditions = [words_of(value) for value in held if not stems(value) <= own and value not in named_so]
    pregnant = reading.population == "pregnancy" and not re.search(r"pregnan|eclampsia|labour", indication)
    for passage in document.passages:
        use = _find_use(passage.text, call)
        if not passage.section.endswith(ROWS) or (use and own and not stems(use[1]) & own):
            continue
        text = passage.text[use.end(1) :] if use else passage.text
        named = [m for words in conditions for m in re.finditer(words, text, re.IGNORECASE)]
        if (
            any(not _NOT_SO.search(text[: m.start()]) and _holds_whole(m, named) for m in named)
            or (
                pregnant
                and re.search(r"(?:contraindicated|not (?:given|used)) in pregnancy", passage.text, re.IGNORECASE)
            )
            or any(_is_over(fact, passage.text) for fact in reading.facts)
        ):
            yield passage


def _holds_whole(match: re.Match[str], named: Sequence[re.Match[str]]) -> bool:
    """Whether a condition forbids by itself, or what narrows it is named as well: "atrial fibrillation with a mechanical valve"."""
    return not _NARROWED.match(match.string, match.end()) or any(m.start() > match.end() for m in named)


def _holds(fact: Fact) -> bool:
    return fact.fact == "condition" and not fact.negated and fact.value is not None


def _find_use(text: str, call: Call) -> re.Match[str] | None:
    """The use of the drug that a contraindication is for, where it names one: "for infarction"."""
    drug = re.escape(call.entry.drug.split()[0])
    return re.match(rf"(?i)(?:[\w-]+ )?{drug}\w* (?:for|in) ([\w\s-]+?) (?:is|are) contraindicated", text)


def _is_over(fact: Fact, text: str) -> bool:
    """Whether a figure of the patient is beyond a limit that a contraindication names for it."""
    label = FACT_LABELS.get(fact.fact)
    if label is None or not isinstance(fact.value, float | int) or fact.negated or fact.when:
        return False
    for name in re.finditer(rf"(?<!\w)(?:{label})(?!\w)", text, re.IGNORECASE):
        for figure in find(text):
            if not 0 <= figure.start - name.end() <= _NEAR or figure.kind in (Kind.NAME, Kind.TIME):
                continue
            if find(text[name.end() : figure.start]):
                break
            if _is_beyond(fact, figure, text[name.end() : figure.start]):
                return True
    return False


def _is_beyond(fact: Fact, figure: Figure, between: str) -> bool:
    written = figure.text
    above = _ABOVE.search(between) or re.match(r"[>≥]|above|over|more than", written)
    below = _BELOW.search(between) or re.match(r"[<≤]|below|under|less than", written)
    number = re.search(r"\d+(?:\.\d+)?", written)
    if not (above or below) or number is None:
        return False
    limit, value = float(number.group()), float(fact.value or 0)
    if fact.fact in _COUNTED and value >= _COUNTED[fact.fact]:
        value /= _COUNTED[fact.fact]
    try:
        unit = read_print(written).unit
        if fact.unit and unit and unit != fact.unit and is_same_kind(fact.unit, unit):
            value = convert(value, fact.unit, unit)
    except PlumblineError:
        pass
    return value > limit if above else value < limit
