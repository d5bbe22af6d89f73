"""Say of each number of a message what was measured: by the name before it, by the series it goes on, by the name after it,
or by its unit. A number that could be two things is none."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.understanding.measured import timing
from assistant.understanding.measured.amounts import Amount, name_written
from assistant.understanding.measured.beside import State, find_after, find_before, find_chain
from assistant.understanding.measured.fitting import (
    COUNTS,
    CUT_SHORT,
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
from assistant.understanding.measured.labels import BLOOD_PRESSURE, OTHERS, SHOWN, Label
from assistant.understanding.measured.readings import Reading
from assistant.understanding.measured.specimens import name_in, read_specimens
from assistant.understanding.measured.timing import UNSAID, When

_LINK = re.compile(r"→|->|=>|⇒|\b(?:to|then|now|today|here)\b")
_FIRST = re.compile(r"[\d.,]*\d")
_SHARED_UNIT = re.compile(r"\s?\(?(kPa|mm ?Hg)\b", re.IGNORECASE)
"""After the numbers of a blood gas: the unit of its pressures."""
_APART = re.compile(
    r"\s*(?:points? )?(?:less|more|lower|higher|below|above|under|over) (?:than|his|her|the|their|baseline|usual)\b",
    re.IGNORECASE,
)
"""After a number that is a difference: "6 kg less than"."""
_RENAMED = re.compile(r"[\s,;.—-]*(?:(?:no|oh|sorry|oops|wait|actually)[\s,]*)*that(?:'?s| is| was)\s+(?:actually )?(?:her|his|the|their|its)\s*", re.IGNORECASE)  # fmt: skip
_SERIES_WITHIN, _RISES_FAR = 8, 1000
"""How many times greater one number of a series may be than the next: of most things, and of enzymes and markers."""


def find_readings(
    text: str, amounts: Sequence[Amount], labels: Sequence[Label], taken: Sequence[tuple[int, int]]
) -> tuple[list[Reading], list[Amount]]:
    """What the numbers of a text are of, and the numbers that nothing tells of; those within `taken` are read elsewhere."""
    state, found, left = State(text, list(labels), read_specimens(text)), [], []
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


def _read(state: State, amount: Amount) -> list[Reading]:
    text = state.text
    before = text[state.place : amount.start]
    if amount.parts and (names := find_chain(state, amount)):
        shared = _SHARED_UNIT.match(text, amount.end)
        units = [shared[1] if shared and name in ("paco2", "pao2") else "" for name in names]
        return [
            Reading(name, start, end, value, name_written(unit))
            for name, unit, (value, start, end) in zip(names, units, amount.parts, strict=True)
        ]
    denied = timing.is_denied(before[-24:])
    label = find_before(state, amount)
    if label:
        if timing.is_aimed_for(before, text[amount.end : amount.end + 24]):
            return [Reading(f"aimed {label.name}", amount.start, amount.end, None, "")]
        if label.name in SHOWN and not (accepts(label.name, amount.unit) if amount.unit else not label.needs_unit):
            return [Reading(f"other {label.name}", amount.start, amount.end, None, amount.unit)]
        if reading := _make(state, amount, label.name, text[label.end : amount.start], before):
            return [] if denied else [_renamed(state, reading)]
    elif amount.glued:
        return []
    elif name := _series(state, amount):
        reading = _make(state, amount, name, "", before)
        return [replace(reading, series=state.last.series if state.last else 0)] if reading and not denied else []
    elif label := find_after(state, amount):
        reading = _make(state, amount, label.name, "", before)
        if reading and not timing.is_aimed_for(before, ""):
            state.place = label.end
            return [] if denied else [reading]
    name = name_by_unit(text, amount, before, state.labels)
    if name is None or denied:
        return []
    if timing.is_aimed_for(before, text[amount.end : amount.end + 24]):
        return [Reading(f"aimed {name}", amount.start, amount.end, None, "")]
    reading = _make(state, amount, name, "", before)
    return [_renamed(state, replace(reading, by_unit=not reading.corrects))] if reading else []


def _series(state: State, amount: Amount) -> str | None:
    """The name of the number before, where this one goes on its series: "6.0 → 4.1", "5.9 at 0800, 6.6 at 1400"."""
    last, text = state.last, state.text
    if last and last.name.startswith("aimed ") and not amount.parts and _is_now(text[last.end : amount.start]):
        return last.name.removeprefix("aimed ")
    if not last or last.value is None or amount.glued or (last.lower is None) == bool(amount.parts):
        return None
    if amount.unit and not amount.weak and amount.unit != last.unit and not accepts(last.name, amount.unit):
        return None
    if last.name in OTHERS and amount.unit in OF_A_BODY:
        return None  # "dry weight 68 kg, today 71 kg"
    between = text[last.end : amount.start]
    within = _RISES_FAR if last.name in SHOWN or last.name in ("ast", "alt") else _SERIES_WITHIN
    if not last.value / within <= amount.value <= last.value * within:
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
    told = timing.read_when("", text[amount.end : amount.end + 30]) is not UNSAID
    cued = bool(arrow or head or tail < len(between) or timed or told or _LINK.search(middle))
    return last.name if cued and timing.joins(middle) else None


def _is_now(between: str) -> bool:
    """Whether after what is aimed for comes what is: "aim Hb 80, currently 64"."""
    moment = timing.read_when(between, "")
    return moment.when is When.NOW and timing.joins(between[: timing.skip_time_back(between)])


def _named_within(state: State, start: int, amount: Amount) -> bool:
    return any(start <= label.start and label.end <= amount.start for label in state.labels)


def _make(state: State, amount: Amount, name: str, between: str, before: str) -> Reading | None:
    """The reading of a number under a name; None where the number cannot be of it."""
    text = state.text
    name = name_in(name, amount.start, state.specimens)
    if name == BLOOD_PRESSURE or (name == "mean_arterial_pressure" and amount.parts):
        return _pressure(state, amount, between, before)
    if name == "rate" and amount.unit in ("", "/min") and RHYTHM.search(text):
        name = "heart_rate"
    if name == "carbon_dioxide":
        name = name_carbon_dioxide(amount.unit, {label.name for label in state.labels})
    if name == "neutrophils" and amount.unit not in ("", "%") and accepts("neutrophil_count", amount.unit):
        name = "neutrophil_count"
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
    start, end, value, was = amount.start, amount.end, amount.value, None
    exact = not amount.compared or (text[amount.start] in "<>" and _goes_on(state, name))
    if exact and amount.compared:
        start = amount.number_start
    if _APART.match(text, end):
        exact = False
    if amount.high is not None:
        if timing.changes(between) or timing.changes(before[-20:]):
            was = (value, amount.number_start, amount.number_start + len(_FIRST.match(text, amount.number_start)[0]))  # type: ignore[index]
            start, value = amount.high_start, amount.high
        else:
            exact = False
    signed = name == "weight" and text[start - 2 : start] in (" -",) and text[start - 1] == "-"
    if signed:
        start, value = start - 1, -value
    if exact and not unit and name in STRICT and not is_within(name, value):
        return None
    moment = UNSAID if was else timing.read_whole(between, before, text[end : end + 40])
    corrected = _goes_on(state, name) and timing.corrects(before)
    return Reading(name, start, end, value if exact else None, unit, moment, _next(state), corrected, was=was)


def _pressure(state: State, amount: Amount, between: str, before: str) -> Reading | None:
    """A blood pressure: two numbers, or the upper alone."""
    moment = timing.read_whole(between, before, state.text[amount.end : amount.end + 40])
    corrected = _goes_on(state, BLOOD_PRESSURE) and timing.corrects(before)
    after = state.text[amount.end : amount.end + 10]
    if len(amount.parts) == 2:
        (upper, start, _), lower = amount.parts
        if amount.unit == "kPa" or not is_pressure(amount, named=True) or re.match(r"\s?k\s?pa", after, re.IGNORECASE):
            return None
        value = None if amount.compared else upper
        return Reading(BLOOD_PRESSURE, start, amount.end, value, "mmHg", moment, _next(state), corrected, lower)
    if amount.parts or not 40 <= amount.value <= 300 or amount.unit not in ("", "mmHg") or amount.high is not None:
        return None
    value = None if amount.compared else amount.value
    return Reading("systolic", amount.start, amount.end, value, amount.unit, moment, _next(state), corrected)


def _goes_on(state: State, name: str) -> bool:
    return state.last is not None and state.last.name == name


def _next(state: State) -> int:
    state.series += 1
    return state.series


def _renamed(state: State, reading: Reading) -> Reading:
    """The reading under the name that was meant: "weight 158, no sorry that's her height"."""
    match = _RENAMED.match(state.text, reading.end)
    label = next((one for one in state.labels if match and one.start == match.end()), None)
    return replace(reading, name=label.name) if label else reading
