"""Laboratory values that no calculator takes are read under their own names, and are used in nothing."""

import pytest

from assistant.assembly import load_registry
from assistant.figures.quantities import name_unit
from assistant.settings import read_settings
from assistant.understanding.facts import read_facts
from assistant.understanding.measured.amounts import name_written
from assistant.understanding.measured.labels import LABORATORY, SHOWN
from assistant.understanding.vocabulary import read_table
from tests.conftest import Dialogue

WORN = frozenset({"fL", "10¹²/L", "µkat/L"})
"""Units of the laboratory that nothing here converts."""
READ = [
    ("CRP 76", "c_reactive_protein", 76, None),
    ("c-reactive protein 210 mg/L", "c_reactive_protein", 210, "mg/L"),
    ("TSH 0.02 mIU/L", "thyroid_stimulating_hormone", 0.02, "milliunits/L"),
    ("TSH 14 µIU/mL", "thyroid_stimulating_hormone", 14, "microunits/mL"),
    ("FT4 38 pmol/L", "free_thyroxine", 38, "pmol/L"),
    ("lithium 2.8 mmol/L", "lithium_level", 2.8, "mmol/L"),
    ("lithium level 1.6", "lithium_level", 1.6, None),
    ("ferritin 8 µg/L", "ferritin", 8, "micrograms/L"),
    ("ferritin 12,400", "ferritin", 12400, None),
    ("troponin 88", "troponin_level", 88, None),
    ("hs-TnT 14 ng/L", "troponin_level", 14, "nanograms/L"),
    ("CK 41,000 U/L", "creatine_kinase", 41000, "units/L"),
    ("CK-MB 12 ng/mL", "creatine_kinase_mb", 12, "nanograms/mL"),
    ("iCa 0.9", "ionised_calcium", 0.9, None),
    ("PCT 18", "procalcitonin", 18, None),
    ("ALP 220 IU/L", "alkaline_phosphatase", 220, "units/L"),
    ("lipase 1840", "lipase", 1840, None),
    ("D-dimer 1200 ng/mL", "d_dimer", 1200, "nanograms/mL"),
    ("NT-proBNP 4,300 pg/mL", "nt_pro_bnp", 4300, "pg/mL"),
    ("vancomycin trough 22 mg/L", "vancomycin_level", 22, "mg/L"),
    ("gent level 1.8", "gentamicin_level", 1.8, None),
    ("paracetamol level 98", "paracetamol_level", 98, None),
    ("salicylate 4.1 mmol/L", "salicylate_level", 4.1, "mmol/L"),
    ("ACR 34 mg/mmol", "urine_albumin_ratio", 34, "mg/mmol"),
    ("B12 110 pg/mL", "vitamin_b_twelve", 110, "pg/mL"),
    ("vit D level 18", "vitamin_d", 18, None),
    ("ESR 88 mm/hr", "erythrocyte_sedimentation_rate", 88, "mm/h"),
    ("MCV 74 fL", "mean_cell_volume", 74, "fL"),
    ("urate 610 µmol/L", "uric_acid", 610, "µmol/L"),
    ("TSAT 9%", "transferrin_saturation", 9, "%"),
    ("cortisol 62 nmol/L", "cortisol", 62, "nmol/L"),
    ("neutrophils 0.3 x10^9/L", "neutrophil_count", 0.3, "10⁹/L"),
    ("sodium, 141 mmol/L", "sodium", 141, "mmol/L"),
    ("[Na+]: 133 mmol/L", "sodium", 133, "mmol/L"),
    ("blood urea nitrogen (BUN) 67 mg/dl", "urea_nitrogen", 67, "mg/dL"),
]  # fmt: skip
DOSES = [
    "vancomycin 1 g", "lithium 400 mg nocte", "iron 200 mg od", "iron 200", "folic acid 5 mg", "thyroxine 100", "vitamin D 800 units", "B12 1 mg im",
    "paracetamol 1 g", "gent 320 mg", "theophylline 200 mg bd", "valproate 500 mg", "zinc 50 mg", "testosterone 250 mg im", "tacrolimus 2 mg bd",
    "methotrexate 15 mg weekly", "hep B", "CRP pending", "CSF protein 2.1", "CA-125 310",
]  # fmt: skip


@pytest.mark.parametrize(("message", "name", "value", "unit"), READ, ids=[message for message, *_ in READ])
def test_a_level_is_read_under_its_own_name(message: str, name: str, value: float, unit: str | None) -> None:
    (fact,) = read_facts(message)
    assert (fact.fact, fact.value, fact.unit) == (name, value, unit)
    assert message[slice(*fact.span)] == fact.text


@pytest.mark.parametrize("message", DOSES)
def test_a_dose_is_no_level(message: str) -> None:
    assert [fact for fact in read_facts(message) if isinstance(fact.value, float)] == []


def test_eighty_laboratory_values_are_known_and_most_in_two_units() -> None:
    assert len(LABORATORY) >= 80
    assert sum(len(row["units"]) > 1 for row in LABORATORY.values()) >= 80
    assert set(LABORATORY) - SHOWN <= set(read_table("measures"))


def test_every_unit_of_the_table_is_known() -> None:
    for name, row in LABORATORY.items():
        for unit in row["units"]:
            written = name_written(unit)
            assert written, (name, unit)
            assert written in WORN or name_unit(written) == written, (name, unit)


def test_no_calculator_takes_what_is_only_shown() -> None:
    inputs = {item.name for entry in load_registry(read_settings()).all() for item in entry.inputs}
    assert not SHOWN & inputs


def test_a_weight_is_not_read_of_a_body_mass_index() -> None:
    said = {fact.fact: (fact.value, fact.unit) for fact in read_facts("weight 98 kg, BMI, 32 kg/m2")}
    assert said == {"weight": (98, "kg"), "body_mass_index": (32, "kg/m²")}


def test_a_level_that_no_calculator_takes_is_shown_and_fills_nothing(ask: Dialogue) -> None:
    (answer,) = ask("lithium 2.8 mmol/L, CRP 76 mg/L: creatinine clearance? 70M 80 kg")
    assert {"lithium_level", "c_reactive_protein"} <= {fact.fact for fact in answer.understood}
    assert [item.name for item in answer.missing_inputs if item.required] == ["creatinine"]
    assert not answer.calculations
