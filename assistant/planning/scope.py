"""What a message asks that guideline text does not answer: a medicine that nobody here knows, a person's judgement, no matter of
medicine; and which of its unknown words are clinical."""

import re
from collections.abc import Iterable
from typing import Literal

from assistant.library.language import read_language
from assistant.understanding.patient.conditions import name_condition
from assistant.understanding.patient.medicine_names import begins_medicine
from assistant.understanding.patient.medicines import name_medicines
from assistant.understanding.vocabulary import join_words, read_table

Reason = Literal["not_in_corpus", "not_clinical", "unknown_drug", "needs_judgement"]

_WORDS = {name: join_words(words) for name, words in read_table("limits").items()}
_TABLE = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _WORDS.items()}
_BETWEEN = r"(?:(?:an?|the|some|iv|im|oral|more)\s+)*[\"'“]?"
"""What may stand between a word that a medicine follows and its name."""
_DISEASE = re.compile(
    r"(?:itis|osis|oses|a?emia|omas?|opathy|algia|plegia|penia|uria|rrh?oea|rrhea|pox|coccus|iasis|paresis|spasm|sclerosis)$"
)
"""How the names of diseases end."""
_MEDICINE = re.compile(
    r"(?:mab|nib|vir|azole|pril|sartan|statin|olol|cillin|mycin|micin|floxacin|dipine|tidine|caine|cycline|gliptin|gliflozin|glutide|"
    r"parin|xaban|gatran|azepam|azolam|barbital|setron|triptan|lukast|profen|oxicam|thiazide|semide|ciclovir|ciclib|platin|rubicin|"
    r"curonium|dronate|terol|asone|solone|tropium|caftor)$"
)
"""How the names of medicines end."""
SHORTEST_NAME = 6
"""Letters from which an unknown word may be the name of a medicine."""
_CODE = re.compile(r"\b(?:drug|compound|agent|medicine|product)\s+(?P<name>[A-Z]{1,4}-?\d{2,}\w*)")
"""A medicine that has a number for a name."""
_TAKES = re.compile(r"\bi(?:[’' ]m| am) (?:currently |also )?(?:on|taking) (\w+)", re.IGNORECASE)
"""Someone takes something; whether it is a medicine, and not a ward or a shift, the list of medicines tells."""
_CAPITALS = re.compile(r"^[A-Z]{2,5}[a-z]?[A-Z]?s?$")


def is_clinical(word: str, question: str) -> bool:
    """Whether a word that no source holds names a disease, a medicine or the like, and is no word of talk."""
    if name_medicines(word) or name_condition(word) or word.lower() in read_language().clinical:
        return True
    if _DISEASE.search(word) or _MEDICINE.search(word):
        return True
    written = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", question, re.IGNORECASE)
    return bool(written and _CAPITALS.match(written.group()) and not question.isupper())


def find_unknown_medicine(question: str, unknown: Iterable[str]) -> str | None:
    """The word, as it is written, that a question uses like the name of a medicine, and that no source and no list of medicines
    holds: "sepsinorm dose"."""
    if code := _CODE.search(question):
        return code["name"]
    for word in unknown:
        if len(word) < SHORTEST_NAME or begins_medicine(word) or name_condition(word) or _DISEASE.search(word):
            continue
        if word.lower() in read_language().clinical:
            continue
        spelt = re.escape(word)
        used = re.search(rf"\b(?:{_WORDS['before_medicine']})\s+{_BETWEEN}({spelt})(?!\w)", question, re.IGNORECASE)
        used = used or re.search(rf"(?<!\w)({spelt})[\"'”]?\s+(?:{_WORDS['after_medicine']})", question, re.IGNORECASE)
        if used:
            return used.group(1)
        if _MEDICINE.search(word):
            return next(iter(re.findall(rf"(?i)(?<!\w){spelt}(?!\w)", question)), word)
    return None


def asks_for_judgement(question: str) -> bool:
    """Whether it is asked what a person has to judge: what is right, whom to tell, how far to go."""
    return bool(_TABLE["judgement"].search(question))


def speaks_of_other_things(question: str) -> bool:
    """Whether a message is about what is no matter of medicine: the rota, a letter, the weather."""
    return bool(_TABLE["elsewhere"].search(question))


def is_by_a_patient(question: str) -> bool:
    """Whether someone asks for themselves or their own family, not as a clinician."""
    taken = _TAKES.search(question)
    return bool(_TABLE["patient"].search(question) or (taken and name_medicines(taken[1])))


def is_of_care(question: str) -> bool:
    """Whether a message holds any word of medicine."""
    if _TABLE["care"].search(question) or name_medicines(question):
        return True
    words = re.findall(r"[A-Za-z][\w'-]*", question)
    clinical = read_language().clinical
    return any(w.lower() in clinical or _DISEASE.search(w.lower()) or _MEDICINE.search(w.lower()) for w in words)


def find_reason(question: str, unknown: Iterable[str], is_measured: bool) -> Reason:
    """Why a question that no source answers is not answered. `is_measured`: whether a figure of a patient was given."""
    if asks_for_judgement(question):
        return "needs_judgement"
    if speaks_of_other_things(question) and not is_measured:
        return "not_clinical"
    if find_unknown_medicine(question, unknown):
        return "unknown_drug"
    return "not_in_corpus" if is_measured or is_of_care(question) else "not_clinical"
