"""What the chat says of a dose that is not held: its name and why, never another drug's dose."""

from pathlib import Path

import pytest

from assistant.assembly import Assistant
from assistant.figures import Kind, find
from assistant.regimens.gaps import read_gaps
from tests.conftest import Dialogue

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
BESIDE_ANOTHER = {
    "andexanet": "the dose beside it is of prothrombin complex",
    "dopamine": "antagonists of it",
    "fentanyl": "patches stand in tables of equivalents, which start nobody",
    "octreotide": "poisoning by sulfonylureas only",
    "carbimazole": "thyroid storm only",
    "iodine": "thyroid storm only",
    "aminophylline": "one country, a child in life-threatening asthma",
}
"""Medicines of which a guideline gives a dose for one matter, or beside which it gives another's."""


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("thiopental dose in status epilepticus", "thiopental"),
        ("torsades without a pulse, magnesium", "without a pulse"),
        ("fluoxetine dose", "fluoxetine"),
        ("ketamine dose for pain", "ketamine"),
        ("azithromycin pneumonia dose", "azithromycin"),
        ("alteplase in sepsis", "alteplase for sepsis"),
        ("digoxin loading dose in AF", "digoxin"),
        ("interferon beta-1a dose", "indexed source"),
        ("interferon beta-1a dose in sepsis", "indexed source"),
    ],
)
def test_a_dose_that_is_not_held_is_named(ask: Dialogue, question: str, named: str) -> None:
    (answer,) = ask(question)
    first = answer.statements[0]
    assert named in first.text
    if answer.kind == "abstention":
        assert first.text.startswith(("Not held: no indexed source gives", "Nothing in the indexed sources"))
        assert not [f.text for s in answer.statements for f in find(s.text) if f.kind is not Kind.NAME]


def test_what_is_held_beside_it_is_offered(ask: Dialogue) -> None:
    (answer,) = ask("cefazidin dose in meningitis")  # no such drug
    assert "ceftriaxone" in answer.markdown or answer.kind == "abstention"
    (answer,) = ask("moxifloxacin pneumonia dose")
    assert {"amoxicillin_oral", "doxycycline_oral"} <= {offer.name for offer in answer.offered}


def test_a_follow_up_meets_a_gap_too(ask: Dialogue) -> None:
    held, gap = ask("magnesium dose in torsades", "and without a pulse?")
    assert held.kind == "answer" and gap.statements[0].text.startswith("Not held")


def test_a_drug_that_is_taken_is_no_gap(ask: Dialogue) -> None:
    (answer,) = ask("on fentanyl patch, RR 4, naloxone dose")
    assert "naloxone" in answer.statements[0].text and not answer.statements[0].text.startswith("Not held")


def test_that_nothing_watches_over_a_drug_is_said(ask: Dialogue) -> None:
    (answer,) = ask("levothyroxine intravenous myxoedema coma adult")
    assert "Monitoring of levothyroxine: not stated in an indexed source." in answer.markdown
    (answer,) = ask("lorazepam status epilepticus adult")
    assert any(s.role == "monitoring" for s in answer.statements)


def test_what_watches_over_another_use_of_a_drug_is_left_out(ask: Dialogue) -> None:
    (answer,) = ask("DKA child 22 kg not shocked fluid")
    assert "220 mL" in answer.bottom_line and "adrenal" not in answer.markdown.lower()


def test_no_guideline_gives_a_dose_of_what_is_said_not_to_be_held(assistant: Assistant) -> None:
    guidelines = [document for document in assistant.library.documents.values() if document.kind != "regimen"]
    said = [passage for document in guidelines for passage in document.passages if passage.role != "not_in_sources"]
    dosed = [p.text for p in said if any(figure.kind in (Kind.DOSE, Kind.RATE) for figure in find(p.text))]
    alone = [gap for gap in read_gaps((CORPUS,)) if len(gap.words) == 1 and gap.name.startswith("a dose of ")]
    denied = [gap for gap in alone if gap.name.removeprefix("a dose of ") not in BESIDE_ANOTHER]
    assert len(denied) > len(BESIDE_ANOTHER)
    assert {gap.name: text for gap in denied for text in dosed if gap.meets(text)} == {}


@pytest.mark.parametrize(
    ("question", "led"),
    [
        ("ticagrelor dose", "Ticagrelor by mouth for acute coronary syndrome: 180 mg"),
        ("gtn infusion dose", "Glyceryl trinitrate intravenously"),
        ("dobutamine dose", "considers dobutamine"),
        ("codeine child 8 years dose", "Codeine is only for a child over 12 years"),
    ],
)
def test_a_medicine_that_only_a_guideline_gives_is_quoted_from_it(ask: Dialogue, question: str, led: str) -> None:
    (answer,) = ask(question)
    assert answer.kind == "answer" and led in answer.statements[0].text


@pytest.mark.parametrize(
    "question",
    ["salbutamol neb dose for a wheezy 4 year old, no iv access", "adult asthma, lost the iv, salbutamol neb dose"],
)
def test_a_route_that_the_patient_has_not_is_not_asked_for(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert "intravenously" not in answer.bottom_line and answer.calculations
