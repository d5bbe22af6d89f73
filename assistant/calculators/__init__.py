"""The calculators: one file each, found by being there."""

import pkgutil
from functools import cache
from importlib import import_module

from assistant.calculators.contract import Calculator

__all__ = ["Calculator", "load"]


@cache
def load() -> tuple[Calculator, ...]:
    """Every calculator of this package, by name."""
    modules = [import_module(f"{__name__}.{module.name}") for module in pkgutil.iter_modules(__path__)]
    found = {
        value.name: value for module in modules for value in vars(module).values() if isinstance(value, Calculator)
    }
    return tuple(found[name] for name in sorted(found))
