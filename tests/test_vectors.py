"""No calculator can dodge: each is walked for what it declares, worked as printed, and held at its bounds."""

import ast
import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from assistant import calculators, references
from assistant.calculators import Calculator, load
from assistant.calculators.contract import Vector
from assistant.errors import InputError, OutOfRange, UnitDoubt, UnknownInput, UnreadableInput, WrongUnit
from assistant.figures import find
from assistant.figures.quantities import convert
from assistant.intake.declarations import Choice, Day, Either, Measure
from assistant.intake.slots import Slot
from assistant.intake.taking import take
from assistant.records import Calculation, Given, Missing, Reference

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(calculators.__file__).parent
MACHINERY = {
    *("__init__", "agreement", "contract", "declarations"),
    *("pump", "results", "scoring", "slots", "tool", "working"),
}
"""Files of the room that are no calculator; every other file is one."""
ALL = load()
EACH = pytest.mark.parametrize("calculator", ALL, ids=lambda calculator: calculator.name)
VECTORS = [(calculator, vector) for calculator in ALL for vector in calculator.vectors]
SLOTS = [(calculator, slot) for calculator in ALL for slot in calculator.slots]
CHOICES = [(calculator, slot) for calculator, slot in SLOTS if isinstance(slot.declared, Choice)]
DAYS = [(calculator, slot) for calculator, slot in SLOTS if isinstance(slot.declared, Day)]
MEASURES = [
    (calculator, slot, measure)
    for calculator, slot in SLOTS
    if isinstance(slot.declared, Measure | Either)
    for measure in slot.declared.alternatives
]


def name(part: Any) -> str | None:
    """What a case is called in the report."""
    return getattr(part, "name", None) or getattr(part, "unit", None)


OF_EACH_VECTOR = pytest.mark.parametrize(("calculator", "vector"), VECTORS, ids=name)
OF_EACH_CHOICE = pytest.mark.parametrize(("calculator", "slot"), CHOICES, ids=name)
OF_EACH_MEASURE = pytest.mark.parametrize(("calculator", "slot", "measure"), MEASURES, ids=name)
A_HAIR = Decimal("1e-9")


@cache
def works() -> Mapping[str, Reference]:
    """The bibliography, read once."""
    return references.load(ROOT / "corpus" / "references.json")


def give(texts: Mapping[str, Any]) -> dict[str, Given]:
    """Inputs as a caller writes them."""
    return {name: Given(text=str(value), value=value) for name, value in texts.items()}


def run(calculator: Calculator, texts: Mapping[str, Any]) -> Calculation:
    """The calculation of complete inputs."""
    outcome = calculator.run(give(texts))
    assert isinstance(outcome, Calculation), outcome
    return outcome


def refuse(calculator: Calculator, slot: Slot, value: Any, *kinds: type[InputError]) -> InputError:
    """The refusal of one input beside others that are good: one line that names input, given and accepted."""
    good = next(v.given for v in calculator.vectors if slot.name in v.given)
    with pytest.raises(kinds or InputError) as refusal:
        calculator.run(give({**good, slot.name: value}))
    error = refusal.value
    assert isinstance(error, InputError)
    assert (error.name, error.given, error.calculator) == (slot.name, str(value), calculator.name)
    line = str(error)
    assert "\n" not in line and error.name in line and error.accepted and error.accepted in line
    assert error.given in line or repr(error.given) in line
    return error


def plain(number: Decimal) -> str:
    """A number in full, without an exponent."""
    return f"{number:f}"


# ---- the room ------------------------------------------------------------------------------------------------------


def test_every_file_of_the_room_is_machinery_or_one_calculator_of_its_name() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")}
    assert files >= MACHINERY
    assert sorted(files - MACHINERY) == [calculator.name for calculator in ALL]


@EACH
def test_a_calculator_is_the_only_one_of_the_file_that_bears_its_name(calculator: Calculator) -> None:
    assert Path(inspect.getfile(calculator.formula)).stem == calculator.name
    source = ast.parse(Path(inspect.getfile(calculator.formula)).read_text(encoding="utf-8"))
    assert sum(isinstance(node, ast.FunctionDef) and bool(node.decorator_list) for node in source.body) == 1


@EACH
def test_the_words_of_a_calculator_hold_no_figure(calculator: Calculator) -> None:
    said = calculator.says.replace("{result}", "").replace("{known_as}", "")
    words = [calculator.title, calculator.description, said]
    words += [*calculator.warnings, *calculator.not_for, *(band.text for band in calculator.bands)]
    words += [slot.label for slot in calculator.slots]
    assert [figure.text for text in words for figure in find(text)] == []
    assert calculator.title and calculator.description


@EACH
def test_its_sentence_says_the_result(calculator: Calculator) -> None:
    assert calculator.says.count("{result}") == 1
    assert calculator.says.count("{known_as}") == bool(calculator.known_as)
    assert not set(calculator.says.replace("{result}", "").replace("{known_as}", "")) & set("{}")


@EACH
def test_its_bands_ascend_to_infinity(calculator: Calculator) -> None:
    ends = [band.below for band in calculator.bands]
    assert ends == sorted(set(ends))
    assert not ends or ends[-1] == math.inf


@EACH
def test_its_references_are_verified_and_held_by_the_bibliography(calculator: Calculator) -> None:
    held = works()
    assert calculator.references
    cited = [*calculator.references, *(band.reference for band in calculator.bands if band.reference)]
    assert [key for key in cited if key not in held] == []
    assert all(held[key].population == "human" and held[key].verified != "no" for key in cited)


@EACH
def test_its_bands_say_who_drew_them(calculator: Calculator) -> None:
    assert all(band.reference for band in calculator.bands)


@EACH
def test_what_took_its_place_is_held(calculator: Calculator) -> None:
    assert calculator.superseded_by in {"", *(other.name for other in ALL)} - {calculator.name}


# ---- its vectors ---------------------------------------------------------------------------------------------------


@OF_EACH_VECTOR
def test_a_vector_computes_as_printed(calculator: Calculator, vector: Vector) -> None:
    calculation = run(calculator, vector.given)
    assert calculation.result.text == vector.printed
    assert calculation.references[: len(calculator.references)] == calculator.references
    assert set(calculation.inputs) == set(vector.given)


@OF_EACH_VECTOR
def test_its_sentence_adds_nothing_to_a_figure(calculator: Calculator, vector: Vector) -> None:
    """What a reader sees as one figure stands whole in the result or in a quote: no "at most" of the sentence before it."""
    calculation = run(calculator, vector.given)
    held = [calculation.result.text, *calculation.quotes.values()]
    assert "{" not in calculation.sentence
    assert [f.text for f in find(calculation.sentence) if not any(f.text in text for text in held)] == []


@EACH
def test_three_vectors_or_more_and_no_two_alike(calculator: Calculator) -> None:
    assert len(calculator.vectors) >= 3
    assert len({str(sorted(vector.given.items())) for vector in calculator.vectors}) == len(calculator.vectors)


@EACH
def test_every_branch_of_the_formula_has_a_vector(calculator: Calculator) -> None:
    taken: set[tuple[int, bool]] = set()
    watched, branches = watch(calculator.formula, taken)
    for vector in calculator.vectors:
        run(replace(calculator, formula=watched), vector.given)
    assert taken == {(branch, way) for branch in range(branches) for way in (True, False)}


@EACH
def test_every_input_and_kind_of_amount_has_a_vector(calculator: Calculator) -> None:
    results = [run(calculator, vector.given) for vector in calculator.vectors]
    for slot in calculator.slots:
        given = [result.inputs[slot.name].unit or "" for result in results if slot.name in result.inputs]
        assert given, slot.name
        if isinstance(slot.declared, Either) and slot.declared.pairs_with:
            assert all(any(measure.takes(unit) for unit in given) for measure in slot.declared.alternatives)


def watch(formula: Callable[..., Any], taken: set[tuple[int, bool]]) -> tuple[Callable[..., Any], int]:
    """The formula with each of its conditions reporting the way it went, and how many there are."""
    tree = ast.parse(Path(inspect.getfile(formula)).read_text(encoding="utf-8"))
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list)
    function.decorator_list = []
    conditions = [node for node in ast.walk(function) if isinstance(node, ast.IfExp | ast.If)]
    for number, node in enumerate(conditions):
        node.test = ast.Call(ast.Name("_went", ast.Load()), [ast.Constant(number), node.test], [])

    def went(number: int, way: Any) -> bool:
        taken.add((number, bool(way)))
        return bool(way)

    room = {**formula.__globals__, "_went": went}
    module = ast.fix_missing_locations(ast.Module([function], []))
    exec(compile(module, inspect.getfile(formula), "exec"), room)
    return room[formula.__name__], len(conditions)


# ---- what it accepts -----------------------------------------------------------------------------------------------


@OF_EACH_MEASURE
def test_both_bounds_are_accepted(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    for bound in (measure.low, measure.high):
        text = f"{plain(Decimal(str(bound)))} {measure.unit}"
        assert take(slot, Given(text=text, value=text)).written == bound


@OF_EACH_MEASURE
def test_a_hair_outside_a_bound_is_refused(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    low, high = Decimal(str(measure.low)), Decimal(str(measure.high))
    for outside in (low * (1 - A_HAIR) or -A_HAIR, high * (1 + A_HAIR)):
        error = refuse(calculator, slot, f"{plain(outside)} {measure.unit}", OutOfRange, UnitDoubt)
        assert error.accepted == measure.accepted


@OF_EACH_MEASURE
def test_nought_less_and_the_absurd_are_refused(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    assert measure.low >= 0
    for number in ("0", "-1", "-0.5", "9" * 60):
        if measure.low > 0 or number != "0":  # nought is a value of some: no urine in a day
            refuse(calculator, slot, f"{number} {measure.unit}", OutOfRange)


@OF_EACH_MEASURE
def test_what_is_no_number_is_refused(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    for value in (math.nan, math.inf, -math.inf, "nan", "inf", "NaN", "1e309", "infinity", "", "?"):
        refuse(calculator, slot, value, UnreadableInput, WrongUnit)
        refuse(calculator, slot, f"{value} {measure.unit}", UnreadableInput, WrongUnit)


@OF_EACH_MEASURE
def test_a_range_or_a_bound_is_no_value(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    low, high = (plain(Decimal(str(bound))) for bound in (measure.low, measure.high))
    for form in ("{0}–{1} {2}", "< {1} {2}", "at least {0} {2}"):
        refuse(calculator, slot, form.format(low, high, measure.unit), UnreadableInput)


@OF_EACH_MEASURE
def test_a_unit_of_another_kind_is_refused(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    foreign = {"mmHg": "mmHg", "kPa": "kPa", "kg/m²": "kg/m²", "foo": "foo", "mu/L": "mu/L"}
    if measure.unit == "kg/m²":
        foreign |= {"kg/m²": "kg/m"}
    if measure.unit in ("mmHg", "kPa", "cmH2O"):  # a pressure is no unit of another kind there
        foreign |= {"mmHg": "mmol", "kPa": "mL/h"}
    for unit in foreign.values():
        refuse(calculator, slot, f"{plain(Decimal(str(measure.high)))} {unit}", WrongUnit)


@OF_EACH_MEASURE
def test_without_a_unit_only_what_can_mean_one_thing_is_taken(
    calculator: Calculator, slot: Slot, measure: Measure
) -> None:
    bare = plain(Decimal(str(min(measure.high, measure.bare_up_to))))
    if isinstance(slot.declared, Measure) and measure.is_clear_without_unit:
        assert take(slot, Given(text=bare, value=bare)).unit == measure.unit
    else:
        refuse(calculator, slot, bare, UnreadableInput, UnitDoubt)
        refuse(calculator, slot, measure.high, UnreadableInput, UnitDoubt)


@OF_EACH_MEASURE
def test_every_usual_unit_gives_the_same_value(calculator: Calculator, slot: Slot, measure: Measure) -> None:
    middle = math.sqrt(measure.low * measure.high) or measure.high / 2
    middle = float(round(middle)) if measure.whole else middle
    for unit in measure.usual:
        text = plain(Decimal(str(convert(middle, measure.unit, unit, measure.analyte))))
        taken = take(slot, Given(text=f"{text} {unit}", value=f"{text} {unit}"))
        if isinstance(taken.value, float):
            assert taken.value == pytest.approx(middle, rel=1e-12)


@OF_EACH_CHOICE
def test_an_unknown_option_is_refused(calculator: Calculator, slot: Slot) -> None:
    for word in ("", "neither", "unknown", "0", "femmale", *(f"{option}x" for option in slot.options or ())):
        refuse(calculator, slot, word, UnreadableInput)


@pytest.mark.parametrize(("calculator", "slot"), DAYS, ids=name)
@pytest.mark.parametrize(
    "text", ["", "31/05/2026", "05/31/2026", "2026-5-31", "2026-02-30", "31 May", "20260531", "nan", "1e9"]
)
def test_a_day_is_written_with_the_year_first(calculator: Calculator, slot: Slot, text: str) -> None:
    refuse(calculator, slot, text, UnreadableInput)


@EACH
def test_an_input_that_it_does_not_know_is_refused(calculator: Calculator) -> None:
    with pytest.raises(UnknownInput) as refusal:
        calculator.run(give({**calculator.vectors[0].given, "mood": "good"}))
    line = str(refusal.value)
    assert "\n" not in line and "'mood'" in line and all(slot.name in line for slot in calculator.slots)


@EACH
def test_nothing_that_is_needed_is_assumed(calculator: Calculator) -> None:
    required = [slot.name for slot in calculator.slots if slot.required]
    outcome = calculator.run({})
    assert isinstance(outcome, Missing) and [item.name for item in outcome.inputs] == required
    for name in required:
        given = {key: text for key, text in calculator.vectors[0].given.items() if key != name}
        outcome = calculator.run(give(given))
        assert isinstance(outcome, Missing) and name in [item.name for item in outcome.inputs]
        assert all(item.for_ == calculator.name and item.required for item in outcome.inputs)


def test_the_walk_is_not_empty() -> None:
    assert VECTORS and CHOICES and MEASURES
    assert {measure.is_clear_without_unit for _, _, measure in MEASURES} == {True, False}
