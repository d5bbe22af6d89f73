"""Mutations of what a figure or claim is about: drug, route, people, source, and whether it is so at all.

They carry no foreign figure: each figure in them stands in the passage, on the wrong subject.
"""

import re
from collections.abc import Mapping
from random import Random

from evals.gate.marks import DRUGS, ROUTES, could_be_true, find_marks, is_plain, is_silence, name, overlap, stands
from evals.gate.statements import Mutant, Statement

Pool = Mapping[str, str]
_ADVERBS = {
    "intravenous": "intravenously", "oral": "orally", "intramuscular": "intramuscularly", "subcutaneous": "subcutaneously",
    "rectal": "rectally", "intrathecal": "intrathecally",
}  # fmt: skip
_OTHERS = {
    "adult": ("child", "neonate", "infant", "pregnant woman"), "child": ("adult", "pregnant woman"),
    "neonate": ("adult", "pregnant woman"), "pregnant woman": ("child", "neonate"),
}  # fmt: skip
"""A part never stands for the whole, nor the whole for its part: what holds for a child holds for an infant."""
_LINES = {"central": "peripheral", "peripheral": "central", "centrally": "peripherally", "peripherally": "centrally"}
_IS_ADULT = r"(?=,|\.|:|;| (?:with|who|whose|on|in|at|is|gets?|receives?|has|had|to|after|from|not|fed|by|should|without|starts?|takes?|having|may|of|will)\b|$)"
_NEGATIONS: tuple[tuple[str, str], ...] = (
    (r"\bDo not (give|use|start)\b", r"\1!"), (r"\bdo not begin\b", "begin"), (r"\bNever (give|mix)\b", r"Always \1"),
    (r"\bmust not\b", "must"), (r"\bshould not\b", "should"), (r"\bmust(?! not)\b", "must not"), (r"\bshould(?! not)\b", "should not"),
    (r"\bnever given\b", "always given"), (r"\bnever gives\b", "always gives"), (r"\bnot given\b", "given"), (r"\bnot advised\b", "advised"),
    (r"\bnot recommended\b", "recommended"), (r"\bcontraindicated\b", "recommended"), (r"\bcontraindicates\b", "recommends"),
    (r"\bcontraindicate\b", "are reasons to give"), (r"\bis a contraindication\b", "is no contraindication"), (r"\bAvoid (correcting)\b", r"Aim at \1"),
    (r"\bAvoid\b", "Give"), (r"\bdoes not (\w+)\b", r"does \1"), (r"\bdid not (\w+)\b", r"did \1"), (r"\bnot covered\b", "covered"),
    (r"\bnot confirmed\b", "confirmed"), (r"\bnot stated\b", "stated"), (r"\bnot carried\b", "carried"), (r"\bnot found\b", "found"),
    (r"\bNo (?:source indexed here|indexed source) (\w+)", r"An indexed source \1"), (r"\bnot given by any\b", "given by an"),
    (r"\b(is|are) given\b", r"\1 not given"), (r"\b(is|are) treated\b", r"\1 not treated"), (r"\b(is|are) added\b", r"\1 not added"),
    (r"\bmay be repeated\b", "must not be repeated"), (r"\b(?:can|may) be\b", "cannot be"), (r"\bmay replace\b", "must not replace"),
    (r"\b(gets|receives)\b", "does not get"), (r"\bgives\b", "does not give"), (r"\b[Ww]ithhold insulin\b", "Give insulin"),
    (r"\b[Hh]old insulin\b", "Give insulin"), (r"\bwithholds potassium\b", "gives potassium"), (r"^Give\b", "Do not give"), (r"^Replace\b", "Do not replace"),
    (r"\bis essential\b", "is not needed"), (r"\bno need\b", "a need"), (r"\bno place\b", "a place"), (r"\bno role\b", "a role"),
    (r"\bneeds? (?=a |close |senior )", "does not need "), (r"\ballows\b", "does not allow"), (r"\bpermits\b", "does not permit"),
    (r"\bdelays\b", "does not delay"), (r"\bonly (?=by|when|if|through|once)", "not only "), (r"\bunless\b", "even if"),
    (r"\bstop the\b", "continue the"), (r"\bMonitor\b", "Do not monitor"), (r"\b(is|are) measured\b", r"\1 not measured"), (r"\bno potassium\b", "potassium"),
    (r"\bNo potassium\b", "Potassium"), (r"\bis an option\b", "is no option"), (r"\bare options\b", "are no options"), (r"\basks for\b", "does not ask for"),
    (r"\b(is|are) (limited|kept) to\b", r"\1 not \2 to"), (r"\b(is|are) checked\b", r"\1 not checked"), (r"\bno separate\b", "separate"),
    (r"\bno magnesium\b", "a magnesium"), (r"\bwithout (symptoms|infusion|access)\b", r"with \1"), (r"\bcan cause\b", "cannot cause"),
    (r"\b(is|are|was|were) (?!not\b|looked\b|no\b|never\b|only\b|given\b|added\b|it\b|that\b|the\b)", r"\1 not "), (r"\bmay (?!be\b|replace\b|not\b)", "cannot "),
    (r"\b(runs|starts|puts|holds|treats|replaces|limits|begins|continues|counts as|calls for|comes|adds|applies|needs) (?!no\b|not\b|only\b|been\b|changed\b|to be\b)", r"never \1 "),
)  # fmt: skip


def mutate_drug(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """Another drug of the corpus, everywhere that the first is named; never one of which a passage says the same."""
    named = sorted(name(DRUGS, statement.text))
    if not named or not is_plain(statement.text):
        return None
    old, new = chance.choice(named), chance.choice(sorted(set(DRUGS) - set(named)))
    text = re.sub(rf"\b(?:{DRUGS[old]})\b", lambda match: _like(match, new), statement.text, flags=re.IGNORECASE)
    article = r"\1n " if new[0] in "aei" else r"\1 "
    text = re.sub(rf"\b([Aa])n? (?={new}\b)", article, text)
    return _judge("drug", statement, text, pool)


def mutate_route(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """Another route, or the other line; where two routes stand they change places."""
    if not is_plain(statement.text):
        return None
    lines = re.search(r"\b(?:central|peripheral)(?:ly)?\b", statement.text, re.IGNORECASE) and "?" not in statement.text
    if lines and find_marks(statement.text):
        text = re.sub(r"\b(?:central|peripheral)(?:ly)?\b", _other_line, statement.text, flags=re.IGNORECASE)
        exchanged = {"central", "peripheral"} <= name(ROUTES, statement.text)
        return _judge("route", statement, text, {} if exchanged else pool)
    both = _has_vein(statement.text) and re.search(r"\b(?:oral|orally|by mouth)\b", statement.text) is not None
    new = "oral" if both else chance.choice(sorted(_ADVERBS))
    pattern = r"\b(?:intravenous(?:ly)?|IV|intramuscular(?:ly)?|IM|oral(?:ly)?|Oral|by mouth|nebulised)\b"
    text = re.sub(pattern, lambda match: _reroute(match, new, both), statement.text)
    return _judge("route", statement, text, {} if both else pool)


def mutate_people(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """Other people: adult, child, neonate, pregnant woman."""
    text = statement.text
    if not is_plain(text) or not find_marks(text) or len(_people(text)) != 1:
        return None
    old = _people(text)[0]
    new = chance.choice(_OTHERS[old])
    many = {"child": "children"}.get(new, new.replace("woman", "women") + ("" if new == "pregnant woman" else "s"))
    kind = {
        "adult": "adult",
        "child": "paediatric",
        "neonate": "neonatal",
        "infant": "infantile",
        "pregnant woman": "obstetric",
    }[new]
    for pattern, word in _forms(old, new, many, kind):
        text = re.sub(pattern, lambda match, word=word: _like(match, word), text, flags=re.IGNORECASE)  # type: ignore[misc]
    return _judge("population", statement, text, pool)


def mutate_citation(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """The same statement, citing a passage that does not carry it."""
    others = sorted(set(pool) - set(statement.passages))
    if not others:
        return None
    chosen = chance.choice(others)
    missing = [mark.text for mark in find_marks(statement.text) if not stands(mark.text, pool[chosen])]
    limit = 0.6 if missing else 0.3
    if overlap(statement.text, pool[chosen]) > limit:
        return None
    return Mutant("citation", statement.text, (chosen,), bool(missing), statement.text)


def mutate_negation(statement: Statement, pool: Pool, chance: Random) -> Mutant | None:
    """Not dropped or added, contraindicated for recommended, avoid for give: one place in the statement."""
    found = [(match, match.expand(turned)) for old, turned in _NEGATIONS for match in re.finditer(old, statement.text)]
    if is_silence(statement.text):
        found = [(match, turned) for match, turned in found if not re.search(r"\b(?:not|never)\b", turned)]
    if not found:
        return None
    match, turned = chance.choice(found)
    turned = (turned[0].upper() if match.start() == 0 else turned[0].lower()) + turned[1:].rstrip("!")
    text = statement.text[: match.start()] + turned + statement.text[match.end() :]
    return Mutant("negation", text, statement.passages, False, statement.text)


def _judge(kind: str, statement: Statement, text: str, pool: Pool) -> Mutant | None:
    if text == statement.text or could_be_true(text, pool.values()):
        return None
    return Mutant(kind, text, statement.passages, False, statement.text)


def _like(match: re.Match[str], word: str) -> str:
    return word[0].upper() + word[1:] if match.group()[0].isupper() and match.group() != "IV" else word


def _other_line(match: re.Match[str]) -> str:
    return _like(match, _LINES[match.group().lower()])


def _has_vein(text: str) -> bool:
    return re.search(r"\bintravenous|\bIV\b", text) is not None


def _reroute(match: re.Match[str], new: str, both: bool) -> str:
    old = match.group()
    if both and old.lower() in ("oral", "orally", "by mouth"):
        return _like(match, "intravenous" if old.lower() == "oral" else "intravenously")
    if old in ("IV", "IM"):
        return {"intravenous": "IV", "intramuscular": "IM"}.get(new, new) if _before_noun(match) else _ADVERBS[new]
    return _like(match, _ADVERBS[new] if old.endswith("ly") or old == "by mouth" else new)


def _before_noun(match: re.Match[str]) -> bool:
    after = match.string[match.end() :]
    return re.match(r" (?!over|to|at|as|or|and|with|for|in|of|by|if|slowly)[a-z]", after) is not None


def _people(text: str) -> list[str]:
    told = {
        "adult": r"\badults?\b",
        "neonate": r"\bneonat",
        "pregnant woman": r"\bpregnan",
        "child": r"\bchild|\bpaediatric",
    }
    if re.search(r"adolescent|infant|older child|pre-eclampsia and|school-age", text, re.IGNORECASE):
        return []
    return [who for who, pattern in told.items() if re.search(pattern, text, re.IGNORECASE)]


def _forms(old: str, one: str, many: str, kind: str) -> tuple[tuple[str, str], ...]:
    article = "an " if one in ("adult", "infant") else "a "
    if old == "adult":
        return (
            (rf"\ban adult(?={_IS_ADULT[3:-1]}|')", article + one), (r"\ban adult(?= )", ("an " if kind[0] in "aio" else "a ") + kind),
            (r"\badults\b", many), (rf"\badult(?={_IS_ADULT[3:-1]}|')", one), (r"\badult\b", kind),
        )  # fmt: skip
    stems = {"child": ("child", "children", "paediatric"), "neonate": ("neonate", "neonates", "neonatal")}
    single, plural, about = stems.get(old, ("pregnant woman", "pregnant women", "in pregnancy"))
    return (
        (rf"\ba {single}\b", article + one), (rf"\b{plural}\b", many), (rf"\b{single}\b", one),
        (r"\bin pregnancy\b", f"in {many}") if old == "pregnant woman" else (rf"\b{about}\b", kind),
    )  # fmt: skip
