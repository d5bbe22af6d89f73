"""The real client of OpenAI's, as LangChain wraps it, against the scripted server: every reply and every fault, over loopback."""

import json
import time
from collections.abc import Iterator
from typing import Any

import httpx
import openai
import pytest
from langchain_core.messages import AIMessage, AIMessageChunk, HumanMessage, ToolMessage
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI
from pydantic import BaseModel, SecretStr

from models.scripted_server import ScriptedServer
from models.wire import Reply, ToolCall, break_off, decline, never_end, read_texts, refuse

SOON = 3.0
"""Seconds within which a fault must have become an error, on a busy machine."""
WORDS = "Magnesium [[dose-a]] is given slowly, ½ – “as written”."


@pytest.fixture
def server() -> Iterator[ScriptedServer]:
    with ScriptedServer() as running:
        yield running


def client(server: ScriptedServer, **options: Any) -> ChatOpenAI:
    """A client that does not try again, unless it is told to."""
    told = {"timeout": SOON, "max_retries": 0, "temperature": 0, **options}
    return ChatOpenAI(model="scripted", base_url=server.url, api_key=SecretStr("none"), **told)


def streamed(model: Any, prompt: str = "ask") -> str:
    return "".join(str(chunk.content) for chunk in model.stream(prompt))


def test_a_plain_answer_arrives_whole(server: ScriptedServer) -> None:
    server.enqueue(WORDS)
    answer = client(server).invoke("ask")
    assert answer.content == WORDS
    assert answer.response_metadata["finish_reason"] == "stop"
    assert server.paths == ["/v1/chat/completions"] and server.keys == ["Bearer none"]


def test_a_streamed_answer_arrives_in_pieces_that_break_a_handle(server: ScriptedServer) -> None:
    server.enqueue(WORDS)
    pieces = [str(chunk.content) for chunk in client(server).stream("ask")]
    assert "".join(pieces) == WORDS
    assert not any("[[dose-a]]" in piece for piece in pieces)
    assert server.requests[0]["stream"] is True


def test_usage_is_told_in_a_stream_when_it_is_asked_for(server: ScriptedServer) -> None:
    server.enqueue("two words")
    whole = AIMessageChunk(content="")
    for chunk in client(server, stream_usage=True).stream("ask"):
        whole += chunk
    assert isinstance(whole, AIMessageChunk)
    assert whole.usage_metadata is not None and whole.usage_metadata["output_tokens"] == 2


def test_scripts_are_played_in_order_then_always_and_may_read_the_request() -> None:
    with ScriptedServer("first", lambda request: request["messages"][-1]["content"].upper(), always="then") as server:
        model = client(server)
        assert [model.invoke("second").content for _ in range(4)] == ["first", "SECOND", "then", "then"]
        assert len(server.requests) == 4 and server.remaining == 0


@tool
def clearance(weight: str) -> str:
    """How fast a drug is cleared."""
    return weight


@pytest.mark.parametrize("streams", [False, True])
def test_a_call_of_a_tool_goes_there_and_back(server: ScriptedServer, streams: bool) -> None:
    server.enqueue(Reply(calls=[ToolCall("clearance", '{"weight": "[[weight-a]]"}')]), "done")
    model = client(server, streaming=streams).bind_tools([clearance])
    asked = HumanMessage("ask")
    called = model.invoke([asked])
    (made,) = called.tool_calls
    assert (made["name"], made["args"]) == ("clearance", {"weight": "[[weight-a]]"})
    assert model.invoke([asked, called, ToolMessage("[[result-a]]", tool_call_id=made["id"])]).content == "done"
    assert [t["function"]["name"] for t in server.requests[0]["tools"]] == ["clearance"]
    assert server.requests[1]["messages"][-1]["role"] == "tool"


def test_two_calls_at_once_are_kept_apart_in_a_stream(server: ScriptedServer) -> None:
    server.enqueue(Reply(calls=[ToolCall("clearance", '{"weight": "a"}'), ToolCall("clearance", '{"weight": "b"}')]))
    made = client(server, streaming=True).bind_tools([clearance]).invoke("ask")
    assert isinstance(made, AIMessage)
    assert [call["args"]["weight"] for call in made.tool_calls] == ["a", "b"]


def test_broken_arguments_of_a_call_are_told_as_broken(server: ScriptedServer) -> None:
    server.enqueue(Reply(calls=[ToolCall("clearance", '{"weight": ')]))
    made = client(server).bind_tools([clearance]).invoke("ask")
    assert isinstance(made, AIMessage)
    assert not made.tool_calls and len(made.invalid_tool_calls) == 1


class Said(BaseModel):
    """One statement."""

    text: str


def test_an_answer_in_a_schema_is_read_as_such(server: ScriptedServer) -> None:
    server.enqueue('{"text": "as asked"}', '{"words": "not as asked"}', decline())
    model = client(server).with_structured_output(Said, method="json_schema")
    assert model.invoke("ask") == Said(text="as asked")
    form = server.requests[0]["response_format"]
    assert form["type"] == "json_schema" and "text" in form["json_schema"]["schema"]["properties"]
    with pytest.raises(Exception, match="text"):
        model.invoke("ask")
    with pytest.raises(Exception, match="cannot help"):
        model.invoke("ask")


def test_the_models_are_listed_and_other_paths_are_not_there(server: ScriptedServer) -> None:
    with openai.OpenAI(base_url=server.url, api_key="none", max_retries=0) as bare:
        assert [model.id for model in bare.models.list()] == ["scripted"]
        with pytest.raises(openai.NotFoundError):
            bare.responses.create(model="scripted", input="ask")
    assert server.requests == []


@pytest.mark.parametrize("streams", [False, True])
@pytest.mark.parametrize(
    ("status", "error"),
    [(400, openai.BadRequestError), (401, openai.AuthenticationError), (403, openai.PermissionDeniedError),
     (404, openai.NotFoundError), (429, openai.RateLimitError), (500, openai.InternalServerError), (503, openai.InternalServerError)],
)  # fmt: skip
def test_a_status_of_failure_is_that_error(
    server: ScriptedServer, status: int, error: type[Exception], streams: bool
) -> None:
    server.enqueue(refuse(status, "as scripted"))
    with pytest.raises(error, match="as scripted"):
        streamed(client(server)) if streams else client(server).invoke("ask")
    assert len(server.requests) == 1


def test_a_limited_rate_is_waited_for_when_the_client_may_try_again(server: ScriptedServer) -> None:
    server.enqueue(refuse(429, retry_after=0.2), "at last")
    begun = time.monotonic()
    assert client(server, max_retries=1).invoke("ask").content == "at last"
    assert time.monotonic() - begun >= 0.2


@pytest.mark.parametrize("cut", [0, 1, 3])
def test_a_connection_closed_in_the_middle_of_a_stream_is_an_error(server: ScriptedServer, cut: int) -> None:
    server.enqueue(Reply(WORDS, cut=cut))
    with pytest.raises((httpx.RemoteProtocolError, openai.APIConnectionError)):
        streamed(client(server))


def test_a_connection_closed_in_the_middle_of_an_answer_is_an_error(server: ScriptedServer) -> None:
    server.enqueue(Reply(WORDS, cut=40))
    with pytest.raises((httpx.RemoteProtocolError, openai.APIConnectionError)):
        client(server).invoke("ask")


@pytest.mark.parametrize("streams", [False, True])
def test_a_slow_first_byte_is_a_time_out_and_the_server_sees_the_client_leave(
    server: ScriptedServer, streams: bool
) -> None:
    server.enqueue(Reply(WORDS, wait=10))
    with pytest.raises(openai.APITimeoutError):
        model = client(server, timeout=0.2)
        streamed(model) if streams else model.invoke("ask")
    assert server.wait_for_departure()


def test_slow_pieces_arrive_one_by_one(server: ScriptedServer) -> None:
    server.enqueue(Reply("slowly and surely", pause=0.05))
    times = [time.monotonic() for chunk in client(server).stream("ask") if chunk.content]
    assert len(times) == 3 and times[-1] - times[0] >= 0.08


def test_pieces_that_stop_coming_are_a_time_out(server: ScriptedServer) -> None:
    server.enqueue(Reply(WORDS, pause=10))
    with pytest.raises((httpx.TimeoutException, openai.APITimeoutError)):
        streamed(client(server, timeout=0.2))
    assert server.wait_for_departure()


@pytest.mark.parametrize("pause", [0.0, 0.01])
def test_a_stream_that_never_ends_stops_when_the_client_leaves(server: ScriptedServer, pause: float) -> None:
    server.enqueue(never_end(pause=pause))
    stream = client(server).stream("ask")
    read = "".join(str(next(stream).content) for _ in range(30))
    assert read.count("again and again") > 5
    assert server.abandoned == []
    stream.close()
    assert server.wait_for_departure()
    assert server.abandoned == server.requests


def test_a_client_that_reads_to_the_end_has_not_left(server: ScriptedServer) -> None:
    server.enqueue(*[WORDS] * 20)
    model = client(server)
    for _ in range(10):
        assert streamed(model) == model.invoke("ask").content
    assert not server.wait_for_departure(seconds=0.1)


@pytest.mark.parametrize("body", ['{"id": "a", "choices": [{"mess', "<html>a proxy's page</html>", "", "[]", '"text"', "{}",
                                  '{"choices": []}', '{"choices": null}', '{"error": {"message": "in a good status"}}'])  # fmt: skip
def test_a_body_that_is_no_answer_is_an_error(server: ScriptedServer, body: str) -> None:
    server.enqueue(Reply(body=body))
    with pytest.raises(Exception):  # noqa: B017 (each shape breaks another part of the client)
        client(server).invoke("ask")
    assert len(server.requests) == 1


@pytest.mark.parametrize("body", ['{"id": "a", "choices": [{"del', '{"error": {"message": "the model broke"}}'])
def test_a_broken_event_in_a_stream_is_an_error(server: ScriptedServer, body: str) -> None:
    server.enqueue(Reply(WORDS, body=body))
    with pytest.raises((ValueError, openai.APIError)):
        streamed(client(server))


def test_an_answer_cut_short_says_so(server: ScriptedServer) -> None:
    server.enqueue(break_off('{"statements": []}'), break_off('{"statements": []}'))
    answer = client(server).invoke("ask")
    assert answer.response_metadata["finish_reason"] == "length"
    with pytest.raises(ValueError):
        json.loads(str(answer.content))
    ends = [chunk.response_metadata.get("finish_reason") for chunk in client(server).stream("ask")]
    assert "length" in ends


@pytest.mark.parametrize("text", ["", None])
def test_an_empty_answer_is_an_empty_text(server: ScriptedServer, text: str | None) -> None:
    server.enqueue(Reply(text), Reply(text))
    assert client(server).invoke("ask").content == ""
    assert streamed(client(server)) == ""


def test_a_refusal_has_its_own_words_and_no_content(server: ScriptedServer) -> None:
    server.enqueue(decline("no"), decline("no"))
    answer = client(server).invoke("ask")
    assert answer.content == "" and answer.additional_kwargs["refusal"] == "no"
    assert streamed(client(server)) == ""


def test_all_that_a_model_reads_can_be_searched(server: ScriptedServer) -> None:
    server.enqueue("yes")
    client(server).bind_tools([clearance]).invoke("a question")
    read = set(read_texts(server.requests[0]))
    assert {"a question", "clearance", "How fast a drug is cleared.", "weight"} <= read


def test_no_id_of_the_servers_own_holds_a_digit(server: ScriptedServer) -> None:
    server.enqueue(Reply(calls=[ToolCall("clearance", '{"weight": "a"}')] * 3), "done")
    model = client(server).bind_tools([clearance])
    called = model.invoke("ask")
    assert isinstance(called, AIMessage)
    model.invoke(["ask", called, *(ToolMessage("done", tool_call_id=call["id"]) for call in called.tool_calls)])
    assert not any(char.isdigit() for text in read_texts(server.requests[1]) for char in text)


def test_a_request_that_a_real_server_refuses_is_refused(server: ScriptedServer) -> None:
    server.enqueue("unheard")
    with pytest.raises(openai.BadRequestError, match="follows no call"):
        client(server).invoke([HumanMessage("ask"), ToolMessage("done", tool_call_id="call_z")])


def test_a_script_that_fails_fails_its_test() -> None:
    with (
        pytest.raises(AssertionError, match="KeyError"),
        ScriptedServer(lambda request: request["absent"]) as server,
        pytest.raises(openai.BadRequestError),
    ):
        client(server).invoke("ask")


def test_a_request_for_which_nothing_is_scripted_fails_its_test() -> None:
    with (
        pytest.raises(AssertionError, match="nothing is scripted"),
        ScriptedServer() as server,
        pytest.raises(openai.BadRequestError),
    ):
        client(server).invoke("ask")


def test_closing_waits_for_no_slow_reply() -> None:
    begun = time.monotonic()
    with ScriptedServer(Reply(WORDS, wait=10)) as server, pytest.raises(openai.APITimeoutError):
        client(server, timeout=0.1).invoke("ask")
    assert time.monotonic() - begun < SOON
