"""Every calculator has its page: a form with units and ranges, its formula, its sources; what is sent is calculated there."""

import re
from html import unescape

import pytest
from conftest import Open
from fastapi.testclient import TestClient

from assistant.calculators import Calculator, load
from assistant.intake.declarations import Choice, Day

EACH = pytest.mark.parametrize("calculator", load(), ids=lambda calculator: calculator.name)


def seen(html: str) -> str:
    """What a person reads of a page."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", re.sub(r"</?span[^>]*>", "", html))).split())


def test_the_list_names_every_calculator_and_links_it(client: TestClient) -> None:
    page = client.get("/calculators").text
    for calculator in load():
        assert f'href="calculators/{calculator.name}"' in page
        assert unescape(page).count(calculator.title) >= 1


@EACH
def test_a_page_asks_for_every_input_with_its_units_and_shows_formula_and_sources(
    client: TestClient, calculator: Calculator
) -> None:
    html = client.get(f"/calculators/{calculator.name}").text
    text = seen(html)
    for slot in calculator.slots:
        assert f'name="{slot.name}"' in html and slot.label in text
        if isinstance(slot.declared, Choice):
            assert all(f">{option}</option>" in unescape(html) for option in slot.declared.options)
        elif not isinstance(slot.declared, Day):
            assert all(unit in text for unit in slot.units or ()) and " ".join(slot.accepted.split()) in text
        if slot.declared.counts:
            assert " ".join(slot.declared.counts.split()) in text
    assert "Formula =" in text.replace("  ", " ") or " = " in text
    assert "Sources" in text
    assert len(re.findall(r"<li>", html.split("<h2>Sources</h2>")[1])) == len(
        {*calculator.references, *(band.reference for band in calculator.bands)}
    )


@EACH
def test_a_sent_form_is_calculated(client: TestClient, calculator: Calculator) -> None:
    vector = calculator.vectors[-1]
    text = seen(client.post(f"/calculators/{calculator.name}", data=dict(vector.given)).text)
    assert vector.printed in text and "from the form" in text


def test_a_unit_chosen_beside_a_number_is_its_unit(client: TestClient) -> None:
    sent = {
        "age": "67",
        "sex": "male",
        "weight": "72",
        "weight unit": "kg",
        "creatinine": "159",
        "creatinine unit": "µmol/L",
    }
    assert "41 mL/min" in seen(client.post("/calculators/creatinine_clearance", data=sent).text)
    wrong = seen(client.post("/calculators/creatinine_clearance", data={**sent, "creatinine unit": "mg/dL"}).text)
    assert "creatinine" in wrong and "µmol/L" in wrong


def test_a_score_with_open_items_is_a_range_and_the_rest_is_named(client: TestClient) -> None:
    text = seen(client.post("/calculators/fever_pain", data={"fever": "yes"}).text)
    assert "1–5 points" in text and "Still to be answered: pus on the tonsils" in text


def test_inputs_without_a_result_are_refused_on_the_page(client: TestClient) -> None:
    sent = {"sodium": "140", "chloride": "100", "bicarbonate": "24"}
    response = client.post("/calculators/delta_ratio", data=sent)
    assert response.status_code == 200
    assert "bicarbonate: 24 is not a value with which the formula has a result" in seen(response.text)


def test_what_is_typed_is_shown_and_does_nothing_else(client: TestClient) -> None:
    html = client.post("/calculators/creatinine_clearance", data={"age": '"><script>alert(1)</script>'}).text
    assert "<script>" not in html


def test_an_unknown_calculator_is_not_found(client: TestClient) -> None:
    assert client.get("/calculators/nonsense").status_code == 404
    assert client.get("/calculators/magnesium_sulfate_iv").status_code == 404


@pytest.mark.browser
@pytest.mark.parametrize("width", [1280, 390])
def test_a_form_is_filled_and_sent_in_a_browser(open_page: Open, width: int) -> None:
    page = open_page(viewport={"width": width, "height": 844})
    with page.expect_popup() as opened:  # in a tab of its own, so that the conversation stays
        page.get_by_role("link", name="Calculators").first.click()
    page = opened.value
    page.get_by_role("link", name="FeverPAIN").click()
    page.get_by_label("fever within the last day").select_option("yes")
    page.get_by_role("button", name="Calculate").click()
    assert page.locator(".result").inner_text() == "1–5 points"
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
