"""Nothing leaves the machine: indexing, asking and serving open no connection but to this host.

Each command runs in a process of its own whose audit hook writes down every look-up and every connection elsewhere. Of
the environment that keeps the libraries quiet nothing is passed on: the product has to see to it by itself.
"""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from assistant.settings import QUIET_ENVIRONMENT

WATCH = """
import os, sys

HERE = ("127.", "::1", "localhost", "::ffff:127.")

def is_here(place):
    host = place[0] if isinstance(place, tuple) else place
    host = host.decode() if isinstance(host, bytes) else host
    return not isinstance(host, str) or host == "" or host.startswith(("/", chr(0), *HERE))

def watch(event, given):
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        place = given[1] if event != "socket.sendmsg" else given[-1]
    elif event in ("socket.getaddrinfo", "socket.gethostbyname"):
        place = given[0]
    else:
        return
    if not is_here(place):
        with open(os.environ["WATCHED"], "a") as log:
            log.write(f"{event} {place!r}\\n")

sys.addaudithook(watch)
"""
COMMAND = "from assistant.cli import main; sys.argv = ['assistant', *sys.argv[1:]]; main()"
DOCUMENT = """\
---
id: salt
title: Salt
population: adults
status: submitted
version: "a"
last_updated: 2026-11-23
questions:
  - How is salt given?
---
# Salt

## Bottom line
- Salt is given with water. [@society]
- Salt is withheld in thirst. [@society]
"""
REFERENCE = {
    "id": "society",
    "type": "report",
    "title": "Salt",
    "custom": {
        "type": "guideline", "depth": "full-text", "population": "human", "region": "uk", "country": "United Kingdom",
        "body": "Society of Examples", "verified": "yes",
    },
}  # fmt: skip


class Ward:
    """A small corpus and a data folder, with the log of what left the machine."""

    def __init__(self, folder: Path) -> None:
        self.log = folder / "left.log"
        corpus = folder / "corpus"
        (corpus / "guidelines" / "kitchen").mkdir(parents=True)
        (corpus / "guidelines" / "kitchen" / "salt.md").write_text(DOCUMENT, encoding="utf-8")
        (corpus / "references.json").write_text(json.dumps([REFERENCE]), encoding="utf-8")
        quiet = {name for name in os.environ if name in QUIET_ENVIRONMENT or name.startswith(("ASSISTANT_", "HF_"))}
        self.environment = {name: value for name, value in os.environ.items() if name not in quiet} | {
            "ASSISTANT_CORPUS": str(corpus),
            "ASSISTANT_BUILT_IN": "false",
            "ASSISTANT_DATA": str(folder / "data"),
            "WATCHED": str(self.log),
        }
        self.folder = folder

    def command(self, code: str, *given: str) -> Sequence[str]:
        """A Python process that is watched from its first line."""
        return (sys.executable, "-c", f"{WATCH}\n{code}", *given)

    def run(self, *given: str, code: str = COMMAND) -> subprocess.CompletedProcess[str]:
        """Run a command of the product to its end."""
        return subprocess.run(
            self.command(code, *given), env=self.environment, cwd=self.folder, capture_output=True, text=True
        )

    @contextmanager
    def serve(self) -> Iterator[str]:
        """The server, warm, at its address."""
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = self.command(COMMAND, "serve", "--port", str(port))
        with (
            (self.folder / "server.log").open("w") as said,
            subprocess.Popen(command, env=self.environment, cwd=self.folder, stdout=said, stderr=said) as server,
        ):
            try:
                wait_for(f"http://127.0.0.1:{port}/readyz", server)
                yield f"http://127.0.0.1:{port}"
            finally:
                server.terminate()

    def left(self) -> list[str]:
        """What left the machine."""
        return self.log.read_text().splitlines() if self.log.exists() else []


def wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    """Wait until the server answers with success."""
    until = time.monotonic() + 90
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not get ready")


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """One ward for all commands, which share its index."""
    return Ward(tmp_path_factory.mktemp("ward"))


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("import socket; socket.socket(type=socket.SOCK_DGRAM).connect(('192.0.2.1', 9))", "socket.connect"),
        ("import socket; socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('192.0.2.1', 9))", "socket.sendto"),
        ("import socket; socket.getaddrinfo('hub.test', 443)", "socket.getaddrinfo"),
        (
            "import urllib.request as u; u.build_opener(u.ProxyHandler({})).open('http://hub.test')",
            "socket.getaddrinfo",
        ),
    ],
)
def test_the_watch_sees_what_leaves(tmp_path: Path, code: str, seen: str) -> None:
    guarded = Ward(tmp_path)
    guarded.run(code=code)
    assert [line.split()[0] for line in guarded.left()] == [seen]


def test_indexing_asks_nothing_of_the_world(ward: Ward) -> None:
    done = ward.run("index", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["embedded"] == 2
    assert ward.left() == []


def test_asking_asks_nothing_of_the_world(ward: Ward) -> None:
    done = ward.run("ask", "How is salt given?", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["kind"] == "answer"
    assert ward.left() == []


def test_serving_asks_nothing_of_the_world(ward: Ward) -> None:
    with ward.serve() as address:
        for path in ("/", "/docs", "/healthz"):
            with urllib.request.urlopen(f"{address}{path}", timeout=30) as answer:
                assert answer.status == 200
        question = urllib.request.Request(
            f"{address}/api/v1/ask",
            data=json.dumps({"question": "When is salt withheld?"}).encode(),
            headers={"Content-Type": "application/json"},
        )
        with urllib.request.urlopen(question, timeout=60) as answer:
            assert json.load(answer)["kind"] == "answer"
        through = ward.run("ask", "How is salt given?", "--json")
        assert json.loads(through.stdout)["kind"] == "answer", "a second process goes through the server"
        refused = ward.run("index")
        assert refused.returncode == 2
        assert address in refused.stderr
    assert ward.left() == []
