"""Words as the index compares them: lower case, British and American spelling folded together, stemmed."""

import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?")
FOLDS: tuple[tuple[str, str], ...] = (
    ("ae", "e"),
    ("oe", "e"),
    ("sulph", "sulf"),
    ("our", "or"),
    ("yse", "yze"),
    ("isation", "ization"),
    ("ise", "ize"),
    ("litre", "liter"),
    ("metre", "meter"),
    ("ciclosporin", "cyclosporin"),
)
QUESTION_WORDS = frozenset((Path(__file__).parent / "question_words.txt").read_text(encoding="utf-8").split())
"""Words of questions that say nothing of the subject; they weigh nothing in the lexical search."""


def fold(word: str) -> str:
    """A word without what differs between British and American spelling."""
    folded = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    for long, short in FOLDS:
        folded = folded.replace(long, short)
    return folded


def split_words(text: str) -> Iterator[re.Match[str]]:
    """The words and numbers of a text, with their places."""
    return WORD.finditer(text)


@cache
def _stemmer() -> Callable[[str], str]:
    from Stemmer import Stemmer

    stem: Callable[[str], str] = Stemmer("english").stemWord
    return stem


def stem(word: str) -> str:
    """The stem of a word, folded first."""
    return _stemmer()(fold(word))


def is_question_word(word: str) -> bool:
    """Whether a word says nothing of the subject."""
    return word.lower().replace("'", "").replace("’", "") in QUESTION_WORDS


def tokenise(text: str) -> list[str]:
    """The stems of what a text is about, in order."""
    return [stem(m.group()) for m in split_words(text) if not is_question_word(m.group())]
