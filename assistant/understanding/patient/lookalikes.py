"""Names of medicines that may be taken for one another: which a message leaves in doubt, and what a reply to the question settles."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache

from assistant.records import NameDoubt
from assistant.understanding.naming import without_taken
from assistant.understanding.patient.medicine_names import find_medicines, list_lookalikes
from assistant.understanding.vocabulary import INTENTS, join_words, read_table
from assistant.understanding.words.phrases import Mention

_WORD = re.compile(r"[^\W\d_]+")


def find_doubts(message: str, misspelt: Collection[str]) -> tuple[NameDoubt, ...]:
    """The words of a message that may be the name of either of several medicines, in order: a word that is `misspelt`, near to two
    of them; and a name that is written rightly, where what is asked about is a use of its look-alike alone."""
    wrong = {word.casefold() for word in misspelt}
    near = [
        NameDoubt(word=match.group(), span=match.span(), names=names)
        for match in _WORD.finditer(message)
        if match.group().casefold() in wrong and (names := list_lookalikes(match.group()))
    ]
    return tuple(sorted((*near, *_find_crossed(message)), key=lambda doubt: doubt.span))


def is_asked_about(doubt: NameDoubt, message: str) -> bool:
    """Whether something is asked of the medicine in doubt, and it is not merely taken by the patient."""
    return doubt.word.casefold() in without_taken(message).casefold()


def settle(reply: str, doubt: NameDoubt) -> str | None:
    """The question that was asked, with the name that the reply chooses; None where the reply chooses none, or says more."""
    chosen = _choose(reply, doubt.names)
    start, end = doubt.span
    if chosen is None or doubt.question[start:end] != doubt.word:
        return None
    return f"{doubt.question[:start]}{chosen}{doubt.question[end:]}"


def _choose(reply: str, names: Sequence[str]) -> str | None:
    said = " ".join(re.findall(r"[\w']+", reply.casefold()))
    for name, ways in zip(names, _read("replies"), strict=False):
        if said in ways:
            return name
    mentions = find_medicines(reply)
    named = {mention.name for mention in mentions} & set(names)
    rest = reply.casefold()
    for mention in mentions:
        rest = rest.replace(reply[mention.start : mention.end].casefold(), " ")
    more = set(re.findall(r"[\w']+", rest)) - set(_read("fillers"))
    return named.pop() if len(named) == 1 and len(mentions) == 1 and not more else None


def _find_crossed(message: str) -> Iterator[NameDoubt]:
    """The names written rightly whose look-alike alone is given for what is asked about."""
    mentions = [] if re.search(rf"\b(?:{INTENTS['cautions']})", message, re.IGNORECASE) else find_medicines(message)
    named = {mention.name for mention in mentions}
    for mention in mentions:
        others = [other for other in _partners().get(mention.name, ()) if other not in named]
        crossed = [other for other in others if _speaks_for(other, mention, message)]
        if crossed:
            word = message[mention.start : mention.end]
            yield NameDoubt(
                word=word, span=(mention.start, mention.end), names=(mention.name, *crossed), misspelt=False
            )


def _speaks_for(other: str, mention: Mention, message: str) -> bool:
    rest = f"{message[: mention.start]} {message[mention.end :]}"
    return bool(_uses()[other][0].search(rest)) and not _uses()[mention.name][1].search(rest)


@cache
def _read(part: str) -> Sequence[Sequence[str]]:
    """One list of the table: `replies` or `fillers`."""
    table: Mapping[str, Sequence[Sequence[str]]] = read_table("lookalikes")
    return table[part]


@cache
def _partners() -> Mapping[str, tuple[str, ...]]:
    partners: dict[str, tuple[str, ...]] = {}
    for pair in read_table("lookalikes")["pairs"]:
        one, other = pair["names"]
        partners[one] = (*partners.get(one, ()), other)
        partners[other] = (*partners.get(other, ()), one)
    return partners


@cache
def _uses() -> Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """What matches the uses of each medicine: as the purpose for which something is given, and wherever they stand."""
    table = read_table("lookalikes")
    purpose = rf"\b(?:{join_words(table['purpose'])})\s+(?:[\w-]+\s+){{0,3}}?"
    return {name: (_whole(words, purpose), _whole(words)) for name, words in table["uses"].items()}


def _whole(words: Sequence[str], before: str = "") -> re.Pattern[str]:
    return re.compile(rf"{before}(?<!\w)(?:{join_words(words)})(?!\w)", re.IGNORECASE)
