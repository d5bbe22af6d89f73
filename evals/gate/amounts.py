"""Mutations of what a figure says: its number, unit, comparator, place or frequency."""

import re
from collections.abc import Mapping
from random import Random

from evals.gate.marks import Mark, find_marks, is_plain, stands
from evals.gate.statements import Mutant, Statement

Pool = Mapping[str, str]
UNITS: Mapping[str, tuple[str, ...]] = {
    "mg": ("micrograms", "g"), "micrograms": ("mg", "nanograms"), "microgram": ("mg",), "g": ("mg", "kg"), "mmol": ("mEq", "mg", "g"),
    "mL": ("L", "mmol"), "L": ("mL",), "units": ("mL", "mg"), "mmol/L": ("mg/dL", "mmol/kg", "mEq/L"), "mg/dL": ("mmol/L", "g/dL"),
    "mmol/h": ("mmol/min", "mmol/kg/h", "g/h"), "mEq/h": ("mEq/min", "mEq/kg/h"), "g/h": ("mg/h", "g/min"), "mL/h": ("mL/min", "L/h"),
    "mL/min": ("mL/h", "L/min"), "mg/min": ("mg/h", "micrograms/min"), "units/kg/h": ("units/kg/min", "units/h"), "mL/kg/h": ("mL/kg/min",),
    "mL/kg": ("mL", "L/kg"), "mg/kg": ("micrograms/kg", "mg"), "g/kg": ("mg/kg", "g"), "mmol/kg/day": ("mmol/kg/h", "mmol/day", "g/kg/day"),
    "kcal/kg/day": ("kcal/day", "kcal/kg/h"), "mEq/L": ("mg/L", "mEq/mL"), "h": ("min", "days"), "min": ("h", "s"), "days": ("weeks", "h"),
    "months": ("weeks", "years"), "years": ("months",), "%": ("mg/mL", "‰"), "mg/mL": ("micrograms/mL", "%"), "mmHg": ("kPa",),
    "mEq/24 h": ("mEq/h", "g/24 h"), "g/24 h": ("mg/24 h", "g/h"), "mmol/24 h": ("mmol/h", "g/24 h"), "micrograms/kg": ("mg/kg",),
    "microgram/kg": ("mg/kg",), "mg/day": ("micrograms/day", "g/day"),
}  # fmt: skip
COMPARATORS: Mapping[str, tuple[str, ...]] = {
    "<": (">", "≥", "above", "at least"), ">": ("<", "≤", "below", "at most"), "≤": (">", "≥", "above"), "≥": ("<", "≤", "below"),
    "less than": ("more than", "at least", "≥"), "more than": ("less than", "at most"),
    "at most": ("at least", "more than", "no less than"), "at least": ("at most", "less than", "up to"), "no more than": ("no less than", "more than"),
    "up to": ("at least", "above", "more than"),
    "above": ("below", "at most", "up to"), "below": ("above", "at least", "over"), "faster than": ("slower than", "up to"),
    "no faster than": ("no slower than", "faster than"),
    "stronger than": ("weaker than", "up to"), "no stronger than": ("no weaker than", "stronger than"), "under": ("over", "at least"),
    "maximum of": ("minimum of",), "maximum rate of": ("minimum rate of",), "maximum rate": ("minimum rate",), "maximum": ("minimum", "more than"),
}  # fmt: skip
_TRAILING = {"or less": "or more", "or more": "or less", "and over": "and under"}
_FREQUENCIES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"(?<!once or )twice daily", ("four times daily", "once daily")),
    (r"once or twice daily", ("three or four times daily",)),
    (r"three times (?:daily|a day)", ("once daily", "six times a day")),
    (
        r"(?<!twice )(?<!times )(?<!-)\bdaily(?! review)",
        ("twice daily", "three times daily", "weekly", "every other day"),
    ),
    (r"12–24-hourly", ("4–6-hourly", "weekly")),
    (r"(?<!-)\bhourly", ("daily", "every 6 h")),
    (r"every 12 h", ("every 2 h", "every 48 h")),
    (r"every 15 min", ("every 4 h", "every 5 min")),
    (r"every 3–6 months", ("every 3–6 weeks", "every 3–6 days")),
    (r"every 1–2 days", ("every 1–2 weeks", "every 1–2 h")),
    (r"repeated once", ("repeated three times", "repeated hourly")),
    (r"up to twice", ("up to five times",)),
)
_ADDED = ("three times a day", "twice daily", "every 4 h", "every other day", "q6h", "hourly", "twice weekly", "bd")
_WORDS = {
    "one": "two",
    "two": "three",
    "three": "five",
    "half": "double",
    "halves": "doubles",
    "quarter": "third",
    "six": "two",
}


def mutate_number(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """Another digit, a shifted decimal, a range end moved or swapped, another number word."""
    spelt = list(re.finditer(r"\b(?:one|two|three|half|halves|quarter|six)\b", statement.text))
    marks = find_marks(statement.text)
    if spelt and (not marks or chance.random() < 0.2):
        match = chance.choice(spelt)
        return _judge("number", statement, match.start(), match.end(), _WORDS[match.group()])
    if not marks:
        return None
    mark = chance.choice(marks)
    changed = _change(mark.number, chance)
    if changed == mark.number or stands(changed + mark.unit, statement.words):
        return None
    return _replace("number", statement, mark.at, mark.end, changed + mark.unit)


def mutate_unit(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """Another unit on the same number. Milliequivalents only where they are not the same amount."""
    marks = [mark for mark in find_marks(statement.text) if mark.unit.strip() in UNITS]
    if not marks:
        return None
    mark = chance.choice(marks)
    unit = chance.choice(UNITS[mark.unit.strip()])
    if ("mEq" in unit and not _divalent(statement.text)) or stands(f"{mark.number} {unit}", statement.words):
        return None
    return _judge("unit", statement, mark.at, mark.end, f"{mark.number}{'' if unit in '%‰' else ' '}{unit}")


def mutate_comparator(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """The other direction: below for above, at least for at most."""
    found = []
    for mark in find_marks(statement.text):
        lead = mark.lead.strip().lower()
        bare = re.sub(r"^a | about$", "", lead)
        if bare in COMPARATORS:
            turned = lead.replace(bare, chance.choice(COMPARATORS[bare]))
            found.append((mark.start, mark.end, f"{turned} {mark.text}"))
        before = re.search(r"\bover $", statement.text[: mark.at])
        if before and mark.unit.strip() == "years":
            found.append((before.start(), mark.end, f"{chance.choice(('under', 'up to', 'below'))} {mark.text}"))
        after = re.match(r" (or less|or more|and over)\b", statement.text[mark.end :])
        if after:
            found.append((mark.at, mark.end + after.end(), f"{mark.text} {_TRAILING[after.group(1)]}"))
    return _judge("comparator", statement, *chance.choice(found)) if found else None


def mutate_place(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """A figure in the place of another: two of the statement exchanged, or one of some other passage brought in."""
    marks = find_marks(statement.text)
    pairs = [(a, b) for a in marks for b in marks if a.end <= b.start and _exchangeable(a, b)]
    if pairs and chance.random() < 0.6:
        return _exchange(statement, *chance.choice(pairs))
    mine = [mark for mark in marks if mark.unit]
    theirs = [mark for words in chance.sample(sorted(pool.values()), min(12, len(pool))) for mark in find_marks(words)]
    fitting = [(a, b) for a in mine for b in theirs if _exchangeable(a, b)]
    if not fitting:
        return None
    mark, other = chance.choice(fitting)
    return _judge("figure swap", statement, mark.at, mark.end, other.text)


def mutate_frequency(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """How often: another frequency, or one where the source has none."""
    found = [
        (match.start(), match.end(), chance.choice(others))
        for pattern, others in _FREQUENCIES
        for match in re.finditer(pattern, statement.text)
    ]
    if found:
        return _judge("frequency", statement, *chance.choice(found))
    if not is_plain(statement.text):
        return None
    gives = re.search(r"\b(?:give|given|gives|gets|receives?|dose|takes?)\b", statement.text)
    ends = re.search(r"\d[^.;:?]*(?=\.$)", statement.text)
    if not gives or not ends or re.search(r"differ|whereas|against|cohort|/h|/day|/24", statement.text):
        return None
    return _judge("frequency", statement, ends.end(), ends.end(), f", {chance.choice(_ADDED)}")


def _exchange(statement: Statement, first: Mark, second: Mark) -> Mutant:
    """Each figure in the place of the other, comparator and all; foreign only if the original already was."""
    text = statement.text
    parts = (text[: first.end - len(first.figure)], second.figure)
    between = text[first.end : second.end - len(second.figure)]
    foreign = not all(stands(mark.figure, statement.words) for mark in (first, second))
    swapped = "".join((*parts, between, first.figure, text[second.end :]))
    return Mutant("figure swap", swapped, statement.passages, foreign, text)


def _change(number: str, chance: Random) -> str:
    parts = re.split(r"(\s*(?:–|-|to)\s*)", number)
    if len(parts) == 3 and chance.random() < 0.3:
        return parts[2] + parts[1] + parts[0]
    place = chance.choice([0, len(parts) - 1])
    parts[place] = chance.choice((_redigit, _shift))(parts[place], chance)
    return "".join(parts)


def _redigit(number: str, chance: Random) -> str:
    place = chance.choice([index for index, char in enumerate(number) if char.isdigit()])
    digits = [digit for digit in "123456789" if digit != number[place]]
    return number[:place] + chance.choice(digits) + number[place + 1 :]


def _shift(number: str, chance: Random) -> str:
    if re.search(r"[a-z]", number):
        return _redigit(number, chance)
    value = float(number.replace(",", "")) * chance.choice((10, 0.1, 100))
    return f"{value:,.4f}".rstrip("0").rstrip(".")


def _exchangeable(first: Mark, second: Mark) -> bool:
    return bool(first.unit) and first.unit.strip() == second.unit.strip() and first.number != second.number


def _divalent(text: str) -> bool:
    salts = re.search(r"magnesium|calcium|phosph", text, re.IGNORECASE)
    return salts is not None and not re.search(r"potassium|sodium|saline", text, re.IGNORECASE)


def _judge(kind: str, statement: Statement, start: int, end: int, new: str) -> Mutant | None:
    """The mutant, foreign unless the new figure stands so in a passage cited. None where nothing changed."""
    return _replace(kind, statement, start, end, new, not stands(new.strip(" ,"), statement.words))


def _replace(
    kind: str, statement: Statement, start: int, end: int, new: str, foreign: bool = True
) -> Mutant | None:  # fmt: skip
    text = statement.text[:start] + new + statement.text[end:]
    return None if text == statement.text else Mutant(kind, text, statement.passages, foreign, statement.text)
