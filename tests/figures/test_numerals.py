"""The scanner against figures.yaml and against all of Unicode."""

import sys
import unicodedata
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from assistant.figures import Kind, find

HERE = Path(__file__).parent
SHEETS = [yaml.safe_load((HERE / name).read_text(encoding="utf-8")) for name in ("figures.yaml", "more_figures.yaml")]


def read_examples(kind: str) -> list[str]:
    """The examples of a kind in both sheets; the lists of a sheet may be nested."""
    return [text for sheet in SHEETS for text in flatten(sheet[kind])]


def flatten(part: object) -> list[str]:
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part
    assert not isinstance(parts, str)
    return [text for each in parts for text in flatten(each)]  # type: ignore[attr-defined]


FIGURES = read_examples("figure")
NAMES = read_examples("name")
IDIOMS = read_examples("not_a_figure")


def read_marks(marked: str) -> tuple[str, list[str]]:
    """The text without its square brackets, and what stood between them."""
    plain = marked.replace("[", "").replace("]", "")
    return plain, [part.split("]")[0] for part in marked.split("[")[1:]]


@pytest.mark.parametrize("marked", FIGURES)
def test_a_figure_is_found_with_its_comparator_and_unit(marked: str) -> None:
    text, wanted = read_marks(marked)
    assert [figure.text for figure in find(text)] == wanted


@pytest.mark.parametrize("marked", NAMES)
def test_a_name_with_a_digit_or_stage_is_a_name(marked: str) -> None:
    text, wanted = read_marks(marked)
    assert [(figure.text, figure.kind) for figure in find(text)] == [(name, Kind.NAME) for name in wanted]


@pytest.mark.parametrize("text", IDIOMS)
def test_an_idiom_is_no_figure(text: str) -> None:
    assert find(text) == ()


def test_every_numeric_character_of_unicode_is_found() -> None:
    for code in range(sys.maxunicode + 1):
        char = chr(code)
        if unicodedata.numeric(char, None) is not None:
            assert [figure.text for figure in find(f"give {char} mg")] != [], f"U+{code:04X}"


@given(st.text(max_size=60))
def test_figures_are_verbatim_ordered_and_apart(text: str) -> None:
    last = 0
    for figure in find(text):
        assert last <= figure.start < figure.end
        assert text[figure.start : figure.end] == figure.text
        last = figure.end


@given(st.text(max_size=20), st.text(max_size=20), st.integers(0, 10**6))
def test_a_number_is_found_wherever_it_stands(before: str, after: str, number: int) -> None:
    spans = [(figure.start, figure.end) for figure in find(f"{before}{number}{after}")]
    for index in range(len(before), len(before) + len(str(number))):
        assert any(start <= index < end for start, end in spans)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("give 1\u200b0 mg", "1\u200b0 mg"),  # a zero-width blank does not split a number
        ("tw\u043e tablets", "tw\u043e"),  # a Cyrillic letter does not hide a number word
        ("1О mg", "1"),  # a Cyrillic O after a digit: the digit is found, the rest is refused by the unit
        ("7·5 mg", "7·5 mg"),
        ("5′10″", "5′10″"),
        ("every 6 to 8 hours", "every 6 to 8 hours"),
        ("100 micrograms/kg/min", "100 micrograms/kg/min"),
        ("between 5 and 10 mg", "5 and 10 mg"),
        ("q6h prn", "q6h"),
        ("6 months–6 years, 150 micrograms", "6 months–6 years"),
        ("70yo 60kg F", "70yo"),
        ("eGFR <30 mL/min/1.73 m²", "<30 mL/min/1.73 m²"),
    ],
)
def test_a_disguised_or_compound_figure_is_found(text: str, wanted: str) -> None:
    assert wanted in [figure.text for figure in find(text)]


@pytest.mark.parametrize("text", ["lO mg", "give mg/kg", "О mg of it"])
def test_lookalikes_and_bare_units_are_found(text: str) -> None:
    assert find(text)
