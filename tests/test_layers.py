"""Imports run one way through the house, siblings do not know each other, and heavy libraries wait until they are used."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS: tuple[frozenset[str], ...] = (
    frozenset({"errors", "__init__"}),
    frozenset({"settings"}),
    frozenset({"figures"}),
    frozenset({"records"}),
    frozenset({"references", "models"}),
    frozenset({"intake"}),
    frozenset({"calculators", "regimens"}),
    frozenset({"registry"}),
    frozenset({"library", "understanding", "composers", "history", "remote", "review"}),
    frozenset({"proofreading", "planning", "fidelity", "catalogue"}),
    frozenset({"drafting"}),
    frozenset({"answering"}),
    frozenset({"conversation"}),
    frozenset({"assembly"}),
    frozenset({"doctor", "model_check", "mcp"}),
    frozenset({"web", "terminal"}),
    frozenset({"cli"}),
    frozenset({"__main__", "app"}),
)
HEAVY = ("torch", "sentence_transformers", "chromadb", "gradio", "langchain_core", "langchain_chroma", "pint", "bm25s")


def room(path: Path) -> str:
    """The room of a file: its folder or file directly under assistant/."""
    return path.relative_to(ROOT / "assistant").parts[0].removesuffix(".py")


def floor(name: str) -> int:
    """The layer on which a room stands."""
    return next(level for level, rooms in enumerate(LAYERS) if name in rooms)


def imported(path: Path) -> Iterator[str]:
    """The rooms of this house that a file imports, wherever in the file, but for typing only."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("assistant."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.ImportFrom) and node.module == "assistant":
            yield from (alias.name for alias in node.names if not alias.name.startswith("__"))
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("assistant."))


FILES = sorted((ROOT / "assistant").rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_run_one_way(path: Path) -> None:
    own = room(path)
    for other in imported(path):
        assert other == own or floor(other) < floor(own), f"{own} imports {other}"


def test_every_room_has_its_floor() -> None:
    for path in FILES:
        assert any(room(path) in rooms for rooms in LAYERS), room(path)


def test_the_product_never_imports_its_evaluation() -> None:
    for path in FILES:
        assert "import evals" not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "module",
    ["assistant.cli", "assistant.conversation", "assistant.calculators", "assistant.regimens", "assistant.library"],
)
def test_importing_a_room_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print([n for n in {HEAVY!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_files_stay_readable() -> None:
    long = {str(p.relative_to(ROOT)): n for p in FILES if (n := len(p.read_text(encoding="utf-8").splitlines())) > 300}
    assert long.keys() <= {"assistant/records.py"}, long  # the nouns stand in one place
