"""Every calculator is reached in the chat by its name, and what it says there passes the gate."""

import pytest

from assistant.assembly import Assistant
from assistant.calculators import Calculator, load
from assistant.records import Given
from tests.samples import SAMPLE_AND_WHOLE

EACH = pytest.mark.parametrize("calculator", load(), ids=lambda calculator: calculator.name)


@SAMPLE_AND_WHOLE
@EACH
def test_a_calculator_that_is_named_asks_for_what_it_needs_and_is_worked_out(
    assistant: Assistant, calculator: Calculator, whole: bool
) -> None:
    named = calculator.synonyms[0]
    asked = assistant.ask(named)
    assert calculator.name in {item.for_ for item in asked.missing_inputs}, asked.bottom_line
    for vector in calculator.vectors[: 2 if whole else 1]:
        form = {name: Given(text=text, value=text, origin="form") for name, text in vector.given.items()}
        answer = assistant.ask(named, form=form)
        worked = {calculation.calculator: calculation for calculation in answer.calculations}
        assert calculator.name in worked, answer.bottom_line
        assert worked[calculator.name].result.text == vector.printed
        assert vector.printed in answer.bottom_line
