"""What a row can give: by weight or surface, held between its least and its most, in several bags, by a pump, over a day and in all."""

from pathlib import Path

import pytest

from assistant.records import Calculation, Refusal
from assistant.regimens.site import Item, Site, Stocked
from tests.regimens.bench import ask, calculated, line_of, load_one, load_text, write_regimen

ADULT = 'weight: {unit: kg, covers: "[1, 300]", means: "body weight"}'


def one_row(fields: str, needs: str = "", head: str = "") -> str:
    """A file of one row for adults."""
    tiers = f"- id: only\n  label: adult\n{fields}\n  citations: [a-source]\n"
    text = write_regimen(tiers, needs or "{}").replace("population: child", "population: adult")
    text = text.replace("    needs:\n      {}\n", "") if not needs else text
    return text.replace("route: intravenous\n", f"route: intravenous\n{head}")


def give(folder: Path, fields: str, head: str = "", **inputs: str) -> Calculation:
    (found,) = calculated(ask(load_one(folder, one_row(fields, head=head)), population="adult", **inputs))
    return found


def test_a_dose_by_body_surface_is_held_at_its_maximum(tmp_path: Path) -> None:
    row = "  dose: {per_m2: 50 mg/m², max: 100 mg}"
    assert give(tmp_path, row, body_surface_area="1.8 m²").result.text == "90 mg"
    held = give(tmp_path, row, body_surface_area="2.4 m²")
    assert held.result.text == "100 mg" and held.cap and held.cap.applied


def test_a_dose_does_not_fall_below_its_minimum(tmp_path: Path) -> None:
    row = "  dose: {per_kg: 20 micrograms/kg, min: 100 micrograms, max: 500 micrograms}"
    assert give(tmp_path, row, weight="3 kg").result.text == "100 micrograms"
    assert give(tmp_path, row, weight="10 kg").result.text == "200 micrograms"
    assert give(tmp_path, row, weight="40 kg").result.text == "500 micrograms"


def test_above_the_heaviest_weight_that_counts_a_dose_no_longer_grows(tmp_path: Path) -> None:
    row = (
        "  dose: {per_kg: 150 mg/kg, weight_max: 110 kg}\n  over: 1 h\n"
        "  steps:\n    - {label: next bag, dose: {per_kg: 50 mg/kg, weight_max: 110 kg}, over: 4 h}\n"
        "    - {label: last bag, dose: {per_kg: 100 mg/kg, weight_max: 110 kg}, over: 16 h}"
    )
    light = give(tmp_path, row, weight="60 kg")
    assert [light.result.text, *(part.text for part in light.parts[1:])] == ["9,000 mg", "3,000 mg", "6,000 mg"]
    heavy = give(tmp_path, row, weight="140 kg")
    assert [heavy.result.text, *(part.text for part in heavy.parts[1:])] == ["16,500 mg", "5,500 mg", "11,000 mg"]
    assert "no longer grows" in heavy.steps[0]
    assert "then next bag 5,500 mg over 4 h" in heavy.sentence


def test_a_rate_for_each_kilogram_is_worked_out_held_and_shown_on_the_pump(tmp_path: Path) -> None:
    row = "  rate: 0.1 units/kg/h\n  rate_max: 15 units/h\n  dilution: 50 units in 50 mL of sodium chloride 0.9%"
    found = give(tmp_path, row, weight="80 kg")
    assert found.result.text == "8 units/h" and found.parts[0].rate == "8 mL/h"
    assert "8 units/h" in found.sentence and "0.1 units/kg/h" not in found.sentence
    held = give(tmp_path, row, weight="200 kg")
    assert held.result.text == "15 units/h" and held.cap and held.cap.applied and held.parts[0].rate == "15 mL/h"


def test_a_rate_for_each_kilogram_without_a_limit_is_refused(tmp_path: Path) -> None:
    text = one_row("  rate: 0.1 units/kg/h")
    _, (refusal,) = load_text(tmp_path, text)
    assert refusal.line == line_of(text, "rate: 0.1") and "rate_no_max" in refusal.reason


def test_limits_of_a_day_and_of_all_repeats_grow_with_the_weight_up_to_their_cap(tmp_path: Path) -> None:
    row = (
        "  dose: {per_kg: 15 mg/kg, max: 1 g}\n  interval: every 4–6 h\n"
        "  daily_max: 60 mg/kg/24 h\n  daily_cap: 2 g\n  total_max: 30 mg/kg"
    )
    parts = {part.label: part.text for part in give(tmp_path, row, weight="25 kg").parts}
    assert parts["most in a day"] == "1,500 mg" and parts["most over all repeats"] == "750 mg"
    parts = {part.label: part.text for part in give(tmp_path, row, weight="45 kg").parts}
    assert parts["most in a day"] == "2,000 mg"


def test_what_is_diluted_first_shows_no_rate_of_the_undiluted_volume(tmp_path: Path) -> None:
    plain = "  dose: {amount: 500 mL}\n  over: 15 min"
    assert "2,000 mL/h" in str(give(tmp_path, plain).parts)
    diluted = "  dose: {amount: 10 mL}\n  over: 10 min\n  dilution: 50–100 mL of glucose 5%"
    assert "mL/h" not in str(give(tmp_path, diluted).parts)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ("  dose: {per_m2: 50 mg/m²}", "square metre"),
        ("  dose: {per_kg: 5 mg/kg, per_m2: 50 mg/m², max: 1 g}", "either"),
        ("  dose: {amount: 5 mg, weight_max: 100 kg}", "a fixed dose has no weight_max"),
        ("  dose: {per_kg: 5 mg/kg, weight_max: 100 mg}", "one weight in kg"),
        ("  dose: {amount: 5 mg}\n  steps: [{dose: {amount: 5 mg}}]", "label"),
        ("  dose: {amount: 5 mg}\n  steps: [{label: next}]", "a dose or a rate"),
        ("  dose: {amount: 5 mg}\n  daily_cap: 2 g", "daily_cap"),
        ("  dose: {amount: 5 mg}\n  interval: as needed", "interval says no figure"),
        ("  dose: {amount: 5 mg}\n  total_max: 5 h", "measures"),
    ],
)
def test_what_a_row_cannot_say_is_refused_in_one_line(tmp_path: Path, fields: str, reason: str) -> None:
    _, refusals = load_text(tmp_path, one_row(fields))
    assert refusals and all("\n" not in str(one) for one in refusals)
    assert any(reason in one.reason for one in refusals), refusals


def test_a_maximum_is_found_beside_a_dose_that_holds_its_digits(tmp_path: Path) -> None:
    found = give(tmp_path, "  dose: {per_kg: 0.75 mg/kg, max: 75 mg}", weight="120 kg")
    assert found.result.text == "75 mg" and "maximum dose 75 mg" in found.sentence


def test_the_site_stocks_other_strengths_prefers_its_units_and_restricts(tmp_path: Path) -> None:
    regimen = load_one(tmp_path, one_row("  dose: {amount: 20 mEq}", head="ion: potassium\n"))
    item = Item(
        status="restricted",
        notice="Ask the renal team first.",
        local_name="Testo-K",
        strengths=(Stocked(name="ampoule of the ward", strength="20 mmol in 10 mL"),),
    )
    site = Site("si", {regimen.id: item})
    (found,) = calculated(ask(type(regimen)(regimen.sheet, regimen.path, regimen.hash, site), population="adult"))
    assert ("the same", "20 mmol") in [(part.label, part.text) for part in found.parts]
    assert found.warnings[:3] == (
        "Restricted at this site.",
        "Ask the renal team first.",
        "Known at this site as Testo-K.",
    )
    by_mmol = load_one(tmp_path, one_row("  dose: {amount: 20 mmol}", head="ion: potassium\n"))
    (volume,) = calculated(ask(type(by_mmol)(by_mmol.sheet, by_mmol.path, by_mmol.hash, site), population="adult"))
    assert volume.parts[0].volume == "10 mL of ampoule of the ward 20 mmol in 10 mL"


ALLERGIC = "classes: [penicillin, beta-lactam]\n"
ROW = "  dose: {amount: 1 g}"


@pytest.mark.parametrize(
    "said",
    [
        "penicillin",
        "rash with Penicillins",
        "beta-lactam (rash)",
        "testolol",
        "no latex, but penicillin",
        "amoxicillin",
        "Tazocin",
        "does not tolerate penicillin",
    ],
)
def test_an_allergy_to_the_drug_or_its_class_stops_the_dose(tmp_path: Path, said: str) -> None:
    (found,) = ask(load_one(tmp_path, one_row(ROW, head=ALLERGIC)), population="adult", allergy=said)
    assert isinstance(found, Refusal) and "allergy" in found.text


@pytest.mark.parametrize(
    "said",
    [
        "none known",
        "latex",
        "no penicillin allergy",
        "not allergic to amoxicillin",
        "cefalexin",
        "tolerates amoxicillin",
    ],
)
def test_another_or_a_denied_allergy_does_not(tmp_path: Path, said: str) -> None:
    outcomes = ask(load_one(tmp_path, one_row(ROW, head=ALLERGIC)), population="adult", allergy=said)
    assert calculated(outcomes)


def test_an_allergy_that_was_not_said_is_asked_for_and_never_taken_as_absent(tmp_path: Path) -> None:
    regimen = load_one(tmp_path, one_row(ROW, head=ALLERGIC))
    found, missing = ask(regimen, population="adult")
    assert isinstance(found, Calculation) and any("No allergy was stated or denied" in text for text in found.warnings)
    assert [item.name for item in missing.inputs] == ["allergy"]  # type: ignore[union-attr]
    (denied,) = ask(regimen, population="adult", allergy="none known")
    assert isinstance(denied, Calculation) and not any("No allergy" in text for text in denied.warnings)


def test_a_medicine_that_is_taken_brings_its_interaction_first(tmp_path: Path) -> None:
    rows = (
        "interactions:\n"
        '  - {taken: [warfarin], text: "Warfarin is watched beside testolol.", citations: [a-source]}\n'
        '  - {taken: [lithium], text: "Lithium is watched beside testolol.", citations: [a-source]}\n'
        'contraindications:\n  - {text: "Testolol is not given in testing failure.", citations: [a-source]}\n'
        'antidotes:\n  - {text: "Antitest undoes testolol.", citations: [a-source]}\n'
    )
    regimen = load_one(tmp_path, one_row(ROW) + rows)
    (found,) = calculated(ask(regimen, population="adult", medicines="on lithium"))
    assert [text.split()[0] for text in found.warnings] == ["Testolol", "Lithium", "Warfarin", "Antitest"]
