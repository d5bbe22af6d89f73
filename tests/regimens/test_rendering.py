"""Each row becomes a passage that stands alone and names its body; what we decided stands beside it."""

from pathlib import Path

import pytest

from assistant.figures import Kind, find
from assistant.library.corpus import read_corpus
from assistant.regimens import Regimen, fields, load_all, render
from tests.regimens.bench import HEAD, SHIPPED, TIERS, load_one, load_text, write_regimen

REGIMENS = load_all(SHIPPED)[0]
RICH = (
    write_regimen(
        TIERS.replace(
            "  over: 5 min\n",
            "  over: 5 min\n  reading: The limit is ours.\n  note: Test Board gives testolol slowly.\n",
        )
    )
    + """\
    monitoring:
      - {what: pulse, when: every 15 min, act_on: a pulse < 60/min, citations: [a-source]}
contraindications:
  - {id: no-asthma, text: "Testolol is contraindicated in asthma (Test Board).", citations: [a-source]}
cautions:
  - {text: "Testolol lowers the pulse.", groups: [one], citations: [a-source]}
"""
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Regimen:
    products = "products:\n  - {name: testolol injection, strength: 5 mg/mL, citations: [a-source]}\n"
    return load_one(tmp_path_factory.mktemp("rich"), RICH.replace(HEAD, HEAD + products))


def test_a_row_is_one_sentence_by_a_fixed_pattern(rich: Regimen) -> None:
    texts = {passage.id: passage.text for passage in render(rich).passages}
    assert texts["testolol-iv#light"] == (
        "Child with testing, below the limit (as written: under 20 kg): testolol 2–4 mg/kg intravenously, "
        "maximum 0.06 g, over 5 min (Test Board)."
    )
    assert texts["testolol-iv#heavy"] == (
        "Child with testing, from the limit on (weight from 20 to 80 kg): testolol 50 mg intravenously; "
        "repeat after 10 min (Test Board)."
    )


def test_what_we_decided_stands_beside_the_row_with_the_sources_words(rich: Regimen) -> None:
    texts = {passage.id: passage.text for passage in render(rich).passages}
    assert texts["testolol-iv#light-reading"] == (
        "Child with testing, below the limit (Test Board, as written: under 20 kg), how the row is read here: The limit is ours."
    )


def test_notes_cautions_monitoring_and_products_are_passages_too(rich: Regimen) -> None:
    by_text = {passage.text: passage for passage in render(rich).passages}
    watch = by_text[
        "Child with testing on intravenous testolol: pulse, every 15 min; act on a pulse < 60/min (Test Board)."
    ]
    assert (watch.role, watch.population, watch.section) == ("monitoring", "child", "Monitoring › Testing, Test Board")
    assert by_text["Testolol is contraindicated in asthma (Test Board)."].regimen == "testolol-iv#no-asthma"
    assert by_text["Testolol lowers the pulse."].role == "cautions"
    assert by_text["Testolol lowers the pulse."].population == "child"
    assert "Testolol injection has the strength 5 mg/mL." in by_text
    assert "Test Board gives testolol slowly." in by_text


def test_the_fields_of_a_row_can_be_included_by_name(rich: Regimen) -> None:
    assert fields(rich, "light")["dose"] == "2–4 mg/kg"
    assert fields(rich, "light")["max"] == "0.06 g"
    assert fields(rich, "light")["over"] == "5 min"
    assert fields(rich, "heavy")["repeat"] == "after 10 min"
    assert fields(rich, "no-asthma") == {}
    with pytest.raises(LookupError):
        fields(rich, "none")


def test_every_field_of_a_shipped_row_stands_verbatim_in_its_passage() -> None:
    said = (
        "dose",
        "max",
        "over",
        "rate",
        "rate_max",
        "daily_max",
        "concentration_max",
        "interval",
        "repeat",
        "dilution",
    )
    for regimen in REGIMENS:
        texts = {passage.id: passage.text for passage in render(regimen).passages}
        for group in regimen.sheet.groups:
            for tier in group.tiers:
                found = fields(regimen, tier.id)
                for name in said:
                    assert name not in found or found[name] in texts[f"{regimen.id}#{tier.id}"], (tier.id, name)


def test_adults_and_children_stand_under_headings_of_their_own() -> None:
    for regimen in REGIMENS:
        people: dict[str, set[str]] = {}
        for passage in render(regimen).passages:
            if passage.role in ("administration", "monitoring"):
                people.setdefault(passage.section, set()).add(passage.population)
        assert all(not {"adult", "child"} <= named for named in people.values())


def test_headings_hold_no_figure_and_rows_name_their_body() -> None:
    for regimen in REGIMENS:
        bodies = {
            f"{regimen.id}#{tier.id}": group.body
            for group in regimen.sheet.groups
            for tier in group.tiers
            if not tier.refuse
        }
        for passage in render(regimen).passages:
            assert [f for f in find(passage.section) if f.kind is not Kind.NAME] == [], passage.section
            assert passage.id not in bodies or f"({bodies[passage.id]})" in passage.text


def test_ids_are_unique_and_do_not_depend_on_their_neighbours(tmp_path: Path) -> None:
    for regimen in REGIMENS:
        ids = [passage.id for passage in render(regimen).passages]
        assert len(set(ids)) == len(ids)
    before = {p.text: p.id for p in render(load_one(tmp_path, RICH)).passages}
    more = RICH.replace("cautions:\n  - {text", 'cautions:\n  - {text: "A new one.", citations: [a-source]}\n  - {text')
    after = {p.text: p.id for p in render(load_one(tmp_path, more)).passages}
    assert all(after[text] == key for text, key in before.items())


def test_a_changed_row_changes_its_hash_and_that_of_the_document_only(tmp_path: Path) -> None:
    first = render(load_one(tmp_path, RICH))
    second = render(load_one(tmp_path, RICH.replace("amount: 50 mg", "amount: 40 mg")))
    assert first.hash != second.hash
    hashes = {passage.id: passage.hash for passage in first.passages}
    assert [p.id for p in second.passages if hashes.get(p.id) != p.hash] == ["testolol-iv#heavy"]


def test_a_document_is_what_the_library_needs(rich: Regimen) -> None:
    document = render(rich)
    assert (document.kind, document.field, document.path) == ("regimen", "tests", "regimens/tests/testolol-iv.yaml")
    assert document.population == "children"
    assert all(passage.document_id == document.id and passage.citations for passage in document.passages)


def test_the_library_takes_the_rows_among_what_documents_may_include(tmp_path: Path) -> None:
    load_text(tmp_path, RICH)
    (tmp_path / "references.json").write_text(
        '[{"id": "a-source", "type": "webpage", "title": "A source", "custom": {"type": "guideline", "depth": "full-text", '
        '"population": "human", "region": "uk", "country": "United Kingdom", "body": "Test Board", "verified": "yes"}}]',
        encoding="utf-8",
    )
    corpus = read_corpus([tmp_path])
    assert [str(refusal) for refusal in corpus.refusals] == []
    assert corpus.included["testolol-iv#heavy.dose"].text == "50 mg"
    assert corpus.included["testolol-iv#heavy"].population == "child"
    assert "testolol-iv" in corpus.documents
