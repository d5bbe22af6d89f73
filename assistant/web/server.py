"""One port: the chat page, the API, and what tells whether they live."""

import logging
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi.staticfiles import StaticFiles

from assistant import __version__
from assistant.calculators import Calculator
from assistant.catalogue import Described, describe
from assistant.errors import SettingError, UnknownName
from assistant.regimens import Regimen
from assistant.settings import Settings
from assistant.web.api import create_api
from assistant.web.asked import Assistant
from assistant.web.front import FrontPage
from assistant.web.handbook import render_handbook
from assistant.web.problems import install_problems
from assistant.web.regimen_page import render_regimen, render_regimens
from assistant.web.registry_page import join_units, render_calculator, render_list
from assistant.web.security import install_security

STATIC = Path(__file__).parent / "static"


def create_app(settings: Settings, assistant: Assistant) -> FastAPI:
    """The whole application. The assistant begins to warm when it starts; the page is there before."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        assistant.start()
        yield

    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    install_problems(app)
    api = create_api(assistant, settings.region)
    _add_signs_of_life(app, assistant)
    app.add_api_route("/docs", lambda: HTMLResponse(render_handbook(api.openapi())), include_in_schema=False)
    _add_registry(app, assistant)
    _add_regimens(app, assistant, settings.region)
    app.mount("/api/v1", api)
    app.mount("/page", StaticFiles(directory=STATIC))
    app.add_middleware(FrontPage)
    install_security(app, settings.frame_ancestors.split())
    return _mount_page(app, assistant)


def _add_signs_of_life(app: FastAPI, assistant: Assistant) -> None:
    @app.get("/healthz")
    def healthz() -> dict[str, str]:
        return {"status": "alive", "version": __version__}

    @app.get("/readyz")
    def readyz() -> JSONResponse:
        ready = assistant.ready()
        return JSONResponse({"ready": ready, **assistant.status()}, status_code=200 if ready else 503)


def _add_registry(app: FastAPI, assistant: Assistant) -> None:
    """The pages of the calculators; what is typed there is calculated and kept nowhere."""

    def find(name: str) -> Described:
        entry = assistant.registry.get(name, "calculator")
        if not isinstance(entry, Calculator):
            raise UnknownName("calculator", name)
        return describe(entry, assistant.works())

    @app.get("/calculators", include_in_schema=False)
    def list_calculators() -> HTMLResponse:
        held = [entry for entry in assistant.registry.all() if isinstance(entry, Calculator)]
        return HTMLResponse(render_list([describe(entry, assistant.works()) for entry in held]))

    @app.get("/calculators/{name}", include_in_schema=False)
    def show_calculator(name: str) -> HTMLResponse:
        return HTMLResponse(render_calculator(find(name), {}))

    @app.post("/calculators/{name}", include_in_schema=False)
    async def calculate(name: str, request: Request) -> HTMLResponse:
        sent = {key: str(value) for key, value in (await request.form(max_files=0)).items()}
        described = await run_in_threadpool(find, name)
        return HTMLResponse(render_calculator(described, join_units(described.calculator.slots, sent)))


def _add_regimens(app: FastAPI, assistant: Assistant, region: str | None) -> None:
    """The pages of the regimens, of the same kind."""

    def find(name: str) -> Regimen:
        entry = assistant.registry.get(name, "regimen")
        if not isinstance(entry, Regimen):
            raise UnknownName("regimen", name)
        return entry

    @app.get("/regimens", include_in_schema=False)
    def list_regimens() -> HTMLResponse:
        return HTMLResponse(render_regimens([e for e in assistant.registry.all() if isinstance(e, Regimen)]))

    @app.get("/regimens/{name}", include_in_schema=False)
    def show_regimen(name: str) -> HTMLResponse:
        return HTMLResponse(render_regimen(find(name), {}, region, assistant.works()))

    @app.post("/regimens/{name}", include_in_schema=False)
    async def work_out(name: str, request: Request) -> HTMLResponse:
        sent = {key: str(value) for key, value in (await request.form(max_files=0)).items()}
        regimen = await run_in_threadpool(find, name)
        given = join_units(regimen.slots, sent)
        return HTMLResponse(render_regimen(regimen, given, region, assistant.works()))


def _mount_page(app: FastAPI, assistant: Assistant) -> FastAPI:
    from assistant.web.page import create_page

    page = create_page(assistant)
    import gradio as gr

    theme = gr.themes.Base(font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"])
    mounted: FastAPI = gr.mount_gradio_app(
        app,
        page,
        path="/",
        footer_links=[],
        run_history=False,
        show_error=False,
        theme=theme,
        ssr_mode=False,
        pwa=False,
        max_file_size=0,
    )
    return mounted


def serve(settings: Settings, assistant: Assistant, host: str = "127.0.0.1", port: int = 7860) -> None:
    """Serve until stopped. Raises `SettingError` when the address cannot be had."""
    import uvicorn

    _keep_to_warnings()
    listening = _listen(host, port)
    shown = f"[{host}]" if ":" in host else host
    app = create_app(settings, assistant)
    print(f"Plumbline: http://{shown}:{listening.getsockname()[1]}", flush=True)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, timeout_graceful_shutdown=3
    )
    uvicorn.Server(config).run(sockets=[listening])


def _keep_to_warnings() -> None:
    """Log from warnings upwards; on the handler, for some libraries set their own loggers to say more."""
    handler = logging.StreamHandler()
    handler.setLevel(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def _listen(host: str, port: int) -> socket.socket:
    """A listening socket, so that who comes before the page is built waits for it."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except (OSError, OverflowError) as error:
        raise SettingError(f"cannot serve at {host}:{port} ({error}); choose another with --host and --port") from error
    return listening
