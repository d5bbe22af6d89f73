"""Find the names of what is measured in a message, misspelt ones among them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from rapidfuzz.distance import OSA

from assistant.understanding.vocabulary import join_words, read_table

_FIGURES = read_table("figures")
_MEASURES: Mapping[str, Sequence[str]] = read_table("measures")
LABORATORY: Mapping[str, Mapping[str, Any]] = read_table("laboratory")
"""Laboratory values with their units; those that have words there are taken by no calculator."""
SHOWN: frozenset[str] = frozenset(name for name, row in LABORATORY.items() if row.keys() & {"words", "with_unit"})
"""Laboratory values that are read and shown, and used in no calculation."""
OTHERS: frozenset[str] = frozenset(_FIGURES["others"])
"""What is never read: its number is its own."""
BLOOD_PRESSURE = "blood_pressure"
"""The name of both pressures together, which is no fact."""
PAIRS: Mapping[str, Sequence[str]] = _FIGURES["pairs"]
_NOT_BY_FIGURES = frozenset({"age"})
"""Facts that other modules read."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name of what is measured: which fact, and where it stands; with `needs_unit` a number beside it may be a dose."""

    name: str
    start: int
    end: int
    needs_unit: bool = False


def _tables() -> list[tuple[str, bool, str]]:
    """Names with their words, and whether a unit is needed: others first, for "urine protein" and "ionised calcium" begin as
    facts do."""
    words = [
        *((name, False, row["words"]) for name, row in LABORATORY.items() if "words" in row),
        *((name, True, row["with_unit"]) for name, row in LABORATORY.items() if "with_unit" in row),
        *((name, False, words) for name, words in _FIGURES["others"].items()),
        (BLOOD_PRESSURE, False, _FIGURES["blood_pressure"]),
        *((name, False, words) for name, words in _MEASURES.items() if name not in _NOT_BY_FIGURES),
        *((name, False, words) for name, words in _FIGURES["disorders"].items()),
    ]
    return [(name, needs_unit, join_words(words)) for name, needs_unit, words in words]


_NAMES = [(name, needs_unit) for name, needs_unit, _ in _tables()]
_ANY = re.compile(
    r"(?<![\w])(?:"
    + "|".join(f"(?P<g{number}>{words})" for number, (_, _, words) in enumerate(_tables()))
    + r")(?:(?<=\d)(?![\w])|(?<!\d)(?![^\W\d_]))",
    re.IGNORECASE,
)
_LONG = 5
"""Letters from which a word may be misspelt and still be known."""
_LONGER = 9
"""Letters from which two may be wrong."""
_REAL_WORDS = frozenset({
    "weigh", "eight", "height", "weight", "tempo", "temper", "temple", "lactase", "creatine", "chlorine", "album", "glucagon", "calcitonin",
    "ketone", "plate", "plates", "leave", "spite", "place", "saturday", "pressing", "pressured", "lengths", "strengths", "eights", "heights",
})  # fmt: skip
"""Words that are as near to a name as a misspelling and are themselves."""


def _plain_words() -> dict[str, str]:
    """The single long words that name one fact, and those that regular expressions spell."""
    spelt: dict[str, str] = dict(_SPELT_OUT)
    laboratory = {name: row["words"] for name, row in LABORATORY.items() if "words" in row}
    for table in (_MEASURES, {BLOOD_PRESSURE: _FIGURES["blood_pressure"]}, laboratory, _FIGURES["others"]):
        for name, words in table.items():
            for word in words:
                if len(word) >= _LONG and re.fullmatch(r"[a-zäöü]+", word):
                    spelt.setdefault(word, name)
    return spelt


_SPELT_OUT = {
    "haemoglobin": "haemoglobin", "hemoglobin": "haemoglobin", "haematocrit": "haematocrit", "hematocrit": "haematocrit",
    "platelets": "platelets", "platelet": "platelets", "bilirubin": "bilirubin", "creatinine": "creatinine", "sodium": "sodium",
    "potassium": "potassium", "chloride": "chloride", "calcium": "calcium", "magnesium": "magnesium", "phosphate": "phosphate",
    "albumin": "albumin", "glucose": "glucose", "ketones": "ketones", "bicarbonate": "bicarbonate", "bicarb": "bicarbonate",
    "weight": "weight", "weighs": "weight", "weighing": "weight", "height": "height", "systolic": "systolic", "diastolic": "diastolic",
    "temperature": "temperature", "respirations": "respiratory_rate", "respiratory": "respiratory_rate", "saturations": "oxygen_saturation",
    "saturation": "oxygen_saturation", "pulse": "heart_rate", "pressure": BLOOD_PRESSURE, "cholesterol": "total_cholesterol",
    "triglycerides": "triglycerides", "neutrophils": "neutrophils", "lactate": "lactate", "osmolality": "measured_osmolality",
    "troponin": "troponin_level", "ferritin": "ferritin", "urate": "uric_acid",
}  # fmt: skip
_WORDS = _plain_words()
_CHOICES = tuple(_WORDS)


def find_labels(text: str) -> list[Label]:
    """The names in the order in which they stand; of two that overlap the first."""
    return [_label(match) for match in _ANY.finditer(text)]


def _label(match: re.Match[str]) -> Label:
    name, needs_unit = _NAMES[int((match.lastgroup or "g0")[1:])]
    return Label(name, match.start(), match.end(), needs_unit)


def find_misspelt(word: str) -> str | None:
    """Which fact a misspelt word names; None where it names none, or two."""
    plain = word.lower()
    if len(plain) < _LONG or plain in _REAL_WORDS or plain in _WORDS:
        return None
    allowed = 2 if len(plain) >= _LONGER else 1
    distances = ((OSA.distance(plain, known, score_cutoff=allowed), _WORDS[known]) for known in _CHOICES)
    found = [(distance, name) for distance, name in distances if distance <= allowed]
    if not found:
        return None
    least = min(distance for distance, _ in found)
    names = {name for distance, name in found if distance == least}
    return names.pop() if len(names) == 1 else None
