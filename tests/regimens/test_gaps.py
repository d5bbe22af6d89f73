"""Doses that are not held: the file, the page made of it, and the question that meets one."""

from pathlib import Path

import pytest

from assistant.errors import CorpusError
from assistant.regimens.gaps import FILE, find_gap, read_gaps, read_page, write_gaps

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
GAPS = read_gaps([CORPUS])
ABSENCE = """fields:
  - field: Field
    doses:
      - dose: "Drug by mouth above 5 mg"
        missing: "%s"
        asked:
          %s: [drug mouth, "drug|medicine oral"]
"""


def write(folder: Path, missing: str = "no text seen", name: str = "a drug by mouth") -> Path:
    path = folder / FILE
    path.write_text(ABSENCE % (missing, name), encoding="utf-8")
    return path


def test_the_page_is_generated() -> None:
    page = (CORPUS.parent / "docs" / "not-in-our-sources.md").read_text(encoding="utf-8")
    assert write_gaps(read_page(CORPUS / FILE)) == page
    assert "| Paracetamol: newborn by mouth" in page


def test_a_gap_is_met_by_all_of_its_words_in_any_order(tmp_path: Path) -> None:
    write(tmp_path)
    gaps = read_gaps([tmp_path, tmp_path / "elsewhere"])
    assert find_gap(gaps, "by mouth, the drug?").name == "a drug by mouth"  # type: ignore[union-attr]
    assert find_gap(gaps, "oral medicines").missing == "no text seen"  # type: ignore[union-attr]
    assert find_gap(gaps, "the drug intravenously") is None
    assert find_gap(gaps, "a prodrug by mouth") is None


def test_what_the_guidelines_at_hand_hold_is_no_gap(tmp_path: Path) -> None:
    write(tmp_path)
    gaps = read_gaps([tmp_path])
    assert find_gap(gaps, "drug by mouth", ["The drug by mouth: 5 mg once."]) is None
    assert find_gap(gaps, "drug by mouth", ["The drug by mouth is not named here."]) is not None


@pytest.mark.parametrize(("missing", "name"), [("seen for 5 mg only", "a drug"), ("no text", "a drug of 5 mg")])
def test_a_figure_that_the_chat_would_repeat_is_refused(tmp_path: Path, missing: str, name: str) -> None:
    with pytest.raises(CorpusError, match="holds a figure"):
        read_page(write(tmp_path, missing, name))


def test_a_broken_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("fields: [{field: One}]", encoding="utf-8")
    with pytest.raises(CorpusError) as refused:
        read_gaps([tmp_path])
    assert "not a list of doses that are not held" in str(refused.value) and "\n" not in str(refused.value)


def test_every_gap_of_one_word_is_a_drug_that_no_regimen_gives() -> None:
    from assistant.references import load as load_works
    from assistant.regimens import load_all

    held, _ = load_all(CORPUS / "regimens", load_works(CORPUS / "references.json"))
    for regimen in held:
        for name in (regimen.drug, *regimen.synonyms):
            assert not [gap.name for gap in GAPS if len(gap.words) == 1 and gap.meets(name)], name
