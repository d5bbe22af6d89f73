"""A score: no item is taken as absent, and what is unanswered leaves a range that every way of answering it lies in."""

from itertools import product
from typing import Annotated

import pytest

from assistant.calculators import load
from assistant.calculators.contract import Result, calculator
from assistant.calculators.scoring import MOST_COMBINATIONS, find_extremes, points
from assistant.errors import WrongOrder
from assistant.intake.declarations import Measure, criterion
from assistant.intake.slots import Slot
from assistant.records import Calculation, Given, Missing

SCORES = [each for each in load() if each.result.unit == "points"]
ANSWERS = {
    "fever": ("yes", "no"),
    "purulence": ("yes", "no"),
    "onset": ("1 day", "3 days", "72.1 h"),
    "severe_inflammation": ("yes", "no"),
    "no_cough_or_coryza": ("yes", "no"),
}


def give(**texts: str) -> dict[str, Given]:
    return {name: Given(text=text, value=text) for name, text in texts.items()}


def slot(name: str, declared: object) -> Slot:
    return Slot(name, declared, required=True, is_amount=False)  # type: ignore[arg-type]


def test_there_is_a_score_to_walk() -> None:
    assert [score.name for score in SCORES]


@pytest.mark.parametrize("answered", range(1, 5))
def test_every_way_of_answering_the_rest_lies_in_the_range_and_its_ends_are_reached(answered: int) -> None:
    score = next(each for each in SCORES if each.name == "fever_pain")
    names = list(ANSWERS)
    for start in range(len(names)):
        known = [names[(start + step) % len(names)] for step in range(answered)]
        for way in product(*(ANSWERS[name] for name in known)):
            given = dict(zip(known, way, strict=True))
            so_far, missing = score.calculate(give(**given))
            assert isinstance(so_far, Calculation) and isinstance(missing, Missing)
            assert {item.name for item in missing.inputs} == set(names) - set(known)
            rest = [name for name in names if name not in known]
            totals = []
            for other in product(*(ANSWERS[name] for name in rest)):
                full = score.run(give(**given, **dict(zip(rest, other, strict=True))))
                assert isinstance(full, Calculation)
                totals.append(full.result.value)
            assert (so_far.result.value, so_far.result.low, so_far.result.high) == (None, min(totals), max(totals))  # type: ignore[type-var]


def test_a_score_of_which_nothing_is_known_gives_no_range() -> None:
    for score in SCORES:
        (outcome,) = score.calculate({})
        assert isinstance(outcome, Missing)


def test_a_formula_that_lacks_an_input_gives_no_range() -> None:
    formula = next(each for each in load() if each.name == "creatinine_clearance")
    assert len(formula.calculate(give(age="50 years", sex="male"))) == 1


def test_a_complete_score_has_its_value_and_its_sum_as_working() -> None:
    score = next(each for each in SCORES if each.name == "fever_pain")
    texts = {name: answers[0] for name, answers in ANSWERS.items()}
    (outcome,) = score.calculate(give(**{**texts, "purulence": "no"}))
    assert isinstance(outcome, Calculation)
    assert outcome.result.text == "4 points"
    assert outcome.steps[-1] == (
        "1 [fever] + 1 [onset ≤ 3] + 1 [severe inflammation] + 1 [no cough or coryza] = 4 points"
    )


def test_a_measure_without_edges_and_too_many_ways_give_no_range() -> None:
    def total(**values: object) -> float:
        return points(list(values.values()).count("yes") > 3)

    assert find_extremes(total, {}, [slot("level", Measure("mmol/L", low=1, high=9))]) is None
    many = [slot(f"item{number}", criterion("an item")) for number in range(MOST_COMBINATIONS.bit_length())]
    assert find_extremes(total, {}, many[:-1]) == (0, 1)
    assert find_extremes(total, {}, many) is None


def test_many_items_that_add_up_are_bounded_and_those_that_change_each_other_are_tried_together() -> None:
    def total(**values: object) -> float:
        met = [value == "yes" for value in values.values()]
        return sum(points(item, worth) for worth, item in enumerate(met, start=1)) - points(met[0] and met[1], 9)

    many = [slot(f"item{number}", criterion("an item")) for number in range(20)]
    # 1 + 2 − 9 at the least; without the first of them 2 + 3 + … + 20 = 209 at the most
    assert find_extremes(total, {}, many) == (-6, 209)


def test_the_edge_of_a_measure_is_tried_from_both_sides() -> None:
    def total(level: float) -> float:
        return points(2.99 < level < 3, worth=1) - points(3 < level < 3.01, worth=2)

    assert find_extremes(total, {}, [slot("level", Measure("days", low=1, high=9, edges=(3,)))]) == (-2, 1)


def test_a_score_that_the_rest_cannot_change_has_its_value() -> None:
    @calculator(
        title="A score", result=Result("points", places=0), reference="none", vectors=(), says="It is {result}."
    )
    def made_up(first: Annotated[str, criterion("first")], rest: Annotated[str, criterion("rest")]) -> float:
        """One that hangs on its first item when that is met."""
        return points("yes" in (first, rest))

    settled, missing = made_up.calculate(give(first="yes"))
    assert isinstance(settled, Calculation) and isinstance(missing, Missing)
    assert (settled.result.value, settled.result.text, settled.says) == (1, "1 point", "It is {result}.")
    open_still, _ = made_up.calculate(give(first="no"))
    assert isinstance(open_still, Calculation)
    assert (open_still.result.value, open_still.result.text) == (None, "0–1 points")
    assert "score lies within {result}" in open_still.says


def test_a_diastolic_pressure_that_is_not_below_the_systolic_is_refused() -> None:
    pressure = next(each for each in load() if each.name == "mean_arterial_pressure")
    for diastolic in ("120 mmHg", "80 mmHg", "16 kPa"):
        with pytest.raises(WrongOrder, match="below the systolic pressure") as refusal:
            pressure.run(give(systolic="80 mmHg", diastolic=diastolic))
        assert refusal.value.name == "diastolic"
