"""Reading a BEIR folder and our own cases."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.retrieval.beir import read_beir
from benchmarks.retrieval.cases import SPLITS, by_document, by_section, read_cases, read_own
from benchmarks.retrieval.collection import Collection, Entry, Question, fold, name_section
from benchmarks.rows import DataMissing

DOCUMENTS: list[dict[str, Any]] = [
    {"_id": f"d{n}", "title": f"Illness {n}", "text": f"Text of {n}.", "metadata": {"section": "signs"}}
    for n in range(9)
]


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(row) + "\n" for row in rows)
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")


def _write_folder(folder: Path, queries: str, qrels: str, corpus: str = "corpus.jsonl") -> Path:
    _write(folder / corpus, DOCUMENTS)
    _write(folder / queries, [{"_id": "q1", "text": "What is 7?"}, {"_id": "q2", "text": "Nobody judged this"}])
    (folder / qrels).parent.mkdir(exist_ok=True)
    (folder / qrels).write_text("query-id\tcorpus-id\tscore\nq1\td7\t2\nq1\td0\t0\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("queries", "qrels", "corpus"),
    [
        ("queries.jsonl", "qrels/test.tsv", "corpus.jsonl"),
        ("test_queries.jsonl.gz", "test_qrels.tsv", "corpus.jsonl.gz"),
    ],
)
def test_both_layouts_are_read(tmp_path: Path, queries: str, qrels: str, corpus: str) -> None:
    found = read_beir(_write_folder(tmp_path, queries, qrels, corpus), "test")
    assert [question.text for question in found.questions] == ["What is 7?"]
    assert found.questions[0].right == {"d7": 2.0}
    assert found.entries[7] == Entry("d7", "d7", "Illness 7", "signs", "Text of 7.")
    assert found.entries[7].titled == "Illness 7. signs. Text of 7."


def test_a_draw_keeps_what_answers_and_a_larger_one_holds_it(tmp_path: Path) -> None:
    folder = _write_folder(tmp_path, "queries.jsonl", "qrels/test.tsv")
    drawn = [{entry.id for entry in read_beir(folder, "test", most).entries} for most in (1, 3, 6)]
    assert drawn[0] == {"d7"}
    assert [len(some) for some in drawn] == [1, 3, 6]
    assert drawn[0] < drawn[1] < drawn[2]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataMissing, match=r"no corpus\.jsonl in"):
        read_beir(tmp_path, "test")


def test_a_section_is_named_by_its_innermost_heading() -> None:
    assert name_section("How to give it › Salbutamol, child, UK") == "salbutamol-child-uk"


def test_passages_are_folded_at_their_first_place() -> None:
    assert fold(["a", "b", "c", "d"], {"a": "one", "b": "two", "c": "one", "d": "two"}) == ["one", "two"]


def test_shelves_hold_the_passages_of_a_section_together() -> None:
    entries = tuple(Entry(str(n), "d", "Title", section, "text") for n, section in enumerate(("x", "x", "y")))
    shelves = Collection("c", entries, ()).shelves()
    assert {first: [entry.id for entry in group] for first, group in shelves.items()} == {"0": ["0", "1"], "2": ["2"]}


def test_a_question_is_judged_by_documents_or_by_sections() -> None:
    question = Question("q", "?", {"d#s": 1.0, "d#t": 1.0, "e": 1.0})
    whole_only = Question("r", "?", {"e": 1.0})
    assert by_document([question])[0].right == {"d": 1.0, "e": 1.0}
    assert [one.right for one in by_section([question, whole_only])] == [{"d#s": 1.0, "d#t": 1.0}]


def test_every_answer_to_our_own_cases_is_in_the_corpus() -> None:
    own, corpus = read_own()
    assert not corpus.refusals
    there = {entry.document for entry in own.entries} | {entry.place for entry in own.entries}
    missing = [(question.text, key) for question in own.questions for key in question.right if key not in there]
    assert missing == []


def test_our_own_cases_are_many_in_even_halves_and_none_is_a_question_of_the_front_matter() -> None:
    cases = read_cases()
    halves = [sum(case.split == split for case in cases) for split in SPLITS]
    assert sum(halves) == len(cases) >= 150
    assert abs(halves[0] - halves[1]) <= 1
    assert len({case.text for case in cases}) == len(cases)
    _, corpus = read_own()
    offered = {question.lower() for document in corpus.documents.values() for question in document.questions}
    assert not [case.text for case in cases if case.text.lower() in offered]
