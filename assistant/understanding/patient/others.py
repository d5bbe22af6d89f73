"""Which stretches of a message speak of somebody else than the patient: relatives, a mother beside her baby, the other twin."""

import re
from collections.abc import Iterator

from assistant.understanding import vocabulary as v

_RELATIVE = re.compile(rf"(?<!\w)(?:{v.join_words(v.read_table('people')['relatives'])})(?:'?s)?(?!\w)", re.IGNORECASE)
_OWNED = re.compile(r"\b(?:his|her|their|pt'?s|patient'?s|the)\s+$", re.IGNORECASE)
_MOTHER = re.compile(r"(?:mother|mum|mom|maternal)", re.IGNORECASE)
_CHILD = re.compile(
    r"(?<!\w)(?:bab(?:y|ies)|bb|neonate|newborn|infant|twins?|child|toddler|boy|girl)(?!\w)", re.IGNORECASE
)
_PERSON = re.compile(r"(?<!\w)(?:pt|patient|s?he|baby|bb|neonate|newborn|infant|child|toddler|boy|girl|himself|herself|lady|woman|man|\d+\s?(?:[MF]|yo|y/o))(?!\w)", re.IGNORECASE)  # fmt: skip
_CLAUSE = re.compile(r"[.;,\n?—(](?!\d)|\s[-–]\s|(?<!\w)(?:pt|patient|s?he|himself|herself|baby|child|infant|neonate|so|but)(?!\w)", re.IGNORECASE)  # fmt: skip
_SENTENCE = re.compile(
    r"[.;\n](?!\d)|(?<!\w)(?:pt|patient|bab(?:y|e)|bb|child|infant|neonate|newborn)(?!\w)", re.IGNORECASE
)
_HEADING = re.compile(r"(?<!\w)(?P<what>(?:twin|bed|baby|child|patient|pt|kid|sibling|case)\s?(?:[1-9]\d?|one|two|[A-D]))(?!\w|[./]\d)", re.IGNORECASE)  # fmt: skip
_LETTER = re.compile(
    r"(?<!\w)(?P<what>(?-i:[AB]))(?=\s?[:=(,?]|\W*$|\s[-–—]\s|\s(?:is|has|weighs|weight|wt|aged?|on|with)\b|\s\d(?![\d.]*[\s-]?(?:years?|yrs?|months?|weeks?|days?)[\s-]old))"
)
_SEVERAL = re.compile(r"\b(?:two|both|2)\s(?:kids|children|babies|patients|pts|siblings|brothers|sisters|boys|girls|twins)\b|\btwins\b", re.IGNORECASE)  # fmt: skip
_CHOSEN = re.compile(r"\bone i(?:'m| am)? ask(?:ing)? about\b", re.IGNORECASE)
_TWO = 2


def find_others(text: str) -> list[tuple[int, int]]:
    """The stretches of a plain text in which nothing is said of the patient."""
    return [*_relatives(text), *_unchosen(text)]


def _relatives(text: str) -> Iterator[tuple[int, int]]:
    for match in _RELATIVE.finditer(text):
        rest = text[: match.start()] + " " + text[match.end() :]
        patient = _MOTHER.match(match.group()) or re.search(r"\bmy\s+$", text[: match.start()], re.IGNORECASE)
        if patient and not (_OWNED.search(text[: match.start()]) or _PERSON.search(rest)):
            continue  # nobody else is spoken of: this is the patient
        beside_child = bool(_MOTHER.match(match.group()) and _CHILD.search(rest))
        end = (_SENTENCE if beside_child else _CLAUSE).search(text, match.end())
        yield match.start(), end.start() if end else len(text)


def _unchosen(text: str) -> Iterator[tuple[int, int]]:
    """Of several patients with a number or a letter each, all but the one that is asked about."""
    headings = list(_HEADING.finditer(text))
    if _SEVERAL.search(text):
        headings = sorted([*headings, *_LETTER.finditer(text)], key=lambda one: one.start())
    names = {_plain(one["what"]) for one in headings}
    if len(names) < _TWO:
        return
    ends = [*(one.start() for one in headings[1:]), len(text)]
    asked = {_plain(one["what"]) for one in headings if re.search(r"\b(?:for|to|about)\s(?:the\s)?$", text[: one.start()], re.IGNORECASE)}  # fmt: skip
    asked |= {
        _plain(one["what"]) for one, end in zip(headings, ends, strict=True) if _CHOSEN.search(text[one.start() : end])
    }
    for one, end in zip(headings, ends, strict=True):
        if len(asked) != 1 or _plain(one["what"]) not in asked:
            yield one.start(), end


def _plain(name: str) -> str:
    return re.sub(r"\s", "", name).lower()
