"""The inputs of a calculator, read from the annotations of its function."""

import inspect
from collections.abc import Callable
from typing import Any, get_args, get_origin, get_type_hints

from assistant.figures.quantities import Amount
from assistant.intake.declarations import Declared
from assistant.intake.slots import Slot

__all__ = ["Slot", "read_slots"]


def read_slots(function: Callable[..., Any]) -> tuple[Slot, ...]:
    """The inputs of a function in their order. Raises `TypeError` for a parameter that declares none."""
    hints = get_type_hints(function, include_extras=True)
    return tuple(_slot(parameter, hints[name]) for name, parameter in inspect.signature(function).parameters.items())


def _slot(parameter: inspect.Parameter, hint: Any) -> Slot:
    hint = next((part for part in get_args(hint) if hasattr(part, "__metadata__")), hint) if _is_union(hint) else hint
    declared = next((part for part in getattr(hint, "__metadata__", ()) if isinstance(part, Declared)), None)
    if declared is None:
        raise TypeError(f"the parameter {parameter.name!r} declares no Measure, Either or Choice")
    kind = get_args(hint)[0]
    is_amount = Amount in (kind, *get_args(kind))
    return Slot(parameter.name, declared, parameter.default is inspect.Parameter.empty, is_amount)


def _is_union(hint: Any) -> bool:
    return not hasattr(hint, "__metadata__") and get_origin(hint) is not None
