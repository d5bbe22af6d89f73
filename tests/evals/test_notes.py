"""The notes are judged entity by entity, in whichever unit; where the data are not, nothing is measured."""

import json
from pathlib import Path

import pytest

from assistant.understanding.facts import read_facts
from evals.reading.notes import FILE, find_notes, judge, measure_notes, read_items


@pytest.mark.parametrize(
    ("note", "entity", "value", "verdict"),
    [
        ("She weighed 154 lb.", "weight", [70, "kg"], "found"),
        ("Weight 80 kg.", "weight", [70, "kg"], "other"),
        ("She was well.", "weight", [70, "kg"], "missed"),
        ("creatinine 106 µmol/L", "creatinine", [1.2, "mg/dL"], "found"),
        ("creatinine 106 µmol/L", "creatinine", [106, "mg/dL"], "other"),
        ("platelets 120", "Platelet count", [120000, "µL"], "found"),
        ("sodium 130 mmol/L", "Sodium", [130, "mEq/L"], "found"),
        ("a 40-year-old woman", "sex", "Female", "found"),
        ("LMP 2023-07-25", "Last menstrual date", "07/25/2023", "found"),
    ],
)
def test_an_entity_is_found_in_any_unit(note: str, entity: str, value: object, verdict: str) -> None:
    judged = judge(entity, value, read_facts(note))
    assert judged is not None and judged[0] == verdict


def test_a_verdict_of_a_reader_is_not_counted() -> None:
    assert judge("Suspicion History", "Moderately suspicious", ()) is None


def test_every_note_belongs_to_one_half(tmp_path: Path) -> None:
    items = [{"id": str(n), "calculator": "c", "note": f"weight {n} kg", "entities": {"weight": [n, "kg"]}} for n in range(40, 60)]  # fmt: skip
    (tmp_path / FILE).write_text("\n".join(map(json.dumps, items)), encoding="utf-8")
    path = find_notes(str(tmp_path))
    assert path is not None
    halves = [[item["id"] for item in read_items(path, half)] for half in ("tune", "measure")]
    assert sorted(halves[0] + halves[1]) == [item["id"] for item in items] and all(halves)
    measured = measure_notes(read_items(path), read_facts)
    assert (measured.notes, measured.whole.found, measured.whole.missed) == (20, 20, 0)


def test_without_the_data_nothing_is_measured(tmp_path: Path) -> None:
    assert find_notes(str(tmp_path)) is None
