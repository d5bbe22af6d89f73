"""The doses that a ward asks for first lead with the right row: each case of `first_doses.yaml`, whole."""

from pathlib import Path

import pytest
import yaml

from evals import cases
from tests.conftest import Dialogue

FILE = Path(cases.__file__).parent / "questions" / "first_doses.yaml"
CASES = yaml.safe_load(FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_right_dose_leads(ask: Dialogue, case: dict) -> None:  # type: ignore[type-arg]
    expected = case["turns"][-1]["expect"]
    said = ask(*(turn["ask"] for turn in case["turns"]))[-1].bottom_line.lower()
    assert [words for words in expected["bottom_line"] if words.lower() not in said] == []
    assert [words for words in expected.get("not_in_bottom_line", []) if words.lower() in said] == []
