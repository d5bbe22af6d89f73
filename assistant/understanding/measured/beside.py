"""The name beside a number, before it or after it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.understanding import vocabulary as v
from assistant.understanding.measured import timing
from assistant.understanding.measured.amounts import Amount
from assistant.understanding.measured.fitting import LIMITS, NEEDS_UNIT, accepts
from assistant.understanding.measured.labels import OTHERS, PAIRS, Label, find_misspelt
from assistant.understanding.measured.readings import Reading

_TABLE = v.read_table("figures")
_DISORDER = re.compile("|".join(map(v.join_words, _TABLE["disorders"].values())), re.IGNORECASE)
_LONELY = re.compile(v.join_words(_TABLE["talk"]), re.IGNORECASE)
"""Names that are words of talk as well: no comma may part them from their number."""
_AFTER = re.compile(r"\s*(?:of\s+|on\s+)?(?:the\s+)?", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"[\s:=<>]*(?:is|was|of|at)?[\s:=<>]*\d", re.IGNORECASE)
_NAMED_AFTER = frozenset(_TABLE["named_after"])
"""What a bare number before a name may be a level of; "20 of potassium" is a dose."""
_LONG_WORD = re.compile(r"(?<!\w)[a-zäöü]{5,}(?!\w)", re.IGNORECASE)
_REACH = 40
"""Characters before a number within which its name stands."""


@dataclass(slots=True)
class State:
    """Where the reading of one message stands: its text, the names in it, and how far it is read."""

    text: str
    labels: list[Label]
    specimens: Sequence[tuple[int, int, str]]
    place: int = 0
    last: Reading | None = None
    series: int = 0


def find_before(state: State, amount: Amount) -> Label | None:
    """The name before a number that it is of."""
    text = state.text
    near = [label for label in state.labels if state.place <= label.start and label.end <= amount.number_start]
    for label in reversed(near[-3:]):
        between = text[label.end : amount.start]
        if not timing.BETWEEN.fullmatch(between) or (amount.glued and label.end != amount.number_start):
            continue
        word = text[label.start : label.end]
        if between.strip() == "," and not _bears_its_unit(label, amount):
            continue
        if "," in between and (_DISORDER.fullmatch(word) or _LONELY.search(word)):
            continue
        if _is_salt(state, label) or _shares_its_number(state, label):
            return None
        return label
    return None if amount.glued else _misspelt(state, amount)


def _bears_its_unit(label: Label, amount: Amount) -> bool:
    """Whether a number after a comma has a unit that its name bears: "sodium, 141 mmol/L"."""
    return (
        bool(amount.unit)
        and not amount.weak
        and amount.unit != "%"
        and accepts(label.name, amount.unit)
        and label.name not in OTHERS
    )


def _misspelt(state: State, amount: Amount) -> Label | None:
    """The name before a number, misspelt."""
    start = max(state.place, amount.start - _REACH)
    for word in list(_LONG_WORD.finditer(state.text, start, amount.start))[:-4:-1]:
        between = state.text[word.end() : amount.start]
        if "," not in between and timing.BETWEEN.fullmatch(between) and (name := find_misspelt(word.group())):
            return Label(name, word.start(), word.end())
    return None


def _is_salt(state: State, label: Label) -> bool:
    """Whether a name is the second word of a medicine: "potassium phosphate", "sodium bicarbonate"."""
    if label.name not in ("bicarbonate", "chloride", "phosphate", "lactate"):
        return False
    return any(
        other.end in (label.start - 1, label.start) and other.name in ("sodium", "potassium", "calcium", "magnesium")
        and other.end - other.start > 2
        for other in state.labels
    )  # fmt: skip


def _shares_its_number(state: State, label: Label) -> bool:
    """Whether a name is one of several before one number: "AST/ALT 400"."""
    return (
        label.start > 0 and state.text[label.start - 1] == "/" and any(o.end == label.start - 1 for o in state.labels)
    )


def find_after(state: State, amount: Amount) -> Label | None:
    """The name after a number that it is of: "22 of bicarb"."""
    text = state.text
    end = amount.end if not amount.weak else amount.number_end
    space = _AFTER.match(text, end)
    place = space.end() if space else end
    label = next((one for one in state.labels if one.start == place), None)
    if label is None or label.name in OTHERS or place == end:
        return None
    if _OWN_NUMBER.match(text, label.end) and not (amount.unit and label.name in NEEDS_UNIT):
        return None
    if amount.unit and not amount.weak:
        return label if accepts(label.name, amount.unit) else None
    if label.name not in _NAMED_AFTER or label.end - label.start <= 2:
        return None
    low, high = LIMITS.get(label.name, (0, 0))
    return label if low <= amount.value <= high else None


def find_chain(state: State, amount: Amount) -> list[str]:
    """The names of a list of numbers, one for each: "Na/K/Cl 126/3.0/88", "H/H 6.8/20.5"."""
    before = state.text[max(0, amount.start - _REACH) : amount.start]
    for words, names in PAIRS.items():
        if len(names) == len(amount.parts) and re.search(rf"(?<!\w){re.escape(words)}[\s:=]*$", before, re.IGNORECASE):
            low, high = LIMITS[names[0]]
            return list(names) if low <= amount.parts[0][0] <= high else []
    near = [one for one in state.labels if state.place <= one.start and one.end <= amount.start][-len(amount.parts) :]
    if len(near) != len(amount.parts) or not timing.BETWEEN.fullmatch(state.text[near[-1].end : amount.start]):
        return []
    gaps = [state.text[one.end : other.start] for one, other in pairwise(near)]
    return [one.name for one in near] if all(re.fullmatch(r"\s?[/&+]\s?", gap) for gap in gaps) else []
