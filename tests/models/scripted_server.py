"""A chat model of our own hand: a real HTTP server on loopback that speaks as OpenAI's do, and says what a test scripts.

It serves `/v1/chat/completions` (whole and streamed, tools, `response_format`) and `/v1/models`. Every id that it makes is of
letters, so that a test may claim of everything a model reads that no digit stands in it.
"""

import json
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

Request = dict[str, Any]
"""The body of one request."""
PIECE = 7
"""Characters of one streamed piece: short enough to break a handle in two."""
LONGEST = 20.0
"""Seconds after which even an endless reply ends, so that a client that never leaves fails its test."""
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


class _Left(Exception):
    """The client closed the connection, or the server is closing."""


class ScriptedServer:
    """The server, as a context: scripts are played in order, then `always`, if given.

    `requests` holds every body, `paths` and `keys` (the authorization header) every visit, `abandoned` the requests whose client
    left before the reply ended. Leaving the context raises `AssertionError` when a script failed or a request found none.
    """

    def __init__(self, *scripts: Script, always: Script | None = None, model: str = "scripted") -> None:
        self.requests: list[Request] = []
        self.paths: list[str] = []
        self.keys: list[str] = []
        self.abandoned: list[Request] = []
        self.faults: list[str] = []
        self.model = model
        self.closing = threading.Event()
        self._scripts: deque[Script] = deque(scripts)
        self._always = always
        self._lock = threading.Lock()
        self._left = threading.Condition()
        self._http = _Server(("127.0.0.1", 0), _Visit)
        self._http.scripted = self

    @property
    def url(self) -> str:
        """The address that a client is given as its `base_url`."""
        return f"http://127.0.0.1:{self._http.server_port}/v1"

    @property
    def remaining(self) -> int:
        """Scripts that nobody has asked for yet."""
        return len(self._scripts)

    def enqueue(self, *scripts: Script) -> None:
        """Add what is played next."""
        with self._lock:
            self._scripts.extend(scripts)

    def wait_for_departure(self, count: int = 1, seconds: float = 5.0) -> bool:
        """Whether so many clients have left before their reply ended, within the seconds."""
        with self._left:
            return self._left.wait_for(lambda: len(self.abandoned) >= count, seconds)

    def answer(self, request: Request) -> Reply:
        """The next reply; what is wrong with a test is kept for the end and answered with a status that is not retried."""
        with self._lock:
            self.requests.append(request)
            script = self._scripts.popleft() if self._scripts else self._always
        if fault := _find_fault(request):
            return refuse(400, fault)
        try:
            if script is None:
                raise LookupError("a request came for which nothing is scripted")
            reply = script(request) if callable(script) else script
            return Reply(reply) if isinstance(reply, str) else reply
        except Exception as error:  # told when the context is left: here it would only end a thread
            self.faults.append(f"{type(error).__name__}: {error}")
            return refuse(400, "the script failed")

    def note_departure(self, request: Request) -> None:
        """Keep that a client left before its reply ended."""
        with self._left:
            self.abandoned.append(request)
            self._left.notify_all()

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.closing.set()
        self._http.shutdown()
        self._http.server_close()
        if self.faults and error is None:
            raise AssertionError("; ".join(self.faults))


def _find_fault(request: Request) -> str:
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


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    scripted: ScriptedServer


class _Visit(BaseHTTPRequestHandler):
    """One request; every connection is closed after it."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = LONGEST
    server: _Server

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing is logged."""

    def do_GET(self) -> None:
        self._note()
        model = {"id": self.server.scripted.model, "object": "model", "created": 0, "owned_by": "tests"}
        if self.path == "/v1/models":
            self._send(Reply(body=json.dumps({"object": "list", "data": [model]})), "")
        else:
            self._send(refuse(404, "no such path"), "")

    def do_POST(self) -> None:
        self._note()
        raw = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path != "/v1/chat/completions":
            self._send(refuse(404, "no such path"), "")
            return
        request: Request = json.loads(raw)
        reply = self.server.scripted.answer(request)
        try:
            self._rest(reply.wait)
            if request.get("stream") and reply.status < 400:
                self._stream(reply, request)
            else:
                self._send(reply, json.dumps(_whole(reply, request)))
        except (_Left, OSError):
            if not self.server.scripted.closing.is_set():
                self.server.scripted.note_departure(request)

    def _note(self) -> None:
        self.close_connection = True
        self.server.scripted.paths.append(self.path)
        self.server.scripted.keys.append(self.headers.get("Authorization", ""))

    def _head(self, reply: Reply, kind: str, more: Mapping[str, str]) -> None:
        self.send_response(reply.status)
        for name, value in {"Content-Type": kind, "Connection": "close", **more, **reply.headers}.items():
            self.send_header(name, value)
        self.end_headers()

    def _send(self, reply: Reply, whole: str) -> None:
        data = (whole if reply.body is None else reply.body).encode()
        self._head(reply, "application/json", {"Content-Length": str(len(data))})
        self.wfile.write(data if reply.cut is None else data[: reply.cut])

    def _stream(self, reply: Reply, request: Request) -> None:
        self._head(reply, "text/event-stream", {"Transfer-Encoding": "chunked"})
        for number, event in enumerate(_events(reply, request)):
            if reply.cut is not None and number >= reply.cut:
                return
            data = f"data: {event}\n\n".encode()
            self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
            self._rest(reply.pause)
        self.wfile.write(b"0\r\n\r\n")

    def _rest(self, seconds: float) -> None:
        """Wait, unless the client leaves or the server closes. Raises `_Left`."""
        end = time.monotonic() + seconds
        while True:
            left = max(0.0, end - time.monotonic())
            readable, _, _ = select.select([self.connection], [], [], min(left, 0.02))
            gone = bool(readable) and not self.connection.recv(1, socket.MSG_PEEK)
            if gone or self.server.scripted.closing.is_set():
                raise _Left
            if not left:
                return


def _finish(reply: Reply) -> str:
    return reply.finish or ("tool_calls" if reply.calls else "stop")


def _name(number: int) -> str:
    return "call_" + "abcdefghijklmnopqrstuvwxyz"[number % 26]


def _usage(reply: Reply, request: Request) -> dict[str, int]:
    given, made = len(json.dumps(request["messages"]).split()), len((reply.text or "").split())
    return {"prompt_tokens": given, "completion_tokens": made, "total_tokens": given + made}


def _function(call: ToolCall, number: int) -> dict[str, Any]:
    return {"id": _name(number), "type": "function", "function": {"name": call.name, "arguments": call.arguments}}


def _whole(reply: Reply, request: Request) -> dict[str, Any]:
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


def _events(reply: Reply, request: Request) -> Iterator[str]:
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
    yield "[DONE]"


def _pieces(text: str) -> Iterator[str]:
    return (text[start : start + PIECE] for start in range(0, len(text), PIECE))
