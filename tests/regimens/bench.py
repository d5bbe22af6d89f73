"""A small regimen file to break, and short ways to ask it."""

from collections.abc import Sequence
from pathlib import Path
from textwrap import indent

from assistant.errors import CorpusError
from assistant.records import Calculation, Given, Missing, Refusal
from assistant.regimens import Regimen, load_all

SHIPPED = Path(__file__).resolve().parents[2] / "corpus" / "regimens"
HEAD = """\
id: testolol-iv
title: Testolol intravenous
drug: testolol
synonyms: [testo]
route: intravenous
status: submitted
version: "1"
last_updated: 2026-11-25
"""
TIERS = """\
- id: light
  label: child, below the limit
  when: {weight: "[1, 20)"}
  as_written: "under 20 kg"
  dose: {per_kg: 2–4 mg/kg, max: 0.06 g, weight: actual}
  over: 5 min
  citations: [a-source]
- id: heavy
  label: child, from the limit on
  when: {weight: "[20, 80]"}
  dose: {amount: 50 mg}
  repeat: after 10 min
  citations: [a-source]
"""


def write_regimen(
    tiers: str = TIERS, needs: str = 'weight: {unit: kg, covers: "[1, 80]", means: "body weight"}'
) -> str:
    """The text of a file with one group of children."""
    return (
        HEAD
        + "groups:\n  - id: one\n    indication: testing\n    population: child\n    region: uk\n    body: Test Board\n"
        + f"    needs:\n{indent(needs, '      ')}\n    tiers:\n{indent(tiers, '      ')}"
    )


def load_text(folder: Path, text: str) -> tuple[tuple[Regimen, ...], tuple[CorpusError, ...]]:
    """Load one file of this text."""
    path = folder / "regimens" / "tests" / "testolol-iv.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return load_all(folder / "regimens")


def load_one(folder: Path, text: str) -> Regimen:
    """The regimen of a text that keeps every rule."""
    (regimen,), refusals = load_text(folder, text)
    assert refusals == ()
    return regimen


def line_of(text: str, part: str) -> int:
    """The line, from one, on which a part first stands."""
    return text[: text.index(part)].count("\n") + 1


def give(**inputs: str | float) -> dict[str, Given]:
    """Inputs as a caller gives them."""
    return {name: Given(text=str(value), value=value) for name, value in inputs.items()}


def ask(
    regimen: Regimen, region: str | None = None, **inputs: str | float
) -> Sequence[Calculation | Missing | Refusal]:
    """The outcomes for inputs."""
    return regimen.calculate(give(**inputs), region)


def calculated(outcomes: Sequence[Calculation | Missing | Refusal]) -> list[Calculation]:
    """The calculations among outcomes."""
    return [one for one in outcomes if isinstance(one, Calculation)]
