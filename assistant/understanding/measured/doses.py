"""Read a dose that a question names for a drug: "5 mg IM adrenaline", "magnesium 20 g over 5 min". Whether it is right is not said here."""

import re
from collections.abc import Iterable, Iterator

from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import read
from assistant.records import Fact

DOSE = "dose"
"""The name of the fact."""
STATED = "stated"
"""The name of the fact that a question takes an amount or a time for right which is no figure of the patient."""
UNHEARD = "not_in_sources"
"""The name of the fact that a question names a study, score or guideline which no source mentions."""
NOT_HELD = "calculator_not_held"
"""The name of the fact that a question asks for a score which no calculator here works out."""
OF_ONE_TURN = frozenset({DOSE, STATED, UNHEARD, NOT_HELD})
"""Facts that hold for the question in which they stand alone."""
_FILLER = re.compile(
    r"(?:\W|\b(?:of|a|an|the|as|at|is|in|by|via|given|giving|give|over|iv|im|po|intravenous\w*|intramuscular\w*|oral\w*|"
    r"bolus|push|injections?|infusions?|undiluted|neat|stat|dose|dosing|rate|total|about|only|central\w*|peripheral\w*|"
    r"line|max|maximum|sulfate|sulphate|chloride)\b)*",
    re.IGNORECASE,
)
"""What may stand between a dose and its drug."""
OF_BODIES = ("kg", "lb", "st")
"""Units of a body's weight, which no dose has."""
_IN_VOLUME = re.compile(r"\s*(?:in|/|per|diluted in|made up (?:to|in))\s*\d", re.IGNORECASE)
_VOLUME_OF = re.compile(r"\d\s?[^\W\d]+\s*(?:in|/|per|to)\s*$", re.IGNORECASE)
_ARREST = re.compile(r"\b(?:cardiac arrest|arrest(?:ed)?|pulseless|cpr)\b", re.IGNORECASE)


def read_doses(question: str, plain: str, drugs: Iterable[str], said: Iterable[Fact]) -> tuple[Fact, ...]:
    """The doses that a question names for some drugs, each with its place in the question as written; `plain` is the question
    in the words that can be looked up, `said` are its other facts: a weight is no dose. In cardiac arrest none is read, for
    other doses hold there."""
    names = [re.escape(drug) for drug in drugs]
    if not names or _ARREST.search(plain):
        return ()
    drug = re.compile(rf"(?<!\w)(?:{'|'.join(sorted(names, key=len, reverse=True))})(?!\w)", re.IGNORECASE)
    figures = find(plain)
    named = {figure.text for figure in figures if _is_dose(figure, plain) and _is_beside(figure, plain, drug, figures)}
    return tuple(_facts(question, named - {fact.text for fact in said if fact.fact != "dose_rate"}))


def _facts(question: str, named: set[str]) -> Iterator[Fact]:
    for figure in find(question):
        if figure.text in named:
            quantity = read(figure.text)
            yield Fact(
                fact=DOSE, text=figure.text, span=(figure.start, figure.end), value=quantity.low, unit=quantity.unit
            )


def _is_dose(figure: Figure, text: str) -> bool:
    """Whether a figure is an amount or a rate with a unit, and no part of a strength ("1 mg in 100 mL")."""
    if figure.kind not in (Kind.DOSE, Kind.RATE) or _IN_VOLUME.match(text[figure.end :]):
        return False
    if _VOLUME_OF.search(text[: figure.start]):
        return False
    try:
        return read(figure.text).unit not in (None, "", *OF_BODIES)
    except PlumblineError:
        return False


def _is_beside(figure: Figure, text: str, drug: re.Pattern[str], figures: Iterable[Figure]) -> bool:
    """Whether nothing but filler and further figures stands between a figure and the drug, before or after it."""
    blank = list(text)
    for other in figures:
        blank[other.start : other.end] = " " * (other.end - other.start)
    bare = "".join(blank)
    between = (
        bare[figure.end : match.start()] if match.start() >= figure.end else bare[match.end() : figure.start]
        for match in drug.finditer(text)
    )
    return any(_FILLER.fullmatch(words) for words in between)
