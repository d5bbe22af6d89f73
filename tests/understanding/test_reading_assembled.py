"""A message that is put together from known parts gives back exactly those parts; no number comes from nowhere."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.understanding.facts import read_facts

WHOLE, TENTHS = "{:.0f}", "{:.1f}"
PARTS: dict[str, tuple[tuple[str, ...], tuple[float, float], str, tuple[tuple[str, str | None], ...]]] = {
    "sodium": (("Na", "sodium", "na:", "Na =", "serum sodium"), (105, 170), WHOLE, (("", None), (" mmol/L", "mmol/L"))),
    "potassium": (("K", "K+", "potassium", "k:"), (1.5, 8.5), TENTHS, (("", None), (" mmol/l", "mmol/L"), (" mEq/L", "mEq/L"))),
    "creatinine": (("creat", "Cr", "creatinine", "creatinine of"), (40, 900), WHOLE, (("", None), (" umol/L", "µmol/L"))),
    "haemoglobin": (("Hb", "hgb", "haemoglobin"), (40, 190), WHOLE, (("", None), (" g/L", "g/L"))),
    "platelets": (("plts", "platelets"), (5, 900), WHOLE, (("", None),)),
    "lactate": (("lactate", "lac"), (0.5, 15), TENTHS, (("", None), (" mmol/L", "mmol/L"))),
    "glucose": (("glucose", "BM", "CBG"), (1.2, 40), TENTHS, (("", None), (" mmol/L", "mmol/L"))),
    "heart_rate": (("HR", "pulse", "heart rate"), (32, 210), WHOLE, (("", None), (" bpm", "/min"))),
    "respiratory_rate": (("RR", "resp rate", "resps"), (6, 50), WHOLE, (("", None), ("/min", "/min"))),
    "temperature": (("T", "temp", "temp of"), (33, 41), TENTHS, (("", None), (" °C", "°C"))),
    "oxygen_saturation": (("sats", "SpO2", "O2 sats"), (70, 100), WHOLE, (("", None), ("%", "%"))),
    "weight": (("wt", "weight", "weighs"), (30, 160), WHOLE, ((" kg", "kg"), ("kg", "kg"))),
    "albumin": (("alb", "albumin"), (12, 48), WHOLE, (("", None), (" g/L", "g/L"))),
    "inr": (("INR", "INR of"), (1, 9), TENTHS, (("", None),)),
}  # fmt: skip
LEADS = ("", "please review: ", "sepsis? ", "AKI, ")
JOINTS = (", ", "; ", " ")


@st.composite
def messages(draw: st.DrawFn) -> tuple[str, dict[str, tuple[float, str | None]]]:
    """A message with the facts that it was made from."""
    names = draw(st.lists(st.sampled_from(sorted(PARTS)), min_size=1, max_size=7, unique=True))
    joint, texts, said = draw(st.sampled_from(JOINTS)), [], {}
    for name in names:
        words, (low, high), print_as, units = PARTS[name]
        written = print_as.format(draw(st.floats(low, high)))
        spelling, unit = draw(st.sampled_from(units))
        texts.append(f"{draw(st.sampled_from(words))} {written}{spelling}")
        said[name] = (float(written), unit)
    return draw(st.sampled_from(LEADS)) + joint.join(texts), said


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(messages())
def test_an_assembled_message_gives_back_its_parts(made: tuple[str, dict[str, tuple[float, str | None]]]) -> None:
    message, said = made
    read = {f.fact: (f.value, f.unit) for f in read_facts(message) if isinstance(f.value, float)}
    assert read == said


NUMBER = st.one_of(st.integers(0, 3000).map(str), st.floats(0, 300).map("{:.1f}".format))
WORD = st.sampled_from(
    [
        "bp",
        "hr",
        "K",
        "na",
        "creat",
        "/",
        ",",
        ";",
        ".",
        "-",
        "→",
        "<",
        "(",
        ")",
        "kg",
        "mg",
        "mmol/L",
        "%",
        "was",
        "now",
        "then",
        "not",
        "yo",
        "F",
        "M",
        "weeks",
        "old",
        "for",
        "sats",
        "GCS",
        "on",
        "over",
        "to",
        "wt",
        "gent",
        "0.9",
        "baby",
        "mother",
    ]
)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.one_of(NUMBER, WORD), max_size=14).map(" ".join))
def test_no_number_is_invented(message: str) -> None:
    for fact in read_facts(message):
        assert message[slice(*fact.span)] == fact.text
        if isinstance(fact.value, float) and re.fullmatch(r"\d+(?:\.\d+)?", fact.text):
            assert fact.value == float(fact.text)
        if isinstance(fact.value, float):
            assert re.search(r"\d", fact.text)
