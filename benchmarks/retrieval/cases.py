"""Our own cases: questions as a ward types them, over the built-in corpus."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import yaml

from assistant.library.corpus import Corpus, read_corpus
from benchmarks.retrieval.collection import Collection, Entry, Question

CASES = Path(__file__).parent / "own_cases.yaml"
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SPLITS = ("tune", "measure")


def read_cases(path: Path = CASES) -> tuple[Question, ...]:
    """The questions; each right answer counts one."""
    raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    return tuple(
        Question(f"{one['split']}-{number}", one["ask"], dict.fromkeys(one["right"], 1.0), one["split"])
        for number, one in enumerate(raw)
    )


def read_own(folder: Path = CORPUS) -> tuple[Collection, Corpus]:
    """Our corpus and the questions to it; the corpus as the product reads it."""
    corpus = read_corpus([folder])
    entries = tuple(
        Entry(p.id, p.document_id, p.document_title, p.section, p.text)
        for document in corpus.documents.values()
        for p in document.passages
    )
    return Collection("own", entries, read_cases()), corpus


def by_document(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions with whole documents as their answers."""
    return tuple(replace(q, right={key.split("#")[0]: 1.0 for key in q.right}) for q in questions)


def by_section(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Of the questions that a section answers, the sections."""
    narrowed = (replace(q, right={key: 1.0 for key in q.right if "#" in key}) for q in questions)
    return tuple(question for question in narrowed if question.right)
