"""A data folder has one owner; a second process reads, or is told who owns it, and never writes."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from shelf import SHELF, document_of, replace_in, snapshot

from assistant.errors import IndexBusy, IndexingError
from assistant.library import Holdings, build, find_owner, is_current, open_library, read_library, take_ownership

ADDRESS = "http://127.0.0.1:7860"


@contextmanager
def another_owner(data: Path, *address: str) -> Iterator[subprocess.Popen[str]]:
    """Another process that owns the folder meanwhile."""
    command = [sys.executable, str(Path(__file__).parent / "owning.py"), str(data), *address]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout and child.stdout.readline() == "mine\n"
        try:
            yield child
        finally:
            child.kill()


def test_a_second_process_learns_where_the_first_serves(own: Holdings) -> None:
    with another_owner(own.data, ADDRESS) as child:
        owner = find_owner(own.data)
        assert owner and (owner.pid, owner.address) == (child.pid, ADDRESS)
        with pytest.raises(IndexBusy, match=f"a server at {ADDRESS}") as busy:
            take_ownership(own.data)
        assert busy.value.address == ADDRESS


def test_an_owner_that_only_indexes_has_no_address(own: Holdings) -> None:
    with another_owner(own.data), pytest.raises(IndexBusy, match="another process") as busy:
        take_ownership(own.data)
    assert busy.value.address is None


def test_a_second_process_reads_and_never_writes(own: Holdings) -> None:
    replace_in(document_of(own, "acute-asthma"), "Salbutamol", "Inhaled salbutamol")
    with another_owner(own.data, ADDRESS):
        before = snapshot(own.data)
        for rebuild in (False, True):
            with pytest.raises(IndexBusy):
                build(own, rebuild=rebuild)
        library = open_library(own)
        assert len(library.documents) == len(SHELF)
        assert library.search("salbutamol in asthma").hits[0].passage.text.startswith("Salbutamol"), "as it was indexed"
        assert not is_current(own)
        assert snapshot(own.data) == before
    assert open_library(own).search("salbutamol in asthma").hits[0].passage.text.startswith("Inhaled salbutamol")


def test_a_second_process_without_an_index_is_refused(tmp_path: Path, indexed: Holdings) -> None:
    holdings = Holdings(indexed.folders, tmp_path / "data")
    with another_owner(holdings.data), pytest.raises(IndexBusy):
        open_library(holdings)
    assert set(snapshot(holdings.data)) == {"owner.lock"}


def test_a_killed_owner_owns_nothing(own: Holdings) -> None:
    with another_owner(own.data, ADDRESS) as child:
        child.kill()
        child.wait()
        assert find_owner(own.data) is None
        assert build(own).unchanged == len(SHELF)


def test_a_folder_without_an_owner_has_none(own: Holdings, tmp_path: Path) -> None:
    assert find_owner(tmp_path / "nowhere") is None
    assert not (tmp_path / "nowhere").exists()
    assert find_owner(own.data) is None


def test_an_owner_may_look_for_the_owner_while_it_owns(own: Holdings) -> None:
    with take_ownership(own.data):
        assert find_owner(own.data) is None


def test_ownership_nests_and_ends_with_the_outermost(own: Holdings) -> None:
    with take_ownership(own.data) as outer:
        outer.announce(ADDRESS)
        build(own)
        note = (own.data / "owner.lock").read_text(encoding="utf-8")
        assert ADDRESS in note, "indexing leaves the server's address"
        assert look_from_outside(own.data) == ADDRESS
    assert look_from_outside(own.data) == "None"


def look_from_outside(data: Path) -> str:
    """What another process finds."""
    code = f"from pathlib import Path; from assistant.library import find_owner; print(getattr(find_owner(Path({str(data)!r})), 'address', None))"
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()


def test_a_look_at_the_owner_never_keeps_an_owner_out(own: Holdings) -> None:
    """A look holds the lock for an instant; whoever wants to own waits that long."""
    stop = threading.Event()

    def look() -> None:
        while not stop.is_set():
            subprocess.run([sys.executable, "-S", "-c", LOOK, str(own.data / "owner.lock")], check=True)

    looker = threading.Thread(target=look)
    looker.start()
    try:
        for _ in range(200):
            take_ownership(own.data).release()
    finally:
        stop.set()
        looker.join()


LOOK = """
import fcntl, sys
for _ in range(200):
    with open(sys.argv[1]) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            pass
"""


def test_two_threads_of_one_process_build_one_after_the_other(own: Holdings) -> None:
    replace_in(document_of(own, "acute-asthma"), "Salbutamol", "Inhaled salbutamol")
    reports = []
    threads = [threading.Thread(target=lambda: reports.append(build(own))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(report.embedded for report in reports) == [0, 0, 1]
    assert {report.generation for report in reports} == {2}
    assert len(read_library(own).documents) == len(SHELF)


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path, indexed: Holdings) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(IndexingError, match="cannot be written"):
        build(Holdings(indexed.folders, tmp_path / "file"))
