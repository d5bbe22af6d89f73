"""The application on a ward that answers at once; a live server and one browser for what needs them."""

import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from ward import WardAssistant

from assistant.settings import Settings
from assistant.web.server import create_app

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
QUIET_BROWSER = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip
Open = Callable[..., Page]


_reached: list[str] = []


def _note(event: str, given: tuple[Any, ...]) -> None:
    """Remember every host beyond this machine that the process looks up or connects to."""
    host = (
        given[0]
        if event == "socket.getaddrinfo"
        else given[1][0]
        if event == "socket.connect" and isinstance(given[1], tuple)
        else None
    )
    if host and str(host) not in ("127.0.0.1", "::1", "localhost", "testserver"):
        _reached.append(str(host))


sys.addaudithook(_note)


@contextmanager
def served(ward: WardAssistant) -> Iterator[str]:
    """A live server on a free port; its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    app = create_app(Settings(_env_file=None), ward)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", timeout_graceful_shutdown=1))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    ward.warm()
    server.should_exit = True
    thread.join(5)


@pytest.fixture(scope="session")
def ward() -> WardAssistant:
    """The assistant behind `client` and `address`."""
    return WardAssistant()


@pytest.fixture(scope="session")
def client(ward: WardAssistant) -> Iterator[TestClient]:
    """The application without a network."""
    app = create_app(Settings(_env_file=None, frame_ancestors="https://intranet.test"), ward)
    with TestClient(app, raise_server_exceptions=False) as client:
        yield client


@pytest.fixture(scope="session")
def address(ward: WardAssistant) -> Iterator[str]:
    """A live server."""
    with served(ward) as where:
        yield where
    assert _reached == [], "the server spoke to another host"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session."""
    if not Path(CHROMIUM).exists():
        pytest.fail(f"no Chromium at {CHROMIUM}: apt-get update && apt-get install -y chromium (or set CHROMIUM)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET_BROWSER))
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Open]:
    """Opens the page in a browser that has never seen it; at the end no page may have asked another host or met an error."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def open_(where: str = address, **options: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.set_default_timeout(30_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith((where, "data:", "blob:")) else faults.append(request.url),
        )
        page.goto(where)
        page.wait_for_selector("#question textarea")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert faults == []


def ask(page: Page, question: str) -> None:
    """Type a question, send it, and wait until its answer stands."""
    before = page.locator("#chat article.answer").count()
    page.fill("#question textarea", question)
    page.press("#question textarea", "Enter")
    page.locator("#chat article.answer").nth(before).wait_for()
