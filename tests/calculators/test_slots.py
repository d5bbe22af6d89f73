"""The inputs of a calculator are the annotations of its function: asked for, listed and put in a schema from there alone."""

import json
from typing import Annotated

import jsonschema  # type: ignore[import-untyped]
import pytest

from assistant.calculators import Calculator, load
from assistant.calculators.contract import Choice, Either, Measure
from assistant.calculators.slots import read_slots
from assistant.figures import Kind, find
from assistant.figures.quantities import Amount
from assistant.records import Input

EACH = pytest.mark.parametrize("calculator", load(), ids=lambda calculator: calculator.name)


def dose(
    rate: Annotated[Amount, Measure("mL/h", low=1, high=9)],
    strength: Annotated[Amount, Either(Measure("mg/mL", low=1, high=9), Measure("units/mL", low=1, high=9))],
    age: Annotated[float, Measure("years", low=18, high=99, means="completed years")],
    weight: Annotated[float, Measure("kg", low=2, high=99)] | None = None,
    is_new: Annotated[str, Choice("yes", "no")] = "no",
) -> float:
    """A function to read."""
    return 0


def test_inputs_come_in_the_order_of_the_function_with_what_it_says_of_them() -> None:
    slots = read_slots(dose)
    assert [(s.name, s.label, s.required, s.is_amount) for s in slots] == [
        ("rate", "rate", True, True),
        ("strength", "strength", True, True),
        ("age", "completed years", True, False),
        ("weight", "weight", False, False),
        ("is_new", "is new", False, False),
    ]
    assert [s.units for s in slots] == [("mL/h",), ("mg/mL", "units/mL"), ("years",), ("kg", "lb"), None]
    assert [s.accepted for s in slots][1::3] == ["1–9 mg/mL or 1–9 units/mL", "yes or no"]


def test_a_parameter_that_declares_nothing_is_a_mistake_of_the_author() -> None:
    def silent(weight: float) -> float:
        return weight

    def half(weight: Annotated[float, "kilograms"]) -> float:
        return weight

    for function in (silent, half):
        with pytest.raises(TypeError, match="'weight' declares no"):
            read_slots(function)


@EACH
def test_the_list_of_inputs_says_what_the_slots_say(calculator: Calculator) -> None:
    assert [item.name for item in calculator.inputs] == [slot.name for slot in calculator.slots]
    for item, slot in zip(calculator.inputs, calculator.slots, strict=True):
        assert isinstance(item, Input)
        assert (item.label, item.required, item.units, item.choices) == (
            slot.label,
            slot.required,
            slot.units,
            slot.options,
        )
        assert (item.kind == "choice") == isinstance(slot.declared, Choice)
        bounds = (slot.declared.low, slot.declared.high) if isinstance(slot.declared, Measure) else (None, None)
        assert (item.minimum, item.maximum) == bounds


@EACH
def test_a_missing_input_is_asked_for_by_a_label_without_figures(calculator: Calculator) -> None:
    for slot in calculator.slots:
        asked = slot.as_missing(calculator.name)
        assert (asked.for_, asked.name, asked.required) == (calculator.name, slot.name, True)
        assert find(asked.label) == ()


@EACH
def test_a_unit_that_is_shown_is_a_unit_and_nothing_more(calculator: Calculator) -> None:
    for slot in calculator.slots:
        for unit in slot.units or ():
            assert all(figure.kind is Kind.UNIT for figure in find(unit)), unit


class TestTheSchema:
    @EACH
    def test_is_a_json_schema_with_every_input_and_no_other(self, calculator: Calculator) -> None:
        schema = calculator.schema()
        jsonschema.Draft202012Validator.check_schema(schema)
        assert json.loads(json.dumps(schema)) == schema
        assert list(schema["properties"]) == [slot.name for slot in calculator.slots]
        assert schema["required"] == [slot.name for slot in calculator.slots if slot.required]
        assert (schema["title"], schema["description"]) == (calculator.title, calculator.description)

    @EACH
    def test_takes_what_the_vectors_give(self, calculator: Calculator) -> None:
        validator = jsonschema.Draft202012Validator(calculator.schema())
        for vector in calculator.vectors:
            # A beginning or another spelling of an option is understood, but not promised.
            given = {
                name: text for name, text in vector.given.items() if "enum" not in validator.schema["properties"][name]
            }
            errors = [error for error in validator.iter_errors(given) if error.validator != "required"]
            assert errors == []

    @EACH
    def test_refuses_what_the_calculator_does_not_know(self, calculator: Calculator) -> None:
        validator = jsonschema.Draft202012Validator(calculator.schema())
        assert not validator.is_valid({**calculator.vectors[0].given, "mood": "good"})
        assert not validator.is_valid({})

    @EACH
    def test_lets_a_number_stand_without_a_unit_only_where_it_can_mean_one_thing(self, calculator: Calculator) -> None:
        for slot in calculator.slots:
            clear = isinstance(slot.declared, Measure) and slot.declared.is_clear_without_unit
            validator = jsonschema.Draft202012Validator(calculator.schema()["properties"][slot.name])
            bound = slot.declared.low if isinstance(slot.declared, Measure) else 1
            assert validator.is_valid(bound) == clear
            assert not validator.is_valid(-1) and not validator.is_valid(None)
