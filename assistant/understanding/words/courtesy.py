"""Whether a message is courtesy alone: the next one goes on from what was spoken of before it."""

import re

from assistant.understanding import vocabulary as v

_WORDS = re.compile(rf"(?:\W*(?<!\w)(?:{v.join_words(v.read_table('talk')['courtesy'])})(?!\w))+\W*", re.IGNORECASE)


def is_courtesy(message: str) -> bool:
    """Whether every word of a message is thanks, a greeting or other talk that asks nothing."""
    return bool(_WORDS.fullmatch(message))
