"""The turns of a conversation as messages of the chat."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.errors import LawBroken, PlumblineError, QuestionRefused
from assistant.records import Answer
from assistant.web.answer_html import render_answer, render_question, render_stage, render_trouble
from assistant.web.api import Inputs, Text, give
from assistant.web.asked import Assistant
from assistant.web.problems import log

Message = dict[str, str]
FAILED = "This question could not be answered. Nothing is shown rather than something unproven; please ask it in other words."
NOT_SET_UP = "No question can be answered now: the assistant is not set up. The server has noted why."


class Carried(BaseModel):
    """What the script of the page hands over: a question with the inputs of a form, or the id of a conversation to reopen."""

    model_config = ConfigDict(extra="forbid")

    question: Text = Field("", max_length=20_000)
    inputs: Inputs = {}
    conversation: Text | None = Field(None, max_length=100)


def read_carried(text: str) -> Carried:
    """What was handed over; nothing when it cannot be read."""
    try:
        return Carried.model_validate_json(text)
    except ValidationError:
        return Carried()


def repair(text: str) -> str:
    """A text that can be sent on: what is no character becomes the sign for one that cannot be shown."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def recall(assistant: Assistant, conversation_id: str | None) -> list[Message]:
    """The messages of a conversation as it was kept."""
    kept = assistant.conversation(conversation_id) if conversation_id else None
    return [message for turn in (kept.turns if kept else ()) for message in _messages(turn.answer)]


def _messages(answer: Answer) -> list[Message]:
    return [_say("user", render_question(answer.question, answer.understood)), _say("assistant", render_answer(answer))]


def _say(role: str, content: str) -> Message:
    return {"role": role, "content": content}


def take(assistant: Assistant, asked: Carried, audience: str) -> Iterator[tuple[list[Message], str | None]]:
    """The messages as a turn goes on, and the conversation's id once it is known."""
    asked = asked.model_copy(update={"question": repair(asked.question)})
    question = _say("user", render_question(asked.question))
    past: list[Message] = []
    try:
        past = recall(assistant, asked.conversation) if assistant.ready() else []
        yield [*past, question, _say("assistant", render_stage("Reading"))], asked.conversation
        events = assistant.stream(asked.question, asked.conversation, audience, give(asked.inputs, "form"))
        for shown, conversation in _follow(events, question):
            yield past + shown, conversation or asked.conversation
    except PlumblineError as error:
        yield [*past, question, _say("assistant", render_trouble(_explain(error)))], asked.conversation
    except Exception:
        log.exception("a turn failed")
        yield [*past, question, _say("assistant", render_trouble(FAILED))], asked.conversation


def _follow(events: Iterator[tuple[str, Any]], question: Message) -> Iterator[tuple[list[Message], str | None]]:
    """The last two messages of the chat, event by event."""
    stage, so_far = "Reading", ""
    for event, value in events:
        if isinstance(value, Answer):
            yield _messages(value), value.conversation_id
            return
        if event == "error":
            yield [question, _say("assistant", render_trouble(str(value)))], None
            return
        stage = str(value).capitalize() if event == "stage" else stage
        so_far = f"{so_far} {value}".strip() if event == "delta" else so_far
        yield [question, _say("assistant", render_stage(stage, so_far))], None


def _explain(error: PlumblineError) -> str:
    """What an expected error says to the person; its inner details stay in the log."""
    if isinstance(error, QuestionRefused):
        return str(error)[:1].upper() + str(error)[1:] + "."
    log.error("%s: %s", type(error).__name__, error)
    return FAILED if isinstance(error, LawBroken) else NOT_SET_UP
