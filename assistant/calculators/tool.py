"""A calculator as a tool of LangChain: what a model reads holds no figure, the calculation travels beside it."""

from typing import TYPE_CHECKING

from assistant.errors import InputError
from assistant.figures.naming import plain_name
from assistant.records import Calculation, Given, Missing

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool

    from assistant.calculators.contract import Calculator

Outcome = tuple[str, Calculation | Missing | None]


def export(calculator: "Calculator") -> "StructuredTool":
    """The tool. Its inputs are texts such as a handle that the host resolves; its artifact is the calculation."""
    from langchain_core.tools import StructuredTool
    from pydantic import Field, create_model

    names = {plain_name(slot.name): slot.name for slot in calculator.slots}
    fields = {
        plain_name(slot.name): (
            str if slot.required else str | None,
            Field(... if slot.required else None, description=f"{slot.label}, as the person wrote it"),
        )
        for slot in calculator.slots
    }

    def calculate(**texts: str | None) -> Outcome:
        return _calculate(calculator, {names[name]: text for name, text in texts.items() if text})

    return StructuredTool.from_function(
        calculate,
        name=plain_name(calculator.name),
        description=f"{calculator.title}. {calculator.description}",
        args_schema=create_model(plain_name(calculator.name), **fields),  # type: ignore[call-overload]
        response_format="content_and_artifact",
    )


def _calculate(calculator: "Calculator", texts: dict[str, str]) -> Outcome:
    """The number-free sentence that a model reads, and the calculation that it does not."""
    given = {name: Given(text=text, value=text) for name, text in texts.items()}
    try:
        outcome = calculator.run(given)
    except InputError as error:
        return f"The input {plain_name(error.name)} cannot be used as it was given; ask the person for it.", None
    if isinstance(outcome, Missing):
        return f"Ask the person for: {', '.join(item.label for item in outcome.inputs)}.", outcome
    return outcome.says, outcome
