"""Of several figures of one thing the latest is taken, the earlier ones are shown and used in nothing; of two that nothing tells
apart none is read."""

import pytest

from assistant.figures import find
from assistant.understanding.facts import find_facts
from assistant.web.answer_html import render_question
from tests.conftest import Dialogue

EARLIER = [
    ("creat last week 2.1, today 1.4 mg/dl", ("creatinine", 1.4), [(2.1, "last week")]),
    ("K 5.2 yesterday, 6.1 today", ("potassium", 6.1), [(5.2, "yesterday")]),
    ("baseline creatinine was 90, creatinine 260", ("creatinine", 260), [(90, "baseline")]),
    ("lactate 7 → 4.4 → 2.6", ("lactate", 2.6), [(7, "earlier"), (4.4, "earlier")]),
    ("Hb fell from 118 to 74", ("haemoglobin", 74), [(118, "earlier")]),
    ("Na 111 at 0600, 117 at 1300", ("sodium", 117), [(111, "at 0600")]),
    ("Na 112 at admission; 116 at 6 h; 124 at 18h", ("sodium", 124), [(112, "at admission"), (116, "at 6 h")]),
    ("trop 12 then 345", ("troponin_level", 345), [(12, "earlier")]),
    ("wt 84 kg (up from 79 in March)", ("weight", 84), [(79, "in March")]),
    ("aim Hb 80, currently 64", ("haemoglobin", 64), []),
    ("wt 70 kg, sorry 76 kg", ("weight", 76), []),
    ("154 lb (70 kg)", ("weight", 154), []),
    ("lost 9 kg, BMI 18", ("body_mass_index", 18), []),
    ("K 5.9, decreased urine", ("potassium", 5.9), []),
    ("HR 130, septic", ("heart_rate", 130), []),
    ("VS: T 38.4", ("temperature", 38.4), []),
]  # fmt: skip
BOTH_WAYS = ("Hb 90 then Hb 85 then Hb 99", "creatinine 1.4 mg/dL and creatinine 2.1 mg/dL", "bp 120/80 then bp 90/60")


@pytest.mark.parametrize(("message", "now", "before"), EARLIER, ids=[message for message, *_ in EARLIER])
def test_the_latest_holds_and_the_earlier_ones_have_their_time(
    message: str, now: tuple[str, float], before: list[tuple[float, str]]
) -> None:
    found = find_facts(message)
    assert [(fact.fact, fact.value) for fact in found.facts if isinstance(fact.value, float)] == [now]
    assert [(fact.value, (fact.when or "").lower()) for fact in found.earlier] == [(v, w.lower()) for v, w in before]
    for fact in found.earlier:
        assert fact.fact == now[0] and message[slice(*fact.span)] == fact.text


def test_both_pressures_have_their_time() -> None:
    found = find_facts("BP 200/110 at triage now 170/95")
    assert [(f.fact, f.value, f.when) for f in found.earlier] == [
        ("systolic", 200, "at triage"),
        ("diastolic", 110, "at triage"),
    ]


@pytest.mark.parametrize("message", BOTH_WAYS)
def test_of_two_that_nothing_tells_apart_none_is_read(message: str) -> None:
    found = find_facts(message)
    assert found.unclear
    assert [fact for fact in found.facts if isinstance(fact.value, float)] == []


def test_the_answer_says_that_the_latest_was_taken(ask: Dialogue) -> None:
    (answer,) = ask("creatinine last week 2.1 mg/dL, today 1.4 mg/dL, 70M 80 kg, creatinine clearance?")
    (done,) = answer.calculations
    assert done.inputs["creatinine"].value == 1.4
    assert [(f.value, f.when) for f in answer.understood if f.fact == "creatinine"] == [(1.4, None), (2.1, "last week")]
    (notice,) = [notice for notice in answer.notices if "latest" in notice]
    assert "creatinine" in notice and not find(notice)
    assert "2.1" not in answer.markdown


def test_an_earlier_figure_alone_is_used_in_nothing(ask: Dialogue) -> None:
    (answer,) = ask("creatinine 1.8 mg/dL yesterday, 70M 80 kg, creatinine clearance?")
    assert not answer.calculations
    assert "creatinine" in {item.name for item in answer.missing_inputs}
    assert any("Only an earlier figure" in notice and not find(notice) for notice in answer.notices)


def test_two_figures_without_a_time_are_asked_about(ask: Dialogue) -> None:
    (answer,) = ask("creatinine 1.4 mg/dL and creatinine 2.1 mg/dL, 70M 80 kg, creatinine clearance?")
    assert not answer.calculations
    assert any("creatinine. Which is it?" in notice and not find(notice) for notice in answer.notices)


def test_an_earlier_figure_is_not_carried_to_the_next_turn(ask: Dialogue) -> None:
    *_, last = ask("creatinine 1.8 mg/dL yesterday, 70M 80 kg, creatinine clearance?", "and his BMI? 170 cm")
    assert "creatinine" not in {fact.fact for fact in last.understood}


def test_an_earlier_figure_has_a_chip_that_cannot_be_corrected() -> None:
    found = find_facts("creat last week 2.1, today 1.4 mg/dl")
    page = render_question("?", (*found.facts, *found.earlier))
    assert '<span class="chip then" title="Earlier: not used">creatinine 2.1 <small>last week</small></span>' in page
    assert page.count("chip correct") == 1
