"""Read the folders: references first, then regimens, then the documents that cite the one and include the other."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import assistant
from assistant.errors import CorpusError
from assistant.library.documents import read_document
from assistant.library.front_matter import has_front_matter
from assistant.library.local import NOT_YET_READ, READ, read_local
from assistant.library.statements import Desk, Included
from assistant.records import Document, Reference
from assistant.references import read as read_references

BIBLIOGRAPHY = "references.json"
GUIDELINES = "guidelines"
REGIMENS = "regimens"
READING_ROOMS = ("records.py", "references.py", "figures", "intake", "regimens", "library")
"""The code on which it depends what the files become."""


@dataclass
class Corpus:
    """All that was read, and what was refused. `documents` holds the regimens too, each rendered as one."""

    documents: dict[str, Document] = field(default_factory=dict)
    references: dict[str, Reference] = field(default_factory=dict)
    refusals: list[CorpusError] = field(default_factory=list)
    included: dict[str, Included] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """What reading a statement needs, as far as it has been read."""
        return Desk(self.references, self.included.__getitem__)


def read_corpus(folders: Sequence[Path]) -> Corpus:
    """Read folders and single files; what breaks a rule is refused and named, the rest is there."""
    corpus = Corpus()
    for folder in folders:
        _take_references(folder, corpus)
    for folder in folders:
        _take_regimens(folder, corpus)
    for folder in folders:
        if not folder.exists():
            corpus.refusals.append(CorpusError(folder, 1, "no such file or folder"))
        for path in list_documents(folder):
            _take_document(path, folder, corpus)
    return corpus


def list_files(folder: Path) -> Iterator[Path]:
    """Every file that could be of the corpus, in a fixed order; hidden files are not. Of a file, the file itself."""
    if folder.is_file():
        yield folder
        return
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") or part == "__pycache__" for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def list_documents(folder: Path) -> Iterator[Path]:
    """The files of a folder that are to be read as documents; its README explains, it does not guide."""
    for path in list_files(folder):
        if path.suffix.lower() in READ | NOT_YET_READ and path.name.lower() != "readme.md":
            yield path


def take_fingerprint(folders: Iterable[Path]) -> str:
    """SHA-256 of all that reading depends on: the files, and the code that reads them."""
    digest = hashlib.sha256()
    rooms = (Path(assistant.__file__).parent / room for room in READING_ROOMS)
    beside = (folder.parent / BIBLIOGRAPHY for folder in folders if folder.is_file())
    for folder in (*folders, *beside, *rooms):
        digest.update(b"" if folder.exists() else f"{folder} is absent".encode())
        for path in list_files(folder):
            name = path.relative_to(folder).as_posix() if folder.is_dir() else path.name
            digest.update(f"{name}\x00{path.stat().st_size}\x00".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _take_references(folder: Path, corpus: Corpus) -> None:
    path = (folder if folder.is_dir() else folder.parent) / BIBLIOGRAPHY
    if not path.is_file():
        return
    references, refusals = read_references(path)
    corpus.refusals += refusals
    for key, reference in references.items():
        if corpus.references.setdefault(key, reference) != reference:
            corpus.refusals.append(CorpusError(path, 1, f"reference {key} is another work in another folder"))


def _take_regimens(folder: Path, corpus: Corpus) -> None:
    """Put the rendered regimens among the documents, and their rows among what documents may include."""
    if not (folder / REGIMENS).is_dir():
        return
    from assistant.regimens import fields, load_all, render

    regimens, refusals = load_all(folder / REGIMENS, corpus.references)
    corpus.refusals += refusals
    for regimen in regimens:
        document = render(regimen)
        _add(document, corpus)
        for passage in document.passages:
            if passage.regimen:
                name, citations = passage.regimen, passage.citations
                corpus.included[name] = Included(passage.text, citations, name, passage.population)
                for part, text in fields(regimen, name.split("#")[1]).items():
                    corpus.included[f"{name}.{part}"] = Included(text, citations)


def _take_document(path: Path, folder: Path, corpus: Corpus) -> None:
    if path.suffix.lower() in NOT_YET_READ:
        corpus.refusals.append(CorpusError(path, 1, f"{path.suffix} files are not yet read; give .md or .txt"))
        return
    if not _is_ours(path, folder):
        try:
            document, reference = read_local(path)
        except CorpusError as error:
            corpus.refusals.append(error)
            return
        if _add(document, corpus, path):
            corpus.references[reference.id] = reference
        return
    read, refusals = read_document(path, folder, corpus.desk)
    corpus.refusals += refusals
    if read:
        _add(read, corpus, path)


def _is_ours(path: Path, folder: Path) -> bool:
    """Whether a file claims to keep the rules of a corpus document: by its place or by its front matter."""
    if folder.is_dir() and GUIDELINES in path.relative_to(folder).parts:
        return True
    try:
        return has_front_matter(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return False


def _add(document: Document, corpus: Corpus, path: Path | None = None) -> bool:
    """Put a document among the others, unless its id is taken; whether it was put there."""
    if document.id in corpus.documents:
        other = corpus.documents[document.id].path
        corpus.refusals.append(CorpusError(path or document.path, 1, f"document {document.id} is also {other}"))
        return False
    corpus.documents[document.id] = document
    return True
