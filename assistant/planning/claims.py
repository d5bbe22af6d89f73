"""What a question takes for right: the amounts, times, shares and levels that it asserts, and the figures of a text that are like them."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.composers.fitting import stems
from assistant.errors import PlumblineError
from assistant.figures import Figure, Kind, find
from assistant.figures.quantities import Quantity, convert, is_same_kind, read, read_print
from assistant.understanding.measured.doses import DOSE, OF_BODIES, STATED
from assistant.understanding.question import Reading
from assistant.understanding.vocabulary import join_words, read_table
from assistant.understanding.words.shorthand import expand
from assistant.understanding.words.spelling import SPELT, read_spelt

_TABLE = read_table("claims")
AMOUNTS = (Kind.DOSE, Kind.RATE)
ASSERTED = (DOSE, STATED, "dose_rate")
"""Facts that are no figures of the patient."""
_OF_WORDS = ("condition", "suspected", "family_history", "drug", "allergy")
"""Facts that are words, whatever figure stands in them."""
_MEASURES = (Kind.LEVEL, Kind.SHARE)
_CLAIMS = re.compile(rf"(?<!\w)(?:{join_words(_TABLE['claims'])})(?!\w)", re.IGNORECASE)
_REPEATS = re.compile(rf"(?<!\w)(?:{join_words(_TABLE['repeats'])})(?!\w)", re.IGNORECASE)
_TIMES: dict[str, str] = _TABLE["times"]
_DAILY: dict[str, int] = _TABLE["daily"]
_HAPPENED = re.compile(
    r"\b(?:took|taken|takes|taking|ingest\w*|swallow\w*|overdos\w*|had|has had|received|given|gave|got|getting|been on|(?:is|are|was|were|he's|she's|already) on|on|currently|running at|"
    r"already|after|since|usual(?:ly)?|home dose|normally|usually|lost|drank|drinks|drinking|passed|output)\W+(?:[\w.-]+\W+){0,3}$",
    re.IGNORECASE,
)
"""Words before an amount which was given, taken or lost: it is no claim about what should be."""
_GONE = re.compile(r"\W*(?:(?:\w+\W+){0,3}ago|ingest\w*|overdose|taken|swallowed)\b", re.IGNORECASE)
"""Words after an amount which was taken."""
_ASKED = re.compile(r"\b(?:of|in|per|mg|ml|tablets?|vials?|ampoules?|strength|conc\w*)\W+$", re.IGNORECASE)
_OVER = re.compile(r"\b(?P<how>over|for|every|after)\s+(?:the\s+|an?\s+|next\s+|first\s+|another\s+)?$", re.IGNORECASE)
_PAIR = re.compile(r"([1-9]\d{1,2})/[1-9]\d{1,2}(?:\s?mmHg)?$")
"""A systolic and a diastolic pressure."""
PAIR = "pair"
_LEAD = re.compile(r"^(?:=|every|each)\s*", re.IGNORECASE)
_BOUND = re.compile(r"^(?:no|not|never)\s+(?:\w+er|over|above|more|exceeding)(?:\s+than)?\s+", re.IGNORECASE)
"""A bound that is said in words: "no faster than", "never over"."""
_A_DAY = re.compile(
    r"\W*(?:in (?:all|total)|(?:a|per|each|every) day|/\s?day|daily|/\s?24 ?h\w*|(?:in|over|per|each) (?:any |the first |each (?:later )?)?24 ?h\w*)",
    re.IGNORECASE,
)
"""Words after an amount that is of a whole day, or of all that is given."""
_STRENGTH = re.compile(
    r"\W*(?:\(?(?:w/v)\)?\s*)?(?:gluc\w+|dext\w+|saline|sodium|nacl|calcium|gluconate|magnesium|albumin|solution|lido\w*|burn\w*|tbsa|of (?:the )?body)",
    re.IGNORECASE,
)
"""Words after a share that is a strength."""
_OF_TIME = ("s", "min", "h", "days", "weeks", "months", "years")
_VIAL = re.compile(r"\b(?:vials?|ampoules?|tablets?|sachets?|bags?) of\W*$", re.IGNORECASE)
_PER_VOLUME = re.compile(r"\s*/\s*\d|\s*/?\s*(?:vials?|ampoules?|bags?|sachets?|tablets?|bottles?)\b")
"""What stands before and after an amount that is the strength of a product."""
_SHORT = 28
"""Characters before a time within which an amount has to stand, for the time to belong to it."""
_CLAUSE = re.compile(r"[.;?!](?=\s|$)")


@dataclass(frozen=True)
class Claim:
    """A figure with its ends in its unit."""

    figure: Figure
    low: float
    high: float
    unit: str
    how: str = ""
    """The word before a time: over, for or every; what tells a level or a share from another."""
    about: frozenset[str] = frozenset()
    """Of a level or a share, the words that it stands among."""
    whole: bool = False
    """Whether an amount is of a whole day, or of all that is given."""

    @property
    def is_time(self) -> bool:
        """Whether it is a time."""
        return self.unit in _OF_TIME

    @property
    def span(self) -> tuple[int, int]:
        """Where the figure stands."""
        return self.figure.start, self.figure.end


def list_claims(reading: Reading) -> Iterator[Claim]:
    """The amounts, times, shares and levels that a question takes for right, in order."""
    question = reading.question
    patients = [fact.span for fact in reading.facts if fact.fact not in ASSERTED and fact.fact not in _OF_WORDS]
    figures = find(question)
    for figure in figures:
        before, after = question[: figure.start], question[figure.end :]
        if (
            any(_is_of_patient(span, figure) for span in patients)
            or (_HAPPENED.search(before) and not _REPEATS.search(before[-40:]))
            or _GONE.match(after)
        ):
            continue
        claim = read_figure(figure)
        if claim is None or _is_worked_out(figure, figures):
            continue
        if claim.how == PAIR or (figure.kind in AMOUNTS and not _ASKED.search(before) and claim.unit not in OF_BODIES):
            yield replace(claim, whole=bool(_A_DAY.match(after)))
        elif figure.kind in _MEASURES and not claim.is_time:
            clause = _clause(question, figure)
            if _CLAIMS.search(clause) and not _STRENGTH.match(after):
                yield replace(claim, about=_list_words(clause))
        elif how := _read_how(claim, figures, question, bool(reading.drugs or reading.indications)):
            yield replace(claim, how=how)


def _is_of_patient(span: tuple[int, int], figure: Figure) -> bool:
    """Whether a figure is, or holds, what was said of the patient; a range of which an end was read is no measured value."""
    overlaps = span[0] < figure.end and figure.start < span[1]
    return overlaps and (span == (figure.start, figure.end) or "–" not in figure.text.replace("-", "–"))


def _read_how(claim: Claim, figures: Sequence[Figure], question: str, drug: bool) -> str:
    """Which time of a dose a time is: over, for or every; nothing where it may be another."""
    figure, before = claim.figure, question[: claim.figure.start]
    if not claim.is_time:
        return ""
    if claim.how:
        return claim.how if drug else ""
    met = _OVER.search(before)
    how = met["how"].lower() if met else ""
    near = any(
        f.kind in (*AMOUNTS, Kind.INTERVAL) and f is not figure and 0 <= figure.start - f.end <= _SHORT for f in figures
    )
    if drug and how in ("", "after", "for", "every") and _REPEATS.search(_clause(before, figure)):
        return "every"
    if figure.kind is Kind.INTERVAL or how == "every":
        return "every" if near or drug else ""
    if how == "over":
        return how if any(f.kind in AMOUNTS for f in figures) else ""
    return how if how == "for" and near else ""


def _is_worked_out(figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether it is what the dose before it comes to: "0.9 mg/kg = 63 mg"."""
    return figure.text.startswith("=") and any("/kg" in f.text and 0 <= figure.start - f.end <= 2 for f in figures)


def _list_words(clause: str) -> frozenset[str]:
    """The words of a sentence, without its figures and their units."""
    for figure in reversed(find(clause)):
        clause = f"{clause[: figure.start]} {clause[figure.end :]}"
    return frozenset(stems(f"{clause} {expand(clause)}"))


def _clause(text: str, figure: Figure) -> str:
    """The sentence of a text in which a figure stands."""
    ends = [0, *(m.end() for m in _CLAUSE.finditer(text) if not figure.start <= m.start() < figure.end), len(text)]
    start = max(end for end in ends if end <= figure.start)
    return text[start : min((end for end in ends if end >= figure.end), default=len(text))]


def list_like(claim: Claim, texts: Iterable[str], strict: bool = False) -> Iterator[Claim]:
    """The figures of texts that can be compared with a claim; `strict`: of levels and shares those alone that stand among its words,
    of amounts of a day those alone that are of a day too."""
    for text in texts:
        for figure in find(text):
            other = read_figure(figure, bounds=True)
            if _VIAL.search(text[: figure.start]) or _PER_VOLUME.match(text[figure.end :]):
                continue
            if other is None or PAIR in (claim.how, other.how):
                if other is not None and claim.how == other.how:
                    yield other
                continue
            if other.unit in OF_BODIES or not is_same_kind(claim.unit, other.unit):
                continue
            if claim.about:
                if figure.kind in _MEASURES and (not strict or claim.about & _list_words(_clause(text, figure))):
                    yield other
            elif claim.how:
                if _how_of(other, text) == claim.how:
                    yield other
            elif figure.kind in AMOUNTS and (
                not strict or not claim.whole or _A_DAY.search(text[figure.end : figure.end + 40])
            ):
                yield other


def _how_of(other: Claim, text: str) -> str:
    """Which time of a dose a time of a text is."""
    figure = other.figure
    before = _OVER.search(text[: figure.start])
    how = before["how"].lower() if before else ""
    if figure.kind is Kind.INTERVAL or (
        how == "after" and _REPEATS.search(text[max(0, figure.start - 40) : figure.start])
    ):
        return "every"
    return how or other.how


def holds(other: Claim, claim: Claim) -> bool:
    """Whether a figure of a text says what is claimed: it lies within it, or is the same bound."""
    low, high = (convert(end, other.unit, claim.unit) for end in (other.low, other.high))
    slack = 1e-6 * max(*(abs(end) for end in (low, high) if abs(end) != float("inf")), 1.0)
    if not claim.low > 0:  # "at most" is claimed
        return any(abs(end - claim.high) <= slack for end in (low, high) if abs(end) != float("inf"))
    if not low > 0:  # "at most" is written
        return abs(high - claim.high) <= slack
    if high == float("inf"):  # "at least" is written
        return abs(claim.low - low) <= slack or (bool(claim.how) and claim.low >= low)
    return low - slack <= claim.low and claim.high <= high + slack


def read_figure(figure: Figure, bounds: bool = False) -> Claim | None:
    """A figure as it can be compared; None where it is no quantity with a unit, or, without `bounds`, "at least" so much."""
    if pair := _PAIR.search(figure.text):
        return Claim(figure, float(pair[1]), float(pair[1]), "mmHg", PAIR)
    plain = figure.text.lower().strip()
    if hours := _DAILY.get(plain):
        return Claim(figure, hours, hours, "h", "every")
    for reader in (read, read_print):
        if claim := _read(figure, _TIMES.get(plain) or _write_out(figure.text), reader):
            return claim if bounds or claim.high != float("inf") else None
    return None


def _write_out(text: str) -> str:
    """A figure without what leads it, its bound and its number written out: "three days" as "3 days"."""
    text = _LEAD.sub("", _BOUND.sub("at most ", text))
    spelt = re.match(rf"({SPELT})\s+(?=[a-z])", text, re.IGNORECASE)
    number = read_spelt(spelt[1]) if spelt else None
    return f"{number:g} {text[spelt.end() :]}" if spelt and number is not None else text


def _read(figure: Figure, text: str, reader: Callable[[str], Quantity]) -> Claim | None:
    try:
        quantity = reader(text)
    except PlumblineError:
        return None
    if not quantity.unit:
        return None
    return Claim(figure, quantity.low, quantity.high, quantity.unit)
