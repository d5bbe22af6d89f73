"""Indexing does what has changed and no more, and names what it refuses."""

from dataclasses import replace
from pathlib import Path

import pytest
from shelf import SHELF, document_of, replace_in, snapshot, write_document, write_references

from assistant.errors import IndexingError
from assistant.library import Holdings, build, corpus, index, is_current, read_library

ROOMS = corpus.READING_ROOMS
STATEMENTS = sum(len(said) for _, sections in SHELF.values() for said in sections.values())


def test_the_first_index_embeds_every_statement(own: Holdings, embedded: list[str]) -> None:
    report = build(replace(own, data=own.data / "fresh"))
    assert (report.added, report.documents, report.passages, report.embedded) == (
        len(SHELF), len(SHELF), STATEMENTS, STATEMENTS,
    )  # fmt: skip
    assert report.refused == ()
    assert len(embedded) == len(set(embedded)) > STATEMENTS


def test_what_has_not_changed_is_not_embedded_again(own: Holdings, embedded: list[str]) -> None:
    before = snapshot(own.data / "generations")
    report = build(own)
    assert (report.unchanged, report.embedded, report.generation) == (len(SHELF), 0, 1)
    assert embedded == []
    assert snapshot(own.data / "generations") == before


def test_a_changed_statement_is_the_only_one_embedded(own: Holdings, embedded: list[str]) -> None:
    replace_in(document_of(own, "acute-asthma"), "Salbutamol by nebuliser", "Inhaled salbutamol")
    report = build(own)
    assert (report.changed, report.unchanged, report.embedded, report.generation) == (1, len(SHELF) - 1, 1, 2)
    assert [text for text in embedded if "Inhaled salbutamol" in text] == embedded[-1:]
    assert len(embedded) == 2, "the heading and the statement"
    assert any("Inhaled salbutamol" in p.text for p in read_library(own).passages.values())


def test_a_changed_remark_in_the_head_embeds_nothing(own: Holdings, embedded: list[str]) -> None:
    replace_in(document_of(own, "acute-asthma"), 'version: "a"', 'version: "b"')
    report = build(own)
    assert (report.changed, report.embedded, embedded) == (1, 0, [])
    assert read_library(own).documents["acute-asthma"].version == "b"


def test_a_touched_file_makes_no_new_generation(own: Holdings) -> None:
    (own.folders[0] / "README.md").write_text("Not read as a document.", encoding="utf-8")
    assert not is_current(own)
    assert build(own).generation == 1
    assert is_current(own)


def test_a_removed_document_is_gone(own: Holdings, embedded: list[str]) -> None:
    document_of(own, "acute-asthma").unlink()
    report = build(own)
    assert (report.removed, report.documents, report.embedded) == (1, len(SHELF) - 1, 0)
    library = read_library(own)
    assert "acute-asthma" not in library.documents
    assert not [hit for hit in library.search("salbutamol").hits if hit.passage.document_id == "acute-asthma"]


def test_rebuilding_embeds_everything_anew(own: Holdings) -> None:
    assert build(own, rebuild=True).embedded == STATEMENTS


def test_progress_counts_to_its_end(own: Holdings) -> None:
    told: list[tuple[str, int, int]] = []
    build(own, progress=lambda *step: told.append(step), rebuild=True)
    assert told[-1] == ("embedding", told[-1][2], told[-1][2])
    assert [done for _, done, _ in told] == sorted(done for _, done, _ in told)


def test_what_breaks_a_rule_is_refused_by_name_line_and_reason(own: Holdings) -> None:
    folder = own.folders[0]
    absent = write_document(folder, "absent", "Absent", {"Bottom line": ("Salt is given. [@nobody]",)})
    broken = write_document(folder, "broken", "Broken", {"Bottom line": ("Salt is given. [@society]",)}, "topics: [a\n")
    report = build(own)
    assert {(r.path, r.line) for r in report.refused} == {(str(absent), 12), (str(broken), 8)}
    assert "reference nobody is not in references.json" in [r.reason for r in report.refused]
    assert report.documents == len(SHELF), "the others are indexed"
    assert build(own).refused and is_current(own), "it is said again, from the index"
    listed = report.as_dict()["refused"]
    assert {tuple(entry) for entry in listed} == {("path", "line", "reason")}


def test_a_document_that_breaks_is_withdrawn(own: Holdings) -> None:
    replace_in(document_of(own, "wilson-disease"), "[@label]", "[@nobody]")
    report = build(own)
    assert (report.removed, len(report.refused)) == (1, 2)
    assert not read_library(own).search("penicillamine", within={"wilson-disease"}).hits


def test_two_documents_of_one_id_are_one_document(own: Holdings, tmp_path: Path) -> None:
    other = tmp_path / "other"
    write_references(other)
    twin = write_document(other, "acute-asthma", "Twin", {"Bottom line": ("Salt is given. [@society]",)})
    report = build(replace(own, folders=(*own.folders, other)))
    assert [(r.path, r.line) for r in report.refused] == [(str(twin), 1)]
    assert "acute-asthma is also" in report.refused[0].reason
    assert read_library(own).documents["acute-asthma"].title == "Acute asthma"


@pytest.mark.parametrize("written", ["", "README.md", "empty.txt"])
def test_an_empty_corpus_says_what_was_looked_at(tmp_path: Path, written: str) -> None:
    folder = tmp_path / "corpus"
    folder.mkdir()
    if written:
        (folder / written).write_text("\n", encoding="utf-8")
    with pytest.raises(IndexingError, match=f"nothing to index in {folder}"):
        build(Holdings((folder,), tmp_path / "data"))


def test_an_absent_folder_is_named(own: Holdings, tmp_path: Path) -> None:
    report = build(replace(own, folders=(*own.folders, tmp_path / "nowhere")))
    assert [(r.path, r.reason) for r in report.refused] == [(str(tmp_path / "nowhere"), "no such file or folder")]
    assert report.documents == len(SHELF)


def test_what_was_added_by_name_is_remembered(own: Holdings, tmp_path: Path) -> None:
    page = tmp_path / "ward page.md"
    page.write_text("# Ward page\n\nThe crash trolley stands beside the lift.\n", encoding="utf-8")
    assert build(replace(own, added=(page,))).added == 1
    assert is_current(own)
    assert build(own).documents == len(SHELF) + 1
    page.unlink()
    assert build(own).removed == 1


def test_an_added_file_that_is_not_there_is_refused(
    own: Holdings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    report = build(replace(own, added=(Path("mistyped.md"),)))
    assert [(r.path, r.reason) for r in report.refused] == [(str(tmp_path / "mistyped.md"), "no such file or folder")]


def test_a_change_of_the_reading_code_has_the_files_read_again(
    own: Holdings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "room.py").write_text("READ = 1", encoding="utf-8")
    monkeypatch.setattr(corpus, "READING_ROOMS", (str(tmp_path / "room.py"),))
    assert not is_current(own)
    build(own)
    assert is_current(own)
    (tmp_path / "room.py").write_text("READ = 2", encoding="utf-8")
    assert not is_current(own)
    assert build(own).embedded == 0


def test_the_rooms_that_read_are_there() -> None:
    house = Path(index.__file__).parent.parent
    assert all((house / room).exists() for room in ROOMS)
