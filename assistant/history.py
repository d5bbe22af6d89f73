"""What is kept: conversations and their answers, in SQLite. One writer at a time; a turn is kept whole or not at all."""

import sqlite3
import threading
from pathlib import Path

from assistant.errors import SettingError
from assistant.records import Answer, Conversation, Turn

_SCHEMA = """
CREATE TABLE IF NOT EXISTS turns (
    conversation TEXT NOT NULL,
    number INTEGER NOT NULL,
    answer TEXT NOT NULL UNIQUE,
    turn TEXT NOT NULL,
    kept_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
    PRIMARY KEY (conversation, number)
)
"""


class History:
    """Turns by conversation, in the order in which they were kept."""

    def __init__(self, url: str) -> None:
        """Open `sqlite:///FILE`, made with its folder when absent. Raises `SettingError` for another kind of URL."""
        if not url.startswith("sqlite:///"):
            raise SettingError(f"ASSISTANT_DATABASE: {url!r} is not supported yet; use sqlite:///FILE")
        path = Path(url.removeprefix("sqlite:///"))
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.Lock()
        self._connection = sqlite3.connect(path, check_same_thread=False, timeout=30)
        self._connection.execute("PRAGMA journal_mode=WAL")
        with self._connection:
            self._connection.execute(_SCHEMA)

    def keep(self, turn: Turn) -> None:
        """Add a turn to its conversation."""
        conversation = turn.answer.conversation_id
        with self._lock, self._connection:
            self._connection.execute(
                "INSERT INTO turns (conversation, number, answer, turn) VALUES "
                "(?, (SELECT COALESCE(MAX(number), 0) + 1 FROM turns WHERE conversation = ?), ?, ?)",
                (conversation, conversation, turn.answer.id, turn.model_dump_json()),
            )

    def conversation(self, conversation_id: str) -> Conversation | None:
        """A conversation with all its turns, or None."""
        rows = self._read("SELECT turn FROM turns WHERE conversation = ? ORDER BY number", conversation_id)
        turns = tuple(Turn.model_validate_json(row) for row in rows)
        return Conversation(id=conversation_id, turns=turns) if turns else None

    def last_turn(self, conversation_id: str) -> Turn | None:
        """The newest turn of a conversation, or None."""
        rows = self._read("SELECT turn FROM turns WHERE conversation = ? ORDER BY number DESC LIMIT 1", conversation_id)
        return Turn.model_validate_json(rows[0]) if rows else None

    def answer(self, answer_id: str) -> Answer | None:
        """One answer as it was given, or None."""
        rows = self._read("SELECT turn FROM turns WHERE answer = ?", answer_id)
        return Turn.model_validate_json(rows[0]).answer if rows else None

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def _read(self, query: str, key: str) -> list[str]:
        with self._lock:
            return [row[0] for row in self._connection.execute(query, (key,)).fetchall()]
