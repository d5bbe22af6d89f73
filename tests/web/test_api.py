"""The API keeps its contract, and says in a problem document what is wrong with a request."""

import json
from typing import Any

import httpx
import pytest
from conftest import served
from fastapi.testclient import TestClient
from ward import WardAssistant

from assistant.figures import find
from assistant.records import Answer, Calculation, Conversation, Document

MAGNESIUM = "What is the oral dose of magnesium in mild deficiency?"
CLEARANCE = {"age": "67 years", "sex": "male", "weight": "72 kg", "creatinine": "1.8 mg/dL"}


def post(client: TestClient, path: str, body: Any) -> Any:
    return client.post(f"/api/v1/{path}", json=body)


def problem_of(response: Any, status: int) -> dict[str, Any]:
    """The problem document of a response; what a person reads of it holds no figure."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    body: dict[str, Any] = response.json()
    assert body["status"] == status and body["type"].startswith("urn:plumbline:problem:")
    assert not find(body["title"]) and not find(body["detail"]), body
    return body


def test_an_answer_is_the_answer_of_the_contract(client: TestClient) -> None:
    answer = Answer.model_validate(post(client, "ask", {"question": MAGNESIUM}).json())
    assert answer.kind == "answer" and answer.citations and answer.figures


def test_the_audience_and_the_inputs_reach_the_assistant(client: TestClient, ward: WardAssistant) -> None:
    post(client, "ask", {"question": "Clearance?", "audience": "nurse", "inputs": {"weight": "72 kg", "age": 67}})
    question, audience, given = ward.asked[-1]
    assert (question, audience) == ("Clearance?", "nurse")
    assert {name: (item.text, item.origin) for name, item in given.items()} == {
        "weight": ("72 kg", "caller"),
        "age": ("67.0", "caller"),
    }


def test_what_was_answered_can_be_read_again(client: TestClient) -> None:
    answer = post(client, "ask", {"question": MAGNESIUM}).json()
    again = post(client, "ask", {"question": MAGNESIUM, "conversation_id": answer["conversation_id"]}).json()
    assert client.get(f"/api/v1/answers/{answer['id']}").json() == answer
    kept = Conversation.model_validate(client.get(f"/api/v1/conversations/{answer['conversation_id']}").json())
    assert [turn.answer.id for turn in kept.turns] == [answer["id"], again["id"]]
    assert Document.model_validate(client.get("/api/v1/documents/hypomagnesaemia").json()).passages


@pytest.mark.parametrize(
    "path", ["answers/none", "conversations/none", "documents/none", "calculators/none", "regimens/none"]
)
def test_what_is_not_there_is_not_found(client: TestClient, path: str) -> None:
    assert problem_of(client.get(f"/api/v1/{path}"), 404)["name"] == "none"


def test_a_near_miss_names_the_nearest(client: TestClient) -> None:
    assert "anion_gap" in problem_of(client.get("/api/v1/calculators/anion_gab"), 404)["nearest"]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "question"),
        ({"question": ""}, "question"),
        ({"question": " \t\n"}, "question"),
        ({"question": "\x00\x07\x1b"}, "question"),
        ({"question": "a" * 10_000}, "question"),
        ({"question": "5" * 10_000}, "question"),
        ({"question": 5}, "question"),
        ({"question": "x", "audience": "parrot"}, "audience"),
        ({"question": "x", "colour": "red"}, "colour"),
        ({"question": "x", "inputs": {"age": True}}, "inputs"),
        ({"question": "x", "inputs": {"age": {}}}, "inputs"),
        ({"question": "x", "inputs": {"age": "9" * 300}}, "inputs"),
        ({"question": "x", "conversation_id": "c" * 101}, "conversation_id"),
        ([], "body"),
        ("question", "body"),
    ],
)  # fmt: skip
def test_a_bad_request_is_told_which_field(client: TestClient, body: Any, field: str) -> None:
    assert problem_of(post(client, "ask", body), 422)["field"] == field


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b'{"question": "\\ud800 magnesium"}',
        b'{"question": NaN}',
        b"[" * 5000,
        b'{"question": "a", "inputs": {"age": NaN}}',
    ],
)
def test_broken_json_is_told_so(client: TestClient, raw: bytes) -> None:
    problem_of(client.post("/api/v1/ask", content=raw, headers={"Content-Type": "application/json"}), 422)


def test_another_kind_of_body_is_told_so(client: TestClient) -> None:
    problem_of(client.post("/api/v1/ask", data={"question": MAGNESIUM}), 422)


@pytest.mark.parametrize(
    "question", ["5", "12 34", "<b>magnesium</b>", "**magnesium** [x](javascript:alert(1))", "🙂", "\u202emagnesium"]
)
def test_an_odd_question_is_still_answered(client: TestClient, question: str) -> None:
    assert post(client, "ask", {"question": question}).status_code == 200


def test_the_wrong_method_is_told_so(client: TestClient) -> None:
    problem_of(client.get("/api/v1/ask"), 405)


def test_what_goes_wrong_inside_stays_inside(client: TestClient) -> None:
    response = post(client, "ask", {"question": "explode"})
    problem_of(response, 500)
    assert "secret" not in response.text


def events_of(text: str) -> list[tuple[str, Any]]:
    """The events of a stream."""
    blocks = (dict(line.split(": ", 1) for line in block.split("\n")) for block in text.strip().split("\n\n"))
    return [(block["event"], json.loads(block["data"])) for block in blocks]


def test_a_stream_tells_its_stages_then_sentences_then_the_answer(client: TestClient) -> None:
    response = post(client, "ask/stream", {"question": MAGNESIUM})
    assert response.headers["content-type"].startswith("text/event-stream")
    events = events_of(response.text)
    assert list(dict.fromkeys(name for name, _ in events)) == ["stage", "delta", "answer"]
    answer = Answer.model_validate(events[-1][1])
    assert [value["delta"] for name, value in events if name == "delta"] == [s.text for s in answer.statements]


@pytest.mark.parametrize(("question", "status"), [("\x00", 422), ("explode", 500)])
def test_a_stream_that_fails_ends_with_its_problem(client: TestClient, question: str, status: int) -> None:
    name, body = events_of(post(client, "ask/stream", {"question": question}).text)[-1]
    assert (name, body["status"]) == ("error", status)
    assert "secret" not in json.dumps(body)


def test_calculators_are_listed_with_inputs_that_say_no_more_than_they_take(client: TestClient) -> None:
    listed = {entry["name"]: entry for entry in client.get("/api/v1/calculators").json()}
    assert "magnesium_oral" not in listed
    assert [i["name"] for i in listed["creatinine_clearance"]["inputs"]] == ["age", "weight", "sex", "creatinine"]
    schema = client.get("/api/v1/calculators/creatinine_clearance").json()
    assert set(schema["required"]) == set(CLEARANCE) and schema["additionalProperties"] is False


def test_a_calculation_shows_its_working(client: TestClient) -> None:
    done = Calculation.model_validate(post(client, "calculators/creatinine_clearance", CLEARANCE).json())
    assert done.result.text == "41 mL/min" and done.steps


@pytest.mark.parametrize(
    ("inputs", "kind", "field"),
    [
        ({}, "missing-inputs", "age"),
        (CLEARANCE | {"height": "170 cm"}, "unknown-input", "height"),
        (CLEARANCE | {"weight": "72 mmol"}, "wrong-unit", "weight"),
        (CLEARANCE | {"weight": "4000 kg"}, "out-of-range", "weight"),
        (CLEARANCE | {"creatinine": "106 mg/dL"}, "unit-doubt", "creatinine"),
        (CLEARANCE | {"weight": "<script>"}, "unreadable-input", "weight"),
    ],
)
def test_an_input_that_cannot_be_used_is_named(client: TestClient, inputs: Any, kind: str, field: str) -> None:
    body = problem_of(post(client, "calculators/creatinine_clearance", inputs), 422)
    assert (body["type"].rsplit(":", 1)[-1], body["field"]) == (kind, field)


def test_each_body_of_a_regimen_has_its_say(client: TestClient) -> None:
    all_say = post(client, "regimens/magnesium_oral", {"weight": "72 kg"}).json()
    assert [len(all_say[part]) for part in ("calculations", "refusals", "missing")] == [1, 1, 0]
    one_says = post(client, "regimens/magnesium_oral?region=uk", {"weight": "72 kg"}).json()
    assert [len(one_says[part]) for part in ("calculations", "refusals", "missing")] == [1, 0, 0]


def test_a_regimen_that_lacks_all_asks_for_each_input_once(client: TestClient) -> None:
    body = problem_of(post(client, "regimens/magnesium_oral", {}), 422)
    assert [(item["for"], item["name"]) for item in body["missing"]] == [("magnesium_oral", "weight")]


def test_a_calculator_is_no_regimen(client: TestClient) -> None:
    problem_of(client.get("/api/v1/regimens/creatinine_clearance"), 404)
    problem_of(post(client, "calculators/magnesium_oral", {}), 404)


def test_the_handbook_needs_nothing_from_outside(client: TestClient) -> None:
    page = client.get("/docs").text
    assert "/api/v1/ask" in page and "RFC 9457" in page
    assert "http://" not in page and "https://" not in page
    assert client.get("/api/v1/openapi.json").json()["paths"]["/ask/stream"]


def test_alive_and_ready_are_two_things_and_a_question_waits_for_the_second() -> None:
    cold = WardAssistant(warm=False)
    with served(cold) as address, httpx.Client(base_url=address, trust_env=False, timeout=10) as client:
        assert cold.started
        assert client.get("/").status_code == client.get("/healthz").status_code == 200
        assert client.get("/readyz").status_code == 503
        with client.stream("POST", "/api/v1/ask/stream", json={"question": MAGNESIUM}) as response:
            lines = response.iter_lines()
            assert [next(lines), next(lines)] == ["event: stage", 'data: {"stage": "warming up"}']
            cold.warm()
            assert "event: answer" in list(lines)
        assert client.get("/readyz").json()["ready"] is True


def test_a_score_with_unanswered_items_says_its_range_and_what_is_unanswered(client: TestClient) -> None:
    answer = client.post("/api/v1/calculators/fever_pain", json={"fever": "yes", "onset": "2 days"})
    assert answer.status_code == 200
    calculation = answer.json()
    assert calculation["result"] == {"value": None, "low": 2, "high": 5, "unit": "points", "text": "2–5 points"}
    assert [item["name"] for item in calculation["unanswered"]] == [
        "purulence",
        "severe_inflammation",
        "no_cough_or_coryza",
    ]
    assert client.post("/api/v1/calculators/fever_pain", json={}).status_code == 422


def test_pressures_in_the_wrong_order_are_refused_in_one_line(client: TestClient) -> None:
    asked = {"systolic": "80 mmHg", "diastolic": "120 mmHg"}
    answer = client.post("/api/v1/calculators/mean_arterial_pressure", json=asked)
    problem = answer.json()
    assert (answer.status_code, problem["field"], problem["given"]) == (422, "diastolic", "120 mmHg")
    assert problem["accepted"] == "a value below the systolic pressure"
