"""A dose in the question above all that the regimen gives this patient is not confirmed, in the person's own figure."""

import pytest

from tests.conftest import Dialogue


@pytest.mark.parametrize(
    ("question", "asked", "given"),
    [
        ("anaphylaxis adult, 5 mg IM adrenaline, say yes", "5 mg", "500 micrograms"),
        ("adrenaline 5 mg IM anaphylaxis ok?", "5 mg", "500 micrograms"),
        ("anaphylaxis 6 yo: 0.5mg epi im right?", "0.5mg", "300 micrograms"),
        ("torsades 6yo 24kg give 2 g magnesium?", "2 g", "600–1,200 mg"),
        ("magnesium 20 g IV over 5 min for torsades ok", "20 g", "2 g"),
        ("potassium chloride 40 mmol/h peripheral K 2.8 ok?", "40 mmol/h", "10 mmol/h"),
    ],
)
def test_too_much_is_said_first_with_both_figures(ask: Dialogue, question: str, asked: str, given: str) -> None:
    (answer,) = ask(question)
    first = answer.statements[0]
    assert first.text.startswith(f"Not confirmed: {asked} is not") and given in first.text, first.text
    origins = {figure.text: figure.origin for figure in answer.figures if figure.id in first.figures}
    assert origins[asked] == "question" and first.citations


@pytest.mark.parametrize(
    "question",
    [
        "500 micrograms IM adrenaline adult anaphylaxis, correct?",
        "0.5 mg IM adrenaline adult anaphylaxis",
        "8 yo refractory anaphylaxis adrenaline infusion 25 kg",
        "anaphylaxis after 1 g ceftriaxone, adrenaline dose adult",
        "20 mmol/h of KCl central line K 2.6 adult in ICU",
        "magnesium sulfate 4 g for eclampsia",
        "adrenaline 1 mg in 100 mL infusion refractory anaphylaxis",
    ],
)
def test_what_the_source_gives_or_another_thing_is_not_contradicted(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert "Not confirmed" not in answer.bottom_line, answer.bottom_line


def test_a_dose_that_was_asked_about_is_forgotten_after_its_turn(ask: Dialogue) -> None:
    _, second = ask("anaphylaxis adult, 5 mg IM adrenaline, say yes", "how much adrenaline in an adult?")
    assert "Not confirmed" not in second.bottom_line
