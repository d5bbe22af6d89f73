"""The states of a patient are those that were said; an eGFR between both limits tells neither."""

import pytest

from assistant.understanding import vocabulary as v
from assistant.understanding.facts import read_facts
from assistant.understanding.patient.states import States, read_states

KIDNEYS, SYMPTOMS = v.STATES["kidneys"], v.STATES["symptoms"]


@pytest.mark.parametrize(
    ("message", "states"),
    [
        ("eGFR 95", States(KIDNEYS["normal"], KIDNEYS["impaired"])),
        ("eGFR 20", States(KIDNEYS["impaired"], KIDNEYS["normal"])),
        ("eGFR 75", States()),
        ("renal function is normal", States(KIDNEYS["normal"], KIDNEYS["impaired"])),
        ("no CKD", States()),
        ("Na 119, asymptomatic", States(SYMPTOMS["absent"], SYMPTOMS["present"])),
        ("symptomatic", States(SYMPTOMS["present"], SYMPTOMS["absent"])),
        ("phosphate 0.2", States()),
    ],
)
def test_a_state_is_read_as_it_was_said(message: str, states: States) -> None:
    assert read_states(read_facts(message)) == states
