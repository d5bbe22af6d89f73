"""A program that speaks the Model Context Protocol finds the calculators, the regimens and `ask`, over a real pipe."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import pytest
from anyio.from_thread import start_blocking_portal
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

from assistant.calculators import load
from assistant.settings import QUIET_ENVIRONMENT, Settings

CLEARANCE = {"age": 67, "sex": "male", "weight": "72 kg", "creatinine": "1.8 mg/dL"}
Talk = Callable[[ClientSession], Awaitable[Any]]


@pytest.fixture(scope="module")
def talk(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Talk], Any]]:
    """Starts `assistant mcp` once, as a program would, and gives what is said in the session."""
    tmp_path = tmp_path_factory.mktemp("mcp")
    environment = {
        **QUIET_ENVIRONMENT,
        "ASSISTANT_DATA": str(settings.data),
        "ASSISTANT_DATABASE": f"sqlite:///{tmp_path / 'kept.sqlite'}",
    }
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "assistant", "mcp"], env=environment, cwd=str(tmp_path)
    )

    @asynccontextmanager
    async def session() -> AsyncIterator[ClientSession]:
        async with stdio_client(server) as (incoming, outgoing), ClientSession(incoming, outgoing) as client:
            with anyio.fail_after(120):
                await client.initialize()
            yield client

    async def say(said: Talk, client: ClientSession) -> Any:
        with anyio.fail_after(120):
            return await said(client)

    with start_blocking_portal() as portal, portal.wrap_async_context_manager(session()) as client:
        yield lambda said: portal.call(say, said, client)


def text_of(result: Any) -> str:
    return "\n".join(part.text for part in result.content)


def test_every_calculator_is_a_tool_with_its_schema_beside_ask(talk: Callable[[Talk], Any]) -> None:
    tools = {tool.name: tool for tool in talk(lambda client: client.list_tools()).tools}
    assert set(tools) >= {"ask", "potassium_iv", *(calculator.name for calculator in load())}
    schema = tools["curb_65"].input_schema
    assert schema["required"] == list(schema["properties"]) and not schema["additionalProperties"]
    assert "Abbreviated Mental Test" in schema["properties"]["confusion"]["description"]
    assert "0.5–100 mmol/L" in schema["properties"]["urea_nitrogen"]["description"]


def test_a_calculation_is_printed_with_its_source_and_says_whose_figures_it_used(talk: Callable[[Talk], Any]) -> None:
    result = talk(lambda client: client.call_tool("creatinine_clearance", CLEARANCE))
    text = text_of(result)
    assert not result.is_error and "41 mL/min" in text and "Cockcroft DW" in text
    assert "Supplied by the calling program, not in the person's words: age, actual body weight" in text
    (record,) = result.structured_content["outcomes"]
    assert record["result"]["value"] == pytest.approx(73 * 72 / (72 * 1.8))
    assert {item["origin"] for item in record["inputs"].values()} == {"caller"}


def test_what_is_missing_is_named_and_a_score_is_bounded(talk: Callable[[Talk], Any]) -> None:
    text = text_of(talk(lambda client: client.call_tool("curb_65", {"age": 67, "confusion": "yes"})))
    assert "2–5 points" in text and "respiratory_rate: respiratory rate" in text


REFUSED: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("creatinine_clearance", {**CLEARANCE, "weight": "5 mg"}, "30–300 kg"),
    ("creatinine_clearance", {**CLEARANCE, "creatinine": 106}, "µmol/L"),
    ("creatinine_clearance", {**CLEARANCE, "mood": "good"}, "mood"),
    ("creatinine_clearance", {**CLEARANCE, "age": [67]}, "age takes a text or a number"),
    ("creatinine_clearence", CLEARANCE, "creatinine_clearance"),
    ("ask", {"question": " "}, "question"),
    ("ask", {"question": "magnesium", "patient": "x"}, "does not take patient"),
)


def test_what_cannot_be_used_is_refused_in_one_line(talk: Callable[[Talk], Any]) -> None:
    async def try_all(client: ClientSession) -> list[Any]:
        return [await client.call_tool(name, given) for name, given, _ in REFUSED]

    for (_, _, said), result in zip(REFUSED, talk(try_all), strict=True):
        assert result.is_error and said in text_of(result) and "\n" not in text_of(result)


def test_a_question_is_answered_with_its_sources_and_followed_up(talk: Callable[[Talk], Any]) -> None:
    async def converse(client: ClientSession) -> Any:
        first = await client.call_tool("ask", {"question": "magnesium for torsades"})
        follow = {
            "question": "and in a child of 20 kg?",
            "conversation_id": first.structured_content["conversation_id"],
        }
        return first, await client.call_tool("ask", follow)

    first, second = talk(converse)
    assert "2 g over 10 min" in text_of(first) and "[1] " in text_of(first)
    assert second.structured_content["conversation_id"] == first.structured_content["conversation_id"]
    assert second.structured_content["understood"]
