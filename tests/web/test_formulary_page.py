"""A site's formulary on the pages: its strengths make the volumes, its notices stand beside the dose, a bad file says what is wrong."""

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from test_regimen_forms import ALTEPLASE, HELD, RegimenWard, results

from assistant.errors import CorpusError
from assistant.regimens import read_formulary
from assistant.settings import Settings
from assistant.web.server import create_app

IDS = [regimen.id for regimen in HELD]


def read_settings(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str) -> Settings:
    """The settings of a site whose environment names a formulary of this text."""
    path = folder / "ward-formulary.yaml"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setenv("ASSISTANT_FORMULARY", str(path))
    return Settings(_env_file=None)


def show(settings: Settings, name: str, sent: dict[str, str]) -> list[str]:
    """The results of a regimen on its page at that site."""
    site = read_formulary(settings.formulary, IDS, settings.units)
    held = tuple(replace(regimen, site=site) for regimen in HELD)
    with TestClient(create_app(settings, RegimenWard(held))) as client:
        return results(client.post(f"/regimens/{name}", data=sent).text)


def test_the_strengths_that_a_site_stocks_shape_the_volumes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    settings = read_settings(monkeypatch, tmp_path, (
        "medicines:\n  alteplase-iv:\n    local_name: Lysin\n    notice: Ask the stroke team first.\n"
        "    strengths:\n      - {name: alteplase of the ward, strength: 2 mg/mL}\n"
    ))  # fmt: skip
    first, *_ = show(settings, "alteplase_iv", ALTEPLASE)
    assert "9 mg, 4.5 mL of alteplase of the ward 2 mg/mL" in first.replace(" ,", ",")
    assert "40.5 mL of alteplase of the ward" in first and "1 mg/mL" not in first.split("working")[0]
    assert "Ask the stroke team first." in first and "Known at this site as Lysin." in first
    assert "Not stocked" not in first and "Restricted" not in first


def test_a_site_without_a_formulary_has_the_strengths_of_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ASSISTANT_FORMULARY", raising=False)
    first, *_ = show(Settings(_env_file=None), "alteplase_iv", ALTEPLASE)
    assert "9 mL of alteplase reconstituted in water for injections 1 mg/mL" in first
    assert "at this site" not in first


@pytest.mark.parametrize(
    ("status", "told"), [("not stocked", "Not stocked at this site."), ("restricted", "Restricted at this site.")]
)
def test_what_is_not_stocked_or_restricted_is_told_before_every_other_notice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, status: str, told: str
) -> None:
    text = f"medicines:\n  alteplase-iv:\n    status: {status}\n"
    shown = show(read_settings(monkeypatch, tmp_path, text), "alteplase_iv", ALTEPLASE)
    assert shown and all(told in one for one in shown)
    assert all(one.index(told) < one.index("contraindicated") for one in shown if "contraindicated" in one)
    others = show(read_settings(monkeypatch, tmp_path, text), "adrenaline_im_anaphylaxis", {"age": "4 years"})
    assert others and not any(told in one for one in others)


@pytest.mark.parametrize(
    ("text", "line", "wrong"),
    [
        ("medicines:\n  alteplase:\n    status: stocked\n", 2, "no regimen is called alteplase"),
        ("medicines:\n  alteplase-iv:\n    status: sold out\n", 3, "status"),
        ("medicines:\n  alteplase-iv:\n    colour: blue\n", 3, "colour"),
        ("medicines:\n  alteplase-iv:\n    strengths:\n      - {name: vial, strength: strong}\n", 4, "strong"),
        ("medicines: [\n", 2, ""),
        ("- alteplase-iv\n", 1, ""),
        ("", 1, ""),
    ],
)
def test_a_bad_formulary_gives_one_line_with_the_file_the_line_and_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, line: int, wrong: str
) -> None:
    settings = read_settings(monkeypatch, tmp_path, text)
    with pytest.raises(CorpusError) as raised:
        read_formulary(settings.formulary, IDS, settings.units)
    told = str(raised.value)
    assert "\n" not in told and "ward-formulary.yaml" in told and wrong in told
    assert raised.value.line == line


def test_a_formulary_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ASSISTANT_FORMULARY", str(tmp_path / "absent.yaml"))
    settings = Settings(_env_file=None)
    with pytest.raises(CorpusError, match=r"absent\.yaml.*cannot be read"):
        read_formulary(settings.formulary, IDS, settings.units)
