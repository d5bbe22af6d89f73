"""The contract of a calculator: one function whose annotations say its inputs, and one decorator that says the rest."""

import inspect
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from assistant.calculators.agreement import check_pairs, check_result, no_result
from assistant.calculators.declarations import (
    Band,
    Choice,
    Day,
    Either,
    Finding,
    Measure,
    Result,
    Units,
    Vector,
    criterion,
)
from assistant.calculators.results import find_band, in_system_of, put, settle, unrounded
from assistant.calculators.scoring import find_extremes
from assistant.calculators.slots import Slot, read_slots
from assistant.calculators.working import write_working
from assistant.errors import InputError, UnknownInput
from assistant.figures.quantities import show, show_range
from assistant.intake.taking import Taken, take
from assistant.records import Calculation, Given, Input, Missing
from assistant.records import Result as PrintedResult

if TYPE_CHECKING:
    from langchain_core.tools import StructuredTool

__all__ = [
    "Band",
    "Calculator",
    "Choice",
    "Day",
    "Either",
    "Finding",
    "Measure",
    "Result",
    "Units",
    "Vector",
    "calculator",
    "criterion",
]

Formula = Callable[..., float | Finding | date]
BOUND = "{title}: whatever the unanswered items are, the score lies within {{result}}."
"""What a score says while items are unanswered; ours, not of any paper."""
SUPPLIED = "Supplied by the calling program, not in the person's words: {}."
NOT_FOR = "Not for {}."
SUPERSEDED = "Another version, of later guidance, stands in the registry."


@dataclass(frozen=True)
class Calculator:
    """A formula with all that is said of it.

    `known_as` is the usual name where it holds a digit. What a regimen has besides is empty here: both stand in one registry.
    """

    formula: Formula
    title: str
    result: Result
    references: tuple[str, ...]
    vectors: tuple[Vector, ...]
    says: str
    synonyms: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    bands: tuple[Band, ...] = ()
    known_as: str = ""
    not_for: tuple[str, ...] = ()
    superseded_by: str = ""
    kind: Literal["calculator"] = "calculator"
    drug: str = ""
    route: str = ""
    indications: tuple[str, ...] = ()
    slots: tuple[Slot, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "slots", read_slots(self.formula))

    @property
    def name(self) -> str:
        """The name of the function, of its file and of its tool."""
        return self.formula.__name__

    def is_emergency(self, indication: str | None) -> bool:
        """A calculator is for no emergency of its own."""
        return False

    def place(self, indication: str | None) -> int:
        """A calculator has no place among drugs."""
        return 0

    @property
    def description(self) -> str:
        """What it is for, in the words of the function's docstring."""
        return inspect.getdoc(self.formula) or ""

    @property
    def cited(self) -> tuple[str, ...]:
        """The references of the formula and of its bands."""
        return tuple(dict.fromkeys([*self.references, *(band.reference for band in self.bands if band.reference)]))

    @cached_property
    def digest(self) -> str:
        """A digest of the calculator's file."""
        return sha256(Path(inspect.getfile(self.formula)).read_bytes()).hexdigest()[:16]

    @cached_property
    def inputs(self) -> tuple[Input, ...]:
        """The inputs in the order of the formula."""
        return tuple(slot.as_input() for slot in self.slots)

    def __call__(self, **values: Any) -> float | Finding | date:
        """The formula itself, on values in its own units."""
        return self.formula(**values)

    def run(self, given: Mapping[str, Given]) -> Calculation | Missing:
        """The calculation, or all that is still missing for it. Raises an `InputError` that names this calculator."""
        try:
            return self._run(given)
        except InputError as error:
            error.calculator = self.name
            raise

    def calculate(self, given: Mapping[str, Given], region: str | None = None) -> tuple[Calculation | Missing, ...]:
        """The outcomes as a registry asks for them, the same in every region.

        A formula has one; a score with unanswered items has two: the range it must lie in, and what is missing.
        """
        outcome = self.run(given)
        if not isinstance(outcome, Missing) or not given:
            return (outcome,)
        so_far = self._bound(self._take(given), outcome)
        return (so_far, outcome) if so_far else (outcome,)

    def rows(self, given: Mapping[str, Given], region: str | None = None, only: bool = False) -> tuple[str, ...]:
        """The passages in which its figures stand: a formula has none."""
        return ()

    def schema(self) -> dict[str, Any]:
        """The JSON Schema of the inputs."""
        return {
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "title": self.title,
            "description": self.description,
            "type": "object",
            "properties": {slot.name: slot.as_schema() for slot in self.slots},
            "required": [slot.name for slot in self.slots if slot.required],
            "additionalProperties": False,
        }

    def tool(self) -> "StructuredTool":
        """The calculator as a tool of LangChain; nothing that a model reads of it holds a figure."""
        from assistant.calculators.tool import export

        return export(self)

    def _run(self, given: Mapping[str, Given]) -> Calculation | Missing:
        taken = self._take(given)
        check_pairs(taken)
        units = {name: item.chosen for name, item in taken.items()}
        missing = [slot for slot in self.slots if slot.name not in taken and _is_needed(slot, units)]
        if missing:
            return Missing(inputs=tuple(slot.as_missing(self.name) for slot in missing))
        return self._print(taken)

    def _take(self, given: Mapping[str, Given]) -> dict[str, Taken]:
        known = [slot.name for slot in self.slots]
        for name in given:
            if name not in known:
                raise UnknownInput(name, known)
        return {slot.name: take(slot, given[slot.name]) for slot in self.slots if slot.name in given}

    def _print(self, taken: Mapping[str, Taken]) -> Calculation:
        """The calculation with its one rounding."""
        values = {name: item.value for name, item in taken.items()}
        try:
            found = self.formula(**values)
        except (OverflowError, ZeroDivisionError) as error:
            raise no_result(taken) from error
        if isinstance(found, date):
            return self._print_date(taken, found)
        raw = found if isinstance(found, Finding) else Finding(found, self.result.unit)
        if not isfinite(raw.value):
            raise no_result(taken)
        check_result(taken, raw, self.result)
        form, converted = in_system_of(taken, raw, self.result)
        raw, finding = settle(raw), settle(converted)
        band = find_band(self.bands, raw.value)
        text, printed = put(finding, form, self.bands if finding.unit == raw.unit else ())
        steps = self._steps(taken, (unrounded(raw, self.result), unrounded(finding, form), text))
        quotes = {**self._named, **(finding.quotes or {})}
        return self._make(
            taken, printed, band, parts=finding.parts, steps=steps, says=finding.says or self.says, quotes=quotes
        )

    def _print_date(self, taken: Mapping[str, Taken], found: date) -> Calculation:
        """The calculation whose result is a day."""
        text = f"{found.day} {found:%B %Y}"
        printed = PrintedResult(value=found.isoformat(), unit="date", text=text)
        return self._make(taken, printed, steps=self._steps(taken, (text,)), says=self.says, quotes=self._named)

    def _make(
        self, taken: Mapping[str, Taken], result: PrintedResult, band: Band | None = None, **told: Any
    ) -> Calculation:
        """The record of a calculation, with what is told of every one."""
        return Calculation(
            calculator=self.name,
            kind="calculator",
            title=self.title,
            inputs={name: item.as_record() for name, item in taken.items()},
            result=result,
            interpretation=band.text if band else None,
            references=tuple(dict.fromkeys([*self.references, *([band.reference] if band and band.reference else [])])),
            warnings=self._warn(taken),
            **told,
        )

    @property
    def _named(self) -> dict[str, str]:
        """What stands for `{known_as}` in its sentence."""
        return {"known_as": self.known_as} if self.known_as else {}

    def _warn(self, taken: Mapping[str, Taken]) -> tuple[str, ...]:
        """Its caveats, for whom it is not, and which inputs were not the person's words."""
        supplied = [item.slot.label for item in taken.values() if item.given.origin == "caller"]
        return (
            *self.warnings,
            *(NOT_FOR.format(who) for who in self.not_for),
            *((SUPERSEDED,) if self.superseded_by else ()),
            *((SUPPLIED.format(", ".join(supplied)),) if supplied else ()),
        )

    def _bound(self, taken: Mapping[str, Taken], missing: Missing) -> Calculation | None:
        """The range that a score must lie in while items are unanswered; None for what is no score."""
        if self.result.unit != "points":
            return None
        values = {name: item.value for name, item in taken.items()}
        extremes = find_extremes(self.formula, values, [slot for slot in self.slots if slot.name not in taken])
        if extremes is None:
            return None
        low, high = extremes
        is_settled = low == high
        least, most = (find_band(self.bands, end) for end in (low, high))
        band = least if least == most else None
        text = show(low, "points", self.result.places) if is_settled else show_range(low, high, "points")
        printed = PrintedResult(value=low if is_settled else None, low=low, high=high, unit="points", text=text)
        says = self.says if is_settled else BOUND.format(title=self.title)
        return self._make(taken, printed, band, says=says, quotes=self._named, unanswered=missing.inputs)

    def _steps(self, taken: Mapping[str, Taken], results: Sequence[str]) -> tuple[str, ...]:
        """The conversions, then the formula with its values, then the result in its forms down to the printed one."""
        values = {slot.name: taken[slot.name].value if slot.name in taken else None for slot in self.slots}
        shown = {name: item.shown for name, item in taken.items()}
        conversions = tuple(item.conversion for item in taken.values() if item.conversion)
        before, working = write_working(self.formula, values, shown)
        return (*conversions, *before, " = ".join(dict.fromkeys([*([working] if working else []), *results])))


def calculator(
    *,
    title: str,
    result: Result,
    reference: str | Sequence[str],
    vectors: tuple[Vector, ...],
    says: str,
    synonyms: tuple[str, ...] = (),
    warnings: tuple[str, ...] = (),
    bands: tuple[Band, ...] = (),
    known_as: str = "",
    not_for: tuple[str, ...] = (),
    superseded_by: str = "",
) -> Callable[[Formula], Calculator]:
    """Make a function a calculator.

    `reference` is one or more keys of the bibliography, `says` a sentence without figures that holds `{result}`, and `{known_as}`
    where the usual name holds a digit. `not_for` says for whom it is not, `superseded_by` names what took its place.
    """
    references = (reference,) if isinstance(reference, str) else tuple(reference)

    def declare(formula: Formula) -> Calculator:
        rest = (synonyms, warnings, bands, known_as, not_for, superseded_by)
        return Calculator(formula, title, result, references, vectors, says, *rest)

    return declare


def _is_needed(slot: Slot, units: Mapping[str, str]) -> bool:
    needed = slot.declared.needed if isinstance(slot.declared, Measure | Choice) else None
    return slot.required or bool(needed and needed(units))
