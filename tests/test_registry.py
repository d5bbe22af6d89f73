"""Calculators and regimens stand in one list, found by name."""

from pathlib import Path

import pytest

from assistant import calculators
from assistant.errors import PlumblineError, UnknownName
from assistant.regimens import load_all
from assistant.registry import Entry, Registry

REGIMENS = load_all(Path(__file__).resolve().parent.parent / "corpus" / "regimens")[0]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return Registry([*calculators.load(), *REGIMENS])


def test_every_entry_is_found_by_its_name(registry: Registry) -> None:
    assert len(registry.all()) == len(calculators.load()) + len(REGIMENS)
    for entry in registry.all():
        assert registry.get(entry.name) is entry
        assert registry.get(entry.name, entry.kind) is entry


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("creatinine_clearence", "creatinine_clearance"),
        ("potasium_iv", "potassium_iv"),
        ("adrenaline", "adrenaline_im_anaphylaxis"),
    ],
)
def test_a_misspelt_name_is_answered_with_the_nearest(registry: Registry, name: str, nearest: str) -> None:
    with pytest.raises(UnknownName) as caught:
        registry.get(name)
    assert nearest in caught.value.nearest
    assert nearest in str(caught.value)


def test_a_name_of_the_other_kind_is_not_found(registry: Registry) -> None:
    with pytest.raises(UnknownName) as caught:
        registry.get("potassium_iv", "calculator")
    assert caught.value.kind == "calculator"
    assert "potassium_iv" not in caught.value.nearest


def test_what_resembles_nothing_offers_nothing(registry: Registry) -> None:
    with pytest.raises(UnknownName) as caught:
        registry.get("qqqqqqqq")
    assert caught.value.nearest == ()


def test_one_name_is_borne_once() -> None:
    first = calculators.load()[0]
    with pytest.raises(PlumblineError, match=first.name):
        Registry([first, first])


def test_every_entry_says_what_it_takes(registry: Registry) -> None:
    entry: Entry
    for entry in registry.all():
        names = [item.name for item in entry.inputs]
        assert names and len(set(names)) == len(names)
        schema = entry.schema()
        assert list(schema["properties"]) == names
        assert set(schema["required"]) <= set(names)
        assert not schema["additionalProperties"]


def test_a_regimen_has_what_a_calculator_lacks(registry: Registry) -> None:
    for entry in registry.all():
        assert bool(entry.drug and entry.route and entry.indications) == (entry.kind == "regimen")
        assert bool(entry.rows({})) == (entry.kind == "regimen")
