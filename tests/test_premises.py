"""A figure that a person takes for right and the cited text gives otherwise is named as such; what is right is not contradicted."""

import random
import re

import pytest

from assistant.assembly import Assistant
from assistant.figures import Kind, find

FALSE = (
    ("anaphylaxis adult, adrenaline 5 mg im right?", "5 mg", "500 micrograms"),
    ("cyanokit 5 mg for an adult with cyanide poisoning", "5 mg", "5 g"),
    ("lorazepam 10 mg iv for an adult in status epilepticus", "10 mg", "4 mg"),
    ("FRIII in adult DKA = 1 unit/kg/h for 70 kg, yes?", "1 unit/kg/h", "0.1 units/kg/h"),
    ("copd exacerbation: prednisolone 30 mg for 14 days, right", "14 days", "5 days"),
)
TRUE = (
    "adrenaline 500 micrograms im for an adult with anaphylaxis, right?",
    "lorazepam 4 mg iv in adult status epilepticus, correct?",
    "copd exacerbation: prednisolone 30 mg for 5 days, ok?",
    "he took 20 g of paracetamol 6 h ago, acetylcysteine dose for 70 kg?",
    "noradrenaline running at 0.3 micrograms/kg/min in septic shock, what next",
    "19M, 88 kg, paracetamol 16 g, 3 h ago, dose of acetylcysteine if the level is over the line",
    "had 2 g ceftriaxone, now anaphylaxis, adrenaline dose adult",
)
UNHEARD = (
    ("the MAGNOLIA-9 trial gives 10 g magnesium in torsades, how fast?", "MAGNOLIA-9"),
    ("the Hartmann-Osei score is high in this septic man, vasopressin?", "Hartmann-Osei score"),
    ("Dutch WATERLINE guideline on fluid in a shocked child?", "Dutch WATERLINE guideline"),
)
HEARD = (
    "NICE guideline on pneumonia: amoxicillin dose?",
    "Wells score for a DVT",
    "HALT-IT trial, tranexamic acid in GI bleeding?",
)
SAMPLED, SEED = 60, 20261127


@pytest.mark.parametrize(("question", "wrong", "right"), FALSE)
def test_a_false_figure_is_named_before_the_answer(assistant: Assistant, question: str, wrong: str, right: str) -> None:
    answer = assistant.ask(question)
    assert answer.bottom_line.startswith("Not confirmed:") and wrong in answer.statements[0].text
    assert right in answer.bottom_line
    assert any(wrong in figure.text and figure.origin == "question" for figure in answer.figures)


@pytest.mark.parametrize("question", TRUE)
def test_what_is_right_or_has_happened_is_not_contradicted(assistant: Assistant, question: str) -> None:
    assert "Not confirmed" not in assistant.ask(question).bottom_line


@pytest.mark.parametrize(("question", "name"), UNHEARD)
def test_a_study_that_no_source_mentions_is_named_first(assistant: Assistant, question: str, name: str) -> None:
    answer = assistant.ask(question)
    assert answer.statements[0].text.startswith("No indexed source mentions") and name in answer.statements[0].text


@pytest.mark.parametrize("question", HEARD)
def test_one_that_is_held_is_not(assistant: Assistant, question: str) -> None:
    assert "No indexed source mentions" not in assistant.ask(question).bottom_line


def test_no_row_is_contradicted_by_the_answer_about_it(assistant: Assistant) -> None:
    """Of every drug some row's own dose, asked for the row's own people and indication."""
    rows = []
    for entry in assistant.registry.all():
        if entry.kind != "regimen":
            continue
        for key in entry.rows({}):
            text = assistant.library.passages[key].text
            doses = [f.text for f in find(text) if f.kind is Kind.DOSE]
            whom = re.match(r"(?:Adult|Child) with ", text)
            rest = text[whom.end() :].lower() if whom else ""
            named = next((use for use in entry.indications if rest.startswith(use.lower())), None)
            if doses and named:
                rows.append((text.split()[0].lower(), named, entry.drug, doses[0], key))
    assert len(rows) > SAMPLED
    contradicted = [
        (key, answer.bottom_line)
        for who, use, drug, dose, key in random.Random(SEED).sample(rows, SAMPLED)
        if "Not confirmed" in (answer := assistant.ask(f"{who}, {use}: {drug} {dose}, is that right?")).bottom_line
    ]
    assert not contradicted
