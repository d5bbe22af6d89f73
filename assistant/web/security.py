"""What stands before every response: headers, a limit on what comes in, no foreign origin, no upload."""

from collections.abc import Sequence
from contextlib import suppress

from fastapi import FastAPI
from starlette.datastructures import MutableHeaders
from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.web.problems import problem

LARGEST_BODY = 64 * 1024
"""Bytes that a request to the API may carry."""
LARGEST_PAGE_BODY = 1024 * 1024
"""Bytes that a message of the page to its own server may carry."""
_CLOSED = (
    "/gradio_api/upload",
    "/gradio_api/file",
    "/gradio_api/stream",
    "/gradio_api/proxy",
    "/gradio_api/component_server",
    "/gradio_api/deep_link",
)
"""Addresses of the chat library that this page has no use for."""


def policy(frame_ancestors: Sequence[str]) -> str:
    """The content security policy: nothing but this host, no inline script, framed only where the site says."""
    return "; ".join((
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        "connect-src 'self'",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        " ".join(("frame-ancestors", "'self'", *frame_ancestors)),
    ))  # fmt: skip


class SecurityHeaders:
    """Adds the headers to every response; what the API says is not cached."""

    def __init__(self, app: ASGIApp, frame_ancestors: Sequence[str] = ()) -> None:
        self.app = app
        self.headers = {
            "Content-Security-Policy": policy(frame_ancestors),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
            "Cross-Origin-Opener-Policy": "same-origin",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        private = scope["path"].startswith(("/api/", "/gradio_api/")) or scope["path"] == "/"

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
                if private:
                    headers["Cache-Control"] = "no-store"
            await send(message)

        await self.app(scope, receive, send_with_headers)


class TooLarge(Exception):
    """More came in than is taken."""


class BodyLimit:
    """Refuses a body that is too large, whether it says so or not, and addresses that are closed."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        if scope["path"].startswith(_CLOSED):
            await problem(404, "closed", "Nothing is here.")(scope, receive, send)
            return
        limit = LARGEST_BODY if scope["path"].startswith("/api/") else LARGEST_PAGE_BODY
        refusal = problem(413, "too-large", "The request carries more than is taken.", {"maximum_bytes": limit})
        if _declared(scope) > limit:
            await refusal(scope, receive, send)
            return
        await self._counted(scope, receive, send, limit)

    async def _counted(self, scope: Scope, receive: Receive, send: Send, limit: int) -> None:
        taken = 0
        begun = False

        async def receive_counted() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > limit:
                raise TooLarge
            return message

        async def send_noted(message: Message) -> None:
            nonlocal begun
            if taken <= limit:
                begun = True
                await send(message)

        with suppress(TooLarge):
            await self.app(scope, receive_counted, send_noted)
        if taken > limit and not begun:
            refusal = problem(413, "too-large", "The request carries more than is taken.", {"maximum_bytes": limit})
            await refusal(scope, receive, send)


def _declared(scope: Scope) -> int:
    values = [value for name, value in scope["headers"] if name == b"content-length"]
    return int(values[0]) if values and values[0].isdigit() else 0


def install_security(app: FastAPI, frame_ancestors: Sequence[str]) -> None:
    """Put the guards before an application, outermost last. With a CORS layer of ours the chat library adds none of its own,
    which would reflect any origin."""
    app.add_middleware(CORSMiddleware, allow_origins=[], allow_methods=["GET", "POST"])
    app.add_middleware(BodyLimit)
    app.add_middleware(SecurityHeaders, frame_ancestors=tuple(frame_ancestors))
