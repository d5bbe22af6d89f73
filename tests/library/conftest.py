"""The shelf indexed once with the real weights, copies of it to break, and a count of what is embedded."""

import os
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from shelf import pretend, write_corpus

from assistant.library import Encoder, Holdings, Library, build, corpus, read_library
from assistant.library.index import EXPORTS

os.environ["HF_HUB_OFFLINE"] = "1"


@pytest.fixture(autouse=True)
def _same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reading code taken as unchanging."""
    monkeypatch.setattr(corpus, "READING_ROOMS", ())


@pytest.fixture(scope="session")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    """The shelf, indexed; not to be written to."""
    folder = tmp_path_factory.mktemp("shelf")
    holdings = Holdings((write_corpus(folder / "corpus"),), folder / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "READING_ROOMS", ())
        build(holdings)
    return holdings


@pytest.fixture(scope="session")
def library(indexed: Holdings) -> Library:
    """The library of the shelf, warm: its model is the real one, whatever a test pretends later."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "READING_ROOMS", ())
        found = read_library(indexed)
        found.warm()
    return found


@pytest.fixture
def own(indexed: Holdings, tmp_path: Path) -> Holdings:
    """A copy of the shelf and its index, to be changed."""
    shutil.copytree(indexed.folders[0], tmp_path / "corpus")
    shutil.copytree(indexed.data, tmp_path / "data", ignore=shutil.ignore_patterns(EXPORTS))
    (tmp_path / "data" / EXPORTS).symlink_to(indexed.data / EXPORTS)
    return Holdings((tmp_path / "corpus",), tmp_path / "data")


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is embedded during the test."""
    seen: list[str] = []
    encode = Encoder.encode

    def count(self: Encoder, texts: Sequence[str], progress: Callable[[int], None] | None = None) -> Any:
        seen.extend(texts)
        return encode(self, texts, progress)

    monkeypatch.setattr(Encoder, "encode", count)
    return seen


@pytest.fixture
def pretended(monkeypatch: pytest.MonkeyPatch) -> None:
    """No weights at all, for tests in which vectors only have to be there."""
    pretend(monkeypatch.setattr)
