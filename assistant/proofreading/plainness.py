"""How much there is to read, and how hard: at three in the morning, short sentences of short words."""

import re
from collections.abc import Iterator, Sequence

from assistant.figures import find
from assistant.library.documents import Line
from assistant.library.front_matter import Headed
from assistant.proofreading.heads import Breach

HARDEST = 60
"""The readability index above which a text is very hard reading (LIX: words a sentence, and long words in the hundred)."""
MOST_WORDS = 30
LONGEST = 1500
"""Words of a document's own statements; the table of differences and what is not held stand beside them."""
LONG = 7
"""Letters from which a word is long."""
APART = ("differs", "not_in_sources")
ASIDE = re.compile(r"\([^)]*\)")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
END = re.compile(r"[.;:!?](?=\s|$)")


def check_plainness(headed: Headed, lines: Sequence[Line]) -> Iterator[Breach]:
    """A document that is too long, and bottom lines that are too hard to read; a whole row of a regimen is worded by its pattern, not by a writer."""
    if (total := sum(map(_count_own_words, lines))) > LONGEST:
        yield 1, f"the statements of a document have at most {LONGEST} words; these have {total}"
    topics = frozenset(WORD.findall(" ".join((headed.front.title, *headed.front.topics)).casefold()))
    for line in lines:
        for passage in line.passages:
            if passage.role != "bottom_line" or passage.regimen is not None:
                continue
            if (words := len(_list_words(passage.text))) > MOST_WORDS:
                yield (
                    line.block.line,
                    f"a bottom line has at most {MOST_WORDS} words beside its figures; this one has {words}",
                )
            if (level := rate(passage.text, topics)) > HARDEST:
                yield (
                    line.block.line,
                    f"a bottom line reads easily: its readability index is {level:.0f}, at most {HARDEST} is kept; shorter sentences, shorter words",
                )


def rate(text: str, topics: frozenset[str] = frozenset()) -> float:
    """LIX (Björnsson 1968) of a text without its figures and asides; the words of its topic, which nobody can shorten, are short.

    Below 30 very easy, 50 to 60 hard, above 60 very hard. Empty text: 0.
    """
    words = _list_words(text)
    if not words:
        return 0.0
    long = sum(len(word) >= LONG and word.casefold() not in topics for word in words)
    return len(words) / max(1, len(END.findall(text))) + 100 * long / len(words)


def _count_own_words(line: Line) -> int:
    """The words that the writer of a document wrote in one line of it."""
    own = (passage for passage in line.passages if passage.regimen is None and passage.role not in APART)
    return sum(len(passage.text.split()) for passage in own)


def _list_words(text: str) -> list[str]:
    """The words of a text, without figures and what stands in brackets."""
    plain = ASIDE.sub(" ", text)
    for figure in reversed(find(plain)):
        plain = f"{plain[: figure.start]} {plain[figure.end :]}"
    return WORD.findall(plain)
