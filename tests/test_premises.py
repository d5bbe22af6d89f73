"""A figure that a person takes for right and the cited text gives otherwise is named as such; what is right is not contradicted."""

import random
import re
from dataclasses import dataclass

import pytest

from assistant.assembly import Assistant
from assistant.figures import Kind, find

FALSE = (
    ("anaphylaxis adult, adrenaline 5 mg im right?", "5 mg", "500 micrograms"),
    ("cyanokit 5 mg for an adult with cyanide poisoning", "5 mg", "5 g"),
    ("lorazepam 10 mg iv for an adult in status epilepticus", "10 mg", "4 mg"),
    ("FRIII in adult DKA = 1 unit/kg/h for 70 kg, yes?", "1 unit/kg/h", "0.1 units/kg/h"),
    ("copd exacerbation: prednisolone 30 mg for 14 days, right", "14 days", "5 days"),
    ("stroke, bp 205/115, below the 210/120 limit for thrombolysis so go ahead", "210/120", "185/110 mmHg"),
    ("metoclopramide for PONV in an adult, the max is 60 mg a day isn't it", "60 mg", "at most 30 mg"),
    ("zoledronate 4 mg for hypercalcaemia of malignancy goes in over 2 minutes, correct?", "2 minutes", "15 min"),
    ("adult status, phenytoin runs at 150 mg/min maximum doesn't it", "150 mg/min", "50 mg/min"),
)
AGAINST = (
    ("consultant said an antihistamine goes in first in anaphylaxis per Resus Council, dose?", "antihistamine"),
    ("AF with known WPW, stable. verapamil is safe there, how much iv", "verapamil"),
)
TRUE = (
    "adrenaline 500 micrograms im for an adult with anaphylaxis, right?",
    "lorazepam 4 mg iv in adult status epilepticus, correct?",
    "copd exacerbation: prednisolone 30 mg for 5 days, ok?",
    "he took 20 g of paracetamol 6 h ago, acetylcysteine dose for 70 kg?",
    "noradrenaline running at 0.3 micrograms/kg/min in septic shock, what next",
    "19M, 88 kg, paracetamol 16 g, 3 h ago, dose of acetylcysteine if the level is over the line",
    "had 2 g ceftriaxone, now anaphylaxis, adrenaline dose adult",
    "phenytoin in adult status no faster than 50 mg/min, right?",
    "adult arrest: adrenaline 1 mg iv every 3 to 5 min, that's still it?",
    "metoclopramide tops out at 30 mg in 24 h in an adult, doesn't it",
    "adult, benzodiazepine overdose: the protocol says flumazenil 3 mg, correct?",
    "HALT-IT: tranexamic acid did not lower deaths in GI bleeding, did it?",
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


@pytest.mark.parametrize(("question", "drug"), AGAINST)
def test_a_drug_that_the_cited_text_forbids_is_named_as_such(assistant: Assistant, question: str, drug: str) -> None:
    assert assistant.ask(question).bottom_line.startswith(f"Not confirmed: what is cited here speaks against {drug}.")


@pytest.mark.parametrize("score", ["GRACE", "APACHE IV", "AIMS65"])
def test_a_score_that_is_not_held_is_said_not_to_be(assistant: Assistant, score: str) -> None:
    answer = assistant.ask(f"{score} please")
    assert answer.bottom_line.startswith(f"Not held: no calculator here works out {score}.")
    assert not answer.calculations and not answer.missing_inputs


@pytest.mark.parametrize(
    "question", ["NYHA III heart failure, dose of spironolactone", "his GRACE is 150, when angiography"]
)
def test_the_grade_of_such_a_score_asks_for_nothing(assistant: Assistant, question: str) -> None:
    assert "no calculator here" not in assistant.ask(question).bottom_line


@dataclass(frozen=True)
class Said:
    """A figure of a row, with the people and the use that the row is for."""

    who: str
    use: str
    drug: str
    text: str
    key: str

    def ask(self, wording: int, text: str | None = None) -> str:
        """The figure, or another in its place, asserted in one of the wordings."""
        return WORDINGS[wording % len(WORDINGS)].format(
            who=self.who, use=self.use, drug=self.drug, said=text or self.text
        )


WORDINGS = (
    "{who}, {use}: {drug} {said}, is that right?",
    "{use} ({who}): the protocol says {drug} {said}, correct?",
    "my consultant gives {drug} {said} for {use} ({who}), agreed?",
)
_LED = re.compile(r"\b(?:maximum(?: rate| dose| total)?|over|for|repeat after|at)\s+$")


def list_said(assistant: Assistant) -> list[Said]:
    """Every dose, rate, interval and time that a row gives for people and a use by its own words."""
    found = []
    for entry in assistant.registry.all():
        for key in entry.rows({}) if entry.kind == "regimen" else ():
            text = assistant.library.passages[key].text
            whom = re.match(r"(Adult|Child) with ", text)
            rest = text[whom.end() :].lower() if whom else ""
            use = next((use for use in entry.indications if rest.startswith(use.lower())), None)
            if not whom or not use:
                continue
            for figure in find(text):
                led = _LED.search(text[: figure.start])
                if figure.kind in (Kind.DOSE, Kind.RATE, Kind.INTERVAL) or (figure.kind is Kind.TIME and led):
                    said = f"{led.group() if led else ''}{figure.text}"
                    found.append(Said(whom[1].lower(), use, entry.drug, said, key))
    return found


def is_contradicted(assistant: Assistant, question: str) -> bool:
    """Whether the answer begins by saying that what was asserted is not so."""
    return "Not confirmed" in assistant.ask(question).bottom_line


def test_no_row_is_contradicted_by_the_answer_about_it(assistant: Assistant) -> None:
    """A sample of what rows give, asserted of the row's own people and use."""
    said = list_said(assistant)
    assert len(said) > 2000
    sample = random.Random(SEED).sample(said, SAMPLED)
    assert not [one for place, one in enumerate(sample) if is_contradicted(assistant, one.ask(place))]


@pytest.mark.prove
def test_of_all_rows_hardly_one_is_contradicted(assistant: Assistant) -> None:
    """All that rows give, each in one of three wordings: no more than a few in a thousand, of rows that their own people do not get."""
    said = list_said(assistant)
    wrong = [one.key for place, one in enumerate(said) if is_contradicted(assistant, one.ask(place))]
    assert len(wrong) <= 0.01 * len(said), wrong


def test_an_altered_dose_is_mostly_named_and_never_led_with_as_true(assistant: Assistant) -> None:
    """A tenfold dose that no row of the drug gives is contradicted."""
    plain = [one for one in list_said(assistant) if re.fullmatch(r"\d+ (?:mg|g|micrograms|units|mL)", one.text)]
    rows = {one.key.split("#")[0]: set[str]() for one in plain}
    for one in plain:
        rows[one.key.split("#")[0]].add(one.text)
    asked, named = 0, 0
    for place, one in enumerate(random.Random(SEED).sample(plain, SAMPLED)):
        number, unit = one.text.split()
        altered = f"{int(number) * 10} {unit}"
        if altered in rows[one.key.split("#")[0]]:
            continue
        asked += 1
        named += is_contradicted(assistant, one.ask(place, altered))
    assert named >= 0.7 * asked, (named, asked)
