"""Training examples: a question, a passage that answers it, and the passages that the first stage took for answers."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from benchmarks.reranker.data import MedQuad, Question, held_out
from benchmarks.reranker.first_stage import Found
from benchmarks.reranker.phrasing import TRAINED, rephrase

NEAR = 10
"""Negatives come half from the ten best, half from those after them."""
PUBLISHED = 0.4
"""The share of questions that keep the wording of the data set."""


@dataclass(frozen=True, slots=True)
class Example:
    """A question as it will be asked, and the places of its passages with their first-stage scores, the right one first."""

    question: str
    places: tuple[int, ...]
    scores: tuple[float, ...]


def split(data: MedQuad) -> tuple[list[Question], list[Question]]:
    """Training and held-out questions: no topic in both, and none that is asked about in the dev questions."""
    dev = frozenset[str]().union(*map(data.topics, data.dev))
    clean = [question for question in data.train if not data.topics(question) & dev]
    held = [question for question in clean if all(map(held_out, data.topics(question)))]
    train = [question for question in clean if not any(map(held_out, data.topics(question)))]
    return train, held


def mine(
    data: MedQuad, questions: Sequence[Question], found: Sequence[Found], negatives: int, seed: int
) -> Iterator[Example]:
    """An example for each question whose answer the first stage found at all."""
    chance = random.Random(seed)
    for question, hits in zip(questions, found, strict=True):
        scores = dict(zip(hits.places.tolist(), hits.scores.tolist(), strict=True))
        right = [place for place in scores if place in question.answers]
        wrong = [place for place in scores if not _answers_too(data, question, place)]
        if not right or len(wrong) < negatives:
            continue
        near = chance.sample(wrong[:NEAR], min((negatives + 1) // 2, len(wrong[:NEAR])))
        far = chance.sample([place for place in wrong if place not in near], negatives - len(near))
        asked = question.text if chance.random() < PUBLISHED else rephrase(question.text, TRAINED, chance)
        places = (chance.choice(right), *near, *far)
        yield Example(asked, places, tuple(scores[place] for place in places))


def _answers_too(data: MedQuad, question: Question, place: int) -> bool:
    """Whether a passage is an answer, or stands under the title and section of one as another source tells it."""
    if place in question.answers:
        return True
    passage = data.passages[place]
    return any(
        (passage.document_id, passage.section) == (data.passages[n].document_id, data.passages[n].section)
        for n in question.answers
    )
