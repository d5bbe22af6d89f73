"""Figures that a model made up, in every dress in which a figure can come."""

from collections.abc import Mapping
from random import Random

from evals.gate.marks import stands
from evals.gate.statements import Mutant, Statement

_TAILS: Mapping[str, str] = {
    "digits": ", then {} more",
    "words": ", and {} later on",
    "order": ", before the {} dose",
    "Roman": ", in stage {} disease as well",
    "bare": ", with {} mg as the ceiling",
    "fraction": ", with {} of it held back",
    "multiple": ", or {} where the response is poor",
}
_DRESSES: tuple[tuple[str, str], ...] = (
    ("digits", "7 mg"), ("digits", "350 mL"), ("digits", "17 mmol"), ("digits", "0.35 units/kg/h"), ("digits", "1:10,000"), ("digits", "10⁴ units"),
    ("words", "seven grams"), ("words", "ninety minutes"), ("words", "a couple of ampoules"), ("words", "a dozen tablets"), ("words", "thirty-five millimoles"),
    ("order", "ninth"), ("order", "eleventh"), ("Roman", "IV"), ("Roman", "VII"), ("Roman", "Ⅳ"), ("Roman", "Ⅷ"), ("bare", "٧٥"), ("bare", "۷۵"), ("bare", "७५"), ("bare", "７５"),
    ("fraction", "⅔"), ("fraction", "⅞"), ("fraction", "two fifths"), ("fraction", "5/7"), ("bare", "7О"), ("bare", "l7"), ("bare", "7O"), ("bare", "两"), ("bare", "７\u200b５"),
    ("bare", "7\u200b5"), ("bare", "7\u20605"), ("bare", "7\u00ad5"), ("bare", "&#55;&#53;"), ("bare", "$7\\cdot10^{1}$"), ("bare", "𝟕𝟓"), ("bare", "⁷⁵"), ("bare", "⑦"),
    ("multiple", "double the dose"), ("multiple", "quadruple that rate"), ("multiple", "half as much again"), ("multiple", "tenfold more"),
    ("multiple", "q7h"), ("multiple", "every other night"), ("multiple", "within a fortnight"), ("multiple", "by 17 May 2031"), ("multiple", "seven-hourly"),
)  # fmt: skip
_PLACES = (
    "the UK label agrees on {}", "{} is the usual ceiling", "most units use {}", "start with {}",
)  # fmt: skip


def mutate_invented(statement: Statement, pool: Mapping[str, str], chance: Random) -> Mutant | None:
    """One more figure than the passages hold, at the end of the statement or in its own clause."""
    kind, figure = chance.choice(_DRESSES)
    if stands(figure, statement.words) or not statement.text.endswith("."):
        return None
    own = chance.random() < 0.3 and kind in ("digits", "words")
    tail = "; " + chance.choice(_PLACES) if own else _TAILS[kind]
    text = statement.text[:-1] + tail.format(figure) + "."
    return Mutant("invented", text, statement.passages, True, statement.text)
