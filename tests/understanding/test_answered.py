"""Figures that answer what was asked for, or stand in place of what was said, are read where but one thing can be meant."""

from types import SimpleNamespace
from typing import Any, cast

import pytest

from assistant.records import Fact, MissingInput, Turn
from assistant.understanding.facts import read_facts
from assistant.understanding.measured.answered import read_answered, read_put_otherwise, without_supposing
from assistant.understanding.patient.another import is_another


def asked(*items: MissingInput, said: str = "") -> Turn:
    answer = SimpleNamespace(missing_inputs=items, question=said)
    return cast(Turn, SimpleNamespace(facts=read_facts(said), waiting_for=("c",) if items else (), answer=answer))


def item(name: str, label: str, unit: str | None, minimum: float = 0) -> MissingInput:
    return MissingInput.model_validate({"for": "c", "name": name, "label": label, "unit": unit, "minimum": minimum})


CONTROL = item("control_prothrombin_time", "prothrombin time of the control of the laboratory", "s")
TARGET = item("target_haemoglobin", "haemoglobin aimed for", "g/L")
PACK = item("pack_haematocrit", "haematocrit of the red cell unit", "%")
GIVEN = item("fluid_given", "fluid given since the burn", "mL")
SINCE = item("time_since_burn", "time since the burn", "h")


@pytest.mark.parametrize(
    ("message", "items", "read"),
    [
        ("control 13 s", (CONTROL,), {"control_prothrombin_time": 13.0}),
        ("target 90 g/L", (TARGET, PACK), {"target_haemoglobin": 90.0}),
        ("haematocrit of the pack 60%", (TARGET, PACK), {"pack_haematocrit": 60.0}),
        ("burnt 2 hours ago, nothing given yet", (SINCE, GIVEN), {"time_since_burn": 2.0, "fluid_given": 0.0}),
        ("hers is 34 g/L", (TARGET,), {"target_haemoglobin": 34.0}),
        ("ferritin 34 g/L", (TARGET,), {}),
        ("34 g/L or 36 g/L", (TARGET,), {}),
        ("burnt 2 hours ago", (GIVEN,), {}),
    ],
)
def test_a_figure_is_what_its_words_or_its_only_unit_name(
    message: str, items: tuple[MissingInput, ...], read: dict[str, Any]
) -> None:
    assert {f.fact: f.value for f in read_answered(message, (), asked(*items))} == read


def test_nothing_is_answered_where_nothing_was_asked() -> None:
    assert read_answered("control 13 s", (), asked()) == ()
    assert read_answered("control 13 s", (), None) == ()


@pytest.mark.parametrize(
    ("before", "message", "read"),
    [
        ("weight 7.4 kg, crcl 80", "74 kg, decimal point slipped", {"weight": 74.0}),
        ("weight 7.4 kg, crcl 80", "gave 74 kg of it", {}),
        ("creatinine 1.4 mg/dL, na 131", "after albumin creat came down to 1.1 mg/dL", {"creatinine": 1.1}),
        ("crcl 64", "sorry 28", {"crcl": 28.0}),
        ("crcl 64, weight 82 kg", "sorry 46", {"crcl": 46.0}),
        ("crcl 64, weight 82 kg", "sorry 30", {}),
        ("crcl 64", "ignore the 64, wrong label", {}),
        ("inr 3.1, weight 76 kg", "sorry, 7.1 not 3.1", {}),
    ],
)
def test_a_figure_is_put_right_where_but_one_can_be_meant(before: str, message: str, read: dict[str, Any]) -> None:
    assert {f.fact: f.value for f in read_put_otherwise(message, (), asked(said=before))} == read


def test_what_is_read_by_its_name_leaves_nothing_to_be_guessed() -> None:
    message = "height 1.81m not 1.71"
    said: tuple[Fact, ...] = read_facts(message)
    assert read_put_otherwise(message, said, asked(said="weight 92 kg, height 1.71 m")) == ()


@pytest.mark.parametrize(
    ("message", "other"),
    [
        ("70F, 55 kg, creatinine 90", True),
        ("8 year old 25 kg", True),
        ("he is 61 now, 82 kg", False),
        ("sorry, 70F, 55 kg", False),
        ("what if 80 years old, 55 kg", False),
        ("70 years", False),
        ("55 kg", False),
    ],
)
def test_another_age_or_sex_with_figures_is_somebody_else(message: str, other: bool) -> None:
    assert is_another(message, asked(said="60 year old man, 80 kg")) is other


def test_what_is_supposed_keeps_every_place() -> None:
    for message in ("what if she's pregnant", "pregnant?", "and if he is on dialysis"):
        assert len(without_supposing(message)) == len(message)
