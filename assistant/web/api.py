"""The REST API, `/api/v1`. Every error is a problem document; every route waits while the assistant warms."""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from assistant import __version__
from assistant.errors import PlumblineError, UnknownName
from assistant.records import (
    Answer,
    Calculation,
    Conversation,
    Document,
    Given,
    Input,
    Missing,
    MissingInput,
    Refusal,
    Source,
)
from assistant.web.asked import Assistant, Audience, Entry
from assistant.web.problems import (
    install_problems,
    log,
    problem,
    problem_of_error,
    problem_of_missing,
)

LONGEST_QUESTION = 4000
"""Characters of a question."""


def _as_text(text: str) -> str:
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise PydanticCustomError("lone_surrogate", "not text") from error
    return text


T = TypeVar("T")
Kind = Literal["calculator", "regimen"]
Text = Annotated[str, AfterValidator(_as_text)]
Name = Annotated[Text, Field(min_length=1, max_length=80)]
InputText = Annotated[Text, Field(max_length=200)]
Number = Annotated[float, Field(strict=True, allow_inf_nan=False)]
Inputs = Annotated[dict[Name, InputText | Number], Field(max_length=60)]
Region = Annotated[Text, Field(max_length=20)]


class Question(BaseModel):
    """A question; `inputs` fills in by name what a calculation asked for."""

    model_config = ConfigDict(extra="forbid")

    question: Annotated[Text, Field(min_length=1, max_length=LONGEST_QUESTION)]
    conversation_id: Annotated[Text, Field(min_length=1, max_length=100)] | None = None
    audience: Audience = "physician"
    inputs: Inputs = {}


class Listed(BaseModel):
    """A calculator or regimen in the list of them."""

    name: str
    title: str
    kind: Kind
    inputs: tuple[Input, ...]


class Outcomes(BaseModel):
    """What the sources of a regimen say of one patient: each may calculate, refuse, or lack inputs."""

    calculations: tuple[Calculation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    missing: tuple[MissingInput, ...] = ()


def give(inputs: Mapping[str, str | float], origin: Source) -> dict[str, Given]:
    """Inputs as the calculators take them."""
    return {name: Given(text=str(value), value=value, origin=origin) for name, value in inputs.items()}


def create_api(assistant: Assistant, region: str | None = None) -> FastAPI:
    """The application of all routes; `region` is the site's, whose guidance comes first."""
    api = FastAPI(
        title="Plumbline",
        version=__version__,
        description="Every figure is quoted, calculated, or the person's own.",
        docs_url=None,
        redoc_url=None,
    )
    install_problems(api)
    for router in (
        _asking(assistant),
        _keeping(assistant),
        _calculators(assistant),
        _regimens(assistant, region),
    ):
        api.include_router(router)
    return api


def _asking(assistant: Assistant) -> APIRouter:
    router = APIRouter(tags=["questions"])

    @router.post("/ask", summary="The answer to a question")
    def ask(asked: Question) -> Answer:
        return assistant.ask(asked.question, asked.conversation_id, asked.audience, give(asked.inputs, "caller"))

    @router.post(
        "/ask/stream",
        summary="The same as server-sent events: stage, delta, answer, error",
        response_class=StreamingResponse,
    )
    def ask_stream(asked: Question) -> StreamingResponse:
        return StreamingResponse(
            _events(assistant, asked), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"}
        )

    return router


def _events(assistant: Assistant, asked: Question) -> Iterator[str]:
    """The events of a turn; once the stream runs, an error can only be its last event."""
    try:
        for event, value in assistant.stream(
            asked.question, asked.conversation_id, asked.audience, give(asked.inputs, "caller")
        ):
            yield _event(
                event, value.model_dump_json(by_alias=True) if isinstance(value, Answer) else json.dumps({event: value})
            )
    except PlumblineError as error:
        yield _event("error", bytes(problem_of_error(error).body).decode())
    except Exception:
        log.exception("a turn failed")
        yield _event("error", bytes(problem(500, "unexpected", "The question could not be answered.").body).decode())


def _event(name: str, data: str) -> str:
    return f"event: {name}\ndata: {data}\n\n"


def _keeping(assistant: Assistant) -> APIRouter:
    router = APIRouter(tags=["what is kept"])

    @router.get("/answers/{answer_id}", summary="An answer as it was given")
    def read_answer(answer_id: str) -> Answer:
        return _found(assistant.answer(answer_id), "answer", answer_id)

    @router.get("/answers/{answer_id}/schedule.ics", summary="The monitoring of an answer as a calendar file")
    def read_schedule(answer_id: str, start: datetime | None = None) -> Response:
        answer = _found(assistant.answer(answer_id), "answer", answer_id)
        return _calendar(answer.calculations, start)

    @router.get("/conversations/{conversation_id}", summary="A conversation with its turns")
    def read_conversation(conversation_id: str) -> Conversation:
        return _found(assistant.conversation(conversation_id), "conversation", conversation_id)

    @router.get("/documents/{document_id}", summary="A document of the corpus with its passages")
    def read_document(document_id: str) -> Document:
        return _found(assistant.library.documents.get(document_id), "document", document_id)

    return router


def _calendar(calculations: Sequence[Calculation], start: datetime | None) -> Response:
    from assistant.web.calendar import write_calendar

    body = write_calendar(calculations, start.replace(tzinfo=None) if start else None)
    return Response(
        body, media_type="text/calendar", headers={"Content-Disposition": 'attachment; filename="schedule.ics"'}
    )


def _found(record: T | None, kind: str, name: str) -> T:
    if record is None:
        raise UnknownName(kind, name)
    return record


def _calculators(assistant: Assistant) -> APIRouter:
    router = _registry(assistant, "calculator")

    @router.post("/{name}", summary="Calculate from inputs by name", response_model=Calculation)
    def run(name: str, inputs: Inputs) -> Calculation | JSONResponse:
        outcomes = _sort(_entry(assistant, "calculator", name).calculate(give(inputs, "caller")))
        return outcomes.calculations[0] if outcomes.calculations else problem_of_missing(outcomes.missing)

    return router


def _regimens(assistant: Assistant, site: str | None) -> APIRouter:
    router = _registry(assistant, "regimen")

    @router.post("/{name}", summary="What each source gives for the inputs by name", response_model=Outcomes)
    def run(name: str, inputs: Inputs, region: Region | None = None) -> Outcomes | JSONResponse:
        entry = _entry(assistant, "regimen", name)
        outcomes = _sort(entry.calculate(give(inputs, "caller"), region or site))
        decided = outcomes.calculations or outcomes.refusals
        return outcomes if decided else problem_of_missing(outcomes.missing)

    @router.post("/{name}/schedule.ics", summary="The monitoring of each source for the inputs, as a calendar file")
    def schedule(name: str, inputs: Inputs, region: Region | None = None) -> Response:
        entry = _entry(assistant, "regimen", name)
        outcomes = _sort(entry.calculate(give(inputs, "caller"), region or site))
        if outcomes.missing and not outcomes.calculations:
            return problem_of_missing(outcomes.missing)
        return _calendar(outcomes.calculations, None)

    return router


def _registry(assistant: Assistant, kind: Kind) -> APIRouter:
    """What calculators and regimens have in common: their list and their inputs."""
    router = APIRouter(prefix=f"/{kind}s", tags=[f"{kind}s"])

    @router.get("", summary=f"The {kind}s with their inputs")
    def show_all() -> list[Listed]:
        entries = [entry for entry in assistant.registry.all() if entry.kind == kind]
        return [Listed(name=e.name, title=e.title, kind=e.kind, inputs=tuple(e.inputs)) for e in entries]

    @router.get("/{name}", summary="The JSON Schema of its inputs")
    def show_schema(name: str) -> dict[str, Any]:
        return _entry(assistant, kind, name).schema()

    return router


def _entry(assistant: Assistant, kind: Kind, name: str) -> Entry:
    entry = assistant.registry.get(name, kind)
    if entry.kind != kind:
        raise UnknownName(kind, name)
    return entry


def _sort(outcomes: Sequence[Calculation | Missing | Refusal]) -> Outcomes:
    asked = [item for outcome in outcomes if isinstance(outcome, Missing) for item in outcome.inputs]
    return Outcomes(
        calculations=tuple(o for o in outcomes if isinstance(o, Calculation)),
        refusals=tuple(o for o in outcomes if isinstance(o, Refusal)),
        missing=tuple(dict.fromkeys(asked)),
    )
