"""In which language a message is written; the ward's English shorthand is no other language."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from assistant.understanding.vocabulary import read_table
from assistant.understanding.words.languages import find_language
from evals.reading.labels import SETS, read_set

OTHERS = [
    ("Dosis Adrenalin bei Anaphylaxie?", "German"),
    ("Wie viel Paracetamol für ein Kind mit 12 kg", "German"),
    ("Frau 80 Jahre 50 kg Krea 120 CrCl", "German"),
    ("Kalium 2,9 mmol/l, was soll ich geben?", "German"),
    ("dosis de adrenalina en anafilaxia", "Spanish"),
    ("cuanto paracetamol para un niño de 12 kg", "Spanish"),
    ("¿Cuál es el tratamiento de la hiperpotasemia?", "Spanish"),
    ("quelle dose d'adrénaline pour une anaphylaxie", "French"),
    ("posologie vancomycine chez l'insuffisant rénal", "French"),
    ("dose di adrenalina nella anafilassi", "Italian"),
    ("quanto paracetamolo per bambino di 12 kg", "Italian"),
    ("qual a dose de adrenalina na anafilaxia", "Portuguese"),
    ("dosagem de vancomicina para criança", "Portuguese"),
    ("dosering adrenaline bij anafylaxie", "Dutch"),
    ("hoeveel paracetamol mag een kind van 12 kg", "Dutch"),
    ("jaka dawka adrenaliny w anafilaksji", "Polish"),
    ("dawkowanie wankomycyny przy niewydolności nerek", "Polish"),
    ("anaphylaxis mein adrenaline ki dose kitni hai", "Hindi"),
    ("hyperkalemia ka ilaaj kya hai", "Hindi"),
    ("एनाफिलेक्सिस में एड्रेनालाईन की खुराक", "Hindi"),
    ("adrenaline dosering vid anafylaxi, hur mycket", "Swedish"),
    ("vancomycin dozu nedir", "Turkish"),
    ("доза адреналина при анафилаксии", "a language in Cyrillic letters"),
    ("جرعة الأدرينالين", "a language in Arabic letters"),
    ("アドレナリンの用量", "Japanese"),
    ("posologia vancomicina", "Spanish or Italian or Portuguese"),
]


@pytest.mark.parametrize(("message", "language"), OTHERS, ids=[message for message, _ in OTHERS])
def test_another_language_is_told(message: str, language: str) -> None:
    assert find_language(message) == language


@pytest.mark.parametrize(
    "message",
    [
        "de Winter T waves, what now",
        "van der Woude syndrome",
        "pt c/o chest pain, EST done, met 500 bd, ca per os",
        "55F 61kg na 122, sodium deficit to get to 130?",
        "dose of α-blocker, µg/kg, β-lactam, Δ gap",
        "max Na rise per day in etoh pt w/ low K",
        "Na 120 para 2 woman",
        "met dose, no ca, die was cast, also man in a&e",
        "kg?",
        "12.5",
        "",
    ],
)
def test_shorthand_is_english(message: str) -> None:
    assert find_language(message) is None


def messages(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from [inner] if key in ("say", "ask") and isinstance(inner, str) else messages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from messages(inner)


def test_english_messages_are_not_taken_for_another_language() -> None:
    """Two messages among them are in German: one asks for the capital of France, one for apixaban."""
    every = [text for name in SETS for text in messages(read_set(name, "tune"))]
    assert len(every) > 300
    assert [text for text in every if find_language(text) and not re.search("Hauptstadt|Frau", text)] == []


def test_no_word_of_another_language_is_a_word_of_english_sentences() -> None:
    table = read_table("languages")
    for language, one in table["languages"].items():
        both = {*one["sure"], *one["words"]} & set(table["english"])
        assert not both, language
