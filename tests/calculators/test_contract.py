"""What the one decorator gives: bands, systems of units, findings with parts, refusals; on calculators made up here."""

from math import inf, nan
from typing import Annotated, Any

import pytest

from assistant.calculators.contract import (
    Band,
    Calculator,
    Choice,
    Either,
    Finding,
    Measure,
    Result,
    Vector,
    calculator,
)
from assistant.errors import InputError, NoResult, OutOfRange
from assistant.figures.quantities import Amount
from assistant.records import Calculation, Given, Missing, Part

KILOGRAMS = Measure("kg", low=1, high=100)


def run(made: Calculator, **texts: str) -> Calculation | Missing:
    """The outcome for inputs as written."""
    return made.run({name: Given(text=text, value=text, origin="question") for name, text in texts.items()})


def make(formula: Any, result: Result | None = None, **more: Any) -> Calculator:
    """A calculator of a formula that exists for a test only."""
    vectors = (Vector({"weight": "2 kg"}, "2 kg", by="hand"),)
    result = result or Result("kg", places=0)
    return calculator(title="T", result=result, reference="r", vectors=vectors, says="It is {result}.", **more)(formula)


def twice(weight: Annotated[float, KILOGRAMS]) -> float:
    """Twice the weight."""
    return weight * 2


def test_a_calculation_carries_all_that_was_said_once() -> None:
    made = make(twice, warnings=("Mind the scales.",))
    outcome = run(made, weight="3 kg")
    assert isinstance(outcome, Calculation)
    assert (outcome.calculator, outcome.kind, outcome.title) == ("twice", "calculator", "T")
    assert (outcome.says, outcome.warnings, outcome.references) == ("It is {result}.", ("Mind the scales.",), ("r",))
    assert outcome.inputs["weight"].model_dump() == {"value": 3.0, "unit": "kg", "text": "3 kg", "origin": "question"}
    assert outcome.steps == ("3 kg × 2 = 6 kg",)
    assert (made.name, made.description, made(weight=3.0)) == ("twice", "Twice the weight.", 6.0)


def test_the_registry_side_of_a_formula_is_one_outcome_and_no_rows() -> None:
    made = make(twice)
    given = {"weight": Given(text="3 kg", value="3 kg")}
    assert made.calculate(given, region="uk") == (made.run(given),)
    assert made.rows(given) == ()
    assert (made.drug, made.route, made.indications, made.is_emergency(None)) == ("", "", (), False)


class TestABand:
    BANDS = (Band(10, "small"), Band(20, "middling"), Band(inf, "great"))

    @pytest.mark.parametrize(
        ("weight", "text"), [("4.9", "small"), ("5", "middling"), ("9.99", "middling"), ("10", "great")]
    )
    def test_holds_from_its_lower_edge_and_is_judged_before_rounding(self, weight: str, text: str) -> None:
        outcome = run(make(twice, bands=self.BANDS), weight=f"{weight} kg")
        assert isinstance(outcome, Calculation) and outcome.interpretation == text

    def test_is_not_there_when_none_is_declared(self) -> None:
        outcome = run(make(twice), weight="4 kg")
        assert isinstance(outcome, Calculation) and outcome.interpretation is None


class TestAFinding:
    def test_brings_its_own_unit_parts_sentence_and_quotes(self) -> None:
        part = Part(label="first bag", text="1 g")

        def bags(weight: Annotated[float, KILOGRAMS]) -> Finding:
            """Bags by weight."""
            return Finding(weight * 1.5, "g", (part,), "Give {result} at {pace}.", {"pace": "1 g/h"})

        outcome = run(make(bags), weight="3 kg")
        assert isinstance(outcome, Calculation)
        assert (outcome.result.unit, outcome.parts) == ("g", (part,))
        assert (outcome.says, outcome.quotes) == ("Give {result} at {pace}.", {"pace": "1 g/h"})

    @pytest.mark.parametrize("value", [nan, inf, -inf])
    def test_that_is_not_finite_is_never_printed(self, value: float) -> None:
        def broken(weight: Annotated[float, KILOGRAMS]) -> float:
            """Never a result."""
            return value

        with pytest.raises(NoResult, match="a value with which the formula has a result"):
            run(make(broken), weight="3 kg")


class TestALimitOfTheResult:
    LIMITED = Result("kg", places=0, within=Measure("kg", low=4, high=8), laid_to="weight")

    @pytest.mark.parametrize("weight", ["2", "4"])
    def test_takes_both_its_ends(self, weight: str) -> None:
        assert isinstance(run(make(twice, self.LIMITED), weight=f"{weight} kg"), Calculation)

    @pytest.mark.parametrize("weight", ["1.999", "4.001"])
    def test_is_refused_a_hair_outside_and_laid_to_its_input(self, weight: str) -> None:
        with pytest.raises(OutOfRange) as refusal:
            run(make(twice, self.LIMITED), weight=f"{weight} kg")
        assert (refusal.value.name, refusal.value.given, refusal.value.calculator) == (
            "weight",
            f"{weight} kg",
            "twice",
        )
        assert refusal.value.accepted == "for a result of 4–8 kg"

    def test_of_several_kinds_is_that_of_the_unit_found(self) -> None:
        within = Either(Measure("mg", low=1, high=9), Measure("units", low=100, high=900))

        def found(weight: Annotated[float, KILOGRAMS]) -> Finding:
            """Units by weight."""
            return Finding(weight, "units")

        limited = make(found, Result("mg", within=within, laid_to="weight"))
        assert isinstance(run(limited, weight="100 kg"), Calculation)
        with pytest.raises(OutOfRange, match="100–900 units"):
            run(limited, weight="5 kg")


class TestANeed:
    @staticmethod
    def made() -> Calculator:
        needed = Measure("m", low=0.4, high=2.6, needed=lambda units: units.get("by") == "height")

        def tall(
            weight: Annotated[float, KILOGRAMS],
            by: Annotated[str, Choice("weight", "height")],
            height: Annotated[float, needed] | None = None,
        ) -> float:
            """By weight, or by height."""
            return weight * (height if by == "height" and height else 1)

        return make(tall)

    def test_that_hangs_on_an_option_is_asked_for_with_it_and_not_without(self) -> None:
        outcome = run(self.made(), weight="3 kg", by="height")
        assert isinstance(outcome, Missing) and [item.name for item in outcome.inputs] == ["height"]
        assert isinstance(run(self.made(), weight="3 kg", by="weight"), Calculation)
        assert isinstance(run(self.made(), weight="3 kg", by="height", height="2 m"), Calculation)


class TestTheWorking:
    def test_of_what_is_more_than_a_formula_is_left_out(self) -> None:
        def loop(weight: Annotated[float, KILOGRAMS]) -> float:
            """Added up."""
            total = 0.0
            for _ in range(3):
                total += weight
            return total

        outcome = run(make(loop), weight="2 kg")
        assert isinstance(outcome, Calculation) and outcome.steps == ("6 kg",)

    def test_puts_what_a_name_stands_for_in_its_place(self) -> None:
        def lean(weight: Annotated[float, KILOGRAMS]) -> float:
            """By a named part of the weight."""
            if weight > 50:
                share = weight / 2
                return share - 1
            return weight - 1

        made = make(lean)
        assert [run(made, weight=f"{w} kg").steps[-1] for w in (60, 40)] == [  # type: ignore[union-attr]
            "60 kg ÷ 2 − 1 = 29 kg",
            "40 kg − 1 = 39 kg",
        ]

    def test_of_amounts_shows_them_with_their_units(self) -> None:
        def rate(weight: Annotated[Amount, Measure("mg/h", low=1, high=100)]) -> float:
            """Each minute."""
            return weight.to("micrograms/min")

        outcome = run(make(rate, Result("micrograms/min")), weight="6 mg/h")
        assert isinstance(outcome, Calculation) and outcome.steps == ("6 mg/h = 100 micrograms/min",)


def test_every_refusal_names_the_calculator() -> None:
    made = make(twice)
    for texts in ({"weight": "x"}, {"weight": "0 kg"}, {"weight": "3 m"}, {"weight": "3 kg", "mood": "good"}):
        with pytest.raises(InputError) as refusal:
            run(made, **texts)
        assert refusal.value.calculator == "twice"
