"""How likely it is that the indexed sources speak of what a question asks: one number from 0 to 1, the same on every site.

It is the logistic of a few signs, which the search and the reading know already. How much each counts, and from which number a
question that names no topic is answered, stand in `confidence.yaml`; `python -m evals.reading.calibrate` reads them off the
labelled questions.
"""

import math
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.library import Search
from assistant.planning.scope import asks_for_judgement, is_clinical, speaks_of_other_things
from assistant.understanding.question import Reading

MOST_UNKNOWN = 2
"""Unknown words from which more of them tell nothing more."""
LIKE_WORDS, MOST_WORDS = 10.0, 1.5
"""The BM25 score that counts as one, and how far a long question can raise it."""

FAR = 0.3
"""The cosine of the nearest passage below which a question is rather of something else than medicine."""


@dataclass(frozen=True)
class Signs:
    """What tells whether a question is answered from the sources; each about 0 to 1."""

    words: float
    """The words that the nearest passage shares with the question, by their weight."""
    named: float
    """Whether a topic, an indication or a score is named, or the question goes on from the one before."""
    unknown: float
    """How many words no source holds."""
    clinical: float
    """Whether one of those names a disease, a medicine or the like."""
    far: float
    """How far from the question the nearest passage lies in meaning, where it is not about medicine."""
    apart: float
    """Whether it asks for what a person has to judge, or speaks of what is no matter of medicine."""


def read_signs(reading: Reading, search: Search) -> Signs:
    """The signs of one question."""
    unknown = () if reading.language else reading.unknown  # the words of another language are in no source
    question = reading.question
    return Signs(
        words=min(search.hits[0].lexical / LIKE_WORDS, MOST_WORDS) if search.hits else 0.0,
        named=float(bool(reading.documents or reading.indications or reading.calculators or reading.follow_up)),
        unknown=min(len(unknown), MOST_UNKNOWN) / MOST_UNKNOWN,
        clinical=float(any(is_clinical(word, question) for word in unknown)),
        far=min(max(0.0, FAR - search.top_dense) / (FAR / 2), 1.0),
        apart=float(asks_for_judgement(question) or speaks_of_other_things(question)),
    )


def rate(reading: Reading, search: Search) -> float:
    """The confidence that the sources speak of what is asked."""
    weights = _read_table()["weights"]
    signs = {"always": 1.0, **asdict(read_signs(reading, search))}
    return round(1 / (1 + math.exp(-sum(weights[name] * value for name, value in signs.items()))), 4)


def is_enough(confidence: float) -> bool:
    """Whether a question with this confidence is answered, where it names nothing that settles it."""
    return bool(confidence >= _read_table()["threshold"])


def is_for_a_person(reading: Reading, search: Search) -> bool:
    """Whether a question asks for a judgement, and nothing speaks for the sources giving it."""
    return not reading.follow_up and asks_for_judgement(reading.question) and not is_enough(rate(reading, search))


@cache
def _read_table() -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
    return table
