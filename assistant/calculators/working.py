"""The working of a calculation, read from the formula itself so that it cannot say another thing: values for names."""

import ast
import inspect
import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

_SIGNS = ((" ** 2", "²"), (" ** 3", "³"), (" ** ", "^"), (" * ", " × "), (" / ", " ÷ "), (" - ", " − "))
_TRANSPARENT = frozenset({"to", "body_weight", "Finding", "float"})
"""Calls that change the form of a value, not the value: their first operand is what is shown."""


def write_working(function: Callable[..., Any], values: Mapping[str, Any], shown: Mapping[str, str]) -> str | None:
    """The formula with `shown` in place of its names, the branch that was taken only; None when it is more than a formula.

    A formula is assignments, conditions and one returned expression.
    """
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    definition = tree.body[0]
    if not isinstance(definition, ast.FunctionDef):
        return None
    returned = _Substitution(function.__globals__, dict(values)).follow(definition.body)
    return _print(returned, shown) if returned is not None else None


@dataclass
class _Substitution(ast.NodeTransformer):
    """Replace names by the expressions they stand for and conditions by the branch they take."""

    outer: Mapping[str, Any]
    values: dict[str, Any]
    expressions: dict[str, ast.expr] = field(default_factory=dict)

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
                self.values[name] = self._evaluate(statement.value)
                self.expressions[name] = self._visit(statement.value)
            elif not isinstance(statement, ast.Expr):
                return None
        return None

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        return self._visit(node.body if self._evaluate(node.test) else node.orelse)

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.expressions.get(node.id, node)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        left, right = self._visit(node.left), self._visit(node.right)
        if isinstance(node.op, ast.Mult | ast.Div) and isinstance(right, ast.Constant) and right.value == 1:
            return left
        return ast.BinOp(left, node.op, right)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "points":
            return ast.Constant(self._evaluate(node))
        if name not in _TRANSPARENT:
            return ast.Call(called, [self._visit(argument) for argument in node.args], node.keywords)
        if name == "to" and isinstance(called, ast.Attribute):
            return self._visit(called.value)
        return self._visit(node.args[0])

    def _visit(self, node: ast.expr) -> ast.expr:
        visited: ast.expr = self.visit(node)
        return visited

    def _evaluate(self, node: ast.expr) -> Any:
        return eval(compile(ast.Expression(node), "<formula>", "eval"), dict(self.outer), self.values)


def _print(expression: ast.expr, shown: Mapping[str, str]) -> str:
    """The expression as a person writes it."""
    text = ast.unparse(ast.fix_missing_locations(expression))
    for sign, printed in _SIGNS:
        text = text.replace(sign, printed)
    # A value with its unit is set in brackets before a power: "1.7 m²" would be an area.
    return re.sub(r"[A-Za-z_][A-Za-z0-9_]*(?=([²³])?)", lambda name: _value(name, shown), text)


def _value(name: re.Match[str], shown: Mapping[str, str]) -> str:
    value = shown.get(name.group(), name.group())
    return f"({value})" if name.group(1) or value.startswith("-") else value
