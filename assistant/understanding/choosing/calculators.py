"""Which calculators a message asks for: by their names, or by what the question needs. Two that fit are offered, not guessed."""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from assistant.registry import Registry
from assistant.understanding.choosing.asking import Asking, Outcome, Target, read_asking
from assistant.understanding.words.patterns import Phrase, Token, cut, fold

FIGURES, FEW = "@figures", 2
"""How the table writes that there is something to work out, and how many figures that takes."""
SEVERAL, MANY = 3, 4
"""Figures from which a message gives a patient to be worked out, whatever it says about the calculator; and more than a result."""
AGES = (18, 37)
"""A number from the first on is an age rather than a result of a score that goes further than the second, where many figures follow."""
NO_LONG_SCORE = 71
"""The most that a score can be, not a measured value."""

_ABOUT = re.compile(
    r"^\W*who (?:is|was|were)\b|\b(?:why|critici[sz]\w+|reliab\w+|validat\w+|valid|validity|evidence|accura\w+|inaccura\w+|sensitivit\w+|specificity|cut-?\s?offs?|"
    r"thresholds?|limitations?|pitfalls?|drawbacks?|interpret\w*|differences? between|versus|vs|superior|better|who (?:invented|made|developed|described)|"
    r"when (?:do|should|would) (?:i|we|you)|when to|should (?:i|we) (?:use|do|still|rely)|stands? for|normal (?:range|value)s?|named after|trials?(?! (?:form|sheet|entry|screening))|studies|"
    r"role of|use(?:ful|fulness)|any use|point of|overrated|outdated|still used|hates?|trust\w*|what does .{0,40}\bmean|what is (?:an? |the )?\S+(?: score| scale| index)? used for|"
    r"good at|predict\w* better|history of|explain|how (?:good|useful|well) |apply to|applicable|(?:ok|okay|fine|usable|allowed) (?:to use )?(?:in|for)|work in|any good)\b",
    re.IGNORECASE,
)
"""Words of a question about a calculator, not for it."""
_TREATS = re.compile(
    r"\b(?:treat(?:ment|ing)?|manag\w+|(?:which|what|choice of) (?:antibiotic|drug|agent|treatment)s?|antibiotics? (?:for|dose|choice)|"
    r"first.line|guidelines?|what (?:now|next)|next steps?)\b",
    re.IGNORECASE,
)
"""Words of a question for a treatment."""
_DOSES = re.compile(
    r"\b(?:what (?:do|should|shall) (?:i|we) do|what to do|dos(?:e|es|ing|age)|target\w*|aim\w*|goal)\b", re.IGNORECASE
)
_NO_RESULT = (
    r"(?!\s*(?:kgs?|kilos?|lbs?|cm|ft|st|y|yo|y/o|yrs?|years?|m|f|male|female|man|woman|lady|gent|bpm|lpm|min\w*|h|hrs?|hours?|days?|weeks?|months?"
    r"|mg|mcg|g|mmhg|of|times|yes(?:es)?|items?|mistakes?|points? for)(?![a-z])|\s*@|\s*(?:&|and)\s*\d|\s*%\s*(?:dex|gluc)|(?:[\s,]+\d++(?![.\d])){2}|[\d.,]*\d)"
)
_LINK = (
    r"(?:is|was|of|now|today|came|comes|back|out|to|at|around|about|approx\w*|only|still|already|currently|[~<>≥≤=:])"
)
_AFTER = re.compile(
    rf"^\s*(?:score|index|class|grade|total|level|result)?\s*(?:{_LINK}\s*)*(-?\d++(?:\.\d++)?+)(?:/(\d+))?+{_NO_RESULT}",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?<![\d.])(\d+(?:\.\d+)?)\s*(?:points?\s+)?(?:on|in|for|by)\s+(?:(?:the|a|an|his|her|their|my)\s+)?$",
    re.IGNORECASE,
)
_JUDGED = r"(?:high|low|raised|elevated|positive|negative|abnormal|normal|intermediate)"
_JUDGED_BEFORE = re.compile(rf"\b{_JUDGED}\s+(?:the\s+)?$", re.IGNORECASE)
_JUDGED_AFTER = re.compile(rf"^\s*(?:score\s+)?(?:is |was |came back )?{_JUDGED}\b(?!\W*\?)", re.IGNORECASE)
_GRADED = re.compile(r"^\s*(?:class|grade|stage)\s+(?:[ivx]+|[a-d]|\d)\b", re.IGNORECASE)
_GRADE = re.compile(r"^\s*(?:class|grade|stage|score)?\s*(?:I{1,3}|IV|V|[1-5][ab]?)\b")
_REFUSED = re.compile(
    r"(?:\bnot|\binstead of|\brather than|n.?t want|\bforget|\bno need for|\bexcept)\s+(?:(?:the|a|an|by|using|for|with|want)\s+)*$",
    re.IGNORECASE,
)
_REFUSED_AFTER = re.compile(
    r"^\s*(?:score|formula|version|one)?\s*(?:is|was|would be|will be|s|are)?\s*(?:no (?:use|good)|useless|not (?:valid|reliable|any use|needed|wanted)|unreliable|invalid)\b",
    re.IGNORECASE,
)
_AIMED_BEFORE = re.compile(r"\b(?:target|goal|aim for|keep|maintain)\s+(?:a |the )?$", re.IGNORECASE)
_AIMED_AFTER = re.compile(r"^\s*(?:targets?|goals?|aims?|of at least|above|over|below|under|ranges?)\b", re.IGNORECASE)
_OF_A_TOPIC = re.compile(
    r"^\s*(?:score\s+)?(?:in|during|after)\s+(?!an?\b|this|that|my|her|his|the|bed|bay|room|ogd|endoscopy|scope|mg|ml|mcg|units?|\d)",
    re.IGNORECASE,
)
_ASKED_AFTER = re.compile(
    r"^\s*(?:score|index|calc\w*|now|today|please|pls|plz)?\s*(?:\?|please|pls|plz|from\b|for (?:this|him|her|me|bed)\b|too\b|as well|and\b|\+|&|$|[.!]\s*$|,?\s?thanks)",
    re.IGNORECASE,
)
_ASKED_BEFORE = re.compile(
    r"(?:\bcalc\w*|\bwork(?:ing)? out|\bwhats?(?: is| was| are)?|\bgive me|\bneed|\bget|\bdo|\btell me|\bfind|\bestimat\w+|\bcan i have|\bwant|\bcheck)\s+"
    r"(?:(?:the|a|an|his|her|their|this|my|me|you|patients?)\s+)*(?:\w+\s+)?$",
    re.IGNORECASE,
)
_JOINED_AFTER = re.compile(
    r"^\s*(?:,\s*(?:[\w-]+\s+){1,4}?(?:and\b|\+|&)|\+|&|,?\s*and\b|plus\b|,?\s*then\b)", re.IGNORECASE
)
_JOINED_BEFORE = re.compile(r"(?:\+|&|\band|\bplus|\bthen)\s*(?:(?:the|a|an|his|her|their)\s+)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a message asks for: to `run`, or to be `offered` (run side by side where all that they take was said). `barred`: what it
    speaks about, or gives the result of."""

    run: tuple[str, ...] = ()
    offered: tuple[str, ...] = ()
    barred: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Heard:
    """A name in a message, with what stands before and after it."""

    start: int
    target: Target
    left: str
    right: str

    @property
    def joined(self) -> bool:
        """Whether it is named beside another: "and the map"."""
        return bool(_JOINED_AFTER.search(self.right) or _JOINED_BEFORE.search(self.left))


def choose(
    text: str, registry: Registry, flags: Iterable[str] = (), before: Sequence[str] = (), needs: bool = True
) -> Choice:
    """The calculators that a text asks for: by name alone unless `needs` count. `before` are those that were offered last, of which
    a word may now tell one."""
    table, plain = read_asking(registry), fold(text)
    tokens = cut(plain)
    if sum(token.is_number for token in tokens) >= FEW:
        flags = (*flags, FIGURES)
    found = table.book.find(tokens, flags)
    named, barred, other = _hear(table, plain, tokens, found)
    outcomes = _settle(named, found)
    if needs and not outcomes and not other and not _TREATS.search(plain):
        outcomes = _needed([t for t in table.targets if not barred & set(t.of)], found)
    if not outcomes and before:
        told = [t.resolve(found) for t in table.targets if len(t.of) > 1 and len(set(t.of) & set(before)) > 1]
        outcomes = [one for one in told if len(one.names) == 1 and one.names[0] in before][:1]
    run = tuple(dict.fromkeys(name for one in outcomes if one.run for name in one.names))
    offered = tuple(dict.fromkeys(name for one in outcomes if not one.run for name in one.names if name not in run))
    return Choice(run, offered, frozenset(barred - {*run, *offered}))


def find_not_held(text: str, registry: Registry) -> str | None:
    """The score that a text asks for and that no calculator works out, as it is written; None where there is none, its result is
    given, or it is only spoken about."""
    table, plain = read_asking(registry), fold(text)
    tokens = cut(plain)
    figures = sum(token.is_number for token in tokens)
    if _ABOUT.search(plain) or _TREATS.search(plain):
        return None
    places = [(s, e) for phrase, spans in table.book.find(tokens).items() if phrase in table.not_held for s, e in spans]
    for start, end in sorted(places, key=lambda place: place[0] - place[1]):
        left, right = plain[: tokens[start].start], plain[tokens[end - 1].end :]
        given = figures < SEVERAL and (_AFTER.match(right) or _GRADE.match(right) or _REFUSED.search(left))
        asked = not left.strip() or _ASKED_AFTER.search(right) or _ASKED_BEFORE.search(left) or figures >= SEVERAL
        if asked and not given:
            return plain[tokens[start].start : tokens[end - 1].end]
    return None


def _hear(
    table: Asking, plain: str, tokens: Sequence[Token], found: Mapping[Phrase, list[tuple[int, int]]]
) -> tuple[list[Target], set[str], bool]:
    """What is named and asked for, in order; what is only spoken about; and whether a score is named that is not held."""
    spans = sorted(
        ((s, e, phrase) for phrase, places in found.items() for s, e in places if e > s),
        key=lambda one: (-one[2].telling, one[0], table.rank(one[2]), one[1]),
    )
    figures = sum(token.is_number for token in tokens)
    about = figures < SEVERAL and _ABOUT.search(plain) is not None
    taken: list[tuple[int, int]] = []
    strong: list[Heard] = []
    weak: list[Heard] = []
    barred: set[str] = set()
    other = False
    for start, end, phrase in spans:
        owners = table.owners.get(phrase, ())
        if not (owners or phrase in table.ignored or phrase in table.not_held):
            continue
        covered = phrase.cover(start, end)
        if any(a < e and s < b for a, b in covered for s, e in taken):
            continue
        taken += covered
        other = other or phrase in table.not_held
        left, right = plain[: tokens[start].start], plain[tokens[end - 1].end :]
        if not figures and not left.strip() and _OF_A_TOPIC.search(right):
            continue
        for target in owners:
            counts = bool(target.unless) and all(part.is_met(found) for part in target.unless)
            given = not counts and _is_given(target, left, right, figures)
            if about or given or _is_unwanted(target, left, right):
                barred |= set(target.of)
            else:
                (strong if phrase in target.names else weak).append(Heard(start, target, left, right))
    strong = [one for one in strong if one.joined or not any(_feeds(one.target, two.target, table) for two in strong)]
    weak = [one for one in weak if (one.joined if strong else not other and _is_asked(plain, one, figures))]
    heard = sorted([*strong, *weak], key=lambda one: one.start)
    return [one.target for one in heard], barred, other


def _is_unwanted(target: Target, left: str, right: str) -> bool:
    """Whether a name is that of something not wanted ("not the Bazett") or aimed for ("target MAP")."""
    aimed = target.result is not None and (_AIMED_BEFORE.search(left) or _AIMED_AFTER.search(right))
    return bool(_REFUSED.search(left) or _REFUSED_AFTER.search(right) or aimed)


def _feeds(target: Target, other: Target, table: Asking) -> bool:
    """Whether the result of one calculator is an input of another that is named: the coma scale of a SOFA score."""
    return other is not target and any(target.gives & table.takes[name] for name in other.of)


def _is_asked(plain: str, one: Heard, figures: int) -> bool:
    """Whether a name that stands for other things as well asks for its calculator here."""
    if _TREATS.search(plain) or _DOSES.search(plain):
        return False
    asked = not one.left.strip() or _ASKED_AFTER.search(one.right) or _ASKED_BEFORE.search(one.left)
    return bool(asked or figures >= SEVERAL)


def _is_given(target: Target, left: str, right: str, figures: int) -> bool:
    """Whether the result of a calculator is given beside its name, as a number within its range, a grade or a judgement."""
    if target.grades and re.match(
        rf"\s*(?:class|grade|score|is|was|[:=])*\s*(?:[{target.grades.upper()}]|[{target.grades[1:]}])\b", right
    ):
        return True
    if target.result is None:
        return False
    if _GRADED.match(right):
        return True
    low, high = target.result
    if figures < SEVERAL and (_JUDGED_BEFORE.search(left) or _JUDGED_AFTER.search(right)):
        return True
    if (match := _AFTER.match(right)) and low <= float(match[1]) <= high:
        if match[2]:
            return float(match[2]) == high
        is_age = figures >= MANY and high >= AGES[1] and float(match[1]) >= AGES[0] and ":" in match[0]
        return not is_age
    before = _BEFORE.search(left)
    return before is not None and high <= NO_LONG_SCORE and low <= float(before[1]) <= high


def _settle(named: Sequence[Target], found: Container[Phrase]) -> list[Outcome]:
    """What is meant by the names: one of a group where it is named itself, else what a word of the message tells."""
    alone = {target.of[0] for target in named if len(target.of) == 1}
    meant = [target for target in dict.fromkeys(named) if len(target.of) == 1 or not alone & set(target.of)]
    return [outcome for target in meant if (outcome := target.resolve(found)).names]


def _needed(targets: Iterable[Target], found: Container[Phrase]) -> list[Outcome]:
    """What a message needs without naming it: that of which most is said; of several, each is offered."""
    fits: list[tuple[int, Target]] = []
    for target in targets:
        parts = [sum(p.wanted for p in need) for need in target.needs if all(p.is_met(found) for p in need)]
        if parts:
            fits.append((max(parts), target))
    most = max((parts for parts, _ in fits), default=0)
    outcomes = _settle([target for parts, target in fits if parts == most], found)
    if len(outcomes) < 2:
        return outcomes
    return [Outcome(tuple(dict.fromkeys(name for one in outcomes for name in one.names)), run=False)]
