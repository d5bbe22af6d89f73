"""Vital signs without their names, as the ward writes them: "obs: 38.2 118 96/54 93%", "E3V4M5", "88% on 28%", "…, 38.4"."""

import re
from collections.abc import Iterator, Sequence

from assistant.understanding.measured import timing
from assistant.understanding.measured.amounts import Amount
from assistant.understanding.measured.fitting import is_pressure
from assistant.understanding.measured.labels import BLOOD_PRESSURE
from assistant.understanding.measured.readings import Reading

_COMA = re.compile(
    r"(?<![\w])\(?E\s?(?P<e>[1-4])[\s,]?\s?\+?V\s?(?P<v>[1-5]|T)[\s,]?\s?\+?M\s?(?P<m>[1-6])(?!\w)", re.IGNORECASE
)
_COMA_TOTAL = re.compile(r"\s*\W{0,3}\s*(?:=|total|sum|gcs)?\s*(?P<total>1[0-5]|[3-9])(?![\d.%])\)?", re.IGNORECASE)
_HEADER = re.compile(r"(?<!\w)(?:obs(?:ervations?)?|vitals?(?: signs)?|news ?2?|signs)(?!\w)(?:\s*(?:are|were|now|today|pls|please|score))*", re.IGNORECASE)  # fmt: skip
_AIR = re.compile(r"\s*(?:,|\()?\s*(?:on\s+|in\s+)?(?:(?-i:RA|OA)\b|ra\b|room air|air\b|r/a\b|o2\b|oxygen|\d{1,2}(?:\.5)?\s?l(?:pm|itres?)?\b|nrb|non-?rebreath\w*|nasal|venturi|hfno|hfnc|cpap|bipap|niv|2[1-9]\s?%|[3-9]\d\s?%)", re.IGNORECASE)  # fmt: skip
_BREATHED = re.compile(r"(?<!\w)(?:(?-i:RA)|room air|on air|in air|cannulae?|nrb|nasal prongs|nasal specs|\dl|\d l|\dl o2)\W{1,2}$", re.IGNORECASE)  # fmt: skip
_LIKELY_SATURATION = 70
_ON = re.compile(r"\b(?:on|via|at|venturi(?: mask)?|inspired|mask|hfno|hfnc|o2|oxygen)\s+(?:a\s+)?$", re.IGNORECASE)
_OXYGEN_AFTER = re.compile(r"\s*(?:venturi|o2|oxygen|inspired|fio2|via|face ?mask|mask|hfno|hfnc|high[- ]?flow|humidified|fm\b)", re.IGNORECASE)  # fmt: skip
_NO_OXYGEN = re.compile(r"\s*(?:albumin|dextrose|glucose|saline|gluconate|burn\w*|tbsa|dehydr\w*|chloride|mannitol|nacl|bicarb\w*|lidoc\w*)", re.IGNORECASE)  # fmt: skip
_BEFORE_PRESSURE = re.compile(
    r"(?:^|[,;:.(\[—–?!\n-]|\b(?:hypotensi\w+|hypertensi\w+|shocked|pressures?|at|now|is|was|of|and|sitting|standing|lying|supine|obs|pain|today|currently|here|reading|but|with|pt|patient|him|her|he's|she's|only|still|afebrile|pulse|tachy\w*|unwell)|\d\s?%?(?:c|f|kg)?)\s*$",
    re.IGNORECASE,
)
_DELIMITED = re.compile(r"(?:^|[,;:(])\s*$")
_DELIMITED_AFTER = re.compile(r"\s*(?:$|[,;.)?])")
_VITALS = frozenset({"systolic", BLOOD_PRESSURE, "heart_rate", "respiratory_rate", "oxygen_saturation", "glasgow_coma_scale"})  # fmt: skip
_HEADED = 90
"""Characters after a heading within which bare numbers are vital signs."""
_FRACTION_RANGE = (21, 100)


def read_coma(text: str) -> Iterator[tuple[Reading, tuple[int, int]]]:
    """The coma scale by its three parts; nothing where a total beside them is another."""
    for match in _COMA.finditer(text):
        if match["v"].upper() == "T":
            continue
        total = sum(int(match[part]) for part in "evm")
        said = _COMA_TOTAL.match(text, match.end())
        before = re.search(r"gcs\W{0,3}(1[0-5]|[3-9])(?:\s?/\s?15)?\W{0,3}$", text[: match.start()], re.IGNORECASE)
        ends = match.end()
        if (before and int(before.group(1)) != total) or (said and "gcs" in said.group().lower() and int(said["total"]) != total):  # fmt: skip
            continue
        if not before:
            yield Reading("glasgow_coma_scale", match.start(), ends, float(total), ""), (match.start(), ends)


def read_vitals(text: str, left: Sequence[Amount], found: Sequence[Reading]) -> list[Reading]:
    """The vital signs among the numbers that nothing named."""
    told = {one.name for one in found if one.value is not None}
    read: list[Reading] = []
    rest: list[Amount] = []
    for amount in left:
        one = _by_shape(text, amount, told)
        if one:
            read.append(one)
            told.add(one.name)
        else:
            rest.append(amount)
    for header in _HEADER.finditer(text):
        read += _headed(text, header.end(), rest, told)
        told |= {one.name for one in read}
    read += [_bare_temperature(one) for one in rest if _is_bare_temperature(text, one, told)][:1]
    return read


def _by_shape(text: str, amount: Amount, told: set[str]) -> Reading | None:
    before, after = text[max(0, amount.start - 24) : amount.start], text[amount.end : amount.end + 24]
    if amount.compared or timing.is_aimed_for(text[max(0, amount.start - 60) : amount.start], after):
        return None
    if is_pressure(amount) and not amount.unit.replace("mmHg", "") and not re.match(r"\s?(?:mg|mcg|ml|k\s?pa|units?|puffs?|tabs?)|\w", after, re.IGNORECASE):  # fmt: skip
        upper, lower = amount.parts[0][0], amount.parts[1][0]
        alone = bool(_BEFORE_PRESSURE.search(before))
        if alone and upper >= 60 and lower >= 20 and upper - lower >= 10 and BLOOD_PRESSURE not in told and "systolic" not in told:  # fmt: skip
            moment = timing.read_when(before, after)
            return Reading(BLOOD_PRESSURE, amount.parts[0][1], amount.end, upper, "mmHg", moment, lower=amount.parts[1])
    if amount.unit == "%" and amount.high is None and not amount.parts:
        return _share(text, amount, before, after, told)
    return None


def _share(text: str, amount: Amount, before: str, after: str, told: set[str]) -> Reading | None:
    """A bare percentage: of saturation, or of inspired oxygen."""
    low, high = _FRACTION_RANGE
    inspired = bool(_OXYGEN_AFTER.match(after) and not re.match(r"\s*(?:on|o2 on)\b", after)) or bool(
        _ON.search(before)
    )
    if inspired and low <= amount.value <= high and not _NO_OXYGEN.match(after) and "fio2" not in told:
        if "oxygen_saturation" in told or _OXYGEN_AFTER.match(after):
            return Reading("fio2", amount.start, amount.end, amount.value, "%")
        return None
    breathing = _AIR.match(after) or (_BREATHED.search(before) and amount.value >= _LIKELY_SATURATION)
    if 40 <= amount.value <= 100 and breathing and "oxygen_saturation" not in told:
        return Reading("oxygen_saturation", amount.start, amount.end, amount.value, "%")
    return None


def _headed(text: str, start: int, rest: Sequence[Amount], told: set[str]) -> Iterator[Reading]:
    """The bare numbers after a heading; whole numbers only where no other could be meant."""
    end = re.search(r"[.;?\n](?=\s|$)", text[start : start + _HEADED])
    stop = start + (end.start() if end else _HEADED)
    inside = [one for one in rest if start <= one.start and one.end <= stop and not one.compared and one.high is None and _stands_alone(text, one)]  # fmt: skip
    whole = [one for one in inside if not one.unit and not one.parts and one.value == int(one.value) and "." not in text[one.start : one.end]]  # fmt: skip
    for one in inside:
        if "." in text[one.start : one.end] and not one.unit and 33 <= one.value <= 43 and "temperature" not in told:
            yield _bare_temperature(one)
            told.add("temperature")
        elif one.unit == "%" and 50 <= one.value <= 100 and "oxygen_saturation" not in told:
            yield Reading("oxygen_saturation", one.start, one.end, one.value, "%")
            told.add("oxygen_saturation")
        elif is_pressure(one) and BLOOD_PRESSURE not in told and one.parts[0][0] >= 60:
            yield Reading(BLOOD_PRESSURE, one.start, one.end, one.value, "mmHg", lower=one.parts[1])
            told.add(BLOOD_PRESSURE)
    fast = [one for one in whole if 56 <= one.value <= 220]
    slow = [one for one in whole if 6 <= one.value <= 50]
    if len(fast) == 1 and "heart_rate" not in told:
        yield Reading("heart_rate", fast[0].start, fast[0].end, fast[0].value, "")
        if len(slow) == 1 and len(whole) == 2 and "respiratory_rate" not in told:
            yield Reading("respiratory_rate", slow[0].start, slow[0].end, slow[0].value, "")


def _stands_alone(text: str, amount: Amount) -> bool:
    """Whether no word stands right before a number: between commas, or after another number."""
    return not re.search(r"[^\W\d_]\s*$", text[max(0, amount.start - 3) : amount.start]) or bool(
        re.search(r"(?:obs|observations|vitals|signs|now|are|today|ra|air)\s*$", text[: amount.start], re.IGNORECASE)
    )


def _bare_temperature(amount: Amount) -> Reading:
    return Reading("temperature", amount.start, amount.end, amount.value, "")


def _is_bare_temperature(text: str, amount: Amount, told: set[str]) -> bool:
    """Whether a number between commas is a temperature: by its size and its decimal, beside two other vital signs."""
    written = text[amount.start : amount.end]
    if not re.fullmatch(r"(?:3[4-9]|4[0-2])[.,]\d", written) or "temperature" in told or len(told & _VITALS) < 2:
        return False
    return bool(_DELIMITED.search(text[: amount.start]) and _DELIMITED_AFTER.match(text, amount.end))
