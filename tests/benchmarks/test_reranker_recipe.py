"""The recipe of the re-ranker, without its data: what it trains on, what it keeps apart, and how it judges."""

import random

import numpy as np
import pytest

from benchmarks.reranker.data import MedQuad, Question, held_out, make_passage
from benchmarks.reranker.first_stage import Found
from benchmarks.reranker.judge import compare, ndcg, reorder
from benchmarks.reranker.mine import mine, split
from benchmarks.reranker.own import Case, fold, judge
from benchmarks.reranker.phrasing import ASKED, KEPT, TRAINED, read_template, rephrase

TOPICS = tuple(f"Topic {letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
SECTIONS = ("symptoms", "treatment")
PASSAGES = tuple(make_passage(f"{t} {s}", t, s, f"{s} of {t}") for t in TOPICS for s in SECTIONS)
ALL = tuple(Question(str(n), f"What are the symptoms of {t} ?", frozenset([2 * n])) for n, t in enumerate(TOPICS))
DATA = MedQuad(PASSAGES, ALL, ALL[:2])


def test_no_topic_of_the_dev_questions_or_of_the_held_out_is_trained_on() -> None:
    train, held = split(DATA)
    names = [set().union(*map(DATA.topics, part)) for part in (train, held, DATA.dev)]
    assert train and held
    assert not (names[0] & names[1] or names[0] & names[2] or names[1] & names[2])
    assert all(map(held_out, names[1]))


def test_an_example_has_the_right_passage_first_and_none_that_answers_too() -> None:
    passages = (*PASSAGES[:8], make_passage("twin", "topic A", "symptoms", "the same from another source"))
    data = MedQuad(passages, ALL[:1], ())
    found = Found(np.arange(9)[::-1].copy(), np.linspace(1, 0, 9, dtype=np.float32))
    (example,) = mine(data, ALL[:1], [found], 5, seed=1)
    assert example.places[0] == 0
    assert len(set(example.places)) == len(example.scores) == 6
    assert 8 not in example.places


def test_every_kind_has_wordings_to_train_with_and_others_to_judge_with() -> None:
    kinds = {kind for kind, _ in ASKED}
    assert kinds == TRAINED.keys() == KEPT.keys()
    for kind in kinds:
        assert not set(TRAINED[kind]) & set(KEPT[kind])


@pytest.mark.parametrize("question, read", [
    ("What is (are) Q Fever ?", ("information", "Q Fever")),
    ("what research (or clinical trials) is being done for Gout ?", ("research", "Gout")),
    ("Is gout inherited ?", ("inheritance", "gout")),
    ("how can gout be stopped?", None),
])  # fmt: skip
def test_a_template_is_read_back(question: str, read: tuple[str, str] | None) -> None:
    assert read_template(question) == read


def test_rephrasing_keeps_the_topic_and_leaves_what_is_no_template() -> None:
    chance = random.Random(0)
    assert all("q fever" in rephrase("How to prevent Q Fever ?", KEPT, chance).lower() for _ in range(20))
    assert rephrase("and in children?", KEPT, chance) == "and in children?"


def test_ndcg_is_one_for_the_best_order_and_falls_by_rank() -> None:
    assert ndcg([3, 1, 2], {3}) == 1
    assert ndcg([1, 3, 2], {3}) == pytest.approx(0.6309, abs=1e-4)
    assert ndcg(list(range(11)), {10}) == 0


def test_only_the_first_places_are_put_in_order() -> None:
    assert reorder(np.asarray([5, 6, 7, 8]), np.asarray([0, 1, 2, 9], dtype=np.float32), 3) == [7, 6, 5, 8]


def test_a_lift_on_every_question_has_an_interval_above_none() -> None:
    told = compare([0.2, 0.3, 0.4], [0.4, 0.5, 0.6])
    assert told.lift == pytest.approx(0.2)
    assert told.low > 0


def test_an_own_case_counts_each_section_once() -> None:
    case = Case("?", frozenset(["topic a#treatment", "topic b"]), "tune")
    order = (PASSAGES[0], PASSAGES[0], PASSAGES[1], PASSAGES[2], PASSAGES[3])
    assert fold(case, order) == ["topic a#symptoms", "topic a#treatment", "topic b"]
    assert judge(case, order)[1] == 0
    assert judge(case, order[1:])[0] < judge(case, order[2:])[0] == 1
