"""Settings → Assistant: the only file that names concrete classes."""

import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Protocol

from assistant import __version__, calculators, proofreading, references, regimens
from assistant.composers.chat import ChatComposer
from assistant.conversation import Desk, Inquiry, take_turn
from assistant.errors import CorpusError, PlumblineError
from assistant.history import History
from assistant.library import (
    Holdings,
    IndexReport,
    Library,
    Progress,
    build,
    find_owner,
    is_current,
    open_library,
    read_library,
    take_ownership,
)
from assistant.library.corpus import BIBLIOGRAPHY, REGIMENS
from assistant.models import open_model, split_name
from assistant.records import Answer, Conversation, Document, Given, Reference, Versions
from assistant.registry import Registry
from assistant.review import Reviews, judge_all
from assistant.settings import Settings
from assistant.understanding.lexicon import build_lexicon


class Answering(Protocol):
    """What the terminal and the evaluation need: something that answers."""

    def ask(self, question: str, conversation_id: str | None = None, audience: str = "physician") -> Answer:
        """The answer to a question."""


class Assistant:
    """The whole: it answers questions as soon as its desk is laid, and lays it in the background."""

    def __init__(self, settings: Settings, lay_desk: Callable[[], Desk]) -> None:
        self.settings = settings
        self._lay_desk = lay_desk
        self._ready = threading.Event()
        self._desk: Desk | None = None
        self._reviews = Reviews(settings.database_url)
        self._laying = threading.Lock()
        self._failure: PlumblineError | None = None

    def warm(self) -> None:
        """Open the index and the model; begun in a thread by `start`. Keeps a failure to tell the asker."""
        try:
            desk = self._lay_desk()
            desk.library.warm()
            self._desk = desk
        except PlumblineError as error:
            self._failure = error
        except Exception as error:
            self._failure = PlumblineError(f"the assistant could not be set up: {error}")
            raise
        finally:
            self._ready.set()

    def start(self) -> None:
        """Begin warming in the background."""
        threading.Thread(target=self.warm, name="warming", daemon=True).start()

    def ready(self) -> bool:
        """Whether a question would be answered at once."""
        return self._ready.is_set() and self._failure is None

    @property
    def desk(self) -> Desk:
        """The desk, once it is laid; laid again when a review has changed what may be quoted. Raises the error that kept it from
        being laid."""
        self._ready.wait()
        if self._failure is not None:
            raise self._failure
        assert self._desk is not None
        if self._desk.reviewed < self._reviews.mark():
            with self._laying:
                if self._desk.reviewed < self._reviews.mark():
                    self._desk = self._lay_desk()
        return self._desk

    @property
    def registry(self) -> Registry:
        """Calculators and regimens as one list."""
        return self.desk.registry

    @property
    def library(self) -> Library:
        """The documents and their index."""
        return self.desk.library

    def ask(
        self,
        question: str,
        conversation_id: str | None = None,
        audience: str = "physician",
        form: Mapping[str, Given] | None = None,
    ) -> Answer:
        """The answer to a question; waits while warming. Raises `QuestionRefused`."""
        for event, value in self.stream(question, conversation_id, audience, form):
            if event == "answer":
                return value  # type: ignore[no-any-return]
        raise PlumblineError("the turn ended without an answer")

    def stream(
        self,
        question: str,
        conversation_id: str | None = None,
        audience: str = "physician",
        form: Mapping[str, Given] | None = None,
    ) -> Iterator[tuple[str, Any]]:
        """The events of a turn: ("stage", name), ("delta", statement), ("answer", Answer)."""
        if not self._ready.is_set():
            yield "stage", "warming up"
        yield from take_turn(Inquiry(question, conversation_id, audience, form or {}), self.desk)

    def conversation(self, conversation_id: str) -> Conversation | None:
        """A conversation as it was kept."""
        return self.desk.history.conversation(conversation_id)

    def answer(self, answer_id: str) -> Answer | None:
        """An answer as it was given."""
        return self.desk.history.answer(answer_id)

    def works(self) -> Mapping[str, Reference]:
        """The works that may be cited, by id."""
        return self._works

    @cached_property
    def _works(self) -> Mapping[str, Reference]:
        return load_works(self.settings)

    def examples(self) -> tuple[str, ...]:
        """A question of each guideline document, to begin with."""
        return tuple(d.questions[0] for d in self.library.documents.values() if d.questions)

    def status(self) -> dict[str, Any]:
        """What is indexed and which versions answer."""
        if not self.ready():
            return {"warm": False, "failure": str(self._failure) if self._failure else None}
        desk = self.desk
        return {
            "warm": True,
            "documents": len(desk.library.documents),
            "passages": len(desk.library.passages),
            **desk.versions.model_dump(),
        }

    def as_runnable(self) -> Any:
        """The assistant as a LangChain Runnable from a question to an Answer: invoke, batch, stream, tracing."""
        from langchain_core.runnables import RunnableLambda

        return RunnableLambda(lambda question: self.ask(question), name="plumbline")


def assemble(settings: Settings, address: str | None = None, progress: Progress | None = None) -> Assistant:
    """The assistant of these settings, not yet warm. With an `address` it owns the data folder from now on and says
    where it serves. Raises `IndexBusy` when another process owns the folder."""
    if address is not None:
        take_ownership(settings.data).announce(address)

    @cache
    def opened() -> tuple[Library, History]:
        return open_library(holdings_of(settings), progress), History(settings.database_url)

    return Assistant(settings, lambda: _lay(settings, *opened()))


@contextmanager
def connect(settings: Settings, keep: bool = True, progress: Progress | None = None) -> Iterator[Answering]:
    """Something that answers: the server that runs on the data folder, or an assistant of our own.

    With `keep` false nothing is kept, so that an evaluation leaves no trace; it then reads the index beside a server.
    """
    owner = find_owner(settings.data)
    if keep and owner and owner.address:
        from assistant.remote import RemoteAssistant

        yield RemoteAssistant(owner.address)
        return
    with connect_desk(settings, keep, progress) as desk:
        assistant = Assistant(settings, lambda: desk)
        assistant.warm()
        yield assistant


@contextmanager
def connect_desk(settings: Settings, keep: bool = False, progress: Progress | None = None) -> Iterator[Desk]:
    """A desk of our own, on a database that is thrown away unless what is asked is to be kept."""
    with ExitStack() as stack:
        url = settings.database_url
        if not keep:
            url = f"sqlite:///{stack.enter_context(tempfile.TemporaryDirectory())}/evaluation.sqlite"
        desk = _lay(settings, open_library(holdings_of(settings), progress), History(url))
        stack.callback(desk.history.close)
        yield desk


def _lay(settings: Settings, library: Library, history: History) -> Desk:
    """The desk on a library, each document with the status that reviews gave it; a regimen whose rows the library does not hold
    as they are now is left out."""
    reviews = Reviews(settings.database_url)
    reviewed = reviews.mark()
    library = library.judged({key: standing.status for key, standing in judge_all(library.documents, reviews).items()})
    library = library.keeping(lambda document: _may_be_quoted(document, settings))
    held = {key: document.hash for key, document in library.documents.items()}
    loaded, _ = _load_regimens(settings, proved=is_current(holdings_of(settings)))
    entries = [r for r in loaded if (rendered := regimens.render(r)).hash == held.get(rendered.id)]
    registry = Registry([*calculators.load(), *entries])
    manifest = library.manifest
    return Desk(
        library=library,
        registry=registry,
        lexicon=build_lexicon(library.documents.values(), registry.all()),
        history=history,
        versions=Versions(
            software=__version__, corpus=manifest.corpus[:12], index=f"{manifest.number}-{manifest.model[:12]}"
        ),
        region=settings.region,
        units=settings.units,
        chat=_open_chat(settings),
        gaps=regimens.read_gaps(settings.corpus_folders),
        reviewed=reviewed,
    )


def _open_chat(settings: Settings) -> ChatComposer | None:
    """The composer of the configured chat model; None when none is configured."""
    model = open_model(settings)
    return ChatComposer(model, ":".join(split_name(settings))) if model is not None else None


def _may_be_quoted(document: Document, settings: Settings) -> bool:
    """What was rejected is never quoted; what awaits review is not where the site asks for approved text only."""
    return document.status == "approved" or (document.status != "rejected" and not settings.approved_only)


def holdings_of(settings: Settings, added: tuple[Path, ...] = ()) -> Holdings:
    """What these settings have indexed, and where."""
    model, precision = settings.embedding_model, settings.embedding_precision
    return Holdings(settings.corpus_folders, settings.data, model, added, precision, settings.exact_up_to)


def load_registry(settings: Settings) -> Registry:
    """Calculators and regimens as one list, without the index."""
    return Registry([*calculators.load(), *_load_regimens(settings)[0]])


def load_works(settings: Settings) -> Mapping[str, Reference]:
    """The bibliography of every corpus folder, by id."""
    files = [folder / BIBLIOGRAPHY for folder in settings.corpus_folders]
    return {key: work for file in files if file.is_file() for key, work in references.load(file).items()}


def _load_regimens(settings: Settings, proved: bool = False) -> tuple[tuple[Any, ...], tuple[CorpusError, ...]]:
    works = {key: work for folder in settings.corpus_folders for key, work in _read_works(folder).items()}
    folders = [folder / REGIMENS for folder in settings.corpus_folders if (folder / REGIMENS).is_dir()]
    loaded = [regimens.load_all(folder, works, proved) for folder in folders]
    found = [regimen for held, _ in loaded for regimen in held]
    site = regimens.read_formulary(settings.formulary, [regimen.id for regimen in found], settings.units)
    refused = tuple(error for _, errors in loaded for error in errors)
    return tuple(replace(regimen, site=site) for regimen in found), refused


def _read_works(folder: Path) -> Mapping[str, Reference]:
    """The works of a folder that can be cited; what is wrong with its bibliography is told by `corpus check`."""
    path = folder / BIBLIOGRAPHY
    return references.read(path)[0] if path.is_file() else {}


def build_index(settings: Settings, paths: tuple[Path, ...], rebuild: bool, progress: Progress | None) -> IndexReport:
    """Bring the index up to date. Raises `IndexBusy` while a server runs: it indexes when it starts."""
    return build(holdings_of(settings, paths), progress, rebuild)


def check_corpus_files(settings: Settings) -> tuple[CorpusError, ...]:
    """Every breach of a rule in the corpus."""
    return proofreading.check(settings.corpus_folders)


def check_regimen_files(settings: Settings) -> tuple[CorpusError, ...]:
    """Every regimen that is refused, with its reason."""
    return _load_regimens(settings)[1]


def read_holdings(settings: Settings) -> Library:
    """The index as it is, for a look that writes nothing. Raises `IndexingError`."""
    return read_library(holdings_of(settings))
