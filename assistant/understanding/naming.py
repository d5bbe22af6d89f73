"""What a message is about: the documents, drugs, indications and calculators that it names, or that its levels imply."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from assistant.records import Fact, Turn
from assistant.understanding import vocabulary as v
from assistant.understanding.lexicon import Lexicon
from assistant.understanding.patient.allergies import without_allergies
from assistant.understanding.patient.conditions import read_conditions
from assistant.understanding.patient.medicines import read_medicines

_TAKEN = r"\b(?:on|takes?|taking|took|using|from|after|due to|reversal of|revers(?:e|ing)|stop(?:ped|ping)?)(?:\s+(?:\d[\d.,]*|one|two|three|both)(?:\s+doses?(?: of)?|\s*[a-zµ]+(?: of)?)?)?"
"""Words before a drug that the patient has already, and that is not asked for where another is named."""
_REACTED = (
    r"\b((?:pens?|\w*cillins?|cef\w*|ceph\w*|sulfa|sulpha|\w*mycins?|\w*floxacins?|beta-?lactams?)[\s-]+allerg(?:y|ic)\b"
    r"[\s,:;(–-]+(?:\w+\s+){0,1}?)(?:anaphyla\w+|hives|urticaria|angio-?o?edema)\)?"
)
_REACTS = r"\b(?:now|collaps\w*|wheez\w*|strido\w*|swell\w*|hypotens\w*|shock|adrenaline|epinephrine|just (?:had|got|given)|after (?:a |the )?(?:dose|injection))\b"
_MEASURED = frozenset(
    {*v.DISORDERS, "glucose", "bicarbonate", "albumin", "chloride", "lactate", "urea_nitrogen", "haemoglobin"}
)
"""What is measured in blood and is given as a medicine too, or sounds like one."""


@dataclass(frozen=True)
class Naming:
    """Ids by the phrase that names each. `plain` is the message in words that can be looked up, `results` are calculators
    whose result the message gives."""

    plain: str
    documents: Mapping[str, str]
    drugs: Mapping[str, str]
    indications: Mapping[str, str]
    calculators: Mapping[str, str]
    results: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """The words used for all of them."""
        return tuple(dict.fromkeys([*self.drugs.values(), *self.indications.values(), *self.documents.values()]))


def name_subjects(
    plain: str, said: Iterable[Fact], lexicon: Lexicon, earlier: Turn | None = None, written: str = ""
) -> Naming:
    """The subjects of a message. What its levels imply counts where it names no document itself, or tells which it means; what
    it asks to measure counts where nothing else is named, and nothing was before (`earlier`). A drug is first looked for as it was
    `written`: what is written out as "steroid" is one of several."""
    said = tuple(said)
    plain = " ".join([_without_reaction(plain, lexicon), *name_pressures(said)])
    implied = " ".join(name_levels(without_steering(said, earlier)))
    had = _without_denied(plain)
    named = (
        lexicon.named("documents", without_checks(had))
        or lexicon.named("documents", without_checks(plain))
        or ({} if earlier or implied else lexicon.named("documents", plain))
    )
    meant = lexicon.named("documents", implied)
    if not named or named.keys() & meant.keys():
        named = {key: phrase for key, phrase in {**meant, **named}.items() if not meant or key in meant}
        unsaid = " ".join(word for word in implied.split() if word not in plain.lower())
        plain = f"{plain}; {unsaid}" if unsaid else plain  # apart, so that no denial before reaches over it
    plain = without_allergies(plain)
    had = _without_denied(plain)
    asked = lexicon.without("indications", without_levels(without_checks(plain), said))
    calculators = lexicon.named("calculators", plain)
    indications = {**lexicon.met(had), **lexicon.named("indications", had)}
    drugs = _without_causes(_name_drugs(written, asked, said, lexicon), indications, lexicon, plain)
    documents = _without_opposites(named)
    return Naming(
        plain=plain,
        documents=lexicon.by_title(_without_people(documents, bool(drugs or earlier))),
        drugs=drugs,
        indications=indications,
        calculators=calculators,
        results=tuple(name for name in calculators if lexicon.is_given(name, plain)),
    )


def _without_denied(plain: str) -> str:
    """The message without the conditions that the patient does not have, of the same length."""
    for fact in read_conditions(plain):
        if fact.fact == "condition" and fact.negated:
            start, end = fact.span
            plain = plain[:start] + " " * (end - start) + plain[end:]
    return plain


def name_pressures(said: Iterable[Fact]) -> Iterable[str]:
    """What a blood pressure of an adult is called; a child's is not judged."""
    told = {fact.fact: fact.value for fact in said if not fact.negated}
    years = [fact for fact in said if fact.fact == "age"]
    if told.get("population") == "child" or any(
        f.unit != "years" or float(f.value or 0) < v.ADULT_FROM_YEARS for f in years
    ):
        return
    systolic, diastolic = (told.get(name) for name in ("systolic", "diastolic"))
    pregnant = told.get("population") == "pregnancy"
    high, low = v.HIGH_IN_PREGNANCY if pregnant else v.HIGH_PRESSURE
    if isinstance(systolic, float | int) and systolic < v.LOW_PRESSURE:
        yield "hypotension"
    elif any(isinstance(one, float | int) and one >= limit for one, limit in ((systolic, high), (diastolic, low))):
        yield "severe hypertension in pregnancy" if pregnant else "severe hypertension"


def _without_reaction(plain: str, lexicon: Lexicon) -> str:
    """The message without how an allergy showed itself, where a disease is named beside it: "meningitis, penicillin allergy
    (anaphylaxis)" is no anaphylaxis now. Only after the name of an antibiotic, and where nothing speaks of a reaction now."""
    if re.search(_REACTS, plain, re.IGNORECASE):
        return plain
    bare = re.sub(_REACTED, r"\1 ", plain, flags=re.IGNORECASE)
    return bare if bare != plain and lexicon.named("documents", bare) else plain


def _name_drugs(written: str, asked: str, said: Iterable[Fact], lexicon: Lexicon) -> Mapping[str, str]:
    """The drugs that a message names, as it was written; else in the words into which it was put."""
    bare = lexicon.without("indications", without_levels(without_checks(without_allergies(written)), said))
    text = bare if lexicon.named("drugs", bare) else asked
    named = _without_others(lexicon.named("drugs", text), text, lexicon)
    taken = {name for name, phrase in named.items() if _is_taken(phrase, text)}
    return {name: phrase for name, phrase in named.items() if name not in taken} or named


def _without_others(named: Mapping[str, str], text: str, lexicon: Lexicon) -> dict[str, str]:
    """The drugs less those whose name only stands inside that of another medicine: soluble insulin in "insulin glargine"."""
    longer = [fact.span for fact in read_medicines(text) if fact.text.lower() not in lexicon.drugs]

    def stands_alone(phrase: str) -> bool:
        spans = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(phrase)}", text, re.IGNORECASE)]
        inside = [any(a <= s and e <= b and (s, e) != (a, b) for a, b in longer) for s, e in spans]
        return not spans or not all(inside)

    return {name: phrase for name, phrase in named.items() if stands_alone(phrase)}


def _without_causes(
    drugs: Mapping[str, str], indications: Mapping[str, str], lexicon: Lexicon, plain: str
) -> Mapping[str, str]:
    """The drugs less those that another is for: the warfarin of a bleeding on warfarin, the insulin that a patient with a low
    glucose is on."""
    causes = {
        name
        for name, phrase in drugs.items()
        for situation, ids in lexicon.situations.items()
        if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)(?! antagonist)", situation)
        and any(one != name and (one in drugs or one in indications) for one in ids)
    }
    if indications and not drugs.keys() & indications.keys():
        causes |= {name for name, phrase in drugs.items() if _is_taken(phrase, plain)}
    return {name: phrase for name, phrase in drugs.items() if name not in causes}


def _is_taken(phrase: str, text: str) -> bool:
    return re.search(rf"(?i){_TAKEN}\s+{re.escape(phrase)}(?!\w)", text) is not None


def without_taken(plain: str) -> str:
    """The text without allergies and without what the patient takes or took: nothing of it is asked for."""
    listed = r"[\w-]+(?:(?:\s*,\s*|\s+and\s+|\s*[&+]\s*)(?:an? )?[\w-]+(?=\s+already\b|\s*,|\s*$))*"
    return re.sub(rf"(?i){_TAKEN}\s+{listed}", " ", without_allergies(plain))


def _without_opposites(named: Mapping[str, str]) -> dict[str, str]:
    """What was named, less what only a side word names where its opposite is named itself: "ECG change" in hypokalaemia."""
    phrases = set(named.values())

    def is_opposed(key: str) -> bool:
        turned = re.sub("^hyp(o|er)", lambda m: "hyper" if m.group(1) == "o" else "hypo", key)
        return turned != key and turned in phrases and key not in named[key]

    return {key: phrase for key, phrase in named.items() if not is_opposed(key)}


def _without_people(named: Mapping[str, str], other: bool) -> dict[str, str]:
    """What was named, less what only says who is treated, where there is another subject: the kidneys of a patient on enoxaparin."""
    told = {key: phrase for key, phrase in named.items() if not re.fullmatch(v.OF_PEOPLE, phrase)}
    return told if told or other else dict(named)


def without_checks(plain: str) -> str:
    """The text without the names of what is to be measured: in "worth checking magnesium" no magnesium is asked for."""
    analytes = "|".join(v.FACT_LABELS[name] for name in v.DISORDERS)
    return re.sub(rf"\b{v.CHECKING}(?:{analytes})(?!\w)", " ", plain, flags=re.IGNORECASE)


def without_levels(plain: str, said: Iterable[Fact]) -> str:
    """The text without the names of what was measured: in "potassium 7.1" and "high potassium" no potassium is asked for."""
    analytes = "|".join(v.FACT_LABELS[name] for name in v.DISORDERS)
    plain = re.sub(rf"\b{v.OUT_OF_RANGE}\s+(?:{analytes})(?!\w)", " ", plain, flags=re.IGNORECASE)
    plain = re.sub(rf"(?<!\w)(?:{analytes})\s+{v.OTHER_THING}", " ", plain, flags=re.IGNORECASE)
    for fact in said:
        if fact.fact in _MEASURED and (label := v.FACT_LABELS.get(fact.fact)):
            measured = rf"(?<!\w)(?:{label})(?:\s|[:=]|is\b|was\b|of\b)*(?=[<>]?\s*\.?\d)"
            plain = re.sub(measured, " ", plain, flags=re.IGNORECASE)
    return plain


def without_steering(said: Iterable[Fact], earlier: Turn | None) -> tuple[Fact, ...]:
    """The facts less the low levels by which what was treated before is steered: a potassium that falls in ketoacidosis is no new
    question about potassium. A high one is, and so is a low glucose: each is an emergency of its own."""
    if earlier is None:
        return tuple(said)
    taken = {name for done in earlier.answer.calculations if done.kind == "regimen" for name in done.inputs}
    about = {subject.casefold() for subject in earlier.subjects}
    own = {fact for fact, (_, low, _, high, _) in v.DISORDERS.items() if {low, high} & about}
    steering = (taken - own) & v.DISORDERS.keys()
    return tuple(fact for fact in said if fact.fact not in steering or not _is_low(fact))


def _is_low(fact: Fact) -> bool:
    """Whether a level is none of the high ones."""
    return v.DISORDERS[fact.fact][3] not in name_levels((fact,))


def name_levels(said: Iterable[Fact]) -> Iterable[str]:
    """The disorder that each low or high level is, such as "hyperkalaemia" for a potassium of seven."""
    for fact in said:
        if (bound := v.LOWS.get(fact.fact)) and isinstance(fact.value, float | int) and not fact.negated:
            least, name, mass = bound
            if (fact.value / mass if _is_mass(fact, least * mass / 2) else fact.value) < least:
                yield name
        bounds = v.DISORDERS.get(fact.fact)
        if bounds is None or not isinstance(fact.value, float | int) or fact.negated:
            continue
        low, low_name, high, high_name, mass = bounds
        value = fact.value / mass if mass and _is_mass(fact, high * 2) else fact.value
        if value < low:
            yield low_name
        elif value > high:
            yield high_name


def _is_mass(fact: Fact, most: float) -> bool:
    """Whether a level is in mg/dL: by its unit, or by a number that would be out of reach in mmol/L."""
    return fact.unit == "mg/dL" or (fact.unit is None and float(fact.value or 0) > most)
