"""The commands: what they print, where, and with which exit code."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from assistant.cli import app
from assistant.records import Answer, Calculation
from assistant.settings import Settings

CLEARANCE = ["calc", "run", "creatinine_clearance", "age=67", "sex=male", "weight=72kg", "creatinine=1.8mg/dL"]


@pytest.fixture(autouse=True)
def _environment(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ASSISTANT_DATA", str(settings.data))
    monkeypatch.setenv("ASSISTANT_DATABASE", f"sqlite:///{tmp_path / 'kept.sqlite'}")


def run(*arguments: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, list(arguments))
    return done.exit_code, done.stdout, done.stderr


def test_a_calculation_is_printed_with_its_working() -> None:
    code, out, _ = run(*CLEARANCE)
    assert code == 0
    assert "41 mL/min" in out and "(140 − 67 years)" in out


def test_a_calculation_as_json_is_the_whole_record() -> None:
    code, out, _ = run(*CLEARANCE, "--json")
    calculation = Calculation.model_validate_json(out)
    assert code == 0
    assert calculation.result.value == pytest.approx(73 * 72 / (72 * 1.8))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["calc", "run", "creatinine_clearance", "age=67"], "needs weight"),
        ([*CLEARANCE[:5], "weight=800kg", "creatinine=1.8mg/dL"], "30–300 kg"),
        ([*CLEARANCE[:5], "weight=72kg", "creatinine=106mg/dL"], "µmol/L"),
        ([*CLEARANCE, "race=any"], "unknown input"),
        (["calc", "run", "creatinine_clearence", "age=67"], "creatinine_clearance"),
        (["calc", "run", "creatinine_clearance", "age"], "key=value"),
        (["calc", "show", "nothing"], "nothing"),
        (["ask", "   "], "empty"),
        (["eval", "no-such-suite"], "no suite is called"),
        (["eval", "--min", "kind"], "METRIC=VALUE"),
    ],
)
def test_a_wrong_call_says_in_one_line_what_would_be_right(arguments: list[str], said: str) -> None:
    code, out, err = run(*arguments)
    assert code == 2
    assert out == ""
    assert said in err and err.count("\n") == 1 and "Traceback" not in err


def test_an_answer_as_json_is_the_answer_and_nothing_else() -> None:
    code, out, _ = run("ask", "adrenaline in anaphylaxis?", "--json")
    answer = Answer.model_validate_json(out)
    assert code == 0
    assert answer.kind == "answer"


def test_a_conversation_goes_on_from_command_to_command() -> None:
    first = Answer.model_validate_json(
        run("ask", "creatinine clearance, 70 year old woman, creatinine 1.4 mg/dL", "--json")[1]
    )
    second = Answer.model_validate_json(run("ask", "60 kg", "--conversation", first.conversation_id, "--json")[1])
    assert [c.result.text for c in second.calculations] == ["35 mL/min"]


def test_an_answer_on_a_terminal_begins_with_its_bottom_line() -> None:
    code, out, _ = run("ask", "adrenaline in anaphylaxis?")
    assert code == 0
    assert "500 micrograms" in out
    assert out.index("500 micrograms") < out.index("References")


def test_an_answer_of_a_bottom_line_only_is_printed() -> None:
    code, out, err = run("ask", "dose of ketamine for a 9 year old")
    assert code == 0
    assert "Nothing in the indexed sources answers this" in out and "References" not in out and "Traceback" not in err


def test_the_calculators_and_regimens_are_listed_and_described() -> None:
    names = [entry["name"] for entry in json.loads(run("calc", "list", "--json")[1])]
    assert {"creatinine_clearance", "anion_gap", "infusion_rate"} <= set(names)
    assert json.loads(run("calc", "show", "anion_gap")[1])["required"] == ["sodium", "chloride", "bicarbonate"]
    assert "magnesium_sulfate_iv" in run("regimen", "list")[1]


def test_a_regimen_is_worked_out_with_its_cap() -> None:
    code, out, _ = run(
        "regimen", "run", "magnesium_sulfate_iv", "indication=torsades de pointes", "population=child", "weight=23kg"
    )
    assert code == 0
    assert "575–1,150 mg" in out and "2 g" in out


def test_the_shipped_corpus_and_regimens_pass_their_checks() -> None:
    assert run("corpus", "check")[:2] == (0, "the corpus keeps every rule\n")
    assert run("regimen", "check")[:2] == (0, "every regimen is proved\n")


def test_the_doctor_finds_nothing_wrong_here() -> None:
    code, out, _ = run("doctor", "--json")
    assert [finding for finding in json.loads(out) if not finding["well"]] == []
    assert code == 0


def test_a_setting_that_cannot_be_used_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASSISTANT_UNITS", "furlongs")
    code, _, err = run("doctor")
    assert code == 2
    assert "ASSISTANT_UNITS" in err and err.count("\n") == 1
