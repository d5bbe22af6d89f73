"""What must be done besides the figure stands in the sentence, at the edge where it changes."""

import pytest

from assistant.calculators import load
from assistant.records import Calculation, Given

ALL = {calculator.name: calculator for calculator in load()}


def say(name: str, **texts: str) -> str:
    outcome = ALL[name].run({key: Given(text=text, value=text) for key, text in texts.items()})
    assert isinstance(outcome, Calculation)
    return outcome.sentence


@pytest.mark.parametrize(
    ("aptt", "said"),
    [("34.9 s", "bolus"), ("45.9 s", "bolus"), ("46 s", "no change"), ("70.9 s", "no change"),
     ("71 s", "reduced"), ("90 s", "reduced"), ("90.1 s", "stopped")],
)  # fmt: skip
def test_heparin_says_bolus_reduction_and_pause(aptt: str, said: str) -> None:
    assert said in say("heparin_infusion_adjustment", aptt=aptt, weight="70 kg", current_rate="1260 units/h")


def test_a_formula_that_does_not_apply_says_so_beside_what_it_gives() -> None:
    patient = {"patient": "non-elderly man", "weight": "70 kg"}
    assert "There is no free water deficit" in say("free_water_deficit", sodium="140 mmol/L", **patient)
    assert "at most 10 mmol/L/day" in say("free_water_deficit", sodium="141 mmol/L", **patient)
    assert "not high" in say("corrected_sodium_hillier", sodium="140 mmol/L", glucose="99.9 mg/dL")
    assert "not high" not in say("corrected_sodium_hillier", sodium="140 mmol/L", glucose="100 mg/dL")
