"""A figure in disguise is still found, hidden and shown, and no text makes the scanner slow."""

import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.figures import Claim, Evidence, Ledger, Origin, check, find, find_open
from assistant.figures.ledger import HANDLE

PASSAGE = Origin("passage", "p")
WORDS = [
    "one",
    "two",
    "five",
    "twelve",
    "twenty",
    "hundred",
    "half",
    "third",
    "second",
    "twice",
    "thrice",
    "once-daily",
    "daily",
    "nightly",
    "hourly",
    "weekly",
    "double",
    "halved",
    "tenfold",
    "fortnightly",
]
PHRASES = [
    "three times a day",
    "every other day",
    "at night",
    "a quarter of",
    "less than two",
    "five mg",
    "no more than 4 g",
]
UNSEEN = ["\u00ad", "\u200b", "\u200d", "\u2060", "\u0301", "\u0336", "\ufe0f"]
TWINS = {"a": "а", "c": "с", "e": "е", "o": "о", "p": "р", "x": "х", "y": "у", "i": "і", "h": "һ", "d": "ԁ", "w": "ԝ"}
MARKS = [("**", "**"), ("*", "*"), ("`", "`"), ("<b>", "</b>"), ("<sup>", "</sup>"), ("~~", "~~"), ("$", "$")]
PIECES = st.one_of(
    st.sampled_from(
        [*WORDS, *PHRASES, *UNSEEN, "&#53;", "&half;", "&lt;", "&#118;", "$", "**", "_", "<i>", "</i>", "\\le", "\\,", "{", "}", "[[",
         "]]", "[[dose-a]]", "mg", "/kg", "per hour", "per day", "at least ", "over ", "up to ", " to ", "–", "-", "1", "0.5", "²", "½",
         "Ⅳ", "٥", "五", "stage IV", "beta-2", "B12", "5-HT", " ", " ", " ", "\n", ",", ".", ":", "×", "+", "=", "&"]
    ),
    st.characters(),
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=16).map("".join))
LONG = 20_000
TIMES, LEAST = 9, 0.03
"""Four times the text may take nine times the processor time (sixteen would be quadratic), counted from thirty milliseconds on."""


@settings(max_examples=600, deadline=None)
@given(TEXTS)
@example("at least [[dose-a]] per kg")
@example("&#118;")
@example("5 mg per day–2")
def test_hiding_is_undone_and_the_hidden_text_passes_the_gate(text: str) -> None:
    ledger = Ledger()
    hidden = ledger.hide(text, PASSAGE)
    assert ledger.show(hidden) == text
    assert find_open(hidden) == ()
    assert check([Claim(hidden, ("p",))], ledger, Evidence({"p"})) == ()


@settings(max_examples=600, deadline=None)
@given(TEXTS)
def test_no_numeric_character_stands_outside_a_handle(text: str) -> None:
    hidden = HANDLE.sub("", Ledger().hide(text, PASSAGE))
    assert [char for char in hidden if unicodedata.numeric(char, None) is not None] == []


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(WORDS), st.data())
def test_a_number_word_is_found_in_every_disguise(word: str, data: st.DataObject) -> None:
    letters = [
        data.draw(st.sampled_from([char, char.upper(), TWINS.get(char, char), chr(ord(char) + 0xFEE0)]))
        for char in word
    ]
    for _ in range(data.draw(st.integers(0, 3))):
        letters.insert(data.draw(st.integers(1, len(letters))), data.draw(st.sampled_from(UNSEEN)))
    assert find(f"give {''.join(letters)} now"), "".join(letters)


@given(st.sampled_from(WORDS), st.sampled_from(MARKS), st.data())
def test_markup_inside_a_number_word_does_not_hide_it(word: str, mark: tuple[str, str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(word) - 1))
    end = data.draw(st.integers(start + 1, len(word)))
    text = f"give {word[:start]}{mark[0]}{word[start:end]}{mark[1]}{word[end:]} now"
    assert find(text), text


@given(st.sampled_from(["", "**", "$", "<b>"]), st.integers(0, 99))
def test_a_number_keeps_its_unit_through_markup(mark: str, number: int) -> None:
    close = mark.replace("<", "</")
    (figure,) = find(f"give {mark}{number}{close} mg/kg now")
    assert figure.text == f"{mark}{number}{close} mg/kg"


@pytest.mark.prove
@pytest.mark.parametrize(
    "piece",
    ["1", "one ", "1,", "[[", "1 ", "1-", "1.", "1/", "1:", "1×", "+1", "1+", ".", "½", "Ⅳ", "²", "٥", "five-", "A-", "a1", "a1-", "A1b",
     "l0", "oo.", "every ", "q1", "<", ">= ", "at least ", "no more than ", "not ", "1 and ", "1 or ", "1 to ", "1-to-", "1 in ", "1 x 10",
     "10^", "1e1", "1 000", "0 000 ", "1,111", "1 mg ", "1 mg/", "/mg", "mg/", "per kg ", "kg-1", "kg-1 ", "mg per kg ", "one and ",
     "one-", "one point ", "half ", "a half ", "two and a half ", "first ", "second ", "1st ", "1 May ", "once ", "one of ", "a day ",
     "over 1 ", "single ", "type 1 ", "stage ", "beta-1 ", "1-OH ", "&", "&#1", "&lt;", "<b>", "*", "**", "_", "a_", "$", "\\", "\\a", "{",
     "`", "~", "\u0301", "\u200b", " ", "\n", "1\n", "[[dose-a]]"],
)  # fmt: skip
def test_finding_and_hiding_take_linear_time(piece: str) -> None:
    short, long = ((piece * LONG)[: LONG // part] + "." for part in (4, 1))
    spent = [min(_spend(text) for _ in range(2)) for text in (short, long)]
    assert spent[1] < TIMES * max(spent[0], LEAST), spent


def _spend(text: str) -> float:
    """The processor time in which the figures of a text are found, without what is kept of earlier texts."""
    start = time.process_time()
    find.__wrapped__(text)
    return time.process_time() - start
