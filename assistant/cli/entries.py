"""The commands of calculators and regimens, without any question."""

import json
from typing import Annotated, Any

import typer

from assistant.cli.guard import AsJson, one_line
from assistant.errors import PlumblineError
from assistant.settings import read_settings

calc = typer.Typer(no_args_is_help=True, help="The calculators without any question.")
regimen = typer.Typer(no_args_is_help=True, help="Doses and monitoring that are data.")


@calc.command("list")
@one_line
def list_calculators(as_json: AsJson = False) -> None:
    """The calculators by name."""
    _list("calculator", as_json)


@calc.command("show")
@one_line
def show_calculator(name: str) -> None:
    """The inputs of a calculator as JSON Schema."""
    _show(name, "calculator")


@calc.command("run")
@one_line
def run_calculator(
    name: str, inputs: Annotated[list[str] | None, typer.Argument(help="key=value …")] = None, as_json: AsJson = False
) -> None:
    """Calculate: assistant calc run creatinine_clearance age=67 sex=male weight=72kg creatinine=1.8mg/dL"""
    _run(name, "calculator", inputs or [], as_json)


@regimen.command("list")
@one_line
def list_regimens(as_json: AsJson = False) -> None:
    """The regimens by name."""
    _list("regimen", as_json)


@regimen.command("show")
@one_line
def show_regimen(name: str) -> None:
    """The inputs of a regimen as JSON Schema."""
    _show(name, "regimen")


@regimen.command("run")
@one_line
def run_regimen(
    name: str, inputs: Annotated[list[str] | None, typer.Argument(help="key=value …")] = None, as_json: AsJson = False
) -> None:
    """Work out a dose: assistant regimen run magnesium_sulfate_iv indication='torsades de pointes' population=child weight=23kg"""
    _run(name, "regimen", inputs or [], as_json)


def _list(kind: str, as_json: bool) -> None:
    from assistant.assembly import load_registry

    entries = [entry for entry in load_registry(read_settings()).all() if entry.kind == kind]
    if as_json:
        typer.echo(json.dumps([{"name": e.name, "title": e.title} for e in entries], indent=2, ensure_ascii=False))
        return
    for entry in entries:
        typer.echo(f"{entry.name:28} {entry.title}")


def _show(name: str, kind: str) -> None:
    from assistant.assembly import load_registry

    typer.echo(json.dumps(load_registry(read_settings()).get(name, kind).schema(), indent=2, ensure_ascii=False))


def _run(name: str, kind: str, inputs: list[str], as_json: bool) -> None:
    from assistant.assembly import load_registry
    from assistant.records import Calculation, Missing
    from assistant.terminal import print_calculation, print_refusal

    settings = read_settings()
    outcomes = load_registry(settings).get(name, kind).calculate(_read_inputs(inputs), settings.region)
    missing = [item for outcome in outcomes if isinstance(outcome, Missing) for item in outcome.inputs]
    if missing and not any(isinstance(outcome, Calculation) for outcome in outcomes):
        needed = {i.name: f"{i.name} ({i.unit or '/'.join(i.choices or ()) or 'value'})" for i in missing if i.required}
        raise PlumblineError(f"{name} needs {', '.join(needed.values())}")
    shown = [outcome for outcome in outcomes if not isinstance(outcome, Missing)]
    if as_json:
        printed = [outcome.model_dump(mode="json", by_alias=True) for outcome in shown]
        typer.echo(json.dumps(printed[0] if kind == "calculator" else printed, indent=2, ensure_ascii=False))
        return
    for outcome in shown:
        print_calculation(outcome) if isinstance(outcome, Calculation) else print_refusal(outcome)
    if missing and kind == "calculator":
        typer.echo(f"  still to answer: {'; '.join(item.label for item in missing)}")


def _read_inputs(inputs: list[str]) -> dict[str, Any]:
    """Inputs given as key=value."""
    from assistant.records import Given

    given = {}
    for text in inputs:
        key, equals, value = text.partition("=")
        if not equals or not value:
            raise PlumblineError(f"inputs are given as key=value (given: {text!r})")
        given[key] = Given(text=value, value=value, origin="form")
    return given
