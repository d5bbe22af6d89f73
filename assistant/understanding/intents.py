"""What a message asks for: a dose, what is watched, a caution, a reason."""

import re

from assistant.records import Fact
from assistant.understanding import vocabulary as v
from assistant.understanding.naming import Naming
from assistant.understanding.patient.states import read_states

WHY = "pearls"
"""The intent of a question that asks for a reason."""


def read_intents(question: str) -> tuple[str, ...]:
    """What is asked for, in the order in which it is named; "why" tells most."""
    found = [
        (m.start() if name != WHY or "why" not in m.group().lower() else -1, name)
        for name, words in v.INTENTS.items()
        if (m := re.search(rf"\b(?:{words})\b", question, re.IGNORECASE))
    ]
    return tuple(name for _, name in sorted(found)) or ("background",)


def without_poisons(question: str, naming: Naming) -> str:
    """The question without the names of what is treated that sound like a caution or like people: "benzodiazepine overdose",
    "spironolactone in heart failure"."""
    topics = list(naming.documents.values())
    for phrase in (*naming.indications.values(), *topics):
        if phrase in topics or re.search(r"overdose|toxic|poison", phrase):
            question = re.sub(re.escape(phrase), " ", question, flags=re.IGNORECASE)
    return question


def without_normal(question: str, facts: tuple[Fact, ...]) -> str:
    """The question without the words for kidneys that were said to be normal: nothing is asked about them."""
    normal = read_states(facts).own == v.STATES["kidneys"]["normal"]
    return re.sub(r"(?i)\b(?:renal|kidneys?|egfr)\b", " ", question) if normal else question
