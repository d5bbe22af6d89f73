"""A regimen file that breaks a rule is refused with the line of what is wrong; the others load."""

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from assistant import references
from assistant.assembly import build_index, connect_desk, holdings_of
from assistant.library import Encoder, is_current, store
from assistant.regimens import files
from assistant.regimens.checks import can_be_quoted
from assistant.regimens.schema import Sheet
from assistant.settings import Settings
from tests.regimens.bench import HEAD, SHIPPED, TIERS, line_of, load_all, load_one, load_text, write_regimen

GOOD = write_regimen()
SCHEMA = Path(__file__).resolve().parents[2] / "docs" / "regimen.schema.json"
BROKEN = [
    pytest.param("over: 5 min\n  citations: [a-source]", "over: 5 min", "id: light", "citations: is missing", id="no citation"),
    pytest.param("max: 0.06 g, ", "", "dose: {per_kg", "no_max", id="no maximum"),
    pytest.param("max: 0.06 g", "max: 0.06 g, no_max: none given", "dose: {per_kg", "not both", id="maximum and none"),
    pytest.param("max: 0.06 g", "max: 6 mL", "dose: {per_kg", "not measured in", id="maximum of another kind"),
    pytest.param("max: 0.06 g", "max: 60.1234 mg", "dose: {per_kg", "rounding", id="maximum that rounds"),
    pytest.param("2–4 mg/kg", "2–4 mg", "dose: {per_kg", "measures mass, not", id="dose without its kilogram"),
    pytest.param("amount: 50 mg", "amount: 50 mg/h", "dose: {amount", "measures mass/time", id="a rate as a dose"),
    pytest.param("amount: 50 mg", "amount: 50 furlongs", "dose: {amount", "cannot be read", id="unknown unit"),
    pytest.param("amount: 50 mg", "amount: 50 mg, per_kg: 1 mg/kg", "dose: {amount", "either", id="two doses"),
    pytest.param("over: 5 min", "over: 5 mg", "over:", "measures mass, not time", id="a duration in milligrams"),
    pytest.param("over: 5 min", "rate_max: 5 min", "rate_max:", "not", id="a rate in minutes"),
    pytest.param("over: 5 min", "concentration_max: 5 mg/h", "concentration_max:", "not", id="a strength over time"),
    pytest.param("over: 5 min", "daily_max: 5 mg", "daily_max:", "in a day", id="a daily maximum without its day"),
    pytest.param("over: 5 min", "ovre: 5 min", "ovre:", "not a field", id="unknown field"),
    pytest.param("over: 5 min", "over: 5", "over: 5", "not text; set it in quotes", id="a bare number"),
    pytest.param("label: child, below the limit", "label: child under 20 kg", "label:", "in words", id="figure in a label"),
    pytest.param("label: child, below the limit", "label: adult, light", "label:", "names others", id="label of others"),
    pytest.param('"[1, 20)"', '"[1, 20"', "when:", "is not an interval", id="half an interval"),
    pytest.param('"[1, 20)"', '"(20, 20)"', "when:", "holds no value", id="empty interval"),
    pytest.param('"[1, 20)"', '"[0, 20)"', "when:", "reaches outside", id="beyond what is covered"),
    pytest.param("when: {weight: ", "when: {wieght: ", "when:", "not among the needs", id="unknown need"),
    pytest.param("dose: {amount: 50 mg}", "refuse: Ask a senior.\n        dose: {amount: 50 mg}", "refuse:", "not both", id="refuses and gives"),
    pytest.param("dose: {amount: 50 mg}", "over: 5 min", "id: heavy", "says why not", id="gives nothing"),
    pytest.param("id: heavy", "id: light", "id: light\n        label: child, from", "two rows", id="two rows of one name"),
    pytest.param("repeat: after 10 min", "repeat: at most 10 min, over: 3 h", "repeat:", "not YAML", id="not YAML"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "near", "said"), BROKEN)
def test_a_broken_rule_is_refused_with_its_line(tmp_path: Path, old: str, new: str, near: str, said: str) -> None:
    indented = old.replace("\n", "\n      ")
    assert indented in GOOD
    text = GOOD.replace(indented, new, 1)
    regimens, refusals = load_text(tmp_path, text)
    assert regimens == ()
    assert any(said in refusal.reason for refusal in refusals), [str(refusal) for refusal in refusals]
    assert line_of(text, near) in [refusal.line for refusal in refusals], [str(refusal) for refusal in refusals]
    assert all(refusal.path.endswith("testolol-iv.yaml") for refusal in refusals)


@pytest.mark.parametrize("name", ["id", "title", "drug", "route", "status", "version", "last_updated", "groups"])
def test_a_file_without_a_required_field_is_refused(tmp_path: Path, name: str) -> None:
    lines = GOOD.split("\n")
    kept = [line for line in lines if not line.startswith(f"{name}:")]
    if name == "groups":
        kept = lines[: lines.index("groups:")]
    regimens, refusals = load_text(tmp_path, "\n".join(kept))
    assert regimens == ()
    assert refusals[0].reason == f"{name}: is missing"


def test_a_refusal_names_the_exact_line(tmp_path: Path) -> None:
    text = GOOD.replace("over: 5 min", "over: 5 mg")
    _, (refusal,) = load_text(tmp_path, text)
    assert refusal.line == line_of(text, "over: 5 mg")


def test_a_field_given_twice_is_refused_though_yaml_would_take_the_later(tmp_path: Path) -> None:
    text = GOOD.replace("over: 5 min", "over: 5 min\n        over: 50 min")
    regimens, (refusal,) = load_text(tmp_path, text)
    assert regimens == ()
    assert refusal.reason == "over is given twice"
    assert refusal.line == line_of(text, "over: 50 min")


def test_a_dose_without_a_maximum_may_say_why(tmp_path: Path) -> None:
    text = GOOD.replace("max: 0.06 g", "no_max: The source writes none.")
    (regimen,), refusals = load_text(tmp_path, text)
    assert refusals == ()
    (outcome,) = regimen.calculate({})  # asks
    assert outcome.inputs  # type: ignore[union-attr]


def test_the_other_files_load_beside_a_broken_one(tmp_path: Path) -> None:
    load_text(tmp_path, GOOD)
    broken = tmp_path / "regimens" / "tests" / "broken.yaml"
    broken.write_text(
        GOOD.replace('"[20, 80]"', '"(20, 80]"').replace("id: testolol-iv", "id: broken"), encoding="utf-8"
    )
    regimens, (refusal,) = load_all(tmp_path / "regimens")
    assert [regimen.id for regimen in regimens] == ["testolol-iv"]
    assert refusal.path == str(broken)


def test_what_an_index_holds_is_not_proved_again_and_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proved: list[str] = []
    monkeypatch.setattr(files, "check_sheet", lambda sheet: proved.append(sheet.id) or ())
    (tmp_path / "regimens").mkdir()
    (tmp_path / "regimens" / "testolol-iv.yaml").write_text(GOOD, encoding="utf-8")
    trusted, _ = files.load_all(tmp_path / "regimens", proved=True)
    assert not proved
    again, _ = files.load_all(tmp_path / "regimens")
    assert proved == ["testolol-iv"] and trusted == again


@pytest.mark.parametrize("whole", (True, False))
def test_what_is_read_without_proof_is_in_no_desk_unless_the_index_holds_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, whole: bool
) -> None:
    """A file that breaks a rule is in no index, so a start that trusts the index leaves it out."""
    folder = tmp_path / "site" / "regimens" / "tests"
    folder.mkdir(parents=True)
    work = next(iter(references.load(SHIPPED.parent / "references.json")))
    text = GOOD.replace("a-source", work).replace("another-source", work)
    text = text if whole else text.replace('"[20, 80]"', '"(20, 80]"')
    (folder / "testolol-iv.yaml").write_text(text, encoding="utf-8")
    shutil.copy(SHIPPED.parent / "references.json", tmp_path / "site" / "references.json")
    shutil.copytree(SHIPPED.parent / "guidelines" / "electrolytes", tmp_path / "site" / "guidelines" / "electrolytes")
    settings = Settings(_env_file=None, built_in=False, corpus=str(tmp_path / "site"), data=tmp_path / "data")
    monkeypatch.setattr(Encoder, "encode", lambda encoder, texts, progress=None: np.ones((len(texts), 384), np.float32))
    monkeypatch.setattr(Encoder, "prepare", lambda encoder, texts: None)
    monkeypatch.setattr(store, "write_store", lambda *given: None)
    build_index(settings, (), rebuild=False, progress=None)
    assert is_current(holdings_of(settings))
    with connect_desk(settings) as desk:
        assert ("testolol_iv" in {entry.name for entry in desk.registry.all()}) is whole


def test_a_file_is_called_as_its_id(tmp_path: Path) -> None:
    _, (refusal,) = load_text(tmp_path, GOOD.replace("id: testolol-iv", "id: other"))
    assert (refusal.line, "testolol-iv.yaml" in refusal.reason) == (1, True)


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "just words", "a: [", "\x00"])
def test_what_is_no_regimen_is_refused_without_a_traceback(tmp_path: Path, text: str) -> None:
    regimens, refusals = load_text(tmp_path, text)
    assert regimens == () and len(refusals) == 1


def test_two_groups_that_measure_one_need_otherwise_are_refused(tmp_path: Path) -> None:
    other = write_regimen().split("groups:\n")[1].replace("id: one", "id: two").replace("unit: kg", "unit: mL")
    text = GOOD + other.replace("id: light", "id: light-two").replace("id: heavy", "id: heavy-two")
    regimens, refusals = load_text(tmp_path, text)
    assert regimens == () and refusals


def test_a_group_of_adults_takes_no_age_of_childhood(tmp_path: Path) -> None:
    needs = 'age: {unit: years, covers: "[16, 120]", means: "age"}'
    tiers = "- {id: all, label: adult, dose: {amount: 5 mg}, citations: [a-source]}\n"
    text = write_regimen(tiers, needs).replace("population: child", "population: adult")
    regimens, refusals = load_text(tmp_path, text)
    assert regimens == ()
    assert "from 18 to 120 years only" in refusals[0].reason


def test_an_unknown_need_says_what_is_plausible(tmp_path: Path) -> None:
    needs = 'zinc: {unit: µmol/L, covers: "[1, 20]", means: "serum zinc"}'
    tiers = "- {id: all, label: child, dose: {amount: 5 mg}, citations: [a-source]}\n"
    _, refusals = load_text(tmp_path, write_regimen(tiers, needs))
    assert "plausible" in refusals[0].reason
    assert load_one(tmp_path, write_regimen(tiers, needs.replace("means", 'plausible: "[0, 100]", means')))


def test_a_figure_that_would_be_torn_from_its_row_is_refused(tmp_path: Path) -> None:
    torn = TIERS.replace("dose: {amount: 50 mg}", "dose: {amount: 5 mg}\n  dilution: 5 mg in 50 mL and 10 mL")
    assert load_text(tmp_path, write_regimen(torn))[0]  # "5 mg" stands whole in the row, and torn beside it
    assert not can_be_quoted("1 mg", "0.01 mg/kg, at most 0.1 mg")
    assert not can_be_quoted("5 mL", "50–55 mL of glucose")
    assert can_be_quoted("1 mg", "0.01 mg/kg, then 1 mg once")


def test_the_shipped_files_are_taken_whole() -> None:
    regimens, refusals = load_all(SHIPPED)
    assert [str(refusal) for refusal in refusals] == []
    names = {regimen.name for regimen in regimens}
    assert {"adrenaline_im_anaphylaxis", "potassium_iv", "magnesium_sulfate_iv", "magnesium_aspartate_oral"} <= names


def test_the_schema_in_the_docs_is_true() -> None:
    written = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert written == json.loads(json.dumps(Sheet.model_json_schema())), (
        "write it again: python -m assistant.regimens.schema > docs/regimen.schema.json"
    )


def test_the_head_of_the_bench_is_what_a_file_begins_with() -> None:
    assert GOOD.startswith(HEAD)
