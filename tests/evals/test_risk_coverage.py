"""Risk and coverage: the arithmetic on an example done by hand, the picture, and that no report tells an item kept for measuring."""

import itertools
import json
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from evals.command import CARD, evaluate
from evals.reading import labels
from evals.reading.calibrate import find_threshold, fit, rate_apart
from evals.reading.risk import Outcome, draw_curve, picture, write_svg
from evals.reading.sections import PICTURE

FIVE = (
    Outcome(within=True, answered=True, confidence=0.9),
    Outcome(within=False, answered=True, confidence=0.8),
    Outcome(within=True, answered=True, confidence=0.6),
    Outcome(within=False, answered=False, confidence=0.7),
    Outcome(within=True, answered=False, confidence=0.2),
)
"""In this order: two right answers with a wrong one between them, a right refusal, a wrong one."""


def test_the_curve_is_that_of_the_hand() -> None:
    curve = draw_curve(FIVE)
    assert curve.risks == pytest.approx((0, 1 / 2, 1 / 3, 2 / 4, 2 / 5))
    assert curve.aurc == pytest.approx((0 + 1 / 2 + 1 / 3 + 2 / 4 + 2 / 5) / 5)
    assert curve.auroc == pytest.approx(3 / 6)  # of six pairs the first stands before both, the third before one
    assert (curve.kept.coverage, curve.kept.risk) == (pytest.approx(3 / 5), pytest.approx(1 / 3))
    assert (curve.kept.wrongful_answers, curve.kept.wrongful_refusals) == (pytest.approx(1 / 2), pytest.approx(1 / 3))


def test_with_all_answered_every_outsider_is_and_none_is_refused() -> None:
    whole = draw_curve(FIVE).points[0]
    assert (whole.coverage, whole.wrongful_answers, whole.wrongful_refusals, whole.risk) == (
        1,
        1,
        0,
        pytest.approx(0.4),
    )


def test_a_lower_coverage_never_answers_more_outsiders_and_never_refuses_fewer() -> None:
    points = draw_curve(FIVE).points
    for more, fewer in itertools.pairwise(points):
        assert fewer.wrongful_answers <= more.wrongful_answers
        assert fewer.wrongful_refusals >= more.wrongful_refusals


def test_of_equals_the_outsider_comes_first() -> None:
    tied = [Outcome(within, answered=True, confidence=0.5) for within in (True, False, True)]
    assert draw_curve(tied).risks[0] == 1.0
    assert draw_curve(tied).auroc == 0.5


def test_the_pictures_hold_a_mark_for_each_question_and_the_place_where_it_answers() -> None:
    curve = draw_curve(FIVE)
    assert picture(curve).count("·") + picture(curve).count("o") >= len(FIVE)
    drawn = ElementTree.fromstring(write_svg([("mending", curve), ("measuring", curve)]))
    lines = [one.attrib["points"].split() for one in drawn.iter() if one.tag.endswith("polyline")]
    assert [len(line) for line in lines] == [len(FIVE)] * 2
    assert lines[0][-1] == "500.0,90.0"  # all answered, at a risk of 0.4 of at most 0.5: four fifths of 250 above 290


def test_the_threshold_parts_what_can_be_parted_and_of_equals_is_the_highest() -> None:
    assert find_threshold([0.1, 0.2, 0.6, 0.9], [False, False, True, True]) == 0.6
    assert find_threshold([0.1, 0.7, 0.6, 0.9], [False, False, True, True]) == 0.9


def test_a_sign_that_tells_counts_and_one_that_does_not_counts_for_little() -> None:
    import numpy as np

    within = np.array([1.0, 0.0] * 20)
    idle = np.array([0.0, 0.0, 1.0, 1.0] * 10)
    signs = np.c_[within, idle]
    weights = fit(signs, within)
    assert weights[1] > 3 and abs(weights[2]) < 0.1
    assert all((rate_apart(signs, within) > 0.5) == (within == 1.0))


@dataclass
class Refusing:
    """Answers nothing, but says how sure it would be."""

    def ask(self, question: str, conversation_id: str | None = None, audience: str = "physician") -> Any:
        whole = SimpleNamespace(kind="abstention", reason="not_in_corpus", bottom_line=question, confidence=0.4)
        return SimpleNamespace(**vars(whole), citations=(), calculations=(), missing_inputs=())


SECRET = "zanzibar"


@pytest.fixture
def secrets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets of which each item holds a word that no report may tell."""
    items = [
        {"id": f"{SECRET}-in", "ask": f"{SECRET} dose", "expect": "answer", "about": f"{SECRET}-guideline"},
        {"id": f"{SECRET}-out", "ask": f"{SECRET} weather", "expect": "abstain", "reason": "not_clinical"},
    ]
    for half in labels.HALVES:
        (tmp_path / half).mkdir()
        (tmp_path / half / "scope.yaml").write_text(yaml.safe_dump(items), encoding="utf-8")
    monkeypatch.setattr(labels, "FOLDER", tmp_path)


@pytest.mark.usefixtures("secrets")
@pytest.mark.parametrize("as_json", [True, False])
def test_no_report_tells_an_item(as_json: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "report"
    assert evaluate(Refusing(), ("scope",), as_json, report=folder) == 0
    said = capsys.readouterr().out
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert set(written) == {CARD, PICTURE}
    assert not any(SECRET in text.casefold() for text in (said, *written.values()))
    halves = json.loads(written[CARD])["reading"]
    assert [half["half"] for half in halves] == ["tune", "measure"]
    assert all("misses" not in row for half in halves for row in half["scores"])
    assert halves[1]["risk_coverage"]["kept"]["wrongful_refusals"] == 1.0
