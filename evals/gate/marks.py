"""A plain reading of figures and subjects in a statement, kept apart from the product's scanner on purpose.

It need not find everything: it has to be right about what it finds, because a mutant is judged by it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

_NUMBER = r"\d+(?:,\d{3})*(?:\.\d+)?"
_UNIT = (
    r"kg/m²|mL/min/1\.73 m²|mOsm/kg|mmHg|kcal(?:/kg)?(?:/day)?|micrograms?(?:/kg)?|nanograms?|units(?:/kg)?(?:/h|/min)?"
    r"|(?:mmol|mEq|mg|mL|g|L)(?:/(?:kg|L|dL|mL|sachet))?(?:/(?:day|h|min|24 h))?|%|/min|years?|months?|weeks?|days?|min|h|kg|s"
)
_LEAD = (
    r"<|>|≤|≥|no (?:more|less|faster|slower|stronger|weaker) than|not more than|(?:less|more|faster|slower|stronger"
    r"|weaker) than|at most|at least|up to|above|below|under|(?:a )?(?:maximum|minimum)(?: rate)?(?: of)?"
)
_MARK = re.compile(
    rf"(?P<lead>(?:{_LEAD})\s+(?:about\s+)?)?(?<![\w.,])(?P<number>{_NUMBER}(?:(?: months| days)?\s*(?:–|-|to)\s*{_NUMBER})?)"
    rf"(?P<unit>\s*(?:{_UNIT})(?![\w/²]))?",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"index|our sources|looked for|by how much|no (?:rate|dose)|left without|no (?:separate|magnesium aspartate dose)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|never|nor|neither|avoid|withholds?|hold|contraindicat\w*|no(?! (?:more|less|faster|slower|stronger|weaker) than))\b",
    re.IGNORECASE,
)

DRUGS: Mapping[str, str] = {
    "calcium gluconate": r"calcium gluconate", "calcium chloride": r"calcium chloride",
    "magnesium sulfate": r"magnesium sulfate", "magnesium aspartate": r"magnesium (?:l-)?aspartate",
    "potassium chloride": r"potassium chloride|(?:(?<=\biv )|(?<=\bintravenous ))potassium(?! (?:chloride|phosphates))",
    "potassium phosphates": r"potassium phosphates", "phosphate": r"(?:(?<=\biv )|(?<=\bintravenous )|(?<=\boral ))phosphate",
    "adrenaline": r"adrenaline", "insulin": r"(?:soluble )?insulin", "salbutamol": r"salbutamol",
    "patiromer": r"patiromer", "sodium zirconium cyclosilicate": r"sodium zirconium cyclosilicate",
    "calcium resonium": r"calcium resonium", "ceftriaxone": r"ceftriaxone", "alfacalcidol": r"alfacalcidol",
    "thiamine": r"thiamine", "mannitol": r"mannitol", "amiodarone": r"amiodarone",
    "desmopressin": r"desmopressin", "hypertonic saline": r"hypertonic saline|3% saline|3% hypertonic saline",
    "cetuximab": r"cetuximab",
}  # fmt: skip
ROUTES: Mapping[str, str] = {
    "intravenous": r"intravenous(?:ly)?|iv", "oral": r"oral(?:ly)?|by mouth", "nebulised": r"nebulised",
    "intramuscular": r"intramuscular(?:ly)?|im", "central": r"central(?:ly)?(?= line|\b)", "peripheral": r"peripheral(?:ly)?",
}  # fmt: skip
PEOPLE: Mapping[str, str] = {
    "adult": r"adults?", "neonate": r"neonat(?:es?|al)", "pregnant": r"pregnan(?:t|cy)|eclampsia|pre-eclampsia|eclamptic",
    "child": r"child(?:ren|hood)?|infants?|adolescents?|paediatric",
}  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """A figure as read here: its comparator, number and unit, with their place in the text."""

    lead: str
    number: str
    unit: str
    start: int
    end: int

    @property
    def text(self) -> str:
        """Number and unit, without the comparator."""
        return self.number + self.unit

    @property
    def figure(self) -> str:
        """What a reader would call the figure: the comparator with it, unless it is the word maximum or minimum."""
        return self.text if re.search("m[ai][xn]imum", self.lead, re.IGNORECASE) else self.lead + self.text

    @property
    def at(self) -> int:
        """Where the number begins."""
        return self.end - len(self.text)


@cache
def find_marks(text: str) -> tuple[Mark, ...]:
    """The figures in digits, in order."""
    return tuple(
        Mark(match["lead"] or "", match["number"], match["unit"] or "", *match.span()) for match in _MARK.finditer(text)
    )


def stands(phrase: str, words: str) -> bool:
    """Whether a phrase stands so in a text: case and spacing ignored, never inside a longer number or word."""
    pattern = r"\s*".join(re.escape(part) for part in phrase.split())
    return (
        re.search(rf"(?<![\w.,–-])(?<!\bno )(?<!\bnot ){pattern}(?![\w²/]|[.,–-]\d)", words, re.IGNORECASE) is not None
    )


def name(words: Mapping[str, str], text: str) -> frozenset[str]:
    """Which drugs, routes or people a text names."""
    return frozenset(key for key, pattern in words.items() if re.search(rf"\b(?:{pattern})\b", text, re.IGNORECASE))


@cache
def _name_all(text: str) -> frozenset[str]:
    return name(DRUGS, text) | name(ROUTES, text) | name(PEOPLE, text)


def overlap(text: str, words: str) -> float:
    """The share of a text's content words that a passage holds, by their first six letters."""
    mine, theirs = _stems(text), _stems(words)
    return len(mine & theirs) / max(1, len(mine))


def could_be_true(text: str, passages: Iterable[str]) -> bool:
    """Whether some passage carries all that a text names (figures, drugs, routes, people) in much the same words."""
    marks = {mark.text for mark in find_marks(text)}
    for passage in passages:
        if not _name_all(text) <= _name_all(passage) or overlap(text, passage) < 0.4:
            continue
        if all(stands(mark, passage) for mark in marks):
            return True
    return False


def is_silence(text: str) -> bool:
    """Whether a statement says what the sources do not hold."""
    return _SILENCE.search(text) is not None


def is_plain(text: str) -> bool:
    """Whether a statement neither denies nor tells of silence: either might well be true of another subject."""
    return not is_silence(text) and _DENIAL.search(text) is None


@cache
def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:6] for word in re.findall(r"[a-z]{4,}", text.lower()))
