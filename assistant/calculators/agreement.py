"""What inputs owe each other and a result owes the world: the same thing counted, and a value that can be."""

from collections.abc import Iterable, Mapping

from assistant.calculators.declarations import Choice, Either, Finding, Measure, Result
from assistant.errors import NoResult, OutOfRange, WrongOrder, WrongUnit
from assistant.figures.quantities import find_dimension
from assistant.intake.taking import Taken


def check_pairs(taken: Mapping[str, Taken]) -> None:
    """Refuse inputs that count different things, such as units an hour from milligrams, or that stand in the wrong order.

    Raises `WrongUnit`, `WrongOrder`.
    """
    for item in taken.values():
        _check_order(item, taken)
        declared = item.slot.declared
        other = taken.get(declared.pairs_with) if isinstance(declared, Choice | Either) else None
        if other and _counted(item.chosen) != _counted(other.chosen):
            fitting = _that_count(_counted(other.chosen), item.slot.options or item.slot.units or ())
            accepted = f"{' or '.join(fitting)}, to match the {other.slot.label}"
            raise WrongUnit(item.slot.name, item.given.text, accepted)


def _check_order(item: Taken, taken: Mapping[str, Taken]) -> None:
    """Refuse a value that must be lower than another and is not: a diastolic pressure above the systolic."""
    other = taken.get(item.slot.declared.below) if isinstance(item.slot.declared, Measure) else None
    if other and isinstance(item.value, float) and isinstance(other.value, float) and item.value >= other.value:
        raise WrongOrder(item.slot.name, item.given.text, f"a value below the {other.slot.label}")


def check_result(taken: Mapping[str, Taken], finding: Finding, result: Result) -> None:
    """Refuse a result outside its plausible range. Raises `OutOfRange` that names the input it is laid to."""
    for measure in _alternatives(result.within):
        if measure.takes(finding.unit):
            if not measure.is_plausible(finding.value, finding.unit):
                laid_to = taken[result.laid_to]
                raise OutOfRange(laid_to.slot.name, laid_to.given.text, f"for a result of {measure.accepted}")
            return


def no_result(taken: Mapping[str, Taken]) -> NoResult:
    """The refusal of inputs that give no finite result, laid to the last number among them."""
    last = [item for item in taken.values() if isinstance(item.written, float)][-1]
    return NoResult(last.slot.name, last.given.text)


def _alternatives(within: Measure | Either | None) -> tuple[Measure, ...]:
    return within.alternatives if within else ()


def _that_count(counted: str, units: Iterable[str]) -> list[str]:
    return [unit for unit in units if _counted(unit) == counted]


def _counted(unit: str) -> str:
    """What a unit counts, whatever it is divided by: mass, substance, charge or activity."""
    return find_dimension(unit).split(" / ")[0]


def check_anion_gap(gap: float, chloride: float) -> None:
    """Refuse a gap that cannot be, as of a chloride that was misread. Raises `OutOfRange`."""
    if not -10 <= gap <= 100:
        raise OutOfRange("chloride", f"{chloride:g} mmol/L", "for an anion gap of −10–100 mmol/L")
