"""A hospital's own text is read as it stands, and nothing that qualifies a statement falls off it."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.library import Holdings, build, read_library
from assistant.library.corpus import read_corpus


def texts(tmp_path: Path, name: str, text: str) -> list[str]:
    """What the passages of one file say."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    corpus = read_corpus((tmp_path,))
    return [p.text for d in corpus.documents.values() for p in d.passages]


def test_a_plain_text_is_its_paragraphs(tmp_path: Path) -> None:
    assert texts(tmp_path, "rota.txt", "The bleep\nis carried.\n\n\nNight starts late.\n") == [
        "The bleep is carried.", "Night starts late.",
    ]  # fmt: skip


def test_a_file_cites_itself(tmp_path: Path) -> None:
    texts(tmp_path, "Ward_5 salt.md", "# Salt on the ward\n\n## Cautions\n\nSalt is locked away.\n")
    corpus = read_corpus((tmp_path,))
    (passage,) = corpus.documents["local-ward-5-salt"].passages
    assert passage.citations == ("local-ward-5-salt",)
    assert (passage.role, passage.section) == ("cautions", "Cautions")
    reference = corpus.references["local-ward-5-salt"]
    assert (reference.type, reference.region) == ("local", "local")
    assert reference.formatted.startswith("Salt on the ward. Local document")


def test_a_condition_stays_with_what_it_leads_in(tmp_path: Path) -> None:
    text = "# Salt\n\nIn severe loss:\n\n- salt by vein\n- water:\n  - slowly\n  - alone\n\nOtherwise nothing.\n"
    assert texts(tmp_path, "salt.md", text) == [
        "In severe loss: salt by vein", "In severe loss: water: slowly; alone", "Otherwise nothing.",
    ]  # fmt: skip


def test_a_row_keeps_the_names_of_its_columns(tmp_path: Path) -> None:
    table = "| people | salt |\n|---|---|\n| adults | much |\n| infants | little |\n"
    assert texts(tmp_path, "salt.md", table) == ["people: adults; salt: much.", "people: infants; salt: little."]


def test_a_symbol_is_read_as_it_is_written(tmp_path: Path) -> None:
    assert texts(tmp_path, "s.txt", "\ufeffBelow ≤ half a µg, not an mg.") == ["Below ≤ half a µg, not an mg."]


@pytest.mark.parametrize(
    ("name", "content", "line", "reason"),
    [
        ("forged.txt", b"Fine.\nGive [[dose-a]].", 2, "double square brackets"),
        ("latin.txt", b"5 \xb5g", 1, "cannot be read"),
        ("void.md", b"\n", 1, "makes no statement"),
        ("scan.pdf", b"%PDF", 1, ".pdf files are not yet read"),
    ],
)
def test_what_cannot_be_read_is_refused(tmp_path: Path, name: str, content: bytes, line: int, reason: str) -> None:
    (tmp_path / name).write_bytes(content)
    (refusal,) = read_corpus((tmp_path,)).refusals
    assert (refusal.path, refusal.line) == (str(tmp_path / name), line)
    assert reason in refusal.reason


def test_a_refused_namesake_does_not_take_the_others_reference(tmp_path: Path) -> None:
    for ward in ("a", "b"):
        (tmp_path / ward).mkdir()
        (tmp_path / ward / "salt.md").write_text(f"# Salt on ward {ward}\n\nSalt is kept.\n", encoding="utf-8")
    corpus = read_corpus((tmp_path,))
    assert [r.path for r in corpus.refusals] == [str(tmp_path / "b" / "salt.md")]
    assert corpus.references["local-salt"].formatted.startswith("Salt on ward a.")


def test_hidden_files_and_readmes_are_not_read(tmp_path: Path) -> None:
    for name in (".draft.md", "README.md", "notes.csv"):
        (tmp_path / name).write_text("Not for patients.", encoding="utf-8")
    corpus = read_corpus((tmp_path,))
    assert (corpus.documents, corpus.refusals) == ({}, [])


def test_a_local_page_is_found_beside_the_guidelines(own: Holdings, tmp_path: Path) -> None:
    page = tmp_path / "trolley.txt"
    page.write_text("The crash trolley stands beside the lift on level ground.", encoding="utf-8")
    assert build(replace(own, added=(page,))).embedded == 1
    hit = read_library(own).search("where is the crash trolley").hits[0]
    assert hit.passage.document_id == "local-trolley"
