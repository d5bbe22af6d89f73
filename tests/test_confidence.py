"""How sure the assistant is: one number, monotone in each sign, that settles what names no topic."""

from dataclasses import replace

import pytest

from assistant.assembly import Assistant
from assistant.library import Search
from assistant.planning import confidence
from assistant.planning.confidence import Signs, is_enough, rate

SIGNS = Signs(words=0.4, named=0.0, unknown=0.5, clinical=0.0, far=0.0, apart=0.0)


def rated(signs: Signs, monkeypatch: pytest.MonkeyPatch) -> float:
    monkeypatch.setattr(confidence, "read_signs", lambda reading, search: signs)
    return rate(None, Search("", (), (), 0.0, {}))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sign", "raises"), [("words", 1), ("named", 1), ("unknown", -1), ("clinical", -1), ("far", -1), ("apart", -1)]
)
def test_each_sign_moves_the_confidence_one_way(sign: str, raises: int, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [rated(replace(SIGNS, **{sign: value}), monkeypatch) for value in (0.0, 0.25, 0.5, 0.75, 1.0)]
    assert steps == sorted(steps, reverse=raises < 0) and len(set(steps)) == len(steps)
    assert all(0 < one < 1 for one in steps)


def test_the_threshold_is_one_step_and_lies_between_none_and_all() -> None:
    enough = [is_enough(n / 100) for n in range(101)]
    assert enough == sorted(enough)
    assert not enough[0] and enough[-1]


@pytest.mark.parametrize(
    ("question", "least", "most"),
    [
        ("how is severe hyperkalaemia treated", 0.7, 1.0),
        ("is the fidaxomicin course shorter in the elderly", 0.4, 1.0),
        ("scabies, permethrin how long on the skin", 0.0, 0.3),
        ("what is the capital of Norway", 0.0, 0.3),
    ],
)
def test_what_is_held_is_told_from_what_is_not(assistant: Assistant, question: str, least: float, most: float) -> None:
    first, again = assistant.ask(question).confidence, assistant.ask(question).confidence
    assert first is not None and least <= first <= most
    assert first == again


def test_a_question_that_goes_on_is_as_sure_as_its_topic(assistant: Assistant) -> None:
    first = assistant.ask("how is severe hypokalaemia treated")
    second = assistant.ask("and what is monitored?", first.conversation_id)
    assert second.kind != "abstention"
    assert second.confidence is not None and is_enough(second.confidence)
