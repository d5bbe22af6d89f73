"""Find the names of what is measured in a message, misspelt ones among them."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from assistant.understanding.vocabulary import join_words, read_table

_FIGURES = read_table("figures")
_MEASURES: Mapping[str, Sequence[str]] = read_table("measures")
OTHERS: frozenset[str] = frozenset(_FIGURES["others"])
"""What is measured and no calculator takes: its number is its own."""
BLOOD_PRESSURE = "blood_pressure"
"""The name of both pressures together, which is no fact."""
PAIRS: Mapping[str, Sequence[str]] = _FIGURES["pairs"]
_NOT_BY_FIGURES = frozenset({"age"})
"""Facts that other modules read."""


@dataclass(frozen=True, slots=True)
class Label:
    """A name of what is measured: which fact, and where it stands."""

    name: str
    start: int
    end: int


def _tables() -> list[tuple[str, str]]:
    """Names with their words: others first, for "urine protein" and "ionised calcium" begin as facts do."""
    words = [
        *_FIGURES["others"].items(),
        (BLOOD_PRESSURE, _FIGURES["blood_pressure"]),
        *((name, words) for name, words in _MEASURES.items() if name not in _NOT_BY_FIGURES),
        *_FIGURES["disorders"].items(),
    ]
    return [(name, join_words(words)) for name, words in words]


_NAMES = [name for name, _ in _tables()]
_ANY = re.compile(
    r"(?<![\w])(?:"
    + "|".join(f"(?P<g{number}>{words})" for number, (_, words) in enumerate(_tables()))
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
    for table in (_MEASURES, {BLOOD_PRESSURE: _FIGURES["blood_pressure"]}, _FIGURES["others"]):
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
    "troponin": "troponin", "ferritin": "ferritin",
}  # fmt: skip
_WORDS = _plain_words()
_CHOICES = tuple(_WORDS)


def find_labels(text: str) -> list[Label]:
    """The names in the order in which they stand; of two that overlap the first."""
    return [
        Label(_NAMES[int((match.lastgroup or "g0")[1:])], match.start(), match.end()) for match in _ANY.finditer(text)
    ]


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
