"""What every document must mention: with a source, or as not in our sources. Nothing that a reader looks for is passed over."""

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.library.documents import Line
from assistant.library.front_matter import Headed
from assistant.proofreading.heads import Breach
from assistant.records import Subject

EVERYWHERE: Mapping[str, str] = {
    "pregnancy": r"pregnan|\bbirth\b",
    "kidney disease": r"kidney|renal|dialysis|creatinine clearance",
    "liver disease": r"liver|hepat|cirrho",
    "contraindications": r"contra-?indicat",
    "interactions": r"interact",
    "monitoring": r"monitor",
    "when to stop": r"\bstop",
}
MENTIONS: Mapping[Subject, Mapping[str, str]] = {
    "condition": {**EVERYWHERE, "red flags": r"red flags?|emergency|urgent"},
    "drug": {**EVERYWHERE, "what is done when it harms": r"overdose|revers|antidote|toxic|bleed|hypoglyc"},
}
"""What a document of a condition and one of a drug must mention, each by the words that count as mentioning it."""


def check_mentions(headed: Headed, lines: Sequence[Line]) -> Iterator[Breach]:
    """What a document passes over."""
    said = " ".join(
        line.block.plain for line in lines if line.block.kind != "heading" or line.block.level > 1
    ).casefold()
    if not lines:
        return
    for subject, words in MENTIONS[headed.front.subject].items():
        if not re.search(words, said):
            yield (
                headed.body_line,
                f"nothing is said of {subject}: state it with its source, or list it as not in our sources",
            )
