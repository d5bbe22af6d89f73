"""The banner stands over an emergency that a document names, however it is spelt, and over nothing that is denied or only studied."""

import pytest

from tests.conftest import Dialogue

CALLED = (
    "K 6.8 peaked T waves",
    "hyperkalemia with ECG changes",
    "sodium 114 coma",
    "Na 112 fitting",
    "torsades, magnesium?",
    "eclamptic fit magnesium",
    "hypokalaemia with paralysis",
    "tetany calcium dose",
    "DKA child cerebral oedema mannitol",
    "child aged 8, Na 118, seizure - hypertonic saline dose",
)
NOT_CALLED = (
    "hyperkalaemia no ECG changes",
    "hyperkalaemia without arrhythmia",
    "pre-eclampsia magnesium dose",
    "why is magnesium given in eclampsia",
    "how is hyperkalaemia monitored",
    "Na 119 asymptomatic",
    "low magnesium oral dose",
)


@pytest.mark.parametrize("question", CALLED)
def test_an_emergency_bears_the_banner(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert answer.banner, answer.bottom_line


@pytest.mark.parametrize("question", NOT_CALLED)
def test_what_is_no_emergency_bears_none(ask: Dialogue, question: str) -> None:
    (answer,) = ask(question)
    assert answer.banner is None, answer.bottom_line
