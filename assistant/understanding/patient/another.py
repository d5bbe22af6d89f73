"""Whether a message turns to another patient than the one who was spoken of: by age, sex or kind, by a bed or a name, by being a relative."""

import re

from assistant.records import Fact, Turn
from assistant.understanding.facts import read_facts
from assistant.understanding.measured.answered import PUT_RIGHT, SUPPOSED

YEARS = 2
"""By how much an age may differ that is the same person's: a year passes, and people round."""
_CHILD = "child"
_CALLED = re.compile(
    r"(?<!\w)(?:(?:bed|bay|cubicle|side ?room|room)\s?\d+|(?<!\d\s)(?:mrs?|ms)\.?\s(?!scan|angio|imag|brain|spine|head|cholang|and\b|with\b|severe|mild|mod)[a-z]+|(?-i:Miss\s[A-Z]\w+)|(?:pt|patient|twin|case)\s(?:(?-i:A)|[b-d]|\d|one|two))(?!\w|/|[.]\d)",
    re.IGNORECASE,
)
_MEN = r"(?:father|dad|son|brother|husband|boyfriend|uncle|grand-?fa\w+|grand?dad)"
_WOMEN = r"(?:mother|mum|mom|mummy|daughter|sister|wife|girlfriend|aunt|grand-?mo\w+|gran|nan)"
_NEXT = re.compile(
    rf"^\W*(?P<lead>(?:(?:and|ok|oh|now|so|also|then|what about|how about|same for|for)\W+)*(?:(?:her|his|their|the)\s+)?)"
    rf"(?:(?P<man>{_MEN})|(?P<woman>{_WOMEN})|partner|twin|friend|mate|room-?mate|bay-?mate|neighbou?r|cousin|flatmate|sibling)(?:'?s)?(?!\w)"
    rf"(?!\s+(?:had|has had|has a|with|died|says?|said|thinks|told|wants|asks|reports?|denies|hx|history|is (?:a|an|the|on|asking|allergic)|was)\b)",
    re.IGNORECASE,
)
"""A relative at the head of a message of whom something is told that is no history of the family."""
_TOO = re.compile(r"(?<!\w)(?:too|as well|also)(?!\w)", re.IGNORECASE)


def find_names(text: str) -> frozenset[str]:
    """By what a message tells its patient from others: a bed, a name after a title, the letter or number of a patient."""
    return frozenset(re.sub(r"[\W_]+", " ", match.group().lower()) for match in _CALLED.finditer(text))


def is_another(message: str, earlier: Turn | None) -> bool:
    """Whether the age or the sex of a message is that of somebody else than of whom was spoken, where it gives more figures of
    them and puts nothing right: "70F, 55 kg" after a man of sixty."""
    if earlier is None or not earlier.facts or PUT_RIGHT.search(message) or SUPPOSED.search(message):
        return False
    said = [fact for fact in read_facts(message) if fact.value is not None and not fact.negated and not fact.when]
    numbers = {fact.fact for fact in said if isinstance(fact.value, float | int)}
    before = {fact.fact: fact for fact in earlier.facts if not fact.negated}
    ages = [fact for fact in said if fact.fact == "age" and "age" in before]
    other_age = any(_in_years(one) is None or abs((_in_years(one) or 0) - (_in_years(before["age"]) or 0)) > YEARS for one in ages)  # fmt: skip
    other_kind = any(f.fact == "population" and "population" in before and _CHILD in (f.value, before["population"].value) and f.value != before["population"].value for f in said)  # fmt: skip
    if other_kind and numbers - {"age"}:
        return True
    names, called = find_names(message), find_names(earlier.answer.question)
    if names and called and not names & called:
        return True
    other_sex = any(f.fact == "sex" and "sex" in before and f.value != before["sex"].value for f in said)
    return (other_age and (other_sex or len(numbers) > 1)) or (other_sex and bool(numbers))


def _in_years(age: Fact) -> float | None:
    per = {"year": 1.0, "month": 12.0, "week": 52.18, "day": 365.25, "h": 8766.0}
    unit = (age.unit or "years").rstrip("s")
    return float(age.value) / per[unit] if isinstance(age.value, float | int) and unit in per else None


def speak_of_relative(text: str) -> str:
    """A message that turns to a relative as the next patient, with the relative as the patient: "her brother 131 cm" as a man; the
    message itself where it does not. Every place stays where it is."""
    met = _NEXT.match(text)
    if not met or not (re.search(r"\d", text) or _TOO.search(text)):
        return text
    room = met.end() - met.end("lead")
    word = "man" if met["man"] else "pt" if not met["woman"] else "lady" if room > len("she") else "she"
    return f"{' ' * met.end('lead')}{word:>{room}}{text[met.end() :]}"
