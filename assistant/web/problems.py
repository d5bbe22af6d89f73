"""Errors as RFC 9457 problem documents. `title` and `detail` hold no figure; numbers stand in typed members beside them."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import (
    InputError,
    NothingToSchedule,
    OutOfRange,
    PlumblineError,
    QuestionRefused,
    UnitDoubt,
    UnknownInput,
    UnknownName,
    WrongOrder,
    WrongUnit,
)
from assistant.records import MissingInput

log = logging.getLogger("assistant.web")
MEDIA_TYPE = "application/problem+json"
_TITLES = {
    404: "Not found",
    405: "This address does not take that method",
    413: "The request is too large",
    415: "The request is not JSON",
    422: "The request cannot be used as it is",
    500: "Something unexpected went wrong",
    503: "Not ready to answer",
}
_REASONS = {
    "missing": "is missing",
    "json_invalid": "is not valid JSON",
    "string_too_long": "is too long",
    "string_too_short": "is empty",
    "too_long": "has too many entries",
    "extra_forbidden": "is not known here",
    "literal_error": "is none of the accepted words",
    "lone_surrogate": "holds a character that is no text",
}
"""What is said of a field, by the type of the validation error; anything else "is not of the right kind"."""
_INPUT_REASONS: tuple[tuple[type[InputError], str, str], ...] = (
    (UnknownInput, "unknown-input", "There is no input of this name."),
    (WrongUnit, "wrong-unit", "The unit measures something else than this input."),
    (
        UnitDoubt,
        "unit-doubt",
        "The value is not plausible in its unit, but it would be in another: say which is meant.",
    ),
    (OutOfRange, "out-of-range", "The value lies outside the range that is accepted."),
    (WrongOrder, "wrong-order", "The value is not below the input that it must be lower than."),
    (InputError, "unreadable-input", "No single value with a usable unit can be read from this input."),
)


def problem(status: int, kind: str, detail: str, extra: Mapping[str, Any] | None = None) -> JSONResponse:
    """A problem document; `kind` names it, `extra` are its typed members."""
    body = {
        "type": f"urn:plumbline:problem:{kind}",
        "title": _TITLES.get(status, "The request failed"),
        "status": status,
    }
    return JSONResponse({**body, "detail": detail, **(extra or {})}, status_code=status, media_type=MEDIA_TYPE)


def problem_of_missing(missing: Sequence[MissingInput]) -> JSONResponse:
    """Inputs that a calculation still needs."""
    inputs = [item.model_dump(mode="json", by_alias=True) for item in missing]
    detail = f"Needed: {', '.join(dict.fromkeys(item.label for item in missing))}."
    fields = {"field": missing[0].name if missing else None, "missing": inputs}
    return problem(422, "missing-inputs", detail, fields)


def problem_of_input(error: InputError) -> JSONResponse:
    """An input that cannot be used: which one, as given, and what is accepted."""
    _, kind, detail = next(entry for entry in _INPUT_REASONS if isinstance(error, entry[0]))
    extra: dict[str, Any] = {"field": error.name, "given": error.given, "accepted": error.accepted}
    if isinstance(error, UnitDoubt):
        extra["likely_unit"] = error.likely_unit
    return problem(422, kind, detail, extra | ({"calculator": error.calculator} if error.calculator else {}))


def problem_of_error(error: PlumblineError) -> JSONResponse:
    """An expected error of the house."""
    if isinstance(error, InputError):
        return problem_of_input(error)
    if isinstance(error, QuestionRefused):
        return problem(422, "question-refused", str(error), {"field": "question"})
    if isinstance(error, UnknownName):
        return problem(
            404, "unknown-name", f"No {error.kind} has this name.", {"name": error.name, "nearest": list(error.nearest)}
        )
    if isinstance(error, NothingToSchedule):
        return problem(422, "nothing-to-schedule", f"{error}.", {"field": "start"})
    log.error("%s: %s", type(error).__name__, error)
    return problem(503, "cannot-answer", "The question cannot be answered now; the server has noted why.")


def problem_of_fields(errors: Sequence[Mapping[str, Any]]) -> JSONResponse:
    """Fields of a request that do not validate, each named."""
    listed = [_field_error(error) for error in errors]
    detail = "; ".join(f"{_shown(item['field'])} {item['reason']}" for item in listed[:5]) + "."
    return problem(422, "invalid-request", detail, {"field": listed[0]["field"] if listed else None, "errors": listed})


def _field_error(error: Mapping[str, Any]) -> dict[str, Any]:
    path = [str(part) for part in error["loc"] if not isinstance(part, int)]
    name = path[1] if len(path) > 1 else "body"
    limits = {key: value for key, value in error.get("ctx", {}).items() if isinstance(value, int | float | str)}
    reason = _REASONS.get(str(error["type"]), "is not of the right kind")
    return {"field": name, "reason": reason, **({"limits": limits} if limits else {})}


def _shown(name: str) -> str:
    """The name of a field in a sentence, unless it would bring a figure or a page of text into it."""
    return name if name.replace("_", "").isalpha() and len(name) <= 40 else "one field"


def install_problems(app: FastAPI) -> None:
    """Answer every error of an application with a problem document."""

    def on_house(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, PlumblineError)
        return problem_of_error(error)

    def on_fields(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, RequestValidationError)
        return problem_of_fields(error.errors())

    def on_http(_: Request, error: Exception) -> JSONResponse:
        assert isinstance(error, HTTPException)
        if error.status_code == 400:
            return problem_of_fields([{"loc": ("body",), "type": "json_invalid"}])
        title = _TITLES.get(error.status_code, "The request failed")
        answer = problem(error.status_code, f"http-{error.status_code}", f"{title}.")
        answer.headers.update(error.headers or {})
        return answer

    def on_unexpected(_: Request, error: Exception) -> JSONResponse:
        return problem(500, "unexpected", "Something unexpected went wrong; the server has noted what.")

    app.add_exception_handler(PlumblineError, on_house)
    app.add_exception_handler(RequestValidationError, on_fields)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(Exception, on_unexpected)
