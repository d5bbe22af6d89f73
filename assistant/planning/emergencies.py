"""Which questions are about an emergency, as the documents name it: hyperkalaemia with ECG change, a seizure with a low sodium."""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from assistant.composers.draft import Material, Request
from assistant.composers.fitting import names, pool_of, stems
from assistant.library.words import fold
from assistant.records import Banner, Document, Passage
from assistant.understanding.choosing.calls import Call
from assistant.understanding.patient import dangers
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import INTENTS

EMERGENCY = Banner(text="Emergency: call for help and treat without delay.", topic=dangers.EMERGENCY)
_DENIED = re.compile(
    r"\b(?:no|not|nor|without|denies|never|isn.?t|prevent\w*|avoid\w*)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


NO_HASTE = frozenset({"pearls", "differs", "monitoring", "causes", "checks"})
"""Intents of a question that is not about what to do now, where no patient stands behind it."""


def find_situation(reading: Reading, documents: Iterable[Document]) -> str:
    """A pattern of what makes an emergency of a question, the last phrase of each that it names; empty where it is none."""
    if reading.intents[0] in NO_HASTE and not reading.about_a_patient:
        return ""
    text = fold(reading.standalone)
    named = (
        phrases[-1]
        for document in documents
        for phrases in document.emergencies
        if all(_is_said(phrase, text) for phrase in phrases)
    )
    return "|".join(re.escape(phrase) for phrase in dict.fromkeys(named))


def is_of_special_people(words: Iterable[str]) -> bool:
    """Whether words name people rather than a thing: the kidneys, the liver, the old. Their caution stands after the dose."""
    return bool(re.search(rf"\b(?:{INTENTS['special_groups']}|impairment|failure)\b", " ".join(words), re.IGNORECASE))


def find_caution(request: Request, calls: Sequence[Call], material: Material) -> Passage | None:
    """What is said of the drug in a state of the patient, such as impaired kidneys, and of no other indication than was named."""
    others = {phrase for call in calls for phrase in call.entry.indications if phrase != call.indication}
    other = "|".join(re.escape(phrase) for phrase in others)
    found = [
        p
        for p in pool_of(request, material)
        if p.role in ("special_groups", "cautions")
        and names(request.on_state, p.text)
        and not names(other, p.text)
        and any(stems(call.entry.drug) <= stems(p.text) for call in calls)
    ]
    return max(found, key=lambda p: request.scores.get(p.id, 0.0), default=None)


def _is_said(phrase: str, text: str) -> bool:
    word, pattern = _read(phrase)
    return word in text and any(not _DENIED.search(text[: match.start()]) for match in pattern.finditer(text))


@cache
def _read(phrase: str) -> tuple[str, re.Pattern[str]]:
    """A word without which a phrase is not said, and the pattern of the phrase."""
    words = re.split(r"[\s\-–]+", fold(phrase))
    whole = r"[\s\-–]+".join(re.escape(word) for word in words)
    return max(words, key=len), re.compile(rf"(?<![\w-]){whole}(?:s|es)?(?!\w)", re.IGNORECASE)
