"""The registry in docs is what the calculators declare, and every change of a calculator has its date (`make catalogue`)."""

import re
from pathlib import Path

from assistant import references
from assistant.calculators import load
from assistant.catalogue import describe, write_page
from assistant.library.corpus import read_corpus
from assistant.library.inventory import is_second_hand, write_inventory
from assistant.regimens import load_all
from assistant.regimens.catalogue import write_doses

ROOT = Path(__file__).resolve().parent.parent
WORKS = references.load(ROOT / "corpus" / "references.json")


def test_the_page_of_the_registry_is_generated() -> None:
    assert (ROOT / "docs" / "calculators.md").read_text(encoding="utf-8") == write_page(WORKS)


def test_the_page_of_the_doses_is_generated() -> None:
    held, _ = load_all(ROOT / "corpus" / "regimens", WORKS)
    page = write_doses(held, WORKS)
    assert (ROOT / "docs" / "doses.md").read_text(encoding="utf-8") == page
    assert all(f"## {regimen.title}\n" in page for regimen in held)
    assert "quoted by others" in page
    assert page.count("Not yet read a second time.") == sum(one.sheet.second_reading is None for one in held)


def test_the_page_of_the_documents_is_generated() -> None:
    guides = [d for d in read_corpus((ROOT / "corpus",)).documents.values() if d.kind == "guideline"]
    page = (ROOT / "docs" / "documents.md").read_text(encoding="utf-8")
    assert page == write_inventory(guides, WORKS)
    assert all(f"(`{guide.id}`)" in page for guide in guides) and len(guides) >= 50
    assert page.count("| not yet |") == sum(guide.second_reading is None for guide in guides)
    quoted = [p for guide in guides for p in guide.passages if is_second_hand(p, WORKS) and not p.positions]
    assert quoted and all(f"- {passage.text} (" in page for passage in quoted if passage.regimen is None)


def test_what_is_said_to_answer_a_dose_is_there() -> None:
    page = (ROOT / "docs" / "not-in-our-sources.md").read_text(encoding="utf-8")
    held = {path.stem for path in (ROOT / "corpus" / "regimens").rglob("*.yaml")} | {each.name for each in load()}
    assert set(re.findall(r"`([a-z0-9]+(?:[-_][a-z0-9]+)+)`", page)) - held == set()


def test_every_calculator_as_it_stands_has_the_date_of_its_last_change() -> None:
    assert [each.name for each in load() if describe(each, WORKS).changed is None] == []


def test_every_section_says_inputs_formula_and_sources() -> None:
    page = write_page(WORKS)
    for each in load():
        described = describe(each, WORKS)
        assert f"`{each.name}`" in page and described.formula and described.works
        assert all(f"| `{slot.name}` |" in page for slot in each.slots)
