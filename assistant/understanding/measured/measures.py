"""Say of each number of a message what was measured: by the name before it, by the series it goes on, by the name after it,
or by its unit. A number that could be two things is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from assistant.understanding import vocabulary as v
from assistant.understanding.measured import timing
from assistant.understanding.measured.amounts import Amount, name_written
from assistant.understanding.measured.fitting import (
    COUNTS,
    CUT_SHORT,
    LIMITS,
    NEEDS_UNIT,
    OF_A_BODY,
    RHYTHM,
    STRICT,
    accepts,
    is_pressure,
    is_within,
    name_by_unit,
    name_carbon_dioxide,
)  # fmt: skip
from assistant.understanding.measured.labels import BLOOD_PRESSURE, OTHERS, PAIRS, Label, find_misspelt
from assistant.understanding.measured.readings import Reading
from assistant.understanding.measured.specimens import name_in, read_specimens
from assistant.understanding.measured.timing import When

_TABLE = v.read_table("figures")
_DISORDER = re.compile("|".join(map(v.join_words, _TABLE["disorders"].values())), re.IGNORECASE)
_LONELY = re.compile(v.join_words(_TABLE["talk"]), re.IGNORECASE)
"""Names that are words of talk as well: no comma may part them from their number."""
_AFTER = re.compile(r"\s*(?:of\s+|on\s+)?(?:the\s+)?", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"[\s:=<>]*(?:is|was|of|at)?[\s:=<>]*\d", re.IGNORECASE)
_NAMED_AFTER = frozenset(_TABLE["named_after"])
"""What a bare number before a name may be a level of; "20 of potassium" is a dose."""
_LONG_WORD = re.compile(r"(?<!\w)[a-zäöü]{5,}(?!\w)", re.IGNORECASE)
_LINK = re.compile(r"→|->|=>|⇒|\b(?:to|then|now|today|here)\b")
_REACH = 40
"""Characters before a number within which its name stands."""
_RENAMED = re.compile(r"[\s,;.—-]*(?:(?:no|oh|sorry|oops|wait|actually)[\s,]*)*that(?:'?s| is| was)\s+(?:actually )?(?:her|his|the|their|its)\s*", re.IGNORECASE)  # fmt: skip
_SERIES_WITHIN = 8
"""How many times greater one number of a series may be than the next."""


@dataclass(slots=True)
class _State:
    """Where the reading of one message stands."""

    text: str
    labels: list[Label]
    specimens: Sequence[tuple[int, int, str]]
    place: int = 0
    last: Reading | None = None
    series: int = 0


def find_readings(
    text: str, amounts: Sequence[Amount], labels: Sequence[Label], taken: Sequence[tuple[int, int]]
) -> tuple[list[Reading], list[Amount]]:
    """What the numbers of a text are of, and the numbers that nothing tells of; those within `taken` are read elsewhere."""
    state, found, left = _State(text, list(labels), read_specimens(text)), [], []
    for amount in amounts:
        if ends := [end for start, end in taken if start < amount.end and amount.number_start < end]:
            state.place = max(state.place, amount.number_end, *ends)
            continue
        readings = _read(state, amount)
        found += readings
        if not readings and not amount.glued:
            left.append(amount)
        if not readings or not timing.is_denied(text[max(0, amount.start - 12) : amount.start]):
            state.last = readings[0] if len(readings) == 1 else None
        state.place = max(
            state.place, readings[-1].end if readings else amount.number_end if amount.weak else amount.end
        )
    return found, left


def _read(state: _State, amount: Amount) -> list[Reading]:
    text = state.text
    before = text[state.place : amount.start]
    if amount.parts and (names := _chain(state, amount)):
        return [
            Reading(name, start, end, value, "") for name, (value, start, end) in zip(names, amount.parts, strict=True)
        ]
    denied = timing.is_denied(before[-24:])
    label = _label_before(state, amount)
    if label:
        if timing.is_aimed_for(before, text[amount.end : amount.end + 24]):
            return [Reading(f"aimed {label.name}", amount.start, amount.end, None, "")]
        if reading := _make(state, amount, label.name, text[label.end : amount.start], before):
            return [] if denied else [_renamed(state, reading)]
    elif amount.glued:
        return []
    elif name := _series(state, amount):
        reading = _make(state, amount, name, "", before)
        return [replace(reading, series=state.last.series if state.last else 0)] if reading and not denied else []
    elif name := _label_after(state, amount):
        reading = _make(state, amount, name, "", before)
        if reading and not timing.is_aimed_for(before, ""):
            return [] if denied else [reading]
    name = name_by_unit(text, amount, before, state.labels)
    if name is None or denied:
        return []
    if timing.is_aimed_for(before, text[amount.end : amount.end + 24]):
        return [Reading(f"aimed {name}", amount.start, amount.end, None, "")]
    reading = _make(state, amount, name, "", before)
    return [_renamed(state, reading)] if reading else []


def _label_before(state: _State, amount: Amount) -> Label | None:
    text = state.text
    near = [label for label in state.labels if state.place <= label.start and label.end <= amount.number_start]
    for label in reversed(near[-3:]):
        between = text[label.end : amount.start]
        if not timing.BETWEEN.fullmatch(between) or (amount.glued and label.end != amount.number_start):
            continue
        word = text[label.start : label.end]
        if "," in between and (between.strip() == "," or _DISORDER.fullmatch(word) or _LONELY.search(word)):
            continue
        if _is_salt(state, label) or _shares_its_number(state, label):
            return None
        return label
    return None if amount.glued else _misspelt(state, amount)


def _misspelt(state: _State, amount: Amount) -> Label | None:
    """The name before a number, misspelt."""
    start = max(state.place, amount.start - _REACH)
    for word in list(_LONG_WORD.finditer(state.text, start, amount.start))[:-4:-1]:
        between = state.text[word.end() : amount.start]
        if "," not in between and timing.BETWEEN.fullmatch(between) and (name := find_misspelt(word.group())):
            return Label(name, word.start(), word.end())
    return None


def _is_salt(state: _State, label: Label) -> bool:
    """Whether a name is the second word of a medicine: "potassium phosphate", "sodium bicarbonate"."""
    if label.name not in ("bicarbonate", "chloride", "phosphate", "lactate"):
        return False
    return any(
        other.end in (label.start - 1, label.start) and other.name in ("sodium", "potassium", "calcium", "magnesium")
        and other.end - other.start > 2
        for other in state.labels
    )  # fmt: skip


def _shares_its_number(state: _State, label: Label) -> bool:
    """Whether a name is one of several before one number: "AST/ALT 400"."""
    return (
        label.start > 0 and state.text[label.start - 1] == "/" and any(o.end == label.start - 1 for o in state.labels)
    )


def _chain(state: _State, amount: Amount) -> list[str]:
    """The names of a list of numbers, one for each: "Na/K/Cl 126/3.0/88", "H/H 6.8/20.5"."""
    before = state.text[state.place : amount.start]
    for words, names in PAIRS.items():
        if len(names) == len(amount.parts) and re.search(rf"(?<!\w){re.escape(words)}[\s:=]*$", before, re.IGNORECASE):
            return list(names)
    near = [one for one in state.labels if state.place <= one.start and one.end <= amount.start][-len(amount.parts) :]
    if len(near) != len(amount.parts) or not timing.BETWEEN.fullmatch(state.text[near[-1].end : amount.start]):
        return []
    gaps = [state.text[one.end : other.start] for one, other in pairwise(near)]
    return [one.name for one in near] if all(re.fullmatch(r"\s?[/&+]\s?", gap) for gap in gaps) else []


def _series(state: _State, amount: Amount) -> str | None:
    """The name of the number before, where this one goes on its series: "6.0 → 4.1", "5.9 at 0800, 6.6 at 1400"."""
    last, text = state.last, state.text
    if not last or last.value is None or amount.glued or (last.lower is None) == bool(amount.parts):
        return None
    if amount.unit and not amount.weak and amount.unit != last.unit and not accepts(last.name, amount.unit):
        return None
    if last.name in OTHERS and amount.unit in OF_A_BODY:
        return None  # "dry weight 68 kg, today 71 kg"
    between = text[last.end : amount.start]
    if not last.value / _SERIES_WITHIN <= amount.value <= last.value * _SERIES_WITHIN:
        return None
    arrow = amount.compared and text[amount.start] in "<>" and between.strip() in ("", "-", "--", "=") and bool(between)
    between = between.rstrip("-= ") if arrow else between
    if (
        timing.corrects(between)
        and len(between.split()) <= _SERIES_WITHIN
        and not _named_within(state, last.end, amount)
    ):
        return last.name
    head, tail = timing.skip_time(between), timing.skip_time_back(between)
    tail = max(tail, head)
    middle = between[head:tail]
    timed = timing.read_clock(text[amount.end : amount.end + 16]) is not None
    told = timing.read_when("", text[amount.end : amount.end + 30]) is not When.UNSAID
    cued = bool(arrow or head or tail < len(between) or timed or told or _LINK.search(middle))
    return last.name if cued and timing.joins(middle) else None


def _named_within(state: _State, start: int, amount: Amount) -> bool:
    return any(start <= label.start and label.end <= amount.start for label in state.labels)


def _label_after(state: _State, amount: Amount) -> str | None:
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
        return label.name if accepts(label.name, amount.unit) else None
    if label.name not in _NAMED_AFTER or label.end - label.start <= 2:
        return None
    low, high = LIMITS.get(label.name, (0, 0))
    return label.name if low <= amount.value <= high else None


def _make(state: _State, amount: Amount, name: str, between: str, before: str) -> Reading | None:
    """The reading of a number under a name; None where the number cannot be of it."""
    text = state.text
    name = name_in(name, amount.start, state.specimens)
    if name == BLOOD_PRESSURE or (name == "mean_arterial_pressure" and amount.parts):
        return _pressure(state, amount, between, before)
    if name == "rate" and amount.unit in ("", "/min") and RHYTHM.search(text):
        name = "heart_rate"
    if name == "carbon_dioxide":
        name = name_carbon_dioxide(amount.unit, {label.name for label in state.labels})
    if not accepts(name, amount.unit):
        if not amount.weak:
            return None
        if text[amount.number_end : amount.end].strip().lower() == "mg":
            state.labels.append(Label("magnesium", amount.end - len("mg"), amount.end))
            state.labels.sort(key=lambda one: one.start)
        amount = amount.without_unit()
    if name in OTHERS and amount.unit in OF_A_BODY and not amount.weak and name not in ("other_length", "ideal_weight"):
        return None
    if name == "glasgow_coma_scale" and len(amount.parts) == 2 and amount.parts[1][0] == 15:
        amount = replace(amount, parts=())
    if amount.parts or (name in COUNTS and amount.value and amount.compared and amount.high):
        return None
    if (amount.commas and name not in COUNTS and amount.unit != "g") or (amount.scaled and name not in COUNTS):
        return None
    unit = CUT_SHORT.get(name, {}).get(amount.unit, amount.unit)
    if not unit and (named := timing.read_unit_between(between)):
        unit = name_written(named)
    if not unit and name in NEEDS_UNIT:
        return None
    start, end, value, changed = amount.start, amount.end, amount.value, False
    exact = not amount.compared or (text[amount.start] in "<>" and _goes_on(state, name))
    if exact and amount.compared:
        start = amount.number_start
    if amount.high is not None:
        if timing.changes(between) or timing.changes(before[-20:]):
            start, value, changed = amount.high_start, amount.high, True
        else:
            exact = False
    signed = name == "weight" and text[start - 2 : start] in (" -",) and text[start - 1] == "-"
    if signed:
        start, value = start - 1, -value
    if exact and not unit and name in STRICT and not is_within(name, value):
        return None
    when, clock = (When.UNSAID, None) if changed else timing.read_whole(between, before, text[end : end + 40])
    corrected = _goes_on(state, name) and timing.corrects(before)
    return Reading(name, start, end, value if exact else None, unit, when, clock, _next(state), corrected)


def _pressure(state: _State, amount: Amount, between: str, before: str) -> Reading | None:
    """A blood pressure: two numbers, or the upper alone."""
    when, clock = timing.read_whole(between, before, state.text[amount.end : amount.end + 40])
    corrected = _goes_on(state, BLOOD_PRESSURE) and timing.corrects(before)
    after = state.text[amount.end : amount.end + 10]
    if len(amount.parts) == 2:
        (upper, start, _), lower = amount.parts
        if amount.unit == "kPa" or not is_pressure(amount, named=True) or re.match(r"\s?k\s?pa", after, re.IGNORECASE):
            return None
        value = None if amount.compared else upper
        return Reading(BLOOD_PRESSURE, start, amount.end, value, "mmHg", when, clock, _next(state), corrected, lower)
    if amount.parts or not 40 <= amount.value <= 300 or amount.unit not in ("", "mmHg") or amount.high is not None:
        return None
    value = None if amount.compared else amount.value
    return Reading("systolic", amount.start, amount.end, value, amount.unit, when, clock, _next(state), corrected)


def _goes_on(state: _State, name: str) -> bool:
    return state.last is not None and state.last.name == name


def _next(state: _State) -> int:
    state.series += 1
    return state.series


def _renamed(state: _State, reading: Reading) -> Reading:
    """The reading under the name that was meant: "weight 158, no sorry that's her height"."""
    match = _RENAMED.match(state.text, reading.end)
    label = next((one for one in state.labels if match and one.start == match.end()), None)
    return replace(reading, name=label.name) if label else reading
