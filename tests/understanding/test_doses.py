"""A dose is read where nothing but filler stands between it and its drug; a weight, a strength or another drug's dose is none."""

import pytest

from assistant.understanding.facts import read_facts
from assistant.understanding.measured.doses import read_doses


def read(question: str, drug: str = "adrenaline") -> list[str]:
    return [fact.text for fact in read_doses(question, question, (drug,), read_facts(question))]


@pytest.mark.parametrize(
    ("question", "dose"),
    [
        ("5 mg IM adrenaline, say yes", "5 mg"),
        ("should I give 5mg of adrenaline IM", "5mg"),
        ("adrenaline 0.5 mg IM ok?", "0.5 mg"),
        ("adrenaline IM bolus 500 micrograms", "500 micrograms"),
    ],
)
def test_a_dose_beside_its_drug_is_read(question: str, dose: str) -> None:
    assert read(question) == [dose]


@pytest.mark.parametrize(
    "question",
    [
        "anaphylaxis after 1 g ceftriaxone, adrenaline dose",
        "25 kg adrenaline",
        "adrenaline 1 mg in 100 mL",
        "cardiac arrest, 1 mg adrenaline",
        "adrenaline and 200 mg hydrocortisone",
        "adrenaline now",
    ],
)
def test_what_is_no_dose_of_the_drug_is_not_read(question: str) -> None:
    assert read(question) == []


def test_a_dose_keeps_its_place_in_the_question_as_written() -> None:
    (fact,) = read_doses("mgso4 20 g iv", "magnesium sulfate 20 g iv", ("magnesium sulfate",), ())
    assert "mgso4 20 g iv"[slice(*fact.span)] == fact.text == "20 g"
