"""Figures that a message gives in answer to what was asked for, or in place of what was said: "control 13 s", "74 kg, the point slipped"."""

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from assistant.errors import PlumblineError
from assistant.figures import Kind, find
from assistant.figures.quantities import Quantity, is_same_kind, name_unit
from assistant.figures.quantities import read as read_quantity
from assistant.records import Fact, MissingInput, Turn
from assistant.understanding import vocabulary as v

_TABLE = v.read_table("talk")
PUT_RIGHT = re.compile(rf"(?<!\w)(?:{v.join_words(_TABLE['put_right'])})(?!\w)", re.IGNORECASE)
_MOVED = rf"(?:\W*(?<!\w)(?:{v.join_words(_TABLE['moved'])})(?!\w))+\W*"
_UNTELLING = frozenset(_TABLE["untelling"])
_FILLER = frozenset(_TABLE["filler"])
_NOTHING = v.join_words(_TABLE["nothing"])
_CLAUSE = re.compile(r"[,;?!\n]|\.(?!\d)|\s[-–—]\s|\band\b", re.IGNORECASE)
_PAIR = re.compile(r"(?<![\d./])(?P<systolic>\d{2,3})\s?/\s?(?P<diastolic>\d{2,3})(?![\d./]|\s?(?:mg|mL)\b)")
_NO_FIGURE = (Kind.NAME, Kind.UNIT, Kind.TEXT, Kind.ORDER)
SUPPOSED = re.compile(
    r"(?P<lead>^\W*(?:and |but |so |ok )*)(?:what )?(?:if|suppose|supposing|assuming)\b"
    r"(?= (?:(?:she|he|they|the (?:patient|pt))(?:'?s| is| was| are|'re)? )?(?:also )?\w)",
    re.IGNORECASE,
)
_RISES = re.compile(
    r"(?:going|goes?|gone|went|turn\w*|put\w*|titrat\w*|increas\w*|decreas\w*|reduc\w*|wean\w*|changed)(?: it| the rate)?\s*$",
    re.IGNORECASE,
)
_TO = re.compile(r"(?:up|down) to\s+", re.IGNORECASE)
FEW_WORDS = 3
"""A question of no more words asks of somebody who is so."""
LONGEST_LABEL = 48
"""Characters before a figure in which its label is looked for."""
SHORTEST, STEM = 3, 5
"""Letters of a word that tells what is asked for, and those by which words are compared: "burnt" is the burn."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """One exact figure of a message, with the words of the clause in which it stands."""

    quantity: Quantity
    text: str
    span: tuple[int, int]
    words: frozenset[str]


def read_answered(message: str, said: Sequence[Fact], earlier: Turn | None) -> tuple[Fact, ...]:
    """The figures that answer by a word of its name, or by the only unit that fits, what the turn before asked for."""
    if earlier is None or not earlier.waiting_for:
        return ()
    known = {fact.fact for fact in said if fact.value is not None}
    asked = [item for item in earlier.answer.missing_inputs if item.kind == "number" and item.name not in known]
    asked = list({item.name: item for item in asked}.values())
    own = {item.name for item in earlier.answer.missing_inputs}
    taken = [fact.span for fact in said if fact.fact in own]
    other = [fact.span for fact in said if fact.fact not in own and fact.value is not None]
    free = [one for one in _amounts(message) if not _meets(one.span, taken)]
    found: dict[str, Fact] = {}
    for one in free:
        fitting = [item for item in asked if _fits(item, one.quantity)]
        if item := _named(one, fitting, whole=_meets(one.span, other)) or _only(one, fitting, free, other):
            found.setdefault(item.name, _fact(item.name, one, item))
    found |= {item.name: fact for item in asked if item.name not in found and (fact := _read_nothing(message, item))}
    return tuple(found.values())


def read_put_otherwise(message: str, said: Sequence[Fact], earlier: Turn | None) -> tuple[Fact, ...]:
    """The figures that a message gives in place of those that were said before: by the name of what has moved, or by the only unit
    that fits where it says that something was wrong."""
    held = [f for f in earlier.facts if isinstance(f.value, float | int) and not f.when] if earlier else []
    known = {fact.fact for fact in said if fact.value is not None}
    held = [fact for fact in {f.fact: f for f in held}.values() if fact.fact not in known]
    taken = [fact.span for fact in said if fact.value is not None]
    wrong = bool(PUT_RIGHT.search(message))
    alone = wrong and not known and len(find_numbers(message)) == 1
    found: dict[str, Fact] = {}
    for one in (one for one in _amounts(message) if not _meets(one.span, taken)):
        of_kind = [f for f in held if f.fact not in found and _is_alike(f, one.quantity)]
        moved = [f for f in of_kind if _has_moved(f, one, message)]
        meant = (
            moved
            or (_mistyped(held, one) if alone else [])
            or ([f for f in of_kind if f.unit] if wrong and one.quantity.unit else [])
        )
        if len(meant) == 1:
            found[meant[0].fact] = _fact(meant[0].fact, one, meant[0])
    return tuple(found.values())


def _mistyped(held: Sequence[Fact], one: _Amount) -> list[Fact]:
    """The one figure of the message before that a bare number puts right: the only one, or the only one of these digits."""
    fresh = [fact for fact in held if fact.origin != "earlier"]
    if one.quantity.unit or any(fact.value == one.quantity.low for fact in held):  # it is the wrong one that is named
        return []
    return fresh if len(fresh) == 1 else [fact for fact in fresh if _digits(fact.text) == _digits(one.text)]


def _digits(text: str) -> list[str]:
    number = re.search(r"\d+(?:[.,]\d+)?", text)
    return sorted(re.sub(r"\D", "", number.group())) if number else []


def read_pair(message: str, said: Sequence[Fact], earlier: Turn | None) -> tuple[Fact, ...]:
    """A bare pair of numbers where a blood pressure was asked for, or is put right: "sorry 82/44"."""
    if earlier is None or {fact.fact for fact in said} & {"systolic", "diastolic"}:
        return ()
    asked = {item.name for item in earlier.answer.missing_inputs if item.for_ in earlier.waiting_for}
    held = {fact.fact for fact in earlier.facts}
    pairs = list(_PAIR.finditer(message))
    wanted = {"systolic", "diastolic"} <= asked or ({"systolic", "diastolic"} <= held and PUT_RIGHT.search(message))
    if len(pairs) != 1 or not wanted or int(pairs[0]["systolic"]) <= int(pairs[0]["diastolic"]):
        return ()
    names = ("systolic", "diastolic")
    return tuple(
        Fact(fact=n, text=pairs[0][n], span=pairs[0].span(n), value=float(pairs[0][n]), unit="mmHg") for n in names
    )


def read_other_unit(message: str, earlier: Turn | None) -> tuple[Fact, ...]:
    """The figure said before of which a message gives another unit: "no, that was pounds"."""
    match = re.fullmatch(r"(?P<lead>.*?)(?P<unit>[a-zµμ%/²]+)\W*", message.strip(), re.IGNORECASE | re.DOTALL)
    if earlier is None or match is None or not PUT_RIGHT.search(match["lead"]) or find_numbers(message):
        return ()
    try:
        unit = name_unit(match["unit"])
    except PlumblineError:
        return ()
    held = {f.fact: f for f in earlier.facts if isinstance(f.value, float | int) and f.unit and f.unit != unit}
    alike = [fact for fact in held.values() if is_same_kind(fact.unit or "", unit, fact.fact)]
    if len(alike) != 1:
        return ()
    number = next((figure.text for figure in find(alike[0].text)), alike[0].text).split()[0]
    return (alike[0].model_copy(update={"unit": unit, "text": f"{number} {match['unit']}", "origin": "question"}),)


def keep_units(message: str, said: tuple[Fact, ...], earlier: Turn | None) -> tuple[Fact, ...]:
    """The facts of a message that puts figures right, those without a unit in the unit in which they were said before."""
    if earlier is None or not PUT_RIGHT.search(message):
        return said
    units = {f.fact: f.unit for f in earlier.facts if f.unit and isinstance(f.value, float | int)}
    return tuple(
        f.model_copy(update={"unit": units[f.fact]})
        if f.fact in units and f.unit is None and isinstance(f.value, float | int)
        else f
        for f in said
    )


def without_supposing(message: str) -> str:
    """A message that follows up without the words by which it supposes something: "what if she's pregnant" asks of a pregnant
    woman, and so does "pregnant?". Every place stays where it is."""
    bare = SUPPOSED.sub(lambda m: m["lead"] + " " * (len(m.group()) - len(m["lead"])), message)
    return re.sub(r"\?\s*$", " ", bare) if len(bare.split()) <= FEW_WORDS else bare


def name_before(message: str, start: int, names: Container[str]) -> frozenset[str]:
    """Of some facts those whose label stands right before a figure: "lactate 3.6" is no sodium, whether it is read or not."""
    before = message[max(0, start - LONGEST_LABEL) : start]
    return frozenset(
        name
        for name, label in v.FACT_LABELS.items()
        if name in names and re.search(rf"(?<!\w)(?:{label})[\s:=]*(?:(?:is|was|of|at)\s+)?$", before, re.IGNORECASE)
    )


def find_numbers(message: str) -> list[tuple[int, int]]:
    """Where the exact figures of a message stand."""
    return [one.span for one in _amounts(message)]


def _amounts(message: str) -> Iterator[_Amount]:
    for figure in find(message):
        if figure.kind in _NO_FIGURE:
            continue
        text, at = figure.text, figure.start
        if (to := _TO.match(text)) and _RISES.search(message[:at]):
            text, at = text[to.end() :], at + to.end()
        try:
            quantity = read_quantity(text)
        except PlumblineError:
            continue
        if quantity.is_exact:
            start = max((m.end() for m in _CLAUSE.finditer(message[: figure.start])), default=0)
            rest = _CLAUSE.search(message, figure.end)
            clause = f"{message[start : figure.start]} {message[figure.end : rest.start() if rest else len(message)]}"
            yield _Amount(quantity, text, (at, figure.end), frozenset(_list_words(clause)))


def _list_words(text: str) -> Iterator[str]:
    for word in re.findall(r"[^\W\d_]+", text.casefold()):
        if len(word) >= SHORTEST and word not in _UNTELLING:
            yield word


def _is_alike_word(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short[:STEM]) and len(short) >= SHORTEST


def _share(words: frozenset[str], name: str) -> int:
    """How many telling words of a name stand among some words."""
    return sum(any(_is_alike_word(word, said) for said in words) for word in set(_list_words(name.replace("_", " "))))


def _named(one: _Amount, items: Sequence[MissingInput], whole: bool) -> MissingInput | None:
    """The one item that the words beside a figure name best; by its `whole` name where the figure was read as something else."""
    shares = {
        item.name: max(_share(one.words, item.name), _share(one.words, item.label))
        for item in items
        if not whole or any(_share(one.words, n) >= len(set(_list_words(n.replace("_", " ")))) > 0 for n in (item.name, item.label))
    }  # fmt: skip
    best = max(shares.values(), default=0)
    named = [item for item in items if best and shares.get(item.name) == best]
    return named[0] if len(named) == 1 else None


def _only(
    one: _Amount, items: Sequence[MissingInput], free: Sequence[_Amount], other: Sequence[tuple[int, int]]
) -> MissingInput | None:
    """The only item that a figure with a unit can be, where no other figure can be it too, and none of its words names another thing."""
    if len(items) != 1 or not one.quantity.unit or _meets(one.span, other) or one.words - _FILLER:
        return None
    rivals = [another for another in free if another is not one and _fits(items[0], another.quantity)]
    return None if rivals else items[0]


def _fits(item: MissingInput, quantity: Quantity) -> bool:
    units = item.units or ((item.unit,) if item.unit else ())
    if not quantity.unit:
        return True
    return any(unit == quantity.unit or is_same_kind(quantity.unit, unit, item.name) for unit in units)


def _is_alike(fact: Fact, quantity: Quantity) -> bool:
    if not quantity.unit or not fact.unit:
        return not fact.unit or not quantity.unit
    return fact.unit == quantity.unit or is_same_kind(quantity.unit, fact.unit, fact.fact)


def _has_moved(fact: Fact, one: _Amount, message: str) -> bool:
    """Whether the name of a fact stands before a figure, with nothing between but that it moved: "creat came down to 1.1"."""
    label = v.FACT_LABELS.get(fact.fact, re.escape(fact.fact.replace("_", " ")))
    return bool(re.search(rf"(?<!\w)(?:{label}){_MOVED}$", message[: one.span[0]], re.IGNORECASE))


def _fact(name: str, one: _Amount, like: MissingInput | Fact) -> Fact:
    unit = one.quantity.unit or (like.unit if isinstance(like, Fact) else None)
    return Fact(fact=name, text=one.text, span=one.span, value=one.quantity.low, unit=unit or None)


def _read_nothing(message: str, item: MissingInput) -> Fact | None:
    """Nought, where a message says that there was nothing of what is asked for: "nothing given yet"."""
    first, *_ = [*_list_words(item.name.replace("_", " ")), ""]
    last = item.name.rsplit("_", 1)[-1]
    if not first or item.minimum not in (0, 0.0) or item.unit is None:
        return None
    match = re.search(rf"(?<!\w)(?:{_NOTHING})\s+(?:{first}\w*\s+)?{last}(?!\w)", message, re.IGNORECASE)
    return Fact(fact=item.name, text=match.group(), span=match.span(), value=0.0, unit=item.unit) if match else None


def _meets(span: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)
