"""A reader has a whole generation or none: through switches, kills and damage."""

import json
import random
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from dataclasses import fields
from itertools import cycle
from pathlib import Path

import pytest
from killed import STEPS
from shelf import SHELF, document_of, replace_in, snapshot, write_document

from assistant.errors import IndexingError
from assistant.library import Holdings, build, generations, is_current, open_library, read_library

HERE = Path(__file__).parent
MANY = 1100
"""Statements; from a thousand on Chroma writes its graph beside its tables."""


def mark_edition(holdings: Holdings, edition: str) -> None:
    """Have every document say its edition."""
    for name, (title, _) in SHELF.items():
        said = (f"Edition {edition} of {name} says this. [@society]", f"Edition {edition} adds to it. [@label]")
        write_document(holdings.folders[0], name, title, {"Bottom line": said})


def editions(holdings: Holdings) -> set[str]:
    """The editions that a reader finds."""
    generation = generations.read_generation(holdings.data)
    assert len(generation.documents) == len(SHELF)
    assert len(generation.vectors) == generation.manifest.passages == 2 * len(SHELF)
    return {passage.text.split()[1] for document in generation.documents for passage in document.passages}


def test_a_reader_never_sees_a_mixture(own: Holdings, pretended: None) -> None:
    mark_edition(own, "0")
    build(own)
    seen: list[set[str]] = []
    faults: list[BaseException] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                seen.append(editions(own))
            except BaseException as fault:
                faults.append(fault)

    reader = threading.Thread(target=read)
    reader.start()
    for edition in range(1, 9):
        mark_edition(own, str(edition))
        build(own)
    stop.set()
    reader.join()
    assert faults == []
    assert all(len(found) == 1 for found in seen)
    assert len({min(found) for found in seen}) > 1, "switches were seen"


def test_a_reader_overtaken_by_two_generations_reads_the_newest(
    own: Holdings, pretended: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_edition(own, "0")
    build(own)
    take = generations.take_checksums

    def overtaken(folder: Path) -> dict[str, str]:
        monkeypatch.setattr(generations, "take_checksums", take)
        for edition in ("1", "2"):
            mark_edition(own, edition)
            build(own)
        assert not folder.exists()
        return take(folder)

    monkeypatch.setattr(generations, "take_checksums", overtaken)
    assert editions(own) == {"2"}


def test_two_generations_are_kept_and_no_scraps(own: Holdings, pretended: None) -> None:
    for edition in ("1", "2", "3"):
        mark_edition(own, edition)
        build(own)
    assert sorted(path.name for path in (own.data / "generations").iterdir()) == ["0003", "0004"]
    assert not list(own.data.rglob("*.new"))


def test_a_library_in_use_outlives_its_generation(own: Holdings) -> None:
    library = read_library(own)
    shutil.rmtree(own.data / "generations")
    assert library.search("adrenaline in anaphylaxis").hits[0].passage.document_id == "anaphylaxis-on-the-ward"


@pytest.mark.parametrize("step", STEPS)
def test_a_killed_build_leaves_a_whole_index_and_the_next_completes(own: Holdings, pretended: None, step: str) -> None:
    mark_edition(own, "0")
    build(own)
    mark_edition(own, "1")
    command = [sys.executable, str(HERE / "killed.py"), str(own.folders[0]), str(own.data), step]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout and child.stdout.readline() == "there\n"
        child.kill()
    assert editions(own) == {"1" if step == "after the switch" else "0"}
    build(own)
    assert editions(own) == {"1"}
    assert is_current(own)
    assert len(list((own.data / "generations").iterdir())) <= generations.KEPT + 1


# ---- damage --------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Holdings:
    """An index with every file that one can have."""
    from shelf import pretend, write_references

    folder = tmp_path_factory.mktemp("large")
    write_references(folder / "corpus")
    for start in range(0, MANY, 100):
        said = tuple(f"Salt number {n} is kept apart. [@society]" for n in range(start, start + 100))
        write_document(folder / "corpus", f"salts-{start}", "Salts", {"Bottom line": said})
    with pytest.MonkeyPatch.context() as patch:
        pretend(patch.setattr)
        holdings = Holdings((folder / "corpus",), folder / "data")
        build(holdings)
    return holdings


def flip(path: Path) -> None:
    """Change one bit in the midst of the file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def flip_somewhere(path: Path) -> None:
    """Change one bit where chance has it; the same at every run."""
    content = bytearray(path.read_bytes())
    place = random.Random(path.name).randrange(len(content))
    content[place] ^= 1 << random.Random(place).randrange(8)
    path.write_bytes(content)


def truncate(path: Path) -> None:
    """Keep the first half."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


DAMAGES: tuple[Callable[[Path], None], ...] = (flip, flip_somewhere, truncate, Path.unlink)
PARTS = (
    "current", "manifest.json", "documents.jsonl", "references.jsonl", "vectors.npy", "keys.json", "chroma.sqlite3",
    "data_level0.bin", "header.bin", "index_metadata.pickle", "length.bin", "link_lists.bin", "words.npz",
)  # fmt: skip


def test_the_parts_damaged_below_are_all_there_are(large: Holdings) -> None:
    found = {Path(name).name for name in snapshot(large.data)} - {"owner.lock"}
    assert found == set(PARTS)


def damage_copy(large: Holdings, data: Path, part: str, damage: Callable[[Path], None]) -> Holdings:
    """A copy of the index with one part damaged."""
    shutil.copytree(large.data, data)
    (path,) = data.rglob(part)
    damage(path)
    return Holdings(large.folders, data)


@pytest.mark.parametrize("part", PARTS)
def test_every_damage_is_noticed(large: Holdings, tmp_path: Path, part: str) -> None:
    for damage in DAMAGES:
        holdings = damage_copy(large, tmp_path / damage.__name__, part, damage)
        with pytest.raises(IndexingError):
            read_library(holdings)


@pytest.mark.parametrize(("part", "damage"), tuple(zip(PARTS, cycle(DAMAGES))))
def test_damage_is_mended(
    large: Holdings, tmp_path: Path, pretended: None, part: str, damage: Callable[[Path], None]
) -> None:
    holdings = damage_copy(large, tmp_path / "data", part, damage)
    assert len(open_library(holdings).passages) == MANY
    assert (generations.read_generation(holdings.data).vectors == generations.read_generation(large.data).vectors).all()
    assert is_current(holdings)


@pytest.mark.parametrize("field", [f.name for f in fields(generations.Manifest)])
def test_no_field_of_a_manifest_can_be_changed_unseen(own: Holdings, field: str) -> None:
    path = own.data / "generations" / "0001" / "manifest.json"
    held = json.loads(path.read_text(encoding="utf-8"))
    held[field] = {int: 0, str: "", list: [["x", 1, "y"]], dict: {}}[type(held[field])]
    path.write_text(json.dumps(held), encoding="utf-8")
    assert generations.read_manifest(own.data) is None
    assert build(own).embedded > 0, "its vectors are not trusted either"
    assert is_current(own)


def test_an_added_file_is_damage_too(own: Holdings) -> None:
    (own.data / "generations" / "0001" / "chroma" / "stray.bin").write_bytes(b"x")
    with pytest.raises(IndexingError, match="damaged"):
        read_library(own)


def test_damaged_vectors_are_not_used_again(own: Holdings, embedded: list[str]) -> None:
    flip(own.data / "generations" / "0001" / "vectors.npy")
    assert build(own).embedded == sum(len(said) for _, sections in SHELF.values() for said in sections.values())


def test_vectors_survive_damage_to_another_part(own: Holdings, embedded: list[str]) -> None:
    flip(own.data / "generations" / "0001" / "documents.jsonl")
    assert (build(own).embedded, embedded) == (0, [])


def test_an_index_of_another_format_is_built_anew(own: Holdings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(generations, "FORMAT", generations.FORMAT + 1)
    with pytest.raises(IndexingError, match="no index"):
        read_library(own)
    assert build(own).embedded > 0


def test_nothing_at_all_is_said_to_be_no_index(tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="no index in"):
        read_library(Holdings((), tmp_path))


def test_reading_writes_nothing(own: Holdings) -> None:
    before = snapshot(own.data)
    read_library(own).search("salbutamol")
    is_current(own)
    assert snapshot(own.data) == before
    replace_in(document_of(own, "acute-asthma"), "Salbutamol", "Inhaled salbutamol")
    assert not is_current(own)
    assert snapshot(own.data) == before
