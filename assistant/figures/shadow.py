"""A plain copy of a text for the scanner to read, with the way back to the original offsets.

Every script's digits become ASCII digits, every other numeric character (½, Ⅳ, 五) one sentinel, dashes and blanks one
form each, compatibility letters their plain ones, look-alike letters of other alphabets their Latin twins; characters
that take no room (zero-width, combining, variation selectors) disappear. What counts as numeric is what `unicodedata`
says. `cast_rendered` also reads through markup, as a page would print it: entities, emphasis, plain tags, TeX.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import unescape

SENTINEL = "\x01"
"""Stands for a numeric character that is no digit."""
BARRIER = "\ufffc"
"""Stands for a handle: no figure reaches across it."""

# Letters of other alphabets and styles drawn like Latin ones; they only widen what is found, never narrow it.
_TWINS = dict(
    zip("асеорхуіјѕԁԛԝһмтвнкгАСЕОРХУІЈЅМТВНКοαενικρτυχΟΑΒΕΖΗΙΚΜΝΡΤΥΧ", "aceopxyijsdqwhmtbhkrACEOPXYIJSMTBHKoaevikptuxOABEZHIKMNPTYX", strict=True)
) | dict(zip("ıɩɡɑօսոհցᴀʙᴄᴅᴇɢʜɪᴊᴋʟᴍɴᴏᴘʀᴛᴜᴠᴡʏᴢ", "iigaounhgabcdeghijklmnoprtuvwyz", strict=True))  # fmt: skip
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
_MARKUP = re.compile(
    r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});"
    r"|</?(?:b|i|u|s|em|strong|sub|sup|span|small|mark|code|kbd|wbr|font|ins|del|q)\s?/?>|<!--\s?-->"
    r"|\\(?:[a-z]{1,12}\s?\{?|[^\w\s])|(?P<times>(?<=[0-9])\s?\*\s?(?=[0-9]))|[*`$~]{2,}|[*`${}]|_+",
    re.IGNORECASE,
)
_MAY_MARK = re.compile(r"[&*`$_\\]|~~|<[/!a-z]|\^\{", re.IGNORECASE)
_TEX = {
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "lt": "<",
    "gt": ">",
    "times": "×",
    "pm": "±",
    "approx": "≈",
    "sim": "~",
    "cdot": ".",
    "mu": "µ",
} | dict.fromkeys(("mathrm", "mathbf", "mathit", "text", "textbf", "textit", "mbox", "rm", "emph"), "")


@dataclass(frozen=True, slots=True)
class Shadow:
    """`text` is what the scanner reads; character `i` of it came from `starts[i]:ends[i]` of the original.

    `marks` are the spans of markup that were read through.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    marks: tuple[tuple[int, int], ...] = field(default=())

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that a span of the shadow came from, never half of an emphasis."""
        first, last = self.starts[start], self.ends[end - 1]
        before, after = bisect_left(self.marks, (first, 0)), bisect_left(self.marks, (last, 0))
        if (after - before) % 2 and before and self.marks[before - 1][1] == first:
            return self.marks[before - 1][0], last
        if (after - before) % 2 and after < len(self.marks) and self.marks[after][0] == last:
            return first, self.marks[after][1]
        return first, last


class _Plain(dict[int, str]):
    """What a character reads as, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = plain(chr(code))
        return self[code]


_PLAIN = _Plain()


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
    folded = unicodedata.normalize("NFKD", char)
    return folded if folded == char else "".join(plain(part) for part in folded if part != char)


def cast(text: str) -> Shadow:
    """The shadow of a text, character by character."""
    if text.isascii():
        return Shadow(text.translate(_PLAIN), range(len(text)), range(1, len(text) + 1))
    return _build((_PLAIN[ord(char)], index, index + 1) for index, char in enumerate(text))


def cast_rendered(text: str) -> Shadow | None:
    """The shadow of a text as it would be printed, or None when no markup stands in it."""
    if not _MAY_MARK.search(text):
        return None
    pieces = list(_read_markup(text))
    marks = tuple((start, end) for shown, start, end in pieces if not shown and end - start and text[start] in "*`$~<")
    return _build(pieces, marks)


def _read_markup(text: str) -> Iterator[tuple[str, int, int]]:
    last = 0
    for match in _MARKUP.finditer(text):
        yield from ((_PLAIN[ord(text[i])], i, i + 1) for i in range(last, match.start()))
        last = match.end()
        shown = _show_mark(match)
        if shown is None:
            yield from ((_PLAIN[ord(text[i])], i, i + 1) for i in range(match.start(), last))
        else:
            yield "".join(_PLAIN[ord(char)] for char in shown), match.start(), last
    yield from ((_PLAIN[ord(text[i])], i, i + 1) for i in range(last, len(text)))


def _show_mark(match: re.Match[str]) -> str | None:
    """What a piece of markup prints: nothing, a character, or itself (None)."""
    mark = match.group()
    if mark[0] == "&":
        return None if unescape(mark) == mark else unescape(mark)
    if mark[0] == "\\":
        return _TEX.get(mark[1:].rstrip("{ ").lower()) if mark[1].isalpha() else mark[1].strip(",;:!")
    if mark[0] == "_":
        before, after = (
            match.string[max(match.start() - 1, 0) : match.start()],
            match.string[match.end() : match.end() + 1],
        )
        return " " if before.isalnum() and after.isalnum() else ""
    return "×" if match["times"] else ""


def _build(
    pieces: Iterator[tuple[str, int, int]] | list[tuple[str, int, int]], marks: tuple[tuple[int, int], ...] = ()
) -> Shadow:
    characters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for shown, start, end in pieces:
        for char in shown:
            characters.append(char)
            starts.append(start)
            ends.append(end)
    return Shadow("".join(characters), starts, ends, marks)
