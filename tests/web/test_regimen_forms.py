"""The form of a regimen, sent as a browser sends it: whose dose it is, which maximum held it, what is missing, what was wrong."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest
from conftest import Open, ask, served
from fastapi.testclient import TestClient
from test_registry_page import seen
from ward import Turned, WardAssistant, magnesium

from assistant import calculators, references
from assistant.composers.draft import DraftStatement
from assistant.records import Given
from assistant.regimens import Regimen, load_all
from assistant.settings import Settings
from assistant.web.server import create_app

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
HELD = load_all(CORPUS / "regimens", references.load(CORPUS / "references.json"))[0]
ALTEPLASE = {"population": "adult", "weight": "120", "weight unit": "kg"}
INSULIN = {"indication": "diabetic ketoacidosis", "population": "adult", "age": "45", "age unit": "years",
           "potassium": "4.5", "potassium unit": "mmol/L", "weight": "80", "weight unit": "kg"}  # fmt: skip


class RegimenRegistry:
    """The real regimens beside the real calculators."""

    def __init__(self, held: tuple[Regimen, ...] = HELD) -> None:
        self.entries = {entry.name: entry for entry in (*held, *calculators.load())}

    def all(self) -> tuple[object, ...]:
        return tuple(self.entries.values())

    def get(self, name: str, kind: str | None = None) -> object:
        return self.entries[name]


class RegimenWard(WardAssistant):
    """A ward with the real regimens, which asks for all that alteplase takes before it answers."""

    def __init__(self, held: tuple[Regimen, ...] = HELD) -> None:
        super().__init__()
        self.registry = RegimenRegistry(held)  # type: ignore[assignment]

    def _turn(self, question: str, conversation_id: str, form: Mapping[str, Given]) -> Turned:
        turned = magnesium(question)
        if form:
            return turned
        regimen = self.registry.get("alteplase_iv")
        asked = tuple(slot.as_missing("alteplase_iv") for slot in regimen.slots)
        more = {"kind": "clarification", "missing_inputs": asked}
        return Turned((DraftStatement("bottom_line", "Alteplase needs some inputs."),), turned.material, more=more)


@pytest.fixture(scope="module")
def forms() -> Iterator[TestClient]:
    with TestClient(create_app(Settings(_env_file=None), RegimenWard()), raise_server_exceptions=False) as client:
        yield client


def results(html: str) -> list[str]:
    """What a person reads of each result, which stand before the form."""
    return [seen(part) for part in html.split("<form")[0].split('<section class="calc"')[1:]]


def field_of(html: str, name: str) -> str:
    """The value that a field came back with."""
    found = re.search(rf'<input[^>]* name="{name}"[^>]* value="([^"]*)"', html)
    return unescape(found.group(1)) if found else ""


def test_a_dose_above_its_maximum_is_shown_held_and_the_maximum_is_said(forms: TestClient) -> None:
    above, *_ = results(forms.post("/regimens/alteplase_iv", data=ALTEPLASE).text)
    assert re.search(r"maximum 9 mg applied", above) and "infusion 81 mg" in above
    assert "10.8 mg" in above.split("working")[1] and "10.8 mg" not in above.split("working")[0]
    below, *_ = results(forms.post("/regimens/alteplase_iv", data={**ALTEPLASE, "weight": "70"}).text)
    assert "maximum 9 mg not reached" in below and "6.3 mg" in below


def test_each_result_says_first_whose_it_is_then_the_dose(forms: TestClient) -> None:
    shown = results(forms.post("/regimens/alteplase_iv", data=ALTEPLASE).text)
    heads = [re.split(r"\b9 mg", text)[0] for text in shown]
    assert any("NHS Ayrshire and Arran, UK" in head for head in heads)
    assert any("American Heart Association" in head for head in heads)


def test_a_patient_near_an_end_that_we_decided_is_told(forms: TestClient) -> None:
    sent = {
        "indication": "treatment of venous thromboembolism",
        "population": "adult",
        "crcl": "29.9",
        "weight": "82 kg",
    }
    near = forms.post("/regimens/enoxaparin_sc", data=sent).text
    assert any("where the edge is our reading" in text for text in results(near))
    far = forms.post("/regimens/enoxaparin_sc", data={**sent, "crcl": "60"}).text
    assert results(far) and not any("where the edge is our reading" in text for text in results(far))


def test_what_is_missing_is_asked_once_by_its_name(forms: TestClient) -> None:
    html = forms.post("/regimens/alteplase_iv", data={"population": "adult"}).text
    assert not results(html)
    assert seen(html).count("Still to be answered: actual body weight.") == 1
    without_allergy = forms.post("/regimens/piperacillin_tazobactam_iv", data={"indication": "febrile neutropenia",
        "population": "adult", "crcl": "60"}).text  # fmt: skip
    assert seen(without_allergy).count("Still to be answered") == 1
    assert "allergies that are known" in seen(without_allergy.split("<form")[0])


@pytest.mark.parametrize(
    ("name", "typed"), [("weight", "heavy"), ("weight", "-3 kg"), ("start", "soon"), ("population", "elderly")]
)
def test_nonsense_is_told_in_one_line_and_nothing_that_was_typed_is_lost(
    forms: TestClient, name: str, typed: str
) -> None:
    sent = {**ALTEPLASE, "allergy": "latex", "medicines": 'aspirin "75"', name: typed}
    response = forms.post("/regimens/alteplase_iv", data=sent)
    alerts = re.findall(r'role="alert">(.*?)</p>', response.text)
    assert response.status_code == 200 and len(alerts) == 1 and not results(response.text)
    assert name in seen(alerts[0])
    assert field_of(response.text, "allergy") == "latex"
    assert field_of(response.text, "medicines") == 'aspirin "75"'
    if name != "population":
        assert typed in (field_of(response.text, name), f"{field_of(response.text, name)} kg")
    if name != "weight":
        assert field_of(response.text, "weight") == "120"
        assert '<option value="kg" selected>' in response.text


def test_a_number_is_taken_with_the_only_unit_that_stands_beside_its_box(forms: TestClient) -> None:
    html = forms.post("/regimens/insulin_soluble_iv", data={**INSULIN, "ketones": "4"}).text
    assert "8 units/h" in results(html)[0] and field_of(html, "ketones") == "4"
    assert '<span class="unit">mmol/L</span>' in html


def test_a_stated_allergy_stops_the_dose_on_the_page_too(forms: TestClient) -> None:
    sent = {"indication": "febrile neutropenia", "population": "adult", "crcl": "60", "allergy": "penicillin"}
    html = forms.post("/regimens/piperacillin_tazobactam_iv", data=sent).text
    assert not results(html) and "an allergy to penicillin was stated" in seen(html.split("<form")[0])


def test_a_moment_and_words_have_boxes_of_their_kind(forms: TestClient) -> None:
    html = forms.get("/regimens/alteplase_iv").text
    assert re.search(r'<input id="field-start" name="start" type="datetime-local"', html)
    assert re.search(r'<input id="field-allergy" name="allergy" type="text"', html)
    for name in ("start", "allergy", "medicines"):
        assert f'<label for="field-{name}">' in html


@pytest.fixture(scope="module")
def asking() -> Iterator[tuple[str, RegimenWard]]:
    ward = RegimenWard()
    with served(ward) as where:
        yield where, ward


@pytest.mark.browser
def test_a_form_in_the_chat_takes_a_moment_and_words_as_they_are(
    open_page: Open, asking: tuple[str, RegimenWard]
) -> None:
    where, ward = asking
    page = open_page(where)
    ask(page, "Alteplase?")
    form = page.locator("form.inputs")
    form.wait_for()
    start, allergy = form.get_by_label("when it is started"), form.get_by_label("allergies that are known")
    assert start.get_attribute("type") == "datetime-local" and allergy.get_attribute("type") == "text"
    start.fill("2026-11-26T08:30")
    allergy.fill("none known")
    form.get_by_label("actual body weight").first.fill("120")
    form.get_by_label("Unit of actual body weight").select_option("kg")
    form.get_by_role("button", name="Calculate").click()
    page.locator("#chat article.answer").nth(1).wait_for()
    question, _, given = ward.asked[-1]
    assert {name: item.value for name, item in given.items()} == {
        "start": "2026-11-26T08:30", "allergy": "none known", "weight": "120 kg",
    }  # fmt: skip
    assert "allergy none known" in question


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_dose_is_worked_out_in_a_browser_and_its_schedule_taken_home(
    open_page: Open, asking: tuple[str, RegimenWard], width: int, tmp_path: Path
) -> None:
    where, _ = asking
    front = open_page(where, viewport={"width": width, "height": 844}, accept_downloads=True)
    page = front.context.new_page()  # beside the chat, which notes it as an error to be left while it loads
    page.goto(f"{where}/regimens/alteplase_iv")
    page.get_by_label("adult, child or pregnancy").select_option("adult")
    page.get_by_label("actual body weight", exact=True).fill("120")
    page.get_by_label("Unit of actual body weight").select_option("kg")
    page.get_by_label("when it is started").fill("2026-11-26T08:30")
    page.get_by_role("button", name="Work out").click()
    assert page.locator(".result").first.inner_text() == "9 mg"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    with page.expect_download() as download:
        page.get_by_role("link", name="Schedule as calendar file").first.click()
    assert download.value.suggested_filename == "schedule.ics"
    download.value.save_as(tmp_path / "schedule.ics")
    assert b"DTSTART:20261126T084500" in (tmp_path / "schedule.ics").read_bytes()
