"""MedQuAD as the recipe reads it: passages with title and section, questions, and which passage answers which question.

The data are those of Ben Abacha and Demner-Fushman (2019), CC BY 4.0. Nothing of them is kept in the project.
"""

import csv
import gzip
import json
import os
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from assistant.records import Passage

FOLDER = "ASSISTANT_MEDQUAD"


class DataMissing(Exception):
    """The data are not where they should be; `str(error)` is one line that says what to set."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as published, and the places of the passages that answer it."""

    id: str
    text: str
    answers: frozenset[int]


@dataclass(frozen=True, slots=True)
class MedQuad:
    """All passages in the order of the file; the questions to train on and the questions to judge on."""

    passages: tuple[Passage, ...]
    train: tuple[Question, ...]
    dev: tuple[Question, ...]

    def topics(self, question: Question) -> frozenset[str]:
        """The titles, in lower case, of the passages that answer a question."""
        return frozenset(self.passages[n].document_title.lower() for n in question.answers)


def read_medquad() -> MedQuad:
    """The data of the folder that ASSISTANT_MEDQUAD names. Raises `DataMissing`."""
    folder = Path(os.environ.get(FOLDER, "medquad"))
    if not (folder / "corpus.jsonl.gz").is_file():
        raise DataMissing(f"no MedQuAD in {folder}; set {FOLDER} to the folder that holds corpus.jsonl.gz")
    rows = list(_read_lines(folder / "corpus.jsonl.gz"))
    places = {row["_id"]: n for n, row in enumerate(rows)}
    passages = tuple(make_passage(row["_id"], row["title"], row["metadata"]["section"], row["text"]) for row in rows)
    return MedQuad(
        passages,
        tuple(_read_questions(folder / "train_queries.jsonl.gz", folder / "train_qrels.tsv", places)),
        tuple(_read_questions(folder / "dev_queries.jsonl", folder / "dev_qrels.tsv", places)),
    )


def make_passage(name: str, title: str, section: str, text: str) -> Passage:
    """A passage of ours that says what is given; the rest of it is blank."""
    return Passage(
        id=name,
        hash="",
        document_id=title.lower(),
        document_title=title,
        role="approach",
        section=section,
        anchor="",
        text=text,
        last_updated=date(2019, 1, 1),
    )


def held_out(topic: str, parts: int = 10) -> bool:
    """Whether a topic is one of the tenth that is not trained on: by its name, so that every run agrees."""
    return zlib.crc32(topic.encode()) % parts == 0


def _read_questions(path: Path, qrels: Path, places: Mapping[str, int]) -> Iterator[Question]:
    answers: dict[str, set[int]] = {}
    with qrels.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if int(row["score"]) > 0:
                answers.setdefault(row["query-id"], set()).add(places[row["corpus-id"]])
    for row in _read_lines(path):
        yield Question(row["_id"], row["text"], frozenset(answers[row["_id"]]))


def _read_lines(path: Path) -> Iterator[Any]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)
