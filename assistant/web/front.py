"""The first HTML of the page: the chat library's own, with our title, style and scripts, and without what our policy would
block anyway (inline scripts) or has no business here (pictures of another host)."""

import re

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEAD = (
    "<title>Plumbline</title>"
    '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
    '<link rel="icon" href="page/plumb.svg" type="image/svg+xml">'
    '<script src="page/storage.js"></script>'
    '<link rel="stylesheet" href="page/plumbline.css">'
    '<script src="page/plumbline.js" defer></script>'
)
"""Storage comes first: the chat library reads it before anything of ours could run."""
_CLUTTER = re.compile(
    rb"<script(?![^>]*\bsrc=)[^>]*>.*?</script>|<meta\s+(?:property|name)=\"(?:og|twitter):[^>]*>", re.DOTALL
)
_MANIFEST = re.compile(rb"<link rel=\"manifest\"[^>]*>")
_CHARSET = re.compile(rb"<meta charset=\"utf-8\"\s*/?>")


def dress(html: bytes) -> bytes:
    """The page's HTML as we serve it."""
    bare = _MANIFEST.sub(b"", _CLUTTER.sub(b"", html))
    return _CHARSET.sub(lambda found: found.group() + HEAD.encode(), bare, count=1)


class FrontPage:
    """Dresses the HTML of `/` on its way out."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"] != "/" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        plain = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        start: Message = {}
        body = b""

        async def send_dressed(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            body += message.get("body", b"")
            if not message.get("more_body", False):
                whole = dress(body)
                kept = [h for h in start["headers"] if h[0].lower() != b"content-length"]
                await send({**start, "headers": [*kept, (b"content-length", str(len(whole)).encode())]})
                await send({"type": "http.response.body", "body": whole})

        await self.app(plain, receive, send_dressed)
