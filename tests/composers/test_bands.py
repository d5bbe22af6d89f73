"""A level lies in a band, outside all of them, or says nothing of them."""

import pytest

from assistant.composers.bands import fits_levels
from assistant.understanding.facts import read_facts


@pytest.mark.parametrize(
    ("text", "said", "verdict"),
    [
        ("Adult with magnesium 0.5–0.7 mmol/L: by mouth.", "magnesium 0.6 mmol/L", 1),
        ("Adult with magnesium below 0.5 mmol/L: by vein.", "magnesium 0.6 mmol/L", -1),
        ("Adult with magnesium below 0.5 mmol/L: by vein.", "magnesium 0.9 mg/dL", 1),
        ("Calcium < 1.9 mmol/L is severe.", "calcium 2.0", -1),
        ("Calcium > 1.9 mmol/L is mild.", "calcium 2.0", 1),
        ("Potassium is given.", "potassium 2.1", 0),
        ("Glucose < 7 mmol/L: start glucose.", "potassium 2.1", 0),
        ("Adult with magnesium below 0.5 mmol/L.", "no level", 0),
    ],
)
def test_a_level_is_held_against_the_bands_of_a_statement(text: str, said: str, verdict: int) -> None:
    assert fits_levels(text, read_facts(said)) == verdict
