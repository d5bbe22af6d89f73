"""A real server on a data folder: it answers while it warms, other commands go through it, and nobody writes beside it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.records import Answer, Conversation
from assistant.settings import Settings

PATIENCE = 120.0
"""Seconds until a server must be ready on a machine that is busy with other tests."""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def get(url: str) -> tuple[int, dict[str, object]]:
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status, json.loads(response.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def until_alive(url: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            get(f"{url}/healthz")
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError("the server does not live")


@pytest.fixture(scope="module")
def environment(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A data folder of its own, with the index that is there already."""
    import shutil

    data = tmp_path_factory.mktemp("serving") / "data"
    shutil.copytree(settings.data, data)
    return {**os.environ, "ASSISTANT_DATA": str(data)}


@pytest.fixture(scope="module")
def server(environment: dict[str, str]) -> Iterator[str]:
    port = free_port()
    command = [sys.executable, "-m", "assistant", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)
    try:
        until_alive(f"http://127.0.0.1:{port}")
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)


def run(environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "assistant", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)


def test_a_question_asked_while_warming_up_waits_and_is_answered(server: str) -> None:
    body = json.dumps({"question": "anion gap, sodium 140, chloride 104, bicarbonate 24"}).encode()
    request = urllib.request.Request(f"{server}/api/v1/ask", body, {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=PATIENCE) as response:
        answer = Answer.model_validate_json(response.read())
    assert [c.result.text for c in answer.calculations] == ["12 mmol/L"]
    assert get(f"{server}/readyz")[0] == 200


def test_a_command_beside_the_server_goes_through_it(server: str, environment: dict[str, str]) -> None:
    done = run(environment, "ask", "anion gap, sodium 140, chloride 104, bicarbonate 24", "--json")
    answer = Answer.model_validate_json(done.stdout)
    status, kept = get(f"{server}/api/v1/conversations/{answer.conversation_id}")
    assert status == 200
    assert [turn.answer.id for turn in Conversation.model_validate(kept).turns] == [answer.id]


def test_a_bad_question_through_the_server_is_one_line(server: str, environment: dict[str, str]) -> None:
    done = run(environment, "ask", "   ")
    assert done.returncode == 2
    assert done.stdout == "" and done.stderr.count("\n") == 1 and "Traceback" not in done.stderr


def test_nobody_indexes_beside_the_server(server: str, environment: dict[str, str]) -> None:
    before = sorted(Path(environment["ASSISTANT_DATA"]).rglob("manifest.json"))
    done = run(environment, "index", "--rebuild")
    assert done.returncode == 2
    assert server in done.stderr and done.stderr.count("\n") == 1
    assert sorted(Path(environment["ASSISTANT_DATA"]).rglob("manifest.json")) == before


def test_the_evaluation_leaves_no_trace_in_the_wards_conversations(server: str, environment: dict[str, str]) -> None:
    import sqlite3

    database = Path(environment["ASSISTANT_DATA"]) / "plumbline.sqlite"
    count = "SELECT count(*) FROM turns"
    before = sqlite3.connect(database).execute(count).fetchone()
    assert run(environment, "eval", "missing").returncode == 0
    assert sqlite3.connect(database).execute(count).fetchone() == before


def test_a_second_server_on_the_folder_is_refused_with_the_first_ones_address(
    server: str, environment: dict[str, str]
) -> None:
    done = run(environment, "serve", "--port", str(free_port()))
    assert done.returncode == 2
    assert server in done.stderr
