"""One index of the built-in corpus for the whole run, shared by the workers, and an assistant on it.

The tests that do without the index come first; meanwhile a process beside them brings it up to date (`tests/kept_index.py`).
"""

import fcntl
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.assembly import Assistant, assemble
from assistant.records import Answer
from assistant.settings import QUIET_ENVIRONMENT, Settings
from tests.kept_index import ROOT, copy_index

for _name in [name for name in os.environ if name.startswith("ASSISTANT_")]:
    del os.environ[_name]
for _name, _value in QUIET_ENVIRONMENT.items():
    os.environ[_name] = _value

Dialogue = Callable[..., list[Answer]]
MANY = 500
"""Tests; fewer are over before an index could be made beside them."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What needs the index last."""
    items.sort(key=_needs_index)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Begin with the index where a long run will need it; one worker does, and the other waits for it when it comes to that."""
    first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0" and not session.config.option.collectonly
    if first and len(session.items) > MANY and _needs_index(session.items[-1]):
        subprocess.Popen([sys.executable, "-m", "tests.kept_index"], cwd=ROOT, stderr=subprocess.DEVNULL)


def _needs_index(item: pytest.Item) -> bool:
    return "settings" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Settings on an index that is built once a run; each worker keeps its own conversations."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    found = Settings(_env_file=None, data=shared / "index", database=f"sqlite:///{own / 'kept.sqlite'}")
    _index_once(shared, found)
    return found


def _index_once(shared: Path, settings: Settings) -> None:
    built = shared / "index.built"
    with (shared / "index.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():  # else a test of the other worker may serve, and so own, the index just now
            copy_index(settings.data)
            built.touch()


@pytest.fixture(scope="session")
def assistant(settings: Settings) -> Iterator[Assistant]:
    """The real assistant, warm."""
    whole = assemble(settings)
    whole.warm()
    yield whole
    whole.desk.history.close()


@pytest.fixture
def ask(assistant: Assistant) -> Dialogue:
    """Ask one question after another in one conversation; the answers."""

    def converse(*questions: str) -> list[Answer]:
        answers: list[Answer] = []
        for question in questions:
            answers.append(assistant.ask(question, answers[-1].conversation_id if answers else None))
        return answers

    return converse
