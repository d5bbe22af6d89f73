"""The schedule as a calendar file: every date is the schedule's, and what cannot be put into one is refused in one line."""

import base64
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice, pairwise

import pytest
from dateutil.rrule import rrulestr
from fastapi.testclient import TestClient
from icalendar import Calendar
from test_regimen_forms import ALTEPLASE, INSULIN, RegimenWard

from assistant.settings import Settings
from assistant.web.server import create_app

START = datetime(2026, 11, 26, 8, 30)
GIVEN = {"population": "adult", "weight": "120 kg", "start": START.isoformat(timespec="minutes")}


@pytest.fixture(scope="module")
def forms() -> Iterator[TestClient]:
    with TestClient(create_app(Settings(_env_file=None), RegimenWard()), raise_server_exceptions=False) as client:
        yield client


def events(body: bytes | str) -> list[tuple[str, list[datetime]]]:
    """Each event's summary and the moments at which it falls, at most a thousand."""
    calendar = Calendar.from_ical(body)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    found = []
    for event in calendar.walk("VEVENT"):
        first = event["DTSTART"].dt
        assert event["DTEND"].dt > first and event["UID"] and event["DTSTAMP"]
        rule = event.get("RRULE")
        falls = rrulestr(rule.to_ical().decode(), dtstart=first) if rule else [first]
        found.append((str(event["SUMMARY"]), list(islice(falls, 1000))))
    return found


def test_the_dates_of_a_file_are_those_of_the_schedule(forms: TestClient) -> None:
    response = forms.post("/api/v1/regimens/alteplase_iv/schedule.ics", json=GIVEN)
    assert response.status_code == 200 and response.headers["content-type"].startswith("text/calendar")
    assert "schedule.ics" in response.headers["content-disposition"]
    whole = events(response.content)
    one_body = [falls for summary, falls in whole if "NHS Ayrshire and Arran" in summary]
    quarter, half, hourly, scan = one_body
    assert quarter == [START + timedelta(minutes=15 * count) for count in range(1, 9)]
    assert half[0] == START + timedelta(hours=2) and half[-1] == START + timedelta(hours=8)
    assert {later - sooner for sooner, later in pairwise(half)} == {timedelta(minutes=30)}
    assert hourly[0] == START + timedelta(hours=8) and hourly[-1] == START + timedelta(hours=24)
    assert scan == [START + timedelta(hours=24)]


def test_the_first_dates_are_those_of_the_calculation(forms: TestClient) -> None:
    found = forms.post("/api/v1/regimens/alteplase_iv", json=GIVEN).json()["calculations"]
    dates = [datetime.fromisoformat(row["date"]) for one in found for row in one["monitoring"] if row["date"]]
    whole = events(forms.post("/api/v1/regimens/alteplase_iv/schedule.ics", json=GIVEN).content)
    assert dates and [falls[0] for _, falls in whole] == dates


def test_another_start_moves_every_date_by_as_much(forms: TestClient) -> None:
    later = {**GIVEN, "start": (START + timedelta(days=40)).isoformat(timespec="minutes")}
    one, other = (
        events(forms.post("/api/v1/regimens/alteplase_iv/schedule.ics", json=given).content) for given in (GIVEN, later)
    )
    assert [(s, [moment + timedelta(days=40) for moment in falls]) for s, falls in one] == other


def test_a_row_without_an_end_is_repeated_for_a_week(forms: TestClient) -> None:
    given = {name: text for name, text in INSULIN.items() if "unit" not in name}
    given |= {"age": "45 years", "potassium": "4.5 mmol/L", "weight": "80 kg", "start": GIVEN["start"]}
    whole = events(forms.post("/api/v1/regimens/insulin_soluble_iv/schedule.ics", json=given).content)
    (hourly,) = (falls for summary, falls in whole if "capillary glucose and ketones (Soluble insulin" in summary
                 and "Joint British" in summary)  # fmt: skip
    assert hourly[0] == START + timedelta(hours=1) and hourly[-1] == hourly[0] + timedelta(days=7)


def test_a_row_that_is_due_at_the_start_and_then_again_is_repeated(forms: TestClient) -> None:
    given = {name: text for name, text in INSULIN.items() if "unit" not in name}
    given |= {"age": "45 years", "potassium": "4.5 mmol/L", "weight": "80 kg", "start": GIVEN["start"]}
    whole = events(forms.post("/api/v1/regimens/insulin_soluble_iv/schedule.ics", json=given).content)
    falls = [moment for summary, moments in whole if "venous bicarbonate" in summary for moment in moments]
    assert {START, START + timedelta(hours=1), START + timedelta(hours=3)} <= set(falls)


def test_no_two_events_of_a_file_have_one_uid(forms: TestClient) -> None:
    body = forms.post("/api/v1/regimens/alteplase_iv/schedule.ics", json=GIVEN).content
    uids = [str(event["UID"]) for event in Calendar.from_ical(body).walk("VEVENT")]
    assert len(uids) == len(set(uids))


@pytest.mark.parametrize("given", [{"population": "adult", "weight": "120 kg"}, {"population": "adult"}])
def test_without_a_start_or_an_input_the_file_is_refused_in_one_line(forms: TestClient, given: dict[str, str]) -> None:
    response = forms.post("/api/v1/regimens/alteplase_iv/schedule.ics", json=given)
    told = response.json()["detail"]
    assert response.status_code == 422 and "\n" not in told
    assert "start" in told if "weight" in given else "weight" in str(response.json())


@pytest.mark.parametrize(("name", "typed"), [("weight", "heavy"), ("start", "soon"), ("start", "26/11/2026 08:30")])
def test_bad_input_is_refused_by_its_name(forms: TestClient, name: str, typed: str) -> None:
    response = forms.post("/api/v1/regimens/alteplase_iv/schedule.ics", json={**GIVEN, name: typed})
    told = response.json()
    assert response.status_code == 422 and told["field"] == name and told["given"] == typed and told["accepted"]
    assert "\n" not in told["detail"]


def test_an_unknown_answer_has_no_file_and_a_bad_start_is_refused(forms: TestClient) -> None:
    assert forms.get("/api/v1/answers/none/schedule.ics").status_code == 404
    assert forms.get("/api/v1/answers/none/schedule.ics", params={"start": "soon"}).status_code == 422


def test_the_page_gives_the_file_of_each_source_in_its_link(forms: TestClient) -> None:
    html = forms.post("/regimens/alteplase_iv", data={**ALTEPLASE, "start": GIVEN["start"]}).text
    cards = html.split("<form")[0].split('<section class="calc"')[1:]
    assert len(cards) > 1
    for card in cards:
        (held,) = re.findall(r'href="data:text/calendar;charset=utf-8;base64,([^"]*)" download="schedule.ics"', card)
        body = base64.b64decode(held)
        uids = [str(event["UID"]) for event in Calendar.from_ical(body).walk("VEVENT")]
        assert events(body)[0][1][0] == START + timedelta(minutes=15) and len(uids) == len(set(uids))
    assert "text/calendar" not in forms.post("/regimens/alteplase_iv", data=ALTEPLASE).text
