"""No phrase is taken over from the page that started the project: its runs of eight words are kept as digests, never as text."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from assistant.library.documents import Line
from assistant.proofreading.heads import Breach

RUN = 8
"""Words that in the same order are a copied phrase."""
DIGESTS = Path(__file__).with_name("seed_runs.txt")
_WORD = re.compile(r"[^\W_]+")


def list_runs(text: str) -> Iterator[tuple[str, str]]:
    """Every run of eight words of a text, as it reads and as its digest; case and punctuation do not count."""
    words = _WORD.findall(text.casefold())
    for start in range(len(words) - RUN + 1):
        run = " ".join(words[start : start + RUN])
        yield run, hashlib.sha256(run.encode()).hexdigest()[:16]


@cache
def held() -> frozenset[str]:
    """The digests of the page's runs."""
    return frozenset(DIGESTS.read_text(encoding="utf-8").split())


def check_copies(lines: Sequence[Line]) -> Iterator[Breach]:
    """The first phrase of each block that is copied."""
    for line in lines:
        copied = next((run for run, digest in list_runs(line.block.plain) if digest in held()), None)
        if copied:
            yield line.block.line, f"a phrase is copied from the page that started the project: {copied!r}"


def make_digests(page: Path) -> str:
    """The text of the file of digests, made from a page that itself is not kept here."""
    text = page.read_text(encoding="utf-8")
    return "\n".join(sorted({digest for _, digest in list_runs(text)})) + "\n"
