"""Read a folder in BEIR's layout, or one whose files are named as those of the data folder are."""

import gzip
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.retrieval.collection import Collection, Entry, Question
from benchmarks.rows import DataMissing


def read_beir(folder: Path, split: str, most: int = 0) -> Collection:
    """A split of a folder. `most`: so many documents at most, all that answer a question first and then others by chance,
    always the same ones; 0 for all. Raises `DataMissing`."""
    corpus = _find(folder, "corpus.jsonl")
    asked = _find(folder, f"{split}_queries.jsonl", "queries.jsonl")
    judged = _find(folder, f"{split}_qrels.tsv", f"qrels/{split}.tsv")
    rights = _read_rights(judged)
    entries = tuple(_entry(raw) for raw in _lines(corpus))
    questions = tuple(
        Question(raw["_id"], raw["text"], rights[raw["_id"]], split) for raw in _lines(asked) if raw["_id"] in rights
    )
    answering = {key for right in rights.values() for key in right}
    kept = _draw(entries, answering, most) if most else entries
    return Collection(f"{folder.name} {split}", kept, questions)


def _draw(entries: tuple[Entry, ...], answering: set[str], most: int) -> tuple[Entry, ...]:
    """So many entries, in their own order; by the hash of their ids, so that a larger draw holds a smaller one."""
    drawn = sorted(entries, key=lambda e: (e.id not in answering, hashlib.sha256(e.id.encode()).digest()))[:most]
    wanted = {entry.id for entry in drawn}
    return tuple(entry for entry in entries if entry.id in wanted)


def _entry(raw: dict[str, Any]) -> Entry:
    section = raw.get("section") or raw.get("metadata", {}).get("section") or ""
    return Entry(raw["_id"], raw["_id"], raw.get("title") or "", section, raw["text"])


def _read_rights(path: Path) -> dict[str, dict[str, float]]:
    rights: dict[str, dict[str, float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        question, key, gain = line.split("\t")
        if float(gain) > 0:
            rights.setdefault(question, {})[key] = float(gain)
    return rights


def _find(folder: Path, *names: str) -> Path:
    for name in names:
        for path in (folder / name, folder / f"{name}.gz"):
            if path.is_file():
                return path
    raise DataMissing(f"no {' or '.join(names)} in {folder}")


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())
