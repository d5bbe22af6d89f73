"""Read who a message is about: sex, pregnancy, child or adult, and the choices that a person says in words."""

import re
from collections.abc import Iterator, Sequence

from assistant.records import Fact
from assistant.understanding import vocabulary as v
from assistant.understanding.patient.ages import Age

_TABLE = v.read_table("people")


def _whole(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


_SEX = {value: _whole(words) for value, words in v.SEX.items()}
_PRONOUN = _whole(v.join_words(_TABLE["pronouns"]))
_SAID = {
    name: {value: _whole(words) for value, words in options.items()}
    for name, options in {"population": v.POPULATION, **v.CHOICES}.items()
}
_NEGATED = re.compile(r"\b(?:no|not|without|denies|isn't|isnt|non|never|nil)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)
_NOT_NOW = re.compile(r"\bnot\W+(?:\w+\W+){0,1}$", re.IGNORECASE)
_UNSURE = re.compile(rf"(?:(?<!\w)(?:{v.join_words(_TABLE['unsure'])})|\?\s?)$", re.IGNORECASE)
_NO_PREGNANCY_AFTER = re.compile(r"\W*(?:test|status|category|hormone|unlikely|excluded|neg\w*|\?)|.{0,12}\bunlikely", re.IGNORECASE)  # fmt: skip
_LETTER_AFTER = re.compile(r"[\s,-]*(?:(?:y\.?\s?/?\s?o\.?|y(?:ea)?rs?|y|olds?|months?|mo)(?![^\W\d_mf])[\s,/-]*){0,3}[\s/,(]*(?P<sex>[mf♀♂])(?![\w'²/]|\s?(?:kcl|nacl|old)\b)", re.IGNORECASE)  # fmt: skip
_LETTER_BEFORE = re.compile(r"(?<![\w.'°])(?<!\d\s)(?P<sex>[mf])\s?[/,.;]{0,2}\s*(?:age[ds]?\W{0,3})?$", re.IGNORECASE)
_LETTER_NAMED = re.compile(r"(?<!\w)(?:(?:sex|gender|geschlecht)\s*(?:is|:|=|-)?\s*|(?:pat|pt|patient)\.?\s*[,(]?\s*)(?P<sex>[mf])(?![\w'/])", re.IGNORECASE)  # fmt: skip
_LETTER_OF_A_BODY = re.compile(r"(?<!\w)(?<!\d\s)(?<!°)(?P<sex>(?-i:[MF]))(?=,?\s\d{2,3}(?:\.\d+)?\s?(?:cm|kg|kilos?|lbs?|y\b|yrs?))", re.IGNORECASE)  # fmt: skip
_GESTATION = re.compile(r"(?<![\w./])(?P<weeks>[4-9]|[1-3]\d|4[0-2])(?:\s?\+\s?[0-6])?\s?/\s?40(?!\w)|(?<![\w./+])(?P<plus>[1-3]\d|4[0-2])\s?\+\s?[0-6](?:\s?(?:weeks?|wks?|w))?(?![\w/+])|(?<![\w./])(?P<said>[4-9]|[1-3]\d|4[0-2])\s?(?:weeks?|wks?|week)\W{0,2}(?:of\s)?(?:gestation\w*|gest|gravid|preg\w*|pog\b)", re.IGNORECASE)  # fmt: skip
_OBSTETRIC = re.compile(r"(?<!\w)(?:g\d+\s?p\d+\S*|pregnan\w*|primip\w*|primigravida|multip\w*|gravid\w*|antenatal|labou?r\w*|fundal|ctg|pet|pre-?eclampsia|contractions?|prom|pprom|srom|bishop|obstetric|fetal|foetal|booking)(?!\w)", re.IGNORECASE)  # fmt: skip
_BORN = re.compile(r"(?<!\w)(?:born|neonat\w*|newborn|bab(?:y|ies)|bb|infant|preterm|prem\w*|ex|weeker|nicu|scbu|dol|delivered|corrected|cga|day of life|days? old|hours? old)(?!\w)", re.IGNORECASE)  # fmt: skip
_ONCE = re.compile(r"\bas an?\s+(?:(?:small|young|little)\s)?$", re.IGNORECASE)
"""Before a child: somebody was one once."""
_POSSESSED = re.compile(r"\b(?:her|his|their|breast-?feed\w*(?: an?| her| the)?)\s+(?:\w+ old\s)?$", re.IGNORECASE)


def read_people(text: str, message: str, ages: Sequence[Age], others: Sequence[tuple[int, int]] = ()) -> Iterator[Fact]:
    """Who a message is about, in the words of the message; the stretches `others` speak of somebody else."""
    text = _without(text, others)
    yield from _read_sex(text, message, ages)
    pregnant = list(_gestations(text, message))
    yield from pregnant
    for name, options in _SAID.items():
        for value, pattern in options.items():
            for match in pattern.finditer(text):
                if value == "pregnancy" and not _is_of_now(text, match):
                    continue
                if value == "child" and _ONCE.search(text[: match.start()]):
                    continue
                if value == "child" and _POSSESSED.search(text[: match.start()]):
                    continue
                negated = bool(_NEGATED.search(text[: match.start()]))
                yield Fact(fact=name, text=message[slice(*match.span())], span=match.span(), value=value, negated=negated)  # fmt: skip


def _without(text: str, others: Sequence[tuple[int, int]]) -> str:
    """The text with the stretches that speak of others emptied, so that every place stays where it is."""
    for start, end in others:
        text = text[:start] + "|" * (end - start) + text[end:]
    return text


def _is_of_now(text: str, match: re.Match[str]) -> bool:
    return not (_UNSURE.search(text[: match.start()]) or _NO_PREGNANCY_AFTER.match(text, match.end()))


def _gestations(text: str, message: str) -> Iterator[Fact]:
    """A gestation, which is of a pregnancy; of a child that is born it is none."""
    if _BORN.search(text):
        return
    for match in _GESTATION.finditer(text):
        if match["plus"] and not (_OBSTETRIC.search(text) or re.search(r"w(?:ee)?ks?$", match.group(), re.IGNORECASE)):
            continue
        yield Fact(fact="population", text=message[slice(*match.span())], span=match.span(), value="pregnancy")


def _read_sex(text: str, message: str, ages: Sequence[Age]) -> Iterator[Fact]:
    """The sex that words and letters say; pronouns count where nothing surer does, and what is said both ways not at all."""
    sure: list[tuple[str, int, int, bool]] = []
    pronouns: list[tuple[str, int, int, bool]] = []
    for value, pattern in _SEX.items():
        for match in pattern.finditer(text):
            where = pronouns if _PRONOUN.fullmatch(match.group()) else sure
            negated = bool(_NEGATED.search(text[: match.start()])) and "pregnant" not in match.group().lower()
            where.append((value, match.start(), match.end(), negated))
    sure += [(value, start, end, False) for value, start, end in _letters(text, ages)]
    for said in (sure, pronouns):
        values = {value for value, *_, negated in said if not negated}
        if len(values) == 1:
            value = values.pop()
            both = sorted(one for one in (*sure, *pronouns) if one[0] == value and not one[3])
            first = min(both, key=lambda one: one[1])
            shown = [first, *(one for one in both if one in sure and one != first)]
            for _, start, end, _ in shown:
                yield Fact(fact="sex", text=message[start:end], span=(start, end), value=value)
            return
        if values:
            return


def _letters(text: str, ages: Sequence[Age]) -> Iterator[tuple[str, int, int]]:
    """Letters for a sex beside an age, a name for them, or a body's measures."""
    matches: list[tuple[re.Match[str], int]] = []
    for age in ages:
        if after := _LETTER_AFTER.match(text[age.end :]):
            matches.append((after, age.end))
        elif before := _LETTER_BEFORE.search(text[: age.start]):
            matches.append((before, 0))
    matches += [(match, 0) for pattern in (_LETTER_NAMED, _LETTER_OF_A_BODY) for match in pattern.finditer(text)]
    for match, base in matches:
        letter = match["sex"].lower()
        yield "female" if letter in "f♀" else "male", base + match.start("sex"), base + match.end("sex")
