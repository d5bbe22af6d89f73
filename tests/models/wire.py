"""What goes over the wire between a client of OpenAI's and a scripted model: replies, their faults, and their JSON."""

import json
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Request = dict[str, Any]
"""The body of one request."""
PIECE = 7
"""Characters of one streamed piece: short enough to break a handle in two."""
LONGEST = 20.0
"""Seconds after which even an endless reply ends, so that a client that never leaves fails its test."""
DONE = "[DONE]"
"""The data of the last event of a stream."""
READ = ("messages", "tools", "functions", "response_format")
"""What of a request a model reads."""


@dataclass(frozen=True, slots=True)
class ToolCall:
    """A call of a tool; `arguments` are JSON as the model wrote it, broken or not."""

    name: str
    arguments: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What the server does with one request.

    `wait` is seconds before the first byte, `pause` seconds between pieces. `cut` is the number of streamed pieces, or of bytes of
    a whole answer, after which the connection is closed. `body` is sent in place of a well-formed answer; in a stream it is the data
    of an event after the text. `endless` streams the text over and over until the client leaves.
    """

    text: str | None = ""
    calls: Sequence[ToolCall] = ()
    finish: str = ""
    refusal: str | None = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    wait: float = 0.0
    pause: float = 0.0
    cut: int | None = None
    body: str | None = None
    endless: bool = False


Script = Reply | str | Callable[[Request], Reply | str]


def refuse(status: int, words: str = "scripted", retry_after: float | None = None) -> Reply:
    """An answer with a status of failure: 401, 404, 429, 500, 503."""
    headers = {} if retry_after is None else {"Retry-After": f"{retry_after:g}"}
    return Reply(status=status, headers=headers, body=json.dumps({"error": {"message": words, "type": "scripted"}}))


def decline(words: str = "I cannot help with that.") -> Reply:
    """A refusal as the model's own: no content, the words in `refusal`."""
    return Reply(text=None, refusal=words)


def break_off(text: str) -> Reply:
    """An answer that reaches the model's limit of length in its middle."""
    return Reply(text[: len(text) // 2], finish="length")


def never_end(text: str = "again and again ", pause: float = 0.0) -> Reply:
    """An answer that is streamed until the client leaves."""
    return Reply(text, endless=True, pause=pause)


def read_texts(request: Request) -> Iterator[str]:
    """Every text and number of a request that a model reads: messages, tools and schemas, keys of objects included."""
    for part in READ:
        yield from _walk(request.get(part))


def _walk(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield str(key)
            yield from _walk(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(inner)
    elif value is not None and not isinstance(value, bool):
        yield str(value)


def find_fault(request: Request) -> str:
    """What a real server would refuse in a request; empty when nothing."""
    messages = request.get("messages")
    if not request.get("model") or not isinstance(messages, list) or not messages:
        return "model and messages are required"
    for before, message in zip([None, *messages], messages, strict=False):
        if message.get("role") == "tool" and (
            before is None or not (before.get("tool_calls") or before["role"] == "tool")
        ):
            return "a message of a tool follows no call"
    if any(not tool.get("function", {}).get("name") for tool in request.get("tools") or ()):
        return "a tool has no name"
    form = request.get("response_format") or {}
    if form.get("type") == "json_schema" and not {"name", "schema"} <= set(form.get("json_schema", {})):
        return "response_format lacks its name or schema"
    return ""


def _finish(reply: Reply) -> str:
    return reply.finish or ("tool_calls" if reply.calls else "stop")


def _name(number: int) -> str:
    return "call_" + "abcdefghijklmnopqrstuvwxyz"[number % 26]


def _usage(reply: Reply, request: Request) -> dict[str, int]:
    given, made = len(json.dumps(request["messages"]).split()), len((reply.text or "").split())
    return {"prompt_tokens": given, "completion_tokens": made, "total_tokens": given + made}


def _function(call: ToolCall, number: int) -> dict[str, Any]:
    return {"id": _name(number), "type": "function", "function": {"name": call.name, "arguments": call.arguments}}


def whole_of(reply: Reply, request: Request) -> dict[str, Any]:
    """The answer to a request that does not stream."""
    message: dict[str, Any] = {"role": "assistant", "content": reply.text or None if reply.calls else reply.text}
    if reply.refusal is not None:
        message["refusal"] = reply.refusal
    if reply.calls:
        message["tool_calls"] = [_function(call, number) for number, call in enumerate(reply.calls)]
    return {
        "id": "chatcmpl-scripted", "object": "chat.completion", "created": 0, "model": request.get("model", ""),
        "choices": [{"index": 0, "message": message, "finish_reason": _finish(reply)}], "usage": _usage(reply, request),
    }  # fmt: skip


def events_of(reply: Reply, request: Request) -> Iterator[str]:
    """The data of the events of a stream."""
    kept = {
        "id": "chatcmpl-scripted",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": request.get("model", ""),
    }

    def event(delta: dict[str, Any], finish: str | None = None) -> str:
        return json.dumps({**kept, "choices": [{"index": 0, "delta": delta, "finish_reason": finish}]})

    yield event({"role": "assistant", "content": None if reply.text is None else ""})
    end = time.monotonic() + LONGEST
    again = True
    while again and time.monotonic() < end:
        yield from (event({"content": piece}) for piece in _pieces(reply.text or ""))
        again = reply.endless
    if reply.refusal is not None:
        yield from (event({"refusal": piece}) for piece in _pieces(reply.refusal))
    for number, call in enumerate(reply.calls):
        yield event({"tool_calls": [{"index": number, **_function(ToolCall(call.name, ""), number)}]})
        for piece in _pieces(call.arguments):
            yield event({"tool_calls": [{"index": number, "function": {"arguments": piece}}]})
    if reply.body is not None:
        yield reply.body
    yield event({}, _finish(reply))
    if (request.get("stream_options") or {}).get("include_usage"):
        yield json.dumps({**kept, "choices": [], "usage": _usage(reply, request)})
    yield DONE


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + PIECE] for start in range(0, len(text), PIECE))
