"""Numbers in words, as they are dictated: "six point eight", "a hundred and twenty", "one forty"."""

import re

from assistant.figures.words import TEENS, TENS, UNITS_OF_COUNT

_ONES = {word: number for number, word in enumerate(UNITS_OF_COUNT.removeprefix("zero|nought|").split("|"), 1)}
_TEENS = {word: number for number, word in enumerate(TEENS.split("|"), 10)}
_TENS = {word: 10 * number for number, word in enumerate(TENS.split("|"), 2)}
_NOUGHT = frozenset({"zero", "nought", "oh", "o"})
_WORD = rf"(?:{TENS}|{TEENS}|{UNITS_OF_COUNT}|hundred)"
SPELT = rf"(?<![\w-]){_WORD}(?:(?:[\s-]|(?<=hundred)\sand\s)(?:{_WORD}|point|oh|o(?=\s(?:{UNITS_OF_COUNT}))))*(?!\w)"
"""A number in words, or what looks like one."""


def read_spelt(text: str) -> float | None:
    """The number that words say; None where they say none, or two."""
    words = [word for word in re.split(r"[\s-]+", text.lower()) if word not in ("and", "a")]
    if "point" in words:
        place = words.index("point")
        whole, digits = _whole(words[:place]), _digits(words[place + 1 :])
        return None if whole is None or not digits else float(f"{whole}.{digits}")
    whole = _whole(words)
    return None if whole is None else float(whole)


def _digits(words: list[str]) -> str:
    read = []
    for word in words:
        if word in _NOUGHT:
            read.append("0")
        elif number := _ONES.get(word) or _TEENS.get(word) or _TENS.get(word):
            read.append(str(number))
        else:
            return ""
    text = "".join(read)
    return text if len(read) < 2 or all(len(one) == 1 for one in read) else (text if len(read) == 1 else _tens(words))


def _tens(words: list[str]) -> str:
    number = _below_hundred(words)
    return "" if number is None else str(number)


def _whole(words: list[str]) -> int | None:
    if not words:
        return 0
    if "hundred" in words:
        place = words.index("hundred")
        head = _ONES.get(words[place - 1]) if place == 1 else (1 if place == 0 else None)
        rest = _below_hundred(words[place + 1 :]) if words[place + 1 :] else 0
        return None if head is None or rest is None else 100 * head + rest
    if len(words) > 1 and words[0] in _ONES:  # "one forty", "one oh four"
        ones = words[1:]
        if ones[0] in _NOUGHT:
            return 100 * _ONES[words[0]] + _ONES[ones[1]] if len(ones) == 2 and ones[1] in _ONES else None
        tail = _below_hundred(ones)
        return None if tail is None or tail < 10 else 100 * _ONES[words[0]] + tail
    return _below_hundred(words)


def _below_hundred(words: list[str]) -> int | None:
    match words:
        case [one] if one in _NOUGHT:
            return 0
        case [one]:
            return _ONES.get(one) or _TEENS.get(one) or _TENS.get(one)
        case [ten, one] if ten in _TENS and one in _ONES:
            return _TENS[ten] + _ONES[one]
        case _:
            return None
