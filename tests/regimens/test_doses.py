"""Doses are worked out exactly, held at their maximum, and given only to those whom a row is for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.errors import OutOfRange, UnitDoubt, UnknownInput, UnreadableInput, WrongUnit
from assistant.records import Calculation, Missing, Refusal
from assistant.regimens import Regimen, load_all
from tests.regimens.bench import HEAD, SHIPPED, TIERS, ask, calculated, give, load_one, write_regimen

REGIMENS = {regimen.name: regimen for regimen in load_all(SHIPPED)[0]}
ADRENALINE, POTASSIUM = REGIMENS["adrenaline_im_anaphylaxis"], REGIMENS["potassium_iv"]
MAGNESIUM, ASPARTATE = REGIMENS["magnesium_sulfate_iv"], REGIMENS["magnesium_aspartate_oral"]


def torsades(**inputs: str | float) -> list[Calculation]:
    return calculated(ask(MAGNESIUM, indication="torsades de pointes", **inputs))


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Regimen:
    return load_one(tmp_path_factory.mktemp("bench"), write_regimen())


# ---- the dose ------------------------------------------------------------------------------------------------------


def test_a_child_of_23_kg_with_torsades() -> None:
    for calculation in torsades(population="child", weight="23 kg"):
        assert calculation.result.text == "575–1,150 mg"
        assert (calculation.result.value, calculation.result.low, calculation.result.high) == (None, 575, 1150)
        assert calculation.cap is not None
        assert (calculation.cap.limit, calculation.cap.applied) == ("2 g", False)
        assert calculation.steps == (
            "25 mg/kg × 23 kg = 575 mg",
            "50 mg/kg × 23 kg = 1,150 mg",
            "below the maximum 2 g",
        )
        assert "{result}" in calculation.says and "{max}" in calculation.says


def test_a_range_that_straddles_its_maximum_is_held_at_its_upper_end() -> None:
    for calculation in torsades(population="child", weight="60 kg"):
        assert calculation.result.text == "1,500–2,000 mg"
        assert calculation.cap is not None and calculation.cap.applied
        assert calculation.steps[-1] == "above at its upper end the maximum 2 g: 1,500–2,000 mg"


def test_a_range_above_its_maximum_is_held_at_both_ends() -> None:
    for calculation in torsades(population="child", weight="90 kg"):
        assert (calculation.result.text, calculation.result.value) == ("2,000 mg", 2000)
        assert calculation.cap is not None and calculation.cap.applied


def test_a_dose_that_equals_its_maximum_is_not_cut() -> None:
    for calculation in torsades(population="child", weight="40 kg"):
        assert calculation.result.text == "1,000–2,000 mg"
        assert calculation.cap is not None and not calculation.cap.applied
        assert calculation.steps[-1] == "at the maximum 2 g"


def test_a_maximum_in_another_unit_is_compared_in_the_unit_of_the_dose(bench: Regimen) -> None:
    (calculation,) = calculated(ask(bench, weight="19 kg"))
    assert calculation.result.text == "38–60 mg"  # 4 mg/kg × 19 kg = 76 mg, held at 0.06 g
    assert calculation.cap is not None and calculation.cap.applied


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.decimals(min_value=1, max_value=199, places=2), st.decimals(min_value=0, max_value=20, places=2))
def test_a_dose_grows_with_the_weight_and_never_passes_its_maximum(weight: object, more: object) -> None:
    first = torsades(population="child", weight=f"{weight} kg")
    heavier = min(float(str(weight)) + float(str(more)), 200.0)
    second = torsades(population="child", weight=f"{heavier} kg")
    assert first and len(first) == len(second)
    for small, large in zip(first, second, strict=True):
        for ends in (_ends(small), _ends(large)):
            assert ends[0] <= ends[1] <= 2000
        assert _ends(small)[0] <= _ends(large)[0] and _ends(small)[1] <= _ends(large)[1]


def _ends(calculation: Calculation) -> tuple[float, float]:
    result = calculation.result
    value = result.value if isinstance(result.value, float) else 0.0
    return (result.low, result.high) if result.low is not None and result.high is not None else (value, value)


def test_a_fixed_dose_is_printed_as_its_row_prints_it() -> None:
    calculation = calculated(ask(ADRENALINE, age="8 years"))[0]
    assert (calculation.result.text, calculation.result.value) == ("300 micrograms", 300)
    assert calculation.cap is None
    assert calculation.parts[0].volume == "0.3 mL of adrenaline injection 1 mg/mL"


def test_a_fixed_range_has_two_ends_and_no_value() -> None:
    result = calculated(ask(ADRENALINE, age="3 months"))[0].result
    assert (result.value, result.low, result.high, result.text) == (None, 100, 150, "100–150 micrograms")


def test_a_rate_is_the_result_where_no_dose_is_written() -> None:
    result = calculated(ask(POTASSIUM, potassium="3.0 mmol/L", access="central"))[0].result
    assert (result.value, result.unit, result.text) == (10, "mmol/h", "at most 10 mmol/h")


def test_sachets_are_counted_out_of_what_is_in_one() -> None:
    calculation = calculated(ask(ASPARTATE, age="40 years", egfr="90"))[0]
    assert calculation.result.text.startswith("10–20 mmol")
    assert "1–2 sachets" in str(calculation.parts[0].volume)


def test_a_dose_in_sachets_says_what_is_in_them(tmp_path: Path) -> None:
    products = "products:\n  - {name: testolol powder, strength: 10 mmol/sachet, citations: [a-source]}\n"
    tiers = "- {id: all, label: child, dose: {amount: 1–2 sachets}, citations: [a-source]}\n"
    regimen = load_one(tmp_path, write_regimen(tiers).replace(HEAD, HEAD + products))
    (calculation,) = calculated(ask(regimen, weight="20 kg"))
    assert calculation.result.text == "1–2 sachets"
    assert calculation.parts[0].volume == "10–20 mmol"


def test_the_rate_of_the_pump_follows_from_dilution_and_time(tmp_path: Path) -> None:
    tiers = TIERS.replace("  repeat: after 10 min\n", "  over: 2–4 h\n  dilution: 50 mg in 100 mL of saline\n")
    (calculation,) = calculated(ask(load_one(tmp_path, write_regimen(tiers)), weight="30 kg"))
    assert calculation.parts[0].rate == "25–50 mL/h"


def test_a_rate_of_the_drug_is_shown_as_a_rate_of_the_pump(tmp_path: Path) -> None:
    tiers = TIERS.replace("  repeat: after 10 min\n", "  rate: 5 mg/h\n  dilution: 50 mg in 100 mL\n")
    (calculation,) = calculated(ask(load_one(tmp_path, write_regimen(tiers)), weight="30 kg"))
    assert calculation.parts[0].rate == "5 mg/h (10 mL/h)"


def test_what_follows_a_dose_is_a_part_of_its_own(tmp_path: Path) -> None:
    tiers = TIERS.replace("  repeat: after 10 min\n", "  maintenance: {rate: 1–2 mg/h, duration: 24 h}\n")
    (calculation,) = calculated(ask(load_one(tmp_path, write_regimen(tiers)), weight="30 kg"))
    assert [(part.label, part.text, part.interval) for part in calculation.parts] == [
        ("dose", "50 mg", None),
        ("then", "1–2 mg/h", "for 24 h"),
    ]
    assert "; then {then_rate} for {then_duration}" in calculation.says


# ---- whom it is for ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("age", ["0 years", "1 day", "11 months", "5 years", "17 years", "17.999 years"])
def test_a_child_never_gets_an_adult_tier(age: str) -> None:
    for regimen in REGIMENS.values():
        for indication in {group.indication for group in regimen.sheet.groups}:
            inputs = {"age": age, "population": "child", "potassium": "3.1 mmol/L", "access": "central", "magnesium": "0.45 mmol/L",
                      "egfr": "90", "symptoms": "absent", "weight": "20 kg", "indication": indication,
                      "ecg_change_or_paralysis": "absent"}  # fmt: skip
            known = {name: text for name, text in inputs.items() if name in {item.name for item in regimen.inputs}}
            for calculation in calculated(regimen.calculate(give(**known))):
                assert calculation.tier is not None
                assert not calculation.tier.chosen.lower().startswith("adult with"), (age, calculation.says)
                assert "pregnant" not in calculation.tier.chosen.lower()


def test_a_child_is_refused_where_only_adults_are_covered() -> None:
    (refusal,) = ask(POTASSIUM, potassium="2.2 mmol/L", access="central", age="9 years")
    assert isinstance(refusal, Refusal)
    assert "adults (NHS Highland, US label, intensive care practice), not for a child" in refusal.text
    assert refusal.passages


def test_who_the_patient_is_is_asked_where_rows_differ_by_it() -> None:
    (missing,) = ask(MAGNESIUM, indication="torsades", weight="23 kg")
    assert isinstance(missing, Missing)
    assert [(item.name, item.required) for item in missing.inputs][:1] == [("population", True)]


def test_an_age_says_who_the_patient_is() -> None:
    assert [c.result.text for c in torsades(age="9 years", weight="23 kg")] == [
        c.result.text for c in torsades(population="child", weight="23 kg")
    ]
    assert all("Adult" in c.says for c in torsades(age="40 years"))


def test_what_was_said_and_the_age_may_not_contradict_each_other() -> None:
    with pytest.raises(UnreadableInput, match="adult, which is what the age says") as caught:
        torsades(population="child", age="40 years")
    assert caught.value.calculator == "magnesium_sulfate_iv"


def test_a_pregnant_woman_has_the_rows_for_pregnancy_else_those_for_adults() -> None:
    for calculation in calculated(ask(MAGNESIUM, indication="pre-eclampsia", population="pregnancy")):
        assert calculation.says.startswith("Pregnant woman with pre-eclampsia")
    for calculation in torsades(population="pregnancy"):
        assert calculation.says.startswith("Adult with torsades")
        assert any("nothing of pregnancy" in warning for warning in calculation.warnings)
    (refusal,) = ask(MAGNESIUM, indication="torsades", population="pregnancy", age="16 years")
    assert isinstance(refusal, Refusal)


def test_adults_only_rows_say_so_and_still_ask_who_it_is() -> None:
    *calculations, missing = ask(POTASSIUM, potassium="3.1 mmol/L", access="central", ecg_change_or_paralysis="absent")
    assert all(isinstance(c, Calculation) and c.says.startswith("Adult") for c in calculations)
    assert isinstance(missing, Missing)
    assert [(item.name, item.required) for item in missing.inputs] == [("population", False)]


# ---- what is asked, refused, doubted -------------------------------------------------------------------------------


def test_only_what_decides_is_asked_for_and_each_once() -> None:
    (missing,) = ask(ADRENALINE)
    assert isinstance(missing, Missing)
    assert [(item.name, item.required) for item in missing.inputs] == [("age", True), ("weight", False)]
    assert missing.inputs[0].for_ == "adrenaline_im_anaphylaxis"


def test_an_adult_needs_no_age_where_one_row_takes_all_adults() -> None:
    first = calculated(ask(ADRENALINE, population="adult"))[0]
    assert first.result.text == "500 micrograms"


def test_an_input_that_cannot_matter_is_not_asked_for() -> None:
    outcomes = ask(POTASSIUM, region="us", potassium="3.0 mmol/L")
    assert calculated(outcomes)[0].region == "us"
    asked = {item.name for one in outcomes if isinstance(one, Missing) for item in one.inputs}
    assert "ecg_change_or_paralysis" not in asked
    assert asked == {"access"}


def test_potassium_at_the_labels_limits_gets_the_labels_refusal() -> None:
    for level in ("2.5", "2.5 mmol/L", "2.0 mEq/L", "2.25"):
        refusal = next(one for one in ask(POTASSIUM, potassium=level) if isinstance(one, Refusal))
        assert refusal.body == "US label"
        assert "gives no rate for a potassium between its limits; ask a senior" in refusal.text
        assert refusal.passages == ("potassium-iv#us-between",)
    us = [one for one in ask(POTASSIUM, region="us", potassium="2.501 mmol/L") if isinstance(one, Calculation)]
    assert us[0].result.text == "at most 10 mEq/h"


@pytest.mark.parametrize("level", ["3.5 mmol/L", "4.5", "14"])
def test_a_value_that_is_not_covered_is_refused_with_what_is(level: str) -> None:
    outcomes = ask(POTASSIUM, potassium=level, access="central", population="adult")
    assert len(outcomes) == 3
    for refusal in outcomes:
        assert isinstance(refusal, Refusal)
        assert refusal.text.startswith("Not covered by this source")
        assert "to under 3.5 mmol/L only" in refusal.text
        assert refusal.passages


def test_the_sites_region_comes_first_and_none_hides_none() -> None:
    inputs = {"potassium": "3.0 mmol/L", "access": "central", "population": "adult"}
    by_file = [c.region for c in calculated(ask(POTASSIUM, **inputs))]
    assert by_file == ["uk", "us", "international"]
    assert [c.region for c in calculated(ask(POTASSIUM, region="us", **inputs))] == ["us", "uk", "international"]
    assert POTASSIUM.run(give(**inputs)) == ask(POTASSIUM, **inputs)[0]


def test_an_age_in_months_weeks_or_days_is_converted() -> None:
    for age in ("6 months", "0.5 years", "0.5", "26.1 weeks"):
        assert calculated(ask(ADRENALINE, age=age))[0].result.text == "150 micrograms", age
    for age in ("5 months", "26 weeks", "182 days", "0"):
        assert calculated(ask(ADRENALINE, age=age))[0].result.text == "100–150 micrograms", age
    steps = calculated(ask(ADRENALINE, age="6 months"))[0].steps
    assert any("6 months = 0.5 years" in step for step in steps)


@pytest.mark.parametrize(
    ("inputs", "error", "said"),
    [
        ({"age": "200"}, UnitDoubt, "months"),
        ({"age": "8", "weight": "23"}, UnreadableInput, "kg or lb"),
        ({"age": "8", "weight": "2300 kg"}, OutOfRange, "0.3–500 kg"),
        ({"age": "8 kg"}, WrongUnit, "years"),
        ({"age": "-1 years"}, OutOfRange, "0–120 years"),
        ({"age": "young"}, UnreadableInput, "0–120 years"),
        ({"age": "2–3 years"}, UnreadableInput, "one value"),
        ({"height": "120 cm"}, UnknownInput, "age"),
    ],
)
def test_an_input_that_cannot_be_used_is_named(inputs: dict[str, str], error: type[Exception], said: str) -> None:
    with pytest.raises(error, match=said):
        ask(ADRENALINE, **inputs)


def test_a_magnesium_without_its_unit_is_asked_about() -> None:
    with pytest.raises(UnreadableInput, match="mg/dL or mmol/L"):
        ask(MAGNESIUM, indication="hypomagnesaemia", magnesium="0.5")


def test_an_indication_is_known_by_its_synonyms_and_by_its_beginning() -> None:
    wanted = [c.says for c in torsades(population="adult")]
    for phrase in ("torsades", "Torsade de pointes", "TORSADES DE POINTES", "tors"):
        found = calculated(ask(MAGNESIUM, indication=phrase, population="adult"))
        assert [c.says for c in found] == wanted, phrase
    with pytest.raises(UnreadableInput):
        ask(MAGNESIUM, indication="headache")


def test_every_input_keeps_whose_it_is() -> None:
    calculation = torsades(population="child", weight="23 kg")[0]
    assert {name: item.text for name, item in calculation.inputs.items()} == {
        "indication": "torsades de pointes",
        "population": "child",
        "weight": "23 kg",
    }
    assert calculation.inputs["weight"].origin == "caller"


# ---- edges that we decided -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("age", "near"), [("12", True), ("11", True), ("6", True), ("9", False), ("40", False), ("3", False)]
)
def test_a_patient_near_an_edge_that_we_decided_is_told_so(age: str, near: bool) -> None:
    tier = calculated(ask(ADRENALINE, age=age))[0].tier
    assert tier is not None
    assert (tier.near_boundary is not None) == near
    assert "as written" in tier.why
    if near:
        assert "our reading" in str(tier.near_boundary)


def test_a_row_may_say_which_of_its_ends_it_decided(tmp_path: Path) -> None:
    reading = "  reading: The upper end is ours.\n  decided: {weight: [20]}\n"
    regimen = load_one(tmp_path, write_regimen(TIERS.replace("  over: 5 min\n", reading)))
    near = {weight: calculated(ask(regimen, weight=f"{weight} kg"))[0].tier for weight in ("1.05", "19", "21", "40")}
    assert {weight: bool(tier and tier.near_boundary) for weight, tier in near.items()} == {
        "1.05": False, "19": True, "21": True, "40": False,
    }  # fmt: skip


def test_rows_are_those_that_could_be_the_patients() -> None:
    everyone = ADRENALINE.rows({})
    assert len(everyone) == 7
    assert ADRENALINE.rows(give(age="8 years")) == (
        "adrenaline-im-anaphylaxis#six-to-twelve",
        "adrenaline-im-anaphylaxis#wao-child",
    )
    assert "adrenaline-im-anaphylaxis#adult" not in ADRENALINE.rows(give(population="child"))
    assert ADRENALINE.rows(give(age="no idea")) == everyone
    assert POTASSIUM.rows(give(age="5")) == ()
    assert all("torsades" in row for row in MAGNESIUM.rows(give(indication="torsades")))


def test_contraindications_come_first_among_the_warnings_and_cautions_keep_to_their_groups(tmp_path: Path) -> None:
    rows = (
        "contraindications:\n  - {text: Testolol is contraindicated in asthma., citations: [a-source]}\n"
        "cautions:\n  - {text: Testolol slows the pulse., groups: [one], citations: [a-source]}\n"
    )
    (calculation,) = calculated(ask(load_one(tmp_path, write_regimen() + rows), weight="30 kg"))
    assert calculation.warnings == ("Testolol is contraindicated in asthma.", "Testolol slows the pulse.")
    for row in calculated(ask(ASPARTATE, age="40 years", egfr="90")):
        assert "contraindicated" in row.warnings[0]
