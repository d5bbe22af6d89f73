"""The calculators, and the whole assistant as `ask`, for programs that speak the Model Context Protocol over stdio."""

import json
import logging
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from assistant import __version__
from assistant.assembly import Answering, connect, load_registry, load_works
from assistant.errors import PlumblineError
from assistant.records import Answer, Calculation, Given, Missing
from assistant.registry import Entry, Outcome, Registry
from assistant.settings import Settings

if TYPE_CHECKING:
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolResult, Tool

INSTRUCTIONS = (
    "Calculators and regimens take what a person wrote: numbers with their units, dates with the year first. Their printed text is to be "
    "repeated as it stands, with its sources and warnings; no figure of it is to be recalculated. What is missing is to be asked of the person."
)
ASK = {
    "type": "object",
    "properties": {
        "question": {"type": "string", "description": "the question in the person's own words"},
        "conversation_id": {"type": "string", "description": "of the answer that this question follows up"},
        "audience": {"enum": ["physician", "pharmacist", "nurse", "student"]},
    },
    "required": ["question"],
    "additionalProperties": False,
}
Works = Mapping[str, str]
"""How a reference is printed, by its id."""


def serve(settings: Settings) -> None:
    """Serve on the standard streams until they close."""
    import anyio
    from mcp.server.stdio import stdio_server

    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(logging.WARNING)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    works = {key: work.formatted for key, work in load_works(settings).items()}

    async def run() -> None:
        server = create_server(load_registry(settings), works, lambda: connect(settings))
        async with stdio_server() as (incoming, outgoing):
            await server.run(incoming, outgoing, server.create_initialization_options())

    anyio.run(run)


def create_server(registry: Registry, works: Works, open_assistant: Any) -> "Server[Any]":
    """The server. `open_assistant` gives a context manager of what answers; it is entered when the first question comes."""
    from contextlib import AsyncExitStack, asynccontextmanager

    import anyio
    from mcp.server.lowlevel import Server
    from mcp_types import CallToolRequestParams, ListToolsResult, PaginatedRequestParams

    opened: list[Answering] = []
    opening = anyio.Lock()

    @asynccontextmanager
    async def lifespan(_: Any) -> Any:
        async with AsyncExitStack() as stack:
            yield stack

    async def answering(stack: AsyncExitStack) -> Answering:
        async with opening:
            if not opened:
                manager = open_assistant()
                opened.append(await anyio.to_thread.run_sync(manager.__enter__))
                stack.callback(manager.__exit__, None, None, None)
        return opened[0]

    async def list_tools(_: Any, __: PaginatedRequestParams | None) -> ListToolsResult:
        return ListToolsResult(tools=[describe_ask(), *map(describe, registry.all())])

    async def call_tool(context: Any, params: CallToolRequestParams) -> "CallToolResult":
        given = params.arguments or {}
        try:
            if params.name == "ask":
                assistant = await answering(context.lifespan_context)
                return _show_answer(await anyio.to_thread.run_sync(lambda: _ask(assistant, given)))
            return _show_outcomes(_calculate(registry.get(params.name), given), works)
        except PlumblineError as error:
            return _say(str(error), None, is_error=True)

    return Server(
        "plumbline",
        version=__version__,
        title="Plumbline",
        instructions=INSTRUCTIONS,
        lifespan=lifespan,
        on_list_tools=list_tools,
        on_call_tool=call_tool,
    )


def describe_ask() -> "Tool":
    """The tool that answers a question from the indexed guideline text."""
    from mcp_types import Tool

    return Tool(
        name="ask",
        title="Ask a clinical question",
        description="An answer from the guideline text that this hospital has indexed, with a source for every statement; follow-ups by conversation_id.",
        inputSchema=ASK,
    )


def describe(entry: Entry) -> "Tool":
    """A calculator or regimen as a tool: its JSON Schema, in which each input says what counts as it and in which units it is taken."""
    from mcp_types import Tool

    schema = json.loads(json.dumps(entry.schema()))
    for item in schema["properties"].values():
        told = [item.pop("description", ""), item.pop("x-counts", ""), item.pop("x-accepted", "")]
        told = [f"accepted: {text}" if text and place == 2 else text for place, text in enumerate(told)]
        item["description"] = "; ".join(dict.fromkeys(filter(None, [item.get("title", ""), *told])))
    return Tool(
        name=entry.name, title=entry.title, description=schema.get("description", entry.title), inputSchema=schema
    )


def _ask(assistant: Answering, given: Mapping[str, Any]) -> Answer:
    unknown = sorted(given.keys() - ASK["properties"].keys())  # type: ignore[attr-defined]
    if unknown:
        raise PlumblineError(f"ask does not take {', '.join(unknown)}; it takes question, conversation_id and audience")
    question, audience = given.get("question"), given.get("audience", "physician")
    if not isinstance(question, str) or not question.strip():
        raise PlumblineError("ask takes a question in words")
    if audience not in ASK["properties"]["audience"]["enum"]:  # type: ignore[index]
        raise PlumblineError(f"ask knows physician, pharmacist, nurse and student as audience (given: {audience!r})")
    return assistant.ask(question, given.get("conversation_id"), audience)


def _calculate(entry: Entry, given: Mapping[str, Any]) -> Sequence[Outcome]:
    """The outcomes; what a program gives is no person's word, and the result says so."""
    for name, value in given.items():
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            raise PlumblineError(f"{name} takes a text or a number (given: {value!r})")
    return entry.calculate({name: Given(text=str(value), value=value) for name, value in given.items()})


def _show_answer(answer: Answer) -> "CallToolResult":
    works = "\n".join(f"[{citation.number}] {citation.formatted}" for citation in answer.citations)
    asked = "; ".join(dict.fromkeys(item.label for item in answer.missing_inputs))
    parts = [
        " ".join(filter(None, (answer.banner.lead, answer.banner.text))) if answer.banner else "",
        *answer.notices,
        answer.markdown,
        f"To be asked: {asked}" if asked else "",
        works,
    ]
    return _say("\n\n".join(filter(None, [*parts, answer.disclaimer])), answer.model_dump(mode="json", by_alias=True))


def _show_outcomes(outcomes: Sequence[Outcome], works: Works) -> "CallToolResult":
    shown = [_tell(outcome, works) for outcome in outcomes]
    records = [outcome.model_dump(mode="json", by_alias=True) for outcome in outcomes]
    return _say("\n\n".join(shown), {"outcomes": records})


def _tell(outcome: Outcome, works: Works) -> str:
    """An outcome as text, printed by the calculator alone."""
    if isinstance(outcome, Missing):
        asked = [f"{item.name}: {item.label}{f' ({item.counts})' if item.counts else ''}" for item in outcome.inputs]
        return "\n".join(["Missing, to be asked of the person:", *asked])
    if not isinstance(outcome, Calculation):
        return outcome.text
    parts = [f"{part.label}: {part.text}" for part in outcome.parts]
    cited = [works.get(str(key), str(key)) for key in outcome.references]
    lines = [
        outcome.sentence or f"{outcome.title}: {outcome.result.text}",
        *parts,
        outcome.interpretation or "",
        *outcome.steps,
        *outcome.warnings,
    ]
    return "\n".join(filter(None, [*lines, *cited]))


def _say(text: str, record: Any, is_error: bool = False) -> "CallToolResult":
    from mcp_types import CallToolResult, TextContent

    return CallToolResult(content=[TextContent(text=text)], structuredContent=record, isError=is_error)
