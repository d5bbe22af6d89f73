"""Whether a statement is for a patient of an age, by the ages that it names."""

import pytest

from assistant.composers.ages import fits_age


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("at 1–11 months is 125 mg for 3 days", (0.1, 0.9), (1.0, 3.0)),
        ("a child of 1–4 years is 250 mg", (1.0, 4.9), (0.5, 5.0)),
        ("a child of 5 years or more", (5.0,), (3.0,)),
        ("a child of 5 years or older", (5.0, 12.0), (4.9,)),
        ("a contact over 12 years is 500 mg", (12.0, 17.0), (11.9,)),
        ("under 1 year 25 mg", (0.5,), (1.0,)),
        ("25 mg under 1 year, 50 mg at 1–5 years, 100 mg from 6 years", (0.5, 3.0, 9.0), ()),
        ("every 8 h for 3–5 days", (0.1, 9.0), ()),
        ("only for a child over 12 years", (8.0, 13.0), ()),
        ("give oxygen", (3.0,), ()),
    ],
)
def test_a_statement_is_for_the_ages_that_it_names(
    text: str, inside: tuple[float, ...], outside: tuple[float, ...]
) -> None:
    assert [age for age in inside if not fits_age(text, age)] == []
    assert [age for age in outside if fits_age(text, age)] == []
