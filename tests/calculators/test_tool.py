"""A calculator as a tool of LangChain: a model reads no figure of it, and the calculation travels beside the words."""

import json
import unicodedata
from typing import Any

import pytest
from langchain_core.tools import BaseTool
from langchain_core.utils.function_calling import convert_to_openai_tool

from assistant.calculators import Calculator, load
from assistant.figures import find
from assistant.figures.naming import plain_name
from assistant.records import Calculation, Missing

EACH = pytest.mark.parametrize("calculator", load(), ids=lambda calculator: calculator.name)
GOOD = {name: dict(calculator.vectors[0].given) for name, calculator in ((c.name, c) for c in load())}


def has_digit(text: str) -> bool:
    """Whether Unicode calls any character of the text a number."""
    return any(unicodedata.numeric(char, None) is not None for char in text)


def strings(value: Any) -> list[str]:
    """Every text of a nested structure, its keys among them."""
    if isinstance(value, dict):
        return [text for key, each in value.items() for text in (str(key), *strings(each))]
    if isinstance(value, list | tuple):
        return [text for each in value for text in strings(each)]
    return [str(value)]


def call(tool: BaseTool, args: dict[str, Any]) -> Any:
    """The message with which a tool answers a model."""
    return tool.invoke({"name": tool.name, "args": args, "id": "call", "type": "tool_call"})


@EACH
def test_nothing_that_a_model_reads_of_a_tool_holds_a_figure(calculator: Calculator) -> None:
    tool = calculator.tool()
    schema = tool.args_schema.model_json_schema()  # type: ignore[union-attr]
    read = [tool.name, tool.description, *strings(schema), *strings(tool.args), *strings(convert_to_openai_tool(tool))]
    assert [text for text in read if has_digit(text)] == []
    assert [text for text in (tool.name.replace("_", " "), tool.description) if find(text)] == []
    described = [item["description"] for item in schema["properties"].values()]
    assert [text for text in described if find(text)] == []
    assert not has_digit(json.dumps(schema))


@EACH
def test_it_is_named_as_the_calculator_and_takes_texts_only(calculator: Calculator) -> None:
    tool = calculator.tool()
    assert tool.name == plain_name(calculator.name)
    assert tool.description == f"{calculator.title}. {calculator.description}"
    assert list(tool.args) == [plain_name(slot.name) for slot in calculator.slots]
    schema = tool.args_schema.model_json_schema()  # type: ignore[union-attr]
    assert schema.get("required", []) == [plain_name(slot.name) for slot in calculator.slots if slot.required]
    for item in schema["properties"].values():
        kinds = [each["type"] for each in item.get("anyOf", [item])]
        assert kinds in (["string"], ["string", "null"])


@EACH
def test_a_call_resolves_to_the_calculation_and_says_it_without_the_figure(calculator: Calculator) -> None:
    for vector in calculator.vectors:
        message = call(calculator.tool(), {plain_name(name): text for name, text in vector.given.items()})
        assert isinstance(message.artifact, Calculation)
        assert message.artifact.result.text == vector.printed
        assert message.content == message.artifact.says and "{result}" in message.content
        assert not has_digit(message.content)


@EACH
def test_a_call_that_lacks_an_input_asks_the_person(calculator: Calculator) -> None:
    tool = calculator.tool()
    needed = next(slot for slot in calculator.slots if slot.required)
    given = {**GOOD[calculator.name], needed.name: ""}
    message = call(tool, {plain_name(name): text for name, text in given.items()})
    assert isinstance(message.artifact, Missing)
    assert message.content == f"Ask the person for: {needed.label}."
    assert find(message.content) == ()


@EACH
def test_a_call_with_an_input_that_cannot_be_used_asks_the_person_and_repeats_no_figure(calculator: Calculator) -> None:
    tool = calculator.tool()
    for slot in calculator.slots:
        given = {**GOOD[calculator.name], slot.name: "999999999 mmHg"}
        message = call(tool, {plain_name(name): text for name, text in given.items()})
        assert message.artifact is None
        assert plain_name(slot.name) in message.content and not has_digit(message.content)


def test_a_result_that_cannot_be_is_refused_without_its_figures() -> None:
    tool = next(c for c in load() if c.name == "infusion_rate").tool()
    message = call(tool, {"dose_rate": "20001 mg/h", "concentration": "10 mg/mL"})
    assert message.artifact is None and not has_digit(message.content) and "concentration" in message.content


def test_no_two_tools_bear_one_name() -> None:
    names = [calculator.tool().name for calculator in load()]
    assert len(set(names)) == len(names)
