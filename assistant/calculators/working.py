"""The working of a calculation, read from the formula itself so that it cannot say another thing: values for names."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from types import CodeType
from typing import Any

from assistant.figures.quantities import show_number

LONGEST_LINE = 240
"""Characters of a working that still is read at a glance."""
SIGNS = ((" ** 2", "²"), (" ** 3", "³"), (" ** ", "^"), (" * ", " × "), (" / ", " ÷ "), (" - ", " − "))
_COMPARISONS = ((">=", "≥"), ("<=", "≤"), ("==", "is"), (" != ", " is not "))
_TRANSPARENT = frozenset({"to", "body_weight", "Finding", "float", "timedelta"})
"""Calls that change the form of a value, not the value: their first operand is what is shown."""


def write_working(
    function: Callable[..., Any], values: Mapping[str, Any], shown: Mapping[str, str]
) -> tuple[tuple[str, ...], str | None]:
    """The formula with `shown` in place of its names, the branch that was taken only, after the steps before it.

    A formula is assignments, conditions and one returned expression; of what is more nothing is written. A short one stands in
    one line; of a long one each assignment is a step of its own: `elimination rate: ln(…) ÷ … = 0.0578`.
    """
    definition = _parse(function)
    if definition is None:
        return (), None
    whole = _write(definition, function, values, shown, stepwise=False)
    return whole if len(whole[1] or "") <= LONGEST_LINE else _write(definition, function, values, shown, stepwise=True)


@cache
def _parse(function: Callable[..., Any]) -> ast.FunctionDef | None:
    """The definition of a formula; it is kept, and nothing changes it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    return tree.body[0] if isinstance(tree.body[0], ast.FunctionDef) else None


@cache
def _compile(expression: ast.expr) -> CodeType:
    return compile(ast.Expression(expression), "<formula>", "eval")


def _write(
    definition: ast.FunctionDef,
    function: Callable[..., Any],
    values: Mapping[str, Any],
    shown: Mapping[str, str],
    stepwise: bool,
) -> tuple[tuple[str, ...], str | None]:
    substitution = _Substitution(function.__globals__, dict(values), stepwise)
    returned = substitution.follow(definition.body)
    if returned is None:
        return (), None
    known = {**shown, **substitution.found, **substitution.notes}
    steps = tuple(
        " = ".join([f"{name.replace('_', ' ')}: {_print(step, known)}", *filter(None, [substitution.found.get(name)])])
        for name, step in substitution.steps.items()
    )
    return steps, _print(returned, known)


@dataclass
class _Substitution(ast.NodeTransformer):
    """Replace names by the expressions they stand for and conditions by the branch they take."""

    outer: Mapping[str, Any]
    values: dict[str, Any]
    stepwise: bool = False
    steps: dict[str, ast.expr] = field(default_factory=dict)
    found: dict[str, str] = field(default_factory=dict)
    expressions: dict[str, ast.expr] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def follow(self, statements: list[ast.stmt]) -> ast.expr | None:
        """The expression that is returned, or None when a statement is no part of a formula."""
        for statement in statements:
            if isinstance(statement, ast.Return) and statement.value is not None:
                return self._visit(statement.value)
            if isinstance(statement, ast.If):
                branch = statement.body if self._evaluate(statement.test) else statement.orelse
                if (found := self.follow(branch)) is not None:
                    return found
            elif isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
                name = statement.targets[0].id
                self.values[name] = value = self._evaluate(statement.value)
                self.expressions[name] = self._visit(statement.value)
                if (
                    self.stepwise
                    and isinstance(value, float | int)
                    and not isinstance(self.expressions[name], ast.Name)
                ):
                    self.steps[name] = self.expressions[name]
                    self.found[name] = show_number(value, significant=6)
                    self.expressions[name] = ast.Name(name)
            elif not isinstance(statement, ast.Expr):
                return None
        return None

    def generic_visit(self, node: ast.AST) -> ast.AST:
        """A copy whose parts are visited: the formula itself stays as it is."""

        def visit(part: Any) -> Any:
            if isinstance(part, list):
                return [visit(each) for each in part]
            return self.visit(part) if isinstance(part, ast.AST) else part

        return type(node)(**{name: visit(value) for name, value in ast.iter_fields(node)})

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return self._visit(node.body if self._evaluate(node.test) else node.orelse)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.expressions.get(node.id, node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self._visit(node.left), self._visit(node.right)
        if isinstance(node.op, ast.Mult | ast.Div) and isinstance(right, ast.Constant) and right.value == 1:
            return left
        if isinstance(node.op, ast.Add | ast.Sub) and _is_nothing(right):
            return left
        if isinstance(node.op, ast.Add) and _is_nothing(left):
            return right
        return ast.BinOp(left, node.op, right)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        """The days of a span of time are the span."""
        return self._visit(node.value) if node.attr == "days" else node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "points":
            return self._count(node)
        if name not in _TRANSPARENT:
            return ast.Call(called, [self._visit(argument) for argument in node.args], node.keywords)
        if name == "Finding" and (upper := next((k.value for k in node.keywords if k.arg == "high"), None)):
            self.steps["upper end"] = self._visit(upper)
        if name == "to" and isinstance(called, ast.Attribute):
            return self._visit(called.value)
        return self._visit(node.args[0])

    def _count(self, node: ast.Call) -> ast.expr:
        """What an item adds, with what was met; nothing where it was not."""
        worth = self._evaluate(node)
        if not worth:
            return ast.Constant(0)
        handle = f"_met{len(self.notes)}"
        told = node.args[1] if isinstance(node.args[0], ast.Constant) and len(node.args) > 1 else node.args[0]
        told = told.slice if isinstance(told, ast.Subscript) else told
        self.notes[handle] = f"{worth:g} [{_tell(told)}]"
        return ast.Name(handle)

    def _visit(self, node: ast.expr) -> ast.expr:
        visited: ast.expr = self.visit(node)
        return visited

    def _evaluate(self, node: ast.expr) -> Any:
        return eval(_compile(node), dict(self.outer), self.values)


def _is_nothing(node: ast.expr) -> bool:
    """Whether an item added nothing."""
    return isinstance(node, ast.Constant) and node.value == 0


def _tell(condition: ast.expr) -> str:
    """A condition as a person reads it: `urea nitrogen > 7`."""
    text = ast.unparse(condition).replace("_", " ").replace("'", "")
    for sign, printed in _COMPARISONS:
        text = text.replace(sign, printed)
    return text


def _print(expression: ast.expr, shown: Mapping[str, str]) -> str:
    """The expression as a person writes it."""
    text = ast.unparse(ast.fix_missing_locations(expression))
    for sign, printed in SIGNS:
        text = text.replace(sign, printed)
    # A value with its unit is set in brackets before a power: "1.7 m²" would be an area.
    return re.sub(r"[A-Za-z_][A-Za-z0-9_]*(?=([²³])?)", lambda name: _value(name, shown), text)


def _value(name: re.Match[str], shown: Mapping[str, str]) -> str:
    value = shown.get(name.group(), name.group())
    return f"({value})" if name.group(1) or value.startswith("-") or "×" in value else value
