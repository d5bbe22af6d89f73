"""A number that stands without its name: the answer to what was asked for, or a level measured again."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import name_unit
from assistant.figures.quantities import read as read_quantity
from assistant.records import Fact, MissingInput, Turn
from assistant.understanding import vocabulary as v

SHORT_REPLY = 5
"""Words: a reply to a question of ours, not a question."""
NEAR_BEFORE = 2
"""A bare number is a level measured again when it is within this factor of the level before."""
AGAIN = (
    r"later|now|today|tomorrow|tonight|this (?:morning|evening|afternoon)|overnight|after|repeat\w*|re-?check\w*|latest|"
    r"came back|come back|(?<=\w )is|it's|its|still|already|up to|down to|risen|gone|went|from|at"
)
"""Words beside which a bare number says what was measured."""


def read_bare(message: str, earlier: Turn | None) -> tuple[Fact, ...]:
    """A message without a named fact: a reply to what was asked for, or a level measured again."""
    return read_bare_reply(message, earlier) or read_bare_level(message, (), earlier)


def read_bare_level(message: str, said: tuple[Fact, ...], earlier: Turn | None) -> tuple[Fact, ...]:
    """The one bare number that is the level measured before, measured again: "6 h later 121" after a sodium of 112.

    It is read only where one disorder's level stands in the conversation, no other is said, and the number is near it.
    """
    before = [f for f in earlier.facts if f.fact in v.DISORDERS and isinstance(f.value, float | int)] if earlier else []
    if len({f.fact for f in before}) != 1 or {f.fact for f in said} & v.DISORDERS.keys():
        return ()
    old, taken = before[-1], [f.span for f in said]
    near = [f for f in find(message) if _is_bare(f, message) and (f.start, f.end) not in taken and _is_near(f, old)]
    if len(near) != 1:
        return ()
    value = read_quantity(near[0].text).low
    return (Fact(fact=old.fact, text=near[0].text, span=(near[0].start, near[0].end), value=value, unit=old.unit),)


def say_change(message: str, said: tuple[Fact, ...], earlier: Turn | None) -> str:
    """How a level that was measured before has changed, in words that can be looked up: "sodium has risen"; "" when none has,
    or when neither the number alone nor the message is about the change."""
    before = {f.fact: f.value for f in earlier.facts} if earlier else {}
    for fact in said:
        old = before.get(fact.fact)
        if fact.fact not in v.DISORDERS or not isinstance(old, float | int) or not isinstance(fact.value, float | int):
            continue
        bare = not re.search(rf"(?<!\w)(?:{v.FACT_LABELS[fact.fact]})(?!\w)", message, re.IGNORECASE)
        if old != fact.value and (bare or re.search(v.CHANGE, message, re.IGNORECASE)):
            return f"{fact.fact} has {'risen' if fact.value > old else 'fallen'}"
    return ""


def _is_bare(figure: Figure, message: str) -> bool:
    """Whether a number has neither unit nor slash and stands where a level does."""
    if figure.kind is not Kind.COUNT or not re.fullmatch(r"\d+(?:\.\d+)?", figure.text):
        return False
    before, after = message[: figure.start], message[figure.end :]
    if re.search(r"[/×x-]\s*$", before) or re.match(
        r"\s*(?:[/×%-]|x\b|doses?\b|bolus|times\b|bags?\b|enough|ok|safe|too much)", after
    ):
        return False
    own = bool(re.fullmatch(r"\W*", before) or re.search(r"[,;:.]\s*$", before))
    return own or bool(re.search(rf"\b(?:{AGAIN})\W*$", before, re.IGNORECASE) or re.match(rf"\W*(?:{AGAIN})\b", after))


def _is_near(figure: Figure, old: Fact) -> bool:
    try:
        value, before = read_quantity(figure.text).low, float(old.value or 0)
    except PlumblineError:
        return False
    return before / NEAR_BEFORE <= value <= before * NEAR_BEFORE


def read_bare_reply(question: str, earlier: Turn | None) -> tuple[Fact, ...]:
    """A message that is only a number, or only the unit that lacked, read as what was asked for just before."""
    if earlier is None or not earlier.waiting_for or len(question.split()) > SHORT_REPLY:
        return ()
    wanted = {m.name: m for m in earlier.answer.missing_inputs if m.required and not m.choices}
    if units := _labelled_units(question, earlier):
        return units
    figures = [f for f in find(question) if f.kind is not Kind.NAME]
    if len(wanted) != 1 or len(figures) > 1:
        return ()
    (name,) = wanted
    if not figures or figures[0].kind is Kind.UNIT:
        return _completed(name, question, earlier)
    try:
        quantity = read_quantity(figures[0].text)
    except PlumblineError:
        return ()
    span = (figures[0].start, figures[0].end)
    return (Fact(fact=name, text=figures[0].text, span=span, value=quantity.low, unit=quantity.unit or None),)


def read_asked(question: str, earlier: Turn | None) -> tuple[Fact, ...]:
    """What was asked for just before, answered by its own name: "confusion yes, onset 2 days"; a lone "no" where one word
    was asked for."""
    if earlier is None or not earlier.waiting_for:
        return ()
    asked = {m.name: m for m in earlier.answer.missing_inputs}
    leads = Counter(name.split("_")[0] for name in asked)
    words = [
        fact
        for item in asked.values()
        if item.choices and (fact := _read_word(question, item, len(asked) == 1, leads[item.name.split("_")[0]] == 1))
    ]
    return (*words, *_read_numbers(question, [item for item in asked.values() if not item.choices]))


LONG_LEAD = 5
"""Letters from which the beginning of an input's name stands for it: "dialysis no"."""


def _names_of(item: MissingInput) -> str:
    words = dict.fromkeys((item.label, item.name.replace("_", " ")))
    return "|".join(re.escape(each) for each in words)


def _read_word(question: str, item: MissingInput, is_alone: bool, leads_alone: bool) -> Fact | None:
    lead = item.name.split("_")[0]
    names = _names_of(item) + (f"|{re.escape(lead)}" if leads_alone and len(lead) >= LONG_LEAD else "")
    options = "|".join(re.escape(option) for option in sorted(item.choices or (), key=len, reverse=True))
    lone = re.fullmatch(rf"\W*(?P<option>{options})\W*", question, re.IGNORECASE) if is_alone else None
    named = rf"\b(?:{names})\W*(?:(?:is|was)\W+)?\b(?P<option>{options})\b"
    match = lone or re.search(named, question, re.IGNORECASE)
    if match is None:
        return None
    said = match.group("option")
    value = next(option for option in item.choices or () if option.lower() == said.lower())
    return Fact(fact=item.name, text=said, span=match.span("option"), value=value)


def _read_numbers(question: str, asked: Sequence[MissingInput]) -> Iterator[Fact]:
    for figure in find(question):
        before = question[: figure.start]
        item = next(
            (
                m
                for m in asked
                if re.search(rf"\b(?:{_names_of(m)})\W*(?:(?:is|was|of|at)\W+)?$", before, re.IGNORECASE)
            ),
            None,
        )
        try:
            quantity = read_quantity(figure.text) if item else None
        except PlumblineError:
            continue
        if item and quantity and quantity.is_exact:
            span = (figure.start, figure.end)
            yield Fact(fact=item.name, text=figure.text, span=span, value=quantity.low, unit=quantity.unit or None)


def _labelled_units(question: str, earlier: Turn) -> tuple[Fact, ...]:
    """Numbers said before with the units that this message gives by their names: "calcium mmol/L, albumin g/L"."""
    found: list[Fact] = []
    for fact in earlier.facts:
        label = v.FACT_LABELS.get(fact.fact)
        match = label and re.search(
            rf"(?<!\w)(?:{label})\W+(?:(?:is|was|in|=|:)\s+)*([a-zµμ/]+)|^\W*([a-zµμ/]+) for (?:the |his |her )?(?:{label})(?!\w)",
            question,
            re.IGNORECASE,
        )
        if match:
            found += _completed(fact.fact, match.group(1) or match.group(2), earlier)
    return tuple(found)


def _completed(name: str, question: str, earlier: Turn) -> tuple[Fact, ...]:
    """The number said before, with the unit that this message gives in place of none or of a wrong one."""
    said = [f for f in earlier.facts if f.fact == name and isinstance(f.value, float)]
    written = re.sub(v.UNIT_LEAD, "", question, flags=re.IGNORECASE).strip(" .,!?")
    try:
        unit = name_unit(written)
    except PlumblineError:
        return ()
    number = {f: next((x.text for x in find(f.text)), f.text).split()[0] for f in said}
    return tuple(f.model_copy(update={"unit": unit, "text": f"{number[f]} {written}"}) for f in said)
