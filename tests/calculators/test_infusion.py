"""The infusion calculators: units that must come out right, a weight that is asked, a way back that is the same way."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.calculators import Calculator, load
from assistant.calculators.contract import Finding
from assistant.calculators.infusion_dose import infusion_dose
from assistant.calculators.infusion_rate import infusion_rate
from assistant.calculators.pump import CONCENTRATION, DOSE_RATE, DOSE_UNIT, PUMP_RATE, is_by_weight
from assistant.errors import InputError, OutOfRange, UnreadableInput, WrongUnit
from assistant.figures.quantities import Amount, find_dimension
from assistant.records import Calculation, Given, Missing

NAMES = {calculator.name: calculator for calculator in load()}
CONCENTRATIONS = {"mass": "mg/mL", "activity": "units/mL", "substance": "mmol/mL", "charge": "mEq/mL"}
DECIMAL = st.decimals(min_value="0.02", max_value="999", places=2).map(float)
"""Clear of the pump's slowest rate, where the last digit of a float decides."""


def run(calculator: Calculator, **texts: Any) -> Calculation | Missing:
    """The outcome for inputs as written."""
    return calculator.run({name: Given(text=str(value), value=value) for name, value in texts.items()})


def printed(calculator: Calculator, **texts: Any) -> str:
    """The printed result of complete inputs."""
    outcome = run(calculator, **texts)
    assert isinstance(outcome, Calculation), outcome
    return outcome.result.text


def counted(unit: str) -> str:
    """What a unit counts: mass, activity, substance or charge."""
    return find_dimension(unit).split(" / ")[0]


def test_both_are_found_in_their_files() -> None:
    assert (NAMES["infusion_rate"], NAMES["infusion_dose"]) == (infusion_rate, infusion_dose)


class TestUnits:
    @pytest.mark.parametrize("micrograms", ["micrograms/kg/min", "mcg/kg/min", "µg/kg/min", "ug/kg/min"])
    def test_a_microgram_is_a_thousandth_of_a_milligram(self, micrograms: str) -> None:
        # 2 micrograms/kg/min × 50 kg = 100 micrograms/min = 6 mg/h; ÷ 1 mg/mL = 6 mL/h; 2 mg would be 6,000
        rest = {"concentration": "1 mg/mL", "weight": "50 kg"}
        assert printed(infusion_rate, dose_rate=f"2 {micrograms}", **rest) == "6 mL/h"
        with pytest.raises(OutOfRange):
            run(infusion_rate, dose_rate="2 mg/kg/min", **rest)

    def test_a_concentration_is_written_as_it_is_prepared_or_as_it_is(self) -> None:
        for text in ("4 mg in 50 mL", "0.08 mg/mL", "4 mg/50 mL", "80 micrograms/mL", "80 mg/L", "0.08 mg per mL"):
            assert printed(infusion_rate, dose_rate="0.42 mg/h", concentration=text) == "5.25 mL/h", text

    def test_the_preparation_is_worked_out_in_view(self) -> None:
        outcome = run(infusion_rate, dose_rate="0.42 mg/h", concentration="4 mg in 50 mL")
        assert isinstance(outcome, Calculation)
        assert outcome.steps == (
            "concentration of the infusion: 4 mg in 50 mL = 0.08 mg/mL",
            "0.42 mg/h ÷ 0.08 mg/mL = 5.25 mL/h",
        )

    def test_a_result_that_was_rounded_shows_what_it_was(self) -> None:
        outcome = run(infusion_rate, dose_rate="5 mcg/kg/min", concentration="0.08 mg/mL", weight="70 kg")
        assert isinstance(outcome, Calculation)
        # 5 × 70 ÷ 1000 × 60 ÷ 0.08 = 262.5
        assert outcome.steps == ("5 micrograms/kg/min × 70 kg ÷ 0.08 mg/mL = 262.5 mL/h = 263 mL/h",)

    def test_a_weight_in_pounds_is_the_same_weight(self) -> None:
        # 154.3235835 lb × 0.45359237 = 70 kg; 0.1 × 70 ÷ 1000 × 60 ÷ 0.08 = 5.25
        rest = {"dose_rate": "0.1 mcg/kg/min", "concentration": "0.08 mg/mL"}
        assert printed(infusion_rate, **rest, weight="154.3235835 lb") == "5.25 mL/h"

    @pytest.mark.parametrize(
        ("dose_rate", "concentration"), list(product(DOSE_RATE.alternatives, CONCENTRATION.alternatives))
    )
    def test_what_is_counted_in_one_way_is_never_drawn_from_another(self, dose_rate: Any, concentration: Any) -> None:
        texts = {"dose_rate": f"1 {dose_rate.unit}", "concentration": f"1 {concentration.unit}"}
        if counted(dose_rate.unit) == counted(concentration.unit):
            assert run(infusion_rate, **texts)
            return
        with pytest.raises(WrongUnit) as refusal:  # before any weight is asked for
            run(infusion_rate, **texts)
        fitting = CONCENTRATIONS[counted(dose_rate.unit)]
        assert refusal.value.name == "concentration" and refusal.value.calculator == "infusion_rate"
        assert refusal.value.accepted == f"{fitting}, to match the dose rate"

    @pytest.mark.parametrize(("unit", "concentration"), list(product(DOSE_UNIT.options, CONCENTRATION.alternatives)))
    def test_a_wanted_unit_counts_what_the_concentration_counts(self, unit: str, concentration: Any) -> None:
        texts = {"rate": "10 mL/h", "concentration": f"1 {concentration.unit}", "dose_unit": unit}
        if counted(unit) == counted(concentration.unit):
            assert run(infusion_dose, **texts)
            return
        with pytest.raises(WrongUnit, match="to match the concentration of the infusion") as refusal:
            run(infusion_dose, **texts)
        assert refusal.value.name == "dose_unit"

    @pytest.mark.parametrize("text", ["1%", "1:1000", "50 mL", "4 mg in 50 h", "4 mg", "10 mg/kg"])
    def test_what_is_no_concentration_is_refused(self, text: str) -> None:
        with pytest.raises((WrongUnit, UnreadableInput)) as refusal:
            run(infusion_rate, dose_rate="10 mg/h", concentration=text)
        assert refusal.value.name == "concentration"


class TestTheWeight:
    @pytest.mark.parametrize("dose_rate", [m.unit for m in DOSE_RATE.alternatives])
    def test_is_asked_for_where_the_dose_is_by_weight_and_only_there(self, dose_rate: str) -> None:
        concentration = f"1 {CONCENTRATIONS[counted(dose_rate)]}"
        outcome = run(infusion_rate, dose_rate=f"1 {dose_rate}", concentration=concentration)
        if "/kg" not in dose_rate:
            assert isinstance(outcome, Calculation)
            return
        assert isinstance(outcome, Missing)
        assert [(item.name, item.required) for item in outcome.inputs] == [("weight", True)]
        assert "actual, ideal or adjusted" in outcome.inputs[0].label

    @pytest.mark.parametrize("unit", DOSE_UNIT.options)
    def test_is_asked_for_where_the_unit_wanted_is_by_weight(self, unit: str) -> None:
        concentration = f"1 {CONCENTRATIONS[counted(unit)]}"
        outcome = run(infusion_dose, rate="5 mL/h", concentration=concentration, dose_unit=unit)
        assert isinstance(outcome, Missing if "/kg" in unit else Calculation)

    def test_changes_no_dose_that_is_not_by_weight(self) -> None:
        rest = {"dose_rate": "10 mg/h", "concentration": "1 mg/mL"}
        assert printed(infusion_rate, **rest, weight="70 kg") == printed(infusion_rate, **rest) == "10 mL/h"

    @pytest.mark.parametrize("weight", ["70", "0 kg", "-70 kg", "0.29 kg", "501 kg", "70 cm", "50–70 kg"])
    def test_that_cannot_be_used_is_refused(self, weight: str) -> None:
        with pytest.raises(InputError) as refusal:
            run(infusion_rate, dose_rate="5 mcg/kg/min", concentration="1 mg/mL", weight=weight)
        assert refusal.value.name == "weight"

    def test_without_which_the_formula_itself_refuses(self) -> None:
        with pytest.raises(WrongUnit):
            infusion_rate(dose_rate=Amount.of(5, "micrograms/kg/min"), concentration=Amount.of(1, "mg/mL"))


class TestTheUnitWanted:
    @pytest.mark.parametrize(
        ("concentration", "weight", "unit"),
        [
            *[("1 mg/mL", None, "mg/h"), ("1 mg/mL", "70 kg", "micrograms/kg/min")],
            *[("1 units/mL", None, "units/h"), ("1 units/mL", "70 kg", "units/kg/h")],
            *[("1 mmol/mL", None, "mmol/h"), ("1 mmol/mL", "70 kg", "mmol/kg/h")],
            *[("1 mEq/mL", None, "mEq/h"), ("1 mEq/mL", "70 kg", "mEq/kg/h")],
        ],
    )
    def test_not_said_is_the_natural_one_of_the_concentration(
        self, concentration: str, weight: str | None, unit: str
    ) -> None:
        given_weight = {"weight": weight} if weight else {}
        outcome = run(infusion_dose, rate="7 mL/h", concentration=concentration, **given_weight)
        assert isinstance(outcome, Calculation) and outcome.result.unit == unit

    @pytest.mark.parametrize("text", ["mcg/kg/min", "µg/kg/min", "MICROGRAMS/KG/MIN", "micrograms / kg / minute"])
    def test_is_understood_in_its_spellings(self, text: str) -> None:
        outcome = run(infusion_dose, rate="7 mL/h", concentration="1 mg/mL", weight="70 kg", dose_unit=text)
        assert isinstance(outcome, Calculation) and outcome.result.unit == "micrograms/kg/min"

    @pytest.mark.parametrize(
        "text",
        [
            *("mg", "micrograms", "micrograms/kg", "units/kg", "mL/h", "m", "mg/h/kg", "mg/day"),
            *("mg/kg", "nanograms", "nanograms/kg", "mmol/kg", "mg/m"),  # the beginnings of one option only
        ],
    )
    def test_is_never_completed_from_its_beginning(self, text: str) -> None:
        with pytest.raises(UnreadableInput) as refusal:
            run(infusion_dose, rate="7 mL/h", concentration="1 mg/mL", weight="70 kg", dose_unit=text)
        assert refusal.value.name == "dose_unit"


class TestTheLimits:
    @pytest.mark.parametrize(
        ("dose_rate", "wanted"),
        [("20000 mg/h", "2,000 mL/h"), ("0.1 mg/h", "0.01 mL/h"), ("20001 mg/h", None), ("0.0999 mg/h", None)],
    )
    def test_what_no_pump_delivers_is_refused(self, dose_rate: str, wanted: str | None) -> None:
        if wanted:
            assert printed(infusion_rate, dose_rate=dose_rate, concentration="10 mg/mL") == wanted
            return
        with pytest.raises(OutOfRange) as refusal:
            run(infusion_rate, dose_rate=dose_rate, concentration="10 mg/mL")
        assert (refusal.value.name, refusal.value.given) == ("concentration", "10 mg/mL")
        assert PUMP_RATE.accepted in str(refusal.value) and "\n" not in str(refusal.value)

    def test_a_dose_rate_that_no_drug_is_given_at_is_refused(self) -> None:
        with pytest.raises(OutOfRange, match=r"0\.001–60,000 mg/h"):
            run(infusion_dose, rate="2000 mL/h", concentration="1000 mg/mL")

    def test_the_slowest_rate_keeps_its_figures(self) -> None:
        """One decimal place would print a neonate's rate twice too high."""
        assert printed(infusion_rate, dose_rate="0.0512 mg/h", concentration="1 mg/mL") == "0.0512 mL/h"


@given(rate=DECIMAL, strength=DECIMAL, weight=DECIMAL, unit=st.sampled_from(DOSE_UNIT.options))
@settings(max_examples=300, deadline=None)
def test_the_way_back_is_the_same_way(rate: float, strength: float, weight: float, unit: str) -> None:
    concentration = Amount.of(strength, CONCENTRATIONS[counted(unit)])
    dose = infusion_dose(rate=Amount.of(rate, "mL/h"), concentration=concentration, weight=weight, dose_unit=unit)
    assert isinstance(dose, Finding)
    back = infusion_rate(dose_rate=Amount.of(dose.value, dose.unit), concentration=concentration, weight=weight)
    assert dose.unit == unit
    assert back == pytest.approx(rate, rel=1e-12)


@given(rate=DECIMAL, strength=DECIMAL, weight=DECIMAL, unit=st.sampled_from(DOSE_UNIT.options))
@settings(max_examples=300, deadline=None)
def test_what_one_calculator_gives_the_other_takes_or_says_why_not(
    rate: float, strength: float, weight: float, unit: str
) -> None:
    concentration = f"{strength} {CONCENTRATIONS[counted(unit)]}"
    try:
        dose = run(
            infusion_dose, rate=f"{rate} mL/h", concentration=concentration, weight=f"{weight} kg", dose_unit=unit
        )
    except InputError as refusal:
        assert refusal.name in ("concentration", "weight") and refusal.accepted
        return
    assert isinstance(dose, Calculation) and isinstance(dose.result.value, float)
    dosed = Given(text=dose.result.text, value=dose.result.value, unit=dose.result.unit)
    rest = {"concentration": concentration, "weight": f"{weight} kg"}
    back = infusion_rate.run({"dose_rate": dosed} | {n: Given(text=t, value=t) for n, t in rest.items()})
    assert isinstance(back, Calculation) and back.result.value == pytest.approx(rate, rel=1e-11)


@given(st.sampled_from(DOSE_UNIT.options))
def test_a_unit_is_by_weight_when_it_says_so(unit: str) -> None:
    assert is_by_weight(Amount.of(1, unit)) == ("/kg" in unit)
