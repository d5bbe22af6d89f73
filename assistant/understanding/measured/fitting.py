"""What a number can be of, by its size and its unit alone."""

import re
from collections.abc import Mapping, Sequence, Set
from functools import cache

from assistant.understanding import vocabulary as v
from assistant.understanding.measured.amounts import Amount, name_written
from assistant.understanding.measured.labels import LABORATORY, OTHERS, SHOWN, Label

_TABLE = v.read_table("figures")
LIMITS: Mapping[str, Sequence[float]] = _TABLE["limits"]
STRICT = frozenset(_TABLE["strict"])
COUNTS = frozenset(_TABLE["counts"]) | {name for name, row in LABORATORY.items() if row.get("counted")}
_OWN_UNITS: Mapping[str, Sequence[str]] = _TABLE["own_units"]
NEEDS_UNIT = frozenset(_TABLE["needs_unit"])
CUT_SHORT: Mapping[str, Mapping[str, str]] = _TABLE["cut_short"]
_BY_UNIT = {unit: name for name in ("weight", "height", "drop_factor", "rate", "dose_rate", "concentration") for unit in _OWN_UNITS[name]}  # fmt: skip
OF_A_BODY = frozenset({"kg", "lb", "st", "cm", "m", "in", "ft"})
_URINE = re.compile(r"\b(?:urine|uo|u/o|uop|pu|pu'?ing|output|diuresis|drain\w*|passing|passed|wee\w*|oliguri\w+|aspirates?|losses|loss)\b[^,.;]*$", re.IGNORECASE)  # fmt: skip
_CHANGE_OF_WEIGHT = re.compile(r"\b(?:per|each|every|first|next|additional|extra|(?:loss|gain|change|lost|gained|rise|fall|drop|increase|decrease|reduction)(?: in weight)? of|another|lift\w*|by|by about)\s*$", re.IGNORECASE)  # fmt: skip
_LOSS_AFTER = re.compile(r"\s*(?:of\s)?(?:weight[- ]loss|weight[- ]gain|loss|gain|lost|gained|lighter|heavier|in \d+ (?:wk|week|month|day)|over \d+ (?:wk|week|month|day)|increments?)", re.IGNORECASE)  # fmt: skip
_BABY = re.compile(r"(?<!\w)(?:neonat\w*|newborn|bab(?:y|ies)|bb|infant|preterm|prem(?:ature|mie)?|birth ?(?:weight|wt)|dol|day of life|nicu|scbu|weeker|twin)(?!\w)", re.IGNORECASE)  # fmt: skip
_PATCH = re.compile(r"\b(?:patch|patches|transdermal)\b", re.IGNORECASE)
RHYTHM = re.compile(r"(?<!\w)(?:qt|ecg|ekg|sinus|af|flutter|rhythm|svt|paced|vt|heart)(?!\w)", re.IGNORECASE)
_TWO = 2
_BABIES_GRAMS = (300, 6500)
_TALL = {"cm": (40, 235), "m": (0.4, 2.35), "in": (18, 90), "ft": (3, 7.5)}
"""Within which sizes a bare length is somebody's height."""
_NEAR_A_LENGTH = 24
"""Characters between a length and the name of what else is so long."""


def name_by_unit(text: str, amount: Amount, before: str, labels: Sequence[Label]) -> str | None:
    """Which fact a number is by its unit, unless what stands beside it tells otherwise."""
    unit, value = amount.unit, amount.value
    after = text[amount.end : amount.end + 24]
    name = _BY_UNIT.get(unit)
    if name == "weight":
        if unit == "g" and (amount.weak or not _BABIES_GRAMS[0] <= value <= _BABIES_GRAMS[1] or not _BABY.search(text)):
            return None
        return None if _CHANGE_OF_WEIGHT.search(before) or _LOSS_AFTER.match(after) else name
    if name == "height":
        low, high = _TALL[unit]
        odd = any(one.name == "other_length" and abs(one.start - amount.end) < _NEAR_A_LENGTH for one in labels)
        whole = unit == "m" and value == int(value)
        return name if low <= value <= high and not odd and not whole and not (unit == "in" and amount.weak) else None
    if name == "rate":
        return None if _URINE.search(before) else name
    if name == "dose_rate":
        return None if _PATCH.search(text) else name
    if unit in ("°C", "°F") and not amount.parts:
        low, high = (34, 43) if unit == "°C" else (94, 109)
        return "temperature" if low <= value <= high and (not amount.weak or value != int(value)) else None
    if unit == "/min":
        spelt = text[amount.number_end : amount.end].lower()
        if "breath" in spelt:
            return "respiratory_rate"
        return "heart_rate" if 40 < value <= 250 else None
    return name


def accepts(name: str, unit: str) -> bool:
    """Whether what is named may bear a unit: its own, or a concentration."""
    if not unit or name in OTHERS or name.startswith("other "):
        return True
    if name in SHOWN:
        return unit in _units_of(name)
    if (own := _OWN_UNITS.get(name)) is not None:
        return unit in own or unit in CUT_SHORT.get(name, {})
    if unit in CUT_SHORT.get(name, {}):
        return True
    lead, slash, rest = unit.partition("/")
    return bool(slash) and rest in ("L", "dL", "mL", "µL") and lead not in ("", "mL", "drops", "cells", "10⁹")


@cache
def _units_of(name: str) -> frozenset[str]:
    """The units of a laboratory value as the house prints them, when it is first met."""
    return frozenset(map(name_written, LABORATORY[name]["units"]))


def is_within(name: str, value: float) -> bool:
    low, high = LIMITS[name]
    return low <= value <= high


def name_carbon_dioxide(unit: str, names: Set[str]) -> str:
    """What "CO2" is: a pressure by its unit, bicarbonate in a panel of electrolytes, else not told."""
    if unit in ("kPa", "mmHg"):
        return "paco2"
    panel = {"chloride", "sodium"} & names and not {"arterial_ph", "pao2", "paco2", "bicarbonate"} & names
    return "bicarbonate" if panel else "carbon_dioxide"


def is_pressure(amount: Amount, named: bool = False) -> bool:
    """Whether two numbers with a slash can be a blood pressure; the greater stands first unless it is `named` so, for then what
    was typed the wrong way round is told."""
    if len(amount.parts) != _TWO:
        return False
    (upper, *_), (lower, *_) = amount.parts
    if upper != int(upper) or lower != int(lower):
        return False
    return (
        (30 <= upper <= 300 and 10 <= lower <= 300)
        if named
        else (40 <= upper <= 300 and 15 <= lower <= 180 and upper > lower)
    )
