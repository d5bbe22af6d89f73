"""A message that turns to somebody else brings none of the figures of the one before; one that goes on keeps them."""

import re
from types import SimpleNamespace
from typing import cast

import pytest

from assistant.records import Turn
from assistant.understanding import vocabulary as v
from assistant.understanding.facts import read_facts
from assistant.understanding.patient.another import find_names, is_another, speak_of_relative
from assistant.understanding.taken_back import find_taken_back, takes_back


def after(said: str) -> Turn:
    answer = SimpleNamespace(missing_inputs=(), question=said)
    return cast(Turn, SimpleNamespace(facts=read_facts(said), waiting_for=(), answer=answer))


@pytest.mark.parametrize(
    "message",
    (
        "sorry one more. 68, egfr 74", "back to the first pt, how fast", "and first one again?", "not her, the 55 yr old: dose",
        "baby out now. 3.6 kg", "and the fella in resus, sats 86%", "and for the lad in 9, crcl 104", "the other bloke, k 6.1",
        "and the other one? wt 50", "i've also got a 50 yo man with af", "what about the lady with copd",
    ),
)  # fmt: skip
def test_these_words_turn_to_somebody_else(message: str) -> None:
    assert re.search(v.NEW_PATIENT, message, re.IGNORECASE)


@pytest.mark.parametrize(
    "message",
    (
        "back to the first question", "one more thing: max?", "not her fault", "the baby was born at 32 weeks", "the lady is on warfarin",
        "and the patient has af", "what about the other dose", "and the other drug?", "I also have the creatinine: 140",
        "what about a patient with renal failure?", "and in a child with asthma?", "can i give one more, then what", "give the first one again?",
    ),
)  # fmt: skip
def test_these_words_go_on_with_the_same(message: str) -> None:
    assert not re.search(v.NEW_PATIENT, message, re.IGNORECASE)


@pytest.mark.parametrize(
    ("before", "message", "other"),
    (
        ("bed 4: 60 kg, crcl 40", "bed 12 crcl 90", True),
        ("bed 4: 60 kg, crcl 40", "bed 4 crcl now 38", False),
        ("Mrs Jones 60 kg", "mr smith 80 kg", True),
        ("Mrs Jones 60 kg, qtc 480 ms and rising", "Mrs Jones qtc now 490", False),
        ("child of 6, 20 kg", "adult, 80 kg", True),
        ("child of 6, 20 kg", "21 kg", False),
        ("twin 1 1.2 kg, twin 2 1.4 kg", "twin 2 is now 1.5 kg", False),
    ),
)
def test_another_by_bed_name_or_kind(before: str, message: str, other: bool) -> None:
    assert is_another(message, after(before)) is other


@pytest.mark.parametrize(
    "text",
    ("qtc 480 ms and k 3.1, did I miss a dose", "MR scan booked", "pt a bit better", "patient c/o pain", "pt d/c'd"),
)
def test_these_are_no_names(text: str) -> None:
    assert not find_names(text)


@pytest.mark.parametrize(
    "message",
    ("enoxaparin for bed 12", "next patient: chemo was last week, crcl 30", "new pt, the weight is a guess, 60 kg"),
)
def test_words_of_another_or_of_doubt_keep_nobody_from_being_new(message: str) -> None:
    assert re.search(v.NEW_PATIENT, message, re.IGNORECASE) and not takes_back(message)


@pytest.mark.parametrize(
    ("message", "sex"),
    (
        ("her brother 131 cm", "male"),
        ("and his wife, 71 kg", "female"),
        ("dad fainted too", "male"),
        ("mum took them as well", "female"),
    ),
)
def test_a_relative_at_the_head_is_the_next_patient(message: str, sex: str) -> None:
    spoken = speak_of_relative(message)
    assert len(spoken) == len(message)
    assert [fact.value for fact in read_facts(spoken) if fact.fact == "sex"] == [sex]


@pytest.mark.parametrize(
    "message", ("her brother had a PE at 40", "mum says 20 kg", "brother on warfarin?", "dose for her, brother 20 kg")
)
def test_a_history_of_the_family_is_not(message: str) -> None:
    assert speak_of_relative(message) == message


@pytest.mark.parametrize(
    ("held", "message", "gone"),
    (
        ("bp 92/50, weight 60 kg", "ignore the bp, cuff too small", {"systolic", "diastolic"}),
        ("burns 30% tbsa, weight 60 kg", "scrap the burn size", {"burnt_surface"}),
        ("creatinine 141 umol/L, weight 60 kg", "creat was last weeks, leave it", {"creatinine"}),
        ("na 139, weight 60 kg", "that sodium is bed 4s", {"sodium"}),
        ("creatinine 141 umol/L, weight 60 kg", "leave that to me, creatinine later", set()),
        ("creatinine 141 umol/L, weight 60 kg", "so just leave it running?", set()),
        ("heart rate 120, burns 30%, weight 60 kg", "forget the heart rate", {"heart_rate"}),
        ("digoxin level 3 ng/mL, k 6.1", "ignore the potassium level", {"potassium"}),
    ),
)
def test_what_is_taken_back_by_the_words_of_the_ward(held: str, message: str, gone: set[str]) -> None:
    assert find_taken_back(message, read_facts(held)) == gone
