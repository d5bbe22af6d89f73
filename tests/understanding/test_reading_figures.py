"""Figures as a ward writes them: each is read under its own name, or not at all."""

import pytest

from assistant.understanding.facts import read_facts

Said = dict[str, tuple[object, object]]


def read(message: str) -> Said:
    """What a message says, by name, less what is denied, and adults whom nobody asked about."""
    facts = [fact for fact in read_facts(message) if not fact.negated and fact.value != "adult"]
    return {fact.fact: (fact.value, fact.unit) for fact in facts}


LISTS = [
    ("Na/K/Cl/HCO3 131/2.8/92/30", {"sodium": (131, None), "potassium": (2.8, None), "chloride": (92, None), "bicarbonate": (30, None)}),
    ("U+E: Na 121 K 2.9 Cr 0.8 mg/dL", {"sodium": (121, None), "potassium": (2.9, None), "creatinine": (0.8, "mg/dL")}),
    ("K6.9 Cr402 na127", {"potassium": (6.9, None), "creatinine": (402, None), "sodium": (127, None)}),
    ("Na=119 K=3.3", {"sodium": (119, None), "potassium": (3.3, None)}),
    ("H/H 7.1/22", {"haemoglobin": (7.1, None), "haematocrit": (22, None)}),
    ("AST/ALT 210/340", {"ast": (210, None), "alt": (340, None)}),
    ("AST/ALT 340", {}),
    ("ABG 7.22/68/54/28", {"arterial_ph": (7.22, None), "paco2": (68, None), "pao2": (54, None), "bicarbonate": (28, None)}),
    ("gas: 7.48 / 3.4 / 9.8 / 19 (kPa)", {"arterial_ph": (7.48, None), "paco2": (3.4, "kPa"), "pao2": (9.8, "kPa"), "bicarbonate": (19, None)}),
    ("BMP 138/3.4/101/24/18/1.1", {"sodium": (138, None), "potassium": (3.4, None), "chloride": (101, None), "bicarbonate": (24, None), "urea_nitrogen": (18, None), "creatinine": (1.1, None)}),
    ("PNa 134 mmol/L, PCr 240 umol/L", {"sodium": (134, "mmol/L"), "creatinine": (240, "µmol/L")}),
    ("plts fell 240 to 96 day 7", {"platelets": (96, None)}),
    ("138 mmol/L sodium, 4.2 mmol/L potassium", {"sodium": (138, "mmol/L"), "potassium": (4.2, "mmol/L")}),
    ("abg ph 7.21 pco2 8.1 kPa po2 7.9 kPa hco3 24 lac 2.2", {"arterial_ph": (7.21, None), "paco2": (8.1, "kPa"), "pao2": (7.9, "kPa"), "bicarbonate": (24, None), "lactate": (2.2, None)}),
    ("BMP Na 139, Cl 101, CO2 14", {"sodium": (139, None), "chloride": (101, None), "bicarbonate": (14, None)}),
    ("gas: pH 7.3, CO2 7.5 kPa", {"arterial_ph": (7.3, None), "paco2": (7.5, "kPa")}),
    ("k 2.7 mg 0.5 po4 0.4", {"potassium": (2.7, None), "magnesium": (0.5, None), "phosphate": (0.4, None)}),
    ("hb 62 g/L plts 18 wcc 0.3 inr 1.9", {"haemoglobin": (62, "g/L"), "platelets": (18, None), "white_cells": (0.3, None), "inr": (1.9, None)}),
    ("plt 38,000 TLC 21,500", {"platelets": (38000, None), "white_cells": (21500, None)}),
    ("platelets 38k", {"platelets": (38000, None)}),
    ("WBC 3.1 x10^9/L", {"white_cells": (3.1, "10⁹/L")}),
    ("Kalium 6,4 mmol/l Natrium 128", {"potassium": (6.4, "mmol/L"), "sodium": (128, None)}),
    ("S.Cr 2.2 mg%, Sr K 5.8", {"creatinine": (2.2, "mg/dL"), "potassium": (5.8, None)}),
    ("creat 412 umol, urea 31", {"creatinine": (412, "µmol/L"), "urea_nitrogen": (31, None)}),
    ("urine Na 18, urine osm 410", {"urine_sodium": (18, None), "urine_osmolality": (410, None)}),
    ("spot urine: Na 33 K 41 Cl 20", {"urine_sodium": (33, None), "urine_potassium": (41, None), "urine_chloride": (20, None)}),
    ("CSF glucose 1.9, blood glucose 6.2", {"glucose": (6.2, None)}),
    ("hyponatraemia of 117", {"sodium": (117, None)}),
    ("BM 2 point 9", {"glucose": (2.9, None)}),
    ("K 6.9 H (3.5-5.0)", {"potassium": (6.9, None)}),
    ("HbA1c 9.1% target 7%", {"hba1c": (9.1, "%")}),
    ("insulin 10 U K 6.1", {"potassium": (6.1, None)}),
    ("22 of bicarb", {"bicarbonate": (22, None)}),
    ("potasium 2.6, creatanine 140, hemaglobin 8.8", {"potassium": (2.6, None), "creatinine": (140, None), "haemoglobin": (8.8, None)}),
    ("80% neuts, 9% bands", {"neutrophils": (80, "%"), "bands": (9, "%")}),
    ("digoxin 2.9 ng/mL", {"level": (2.9, "nanograms/mL")}),
]  # fmt: skip
VITALS = [
    ("bp 88/50 hr 121 rr 26 t 38.6 sats 89", {"systolic": (88, "mmHg"), "diastolic": (50, "mmHg"), "heart_rate": (121, None), "respiratory_rate": (26, None), "temperature": (38.6, None), "oxygen_saturation": (89, None)}),
    ("obs: 37.9 104 22 110/66 95%", {"temperature": (37.9, None), "heart_rate": (104, None), "respiratory_rate": (22, None), "systolic": (110, "mmHg"), "diastolic": (66, "mmHg"), "oxygen_saturation": (95, "%")}),
    ("HR132 irreg p 99", {}),
    ("BP 110 over 70", {"systolic": (110, "mmHg"), "diastolic": (70, "mmHg")}),
    ("blood presure one sixty over ninety five", {"systolic": (160, "mmHg"), "diastolic": (95, "mmHg")}),
    ("headache, 204/118", {"systolic": (204, "mmHg"), "diastolic": (118, "mmHg")}),
    ("82 systolic", {"systolic": (82, None)}),
    ("MAP 55", {"mean_arterial_pressure": (55, None)}),
    ("GCS 8/15", {"glasgow_coma_scale": (8, None)}),
    ("E2V3M5", {"glasgow_coma_scale": (10, None)}),
    ("GCS 9 (E2V3M5)", {"glasgow_coma_scale": (9, None)}),
    ("sats 85% on 24% venturi", {"oxygen_saturation": (85, "%"), "fio2": (24, "%")}),
    ("FiO2 .45, PaO2 71", {"fio2": (0.45, None), "pao2": (71, None)}),
    ("94% on air", {"oxygen_saturation": (94, "%")}),
    ("saturating 90 on 3L", {"oxygen_saturation": (90, None)}),
    ("temp 100.8F", {"temperature": (100.8, "°F")}),
    ("RR 18/min pulse 88 bpm", {"respiratory_rate": (18, "/min"), "heart_rate": (88, "/min")}),
    ("RR 150/85", {"systolic": (150, "mmHg"), "diastolic": (85, "mmHg")}),
    ("AF, rate of 144", {"heart_rate": (144, None)}),
    ("CIWA 19 hr 104", {"ciwa": (19, None), "heart_rate": (104, None)}),
]  # fmt: skip
BODIES = [
    ("6 ft 1, 220 pounds", {"height": (73, "in"), "weight": (220, "lb")}),
    ("5'4\" 61kgs", {"height": (64, "in"), "weight": (61, "kg")}),
    ("height 1m 68, 59kg", {"height": (1.68, "m"), "weight": (59, "kg")}),
    ("112lb woman 61 inches", {"weight": (112, "lb"), "height": (61, "in"), "sex": ("female", None)}),
    ("a 68-kg adult", {"weight": (68, "kg")}),
    ("12 st 5", {"weight": (173, "lb")}),
    ("sixty eight kilos", {"weight": (68, "kg")}),
    ("1,68 m 70,5 kg", {"height": (1.68, "m"), "weight": (70.5, "kg")}),
    ("wieght 71 kg, hieght 170 cm", {"weight": (71, "kg"), "height": (170, "cm")}),
    ("IBW 58, actual 102 kg", {"weight": (102, "kg")}),
    ("154 lb (70 kg)", {"weight": (154, "lb")}),
    ("birth weight 3400 g, now 3150 g, day 3", {"weight": (3150, "g"), "age": (3, "days")}),
    ("lost 9 kg, BMI 18", {"body_mass_index": (18, None)}),
    ("5.5 cm AAA", {}),
    ("dry weight 66 kg, today 70.5 kg", {"weight": (70.5, "kg")}),
    ("neck 44 cm", {"neck_circumference": (44, "cm")}),
    ("6% dehydrated, 14 kg", {"dehydration": (6, "%"), "weight": (14, "kg")}),
]  # fmt: skip
TIMES = [
    ("K 5.2 yesterday, 6.1 today", {"potassium": (6.1, None)}),
    ("creat last week 140, today 210", {"creatinine": (210, None)}),
    ("creatinine 260 (baseline 90)", {"creatinine": (260, None)}),
    ("lactate 7 → 4.4 → 2.6", {"lactate": (2.6, None)}),
    ("lactate 5.1 -> 2.2", {"lactate": (2.2, None)}),
    ("Hb fell from 118 to 74", {"haemoglobin": (74, None)}),
    ("Na 111 at 0600, 117 at 1300", {"sodium": (117, None)}),
    ("BP 200/110 at triage now 170/95", {"systolic": (170, "mmHg"), "diastolic": (95, "mmHg")}),
    ("HR 160 before metoprolol, 92 sinus now", {"heart_rate": (92, None)}),
    ("eGFR 55 in 2020", {}),
    ("wt 70 kg, sorry 76 kg", {"weight": (76, "kg")}),
    ("K 6.8 - no wait 5.8", {"potassium": (5.8, None)}),
    ("aim Hb 80, currently 64", {"haemoglobin": (64, None)}),
    ("K 5.9, decreased urine output", {"potassium": (5.9, None)}),
    ("tachy 145, febrile 39.4", {"heart_rate": (145, None), "temperature": (39.4, None)}),
    ("weight was 6.1 kg less than last time", {"weight": (None, "kg")}),
    ("creatinine 130 not 310", {"creatinine": (130, None)}),
    ("weight 164, sorry that's his height", {"height": (164, None), "sex": ("male", None)}),
    ("Hb 90 then Hb 85 then Hb 99", {}),
]  # fmt: skip
NOTHING = [
    "aim sats 88-92%", "vit K 10", "vitamin k 5 mg iv", "heparin 5000 U 12 hourly", "KCl 20", "BP 130's/80's", "target Na 130", "keep MAP above 65", "titrate to MAP 65", "KCl 40 mmol in 1 L over 4h", "magnesium 2 g iv",
    "calcium gluconate 10 ml of 10%", "albumin 20% 100 ml", "sodium bicarbonate 8.4% 50 ml", "potassium phosphate 20 mmol", "glucose 10% 2 ml",
    "labetalol 20 mg", "co-amoxiclav 500/125", "mixtard 30/70", "sinemet 25/100", "pain 8/10", "hr in the 40s", "sats low 90s", "T2DM, CKD stage 4",
    "CA-125 310", "CRB-65", "20 of potassium", "na valproate 800", "vancomycin 1.25 g", "neutrophils 0.4", "QTc 510", "urine output 20 ml/h",
    "25 mcg/h fentanyl patch", "at 2200", "in 2021", "3 L over 24h", "phenytoin 300 mg nocte", "children 10-20 kg",
]  # fmt: skip


@pytest.mark.parametrize(("message", "said"), [*LISTS, *VITALS, *BODIES, *TIMES], ids=lambda one: str(one)[:40])
def test_a_figure_is_read_as_it_was_written(message: str, said: Said) -> None:
    assert read(message) == said


@pytest.mark.parametrize("message", NOTHING)
def test_what_is_no_figure_of_the_patient_is_none(message: str) -> None:
    assert {fact.fact: fact.value for fact in read_facts(message) if isinstance(fact.value, float)} == {}


@pytest.mark.parametrize("message", [message for message, _ in (*LISTS, *VITALS, *BODIES, *TIMES)])
def test_every_figure_stands_where_it_says(message: str) -> None:
    for fact in read_facts(message):
        assert message[slice(*fact.span)] == fact.text
