"""Say what is configured, what is reachable and what is missing, each with the fix; looks only, changes nothing."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.assembly import check_regimen_files, holdings_of, read_holdings
from assistant.errors import PlumblineError
from assistant.library import find_owner, is_current
from assistant.models import open_model, split_name
from assistant.settings import Settings


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; `fix` says what to do when it is not well."""

    name: str
    state: str
    well: bool = True
    fix: str = ""

    def as_dict(self) -> dict[str, str | bool]:
        """For JSON."""
        return asdict(self)


def examine(settings: Settings) -> tuple[Finding, ...]:
    """Every finding, settings first."""
    looks: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
        _look_at_settings,
        _look_at_corpus,
        _look_at_weights,
        _look_at_data,
        _look_at_index,
        _look_at_database,
        _look_at_model,
    )
    return tuple(finding for look in looks for finding in look(settings))


def _look_at_settings(settings: Settings) -> Iterator[Finding]:
    for name, field in type(settings).model_fields.items():
        variable = f"ASSISTANT_{name.upper()}"
        value = getattr(settings, name)
        shown = "unset" if value in (None, "") else str(value)
        yield Finding(variable, f"{shown} ({field.description})")


def _look_at_corpus(settings: Settings) -> Iterator[Finding]:
    for folder in settings.corpus_folders:
        there = folder.exists()
        fix = "" if there else "correct ASSISTANT_CORPUS or create the folder"
        yield Finding("corpus", f"{folder}: {'found' if there else 'not found'}", there, fix)
    for error in check_regimen_files(settings):
        yield Finding("regimen refused", str(error), False, "mend the file; the others load")


def _look_at_weights(settings: Settings) -> Iterator[Finding]:
    encoder = holdings_of(settings).encoder()
    try:
        digest = encoder.digest
    except PlumblineError as error:
        yield Finding("embedding weights", str(error), False, "run make install")
        return
    yield Finding("embedding weights", f"SHA-256 {digest[:12]}…, as pinned" if not settings.embedding_model else digest)
    if settings.embedding_model:
        return
    if record := encoder.exported:
        runs = (
            f"ONNX Runtime {record.runtime}, {record.precision}, {record.compared} vectors compared with the reference"
        )
        yield Finding("embedding runs on", f"{runs}, lowest cosine {record.cosine:.5f}")
    else:
        yield Finding(
            "embedding runs on", "torch, since no export lies in the data folder", False, "run assistant index"
        )


def _look_at_data(settings: Settings) -> Iterator[Finding]:
    parent = next(p for p in (settings.data, *settings.data.resolve().parents) if p.exists())
    writable = os.access(parent, os.W_OK)
    yield Finding(
        "data folder", f"{settings.data}", writable, "" if writable else "make it writable or set ASSISTANT_DATA"
    )
    owner = find_owner(settings.data)
    if owner is None:
        yield Finding("server", "none runs on this data folder")
    else:
        yield Finding("server", f"process {owner.pid} at {owner.address or 'no address yet'}")


def _look_at_index(settings: Settings) -> Iterator[Finding]:
    try:
        library = read_holdings(settings)
    except PlumblineError as error:
        yield Finding("index", str(error), False, "run assistant index")
        return
    held = f"{len(library.documents)} documents, {len(library.passages)} passages"
    holdings = holdings_of(settings)
    if is_current(holdings):
        yield Finding("index", f"{held}, up to date")
    else:
        same = library.manifest.model == holdings.encoder().digest
        stale = "older than the files" if same else "made with other embedding weights"
        yield Finding("index", f"{held}, {stale}", False, "run assistant index")
    for path, line, reason in library.manifest.refusals:
        yield Finding("document refused", f"{path}:{line}: {reason}", False, "mend the file, then run assistant index")


def _look_at_database(settings: Settings) -> Iterator[Finding]:
    path = Path(settings.database_url.removeprefix("sqlite:///"))
    if not settings.database_url.startswith("sqlite:///"):
        yield Finding("database", settings.database_url, False, "use sqlite:///FILE")
        return
    if not path.exists():
        yield Finding("database", f"{path}: not there yet; made at the first question")
        return
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
            sound = connection.execute("PRAGMA quick_check").fetchone()[0] == "ok"
    except sqlite3.Error as error:
        yield Finding("database", f"{path}: {error}", False, "restore it, or move it away to start anew")
        return
    yield Finding(
        "database", f"{path}: {'sound' if sound else 'damaged'}", sound, "" if sound else "restore it from a copy"
    )


def _look_at_model(settings: Settings) -> Iterator[Finding]:
    try:
        model = open_model(settings)
    except PlumblineError as error:
        yield Finding("chat model", str(error), False, "install what is named, or unset ASSISTANT_MODEL")
        return
    if model is None:
        yield Finding("chat model", "none is configured: answers are put together from the passages")
    else:
        yield Finding("chat model", f"{':'.join(split_name(settings))}; try it with assistant model check")
