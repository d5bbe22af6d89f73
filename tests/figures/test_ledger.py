"""Hiding and showing are one round trip, and what is hidden passes the gate, for every text."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.errors import LawBroken
from assistant.figures import Claim, Evidence, Ledger, Origin, check, find_open

PASSAGE = Origin("passage", "p")
CLINICAL = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "once",
                "twice",
                "half",
                "two",
                " ",
                " ",
                "-",
                "–",
                "/",
                "mg",
                "mmol/L",
                "kg",
                "0",
                "5",
                "²",
                "¼",
                "½",
                "[[",
                "]]",
                "dose-a",
                "every",
                "daily",
                "<",
                "to",
                "stage",
                "IV",
                "B12",
                "q6h",
                "×",
                "10",
                "Ⅳ",
                "٥",
                "one",
                "or more",
                ".",
                "l",
                "О",
            ]
        ),
        st.characters(),
    ),
    max_size=14,
).map("".join)


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=80), CLINICAL))
@example("0²")
@example("0¼")
@example("[[dose-a]]")
@example("[[[5]]]")
@example("once5")
def test_showing_undoes_hiding_and_hidden_text_passes_the_gate(text: str) -> None:
    ledger = Ledger()
    hidden = ledger.hide(text, PASSAGE)
    assert ledger.show(hidden) == text
    assert find_open(hidden) == ()
    assert check([Claim(hidden, ("p",))], ledger, Evidence({"p"})) == ()


def test_a_handle_holds_letters_only() -> None:
    ledger = Ledger()
    hidden = " ".join(ledger.hide(f"{n} mg", Origin("passage", str(n))) for n in range(800))
    assert not any(char.isdigit() for char in hidden)
    assert len(set(hidden.split())) == 800


def test_offsets_of_an_entry_are_those_of_its_text() -> None:
    text = "Child: 25–50 mg/kg (max 2 g), once."
    ledger = Ledger()
    ledger.hide(text, PASSAGE)
    for handle in ("dose-a", "dose-b", "count-a"):
        entry = ledger.entry(handle)
        assert entry is not None
        assert text[entry.start : entry.end] == entry.text


def test_an_unknown_handle_is_never_shown() -> None:
    try:
        Ledger().show("give [[dose-z]]")
    except LawBroken as error:
        assert "dose-z" in str(error)
    else:
        raise AssertionError("an unknown handle was shown")
