"""Build the index beside the one in use and switch to it; what has not changed is not embedded again."""

import hashlib
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from assistant.errors import CorpusError, IndexingError
from assistant.library import generations, store
from assistant.library.concordance import Concordance, concord
from assistant.library.corpus import Corpus, read_corpus, take_fingerprint
from assistant.library.embeddings import Encoder
from assistant.library.export import Precision
from assistant.library.generations import Generation, Manifest
from assistant.library.lock import take_ownership
from assistant.library.ranking import EXACT_UP_TO
from assistant.records import Document, Passage

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

EXPORTS = "models"
Progress = Callable[[str, int, int], None]
"""Told the stage, how many are done, and of how many."""
PART = 4096
"""Passages embedded at a time."""
_building = threading.Lock()
"""Ownership is of a process; two threads of the owner would clear away each other's half-written generation."""


@dataclass(frozen=True)
class Holdings:
    """What is indexed, where the index lives, and by which model ("" = the bundled one) in which precision.

    `added` are files and folders given once by name; the index remembers them. `exact_up_to` is as in `Library`.
    """

    folders: tuple[Path, ...]
    data: Path
    model: str = ""
    added: tuple[Path, ...] = ()
    precision: Precision = "float32"
    exact_up_to: int = EXACT_UP_TO

    def encoder(self) -> Encoder:
        """The embedding model of these holdings; exports of it lie in their data folder."""
        return Encoder(self.model, self.data / EXPORTS, self.precision)

    def all_folders(self) -> tuple[Path, ...]:
        """The folders of the settings, then what was added now or earlier and is still there."""
        manifest = generations.read_manifest(self.data)
        earlier = [Path(name) for name in manifest.added] if manifest else []
        now = [path.resolve() for path in self.added]
        known = {folder.resolve() for folder in self.folders}
        fresh = [path for path in dict.fromkeys([*earlier, *now]) if path not in known]
        return (*self.folders, *(path for path in fresh if path.exists() or path in now))


@dataclass(frozen=True)
class IndexReport:
    """What indexing did: documents by what became of them, the passages now held, and how many were embedded."""

    added: int
    changed: int
    unchanged: int
    removed: int
    refused: tuple[CorpusError, ...]
    documents: int
    passages: int
    embedded: int
    generation: int

    def as_dict(self) -> dict[str, Any]:
        """For JSON; a refusal as its file, line and reason."""
        refused = [{"path": r.path, "line": r.line, "reason": r.reason} for r in self.refused]
        return {**{k: v for k, v in vars(self).items() if k != "refused"}, "refused": refused}


def build(holdings: Holdings, progress: Progress | None = None, rebuild: bool = False) -> IndexReport:
    """Bring the index up to date with the folders. `rebuild` embeds everything anew.

    Raises `IndexBusy` when another process owns the data folder, `EmbeddingError`, `IndexingError`.
    """
    with take_ownership(holdings.data), _building:
        encoder = holdings.encoder()
        folders = holdings.all_folders()
        fingerprint = take_fingerprint(folders)
        before = None if rebuild else _read_before(holdings.data)
        if before and before.manifest.fingerprint == fingerprint and before.manifest.model == encoder.digest:
            encoder.prepare(_all_texts(before.documents))
            return _report(before.documents, before, 0)
        corpus = read_corpus(folders)
        if not corpus.documents:
            raise IndexingError(f"nothing to index in {', '.join(str(f) for f in folders)}: {_reasons(corpus)}")
        if before and before.manifest.model == encoder.digest and _same(before, corpus):
            manifest = replace(before.manifest, fingerprint=fingerprint, added=_names_added(holdings))
            generations.renew_manifest(holdings.data, manifest)
            encoder.prepare(_all_texts(before.documents))
            return _report(before.documents, before, 0)
        encoder.prepare(_all_texts(corpus.documents.values()))
        known = {} if rebuild else generations.read_vectors(holdings.data, encoder.digest)
        generation, embedded = embed_corpus(corpus, encoder, known, progress)
        return _report(before.documents if before else (), _write(holdings, generation, corpus, fingerprint), embedded)


def is_current(holdings: Holdings) -> bool:
    """Whether the index is that of the files as they are now; a cheap look that embeds and writes nothing."""
    manifest = generations.read_manifest(holdings.data)
    folders = holdings.all_folders()
    if manifest is None or manifest.fingerprint != take_fingerprint(folders):
        return False
    return manifest.model == holdings.encoder().digest


def texts_of(passage: Passage) -> tuple[str, str]:
    """The two texts whose vectors are averaged: title and section alone, and with the statement."""
    heading = f"{passage.document_title}. {passage.section}"
    return heading, f"{heading}. {passage.text}"


def concord_documents(documents: Iterable[Document]) -> Concordance:
    """The words of the passages, headings first, each with the topics of its document: what it is called on the ward."""
    return concord(f"{texts_of(passage)[1]} {' '.join(d.topics)}" for d in documents for passage in d.passages)


def key_of(passage: Passage) -> str:
    """What a passage's vector is known by: all that was embedded for it."""
    return hashlib.sha256("\x00".join(texts_of(passage)).encode()).hexdigest()


def all_passages(documents: Iterable[Document]) -> tuple[Passage, ...]:
    """The passages in the order of the rows of the matrix."""
    return tuple(passage for document in documents for passage in document.passages)


def _all_texts(documents: Iterable[Document]) -> Iterator[str]:
    return (texts_of(passage)[1] for document in documents for passage in document.passages)


def embed_corpus(
    corpus: Corpus, encoder: Encoder, known: dict[str, "Floats"], progress: Progress | None
) -> tuple[Generation, int]:
    """The generation with its vectors, and how many passages had to be embedded. Its manifest is made when written."""
    import numpy as np

    documents = tuple(corpus.documents.values())
    passages = all_passages(documents)
    keys = tuple(key_of(p) for p in passages)
    fresh = {key: texts_of(p) for key, p in zip(keys, passages, strict=True) if key not in known}
    made = _embed_pairs(fresh, encoder, progress)
    vectors = np.asarray([made[key] if key in made else known[key] for key in keys], dtype=np.float32)
    blank = Manifest(generations.FORMAT, 0, "", "", encoder.digest, len(documents), len(passages), (), (), {})
    words = concord_documents(documents)
    return Generation(blank, documents, tuple(corpus.references.values()), vectors, keys, words), len(fresh)


def _embed_pairs(
    fresh: Mapping[str, tuple[str, str]], encoder: Encoder, progress: Progress | None
) -> dict[str, "Floats"]:
    """The mean of the two vectors of each pair, by its key; some pairs at a time, so that few vectors are held twice."""
    parts = [dict(islice(fresh.items(), start, start + PART)) for start in range(0, len(fresh), PART)]
    texts = [tuple(dict.fromkeys(text for pair in part.values() for text in pair)) for part in parts]
    total, done = sum(map(len, texts)), 0
    made: dict[str, Floats] = {}
    for part, own in zip(parts, texts, strict=True):
        tell = (lambda count, before=done: progress("embedding", before + count, total)) if progress else None
        rows = dict(zip(own, encoder.encode(own, tell), strict=True))
        made |= {key: (rows[heading] + rows[full]) / 2 for key, (heading, full) in part.items()}
        done += len(own)
    return made


def _write(holdings: Holdings, made: Generation, corpus: Corpus, fingerprint: str) -> Generation:
    """Write a generation beside the others and make it the current one."""
    number, folder = generations.start_generation(holdings.data)
    generations.write_parts(folder, made)
    store.write_store(folder, all_passages(made.documents), made.vectors)
    manifest = replace(
        made.manifest,
        number=number,
        fingerprint=fingerprint,
        corpus=hash_corpus(made.documents),
        added=_names_added(holdings),
        refusals=_tell_refusals(corpus),
        checksums=generations.take_checksums(folder),
    )
    generations.finish_generation(holdings.data, manifest)
    return replace(made, manifest=manifest)


def _same(before: Generation, corpus: Corpus) -> bool:
    """Whether reading has given what the index already holds, as after a change of code or of a comment."""
    held = (before.documents, before.references, before.manifest.refusals)
    return held == (tuple(corpus.documents.values()), tuple(corpus.references.values()), _tell_refusals(corpus))


def _tell_refusals(corpus: Corpus) -> tuple[tuple[str, int, str], ...]:
    return tuple((r.path, r.line, r.reason) for r in corpus.refusals)


def _names_added(holdings: Holdings) -> tuple[str, ...]:
    return tuple(str(path) for path in holdings.all_folders() if path not in holdings.folders)


def hash_corpus(documents: Iterable[Document]) -> str:
    """SHA-256 of all that can be quoted, whatever the order of the files."""
    lines = sorted(f"{document.id} {document.hash}" for document in documents)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _read_before(data: Path) -> Generation | None:
    try:
        return generations.read_generation(data)
    except IndexingError:
        return None


def _report(before: Sequence[Document], now: Generation, embedded: int) -> IndexReport:
    old = {document.id: document.hash for document in before}
    new = {document.id: document.hash for document in now.documents}
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    return IndexReport(
        added=len(new.keys() - old.keys()),
        changed=changed,
        unchanged=len(old.keys() & new.keys()) - changed,
        removed=len(old.keys() - new.keys()),
        refused=tuple(CorpusError(*refusal) for refusal in now.manifest.refusals),
        documents=len(new),
        passages=now.manifest.passages,
        embedded=embedded,
        generation=now.manifest.number,
    )


def _reasons(corpus: Corpus) -> str:
    return "; ".join(str(error) for error in corpus.refusals[:3]) or "no document is there"
