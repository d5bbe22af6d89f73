"""One owner of the data folder at a time: whoever serves or indexes holds `owner.lock` and writes its address there.

Two processes that write to one Chroma folder damage it without a word; the lock is what keeps the second one out.
"""

import fcntl
import json
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from assistant.errors import IndexBusy, IndexingError

LOCK = "owner.lock"
ATTEMPTS = 5
_held: dict[Path, "Owner"] = {}
_guard = threading.RLock()


@dataclass(frozen=True)
class OwnerNote:
    """Who holds the data folder. `address` is where it serves, None while it only indexes."""

    pid: int
    address: str | None


class Owner:
    """The ownership of a data folder, for as long as it is held; nests within one process."""

    def __init__(self, data: Path, file: IO[str]) -> None:
        self.data = data
        self._file = file
        self._depth = 1

    def announce(self, address: str | None) -> None:
        """Write where this process serves, so that the other commands find it."""
        self._file.seek(0)
        self._file.truncate()
        json.dump({"pid": os.getpid(), "address": address}, self._file)
        self._file.flush()

    def release(self) -> None:
        """Let go, unless it is still held further out."""
        with _guard:
            self._depth -= 1
            if self._depth == 0:
                _held.pop(self.data, None)
                self._file.seek(0)
                self._file.truncate()
                self._file.close()

    def __enter__(self) -> "Owner":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


def take_ownership(data: Path) -> Owner:
    """Own the data folder, made if need be. Raises `IndexBusy` when another process does."""
    folder = data.resolve()
    with _guard:
        if (held := _held.get(folder)) is not None:
            held._depth += 1
            return held
        file = _open_lock(folder)
        if not _lock(file):
            file.close()
            note = _read_note(folder)
            raise IndexBusy(data, note.address if note else None)
        owner = _held[folder] = Owner(folder, file)
        owner.announce(None)
        return owner


def _lock(file: IO[str]) -> bool:
    """Lock the file; tried a few times, since a look at who owns it holds it for an instant."""
    for _ in range(ATTEMPTS):
        with suppress(OSError):
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        time.sleep(0.02)
    return False


def find_owner(data: Path) -> OwnerNote | None:
    """The other process that owns the data folder now; None when none does, or this one."""
    folder = data.resolve()
    with _guard:
        if folder in _held or not (folder / LOCK).exists():
            return None
        with (folder / LOCK).open(encoding="utf-8") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except OSError:
                return _read_note(folder) or OwnerNote(0, None)
    return None


def _open_lock(folder: Path) -> IO[str]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return (folder / LOCK).open("a+", encoding="utf-8")
    except OSError as error:
        raise IndexingError(f"the data folder {folder} cannot be written: {error.strerror or error}") from error


def _read_note(folder: Path) -> OwnerNote | None:
    with suppress(OSError, ValueError, KeyError, TypeError):
        note = json.loads((folder / LOCK).read_text(encoding="utf-8"))
        return OwnerNote(int(note["pid"]), note["address"])
    return None
