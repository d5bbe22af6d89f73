"""Read how old the patient is, in every dress of the ward: "F/32", "84yoF", "3/7 old", "DOL 5", "girl of four".

A duration is no age, nor is a decade ("in his 80s"), a gestation, or the age at which something happened.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.understanding.vocabulary import join_words, read_table
from assistant.understanding.words.spelling import SPELT, read_spelt

_TABLE = read_table("ages")
_UNITS: Mapping[str, str] = {unit: join_words(words) for unit, words in _TABLE["units"].items()}
_SHORT: Mapping[str, str] = {unit: join_words(words) for unit, words in _TABLE["short"].items()}
_UNIT = "|".join(f"(?P<{unit}>{words})" for unit, words in _UNITS.items())
_SHORT_UNIT = "|".join(f"(?P<s_{unit}>{words})" for unit, words in _SHORT.items())
_GROWN, _YOUNG = join_words(_TABLE["grown"]), join_words(_TABLE["young"])
_N = rf"(?P<n>(?<![\w.,/:-])\d{{1,3}}(?:[.,]\d)?(?![\d/:])|(?<=[-–]\s)\d{{1,3}}(?!\d)|{SPELT})(?P<half>\s?½|[\s-](?:and[\s-]a|&)[\s-]half)?"
_I = re.IGNORECASE
_OLD = r"[\s-]?(?:old|o\b(?!2)|/o|of age|alt\b|aged?\b)"
_TIMED = re.compile(
    rf"{_N}[\s-]{{0,2}}(?:{_UNIT})(?![^\W\d_])(?P<more>[\s,]{{0,2}}(?:and\s)?(?P<n2>\d{{1,2}})[\s-]?(?P<unit2>m(?:(?:on)?ths?|os?)?|w(?:ee)?ks?|d(?:ays?)?)\b)?(?P<old>{_OLD})?",
    _I,
)
_YO = re.compile(
    rf"{_N}[\s-]?(?:y\.?\s?/?\s?o\.?|yrs?[ ./]?o\b|jährig\w*)(?:\.)?(?P<letter>[mf](?![a-z]))?(?![a-np-z])", _I
)
_SHORT_OLD = re.compile(rf"{_N}[\s-]?(?:{_SHORT_UNIT})[\s-]?(?:old|o\b(?!2))", _I)
_SHORT_PERSON = re.compile(rf"{_N}(?:{_SHORT_UNIT})\s+(?:old\s+)?(?={_YOUNG})\b", _I)
_YEARS_FIRST = re.compile(r"\d[\s-]?y(?:ea)?r?s?[\s,]*(?:and\s)?$", _I)
_FRACTION = re.compile(
    rf"(?<![\w./])(?P<n>\d{{1,2}})\s?/\s?(?P<per>7|52|12)(?![\w/])(?=\s*-?old\b|\s+of age|\s+(?:{_YOUNG}|male|female)\b|\s?[MF]\b)",
    _I,
)
_FRACTION_FIRST = re.compile(r"^\W*(?P<n>\d{1,2})\s?/\s?(?P<per>7|52|12)(?=\s*[,;])", _I)
_PERSON_FRACTION = re.compile(rf"\b(?:{_YOUNG}),?\s+(?P<n>\d{{1,2}})\s?/\s?(?P<per>7|52|12)(?=\s*(?:[,.;)]|$|old))", _I)
_AGED = re.compile(
    rf"(?<!\w)(?:age[ds]?|alter|aetat)(?!\w)\s*(?:is|of|:|=|-|\(yrs?\)|\(years\)|\s)*\s*{_N}(?:[\s-]{{0,2}}(?:{_UNIT}|(?P<s_months>m)\b(?=\s*[,.;]|$)|(?P<yo>yo)))?(?![^\W\d_]{{3}}|\s?[%/<>]|\s?-\s?\d|\s?\+|s\b|ish)",
    _I,
)
_GLUED_SEX = re.compile(r"(?<![\w.,/:-])(?P<n>\d{1,3})\s?-?\s?(?:y(?:rs?|ears?)?/?o?)?\s?(?:(?-i:[MF])(?=[\s,.;:)/&+-]|$)|[♀♂]|(?<=\d)(?<!m\s)[mf](?=[\s,.;:)&]|$)|/\s?[mf](?![\w/])|[\s-]?(?:fe)?male\b|(?<=y)[mf]\b)", _I)  # fmt: skip
_SPACED_SEX = re.compile(r"^\W*(?:pt\s|patient\s)?(?P<n>\d{2,3})\s[mf](?=[\s,.;:)])|(?<=\bage\s)(?P<m>\d{1,3})\s[mf](?=[\s,.;:)])", _I)  # fmt: skip
_LETTER_FIRST = re.compile(r"(?:(?<![\w./-])(?-i:[MF])\s?[/,.]?\s?|(?<![\w./-])[mf](?:\s?[/,]\s?|\.,?\s)|\bsex\s?[:=]?\s?[mf]\W{1,3}(?:age\W{0,3})?|[♀♂]\s?)(?P<n>\d{1,3})(?![\d./%:]|,\d|\s?(?:cm|kg|kilo|lb|m\b|st\b|mg|ml|mmol|in\b|'|mc|µ|/|th\b|days?|weeks?|months?|hours?|h\b|fr))", _I)  # fmt: skip
_GROWN_FIRST = re.compile(
    rf"(?<!\w)(?:{_GROWN})(?!\w)(?:[\s,:(-]+(?:is|aged?|who is|who's|currently|now|of|only|just))*[\s,:(-]+(?P<n>\d{{2,3}}|{SPELT})(?![\w./%:]|,\d|\s?-\s?\d|\s?(?:cm|kg|kilo|lb|pound|stone|st\b|mg|ml|mmol|mcg|m\b|in(?:ch\w*)?\b|ft|foot|'|µ|\+|weeks?|wks?|days?|months?|hours?|hrs?|h\b|min|°|bpm|units?|over|mm|tab|years? (?:ago|hist|hx|of)|g\b|x\b|zu\b|times|pack|cig|a day|per))",
    _I,
)
_NAMED = re.compile(rf"(?<!\w)(?<!\d)(?<!\d\s)(?:mrs?|ms|miss|master)\.?\s+(?!bed|ward|room|bay)[a-z][a-z'-]*(?:\s(?-i:[A-Z])\.?)?,?\s+(?P<n>\d{{2,3}}|{SPELT})(?![\w./%:]|,\d|\s?(?:cm|kg|kilo|mg|ml|mmol|x\b))", _I)  # fmt: skip
_IS = re.compile(
    rf"(?<!\w)(?:s?he|patient|pt|who)(?:'s|s|\s+is|\s+was|\s+turned)\s+(?:only\s+|now\s+|just\s+|about\s+)?(?P<n>\d{{1,3}}|{SPELT})(?=\s*(?:$|[,.;?!)—]|\b(?:and|with|male|female|but|on|has|years?|yrs?)\b|\s[mf]\b))(?!\s*(?:years?|yrs?)\s(?!old))(?!\.\d|,\d)", _I
)  # fmt: skip
_OF = re.compile(
    rf"(?<!\w)(?:{_YOUNG}|man|woman|lady|male|female)\s+of\s+{_N}(?:[\s-]?(?:{_UNIT})\b)?(?![\w%/]|\s?(?:kg|cm|mg|g\b))",
    _I,
)
_YOUNG_FIRST = re.compile(r"(?<!\w)(?:boy|girl|schoolboy|schoolgirl|toddler|lad|son|daughter)\s*[,(]?\s*(?:aged?\s+)?(?P<n>\d{1,2})(?=\s*(?:$|[,;?!)]|\.(?!\d)|\bwith\b|\band\b(?! a half)))", _I)  # fmt: skip
_DAY_OF_LIFE = re.compile(
    r"(?<!\w)(?:dol|day(?:s)? of life|postnatal day|pnd)\s?[:#=]?\s?(?P<n>\d{1,2})(?![\d.])|(?<!\w)(?:day|d)\s?(?P<m>\d{1,2})\s+(?:of\s+life|old|neonat\w*|newborn|baby|infant)\b|(?P<h>\d{1,3})\s?(?:h|hrs?|hours?)\s+(?:of\s+(?:life|age)|post ?natal)\b"
    r"|(?P<l>\d{1,2})\s?(?:days?|d)\s+of\s+life\b|(?<!\w)(?:neonate|newborn|baby|babe|bb)\W{1,3}(?:(?:now|at|on|is|born)\s)?(?:day|d)\s?(?P<k>\d{1,2})(?![\d.])",
    _I,
)
_DAY = re.compile(
    r"(?<!\w)(?:day|d)\s?(?P<n>\d{1,2})(?![\d./-])(?!\s?(?:of|post|course|abx|antib\w*|and|to|admission))", _I
)
_NEWBORN = re.compile(r"(?<!\w)(?:neonat\w*|newborn|birth ?(?:weight|wt)|term (?:baby|bb|infant|neonate)|preterm|prem|nicu|scbu)(?!\w)", _I)  # fmt: skip
_NOT_DAY = re.compile(r"(?:refeed\w*|post[- ]?op\w*|op|icu|itu|abx|antibiotic\w*|treatment|illness|fever|course|symptom\w*|admission|since|every|per|from|on|till|until|stop|by|to|cycle|chemo|and)\s*[:,(]?\s*$", _I)  # fmt: skip
_DECADE = re.compile(r"\s?(?:s\b|'s\b|ish\b|-?\s?something|odd\b|plus\b|\+|-\s?\d|–\s?\d|\s?to\s\d)", _I)
_NO_AGE_AFTER = re.compile(r"\W*(?:ago|later|post\b|post-?op\w*|since|now and|and counting|history|hx|h/o|apart|without|duration|pregnan\w*|gest\w*|weeker|into|course|survival|smok\w*|pack|of (?:symptoms|vomiting|diarrh\w*|fever|cough|pain|treatment|abx|antibiotics|abstinence|life\b(?=\W+expect)|(?!age)\w+)|remaining|prior|before|in remission|follow)", _I)  # fmt: skip
_LASTING = re.compile(rf"(?<!\w)(?:{join_words(_TABLE['lasting'])})\W{{0,3}}$", _I)
_ALSO_LASTING = re.compile(rf"(?<!\w)(?:{join_words([*_TABLE['lasting'], *_TABLE['also_lasting']])})\W{{0,3}}$", _I)
_AT_THE_TIME = re.compile(r"\b(?:at|since|until|from|by|before|under|over|above|below|than|retired|diagnosed|dx'?d?|menarche|menopause|died|group|range|corrected|gestational|cga|pma|bone|to)\s+(?:the\s+)?$", _I)  # fmt: skip
_CORRECTED = re.compile(r"^(?:[\s,;.—-]*(?:yrs?|years?|yo|old)?)?[\s,;.—-]*(?:(?:sorry|no|oops|actually|wait|i mean|i meant|correction|typo|make that|rather|that's wrong|scratch that)[\s,;.—-]*){1,3}(?:s?he'?s\s|age\s|is\s|it's\s)?(?P<n>\d{1,3})(?![\d./%:]|\s?(?:kg|cm|mg|ml|mmol|weeks|/))", _I)  # fmt: skip
_LASTED = re.compile(r"\b(?:since|history|hx|ago|smok\w+|pack|dura\w+|later|follow[ -]?up|surviv\w+|risk|every|past|last|next|review|on|taking|takes|using|had|having|diagnosed|therapy|treated)\b", _I)  # fmt: skip
_WEEKS_OF_PREGNANCY = re.compile(r"\b(?:pregnan\w*|gestation\w*|antenatal|gravid\w*|g\d+\s?p\d+|primi\w*|multip\w*|/40|trimester|labour|lmp|fetal|fetus|obstetric)\b", _I)  # fmt: skip
_GROWN_FROM = 16
_OLDEST = 120
_PER = {"7": "days", "52": "weeks", "12": "months"}
_PERSON_NEAR = re.compile(rf"^\W*(?:(?:old|nursing home|term|preterm|breast-?fed|white|black|asian|aboriginal|retired|thin|obese|known|previously|fit|well|healthy|unwell)\s+){{0,2}}(?:{_YOUNG}|{_GROWN}|women|men|g\d+p\d+|primip\w*|(?-i:[MF])\b|[mf](?=[\s,.;)]|$))(?!\w)", _I)  # fmt: skip
_PERSON_BEFORE = re.compile(
    rf"(?<!\w)(?:{_YOUNG}|{_GROWN}|women|men|(?-i:[MF])|m|f|♀|♂|his|her|s?he(?:'s|s|\sis)?)\W{{0,2}}(?:is\s|only\s|now\s|aged?\s)?$",
    _I,
)


@dataclass(frozen=True, slots=True)
class Age:
    """An age: its value and unit, where it stands, and how far its words reach. `sure`: nothing else could be meant."""

    value: float
    unit: str
    start: int
    end: int
    until: int
    sure: bool = True


def read_ages(text: str) -> list[Age]:
    """The ages of a plain text in the order in which they stand, the one that was put right left out."""
    found: list[Age] = []
    for one in (*_sure(text), *_timed(text)):
        if not any(one.start < other.until and other.start < one.until for other in found):
            found.append(one)
    return sorted((_corrected(text, one) for one in found), key=lambda one: one.start)


def choose_age(ages: Sequence[Age]) -> Age | None:
    """The one age that was said; none where two were."""
    for some in (ages, [one for one in ages if one.sure]):
        if len({(one.value, one.unit) for one in some}) == 1:
            return some[0]
    return None


def _corrected(text: str, age: Age) -> Age:
    match = _CORRECTED.match(text[age.until :]) or _CORRECTED.match(text[age.end :])
    if not match:
        return age
    base = age.until if _CORRECTED.match(text[age.until :]) else age.end
    start, end = base + match.start("n"), base + match.end("n")
    return Age(float(match["n"]), age.unit, start, end, end)


def _sure(text: str) -> Iterator[Age]:
    for pattern in (_DAY_OF_LIFE,):
        for match in pattern.finditer(text):
            name = next(key for key in "nmhlk" if match[key])
            yield Age(float(match[name]), "h" if name == "h" else "days", *match.span(name), match.end())
    for pattern in (_FRACTION, _FRACTION_FIRST, _PERSON_FRACTION):
        for match in pattern.finditer(text):
            yield Age(float(match["n"]), _PER[match["per"]], match.start("n"), match.end("per"), match.end())
    for pattern in (_YO, _SHORT_OLD, _SHORT_PERSON):
        for match in pattern.finditer(text):
            unit = next((u for u in _SHORT if pattern is not _YO and match[f"s_{u}"]), "years")
            if _YEARS_FIRST.search(text[: match.start()]):
                continue  # "2y 3m old"
            if (one := _make(text, match, unit)) and not _LASTING.search(text[: match.start()]):
                yield one
    for pattern in (_AGED, _OF):
        for match in pattern.finditer(text):
            if pattern is _AGED and _AT_THE_TIME.search(text[: match.start()]):
                continue
            unit = _unit_of(match) or ("months" if "s_months" in match.groupdict() and match["s_months"] else "years")
            if one := _make(text, match, unit):
                yield one
    for pattern in (_GLUED_SEX, _SPACED_SEX, _LETTER_FIRST, _GROWN_FIRST, _NAMED, _IS, _YOUNG_FIRST):
        for match in pattern.finditer(text):
            if one := _bare(text, match, pattern):
                yield one
    if _NEWBORN.search(text):
        for match in _DAY.finditer(text):
            if not _NOT_DAY.search(text[: match.start()]) and int(match["n"]) <= 28:
                yield Age(float(match["n"]), "days", *match.span("n"), match.end())


def _bare(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> Age | None:
    """An age in years whose unit is not said."""
    name = "n" if match["n"] else "m"
    value = _number(match[name])
    before, after = text[: match.start(name)], text[match.end(name) :]
    if value is None or not 0 < value <= _OLDEST or (_DECADE.match(after) and not re.match(r"\s?[mf]\b", after, _I)):
        return None
    if pattern in (_GROWN_FIRST, _NAMED) and value < _GROWN_FROM:
        return None
    if pattern is _LETTER_FIRST and value < _GROWN_FROM and not re.search(r"[/♀♂]\s?$", before):
        return None
    if pattern is _GLUED_SEX and re.match(r"\s?m[\s-]?old\b", after, _I):
        return None
    if pattern is _GLUED_SEX and re.search(r"(?:height|ht|tall|length)\W{0,3}(?:(?:is|of|was)\s)?$", before, _I):
        return None
    if pattern is _GLUED_SEX:
        if re.search(r"(?:temp\w*|fever|spik\w*|febrile|\bt|\bat|size|to|tmax)\W{0,3}(?:is |of |was |at )?$", before, _I) or (re.match(r"\s?f\b", after, _I) and value > 93):  # fmt: skip
            return None
        if re.match(r"\s?f\s?(?:r\b|rench|oley|cath|drain|sheath|chest|gauge)|\s?m\s?(?:kcl|nacl|lactate|hcl|bicarb|tall|walk)|\s?-\s?\d", after, _I):  # fmt: skip
            return None
    if pattern is _GROWN_FIRST and re.search(r"(?:pt|patient|pat)\W*$", text[match.start() : match.start(name)], _I) and not re.match(r"\s*(?:$|[,.;?!)—]|[mf]\b|male|female|yo)", after, _I):  # fmt: skip
        return None
    return Age(value, "years", match.start(name), match.end(name), match.end())


def _number(written: str) -> float | None:
    return float(written.replace(",", ".")) if written[0].isdigit() else read_spelt(written)


def _unit_of(match: re.Match[str]) -> str:
    return next((unit for unit in _UNITS if match[unit]), "")


def _make(text: str, match: re.Match[str], unit: str) -> Age | None:
    value = _number(match["n"])
    if value is None or not 0 < value <= (_OLDEST if unit == "years" else 1000):
        return None
    if _DECADE.match(text, match.end("n")) and not match["half"]:
        return None
    if re.search(r"\d\s?(?:-|–|to|or)\s?$", text[: match.start("n")]):
        return None
    groups = [name for name in (unit, f"s_{unit}", "half", "n") if name in match.re.groupindex and match[name]]
    ends = match.end(groups[0])
    return Age(value + (0.5 if match["half"] else 0), unit, match.start("n"), ends, match.end())


def _timed(text: str) -> Iterator[Age]:
    """Times that are ages: old, aged or a person stand beside them, or nothing else was said."""
    for match in _TIMED.finditer(text):
        unit = _unit_of(match)
        one = _make(text, match, unit)
        if one is None:
            continue
        if match["more"] and (smaller := _SMALLER.get((unit, match["unit2"][0].lower()))):
            name, each = smaller
            one = Age(each * one.value + float(match["n2"]), name, one.start, match.end("unit2"), one.until)
        sure = _is_sure(text, match, unit)
        if sure or _is_likely(text, match, unit):
            yield Age(one.value, one.unit, one.start, one.end, one.until, sure)


_SMALLER = {("years", "m"): ("months", 12), ("months", "w"): ("weeks", 0), ("weeks", "d"): ("days", 7)}


def _is_sure(text: str, match: re.Match[str], unit: str) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    old = bool(match["old"])
    if _NO_AGE_AFTER.match(after) or (_LASTING if old else _ALSO_LASTING).search(before):
        return old and not _LASTING.search(before) and not re.match(r"\W*(?:ago|later|history)", after, _I)
    if re.search(r"[<>≤≥]\s*$", before):
        return False
    if old:
        return True
    if unit == "weeks" and (_WEEKS_OF_PREGNANCY.search(text) or re.search(r"\bex\W*$|born (?:at )?$", before, _I)):
        return False
    if _PERSON_NEAR.match(after):
        return True
    person = _PERSON_BEFORE.search(before)
    return bool(person) and (unit == "years" or re.match(r"\W*(?:$|[,.;?!)])", after) is not None)


def _is_likely(text: str, match: re.Match[str], unit: str) -> bool:
    """Years that are an age because nothing speaks of a duration."""
    before, after = text[: match.start()], text[match.end() :]
    if _NO_AGE_AFTER.match(after) or re.search(r"[<>≤≥]\s*$", before) or _ALSO_LASTING.search(before):
        return False
    if not re.search(r"[a-z]", text[: match.start()] + after, _I):
        return True
    if unit != "years":
        return False
    between = (re.match(r"\s*(?:,|$|\.)", after) and re.search(r"(?:^|,)\s*$", before)) is not None
    if between and (after[:1] == "," or before.rstrip().endswith(",")):
        return not re.search(r"smok|for|cig|a day", before[-20:], _I)
    if after[:2].startswith(",") or before.rstrip().endswith(","):
        return not _LASTED.search(text)
    if not before.strip() and _number(match["n"]) and float(_number(match["n"]) or 0) >= _GROWN_FROM:
        return True
    grown = (_number(match["n"]) or 0) >= _GROWN_FROM
    return not _LASTED.search(text) and bool(re.match(r"\s+\d", after) or not before.strip() or grown)
