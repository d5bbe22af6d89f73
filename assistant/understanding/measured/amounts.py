"""Find the numbers of a message, each with the unit that follows it, whatever they are of.

A number is in digits or in words ("six point eight"); two may stand together as the ward writes a blood pressure or a list
("120/80", "126/3.0/88"). What is a time of day, a date, or part of a name ("CRB-65", "0800", "80s") is no number here.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.errors import PlumblineError
from assistant.figures.quantities import name_unit
from assistant.figures.words import UNITS_OF_COUNT
from assistant.understanding.vocabulary import read_table
from assistant.understanding.words.spelling import SPELT, read_spelt

_PLAIN = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁺⁻−·\u00a0\u2009\u202f’‘′“”″º\t", "0123456789+--.   '''\"\"\"° ")
_UNITS: dict[str, str] = {
    spelling.replace(" ", ""): unit
    for unit, spellings in read_table("figures")["units"].items()
    for spelling in spellings
}
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d|,\d)(?:\.\d+)?|\d+,\d{1,2}(?!\d|,\d)|\d+(?:\.\d+)?|(?<![\d.])\.\d+)"
_COMPARED = (
    r"[<>≤≥]=?|(?<!\w)(?:not )?(?:above|below|under|over|beyond|less than|more than|greater than|fewer than|lower than|higher than|"
    r"at least|at most|up to|exceed(?:s|ing)?|no more than)(?: (?:about|approx|around))?"
)
_AFTER_COMPARED = re.compile(r"\s?(?:\+(?![\d+])|or (?:more|less|above|below|over|under|higher|lower|greater|so)\b|and (?:above|below|over|under|up)\b|plus\b)", re.IGNORECASE)  # fmt: skip
_NUMBER = re.compile(
    rf"(?:(?P<compared>{_COMPARED})\s*)?(?:"
    rf"(?P<list>(?<![\d.,/]){_DIGITS}(?:\s?/\s?{_DIGITS}(?!\s?(?:kg|lbs?|cm|m)\b))+|(?<![\d.,/])\d{{2,3}}\s(?:over|zu|on)\s\d{{2,3}}(?!\d|\s?%|\.\d))"
    rf"|(?P<pair>{SPELT}\sover\s{SPELT})"
    rf"|(?P<digits>(?<![\d.,/]){_DIGITS}|(?<=\D,){_DIGITS}|(?<=\D/){_DIGITS}|(?<=\D\.){_DIGITS})"
    rf"|(?P<spelt>{SPELT}))",
    re.IGNORECASE,
)
_HALF = re.compile(r"\s?½|\s(?:and a|&) half\b", re.IGNORECASE)
_POINT = re.compile(rf"\s+point\s+(\d{{1,2}}|{UNITS_OF_COUNT})(?![\w.])", re.IGNORECASE)
_THOUSANDS = re.compile(r"\s?(?:(?<=\d)k\b(?!\s?/)|000\b|lakhs?\b|thousand\b)", re.IGNORECASE)
_SCALE = {"k": 1e3, "000": 1e3, "lakh": 1e5, "lakhs": 1e5, "thousand": 1e3}
_RANGE = re.compile(rf"\s?(?P<by>-|–|\bto\b|\.\.|~)\s?(?P<high>{_DIGITS})(?![\d/:])", re.IGNORECASE)
_WORD = (
    r"mmols?|mmoll|mml|mmo|mmoles?|millimol\w*|milimol|[uµμ]mols?|[uµμ]moll|mcmol|micro-?mol\w*|nmol|pmol|mol|meqs?|meql|mosmo?l?|mosmo|mgs?|mcg|[uµμ]g|"
    r"micrograms?|nanograms?|ng|pg|[uµ]kat|gms?|grams?|g|kilo'?s?|kgm?s?|kilogram(?:me)?s?|lbs?|pounds?|stones?|st|mls?|mcl|[uµμ]l|dl|fl|nl|lt|ltr|l|litres?|liters?|milli-?units?|units?|[muµ]?iu|[muµ]u|u|"
    r"mm ?hg|mm of hg|torr|kpa|cm ?h2o|%|per ?cent|[°º]\s?[cf]?|deg(?:rees?)?\.?(?: ?(?:c(?:elsius)?|f(?:ahrenheit)?)\b)?|celsius|fahrenheit|centigrade|"
    r"b\.?p\.?m\.?|b(?=/m)|beats|breaths|cycles|cms?|centimet(?:er|re)s?|met(?:er|re)s?|mtrs?|mm3|mm³|mm|m²|m2|m|in(?:ch(?:es)?|s)?|\"|''|'|f(?:oo|ee)?t|ms(?:ec)?|milliseconds|seconds?|secs?|s|"
    r"h(?:ou)?rs?|h|mins?|minutes?|days?|d|weeks?|wks?|w|months?|mths?|mos?|years?|yrs?|y|drops?|gtts?|cells|cu ?mm|c\.?mm|j|cal|kcal|tablets?|tabs?|caps?(?:ules)?|puffs?|drinks?|c|f|"
    r"thou|k|g%|gm%|mg%|x|lakh"
)
_POWER = r"[x×*]?\s?10(?:\^|\*{1,2}|e)?(?:12|[963]|¹²|⁹|⁶|³)"
_UNIT = re.compile(
    rf"(?P<space>\s?|-(?=kg|kilo|lbs?\b|pound|cm\b|stone))(?P<unit>kgs?\s?/\s?(?:m\^?2|m²|sqm|square met(?:er|re)s?)(?![a-z0-9])|(?:(?:{_POWER}|{_WORD})(?![a-z])|%(?=ra\b|on\b|o2)|(?=/))(?:(?<!\dkg)(?<!\d kg)\s?(?:/|\\|\bper\b)\s?(?:1\.73\s?(?:m2|m²|m)?|100\s?ml|24\s?h(?:rs?)?|{_WORD}|mmol|minute|dose|day)(?![a-z0-9])){{0,3}}%?)",
    re.IGNORECASE,
)
_COMPOUND = re.compile(r"(?P<first>ft|foot|feet|'|st|stones?|(?<![\d.][12])(?<=[12])m(?=\s?\d\d(?!\d)))\s?(?:,|and)?\s?(?P<second>\d{1,2}(?:\.\d)?)(?![\d.%/])\s?(?P<unit>in(?:ch(?:es)?|s)?\b|\"|''|lbs?\b|pounds?\b)?(?!\s?(?:kg|cm|years?|y))", re.IGNORECASE)  # fmt: skip
_LETTERS = frozenset("mcfkxjt")
_GLUED_LETTERS = frozenset("fmcxj")
"""Letters that may be something else than a unit: apart from the number, and even right after it."""
_NAMES_TOO = frozenset({"mg", "hr", "h"})
"""Units that are names as well, where a number follows: "CIWA 22 hr 118", "PO4 0.4 mg 0.55"."""
_NEXT_NUMBER = re.compile(r"\s*[:=]?\s*\d")
_NEXT_LEVEL = re.compile(r"\s*[:=]?\s*[0-4]?\.\d+(?!\s?m?l\b)", re.IGNORECASE)
_OF_LISTS = frozenset({"mmHg", "kPa", "%", "mmol/L", "units/L"})
"""Units of two numbers together."""
_CLOCK = re.compile(r"\s?(?:am|pm|o'?clock)\b|:[0-5]\d|\s?h(?:rs?)?\b(?=\W*(?:today|yesterday)?)", re.IGNORECASE)
_AT = re.compile(r"(?:\bat|@|\bfrom|\bsince|\btill|\buntil|\btaken)\s*$", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"(?:\b(?:in|since|from|of|was|year|until)|\(|[a-z]{3}|\d[/-])\s*$", re.IGNORECASE)
_GLUED_WORD = re.compile(r"[^\W\d_]$")


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a message: where it stands, its value and unit; `end` counts the unit in, `number_end` does not.

    `weak`: the unit may be something else. `compared`: it is a bound. `high`: the other end of a range, or what it changed to.
    `parts`: the numbers of a list with slashes, each with its span. `glued`: letters stand right before it.
    """

    start: int
    number_start: int
    number_end: int
    end: int
    value: float
    unit: str = ""
    weak: bool = False
    compared: bool = False
    high: float | None = None
    high_start: int = 0
    parts: tuple[tuple[float, int, int], ...] = ()
    glued: bool = False
    spelt: bool = False
    scaled: bool = False
    commas: bool = False

    def without_unit(self) -> "Amount":
        """The same number, what follows being no unit of it."""
        return replace(self, unit="", weak=False, end=self.number_end)


def make_plain(message: str) -> str:
    """The message with its typography in plain characters, one for one, so that every place stays where it is."""
    return message.translate(_PLAIN)


def find_amounts(text: str, names: Sequence[tuple[int, int]] = ()) -> list[Amount]:
    """The numbers of a plain text in the order in which they stand, less the digits of `names` such as "PaO2"."""
    for start, end in names:
        text = text[:start] + re.sub(r"\d", "x", text[start:end]) + text[end:]
    found: list[Amount] = []
    place = 0
    while match := _NUMBER.search(text, place):
        amount = _read(text, match)
        place = max(match.end(), amount.end if amount else 0)
        if amount:
            found.append(amount)
    return found


def _read(text: str, match: re.Match[str]) -> Amount | None:
    start = match.start(match.lastgroup or 0)
    compared = bool(match["compared"])
    whole = match.start() if compared else start
    if match["list"]:
        return _read_list(text, match, whole, compared)
    if match["pair"]:
        return _read_pair(match)
    if match["spelt"]:
        value, end = read_spelt(match["spelt"]), match.end()
        if value is None:
            return None
    else:
        value, end = _value(match["digits"]), match.end()
        if _is_no_amount(text, start, end) or text[end : end + 2].lower() == "'s":
            return None
    scaled = False
    if not match["spelt"] and (rest := _POINT.match(text, end)):
        digit = rest[1] if rest[1].isdigit() else str(int(read_spelt(rest[1]) or 0))
        value, end = float(f"{value:.0f}.{digit}"), rest.end()
    if half := _HALF.match(text, end):
        value, end = value + 0.5, half.end()
    elif not match["spelt"] and (more := _THOUSANDS.match(text, end)):
        by = more.group().strip().lower()
        if by != "000" or len(match["digits"]) <= 3:
            value, end, scaled = value * _SCALE[by], more.end(), True
    amount = Amount(
        whole, start, end, end, value,
        compared=compared, glued=_is_glued(text, start), spelt=bool(match["spelt"]), scaled=scaled,
        commas=bool(match["digits"] and re.fullmatch(r"\d{1,3}(?:,\d{3})+", match["digits"])),
    )  # fmt: skip
    if not match["spelt"] and (both := _COMPOUND.match(text, end + (text[end : end + 1] == " "))):
        return _join(amount, both)
    if (span := _RANGE.match(text, end)) and (text[span.end() : span.end() + 1] not in (":",)):
        amount = replace(amount, high=_value(span["high"]), high_start=span.start("high"), number_end=span.end(), end=span.end())  # fmt: skip
    united = _with_unit(text, amount)
    if united is None:
        return None
    amount = united
    if amount.high is None and amount.unit and (span := _RANGE.match(text, amount.end)):
        end_of = span.end()
        amount = replace(
            amount, high=_value(span["high"]), high_start=span.start("high"), number_end=end_of, end=end_of
        )
        unit = amount.unit
        amount = _with_unit(text, amount) or amount
        amount = amount if amount.unit else replace(amount, unit=unit)
    if after := _AFTER_COMPARED.match(text, amount.end):
        amount = replace(
            amount, compared=True, end=after.end() if not amount.unit or after.group().strip() != "+" else amount.end
        )
    return amount


def _value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", digits):
        return float(digits.replace(",", ""))
    return float(digits.replace(",", "."))


def _is_no_amount(text: str, start: int, end: int) -> bool:
    """Whether digits are a time of day, a year, or an order."""
    digits, before = text[start:end], text[max(0, start - 12) : start]
    if re.match(r"(?:nd|rd|th)\b", text[end : end + 3]) or (re.match(r"st\b(?!\s?\d)", text[end : end + 5]) and re.fullmatch(r"\d?1", digits) and digits != "11"):  # fmt: skip
        return True
    clock = _CLOCK.match(text, end)
    if re.fullmatch(r"[01]?\d|2[0-4]", digits) and clock and "h" not in clock.group().lower():
        return True
    if re.fullmatch(r"[01]\d[0-5]\d|2[0-3][0-5]\d", digits) and (
        _AT.search(before) or (clock and "h" in clock.group())
    ):
        return True
    if re.search(r"(?:\bat|@)\s*$", before, re.IGNORECASE) and re.match(
        r"\s?h(?:rs?|ours?)?\b(?!\s(?:of|old))", text[end : end + 12], re.IGNORECASE
    ):
        return True
    if before.endswith(":") and re.search(r"\d:$", before):
        return True
    return bool(re.fullmatch(r"(?:19[5-9]|20[0-4])\d", digits) and _YEAR_BEFORE.search(before) and not re.match(r"\s?(?:g|ml|mg|kcal)\b", text[end : end + 6]))  # fmt: skip


def _is_glued(text: str, start: int) -> bool:
    return bool(start and (_GLUED_WORD.match(text[start - 1]) or text[start - 1] == "_"))


def _read_list(text: str, match: re.Match[str], whole: int, compared: bool) -> Amount | None:
    start, end = match.start("list"), match.end("list")
    parts = [
        (_value(one.group()), start + one.start(), start + one.end()) for one in re.finditer(_DIGITS, match["list"])
    ]
    amount = Amount(
        whole, start, end, end, parts[0][0], compared=compared, parts=tuple(parts), glued=_is_glued(text, start)
    )
    whole_amount = _with_unit(text, amount)
    return whole_amount if whole_amount and whole_amount.unit in _OF_LISTS else amount


def _read_pair(match: re.Match[str]) -> Amount | None:
    """Two pressures that were dictated: "one forty over ninety"."""
    start, end = match.span("pair")
    first, second = re.split(r"\sover\s", match["pair"], flags=re.IGNORECASE)
    upper, lower = read_spelt(first), read_spelt(second)
    if upper is None or lower is None:
        return None
    parts = ((upper, start, start + len(first)), (lower, end - len(second), end))
    return Amount(start, start, end, end, upper, parts=parts, spelt=True)


def _join(amount: Amount, both: re.Match[str]) -> Amount:
    """Feet and inches in inches, stones and pounds in pounds, metres and centimetres in metres."""
    if both["first"].lower() == "m":
        return replace(
            amount,
            value=round(amount.value + float(both["second"]) / 100, 2),
            unit="m",
            number_end=both.end("second"),
            end=both.end("second"),
        )
    each, unit = (12, "in") if both["first"].lower()[0] in "f'" else (14, "lb")
    value = each * amount.value + float(both["second"])
    end = both.end("unit") if both["unit"] else both.end("second")
    return replace(amount, value=value, unit=unit, number_end=end, end=end)


def _with_unit(text: str, amount: Amount) -> Amount | None:
    """The amount with the unit that follows; None where letters follow that are none ("84th", "60ish", "2b")."""
    match = _UNIT.match(text, amount.number_end)
    unit = name_written(match["unit"]) if match else ""
    if not match or not unit:
        if re.match(r"[^\W\d_]", text[amount.number_end : amount.number_end + 1]) and not amount.scaled:
            return None if not re.match(r"(?:RA|on)\b", text[amount.number_end :]) else amount
        return amount
    spelling = match["unit"].lower()
    if spelling in ("day", "week") and amount.value != 1 and _NEXT_NUMBER.match(text, match.end()):
        return amount  # "platelets 96 day 7"
    weak = _is_weak(text, match, spelling)
    return replace(amount, unit=unit, weak=weak, end=match.end())


def _is_weak(text: str, match: re.Match[str], spelling: str) -> bool:
    """Whether what looks like a unit may be something else: a letter of a list, or the next name."""
    apart = match["space"].isspace()
    if spelling in _LETTERS:
        return apart or spelling in _GLUED_LETTERS
    if spelling in ("in", "mm"):
        return apart
    if spelling in ("h", "l") and match["unit"].isupper():
        return apart
    follows = _NEXT_LEVEL if spelling == "mg" else _NEXT_NUMBER
    return apart and spelling in _NAMES_TOO and bool(follows.match(text, match.end()))


@lru_cache(maxsize=2048)
def name_written(written: str) -> str:
    """The unit as the house prints it; empty where it is none."""
    plain = written.lower().replace(" ", "").replace("μ", "µ").replace("\\", "/")
    if known := _UNITS.get(plain):
        return known
    try:
        return name_unit(written.replace("\\", "/")) if plain not in ("x", "k") else ""
    except PlumblineError:
        return ""
