"""Generations of the index on disk: each is whole and never changed; a file named `current` says which one is read.

`generations/0007/` holds documents.jsonl, references.jsonl, vectors.npy, keys.json, words.npz, chroma/ and manifest.json. The
manifest is written last and holds a checksum of every other file and of itself: without it, or with another sum, the
generation is damaged. Nothing ever opens a generation for writing, not even the vector store that lies in it.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.errors import IndexingError
from assistant.library.concordance import Concordance, read_concordance, write_concordance
from assistant.records import Document, Record, Reference

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

FORMAT = 1
CURRENT = "current"
GENERATIONS = "generations"
MANIFEST = "manifest.json"
WORDS = "words.npz"
KEPT = 2
"""Generations kept: the current one and the one before."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Manifest:
    """What a generation is made of. `fingerprint` is of the files read, `corpus` of the statements they became."""

    format: int
    number: int
    fingerprint: str
    corpus: str
    model: str
    documents: int
    passages: int
    added: tuple[str, ...]
    refusals: tuple[tuple[str, int, str], ...]
    checksums: dict[str, str]


@dataclass(frozen=True)
class Generation:
    """A generation in memory. `keys` names each vector by what was embedded; rows of `vectors` follow the passages, as do the
    texts of `words`, which is None where they are yet to be split. `folder` is None for what never was on disk."""

    manifest: Manifest
    documents: tuple[Document, ...]
    references: tuple[Reference, ...]
    vectors: "NDArray[np.float32]"
    keys: tuple[str, ...]
    words: Concordance | None = None
    folder: Path | None = None


def read_manifest(data: Path) -> Manifest | None:
    """The manifest of the current generation; None when there is none that can be read."""
    while True:
        name = _read_current(data)
        manifest = _read_manifest(data / GENERATIONS / name / MANIFEST) if name else None
        if manifest or _read_current(data) == name:
            return manifest


def _read_current(data: Path) -> str:
    """The name of the current generation; "" when none is named."""
    with suppress(OSError, ValueError):
        name = (data / CURRENT).read_text(encoding="utf-8").strip()
        return name if name.isascii() and name.isdigit() else ""
    return ""


def _read_manifest(path: Path) -> Manifest | None:
    """A manifest; None when it is absent, damaged or of another format."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        fields = json.loads(path.read_text(encoding="utf-8"))
        if fields.pop("seal") != _seal(fields):
            return None
        fields["added"] = tuple(fields["added"])
        fields["refusals"] = tuple((str(p), int(n), str(r)) for p, n, r in fields["refusals"])
        manifest = Manifest(**fields)
        return manifest if manifest.format == FORMAT else None
    return None


def _seal(fields: Mapping[str, Any]) -> str:
    """SHA-256 of a manifest's own fields."""
    return hashlib.sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest()


def read_generation(data: Path) -> Generation:
    """The current generation, every file of it checked; one that is cleared away in the midst gives way to the next.

    Raises `IndexingError` when it is absent or damaged.
    """
    while True:
        name = _read_current(data)
        try:
            return _read(data)
        except IndexingError:
            if _read_current(data) == name:
                raise


def _read(data: Path) -> Generation:
    manifest = read_manifest(data)
    if manifest is None:
        raise IndexingError(f"no index in {data}")
    folder = folder_of(data, manifest.number)
    try:
        if take_checksums(folder) == manifest.checksums:
            return _load(folder, manifest)
    except (OSError, ValueError, EOFError) as error:
        raise IndexingError(f"the index in {folder} cannot be read: {error}") from error
    raise IndexingError(f"the index in {folder} is damaged")


def _load(folder: Path, manifest: Manifest) -> Generation:
    import numpy as np

    documents = tuple(_read_lines(folder / "documents.jsonl", Document))
    vectors = np.load(folder / "vectors.npy", allow_pickle=False)
    keys = tuple(json.loads((folder / "keys.json").read_text(encoding="utf-8")))
    words = read_concordance(folder / WORDS) if (folder / WORDS).exists() else None
    if words and len(words.ends) != len(vectors):
        raise ValueError("its words are not those of its passages")
    if not len(vectors) == len(keys) == manifest.passages == sum(len(d.passages) for d in documents):
        raise ValueError("its parts do not have the same length")
    references = tuple(_read_lines(folder / "references.jsonl", Reference))
    return Generation(manifest, documents, references, vectors, keys, words, folder)


def read_vectors(data: Path, model: str) -> dict[str, "NDArray[np.float32]"]:
    """Every vector of this model that lies undamaged in some generation, by its key."""
    import numpy as np

    found: dict[str, NDArray[np.float32]] = {}
    for path in sorted((data / GENERATIONS).glob(f"[0-9]*/{MANIFEST}")):
        manifest = _read_manifest(path)
        if manifest is None or manifest.model != model:
            continue
        with suppress(OSError, ValueError, KeyError):
            sums = take_checksums(path.parent)
            if all(sums[name] == manifest.checksums[name] for name in ("vectors.npy", "keys.json")):
                vectors = np.load(path.parent / "vectors.npy", allow_pickle=False)
                keys = json.loads((path.parent / "keys.json").read_text(encoding="utf-8"))
                found.update(zip(keys, vectors, strict=True))
    return found


def start_generation(data: Path) -> tuple[int, Path]:
    """A new empty folder beside the others, and its number. Half-written ones of earlier runs are cleared away."""
    clear_generations(data)
    numbers = [int(p.name) for p in (data / GENERATIONS).glob("[0-9]*")] if (data / GENERATIONS).is_dir() else []
    number = max(numbers, default=0) + 1
    folder = folder_of(data, number)
    folder.mkdir(parents=True)
    return number, folder


def write_parts(folder: Path, generation: Generation) -> None:
    """Write all but the manifest and the vector store."""
    import numpy as np

    _write_lines(folder / "documents.jsonl", generation.documents)
    _write_lines(folder / "references.jsonl", generation.references)
    np.save(folder / "vectors.npy", generation.vectors, allow_pickle=False)
    (folder / "keys.json").write_text(json.dumps(generation.keys), encoding="utf-8")
    if generation.words:
        write_concordance(folder / WORDS, generation.words)


def finish_generation(data: Path, manifest: Manifest) -> None:
    """Write the manifest, then make the generation the current one by one atomic rename."""
    renew_manifest(data, manifest)
    folder = folder_of(data, manifest.number)
    _sync(folder)
    _replace(data / CURRENT, folder.name)
    clear_generations(data)


def renew_manifest(data: Path, manifest: Manifest) -> None:
    """Write the manifest of a generation whose other files stay as they are."""
    fields = asdict(manifest)
    _replace(folder_of(data, manifest.number) / MANIFEST, json.dumps({"seal": _seal(fields), **fields}, indent=1))


def _replace(path: Path, text: str) -> None:
    """Write a file so that it is at every moment the old one or the new one."""
    fresh = path.with_name(f"{path.name}.new")
    fresh.write_text(text, encoding="utf-8")
    _sync(fresh)
    fresh.rename(path)


def clear_generations(data: Path) -> None:
    """Remove what is neither the current generation nor the whole one before it."""
    manifest = read_manifest(data)
    whole = (int(p.parent.name) for p in (data / GENERATIONS).glob(f"[0-9]*/{MANIFEST}"))
    older = sorted((n for n in whole if manifest is None or n < manifest.number), reverse=True)
    kept = {*older[: KEPT - 1], *((manifest.number,) if manifest else ())}
    for folder in (data / GENERATIONS).glob("[0-9]*"):
        if int(folder.name) not in kept:
            shutil.rmtree(folder, ignore_errors=True)


def folder_of(data: Path, number: int) -> Path:
    """Where a generation lies."""
    return data / GENERATIONS / f"{number:04d}"


def take_checksums(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of a generation but its manifest, which holds them."""
    sums: dict[str, str] = {}
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in (MANIFEST, f"{MANIFEST}.new"):
            with path.open("rb") as file:
                sums[name] = hashlib.file_digest(file, "sha256").hexdigest()
    return sums


def _read_lines(path: Path, kind: type[R]) -> Iterator[R]:
    with path.open(encoding="utf-8") as file:
        yield from (kind.model_validate_json(line) for line in file)


def _write_lines(path: Path, records: Iterable[Record]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(record.model_dump_json() + "\n" for record in records)


def _sync(path: Path) -> None:
    """Have the disk hold a file, or every file of a folder, before what depends on it is done."""
    for one in [path, *path.rglob("*")] if path.is_dir() else [path]:
        handle: Any = os.open(one, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
