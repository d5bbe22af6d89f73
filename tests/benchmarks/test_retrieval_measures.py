"""The measures of the search against examples worked by hand."""

import math

import pytest

from benchmarks.retrieval.measures import Marks, compare, judge, resample, sum_up


def test_a_right_document_in_third_place_is_discounted_by_its_place() -> None:
    marks = judge(["a", "b", "right"], {"right": 1.0})
    assert marks == pytest.approx(Marks(ndcg=1 / math.log2(4), recall=1.0, mrr=1 / 3))


def test_two_right_documents_of_three_found() -> None:
    # found first and third: 1 + 1/2; the best possible of three: 1 + 1/log2(3) + 1/2
    marks = judge(["a", "x", "b"], {"a": 1.0, "b": 1.0, "c": 1.0})
    assert marks.ndcg == pytest.approx(1.5 / (1.5 + 1 / math.log2(3)))
    assert marks.recall == pytest.approx(2 / 3)
    assert marks.mrr == 1.0


def test_a_greater_gain_counts_more_when_it_stands_first() -> None:
    right = {"best": 2.0, "good": 1.0}
    assert judge(["best", "good"], right).ndcg == pytest.approx(1.0)
    assert judge(["good", "best"], right).ndcg == pytest.approx((1 + 2 / math.log2(3)) / (2 + 1 / math.log2(3)))


def test_what_stands_eleventh_is_not_found() -> None:
    assert judge([*"abcdefghij", "right"], {"right": 1.0}) == Marks(0.0, 0.0, 0.0)


def test_an_interval_holds_its_mean_and_is_the_same_each_time() -> None:
    values = [0.0, 1.0] * 50
    found = resample(values)
    assert found == resample(values)
    assert found.mean == 0.5
    # the standard error of a hundred tosses is 0.05
    assert found.low == pytest.approx(0.4, abs=0.03)
    assert found.high == pytest.approx(0.6, abs=0.03)


def test_a_paired_comparison_sees_a_small_lead_that_the_intervals_hide() -> None:
    theirs = [0.0, 0.9] * 50
    ours = [one + 0.05 for one in theirs]
    ahead = compare(ours, theirs)
    assert ahead.low == pytest.approx(0.05) == ahead.high
    assert resample(ours).low < resample(theirs).high


def test_the_means_are_over_the_questions() -> None:
    score = sum_up([Marks(1.0, 1.0, 1.0), Marks(0.0, 0.5, 0.0)])
    assert (score.ndcg.mean, score.recall, score.mrr, score.each) == (0.5, 0.75, 0.5, (1.0, 0.0))
