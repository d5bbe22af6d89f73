"""A plain copy of a text for the scanner to read, with the way back to the original offsets.

Every script's digits become ASCII digits, every other numeric character (½, Ⅳ, 五) one sentinel, dashes and blanks one
form each, compatibility letters their plain ones, look-alike letters of other alphabets their Latin twins; characters
that take no room (zero-width, combining, variation selectors) disappear. What counts as numeric is what `unicodedata`
says.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

SENTINEL = "\x01"
"""Stands for a numeric character that is no digit."""
BARRIER = "\ufffc"
"""Stands for a handle: no figure reaches across it."""

# Cyrillic and Greek letters drawn like Latin ones; they only widen what is found, never narrow it.
_TWINS = dict(
    zip("асеорхуіјѕԁԛԝһмтвнкАСЕОРХУІЈЅМТВНКοαενικρτυχ", "aceopxyijsdqwhmtbhkACEOPXYIJSMTBHKoaevikptux", strict=True)
)
_SIGNS = {
    "−": "-",
    "﹣": "-",
    "⁄": "/",
    "∕": "/",
    "·": ".",
    "٫": ".",
    "٬": ",",
    "’": "'",
    "′": "'",
    "″": '"',
    "”": '"',
    "✕": "×",
    "✖": "×",
}


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` is what the scanner reads; character `i` of it came from `origins[i]` of the original."""

    text: str
    origins: tuple[int, ...]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of the shadow came from."""
        return self.origins[start], self.origins[end - 1] + 1


@lru_cache(maxsize=8192)
def plain(char: str) -> str:
    """What one character reads as: nothing, one character or several."""
    if unicodedata.digit(char, None) is not None:
        return str(unicodedata.digit(char))
    if unicodedata.numeric(char, None) is not None:
        return SENTINEL
    if char in _TWINS or char in _SIGNS:
        return _TWINS.get(char) or _SIGNS[char]
    category = unicodedata.category(char)
    if category in ("Cf", "Mn", "Me") or "\ufe00" <= char <= "\ufe0f":
        return ""
    if category == "Pd":
        return "-"
    if category in ("Zs", "Zl", "Zp", "Cc") and char != "\n":
        return " "
    folded = unicodedata.normalize("NFKC", char)
    return folded if folded == char else "".join(plain(part) for part in folded if part != char)


def cast(text: str) -> Shadow:
    """The shadow of a text."""
    characters: list[str] = []
    origins: list[int] = []
    for index, char in enumerate(text):
        for part in plain(char):
            characters.append(part)
            origins.append(index)
    return Shadow("".join(characters), tuple(origins))
