"""Our own cases: ward questions with the sections of the corpus that answer them, and the questions each document offers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from assistant.library.documents import SEPARATOR, slugify
from assistant.library.retriever import Library, Search
from assistant.records import Passage
from benchmarks.reranker.judge import ndcg

CASES = Path(__file__).parents[1] / "retrieval" / "own_cases.yaml"


@dataclass(frozen=True, slots=True)
class Case:
    """A question, and the documents (DOCUMENT) or sections (DOCUMENT#SECTION) that answer it."""

    ask: str
    right: frozenset[str]
    split: str


def read_cases(path: Path = CASES) -> list[Case]:
    """The written cases, each of the split `tune` or `measure`; none where the file is missing."""
    if not path.is_file():
        return []
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [Case(row["ask"], frozenset(row["right"]), row["split"]) for row in rows]


def offered(library: Library) -> list[Case]:
    """The questions that the documents offer, each answered by its document."""
    documents = library.documents.values()
    return [Case(ask, frozenset([d.id]), "offered") for d in documents for ask in d.questions]


def fold(case: Case, passages: Sequence[Passage]) -> list[str]:
    """What an order of passages gives, each thing once: what the case calls right, or else the section."""
    keys = []
    for passage in passages:
        section = f"{passage.document_id}#{slugify(passage.section.split(SEPARATOR)[-1])}"
        right = (key for key in (section, passage.document_id) if key in case.right)
        keys.append(next(right, section))
    return list(dict.fromkeys(keys))


def judge(case: Case, passages: Sequence[Passage]) -> tuple[float, float]:
    """nDCG@10 over sections, and whether the first passage is right (0 or 1)."""
    order = fold(case, passages)
    names = {key: n for n, key in enumerate(dict.fromkeys((*order, *sorted(case.right))))}
    value = ndcg([names[key] for key in order], {names[key] for key in case.right})
    return value, float(bool(order) and order[0] in case.right)


def find(library: Library, cases: Sequence[Case], limit: int) -> list[Search]:
    """What the library finds for each case."""
    return [library.search(case.ask, limit) for case in cases]
