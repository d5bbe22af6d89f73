"""What is asked beyond the title tells the sections of one document apart, with the real model."""

import numpy as np
import pytest

from assistant.library.embeddings import Encoder
from benchmarks.reranker.remainder import WEIGHT, Remainder, add_remainder

SECTIONS = ("symptoms", "treatment", "prevention", "outlook")
ASKED = {
    "how is whooping cough treated": "treatment",
    "signs of whooping cough": "symptoms",
    "how can whooping cough be prevented": "prevention",
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def remainder(encoder: Encoder) -> Remainder:
    return Remainder.of(encoder.encode(["Whooping cough"] * len(SECTIONS)), encoder.encode(SECTIONS))


@pytest.mark.parametrize("question", ASKED)
def test_the_section_that_is_asked_for_is_the_nearest(encoder: Encoder, remainder: Remainder, question: str) -> None:
    scores = remainder.score(encoder.encode((question,))[0], np.arange(len(SECTIONS)))
    assert SECTIONS[int(scores.argmax())] == ASKED[question]


def test_it_is_the_cosine_of_what_is_left_without_the_title() -> None:
    title, section, question = np.eye(3, dtype=np.float32)
    section = (0.6 * title + 0.8 * section).astype(np.float32)
    question = np.asarray([0.6, 0.64, 0.48], dtype=np.float32)
    found = Remainder.of(title[None], section[None]).score(question, np.arange(1))
    assert found == pytest.approx([0.8])


def test_a_section_that_is_the_title_counts_nothing() -> None:
    title, other = np.eye(2, dtype=np.float32)
    assert Remainder.of(title[None], title[None]).score(other, np.arange(1)).tolist() == [0.0]


def test_a_question_that_is_the_title_counts_nothing() -> None:
    title, section = np.eye(2, dtype=np.float32)
    assert Remainder.of(title[None], section[None]).score(title, np.arange(1)).tolist() == [0.0]


def test_only_the_places_asked_for_are_scored_in_their_order(remainder: Remainder, encoder: Encoder) -> None:
    question = encoder.encode(("signs of whooping cough",))[0]
    whole = remainder.score(question, np.arange(len(SECTIONS)))
    assert remainder.score(question, np.asarray([3, 1])).tolist() == pytest.approx(whole[[3, 1]].tolist())


def test_the_first_stage_leads_and_the_remainder_decides_between_near_ones() -> None:
    first = np.asarray([1.0, 0.95, 0.3], dtype=np.float32)
    mixed = add_remainder(first, np.asarray([0.0, 0.5, 1.0], dtype=np.float32))
    assert mixed == pytest.approx([1.0, 0.95 + WEIGHT * 0.5, 0.3 + WEIGHT])
    assert mixed.argsort().tolist() == [2, 0, 1]
