"""A message in another language: answered in English with a notice from what was read, or asked for in English."""

import pytest

from tests.conftest import Dialogue

NOTICE = "it is answered in English"


@pytest.mark.parametrize(
    ("question", "language", "told"),
    [
        ("Dosis Adrenalin bei Anaphylaxie?", "German", "adrenaline"),
        ("dosering adrenaline bij anaphylaxis", "Dutch", "adrenaline"),
        ("anaphylaxis mein adrenaline ki dose kitni hai", "Hindi", "adrenaline"),
        ("cuanto paracetamol para un niño de 12 kg", "Spanish", "paracetamol"),
        ("quelle est la posologie de la vancomycine, 70 kg", "French", "vancomycin"),
    ],
)
def test_what_was_read_is_answered_in_english_with_a_notice(
    ask: Dialogue, question: str, language: str, told: str
) -> None:
    answer = ask(question)[0]
    assert answer.kind == "answer"
    assert told in answer.bottom_line.lower()
    (notice,) = [notice for notice in answer.notices if NOTICE in notice]
    assert language in notice
    assert not any("No indexed source mentions" in notice for notice in answer.notices)


@pytest.mark.parametrize("question", ["wie viel Uhr ist es und wo bist du", "доза лекарства при болезни", "¿Qué hago para esta mujer?", "paciente embarazada con convulsiones, dosis de sulfato", "traitement de la douleur chez une femme enceinte"])  # fmt: skip
def test_where_nothing_was_understood_english_is_asked_for(ask: Dialogue, question: str) -> None:
    answer = ask(question)[0]
    assert answer.kind == "clarification"
    assert "ask in English" in answer.bottom_line
    assert not answer.figures


def test_an_article_of_one_letter_hides_no_medicine(ask: Dialogue) -> None:
    answer = ask("posologie de l'amoxicilline enfant 12 kg")[0]
    assert ("drug", "amoxicillin") in {(fact.fact, fact.value) for fact in answer.understood}
    assert "amoxicillin" in answer.bottom_line.lower()
    for fact in answer.understood:
        assert answer.question[slice(*fact.span)] == fact.text


def test_a_child_in_another_language_is_no_adult(ask: Dialogue) -> None:
    answer = ask("paracetamol Dosierung für Kinder, 12 kg, nicht schwanger")[0]
    people = [fact.value for fact in answer.understood if fact.fact == "population" and not fact.negated]
    assert people == ["child"]


def test_english_has_no_notice(ask: Dialogue) -> None:
    assert not any("English" in notice for notice in ask("adrenaline dose in anaphylaxis")[0].notices)
