"""Each row through our calculators, and its result against the bounds of the label."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.calculators import Calculator
from assistant.errors import InputError, PlumblineError
from assistant.figures.quantities import convert
from assistant.records import Calculation, Missing
from benchmarks.entities import find_calculator, give, write
from benchmarks.mapping import ALSO_CALLED, NOT_OFFERED, TABLE, Entry, Inputs
from benchmarks.rows import Row


@dataclass(frozen=True, slots=True)
class Finding:
    """What our calculator made of a row. `filled` are the inputs that the row does not mention and the labels take as absent;
    `holds` says then whether our range with these left open contains the label, None where we give none."""

    row: Row
    is_reproduced: bool
    ours: str
    filled: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    holds: bool | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """The rows of one calculator. `bounded` of the `filled` rows have an honest range, and `holding` of these hold the label."""

    name: str
    rows: int
    reproduced: int
    filled: int = 0
    bounded: int = 0
    holding: int = 0


def find_name(row: Row) -> str:
    """The calculator of a row, by one name only."""
    return ALSO_CALLED.get(row.calculator, row.calculator)


def run_row(row: Row) -> Finding:
    """What our calculator makes of a row."""
    if find_name(row) in NOT_OFFERED:
        return Finding(row, False, "not offered")
    entry = TABLE[find_name(row)]
    calculator = find_calculator(entry.calculator)
    filled: list[str] = []
    try:
        results = [_run(calculator, texts, entry, filled) for texts in _texts(entry, row)]
    except InputError as error:
        return Finding(row, False, f"refused: {error}", tuple(filled), (error.name,))
    except PlumblineError as error:
        return Finding(row, False, f"refused: {error}", tuple(filled))
    found = _add(results)
    holds = _hold(calculator, next(_texts(entry, row)), row) if filled else None
    ours = found.isoformat() if isinstance(found, date) else f"{found:.6g}"
    return Finding(row, row.takes(found), ours, tuple(filled), holds=holds)


def tally(findings: Iterable[Finding]) -> tuple[Tally, ...]:
    """The findings counted by calculator, in the order of the alphabet, then all together."""
    findings = tuple(findings)
    names = sorted({find_name(finding.row) for finding in findings})
    each = [_count(name, [f for f in findings if find_name(f.row) == name]) for name in names]
    return (*each, _count("all", findings))


def _texts(entry: Entry, row: Row) -> Iterator[Mapping[str, str]]:
    """The inputs of each calculation that a row asks for."""
    for inputs in entry.runs:
        if len(entry.runs) == 1 or _is_mentioned(inputs, row):
            yield write(inputs, row.entities)


def _is_mentioned(inputs: Inputs, row: Row) -> bool:
    """Whether a row says more of a calculation than which variant it is."""
    return len(write(inputs, row.entities)) > len(write(inputs, {}))


def _run(calculator: Calculator, texts: Mapping[str, str], entry: Entry, filled: list[str]) -> float | date:
    """The result, with what the row leaves open taken as absent and noted in `filled`."""
    texts = dict(texts)
    while isinstance(outcome := calculator.run(give(texts)), Missing):
        absent = {item.name: entry.absent.get(item.name, "no") for item in outcome.inputs}
        filled += absent
        texts |= absent
    value = outcome.result.value
    if outcome.result.unit == "date":
        return date.fromisoformat(str(value))
    if value is None:
        raise PlumblineError(f"a range, {outcome.result.text}, not one value")
    unit = outcome.result.unit or ""
    return convert(float(value), unit, entry.unit, calculator.result.analyte) if entry.unit else float(value)


def _add(results: list[float | date]) -> float | date:
    if len(results) == 1:
        return results[0]
    return sum(result for result in results if not isinstance(result, date))


def _hold(calculator: Calculator, texts: Mapping[str, str], row: Row) -> bool | None:
    """Whether our range, with what the row leaves open not answered, contains the label; None where we give no range."""
    so_far = calculator.calculate(give(texts))[0]
    if not isinstance(so_far, Calculation) or so_far.result.low is None or so_far.result.high is None:
        return None
    if isinstance(row.low, date) or isinstance(row.high, date):
        return None
    return so_far.result.low <= row.high and row.low <= so_far.result.high


def _count(name: str, findings: Iterable[Finding]) -> Tally:
    findings = tuple(findings)
    return Tally(
        name,
        len(findings),
        sum(finding.is_reproduced for finding in findings),
        sum(bool(finding.filled) for finding in findings),
        sum(finding.holds is not None for finding in findings),
        sum(bool(finding.holds) for finding in findings),
    )
