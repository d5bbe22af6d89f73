"""A bare number in a follow-up is the level measured before, measured again, or it is nothing."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.records import Turn
from assistant.understanding.facts import read_facts
from assistant.understanding.measured.bare import read_bare_level, say_change


def after(message: str) -> Turn:
    return cast(Turn, SimpleNamespace(facts=read_facts(message), waiting_for=()))


@pytest.mark.parametrize(
    ("message", "value"),
    [
        ("6h later 121, too quick?", 121.0),
        ("repeat is 127 after 8h", 127.0),
        ("now 120", 120.0),
        ("121 this morning", 121.0),
        ("came back 119", 119.0),
    ],
)
def test_a_number_beside_a_word_of_time_is_the_level_measured_again(message: str, value: float) -> None:
    earlier = after("Na 112 fitting")
    said = read_bare_level(message, (), earlier)
    assert [(f.fact, f.value) for f in said] == [("sodium", value)]
    assert say_change(message, said, earlier) == "sodium has risen"


@pytest.mark.parametrize(
    "message", ["is 150 enough?", "give 150 mL now", "BP now 100/60", "now 40", "after 2 doses", "repeat it 3 times"]
)
def test_another_number_is_no_level(message: str) -> None:
    assert read_bare_level(message, (), after("Na 112 fitting")) == ()


def test_nothing_is_read_where_no_level_or_two_stand_before() -> None:
    assert read_bare_level("now 121", (), None) == ()
    assert read_bare_level("now 3.1", (), after("K 2.5, calcium 2.6")) == ()


@pytest.mark.parametrize(
    ("message", "words"), [("Na 124, too fast?", "sodium has risen"), ("Na 124", ""), ("Na 112 too fast", "")]
)
def test_a_named_level_has_changed_where_the_change_is_asked_about(message: str, words: Any) -> None:
    assert say_change(message, read_facts(message), after("Na 112")) == words
