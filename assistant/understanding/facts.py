"""Read the facts of a message: who it is about and what was measured, each with the span it came from.

Nothing is assumed: a fact that was not said is not there. A number with a comparator ("creatinine > 2") is no value.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures import words as w
from assistant.figures.analytes import ANALYTES
from assistant.figures.quantities import read as read_quantity
from assistant.figures.words import TEENS, TENS, UNITS_OF_COUNT
from assistant.records import Fact, Given
from assistant.understanding import vocabulary as v
from assistant.understanding.allergies import read_allergies

_LABELS = {
    name: re.compile(rf"(?<![\w]){'(?:' + label + ')'}(?![\w])", re.IGNORECASE) for name, label in v.FACT_LABELS.items()
}
_BETWEEN = re.compile(
    r"^[\s:=~(]*(?:(?:is|was|are|of|at|level|value|now|today|about|around|approx\w*|currently|actually|really|only|just|=|equals|serum|plasma|corrected|adjusted|sitting at)[\s:=,(]*)*$",
    re.IGNORECASE,
)
_AFTER = re.compile(r"^\s*(?:of\s+)?$", re.IGNORECASE)
_OWN_NUMBER = re.compile(r"[\s:=<>]*\d")
"""After a label: the number that it names, so that it does not name the one before it."""
_COMPARED = re.compile(
    r"^\s*(?:[<>≤≥]|above|below|at least|at most|more than|less than|under|up to|over)", re.IGNORECASE
)
_OLD = re.compile(r"^[\s-]*old\b", re.IGNORECASE)
_PERSON_IS = re.compile(r"\b(?:s?he|patient|child|baby|infant|boy|girl)(?:'s| is| was)\s+(?:only )?$", re.IGNORECASE)
_ONES = tuple("|".join((UNITS_OF_COUNT.removeprefix("zero|nought|"), TEENS)).split("|"))
_TENS = tuple(TENS.split("|"))
_SPELT = re.compile(
    rf"(?<![\w-])(?:(?P<tens>{TENS})(?:[\s-](?P<digit>{'|'.join(_ONES[:9])}))?|(?P<ones>{'|'.join(reversed(_ONES))}))"
    r"(?=[\s-](?:(?:year|month|week|day|yr)s?|y/?o)\b|$)",
    re.IGNORECASE,
)
"""An age that is written out: "ten years", "twenty-one year old", "aged sixty five"."""
_SEX_BEFORE = re.compile(r"(?:^|[\s,;(])(?-i:[MF])\W*$")
_NEGATED = re.compile(r"\b(?:no|not|without|denies|isn't|non)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)
_DILUTION = re.compile(
    r"\d[\d.,]*\s?(?:micrograms?|mcg|[uµμ]g|mg|g|units?|mmol|meq)\s?(?:in|/|per)\s?\d[\d.,]*\s?m[lL]\b", re.IGNORECASE
)
_BLOOD_PRESSURE = re.compile(
    r"\b(?:bp|blood pressure|arterial pressure|map)\b(?: of| is| was| at|,|:|=)*\s*([1-9]\d{1,2})\s?/\s?([1-9]\d{1,2})(?![\d/.%])(?!\s?k)",
    re.IGNORECASE,
)
"""A cuff's two pressures as the ward writes them: "BP 120/80". In kilopascals they are not written so."""
_AGE_AND_SEX = re.compile(r"(?<![\w.])(\d{1,3})\s?[MF](?=[\s,.;/]|$)")
_SEX_LETTER = re.compile(r"\d\s?(?:y/?o|y|yrs?|years? old)?,?\s?([FM])(?=[\s,.;/]|$)")
_LETTER_AND_AGE = re.compile(r"(?<!\w)([FM]),?\s?(?=\d{1,3}\s?(?:y/?o|y|yrs?|years?)\b)")
LEVELS = frozenset(ANALYTES) | {"ketones", "egfr", "crcl"}
"""Facts that are measured in blood, never in a plain amount."""
_MAGNESIUM = re.compile(r"(?:^|[,;.]\s*)mg\s*(?:is|of|was|=|:)?\s*$", re.IGNORECASE)
""" "Mg" at the beginning of a clause, before a number without a unit."""
_NITROGEN = re.compile(r"\b(?:bun|nitrogen)\W{0,3}(?:(?:is|was|of)\W+)?$", re.IGNORECASE)
_HEART_RATE = re.compile(
    r"(?<=\d)\s(?=(?-i:HR)\b\s?[:=]?\s?\d|hr\b\s?[:=]?\s?\d{2,3}(?![\d.,]|\s?[a-zµ%]{1,2}\b(?<!on)|\s?(?:mmol|units?|microgram)))",
    re.IGNORECASE,
)
"""Before "HR 110" after another number: these are no hours."""
_DAY = re.compile(
    r"(?:(?P<period>\b(?:lmp|last (?:menstrual )?period)\b(?: began| started| was| is| on|:)*)|\b(?:on|as of|at))\s+"
    rf"(?P<day>\d{{4}}-\d\d-\d\d|\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {w.MONTH},? \d{{4}}|{w.MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}})",
    re.IGNORECASE,
)
"""A day beside what it is of."""
_PREGNANCY = re.compile(r"\b(?:lmp|period|gestation\w*|pregnan\w*|weeks)\b", re.IGNORECASE)
"""Words beside which "today" is the day that a pregnancy is counted to."""
_DENIED = re.compile(r"\bnot\s+$", re.IGNORECASE)
_PAST = re.compile(
    r"\s*(?:\w+/\w+\s*)?,?\s*(?:yesterday|last (?:night|week|month|year)|previously|\d+ (?:hours?|days?|weeks?|months?) ago)\b",
    re.IGNORECASE,
)
"""After a number: it was so once, and is not what holds now."""
_STONES = re.compile(
    r"(?<![\w.])(\d{1,2})\s?(?:st|stones?)\s*(?:and\s+)?(\d{1,2})(?:\s?(?:lbs?|pounds?))?(?![\w.%/])", re.IGNORECASE
)
"""A weight as it is said in Britain: "11 stone 3"."""
_SURE = frozenset({"drop_factor", "age", "weight", "height"})
"""What the unit alone tells; a rate or a concentration may bear a label that says more."""
_OWN_UNITS = {
    "heart_rate": ("/min", "bpm", "beats/min"),
    "respiratory_rate": ("/min", "breaths/min"),
    "temperature": ("°C", "°F"),
    "qt": ("ms", "s"),
}
"""The only units in which some facts are said."""
_PUMPED = frozenset({"dose_rate", "rate"})
"""What the unit tells of an infusion, never of a level."""
_LASTED = re.compile(
    r"\b(?:since|history|hx|ago|smok\w+|pack|dura\w+|later|follow[ -]?up|surviv\w+|risk|every|past|last|next|review|on|taking|takes|using|had|having|diagnosed|therapy|treated)\b",
    re.IGNORECASE,
)
_GROWN = 16
"""Words of a message that may speak of years which are no age; and from how many years on they are rather one."""
_PEOPLE = {"sex": v.SEX, "population": v.POPULATION, **v.CHOICES}


def read_facts(message: str) -> tuple[Fact, ...]:
    """The facts of one message, in the order in which they stand."""
    message = _HEART_RATE.sub(";", message)
    found = sorted(
        [*_measured(message), *_mixed(message), *_dated(message), *_said(message), *read_allergies(message)],
        key=lambda fact: fact.span,
    )
    first: dict[object, Fact] = {}
    for fact in found:
        first.setdefault(
            (fact.fact, fact.value, fact.unit, fact.negated, fact.text if fact.value is None else ""), fact
        )
    return tuple(first.values())


def read_form(form: Mapping[str, Given]) -> tuple[Fact, ...]:
    """The inputs of a form as facts: a number with its unit where one can be read, the words otherwise."""
    return tuple(_from_form(name, given) for name, given in form.items())


def _from_form(name: str, given: Given) -> Fact:
    value, unit = given.value, given.unit
    if isinstance(value, str):
        try:
            quantity = read_quantity(value)
            value, unit = (quantity.low, quantity.unit or unit) if quantity.is_exact else (value, unit)
        except PlumblineError:
            pass  # a choice, or what the calculator will refuse in its own words
    return Fact(fact=name, text=given.text, span=(0, 0), value=value, unit=unit, origin=given.origin)


def _measured(message: str) -> Iterator[Fact]:
    figures = [figure for figure in find(message) if figure.kind not in (Kind.NAME, Kind.UNIT, Kind.TEXT, Kind.ORDER)]
    for figure in figures:
        if _DENIED.search(message[: figure.start]) or _PAST.match(message[figure.end :]):
            continue  # "50, not 60 kg"; "1.8 yesterday"
        try:
            quantity = read_quantity(_without_glue(figure.text))
        except PlumblineError:
            continue
        name = _name(message, figure, quantity.unit, figures)
        if name is None or (name in LEVELS and quantity.unit and "/" not in quantity.unit):
            continue  # "potassium 40 mmol" is a dose, not a level
        if quantity.unit and quantity.unit not in _OWN_UNITS.get(name, (quantity.unit,)):
            continue  # "with a pulse 2 g" is no heart rate
        if name == "urea_nitrogen" and quantity.unit.startswith("mg") and not _NITROGEN.search(message[: figure.start]):
            name = "urea"  # a mass of urea is another than that of its nitrogen
        exact = quantity.low == quantity.high and not _COMPARED.match(figure.text)
        yield Fact(
            fact=name,
            text=figure.text,
            span=(figure.start, figure.end),
            value=quantity.low if exact else None,
            unit=quantity.unit or None,
        )


def _without_glue(text: str) -> str:
    """ "70yo" reads as years, "6mo" as months, "ten" as its number."""
    text = _SPELT.sub(_in_digits, text)
    return re.sub(r"(?i)(?<=\d)\s*-?\s*(?:y/?o|yrs?|y)\b", " years", re.sub(r"(?i)(?<=\d)\s*mo\b", " months", text))


def _in_digits(spelt: re.Match[str]) -> str:
    tens, ones = spelt["tens"], spelt["digit"] or spelt["ones"]
    return str((10 * (_TENS.index(tens.lower()) + 2) if tens else 0) + (_ONES.index(ones.lower()) + 1 if ones else 0))


def _name(message: str, figure: Figure, unit: str, figures: list[Figure]) -> str | None:
    """Which fact a number is: by its own unit, by the label before it, by the label after it."""
    start = max([other.end for other in figures if other.end <= figure.start], default=0)
    before = message[start : figure.start]
    by_unit = next((name for name, units in v.UNIT_FACTS if re.fullmatch(units, unit)), None)
    if by_unit == "age" and not _is_age(message, figure, before):
        return None
    if by_unit in _SURE:
        return by_unit
    if not unit and _MAGNESIUM.search(before):
        return "magnesium"
    label = _label_before(before)
    if label in LEVELS and by_unit in _PUMPED:
        return by_unit  # "potassium chloride 40 mmol/h" is no chloride
    return label or by_unit or _label_after(message[figure.end : figure.end + 30])


def _label_before(before: str) -> str | None:
    """The label that stands nearest before a number with nothing but filler between."""
    best: tuple[int, str] | None = None
    for name, pattern in _LABELS.items():
        for match in pattern.finditer(before):
            if _BETWEEN.match(before[match.end() :]) and (best is None or match.end() > best[0]):
                best = (match.end(), name)
    return best[1] if best else None


def _label_after(after: str) -> str | None:
    for name, pattern in _LABELS.items():
        match = pattern.search(after)
        if match and _AFTER.match(after[: match.start()]) and not _OWN_NUMBER.match(after[match.end() :]):
            return name
    return None


def _is_age(message: str, figure: Figure, before: str) -> bool:
    """Whether a time is an age: old, aged or a person stand beside it, or nothing else was said. A duration is never one.

    Years beside a comma are an age as well ("man, fifty years, …"), but not after "for", "last" or "since".
    """
    after = message[figure.end : figure.end + 24]
    if re.match(r"\W*(?:ago|later|of|now|and counting|history|apart|without)\b", after, re.IGNORECASE):
        return False
    old = _OLD.match(after) or re.search(r"y/?o\b", figure.text, re.IGNORECASE) or _label_before(before) == "age"
    spans = r"every|over|within|after|since|ago|x|times|than|per" + ("" if old else r"|for|in|last|past")
    if re.search(rf"\b(?:{spans})\W*$", before, re.IGNORECASE):
        return False
    if old or (_PERSON_IS.search(before) and re.match(r"\s*(?:$|[,.;?!])", after)):
        return True
    person = "|".join([*v.SEX.values(), *v.POPULATION.values(), "patient"])
    beside = re.match(rf"^\W*(?:{person})\b", after, re.IGNORECASE) or re.search(
        rf"\b(?:{person})\W*$", before, re.IGNORECASE
    )
    if (
        beside
        or _SEX_BEFORE.search(before)
        or not re.search(r"[a-z]", message.replace(figure.text, "", 1), re.IGNORECASE)
    ):
        return True
    if not re.search(r"y(?:ea)?rs?\b|\dy\b", figure.text, re.IGNORECASE):
        return False
    if "," in after[:2] or before.rstrip().endswith(","):
        return True
    grown = any(int(number) >= _GROWN for number in re.findall(r"^\d+", figure.text))
    return not _LASTED.search(message) and bool(re.match(r"\s+\d", after) or not before.strip() or grown)


def _mixed(message: str) -> Iterator[Fact]:
    """Two amounts that are one figure only together: "4 mg in 50 mL"; an age and a sex run together: "67M"."""
    for match in _DILUTION.finditer(message):
        try:
            quantity = read_quantity(match.group())
        except PlumblineError:
            continue
        yield Fact(
            fact="concentration", text=match.group(), span=match.span(), value=quantity.low, unit=quantity.unit or None
        )
    for match in _STONES.finditer(message):
        pounds = 14 * float(match.group(1)) + float(match.group(2))
        yield Fact(fact="weight", text=match.group(), span=match.span(), value=pounds, unit="lb")
    pressures = list(_BLOOD_PRESSURE.finditer(message))
    for match in pressures if len(pressures) == 1 else ():  # of two nobody said which is meant
        for number, name in enumerate(("systolic", "diastolic"), 1):
            text = match.group(number)
            yield Fact(fact=name, text=text, span=match.span(number), value=float(text), unit="mmHg")
    for match in _AGE_AND_SEX.finditer(message):
        yield Fact(fact="age", text=match.group(1), span=match.span(1), value=float(match.group(1)), unit="years")


def _dated(message: str) -> Iterator[Fact]:
    """Days that a message names, with what they are of: the year first, or the month in letters; never 3/5."""
    for match in _DAY.finditer(message):
        written = match.group("day")
        if day := _read_day(written):
            name = "last_period" if match.group("period") else "on"
            yield Fact(fact=name, text=written, span=match.span("day"), value=day.isoformat())
    for match in re.finditer(r"\b(today)\b", message, re.IGNORECASE) if _PREGNANCY.search(message) else ():
        yield Fact(fact="on", text=match.group(1), span=match.span(1), value=date.today().isoformat())


def _read_day(written: str) -> date | None:
    plain = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b|\bof\b|,", " ", written, flags=re.IGNORECASE)
    for form in ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y"):
        try:
            return datetime.strptime(" ".join(plain.split()), form).date()
        except ValueError:
            continue
    return None


def _said(message: str) -> Iterator[Fact]:
    for name, options in _PEOPLE.items():
        for value, pattern in options.items():
            for match in re.finditer(rf"(?<![\w])(?:{pattern})(?![\w])", message, re.IGNORECASE):
                negated = bool(_NEGATED.search(message[: match.start()]))
                yield Fact(fact=name, text=match.group(), span=match.span(), value=value, negated=negated)
    for match in (*_SEX_LETTER.finditer(message), *_LETTER_AND_AGE.finditer(message)):
        yield Fact(
            fact="sex", text=match.group(1), span=match.span(1), value="female" if match.group(1) == "F" else "male"
        )


def merge_facts(earlier: tuple[Fact, ...], new: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """What holds after a turn: a new fact replaces the earlier one of its name."""
    said = {fact.fact for fact in new}
    if "age" in said or "population" in said:
        said |= {"age", "population"}
    carried = tuple(fact.model_copy(update={"origin": "earlier"}) for fact in earlier if fact.fact not in said)
    return carried + new
