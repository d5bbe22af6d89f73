"""Several questions in one message: where one ends and the next begins. A list of facts is not cut, nor one question with two sides.

Each part is the message with the other questions blanked out, so that what is read of it keeps its place in the message. What
only gives facts goes with the question before it, and with all that were asked before.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.records import Fact
from assistant.registry import Registry
from assistant.understanding import vocabulary as v
from assistant.understanding.choosing.calculators import choose
from assistant.understanding.facts import read_facts
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.patient.medicines import list_lookalikes, name_medicines
from assistant.understanding.taken_back import takes_back
from assistant.understanding.words.shorthand import expand

MOST_PARTS = 4
"""Questions of one message that are answered; the rest have to be asked again."""
_TABLE = {name: v.join_words(words) for name, words in v.read_table("questions").items()}
_LEAD = r"^\W*(?:(?:and|also|plus|but|so|then|or|ok|okay|hi|hello|please|pls)\b\W*)*"
_WITH_A_WORD = rf"(?:{_TABLE['wh']}|(?:{_TABLE['helpers']})\s+(?:{_TABLE['about']}))\b"
_ASKS = re.compile(rf"{_LEAD}{_WITH_A_WORD}|(?<![\w-])(?:{_TABLE['wants']})(?![\w-])", re.IGNORECASE)
_BEGINS = re.compile(rf"{_LEAD}{_WITH_A_WORD}", re.IGNORECASE)
_JOINT = re.compile(
    rf"(?P<end>(?<=\w)\s*\?+(?=\s)|[;\n]+|(?<=[a-z)])\.(?=\s+[A-Za-z(]))\s*"
    rf"|(?P<join>[\s,]+)(?=(?:{_TABLE['joins']})\b)|(?P<asked>[\s,]+)(?=and\s+{_WITH_A_WORD})|(?P<noun>[\s,]+)(?=and\s+)",
    re.IGNORECASE,
)
"""Where a message may be cut: after a question mark or a sentence, before "also", before "and what", before "and"."""
_NUMBER = re.compile(r"(?:(?<=^)|(?<=[\s;,.?!]))\(?(?P<mark>[1-9]|[a-e])[.)]\s+(?=[^\W\d])")
"""The number of a question in a list of them."""
_ALONE = r"(?:and|also|plus|then|what|whats|which|how|when|why|where|who|is|are|it|this|that|so|ok|okay|about|else|now|please|pls|thanks|thank|you|many|much|often|long|fast|can|could|do|does|i|we|help|me|ask|something|the|a|safe)"


@dataclass
class _Segment:
    """A stretch of a message, with how it is joined to the one before it."""

    start: int
    end: int
    joint: str
    text: str
    named: dict[str, set[str]] = field(default_factory=dict)
    is_question: bool = False
    """Whether it asks something that can be answered."""

    @property
    def asks(self) -> bool:
        """Whether anything is asked in it: "sepsis?" tells what is thought of, "terlipressin?" asks."""
        queried = self.own and self.text.endswith("?")
        return bool(self.named.get("calculators") or queried or self.asks_in_words)

    @property
    def asks_in_words(self) -> bool:
        """Whether something is asked in so many words."""
        return _ASKS.search(self.text) is not None

    @property
    def situations(self) -> set[str]:
        """The diseases and states that it names."""
        return (self.named.get("documents", set()) | self.named.get("indications", set())) - self.own

    @property
    def own(self) -> set[str]:
        """The medicines and calculators that it names."""
        return (
            self.named.get("drugs", set()) | self.named.get("calculators", set()) | self.named.get("medicines", set())
        )


def split_questions(message: str, lexicon: Lexicon, registry: Registry, goes_on: bool = False) -> tuple[str, ...]:
    """The questions of a message, in order; the message itself where it asks one thing. `goes_on`: something was asked before, of
    which the first question may speak."""
    if not (_NUMBER.search(message) or _JOINT.search(message)) or _changes_patient(message):
        return (message,)
    parts: list[list[_Segment]] = []
    for segment in _cut(message):
        _name(segment, lexicon, registry)
        asked = any(one.is_question for one in parts[-1]) if parts else False
        spoken = goes_on or asked or any(one.own or one.situations for one in (parts[-1] if parts else ()))
        segment.is_question = segment.asks and _says_something(segment, spoken)
        if not parts or (segment.is_question and asked and _is_another(parts[-1], segment)):
            parts.append([segment])
        else:
            parts[-1].append(segment)
    if len(parts) < 2 or _is_of_calculators(parts) or _contradict([_show(message, part) for part in parts]):
        return (message,)
    told = [segment for part in parts for segment in part if not segment.asks]
    return tuple(_show(message, [*part, *(one for one in told if one.start > part[-1].end)]) for part in parts)


def _cut(message: str) -> Iterator[_Segment]:
    """The stretches between the places where a message may be cut; the number of a question belongs to none."""
    numbers = _list_numbers(message)
    joints = [(m.end(), m.end(), m.lastgroup or "") for m in _JOINT.finditer(message)]
    if numbers:
        joints = [(m.start(), m.end(), "number") for m in numbers]
    joints = [(0, 0, ""), *joints, (len(message), len(message), "")]
    for (_, start, joint), (end, _, _) in pairwise(joints):
        if text := message[start:end].strip():
            yield _Segment(start, end, joint, text)


def _list_numbers(message: str) -> list[re.Match[str]]:
    """The numbers of a list of questions: at least two, in order."""
    found = list(_NUMBER.finditer(message))
    for order in ("123456789", "abcde"):
        listed = [m for m in found if m["mark"] in order]
        if len(listed) > 1 and "".join(m["mark"] for m in listed) == order[: len(listed)]:
            return listed
    return []


def _name(segment: _Segment, lexicon: Lexicon, registry: Registry) -> None:
    """Find what a segment names."""
    text = f"{segment.text} {expand(segment.text)}"
    for kind in ("documents", "drugs", "indications"):
        segment.named[kind] = set(lexicon.named(kind, text).values())
    doubted = {word for word in re.findall(r"[^\W\d_]{6,}", segment.text) if list_lookalikes(word)}
    segment.named["medicines"] = {*name_medicines(text), *doubted}
    choice = choose(segment.text, registry, needs=False)
    segment.named["calculators"] = {*choice.run, *choice.offered}


def _says_something(segment: _Segment, is_after: bool) -> bool:
    """Whether a question can be answered by itself: it names something, or asks something of what was asked before it."""
    if segment.own or segment.situations:
        return True
    left = re.sub(rf"(?i)\b{_ALONE}\b", " ", segment.text)
    return is_after and bool(re.search(r"[^\W\d]{3,}", left))


def _is_another(part: Sequence[_Segment], segment: _Segment) -> bool:
    """Whether a question is another than that before it. After a mere "and" it has to name a drug or a calculator of its own, and
    a disease that is named only there belongs to both."""
    own = set().union(*(one.own for one in part))
    situations = set().union(*(one.situations for one in part))
    worked = any(one.named["calculators"] for one in part)
    if segment.joint in ("asked", "noun") and segment.situations and not situations and not worked:
        return False
    if segment.joint == "noun":
        return bool(own and segment.own - own) and not (worked and segment.named["calculators"])
    return bool(segment.own or any(one.asks_in_words for one in part) or _BEGINS.search(segment.text))


def _is_of_calculators(parts: Sequence[Sequence[_Segment]]) -> bool:
    """Whether every question is for calculators alone: these are worked out side by side."""
    return all(
        any(one.named["calculators"] for one in part) and not any(one.named["drugs"] for one in part) for part in parts
    )


def _changes_patient(message: str) -> bool:
    """Whether another patient is spoken of once a message has begun: what belongs to whom is not cut here."""
    found = re.search(v.NEW_PATIENT, message, re.IGNORECASE)
    return bool(found and message[: found.start()].strip()) and not takes_back(message)


def _contradict(texts: Sequence[str]) -> bool:
    """Whether two questions give one figure otherwise: they are of two people, or one puts the other right."""
    said: dict[str, Fact] = {}
    for fact in (fact for text in texts for fact in read_facts(text)):
        if isinstance(fact.value, float | int) and said.setdefault(fact.fact, fact).value != fact.value:
            return True
    return False


def _show(message: str, segments: Sequence[_Segment]) -> str:
    """The message with nothing but some of its segments, each in its place."""
    shown = [" "] * len(message)
    for one in segments:
        shown[one.start : one.end] = message[one.start : one.end]
    return "".join(shown).rstrip()
