"""A chat model of our own hand: a real HTTP server on loopback that speaks as OpenAI's do, and says what a test scripts.

It serves `/v1/chat/completions` (whole and streamed, tools, `response_format`) and `/v1/models`. Every id that it makes is of
letters, so that a test may claim of everything a model reads that no digit stands in it.
"""

import contextlib
import json
import select
import socket
import threading
import time
from collections import deque
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self

from models.wire import DONE, LONGEST, Reply, Request, Script, events_of, find_fault, refuse, whole_of


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
        if fault := find_fault(request):
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
                self._send(reply, json.dumps(whole_of(reply, request)))
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
        for number, event in enumerate(events_of(reply, request)):
            if reply.cut is not None and number >= reply.cut:
                return
            data = f"data: {event}\n\n".encode()
            if event == DONE:  # a client may close as soon as it has read this
                with contextlib.suppress(OSError):
                    self.wfile.write(_chunk(data) + b"0\r\n\r\n")
                return
            self.wfile.write(_chunk(data))
            self._rest(reply.pause)

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


def _chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)
