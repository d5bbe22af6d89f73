"""A turn as messages of the chat: what is shown while it runs, and when it fails."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from ward import WardAssistant

from assistant.errors import IndexingError, LawBroken
from assistant.figures import find
from assistant.web.page import INTRODUCTION
from assistant.web.problems import _INPUT_REASONS, _REASONS, _TITLES
from assistant.web.turns import FAILED, NOT_SET_UP, Carried, read_carried, recall, take

_INPUT_WORDS = [*_TITLES.values(), *_REASONS.values(), *(detail for _, _, detail in _INPUT_REASONS)]


def last(assistant: Any, question: str, conversation: str | None = None) -> tuple[list[dict[str, str]], str | None]:
    *_, shown = take(assistant, Carried.model_construct(question=question, conversation=conversation), "physician")
    return shown


def test_a_turn_shows_the_question_at_once_then_the_answer() -> None:
    steps = [messages for messages, _ in take(WardAssistant(), Carried(question="Oral magnesium?"), "nurse")]
    assert "Oral magnesium?" in steps[0][0]["content"] and "stage" in steps[0][1]["content"]
    assert 'class="answer answer"' in steps[-1][1]["content"]


def test_a_second_turn_stands_under_the_first_and_a_reload_brings_both() -> None:
    ward = WardAssistant()
    _, conversation = last(ward, "Oral magnesium?")
    messages, same = last(ward, "And what should be monitored?", conversation)
    assert same == conversation and len(messages) == 4
    assert recall(ward, conversation) == messages


@pytest.mark.parametrize(
    ("question", "said"),
    [("a" * 10_000, "too long"), ("\x00\x07", "empty"), ("explode", "could not be answered")],
)
def test_a_question_that_cannot_be_answered_is_told_why(question: str, said: str) -> None:
    messages, _ = last(WardAssistant(), question)
    assert said in messages[-1]["content"] and "secret" not in messages[-1]["content"]


@pytest.mark.parametrize(
    ("error", "said"), [(LawBroken("figure at s1"), FAILED), (IndexingError("/data/x"), NOT_SET_UP)]
)
def test_a_failure_of_the_house_keeps_its_details_to_the_log(error: Exception, said: str) -> None:
    class Broken(WardAssistant):
        def stream(self, *_: Any, **__: Any) -> Iterator[tuple[str, Any]]:
            raise error

    messages, _ = last(Broken(), "Oral magnesium?")
    assert said in messages[-1]["content"] and str(error) not in messages[-1]["content"]


def test_our_own_words_hold_no_figure() -> None:
    assert [
        text for text in (FAILED, NOT_SET_UP, re.sub("<[^>]*>", " ", INTRODUCTION), *_INPUT_WORDS) if find(text)
    ] == []


def test_what_is_no_character_is_shown_as_such() -> None:
    messages, _ = last(WardAssistant(), "magnesium \ud800 please")
    assert "magnesium \ufffd please" in messages[0]["content"]
    "".join(message["content"] for message in messages).encode()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"colour": "red"}', '{"inputs": {"age": []}}', '{"question": 5}'])
def test_a_hand_over_that_cannot_be_read_hands_nothing_over(text: str) -> None:
    assert read_carried(text) == Carried()
