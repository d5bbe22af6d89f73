"""Review: who approved which document, kept by appending only. An approval holds for exactly what was read, and lapses by itself."""

import hashlib
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from assistant import calculators
from assistant.calculators import Calculator
from assistant.errors import ReviewRefused, SettingError
from assistant.records import Document, Record, Status

Action = Literal["submit", "approve", "reject"]
_SCHEMA = """
CREATE TABLE IF NOT EXISTS reviews (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    document TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('submit', 'approve', 'reject')),
    person TEXT NOT NULL,
    note TEXT NOT NULL,
    seal TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS reviews_stay BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'a review is never changed'); END;
CREATE TRIGGER IF NOT EXISTS reviews_remain BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'a review is never deleted'); END;
"""
_FIELDS = "number, document, action, person, note, seal, at"
LONGEST_NAME = 120
LONGEST_NOTE = 2000


class Review(Record):
    """One act of a named person on one document. `seal`: of what stood there at that moment, see `take_seal`."""

    number: int
    document: str
    action: Action
    person: str
    note: str
    seal: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the review of a document stands. `lapsed`: it was submitted or approved as another text than that of now."""

    document: Document
    seal: str
    status: Status
    last: Review | None = None
    lapsed: bool = False


class Reviews:
    """The acts of review in one database; nothing is written before the first act."""

    def __init__(self, url: str) -> None:
        """Acts in `sqlite:///FILE`. Raises `SettingError` for another kind of URL."""
        if not url.startswith("sqlite:///"):
            raise SettingError(f"ASSISTANT_DATABASE: {url!r} is not supported yet; use sqlite:///FILE")
        self._path = Path(url.removeprefix("sqlite:///"))

    def mark(self) -> int:
        """The number of the newest act; 0 while there is none."""
        return int(str(self._read("SELECT COALESCE(MAX(number), 0) FROM reviews")[0][0])) if self._exists() else 0

    def history(self, document_id: str) -> tuple[Review, ...]:
        """Every act on a document, oldest first."""
        if not self._exists():
            return ()
        rows = self._read(f"SELECT {_FIELDS} FROM reviews WHERE document = ? ORDER BY number", document_id)
        return tuple(_make(row) for row in rows)

    def latest(self) -> Mapping[str, Review]:
        """The newest act on each document that was ever acted on."""
        if not self._exists():
            return {}
        newest = "SELECT MAX(number) FROM reviews GROUP BY document"
        rows = self._read(f"SELECT {_FIELDS} FROM reviews WHERE number IN ({newest})")
        return {review.document: review for review in map(_make, rows)}

    def act(self, action: Action, standing: Standing, person: str, note: str = "") -> Review:
        """Keep one act on a document as it stands. Raises `ReviewRefused` when it may not be done now, or nobody is named."""
        person, note = " ".join(person.split()), note.strip()
        _check(action, standing, person, note)
        at = datetime.now(UTC)
        with closing(sqlite3.connect(self._prepare(), timeout=30)) as connection, connection:
            connection.executescript(_SCHEMA)
            written = connection.execute(
                "INSERT INTO reviews (document, action, person, note, seal, at) VALUES (?, ?, ?, ?, ?, ?)",
                (standing.document.id, action, person, note, standing.seal, at.isoformat()),
            )
            number = int(written.lastrowid or 0)
        return Review(
            number=number,
            document=standing.document.id,
            action=action,
            person=person,
            note=note,
            seal=standing.seal,
            at=at,
        )

    def _prepare(self) -> Path:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        return self._path

    def _exists(self) -> bool:
        if not self._path.is_file():
            return False
        return bool(self._read("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'reviews'"))

    def _read(self, query: str, *values: str) -> list[tuple[object, ...]]:
        with self._open() as connection:
            return connection.execute(query, values).fetchall()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=30)) as connection:
            yield connection


def _make(row: Sequence[object]) -> Review:
    return Review.model_validate(dict(zip(_FIELDS.split(", "), row, strict=True)))


def _check(action: Action, standing: Standing, person: str, note: str) -> None:
    name = standing.document.id
    if not person or not any(char.isalpha() for char in person) or len(person) > LONGEST_NAME:
        raise ReviewRefused("a review is by a named person: give a name, such as --by 'Dr A. Smith, pharmacy'")
    if len(note) > LONGEST_NOTE:
        raise ReviewRefused(f"the note is too long (given: {len(note)} characters; at most {LONGEST_NOTE})")
    if action == "reject" and not note:
        raise ReviewRefused(f"{name}: a rejection says why; give --note 'what is wrong'")
    if action == "submit" and standing.status in ("under_review", "approved"):
        raise ReviewRefused(f"{name} is {standing.status.replace('_', ' ')} already, as it stands now")
    if action == "approve" and standing.status != "under_review":
        changed = " since it was changed after that" if standing.lapsed else ""
        raise ReviewRefused(f"{name} is {standing.status}: submit it for review first{changed}, then approve it")


def take_seal(document: Document, documents: Mapping[str, Document]) -> str:
    """SHA-256 of what an approval is of: the document's file and statements, the files of the regimens that it includes, and the
    files of the calculators that it names."""
    digest = hashlib.sha256(f"{document.id}\x00{document.hash}\x00".encode())
    for name in sorted(document.regimens):
        digest.update(f"{name}\x00{documents[name].hash if name in documents else 'absent'}\x00".encode())
    for calculator in list_calculators(document):
        digest.update(f"{calculator.name}\x00{calculator.digest}\x00".encode())
    return digest.hexdigest()


def list_calculators(document: Document) -> list[Calculator]:
    """The calculators that belong to a document by its front matter, and those whose titles stand in its statements."""
    text = " ".join(passage.text for passage in document.passages).casefold()
    named = document.calculators
    return [one for one in calculators.load() if one.name in named or one.title.casefold() in text]


def judge(document: Document, seal: str, last: Review | None) -> Standing:
    """Where a document stands by the newest act on it. What its front matter says counts only up to "under review": an approval
    is an act of a person on an exact text. A rejection stays, whatever changes, until the document is submitted again."""
    if last is None:
        stated: Status = "submitted" if document.status == "approved" else document.status
        return Standing(document, seal, stated)
    if last.action == "reject":
        return Standing(document, seal, "rejected", last)
    if last.seal != seal:
        return Standing(document, seal, "submitted", last, lapsed=True)
    return Standing(document, seal, "approved" if last.action == "approve" else "under_review", last)


def judge_all(documents: Mapping[str, Document], reviews: Reviews) -> Mapping[str, Standing]:
    """Where every document stands, by id."""
    latest = reviews.latest()
    return {
        key: judge(document, take_seal(document, documents), latest.get(key)) for key, document in documents.items()
    }
