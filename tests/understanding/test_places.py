"""A region is read from its name or from a body of it, and never from a pronoun, an adjective or a urine potassium."""

import pytest

from assistant.understanding.places import read_region


@pytest.mark.parametrize(
    ("question", "region"),
    [
        ("paracetamol overdose, UK bags", "uk"),
        ("acetylcysteine uk", "uk"),
        ("per nice?", "uk"),
        ("what does NICE say", "uk"),
        ("enoxaparin by the US label", "us"),
        ("how much in the us?", "us"),
        ("AHA dose of amiodarone", "us"),
        ("WHO naloxone", "international"),
        ("starship magnesium", "new zealand"),
        ("renal US normal, gentamicin dose", None),
        ("uk or us dose", None),
        ("tell us the dose", None),
        ("who gives it", None),
        ("a nice dose of morphine", None),
        ("UK 40 mmol/L, serum K 2.9", None),
        ("enoxaparin 80 kg", None),
    ],
)
def test_a_region_is_read_only_where_it_is_named(question: str, region: str | None) -> None:
    assert read_region(question) == region
