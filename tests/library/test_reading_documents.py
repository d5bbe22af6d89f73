"""Documents become statements with their source, or are refused with file, line and reason."""

from pathlib import Path

import pytest
from shelf import write_document, write_references

from assistant.library.corpus import Corpus, read_corpus

SECTIONS = {"Bottom line": ("Salt is given with water. [@society]", "Water is given alone. [@label; @trial]")}


def read_one(tmp_path: Path, old: str = "", new: str = "", name: str = "salt") -> tuple[Corpus, Path]:
    """A corpus of one sound document with one change."""
    write_references(tmp_path)
    path = write_document(tmp_path, name, "Salt", SECTIONS)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return read_corpus((tmp_path,)), path


def test_a_statement_is_quoted_without_its_citations(tmp_path: Path) -> None:
    corpus, _ = read_one(tmp_path)
    assert [(p.text, p.citations) for p in corpus.documents["salt"].passages] == [
        ("Salt is given with water.", ("society",)),
        ("Water is given alone.", ("label", "trial")),
    ]
    assert (corpus.documents["salt"].path, corpus.documents["salt"].field) == (
        "guidelines/examples/salt.md",
        "examples",
    )


def test_a_statement_keeps_its_id_when_others_come_and_go(tmp_path: Path) -> None:
    before = read_one(tmp_path)[0].documents["salt"].passages[1]
    after = read_one(tmp_path, "- Salt is given with water. [@society]\n")[0].documents["salt"].passages[0]
    assert (before.id, before.hash, before.anchor) == (after.id, after.hash, after.anchor)


def test_another_source_is_another_hash(tmp_path: Path) -> None:
    before = read_one(tmp_path)[0].documents["salt"].passages[0]
    after = read_one(tmp_path, "[@society]", "[@trial]")[0].documents["salt"].passages[0]
    assert before.id == after.id
    assert before.hash != after.hash


def test_headings_give_role_section_and_people(tmp_path: Path) -> None:
    body = "## Special groups\n### Salt in children\n#### By mouth\n- Salt is given slowly. [@label]\n## Bottom line\n"
    corpus, _ = read_one(tmp_path, "## Bottom line\n", body)
    first, second, _ = corpus.documents["salt"].passages
    assert (first.role, first.section, first.population) == (
        "special_groups", "Special groups › Salt in children › By mouth", "child",
    )  # fmt: skip
    assert (second.role, second.section, second.population) == ("bottom_line", "Bottom line", "adult")


def test_a_row_of_differing_guidance_keeps_each_position_with_its_source(tmp_path: Path) -> None:
    table = "\n## Where guidance differs\n| topic | one | other |\n|---|---|---|\n| salt at night | is given [@society] | is withheld [@label] |\n"
    passage = (
        read_one(tmp_path, "alone. [@label; @trial]\n", "alone. [@label]\n" + table)[0].documents["salt"].passages[-1]
    )
    assert passage.topic == "salt at night"
    assert [(p.text, p.citations) for p in passage.positions] == [
        ("is given", ("society",)),
        ("is withheld", ("label",)),
    ]
    assert passage.citations == ("society", "label")


def test_a_mark_of_windows_before_the_text_is_no_text(tmp_path: Path) -> None:
    assert read_one(tmp_path, "---\n", "\ufeff---\n")[0].refusals == []


LINE = {"id": 2, "population": 4, "version": 6, "last_updated": 7, "first": 12, "second": 13}
BREACHES: list[tuple[str, str, int, str]] = [
    ("@society", "@nobody", LINE["first"], "reference nobody is not in references.json"),
    (" [@society]", "", LINE["first"], "uncited statement"),
    ("[@label; @trial]", "[@label; @label]", LINE["second"], "cited twice"),
    ("Water is given alone.", "", LINE["second"], "a citation without a statement"),
    ("Water is given", "Water [@trial] is given", LINE["second"], "citations stand at the very end"),
    ("Water is", "Water [[dose-a]] is", LINE["second"], "double square brackets"),
    ("Water is", "Water {is}", LINE["second"], "braces are kept"),
    ("Water is given", "Water at {{regimen:no#row.dose}} is given", LINE["second"], "no regimen row or field"),
    ("Water is given", "Water {{regimen:no#row}} is given", LINE["second"], "stands alone in its list item"),
    ("- Water is given alone.", "- Salt is given with water.", LINE["second"], "stands twice"),
    ("- Water", "  - Water", LINE["second"], "not nested"),
    ("- Water", "\n> Water", LINE["second"] + 1, "only headings, paragraphs, list items and tables"),
    ("## Bottom line", "## Summary", 11, "unknown heading 'Summary'"),
    ("## Bottom line\n", "", 11, "before the first heading of the anatomy"),
    ("---\nid", "id", 1, "begins and ends with a line of three dashes"),
    ("2026-11-23\n---", "2026-11-23", 1, "begins and ends with a line of three dashes"),
    ("id: salt\n", "", 1, "id: Field required"),
    ("id: salt", "id: Salt!", LINE["id"], "id: String should match"),
    ("population: adults", "population: [adults", LINE["population"] + 1, "front matter: "),
    ("population: adults", "population: adults\npopulation: children", LINE["population"] + 1, "given twice"),
    ("population: adults", "population: adults\npeople: adults", LINE["population"] + 1, "people: Extra inputs"),
    ("status: submitted", "status: fine", 5, "status: Input should be"),
    ("2026-11-23", "2026-02-30", LINE["last_updated"], "day is out of range"),
    ("2026-11-23", "soon", LINE["last_updated"], "last_updated: "),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "line", "reason"), BREACHES, ids=[b[3] for b in BREACHES])
def test_a_breach_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, reason: str) -> None:
    corpus, path = read_one(tmp_path, old, new)
    assert corpus.documents == {}
    found = corpus.refusals[0]
    assert (found.path, found.line) == (str(path), line), found
    assert reason in found.reason


def test_every_breach_of_a_document_is_told_at_once(tmp_path: Path) -> None:
    corpus, _ = read_one(tmp_path, "[@society]\n- Water is given alone. [@label; @trial]", "\n- Water is given.")
    assert [r.line for r in corpus.refusals] == [12, 13]


def test_a_document_without_a_statement_is_refused(tmp_path: Path) -> None:
    write_references(tmp_path)
    write_document(tmp_path, "bare", "Bare", {"Bottom line": ()})
    assert [r.reason for r in read_corpus((tmp_path,)).refusals] == ["the document makes no statement"]


def test_a_document_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    _, path = read_one(tmp_path)
    path.write_bytes(path.read_bytes() + b"\xb5g")
    corpus = read_corpus((tmp_path,))
    assert corpus.refusals[0].reason.startswith("cannot be read")


def test_a_single_document_may_be_named(tmp_path: Path) -> None:
    _, path = read_one(tmp_path)
    (tmp_path / "references.json").rename(path.parent / "references.json")
    document = read_corpus((path,)).documents["salt"]
    assert (document.path, document.field, document.kind) == ("salt.md", "examples", "guideline")


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ('[{"id": "society"}]', "a reference is an object"),
        ('[{"id": "society", "custom": {"verified": "no"}}]', "not verified"),
        ("[{]", "not JSON"),
    ],
)
def test_a_broken_bibliography_is_named_and_what_cites_it_refused(tmp_path: Path, written: str, reason: str) -> None:
    read_one(tmp_path)
    (tmp_path / "references.json").write_text(written, encoding="utf-8")
    corpus = read_corpus((tmp_path,))
    assert corpus.refusals[0].path == str(tmp_path / "references.json")
    assert reason in corpus.refusals[0].reason
    assert corpus.documents == {}


def test_one_key_for_two_works_is_refused(tmp_path: Path) -> None:
    write_references(tmp_path / "one")
    write_references(tmp_path / "two", body="Another society")
    corpus = read_corpus((tmp_path / "one", tmp_path / "two"))
    assert {r.reason for r in corpus.refusals} == {
        f"reference {key} is another work in another folder" for key in ("society", "label", "trial")
    }
    assert corpus.references["society"].body == "Society of Examples"
