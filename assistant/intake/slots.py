"""An input as it is asked for and shown: its name, what it declares, whether it can be done without."""

from dataclasses import dataclass
from typing import Any, Literal

from assistant.intake.declarations import Choice, Day, Declared, Either, Measure, Moment, Words
from assistant.records import Input, MissingInput


@dataclass(frozen=True, slots=True)
class Slot:
    """One input: `is_amount` when the function takes it with its unit."""

    name: str
    declared: Declared
    required: bool
    is_amount: bool

    @property
    def label(self) -> str:
        """What a person is asked for, without figures."""
        return self.declared.means or self.name.replace("_", " ")

    @property
    def options(self) -> tuple[str, ...] | None:
        """The words of a choice."""
        return self.declared.options if isinstance(self.declared, Choice) else None

    @property
    def units(self) -> tuple[str, ...] | None:
        """The units in which people write it."""
        if not isinstance(self.declared, Measure | Either):
            return None
        return tuple(dict.fromkeys(unit for measure in self.declared.alternatives for unit in measure.usual))

    @property
    def kind(self) -> Literal["number", "choice", "date", "moment", "words"]:
        """What is given for it."""
        if isinstance(self.declared, Day):
            return "date"
        if isinstance(self.declared, Moment):
            return "moment"
        if isinstance(self.declared, Words):
            return "words"
        return "choice" if self.options else "number"

    @property
    def accepted(self) -> str:
        """What would be right, as a person may write it."""
        if isinstance(self.declared, Choice):
            return " or ".join(self.declared.options)
        if isinstance(self.declared, Day):
            return "a date written with the year first, such as 2026-05-31"
        if isinstance(self.declared, Moment):
            return "a date with the year first and a time, such as 2026-05-31 08:30"
        if isinstance(self.declared, Words):
            return "words"
        return " or ".join(measure.accepted for measure in self.declared.alternatives)

    def as_input(self) -> Input:
        """The input as the registry shows it. The bounds are those of its only kind of unit."""
        only = self.declared if isinstance(self.declared, Measure) else None
        return Input(
            name=self.name,
            label=self.label,
            kind=self.kind,
            unit=only.unit if only else None,
            units=self.units,
            minimum=only.low if only else None,
            maximum=only.high if only else None,
            choices=self.options,
            analyte=only.analyte if only else None,
            means=self.declared.means or None,
            counts=self.declared.counts or None,
            said=getattr(self.declared, "said", ()),
            required=self.required,
        )

    def as_missing(self, calculator: str) -> MissingInput:
        """The input as it is asked for; what is asked for is required."""
        shown = self.as_input().model_dump(include=set(MissingInput.model_fields) - {"for_", "required"})
        return MissingInput(for_=calculator, **shown)

    def as_schema(self) -> dict[str, Any]:
        """The input as a property of a JSON Schema; a number without a unit is allowed where it can mean one thing only."""
        title: dict[str, Any] = {"title": self.label}
        counts = {"x-counts": self.declared.counts} if self.declared.counts else {}
        if self.options:
            return {**title, **counts, "type": "string", "enum": list(self.options)}
        if isinstance(self.declared, Day):
            return {**title, **counts, "type": "string", "format": "date"}
        if isinstance(self.declared, Moment | Words):
            return {**title, **counts, "type": "string", "description": self.accepted}
        shown = self.as_input()
        title |= counts | {"x-unit": shown.unit, "x-units": list(self.units or ()), "x-accepted": self.accepted}
        if isinstance(self.declared, Measure) and self.declared.is_clear_without_unit:
            return {**title, "type": ["number", "string"], "minimum": shown.minimum, "maximum": shown.maximum}
        return {**title, "type": "string", "description": f"a number with its unit: {', '.join(self.units or ())}"}
