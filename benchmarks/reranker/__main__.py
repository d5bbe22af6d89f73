"""Run the recipe: `python -m benchmarks.reranker train|export|judge --work FOLDER`. Exit code 2 when the data are missing."""

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.library.embeddings import Encoder
from benchmarks.reranker.data import DataMissing, MedQuad, Question, read_medquad
from benchmarks.reranker.first_stage import FirstStage, Found
from benchmarks.reranker.judge import compare, ndcg, reorder
from benchmarks.reranker.mine import mine, split
from benchmarks.reranker.phrasing import KEPT, rephrase
from benchmarks.reranker.remainder import WEIGHT, Remainder, add_remainder

TOP = 20
MINED = 30
NEGATIVES = 5
LEARNED = 0.05
"""The weight of the trained model's score beside a first-stage score of 0…1."""

Scores = NDArray[np.float32]
System = Callable[[str, Found], Scores]


def main() -> int:
    """Do one step of the recipe."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reranker")
    parser.add_argument("step", choices=("train", "export", "judge"))
    parser.add_argument("--work", type=Path, default=Path("build/reranker"), help="where vectors and models are kept")
    parser.add_argument("--questions", type=int, default=1950, help="how many questions to train on")
    parser.add_argument("--seconds", type=float, default=1900, help="when to stop training")
    given = parser.parse_args()
    given.work.mkdir(parents=True, exist_ok=True)
    if given.step == "export":
        from benchmarks.reranker.export import export

        export(given.work / "trained.pt", given.work / "reranker.onnx")
        return 0
    try:
        data = read_medquad()
    except DataMissing as error:
        print(error, file=sys.stderr)
        return 2
    stage = FirstStage(data.passages, given.work / "vectors", Encoder(), headings_only=True)
    if given.step == "train":
        _train(data, stage, given.work, given.questions, given.seconds)
    else:
        print(*_judge(data, stage, given.work), sep="\n")
    return 0


def _train(data: MedQuad, stage: FirstStage, work: Path, questions: int, seconds: float) -> None:
    from benchmarks.reranker.train import SEED, Course, train

    chosen = split(data)[0]
    random.Random(SEED).shuffle(chosen)
    chosen = chosen[:questions]
    found = stage.search([question.text for question in chosen], MINED)
    train(list(mine(data, chosen, found, NEGATIVES, SEED)), data.passages, Course(seconds, 300, work))


def _judge(data: MedQuad, stage: FirstStage, work: Path) -> Iterator[str]:
    """A line for each system and each wording of the dev questions: nDCG@10, the lift and its 95% interval."""
    chance = random.Random(3)
    wordings = {
        "as published": [question.text for question in data.dev],
        "in words never trained on": [rephrase(question.text, KEPT, chance) for question in data.dev],
    }
    for name, asked in wordings.items():
        found = stage.search(asked, MINED)
        before = _values(data.dev, asked, found, lambda _, hits: hits.scores)
        for system, score in _systems(data, stage, work, asked).items():
            told = compare(before, _values(data.dev, asked, found, score))
            yield f"{name}; {system}: {told.before:.3f} → {told.after:.3f} ({told.low:+.3f} to {told.high:+.3f})"


def _systems(data: MedQuad, stage: FirstStage, work: Path, asked: Sequence[str]) -> Mapping[str, System]:
    titles = stage.encode([p.document_title for p in data.passages])
    remainder = Remainder.of(titles, stage.encode([p.section for p in data.passages]))
    vectors = dict(zip(asked, stage.encode(asked), strict=True))

    def add(question: str, found: Found) -> Scores:
        return add_remainder(found.scores, remainder.score(vectors[question], found.places), WEIGHT)

    systems: dict[str, System] = {"remainder": add}
    if (work / "reranker.onnx").is_file():
        from benchmarks.reranker.scoring import Exported

        model = Exported(work / "reranker.onnx")

        def learned(question: str, found: Found) -> Scores:
            scores = found.scores.copy()
            scores[:TOP] += LEARNED * model.score(question, [data.passages[n] for n in found.places[:TOP]])
            return scores

        systems["trained"] = learned
    return systems


def _values(questions: Sequence[Question], asked: Sequence[str], found: Sequence[Found], system: System) -> list[float]:
    return [
        ndcg(reorder(hits.places, system(text, hits), TOP), question.answers)
        for question, text, hits in zip(questions, asked, found, strict=True)
    ]


if __name__ == "__main__":
    sys.exit(main())
